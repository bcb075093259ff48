"""Chains: the ways from a report to its origins, link by link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tawatur.model import Chain, Evidence, Hearing, Link, Signs
from tawatur.provenance.graph import Voice, outlet_node
from tawatur.provenance.identity import Identity
from tawatur.provenance.roots import outlet_origins
from tawatur.provenance.standings import Lead
from tawatur.provenance.tracing import Tracing


def direct(
    tracing: Tracing, speakers: Mapping[Identity, Voice], report: int, leads: Sequence[Lead] | None = None
) -> Iterator[tuple[str, Chain]]:
    """The chains of a text's first report to whom it heard or cites itself (by some of its leads), each with its last node."""
    signs = tracing.signs[report]
    for lead in tracing.leads(report) if leads is None else leads:
        if lead.heard is not None and lead.hearing is not None:
            links = [*_begin(tracing, signs, lead.hearing), Link(speakers[lead.heard].speaker.name, "quotes")]
            yield speakers[lead.heard].node, Chain(tuple(links), _evidence(signs, lead.hearing))
        elif lead.outlet is not None and lead.report is None:
            yield (
                outlet_node(lead.outlet),
                Chain((_published(signs), _to_outlet(tracing, lead)), _evidence(signs, lead.hearing)),
            )


def citing_chains(tracing: Tracing, outlets: Mapping[str, Sequence[int]]) -> dict[str, list[Chain]]:
    """The chains that end at outlets that are origins: those of their own texts, and of who has it from there."""
    outlet_of = {first: outlet for outlet, firsts in outlets.items() for first in firsts}
    found: dict[str, list[Chain]] = defaultdict(list)
    for _, report in tracing.order:
        signs = tracing.signs[report]
        if report in outlet_of:
            found[outlet_of[report]].append(Chain((_published(signs),), Evidence(report)))
        for lead in tracing.leads(report):
            outlet = outlet_of.get(tracing.first_of(lead.report)) if lead.report is not None else None
            if outlet is not None:
                links = (_published(signs), _to_outlet(tracing, lead))
                found[outlet].append(Chain(links, _evidence(signs, lead.hearing)))
    return found


def explain(tracing: Tracing, speakers: Mapping[Identity, Voice], report: int) -> tuple[Chain, ...]:
    """Every way from one report of a story to its origins; one link only where it shows no source."""
    outlets = {first: outlet for outlet, firsts in outlet_origins(tracing).items() for first in firsts}
    found = list(_onward(tracing, speakers, outlets, report, (), frozenset()))
    return tuple(Chain(chain.links, _own(chain, report)) for chain in dict.fromkeys(found))


def _onward(
    tracing: Tracing, speakers: Mapping[Identity, Voice], outlets: Mapping[int, str], report: int,
    before: tuple[Link, ...], met: frozenset[int],
) -> Iterator[Chain]:  # fmt: skip
    links = before or (_published(tracing.signs[report]),)
    leads, first = tracing.carried(report), tracing.first_of(report)
    if first != report:
        links = (*links, Link(tracing.signs[first].report.outlet, "copies", first))
    found = [chain for _, chain in direct(tracing, speakers, first, leads)]
    for chain in found:
        yield Chain((*links, *chain.links[1:]), chain.evidence)
    onward = [lead for lead in leads if lead.report is not None]
    if not found and (first in outlets or not onward or first in met):
        yield Chain(links, Evidence(first))
        return
    for lead in onward:
        assert lead.report is not None
        for chain in _onward(
            tracing, speakers, outlets, lead.report, (*links, _to_outlet(tracing, lead)), met | {first}
        ):
            yield Chain(chain.links, _evidence(tracing.signs[first], lead.hearing))


def _own(chain: Chain, report: int) -> Evidence:
    return chain.evidence if chain.report == report else Evidence(report)


def _begin(tracing: Tracing, signs: Signs, hearing: Hearing) -> list[Link]:
    """The links from a report to the speaker: whose paragraph it is, whom it credits, whom it cites on the way."""
    links = [_published(signs)]
    taken = tracing.taken_from(signs, hearing.paragraph)
    via = [tracing.canonical(name) for name in hearing.via]
    if taken:
        links.append(Link(taken.report.outlet, "copies_in_part", taken.report.id))
    elif (credited := tracing.credited(signs)) and credited[0] not in via:
        links.append(Link(tracing.shown(credited[0]), "credits"))
    return links + [Link(tracing.shown(name), "cites") for name in via]


def _published(signs: Signs) -> Link:
    return Link(signs.report.outlet, "publishes", signs.report.id)


def _to_outlet(tracing: Tracing, lead: Lead) -> Link:
    assert lead.outlet is not None
    return Link(tracing.shown(lead.outlet), "cites" if lead.rule.how == "cites" else "credits", lead.report)


def _evidence(signs: Signs, hearing: Hearing | None) -> Evidence:
    if hearing is None:
        return Evidence(signs.report.id)
    return Evidence(signs.report.id, hearing.paragraph, hearing.start, hearing.end)
