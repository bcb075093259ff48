"""What a feed or a sitemap says: its entries, and when it wants to be asked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

_MOST_ENTRIES = 5_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: where its article stands and what the feed itself says of it; `text` is HTML.

    `modified` is when it was changed last.
    """

    url: str
    title: str | None = None
    published: date | None = None
    text: str | None = None
    byline: str | None = None
    modified: date | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or sitemap that was read: its title, its entries, and (of a sitemap index) more sitemaps.

    `ttl` is how many minutes the feed asks to be left alone, by its `ttl` or its `sy:updatePeriod`; None where it asks
    for nothing. In `skip_hours` (0 to 23, UTC) and on `skip_days` (0 is Monday) it asks not to be read.
    """

    title: str | None
    entries: tuple[Entry, ...]
    sitemaps: tuple[str, ...] = ()
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


def feed_of(title: str | None, entries: Iterable[Entry | None], **more: Any) -> Feed:
    """A feed of these entries (5,000 at most; None: one that leads nowhere), of which each address has one."""
    once: dict[str, Entry] = {}
    for entry in entries:
        if entry and len(once) < _MOST_ENTRIES:
            once.setdefault(entry.url, entry)
    return Feed(title, tuple(once.values()), **more)
