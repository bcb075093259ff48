"""The provenance of the stories that are being read, kept up to date with the store.

What others wrote since is caught up with report by report: reading a large story again costs little, however it grew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from tawatur.model import Provenance
from tawatur.outlets import Outlets
from tawatur.provenance import Tracing, provenance, traced
from tawatur.road.tracings import stored_signs
from tawatur.store import Store

_MOST = 20_000  # reports in memory; beyond, the stories that were read longest ago are forgotten


@dataclass(slots=True)
class _View:
    tracing: Tracing
    found: Provenance
    changed: int  # the transaction up to which it is true
    outlets: Outlets
    readers: int = 0  # while there are any, it stays as it is


class Views:
    """The stories that were read lately. Threads may share it; none waits for what another does with another story."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._views: dict[int, _View] = {}
        self._locks: dict[int, Lock] = {}
        self._lock = Lock()  # for the two above, and never for long

    @contextmanager
    def reading(self, story: int, outlets: Outlets) -> Iterator[tuple[Tracing, Provenance]]:
        """What the reports of a story depend on, and its provenance: the first of them only until the end of this context."""
        with self._lock:
            own = self._locks.setdefault(story, Lock())
        with own:
            view = self._current(story, outlets)
            view.readers += 1
        try:
            yield view.tracing, view.found
        finally:
            with own:
                view.readers -= 1

    def _current(self, story: int, outlets: Outlets) -> _View:
        changed, reports = self._store.story_changed(story) or (0, 0)
        with self._lock:
            view = self._views.get(story)
        if view is None or view.outlets is not outlets or view.changed > changed:
            view = self._read(story, changed, outlets)
        elif view.changed < changed:
            view = self._caught_up(view, story, changed) if not view.readers else None
            if view is None or len(view.tracing.signs) != reports:
                view = self._read(story, changed, outlets)
        with self._lock:
            self._views.pop(story, None)
            self._views[story] = view  # the one read last is the last
            self._shrink()
        return view

    def _read(self, story: int, changed: int, outlets: Outlets) -> _View:
        tracing = traced(stored_signs(self._store, story, outlets), outlets)
        return _View(tracing, provenance(tracing), changed, outlets)

    def _caught_up(self, view: _View, story: int, changed: int) -> _View:
        tracing = view.tracing
        for signs in self._store.signs(story, since=view.changed):
            if signs.report.id in tracing.signs:
                tracing.remove(signs.report.id)
            tracing.add(signs)
        return _View(tracing, provenance(tracing), changed, view.outlets)

    def _shrink(self) -> None:
        many = sum(len(view.tracing.signs) for view in self._views.values())
        for story in list(self._views)[:-1]:
            if many <= _MOST:
                return
            many -= len(self._views.pop(story).tracing.signs)
            self._locks.pop(story, None)
