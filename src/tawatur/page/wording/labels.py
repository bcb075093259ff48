"""The table of labels: what a line may be by the word that it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Literal, NamedTuple

from tawatur.language import languages
from tawatur.outlets import fold
from tawatur.page.wording.credits import credit_names
from tawatur.page.wording.notices import notice_openers
from tawatur.page.wording.phrases import WORD, folded_phrases

What = Literal[
    "credit", "read_also", "similar", "keywords", "frame", "byline", "end", "stamp", "notice", "correction"
]
# The lists of `markers.toml` and what their phrases open; of two that have the same phrase the later one.
_LISTS: dict[str, What] = {
    "published": "stamp", "modified": "stamp", "read_also": "read_also", "similar": "similar", "credit": "credit",
    "keywords": "keywords", "byline": "byline", "frame": "frame", "end": "end",
}  # fmt: skip
_OF_HEADLINES = ("read_also", "similar")
_HEAD = 60  # letters of a line in which its first word stands
_NEVER = re.compile(r"(?!)")


class Phrase(NamedTuple):
    """A label of the lists, and what it opens."""

    pattern: re.Pattern[str]
    what: What
    several: bool  # it has several words


class Opening(NamedTuple):
    """What a line may be that begins with a certain word."""

    is_notice: bool
    phrases: tuple[Phrase, ...]  # one that matches nothing where only a credit name begins so


NOTHING = Opening(False, ())


def opening_of(line: str) -> Opening:
    """What a line may be by its first word, which may stand behind signs and figures."""
    return _opened_by(line[:_HEAD].partition(" ")[0]) or _opened_by(line[:_HEAD]) or NOTHING


@lru_cache(maxsize=32_768)
def _opened_by(head: str) -> Opening | None:
    """What a line may be that begins so; None where the head has no word."""
    first = WORD.search(head)
    if first is None:
        return None
    folded = fold(first[0])
    phrases = tuple(_compiled(phrase, what) for phrase, what in _phrases().get(folded, ()))
    if not phrases and folded in _credit_openers():
        phrases = (Phrase(_NEVER, "credit", False),)
    is_notice = folded in notice_openers()
    return Opening(is_notice, phrases) if phrases or is_notice else NOTHING


def _compiled(phrase: str, what: What) -> Phrase:
    words = re.escape(phrase).replace(r"\ ", r"\s+")
    return Phrase(re.compile(r"\W{0,4}(?:\d+\W{1,3})?" + words + r"(?!\w)"), what, " " in phrase)


@cache
def _phrases() -> dict[str, list[tuple[str, What]]]:
    """By their first word: the phrases, the longest first, and what each opens."""
    found: dict[str, What] = dict.fromkeys(_combined(), "similar")
    for name, what in _LISTS.items():
        found |= dict.fromkeys(folded_phrases(name), what)
        if what in _OF_HEADLINES:  # words of a label that a template parts by their look only
            found |= dict.fromkeys((phrase.replace(" ", "") for phrase in folded_phrases(name)), what)
    by_word: dict[str, list[tuple[str, What]]] = {}
    for phrase, what in sorted(found.items(), key=lambda pair: -len(pair[0])):
        by_word.setdefault(WORD.findall(phrase)[0], []).append((phrase, what))
    return by_word


def _combined() -> Iterator[str]:
    """The labels of similar headlines that two words make, each of a list of its own: "related stories"."""
    for spoken in languages():
        lists = spoken.data.get("markers", {})
        pairs = product(lists.get("similar_first", ()), lists.get("similar_second", ()))
        yield from (fold(" ".join(pair)) for pair in pairs)


@cache
def _credit_openers() -> frozenset[str]:
    return frozenset(WORD.findall(name)[0] for name in credit_names())
