"""Arabic time expressions in running text against TimeML gold: extents and values.

    pip install dateparser && python benchmarks/time_expressions.py

The gold (27 documents in ../shared/data) names no day of writing; the days that its own relative expressions come to
all count from 24 December 2015. An extent is found if it overlaps a gold one; a value is right if it is the same
string. dateparser's `search_dates` runs beside it where it is installed; it gives days only.
"""

from __future__ import annotations

import html
import importlib
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from scores import score

import tawatur

GOLD = Path(__file__).resolve().parents[2] / "shared" / "data" / "time_expressions"
REFERENCE = date(2015, 12, 24)
_BODY = re.compile(r"<TimeML[^>]*>(.*)</TimeML>", re.S)
_TAG = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)
_VALUE = re.compile(r'value="([^"]*)"')


class Extent(NamedTuple):
    """Characters of a text, and what they mean."""

    start: int
    end: int
    value: str


def documents() -> Iterator[tuple[str, list[Extent]]]:
    """The text of each document and its gold."""
    for path in sorted(GOLD.glob("*.tml")):
        found = _BODY.search(path.read_text("utf-8"))
        body = found[1] if found else ""
        text, at, gold = "", 0, []
        for tag in _TAG.finditer(body):
            text += html.unescape(body[at : tag.start()])
            start = len(text)
            text += html.unescape(tag[2])
            value = _VALUE.search(tag[1])
            gold.append(Extent(start, len(text), value[1] if value else ""))
            at = tag.end()
        yield text + html.unescape(body[at:]), gold


def ours(text: str) -> list[Extent]:
    """What Tawatur finds."""
    found = tawatur.time_expressions(text, reference=REFERENCE, language="ar")
    return [Extent(one.start, one.end, one.value) for one in found]


def dateparser_of(peer: object) -> Callable[[str], list[Extent]]:
    """What dateparser finds."""
    settings = {"RELATIVE_BASE": datetime(REFERENCE.year, REFERENCE.month, REFERENCE.day)}

    def find(text: str) -> list[Extent]:
        found, at = [], 0
        for words, day in peer.search_dates(text, languages=["ar"], settings=settings) or ():  # type: ignore[attr-defined]
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append(Extent(start, at, day.date().isoformat()))
        return found

    return find


def measure(name: str, find: Callable[[str], list[Extent]]) -> None:
    """Print one row."""
    both = strict = right = wanted = given = 0
    start = time.process_time()
    for text, gold in documents():
        left = find(text)
        wanted, given = wanted + len(gold), given + len(left)
        for one in gold:
            match = next((other for other in left if other.start < one.end and one.start < other.end), None)
            if match:
                left.remove(match)
                both += 1
                strict += match[:2] == one[:2]
                right += match.value == one.value
    f1, precision, recall = score(both, wanted, given)
    print(
        f"{name:11} relaxed F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  of these strict {strict / max(1, both):.3f}"
        f"  value right {right / max(1, both):.3f}  {time.process_time() - start:.2f} s"
    )


def main() -> None:
    if not GOLD.is_dir():
        sys.exit(f"the documents are not there: {GOLD}")
    measure("tawatur", ours)
    try:
        measure("dateparser", dateparser_of(importlib.import_module("dateparser.search")))
    except ImportError:
        print("dateparser is not installed: pip install dateparser")


if __name__ == "__main__":
    main()
