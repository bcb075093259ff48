"""Articles as the store keeps them, and what they show of where they have their matter from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from tawatur.model.articles import Article
from tawatur.model.statements import Attribution, Speaker

Announced = Literal["noted", "dated", "silent"]  # how a page tells that it was changed


@dataclass(frozen=True, slots=True)
class Report:
    """An article as the store keeps it: with its id, its times (UTC) and its place in groups and stories.

    `time` is when it was published, or first seen where the page does not say (or says a later time).
    `copy_of` is the first publisher's report of its copy group (its own id in a group it leads, None outside
    any), `reused` the paragraphs that it shares with an earlier report as (paragraph, report id) pairs, `old` an article
    months older whose text it is.
    """

    id: int
    article: Article
    outlet: str
    time: datetime
    seen: datetime
    story: int
    copy_of: int | None = None
    reused: tuple[tuple[int, int], ...] = ()
    old: int | None = None
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article: what its page said when it was seen.

    `announced` is how the page told that it was changed to this: "noted" by a new note of its editors, "dated" by a later time of
    change, "silent" where it did neither; None for the first state, and where it is not known.
    """

    seen: datetime
    title: str | None
    paragraphs: tuple[str, ...]
    announced: Announced | None = None


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """The same text carried by several outlets. `first` is the first publisher's report."""

    first: int
    members: tuple[int, ...]
    uncredited: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a report shows something: characters `start` to `end` (not included) of one of its paragraphs.

    `paragraph` is None where it is no sentence that shows it (a credit line, the title, the whole text).
    """

    report: int
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whom a report quotes or cites, the outlets on the way to him, and its first sentence that shows it (the cue's place)."""

    speaker: Speaker
    via: tuple[str, ...]
    paragraph: int
    start: int
    end: int


def heading(title: str | None, paragraphs: Sequence[str]) -> str:
    """What stands for an article in a list: its title, else the beginning of its text; "" where it has neither."""
    return title or (paragraphs[0][:120] if paragraphs else "")


@dataclass(frozen=True, slots=True)
class Brief:
    """An article as a list shows it; `title` is the beginning of the text where it has none, `day_only` that no hour is known."""

    id: int
    title: str
    outlet: str
    time: datetime
    language: str
    story: int
    copy_of: int | None
    day_only: bool = False

    @property
    def dated(self) -> date:
        """When it was published, to the precision that its page states."""
        return self.time.date() if self.day_only else self.time


@dataclass(frozen=True, slots=True)
class Change:
    """An article that was changed after publication: when that was seen, and how its page told of it."""

    article: Brief
    seen: datetime
    announced: Announced


@dataclass(frozen=True, slots=True)
class Signs:
    """What a report shows of where it has its matter from: all that provenance needs of it.

    `hearings` are whom it quotes or cites itself, once for each way; `cited` every outlet that its statements name, `frame`
    those of them through which its unnamed sources may have come, `credits` the outlets of its credit lines and title, as it writes
    them; `reused` the paragraphs that it shares with other reports; `old` an article months older whose text it is.
    """

    report: Brief
    hearings: tuple[Hearing, ...] = ()
    cited: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    reused: tuple[tuple[int, int], ...] = ()
    old: int | None = None
