"""What one writing transaction can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tawatur.language import Analysis
from tawatur.model import Announced, Article, Attribution, Kept, Outlet, Report, Signs, Source, StorySummary
from tawatur.store import alike, rows, schema, search
from tawatur.store.loading import WAS_READ, chunks, load_analyses, load_reports, load_signs, report_query


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the store has already: what is needed to tell whether a newly read one is the same."""

    id: int
    key: str
    role: str
    text_hash: str
    identifier: str | None
    outlet: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is stored of one article."""

    id: int
    key: str
    article: Article
    outlet: str
    text_hash: str
    time: datetime
    seen: datetime
    story: int
    copy_of: int | None
    reused: tuple[tuple[int, int], ...]
    attributions: tuple[Attribution, ...]
    analysis: Analysis
    likeness: float
    nearest: int | None
    old: int | None
    signs: Signs | None
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stored article as the comparing stages need it."""

    id: int
    time: int
    story: int
    copy_of: int | None
    analysis: Analysis


class Writer:
    """The writing transaction of a store. Use it only inside `Store.writing()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._outlet_ids: dict[str, int] = {}
        self._generation: int | None = None

    @property
    def generation(self) -> int:
        """The number of this writing transaction; asking for it counts it."""
        if self._generation is None:
            self._connection.execute(
                sa.update(schema.generation).values(writes=schema.generation.c.writes + 1)
            )
            self._generation = int(self._connection.scalar(sa.select(schema.generation.c.writes)) or 0)
        return self._generation

    def next_article(self) -> int:
        """The first free article id."""
        return (self._connection.scalar(sa.select(sa.func.max(schema.article.c.id))) or 0) + 1

    # --- looking up -------------------------------------------------------------------------------------------

    def known(self, keys: Sequence[str], urls: Sequence[str], hashes: Sequence[str]) -> list[Known]:
        """Stored articles with one of the given keys, addresses or text hashes."""
        article = schema.article.c
        found: dict[int, Known] = {}
        for column, values in ((article.key, keys), (article.url, urls), (article.text_hash, hashes)):
            wanted = sorted({value for value in values if value})
            for at in range(0, len(wanted), 400):
                query = (
                    sa.select(
                        article.id,
                        article.key,
                        article.role,
                        article.text_hash,
                        article.identifier,
                        article.url,
                        schema.outlet.c.name.label("outlet"),
                    )
                    .join(schema.outlet, article.outlet_id == schema.outlet.c.id)
                    .where(column.in_(wanted[at : at + 400]))
                )
                for row in self._connection.execute(query):
                    found[row.id] = Known(
                        row.id, row.key, row.role, row.text_hash, row.identifier, row.outlet, row.url
                    )
        return [found[key] for key in sorted(found)]

    def has_revision(self, article: int, text_hash: str) -> bool:
        """Whether an article has (had) this text."""
        revision = schema.revision.c
        query = sa.select(sa.literal(1)).where(
            revision.article_id == article, revision.text_hash == text_hash
        )
        return self._connection.scalar(query) is not None

    def neighbours(self, first: int, last: int) -> Iterator[Neighbour]:
        """Every article with its time from `first` up to `last` (seconds, `last` not included), by id."""
        article = schema.article.c
        query = (
            sa.select(article.id, article.time, article.story_id, article.copy_of)
            .where(article.time >= first, article.time < last)
            .order_by(article.id)
        )
        for portion in chunks(self._connection.execute(query)):
            analyses = load_analyses(self._connection, [row.id for row in portion])
            for row in portion:
                if row.id in analyses:
                    yield Neighbour(row.id, row.time, row.story_id, row.copy_of, analyses[row.id])

    def signs(self, story: int) -> list[Signs]:
        """What the reports of a story show of where they have their matter from; see `load_signs`."""
        return load_signs(self._connection, schema.article.c.story_id == story)

    def members(self, story: int) -> list[int]:
        """The ids of a story's reports."""
        article = schema.article.c
        return list(self._connection.scalars(sa.select(article.id).where(article.story_id == story)))

    def sketched(self, values: Iterable[int], before: datetime) -> dict[int, Analysis]:
        """The articles from before a time whose texts have one of these shingles in their sketches, by id."""
        article, sketch = schema.article.c, schema.sketch.c
        found: set[int] = set()
        for chunk in chunks(values):
            query = (
                sa.select(sketch.article_id)
                .join(schema.article, article.id == sketch.article_id)
                .where(sketch.value.in_(chunk), article.time < rows.seconds(before))
            )
            found |= set(self._connection.scalars(query))
        return load_analyses(self._connection, sorted(found)) if found else {}

    def times(self, articles: Sequence[int]) -> dict[int, datetime]:
        """When articles were published, by id."""
        article = schema.article.c
        return {
            row.id: rows.moment(row.time)
            for chunk in chunks(articles)
            for row in self._connection.execute(
                sa.select(article.id, article.time).where(article.id.in_(chunk))
            )
        }

    def reports_with(self, ids: Sequence[int]) -> list[Report]:
        """The reports with these ids."""
        return load_reports(self._connection, report_query().where(schema.article.c.id.in_(list(ids))))

    # --- writing ----------------------------------------------------------------------------------------------

    def add_outlet(self, outlet: Outlet) -> None:
        """Add an outlet, or say more of one that is known by name only."""
        values = {
            "name_en": outlet.name_en, "kind": outlet.kind, "aliases": list(outlet.aliases), "domains": list(outlet.domains),
        }  # fmt: skip
        number = self._outlet_id(outlet.name)
        self._connection.execute(
            sa.update(schema.outlet).where(schema.outlet.c.id == number).values(**values)
        )
        self._outlets_changed()

    def _outlets_changed(self) -> None:
        self._connection.execute(sa.update(schema.generation).values(outlets=self.generation))

    def _outlet_id(self, name: str) -> int:
        if name not in self._outlet_ids:
            found = self._connection.scalar(sa.select(schema.outlet.c.id).where(schema.outlet.c.name == name))
            if found is None:
                row = {"name": name, "kind": "site", "aliases": [], "domains": []}
                found = self._connection.execute(sa.insert(schema.outlet).values(**row)).inserted_primary_key[
                    0
                ]  # type: ignore[index]
                self._outlets_changed()
            self._outlet_ids[name] = int(found)
        return self._outlet_ids[name]

    def add(self, entries: Sequence[Entry]) -> None:
        """Store new articles. Their stories must exist by then, or come with `set_stories` before."""
        if not entries:
            return
        self._insert(schema.article, [self._article_row(entry) for entry in entries])
        self._insert(
            schema.revision,
            [_state(entry) for entry in entries],
        )
        self._add_findings(entries)

    def revise(self, entry: Entry, *, in_place: bool, announced: Announced | None) -> None:
        """Replace what is stored of an article by its new state, which is a new revision of it unless `in_place`.

        `announced` is how its page tells of the change.
        """
        row = self._article_row(entry)
        self._record_revision(entry, in_place, announced)
        changed = {
            name: row[name]
            for name in (
                "key",
                "url",
                "role",
                "title",
                "paragraphs",
                "byline",
                "language",
                "published",
                "modified",
                "corrections",
                "credits",
                "keywords",
                "text_hash",
                "time",
            )
        }
        self._connection.execute(
            sa.update(schema.article)
            .where(schema.article.c.id == entry.id)
            .values(**changed, changed=self.generation)
        )
        for table in (schema.attribution, schema.analysis, schema.signs, schema.sketch):
            self._connection.execute(sa.delete(table).where(table.c.article_id == entry.id))
        self._add_findings([entry])

    def _record_revision(self, entry: Entry, in_place: bool, announced: Announced | None) -> None:
        revision = schema.revision.c
        state = _state(entry)
        latest = self._connection.execute(
            sa.select(revision.seen, revision.text_hash)
            .where(revision.article_id == entry.id)
            .order_by(revision.seen.desc())
            .limit(1)
        ).first()
        if in_place and latest:
            del state["seen"]
            own = sa.and_(revision.article_id == entry.id, revision.seen == latest.seen)
            self._connection.execute(sa.update(schema.revision).where(own).values(**state))
        elif latest is None or latest.text_hash != entry.text_hash:
            self._insert(schema.revision, [{**state, "announced": announced}])

    def _add_findings(self, entries: Sequence[Entry]) -> None:
        self._insert(
            schema.attribution,
            [
                rows.attribution_row(entry.id, number, one)
                for entry in entries
                for number, one in enumerate(entry.attributions)
            ],
        )
        self._insert(
            schema.reuse,
            [
                {"article_id": entry.id, "paragraph": paragraph, "other_id": other}
                for entry in entries
                for paragraph, other in entry.reused
            ],
        )
        self._insert(schema.signs, [rows.signs_row(entry.signs) for entry in entries if entry.signs])
        self._insert(
            schema.sketch,
            [{"value": value, "article_id": entry.id} for entry in entries for value in entry.sketch],
        )
        self._insert(schema.analysis, [rows.analysis_row(entry.id, entry.analysis) for entry in entries])
        self._index([(entry.id, entry.analysis) for entry in entries])

    def found(self, article: int, analysis: Analysis, signs: Signs) -> None:
        """Store anew what was worked out of an article."""
        for table in (schema.analysis, schema.signs):
            self._connection.execute(sa.delete(table).where(table.c.article_id == article))
        self._insert(schema.analysis, [rows.analysis_row(article, analysis)])
        self._insert(schema.signs, [rows.signs_row(signs)])
        self._index([(article, analysis)])

    def _index(self, analyses: Sequence[tuple[int, Analysis]]) -> None:
        search.index(self._connection, analyses)
        alike.index(self._connection, analyses)

    def tidy(self) -> None:
        """Put the search index in one piece: seconds for 100,000 articles, and what is related is found sooner."""
        search.in_one_piece(self._connection)

    def drop_stories(self, stories: Sequence[int]) -> None:
        """Forget stories that no article belongs to."""
        for chunk in chunks(stories):
            self._connection.execute(sa.delete(schema.story).where(schema.story.c.id.in_(chunk)))

    def lead_copies(self, articles: Iterable[int]) -> None:
        """Say that these articles lead a copy group: their texts were found to be carried by others."""
        for article in sorted(set(articles)):
            self._connection.execute(
                sa.update(schema.article)
                .where(schema.article.c.id == article, schema.article.c.copy_of.is_(None))
                .values(copy_of=article, changed=self.generation)
            )

    def set_stories(self, summaries: Sequence[StorySummary]) -> None:
        """Store the summaries of stories, new or changed."""
        ids = [summary.id for summary in summaries]
        present = set()
        for at in range(0, len(ids), 400):
            query = sa.select(schema.story.c.id).where(schema.story.c.id.in_(ids[at : at + 400]))
            present |= set(self._connection.scalars(query))
        new: list[dict[str, Any]] = []
        changed: list[dict[str, Any]] = []
        for summary in summaries:
            row = {**_story_row(summary), "changed": self.generation}
            (changed if summary.id in present else new).append(row)
        self._insert(schema.story, new)
        if changed:
            columns = [name for name in changed[0] if name != "id"]
            statement = (
                sa.update(schema.story)
                .where(schema.story.c.id == sa.bindparam("story"))
                .values({name: sa.bindparam(f"new_{name}") for name in columns})
            )
            self._connection.execute(
                statement,
                [{"story": row["id"], **{f"new_{name}": row[name] for name in columns}} for row in changed],
            )

    def merge_stories(self, gone: int, into: int, article: int, seen: datetime) -> None:
        """Let the reports of one story belong to another, as an article showed them to be one; it stays on record."""
        article_, story, merge = schema.article.c, schema.story.c, schema.merge.c
        for statement in (
            sa.update(schema.article)
            .where(article_.story_id == gone)
            .values(story_id=into, changed=self.generation),
            sa.delete(schema.story).where(story.id == gone),
            sa.update(schema.merge).where(merge.story_id == gone).values(story_id=into),
        ):
            self._connection.execute(statement)
        record = {"gone": gone, "story_id": into, "article_id": article, "seen": rows.seconds(seen)}
        self._insert(schema.merge, [record])

    # --- pages ------------------------------------------------------------------------------------------------

    def keep(self, page: Kept, *, changed: bool) -> None:
        """Keep a page as it was fetched. Where its article has not `changed`, it takes the place of what was kept last."""
        own, row = schema.page.c, rows.kept_row(page)
        again = {name: row[name] for name in ("checked", "headers", "at", "next_check")}
        here = own.url == row["url"]
        if self._update_page(sa.and_(here, own.hash == row["hash"]), again):
            pass
        elif changed or not self._update_page(
            self._latest(page.url), {**again, "hash": row["hash"], "body": row["body"]}
        ):
            self._insert(schema.page, [row])
        self._update_page(sa.and_(here, own.hash != row["hash"]), {"next_check": None})

    def looked_at(self, pages: Iterable[Kept]) -> None:
        """Note when pages that are as they were kept last, or cannot be read, were checked, and when to look again."""
        for page in pages:
            row = rows.kept_row(page)
            if not self._update_page(
                self._latest(page.url), {name: row[name] for name in ("checked", "next_check")}
            ):
                self._insert(schema.page, [row])

    def was_read(self, url: str) -> bool:
        """Whether a page at an address could be read before."""
        query = sa.select(sa.literal(1)).where(schema.page.c.url == url, WAS_READ).limit(1)
        return self._connection.scalar(query) is not None

    def _latest(self, url: str) -> sa.ColumnElement[bool]:
        page = schema.page.c
        latest = sa.select(sa.func.max(page.checked)).where(page.url == url).scalar_subquery()
        return sa.and_(page.url == url, page.checked == latest)

    def _update_page(self, which: sa.ColumnElement[bool], values: Mapping[str, Any]) -> bool:
        return self._connection.execute(sa.update(schema.page).where(which).values(**values)).rowcount > 0

    # --- sources ----------------------------------------------------------------------------------------------

    def add_source(self, source: Source) -> bool:
        """Add a source; False if its address is there already."""
        if self._connection.scalar(sa.select(schema.source.c.id).where(schema.source.c.url == source.url)):
            return False
        self._insert(
            schema.source,
            [
                {
                    "url": source.url,
                    "kind": source.kind,
                    "outlet": source.outlet,
                    "active": source.active,
                    "failures": 0,
                }
            ],
        )
        return True

    def update_source(self, source: Source) -> None:
        """Record what a visit left behind. A source that has moved to where another one is ends."""
        other = schema.source.c
        if self._connection.scalar(sa.select(other.id).where(other.url == source.url, other.id != source.id)):
            source = replace(
                source, active=False, error=f"has moved to {source.url}, which is polled already"
            )
        values = {
            **({"url": source.url} if source.active else {}),
            "outlet": source.outlet,
            "etag": source.etag,
            "last_modified": source.last_modified,
            "next_poll": rows.seconds(source.next_poll) if source.next_poll else None,
            "last_success": rows.seconds(source.last_success) if source.last_success else None,
            "failures": source.failures,
            "error": source.error,
            "active": source.active,
            "last_poll": rows.seconds(source.last_poll) if source.last_poll else None,
            "entries": source.entries,
            "per_day": source.per_day,
        }
        self._connection.execute(
            sa.update(schema.source).where(schema.source.c.id == source.id).values(**values)
        )

    def _article_row(self, entry: Entry) -> dict[str, Any]:
        return {
            "id": entry.id,
            "key": entry.key,
            **rows.article_row(entry.article),
            "outlet_id": self._outlet_id(entry.outlet),
            "story_id": entry.story,
            "time": rows.seconds(entry.time),
            "seen": rows.seconds(entry.seen),
            "copy_of": entry.copy_of,
            "text_hash": entry.text_hash,
            "likeness": round(entry.likeness, 4),
            "nearest": entry.nearest,
            "old": entry.old,
            "changed": self.generation,
        }

    def _insert(self, table: sa.Table, values: Sequence[Mapping[str, Any]]) -> None:
        if values:
            self._connection.execute(sa.insert(table), list(values))


def _state(entry: Entry) -> dict[str, Any]:
    """A row of `revision`: the state in which an article is stored."""
    return {
        "article_id": entry.id, "text_hash": entry.text_hash, "seen": rows.seconds(entry.seen),
        "title": entry.article.title, "paragraphs": list(entry.article.paragraphs),
    }  # fmt: skip


def _story_row(summary: StorySummary) -> dict[str, Any]:
    return {
        "id": summary.id,
        "title": summary.title,
        "language": summary.language,
        "first": rows.seconds(summary.first),
        "last": rows.seconds(summary.last),
        "reports": summary.reports,
        "outlets": summary.outlets,
        "copies": summary.copies,
        "origins": summary.origins,
        "unknown": summary.unknown,
        "single_origin": summary.single_origin,
        "anonymous_only": summary.anonymous_only,
        "circular": summary.circular,
        "first_reporter": summary.first_reporter,
    }
