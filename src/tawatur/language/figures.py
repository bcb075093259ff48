"""The figures of a text: numbers in digits or words, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from tawatur.language.registry import Language
from tawatur.language.text import Tokens, western_digits

_THOUSANDS = re.compile(r"(?<=\d)[,٬](?=\d{3}(?:\D|$))")
_BEHIND = 3  # words behind a number among which is what it counts
_BEFORE = 7  # words before it, where nothing behind it is


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at characters `start` to `end`, and what it counts.

    `counts` is the lexicon's word for that, else the stem of the word behind it; None where nothing is counted.
    `known` says that a story has as a rule one number of it (of its dead, its injured).
    """

    value: float
    start: int
    end: int
    counts: str | None
    known: bool


def figures(text: str, spoken: Language) -> list[Figure]:
    """The figures of a text in order, dates and times of day left out; none in a language without `quantities.toml`."""
    words = _words(spoken)
    if words is None:
        return []
    parts = Tokens(words.parted(text))
    folded = [spoken.normalise(western_digits(text)) for text in parts.written]
    found = []
    at = 0
    while at < len(parts):
        value, end = words.number(folded, at)
        if value is None:
            at += 1
            continue
        counts, known = words.counted(folded, at, end)
        if not words.is_date(folded, at, end, value, counts):
            found.append(Figure(value, parts.start(at), parts.end(end - 1), counts, known))
        at = end
    return found


class _Words:
    def __init__(self, data: Mapping[str, Mapping[str, object]], spoken: Language) -> None:
        fold = spoken.normalise
        self._spoken = spoken
        self._numbers = {fold(word): float(str(value)) for word, value in data["numbers"].items()}
        self._scales = {fold(word): float(str(value)) for word, value in data["scales"].items()}
        words = data["words"]
        self._and = str(words["and"])
        self._alone, self._fractions, self._calendar, self._parts = (
            frozenset(fold(str(word)) for word in _listed(words[name]))
            for name in ("alone", "fractions", "calendar", "parts")
        )
        self._counted, self._measured = (
            {fold(str(word)): counts for counts, listed in data[name].items() for word in _listed(listed)}
            for name in ("counted", "measured")
        )
        joined = len(self._and) == 1
        self._prefix, self._between = (self._and, "") if joined else ("", self._and)
        self._joined_digit = re.compile(rf"\b{self._prefix}(?=\d)") if joined else None

    def parted(self, text: str) -> str:
        """The text, as long as it was, with what is written on to a number in digits blanked out."""
        return self._joined_digit.sub(" ", text) if self._joined_digit else text

    def number(self, folded: Sequence[str], at: int) -> tuple[float | None, int]:
        """The number that begins at a word, and where it ends; None where none begins."""
        if at and folded[at - 1] in self._fractions:
            return None, at
        first = self._part(self._bare(folded[at]))
        if first is None or (self._bare(folded[at]) in self._alone and not self._teens(folded, at)):
            return None, at
        total, current, end = 0.0, first, at + 1
        while end < len(folded):
            skip = int(folded[end] == self._between and end + 1 < len(folded))
            word = folded[end + skip]
            if scale := self._scales.get(word):
                total, current = (total, current * scale) if scale == 100 else (total + current * scale, 0.0)
            elif (more := self._part(self._bare(word))) is not None and self._adds(word, current, more):
                current += more
            else:
                break
            end += 1 + skip
        return total + current, end

    def _adds(self, word: str, current: float, more: float) -> bool:
        """Whether a number goes on with this word: «سبع عشرة», «مئتين وعشرة», "two hundred" and "twelve"."""
        if word[-1].isdigit():
            return False
        if more == 10 and 0 < current < 10 and word == self._bare(word):
            return True
        joined = not self._prefix or word.startswith(self._prefix)
        # The smaller part comes first in Arabic up to a hundred («خمسة وعشرون»), else the larger one.
        return joined and (
            current == 0 or (current < 10 and 20 <= more < 100) or (more < current and current % 100 == 0)
        )

    def _teens(self, folded: Sequence[str], at: int) -> bool:
        return at + 1 < len(folded) and self._part(folded[at + 1]) == 10

    def _bare(self, word: str) -> str:
        return word.removeprefix(self._prefix) if word not in self._numbers else word

    def _part(self, word: str) -> float | None:
        if word[:1].isdigit():
            plain = _THOUSANDS.sub("", word).replace("٫", ".").replace(",", ".")
            return float(plain) if re.fullmatch(r"\d+(\.\d+)?", plain) else None
        if word in self._numbers:
            return self._numbers[word]
        pieces = [self._numbers.get(piece) for piece in word.split("-")]
        return sum(piece for piece in pieces if piece) if len(pieces) > 1 and all(pieces) else None

    def counted(self, folded: Sequence[str], start: int, end: int) -> tuple[str | None, bool]:
        """What a number counts, and whether a story has one such number as a rule."""
        behind = _until_mark(folded[end : end + _BEHIND], self._measured)
        for word in behind:
            if found := self._listed(word):
                # «214 حالة، بينها 27»: a part of a number is no other number of the same.
                part = start > 0 and folded[start - 1] in self._parts
                return found[0], found[1] and not part
        first = behind[0] if behind else ""
        if first and first not in self._spoken.stopwords and first not in self._calendar:
            return self._spoken.stem(first), False
        for word in _until_mark(folded[max(0, start - _BEFORE) : start][::-1], self._measured):
            if word in self._counted:
                return self._counted[word], True
        return None, False

    def _listed(self, word: str) -> tuple[str, bool] | None:
        if word in self._counted:
            return self._counted[word], True
        return (self._measured[word], False) if word in self._measured else None

    def is_date(self, folded: Sequence[str], start: int, end: int, value: float, counts: str | None) -> bool:
        around = [*folded[max(0, start - 1) : start], *folded[end : end + 1]]
        if any(word in self._calendar for word in around) and value < 2200:
            return True
        return counts is None and 1900 <= value <= 2100


def _until_mark(folded: Sequence[str], signs: Mapping[str, str]) -> list[str]:
    """The words up to the first mark that is no sign of a measure."""
    return list(takewhile(lambda word: word[:1].isalnum() or word in signs, folded))


def _listed(value: object) -> Iterator[object]:
    assert isinstance(value, list)
    yield from value


@cache
def _words(spoken: Language) -> _Words | None:
    data = spoken.data.get("quantities")
    return _Words(data, spoken) if data else None
