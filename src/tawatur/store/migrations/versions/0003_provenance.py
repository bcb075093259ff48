"""Provenance kept up report by report: the signs of each, sketches of texts, old news."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("article", sa.Column("old", sa.Integer))
    for table, column in (("article", "changed"), ("story", "changed"), ("generation", "outlets")):
        op.add_column(table, sa.Column(column, sa.BigInteger, nullable=False, server_default="0"))
    op.create_table(
        "signs",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("heard", sa.JSON, nullable=False),
        sa.Column("cited", sa.JSON, nullable=False),
        sa.Column("frame", sa.JSON, nullable=False),
    )
    op.create_table(
        "sketch",
        sa.Column("value", sa.BigInteger, primary_key=True),
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
    )
