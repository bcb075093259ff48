"""Sitemaps and lists of them, with the extension for news."""

from __future__ import annotations

import re

from lxml import etree

from tawatur.sources.entries import Entry, Feed, feed_of
from tawatur.sources.values import address, moment, plain

_MOST_SITEMAPS = 100


def sitemap(document: str, url: str) -> Feed | None:
    """The sitemap, or list of sitemaps, in a mended document; None where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    root = etree.fromstring(document.encode("utf-8"), parser)
    if root is None:
        return None
    more = (address((_said(node, "loc"),), url) for node in root.iterchildren("{*}sitemap"))
    return feed_of(
        None,
        (_place(node, url) for node in root.iterchildren("{*}url")),
        sitemaps=tuple(dict.fromkeys(filter(None, more)))[:_MOST_SITEMAPS],
    )


def _place(node: etree._Element, base: str) -> Entry | None:
    url = address((_said(node, "loc"),), base)
    published, modified = moment(_said(node, "news", "publication_date")), moment(_said(node, "lastmod"))
    title = plain(_said(node, "news", "title"))
    return Entry(url, title, published or modified, modified=modified) if url else None


def _said(node: etree._Element, *path: str) -> str | None:
    """The text at a path of local names, whatever their namespace, also where that is declared nowhere."""
    for name in path:
        inner = (child for child in node if isinstance(child.tag, str))
        child = next((child for child in inner if re.split("[}:]", str(child.tag))[-1] == name), None)
        if child is None:
            return None
        node = child
    return node.text
