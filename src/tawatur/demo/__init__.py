"""The demo: a small fictional newswire on loopback, polled and read like any other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tawatur.demo.newswire import Newswire
from tawatur.demo.world import World, world
from tawatur.fetch import Fetcher
from tawatur.model import Counts
from tawatur.road import Road
from tawatur.road.polling import poll
from tawatur.road.visiting import Visit

__all__ = ["MIDWAY", "Newswire", "World", "play", "world"]

# The clock stands still here for the first round of polling, so that the second one meets changed articles.
MIDWAY = datetime(2026, 3, 7, 14, 0, tzinfo=UTC)


async def play(road: Road, wire: Newswire, progress: Callable[[Visit], None] | None = None) -> list[Counts]:
    """Poll the running newswire into a store, twice: halfway through its ten days, and at their end."""
    with road.store.writing() as writer:
        for outlet in wire.world.outlets.values():
            writer.add_outlet(outlet)
        for source in wire.sources():
            writer.add_source(source)
    rounds = []
    async with Fetcher(allowed=("127.0.0.1",), delay=0.0) as fetcher:
        for moment in (MIDWAY, None):
            wire.moment = moment
            rounds.append(await poll(road, fetcher, only_due=False, progress=progress))
    return rounds
