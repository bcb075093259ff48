"""Provenance: to how many independent origins a story's reports go back, and by which chains.

The rules, written out with their reasons in docs/provenance.md:

1. A copy has the origins of the text it copies, and so has a translation with a credit.
2. A report has the origins of whom it quotes. A named speaker is one origin however many heard him; an unnamed
   source is one origin for each outlet that alone knows him.
3. A report that cites only an outlet has the origins of that outlet's report in the story; the outlet itself is
   the origin where it has none there.
4. Outlets that only cite each other in a ring are one origin, and the ring is reported.
5. A report that shows no source is of unknown origin. It is never counted as independent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.model import Attribution, Chain, CopyGroup, Link, Origin, Provenance, Report, Speaker
from tawatur.outlets import Outlets
from tawatur.provenance.graph import Graph, components, top_level
from tawatur.provenance.identity import Identity, identity, same

__all__ = ["copy_groups", "provenance"]


@dataclass(slots=True)
class _Root:
    """An origin in the making: who it is, and the chains found so far."""

    name: str
    speaker: Speaker
    outlet: str | None
    identities: list[Identity] = field(default_factory=list)
    chains: list[Chain] = field(default_factory=list)


def copy_groups(reports: Iterable[Report], outlets: Outlets) -> tuple[CopyGroup, ...]:
    """The copy groups among the reports of one story, each with its first publisher and the uncredited copies."""
    graph = Graph(reports, outlets)
    members: dict[int, list[Report]] = defaultdict(list)
    for report in graph.reports:
        if report.copy_of is not None:
            members[report.copy_of].append(report)
    found = []
    for group in members.values():
        first = graph.first_publisher(group[0])
        if first is None or len(group) < 2:
            continue
        names = {graph.canonical(report.outlet) for report in group}
        uncredited = tuple(
            report.id
            for report in group
            if report.id != first.id
            and graph.canonical(report.outlet) != graph.canonical(first.outlet)
            and not names & set(graph.credited(report))
            and not _cites(report, graph, names)
        )
        found.append(CopyGroup(first.id, tuple(report.id for report in group), uncredited))
    return tuple(found)


def _cites(report: Report, graph: Graph, names: set[str]) -> bool:
    """A credit may stand in the text too: «… نقلا عن رويترز»."""
    own = graph.canonical(report.outlet)
    return any(
        graph.canonical(name) in names - {own}
        for attribution in report.attributions
        for name in (
            *attribution.via,
            *([attribution.speaker.name] if attribution.speaker.kind == "outlet" else []),
        )
    )


def provenance(reports: Sequence[Report], outlets: Outlets) -> Provenance:
    """The provenance of one story, from all its reports."""
    return _Tracing(Graph(reports, outlets)).result()


def _outlets_framing(attribution: Attribution) -> tuple[str, ...]:
    """The outlets that what stands around a statement may have come through too."""
    speaker = attribution.speaker
    return (speaker.name,) if speaker.kind == "outlet" else () if speaker.named else attribution.via


class _Tracing:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.roots: list[_Root] = []
        self.direct: dict[int, list[tuple[int, Chain]]] = defaultdict(list)  # report → (root, chain)
        self.edges: dict[int, set[int]] = {report.id: set() for report in graph.reports}
        self.how: dict[tuple[int, int], tuple[str, Attribution | None]] = {}
        self.pending: dict[int, list[tuple[str, Attribution]]] = defaultdict(
            list
        )  # outlets cited, not polled
        self.outside: dict[str, None] = {}

    def result(self) -> Provenance:
        for report in self.graph.reports:
            self._trace(report)
        circular = self._reach()
        first = self.graph.reports[0].outlet if self.graph.reports else None
        reached = {chain.report for root in self.roots for chain in root.chains}
        origins = tuple(
            Origin(root.name, root.speaker.kind, root.speaker.named, root.outlet, tuple(root.chains))
            for root in self.roots
            if root.chains
        )
        unknown = tuple(report.id for report in self.graph.reports if report.id not in reached)
        return Provenance(origins, unknown, first, circular, tuple(self.outside))

    # --- one report -----------------------------------------------------------------------------------------

    def _trace(self, report: Report) -> None:
        source = self.graph.copied_from(report)
        if source is not None:
            self._edge(report, source, "copies", None)
            return
        credited = self.graph.credited(report)
        credited_reports = [found for name in credited if (found := self.graph.report_of(name, report))]
        translated = [
            found for found in credited_reports if found.article.language != report.article.language
        ]
        if translated:
            self._edge(report, translated[0], "credits", None)
            return
        heard = self._quoted(report, credited[0] if credited else None)
        if not heard:
            for found in credited_reports:
                self._edge(report, found, "credits", None)
            if not credited_reports and credited:
                self.outside.update(dict.fromkeys(credited))
                chain = Chain(
                    (Link(report.outlet, "publishes", report.id), Link(credited[0], "credits")), report.id
                )
                self._add(report, Speaker(credited[0], True, "outlet"), None, chain)

    def _quoted(self, report: Report, credited: str | None) -> bool:
        """Trace whom a report quotes or cites; False if it quotes nobody."""
        found = False
        statements = top_level(report.attributions)
        # Who is cited for what somebody said is on the way to him, and no origin beside him.
        spoken = any(one.speaker.kind != "outlet" for one in statements)
        for attribution in statements:
            speaker = attribution.speaker
            if speaker.kind == "outlet":
                if not spoken:
                    found |= self._cited(report, attribution, speaker.name)
                continue
            holder = self._holder(report, attribution, credited)
            self._note_outside(attribution)
            chain = self._chain(report, attribution, credited)
            self._add(report, speaker, None if speaker.named else holder, chain)
            found = True
        return found

    def _cited(self, report: Report, attribution: Attribution, name: str) -> bool:
        cited = self.graph.canonical(name)
        if cited == self.graph.canonical(report.outlet):
            return False
        source = self.graph.report_of(cited, report)
        if source is not None:
            self._edge(report, source, "cites", attribution)
            return True
        self.outside[cited] = None
        chain = self._chain(report, attribution, None)
        self._add(report, attribution.speaker, None, chain)
        return True

    def _holder(self, report: Report, attribution: Attribution, credited: str | None) -> str:
        """The outlet that alone knows an unnamed source: the innermost on the way to him."""
        if attribution.via:
            return self.graph.canonical(attribution.via[-1])
        # A report that names the outlet for one sentence does not repeat it for the next.
        cited = (name for one in report.attributions for name in _outlets_framing(one))
        own = self.graph.canonical(report.outlet)
        others = [name for name in map(self.graph.canonical, cited) if name != own]
        return others[0] if others else credited or own

    def _note_outside(self, attribution: Attribution) -> None:
        for name in attribution.via:
            canonical = self.graph.canonical(name)
            if not any(self.graph.canonical(report.outlet) == canonical for report in self.graph.reports):
                self.outside[canonical] = None

    def _chain(self, report: Report, attribution: Attribution, credited: str | None) -> Chain:
        links = [Link(report.outlet, "publishes", report.id)]
        if credited and credited not in attribution.via:
            links.append(Link(credited, "credits"))
        links += [Link(name, "cites") for name in attribution.via]
        links.append(
            Link(attribution.speaker.name, "cites" if attribution.speaker.kind == "outlet" else "quotes")
        )
        return Chain(tuple(links), report.id, attribution.paragraph, attribution.cue)

    def _add(self, report: Report, speaker: Speaker, holder: str | None, chain: Chain) -> None:
        key = identity(speaker, report.article.language)
        for number, root in enumerate(self.roots):
            if root.speaker.named != speaker.named:
                continue
            if (
                (holder == root.outlet)
                if not speaker.named
                else any(same(key, other) for other in root.identities)
            ):
                if key not in root.identities:
                    root.identities.append(key)
                self._record(report.id, number, chain)
                return
        name = self.graph.canonical(speaker.name) if speaker.kind == "outlet" else speaker.name
        self.roots.append(_Root(name, speaker, holder, [key]))
        self._record(report.id, len(self.roots) - 1, chain)

    def _record(self, report: int, root: int, chain: Chain) -> None:
        # One chain for each way from a report to an origin: the first sentence that shows it is the evidence.
        if not any(number == root and other.links == chain.links for number, other in self.direct[report]):
            self.direct[report].append((root, chain))
            self.roots[root].chains.append(chain)

    def _edge(self, report: Report, source: Report, how: str, attribution: Attribution | None) -> None:
        self.edges[report.id].add(source.id)
        self.how.setdefault((report.id, source.id), (how, attribution))

    # --- the whole story ------------------------------------------------------------------------------------

    def _reach(self) -> tuple[tuple[str, ...], ...]:
        """Give every report the origins of those it derives from; gives the rings of circular citation."""
        circular: list[tuple[str, ...]] = []
        reached: dict[int, list[tuple[int, Chain]]] = {}
        for component in components(self.edges):
            inside = set(component)
            onward = [edge for node in component for edge in sorted(self.edges[node]) if edge not in inside]
            known = any(self.direct[node] for node in component) or any(reached.get(edge) for edge in onward)
            if len(component) > 1:
                ring = tuple(
                    dict.fromkeys(self.graph.by_id[node].outlet for node in self._by_time(component))
                )
                if not known and len(ring) > 1:
                    circular.append(ring)
            if not known and (len(component) > 1 or not onward):
                self._found_nothing(component)
            for node in self._by_time(component):
                for edge in sorted(self.edges[node]):
                    for number, chain in reached.get(edge, self.direct[edge]):
                        self._record(node, number, self._longer(node, edge, chain))
                reached[node] = self.direct[node]
        return tuple(circular)

    def _found_nothing(self, component: list[int]) -> None:
        """A ring, or a report that others cite though it shows no source, is an origin itself."""
        first = self.graph.by_id[self._by_time(component)[0]]
        cited = any(how == "cites" for (_, source), (how, _) in self.how.items() if source in component)
        if not cited:
            return
        chain = Chain((Link(first.outlet, "publishes", first.id),), first.id)
        self._add(first, Speaker(first.outlet, True, "outlet"), None, chain)

    def _longer(self, node: int, edge: int, chain: Chain) -> Chain:
        how, attribution = self.how[node, edge]
        report, source = self.graph.by_id[node], self.graph.by_id[edge]
        links = (Link(report.outlet, "publishes", node), Link(source.outlet, how, edge), *chain.links[1:])  # type: ignore[arg-type]
        if attribution is None:
            return Chain(links, node, chain.paragraph, chain.cue)
        return Chain(links, node, attribution.paragraph, attribution.cue)

    def _by_time(self, component: Iterable[int]) -> list[int]:
        return sorted(component, key=lambda node: (self.graph.by_id[node].time, node))
