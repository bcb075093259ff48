"""What the texts of a story that hear nobody come to: outlets that are origins themselves, rings, unknown origins."""

from __future__ import annotations

from collections import defaultdict

from tawatur.model import Brief
from tawatur.provenance.components import components
from tawatur.provenance.tracing import Tracing, text_of


def outlet_origins(tracing: Tracing) -> dict[str, list[int]]:
    """The outlets that are origins themselves, each with the first reports of its texts that show no source.

    They are those cited that are not polled (with no report), those said to be the source of a text that shows none, and the
    earliest outlet of each ring.
    """
    found: dict[str, list[int]] = {outlet: [] for outlet in sorted(tracing.cited)}
    for text in sorted(tracing.bare & _said(tracing)):
        found.setdefault(tracing.outlet(_report(tracing, text)), []).append(tracing.first[text])
    for ring in closed(tracing):
        first = _report(tracing, ring[0])
        found.setdefault(tracing.outlet(first), []).append(first.id)
    return found


def closed(tracing: Tracing) -> list[list[int]]:
    """The rings of texts that lead to each other and nowhere else, each by time."""
    edges: dict[int, set[int]] = {}
    onward = set()
    for text in tracing.relaying:
        targets = {lead.text for lead in tracing.leads[tracing.first[text]] if lead.text is not None}
        edges[text] = targets & tracing.relaying
        if edges[text] != targets:
            onward.add(text)
    return [
        sorted(component, key=lambda text: _place(_report(tracing, text)))
        for component in components(edges)
        if len(component) > 1
        and not any(text in onward or edges[text] - set(component) for text in component)
    ]


def circular(tracing: Tracing) -> tuple[tuple[str, ...], ...]:
    """The rings of outlets that have what they say from each other only, each by time."""
    edges: dict[str, set[str]] = defaultdict(set)
    for one, other in tracing.relying:
        if one != other:
            edges[one].add(other)
            edges[other] |= set()
    rings = [set(ring) for ring in components(edges) if len(ring) > 1]
    if not rings:
        return ()
    relaying = [(tracing.outlet(_report(tracing, text)), text) for text in sorted(tracing.relaying)]
    return tuple(
        tuple(map(tracing.shown, sorted(ring, key=lambda outlet: tracing.of_outlet[outlet][0])))
        for ring in rings
        if all(_within(tracing, text, ring) for outlet, text in relaying if outlet in ring)
    )


def _within(tracing: Tracing, text: int, ring: set[str]) -> bool:
    """Whether all that a text leads to is the ring's, and shows no source either."""
    return all(
        lead.outlet in ring and (lead.text in tracing.bare or lead.text in tracing.relaying)
        for lead in tracing.leads[tracing.first[text]]
    )


def unknown(tracing: Tracing) -> list[int]:
    """The first reports of the texts that show no source and are said to be nobody's source, by time."""
    alone = [_report(tracing, text) for text in tracing.bare - _said(tracing)]
    return [report.id for report in sorted(alone, key=_place)]


def tally(tracing: Tracing) -> tuple[int, int, int]:
    """How many named and how many unnamed origins there are, and how many texts of unknown origin."""
    named = tracing.speakers.count(named=True) + len(outlet_origins(tracing))
    without = len(tracing.bare) - len(tracing.bare & _said(tracing))
    return named, tracing.speakers.count(named=False), without


def first_reporter(tracing: Tracing) -> str | None:
    """The outlet to which the earliest report leads over copies, citations and credits; None where there is none."""
    if not tracing.order:
        return None
    report, met = tracing.first_of(tracing.order[0][1]), set[int]()
    while report not in met and text_of(tracing.signs[report].report) in tracing.relaying:
        met.add(report)
        onward = next(lead.report for lead in tracing.leads[report] if lead.report is not None)
        report = tracing.first_of(onward)
    # Of a ring the earliest is the first.
    return tracing.signs[min(met) if report in met else report].report.outlet


def _said(tracing: Tracing) -> set[int]:
    """The texts whose first publisher somebody says to be the source."""
    return tracing.sources.keys() | tracing.credited_texts


def _report(tracing: Tracing, text: int) -> Brief:
    return tracing.signs[tracing.first[text]].report


def _place(report: Brief) -> tuple[float, int]:
    return report.time.timestamp(), report.id
