"""Where a story comes from: the graph, its chains and origins, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.reports import Brief, CopyGroup, Evidence
from tawatur.model.statements import SpeakerKind

NodeKind = Literal["report", "outlet", "speaker", "document"]


How = Literal["carries", "copies", "copies_in_part", "credits", "cites", "quotes"]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a provenance graph. `named` is False for an unnamed source, `report` the id where the node is a report."""

    id: str
    kind: NodeKind
    name: str
    named: bool = True
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A step of a provenance graph, from who has something to whom he has it from (an outlet carries its report)."""

    source: str
    target: str
    how: How
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: the outlet or speaker, and how the one before it has the statement from him.

    `report` is the report that shows it; None where nothing but the name is known.
    """

    name: str
    how: Literal["publishes"] | How
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Ordered links from the publisher to the speaker, with the sentence that is the evidence."""

    links: tuple[Link, ...]
    evidence: Evidence

    @property
    def report(self) -> int:
        """The report whose chain it is."""
        return self.evidence.report


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of a story's provenance graph. `node` is its node there.

    `kind` is the speaker's kind; `named` is False for an unnamed source, who is known only through `outlet`. `chains` are of
    the reports that heard or cite it themselves, `reports` all that go back to it, in order of time.
    """

    node: str
    name: str
    kind: SpeakerKind
    named: bool
    outlet: str | None
    chains: tuple[Chain, ...]
    reports: tuple[int, ...]

    @property
    def heard_by(self) -> tuple[str, ...]:
        """The outlets that heard a speaker themselves, through no other outlet."""
        return tuple(
            dict.fromkeys(
                one.links[0].name
                for one in self.chains
                if len(one.links) == 2 and one.links[1].how == "quotes"
            )
        )


@dataclass(frozen=True, slots=True)
class Doubt:
    """What would change the number of origins. `kind` says how to word it:

    "no_source" (`count` texts show no source: each may have an origin of its own), "outside" (outlet `names` is cited and has
    no report here: it may go back to an origin counted already), "unnamed" (the unnamed source known through `names` may be one of the
    others), "alike" (the two `names` may be one speaker), "tie" (`names` published within five minutes of the first).
    """

    kind: Literal["no_source", "outside", "unnamed", "alike", "tie"]
    names: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a story comes from: its independent origins, and what is notable about them.

    `unknown` are the reports that show no source at all and copy none: they are never counted as independent. `reporters` are
    the first report of every outlet, by time, `first_reporter` the outlet to which the earliest of them leads. `circular` are
    the rings of outlets that have it from each other only, `outside` the outlets that are cited and have no report in the
    story, `resurfaced` the reports whose text is months old, each with the old article. The number of origins is between
    `least` and `most`, by what the `doubts` say.
    """

    origins: tuple[Origin, ...]
    unknown: tuple[int, ...]
    first_reporter: str | None
    reporters: tuple[Brief, ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()
    outside: tuple[str, ...] = ()
    copy_groups: tuple[CopyGroup, ...] = ()
    resurfaced: tuple[tuple[int, int], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    least: int = 0
    most: int = 0
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names of the nodes, by their ids."""
        return {node.id: node.name for node in self.nodes}

    @property
    def single_origin(self) -> bool:
        """All that is known comes from one origin."""
        return len(self.origins) == 1 and not self.unknown

    @property
    def anonymous_only(self) -> bool:
        """Every origin is an unnamed source."""
        return bool(self.origins) and not self.unknown and not any(origin.named for origin in self.origins)
