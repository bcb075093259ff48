"""Lists of headlines that a dump numbers, each number before its headline or on a line above it.

Below a label of such a list the headlines are made items without their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.page.wording.markers import is_bare_label, marker

_NUMBERED = re.compile(
    r"[(\[#]?(\d{1,2})(?:\s?[.)\]:/–-]+(?!\d)\s*(.*)|())"
)  # a number alone, or with a sign
_BETWEEN = 2  # lines between two headlines: their dates, the names of their sections
_FEWEST = 2  # headlines
_ITEM = "• "


def unnumbered(page: str) -> str:
    """A dump with the headlines of its numbered lists as items; any other text as it is."""
    lines = page.split("\n")
    label = ""  # the last line that is not empty
    for at, line in enumerate(lines):
        text = line.strip()
        if _counts(text, 1) and is_bare_label(marker(label), "similar", "read_also"):
            headlines = _headlines(lines, at)
            for number, headline in headlines if len(headlines) >= _FEWEST else ():
                told = lines[headline].strip()
                lines[number], lines[headline] = "", _ITEM + (_behind(told) if number == headline else told)
        label = text or label
    return "\n".join(lines)


def _headlines(lines: Sequence[str], first: int) -> list[tuple[int, int]]:
    """Where the numbers of a list stand that begins at `first`, and where the headline of each."""
    found: list[tuple[int, int]] = []
    between, number = 0, None
    for at in range(first, len(lines)):
        line = lines[at].strip()
        if not line:
            continue
        if number is not None:
            found.append((number, at))
            number = None
        elif _counts(line, len(found) + 1):
            between = 0
            if _behind(line):
                found.append((at, at))
            else:
                number = at
        else:
            between += 1
            if between > _BETWEEN:
                break
    return found


def _counts(line: str, number: int) -> bool:
    """Whether a line begins with a number, as in a list."""
    counted = _NUMBERED.fullmatch(line)
    return counted is not None and int(counted[1]) == number


def _behind(line: str) -> str:
    counted = _NUMBERED.fullmatch(line)
    return (counted[2] or "") if counted else line
