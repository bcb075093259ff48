"""Whether the phrase of a speaker names him: vague people, groups, members of institutions and kin are nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.capitalised_phrases import is_of_body, is_particular
from tawatur.attribution.speakers.naming import is_by_child
from tawatur.attribution.text.paragraph import OPENING, PARTING
from tawatur.language.text import Token
from tawatur.model import Outlet, SpeakerKind
from tawatur.outlets import Outlets


class Phrase(NamedTuple):
    """The phrase of a speaker: its tokens (folded alike), of these the words; its first noun and what kind of speaker that is."""

    text: str
    parts: tuple[Token, ...]
    folded: tuple[str, ...]
    content: tuple[str, ...]
    head: str
    kind: SpeakerKind
    withheld: bool  # in what more is told of him


def is_unnamed(
    phrase: Phrase, name: str, role: str | None, outlet: Outlet | None, lexicon: Lexicon, outlets: Outlets
) -> bool:
    """Whether a phrase tells nobody in particular; `name`, `role` and `outlet` are what was read from it."""
    content, head = phrase.content, phrase.head
    if lexicon.subject_first:
        return outlet is None and _is_anybody(phrase, name, role, lexicon)
    match phrase.kind:
        case "person" if content[0] in lexicon.one_of:
            return role in (name, None)  # «أحد منسقي اللقاء، سالم الحداد»
        case "group":
            return not (_are_members(content, lexicon) or _is_sent_by_state(content, head, lexicon))
        case "document":
            return not _has_issuer(content, lexicon, outlets)
        case "organisation":
            return _only_described(content, lexicon)
        case "outlet":
            return outlet is None and (head in lexicon.many_outlets or _only_described(content, lexicon))
    return (
        (_is_vague(phrase, name, role, lexicon) and not _heads_body(phrase.parts, head, lexicon))
        or _is_reporter(content, head, lexicon, alone=name == role)
        or _are_several(content, lexicon, alone=name in (role, phrase.text))
        or _of_kin(phrase, name, lexicon)
        or _of_another(phrase, name, lexicon)
        or _only_kind_of_person(content, lexicon)
    )


def _is_vague(phrase: Phrase, name: str, role: str | None, lexicon: Lexicon) -> bool:
    """Whether a person is told by a role, a trade or a place only, or withheld: «مصدر مطلع», "a ministry official"."""
    content, head = phrase.content, phrase.head
    joined = " ".join(content)
    if lexicon.withholds(joined):
        return True
    if head in lexicon.sources and name in (role, phrase.text):
        return True  # «مصادر المعارضة»
    if len(content) == 1 and content[0] in lexicon.given_names and not lexicon.definite(content[0]):
        return False  # «وليد», which is a newborn as well
    if len(content) == 1 and not lexicon.one_of.isdisjoint(lexicon.without_pronoun(content[0])):
        return True  # «أحدهم»
    if content[0] in lexicon.others:
        return True  # «آخر», «آخر الأرقام»
    if lexicon.possessed(phrase.parts[0].text) and name not in (role, phrase.text):
        return False  # «زميلته مي الحداد»
    if content[0] in lexicon.same and len(content) == 1:
        return True  # «يعتبر نفسه»
    if content[0] in lexicon.same and len(content) == 2:
        return lexicon.bare(content[1]) in lexicon.anonymous  # «نفس الخبير», of whom nothing was said before
    if head not in lexicon.anonymous or (head in lexicon.roles and _stands_apart(phrase.text, name)):
        told = head in lexicon.roles and (name == role or _in_accusative(content[0], head, lexicon))
        return told and (not _of_somebody(content, lexicon) or _is_one_of_several(content, head, lexicon))
    if lexicon.definite(content[0]):
        # «المصدر ذاته» of whom nothing was said before, «الطبيبة المتابعة للحالة»
        return role in (name, None) and not _of_institution(content, lexicon)
    office = head in lexicon.roles and head not in lexicon.occupations  # «طبيب المنتخب», not «بائع الجرائد»
    vague = not office and role in (name, None)  # «خبراء الطقس», not «خبراء المعهد»
    vague = vague and not _of_institution(content, lexicon)
    return len(content) < 2 or not lexicon.definite(content[1]) or vague


def _heads_body(parts: Sequence[Token], head: str, lexicon: Lexicon) -> bool:
    """Whether a phrase is of a role in a body that is named in quotation marks: «رئيس "الأمل"»; not «مراسل "الساحل"»."""
    return head in lexicon.offices and len(parts) > 1 and parts[1].text in OPENING


def _of_somebody(content: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a role is told of one whom one can find: «الوزير», «رئيس الحزب», «سفير فرنسا»; not «متحدث عسكري»."""
    if _of_institution(content, lexicon) or any(
        lexicon.definite(word)
        or lexicon.joined(word)
        or lexicon.definite(word[1:])
        or (not word.endswith(lexicon.origin_endings) and lexicon.is_place(word))
        for word in content
    ):
        return True
    # «معتمد سيدي بوزيد»
    return any(lexicon.is_place(*content[at : at + 2]) for at in range(1, len(content) - 1))


