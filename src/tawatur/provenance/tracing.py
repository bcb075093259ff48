"""What the reports of a story depend on, kept up as they come, in any order, and go.

What is known after some reports does not depend on the order in which they came. Adding one touches those that may have it
from the same outlet at the same time and the names that are like its speakers', not the story as a whole.

Reports of one text are one *text* here: it has the signs of its first publisher's report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from tawatur.model import Brief, Hearing, Signs
from tawatur.outlets import Outlets, spelling
from tawatur.provenance.identity import Identity, identity
from tawatur.provenance.rules import Rule, rules
from tawatur.provenance.speakers import Speakers

_Place = tuple[datetime, int]  # of a report in the order of time
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Lead:
    """One way on from a text: to a speaker (`heard`), or to an outlet; there to its `report` (of `text`), if the story has one."""

    rule: Rule
    heard: Identity | None = None
    outlet: str | None = None
    report: int | None = None
    text: int | None = None
    hearing: Hearing | None = None


class Tracing:
    """The reports of one story and what their texts depend on."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._canonical: dict[str, str] = {}
        self._spellings: dict[str, Counter[str]] = defaultdict(Counter)  # of outlets that the catalogue lacks
        self.signs: dict[int, Signs] = {}
        self.speakers = Speakers()
        self.leads: dict[int, tuple[Lead, ...]] = {}  # of the first report of each text
        self.cited: Counter[str] = Counter()  # outlets that are the source and not polled, by leads
        self.order: list[_Place] = []
        self.of_outlet: dict[str, list[_Place]] = defaultdict(list)
        self.carriers: dict[int, list[_Place]] = defaultdict(list)
        self.first: dict[int, int] = {}  # text → report
        self._naming: dict[str, list[_Place]] = defaultdict(list)  # the reports that name an outlet
        self._sharing: dict[int, set[int]] = defaultdict(set)  # report → those that share paragraphs with it
        self.sources: Counter[int] = Counter()  # texts that are said to be the source, by leads
        self._credited: Counter[tuple[int, str]] = Counter()  # text, outlet that its carriers credit
        self.credited_texts: set[int] = set()  # those whose first publisher another of their carriers credits
        self.bare: set[int] = set()  # texts that lead nowhere
        self.relaying: set[int] = set()  # texts that lead to other texts only
        self.relying: Counter[tuple[str, str]] = (
            Counter()
        )  # outlets, by relaying texts of one that lead to the other

    # --- reports come and go ----------------------------------------------------------------------------------

    def add(self, signs: Signs) -> None:
        """One more report of the story."""
        report, outlet = signs.report, self.outlet(signs.report)
        place = (report.time, report.id)
        self.signs[report.id] = signs
        insort(self.order, place)
        insort(self.of_outlet[outlet], place)
        for name in self._names(signs):
            insort(self._naming[name], place)
        for other in {other for _, other in signs.reused}:
            self._sharing[other].add(report.id)
        self._spell(signs, 1)
        insort(self.carriers[text_of(report)], place)
        self._credited.update((text_of(report), name) for name in self._own_sources(signs))
        self._settle({report.id, *self._affected(outlet, place), *self._sharing[report.id]}, text_of(report))

    def remove(self, report: int) -> None:
        """One report of the story less."""
        signs = self.signs[report]
        brief, outlet = signs.report, self.outlet(signs.report)
        place = (brief.time, brief.id)
        affected = self._affected(outlet, place) | self._sharing[report]
        self._lift(text_of(brief))
        _drop(self.order, place)
        _drop(self.of_outlet[outlet], place)
        for name in self._names(signs):
            _drop(self._naming[name], place)
        for other in {other for _, other in signs.reused}:
            self._sharing[other].discard(report)
        self._spell(signs, -1)
        _drop(self.carriers[text_of(brief)], place)
        self._credited.subtract((text_of(brief), name) for name in self._own_sources(signs))
        del self.signs[report]
        self._settle(affected - {report}, text_of(brief))

    def _spell(self, signs: Signs, by: int) -> None:
        for name in (signs.report.outlet, *signs.credits, *signs.cited):
            canonical = self.canonical(name)
            if self._outlets.named(canonical) is None:
                _change(self._spellings[canonical], spelling(name), by)

    def _affected(self, outlet: str, place: _Place) -> set[int]:
        """The reports that would have something from an outlet's report at this place, were it the only news."""
        own, naming = self.of_outlet[outlet], self._naming[outlet]
        at = bisect_left(own, place)
        start = bisect_left(naming, place) if at else 0  # those before its first report have it from that one
        end = bisect_left(naming, own[at + 1]) if at + 1 < len(own) else len(naming)
        return {report for _, report in naming[start:end]}

    def _settle(self, reports: Iterable[int], text: int) -> None:
        """Find out anew what texts depend on."""
        texts = {text_of(self.signs[report].report) for report in reports if report in self.signs} | {text}
        for one in texts:
            self._lift(one)
            if self.carriers.get(one):
                self._put(one)
            else:
                self.carriers.pop(one, None)

    def _lift(self, text: int) -> None:
        first = self.first.pop(text, None)
        if first is not None:
            self._count(first, text, -1)
            self.credited_texts.discard(text)
            del self.leads[first]

    def _put(self, text: int) -> None:
        first = self.first[text] = self._first_publisher(text)
        if self._credited[text, self.outlet(self.signs[first].report)] > 0:
            self.credited_texts.add(text)
        self.leads[first] = tuple(self._leads_of(self.signs[first]))
        self._count(first, text, 1)

    def _count(self, first: int, text: int, by: int) -> None:
        leads = self.leads[first]
        own = self.outlet(self.signs[first].report)
        relaying = bool(leads) and all(lead.report is not None for lead in leads)
        for lead in leads:
            if lead.heard is not None:
                (self.speakers.add if by > 0 else self.speakers.remove)(lead.heard)
            elif lead.outlet is not None and lead.text is None:
                _change(self.cited, lead.outlet, by)
            elif lead.outlet is not None and lead.text is not None:
                if lead.rule.names_source:
                    _change(self.sources, lead.text, by)
                if relaying:
                    _change(self.relying, (own, lead.outlet), by)
        for members, belongs in ((self.bare, not leads), (self.relaying, relaying)):
            if belongs and by > 0:
                members.add(text)
            else:
                members.discard(text)

    # --- what one text leads to -------------------------------------------------------------------------------

    def _leads_of(self, signs: Signs) -> Iterator[Lead]:
        """The leads by the strongest sign that a text shows."""
        finders = {
            "translates": self._translated, "quotes": self._quoted, "cites": self._cited, "credits": self._credits,
        }  # fmt: skip
        for rule in rules():
            if rule.how in finders and (found := list(finders[rule.how](signs, rule))):
                yield from found
                return

    def _translated(self, signs: Signs, rule: Rule) -> Iterator[Lead]:
        for name in self.credited(signs):
            source = self.report_of(name, signs.report)
            if source and source.language != signs.report.language:
                yield self._to_outlet(name, signs, rule, None)
                return

    def _quoted(self, signs: Signs, rule: Rule) -> Iterator[Lead]:
        for hearing in signs.hearings:
            speaker = hearing.speaker
            if speaker.kind != "outlet":
                holder = None if speaker.named else self.holder(signs, hearing)
                heard = identity(speaker, signs.report.language, holder)
                yield Lead(rule, heard=heard, hearing=hearing)

    def _cited(self, signs: Signs, rule: Rule) -> Iterator[Lead]:
        own = self.outlet(signs.report)
        for hearing in signs.hearings:
            name = self.canonical(hearing.speaker.name)
            if hearing.speaker.kind == "outlet" and name != own:
                lead = self._to_outlet(name, signs, rule, hearing)
                if lead.text != text_of(signs.report):  # who carries the same text has it from nowhere else
                    yield lead

    def _credits(self, signs: Signs, rule: Rule) -> Iterator[Lead]:
        for name in self.credited(signs):
            lead = self._to_outlet(name, signs, rule, None)
            if lead.text != text_of(signs.report):
                yield lead

    def _to_outlet(self, name: str, signs: Signs, rule: Rule, hearing: Hearing | None) -> Lead:
        source = self.report_of(name, signs.report)
        if source is None:
            return Lead(rule, outlet=name, hearing=hearing)
        return Lead(rule, outlet=name, report=source.id, text=text_of(source), hearing=hearing)

    def holder(self, signs: Signs, hearing: Hearing) -> str:
        """The outlet that alone knows an unnamed source: the innermost on the way to him."""
        if hearing.via:
            return self.canonical(hearing.via[-1])
        taken = self.taken_from(signs, hearing.paragraph)
        # A report that names the outlet for one sentence does not repeat it for the next.
        return self._framed(taken) if taken else self._framed(signs)

    def _framed(self, signs: Signs) -> str:
        own = self.outlet(signs.report)
        named = [*map(self.canonical, signs.frame), *self.credited(signs)]
        return next((name for name in named if name != own), own)

    def taken_from(self, signs: Signs, paragraph: int) -> Signs | None:
        """The earlier report of another text from which a report has a paragraph; None where it is its own."""
        report = signs.report
        others = [self.signs[other] for at, other in signs.reused if at == paragraph and other in self.signs]
        earlier = [
            one
            for one in others
            if (one.report.time, one.report.id) < (report.time, report.id)
            and text_of(one.report) != text_of(report)
        ]
        return min(earlier, key=lambda one: (one.report.time, one.report.id), default=None)

    # --- looking up -------------------------------------------------------------------------------------------

    def canonical(self, name: str) -> str:
        """One name for an outlet in all its spellings: the catalogue's, else what is left without «صحيفة» or "the"."""
        if name not in self._canonical:
            self._canonical[name] = self._outlets.canonical(name)
        return self._canonical[name]

    def shown(self, name: str) -> str:
        """An outlet as people read it: the fullest of the spellings that the story has for it."""
        canonical = self.canonical(name)
        spellings = self._spellings.get(canonical)
        return max(spellings, key=lambda one: (len(one), one)) if spellings else canonical

    def outlet(self, report: Brief) -> str:
        """The outlet of a report, in one spelling."""
        return self.canonical(report.outlet)

    def credited(self, signs: Signs) -> tuple[str, ...]:
        """The outlets in its credit lines, other than itself."""
        own = self.outlet(signs.report)
        return tuple(dict.fromkeys(name for one in signs.credits if (name := self.canonical(one)) != own))

    def _own_sources(self, signs: Signs) -> set[str]:
        own = self.outlet(signs.report)
        return {name for one in (*signs.credits, *signs.cited) if (name := self.canonical(one)) != own}

    def _names(self, signs: Signs) -> set[str]:
        """The outlets on whose reports it depends what a report leads to."""
        speakers = (one.speaker.name for one in signs.hearings if one.speaker.kind == "outlet")
        own = self.outlet(signs.report)
        return {name for one in (*signs.credits, *speakers) if (name := self.canonical(one)) != own}

    def report_of(self, outlet: str, before: Brief) -> Brief | None:
        """The report of `outlet` that `before` can have used: its latest one until then, else its earliest."""
        own = self.of_outlet.get(outlet)
        if not own:
            return None
        at = bisect_right(own, (before.time, before.id))
        return self.signs[own[max(at - 1, 0)][1]].report

    def carries(self, outlet: str) -> bool:
        """Whether an outlet has a report in the story."""
        return bool(self.of_outlet.get(outlet))

    def outlets(self) -> int:
        """How many outlets have a report in the story."""
        return sum(map(bool, self.of_outlet.values()))

    def first_of(self, report: int) -> int:
        """The first publisher's report of a report's text."""
        return self.first[text_of(self.signs[report].report)]

    def _first_publisher(self, text: int) -> int:
        """The earliest report of a text, or the one whose outlet that one credits."""
        places = self.carriers[text]
        first = places[0][1]
        if len(places) > 1:
            for name in self.credited(self.signs[first]):
                for _, report in places:
                    if self.outlet(self.signs[report].report) == name:
                        return report
        return first


def text_of(report: Brief) -> int:
    """The text that a report carries: its copy group, or itself."""
    return report.copy_of if report.copy_of is not None else report.id


def _drop(places: list[_Place], place: _Place) -> None:
    at = bisect_left(places, place)
    if at < len(places) and places[at] == place:
        del places[at]


def _change(counter: Counter[_Key], key: _Key, by: int) -> None:
    counter[key] += by
    if not counter[key]:
        del counter[key]
