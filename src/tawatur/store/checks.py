"""Questions that only a doctor asks of a store: whether its parts agree with each other."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from tawatur.store import schema, search


def broken(connection: Connection) -> list[str]:
    """What the database says is wrong with its file, a line each; nothing in PostgreSQL, which looks after itself."""
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    dangling = [
        f"a row of {row[0]} points to a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [line for line in found if line != "ok"] + dangling[:20]


def without_findings(connection: Connection) -> list[int]:
    """The articles that the search index, the analyses, the signs or the telling stems lack."""
    key, table = search.stems_columns(connection)
    query = sa.text(
        f"SELECT a.id FROM article a LEFT JOIN {table} s ON s.{key} = a.id LEFT JOIN analysis n ON n.article_id = a.id"
        f" LEFT JOIN signs g ON g.article_id = a.id"
        f" WHERE s.{key} IS NULL OR n.article_id IS NULL OR g.article_id IS NULL"
        " OR (s.body <> '' AND NOT EXISTS (SELECT 1 FROM telling t WHERE t.article_id = a.id)) ORDER BY a.id"
    )
    return [int(row[0]) for row in connection.execute(query)]


def empty_stories(connection: Connection) -> list[int]:
    """The stories that no article belongs to."""
    story, article = schema.story.c, schema.article.c
    members = sa.select(article.story_id).where(article.story_id == story.id).exists()
    return list(connection.scalars(sa.select(story.id).where(~members).order_by(story.id)))


def latest_seen(connection: Connection) -> int | None:
    """When the article seen last was seen, in seconds; None where there is none."""
    found = connection.scalar(sa.select(sa.func.max(schema.article.c.seen)))
    return int(found) if found is not None else None
