"""Lists of headlines that a dump prints as rows of a table: the headline, its date and its section in cells beside one another.

Such a row is made the lines that it would be in a list: the headline, and below it its date. A label of the frame below them
that has its first headline beside it is made a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.dates import holds_date
from tawatur.page.lines import is_stamp, reads_as_headline
from tawatur.page.wording.markers import marker

_CELLS = re.compile(r"[ \u00a0]{3,}|\t+")
_BARS = re.compile(r"\s\|\s|[ \u00a0]{3,}|\t+")
_HEADLINE = 3  # words, at least
_SECTION = 3  # words, at most
_LISTS = ("similar", "read_also")


def parted(page: str) -> str:
    """A dump with the rows of its lists of headlines in lines; any other text as it is."""
    return "\n".join(_parted(page.replace("\r\n", "\n").split("\n")))


def _parted(lines: list[str]) -> Iterator[str]:
    below = listed = False  # a label over headlines stands above; and its list goes on
    for line in lines:
        row = line.strip()
        label, *others = _BARS.split(row)
        opened = marker(label)
        if others and below and opened and opened.what == "frame" and any(map(reads_as_headline, others)):
            yield from (label, " | ".join(others))
            listed = False
        elif listed and (headline := _headline(row)):
            yield from headline
        else:
            yield line
            opens = not others and opened is not None and opened.what in _LISTS and not opened.rest
            below, listed = below or opens, opens or (listed and not row)


def _headline(row: str) -> list[str]:
    """The headline of a row, and its date where it has one; empty for any other line.

    Bars stand in headlines too («حوار | …»): they part cells where one of these is a date.
    """
    for sign in (_CELLS, _BARS):
        cells = sign.split(row)
        dates = [cell for cell in cells if is_stamp(cell) and holds_date(cell)]
        headline = max(cells, key=lambda cell: len(cell.split()))
        others = [cell for cell in cells if cell != headline and cell not in dates]
        told = len(headline.split()) >= _HEADLINE and headline not in dates
        beside = all(len(cell.split()) <= _SECTION for cell in others)
        if told and beside and len(cells) > 1 and (dates or sign is _CELLS):
            return [headline, *dates[:1]]
    return []
