"""How alike two articles are, in one language and across two: a few telling features and their learned weights."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Container, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import exp, fsum, sqrt
from typing import Any, NamedTuple

from tawatur.language import Analysis, language
from tawatur.language.gazetteer import country_of
from tawatur.language.meaning import Opening, available, unit
from tawatur.language.names import skeleton
from tawatur.language.weights import cosine, vector, weight
from tawatur.trees import Tree, grown

_DAY = 86_400
_TITLE_COUNTS = 2
_PROBES = 25
_TELLING = 12
_LEAD = 10  # stems that stand for the headline of a text that has none
_TELLING_SOUND = 3  # consonants: shorter skeletons stand for too many words
_UNKNOWN = 0.5  # what is shared of nothing
_SAME_COUNTRY = 0.25
_LONG = 5  # letters of a skeleton, from which it tells no more
_PLACE = 3.0  # what a place weighs beside names
_MANY_NAMES = 8.0  # the weight of names, and the figures, that count a half of what any number of them counts
_MANY_FIGURES = 2.0
_BY_LENGTH = tuple(float(letters - 1) for letters in range(_LONG + 1))


class Features(NamedTuple):
    """What two texts share and what sets them apart, each from 0 (nothing) to 1 (all); across languages words share nothing.

    `text`        cosine of the weighted stems
    `headline`    the weight of one's headline that stands in the other's text, the greater and the lesser way round
    `telling`     of the twelve most telling stems of each those that the other has
    `names`       of the names of the text that has fewer those that the other has, by weight; a half where one has none.
                  Across languages a name may be any word of the other text that sounds alike
    `places`      likewise of the places; one in the same country as another of the other's counts a little
    `numbers`     likewise of the figures, nothing where one has none; `days` likewise, a half where one names none
    `meaning`     cosine of the vectors of both texts, and of one's headline with the other's text
    `near`        exp(-d² / 18) of the days d between them
    `common`      the weight w of the names and places that both have, as w / (w + 8)
    `alone`       likewise of those that the other has not, of the text that has less of them: what speaks against
    `figures_alone`  likewise the figures that the other has not, w / (w + 2)
    """

    text: float = 0.0
    headline: float = 0.0
    headlines: float = 0.0
    telling: float = 0.0
    names: float = 0.0
    places: float = 0.0
    numbers: float = 0.0
    days: float = 0.0
    meaning: float = 0.0
    headline_meaning: float = 0.0
    near: float = 1.0
    common: float = 0.0
    alone: float = 0.0
    figures_alone: float = 0.0


class Nearness(NamedTuple):
    """Cosines of the vectors of two openings, and of one's headline with the other's opening (the greater)."""

    opening: float
    headline_opening: float


class Worth(NamedTuple):
    """What stems and names are worth of their usual weight, from 0 to 1, where they are common in these days' news."""

    stems: Mapping[str, float] = {}
    names: Mapping[str, float] = {}


_USUAL = Worth()


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The vectors, of length one, of a headline and of a text."""

    headline: Any
    text: Any


@dataclass(frozen=True, eq=False)
class Outline:
    """What is compared of a text: its weighted stems, its headline's; names, places with their countries, figures, days."""

    language: str
    stems: Mapping[str, float]
    headline: Mapping[str, float]
    names: Mapping[str, float]
    places: Mapping[str, str]
    numbers: frozenset[str]
    days: frozenset[str]
    meaning: Vectors | None

    @cached_property
    def probes(self) -> Sequence[str]:
        """The 25 most telling stems, the most telling first."""
        weighed = sorted(zip(self.stems.values(), self.stems, strict=True), reverse=True)
        return [stem for _, stem in weighed[:_PROBES]]

    @property
    def telling(self) -> Sequence[str]:
        """The twelve most telling stems."""
        return self.probes[:_TELLING]

    @cached_property
    def named(self) -> Mapping[str, float]:
        """Names and places with what they weigh."""
        return {**self.names, **dict.fromkeys(self.places, _PLACE)}

    @cached_property
    def known(self) -> Set[str]:
        """Names and places, and the countries that these places lie in."""
        return {*self.names, *self.places, *self.places.values()}

    @property
    def heard(self) -> Set[str]:
        """What is known, and where the script does not tell names whatever sounds as one may."""
        return {*self.known, *self.sounds}

    @cached_property
    def sounds(self) -> Mapping[str, float]:
        """The names, and where the script does not tell names whatever may be one, as they sound."""
        if language(self.language).is_known is None:
            return self.names
        return {**self.names, **_by_length({skeleton(stem) for stem in self.stems})}


