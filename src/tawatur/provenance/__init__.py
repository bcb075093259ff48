"""Provenance: to how many independent origins a story's reports go back, and by which chains.

`Tracing` keeps up what the reports of a story depend on; `provenance` reads it out. The rules are in rules.toml, with their
reasons in docs/provenance.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tawatur.model import Brief, Chain, CopyGroup, Origin, Provenance, Signs
from tawatur.outlets import Outlets
from tawatur.provenance.chains import citing_chains, direct, explain
from tawatur.provenance.components import components
from tawatur.provenance.doubts import bounds, doubts
from tawatur.provenance.graph import Voice, graph, outlet_node, voices
from tawatur.provenance.identity import Identity
from tawatur.provenance.roots import circular, first_reporter, outlet_origins, tally, unknown
from tawatur.provenance.signs import outlets_named, signs_of
from tawatur.provenance.tracing import Tracing, text_of

__all__ = ["Tracing", "chains", "provenance", "signs_of", "tally", "traced"]


def traced(signs: Iterable[Signs], outlets: Outlets) -> Tracing:
    """What the reports of one story depend on, from the signs of all of them."""
    tracing = Tracing(outlets)
    tracing.extend(signs)
    return tracing


def provenance(tracing: Tracing) -> Provenance:
    """The provenance of one story."""
    speakers = voices(tracing)
    origins = _origins(tracing, speakers)
    alone = unknown(tracing)
    nodes, edges = graph(tracing, speakers)
    unsure = doubts(tracing, speakers, origins, alone)
    least, most = bounds(tracing, origins, unsure)
    return Provenance(
        origins=origins,
        unknown=tuple(alone),
        first_reporter=first_reporter(tracing),
        reporters=_reporters(tracing),
        circular=circular(tracing),
        outside=_outside(tracing),
        copy_groups=_copy_groups(tracing),
        resurfaced=tuple(
            (report, old) for _, report in tracing.order if (old := tracing.signs[report].old) is not None
        ),
        doubts=unsure,
        least=least,
        most=most,
        nodes=nodes,
        edges=edges,
    )


def chains(tracing: Tracing, report: int) -> tuple[Chain, ...]:
    """Every way from one report of a story to its origins; one link only where it shows no source."""
    return explain(tracing, voices(tracing), report)


def _origins(tracing: Tracing, speakers: dict[Identity, Voice]) -> tuple[Origin, ...]:
    outlets = outlet_origins(tracing)
    reached = _reached(tracing, speakers, outlets)
    heard: dict[str, list[Chain]] = defaultdict(list)
    for _, report in tracing.order:
        if tracing.is_first(report):
            for node, chain in direct(tracing, speakers, report):
                heard[node].append(chain)
    voice = {one.node: one for one in speakers.values()}
    citing = citing_chains(tracing, outlets)
    found = []
    for node, reports in reached.items():
        if node in voice:
            speaker, holder = voice[node].speaker, voice[node].holder
            found.append(
                Origin(
                    node,
                    speaker.name,
                    speaker.kind,
                    speaker.named,
                    tracing.shown(holder) if holder else None,
                    tuple(heard[node]),
                    reports,
                )
            )
        else:
            name = node.removeprefix("outlet:")
            cited = [*heard[node], *citing[name]]
            found.append(Origin(node, tracing.shown(name), "outlet", True, None, tuple(cited), reports))
    return tuple(found)


def _reached(
    tracing: Tracing, speakers: dict[Identity, Voice], outlets: dict[str, list[int]]
) -> dict[str, tuple[int, ...]]:
    """The reports that go back to each origin's node, by time; the node that is reached first comes first."""
    roots: dict[int, set[str]] = {}  # by the first report of a text
    standings = tracing.standings.of
    for text, standing in standings.items():
        leads = standing.leads
        roots[text] = {speakers[lead.heard].node for lead in leads if lead.heard is not None}
        roots[text] |= {outlet_node(lead.outlet) for lead in leads if lead.outlet and lead.report is None}
    for outlet, firsts in outlets.items():
        for first in firsts:
            roots[text_of(tracing.signs[first].report)].add(outlet_node(outlet))
    edges = {
        text: {lead.text for lead in standing.leads if lead.text is not None}
        for text, standing in standings.items()
    }
    for component in components(edges):
        together = set().union(*(roots[onward] for text in component for onward in edges[text]))
        for text in component:
            roots[text] |= together
    found: dict[str, list[int]] = {}
    for _, report in tracing.order:
        text = text_of(tracing.signs[report].report)
        own = {speakers[lead.heard].node for lead in tracing.carried(report) if lead.heard}
        lost = {speakers[lead.heard].node for lead in standings[text].leads if lead.heard} - own
        for node in sorted(roots[text] - lost):
            found.setdefault(node, []).append(report)
    return {node: tuple(reports) for node, reports in found.items()}


def _reporters(tracing: Tracing) -> tuple[Brief, ...]:
    found: dict[str, Brief] = {}
    for _, report in tracing.order:
        brief = tracing.signs[report].report
        found.setdefault(tracing.outlet(brief), brief)
    return tuple(found.values())


def _outside(tracing: Tracing) -> tuple[str, ...]:
    """The outlets that the reports cite or credit and that have no report in the story, by when they were first named."""
    firsts = (tracing.signs[report] for _, report in tracing.order if tracing.is_first(report))
    named = (
        tracing.canonical(name)
        for signs in firsts
        for name in (*signs.credits, *(outlet for one in signs.hearings for outlet in outlets_named(one)))
    )
    return tuple(tracing.shown(name) for name in dict.fromkeys(named) if not tracing.carries(name))


def _copy_groups(tracing: Tracing) -> tuple[CopyGroup, ...]:
    """The texts that several reports carry, each with its first publisher's report and the uncredited copies."""
    found = []
    for text, places in tracing.carriers.items():
        if len(places) < 2:
            continue
        first = tracing.standings.of[text].first
        members = [report for _, report in places]
        outlets = {tracing.outlet(tracing.signs[report].report) for report in members}
        publisher = tracing.outlet(tracing.signs[first].report)
        uncredited = tuple(
            report
            for report in members
            if tracing.outlet(tracing.signs[report].report) != publisher
            and not _added_credits(tracing, report, first) & outlets
        )
        found.append(CopyGroup(first, tuple(members), uncredited))
    return tuple(sorted(found, key=lambda group: (tracing.signs[group.first].report.time, group.first)))


def _added_credits(tracing: Tracing, report: int, first: int) -> set[str]:
    """The outlets that a copy says it has the text from: a credit line, or a citation that the text did not have before.

    That a speaker told something to the first publisher stands in the text itself («قال لوكالة …»): it is no credit.
    """
    signs = tracing.signs[report]
    known = {hearing.speaker.name for hearing in tracing.signs[first].hearings}
    names = [*signs.credits]
    for hearing in signs.hearings:
        if hearing.speaker.kind == "outlet" and hearing.speaker.name not in known:
            names.append(hearing.speaker.name)
        elif hearing.speaker.name not in known:
            names += hearing.via
    return set(map(tracing.canonical, names)) - {tracing.outlet(signs.report)}
