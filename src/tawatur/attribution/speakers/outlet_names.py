"""Which outlet a phrase names, and by what name: «وكالة الأنباء الرسمية "وات"», «موقع "الساحل" الإخباري», «قناة السهوب عبر موقعها»."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import Lexicon, starts
from tawatur.attribution.text.paragraph import CLOSING, COMMAS, OPENING
from tawatur.language.text import Token, words
from tawatur.model import Outlet
from tawatur.outlets import Outlets

_BRACKETS = {"(": frozenset(")")}


def behind_outlet(
    parts: Sequence[Token], folded: Sequence[str], first: int, lexicon: Lexicon, outlets: Outlets
) -> int:
    """One past the phrase of an outlet that begins with its noun at `first`; one past all tokens for any other phrase."""
    if lexicon.subject_first or not _is_noun(folded[first], lexicon):
        return len(parts)
    known = outlets.starting(folded[first + 1 :])
    at = first + 1 + (known[1] if known else 0)  # «شبكة سي إن إن»
    while at < len(parts) and not (at > first + 1 and _leaves_name(parts, folded, at, lexicon)):
        at = (_marked_until(parts, at) or at) + 1  # «شبكة "سي إن إن"»
    return at


def outlet_in(
    parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon, outlets: Outlets
) -> Outlet | None:
    """The outlet of the catalogue that a phrase names behind what tells its kind («وكالة الأنباء "وات"»), and before
    an adjective of origin: «سكاي نيوز البريطانية», not «العربية الآن», «الساحل الأولى»; None where it names none."""
    at = [index for index, part in enumerate(parts) if part.is_word]
    content = [folded[index] for index in at]
    if lexicon.subject_first and content[0] in lexicon.titles:
        return None  # "Dr. Haddad"
    behind = _past_kind(content, lexicon)
    marked = _marked(parts, at, behind)
    if marked and (named := outlets.named(" ".join(content[behind:marked]))):
        return named
    for begins in dict.fromkeys((0, behind)):
        names = content[begins:]
        found = outlets.starting(names)
        if found is None and begins and names and (lone := outlets.named(names[0])):
            found = lone, 1  # «صحيفة الصباح العراقية»: with its noun an everyday word is a name
        if found is None or begins + found[1] < marked:
            continue  # «قناة "العربية الأولى"»
        if _only_described(parts, at[begins + found[1] :], folded, lexicon, outlets):
            return found[0]
    return None


def _marked(parts: Sequence[Token], at: Sequence[int], behind: int) -> int:
    """How many of the words at `at` there are up to the end of the name in quotation marks that begins with the one `behind`; 0 for no such name."""
    if not 0 < behind < len(at):
        return 0
    close = _marked_until(parts, at[behind] - 1)
    return sum(index < close for index in at)


def _only_described(
    parts: Sequence[Token], left: Sequence[int], folded: Sequence[str], lexicon: Lexicon, outlets: Outlets
) -> bool:
    """Whether the words left behind an outlet's name are an adjective of origin, or none of its name."""
    if not left or lexicon.subject_first:
        return len(left) <= 1
    word, written = folded[left[0]], parts[left[0]].text
    adjective = lexicon.feminine_noun(written) or written[-1:] == word[-1:]  # not «الأولى»
    if adjective and word.endswith(lexicon.origin_endings):
        return True
    # «وكالة الأنباء السعودية "واس"»
    return outlets.named(word) is not None or _leaves_name(parts, folded, left[0], lexicon)


def outlet_name(phrase: str, parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon) -> str:
    """The name of an outlet that no catalogue has, without what tells its kind and whose it is.

    «وكالة السهوب»: an everyday word is a name only with the noun before it.
    """
    if lexicon.subject_first:
        return _named_first(phrase, lexicon)
    at = [index for index, part in enumerate(parts) if part.is_word]
    behind = _past_kind([folded[index] for index in at], lexicon)
    if not behind or behind >= len(at):
        return phrase
    first = at[behind]
    if close := _marked_until(parts, first - 1):
        return _between(phrase, parts, first, close)
    if behind > 1 or lexicon.definite(folded[first]) or lexicon.definite(folded[0]):
        return phrase
    if parts[-1].text in CLOSING:
        return phrase  # «"بوابة السهوب الإخبارية"»
    adjectives = (index for index in at[behind + 1 :] if _is_adjective(folded, index, lexicon))
    return _between(phrase, parts, first, next(adjectives, len(parts)))


def tells_kind(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase of Arabic tells what kind of outlet it is, and no name: «الصحيفة البريطانية», «قناة»."""
    content = [lexicon.folded(word) for word in words(phrase)]
    return not lexicon.subject_first and _past_kind(content, lexicon) == len(content)


def _named_first(phrase: str, lexicon: Lexicon) -> str:
    """ "the newspaper Al-Mina": an English name without the words before it that tell its kind."""
    first, _, rest = phrase.partition(" ")
    while rest and (first.lower() in lexicon.articles or first in lexicon.outlets):
        phrase = rest.strip()
        first, _, rest = phrase.partition(" ")
    return phrase


def _past_kind(content: Sequence[str], lexicon: Lexicon) -> int:
    """How many words at the start of a phrase tell what kind of outlet it is: «وكالة الأنباء الرسمية», «موقع صحيفة»."""
    if lexicon.subject_first:
        return int(content[0] in lexicon.the)
    at = int(lexicon.bare(content[0]) in lexicon.outlets)
    while 0 < at < len(content) and (
        _is_noun(content[at], lexicon)
        or lexicon.bare(content[at]) in lexicon.kinds_of_outlets
        or (lexicon.definite(content[at - 1]) and _is_adjective(content, at, lexicon))
    ):
        at += 1
    return at


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a folded word is the noun of an outlet, with or without «ل» or the article written on to it."""
    return lexicon.bare(word) in lexicon.outlets or lexicon.behind_to(word) in lexicon.outlets


def _is_adjective(folded: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is a definite adjective of origin, and not half of a land's name: «كوريا الجنوبية»."""
    word = folded[at]
    named = lexicon.is_place(*folded[at - 1 : at + 1])
    return lexicon.definite(word) and word.endswith(lexicon.origin_endings) and not named


def _leaves_name(parts: Sequence[Token], folded: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether at `at` no more of an outlet's name follows: a comma, «أن», a preposition, «اليوم الخميس»."""
    word = folded[at]
    if not parts[at].is_word:
        return parts[at].text in COMMAS
    if lexicon.is_any(word, lexicon.prepositions, lexicon.that, lexicon.relatives, lexicon.what):
        return True
    timely = (
        at + 1 < len(folded) and starts(lexicon.breaks, folded, at) and starts(lexicon.breaks, folded, at + 1)
    )
    role = lexicon.bare(word) in lexicon.offices and not lexicon.joined(word)
    return bool(timely) or (role and lexicon.definite(word))


def _marked_until(parts: Sequence[Token], opening: int) -> int:
    """Where the mark stands that closes a name in quotation marks or brackets; 0 where none opens at `opening`."""
    mark = parts[opening].text
    closing = _BRACKETS.get(mark, CLOSING if mark in OPENING else frozenset())
    return next((at for at in range(opening + 1, len(parts)) if parts[at].text in closing), 0)


def _between(phrase: str, parts: Sequence[Token], start: int, end: int) -> str:
    """The words of a phrase from one token to another, which is left out."""
    close = len(phrase) - (parts[-1].end - parts[end - 1].end)
    return phrase[close - (parts[end - 1].end - parts[start].start) : close].strip()