def outline(analysis: Analysis) -> Outline:
    """The outline of an analysed text."""
    counts = Counter(analysis.body)
    for stem in analysis.title:
        counts[stem] += _TITLE_COUNTS
    stems = vector(counts, analysis.language)
    found = analysis.meaning if available() else None  # a store may have been made where there was the extra
    return Outline(
        language=analysis.language,
        stems=stems,
        headline={stem: weight(stem, analysis.language) for stem in analysis.title or analysis.body[:_LEAD]},
        names=_by_length(analysis.names),
        places={place: country_of().get(place, "") for place in analysis.places},
        numbers=analysis.numbers,
        days=analysis.days,
        meaning=Vectors(unit(found.headline), unit(found.text)) if found else None,
    )


def _by_length(skeletons: Collection[str]) -> dict[str, float]:
    # One object for each weight: of every article in sight a hundred are remembered.
    return {key: _BY_LENGTH[min(len(key), _LONG)] for key in sorted(skeletons) if len(key) >= 2}


def features(one: Outline, other: Outline, seconds: float = 0.0, worth: Worth = _USUAL) -> Features:
    """Compare two outlines of articles that are so many seconds apart."""
    days = seconds / _DAY
    meaning = (*_meaning(one, other), exp(-days * days / 18), *_against(one, other, worth.names))
    named = _named(one, other, worth.names)
    if one.language != other.language:
        return Features(0.0, 0.0, 0.0, 0.0, *named, *meaning)
    there = _share(one.headline, other.stems, worth.stems)
    back = _share(other.headline, one.stems, worth.stems)
    text = _cosine(one.stems, other.stems, worth.stems)
    return Features(
        text, max(there, back), min(there, back), _telling(one, other, worth.stems), *named, *meaning
    )


def _cosine(one: Mapping[str, float], other: Mapping[str, float], worth: Mapping[str, float]) -> float:
    if not worth:
        return min(1.0, cosine(one, other))
    # fsum gives the same in whatever order a set comes.
    shared = fsum([one[stem] * other[stem] * worth.get(stem, 1.0) for stem in one.keys() & other.keys()])
    lost = fsum([(1 - worth[stem] ** 2) * one[stem] ** 2 for stem in worth.keys() & one.keys()])
    return min(1.0, shared / sqrt(max(1e-9, 1 - lost)))


def _telling(one: Outline, other: Outline, worth: Mapping[str, float]) -> float:
    total = shared = 0.0
    for stems, others in ((one.telling, other.stems), (other.telling, one.stems)):
        for stem in stems:
            value = worth.get(stem, 1.0)
            total += value
            if stem in others:
                shared += value
    return shared / total if total else 0.0


def _share(wanted: Mapping[str, float], present: Container[str], worth: Mapping[str, float]) -> float:
    total = shared = 0.0
    for key, value in wanted.items():
        value *= worth.get(key, 1.0)
        total += value
        if key in present:
            shared += value
    return shared / total if total else 0.0


def _named(one: Outline, other: Outline, worth: Mapping[str, float]) -> tuple[float, float, float, float]:
    figures = len(one.numbers & other.numbers) / (min(len(one.numbers), len(other.numbers)) or 1)
    if one.language == other.language:
        names, others = one.names, other.names
    else:
        names, others = (
            {key: value for key, value in outline.sounds.items() if len(key) >= _TELLING_SOUND}
            for outline in (one, other)
        )
    fewer, more = (names, others) if len(names) <= len(others) else (others, names)
    share = _share(fewer, more, worth) if fewer else _UNKNOWN
    days = (
        len(one.days & other.days) / min(len(one.days), len(other.days))
        if one.days and other.days
        else _UNKNOWN
    )
    return share, _same_places(one.places, other.places, worth), figures, days


