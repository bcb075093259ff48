"""Layout tables that a dump prints as rows of Markdown, with a whole text in one cell: such a row is made the lines that it was.

Between the paragraphs in a cell two spaces are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RULE = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")
_ROW = re.compile(r"\|.*\|")
_BAR = re.compile(r"(?<!\\)\|")
_BETWEEN = re.compile(r"[ \u00a0]{2,}")
_MOST = 1_000  # paragraphs of a row
_TEXT = 30  # words of a cell that holds more than a figure or a headline


def unlaid(page: str) -> str:
    """A dump with the cells of its layout tables as paragraphs; any other text, and tables of figures, as they are."""
    lines = page.split("\n")
    if not any(_RULE.fullmatch(line.strip()) for line in lines):
        return page
    return "\n".join(_unlaid(lines))


def _unlaid(lines: list[str]) -> Iterator[str]:
    for line in lines:
        row = line.strip()
        cells = _BAR.split(row[1:-1]) if _ROW.fullmatch(row) and len(row) > 1 else []
        pieces = [_BETWEEN.split(cell.strip()) for cell in cells]
        if any(len(cell.split()) >= _TEXT for cell in cells) and sum(map(len, pieces)) <= _MOST:
            yield from ("", *(part for cell in pieces for piece in cell for part in (piece, "")))
        else:
            yield line
