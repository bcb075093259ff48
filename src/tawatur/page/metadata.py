"""What a page's own metadata says: JSON-LD, OpenGraph and other meta elements, microdata, `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tawatur.dates import parse

_ARTICLES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "liveblogposting", "analysisnewsarticle",
             "opinionnewsarticle", "backgroundnewsarticle", "techarticle", "report", "socialmediaposting")  # fmt: skip
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "og:published_time", "og:pubdate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says of its article; None or empty where it says nothing."""

    title: str | None
    published: date | None
    byline: str | None
    outlet: str | None
    language: str | None
    url: str | None
    body: str | None
    summary: str | None = None


def metadata(tree: LexborHTMLParser) -> Metadata:
    """Read a page's metadata, the most explicit statement first."""
    meta = _meta(tree)
    linked = _json_ld(tree)
    html = tree.root
    head_title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    return Metadata(
        title=_text(linked.get("headline"))
        or meta.get("og:title")
        or meta.get("twitter:title")
        or (_text(head_title.text()) if head_title else None),
        published=_published(tree, meta, linked),
        byline=_people(linked.get("author")) or _author(meta, tree),
        outlet=_people(linked.get("publisher")) or meta.get("og:site_name"),
        language=(html.attributes.get("lang") if html else None) or meta.get("og:locale"),
        url=(canonical.attributes.get("href") if canonical else None) or meta.get("og:url"),
        body=_text(linked.get("articleBody")),
        summary=meta.get("og:description") or meta.get("description"),
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _json_ld(tree: LexborHTMLParser) -> dict[str, Any]:
    best: dict[str, Any] = {}
    for node in tree.css('script[type="application/ld+json"]'):
        for thing in _things(_loads(node.text_content or node.text())):
            types = thing.get("@type") or ()
            names = [types] if isinstance(types, str) else types
            if any(isinstance(name, str) and name.lower() in _ARTICLES for name in names) and len(
                thing
            ) > len(best):
                best = thing
    return best


def _loads(text: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if key in value:
                yield from _things(value[key], depth + 1)


def _published(tree: LexborHTMLParser, meta: dict[str, str], linked: dict[str, Any]) -> date | None:
    if found := parse(linked.get("datePublished")):
        return found
    for name in _PUBLISHED:
        if found := parse(meta.get(name)):
            return found
    for selector in (
        "[itemprop=datePublished]",
        "time[pubdate]",
        "abbr.published",
        "time.published",
        "article time[datetime]",
        "h1 ~ * time[datetime]",
        "time[datetime]",
    ):
        node = tree.css_first(selector)
        if node is not None:
            attributes = node.attributes
            if found := parse(
                attributes.get("datetime") or attributes.get("content") or attributes.get("title")
            ):
                return found
    return None


def _author(meta: dict[str, str], tree: LexborHTMLParser) -> str | None:
    for name in _AUTHORS:
        value = meta.get(name)
        if value and not value.startswith(("http:", "https:", "@")):
            return value
    node = (
        tree.css_first("[itemprop=author] [itemprop=name]")
        or tree.css_first("[itemprop=author]")
        or tree.css_first("a[rel=author]")
    )
    return _text(node.text()) if node else None


def _people(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for one in value if (name := _people(one))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _people(value.get("name"))
    text = _text(value)
    return None if text and text.startswith(("http:", "https:")) else text


def _text(value: Any) -> str | None:
    return re.sub(r"\s+", " ", value).strip() or None if isinstance(value, str) else None
