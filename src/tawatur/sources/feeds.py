"""Feeds: RSS, Atom, RDF and JSON Feed as lists of links, and news sitemaps beside them."""

from __future__ import annotations

import html
import html.entities
import io
import json
import re
import zlib
from calendar import timegm
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.sax.saxutils import escape

import feedparser
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tawatur.dates import parse, publication_date
from tawatur.page.charset import utf8
from tawatur.page.metadata import people

_LARGEST = 50_000_000
_MOST_ENTRIES = 5_000
_MOST_PARSED = 10_000  # some of which may be the same, or lead nowhere
_MOST_SITEMAPS = 100
_LONGEST_DATE = 100
_LAST_EMPTY_YEAR = 1970  # systems write their zero for "no date": the year 1, or 1970
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(f"{_CONTROL.pattern}|[\t\r\n]")
# What stands before the root of a feed: the prolog with its DTD, of which nothing is used, and the warnings of servers.
_ROOT = re.compile(
    r"(?>[^<]+|</?(?:br|b|p|i|strong)\b[^<>]*>|<\?.*?\?>|<!--.*?-->|<!doctype(?!\s+html)[^\[>]*(?:\[.*?\]\s*)?>|<!(?:entity|element|attlist|notation)[^>]*>|\]>)*+"
    r"(?P<root><(?:[\w.-]+:)?(?P<kind>rss|feed|rdf|channel|urlset|sitemapindex)(?=[\s/>]))",
    re.I | re.S,
)
_REPAIRED = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:#(?P<code>x[\da-f]+|\d+);|(?P<name>\w+);)?",
    re.I | re.S,
)
_PREFIXED = re.compile(r"</?(?!dc:|content:)\w+:\w+[^<>]*>")
_UNCLOSED = re.compile(
    r"<(title|link|guid|pubdate)>([^<]*)(?=<(?!/\1)/?(?:title|link|guid|pubdate|description|item|entry)\b)",
    re.I,
)
_LONG_TAG = re.compile(r"<(?P<name>[\w:.-]+)\s[^<>]{5000,}>")
_MOST_ATTRIBUTES = 200
_ENTRY_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.I)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.S)
# What feedparser leaves of a mail address in a top-level domain of more than four letters.
_REST = re.compile(r"^[a-z]*\s*(?:\(|$)|\)$")
_PREDEFINED = ("lt", "gt", "amp", "quot", "apos")
_LATIN = re.compile(r"charset\s*=\s*[\"']?(?:iso-?8859-1|latin-?1|us-ascii|windows-1252)\b", re.I)
_SHOWN = ("text/plain", "text/html", "application/xhtml+xml")
_OFFSET = re.compile(
    r"(?P<clock>\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]m)?)\s*(?:GMT|UTC?)?\s*(?P<hours>[+-]\d{2}):?(?P<minutes>\d{2})?(?![\d:])",
    re.I,
)
_ZONES = {
    "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3, "GST": 4, "PKT": 5,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_ZONE = re.compile(rf"(?<=\d)\s+({'|'.join(_ZONES)})$")
_PERIODS = {"hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: where its article stands and what the feed itself says of it; `text` is HTML.

    `modified` is when it was changed last.
    """

    url: str
    title: str | None = None
    published: date | None = None
    text: str | None = None
    byline: str | None = None
    modified: date | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or sitemap that was read: its title, its entries, and (of a sitemap index) more sitemaps.

    `ttl` is how many minutes the feed asks to be left alone, by its `ttl` or its `sy:updatePeriod`; None where it asks
    for nothing. In `skip_hours` (0 to 23, UTC) and on `skip_days` (0 is Monday) it asks not to be read.
    """

    title: str | None
    entries: tuple[Entry, ...]
    sitemaps: tuple[str, ...] = ()
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


def read_feed(data: bytes, *, url: str, content_type: str | None = None) -> Feed | None:
    """Read a feed or a sitemap; None where the document is neither. Broken ones give what can be read.

    Entries that lead to no page are left out, such as those with nothing but a sound file, and of two with one address
    the second is.
    """
    text = _text(_unpacked(data), content_type)
    if text.startswith("{"):
        return _json_feed(text, url)
    start = _ROOT.match(text)
    if start is None:
        return None
    document = _UNCLOSED.sub(r"<\1>\2</\1>", _REPAIRED.sub(_repair, text[start.start("root") :]))
    document = _shortened(_LONG_TAG.sub(_few_attributes, document))
    if start["kind"].lower() in ("urlset", "sitemapindex"):
        return _sitemap(document, url)
    return _syndicated(document, url)


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
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    unpacked = bytearray()
    try:
        # A bomb unpacks no further than the limit; of a damaged file, what stands before the damage is read.
        for start in range(0, len(data), 4096):
            unpacked += unpacker.decompress(data[start : start + 4096], _LARGEST)
            if len(unpacked) > _LARGEST:
                break
    except zlib.error:
        pass
    return bytes(unpacked[:_LARGEST])


def _text(data: bytes, content_type: str | None) -> str:
    if data.startswith((b"<\0?\0", b"<\0r\0", b"<\0f\0", b"{\0")):
        data = b"\xff\xfe" + data
    elif data.startswith((b"\0<\0", b"\0{\0")):
        data = b"\xfe\xff" + data
    header = content_type or ""
    # Servers label what they know nothing about as Latin 1: the document's own word is better.
    if b"encoding" in data[:200] and _LATIN.search(header):
        header = ""
    text = utf8(data, f"{header}; charset=utf-8").decode("utf-8", "replace")
    return _CONTROL.sub("", text).lstrip("\ufeff \t\r\n")


def _repair(found: re.Match[str]) -> str:
    """A reference that XML knows, in place of one that only HTML or a DTD does; character data closed, no comment."""
    whole = found[0]
    if whole.startswith("<!["):
        return whole if whole.endswith("]]>") else whole + "]]>"
    if whole.startswith("<!"):
        return ""
    if code := found["code"]:
        number = 0 if len(code) > 9 else int("0" + code, 16) if code[0] in "xX" else int(code)
        return whole if 31 < number < 0xD800 or 0xDFFF < number < 0x110000 or number in (9, 10, 13) else ""
    if (name := found["name"]) is None:
        return "&amp;"
    return whole if name in _PREDEFINED else escape(html.entities.html5.get(f"{name};", whole))


def _few_attributes(tag: re.Match[str]) -> str:
    """A tag; without its attributes, where it has so many that a parser would take minutes over them."""
    return tag[0] if tag[0].count("=") <= _MOST_ATTRIBUTES else f"<{tag['name']}>"


def _shortened(document: str) -> str:
    """A feed without its last entries, where it has far more than are read."""
    ends = [end.end() for end in _ENTRY_END.finditer(document)]
    return document[: ends[_MOST_PARSED - 1]] + document[ends[-1] :] if len(ends) > _MOST_PARSED else document


def _feed(title: str | None, entries: Iterable[Entry | None], **more: Any) -> Feed:
    once: dict[str, Entry] = {}
    for entry in entries:
        if entry and len(once) < _MOST_ENTRIES:
            once.setdefault(entry.url, entry)
    return Feed(title, tuple(once.values()), **more)


def _syndicated(document: str, url: str) -> Feed | None:
    found = _parsed(document, url)
    if found is None:
        return None
    title, channel = _title(found.feed, found.version), _CDATA.sub("", document)
    if not found.entries and not title and found.version in ("", "atom"):  # some XML with a root of that name
        return None
    return _feed(
        title,
        (_entry(one, found, url) for one in found.entries),
        ttl=_ttl(found.feed),
        skip_hours=frozenset(
            int(hour) % 24
            for hour in _listed(channel, "skipHours", "hour")
            if re.fullmatch(r"1?\d|2[0-4]", hour)
        ),
        skip_days=frozenset(
            _DAYS.index(day.lower()) for day in _listed(channel, "skipDays", "day") if day.lower() in _DAYS
        ),
    )


def _parsed(document: str, url: str) -> Any:
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    # feedparser breaks on some elements of rarer namespaces (gml:pos where it stands alone): then without them.
    for attempt in (document, _PREFIXED.sub("", document)):
        try:
            return feedparser.parse(
                io.BytesIO(attempt.encode("utf-8")),
                response_headers=headers,
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except Exception:
            continue
    return None


def _ttl(feed: Any) -> int | None:
    ttl, period, times = (str(feed.get(key, "")) for key in ("ttl", "sy_updateperiod", "sy_updatefrequency"))
    if re.fullmatch(r"0*[1-9]\d{0,8}", ttl):
        return int(ttl)
    if not period and not times:
        return None
    minutes = _PERIODS.get(period.lower() or "daily")
    return minutes and max(1, minutes // (int(times) if re.fullmatch(r"[1-9]\d{0,8}", times) else 1))


def _listed(document: str, group: str, name: str) -> list[str]:
    found = re.search(rf"<{group}\s*>(.*?)</{group}\s*>", document, re.I | re.S)
    return re.findall(rf"<{name}\s*>\s*(\w+)", found[1], re.I) if found else []


def _entry(one: Any, found: Any, base: str) -> Entry | None:
    url = _address(_links(one), base)
    if url is None:
        return None
    language = str(found.feed.get("language") or "ar")
    return Entry(
        url=url,
        title=_title(one, found.version),
        published=_dated(one, language, "published", "updated", "created"),
        text=_body(one, found.version),
        byline=_byline(one, found),
        modified=_dated(one, language, "updated"),
    )


def _links(one: Any) -> list[Any]:
    """Where an entry may stand, best first: its page, the page in another form, a guid that is a link."""
    alternates = [link for link in one.get("links", ()) if link.get("rel", "").endswith("alternate")]
    pages = [link for link in alternates if link.get("type") in _SHOWN]
    own = one.get("link") or (one.get("id") if "link" in one or "guidislink" not in one else None)
    return [one.get("feedburner_origlink"), *(link.get("href") for link in pages + alternates), own]


def _address(links: Iterable[Any], base: str) -> str | None:
    """The first of some links that leads to a page, and not back to the feed."""
    for link in links:
        try:
            url = urljoin(base, _UNSEEN.sub("", link).strip()) if isinstance(link, str) else ""
            if url.startswith(("http:", "https:")) and urlsplit(url).hostname and urldefrag(url)[0] != base:
                return url
        except ValueError:
            continue
    return None


def _title(one: Any, version: str) -> str | None:
    if version.startswith("atom") and (one.get("title_detail") or {}).get("type") == "text/plain":
        return _literal(one.get("title"))
    return _plain(one.get("title"))


def _body(one: Any, version: str) -> str | None:
    for part in (
        *(one.get("content") or ()),
        {**(one.get("summary_detail") or {}), "value": one.get("summary")},
    ):
        kind = part.get("type") or "text/html"
        value: str = part.get("value") or ""
        if kind in _SHOWN and _plain(value):
            return _paragraphs(value) if version.startswith("atom") and kind == "text/plain" else value
    return None


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _byline(one: Any, found: Any) -> str | None:
    atom = found.version.startswith("atom")
    # Of the formats only Atom (RFC 4287, section 4.2.1) lets an entry take its author from the feed.
    for place in (one, one.get("source") or {}, found.feed) if atom else (one,):
        names = [
            _plain(
                author.get("name")
                if atom or not author.get("email")
                else _REST.sub("", author.get("name", ""))
            )
            for author in place.get("authors", ())
        ]
        if any(names):
            return _but(_title(found.feed, found.version), names)
    return None


def _but(outlet: str | None, names: Iterable[str | None]) -> str | None:
    """The names of the authors; an outlet's own name says of no article who wrote it."""
    return people([name for name in names if name != outlet])


def _dated(one: Any, language: str, *keys: str) -> date | None:
    for key in keys:
        # Asked for what it lacks, feedparser's own `get` warns and gives another date.
        text, stamp = str(dict.get(one, key, "")), dict.get(one, f"{key}_parsed")
        if moment := _moment(text, language):
            return moment
        if stamp and stamp[0] > _LAST_EMPTY_YEAR:
            exact = datetime.fromtimestamp(timegm(stamp), UTC)
            return exact if ":" in text or re.search(r"T\d", text) else exact.date()
    return None


def _moment(text: Any, language: str = "ar") -> date | None:
    """The moment that a feed states, by machine or in the words of its language."""
    if not isinstance(text, str) or len(text) > _LONGEST_DATE:
        return None
    text = _ZONE.sub(lambda zone: f" {_ZONES[zone[1]]:+03}00", text.strip())
    text = _OFFSET.sub(lambda at: f"{at['clock']} {at['hours']}{at['minutes'] or '00'}", text)
    try:
        twelve = re.search(r"\d\s*[ap]m\b", text, re.I)
        found = (None if twelve else parse(text)) or _in_words(text, "en" if twelve else language[:2].lower())
    except (ValueError, OverflowError):
        return None
    return found if found and found.year > _LAST_EMPTY_YEAR else None


def _in_words(text: str, language: str) -> date | None:
    if not re.search(r"\d{4}", text):
        return None
    found = publication_date(text, code=language) or publication_date(text, code="ar")
    offset = _OFFSET.search(text)
    if not offset or not isinstance(found, datetime) or found.tzinfo:
        return found
    hours, minutes = int(offset["hours"]), int(offset["hours"][0] + offset["minutes"])
    return found.replace(tzinfo=timezone(timedelta(hours=hours, minutes=minutes)))


def _json_feed(text: str, url: str) -> Feed | None:
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    items = found.get("items")
    if not isinstance(items, list):
        return None
    feed = _feed(
        _literal(found.get("title")),
        (_item(item, found, url) for item in items if isinstance(item, dict)),
    )
    return feed if feed.entries or "jsonfeed.org" in str(found.get("version")) else None


def _item(item: dict[str, Any], feed: dict[str, Any], base: str) -> Entry | None:
    identifier = item.get("id")
    own = identifier if isinstance(identifier, str) and identifier.startswith("http") else None
    url = _address((item.get("url"), item.get("external_url"), own), base)
    if url is None:
        return None
    plain = (item.get(key) for key in ("content_text", "summary"))
    bodies = (item.get("content_html"), *(_paragraphs(text) for text in plain if isinstance(text, str)))
    authors = (_names(one.get(key)) for one in (item, feed) for key in ("authors", "author"))
    return Entry(
        url=url,
        title=_literal(item.get("title")),
        published=_moment(item.get("date_published")) or _moment(item.get("date_modified")),
        text=next(
            (_CONTROL.sub("", body) for body in bodies if isinstance(body, str) and _plain(body)), None
        ),
        byline=_but(_literal(feed.get("title")), next(filter(None, authors), [])),
        modified=_moment(item.get("date_modified")),
    )


def _names(authors: Any) -> list[str]:
    listed = authors if isinstance(authors, list) else [authors]
    names = (_plain(one.get("name") if isinstance(one, dict) else one) for one in listed)
    return [name for name in names if name]


def _sitemap(document: str, url: str) -> Feed | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    root = etree.fromstring(document.encode("utf-8"), parser)
    if root is None:
        return None
    more = (_address((_said(node, "loc"),), url) for node in root.iterchildren("{*}sitemap"))
    return _feed(
        None,
        (_place(node, url) for node in root.iterchildren("{*}url")),
        sitemaps=tuple(dict.fromkeys(filter(None, more)))[:_MOST_SITEMAPS],
    )


def _place(node: etree._Element, base: str) -> Entry | None:
    url = _address((_said(node, "loc"),), base)
    published, modified = _moment(_said(node, "news", "publication_date")), _moment(_said(node, "lastmod"))
    title = _plain(_said(node, "news", "title"))
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


def _plain(value: Any) -> str | None:
    """The words of HTML on one line; None where it has none."""
    if not isinstance(value, str):
        return None
    value = _CONTROL.sub("", value)
    body = LexborHTMLParser(value).body if "<" in value or "&" in value else None
    return _line(body.text() if body else value)


def _literal(value: Any) -> str | None:
    """Plain text on one line, for the sake of many feeds with the references of HTML resolved."""
    return _line(_CONTROL.sub("", html.unescape(value))) if isinstance(value, str) else None


def _line(text: str) -> str | None:
    return re.sub(r"\s+", " ", text).strip() or None
