"""The personal name in the phrase of a speaker, and the role beside it."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.capitalised_names import capitalised
from tawatur.attribution.speakers.outlet_names import outlet_name
from tawatur.attribution.speakers.personal_names import (
    behind_courtesy,
    family_name,
    given_before_role,
    may_name,
    name_before_role,
    named_as_role,
    personal,
)
from tawatur.attribution.text.paragraph import CLOSING, OPENING, PARTING
from tawatur.language.text import Token
from tawatur.model import SpeakerKind
from tawatur.outlets import Outlets

_ROLE_AND_NAME = 2  # words
_CHILD = 2  # words of «أم سعيد»
_AROUND = " ،," + "".join(OPENING | CLOSING)  # what is left around a role without its name


def name_and_role(
    phrase: str,
    parts: Sequence[Token],
    words: Sequence[str],
    kind: SpeakerKind,
    lexicon: Lexicon,
    outlets: Outlets,
) -> tuple[str, str | None]:
    """The personal name in a phrase and the role before it; the whole phrase where it has no such name."""
    if kind == "outlet":
        return outlet_name(phrase, parts, words, lexicon), None
    if kind in ("group", "person") and (beside := _named_beside(parts, words, lexicon)):
        return _apart(phrase, parts, beside)
    if kind != "person":
        return phrase, None
    if lexicon.subject_first:
        return capitalised(phrase, parts, lexicon)
    return _person(phrase, parts, words, lexicon, outlets)


def _person(
    phrase: str, parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon, outlets: Outlets
) -> tuple[str, str | None]:
    """The name of a person in a phrase and his role; the whole phrase where it has no name."""
    groups = _groups(parts)
    if reporter := _behind_outlet(parts, words, lexicon):
        return _apart(phrase, parts, reporter)
    lone = len(groups) == 1
    if not lone or (lexicon.bare(words[0]) in lexicon.roles and len(groups[0]) == _ROLE_AND_NAME):
        groups[0] = _unmarked(groups[0], parts) or groups[0]  # «رئيس "الأمل"»
    if behind_own := _behind_own(groups[0], parts, words, lexicon):
        return _apart(phrase, parts, behind_own)
    first = groups[0]
    if is_by_child([words[at] for at in first], lexicon):
        return _apart(phrase, parts, first)
    if before := behind_courtesy(first, words, lexicon) or name_before_role(first, words, lexicon):
        return _apart(phrase, parts, before)
    found = [
        tail
        for group in groups
        if (tail := _name_in(group, words, lexicon, first=group is first, lone=lone))
        and not _has_outlet(group, words, outlets)
    ]
    if not found:
        return phrase, phrase
    if len(found) > 1 and found[0] == first:
        sure = words[first[0]] in lexicon.of_given and lexicon.role(words[groups[1][0]])
        if sure or _belongs_to_role(found[1], groups, words, lexicon):
            found = found[:1]  # «نادر شوقي، وكيل أحمد فتحي»: whose agent he is
    # A name stands before its role («ديما الراسبي، وكيلة المتهمين») or behind it: the surest is the name.
    tail = found[0]
    if len(found) > 1:
        tail = max(reversed(found), key=lambda tail: _sureness(words[tail[0]], lexicon))
    return _apart(phrase, parts, tail)


def _behind_own(
    group: Sequence[int], parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon
) -> Sequence[int]:
    """«زميله سامي الحداد»: the name behind a noun that says by its pronoun whose he is; none where none is told."""
    own = len(group) > 1 and lexicon.is_any(words[0], lexicon.kin, lexicon.anonymous)
    if not own or not lexicon.possessed(parts[0].text) or lexicon.definite(words[group[1]]):
        return ()
    return personal(group[1:], words, lexicon, alone=True)


def _groups(parts: Sequence[Token]) -> list[list[int]]:
    """The words of a phrase by their places, parted at commas."""
    groups: list[list[int]] = [[]]
    for at, part in enumerate(parts):
        if part.text in PARTING:
            groups.append([])
        elif part.is_word:
            groups[-1].append(at)
    return [group for group in groups if group]


def _name_in(
    group: Sequence[int], words: Sequence[str], lexicon: Lexicon, *, first: bool, lone: bool
) -> Sequence[int]:
    """The words between two commas that are a person's name; `first` says that none stand before them, `lone` that no others do."""
    if first:
        special = family_name(group, words, lexicon)
    else:
        special = named_as_role(group, words, lexicon) or given_before_role(group, words, lexicon)
    alone = not lone or words[group[0]] not in lexicon.roles
    return special or personal(group, words, lexicon, alone=alone)


def _behind_outlet(parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«مبعوثة الجسر "اف ام" سلوى الحداد»: the name of a reporter behind that of the outlet; none where it is not told."""
    if lexicon.bare(words[0]) not in lexicon.reporters:
        return ()
    behind = next((at for at in range(len(parts) - 1, 0, -1) if not parts[at].is_word), len(parts)) + 1
    name = range(behind, len(parts))
    marked = bool(name) and parts[behind - 1].text in CLOSING and words[behind] in lexicon.given_names
    return name if marked and len(name) in (2, 3) else ()


def _named_beside(parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> Sequence[int]:
    """«أحد المشاركين في الندوة، سامي الحداد»: behind a comma the name of the one of several who speaks; none where it is not told."""
    if words[0] not in lexicon.one_of:
        return ()
    comma = next((at for at, part in enumerate(parts) if part.text in PARTING), len(parts))
    if comma + 2 >= len(parts):
        return ()
    close = next((at for at in range(comma + 1, len(parts)) if not parts[at].is_word), len(parts))
    name = range(comma + 1, close)
    known = any(lexicon.bare(words[at]) in lexicon.no_given for at in name)
    return name if 2 <= len(name) <= 4 and not known and may_name(words, name, lexicon) else ()


def is_by_child(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether these words name a woman by her child, and say no more: «أم سعيد»."""
    return len(words) == _CHILD and words[0] in lexicon.by_child and words[1] in lexicon.given_names


def _apart(phrase: str, parts: Sequence[Token], name: Sequence[int]) -> tuple[str, str | None]:
    """The words of a name in a phrase, without quotation marks, and what the phrase has around them."""
    end = parts[-1].end
    start, close = (
        max(0, len(phrase) - (end - parts[name[0]].start)),
        len(phrase) - (end - parts[name[-1]].end),
    )
    role = " ".join(f"{phrase[:start]} {phrase[close:]}".split()).replace("( )", "").strip(_AROUND)
    return " ".join(parts[at].text for at in name), role or None


def _belongs_to_role(
    tail: Sequence[int], groups: Sequence[Sequence[int]], words: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether a name stands behind a role without the article, whose it is then: «وكيل أحمد فتحي»."""
    group = next(one for one in groups if tail[0] in one)
    before = words[tail[0] - 1] if tail[0] != group[0] else ""
    return lexicon.role(before) and not lexicon.definite(before)


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


def _has_outlet(group: Sequence[int], words: Sequence[str], outlets: Outlets) -> bool:
    """Whether an outlet is named behind the first word: «مراسل الجوهرة أف أم»."""
    return any(outlets.starting([words[index] for index in group[at:]]) for at in range(1, len(group)))
