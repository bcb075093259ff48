"""Which words of a phrase are the name of a person, and which are his office, a place or an institution."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tawatur.attribution.lexicon import Lexicon

_NAME = 2  # words of a name behind a place


def personal(group: Sequence[int], words: Sequence[str], lexicon: Lexicon, alone: bool) -> Sequence[int]:
    """The words of a group that are a person's name; none where there is no name."""
    if given := _from_given_name(group, words, lexicon):
        return given
    roles, tail = _behind_roles(group, words, lexicon)
    if not tail or len(tail) > 4 or _is_no_name(group, tail, words, lexicon, alone):
        return ()
    lone = len(tail) == 1 and len(group) == 2 and lexicon.definite(words[tail[0]])
    return () if roles and lone and not alone else tail


def _from_given_name(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """The words from a given name on; none where none of them is one."""
    speaks_for = lexicon.bare(words[group[0]]) in lexicon.spokesmen
    for at, index in enumerate(group):
        word = words[index]
        if word not in lexicon.given_names or (speaks_for and word in lexicon.not_names):
            continue
        begins = _name_begins(group, at, words, lexicon)
        tail = _before_circumstance(group[begins:], words, lexicon)
        if (
            begins
            and len(tail) > 2
            and _completes(words[group[begins - 1]], lexicon)
            and words[tail[1]] in lexicon.given_names
        ):
            continue  # «شركة كهرباء صفوان ماهر القرني»: of the country Safwan
        nouns = any(_is_noun(one, tail, words, lexicon) for one in range(len(tail)))
        if 2 <= len(tail) <= 4 and not nouns:
            return tail
    return ()


def _is_noun(at: int, tail: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a word of what may be a name is a noun of a role or a body; not «قائد» in «الباجي قائد السبسي»."""
    word, behind = words[tail[at]], words[tail[at + 1]] if at + 1 < len(tail) else ""
    if lexicon.bare(word) not in lexicon.no_given:
        return False
    family = lexicon.is_name(behind) or behind.endswith(lexicon.origin_endings)
    return not (at and family and lexicon.definite(behind) and not lexicon.definite(word))


def _name_begins(group: Sequence[int], at: int, words: Sequence[str], lexicon: Lexicon) -> int:
    """Where in a group the name begins that has its word `at`: there, or one word before it."""
    word, before = words[group[at]], group[:at]
    if at == 1 and lexicon.opens_name(word) and lexicon.bare(words[group[0]]) not in lexicon.everyday:
        return 0  # «منة عبد العزيز»
    if at > 0 and lexicon.definite(word) and word in lexicon.half_names:
        return at - 1  # «عز الدين» is one name
    titled = at > 1 and word in lexicon.given_names and _begins_behind_title(before, words, lexicon)
    return at - 1 if titled else at  # «الفنانة ليالي نور الدين»


def _begins_behind_title(before: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether before a given name only titles with the article stand, and one word without it, which is a name then too."""
    *titles, last = (words[at] for at in before)
    if not all(_is_title(word, lexicon) for word in titles) or lexicon.definite(last[1:]):
        return False
    if _is_of_office(last, lexicon):
        return False  # «المتحدث باسمها إبراهيم الحداد»
    others = (lexicon.institutions, lexicon.not_names, lexicon.no_name, lexicon.everyday)
    return not lexicon.definite(last) and not any(last in listed for listed in others)


def _before_circumstance(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """The words of a name before a verbal noun with its preposition: «سعيد الحداد بحضور وفد»."""
    for at, index in enumerate(group):
        word = words[index]
        if at > 1 and word.startswith(lexicon.proclitics) and word[1:] in lexicon.verbal_nouns:
            return group[:at]
        if at > 1 and word in lexicon.speaking_for:
            return group[:at]  # «زهير الحداد لسان الدفاع»
        if at > 1 and word.startswith(lexicon.conjunction) and lexicon.role(word[1:]):
            return group[:at]  # «زهير الحداد وصاحب الحملة»
    return group


def _completes(before: str, lexicon: Lexicon) -> bool:
    """Whether a noun wants another one behind it, whose name is no person's then: «شركة», «كهرباء»."""
    joined = before.startswith(lexicon.conjunctions) and lexicon.definite(before[1:])
    return not (
        lexicon.definite(before)
        or joined  # «وزير التجهيز والإسكان محمد صالح الحداد»
        or lexicon.role(before)
        or lexicon.is_name(before)
        or before in lexicon.given_names
        or before.endswith(lexicon.origin_endings)
        or lexicon.is_place(before)  # «وزير خارجية إيران محمد جواد ظريف»
    )


def _behind_roles(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> tuple[int, Sequence[int]]:
    """How many words of office a group begins with, and what behind them may be a name."""
    at = 0
    while at < len(group) and _is_of_office(words[group[at]], lexicon):
        at += 1
    rest = group[at:]
    while at and len(rest) > _NAME and _is_where(words[rest[0]], lexicon):
        rest = rest[1:]  # «والي نابل منور الورتاني», «سفير ألمانيا بتونس»
    if at and 1 <= len(rest) <= 3 and not lexicon.definite(words[rest[0]]):
        return at, rest if len(rest) == 1 or may_name(words, rest, lexicon) else ()
    if at or len(group) > 4:
        return at, group[-2:] if len(rest) >= 3 and may_name(words, group[-2:], lexicon) else ()
    return at, rest


def _is_of_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of a role, or says for whom somebody speaks: «المتحدث», «باسمها»."""
    role = lexicon.is_any(lexicon.bare(word), lexicon.roles, lexicon.called)
    his = (stem for stem in lexicon.without_pronoun(word) if stem != word)
    return role or any(stem in lexicon.in_name_of for stem in his)


def _is_no_name(
    group: Sequence[int], tail: Sequence[int], words: Sequence[str], lexicon: Lexicon, alone: bool
) -> bool:
    """Whether the words at `tail` are no name of a person, but tell of a place, an institution, several, an origin."""
    first, named = words[tail[0]], [words[at] for at in tail]
    if _is_joined(first, lexicon):
        return True  # «المتحدث باسم شؤون المسجد الكبير والمسجد القديم»
    if named[-1] in lexicon.same or any(word.isdigit() for word in named):
        return True  # «اللاعب نفسه», «البالغ من العمر 67 عاما»
    if lexicon.definite(first) and len(tail) > 1 and not (alone and len(tail) == len(group)):
        return True
    if lexicon.definite(first) and any(_is_somewhere(word, lexicon) for word in named[1:]):
        return True  # «المتواجد حاليا بباريس»
    if lexicon.bare(first) in lexicon.institutions or lexicon.is_any(
        first, lexicon.not_names, lexicon.numerals
    ):
        return True
    if first.startswith(lexicon.proclitics) and lexicon.bare(first[1:]) in lexicon.organisations:
        return True  # «عضو بمجلس النواب»
    if len(tail) == 1 and lexicon.definite(first) and first.endswith(lexicon.plural_endings):
        return True  # «وكيلة المتهمين»
    if (
        len(tail) == 1
        and len(group) > 1
        and _has_pronoun(first, lexicon)
        and not lexicon.is_any(words[group[0]], lexicon.role_names, lexicon.names)
    ):
        return True  # «مدير أعماله»
    if (
        len(tail) == 1
        and len(group) > _NAME
        and lexicon.feminine_ending(first)
        and not lexicon.is_name(first)
    ):
        return first not in lexicon.given_names  # «مدير مدرسة خاصة»
    told = any(word in lexicon.given_names or lexicon.is_name(word) for word in named)
    if not told and all(
        word.endswith(lexicon.origin_endings) and not lexicon.definite(word) for word in named
    ):
        return True  # «متحدث عسكري أمريكي»
    if lexicon.behind_to(first) in lexicon.given_names and tail[0] != group[0]:
        return True  # «الطبيبة المتابعة لنور الهدى»; but «لحسن الحداد»
    if _is_place(named, lexicon) or not lexicon.written_prepositions.isdisjoint(named):
        return True  # «والي سوسة», «وكيلة اثنين من المتهمين»
    return any(
        word in lexicon.institutions or lexicon.bare(word) in lexicon.organisations for word in named[1:]
    )


def family_name(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«وزير النقل الحلواني», «العقيد الشامخ من الدفاع المدني»: a family name, with its article, that ends the role."""
    end = next(
        (at for at, index in enumerate(group) if words[index] in lexicon.written_prepositions), len(group)
    )
    title = next((at for at in range(end) if lexicon.bare(words[group[at]]) not in lexicon.roles), end)
    last = words[group[end - 1]] if end else ""
    before = words[group[end - 2]] if end > 1 else last
    if not lexicon.definite(before) and not lexicon.role(before) and lexicon.is_name(before):
        return ()  # «رئيس الاتحاد باسل الطرفاوي»: a name of two words
    if not title or end - title < 1 or any(words[index] in lexicon.given_names for index in group):
        return ()
    # Behind «العقيد» the name comes at once, behind «وزير» what he is minister of, which takes no place after it.
    at_once = lexicon.definite(words[group[title - 1]])
    if (end - title != 1) if at_once else (end != len(group) or not 2 <= end - title <= 3):
        return ()
    if any(words[index] in lexicon.not_names for index in group[:end]):
        return ()
    adjective = (
        (last.endswith(lexicon.origin_endings) and lexicon.feminine_ending(last))
        or last.endswith(lexicon.plural_endings)
        or last in lexicon.institutions
        or lexicon.bare(last) in lexicon.nouns
    )
    family = lexicon.definite(last) and lexicon.is_name(last) and not _is_place([last], lexicon)
    family = family and not _is_joined(last, lexicon)  # «رئيس الجمعية الوطنية للزكاة»
    return (group[end - 1],) if family and not adjective else ()


def named_as_role(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«…، أمين الحداد»: behind a comma, a given name that is the noun of a role elsewhere."""
    named = words[group[0]] in lexicon.role_names and len(group) in (2, 3)
    if named and may_name(words, group[1:], lexicon):
        return group
    given = words[group[0]] in lexicon.of_given and len(group) in (2, 3, 4)
    role = any(lexicon.role(words[one]) and lexicon.definite(words[two]) for one, two in pairwise(group))
    plain = not any(lexicon.definite(words[index]) and lexicon.role(words[index]) for index in group)
    return group if given and plain and not role and not lexicon.role(words[group[-1]]) else ()


def given_before_role(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«المقدم، محمد أنور الهمامي مدير السجن»: behind a comma a name that begins with a given one, before a role."""
    return name_before_role(group, words, lexicon) if words[group[0]] in lexicon.of_given else ()


def name_before_role(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«سامي الحداد رئيس الغرفة»: the words before the role, two to four of them, none of which is a noun we know."""
    titles = next((at for at, index in enumerate(group) if not _is_title(words[index], lexicon)), 0)
    if titles and words[group[titles]] in lexicon.of_given:
        group = group[titles:]  # «الدكتور سالم الحداد رئيس الهيئة»
    given = words[group[0]] in lexicon.given_names
    role = next(
        (at for at, index in enumerate(group) if at > given and lexicon.bare(words[index]) in lexicon.roles),
        0,
    )  # «أحمد الصديق النائب»: a name, then the role
    before = group[:role]
    if before and lexicon.opens_name(words[before[-1]]):
        return ()  # «هاجر بن الشيخ أحمد», not «سالم عز الدين عضو الهيئة»
    known = not given and any(lexicon.bare(words[index]) in lexicon.nouns for index in before)
    return (
        before
        if 2 <= len(before) <= 4 and not known and (given or not lexicon.definite(words[before[0]]))
        else ()
    )


def behind_courtesy(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«باعث الدورة السيد عزيز زهير»: the words at the end of a role, behind «السيد»."""
    at = next((at for at in range(len(group) - 1, 0, -1) if words[group[at]] in lexicon.courtesies), 0)
    name = group[at + 1 :] if at and words[group[0]] not in lexicon.given_names else ()
    if not 2 <= len(name) <= 3 or any(lexicon.bare(words[index]) in lexicon.no_given for index in name):
        return ()
    first = words[name[0]]
    at_body = lexicon.definite(first) or first[1:] in lexicon.nouns  # «الأستاذ بجامعة الساحل»
    return name if may_name(words, name, lexicon) and not at_body else ()


def _is_title(word: str, lexicon: Lexicon) -> bool:
    return lexicon.definite(word) and lexicon.bare(word) in lexicon.roles


def _has_pronoun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that is no name ends with the letters of a pronoun: «أعماله»."""
    possessed = word.endswith(lexicon.possessives) and word not in lexicon.given_names
    return possessed and not all(map(lexicon.is_name, lexicon.without_pronoun(word)))


def _is_joined(word: str, lexicon: Lexicon) -> bool:
    """Whether «و» or a preposition is written on to a word with the article: «والمسجد», «للزكاة»."""
    joined = word.startswith(lexicon.conjunctions + lexicon.proclitics)
    return lexicon.joined(word) or (joined and lexicon.definite(word[1:]))


def _is_somewhere(word: str, lexicon: Lexicon) -> bool:
    """Whether a preposition is written on to the name of a place: «بباريس»; not «بنزرت»."""
    return word.startswith(lexicon.proclitics) and _is_place([word[1:]], lexicon)


def _is_where(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name of a place, with or without a preposition written on to it: «بتونس»."""
    return _is_place([word], lexicon) or _is_somewhere(word, lexicon)


def _is_place(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether these words are the name of a place and no more, and no given name begins them."""
    return words[0] not in lexicon.given_names and lexicon.is_place(*words)


def may_name(words: Sequence[str], group: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether one of the words is of no other use; «توزيع المياه» names nobody."""
    return any(words[at] in lexicon.name_parts or lexicon.is_name(words[at]) for at in group)
