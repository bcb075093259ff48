"""A story as it is shown: its timeline, its merges, what joined a report to it; lists of stories and of related articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tawatur.model.claims import Claim, Disagreement
from tawatur.model.provenance import Provenance
from tawatur.model.reports import Brief, Report


@dataclass(frozen=True, slots=True)
class Development:
    """A step in a story's timeline: the report that first brought it, and those that followed with it.

    `new` are the names, figures and telling words of the report that the story did not have before, as it writes them.
    """

    time: datetime
    report: int
    title: str
    followers: tuple[int, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article has in common with another, as it writes it: telling words, names, places, figures."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why an article is in its story: the report it is likest to, the chance (0 to 1) by which it joined, and what they share."""

    nearest: Report
    chance: float
    shared: Shared


@dataclass(frozen=True, slots=True)
class Merge:
    """A story that was found to be another: its number, the article that showed it, and when."""

    gone: int
    article: int
    time: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one happening, first to last, with what is known of where they come from.

    `briefs` are all its reports, `reports` the same with their texts and statements. Of a story that was not asked for as a
    whole there are no `reports`, and nothing that needs them: developments, claims, disagreements, keywords.
    """

    id: int
    title: str
    language: str
    first: datetime
    last: datetime
    briefs: tuple[Brief, ...]
    provenance: Provenance
    reports: tuple[Report, ...] = ()
    developments: tuple[Development, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    merges: tuple[Merge, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, in the order in which they came to it."""
        return tuple(dict.fromkeys(brief.outlet for brief in self.briefs))

    def claim(self, name: str) -> Claim | None:
        """The claim that has the statement with this id, its first or any other; None if there is none."""
        return next((claim for claim in self.claims if any(one.id == name for one in claim.statements)), None)


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as a list shows it. Counts only: the story itself has the rest."""

    id: int
    title: str
    language: str
    first: datetime
    last: datetime
    reports: int
    outlets: int
    copies: int
    origins: int
    unknown: int
    single_origin: bool
    anonymous_only: bool
    circular: bool
    first_reporter: str | None


@dataclass(frozen=True, slots=True)
class Glance:
    """A story at a glance: its outlets, the first to report first, and the title of its newest report that is no copy."""

    outlets: tuple[str, ...]
    latest: int
    latest_title: str
    latest_language: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A related article: its id, title, outlet, time, and how much later (or, below zero, earlier) it is."""

    id: int
    title: str
    outlet: str
    time: datetime
    language: str
    seconds_later: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Related:
    """What to read with an article: the one to read next (None if nothing fits) and similar headlines."""

    read_also: Headline | None
    similar: tuple[Headline, ...] = ()