def _is_one_of_several(content: Sequence[str], head: str, lexicon: Lexicon) -> bool:
    """Whether there may be more of the kind: «متحدث باسم الشركة», «مستشار بالحركة», «مسؤول في الوزارة», «وكيل اللاعب»."""
    if len(content) == 1 or lexicon.definite(content[0]) or head in lexicon.members:
        return False
    if content[0] in lexicon.serving:
        return lexicon.definite(content[1]) and lexicon.is_any(
            lexicon.bare(content[1]), lexicon.roles, lexicon.groups
        )
    behind = next((word for word in content[1:] if not _is_adjective(word, lexicon)), "")
    at_body = behind.startswith(lexicon.proclitics) and lexicon.definite(behind[1:])
    return at_body or behind in lexicon.prepositions or head in lexicon.spokesmen


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    """Whether a word behind an indefinite noun ends as an adjective of origin does: «ميداني»."""
    return (
        word.endswith(lexicon.origin_endings)
        and word not in lexicon.prepositions
        and not lexicon.definite(word)
    )


def _in_accusative(word: str, head: str, lexicon: Lexicon) -> bool:
    """«ناطقا»: the noun of a role behind «أن», which no name is written as."""
    return word != head and not lexicon.definite(word) and head in lexicon.nominatives(word)


def _is_reporter(content: Sequence[str], head: str, lexicon: Lexicon, *, alone: bool) -> bool:
    """«مراسلنا», «مبعوث القناة» with no name; not «المبعوث الأممي», whom one can find."""
    sent_by = (
        len(content) > 1 and lexicon.definite(content[0]) and content[1].endswith(lexicon.origin_endings)
    )
    return head in lexicon.reporters and alone and not (sent_by and head in lexicon.roles)


def _are_several(content: Sequence[str], lexicon: Lexicon, *, alone: bool) -> bool:
    """«مهندسان في الموقع», «مندوبين في التحالف», «معدو الدراسة»: more than one of a role, with no name (`alone`)."""
    first = content[0]
    if not alone or lexicon.definite(first) or first in lexicon.given_names:
        return False
    endings = lexicon.duals + lexicon.plural_endings
    cut = lexicon.plural_endings[:1] if len(content) > 1 and lexicon.definite(content[1]) else ()
    stems = [first.removesuffix(ending) for ending in endings if first.endswith(ending)]
    stems += [first.removesuffix(ending[0]) for ending in cut if first.endswith(ending[0])]
    known = (lexicon.roles, lexicon.anonymous, lexicon.trades)
    return any(len(stem) > 2 and lexicon.is_any(stem, *known) for stem in stems)


def _is_sent_by_state(content: Sequence[str], head: str, lexicon: Lexicon) -> bool:
    """«الوفد الروسي»: several who speak for the state that sent them."""
    sent_by = lexicon.bare(content[1]) if len(content) > 1 and lexicon.definite(content[0]) else ""
    return (
        head in lexicon.delegations and sent_by.endswith(lexicon.origin_endings) and lexicon.is_place(sent_by)
    )


