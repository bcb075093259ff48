"""The provenance graph of a story: every sign that its reports show, with the sentence that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawatur.model import Brief, Edge, Evidence, Hearing, How, Node, NodeKind, Signs, Speaker
from tawatur.provenance.identity import Identity
from tawatur.provenance.tracing import Tracing


def report_node(report: int) -> str:
    """The id of a report's node."""
    return f"report:{report}"


def outlet_node(outlet: str) -> str:
    """The id of an outlet's node."""
    return f"outlet:{outlet}"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of the story: its node, and the fullest of its first names, in the language of the story's first report if it has one."""

    node: str
    speaker: Speaker
    holder: str | None


def voices(tracing: Tracing) -> dict[Identity, Voice]:
    """The speakers of a story by each of their names, those heard first first."""
    number = {name: at for at, names in enumerate(tracing.standings.speakers.classes()) for name in names}
    heard: dict[int, list[tuple[Hearing, Identity]]] = {}
    for _, report in tracing.order:
        for lead in tracing.leads(report):
            if lead.heard is not None and lead.hearing is not None:
                heard.setdefault(number[lead.heard], []).append((lead.hearing, lead.heard))
    home = next((tracing.signs[report].report.language for _, report in tracing.order), "")
    found: dict[Identity, Voice] = {}
    for at, (_, hearings) in enumerate(heard.items(), 1):
        hearing, name = min(hearings, key=lambda one: _vagueness(one[1], home))
        kind: NodeKind = "document" if hearing.speaker.kind == "document" else "speaker"
        voice = Voice(f"{kind}:{at}", hearing.speaker, name.holder)
        found |= {one: voice for _, one in hearings}
    return found


def _vagueness(name: Identity, home: str) -> tuple[bool, bool, int]:
    """Least for the names that say most in the language `home`: of two words or more, of what trade an unnamed source is."""
    says_nothing = name.nameless or not (name.named or name.concepts)
    return says_nothing, name.language != home, -min(len(name.words), 2)


def graph(tracing: Tracing, speakers: dict[Identity, Voice]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The nodes and edges of a story's provenance, reports by time."""
    builder = _Builder(tracing, speakers)
    edges = tuple(builder.edges())
    return tuple(builder.nodes(edges)), edges


class _Builder:
    def __init__(self, tracing: Tracing, speakers: dict[Identity, Voice]) -> None:
        self._tracing, self._speakers = tracing, speakers

    def nodes(self, edges: Iterable[Edge]) -> Iterator[Node]:
        tracing = self._tracing
        for _, report in tracing.order:
            yield Node(report_node(report), "report", tracing.signs[report].report.title, True, report)
        reached = dict.fromkeys(node for edge in edges for node in (edge.source, edge.target))
        for node in reached:
            if node.startswith("outlet:"):
                yield Node(node, "outlet", tracing.shown(node.removeprefix("outlet:")))
        for voice in dict.fromkeys(self._speakers.values()):
            kind: NodeKind = "document" if voice.node.startswith("document") else "speaker"
            yield Node(voice.node, kind, voice.speaker.name, voice.speaker.named)

    def edges(self) -> Iterator[Edge]:
        tracing = self._tracing
        for _, number in tracing.order:
            signs = tracing.signs[number]
            node, outlet = report_node(number), outlet_node(tracing.outlet(signs.report))
            whole = Evidence(number)
            yield Edge(outlet, node, "carries", whole)
            first = tracing.first_of(number)
            if first != number:
                yield Edge(node, report_node(first), "copies", whole)
            for name in tracing.credited(signs):
                yield Edge(node, self._outlet(name, signs.report), "credits", whole)
            if first == number:
                yield from self._in_part(signs)
                yield from self._said(signs)

    def _in_part(self, signs: Signs) -> Iterator[Edge]:
        met = set()
        for paragraph, _ in signs.reused:
            taken = self._tracing.taken_from(signs, paragraph)
            if taken and taken.report.id not in met:
                met.add(taken.report.id)
                evidence = Evidence(signs.report.id, paragraph)
                yield Edge(
                    report_node(signs.report.id), report_node(taken.report.id), "copies_in_part", evidence
                )

    def _said(self, signs: Signs) -> Iterator[Edge]:
        tracing = self._tracing
        met: set[tuple[str, str]] = set()  # the first sentence that shows a step is its evidence
        for hearing in signs.hearings:
            evidence = Evidence(signs.report.id, hearing.paragraph, hearing.start, hearing.end)
            at = report_node(signs.report.id)
            for name in map(tracing.canonical, hearing.via):
                onward = self._outlet(name, signs.report) if at.startswith("report:") else outlet_node(name)
                if (at, onward) not in met:
                    yield Edge(at, onward, "cites", evidence)
                met.add((at, onward))
                at = outlet_node(name)
            end, how = self._last_step(signs, hearing)
            if end and (at, end) not in met:
                yield Edge(at, end, how, evidence)
            met.add((at, end or ""))

    def _last_step(self, signs: Signs, hearing: Hearing) -> tuple[str | None, How]:
        """The node of whom a report quotes or cites in the end; None where it is the report's own outlet."""
        speaker, tracing = hearing.speaker, self._tracing
        if speaker.kind == "outlet":
            name = tracing.canonical(speaker.name)
            own = name == tracing.outlet(signs.report)
            return None if own else self._outlet(name, signs.report), "cites"
        voice = self._speakers.get(tracing.heard(signs, hearing))
        return voice.node if voice else None, "quotes"

    def _outlet(self, name: str, report: Brief) -> str:
        """The node of an outlet's report that a report can have used, or of the outlet where it has none."""
        source = self._tracing.report_of(name, report)
        return report_node(source.id) if source else outlet_node(name)
