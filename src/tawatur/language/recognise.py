"""The names in a text: places by the gazetteer, persons and organisations by how they are written.

Where names have capitals, capitals tell them. Where they have none, a name is a word that is no ordinary word of the
language, or one that follows a given name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.language.gazetteer import gazetteer
from tawatur.language.names import skeleton
from tawatur.language.registry import Language
from tawatur.language.weights import rare

_CAPITALISED = re.compile(r"(?<![.!?\"“]\s)(?<!^)\b(?:al-|el-)?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?\b", re.M)


@dataclass(frozen=True, slots=True)
class Names:
    """What a text names: persons and organisations as the skeletons of their words, and places by their ids."""

    others: frozenset[str]
    places: frozenset[str]


def recognise(parts: Sequence[str], runs: Sequence[Sequence[str]], spoken: Language) -> Names:
    """The names in the parts (title, paragraphs) of a text; `runs` are the normalised words of each part."""
    others: set[str] = set()
    places: set[str] = set()
    for part, folded in zip(parts, runs, strict=True):
        found = gazetteer(spoken).find(folded)
        places.update(place for _, _, place in found)
        taken = {at for first, end, _ in found for at in range(first, end)}
        if spoken.is_known is None:
            others.update(_capitalised(part, {folded[at] for at in taken}, spoken))
        else:
            others.update(_uncommon(folded, taken, spoken))
    return Names(frozenset(key for key in others if len(key) >= 2), frozenset(places))


def _capitalised(part: str, taken: set[str], spoken: Language) -> Iterator[str]:
    for word in dict.fromkeys(_CAPITALISED.findall(part)):
        plain = spoken.normalise(word)
        if plain not in taken and plain not in _calendar(spoken) and rare(spoken.stem(plain), spoken.code):
            yield skeleton(word)


def _uncommon(folded: Sequence[str], taken: set[int], spoken: Language) -> Iterator[str]:
    after_given = False
    for at, word in enumerate(folded):
        standing = "none" if at in taken else _standing(word, spoken)
        if standing in ("given", "name") or (standing == "ordinary" and after_given):
            yield skeleton(word)
        after_given = standing == "given"


@lru_cache(maxsize=200_000)
def _standing(word: str, spoken: Language) -> str:
    """What a normalised word is: a "given" name, another "name", an "ordinary" word, or "none" that could be one."""
    assert spoken.is_known is not None
    if word in spoken.stopwords or not word.isalpha():
        return "none"
    given = _given(spoken)
    # الخميس is a day, though خميس is a name too.
    if word in given or any(
        form in given and "ال" + form not in spoken.forms(word)
        for form in spoken.forms(word)
        if form != word and len(form) > 3
    ):
        return "given"
    return "ordinary" if spoken.is_known(word) else "name"


@cache
def _given(spoken: Language) -> frozenset[str]:
    return frozenset(map(spoken.normalise, spoken.data.get("given_names", ())))


@cache
def _calendar(spoken: Language) -> frozenset[str]:
    """The words for months and days of the week, which some languages write with a capital as names are."""
    dates = spoken.data.get("dates", {})
    lists = [words for part in ("months", "weekdays") for words in dates.get(part, {}).values()]
    return frozenset(spoken.normalise(word) for words in lists for word in words)
