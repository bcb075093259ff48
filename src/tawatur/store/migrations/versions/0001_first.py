"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    generation = op.create_table("generation", sa.Column("writes", sa.BigInteger, nullable=False))
    op.bulk_insert(generation, [{"writes": 0}])
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("name_en", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("domains", sa.JSON, nullable=False),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("next_poll", sa.BigInteger),
        sa.Column("last_success", sa.BigInteger),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        sa.Column("error", sa.Text),
        sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.create_table(
        "story",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("first", sa.BigInteger, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("outlets", sa.Integer, nullable=False),
        sa.Column("copies", sa.Integer, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("unknown", sa.Integer, nullable=False),
        sa.Column("single_origin", sa.Boolean, nullable=False),
        sa.Column("anonymous_only", sa.Boolean, nullable=False),
        sa.Column("circular", sa.Boolean, nullable=False),
        sa.Column("first_reporter", sa.Text),
    )
    op.create_index("story_last", "story", ["last"])
    op.create_table(
        "article",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("url", sa.Text),
        sa.Column("identifier", sa.Text),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("outlet_id", sa.Integer, sa.ForeignKey("outlet.id"), nullable=False),
        sa.Column(
            "story_id",
            sa.Integer,
            sa.ForeignKey("story.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("title", sa.Text),
        sa.Column("paragraphs", sa.JSON, nullable=False),
        sa.Column("byline", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("time", sa.BigInteger, nullable=False),
        sa.Column("seen", sa.BigInteger, nullable=False),
        sa.Column("credits", sa.JSON, nullable=False),
        sa.Column("keywords", sa.JSON, nullable=False),
        sa.Column("copy_of", sa.Integer),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("likeness", sa.Float, nullable=False),
        sa.Column("because", sa.JSON, nullable=False),
    )
    for name, columns in (
        ("article_story", ["story_id", "time"]),
        ("article_time", ["time"]),
        ("article_url", ["url"]),
        ("article_outlet", ["outlet_id", "time"]),
        ("article_text", ["text_hash"]),
        ("article_copy", ["copy_of"]),
    ):
        op.create_index(name, "article", columns)
    op.create_table(
        "revision",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("text_hash", sa.Text, primary_key=True),
        sa.Column("seen", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("paragraphs", sa.JSON, nullable=False),
    )
    op.create_table(
        "attribution",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("paragraph", sa.Integer, nullable=False),
        sa.Column("source", sa.JSON),
        sa.Column("cue", sa.JSON, nullable=False),
        sa.Column("content", sa.JSON),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("role", sa.Text),
        sa.Column("via", sa.JSON, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("quotation", sa.Text, nullable=False),
    )
    op.create_index("attribution_speaker", "attribution", ["speaker"])
    op.create_table(
        "reuse",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("paragraph", sa.Integer, primary_key=True),
        sa.Column("other_id", sa.Integer, nullable=False),
    )
    op.create_table(
        "analysis",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("shingles", sa.LargeBinary, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("numbers", sa.Text, nullable=False),
    )
    _search_index()


def _search_index() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            'CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = "unicode61 remove_diacritics 0")'
        )
        return
    op.execute(
        "CREATE TABLE search (article_id integer PRIMARY KEY REFERENCES article(id), title text NOT NULL, body text NOT NULL,"
        " tokens tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A')"
        " || setweight(to_tsvector('simple', body), 'D')) STORED)"
    )
    op.execute("CREATE INDEX search_tokens ON search USING gin (tokens)")
