"""JSON Feed (jsonfeed.org, versions 1 and 1.1)."""

from __future__ import annotations

import json
from typing import Any

from tawatur.sources.entries import Entry, Feed, feed_of
from tawatur.sources.values import CONTROL, address, but, literal, moment, paragraphs, plain


def json_feed(text: str, url: str) -> Feed | None:
    """A JSON Feed; None where the text is none."""
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    items = found.get("items")
    if not isinstance(items, list):
        return None
    feed = feed_of(
        literal(found.get("title")),
        (_item(item, found, url) for item in items if isinstance(item, dict)),
    )
    return feed if feed.entries or "jsonfeed.org" in str(found.get("version")) else None


def _item(item: dict[str, Any], feed: dict[str, Any], base: str) -> Entry | None:
    identifier = item.get("id")
    own = identifier if isinstance(identifier, str) and identifier.startswith("http") else None
    url = address((item.get("url"), item.get("external_url"), own), base)
    if url is None:
        return None
    texts = (item.get(key) for key in ("content_text", "summary"))
    bodies = (item.get("content_html"), *(paragraphs(text) for text in texts if isinstance(text, str)))
    authors = (_names(one.get(key)) for one in (item, feed) for key in ("authors", "author"))
    return Entry(
        url=url,
        title=literal(item.get("title")),
        published=moment(item.get("date_published")) or moment(item.get("date_modified")),
        text=next((CONTROL.sub("", body) for body in bodies if isinstance(body, str) and plain(body)), None),
        byline=but(literal(feed.get("title")), next(filter(None, authors), [])),
        modified=moment(item.get("date_modified")),
    )


def _names(authors: Any) -> list[str]:
    listed = authors if isinstance(authors, list) else [authors]
    names = (plain(one.get("name") if isinstance(one, dict) else one) for one in listed)
    return [name for name in names if name]
