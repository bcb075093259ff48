"""Small elements with a field to write in, which ask for something: an address, a search, a comment."""

from __future__ import annotations

from collections.abc import Set

from selectolax.lexbor import LexborHTMLParser, LexborNode

_FIELDS = "input[type=email i], input[type=text i], input:not([type])"
_MANY = 30  # fields that are looked at: a page has few
_LONGEST = 400  # letters of what holds a field and is hidden
_BOXES = ("div", "section", "aside", "figure")
_LONGEST_BOX = 300  # letters of a box that asks for an address: what holds more is no box
_OUTERMOST = 30  # elements around a field that are looked at
_NAME = "newsletter"  # of a class that the reader knows


def mark_forms(tree: LexborHTMLParser, kept: Set[int]) -> None:
    """Hide what holds a field, but for the nodes `kept`; a box around a field for an address is one of a newsletter, whatever its class says."""
    fields = tree.css(_FIELDS)[:_MANY]
    for field in fields:
        if field.attributes.get("type") == "email" and (box := _box(field)):
            box.attrs["class"] = f"{box.attributes.get('class') or ''} {_NAME}".strip()
    holders = {holder.mem_id: holder for field in fields if (holder := field.parent) is not None}
    for identity, holder in holders.items():
        if identity not in kept and len(holder.text()) < _LONGEST:
            holder.attrs["hidden"] = ""


def _box(field: LexborNode) -> LexborNode | None:
    """The outermost box around a field that holds little text."""
    found, node = None, field.parent
    for _ in range(_OUTERMOST):
        if node is None or node.tag == "body" or len(node.text()) > _LONGEST_BOX:
            break
        if node.tag in _BOXES:
            found = node
        node = node.parent
    return found
