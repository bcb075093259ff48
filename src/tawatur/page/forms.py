"""Boxes set into a text that ask for the reader's address: newsletters."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

_BOXES = ("div", "section", "aside", "figure")
_LONGEST = 300  # letters of a box: what holds more is no box
_NAME = "newsletter"  # of a class that the reader knows


def mark_newsletters(tree: LexborHTMLParser) -> None:
    """Name the box around each form that asks for an address as what it is, whatever its class says."""
    for field in tree.tags("input"):
        asks = field.attributes.get("type") == "email"
        if asks and (box := _box(field)):
            box.attrs["class"] = f"{box.attributes.get('class') or ''} {_NAME}".strip()


def _box(field: LexborNode) -> LexborNode | None:
    """The outermost box around a field that holds little text."""
    found, node = None, field.parent
    while node is not None and node.tag != "body":
        if len(node.text()) > _LONGEST:
            break
        if node.tag in _BOXES:
            found = node
        node = node.parent
    return found
