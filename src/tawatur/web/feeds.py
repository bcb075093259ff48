"""Feeds out of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as tree

from tawatur.model import StorySummary

_ATOM = "http://www.w3.org/2005/Atom"


def stories_feed(stories: Sequence[StorySummary], base: str) -> bytes:
    """Stories as an Atom feed (RFC 4287)."""
    root = tree.Element("feed", {"xmlns": _ATOM})
    tree.SubElement(root, "title").text = "Tawatur"
    tree.SubElement(root, "id").text = base
    if stories:
        tree.SubElement(root, "updated").text = stories[0].last.isoformat()
    for story in stories:
        entry = tree.SubElement(root, "entry")
        tree.SubElement(entry, "title").text = story.title
        tree.SubElement(entry, "id").text = f"{base}story/{story.id}"
        tree.SubElement(entry, "link", {"href": f"{base}story/{story.id}"})
        tree.SubElement(entry, "updated").text = story.last.isoformat()
        tree.SubElement(entry, "summary").text = f"{story.reports} · {story.outlets} · {story.origins}"
    return bytes(tree.tostring(root, encoding="utf-8", xml_declaration=True))
