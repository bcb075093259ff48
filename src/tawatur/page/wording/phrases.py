"""The lists of phrases in the languages' `markers.toml`, of all languages together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tawatur.language import languages
from tawatur.outlets import fold

WORD = re.compile(r"(?!\d)[\w\u064b-\u065f\u0670\u0640\u200c\u200d]+")  # of a phrase
SIGNS = " \t:：-–—|*•▪■►▸▼▲▾▴◆◇★☆✦═~↙↓«»‹›<>→←،.#!؟?…"  # around a label or a name


def listed(name: str) -> Iterator[str]:
    """The phrases of one list of `markers.toml` in all languages, as they are written."""
    for spoken in languages():
        yield from spoken.data.get("markers", {}).get(name, ())


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words of one list of `markers.toml` in all languages, folded."""
    return frozenset(map(fold, listed(name)))


@cache
def folded_phrases(name: str) -> tuple[str, ...]:
    """The phrases of one list of `markers.toml` in all languages, folded, in their order."""
    return tuple(map(fold, listed(name)))


def names_one(name: str, words: str) -> bool:
    """Whether words have one of a list of `markers.toml` among them, or begin with one."""
    folded = fold(words)
    return not listed_words(name).isdisjoint(folded.split()) or f"{folded} ".startswith(openings(name))


def is_post(words: str) -> bool:
    """Whether words say what somebody is to an outlet, or which part of it: «مراسل الجهة», «مكتب بيروت»."""
    return names_one("posts", words) or names_one("desks", words)


@cache
def openings(name: str) -> tuple[str, ...]:
    """The phrases of a list of `markers.toml`, folded, as they open a line that goes on."""
    return tuple(phrase + " " for phrase in folded_phrases(name))
