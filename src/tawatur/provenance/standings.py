"""What the texts of a story stand on, counted: who is heard, which texts show no source, which only pass on what others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from tawatur.model import Hearing
from tawatur.provenance.identity import Identity
from tawatur.provenance.rules import Rule
from tawatur.provenance.speakers import Speakers

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


@dataclass(frozen=True, slots=True)
class Standing:
    """What one text stands on: the report of its first publisher, that outlet, and its leads.

    `credited` says that another of its carriers names that outlet as the source, `ahead` that a lead is to a report later than
    the text itself, without which there is no ring.
    """

    first: int
    outlet: str
    leads: tuple[Lead, ...]
    credited: bool
    ahead: bool

    @property
    def relays(self) -> bool:
        """It leads to other texts of the story only."""
        return bool(self.leads) and all(lead.text is not None for lead in self.leads)


class Standings:
    """The standings of a story's texts, and what is counted over them. Putting and lifting one does not touch the others."""

    def __init__(self) -> None:
        self.of: dict[int, Standing] = {}
        self.speakers = Speakers()
        self.cited: Counter[str] = Counter()  # outlets that are the source and not polled, by leads
        self.bare: set[int] = set()  # texts that lead nowhere
        self.relaying: set[int] = set()  # texts that lead to other texts only
        self.ahead: set[int] = set()  # of those, the ones that a ring may begin with
        self.said: dict[int, str] = {}  # bare texts that somebody says are the source, with their outlets
        self.origin_outlets: Counter[str] = Counter()  # the outlets of those
        self.relying: Counter[tuple[str, str]] = (
            Counter()
        )  # outlets, by relaying texts of one that lead to the other
        self.straying: Counter[str] = (
            Counter()
        )  # outlets, by leads of relaying texts to texts that hear somebody
        self.rings: tuple[frozenset[str], ...] | None = None  # of outlets, until one of the two above changes
        self._sources: Counter[int] = Counter()  # texts that are said to be the source, by leads
        self._followers: dict[int, Counter[int]] = defaultdict(
            Counter
        )  # text → relaying texts that lead to it

    def put(self, text: int, standing: Standing) -> None:
        """Say what a text stands on now."""
        if self.of.get(text) == standing:
            return
        self.lift(text)
        self.of[text] = standing
        self._set_silent(text, standing, True)
        self._count(text, standing, 1)
        self._mark(text)

    def lift(self, text: int) -> None:
        """Forget what a text stands on, if it was there."""
        standing = self.of.get(text)
        if standing is None:
            return
        self._count(text, standing, -1)
        self._set_silent(text, standing, False)
        del self.of[text]
        self._mark(text)

    def is_silent(self, text: int | None) -> bool:
        """Whether a text leads to no speaker, and to no outlet outside the story."""
        return text in self.bare or text in self.relaying

    def _count(self, text: int, standing: Standing, by: int) -> None:
        relays = standing.relays
        for lead in standing.leads:
            if lead.heard is not None:
                (self.speakers.add if by > 0 else self.speakers.remove)(lead.heard)
            elif lead.text is None and lead.outlet is not None:
                _change(self.cited, lead.outlet, by)
            elif lead.text is not None and lead.outlet is not None:
                if lead.rule.names_source:
                    _change(self._sources, lead.text, by)
                    self._mark(lead.text)
                if relays:
                    self.rings = None
                    _change(self.relying, (standing.outlet, lead.outlet), by)
                    _change(self._followers[lead.text], text, by)
                    if not self.is_silent(lead.text):
                        _change(self.straying, standing.outlet, by)

    def _set_silent(self, text: int, standing: Standing, there: bool) -> None:
        members = self.bare if not standing.leads else self.relaying if standing.relays else None
        if members is None:
            return
        (members.add if there else members.discard)(text)
        if standing.relays and standing.ahead:
            (self.ahead.add if there else self.ahead.discard)(text)
        followers: Mapping[int, int] = self._followers.get(text, {})
        self.rings = None if followers else self.rings
        for follower, leads in followers.items():
            _change(self.straying, self.of[follower].outlet, -leads if there else leads)

    def _mark(self, text: int) -> None:
        """Whether a text that shows no source is said to be the source, by a lead to it or by who carries it."""
        standing = self.of.get(text)
        said = standing is not None and text in self.bare and (text in self._sources or standing.credited)
        was = self.said.pop(text, None)
        if was is not None:
            _change(self.origin_outlets, was, -1)
        if said and standing is not None:
            self.said[text] = standing.outlet
            _change(self.origin_outlets, standing.outlet, 1)


def _change(counter: Counter[_Key], key: _Key, by: int) -> None:
    counter[key] += by
    if not counter[key]:
        del counter[key]
