"""What a source phrase says of its speaker: his kind, his name, his role, and whether he is named at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.paragraph import CLOSING, OPENING
from tawatur.language.gazetteer import gazetteer
from tawatur.language.text import Token
from tawatur.model import Outlet, SpeakerKind
from tawatur.outlets import Outlets, reads_like_outlet

_COMMAS = frozenset("،,")
_ROLE_AND_NAME = 2  # words
_AROUND = " ،," + "".join(OPENING | CLOSING)  # what is left around a role without its name


@dataclass(frozen=True, slots=True)
class Mention:
    """One phrase that names a speaker. `head` is its first noun, folded, without the article."""

    text: str
    name: str
    head: str
    kind: SpeakerKind
    named: bool
    role: str | None
    words: frozenset[str]
    definite: bool
    feminine: bool
    plural: bool


def mention(
    text: str, parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon, outlets: Outlets
) -> Mention:
    """Describe the source phrase `text`, whose tokens are `parts` (folded alike in `folded`)."""
    quoted = _quoted(text, outlets)
    first = next(at for at, part in enumerate(parts) if part.is_word)
    text, parts, folded = text[parts[first].start - parts[0].start :], parts[first:], folded[first:]
    skip = _clitic(folded, lexicon, outlets)
    head_word = folded[0][skip:] if skip else folded[0]
    joined = lexicon.joined(folded[0])
    if joined:
        head_word = lexicon.article + folded[0][len(lexicon.joined_article) :]
    head_word = lexicon.unpossessed(head_word)
    # As it is written, for «على» is no علي.
    written = (part.text if part.text in lexicon.written_prepositions else "" for part in parts[1:])
    words = [head_word, *(one or word for one, word in zip(written, folded[1:], strict=True))]
    content = [word for word, part in zip(words, parts, strict=True) if part.is_word]
    phrase = lexicon.article + text[len(lexicon.joined_article) :] if joined else text[skip:]
    head = _head(content, lexicon)
    outlet = (
        outlets.cited(phrase)
        or quoted
        or _leading_outlet(content, outlets, lexicon)
        or _glossed(parts, text, outlets)
    )
    kind = (
        "outlet"
        if outlet or _names_outlet(content, head, lexicon) or _in_another_script(phrase, lexicon)
        else _kind(content, head, parts, lexicon)
    )
    name, role = (outlet.name, None) if outlet else _name(phrase, parts, words, kind, lexicon, outlets)
    if kind == "document":
        name = _issuer(text, parts, words, lexicon) or name
    anonymous = (
        (kind == "group" and not _are_members(content, lexicon))
        or (kind == "outlet" and outlet is None and head in lexicon.many_outlets)
        or (kind == "outlet" and outlet is None and _only_described(content, lexicon))
        or (kind == "document" and not _has_issuer(content, head, name, lexicon, outlets))
        or (
            kind == "person"
            and _anonymous(content, head, name, role, lexicon)
            and not _heads(parts, head, lexicon)
        )
        or (kind == "person" and head in lexicon.reporters and name == role)
        or (kind == "person" and _of_kin(parts, content, head, lexicon))
        or (kind == "organisation" and _only_described(content, lexicon))
        or (kind == "person" and _only_kind_of_person(content, lexicon))
        or (kind == "person" and lexicon.subject_first and _nobody_in_particular(parts, folded, lexicon))
    )
    return Mention(
        text=phrase,
        name=_described(parts, folded, lexicon, phrase) if anonymous else _unquoted(name),
        head=head,
        kind=kind,
        named=not anonymous,
        role=None if anonymous else role,
        words=frozenset(lexicon.bare(word) for word in content),
        definite=lexicon.definite(head_word) or content[0] in lexicon.the,
        feminine=_feminine(content, head, kind, lexicon),
        plural=head in lexicon.groups or head in lexicon.numerals or head.endswith(lexicon.plural_endings),
    )


def _unquoted(name: str) -> str:
    return " ".join("".join(letter for letter in name if letter not in OPENING | CLOSING).split()) or name


def _nobody_in_particular(parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon) -> bool:
    """ "voters", "Local voters", "everyone": nothing is a role, or written as a name but the first of several words."""
    first = len(parts) > 1
    return not lexicon.roles.intersection(folded) and all(
        word in lexicon.classes or part.text == part.text.lower()
        for part, word in zip(parts[first:], folded[first:], strict=True)
    )


def _quoted(phrase: str, outlets: Outlets) -> Outlet | None:
    """The outlet whose name is the phrase in quotation marks («البيدر»)."""
    bare = phrase.strip()
    inside = len(bare) > 2 and bare[0] in OPENING and bare[-1] in CLOSING
    return outlets.named(bare[1:-1]) if inside else None


def _in_another_script(phrase: str, lexicon: Lexicon) -> bool:
    """«Harbor Times» in an Arabic text: a name in Latin letters that says it is an outlet's."""
    return not lexicon.subject_first and phrase.isascii() and reads_like_outlet(phrase)


