"""How pages tell that they were changed, and when to look at them again; an article may go back to a text that it had before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("article", sa.Column("modified", sa.Text))
    op.add_column("article", sa.Column("corrections", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("page", sa.Column("next_check", sa.BigInteger))
    op.create_index("page_next_check", "page", ["next_check"])
    op.rename_table("revision", "revision_before")
    op.create_table(
        "revision",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("seen", sa.BigInteger, primary_key=True),
        sa.Column("text_hash", sa.Text, primary_key=True),
        sa.Column("title", sa.Text),
        sa.Column("paragraphs", sa.JSON, nullable=False),
        sa.Column("announced", sa.Text),
    )
    op.execute(
        "INSERT INTO revision (article_id, seen, text_hash, title, paragraphs)"
        " SELECT article_id, seen, text_hash, title, paragraphs FROM revision_before"
    )
    op.drop_table("revision_before")
    told = sa.text("announced IS NOT NULL")
    op.create_index("revision_changes", "revision", ["seen"], sqlite_where=told, postgresql_where=told)
