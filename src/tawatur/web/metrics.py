"""The state of a store and its sources for Prometheus (text exposition format 0.0.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from tawatur.model import Source
from tawatur.road import Road

__all__ = ["CONTENT_TYPE_LATEST", "metrics"]


def metrics(road: Road) -> bytes:
    """Counts of what is stored, and for each source when it was last read, when it will be, and how often it failed."""
    registry = CollectorRegistry()
    registry.register(_State(road))
    return generate_latest(registry)


class _State(Collector):
    def __init__(self, road: Road) -> None:
        self._road = road

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for name, count in self._road.store.counts().items():
            family = GaugeMetricFamily(f"tawatur_{name}", f"How many {name} the store has.")
            family.add_metric([], count)
            yield family
        sources = self._road.store.sources()
        yield _gauge(
            sources,
            "active",
            "1 while the source is visited, 0 when it was stopped.",
            lambda one: int(one.active),
        )
        yield _gauge(sources, "failures", "How many visits in a row have failed.", lambda one: one.failures)
        yield _gauge(sources, "entries", "How many articles came from the source.", lambda one: one.entries)
        yield _gauge(
            sources,
            "per_day",
            "How many articles a day it brings, by its latest ones.",
            lambda one: one.per_day,
        )
        yield _gauge(
            sources,
            "last_success_timestamp_seconds",
            "When it was last read.",
            lambda one: _at(one.last_success),
        )
        yield _gauge(
            sources,
            "next_poll_timestamp_seconds",
            "When it will be visited next.",
            lambda one: _at(one.next_poll),
        )


def _gauge(
    sources: list[Source], name: str, what: str, value: Callable[[Source], float | None]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"tawatur_source_{name}", what, labels=("url", "outlet"))
    for source in sources:
        number = value(source)
        if number is not None:
            family.add_metric([source.url, source.outlet or ""], number)
    return family


def _at(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
