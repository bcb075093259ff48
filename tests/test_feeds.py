"""Reading feeds: the cases of `tests/feeds`, what polling asks of a feed, and input that nobody meant as one.

A case gives a document (in one of the `frames`, if it names one; `repeated` as many `times`, `#` numbering them) with
its address, content type and encoding, and all that is to be read of it: what it does not mention is not there.
"""

from __future__ import annotations

import base64
import gzip
import json
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.sources import Entry, Feed, read_feed

HERE = "https://minaa.example/feed"
TABLES = [
    tomllib.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "feeds").glob("*.toml"))
]
FRAMES: dict[str, str] = {name: frame for table in TABLES for name, frame in table.get("frames", {}).items()}
CASES: list[dict[str, Any]] = [case for table in TABLES for case in table["case"]]


def document(case: dict[str, Any]) -> bytes:
    if "base64" in case:
        return base64.b64decode(case["base64"])
    text = case.get("document", "@@")
    text = text.replace(
        "@@", "".join(case["repeated"].replace("#", str(n)) for n in range(case.get("times", 0)))
    )
    data = FRAMES.get(case.get("frame", ""), "@@").replace("@@", text).encode(case.get("encoding", "utf-8"))
    return (gzip.compress(data) if case.get("packed") else data)[: case.get("cut")]


def facts(entry: Entry) -> dict[str, Any]:
    found = {
        "url": entry.url,
        "title": entry.title,
        "published": moment(entry.published),
        "text": bool(entry.text),
        "byline": entry.byline,
    }
    return {name: value for name, value in found.items() if value}


def moment(published: str | date | None) -> str | None:
    if isinstance(published, str):
        published = (datetime if "T" in published else date).fromisoformat(published)
    if isinstance(published, datetime) and published.tzinfo:
        return published.astimezone(UTC).isoformat()
    return published.isoformat() if published else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_feed_is_read_as_its_case_says(case: dict[str, Any]) -> None:
    feed = read_feed(document(case), url=case.get("url", HERE), content_type=case.get("content_type"))
    if case.get("no_feed"):
        assert feed is None
        return
    assert feed is not None
    assert feed.title == case.get("title", FRAMES["title"] if "frame" in case else None)
    assert list(feed.sitemaps) == case.get("sitemaps", [])
    assert (feed.ttl, feed.skip_hours, feed.skip_days) == (
        case.get("ttl"),
        frozenset(case.get("skip_hours", ())),
        frozenset(case.get("skip_days", ())),
    )
    assert len(feed.entries) == case.get("count", len(case.get("entries", ())))
    for entry, wanted in zip(feed.entries, case.get("entries", ()), strict="count" not in case):
        says, never = wanted.get("says", ""), wanted.get("never", "\0")
        assert says in (entry.text or "")
        assert never not in f"{entry.title} {entry.text}"
        named = {name: value for name, value in wanted.items() if name not in ("says", "never")}
        assert facts(entry) == named | (
            {"published": moment(named["published"])} if "published" in named else {}
        )


def test_the_cases_have_names_of_their_own() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) >= 150


def test_a_feed_may_be_made_without_its_wishes() -> None:
    assert Feed("صحيفة", ()) == Feed("صحيفة", (), (), None, frozenset(), frozenset())


@given(st.binary(max_size=400), st.sampled_from([None, "text/xml; charset=utf-16", "text/html; charset=nonsense", "application/json"]))  # fmt: skip
def test_no_bytes_break_the_reader(data: bytes, content_type: str | None) -> None:
    read_feed(data, url=HERE, content_type=content_type)


PIECES = [
    "<rss version='2.0'>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<rdf:RDF>", "<urlset>", "<sitemapindex>",
    "<channel>", "<item>", "</item>", "<entry>", "</entry>", "<url>", "<loc>", "</loc>", "<title>", "</title>", "<link>",
    "</link>", "<link href='http://[::'/>", "<a:b xmlns:a='x'>", "<x:y>", "<guid>", "</guid>", "<pubDate>", "</pubDate>",
    "<content type='xhtml'>", "<content type='image/png'>", "<source>", "</source>", "<image>", "<author>", "<svg>",
    "<ttl>", "</ttl>", "<media:content url='x'>", "<psc:chapter start='1'/>", "<georss:point>1 x</georss:point>",
    "<gml:pos>x</gml:pos>", "<itunes:explicit>", "<cc:license/>", "<enclosure/>", "<textinput>", "<!DOCTYPE rss [", "]>",
    "<!ENTITY a 'b'>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0'?>", "<?", "<![", "<!", "&", "&a;", "&#0;",
    "&#xD800;", "&#99999999;", "&#x110000;", "&nbsp;", "\0", "\x08", "\ud800", "9" * 30, "Mon, 01 Jan 9999 00:00:00 -2359",
    "https://minaa.example/1", "نص", "<p xml:base='http://['>", " a='", "\"", ">", "<",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(PIECES[:5]))
def test_no_markup_breaks_the_reader(pieces: list[str], root: str) -> None:
    read_feed((root + "".join(pieces)).encode("utf-8", "surrogatepass"), url=HERE)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("2026-03-01"),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "url", "x"]), inner),
    max_leaves=5,
)
FIELDS = ["id", "url", "external_url", "title", "content_html", "content_text", "summary", "date_published",
          "date_modified", "author", "authors"]  # fmt: skip


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), VALUES) | VALUES), VALUES)
def test_no_types_in_json_break_the_reader(items: list[Any], anything: Any) -> None:
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": items,
        "title": anything,
        "authors": anything,
    }
    assert read_feed(json.dumps(found).encode(), url=HERE) is not None


@pytest.mark.parametrize(
    "document",
    [
        "<rss><channel>" + "<item><title>خبر" * 5_000,
        "<rss><channel>" + "<a>" * 50_000,
        "<rss><channel><item><description>" + "<![CDATA[" * 50_000,
        "<rss><channel>" + "<!-- " * 50_000,
        "<?xml" * 100_000,
        "<!DOCTYPE " + "[" * 100_000,
        "<rss><channel><title>" + "&" * 300_000,
        "<rss><channel><title>" + "&#x0;" * 100_000,
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>" + "<div>" * 50_000,
        "<urlset>" + "<url>" * 100_000,
        '{"items": ' + "[" * 200_000,
        '{"version": "https://jsonfeed.org/version/1", "title": ' + "9" * 100_000,
        "<rss " + " ".join(f"a{n}='1'" for n in range(100_000)) + "><channel>",
        "<rss><channel>" + f"<item><link>{HERE}/1</link></item>" * 100_000 + "</channel></rss>",
    ],
    ids=lambda document: document[:40],
)
def test_monstrous_documents_break_nothing(document: str) -> None:
    feed = read_feed(document.encode(), url=HERE)
    assert feed is None or len(feed.entries) <= 1
