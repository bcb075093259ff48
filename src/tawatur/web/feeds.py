"""Feeds out of the reader: Atom (RFC 4287) of any of its views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as tree

from tawatur.language.text import xml_safe
from tawatur.model import Report, StorySummary

_ATOM = "http://www.w3.org/2005/Atom"


def stories_feed(stories: Sequence[StorySummary], title: str, base: str, at: str) -> bytes:
    """Stories as a feed; `base` is the reader's address, `at` that of the feed."""
    return _feed(
        title,
        at,
        (
            (
                f"{base}story/{story.id}",
                story.title,
                story.last,
                f"{story.reports} · {story.outlets} · {story.origins}",
                story.first_reporter,
            )
            for story in stories
        ),
    )


def reports_feed(reports: Sequence[Report], title: str, base: str, at: str) -> bytes:
    """Reports as a feed, in the order given."""
    return _feed(
        title,
        at,
        (
            (
                f"{base}article/{report.id}",
                report.article.title or report.article.text[:80],
                report.time,
                report.article.text[:400],
                report.outlet,
            )
            for report in reports
        ),
    )


def _feed(title: str, at: str, entries: Iterable[tuple[str, str, datetime, str, str | None]]) -> bytes:
    found = list(entries)
    root = tree.Element("feed", {"xmlns": _ATOM})
    _add(root, "title", title)
    _add(root, "id", at)
    tree.SubElement(root, "link", {"rel": "self", "href": xml_safe(at)})
    _add(root, "updated", max((entry[2] for entry in found), default=datetime.now(UTC)).isoformat())
    for address, heading, time, summary, author in found:
        entry = tree.SubElement(root, "entry")
        _add(entry, "title", heading)
        _add(entry, "id", address)
        tree.SubElement(entry, "link", {"href": address})
        _add(entry, "updated", time.isoformat())
        _add(tree.SubElement(entry, "author"), "name", author or "?")
        _add(entry, "summary", summary)
    return bytes(tree.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: tree.Element, name: str, text: str) -> None:
    tree.SubElement(parent, name).text = xml_safe(text)
