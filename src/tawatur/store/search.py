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


def stems_columns(connection: Connection) -> tuple[str, str]:
    """The name of the index's key column, for a join; and the table's name."""
    return ("rowid", "search") if connection.dialect.name == "sqlite" else ("article_id", "search")


def match(
    connection: Connection, alternatives: Sequence[Sequence[str]], *, every: bool, limit: int = 50
) -> list[tuple[int, float]]:
    """Articles with the given stems as (id, rank), the best first; title words count three times.

    Each element of `alternatives` is the stems one word may have; an article must have one of `every` such
    group, or of any.
    """
    groups = [sorted({stem for stem in group if stem}) for group in alternatives]
    groups = [group for group in groups if group]
    if not groups:
        return []
    limit = min(limit, _MOST)
    if connection.dialect.name == "sqlite":
        return _sqlite(connection, groups, every, limit)
    return _postgresql(connection, groups, every, limit)


def _sqlite(
    connection: Connection, groups: list[list[str]], every: bool, limit: int
) -> list[tuple[int, float]]:
    quoted = [
        "(" + " OR ".join('"' + stem.replace('"', '""') + '"' for stem in group) + ")" for group in groups
    ]
    rows = connection.execute(
        sa.text(
            "SELECT rowid AS id, -bm25(search, 3.0, 1.0) AS rank FROM search WHERE search MATCH :query"
            " ORDER BY rank DESC, rowid DESC LIMIT :limit"
        ),
        {"query": (" AND " if every else " OR ").join(quoted), "limit": limit},
    )
    return [(int(row.id), float(row.rank)) for row in rows]


def _postgresql(
    connection: Connection, groups: list[list[str]], every: bool, limit: int
) -> list[tuple[int, float]]:
    parameters: dict[str, Any] = {"limit": limit}
    parts = []
    for number, group in enumerate(groups):
        words = []
        for place, stem in enumerate(group):
            parameters[f"w{number}_{place}"] = stem
            words.append(f"plainto_tsquery('simple', :w{number}_{place})")
        parts.append("(" + " || ".join(words) + ")")
    query = (" && " if every else " || ").join(parts)
    rows = connection.execute(
        sa.text(
            f"SELECT article_id AS id, ts_rank(tokens, q) AS rank FROM search, (SELECT {query} AS q) AS wanted"
            " WHERE tokens @@ q ORDER BY rank DESC, article_id DESC LIMIT :limit"
        ),
        parameters,
    )
    return [(int(row.id), float(row.rank)) for row in rows]
