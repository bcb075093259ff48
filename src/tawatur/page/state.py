"""The text that a page's scripts carry as data, where the page itself is only drawn from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tawatur.page.blocks import blocks

_LITERAL = re.compile(r'"(?:[^"\\]|\\.){200,}"', re.S)
_OPENING = re.compile(r"[{\[]")
_DATA = re.compile(r"\s*(?:\w{1,8}:)?[{\[]")
_DECODER = json.JSONDecoder(strict=False)
_TRIES = 40
_LARGEST = 3_000_000
_DEEPEST = 30
_ENOUGH = 200  # letters
_SENTENCE = re.compile(r"[.!?؟。…۔।]")


def state_paragraphs(scripts: list[str]) -> list[str]:
    """The paragraphs of the longest running text in the scripts' data; none where they hold none.

    It stands there as one string of HTML, as the strings of a list, or as such a string inside another script.
    """
    best: list[str] = []
    for script in scripts:
        for value in _values(script):
            for found in _texts(value, 0):
                if sum(map(len, found)) > max(_ENOUGH, sum(map(len, best))):
                    best = found
    return best


def _values(script: str) -> Iterator[Any]:
    if len(script) > _LARGEST:
        return
    at, found = 0, False
    for _ in range(_TRIES):
        opening = _OPENING.search(script, at)
        if opening is None:
            break
        try:
            value, at = _DECODER.raw_decode(script, opening.start())
        except (ValueError, RecursionError):
            at = opening.end()
            continue
        found = True
        yield value
    if found:
        return
    for literal in _LITERAL.findall(script):
        try:
            yield json.loads(literal, strict=False)
        except ValueError:
            continue


def _texts(value: Any, depth: int) -> Iterator[list[str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if len(value) > _ENOUGH:
            yield from _in_string(value, depth)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one, depth + 1)
    elif isinstance(value, list):
        yield [text for one in value if (text := _paragraph(one))]
        for one in value:
            yield from _texts(one, depth + 1)


def _in_string(value: str, depth: int) -> Iterator[list[str]]:
    if _DATA.match(value):
        for inner in _values(value):
            yield from _texts(inner, depth + 1)
    elif "<p" in value or "<br" in value:
        yield [block.text for block in blocks(LexborHTMLParser(value)) if not block.link_share > 0.6]


def _paragraph(value: Any) -> str | None:
    """The text of one entry of a list of paragraphs."""
    if isinstance(value, dict):
        kind = value.get("type") or value.get("__typename") or value.get("tag") or "text"
        if not re.search(r"text|para|^p$|html", str(kind), re.I):
            return None
        value = next(
            (
                value[key]
                for key in ("text", "html", "content", "value", "body", "data")
                if isinstance(value.get(key), str)
            ),
            None,
        )
    if not isinstance(value, str) or len(value) < 30 or '":' in value or not _SENTENCE.search(value):
        return None
    if "<" in value:
        return " ".join(block.text for block in blocks(LexborHTMLParser(value))) or None
    return " ".join(value.split())
