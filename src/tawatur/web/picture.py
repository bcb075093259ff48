"""A story's provenance as a picture: time on one axis, origins and outlets on the other, folded so that it stays readable.

Only the layout is worked out here; a template draws it as SVG. Time runs in the direction of the reader's language.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tawatur.language.text import is_right_to_left
from tawatur.model import Brief, Edge, Evidence, How, Provenance

_WIDTH = 1000
_LABELS = 240  # the column of names
_MARGIN = 96  # half of a time that is written out, and more
_TICK = 150  # between the times that are written out
_ROW = 34
_TOP = 46
_MOST_ORIGINS = 8
_MOST_OUTLETS = 20
_MOST_STEPS = 60
_DOT = 22  # reports of one outlet that are nearer than this are drawn as one
_LABEL_LENGTH = 27
_ORDER: tuple[How, ...] = ("quotes", "cites", "credits", "copies", "copies_in_part")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture: an origin, an outlet, or what was folded together (`folded` of them)."""

    label: str
    full: str
    kind: str  # "origin", "unnamed", "outlet", "outside"
    y: int
    right_to_left: bool
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Dot:
    """A report, or `count` of them; `first` and `copies` say what they are."""

    x: int
    y: int
    count: int
    report: int
    title: str
    kind: str  # "first", "own", "copy", "origin", "outside"


@dataclass(frozen=True, slots=True)
class Step:
    """One edge, or `count` alike drawn as one, with the evidence of the first; `path` is how it runs."""

    number: int
    how: How
    source: str
    target: str
    evidence: Evidence
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a template draws: everything in units of a drawing `width` wide and `height` high."""

    width: int
    height: int
    rows: tuple[Row, ...]
    dots: tuple[Dot, ...]
    steps: tuple[Step, ...]
    ticks: tuple[tuple[int, datetime], ...]
    right_to_left: bool
    label_x: int
    first_x: int
    last_x: int
    left_out: int  # steps that are not drawn


def picture(
    found: Provenance, reports: Mapping[int, Brief], *, right_to_left: bool, outlet_name: Callable[[str], str],
    more: Callable[[str, int], str],
) -> Picture:  # fmt: skip
    """Lay out a provenance. `reports` are the story's by id; `more` words a row of so many folded "origins" or "outlets"."""
    return _Layout(found, reports, right_to_left, outlet_name, more).picture()