def _are_members(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«نواب بالبرلمان», «ستة من أعضاء الكونغرس»; nobody knows who «عمال الشركة» are."""
    members = any(lexicon.bare(word) in lexicon.members for word in content)
    return members and _of_institution(content, lexicon)


def _of_institution(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«نواب بالبرلمان»: members whom one can find; nobody knows who «أهالي الحي» are."""
    return any(
        lexicon.bare(part) in lexicon.organisations for word in content[1:] for part in (word, word[1:])
    )


def _has_issuer(content: Sequence[str], lexicon: Lexicon, outlets: Outlets) -> bool:
    """Whether a text says whose it is: «بلاغ لوزارة الداخلية», «دراسة لجامعة», «البيان الختامي» of which more was said before; not «دراسة أمريكية»."""
    several = content[0].endswith(lexicon.feminine_plurals)  # «المعطيات الأولية» may be anybody's
    if lexicon.definite(content[0]) and not several:
        return True
    # «وثائق حصل عليها الموقع» are not the site's
    received = next((at for at, word in enumerate(content) if _is_received(word, lexicon)), len(content))
    return any(
        (
            lexicon.is_any(lexicon.bare(one), lexicon.organisations, lexicon.outlets, lexicon.roles)
            and not is_adjective_of_text(content, at, lexicon)
        )
        # «بريطانية» is no «ب» and a name, «جمركية» none at all
        or (lexicon.is_name(one) and lexicon.is_name(word) and not _is_adjective(one, lexicon))
        or lexicon.joined(word)  # «بيان للكتيبة»
        or one in lexicon.given_names
        or (not one.endswith(lexicon.origin_endings) and lexicon.is_place(one))
        or outlets.named(one) is not None
        for at, word in enumerate(content[1:received], 1)
        for one in (word, word[1:] if word[:1] in "لب" and len(word) > 4 else word)
    )


def is_adjective_of_text(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is an adjective of a text and no body: «وثيقة داخلية»; not «بيان داخلية غزة»."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return _is_adjective(words[at], lexicon) and not (lexicon.definite(behind) or lexicon.is_place(behind))


def _is_received(word: str, lexicon: Lexicon) -> bool:
    """Whether behind a text a word tells who has it: «حصل», «استقتها»."""
    return not lexicon.receiving.isdisjoint(lexicon.without_object(word))


def _of_kin(phrase: Phrase, name: str, lexicon: Lexicon) -> bool:
    """«والد الشهيدة سارة الموثق»: somebody's kin, of whom no name of his own is told behind a comma."""
    content = phrase.content
    if is_by_child(content, lexicon):
        return False
    alone = not lexicon.definite(content[0]) or len(content) == 1  # «الزوجة»
    if _is_his(phrase, lexicon) or (lexicon.possessed(phrase.parts[0].text) and name != phrase.text):
        return False
    return phrase.head in lexicon.kin and alone and not any(part.text in PARTING for part in phrase.parts)


def _is_his(phrase: Phrase, lexicon: Lexicon) -> bool:
    """«ابنتها سهام», «محاميه سالم الحداد»: whose he is, by a pronoun, and then his own name."""
    last = phrase.content[-1]
    his = len(phrase.content) > 1 and lexicon.possessed(phrase.parts[0].text)
    return his and (last in lexicon.of_given or lexicon.is_name(last))


def _of_another(phrase: Phrase, name: str, lexicon: Lexicon) -> bool:
    """«محامي سالم الحداد»: who acts for another, whose name stands at once behind it and is no name of his own."""
    behind = " ".join(part.text for part in phrase.parts[1:])
    acts = phrase.content[0] in lexicon.serving and len(phrase.content) > 1
    return acts and name == behind and not lexicon.possessed(phrase.parts[0].text)


def _only_described(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«شركة أمريكية», «منظمة حقوقية»: an institution of which nothing is said but what it is like."""
    return (
        len(content) > 1
        and lexicon.is_any(content[0], lexicon.organisations, lexicon.outlets)
        and all(word.endswith(lexicon.origin_endings) and not lexicon.definite(word) for word in content[1:])
    )


def _only_kind_of_person(content: Sequence[str], lexicon: Lexicon) -> bool:
    """«بائع تونسي», «جندي سوري»: an everyday noun and its adjective of origin, and no name."""
    if len(content[0]) < 3:
        return False
    if len(content) == 1:  # «مصرية تكشف»
        word = content[0].removeprefix(lexicon.to)
        told = word.endswith(lexicon.origin_endings) and not lexicon.definite(word)
        return (told and lexicon.is_place(word)) or content[0] in lexicon.trades
    if content[0] in lexicon.trades and lexicon.is_any(
        content[1], lexicon.prepositions, lexicon.written_prepositions
    ):
        return True  # «صياد من الساحل»
    if any(lexicon.bare(word) in lexicon.nouns for word in content) or lexicon.opens_name(content[0]):
        return False
    return (
        content[1].endswith(lexicon.origin_endings)
        and not any(lexicon.definite(word) for word in content[:2])
        and not any(lexicon.is_name(word) or word in lexicon.given_names for word in content[:2])
    )


def _stands_apart(phrase: str, name: str) -> bool:
    """Whether a name ends a phrase behind a comma: «خبير في القانون، سالم الحداد»."""
    return phrase.endswith(name) and phrase.removesuffix(name).rstrip()[-1:] in PARTING


def _is_anybody(phrase: Phrase, name: str, role: str | None, lexicon: Lexicon) -> bool:
    """Whether a phrase of a language with capitals names nobody: "voters", "an engineer", "a new poll"."""
    content, head, kind = phrase.content, phrase.head, phrase.kind
    if phrase.withheld:
        return True
    if kind == "group":
        return head not in lexicon.groups or not is_of_body(content, lexicon)
    if kind == "outlet":
        return head in lexicon.many_outlets
    if kind != "person":
        return name == phrase.text and not is_particular(content, phrase.parts, kind, lexicon)
    if name != role:
        return False
    if head in lexicon.titles or head.rpartition("-")[2] not in lexicon.roles:
        return True  # "the pollster", "the worker": a trade tells nobody in particular
    if head in lexicon.anonymous:  # "a ministry official" is anyone of it
        return head.endswith("s") or content[0] not in lexicon.the
    # "an engineer"; but one can find "a spokesman for the ministry"
    any_of_them = lexicon.classes.get(content[0]) == "determiner" and content[0] not in lexicon.the
    speaks_for = head in lexicon.spokesmen and not lexicon.organisations.isdisjoint(content)
    return any_of_them and not (speaks_for or is_of_body(content, lexicon))
