"""What the texts of a story that hear nobody come to: outlets that are origins themselves, rings, unknown origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tawatur.provenance.components import components
from tawatur.provenance.tracing import Tracing, text_of


def outlet_origins(tracing: Tracing) -> dict[str, list[int]]:
    """The outlets that are origins themselves, each with the first reports of its texts that show no source.

    They are those cited that are not polled (with no report), those said to be the source of a text that shows none, and the
    earliest outlet of each ring.
    """
    standings = tracing.standings
    found: dict[str, list[int]] = {outlet: [] for outlet in sorted(standings.cited)}
    for text, outlet in sorted(standings.said.items()):
        found.setdefault(outlet, []).append(standings.of[text].first)
    for ring in closed(tracing):
        first = standings.of[ring[0]]
        found.setdefault(first.outlet, []).append(first.first)
    return found


def closed(tracing: Tracing) -> list[list[int]]:
    """The rings of texts that lead to each other and nowhere else, each by time."""
    standings = tracing.standings
    edges: dict[int, set[int]] = {}
    onward = set()
    ahead = sorted(standings.ahead)
    while ahead:
        text = ahead.pop()
        if text in edges:
            continue
        targets = {lead.text for lead in standings.of[text].leads if lead.text is not None}
        edges[text] = targets & standings.relaying
        if edges[text] != targets:
            onward.add(text)
        ahead += sorted(edges[text])
    return [
        sorted(component, key=lambda text: _place(tracing, standings.of[text].first))
        for component in components(edges)
        if len(component) > 1
        and not any(text in onward or edges[text] - set(component) for text in component)
    ]


def circular(tracing: Tracing) -> tuple[tuple[str, ...], ...]:
    """The rings of outlets that have what they say from each other only, each by time.

    No outlet of such a ring leads, where it hears nobody, to a text that hears somebody, or to an outlet outside the ring.
    """
    standings = tracing.standings
    if standings.rings is None:
        standings.rings = tuple(_rings(tracing))
    return tuple(
        tuple(map(tracing.shown, sorted(ring, key=lambda outlet: tracing.of_outlet[outlet][0])))
        for ring in standings.rings
    )


def _rings(tracing: Tracing) -> Iterator[frozenset[str]]:
    standings = tracing.standings
    edges: dict[str, set[str]] = defaultdict(set)
    for one, other in standings.relying:
        if one != other and one not in standings.straying:
            edges[one].add(other)
            edges[other] |= set()
    for ring in map(frozenset, components(edges)):
        if len(ring) > 1 and all(edges[outlet] <= ring for outlet in ring):
            yield ring


def unknown(tracing: Tracing) -> list[int]:
    """The first reports of the texts that show no source and are said to be nobody's source, by time."""
    standings = tracing.standings
    alone = (standings.of[text].first for text in standings.bare if text not in standings.said)
    return sorted(alone, key=lambda report: _place(tracing, report))


def tally(tracing: Tracing) -> tuple[int, int, int]:
    """How many named and how many unnamed origins there are, and how many texts of unknown origin."""
    standings = tracing.standings
    rings = {standings.of[ring[0]].outlet for ring in closed(tracing)}
    named = standings.speakers.count(named=True) + len(standings.cited)
    named += len(standings.origin_outlets) + len(rings - standings.origin_outlets.keys())
    return named, standings.speakers.count(named=False), len(standings.bare) - len(standings.said)


def first_reporter(tracing: Tracing) -> str | None:
    """The outlet to which the earliest report leads over copies, citations and credits; None where there is none."""
    if not tracing.order:
        return None
    report, met = tracing.first_of(tracing.order[0][1]), set[int]()
    while report not in met and text_of(tracing.signs[report].report) in tracing.standings.relaying:
        met.add(report)
        onward = next(lead.report for lead in tracing.leads(report) if lead.report is not None)
        report = tracing.first_of(onward)
    # Of a ring the earliest is the first.
    first = min(met, key=lambda one: _place(tracing, one)) if report in met else report
    return tracing.signs[first].report.outlet


def _place(tracing: Tracing, report: int) -> tuple[float, int]:
    return tracing.signs[report].report.time.timestamp(), report
