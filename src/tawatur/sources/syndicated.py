"""RSS, Atom and RDF, by feedparser."""

from __future__ import annotations

import io
import re
from calendar import timegm
from datetime import UTC, date, datetime
from typing import Any

import feedparser

from tawatur.sources.entries import Entry, Feed, feed_of
from tawatur.sources.values import LAST_EMPTY_YEAR, address, but, literal, moment, paragraphs, plain

_PREFIXED = re.compile(r"</?(?!dc:|content:)\w+:\w+[^<>]*>")
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.S)
# What feedparser leaves of a mail address in a top-level domain of more than four letters.
_REST = re.compile(r"^[a-z]*\s*(?:\(|$)|\)$")
_SHOWN = ("text/plain", "text/html", "application/xhtml+xml")
_PERIODS = {"hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def syndicated(document: str, url: str) -> Feed | None:
    """The feed in a mended document; None where it is none."""
    found = _parsed(document, url)
    if found is None:
        return None
    title, channel = _title(found.feed, found.version), _CDATA.sub("", document)
    if not found.entries and not title and found.version in ("", "atom"):  # some XML with a root of that name
        return None
    return feed_of(
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
    url = address(_links(one), base)
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


def _title(one: Any, version: str) -> str | None:
    if version.startswith("atom") and (one.get("title_detail") or {}).get("type") == "text/plain":
        return literal(one.get("title"))
    return plain(one.get("title"))


def _body(one: Any, version: str) -> str | None:
    for part in (
        *(one.get("content") or ()),
        {**(one.get("summary_detail") or {}), "value": one.get("summary")},
    ):
        kind = part.get("type") or "text/html"
        value: str = part.get("value") or ""
        if kind in _SHOWN and plain(value):
            return paragraphs(value) if version.startswith("atom") and kind == "text/plain" else value
    return None


def _byline(one: Any, found: Any) -> str | None:
    atom = found.version.startswith("atom")
    # Of the formats only Atom (RFC 4287, section 4.2.1) lets an entry take its author from the feed.
    for place in (one, one.get("source") or {}, found.feed) if atom else (one,):
        names = [
            plain(
                author.get("name")
                if atom or not author.get("email")
                else _REST.sub("", author.get("name", ""))
            )
            for author in place.get("authors", ())
        ]
        if any(names):
            return but(_title(found.feed, found.version), names)
    return None


def _dated(one: Any, language: str, *keys: str) -> date | None:
    for key in keys:
        # Asked for what it lacks, feedparser's own `get` warns and gives another date.
        text, stamp = str(dict.get(one, key, "")), dict.get(one, f"{key}_parsed")
        if stated := moment(text, language):
            return stated
        if stamp and stamp[0] > LAST_EMPTY_YEAR:
            exact = datetime.fromtimestamp(timegm(stamp), UTC)
            return exact if ":" in text or re.search(r"T\d", text) else exact.date()
    return None
