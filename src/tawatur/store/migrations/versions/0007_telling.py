"""The telling stems of every article: related articles are looked up by them, and not in the search index."""

import logging

import sqlalchemy as sa
from alembic import op

from tawatur.language.weights import vector
from tawatur.store.alike import telling_rows

revision = "0007"
down_revision = "0006"

_PORTION = 500
_SAID = 20_000  # articles, some seconds


def upgrade() -> None:
    telling = op.create_table(
        "telling",
        sa.Column("stem", sa.Text, primary_key=True),
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("weight", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("sketch_article", "sketch", ["article_id"])
    _fill(telling)
    op.create_index("telling_article", "telling", ["article_id"])


def _fill(telling: sa.Table) -> None:
    connection = op.get_bind()
    key = "rowid" if connection.dialect.name == "sqlite" else "article_id"
    query = sa.text(
        f"SELECT a.id, a.language, s.title, s.body FROM article a JOIN search s ON s.{key} = a.id"
        " WHERE a.id > :after ORDER BY a.id LIMIT :portion"
    )
    after = done = 0
    while found := connection.execute(query, {"after": after, "portion": _PORTION}).all():
        rows = [
            row
            for one in found
            for row in telling_rows(
                one.id, vector(tuple(one.title.split()), tuple(one.body.split()), one.language)
            )
        ]
        if rows:
            connection.execute(sa.insert(telling), rows)
        after, done = found[-1].id, done + len(found)
        if done % _SAID < _PORTION:
            logging.getLogger("tawatur").warning("the store is brought up to date: %s articles so far", done)
