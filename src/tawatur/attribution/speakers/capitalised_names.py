"""The personal name in a phrase of a language that writes names with capitals: "Transport Minister Salem Haddad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.text.paragraph import PARTING
from tawatur.language.text import Token

_NAME = 2  # words
_OFFICE_AND_NAME = 3  # words of "State Omar Haddad" behind "Secretary of"
_SHOUTED = 3  # words in capitals that are a headline, and no name
_VERBS = ("ing", "ed")  # endings
_OWNERS = ("'s", "’s", "s'", "s’")
_SHORT = 2  # letters of "St."
_JOINTS = frozenset("./&")  # within a name: "Omar F. Haddad", "CBS/Gull"
_APOSTROPHES = frozenset("'’")
_PARTS = PARTING | frozenset('()[]-–—―:;"“”')  # between them a phrase tells of somebody anew
# classes of words with which no name begins, even where they have a capital
_UNNAMED = frozenset(
    {"determiner", "own", "yours", "possessive", "first", "second", "third", "thing", "someone", "object"}
    | {"relative", "that", "question", "to", "preposition", "conjunction", "be", "have", "do", "not"}
)
# before the subject of a clause
_OPENING = frozenset({"relative", "that", "question", "conjunction", "adverb"})
_LONE = frozenset({"adverb", "time", "verb"})  # none of these is a name alone


class Name(NamedTuple):
    """The words of a name side by side, as a range of tokens: behind a role or a title, or of a body, "Council of Rivana"."""

    start: int
    end: int
    titled: bool
    words: int
    of_body: bool = False


def name_in(parts: Sequence[Token], lexicon: Lexicon) -> Name | None:
    """The name of whom a phrase tells; None where it names nobody."""
    found: list[Name] = []
    for is_part, between in groupby(range(len(parts)), lambda at: parts[at].text in _PARTS):
        if is_part:
            continue
        segment = list(between)
        if len(segment) < len(parts) and _shouts(parts, segment[0], segment[-1] + 1):
            continue  # "HARBOUR CLOSES FOR WINTER - Omar Haddad"
        name = _name_between(parts, segment, lexicon)
        if name and not (segment[0] and not name.titled and _is_place(parts, name, lexicon)):
            found.append(name)  # "the mayor of Rivana, Haddadia" has none
    if not found:
        return None
    first = found[0]
    place = _is_place(parts, first, lexicon)
    sure = first.titled or first.words >= _NAME or first.start == 0
    if len(found) > 1 and (place or not sure):
        first = next((name for name in found[1:] if name.titled or name.words >= _NAME), first)
    return first


def _is_place(parts: Sequence[Token], name: Name, lexicon: Lexicon) -> bool:
    return lexicon.is_place(*(part.text.lower() for part in parts[name.start : name.end]))


def capitalised(phrase: str, parts: Sequence[Token], lexicon: Lexicon) -> tuple[str, str | None]:
    """The name in a phrase and the role around it; the whole phrase where it names nobody."""
    found = name_in(parts, lexicon)
    if found is None:
        return phrase, phrase
    offset = parts[0].start
    start, end = parts[found.start].start - offset, parts[found.end - 1].end - offset
    role = " ".join(f"{phrase[:start]} {phrase[end:]}".split())
    return phrase[start:end], role.replace(" ,", ",").strip(" ,.") or None


def is_of_another(parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the name in a phrase stands behind that of another, whose it is: "the Gull’s Omar Haddad"."""
    found = name_in(parts, lexicon)
    before = found.start if found else 0
    before -= before > 0 and parts[before - 1].text in _APOSTROPHES
    return before > 0 and _owns(parts, before, len(parts))


def is_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is an office or stands before a name as a title does: "secretary-treasurer", "sen"."""
    last = word.rpartition("-")[2]
    return lexicon.is_any(last, lexicon.roles, lexicon.also_roles, lexicon.titles)


def is_initial(parts: Sequence[Token], at: int) -> bool:
    """Whether a word is one letter and a full stop, as within a name: "Robert A. Haddad"."""
    one = len(parts[at].text) == 1 and parts[at].text.isupper()
    return one and at + 1 < len(parts) and parts[at + 1].text == "."


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter as a name does, behind an Arabic article too: "al-Masri"."""
    return word[:1].isupper() or (word[:3] in ("al-", "el-") and word[3:4].isupper())


