"""When to visit a source again, and when a page that is known: as often as they change, and as they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from tawatur.model import Kept

SHORTEST = timedelta(minutes=10)
LONGEST = timedelta(days=1)
_FIRST = timedelta(minutes=30)  # where nothing is known of a source
_LATEST = 20  # entries by which its rhythm is judged
_WATCHED = timedelta(days=14)  # how long a page is looked at again for changes
_SOONEST = timedelta(hours=1)
_LONGEST_PAUSE = timedelta(days=2)
_LONGEST_ASKED = timedelta(days=7)


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


def is_due(page: Kept, now: datetime) -> bool:
    """Whether a page that is kept is to be asked for again: after an hour, and then when it is twice as old, for two weeks."""
    age = page.checked - page.fetched
    return now - page.fetched <= _WATCHED and now - page.checked >= max(_SOONEST, age)
