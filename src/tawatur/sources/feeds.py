"""Feeds: RSS, Atom, RDF and JSON Feed as lists of links, and news sitemaps beside them."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urljoin

import feedparser
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tawatur.dates import parse

_LARGEST = 50_000_000
_MOST_ENTRIES = 5_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TAG = re.compile(r"<(?:p|br|div)\b", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: where its article stands and what the feed itself says of it."""

    url: str
    title: str | None = None
    published: date | None = None
    text: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or sitemap that was read: its title, its entries, and (of a sitemap index) more sitemaps."""

    title: str | None
    entries: tuple[Entry, ...]
    sitemaps: tuple[str, ...] = ()


def read_feed(data: bytes, *, url: str, content_type: str | None = None) -> Feed | None:
    """Read a feed or a sitemap; None where the document is neither. Broken ones give what can be read."""
    data = _unpacked(data)
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{"):
        return _json_feed(data, url)
    if b"<urlset" in head or b"<sitemapindex" in head:
        return _sitemap(data, url)
    if (
        not any(tag in head for tag in (b"<rss", b"<feed", b"<rdf", b"<?xml", b"<channel"))
        or b"<html" in head
    ):
        return None
    return _syndicated(data, url, content_type)


def discover(page: str, *, url: str) -> str | None:
    """The address of the feed that a page announces (`<link rel=alternate>`); None where it announces none."""
    for node in LexborHTMLParser(page).css("link[rel~=alternate][href]"):
        kind = (node.attributes.get("type") or "").lower()
        if "rss" in kind or "atom" in kind or "feed+json" in kind or kind == "application/json":
            return urljoin(url, node.attributes["href"] or "")
    return None


def _unpacked(data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    # A bomb unpacks no further than the limit.
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        return unpacker.decompress(data, _LARGEST)
    except zlib.error:
        return gzip.compress(b"")


def _syndicated(data: bytes, url: str, content_type: str | None) -> Feed | None:
    headers = {"content-type": content_type} if content_type else {}
    found = feedparser.parse(data, response_headers={**headers, "content-location": url}, sanitize_html=False)
    if found.bozo and not found.entries:
        text = _CONTROL.sub("", data.decode(found.get("encoding") or "utf-8", "replace"))
        found = feedparser.parse(text.encode("utf-8"), sanitize_html=False)
    if not found.entries and not found.feed.get("title") and not found.version:
        return None
    entries = [entry for one in found.entries[:_MOST_ENTRIES] if (entry := _entry(one, url))]
    return Feed(found.feed.get("title"), tuple({entry.url: entry for entry in entries}.values()))


def _entry(one: Any, url: str) -> Entry | None:
    link = one.get("link") or (one.get("id") if str(one.get("id", "")).startswith("http") else None)
    if not link:
        return None
    stamp = one.get("published_parsed") or one.get("updated_parsed")
    published: date | None = (
        datetime.fromtimestamp(timegm(stamp), UTC) if stamp else parse(one.get("published"))
    )
    content = (one.get("content") or [{}])[0].get("value")
    return Entry(
        url=urljoin(url, link),
        title=_plain(one.get("title")),
        published=published,
        text=content or one.get("summary"),
        byline=one.get("author"),
    )


def _json_feed(data: bytes, url: str) -> Feed | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        return None
    entries = []
    for item in found["items"][:_MOST_ENTRIES]:
        link = item.get("url") or item.get("external_url") if isinstance(item, dict) else None
        if isinstance(link, str):
            authors = item.get("authors") or [item.get("author") or {}]
            name = (
                authors[0].get("name") if isinstance(authors, list) and isinstance(authors[0], dict) else None
            )
            text = item.get("content_html") or item.get("content_text") or item.get("summary")
            entries.append(
                Entry(
                    urljoin(url, link),
                    _plain(item.get("title")),
                    parse(item.get("date_published")),
                    text,
                    name,
                )
            )
    return Feed(_plain(found.get("title")), tuple(entries))


def _sitemap(data: bytes, url: str) -> Feed | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    root = etree.fromstring(data, parser)
    if root is None:
        return None
    entries, more = [], []
    for node in root:
        values = {etree.QName(child).localname: child for child in node.iter() if isinstance(child.tag, str)}
        location = (values["loc"].text or "").strip() if "loc" in values else ""
        if not location:
            continue
        if etree.QName(root).localname == "sitemapindex":
            more.append(urljoin(url, location))
        else:
            title = values["title"].text if "title" in values else None
            stamp = values.get("publication_date", values.get("lastmod"))
            entries.append(
                Entry(urljoin(url, location), _plain(title), parse(stamp.text) if stamp is not None else None)
            )
    return Feed(None, tuple(entries[:_MOST_ENTRIES]), tuple(more[:100]))


def _plain(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    if "<" in value or "&" in value:
        tree = LexborHTMLParser(value)
        value = tree.body.text() if tree.body else value
    return re.sub(r"\s+", " ", value).strip() or None