def _name_between(parts: Sequence[Token], segment: Sequence[int], lexicon: Lexicon) -> Name | None:
    """The name in what stands between two commas: the run of capitals that no noun follows and no preposition leads."""
    end = segment[-1] + 1
    for run in _runs(parts, segment, lexicon):
        if not run.titled and _shouts(parts, run.start, run.end):
            continue
        institution = _goes_on(parts, run, end, lexicon)
        behind = institution or run.end
        if _owns(parts, run.end, end) or not (
            _ends_phrase(parts, behind, end, lexicon) or _is_told(parts, run, end, lexicon)
        ):
            continue
        if not run.titled and _is_small(parts, run, lexicon):
            continue
        if run.titled and _is_body(parts, run, lexicon):
            continue  # "the Justice Department", "the chairman of the Rivana Port Committee"
        if _is_common(parts, run, lexicon):
            return None
        if institution and run.words == 1 and not run.titled and not _of_place(parts, run, behind, lexicon):
            return run._replace(end=behind, of_body=True)
        return run
    return None


def _runs(parts: Sequence[Token], segment: Sequence[int], lexicon: Lexicon) -> Iterator[Name]:
    """The runs of capitals in a segment up to the preposition behind its noun, in order."""
    at, end = segment[0], segment[-1] + 1
    titled = office = False
    while at < end:
        word = parts[at].text.lower()
        if _begins(parts, at, segment[0], lexicon):
            close = _run_end(parts, at, end, lexicon)
            words = sum(part.is_word for part in parts[at:close])
            if office and words >= _OFFICE_AND_NAME:
                yield _last_two(parts, close)
                return
            if not office:
                yield Name(at, close, titled, words)
            at = _goes_on(parts, Name(at, close, titled, words), end, lexicon) or close
            titled = False
        elif is_role(word, lexicon):
            titled, office, at = True, False, at + 1
        elif not parts[at].is_word or word in lexicon.articles:
            told = word != "." or _is_abbreviated(parts[at - 1].text, lexicon)
            titled, office, at = titled and told, office and told, at + 1
        elif at == segment[0] and lexicon.classes.get(word) in _OPENING:
            at += 1
        elif _is_preposition(word, lexicon):
            if not (titled and word in lexicon.belonging):
                return
            titled, office, at = False, True, at + 1
        elif office:
            return
        else:
            titled, at = False, at + 1


def _begins(parts: Sequence[Token], at: int, start: int, lexicon: Lexicon) -> bool:
    """Whether at `at` a name may begin: a word with a capital that is no role, and no small word."""
    part, word = parts[at], parts[at].text.lower()
    if at > start and is_initial(parts, at):
        return True
    kind = lexicon.classes.get(word)
    if not (part.is_word and is_capital(part.text)) or kind in _UNNAMED or (kind == "adverb" and at == start):
        return False
    if is_role(word, lexicon):
        # Larry King, not the King
        if len(parts) == 1:
            return word in lexicon.also_roles  # "Singer said"
        behind = parts[at + 1].text if at + 1 < len(parts) else ""
        last = not is_capital(behind) or behind.lower() in lexicon.name_suffixes
        return last and word in lexicon.role_names and at > start and _begins(parts, at - 1, start, lexicon)
    return word not in lexicon.common


