"""The full-text index over normalised, stemmed words: FTS5 in SQLite, tsvector in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tawatur.language import Analysis

_MOST = 400
_NEAREST = 60  # articles with a stem, before another article and after it
_OF_STORY = 10  # the newest of its story
_FIRST = 1_000_000  # more than any stems weigh


def index(connection: Connection, analyses: Iterable[tuple[int, Analysis]]) -> None:
    """Add articles to the index, or replace them in it."""
    rows = [
        {"id": article, "title": " ".join(found.title), "body": " ".join(found.body)}
        for article, found in analyses
    ]
    if not rows:
        return
    key = "rowid" if connection.dialect.name == "sqlite" else "article_id"
    connection.execute(sa.text(f"DELETE FROM search WHERE {key} = :id"), rows)
    connection.execute(sa.text(f"INSERT INTO search ({key}, title, body) VALUES (:id, :title, :body)"), rows)


def in_one_piece(connection: Connection) -> None:
    """Make one piece of those that adding leaves in the index: a word is looked up in each of them. PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text("INSERT INTO search(search) VALUES ('optimize')"))


def stems_columns(connection: Connection) -> tuple[str, str]:
    """The name of the index's key column, for a join; and the table's name."""
    return ("rowid", "search") if connection.dialect.name == "sqlite" else ("article_id", "search")


def match(
    connection: Connection, words: Sequence[Sequence[str]], *, limit: int = 50
) -> list[tuple[int, float]]:
    """Articles that have every one of some words as (id, rank), the best first; title words count three times.

    Each element of `words` is the stems that one word may have.
    """
    groups = [sorted({stem for stem in group if stem}) for group in words]
    groups = [group for group in groups if group]
    if not groups:
        return []
    limit = min(limit, _MOST)
    if connection.dialect.name == "sqlite":
        return _sqlite(connection, groups, limit)
    return _postgresql(connection, groups, limit)


def _sqlite(connection: Connection, groups: list[list[str]], limit: int) -> list[tuple[int, float]]:
    query = " AND ".join("(" + " OR ".join(map(_quoted, group)) + ")" for group in groups)
    rows = connection.execute(
        sa.text(
            "SELECT rowid AS id, -bm25(search, 3.0, 1.0) AS rank FROM search WHERE search MATCH :query"
            " ORDER BY rank DESC, rowid DESC LIMIT :limit"
        ),
        {"query": query, "limit": limit},
    )
    return [(int(row.id), float(row.rank)) for row in rows]


def _quoted(stem: str) -> str:
    return '"' + stem.replace('"', '""') + '"'


def _postgresql(connection: Connection, groups: list[list[str]], limit: int) -> list[tuple[int, float]]:
    parameters: dict[str, Any] = {"limit": limit}
    parts = []
    for number, group in enumerate(groups):
        words = []
        for place, stem in enumerate(group):
            parameters[f"w{number}_{place}"] = stem
            words.append(f"plainto_tsquery('simple', :w{number}_{place})")
        parts.append("(" + " || ".join(words) + ")")
    query = " && ".join(parts)
    rows = connection.execute(
        sa.text(
            f"SELECT article_id AS id, ts_rank(tokens, q) AS rank FROM search, (SELECT {query} AS q) AS wanted"
            " WHERE tokens @@ q ORDER BY rank DESC, article_id DESC LIMIT :limit"
        ),
        parameters,
    )
    return [(int(row.id), float(row.rank)) for row in rows]


@cache
def alike(home: str, stems: int) -> sa.Subquery:
    """The `id` and `weight` of an article, of the newest of its story, then of what shares the most of so many stems, by their weights.

    Of each stem only the sixty articles before and after it by id are looked at: so it takes no longer in a large
    store, and a stem that stands everywhere costs no more than another. It is made once and asked with what `asked` gives;
    `home` is the name of the dialect.
    """
    return _alike(home, stems).columns(id=sa.Integer, weight=sa.Integer).subquery("best")


def asked(home: str, article: int, stems: Mapping[str, float], limit: int) -> dict[str, Any]:
    """The parameters of `alike`: for which article, by which stems with their weights, how many at the most."""
    parameters: dict[str, Any] = {"article": article, "limit": limit}
    for number, (stem, weight) in enumerate(stems.items()):
        parameters[f"stem{number}"] = _quoted(stem) if home == "sqlite" else stem
        parameters[f"weight{number}"] = round(1000 * weight)  # whole numbers add up alike in both homes
    return parameters


def _alike(home: str, stems: int) -> sa.TextClause:
    if home == "sqlite":
        key, has = "rowid", "search MATCH :stem{}"
    else:
        key, has = "article_id", "tokens @@ plainto_tsquery('simple', :stem{})"
    story = "(SELECT story_id FROM article WHERE id = :article)"
    parts = [
        f"SELECT CAST(:article AS integer) AS id, {2 * _FIRST} AS weight",
        f"SELECT * FROM (SELECT id, {_FIRST} FROM article WHERE story_id = {story}"
        f" ORDER BY time DESC, id LIMIT {_OF_STORY}) AS one",
    ]
    parts += [
        f"SELECT * FROM (SELECT {key}, CAST(:weight{number} AS integer) FROM search"
        f" WHERE {has.format(number)} AND {key} {side} :article ORDER BY {key} {order} LIMIT {_NEAREST}) AS one"
        for number in range(stems)
        for side, order in (("<", "DESC"), (">", "ASC"))
    ]
    return sa.text(
        f"SELECT id, sum(weight) AS weight FROM ({' UNION ALL '.join(parts)}) AS found"
        " GROUP BY id ORDER BY sum(weight) DESC, abs(id - :article) LIMIT :limit"
    )
