"""The road from end to end. Here, and nowhere else, all the stages meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Self

from tawatur.language import languages
from tawatur.language.meaning import available
from tawatur.language.text import words
from tawatur.language.weights import most_telling
from tawatur.model import Article, Chain, Counts, Outlet, Related, Report, Revision, Story, StorySummary, Why
from tawatur.outlets import Outlets, known, load
from tawatur.provenance import chains
from tawatur.provenance.claims import claims, said_in
from tawatur.provenance.disagreements import disagreements
from tawatur.related import Candidate, apart, related
from tawatur.road.adding import Adding, Incoming
from tawatur.road.neighbourhood import Neighbourhood
from tawatur.road.reading import read_again
from tawatur.road.tracings import Tracings
from tawatur.road.views import Views
from tawatur.store import Store, StoreError
from tawatur.stories import likeness
from tawatur.stories.keywords import keywords
from tawatur.stories.shared import shared
from tawatur.stories.timeline import developments

__all__ = ["Incoming", "Road", "open_store"]

_BATCH = 200
_IMPORT = 2_000  # articles: who adds so many has time to tidy up behind him
_ALIKE = 32  # articles that may be related to one; itself among them
_COMPARED = 16  # of these, without copies, those that are read and compared


class Road:
    """The pipeline over one store: add articles, and read what was found out."""

    def __init__(self, store: Store, own_outlets: Iterable[Outlet] = (), *, semantic: bool) -> None:
        self.store = store
        self._semantic = semantic
        self._known = known().extended(own_outlets)
        self._near = Neighbourhood()
        self._tracings = Tracings()
        self._views = Views(store)
        self._outlets, self._outlets_at = self._known, -1
        self._generation = -1

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def outlets(self) -> Outlets:
        """The outlets that ship with Tawatur, those of the user's own file, and those of the store."""
        changed = self.store.outlets_changed()
        if changed != self._outlets_at:
            self._outlets, self._outlets_at = self._known.extended(self.store.outlets()), changed
        return self._outlets

    # --- adding -------------------------------------------------------------------------------------------------

    def add(
        self,
        articles: Iterable[Article | Incoming],
        *,
        seen: datetime | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Counts:
        """Take articles through every stage into the store.

        `seen` is when they were read (now, where it is None); `progress` is told after each batch how many were
        taken. Adding what is there already changes nothing. Each batch is stored whole or not at all.
        """
        moment = seen or datetime.now(UTC).replace(microsecond=0)
        incoming = (one if isinstance(one, Incoming) else Incoming(one, moment) for one in articles)
        counts = Counts()
        while batch := list(islice(incoming, _BATCH)):
            counts += self._add_batch(batch)
            if progress:
                progress(len(batch))
        if counts.added >= _IMPORT:
            with suppress(StoreError), self.store.writing() as writer:  # all is stored, tidy or not
                writer.tidy()
        return counts

    def reread(self, *, progress: Callable[[int], None] | None = None) -> Counts:
        """Read every kept page again, by the reader of today, and put what it finds in place of what was found then.

        Nothing is fetched. `progress` is told after each page. A page that cannot be read any more leaves its articles alone.
        """
        counts = Counts()
        pages = self.store.kept_pages()
        while portion := list(islice(pages, _BATCH // 4)):
            incoming, problems = [], []
            for page in portion:
                try:
                    incoming += read_again(page, self.store)
                except ValueError as error:
                    problems.append(f"{page.url}: {error}")
                if progress:
                    progress(1)
            counts += Counts(problems=tuple(problems))
            if incoming:
                counts += self._add_batch(incoming, reread=True)
        return counts

    def _add_batch(self, batch: Sequence[Incoming], *, reread: bool = False) -> Counts:
        outlets = self.outlets
        try:
            with self.store.writing() as writer:
                generation = writer.generation
                if generation != self._generation + 1:
                    self._forget()  # somebody else has written
                adding = Adding(
                    writer, self._near, self._tracings, outlets, semantic=self._semantic, reread=reread
                )
                counts = adding.add(batch)
        except BaseException:
            self._forget()
            raise
        self._generation = generation
        if adding.revised_any:
            self._near.clear()
        return counts

    def _forget(self) -> None:
        self._near.clear()
        self._tracings.clear()

    # --- reading ------------------------------------------------------------------------------------------------

    def stories(
        self, *, limit: int | None = 50, offset: int = 0, least_reports: int = 1
    ) -> list[StorySummary]:
        """Stories, the newest development first; `least_reports` leaves out those with fewer."""
        return self.store.stories(limit=limit, offset=offset, least_reports=least_reports)

    def story(self, story: int, *, whole: bool = True) -> Story | None:
        """One story with its reports, timeline, claims and provenance; None if there is none.

        `whole` says whether to read the texts of its reports too, and what is worked out from them: of a very large story that
        takes long. A story that was merged into another is that other one.
        """
        found = self.store.story(story)
        if found is None and (into := self.store.merged_into(story)):
            found = self.store.story(into)
        if found is None:
            return None
        with self._views.reading(found.id, self.outlets) as (tracing, traced_to):
            outline = Story(
                id=found.id,
                title=found.title,
                language=found.language,
                first=found.first,
                last=found.last,
                briefs=tuple(tracing.signs[report].report for _, report in tracing.order),
                provenance=traced_to,
                merges=tuple(self.store.merges(found.id)),
            )
            if not whole:
                return outline
            reports = self.store.reports(story=found.id)
            statements = said_in(tracing, reports)
            outline = replace(
                outline,
                claims=claims(tracing, reports, statements, semantic=self._semantic),
                disagreements=disagreements(tracing, reports, statements),
            )
        return replace(
            outline,
            reports=tuple(reports),
            developments=developments(reports, self.store.analyses([report.id for report in reports])),
            keywords=keywords([report.article for report in reports], found.language),
        )

    def keep_ready(self, least_reports: int) -> None:
        """Read ahead the provenance of the large stories that a list shows first, so that their pages wait for nothing."""
        for story in self.stories(least_reports=least_reports):
            with self._views.reading(story.id, self.outlets):
                pass

    def explain(self, article: int) -> tuple[Chain, ...]:
        """Every way from an article to the origins of what it says. Raises KeyError if there is none with this id."""
        story = self.store.story_of(article)
        if story is None:
            raise KeyError(article)
        with self._views.reading(story, self.outlets) as (tracing, _):
            return chains(tracing, article)

    def article(self, article: int) -> Report | None:
        """One article as stored; None if there is none with this id."""
        return self.store.report(article)

    def copied_from(self, report: Report) -> Report | None:
        """The first publisher's report of a copy's text; None for a report that is nobody's copy."""
        if report.copy_of is None:
            return None
        with self._views.reading(report.story, self.outlets) as (tracing, _):
            first = tracing.first_of(report.id) if report.id in tracing.signs else report.id
        return self.store.report(first) if first != report.id else None

    def revisions(self, article: int) -> list[Revision]:
        """The states of an article, the first one first."""
        return self.store.revisions(article)

    def why(self, article: int) -> Why | None:
        """Why an article is in its story; None for one that opened it, and where there is none with this id."""
        chance, nearest = self.store.joined(article)
        report = self.store.report(article)
        other = self.store.report(nearest) if nearest is not None else None
        if report is None or other is None:
            return None
        return Why(other, chance, shared(report.article, other.article))

    def related(self, article: int) -> Related:
        """What to read with an article. Raises KeyError if there is none with this id."""
        with self.store.one_reading():
            analysis = self.store.analyses([article]).get(article)
            if analysis is None:
                raise KeyError(article)
            own = likeness.outline(analysis)
            found = self.store.alike(article, most_telling(own.stems), limit=_ALIKE)
            brief = next(found)
            others = list(islice(apart(brief, found), _COMPARED))
            analyses = self.store.analyses([other.id for other in others])
        candidates = [Candidate(other, analyses[other.id]) for other in others if other.id in analyses]
        return related(brief, own, candidates)

    def searchable(self, query: str) -> bool:
        """Whether a query has a word that is looked for: stop words and single letters are not."""
        return bool(_query_stems(query))

    def search(self, query: str, *, limit: int = 50) -> list[Report]:
        """Articles that have every word of `query` (in any of its forms), the best match first."""
        wanted = _query_stems(query)
        ids = [found for found, _ in self.store.match(wanted, limit=limit)]
        found = {report.id: report for report in self.store.reports(ids=ids)}
        return [found[one] for one in ids if one in found]


def open_store(store: str | Path, *, create: bool = True, semantic: bool | None = None) -> Road:
    """Open the pipeline over a store: a path, or the address of a PostgreSQL database.

    `semantic` says whether stories are also looked for by meaning, over languages; None: if that extra is installed.

    The store is made where there is none, unless `create` is False. A file outlets.toml beside it (for a database: in
    the folder one is in) adds outlets. Raises `StoreError` where the
    store or that file cannot be used, and where `semantic` is wanted and not installed.
    """
    if semantic and not available():
        raise StoreError("there is nothing here to compare meanings with: pip install 'tawatur[semantic]'")
    opened = Store(store, create=create)
    own = (Path() if "://" in str(store) else Path(store).parent) / "outlets.toml"
    try:
        return Road(
            opened,
            load(own) if own.is_file() else (),
            semantic=available() if semantic is None else semantic,
        )
    except (ValueError, OSError) as error:
        opened.close()
        raise StoreError(str(error)) from error


def _query_stems(query: str) -> list[list[str]]:
    """For each word of a query the stems it may have in the languages we know; stop words are left out."""
    found = []
    for word in words(query):
        stems = {stem for spoken in languages() for stem in spoken.stems(word)}
        if stems:
            found.append(sorted(stems))
    return found
