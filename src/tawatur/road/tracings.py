"""What the reports of each story in hand depend on, loaded from the store when first needed and kept up from then on.

Always the same whatever was loaded before: adding goes on after a restart as if there had been none.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import Signs
from tawatur.outlets import Outlets
from tawatur.provenance import Tracing, signs_of, traced
from tawatur.store import Store, Writer

_MOST = 10_000  # reports in memory; beyond, the stories that were touched longest ago are forgotten


class Tracings:
    """The tracings of the stories that were touched lately."""

    def __init__(self) -> None:
        self._tracings: dict[int, Tracing] = {}
        self._reports = 0

    def clear(self) -> None:
        """Forget everything."""
        self._tracings.clear()
        self._reports = 0

    def begin(self, story: int, outlets: Outlets) -> None:
        """A story that opens now: there is nothing of it to load."""
        self._tracings[story] = Tracing(outlets)

    def of(self, story: int, source: Writer, outlets: Outlets) -> Tracing:
        """The tracing of a story as it is stored, and as it was kept up since."""
        found = self._tracings.pop(story, None)
        if found is None:
            found = traced(stored_signs(source, story, outlets), outlets)
            self._reports += len(found.signs)
        self._tracings[story] = found  # the one touched last is the last
        return found

    def add(self, story: int, signs: Signs, source: Writer, outlets: Outlets) -> None:
        """One more report of a story that is not stored yet; in place of what was there under its id."""
        tracing = self.of(story, source, outlets)
        if signs.report.id in tracing.signs:
            tracing.remove(signs.report.id)
            self._reports -= 1
        tracing.add(signs)
        self._reports += 1

    def lead(self, story: int, report: int, source: Writer, outlets: Outlets) -> None:
        """Let a report lead a copy group."""
        signs = self.of(story, source, outlets).signs.get(report)
        if signs and signs.report.copy_of is None:
            self.add(story, replace(signs, report=replace(signs.report, copy_of=report)), source, outlets)

    def merge(self, gone: int, into: int, source: Writer, outlets: Outlets) -> None:
        """Let the reports of one story belong to another."""
        moved = self.of(gone, source, outlets)
        target = self.of(into, source, outlets)
        for signs in moved.signs.values():
            target.add(replace(signs, report=replace(signs.report, story=into)))
        del self._tracings[gone]

    def shrink(self) -> None:
        """Forget the stories touched longest ago, if there are too many reports in memory."""
        for story in list(self._tracings):
            if self._reports <= _MOST:
                return
            self._reports -= len(self._tracings.pop(story).signs)


def stored_signs(source: Store | Writer, story: int, outlets: Outlets) -> list[Signs]:
    """The signs of all stored reports of a story; worked out for those stored before there were any."""
    found = source.signs(story)
    met = {one.report.id for one in found}
    missing = [report for report in source.members(story) if report not in met]
    return (
        found + [signs_of(report, outlets) for report in source.reports_with(missing)] if missing else found
    )
