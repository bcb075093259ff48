"""The store: everything that lasts. One interface, two homes (SQLite, PostgreSQL).

`Store` reads; `Store.writing()` opens the one writing transaction, whose `Writer` writes. What a transaction
wrote is there whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from threading import local
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from tawatur.language import Analysis
from tawatur.model import (
    TOLD,
    Brief,
    Change,
    Glance,
    Kept,
    Merge,
    Outlet,
    Report,
    Revision,
    Signs,
    Source,
    StorySummary,
)
from tawatur.store import checks, rows, schema, search
from tawatur.store.alike import asked
from tawatur.store.engine import connect, lock_for_writing, reason
from tawatur.store.errors import StoreError
from tawatur.store.loading import (
    WAS_READ,
    alike_query,
    brief_query,
    chunks,
    load_analyses,
    load_briefs,
    load_reports,
    load_signs,
    report_query,
)
from tawatur.store.writer import Writer

__all__ = ["Store", "StoreError", "Writer"]

_CHUNK = 500
_NEVER = timedelta(days=14)


class _Held(local):
    connection: Connection | None = None  # of this thread's `one_reading`


class Store:
    """A store of articles and all that was found out about them."""

    def __init__(self, address: str | Path, *, create: bool = False) -> None:
        self._engine = connect(address, create=create)
        self._held = _Held()
        # As it may be shown: without a password.
        self.address = str(address) if "://" not in str(address) else self._engine.url.render_as_string()

    def close(self) -> None:
        """Release the store's connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """The one writing transaction: committed at the end, undone on any error. Raises StoreError."""
        try:
            with (
                self._engine.connect().execution_options(tawatur_writes=True) as connection,
                connection.begin(),
            ):
                lock_for_writing(connection)
                yield Writer(connection)
        except SQLAlchemyError as error:
            raise StoreError(f"{self.address}: {reason(error)}") from error

    @contextmanager
    def one_reading(self) -> Iterator[None]:
        """All that this thread asks within is asked in one transaction, which takes less time than one for each question."""
        with self._reading() as connection:
            before, self._held.connection = self._held.connection, connection
            try:
                yield
            finally:
                self._held.connection = before

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            if self._held.connection:
                yield self._held.connection
            else:
                with self._engine.connect() as connection, connection.begin():
                    yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"{self.address}: {reason(error)}") from error

    # --- counts and outlets -----------------------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """How many articles, stories, outlets, sources and kept pages there are."""
        tables = {
            "articles": schema.article, "stories": schema.story, "outlets": schema.outlet, "sources": schema.source,
        }  # fmt: skip
        with self._reading() as connection:
            found = {
                name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
                for name, table in tables.items()
            }
            pages = sa.select(sa.func.count(sa.distinct(schema.page.c.url))).where(WAS_READ)
            return {**found, "pages": connection.scalar(pages) or 0}

    def outlets(self) -> list[Outlet]:
        """The outlets met so far."""
        with self._reading() as connection:
            return [
                Outlet(row.name, tuple(row.aliases), tuple(row.domains), row.kind, row.name_en)
                for row in connection.execute(sa.select(schema.outlet).order_by(schema.outlet.c.id))
            ]

    def outlet_counts(self) -> list[tuple[str, int, datetime]]:
        """Every outlet that has articles: its name, how many, and when the latest was; the busiest first."""
        query = (
            sa.select(
                schema.outlet.c.name,
                sa.func.count().label("articles"),
                sa.func.max(schema.article.c.time).label("last"),
            )
            .join(schema.article, schema.article.c.outlet_id == schema.outlet.c.id)
            .group_by(schema.outlet.c.id, schema.outlet.c.name)
            .order_by(sa.desc("articles"), schema.outlet.c.name)
        )
        with self._reading() as connection:
            return [(row.name, row.articles, rows.moment(row.last)) for row in connection.execute(query)]

    def outlets_with(self, speaker: str) -> list[tuple[str, int]]:
        """The outlets that report what a speaker said, with how many articles do; the one with most first."""
        article, said = schema.article.c, schema.attribution.c
        query = (
            sa.select(schema.outlet.c.name, sa.func.count(article.id.distinct()).label("articles"))
            .join(schema.article, article.outlet_id == schema.outlet.c.id)
            .join(schema.attribution, said.article_id == article.id)
            .where(_told_by(speaker))
            .group_by(schema.outlet.c.id, schema.outlet.c.name)
            .order_by(sa.desc("articles"), schema.outlet.c.name)
        )
        with self._reading() as connection:
            return [(row.name, row.articles) for row in connection.execute(query)]

    def publishing(self, names: Sequence[str]) -> set[str]:
        """Which of these outlets have articles here."""
        article, outlet = schema.article.c, schema.outlet.c
        has = sa.select(article.id).where(article.outlet_id == outlet.id).exists()
        with self._reading() as connection:
            return {
                name
                for chunk in chunks(names)
                for name in connection.scalars(sa.select(outlet.name).where(outlet.name.in_(chunk), has))
            }

    # --- articles ---------------------------------------------------------------------------------------------

    def reports(
        self,
        *,
        ids: Sequence[int] | None = None,
        story: int | None = None,
        outlet: str | None = None,
        speaker: str | None = None,
        copy_of: int | None = None,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> list[Report]:
        """Reports with their attributions: those with the given ids, of a story, an outlet, a speaker, a copy group."""
        query = report_query()
        article = schema.article.c
        if story is not None:
            query = query.where(article.story_id == story)
        if outlet is not None:
            query = query.where(schema.outlet.c.name == outlet)
        if copy_of is not None:
            query = query.where(article.copy_of == copy_of)
        if speaker is not None:
            told = sa.select(schema.attribution.c.article_id).where(_told_by(speaker))
            query = query.where(article.id.in_(told))
        query = query.order_by(article.time.desc() if newest_first else article.time, article.id).limit(limit)
        with self._reading() as connection:
            if ids is None:
                return load_reports(connection, query)
            found: list[Report] = []
            for chunk in chunks(ids):
                found += load_reports(connection, query.where(article.id.in_(chunk)))
            return found

    def briefs(self, ids: Sequence[int]) -> list[Brief]:
        """Articles as a list shows them, by id."""
        query = brief_query().order_by(schema.article.c.id)
        found: list[Brief] = []
        with self._reading() as connection:
            for chunk in chunks(ids):
                found += load_briefs(connection, query.where(schema.article.c.id.in_(chunk)))
        return found

    def signs(self, story: int, *, since: int = -1) -> list[Signs]:
        """What the reports of a story show of where they have their matter from; those that changed after a transaction."""
        article = schema.article.c
        with self._reading() as connection:
            return load_signs(connection, article.story_id == story, article.changed > since)

    def story_changed(self, story: int) -> tuple[int, int] | None:
        """The last transaction that touched a story, and how many reports it has since; None if there is none with this id."""
        found = schema.story.c
        with self._reading() as connection:
            row = connection.execute(sa.select(found.changed, found.reports).where(found.id == story)).first()
        return (row.changed, row.reports) if row else None

    def outlets_changed(self) -> int:
        """The last transaction that changed an outlet."""
        with self._reading() as connection:
            return connection.scalar(sa.select(schema.generation.c.outlets)) or 0

    def paragraphs(self, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The paragraphs of some articles, by id."""
        article = schema.article.c
        with self._reading() as connection:
            return {
                row.id: tuple(row.paragraphs)
                for chunk in chunks(ids)
                for row in connection.execute(
                    sa.select(article.id, article.paragraphs).where(article.id.in_(chunk))
                )
            }

    def story_of(self, article: int) -> int | None:
        """The story of an article; None if there is no article with this id."""
        with self._reading() as connection:
            return connection.scalar(
                sa.select(schema.article.c.story_id).where(schema.article.c.id == article)
            )

    def members(self, story: int, limit: int | None = None) -> list[int]:
        """The articles of a story, the newest first."""
        article = schema.article.c
        query = (
            sa.select(article.id).where(article.story_id == story).order_by(article.time.desc(), article.id)
        )
        with self._reading() as connection:
            return list(connection.scalars(query.limit(limit)))

    def reports_with(self, ids: Sequence[int]) -> list[Report]:
        """The reports with these ids."""
        return self.reports(ids=ids)

    def report(self, article: int) -> Report | None:
        """One report; None if there is none with this id."""
        found = self.reports(ids=[article]) if _is_id(article) else []
        return found[0] if found else None

    def article_at(self, url: str) -> int | None:
        """The id of the article at an address; None if there is none."""
        with self._reading() as connection:
            return connection.scalar(
                sa.select(schema.article.c.id).where(schema.article.c.url == url).limit(1)
            )

    def all_reports(self) -> Iterator[Report]:
        """Every report, by id."""
        after = -1
        while True:
            query = (
                report_query().where(schema.article.c.id > after).order_by(schema.article.c.id).limit(_CHUNK)
            )
            with self._reading() as connection:
                found = load_reports(connection, query)
            if not found:
                return
            yield from found
            after = found[-1].id

    def revisions(self, article: int) -> list[Revision]:
        """The states of an article, the first one first."""
        query = (
            sa.select(schema.revision)
            .where(schema.revision.c.article_id == article)
            .order_by(schema.revision.c.seen)
        )
        with self._reading() as connection:
            return [
                Revision(rows.moment(row.seen), row.title, tuple(row.paragraphs), row.announced)
                for row in connection.execute(query)
            ]

    def changes(
        self, *, silent_only: bool = False, story: int | None = None, limit: int = 100
    ) -> list[Change]:
        """The articles (of a story) whose pages were changed after publication, the latest change first."""
        revision = schema.revision.c
        query = (
            sa.select(revision.article_id, revision.seen, revision.announced)
            .where(revision.announced.is_not(None))
            .order_by(revision.seen.desc(), revision.article_id)
            .limit(limit)
        )
        if silent_only:
            query = query.where(revision.announced == "silent")
        if story is not None:
            members = sa.select(schema.article.c.id).where(schema.article.c.story_id == story)
            query = query.where(revision.article_id.in_(members))
        with self._reading() as connection:
            found = list(connection.execute(query))
        briefs = {one.id: one for one in self.briefs(sorted({row.article_id for row in found}))}
        return [Change(briefs[row.article_id], rows.moment(row.seen), row.announced) for row in found]

    def reused_from(self, article: int) -> list[tuple[int, int]]:
        """Who took paragraphs that this article has too: (its paragraph, the other article)."""
        query = sa.select(schema.reuse.c.article_id, schema.reuse.c.paragraph).where(
            schema.reuse.c.other_id == article
        )
        with self._reading() as connection:
            return [(row.paragraph, row.article_id) for row in connection.execute(query)]

    def joined(self, article: int) -> tuple[float, int | None]:
        """The chance by which an article joined its story, and the report it was likest to; (0, None) if it opened it."""
        query = sa.select(schema.article.c.likeness, schema.article.c.nearest).where(
            schema.article.c.id == article
        )
        with self._reading() as connection:
            row = connection.execute(query).first()
        return (row.likeness, row.nearest) if row else (0.0, None)

    def analyses(self, ids: Sequence[int]) -> dict[int, Analysis]:
        """The analyses of some articles, by id, without their shingles."""
        with self._reading() as connection:
            return load_analyses(connection, ids, shingles=False)

    # --- stories ----------------------------------------------------------------------------------------------

    def stories(
        self, *, limit: int | None = 50, offset: int = 0, least_reports: int = 1
    ) -> list[StorySummary]:
        """Stories as a list shows them, the newest development first."""
        story = schema.story.c
        query = (
            sa.select(schema.story)
            .where(story.reports >= least_reports)
            .order_by(story.last.desc(), story.id.desc())
        )
        with self._reading() as connection:
            return [rows.summary(row) for row in connection.execute(query.limit(limit).offset(offset))]

    def story(self, story: int) -> StorySummary | None:
        """One story's summary; None if there is none with this id."""
        if not _is_id(story):
            return None
        with self._reading() as connection:
            row = connection.execute(sa.select(schema.story).where(schema.story.c.id == story)).first()
        return rows.summary(row) if row else None

    def merges(self, story: int) -> list[Merge]:
        """The stories that were found to be this one, the first first."""
        query = sa.select(schema.merge).where(schema.merge.c.story_id == story).order_by(schema.merge.c.seen)
        with self._reading() as connection:
            return [
                Merge(row.gone, row.article_id, rows.moment(row.seen)) for row in connection.execute(query)
            ]

    def merged_into(self, story: int) -> int | None:
        """The story that one with this id was merged into; None if it was not."""
        if not _is_id(story):
            return None
        with self._reading() as connection:
            return connection.scalar(sa.select(schema.merge.c.story_id).where(schema.merge.c.gone == story))

    def glances(self, stories: Sequence[int]) -> dict[int, Glance]:
        """Stories at a glance, by id."""
        article = schema.article.c
        query = (
            sa.select(
                article.story_id,
                article.id,
                article.title,
                article.language,
                article.copy_of,
                schema.outlet.c.name,
            )
            .join(schema.outlet, schema.outlet.c.id == article.outlet_id)
            .where(article.story_id.in_(list(stories)))
            .order_by(article.story_id, article.time, article.id)
        )
        found: dict[int, Glance] = {}
        with self._reading() as connection:
            for story, rows_of in groupby(connection.execute(query), key=lambda row: int(row.story_id)):
                carried = list(rows_of)
                own = [row for row in carried if row.title and row.copy_of in (None, row.id)] or carried
                outlets = tuple(dict.fromkeys(row.name for row in carried))
                found[story] = Glance(outlets, own[-1].id, own[-1].title or "", own[-1].language)
        return found

    # --- search, sources --------------------------------------------------------------------------------------

    def match(self, words: Sequence[Sequence[str]], *, limit: int = 50) -> list[tuple[int, float]]:
        """Articles that have every word, the best first: see `tawatur.store.search.match`."""
        with self._reading() as connection:
            return search.match(connection, words, limit=limit)

    def alike(self, article: int, stems: Mapping[str, float], *, limit: int) -> Iterator[Brief]:
        """The article, the newest of its story, and what shares these stems with it: see `tawatur.store.alike.alike`."""
        with self._reading() as connection:
            return iter(load_briefs(connection, alike_query(len(stems)), asked(article, stems, limit)))

    def kept(self, urls: Sequence[str]) -> dict[str, Kept]:
        """The latest state in which pages were kept, by the address they were asked for at, without their bodies."""
        page = schema.page.c
        columns = (page.url, page.at, page.fetched, page.checked, page.headers, page.next_check)
        found: dict[str, Kept] = {}
        with self._reading() as connection:
            for chunk in chunks(urls):
                query = (
                    sa.select(*columns, sa.null().label("body"))
                    .where(page.url.in_(chunk))
                    .order_by(page.checked, page.fetched)
                )
                found |= {row.url: rows.kept(row) for row in connection.execute(query)}
        return found

    def pages_due(self, by: datetime | None, *, limit: int) -> list[str]:
        """The addresses of kept pages to look at again by a time (None: whenever), those that wait longest first.

        Who is to wait for weeks was kept under a clock that was ahead, and is due.
        """
        page = schema.page.c
        query = sa.select(page.url).where(page.next_check.is_not(None)).order_by(page.next_check).limit(limit)
        if by is not None:
            late, never = rows.seconds(by), rows.seconds(by + _NEVER)
            query = query.where(sa.or_(page.next_check <= late, page.next_check > never))
        with self._reading() as connection:
            return list(connection.scalars(query))

    def kept_pages(self) -> Iterator[Kept]:
        """Every page in its latest kept state, with its body, in the order of addresses."""
        page = schema.page.c
        with self._reading() as connection:
            urls = list(connection.scalars(sa.select(page.url).where(WAS_READ).distinct().order_by(page.url)))
        for url in urls:
            query = (
                sa.select(schema.page)
                .where(page.url == url, WAS_READ)
                .order_by(page.checked.desc(), page.fetched.desc())
            )
            with self._reading() as connection:
                row = connection.execute(query.limit(1)).first()
            if row:
                yield rows.kept(row)

    # --- for the doctor ---------------------------------------------------------------------------------------

    def broken(self) -> list[str]:
        """What the database says is wrong with its file, a line each."""
        try:
            with self._reading() as connection:
                return checks.broken(connection)
        except StoreError as error:
            return [str(error)]

    def without_findings(self) -> list[int]:
        """The articles that the search index, the analyses or the signs lack."""
        with self._reading() as connection:
            return checks.without_findings(connection)

    def empty_stories(self) -> list[int]:
        """The stories that no article belongs to."""
        with self._reading() as connection:
            return checks.empty_stories(connection)

    def latest_seen(self) -> datetime | None:
        """When the article seen last was seen; None where there is none."""
        with self._reading() as connection:
            found = checks.latest_seen(connection)
        return rows.moment(found) if found is not None else None

    # --- sources ----------------------------------------------------------------------------------------------

    def sources(self) -> list[Source]:
        """Every source, in the order in which they were added."""
        with self._reading() as connection:
            return [
                rows.source(row)
                for row in connection.execute(sa.select(schema.source).order_by(schema.source.c.id))
            ]


def _told_by(speaker: str) -> sa.ColumnElement[bool]:
    """Statements that somebody of this name is reported to have made."""
    said = schema.attribution.c
    return sa.and_(said.speaker == speaker, said.stance.in_(sorted(TOLD)))


def _is_id(number: int) -> bool:
    """Whether a number can be an id: both homes keep them in 32 bits or more."""
    return 0 < number < 2**31
