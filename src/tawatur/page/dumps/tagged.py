"""Dumps in rows with the name of an element in the first cell («h1 TAB headline»): a crawler's table of a page's elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROW = re.compile(r"<?([a-z][a-z0-9]{0,11})>?\t(?=\S)")
_HEADING = re.compile(r"h[1-6]")
_FEWEST = 5  # rows
_MOST_OF = 0.8  # of the lines that are not empty


def untagged(page: str) -> str:
    """Such a dump in lines, its headings and items marked as in Markdown; any other text as it is."""
    if "\t" not in page:
        return page
    lines = [line for one in page.split("\n") if (line := one.strip())]
    rows = [_ROW.match(line) for line in lines]
    named = [row[1] for row in rows if row]
    if len(named) < max(_FEWEST, _MOST_OF * len(lines)) or "p" not in named:
        return page
    return "\n\n".join(_shown(lines, rows))


def _shown(lines: list[str], rows: list[re.Match[str] | None]) -> Iterator[str]:
    for line, row in zip(lines, rows, strict=True):
        name, text = (row[1], line[row.end() :]) if row else ("", line)
        if _HEADING.fullmatch(name):
            yield f"{'#' * int(name[1:])} {text}"
        elif name != "img":  # what stands for a picture
            yield f"• {text}" if name == "li" else text
