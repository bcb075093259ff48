"""Markup that would keep a parser busy for minutes, made harmless before it is parsed."""

from __future__ import annotations

import re

# One tag with a hundred thousand attributes: HTML parsers compare each with all before it.
_MONSTER = re.compile(r"(<[a-zA-Z][\w-]*)[^<>]{100000,}>")
_HALF_MONSTER = 50_000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
# Tags that close themselves or by what follows: leaving them open nests nothing.
_FLAT = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li",
     "td", "tr", "th", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "rp", "rt"]
)  # fmt: skip
_STRUCTURE = re.compile(r"</?(?!(?:p|br|h[1-6]|li|a|title|meta|script|head|body|html)\b)[a-zA-Z][^>]*>")
_STEP = 8_000  # letters
_DEEPEST = 2_000
_MANY = 20_000  # tags; even if all of these are inside one another, a parser needs less than a second


def tamed(page: str) -> str:
    """The page without attributes of monstrous size, and without its structure where that is nested thousands deep."""
    if _may_hold_monster(page):
        page = _MONSTER.sub(r"\1>", page)
    if _may_be_deep(page) and _depth(page) > _DEEPEST:
        page = _STRUCTURE.sub("\n", page)
    return page


def _may_hold_monster(page: str) -> bool:
    """Whether a stretch half as long as a monster has no bracket: every monster covers one such stretch."""
    starts = range(0, len(page) - _HALF_MONSTER + 1, _HALF_MONSTER)
    ends = [(at, at + _HALF_MONSTER) for at in starts]
    return any(page.find("<", *end) < 0 and page.find(">", *end) < 0 for end in ends)


def _may_be_deep(page: str) -> bool:
    """A bound that is quick to see: tags opened less tags closed, where all are taken to need closing."""
    if page.count("<") < _MANY:
        return False
    balance = 0
    for at in range(0, len(page), _STEP):
        balance += page.count("<", at, at + _STEP) - 2 * page.count("</", at, at + _STEP)
        if balance > _DEEPEST:
            return True
    return False


def _depth(page: str) -> int:
    """How deep tags are nested at the most, closing tags taken at their word."""
    depth = deepest = 0
    for closing, name, empty in _TAG.findall(page):
        if empty or name.lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
