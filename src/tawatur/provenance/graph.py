"""Which report has a statement from which: the edges behind a story, and what can be reached along them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.model import Attribution, Report
from tawatur.outlets import Outlets


@dataclass(frozen=True, slots=True)
class Derivation:
    """A report that has its matter from another one, and how: "copies", "credits" or "cites"."""

    report: int
    source: int
    how: str


class Graph:
    """The reports of one story by time, by outlet, and by what they derive from."""

    def __init__(self, reports: Iterable[Report], outlets: Outlets) -> None:
        self.reports = sorted(reports, key=lambda report: (report.time, report.id))
        self.by_id = {report.id: report for report in self.reports}
        self._outlets = outlets
        self._by_outlet: dict[str, list[Report]] = defaultdict(list)
        for report in self.reports:
            self._by_outlet[self.canonical(report.outlet)].append(report)
        self._firsts = self._first_publishers()

    def canonical(self, name: str) -> str:
        """One spelling for an outlet's name."""
        found = self._outlets.named(name)
        return found.name if found else name

    def first_publisher(self, report: Report) -> Report | None:
        """The earliest report of its copy group; None for a report in none."""
        return self._firsts.get(report.copy_of) if report.copy_of is not None else None

    def copied_from(self, report: Report) -> Report | None:
        """The report whose text it is; None for one that is nobody's copy."""
        first = self.first_publisher(report)
        return first if first and first.id != report.id else None

    def credited(self, report: Report) -> tuple[str, ...]:
        """The outlets in its credit lines, other than itself."""
        names = (self.canonical(name) for name in report.article.credits)
        return tuple(dict.fromkeys(name for name in names if name != self.canonical(report.outlet)))

    def report_of(self, outlet: str, before: Report) -> Report | None:
        """The report of `outlet` that `before` can have used: its latest one until then, else its earliest."""
        own = [report for report in self._by_outlet.get(self.canonical(outlet), ()) if report.id != before.id]
        earlier = [report for report in own if report.time <= before.time]
        return earlier[-1] if earlier else own[0] if own else None

    def _first_publishers(self) -> dict[int, Report]:
        firsts: dict[int, Report] = {}
        for report in self.reports:
            if report.copy_of is not None:
                firsts.setdefault(report.copy_of, report)
        # The first publisher is the one that the others credit, where they credit one of the group.
        for group, first in firsts.items():
            members = [report for report in self.reports if report.copy_of == group]
            names = {self.canonical(member.outlet): member for member in members}
            for name in self.credited(first):
                if name in names:
                    firsts[group] = names[name]
        return firsts


def top_level(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are not inside another one's content: whom the report itself quotes."""
    kept = []
    for one in attributions:
        inside = any(
            other is not one
            and other.content is not None
            and other.paragraph == one.paragraph
            and other.content.start <= one.cue.start
            and one.cue.end <= other.content.end
            for other in attributions
        )
        if not inside:
            kept.append(one)
    return kept


def components(edges: dict[int, set[int]]) -> list[list[int]]:
    """The strongly connected components of a graph, each sorted, sinks first (Tarjan 1972)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []
    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(sorted(edges[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            target = next(targets, None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = stack.index(node)
                    found.append(sorted(stack[at:]))
                    on_stack.difference_update(stack[at:])
                    del stack[at:]
            elif target not in index:
                index[target] = low[target] = len(index)
                stack.append(target)
                on_stack.add(target)
                work.append((target, iter(sorted(edges.get(target, ())))))
            elif target in on_stack:
                low[node] = min(low[node], index[target])
    return found