def _run_end(parts: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """One past the name that begins at `at`: its words, their initials, and the small words between them."""
    start, close = at, at + 1
    while close < end and not _owns(parts, close, end):
        ahead = close
        while ahead < end and (
            parts[ahead].text in _JOINTS or parts[ahead].text.lower() in lexicon.in_surnames
        ):
            ahead += 1
        if ahead > close and parts[close].text == "." and not _is_abbreviated(parts[close - 1].text, lexicon):
            break
        if ahead == end or not _begins(parts, ahead, start, lexicon):
            break
        if _is_shouted(parts, start, close, _NAME) and not parts[ahead].text.isupper():
            break
        close = ahead + 1
    return close


def _owns(parts: Sequence[Token], close: int, end: int) -> bool:
    """Whether the name before `close` owns what follows: "Haddad's", "the Haddads’"."""
    before = parts[close - 1].text
    mark = close < end and parts[close].text in _APOSTROPHES and before[-1:] == "s"
    return mark or before.endswith(_OWNERS)


def _is_abbreviated(word: str, lexicon: Lexicon) -> bool:
    """Whether a full stop behind a word is that of an initial, or of a short form: "Omar F. Haddad", "St. Clair", "Sen."."""
    return (len(word) <= _SHORT and word[:1].isupper()) or word.lower() in lexicon.titles


def _is_shouted(parts: Sequence[Token], start: int, end: int, least: int) -> bool:
    """Whether the words of a range are at least so many, and all of them in capitals."""
    words = [part.text for part in parts[start:end] if part.is_word and len(part.text) > 1]
    return len(words) >= least and all(map(str.isupper, words))


def _shouts(parts: Sequence[Token], start: int, end: int) -> bool:
    """Whether a range is a headline in capitals rather than a name."""
    return _is_shouted(parts, start, end, _SHOUTED)


def _last_two(parts: Sequence[Token], close: int) -> Name:
    """The name behind an office and its body: "Haddad" and the word before it, and an initial between them."""
    words = [at for at in range(close) if parts[at].is_word]
    first = words[-_NAME]
    if len(parts[first].text) == 1 and len(words) > _NAME:
        first = words[-_NAME - 1]
    return Name(first, close, True, _NAME)


def _goes_on(parts: Sequence[Token], run: Name, end: int, lexicon: Lexicon) -> int | None:
    """One past the name of an institution that a run begins: "University of Rivana"; None where none does."""
    at = run.end
    word = parts[at].text.lower() if at < end else ""
    if run.titled or word not in lexicon.in_name or lexicon.classes.get(word) == "conjunction":
        return None
    while at < end and parts[at].text.lower() in lexicon.in_name:
        at += 1
    if at >= end or not _begins(parts, at, at - 1, lexicon):
        return None
    return _run_end(parts, at, end, lexicon)


def _of_place(parts: Sequence[Token], run: Name, end: int, lexicon: Lexicon) -> bool:
    """ "Haddad of Rivana": whether what stands behind a run is the name of a place."""
    behind = [part.text.lower() for part in parts[run.end + 1 : end] if part.is_word]
    return lexicon.is_place(*(word for word in behind if word not in lexicon.articles))


def _ends_phrase(parts: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether no noun follows whose modifier the words before `at` are: "the Haddad campaign"."""
    at += at < end and parts[at].text == "."
    if at >= end:
        return True
    word = parts[at].text.lower()
    verb = word.endswith(_VERBS) and not _is_described(parts, lexicon)
    small = lexicon.classes.get(word) is not None or verb
    return not parts[at].is_word or small or _is_preposition(word, lexicon)


def _is_preposition(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.phrase_ends or lexicon.classes.get(word) in ("preposition", "to")


def _is_told(parts: Sequence[Token], run: Name, end: int, lexicon: Lexicon) -> bool:
    """Whether a run is a name by the title before it, whatever follows: "Mr. Haddad quit"; not "Mr. Haddad supporters"."""
    word = parts[run.end].text.lower() if run.end < end else ""
    return (
        run.titled
        and not _is_described(parts, lexicon)
        and not word.endswith("s")
        and not is_role(word, lexicon)
    )


def _is_common(parts: Sequence[Token], run: Name, lexicon: Lexicon) -> bool:
    """Whether a run ends with the noun of several, or of one of them: "Republicans", "The Rivana Republican"."""
    last = parts[run.end - 1].text.lower().rpartition("-")[2]
    several = lexicon.is_any(last, lexicon.groups, lexicon.also_groups)
    one = lexicon.is_any(f"{last}s", lexicon.groups, lexicon.also_groups) and not run.titled
    return several or (one and _is_described(parts, lexicon))


def _is_described(parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a phrase begins as that of a noun does: "the Haddad campaign", "a Gull poll"."""
    return lexicon.classes.get(parts[0].text.lower()) == "determiner"


def _is_body(parts: Sequence[Token], run: Name, lexicon: Lexicon) -> bool:
    return lexicon.is_any(parts[run.end - 1].text.lower(), lexicon.organisations, lexicon.also_bodies)


def _is_small(parts: Sequence[Token], run: Name, lexicon: Lexicon) -> bool:
    """Whether a run is one everyday word: "Sunday", "Polling"."""
    word = parts[run.start].text.lower()
    texts = lexicon.is_any(word, lexicon.documents, lexicon.also_documents)
    return run.words == 1 and (texts or lexicon.classes.get(word) in _LONE)
