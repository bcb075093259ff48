"""The tokens of one paragraph, folded, with its quotations paired."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.text.quotation_marks import CLOSING as CLOSING
from tawatur.attribution.text.quotation_marks import OPENING as OPENING
from tawatur.attribution.text.quotation_marks import closes_by_place, quotation_pairs
from tawatur.language.text import Tokens, sentences

Range = tuple[int, int]  # first token, one past the last

COMMAS = frozenset("،,;؛")
PARTING = frozenset("،,")  # a name from a role beside it
DASHES = frozenset("-–—")
LONGEST_NAME = 4  # words
LONGEST_SENTENCE = 500  # tokens; the grammar looks from each word to the end of its sentence
FARTHEST = 22  # tokens before the colon of a headline

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def folded_tokens(tokens: Tokens, lexicon: Lexicon) -> list[str]:
    """The tokens with the spelling of words folded, and marks as they are."""
    # At one go: a call for each word would take longer than all the rest.
    found = lexicon.language.normalise("\n".join(tokens.written)).split("\n")
    for at in tokens.marks:
        found[at] = tokens.written[at]
    if not lexicon.half_particles.isdisjoint(tokens.written):
        for at, text in enumerate(tokens.written):
            if text in lexicon.half_particles and _is_noun(tokens, found, at, lexicon):
                found[at] = text
    return found


def _is_noun(tokens: Tokens, folded: list[str], at: int, lexicon: Lexicon) -> bool:
    """«آن ديالو», «في آن واحد»: whether a word that is folded as a particle is a noun here; not «سي آن آن»."""
    if at > 0 and tokens.written[at - 1] in lexicon.before_nouns:
        return True
    named = at + 1 < len(folded) and tokens.is_word[at + 1] and folded[at + 1] not in lexicon.that
    return named and lexicon.is_name(folded[at + 1])


class Paragraph:
    """The tokens of one paragraph, folded, with its quotations paired; `before` is the one that it follows."""

    def __init__(self, text: str, lexicon: Lexicon, before: Paragraph | None = None) -> None:
        self.text, self.before = text, before
        self.tokens = Tokens(text)
        self.written, self.is_word = self.tokens.written, self.tokens.is_word
        self.folded = folded_tokens(self.tokens, lexicon)
        self.pairs = quotation_pairs(self.tokens)
        self.closes = {end: start for start, end in self.pairs.items()}
        self._openings = [*self.pairs]
        self.answers: dict[tuple[Any, ...], Any] = {}
        # Those that have no more words than a name: «شركة "نسيم الغد"».
        self.marked_names = {
            start: end for start, end in self.pairs.items() if 1 < end - start <= LONGEST_NAME + 1
        }

    def with_earlier(self) -> Iterator[Paragraph]:
        """This paragraph and those before it, the latest first."""
        one: Paragraph | None = self
        while one is not None:
            yield one
            one = one.before

    @cached_property
    def sentence_ranges(self) -> list[Range]:
        """The sentences, none of which ends inside a quotation or before a comma."""
        merged: list[Range] = []
        for first, end in sentences(self.tokens):
            goes_on = self.written[first] in COMMAS  # behind «"…؟"»
            if merged and (goes_on or self.quotation_around(first) or first in self.closes):
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((first, end))
        if "\n" in self.text:
            merged = [part for whole in merged for part in self._lines(*whole)]
        return [part for whole in merged for part in self._bounded(*whole)]

    def _bounded(self, first: int, end: int) -> Iterator[Range]:
        """A sentence, parted where it is longer than any that somebody wrote; not inside a quotation."""
        while end - first > LONGEST_SENTENCE:
            at = first + LONGEST_SENTENCE
            quotation = self.quotation_around(at)
            cut = quotation[0] if quotation else self.closes.get(at, at)
            yield first, cut
            first = cut
        yield first, end

    def _lines(self, first: int, end: int) -> Iterator[Range]:
        """A sentence, parted before and behind each line that opens with a colon behind a few words: «الوزير: لا تراجع»."""
        start = first
        for at in range(first + 1, end):
            if self._opens_line(at) and (self._heads(at, end) or self._heads(start, at)):
                yield start, at
                start = at
        yield start, end

    def _opens_line(self, at: int) -> bool:
        return "\n" in self.tokens.gap(at)

    def _heads(self, at: int, end: int) -> bool:
        """Whether a colon stands behind the first words from `at`, and in their line."""
        near = next((one for one in range(at + 1, min(end, at + FARTHEST)) if self.written[one] == ":"), None)
        return near is not None and not any("\n" in self.tokens.gap(one) for one in range(at + 1, near + 1))

    @cached_property
    def headlines(self) -> frozenset[int]:
        """Where sentences begin that may be headlines: the first, lines of their own, and all of several that open with a colon."""
        ranges = self.sentence_ranges
        headed = [first for first, end in ranges if self._heads(first, end)] if ":" in self.text else []
        lined = filter(self._opens_line, headed)
        mostly = len(headed) > 1 and len(headed) * 2 >= len(ranges)
        return frozenset((0, *(headed if mostly else lined)))

    @cached_property
    def unclosed(self) -> int:
        """Where the quotation opens that nothing closes; one past the last token where there is none."""
        if OPENING.isdisjoint(self.written):
            return len(self.written)
        loose = (
            at
            for at in self.tokens.marks
            if self.written[at] in OPENING
            and at not in self.pairs
            and at not in self.closes
            and not closes_by_place(self.tokens, at)
        )
        return next(loose, len(self.written))

    def quotation_around(self, at: int) -> Range | None:
        """The marks between which a token stands; None where it stands in no quotation."""
        before = bisect_left(self._openings, at) - 1
        opening = self._openings[before] if before >= 0 else at
        return (opening, self.pairs[opening]) if opening < at < self.pairs[opening] else None

    def quotations_in(self, start: int, end: int) -> Sequence[int]:
        """Where quotations open in a token range."""
        return self._openings[bisect_left(self._openings, start) : bisect_left(self._openings, end)]

    def tokens_of(self, word: str) -> Sequence[int]:
        """Where a folded word stands."""
        return self._positions[word] if word in self._vocabulary else ()

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.folded)  # most words that are asked for stand in few paragraphs

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.folded):
            found.setdefault(word, []).append(at)
        return found

    def has_word(self, part: Range) -> bool:
        """Whether a token range is more than marks."""
        return any(self.is_word[part[0] : part[1]])

    def span(self, part: Range, skip: int = 0) -> tuple[int, int]:
        """The characters of a token range; `skip` leaves out so many at its start (a clitic)."""
        return self.tokens.start(part[0]) + skip, self.tokens.end(part[1] - 1)


def answered_once(
    ask: Callable[Concatenate[Paragraph, _Asked], _Answer],
) -> Callable[Concatenate[Paragraph, _Asked], _Answer]:
    """A question about a paragraph, which keeps the answer: a long one is asked the same of each of its statements."""

    def answer(paragraph: Paragraph, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        asked = (ask, *args, *kwargs.values())
        if asked not in paragraph.answers:
            paragraph.answers[asked] = ask(paragraph, *args, **kwargs)
        found: _Answer = paragraph.answers[asked]
        return found

    return update_wrapper(answer, ask)
