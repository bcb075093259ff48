"""When to visit a source again, and when a page that is known: as often as they change, and as they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from tawatur.model import Kept, Source

SHORTEST = timedelta(minutes=10)
LONGEST = timedelta(days=1)
_FIRST = timedelta(minutes=30)  # where nothing is known of a source
_LATEST = 20  # entries by which its rhythm is judged
_SOONEST = timedelta(hours=1)  # after which a page is looked at again
_SELDOM = 1.5  # times as long each time
_LAST = timedelta(days=5)  # the longest wait for a look at a page, some two weeks after the first
_LONGEST_PAUSE = timedelta(days=2)
_LONGEST_ASKED = timedelta(days=7)
_ASTRAY = timedelta(minutes=5)  # by which clocks may differ


def pause(
    published: Iterable[datetime], now: datetime, *, asked: Iterable[timedelta | None] = (),
    skip_hours: frozenset[int] = frozenset(), skip_days: frozenset[int] = frozenset(),
) -> timedelta:  # fmt: skip
    """How long to leave a source alone, by the dates of its entries and by what it asks for.

    Half of the usual time between two entries, or a tenth of the time since the latest, if that is longer; at least as long as
    the source asks for (`ttl`, `Cache-Control`), up to a day; not inside the hours (UTC) and days (0 is Monday) it wants skipped.
    """
    latest = sorted((one for one in published if one <= now), reverse=True)[:_LATEST]
    wanted = _FIRST
    if latest:
        gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(latest)]
        usual = timedelta(seconds=median(gaps) / 2) if gaps else _FIRST
        wanted = max(usual, (now - latest[0]) / 10)
    for least in asked:
        wanted = max(wanted, least or timedelta())
    wanted = min(max(wanted, SHORTEST), LONGEST)
    return _past_skipped(now + wanted, skip_hours, skip_days) - now


def _past_skipped(moment: datetime, hours: frozenset[int], days: frozenset[int]) -> datetime:
    there = moment.astimezone(UTC)
    for _ in range(24 * 7):
        if there.hour not in hours and there.weekday() not in days:
            return there
        there = there.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment  # a source that wants to be skipped always is not heard


def after_failure(failures: int, retry_after: float | None) -> timedelta:
    """How long to leave a source alone that failed so many times in a row: twice as long each time, up to two days."""
    wait = min(_LONGEST_PAUSE, _FIRST * 2 ** min(failures, 8))
    asked = min(timedelta(seconds=retry_after or 0.0), _LONGEST_ASKED)
    return asked if asked > wait else wait


def per_day(published: Sequence[datetime]) -> float | None:
    """How many entries a day a source brings, by its latest ones; None where they do not tell."""
    latest = sorted(published, reverse=True)[:_LATEST]
    span = (latest[0] - latest[-1]).total_seconds() if latest else 0.0
    return round((len(latest) - 1) * 86_400 / span, 2) if span > 0 else None


def is_due(source: Source, now: datetime) -> bool:
    """Whether a source is to be visited: its time has come, or it was last visited under a clock that was ahead."""
    if not source.active:
        return False
    clock_was_ahead = source.last_poll is not None and source.last_poll > now + _ASTRAY
    return source.next_poll is None or source.next_poll <= now or clock_was_ahead


def next_look(page: Kept | None, now: datetime) -> datetime | None:
    """When to look at a page again that was looked at now, having been kept as `page` (None: it is new).

    After an hour, then after one and a half times as long each time, for two weeks; None after that. A look before its time
    changes nothing.
    """
    if page is None or page.next_check is None:
        return now + _SOONEST
    if page.checked <= now < page.next_check:
        return page.next_check
    wait = max(_SOONEST, _SELDOM * (page.next_check - page.checked))
    return now + wait if wait <= _LAST else None


def is_told_of(page: Kept, modified: datetime | None, now: datetime) -> bool:
    """Whether a feed says that a page was changed since it was looked at, which may be believed once in an hour."""
    return modified is not None and modified > page.checked and now - page.checked >= _SOONEST
