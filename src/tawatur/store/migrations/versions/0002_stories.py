"""Stories by learned likeness: places, days and meanings of texts, the nearest report, merges."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    # In place: a table that others refer to cannot be made anew in SQLite while foreign keys are enforced.
    op.add_column("article", sa.Column("nearest", sa.Integer))
    op.drop_column("article", "because")
    for column in (
        sa.Column("places", sa.Text, nullable=False, server_default=""),
        sa.Column("days", sa.Text, nullable=False, server_default=""),
        sa.Column("round_up", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("meaning", sa.LargeBinary),
    ):
        op.add_column("analysis", column)
    op.create_table(
        "merge",
        sa.Column("gone", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story_id", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
    )
    op.create_index("merge_story", "merge", ["story_id"])
