"""The telling stems of every article, by which those are found that may be related to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tawatur.language import Analysis
from tawatur.language.weights import most_telling, vector
from tawatur.store import schema

_NEAREST = 40  # articles with a stem, before another article and after it
_OF_STORY = 10  # the newest of its story
_WHOLE = 1000  # what a stem weighs that is alone in its text
_FIRST = 2 * _WHOLE**2  # more than any two texts have in common


def index(connection: Connection, analyses: Iterable[tuple[int, Analysis]]) -> None:
    """Keep the telling stems of articles, or put them in place of those that were kept."""
    own = schema.telling
    found = [
        (article, vector(analysis.title, analysis.body, analysis.language)) for article, analysis in analyses
    ]
    if not found:
        return
    connection.execute(
        sa.delete(own).where(own.c.article_id == sa.bindparam("of")),
        [{"of": article} for article, _ in found],
    )
    rows = [row for article, stems in found for row in telling_rows(article, stems)]
    if rows:
        connection.execute(sa.insert(own), rows)


def telling_rows(article: int, stems: Mapping[str, float]) -> list[dict[str, Any]]:
    """The rows of `telling` for an article with these weighted stems."""
    return [
        {"stem": stem, "article_id": article, "weight": _in_thousandths(weight)}
        for stem, weight in most_telling(stems).items()
    ]


@cache
def alike(stems: int) -> sa.Subquery:
    """The `id` and `weight` of an article, of the newest of its story, then of those that share most of so many telling stems.

    What two texts share weighs what it does in the one times what it does in the other. Of each stem only the forty articles
    before and after it by id are looked at: so it takes no longer in a large store, and a stem that stands everywhere costs no
    more than another. It is made once and asked with what `asked` gives.
    """
    article, own = schema.article.c, schema.telling.c
    asked_for = sa.bindparam("article", type_=sa.Integer)
    story = sa.select(article.story_id).where(article.id == asked_for).scalar_subquery()
    newest = sa.select(article.id, sa.literal(_FIRST)).where(article.story_id == story)
    parts = [
        sa.select(asked_for.label("id"), sa.literal(2 * _FIRST).label("weight")),
        _at_most(newest.order_by(article.time.desc(), article.id), _OF_STORY),
    ]
    for number in range(stems):
        shared = sa.select(
            own.article_id, own.weight * sa.bindparam(f"weight{number}", type_=sa.Integer)
        ).where(own.stem == sa.bindparam(f"stem{number}", type_=sa.Text))
        parts += [
            _at_most(shared.where(own.article_id < asked_for).order_by(own.article_id.desc()), _NEAREST),
            _at_most(shared.where(own.article_id > asked_for).order_by(own.article_id), _NEAREST),
        ]
    found = sa.union_all(*parts).subquery("found").c
    weight = sa.func.sum(found.weight)
    best = sa.select(found.id, weight.label("weight")).group_by(found.id)
    return (
        best.order_by(weight.desc(), sa.func.abs(found.id - asked_for))
        .limit(sa.bindparam("limit", type_=sa.Integer))
        .subquery("best")
    )


def asked(article: int, stems: Mapping[str, float], limit: int) -> dict[str, Any]:
    """The parameters of `alike`: for which article, by which stems with their weights, how many at the most."""
    parameters: dict[str, Any] = {"article": article, "limit": limit}
    for number, (stem, weight) in enumerate(stems.items()):
        parameters |= {f"stem{number}": stem, f"weight{number}": _in_thousandths(weight)}
    return parameters


def _in_thousandths(weight: float) -> int:
    return round(_WHOLE * weight)  # whole numbers add up alike in both homes


def _at_most(query: sa.Select[Any], rows: int) -> sa.Select[Any]:
    # SQLite takes no order inside a union.
    return sa.select(query.limit(rows).subquery())
