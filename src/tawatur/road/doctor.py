"""Looking a store and its sources over, and mending what can be mended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tawatur.model import Source
from tawatur.provenance import signs_of, traced
from tawatur.road import Road
from tawatur.road.adding import analysis_of, summary
from tawatur.road.advice import advice
from tawatur.road.tracings import stored_signs

_SCARCE = 500_000_000  # bytes that are free on the disk of the store
_OVERDUE = timedelta(days=1)
_AHEAD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: what it is about, in plain words, and whether it was mended. `advice` is a kind of advice, or None."""

    about: str  # "file", "index", "stories", "disk", "clock", "source", "schedule"
    text: str
    mended: bool = False
    advice: str | None = None


def examine(road: Road, *, mend: bool, now: datetime | None = None) -> Iterator[Finding]:
    """What is wrong with a store and its sources. With `mend`, what can be worked out anew from the articles is."""
    moment = now or datetime.now(UTC)
    damaged = road.store.broken()
    yield from (Finding("file", line) for line in damaged)
    yield from _disk(road)
    yield from _clock(road, moment)
    if not damaged:  # what cannot be read cannot be mended
        yield from _index(road, mend)
        yield from _stories(road, mend)
    for source in road.store.sources():
        yield from _source(source, moment)


def _disk(road: Road) -> Iterator[Finding]:
    path = Path(road.store.address)
    if path.is_file() and (free := shutil.disk_usage(path).free) < _SCARCE:
        yield Finding("disk", f"{free // 1_000_000} MB are free where the store is")


def _clock(road: Road, now: datetime) -> Iterator[Finding]:
    latest = road.store.latest_seen()
    if latest and latest > now + _AHEAD:
        yield Finding(
            "clock", f"an article was seen at {latest:%Y-%m-%d %H:%M} UTC, and it is {now:%Y-%m-%d %H:%M} now"
        )


def _index(road: Road, mend: bool) -> Iterator[Finding]:
    missing = road.store.without_findings()
    if not missing:
        return
    if mend:
        for at in range(0, len(missing), 200):
            with road.store.writing() as writer:
                for report in writer.reports_with(missing[at : at + 200]):
                    writer.found(report.id, analysis_of(report.article), signs_of(report, road.outlets))
    yield Finding("index", f"{len(missing)} articles are in no index, or not whole", mend)


def _stories(road: Road, mend: bool) -> Iterator[Finding]:
    empty = road.store.empty_stories()
    if empty:
        if mend:
            with road.store.writing() as writer:
                writer.drop_stories(empty)
        yield Finding("stories", f"{len(empty)} stories have no article", mend)
    wrong = []
    outlets = road.outlets
    for stored in road.stories(limit=None):
        if stored.id in empty:
            continue
        tracing = traced(stored_signs(road.store, stored.id, outlets), outlets)
        right = summary(stored.id, tracing)
        if right != stored:
            wrong.append(right)
    if wrong:
        if mend:
            with road.store.writing() as writer:
                writer.set_stories(wrong)
        yield Finding("stories", f"the numbers of {len(wrong)} stories are not those of their reports", mend)


def _source(source: Source, now: datetime) -> Iterator[Finding]:
    name = source.outlet or source.url
    if not source.active:
        yield Finding(
            "source", f"{name}: stopped ({source.error or 'by hand'})", advice=advice(source.error or "")
        )
    elif source.error:
        since = f"{source.last_success:%Y-%m-%d %H:%M}" if source.last_success else "never"
        yield Finding(
            "source", f"{name}: {source.error}; failed {source.failures} times, last success {since}",
            advice=advice(source.error),
        )  # fmt: skip
    elif source.next_poll and source.next_poll < now - _OVERDUE:
        yield Finding(
            "schedule", f"{name}: was due at {source.next_poll:%Y-%m-%d %H:%M} UTC, and nobody came"
        )
