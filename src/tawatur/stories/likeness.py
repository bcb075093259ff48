"""How alike two articles are, in one language and across two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tawatur.language import Analysis
from tawatur.language.weights import cosine, vector

_TITLE_COUNTS = 2


def article_vector(analysis: Analysis) -> dict[str, float]:
    """The weighted stems of an article, those of its title counted twice."""
    counts = Counter(analysis.body)
    for stem in analysis.title:
        counts[stem] += _TITLE_COUNTS
    return vector(counts, analysis.language)


def likeness(one: Analysis, other: Analysis) -> float:
    """From 0 (nothing in common) to 1 (the same words, or across languages all names and numbers)."""
    if one.language == other.language:
        return min(1.0, cosine(article_vector(one), article_vector(other)))
    return across(one, other)


def across(one: Analysis, other: Analysis) -> float:
    """Likeness over languages: the share of the telling names and numbers of one that the other has too.

    The language whose script marks names with capitals has the fewer names; its names are looked for.
    """
    fewer, more = sorted((one, other), key=lambda analysis: len(analysis.names))
    wanted = keys(fewer)
    total = sum(wanted.values())
    if len(wanted) < 4 or not total:
        return 0.0
    present = more.names | more.numbers
    shared = {key: worth for key, worth in wanted.items() if key in present}
    return sum(shared.values()) / total if len(shared) >= 3 else 0.0


def keys(analysis: Analysis) -> dict[str, float]:
    """The names (as consonant skeletons) and numbers of an article, with how much each tells."""
    return {key: float(min(len(key), 5) - 1) for key in _telling(analysis)}


def _telling(analysis: Analysis) -> Iterable[str]:
    yield from sorted(key for key in analysis.names if len(key) >= 3)
    yield from sorted(key for key in analysis.numbers if len(key) >= 2)
