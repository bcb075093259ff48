"""Reading whole reports and analyses out of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tawatur.language import Analysis
from tawatur.model import Attribution, Brief, Report, Signs
from tawatur.store import rows, schema, search
from tawatur.store.alike import alike

_CHUNK = 500
_One = TypeVar("_One")

# Of the kept pages those that could be read: what could not has an empty body.
WAS_READ = schema.page.c.hash != rows.page_hash(b"")


def report_query() -> sa.Select[Any]:
    """Articles with the names of their outlets."""
    return sa.select(schema.article, schema.outlet.c.name.label("outlet")).join(
        schema.outlet, schema.article.c.outlet_id == schema.outlet.c.id
    )


def load_reports(connection: Connection, query: sa.Select[Any]) -> list[Report]:
    """The reports of a query over `article` and `outlet`, with their attributions and reused paragraphs."""
    found = list(connection.execute(query))
    attributions: dict[int, list[Attribution]] = {}
    reused: dict[int, list[tuple[int, int]]] = {}
    said, taken = schema.attribution, schema.reuse
    for chunk in chunks([row.id for row in found]):
        for row in connection.execute(
            sa.select(said).where(said.c.article_id.in_(chunk)).order_by(said.c.article_id, said.c.number)
        ):
            attributions.setdefault(row.article_id, []).append(rows.attribution(row))
        for row in connection.execute(
            sa.select(taken)
            .where(taken.c.article_id.in_(chunk))
            .order_by(taken.c.article_id, taken.c.paragraph)
        ):
            reused.setdefault(row.article_id, []).append((row.paragraph, row.other_id))
    return [rows.report(row, attributions.get(row.id, ()), reused.get(row.id, ())) for row in found]


def brief_query() -> sa.Select[Any]:
    """Articles as lists show them: the paragraphs are read only where there is no title."""
    article = schema.article.c
    return sa.select(
        article.id, article.title, article.time, article.language, article.story_id, article.copy_of, article.published,
        schema.outlet.c.name.label("outlet"), sa.case((article.title.is_(None), article.paragraphs)).label("paragraphs"),
    ).join(schema.outlet, schema.outlet.c.id == article.outlet_id)  # fmt: skip


def load_briefs(
    connection: Connection, query: sa.Select[Any], parameters: Mapping[str, Any] | None = None
) -> list[Brief]:
    """The articles of a `brief_query`."""
    return [rows.brief(row) for row in connection.execute(query, parameters)]


@cache
def alike_query(stems: int) -> sa.Select[Any]:
    """The articles of `tawatur.store.alike.alike`, the likest first: to make the query takes longer than to ask it."""
    best = alike(stems)
    query = brief_query().join(best, best.c.id == schema.article.c.id)
    return query.order_by(best.c.weight.desc(), schema.article.c.id)


def load_signs(connection: Connection, *which: sa.ColumnElement[bool]) -> list[Signs]:
    """The signs of the reports for which conditions on `article` hold; who was stored without any is left out."""
    article, own = schema.article.c, schema.signs.c
    reused: dict[int, list[tuple[int, int]]] = {}
    taken = schema.reuse.c
    shared = (
        sa.select(taken.article_id, taken.paragraph, taken.other_id)
        .join(schema.article, article.id == taken.article_id)
        .where(*which)
        .order_by(taken.article_id, taken.paragraph)
    )
    for row in connection.execute(shared):
        reused.setdefault(row.article_id, []).append((row.paragraph, row.other_id))
    query = (
        brief_query()
        .add_columns(
            article.old,
            own.heard,
            own.cited,
            own.frame,
            sa.func.coalesce(own.credits, article.credits).label("credits"),
        )
        .join(schema.signs, own.article_id == article.id)
        .where(*which)
    )
    return [rows.signs(row, reused.get(row.id, ())) for row in connection.execute(query)]


def load_analyses(
    connection: Connection, ids: Sequence[int], *, shingles: bool = True
) -> dict[int, Analysis]:
    """The analyses of some articles, by id; without their shingles, which are half of what is read, where nobody needs them."""
    query = _analyses_query(*search.stems_columns(connection), shingles)
    found: dict[int, Analysis] = {}
    for chunk in chunks(ids):
        for row in connection.execute(query, {"ids": list(chunk)}):
            found[row.article_id] = rows.analysis(row)
    return found


@cache
def _analyses_query(key: str, table: str, shingles: bool) -> sa.Select[Any]:
    own, article = schema.analysis.c, schema.article.c
    stems = sa.table(table, sa.column(key), sa.column("title", sa.Text), sa.column("body", sa.Text))
    return (
        sa.select(
            own.article_id, own.shingles if shingles else sa.null().label("shingles"), own.names, own.places, own.numbers, own.days,
            own.round_up, own.meaning, article.language, stems.c.title.label("title_stems"), stems.c.body.label("body_stems"),
        )
        .join(schema.article, article.id == own.article_id)
        .join(stems, stems.c[key] == own.article_id)
        .where(own.article_id.in_(sa.bindparam("ids", expanding=True)))
    )  # fmt: skip


def chunks(ids: Iterable[_One]) -> Iterator[list[_One]]:
    """Ids, addresses or rows in portions that a statement can carry."""
    listed = list(ids)
    for at in range(0, len(listed), _CHUNK):
        yield listed[at : at + _CHUNK]
