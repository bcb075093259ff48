"""Words and sentences with their places in the text. Knows no language by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

_MARKS = "\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c"
_TOKEN = re.compile(
    rf"(?P<word>\d+(?:[.,٫٬/:]\d+)+|[\w{_MARKS}]+(?:['’\-][\w{_MARKS}]+)*)|(?P<mark>[^\w\s{_MARKS}])"
)
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


def tokens(text: str) -> list[Token]:
    """The words and marks of `text` in order, each with its character offsets."""
    new = tuple.__new__  # half the time of the class's own constructor, and an article has hundreds
    return [
        new(Token, (found[0], found.start(), found.end(), found.lastgroup == "word"))
        for found in _TOKEN.finditer(text)
    ]


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
    return [word for word, _ in _TOKEN.findall(text) if word]


def sentences(parts: list[Token]) -> Iterator[tuple[int, int]]:
    """The sentences among the tokens of a paragraph, as (first, one past the last) indices.

    A full stop after a single letter or between letters (an abbreviation) does not end a sentence, unless whole
    words stand on both sides in a script without capitals, where nothing else shows that a space was left out.
    """
    first = 0
    for position in [at for at, token in enumerate(parts) if token.text in _SENTENCE_ENDS]:
        if position < first or _abbreviates(parts, position):
            continue
        end = position + 1
        while end < len(parts) and parts[end].text in _BEHIND_END:
            if parts[end].start > parts[end - 1].end:
                break
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


def _abbreviates(parts: list[Token], position: int) -> bool:
    if parts[position].text != ".":
        return False
    before = parts[position - 1] if position else None
    after = parts[position + 1] if position + 1 < len(parts) else None
    if before is None or not before.is_word or before.end != parts[position].start or after is None:
        return False
    if after.is_word and after.start == parts[position].end:
        return not (_is_whole_word(before.text) and _is_whole_word(after.text))
    return before.text.lower() in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper())


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
