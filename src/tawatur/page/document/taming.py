"""Markup that would keep a parser busy for minutes, made harmless before it is parsed."""

from __future__ import annotations

import re

# One tag with a hundred thousand attributes: HTML parsers compare each with all before it.
_MONSTROUS = 100_000
_NAME = re.compile(rb"<[a-zA-Z][\w-]*")
_TAG = re.compile(rb"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
# Tags that close themselves or by what follows: leaving them open nests nothing.
_FLAT = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option thead tbody tfoot "
    b"colgroup rp rt".split()
)
_STRUCTURE = re.compile(rb"</?(?!(?:p|br|h[1-6]|li|a|title|meta|script|head|body|html)\b)[a-zA-Z][^>]*>")
_STEP = 8_000  # bytes
_DEEPEST = 2_000
_MANY = 20_000  # tags; even if all of these are inside one another, a parser needs less than a second


def tamed(page: bytes) -> bytes:
    """The page without attributes of monstrous size, and without its structure where that is nested thousands deep."""
    page = _without_monsters(page)
    if _may_be_deep(page) and _depth(page) > _DEEPEST:
        page = _STRUCTURE.sub(b"\n", page)
    return page


def _without_monsters(page: bytes) -> bytes:
    kept, done, half = [], 0, _MONSTROUS // 2
    for at in range(0, len(page), half):
        # Every monster covers one such stretch in which there is no bracket.
        if at < done or page.find(b"<", at, at + half) >= 0 or page.find(b">", at, at + half) >= 0:
            continue
        start, end = page.rfind(b"<", done, at), page.find(b">", at)
        name = _NAME.match(page, start) if start >= 0 else None
        if (
            name
            and end - start > _MONSTROUS
            and page.find(b">", start, at) < 0
            and page.find(b"<", at, end) < 0
        ):
            kept += [page[done:start], name[0], b">"]
            done = end + 1
    return b"".join(kept) + page[done:] if kept else page


def _may_be_deep(page: bytes) -> bool:
    """A bound that is quick to see: tags opened less tags closed, where all are taken to need closing."""
    if page.count(b"<") < _MANY:
        return False
    balance = 0
    for at in range(0, len(page), _STEP):
        balance += page.count(b"<", at, at + _STEP) - 2 * page.count(b"</", at, at + _STEP)
        if balance > _DEEPEST:
            return True
    return False


def _depth(page: bytes) -> int:
    """How deep tags are nested at the most, closing tags taken at their word."""
    depth = deepest = 0
    for closing, name, empty in _TAG.findall(page):
        if empty or name.lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
