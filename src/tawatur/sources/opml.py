"""OPML: lists of feeds, as feed readers exchange them."""

from __future__ import annotations

from lxml import etree

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
