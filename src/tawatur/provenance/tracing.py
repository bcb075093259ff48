"""What the reports of a story depend on, kept up as they come, in any order, and go.

What is known after some reports does not depend on the order in which they came. Adding one touches those that may have it
from the same outlet at the same time and the names that are like its speakers', not the story as a whole.

Reports of one text are one *text* here: it has the signs of its first publisher's report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from tawatur.model import Brief, Hearing, Signs
from tawatur.outlets import Outlets, spelling
from tawatur.provenance.identity import Identity, identity, same
from tawatur.provenance.rules import Rule, rules
from tawatur.provenance.standings import Lead, Standing, Standings

_Place = tuple[datetime, int]  # of a report in the order of time


class Tracing:
    """The reports of one story and what their texts depend on."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._spellings: dict[str, Counter[str]] = defaultdict(Counter)  # of outlets that the catalogue lacks
        self.signs: dict[int, Signs] = {}
        self.standings = Standings()
        self.order: list[_Place] = []
        self.of_outlet: dict[str, list[_Place]] = defaultdict(list)
        self.carriers: dict[int, list[_Place]] = defaultdict(list)  # text → reports
        self._naming: dict[str, list[_Place]] = defaultdict(list)  # the reports that name an outlet
        self._sharing: dict[int, set[int]] = defaultdict(set)  # report → those that share paragraphs with it
        self._credited: Counter[tuple[int, str]] = Counter()  # text, outlet that its carriers name

    # --- reports come and go ----------------------------------------------------------------------------------

    def add(self, signs: Signs) -> None:
        """One more report of the story."""
        report = signs.report
        self._enter(signs)
        affected = self._affected(self.outlet(report), (report.time, report.id))
        self._settle({report.id, *affected, *self._sharing[report.id]}, text_of(report))

    def extend(self, many: Iterable[Signs]) -> None:
        """Many reports more, at once: as adding one after the other, but every text is settled once."""
        for signs in many:
            self._enter(signs)
        for text in self.carriers:
            self.standings.put(text, self._standing(text))

    def remove(self, report: int) -> None:
        """One report of the story less."""
        signs = self.signs[report]
        brief, outlet = signs.report, self.outlet(signs.report)
        place = (brief.time, brief.id)
        affected = self._affected(outlet, place) | self._sharing[report]
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

    def _enter(self, signs: Signs) -> None:
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

    def _spell(self, signs: Signs, by: int) -> None:
        for name in (signs.report.outlet, *signs.credits, *signs.cited):
            canonical = self.canonical(name)
            if self._outlets.named(canonical) is None:
                self._spellings[canonical][spelling(name)] += by

    def _affected(self, outlet: str, place: _Place) -> set[int]:
        """The reports that would have something from an outlet's report at this place, were it the only news."""
        own, naming = self.of_outlet[outlet], self._naming[outlet]
        at = bisect_left(own, place)
        start = bisect_left(naming, place) if at else 0  # those before its first report have it from that one
        end = bisect_left(naming, own[at + 1]) if at + 1 < len(own) else len(naming)
        return {report for _, report in naming[start:end]}

    def _settle(self, reports: Iterable[int], text: int) -> None:
        """Find out anew what texts stand on."""
        texts = {text_of(self.signs[report].report) for report in reports if report in self.signs}
        for one in texts | {text}:
            if self.carriers.get(one):
                self.standings.put(one, self._standing(one))
            else:
                self.carriers.pop(one, None)
                self.standings.lift(one)

    def _standing(self, text: int) -> Standing:
        first = self._first_publisher(text)
        signs = self.signs[first]
        leads = tuple(self._leads_of(signs))
        outlet = self.outlet(signs.report)
        earliest = self.carriers[text][0]
        ahead = any(
            (self.signs[lead.report].report.time, lead.report) > earliest
            for lead in leads
            if lead.report is not None
        )
        return Standing(first, outlet, leads, self._credited[text, outlet] > 0, ahead)

    # --- what one text leads to -------------------------------------------------------------------------------

    def _leads_of(self, signs: Signs) -> Iterator[Lead]:
        """The leads by the strongest sign that a text shows; those to itself (its own carriers) lead nowhere."""
        finders = {
            "translates": self._translated, "quotes": self._quoted, "cites": self._cited, "credits": self._credits,
        }  # fmt: skip
        for rule in rules():
            leads = finders[rule.how](signs, rule) if rule.how in finders else ()
            if found := [lead for lead in leads if lead.text is None or lead.text != text_of(signs.report)]:
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
                yield Lead(rule, heard=self.heard(signs, hearing), hearing=hearing)

    def _cited(self, signs: Signs, rule: Rule) -> Iterator[Lead]:
        own = self.outlet(signs.report)
        for hearing in signs.hearings:
            name = self.canonical(hearing.speaker.name)
            if hearing.speaker.kind == "outlet" and name != own:
                yield self._to_outlet(name, signs, rule, hearing)

    def _credits(self, signs: Signs, rule: Rule) -> Iterator[Lead]:
        for name in self.credited(signs):
            yield self._to_outlet(name, signs, rule, None)

    def _to_outlet(self, name: str, signs: Signs, rule: Rule, hearing: Hearing | None) -> Lead:
        source = self.report_of(name, signs.report)
        if source is None:
            return Lead(rule, outlet=name, hearing=hearing)
        return Lead(rule, outlet=name, report=source.id, text=text_of(source), hearing=hearing)

    def heard(self, signs: Signs, hearing: Hearing) -> Identity:
        """Who is quoted: his name, and for an unnamed one the outlet that alone knows him."""
        holder = None if hearing.speaker.named else self.holder(signs, hearing)
        return identity(hearing.speaker, signs.report.language, holder)

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
        return self._outlets.canonical(name)

    def shown(self, name: str) -> str:
        """An outlet as people read it: the fullest of the spellings that the story has for it."""
        canonical = self.canonical(name)
        spellings = [one for one, times in self._spellings.get(canonical, {}).items() if times > 0]
        return max(spellings, key=lambda one: (len(one), one), default=canonical)

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
        return self.standings.of[text_of(self.signs[report].report)].first

    def leads(self, report: int) -> tuple[Lead, ...]:
        """What the text of a report leads to; nothing for a report that is not its first publisher's."""
        standing = self.standings.of[text_of(self.signs[report].report)]
        return standing.leads if standing.first == report else ()

    def carried(self, report: int) -> tuple[Lead, ...]:
        """Those of its text's leads that a report carries: a copy that was cut may have lost the paragraph of a speaker."""
        signs = self.signs[report]
        leads = self.standings.of[text_of(signs.report)].leads
        if self.is_first(report):
            return leads
        own = [identity(one.speaker, signs.report.language) for one in signs.hearings]
        return tuple(
            lead
            for lead in leads
            if lead.heard is None
            or not own
            or any(same(replace(name, holder=lead.heard.holder), lead.heard) for name in own)
        )

    def is_first(self, report: int) -> bool:
        """Whether a report is of the first publisher of its text."""
        return self.first_of(report) == report

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
