"""What a page's own metadata says: JSON-LD, OpenGraph and other meta elements, microdata, `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.dates import parse
from tawatur.page.stated.authors import byline
from tawatur.page.stated.people import people, plain

_ARTICLES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "liveblogposting", "analysisnewsarticle",
             "opinionnewsarticle", "backgroundnewsarticle", "claimreview", "techarticle", "report", "socialmediaposting")  # fmt: skip
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "og:published_time", "og:pubdate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
)


_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$")
_SIGNATURE = re.compile(r"(\s*(?:\||•|ㅣ|::)\s*|\s+[-–—»]\s+)")
_SIGNED_BEFORE = re.compile(r"[-–—|»•/:]\s*$")
_SIGNED = re.compile(r"\s*[-–—|»•ㅣ]")
_TITLE = 5  # words: a site's name has fewer
_FEW = 6  # elements that are looked at for a zone
_BARS = ("|", "»", "•", "ㅣ", "::")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says of its article; None or empty where it says nothing."""

    titles: tuple[tuple[str, float], ...]  # what is stated, and how much each statement weighs
    published: date | None
    byline: str | None
    outlet: str | None
    language: str | None
    url: str | None
    body: str | None
    summary: str | None = None
    modified: date | None = None
    keywords: tuple[str, ...] = ()
    signature: tuple[
        str, ...
    ] = ()  # what stands beside the title in the page's head: the site's name, a section

    page: str | None = None  # what the page calls itself, with its site's name

    @property
    def stated(self) -> tuple[str, ...]:
        """The titles stated, that with most weight first."""
        return tuple(title for title, _ in self.titles)

    @property
    def title(self) -> str | None:
        """The title stated with most weight."""
        return self.titles[0][0] if self.titles else None


def metadata(tree: LexborHTMLParser) -> Metadata:
    """Read a page's metadata, the most explicit statement first."""
    stated = tree.css('meta[content], script[type="application/ld+json"]')  # on one way through the tree
    meta = _meta([node for node in stated if node.tag == "meta"])
    linked = _json_ld([node for node in stated if node.tag == "script"])
    html = tree.root
    head_title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    return Metadata(
        titles=_titles(linked, meta, head_title.text() if head_title else None),
        published=_zoned(_published(tree, meta, linked), tree),
        byline=byline(linked, meta, tree),
        outlet=people(linked.get("publisher")) or meta.get("og:site_name"),
        language=(html.attributes.get("lang") if html else None) or meta.get("og:locale"),
        url=(canonical.attributes.get("href") if canonical else None) or meta.get("og:url"),
        body=body if isinstance(body := linked.get("articleBody"), str) else None,
        summary=meta.get("og:description") or meta.get("description"),
        modified=_modified(tree, meta, linked),
        keywords=_keywords(linked.get("keywords")),
        signature=_signature(head_title.text() if head_title else None),
        page=plain(head_title.text()) if head_title else None,
    )


def _titles(linked: dict[str, Any], meta: dict[str, str], head: str | None) -> tuple[tuple[str, float], ...]:
    site = meta.get("og:site_name") or people(linked.get("publisher")) or ""
    stated = (
        (_unsigned(meta.get("og:title"), site), 1.2),
        (plain(unescape(str(linked.get("headline") or ""))), 0.6),
        (_unsigned(meta.get("twitter:title"), site), 0.1),
        (_unsigned(head, site) if meta.get("og:title") else _bare(_unsigned(head, site)), 0.1),
    )
    return tuple((title, weight) for title, weight in stated if title)


def _keywords(value: Any) -> tuple[str, ...]:
    """The keywords of a statement of them: a list, or names with commas between them."""
    names = re.split("[,،]", value) if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(text for one in names if isinstance(one, str) and (text := plain(unescape(one))))


