"""Old news: texts that were stored long before, found again by their sketches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from heapq import nsmallest
from itertools import chain

from tawatur.copies import Copies
from tawatur.language import Analysis
from tawatur.store import Writer
from tawatur.store.writer import Entry

_LONG_AGO = timedelta(days=30)
_SKETCH = 4  # shingles
_SHORT = 20  # shingles: texts so short repeat themselves (weather, greetings)
EVER = 1e12  # seconds


def sketch(analysis: Analysis) -> tuple[int, ...]:
    """The least of a text's shingles: two texts that share most of theirs share one of these at least, almost surely.

    The bottom sketch of Broder 1997, "On the resemblance and containment of documents". Empty for a short text.
    """
    whole = set(chain.from_iterable(analysis.shingles))
    return tuple(nsmallest(_SKETCH, whole)) if len(whole) >= _SHORT else ()


class Archive:
    """The stored articles that the texts of a batch may be from."""

    def __init__(self, writer: Writer, entries: Sequence[Entry]) -> None:
        values = {value for entry in entries for value in entry.sketch}
        latest = max(entry.time for entry in entries)
        self._found = writer.sketched(sorted(values), latest - _LONG_AGO) if values else {}
        self._times = writer.times(list(self._found))
        self._copies = Copies()
        for article, analysis in self._found.items():
            self._copies.add(article, analysis.shingles, self._times[article].timestamp())

    def old(self, entry: Entry) -> int | None:
        """The article whose text it is, from a month before it or more; None if there is none."""
        if not self._found:
            return None
        same = self._copies.match(entry.analysis.shingles, entry.time.timestamp(), EVER).same
        return same if same is not None and entry.time - self._times[same] >= _LONG_AGO else None
