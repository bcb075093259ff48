"""The full-text index over normalised, stemmed words: FTS5 in SQLite, tsvector in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tawatur.language import Analysis

_MOST = 400


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