def _described(parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon, phrase: str) -> str:
    """What is said of an unnamed source, without the clause that says why he is not named."""
    for at in range(1, len(parts)):
        rest = list(folded[at : at + 8])
        if all(word in lexicon.articles or word in lexicon.numerals for word in folded[:at]):
            continue  # "an unnamed source": it stands before the noun
        if (
            parts[at].text in _COMMAS
            or " ".join(rest).startswith(lexicon.withheld)
            or (folded[at] in lexicon.cues and " ".join(rest[1:]).startswith(lexicon.withheld))
        ):
            last = at - 1
            while last > 0 and folded[last] in lexicon.relatives | lexicon.pronouns:
                last -= 1
            cut = parts[last].end - parts[-1].end
            return phrase[:cut] if cut else phrase
    return phrase


def _issuer(text: str, parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The body that issued a document: «بلاغ لوزارة الداخلية», «بيان صادر عن الهيئة»; None if none is said."""
    if lexicon.subject_first:
        return _issued_by(text, parts, words, lexicon)
    for at in range(1, len(parts)):
        word = words[at]
        skip = (
            len(lexicon.to) if lexicon.to and word.startswith(lexicon.to) and not lexicon.joined(word) else 0
        )
        if lexicon.bare(word[skip:]) in lexicon.organisations:
            joined = lexicon.joined(word)
            end = next(
                (
                    one
                    for one in range(at + 1, len(parts))
                    if words[one] in lexicon.language.stopwords | lexicon.issued
                ),
                len(parts),
            )
            rest = text[
                parts[at].start - parts[0].start + (2 if joined else skip) : parts[end - 1].end
                - parts[0].start
            ]
            return lexicon.article + rest if joined else rest
    return None


def _issued_by(text: str, parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> str | None:
    """ "a study by the Institute for Sleep Research in Rivana": the name behind "by", with its small words."""
    start = next((at + 1 for at, word in enumerate(words) if word in lexicon.by), len(parts))
    while start < len(parts) and words[start] in lexicon.articles:
        start += 1
    end = at = start
    while at < len(parts) and (_is_capital(parts[at].text) or words[at] in lexicon.in_name):
        at += 1
        end = at if _is_capital(parts[at - 1].text) else end
    offset = parts[0].start
    return text[parts[start].start - offset : parts[end - 1].end - offset] if end > start else None


def _clitic(folded: Sequence[str], lexicon: Lexicon, outlets: Outlets) -> int:
    """How many letters are written on to the first noun (لصحيفة، لرويترز)."""
    to, word = lexicon.to, folded[0]
    if word.startswith(lexicon.conjunctions) and word not in lexicon.nouns and word[1:] in lexicon.nouns:
        return 1  # «وأرملة الشهيد تقول»
    if not to or not word.startswith(to) or lexicon.joined(word):
        return 0
    rest = word[len(to) :]
    if rest.endswith(lexicon.origin_endings) and gazetteer(lexicon.language).is_name([rest]):
        return len(to)  # «فيديو لمصرية تكشف»
    if rest in lexicon.nouns or (len(rest) > 3 and outlets.starting([rest, *folded[1:]])):
        return len(to)
    return 0


def _head(content: Sequence[str], lexicon: Lexicon) -> str:
    if not lexicon.subject_first:
        bare = lexicon.bare(content[0])
        return next(iter(lexicon.nominatives(bare) & lexicon.counted_nouns), bare)
    # English: the last noun we know before a preposition or a name.
    stop = next((at for at, word in enumerate(content) if at and word in lexicon.phrase_ends), len(content))
    known = [word for word in content[:stop] if word in lexicon.nouns]
    described = [word for word in content[:stop] if word not in lexicon.articles]
    return known[-1] if known else described[0] if described else content[0]


def _names_outlet(content: Sequence[str], head: str, lexicon: Lexicon) -> bool:
    if head not in lexicon.outlets:
        return False
    return not any(word in lexicon.not_outlets for word in content[1:3])


def _glossed(parts: Sequence[Token], text: str, outlets: Outlets) -> Outlet | None:
    """The outlet whose name stands in brackets at the end of a phrase: "the Arabic daily Al-Sahel (صحيفة الساحل)"."""
    opening = next((at for at, part in enumerate(parts) if part.text == "("), None)
    if opening is None or opening + 1 >= len(parts):
        return None
    return outlets.cited(text[parts[opening + 1].start - parts[0].start :].strip("() "))


def _leading_outlet(content: Sequence[str], outlets: Outlets, lexicon: Lexicon) -> Outlet | None:
    found = outlets.starting(content)
    # An adjective may follow («سكاي نيوز البريطانية»), a whole other phrase may not.
    if found and len(content) - found[1] <= 1:
        return found[0]
    if len(content) > 1 and (found := outlets.starting(content[1:])) and len(content) - 1 - found[1] <= 1:
        return found[0] if content[0] in lexicon.the else None
    return None


def _kind(content: Sequence[str], head: str, parts: Sequence[Token], lexicon: Lexicon) -> SpeakerKind:
    if lexicon.withholds(" ".join(content)):
        return "person"
    for listed, kind in (
        (lexicon.numerals, "group"),
        (lexicon.groups, "group"),
        (lexicon.roles, "person"),
        (lexicon.anonymous, "person"),
        (lexicon.documents, "document"),
        (lexicon.organisations, "organisation"),
        (lexicon.outlets, "organisation"),
    ):
        if head in listed:
            return kind  # type: ignore[return-value]
    if lexicon.subject_first:
        return "person"
    if head.isdigit() or (lexicon.of_people(head) and head not in lexicon.given_names):
        return "group"
    if len(content) == 1 and lexicon.definite(content[0]):
        several = content[0].endswith(lexicon.plural_endings[:1]) and lexicon.plural_endings
        return "group" if several else "organisation"  # «المنتقدون»
    return "person"


def _name(
    phrase: str,
    parts: Sequence[Token],
    words: Sequence[str],
    kind: SpeakerKind,
    lexicon: Lexicon,
    outlets: Outlets,
) -> tuple[str, str | None]:
    """The personal name in a phrase and the role before it; the whole phrase where it has no such name."""
    if kind == "outlet":
        return _outlet_name(phrase, words, lexicon), None
    if kind != "person":
        return phrase, None
    texts = [part.text for part in parts]
    if lexicon.subject_first:
        return _capitalised(phrase, parts, lexicon)
    groups: list[list[int]] = [[]]
    for at, part in enumerate(parts):
        if part.text in _COMMAS:
            groups.append([])
        elif part.is_word:
            groups[-1].append(at)
    groups = [group for group in groups if group]
    if len(groups) > 1:
        groups[0] = _unmarked(groups[0], parts) or groups[0]
    elif lexicon.bare(words[0]) in lexicon.roles and len(groups[0]) == _ROLE_AND_NAME:
        groups[0] = _unmarked(groups[0], parts) or groups[0]  # «رئيس "الأمل"»
    if before := _name_before_role(groups[0], words, lexicon):
        name = " ".join(texts[at] for at in before)
        return name, phrase.replace(name, "").strip(_AROUND) or None
    found = [
        tail
        for group in groups
        if (
            tail := (
                _family_name(group, words, lexicon)
                if group is groups[0]
                else _named_as_role(group, words, lexicon) or _given_before_role(group, words, lexicon)
            )
            or _personal(group, words, lexicon, alone=len(groups) > 1 or words[group[0]] not in lexicon.roles)
        )
        and not _has_outlet(group, words, outlets)
    ]
    if not found:
        return phrase, phrase
    if len(found) > 1 and found[0] == groups[0]:
        sure = words[found[0][0]] in lexicon.of_given and lexicon.role(words[groups[1][0]])
        if sure or _belongs_to_role(found[1], groups, words, lexicon):
            found = found[:1]  # «نادر شوقي، وكيل أحمد فتحي»: whose agent he is
    # A name stands before its role («ديما الراسبي، وكيلة المتهمين») or behind it: the surest is the name.
    tail = max(reversed(found), key=lambda tail: _sureness(words[tail[0]], lexicon))
    name = " ".join(texts[at] for at in tail)
    return name, " ".join(phrase.replace(name, "").split()).strip(_AROUND) or None


def _given_before_role(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«المقدم، محمد أنور الهمامي مدير السجن»: behind a comma a name that begins with a given one, before a role."""
    return _name_before_role(group, words, lexicon) if words[group[0]] in lexicon.of_given else ()


def _belongs_to_role(
    tail: Sequence[int], groups: Sequence[Sequence[int]], words: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether a name stands behind a role without the article, whose it is then: «وكيل أحمد فتحي»."""
    group = next(one for one in groups if tail[0] in one)
    before = words[tail[0] - 1] if tail[0] != group[0] else ""
    return lexicon.role(before) and not lexicon.definite(before)


def _named_as_role(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«…، أمين الحداد»: behind a comma, a given name that is the noun of a role elsewhere."""
    named = words[group[0]] in lexicon.role_names and len(group) in (2, 3)
    if named and _may_name(words, group[1:], lexicon):
        return group
    given = words[group[0]] in lexicon.of_given and len(group) in (2, 3, 4)
    role = any(lexicon.role(words[one]) and lexicon.definite(words[two]) for one, two in pairwise(group))
    plain = not any(lexicon.definite(words[index]) and lexicon.role(words[index]) for index in group)
    return group if given and plain and not role and not lexicon.role(words[group[-1]]) else ()


def _unmarked(group: list[int], parts: Sequence[Token]) -> list[int]:
    """The words of a role that stand in no quotation marks: «كاتب نقابة سيارات "لواج"، سالم الحداد»."""
    inside, found = False, []
    for at in range(group[0], group[-1] + 1):
        inside = (parts[at].text in OPENING and not inside) or (inside and parts[at].text not in CLOSING)
        if parts[at].is_word and not inside:
            found.append(at)
    return found


def _sureness(first: str, lexicon: Lexicon) -> int:
    """How sure it is that a name begins with this word: a given name, a word of no other use, any other."""
    return 2 if first in lexicon.given_names else int(lexicon.is_name(first))


def _name_before_role(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
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
    if before and words[before[-1]] in lexicon.half_names:
        return ()  # «هاجر بن الشيخ أحمد»
    known = not given and any(lexicon.bare(words[index]) in lexicon.nouns for index in before)
    return (
        before
        if 2 <= len(before) <= 4 and not known and (given or not lexicon.definite(words[before[0]]))
        else ()
    )


def _is_title(word: str, lexicon: Lexicon) -> bool:
    return lexicon.definite(word) and lexicon.bare(word) in lexicon.roles


def _has_outlet(group: Sequence[int], words: Sequence[str], outlets: Outlets) -> bool:
    """Whether an outlet is named behind the first word: «مراسل الجوهرة أف أم»."""
    return any(outlets.starting([words[index] for index in group[at:]]) for at in range(1, len(group)))


def _personal(group: Sequence[int], words: Sequence[str], lexicon: Lexicon, alone: bool) -> Sequence[int]:
    speaks_for = lexicon.bare(words[group[0]]) in lexicon.spokesmen
    for at, index in enumerate(group):
        # «باسم» is a given name, and "in the name of" before an institution; «عز الدين» is one name.
        begins = at - (at > 0 and lexicon.definite(words[index]) and words[index] in lexicon.half_names)
        if (
            at == 1
            and lexicon.opens_name(words[index])
            and lexicon.bare(words[group[0]]) not in lexicon.everyday
        ):
            begins = 0  # «منة عبد العزيز»
        tail = _before_circumstance(group[begins:], words, lexicon)
        if (
            begins
            and len(tail) > 2
            and _completes(words[group[begins - 1]], lexicon)
            and words[tail[1]] in lexicon.given_names
        ):
            continue  # «شركة كهرباء صفوان ماهر القرني»: of the country Safwan
        if (
            words[index] in lexicon.given_names
            and not (speaks_for and words[index] in lexicon.not_names)
            and 2 <= len(tail) <= 4
            and not any(lexicon.bare(words[one]) in lexicon.no_given for one in tail)
        ):
            return tail
    at = 0
    while at < len(group) and lexicon.bare(words[group[at]]) in lexicon.roles | lexicon.called:
        at += 1
    rest = group[at:]
    while at and len(rest) > _ROLE_AND_NAME and _is_where(words[rest[0]], lexicon):
        rest = rest[1:]  # «والي نابل منور الورتاني», «سفير ألمانيا بتونس»
    if at and 1 <= len(rest) <= 3 and not lexicon.definite(words[rest[0]]):
        tail = rest if len(rest) == 1 or _may_name(words, rest, lexicon) else ()
    elif at or (len(group) > 4):
        tail = group[-2:] if len(rest) >= 3 and _may_name(words, group[-2:], lexicon) else ()
    else:
        tail = rest
    if not tail or len(tail) > 4:
        return ()
    first = words[tail[0]]
    if (
        (lexicon.definite(first) and len(tail) > 1 and not (alone and len(tail) == len(group)))
        or lexicon.bare(first) in lexicon.institutions
        or first in lexicon.not_names | lexicon.numerals
    ):
        return ()
    if first.startswith(lexicon.proclitics) and lexicon.bare(first[1:]) in lexicon.organisations:
        return ()  # «عضو بمجلس النواب»
    if len(tail) == 1 and lexicon.definite(first) and first.endswith(lexicon.plural_endings):
        return ()  # «وكيلة المتهمين»
    if all(
        words[at].endswith(lexicon.origin_endings) and not lexicon.definite(words[at]) for at in tail
    ) and not any(words[at] in lexicon.given_names or lexicon.is_name(words[at]) for at in tail):
        return ()  # «متحدث عسكري أمريكي»
    if lexicon.to and first.startswith(lexicon.to) and first[len(lexicon.to) :] in lexicon.given_names:
        return ()  # «الطبيبة المتابعة لنور الهدى»
    if _is_place([words[at] for at in tail], lexicon):
        return ()  # «والي سوسة»
    if any(words[at] in lexicon.written_prepositions for at in tail):
        return ()  # «وكيلة اثنين من المتهمين»
    if any(
        words[at] in lexicon.institutions or lexicon.bare(words[at]) in lexicon.organisations
        for at in tail[1:]
    ):
        return ()
    if at and len(tail) == 1 and lexicon.definite(words[tail[0]]) and len(group) == 2 and not alone:
        return ()
    return tail


def _before_circumstance(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """The words of a name before a verbal noun with its preposition: «سعيد الحداد بحضور وفد»."""
    for at, index in enumerate(group):
        word = words[index]
        if at > 1 and word.startswith(lexicon.proclitics) and word[1:] in lexicon.verbal_nouns:
            return group[:at]
    return group


def _is_where(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name of a place, with or without a preposition written on to it: «بتونس»."""
    return _is_place([word], lexicon) or (
        word.startswith(lexicon.proclitics) and _is_place([word[1:]], lexicon)
    )


def _is_place(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether these words are the name of a place and no more, and no given name begins them."""
    return words[0] not in lexicon.given_names and gazetteer(lexicon.language).is_name(words)


def _may_name(words: Sequence[str], group: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether one of the words is of no other use; «توزيع المياه» names nobody."""
    return any(words[at] in lexicon.name_parts or lexicon.is_name(words[at]) for at in group)


def _completes(before: str, lexicon: Lexicon) -> bool:
    """Whether a noun wants another one behind it, whose name is no person's then: «شركة», «كهرباء»."""
    return not (
        lexicon.definite(before)
        or lexicon.role(before)
        or lexicon.is_name(before)
        or before in lexicon.given_names
        or before.endswith(lexicon.origin_endings)
        or gazetteer(lexicon.language).is_name([before])  # «وزير خارجية إيران محمد جواد ظريف»
    )


def _family_name(group: Sequence[int], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
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
    return (group[end - 1],) if family and not adjective else ()


def _capitalised(phrase: str, parts: Sequence[Token], lexicon: Lexicon) -> tuple[str, str | None]:
    runs: list[list[Token]] = [[]]
    for part in parts:
        word = part.text.lower()
        if part.is_word and _is_capital(part.text) and word not in lexicon.common:
            runs[-1].append(part)
        elif runs[-1]:
            runs.append([])
    # «Monday's vote» names no person.
    people = [
        run
        for run in runs
        if run
        and not run[-1].text.endswith(("'s", "’s"))
        and not any(part.text.lower() in lexicon.publishing for part in run)
        and not _before_role(run, parts, lexicon)
    ]
    if not people:
        return phrase, phrase
    best = max(people, key=lambda run: (min(len(run), 2), -parts.index(run[0])))
    offset = parts[0].start
    name = phrase[best[0].start - offset : best[-1].end - offset]
    return name, phrase.replace(name, "").strip(" ,") or None


def _before_role(run: Sequence[Token], parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "Transport Minister": a word that tells what somebody is minister of."""
    after = parts.index(run[-1]) + 1
    return len(run) == 1 and after < len(parts) and parts[after].text.lower() in lexicon.roles


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (word[:3] in ("al-", "el-") and word[3:4].isupper())


def _outlet_name(phrase: str, words: Sequence[str], lexicon: Lexicon) -> str:
    first, _, rest = phrase.partition(" ")
    if lexicon.subject_first:
        while rest and (first.lower() in lexicon.articles or first in lexicon.outlets):
            phrase = rest.strip()
            first, _, rest = phrase.partition(" ")
        return phrase
    # «وكالة السهوب»: an everyday word is a name only with the noun before it.
    everyday = len(words) > 1 and lexicon.definite(words[1])
    if words[0] in lexicon.outlets and rest and not lexicon.definite(words[0]) and not everyday:
        return rest.strip()
    return phrase


def _anonymous(content: Sequence[str], head: str, name: str, role: str | None, lexicon: Lexicon) -> bool:
    joined = " ".join(content)
    if lexicon.withholds(joined):
        return True
    if lexicon.subject_first:
        if head not in lexicon.nouns and role is not None and role.lower() == joined:
            return content[0] in lexicon.articles  # "a worker who escaped": described, not named
        if head in lexicon.roles and content[0] in lexicon.articles - lexicon.the and role == name:
            # "an engineer"; but one can find "a spokesman for the ministry"
            of_body = any(word in lexicon.organisations for word in content)
            return head in lexicon.anonymous or not of_body  # "a ministry official" is anyone of it
        return (
            head in lexicon.anonymous
            and (head.endswith("s") or content[0] not in lexicon.the)
            and role is not None
            and role.lower() == joined
        )
    if len(content) == 1 and content[0] in lexicon.given_names and not lexicon.definite(content[0]):
        return False  # «وليد», which is a newborn as well
    if content[0] in lexicon.others:
        return True  # «آخر», «آخر الأرقام»
    if content[0] in lexicon.same and len(content) == 2:
        return lexicon.bare(content[1]) in lexicon.anonymous  # «نفس الخبير», of whom nothing was said before
    if head not in lexicon.anonymous:
        return head in lexicon.roles and name == role and not _of_somebody(content, lexicon)
    if lexicon.definite(content[0]):
        # «المصدر ذاته» of whom nothing was said before, «الطبيبة المتابعة للحالة»
        return role in (name, None) and not _of_institution(content, lexicon)
    vague = head not in lexicon.roles and role in (name, None)  # «خبراء الطقس», not «خبراء المعهد»
    vague = vague and not _of_institution(content, lexicon)
    return len(content) < 2 or not lexicon.definite(content[1]) or vague


def _heads(parts: Sequence[Token], head: str, lexicon: Lexicon) -> bool:
    """Whether a phrase is of a role in a body that is named in quotation marks: «رئيس "الأمل"»; not «مراسل "الساحل"»."""
    return head in lexicon.offices and len(parts) > 1 and parts[1].text in OPENING


def _of_somebody(content: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a role is told of one whom one can find: «الوزير», «رئيس الحزب», «سفير فرنسا»; not «متحدث عسكري»."""
    is_place = gazetteer(lexicon.language).is_name
    if any(is_place(content[at : at + 2]) for at in range(1, len(content) - 1)):
        return True  # «معتمد سيدي بوزيد»
    return _of_institution(content, lexicon) or any(
        lexicon.definite(word)
        or lexicon.joined(word)
        or lexicon.definite(word[1:])
        or (not word.endswith(lexicon.origin_endings) and is_place([word]))
        for word in content
    )


def _are_members(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«نواب بالبرلمان», «ستة من أعضاء الكونغرس»; nobody knows who «عمال الشركة» are."""
    members = lexicon.subject_first or any(lexicon.bare(word) in lexicon.members for word in content)
    return members and _of_institution(content, lexicon)


def _of_institution(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«نواب بالبرلمان»: members whom one can find; nobody knows who «أهالي الحي» are."""
    return any(
        lexicon.bare(part) in lexicon.organisations for word in content[1:] for part in (word, word[1:])
    )


def _has_issuer(content: Sequence[str], head: str, name: str, lexicon: Lexicon, outlets: Outlets) -> bool:
    """Whether a text says whose it is: «بلاغ لوزارة الداخلية», «دراسة لجامعة», «البيان الختامي» of which more was said before; not «دراسة أمريكية»."""
    several = content[0].endswith(lexicon.feminine_plurals)  # «المعطيات الأولية» may be anybody's
    if lexicon.subject_first or (lexicon.definite(content[0]) and (len(content) == 1 or not several)):
        return True
    is_country = gazetteer(lexicon.language).is_name
    return any(
        lexicon.bare(one) in lexicon.organisations | lexicon.outlets | lexicon.roles
        or (lexicon.is_name(one) and lexicon.is_name(word))  # «بريطانية» is no «ب» and a name
        or lexicon.joined(word)  # «بيان للكتيبة»
        or one in lexicon.given_names
        or (not one.endswith(lexicon.origin_endings) and is_country([one]))
        or outlets.named(one) is not None
        for word in content[1:]
        for one in (word, word[1:] if word[0] in "لب" and len(word) > 4 else word)
    )


def _of_kin(parts: Sequence[Token], content: Sequence[str], head: str, lexicon: Lexicon) -> bool:
    """«والد الشهيدة سارة الموثق»: somebody's kin, of whom no name of his own is told behind a comma."""
    alone = not lexicon.definite(content[0]) or len(content) == 1  # «الزوجة»
    return head in lexicon.kin and alone and not any(part.text in _COMMAS for part in parts)


def _only_described(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«شركة أمريكية», «منظمة حقوقية»: an institution of which nothing is said but what it is like."""
    return (
        not lexicon.subject_first
        and len(content) > 1
        and content[0] in lexicon.organisations | lexicon.outlets
        and all(word.endswith(lexicon.origin_endings) and not lexicon.definite(word) for word in content[1:])
    )


def _only_kind_of_person(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«بائع تونسي», «جندي سوري»: an everyday noun and its adjective of origin, and no name."""
    if lexicon.subject_first or len(content[0]) < 3:
        return False
    if len(content) == 1:  # «مصرية تكشف»
        word = content[0].removeprefix(lexicon.to)
        told = word.endswith(lexicon.origin_endings) and not lexicon.definite(word)
        return told and gazetteer(lexicon.language).is_name([word])
    if any(lexicon.bare(word) in lexicon.nouns for word in content) or lexicon.opens_name(content[0]):
        return False
    return (
        content[1].endswith(lexicon.origin_endings)
        and not any(lexicon.definite(word) for word in content[:2])
        and not any(lexicon.is_name(word) or word in lexicon.given_names for word in content[:2])
    )


def _feminine(content: Sequence[str], head: str, kind: SpeakerKind, lexicon: Lexicon) -> bool:
    if lexicon.subject_first:
        return False
    return (
        head.endswith(("ه", "اء"))
        or content[0].endswith(("ه", "ات"))
        or (kind == "document" and head.endswith("ات"))
    )