def _signature(title: str | None) -> tuple[str, ...]:
    """The short parts of a title between bars, all but the longest."""
    parts = [part.strip() for part in _SIGNATURE.split(plain(title) or "")[::2]]
    longest = max(parts, key=len)
    return tuple(part for part in parts if part is not longest and 0 < len(part.split()) < _TITLE)


def _unsigned(title: str | None, site: str) -> str | None:
    """A title without the site's name at its end."""
    parts = _SIGNATURE.split(plain(title) or "")
    while len(parts) >= 3:
        last, bar = parts[-1].strip().casefold(), parts[-2].strip()
        if len(last.split()) >= _TITLE and len("".join(parts[:-2]).split()) < _TITLE:
            break  # the site's name comes first
        if bar not in _BARS and not (site and (last in site.casefold() or site.casefold() in last)):
            break
        parts = parts[:-2]
    return "".join(parts).strip() or None


def _bare(title: str | None) -> str | None:
    """The one title that a page states, without a few words of signature before or behind it."""
    parts = _SIGNATURE.split(title or "")
    longest = max(parts, key=len)
    others = [part for part in parts[::2] if part is not longest]
    return (
        longest.strip()
        if len(longest.split()) >= 4 and all(len(part.split()) <= 4 for part in others)
        else title
    )


def is_signed(title: str, bare: str) -> bool:
    """Whether a title is another one with a signature (the site's name, a section) behind or before it."""
    if len(bare) >= len(title) or len(bare.split()) < 3:
        return False
    if title.startswith(bare):
        return _SIGNED.match(title, len(bare)) is not None
    return title.endswith(bare) and _SIGNED_BEFORE.search(title[: -len(bare)]) is not None


def _meta(nodes: Iterable[LexborNode]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        attributes = node.attributes
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _json_ld(nodes: Iterable[LexborNode]) -> dict[str, Any]:
    best: dict[str, Any] = {}
    site: dict[str, Any] | None = None
    for node in nodes:
        for thing in _things(_loads(node.text_content or node.text())):
            types = thing.get("@type") or ()
            names = [types] if isinstance(types, str) else types
            site = thing if site is None and "WebSite" in names else site
            if any(isinstance(name, str) and name.lower() in _ARTICLES for name in names) and len(
                thing
            ) > len(best):
                best = thing
    return best if best.get("publisher") or not site else best | {"publisher": site}


def _loads(text: str) -> Any:
    if not text.lstrip().startswith(("{", "[")):
        text = _WRAPPING.sub("", text)
    try:
        return _DECODER.decode(text)
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
        "span[property~='dc:date']",
        "time[pubdate]",
        "abbr.published",
        "time.published",
        "article time[datetime]",
        "h1 ~ * time[datetime]",
        "time[datetime]",
        "[class*=ago][title]",  # "3 hours ago", as scripts write it
    ):
        node = tree.css_first(selector)
        if node is not None:
            attributes = node.attributes
            if found := parse(
                attributes.get("datetime") or attributes.get("content") or attributes.get("title")
            ):
                return found
    return None


def _zoned(day: date | None, tree: LexborHTMLParser) -> date | None:
    """A time with the zone that the page shows it in, where it is stated without one."""
    if not isinstance(day, datetime) or day.tzinfo:
        return day
    shown = (parse(node.attributes.get("datetime")) for node in tree.css("time[datetime]")[:_FEW])
    zoned = (one for one in shown if isinstance(one, datetime) and one.tzinfo)
    return next((one for one in zoned if one.replace(tzinfo=None) == day), day)


def _modified(tree: LexborHTMLParser, meta: dict[str, str], linked: dict[str, Any]) -> date | None:
    stated = (linked.get("dateModified"), *(meta.get(name) for name in _MODIFIED))
    if found := next((day for one in stated if (day := parse(one))), None):
        return found
    node = tree.css_first("[itemprop=dateModified], time.updated")
    return (
        parse(node.attributes.get("datetime") or node.attributes.get("content")) if node is not None else None
    )
