"""Words and sentences with their places in the text. Knows no language by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

_MARKS = "\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c"
_WORD = rf"\d+(?:[.,٫٬/:]\d+)+|[\w{_MARKS}]+(?:['’\-][\w{_MARKS}]+)*"
_words = re.compile(rf"({_WORD})|[^\w\s{_MARKS}]").findall
_QUOTE, _TWICE = '"', "''"  # a quotation mark, and the same as some agencies type it
_parts = re.compile(rf"({_WORD}|{_TWICE}|[^\w\s{_MARKS}])").split
_JOINING = frozenset(re.findall(f"[_{_MARKS}]", "_" + "".join(map(chr, range(0x600, 0x2010)))))
# The ends that close a sentence in any language we read; a full stop inside a number is part of its word.
_SENTENCE_ENDS = frozenset(".!?؟…")
_INITIALS = 2  # letters
_BEHIND_END = _SENTENCE_ENDS | frozenset("\"”»’')")  # what still belongs to the sentence
# What XML 1.0 (section 2.2) does not allow in a document.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which no encoding and no database takes
_LETTERS = re.compile(r"\w+")
_ASCII_SIGNS = bytes(code for code in range(128) if not _LETTERS.match(chr(code)))
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Token(NamedTuple):
    """A word or a mark: its text, its characters in the paragraph, and whether it is a word."""

    text: str
    start: int
    end: int
    is_word: bool


class Tokens:
    """The words and marks of a text in order, in columns: as they are `written`, which are words, and where the `marks` stand."""

    # A tuple for each token would take longer than all of this, and most are never asked for.
    def __init__(self, text: str) -> None:
        self._parts = _parts(text)  # what stands between the tokens, and the tokens, in turn
        self.written: list[str] = self._parts[1::2]
        if _TWICE in text:
            self.written = [_QUOTE if part == _TWICE else part for part in self.written]
        self.marks = [
            at
            for at, part in enumerate(self.written)
            if len(part) == 1 and not (part.isalnum() or part in _JOINING)
        ]
        self.is_word = [True] * len(self.written)
        for at in self.marks:
            self.is_word[at] = False

    def __len__(self) -> int:
        return len(self.written)

    @cached_property
    def _edges(self) -> list[int]:
        """Where each of the parts ends in the text."""
        return [*accumulate(map(len, self._parts))]

    def start(self, at: int) -> int:
        """The first character of a token in the text."""
        return self._edges[2 * at]

    def end(self, at: int) -> int:
        """One past the last character of a token in the text."""
        return self._edges[2 * at + 1]

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        return self._parts[2 * at]

    def touches(self, at: int) -> bool:
        """Whether a token is written on to the one before it."""
        return 0 < at < len(self.written) and not self._parts[2 * at]

    def between(self, first: int, end: int) -> list[Token]:
        """The tokens of a range, each by itself."""
        new = tuple.__new__  # half the time of the class's own constructor
        starts, ends = self._edges[2 * first : 2 * end : 2], self._edges[2 * first + 1 : 2 * end : 2]
        columns = zip(self.written[first:end], starts, ends, self.is_word[first:end], strict=True)
        return [new(Token, of_one) for of_one in columns]


def western_digits(text: str) -> str:
    """`text` with the digits of Arabic and Persian as 0 to 9; as long as it was."""
    return text if text.isascii() else text.translate(_DIGITS)


def translation(table: Mapping[int, str | int | None]) -> Callable[[str], str]:
    """What translates texts by a table of characters beyond ASCII; a text that has none of them is given back as it is."""
    # To look for one takes a fraction of the time that translating takes.
    found = re.compile(f"[{''.join(map(chr, table))}]").search

    def translated(text: str) -> str:
        return text.translate(table) if not text.isascii() and found(text) else text

    return translated


def letters_of(text: str) -> str:
    """The letters and figures of `text`, without what parts them."""
    # Bytes lose their signs in a fraction of the time that a pattern needs; most signs are ASCII.
    bare = (
        text.encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS).decode("utf-8", "surrogatepass")
    )
    return bare if text.isascii() or bare.isalnum() else "".join(_LETTERS.findall(bare))


def words(text: str) -> list[str]:
    """The words of `text` in order, as they are written."""
    return [word for word in _words(text) if word]


def sentences(parts: Tokens) -> Iterator[tuple[int, int]]:
    """The sentences among the tokens of a paragraph, as (first, one past the last) indices.

    A full stop after a single letter or between letters (an abbreviation) does not end a sentence, unless whole
    words stand on both sides in a script without capitals, where nothing else shows that a space was left out.
    """
    first, written = 0, parts.written
    for position in [at for at in parts.marks if written[at] in _SENTENCE_ENDS]:
        if position < first or _abbreviates(parts, position):
            continue
        end = position + 1
        while parts.touches(end) and written[end] in _BEHIND_END:
            end += 1
        yield first, end
        first = end
    if first < len(parts):
        yield first, len(parts)


_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gov",
        "sen",
        "rep",
        "gen",
        "col",
        "lt",
        "sgt",
        "jr",
        "sr",
        "st",
        "no",
        "vs",
        "د",
        "م",
        "أ",
    ]
)


def _abbreviates(parts: Tokens, position: int) -> bool:
    behind = position + 1
    if parts.written[position] != "." or behind == len(parts):
        return False
    if not (parts.touches(position) and parts.is_word[position - 1]):
        return False
    before = parts.written[position - 1]
    if parts.touches(behind) and parts.is_word[behind]:
        return not (_is_whole_word(before) and _is_whole_word(parts.written[behind]))
    return before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isupper())


def _is_whole_word(text: str) -> bool:
    """Whether a word is more than an initial, in a script without capitals."""
    return len(text) > _INITIALS and text.isalpha() and text.lower() == text.upper()


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text is of a script that runs from right to left (Unicode Annex 9, rules P2 and P3)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def xml_safe(text: str) -> str:
    """`text` without the characters that no XML document may have."""
    return _NOT_XML.sub("", text)
