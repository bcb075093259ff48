"""A story's provenance in the formats that other programs read: GraphML and W3C PROV-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as tree

from tawatur.language.text import xml_safe
from tawatur.model import Brief, Edge, Node, Provenance

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
# What GraphML says of a node and of an edge: name, type.
_OF_NODES = {
    "kind": "string",
    "name": "string",
    "named": "boolean",
    "origin": "boolean",
    "outlet": "string",
    "time": "string",
}
_OF_EDGES = {"how": "string", "article": "int", "paragraph": "int", "start": "int", "end": "int"}
_PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "tawatur": "urn:tawatur:",
}


def graphml(found: Provenance, reports: Iterable[Brief]) -> bytes:
    """The graph as GraphML (Brandes et al. 2002; graphml.graphdrawing.org), with what is known of its nodes and edges as data."""
    by_id = {one.id: one for one in reports}
    origins = {one.node for one in found.origins}
    root = tree.Element("graphml", {"xmlns": _GRAPHML})
    for what, keys in (("node", _OF_NODES), ("edge", _OF_EDGES)):
        for name, kind in keys.items():
            tree.SubElement(
                root, "key", {"id": f"{what}-{name}", "for": what, "attr.name": name, "attr.type": kind}
            )
    graph = tree.SubElement(root, "graph", {"id": "provenance", "edgedefault": "directed"})
    for node in found.nodes:
        element = tree.SubElement(graph, "node", {"id": xml_safe(node.id)})
        report = by_id.get(node.report) if node.report is not None else None
        values = {"kind": node.kind, "name": node.name, "named": node.named, "origin": node.id in origins}
        if report:
            values |= {"outlet": report.outlet, "time": report.time.isoformat()}
        _data(element, "node", values)
    for number, edge in enumerate(found.edges):
        ends = {"id": f"e{number}", "source": xml_safe(edge.source), "target": xml_safe(edge.target)}
        evidence = edge.evidence
        _data(
            tree.SubElement(graph, "edge", ends),
            "edge",
            {
                "how": edge.how, "article": evidence.report, "paragraph": evidence.paragraph, "start": evidence.start,
                "end": evidence.end,
            },
        )  # fmt: skip
    return bytes(tree.tostring(root, encoding="utf-8", xml_declaration=True))


def _data(element: tree.Element, what: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else xml_safe(str(value))
            tree.SubElement(element, "data", {"key": f"{what}-{name}"}).text = text


def prov_json(found: Provenance, reports: Iterable[Brief]) -> dict[str, Any]:
    """The graph as W3C PROV-JSON (member submission of 24 April 2013).

    Reports, documents and what a speaker said are entities, outlets and speakers agents. That a report copies, credits, cites or
    quotes something is a derivation (a quotation, or a primary source), with the place of its evidence as attributes.
    """
    writer = _ProvWriter({one.id: one for one in reports}, {node.id: node for node in found.nodes})
    for node in found.nodes:
        writer.node(node)
    for edge in found.edges:
        writer.edge(edge)
    return writer.document()


class _ProvWriter:
    def __init__(self, reports: Mapping[int, Brief], nodes: Mapping[str, Node]) -> None:
        self._reports, self._nodes = reports, nodes
        self._number = {node: at for at, node in enumerate(nodes, 1)}
        self._parts: dict[str, dict[str, Any]] = {}

    def document(self) -> dict[str, Any]:
        return {"prefix": _PREFIXES, **self._parts}

    def node(self, node: Node) -> None:
        if node.report is not None and node.report in self._reports:
            report = self._reports[node.report]
            self._put(
                "entity",
                self._name(node.id),
                {
                    "prov:type": _name("tawatur:Report"), "dct:title": {"$": report.title, "lang": report.language},
                    "dct:issued": {"$": report.time.isoformat(), "type": "xsd:dateTime"}, "tawatur:article": report.id,
                },
            )  # fmt: skip
            return
        kind = {"outlet": "prov:Organization", "document": "tawatur:Document"}.get(node.kind, "prov:Person")
        self._put(
            "entity" if node.kind == "document" else "agent",
            self._name(node.id),
            {"prov:type": _name(kind), "prov:label": node.name, "tawatur:named": node.named},
        )
        if node.kind != "document":
            self._put("entity", self._words(node.id), {"prov:type": _name("tawatur:Statements")})
            self._relate(
                "wasAttributedTo", {"prov:entity": self._words(node.id), "prov:agent": self._name(node.id)}
            )

    def edge(self, edge: Edge) -> None:
        if edge.how == "carries":
            ends = {"prov:entity": self._name(edge.target), "prov:agent": self._name(edge.source)}
            self._relate("wasAttributedTo", ends)
            return
        ends = {
            "prov:generatedEntity": self._entity(edge.source),
            "prov:usedEntity": self._entity(edge.target),
        }
        kinds = [
            _name(f"tawatur:{edge.how}"),
            _name("prov:PrimarySource" if edge.how == "quotes" else "prov:Quotation"),
        ]
        evidence = {
            f"tawatur:{name}": value
            for name, value in (
                ("article", edge.evidence.report), ("paragraph", edge.evidence.paragraph),
                ("start", edge.evidence.start), ("end", edge.evidence.end),
            )
            if value is not None
        }  # fmt: skip
        self._relate("wasDerivedFrom", {**ends, "prov:type": kinds, **evidence})

    def _entity(self, node: str) -> str:
        """What of a node another entity can be derived from: a text itself, of an agent what he said."""
        return self._name(node) if self._nodes[node].kind in ("report", "document") else self._words(node)

    def _name(self, node: str) -> str:
        return f"tawatur:{self._nodes[node].kind}-{self._number[node]}"

    def _words(self, node: str) -> str:
        return f"tawatur:said-{self._number[node]}"

    def _put(self, part: str, key: str, values: dict[str, Any]) -> None:
        self._parts.setdefault(part, {})[key] = values

    def _relate(self, relation: str, values: dict[str, Any]) -> None:
        members = self._parts.setdefault(relation, {})
        members[f"_:{relation}{len(members) + 1}"] = values


def _name(qualified: str) -> dict[str, str]:
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}
