"""The tables of a store. The migrations make them; a test holds the two against each other."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

# One row: how many writing transactions there have been, and which of them changed an outlet last. Who keeps something in
# memory sees here that it is stale.
generation = Table(
    "generation",
    metadata,
    Column("writes", BigInteger, nullable=False),
    Column("outlets", BigInteger, nullable=False, server_default="0"),
)

outlet = Table(
    "outlet",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("name_en", Text),
    Column("kind", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("domains", JSON, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("outlet", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("next_poll", BigInteger),
    Column("last_success", BigInteger),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("active", Boolean, nullable=False, server_default="1"),
    Column("entries", Integer, nullable=False, server_default="0"),  # articles that came from it so far
    Column("per_day", Float),  # how many a day it brings, by the dates of its latest entries
    Column("last_poll", BigInteger),
)

story = Table(
    "story",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("unknown", Integer, nullable=False),
    Column("single_origin", Boolean, nullable=False),
    Column("anonymous_only", Boolean, nullable=False),
    Column("circular", Boolean, nullable=False),
    Column("first_reporter", Text),
    Column(
        "changed", BigInteger, nullable=False, server_default="0"
    ),  # the last writing transaction that touched it
    Index("story_last", "last"),
)

# Times are whole seconds since 1970 in UTC; `published` is kept as the page stated it.
article = Table(
    "article",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("identifier", Text),
    Column("role", Text, nullable=False),
    Column("outlet_id", Integer, ForeignKey("outlet.id"), nullable=False),
    Column(
        "story_id", Integer, ForeignKey("story.id", deferrable=True, initially="DEFERRED"), nullable=False
    ),
    Column("title", Text),
    Column("paragraphs", JSON, nullable=False),
    Column("byline", Text),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("modified", Text),
    Column("time", BigInteger, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Column("credits", JSON, nullable=False),
    Column("keywords", JSON, nullable=False),
    Column("corrections", JSON, nullable=False, server_default="[]"),
    Column("copy_of", Integer),
    Column("text_hash", Text, nullable=False),
    Column(
        "likeness", Float, nullable=False
    ),  # the chance by which it joined its story; 0 for one that opened it
    Column("nearest", Integer),  # the article of that story that it was likest to
    Column("old", Integer),  # an article months older whose text it is
    # The last writing transaction that changed what it shows, or which story or copy group it is in.
    Column("changed", BigInteger, nullable=False, server_default="0"),
    Index("article_story", "story_id", "time"),
    Index("article_time", "time"),
    Index("article_url", "url"),
    Index("article_outlet", "outlet_id", "time"),
    Index("article_text", "text_hash"),
    Index("article_copy", "copy_of"),
)

revision = Table(
    "revision",
    metadata,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("seen", BigInteger, primary_key=True),
    Column("text_hash", Text, primary_key=True),
    Column("title", Text),
    Column("paragraphs", JSON, nullable=False),
    Column("announced", Text),  # how the page told that it was changed to this
)
Index(
    "revision_changes",
    revision.c.seen,
    sqlite_where=revision.c.announced.is_not(None),
    postgresql_where=revision.c.announced.is_not(None),
)

# A page as it was fetched, once for every state of its article: `fetched` is when it was first so, `checked` when last; `at`
# where it was in the end; the body is compressed with zlib. `next_check` is when to look at it again, of the latest state only.
page = Table(
    "page",
    metadata,
    Column("url", Text, primary_key=True),
    Column("hash", Text, primary_key=True),
    Column("fetched", BigInteger, nullable=False),
    Column("checked", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("headers", JSON, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("next_check", BigInteger),
    Index("page_next_check", "next_check"),
)

attribution = Table(
    "attribution",
    metadata,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("paragraph", Integer, nullable=False),
    Column("source", JSON),
    Column("cue", JSON, nullable=False),
    Column("content", JSON),
    Column("speaker", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("kind", Text, nullable=False),
    Column("role", Text),
    Column("via", JSON, nullable=False),
    Column("stance", Text, nullable=False),
    Column("quotation", Text, nullable=False),
    Index("attribution_speaker", "speaker"),
)

reuse = Table(
    "reuse",
    metadata,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("paragraph", Integer, primary_key=True),
    Column("other_id", Integer, nullable=False),
)

# What an article shows of where it has its matter from: its statements, once for each way to a speaker.
signs = Table(
    "signs",
    metadata,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("heard", JSON, nullable=False),
    Column("cited", JSON, nullable=False),
    Column("frame", JSON, nullable=False),
    Column(
        "credits", JSON
    ),  # of what was stored before this was, those of the article's credit lines are known
)

# A few of the shingles of every text, always the same ones: by them a text is found again after years.
sketch = Table(
    "sketch",
    metadata,
    Column("value", BigInteger, primary_key=True),
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Index("sketch_article", "article_id"),
)

# The stems by which every text is known with their weights, in thousandths: by them related articles are looked up.
telling = Table(
    "telling",
    metadata,
    Column("stem", Text, primary_key=True),
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("weight", Integer, nullable=False),
    Index("telling_article", "article_id"),
    sqlite_with_rowid=False,
)

# What the comparing stages worked out of a text; the stems themselves are in the search index.
analysis = Table(
    "analysis",
    metadata,
    Column("article_id", Integer, ForeignKey("article.id"), primary_key=True),
    Column("shingles", LargeBinary, nullable=False),
    Column("names", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("days", Text, nullable=False),
    Column("round_up", Boolean, nullable=False),
    Column("meaning", LargeBinary),  # both vectors, where the extra `semantic` was used
)

# Stories found to be one: which is gone into which, by which article.
merge = Table(
    "merge",
    metadata,
    Column("gone", Integer, primary_key=True, autoincrement=False),
    Column("story_id", Integer, nullable=False),
    Column("article_id", Integer, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Index("merge_story", "story_id"),
)
