"""Lists of headlines that a dump prints as rows of a table: the headline, its date and its section in cells beside one another.

Such a row is made the lines that it would be in a list: an item with the headline, and below it its date. A label that has
headlines beside it is made a line of its own, one of the frame below such a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.outlets import fold
from tawatur.page.lines import dates_headline, reads_as_headline
from tawatur.page.wording.markers import marker
from tawatur.page.wording.phrases import listed_words

_CELLS = re.compile(r"[ \u00a0]{3,}|\t+")
_BARS = re.compile(r"\s\|\s|[ \u00a0]{3,}|\t+")
_DATE_IN_FRONT = re.compile(r"(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2})\s*([^\W\d].*)")
_DATE_WRITTEN_ON = re.compile(
    r"(.*[^\W\d_]|.*[»\"”؟?!)])(\d{1,2}\s[^\W\d_]{2,12}،?\s\d{4}.{0,10}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
)
_CLOCK_BEHIND = re.compile(r"(.*[^\W\d_]|.*[»\"”؟?!)])\s+(\d{1,2}:\d{2})")
_HEADLINE = (3, 25)  # words, from and to
_SECTION = 3  # words, at most
_ITEM = "• "
_SIGN = re.compile(r"[^\w\s«\"“'(\[#@]{1,2}\s+")  # of an item
_LISTS = ("similar", "read_also")


def parted(page: str) -> str:
    """A dump with the rows of its lists of headlines in lines; any other text as it is."""
    return "\n".join(_parted(page.split("\n")))


def _parted(lines: list[str]) -> Iterator[str]:
    below = listed = False  # a label over headlines stands above; and its list goes on
    for line in lines:
        sign = _SIGN.match(line.strip())
        row = line.strip()[sign.end() if sign else 0 :]
        label, *others = _BARS.split(row)
        opened = marker(label)
        what = opened.what if opened and not opened.rest else None
        beside = [cell for cell in others if reads_as_headline(cell)]
        kicked = len(others) == 1 and fold(label) in listed_words("headline_verbs")
        if what in _LISTS and others and not kicked:
            yield from (label, *(f"{_ITEM}{cell}" for cell in beside)) if beside else (line,)
        elif what == "frame" and below and beside and not sign:
            yield from (label, " | ".join(others))
        elif listed and (headline := _headline(row)):
            yield from headline
            continue
        else:
            yield line
        below, listed = below or what in _LISTS, what in _LISTS or (listed and not row)


def _headline(row: str) -> list[str]:
    """The headline of a row, and its date where it has one; empty for any other line.

    Bars stand in headlines too («حوار | …»): they part cells where one of these is a date.
    """
    for cells, signed in ((_CELLS.split(row), True), (_BARS.split(row), False), (_dated(row), False)):
        dates = [cell for cell in cells if dates_headline(cell)]
        headline = max(cells, key=lambda cell: len(cell.split()))
        others = [cell for cell in cells if cell != headline and cell not in dates]
        beside = len(cells) > 1 and all(len(cell.split()) <= _SECTION for cell in others)
        if beside and (dates or signed) and headline not in dates and _is_headline(headline):
            return [f"{_ITEM}{headline}", *dates[:1]]
    return []


def _dated(row: str) -> list[str]:
    """A headline and the date in front of it, or the date or length of time behind it that may be written on to it."""
    found = _DATE_IN_FRONT.fullmatch(row) or _DATE_WRITTEN_ON.fullmatch(row) or _CLOCK_BEHIND.fullmatch(row)
    return list(found.groups()) if found else [row]


def _is_headline(cell: str) -> bool:
    fewest, most = _HEADLINE
    return fewest <= len(cell.split()) <= most and not cell.endswith(".")
