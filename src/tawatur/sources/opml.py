"""OPML: lists of feeds, as feed readers exchange them."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from tawatur.language.text import xml_safe
from tawatur.model import Source


def read_opml(data: bytes) -> list[Source]:
    """The feeds of an OPML list, in order. Raises ValueError where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not an OPML list: {error}") from error
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise ValueError("not an OPML list")
    return [
        Source(url=address.strip(), kind="feed", outlet=(node.get("title") or node.get("text")))
        for node in root.iter("outline")
        if (address := node.get("xmlUrl"))
    ]


def write_opml(sources: Iterable[Source]) -> bytes:
    """Sources as an OPML 2.0 list, which feed readers and `read_opml` take."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "Tawatur"
    body = etree.SubElement(root, "body")
    for source in sources:
        name = xml_safe(source.outlet or "").strip() or xml_safe(source.url)
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=xml_safe(source.url))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
