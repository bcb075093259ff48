"""Pages as they were fetched, and what is known of a source's rhythm."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "page",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("hash", sa.Text, primary_key=True),
        sa.Column("fetched", sa.BigInteger, nullable=False),
        sa.Column("checked", sa.BigInteger, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("headers", sa.JSON, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    for column in (
        sa.Column("entries", sa.Integer, nullable=False, server_default="0"),
        sa.Column("per_day", sa.Float),
        sa.Column("last_poll", sa.BigInteger),
    ):
        op.add_column("source", column)
