"""Feeds: RSS, Atom, RDF and JSON Feed as lists of links, and news sitemaps beside them."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from tawatur.sources.document import mended, text_of
from tawatur.sources.entries import Feed
from tawatur.sources.json_feed import json_feed
from tawatur.sources.sitemaps import sitemap
from tawatur.sources.syndicated import syndicated

# What stands before the root of a feed: the prolog with its DTD, of which nothing is used, and the warnings of servers.
_ROOT = re.compile(
    r"(?>[^<]+|</?(?:br|b|p|i|strong)\b[^<>]*>|<\?.*?\?>|<!--.*?-->|<!doctype(?!\s+html)[^\[>]*(?:\[.*?\]\s*)?>|<!(?:entity|element|attlist|notation)[^>]*>|\]>)*+"
    r"(?P<root><(?:[\w.-]+:)?(?P<kind>rss|feed|rdf|channel|urlset|sitemapindex)(?=[\s/>]))",
    re.I | re.S,
)


def read_feed(data: bytes, *, url: str, content_type: str | None = None) -> Feed | None:
    """Read a feed or a sitemap; None where the document is neither. Broken ones give what can be read.

    Entries that lead to no page are left out, such as those with nothing but a sound file, and of two with one address
    the second is.
    """
    text = text_of(data, content_type)
    if text.startswith("{"):
        return json_feed(text, url)
    start = _ROOT.match(text)
    if start is None:
        return None
    document = mended(text[start.start("root") :])
    if start["kind"].lower() in ("urlset", "sitemapindex"):
        return sitemap(document, url)
    return syndicated(document, url)


def discover(page: str, *, url: str) -> str | None:
    """The address of the feed that a page announces (`<link rel=alternate>`); None where it announces none."""
    for node in LexborHTMLParser(page).css("link[rel~=alternate][href]"):
        kind = (node.attributes.get("type") or "").lower()
        if "rss" in kind or "atom" in kind or "feed+json" in kind or kind == "application/json":
            return urljoin(url, node.attributes["href"] or "")
    return None
