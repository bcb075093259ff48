"""Stories by learned likeness: places and meanings of texts, the nearest report, merges."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("article") as article:
        article.add_column(sa.Column("nearest", sa.Integer))
        article.drop_column("because")
    with op.batch_alter_table("analysis") as analysis:
        analysis.add_column(sa.Column("places", sa.Text, nullable=False, server_default=""))
        analysis.add_column(sa.Column("days", sa.Text, nullable=False, server_default=""))
        analysis.add_column(sa.Column("round_up", sa.Boolean, nullable=False, server_default=sa.false()))
        analysis.add_column(sa.Column("meaning", sa.LargeBinary))
    op.create_table(
        "merge",
        sa.Column("gone", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("story_id", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
    )
    op.create_index("merge_story", "merge", ["story_id"])