class _Layout:
    def __init__(
        self, found: Provenance, reports: Mapping[int, Brief], right_to_left: bool,
        outlet_name: Callable[[str], str], more: Callable[[str, int], str],
    ) -> None:  # fmt: skip
        self.found, self.reports = found, reports
        self.right_to_left, self.outlet_name, self.more = right_to_left, outlet_name, more
        self.names = found.names
        self.copies = {one for group in found.copy_groups for one in group.members if one != group.first}
        self.holder = {edge.target: edge.source for edge in found.edges if edge.how == "carries"}
        self.carrying = set(self.holder.values())
        self.row_of: dict[str, int] = {}  # node of an origin or an outlet → row
        self.rows: list[Row] = []
        self.place: dict[str, tuple[int, int]] = {}  # node → where its dot is
        self.first_in_row: dict[int, tuple[int, int]] = {}
        self.scale = _scale([one.time for one in reports.values()])

    def picture(self) -> Picture:
        self._lay_rows()
        dots = [*self._reports(), *self._markers()]
        for place in self.place.values():
            self.first_in_row.setdefault(place[1], place)
        steps, left_out = self._steps()
        near, far = self._x(0.0), self._x(1.0)
        times = sorted(one.time for one in self.reports.values())
        return Picture(
            _WIDTH, _TOP + len(self.rows) * _ROW + 16, tuple(self.rows), tuple(dots), tuple(steps),
            tuple(self._ticks(times)), self.right_to_left,
            _WIDTH - 6 if self.right_to_left else 6, near, far, left_out,
        )  # fmt: skip

    def _x(self, share: float) -> int:
        along = _LABELS + _MARGIN + share * (_WIDTH - _LABELS - 2 * _MARGIN)
        return round(_WIDTH - along if self.right_to_left else along)

    def _lay_rows(self) -> None:
        origins = [
            one for one in self.found.origins if not one.node.startswith("outlet:") or self._outside(one.node)
        ]
        most = {one.node for one in sorted(origins, key=lambda one: -len(one.reports))[:_MOST_ORIGINS]}
        for one in origins:
            if one.node in most:
                known = f" · {self.outlet_name(one.outlet)}" if one.outlet else ""
                self._row(one.node, one.name + known, "origin" if one.named else "unnamed")
        self._fold([one.node for one in origins if one.node not in most], "origins")
        ways = dict.fromkeys(
            node
            for edge in self.found.edges
            for node in (edge.source, edge.target)
            if node.startswith("outlet:") and self._outside(node) and node not in self.row_of
        )
        for node in list(ways)[:_MOST_ORIGINS]:
            self._row(node, self.outlet_name(self.names[node]), "outside")
        outlets = self._outlets()
        shown = set(
            sorted(outlets, key=lambda one: (-outlets[one], list(outlets).index(one)))[:_MOST_OUTLETS]
        )
        for outlet in outlets:
            if outlet in shown:
                self._row(f"outlet:{outlet}", self.outlet_name(outlet), "outlet")
        self._fold([f"outlet:{one}" for one in outlets if one not in shown], "outlets")

    def _outside(self, node: str) -> bool:
        return node not in self.carrying

    def _outlets(self) -> dict[str, int]:
        """The outlets of the story, the first first, by how much hangs on them: those that others have it from, then the busy."""
        weight: Counter[str] = Counter()
        for edge in self.found.edges:
            if edge.how == "carries":
                weight[edge.source] += 1
            elif edge.target in self.holder:
                weight[self.holder[edge.target]] += 3
        first = list(
            dict.fromkeys(self.holder[f"report:{one.id}"] for one in sorted(self.reports.values(), key=_time))
        )
        return {node.removeprefix("outlet:"): weight[node] for node in first}

    def _row(self, node: str, label: str, kind: str, folded: int = 0) -> None:
        short = label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1] + "…"
        self.row_of[node] = len(self.rows)
        y = _TOP + len(self.rows) * _ROW + _ROW // 2
        self.rows.append(Row(short, label, kind, y, is_right_to_left(label), folded))

    def _fold(self, nodes: Sequence[str], what: str) -> None:
        if nodes:
            kind = "origin" if what == "origins" else "outlet"
            self._row(nodes[0], self.more(what, len(nodes)), kind, len(nodes))
            for node in nodes[1:]:
                self.row_of[node] = self.row_of[nodes[0]]

    def _reports(self) -> Iterator[Dot]:
        cells: dict[int, list[list[Brief]]] = defaultdict(list)
        for one in sorted(self.reports.values(), key=_time):
            in_row = cells[self.row_of[self.holder[f"report:{one.id}"]]]
            if in_row and abs(self._at(in_row[-1][0]) - self._at(one)) < _DOT:
                in_row[-1].append(one)
            else:
                in_row.append([one])
        firsts = {one.id for one in self.found.reporters}
        for row, groups in cells.items():
            for group in groups:
                x, y = self._at(group[0]), self.rows[row].y
                for one in group:
                    self.place[f"report:{one.id}"] = (x, y)
                own = [one for one in group if one.id not in self.copies]
                kind = "copy" if not own else "first" if any(one.id in firsts for one in own) else "own"
                yield Dot(x, y, len(group), group[0].id, group[0].title, kind)

    def _at(self, report: Brief) -> int:
        return self._x(self.scale(report.time))

    def _markers(self) -> Iterator[Dot]:
        """The dots of origins and of outlets that are not polled: where the first report has it from them."""
        met: set[int] = set()
        for node, row in self.row_of.items():
            if self.rows[row].kind == "outlet" or (row in met and self.rows[row].folded):
                continue
            users = [
                self.place[edge.source][0]
                for edge in self.found.edges
                if edge.target == node and edge.source in self.place
            ]
            x = (max(users) if self.right_to_left else min(users)) if users else self._x(0.0)
            self.place[node] = (x, self.rows[row].y)
            met.add(row)
            kind = "outside" if self.rows[row].kind == "outside" else "origin"
            yield Dot(x, self.rows[row].y, 1, 0, self.rows[row].full, kind)

    def _steps(self) -> tuple[list[Step], int]:
        drawn: dict[tuple[tuple[int, int], tuple[int, int], How], list[Edge]] = defaultdict(list)
        for edge in self.found.edges:
            source, target = self._end(edge.source), self._end(edge.target)
            if edge.how != "carries" and source and target and source != target:
                drawn[source, target, edge.how].append(edge)
        # What leads to a row of many folded together says least.
        folded = {row.y for row in self.rows if row.folded}
        ordered = sorted(
            drawn.items(),
            key=lambda one: (
                len({one[0][0][1], one[0][1][1]} & folded), _ORDER.index(one[0][2]), -len(one[1]),
            ),
        )  # fmt: skip
        steps: list[Step] = []
        for (source, target, how), edges in ordered[:_MOST_STEPS]:
            first = edges[0]
            names = self._name(first.source), self._name(first.target)
            steps.append(Step(len(steps) + 1, how, *names, first.evidence, len(edges), _path(source, target)))
        return steps, sum(len(edges) for _, edges in ordered[_MOST_STEPS:])

    def _end(self, node: str) -> tuple[int, int] | None:
        """Where a node is drawn: its own dot, else the first one of its row."""
        row = self.row_of.get(node)
        return self.place.get(node) or (self.first_in_row.get(self.rows[row].y) if row is not None else None)

    def _name(self, node: str) -> str:
        if node.startswith("report:"):
            return self.outlet_name(self.reports[int(node.removeprefix("report:"))].outlet)
        return self.outlet_name(self.names[node])

    def _ticks(self, times: Sequence[datetime]) -> Iterator[tuple[int, datetime]]:
        last: int | None = None
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            moment = times[round(share * (len(times) - 1))]
            x = self._x(self.scale(moment))
            if last is None or abs(x - last) >= _TICK:
                last = x
                yield x, moment


def _time(report: Brief) -> tuple[datetime, int]:
    return report.time, report.id


def _scale(times: Iterable[datetime]) -> Callable[[datetime], float]:
    """From 0 for the first time to 1 for the last: half by the clock, half by the order, so that a burst of reports is not one spot."""
    ordered = sorted(set(times))
    if len(ordered) < 2:
        return lambda moment: 0.0
    place = {moment: at / (len(ordered) - 1) for at, moment in enumerate(ordered)}
    whole = (ordered[-1] - ordered[0]).total_seconds()
    return lambda moment: ((moment - ordered[0]).total_seconds() / whole + place[moment]) / 2


def _path(source: tuple[int, int], target: tuple[int, int]) -> str:
    """A curve between two dots; a bow where they are in one row."""
    (x, y), (to_x, to_y) = source, target
    if y == to_y:
        return f"M{x},{y} Q{(x + to_x) // 2},{y - 22} {to_x},{to_y}"
    middle = (y + to_y) // 2
    return f"M{x},{y} C{x},{middle} {to_x},{middle} {to_x},{to_y}"
