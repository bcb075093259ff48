"""The words that open a credit, a read-also link, a list of keywords or similar headlines, or a frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tawatur.language import languages
from tawatur.outlets import fold

What = Literal["credit", "read_also", "similar", "keywords", "frame", "byline", "end"]
_ORDER: tuple[What, ...] = ("read_also", "similar", "credit", "keywords", "byline", "frame", "end")
_FIRST = re.compile(r"[\w\u064b-\u065f\u0670\u0640\u200c\u200d]+")
_NEVER = re.compile(r"(?!)")
_TRIM = " \t:：-–—|*•▪■►«»،.#!؟?…"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line, and what stands after it on the line."""

    what: What
    rest: str
    with_colon: bool


@cache
def _phrases() -> dict[str, list[tuple[re.Pattern[str], What]]]:
    """By their first word: the patterns of the phrases, the longest first, and what each opens."""
    found: dict[str, What] = {}
    for what in _ORDER:
        for spoken in languages():
            found |= {fold(phrase): what for phrase in spoken.data.get("markers", {}).get(what, ())}
    by_word: dict[str, list[tuple[re.Pattern[str], What]]] = {}
    for phrase, what in sorted(found.items(), key=lambda pair: -len(pair[0])):
        pattern = re.compile(r"\W{0,4}" + re.escape(phrase).replace(r"\ ", r"\s+") + r"(?!\w)")
        by_word.setdefault(_FIRST.findall(phrase)[0], []).append((pattern, what))
    return by_word


@cache
def _credit_names() -> frozenset[str]:
    return frozenset(
        fold(name) for spoken in languages() for name in spoken.data["markers"].get("credit_names", ())
    )


@lru_cache(maxsize=32_768)
def _opened_by(word: str) -> tuple[tuple[re.Pattern[str], What], ...]:
    """The patterns of the phrases that begin with this word; one that matches nothing where only a credit name does."""
    folded = fold(word)
    if patterns := _phrases().get(folded):
        return tuple(patterns)
    return ((_NEVER, "credit"),) if folded in {_FIRST.findall(name)[0] for name in _credit_names()} else ()


def marker(line: str) -> Marker | None:
    """The marker that opens this line of a page; None where the words only begin a sentence.

    A marker is the whole line, or is followed by a colon, or (credits and frames) leaves a short rest.
    """
    if len(line) > 300 or not (first := _FIRST.search(line)) or not (patterns := _opened_by(first[0])):
        return None
    folded = fold(line)
    if folded.strip(_TRIM) in _credit_names():
        return Marker("credit", line.strip(_TRIM), False)
    for pattern, what in patterns:
        found = pattern.match(folded)
        if not found:
            continue
        tail = folded[found.end() :]
        colon = re.match(r"\s*[:：|.…]", tail) is not None
        rest = _rest(line, len(tail))
        if not rest.strip(_TRIM):
            return Marker(what, "", colon)
        if colon and what not in ("frame", "end") and not (what == "credit" and len(rest) > 120):
            return Marker(what, rest.strip(" \t:：|.…"), True)
        if (
            what in ("frame", "end")
            and len(rest.split()) <= 3
            and not rest.rstrip().endswith((".", "؟"))
            and len(line) < 40
        ):
            return Marker(what, rest, colon)
        return None
    return None


def _rest(line: str, length: int) -> str:
    """The end of `line` that folds to `length` characters."""
    at = len(line)
    count = 0
    while at > 0 and count < length:
        at -= 1
        count += len(fold(line[at]))
    return line[at:]