def _same_places(one: Mapping[str, str], other: Mapping[str, str], worth: Mapping[str, float]) -> float:
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    if not fewer:
        return _UNKNOWN
    countries = set(more.values())
    total = shared = 0.0
    for place, country in fewer.items():
        value = worth.get(place, 1.0)
        total += value
        shared += value if place in more else value * _SAME_COUNTRY * (country in countries)
    return shared / total if total else _UNKNOWN


def _against(one: Outline, other: Outline, worth: Mapping[str, float]) -> tuple[float, float, float]:
    alike = one.language == other.language
    met, mine = _parted(one.named, other.known if alike else other.heard, worth)
    back, others = _parted(other.named, one.known if alike else one.heard, worth)
    figures = min(len(one.numbers - other.numbers), len(other.numbers - one.numbers))
    return (
        _much((met + back) / 2, _MANY_NAMES),
        _much(min(mine, others), _MANY_NAMES),
        _much(figures, _MANY_FIGURES),
    )


def _parted(named: Mapping[str, float], there: Set[str], worth: Mapping[str, float]) -> tuple[float, float]:
    """The weight of the names that are there, and of those that are not."""
    met = fsum([named[key] * worth.get(key, 1.0) for key in named.keys() & there])
    return met, fsum([named[key] * worth.get(key, 1.0) for key in named.keys() - there])


def _much(value: float, half: float) -> float:
    return value / (value + half)


def _meaning(one: Outline, other: Outline) -> tuple[float, float]:
    if one.meaning is None or other.meaning is None:
        return 0.0, 0.0
    mine, others = one.meaning, other.meaning
    return (
        max(0.0, float(mine.text @ others.text)),
        max(0.0, float(mine.headline @ others.text), float(others.headline @ mine.text)),
    )


def nearness(one: Opening, other: Opening) -> Nearness:
    """How near two texts are to the second encoder."""
    return Nearness(
        float(one.text @ other.text),
        max(float(one.headline @ other.text), float(other.headline @ one.text)),
    )


@cache
def _models() -> dict[str, Any]:
    """The learned weights and trees; see benchmarks/train_likeness.py."""
    found = dict(json.loads((files("tawatur.stories") / "weights.json").read_text("utf-8")))
    join = {
        where: {kind: placed(model) for kind, model in kinds.items()}
        for where, kinds in found["join"].items()
    }
    return found | {"join": join}


def placed(model: Sequence[Any]) -> tuple[float, list[Tree]]:
    """The constant of boosted trees as they are stored, of [feature, threshold, below, above] or a value, and the trees."""
    constant, *trees = model
    return constant, list(map(_tree, trees))


def _tree(stored: Any) -> Tree:
    if not isinstance(stored, list):
        return -1, stored
    name, threshold, below, above = stored
    return Features._fields.index(name), threshold, _tree(below), _tree(above)


def _model(kind: str, one: Outline, other: Outline) -> Any:
    where = "within" if one.language == other.language else "across"
    return _models()[kind][where]["words" if one.meaning is None or other.meaning is None else "semantic"]


def weighed(model: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The value of a linear model."""
    return model["constant"] + sum(worth * found[name] for name, worth in model.items() if name in found)


def similarity(one: Outline, other: Outline, near: Nearness | None = None) -> float:
    """How similar two articles are, from 0 (nothing in common) to 1 (the same story told alike).

    `near` is what the second encoder says of them, where it was asked (beside the first). Learned from people's judgements of
    news articles (Chen et al. 2022, SemEval-2022 task 8).
    """
    found = features(one, other)._asdict()
    if near is None:
        return within(weighed(_model("similar", one, other), found))
    return within(weighed(_model("similar_near", one, other), found | near._asdict()))


def within(value: float) -> float:
    """The value, no less than 0 and no more than 1."""
    return min(1.0, max(0.0, value))


def joining(one: Outline, other: Outline, found: Features) -> float:
    """The log odds that two articles belong to one story, by their features."""
    constant, trees = _model("join", one, other)
    return grown(trees, found, constant)
