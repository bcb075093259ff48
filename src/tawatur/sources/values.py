"""The values of an entry in any format: addresses, words, authors, times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.sax.saxutils import escape

from selectolax.lexbor import LexborHTMLParser

from tawatur.dates import parse, publication_date
from tawatur.page.stated.people import people

_LONGEST_DATE = 100
LAST_EMPTY_YEAR = 1970  # systems write their zero for "no date": the year 1, or 1970
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(f"{CONTROL.pattern}|[\t\r\n]")
_OFFSET = re.compile(
    r"(?P<clock>\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]m)?)\s*(?:GMT|UTC?)?\s*(?P<hours>[+-]\d{2}):?(?P<minutes>\d{2})?(?![\d:])",
    re.I,
)
_ZONES = {
    "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3, "GST": 4, "PKT": 5,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_ZONE = re.compile(rf"(?<=\d)\s+({'|'.join(_ZONES)})$")


def address(links: Iterable[Any], base: str) -> str | None:
    """The first of some links that leads to a page, and not back to the feed."""
    for link in links:
        try:
            url = urljoin(base, _UNSEEN.sub("", link).strip()) if isinstance(link, str) else ""
            if url.startswith(("http:", "https:")) and urlsplit(url).hostname and urldefrag(url)[0] != base:
                return url
        except ValueError:
            continue
    return None


def paragraphs(text: str) -> str:
    """Plain text as HTML, each line a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def but(outlet: str | None, names: Iterable[str | None]) -> str | None:
    """The names of the authors; an outlet's own name says of no article who wrote it."""
    return people([name for name in names if name != outlet])


def moment(text: Any, language: str = "ar") -> date | None:
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
    return found if found and found.year > LAST_EMPTY_YEAR else None


def _in_words(text: str, language: str) -> date | None:
    if not re.search(r"\d{4}", text):
        return None
    found = publication_date(text, code=language) or publication_date(text, code="ar")
    offset = _OFFSET.search(text)
    if not offset or not isinstance(found, datetime) or found.tzinfo:
        return found
    hours, minutes = int(offset["hours"]), int(offset["hours"][0] + offset["minutes"])
    return found.replace(tzinfo=timezone(timedelta(hours=hours, minutes=minutes)))


def plain(value: Any) -> str | None:
    """The words of HTML on one line; None where it has none."""
    if not isinstance(value, str):
        return None
    value = CONTROL.sub("", value)
    body = LexborHTMLParser(value).body if "<" in value or "&" in value else None
    return _line(body.text() if body else value)


def literal(value: Any) -> str | None:
    """Plain text on one line, for the sake of many feeds with the references of HTML resolved."""
    return _line(CONTROL.sub("", html.unescape(value))) if isinstance(value, str) else None


def _line(text: str) -> str | None:
    return re.sub(r"\s+", " ", text).strip() or None
