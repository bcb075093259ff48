"""How alike two articles are, in one language and across two: a few telling features and their learned weights."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import exp, fsum, sqrt
from typing import Any, NamedTuple

from tawatur.language import Analysis, language
from tawatur.language.gazetteer import country_of
from tawatur.language.meaning import Opening, available, unit
from tawatur.language.names import skeleton
from tawatur.language.weights import TELLING, cosine, most_telling, vector, weight
from tawatur.trees import Tree, Trees

_DAY = 86_400
_PROBES = 25
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
        return list(most_telling(self.stems, _PROBES))

    @cached_property
    def telling(self) -> Mapping[str, float]:
        """The twelve most telling stems, each of which counts as much."""
        return dict.fromkeys(self.probes[:TELLING], 1.0)

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
    def sounding(self) -> Mapping[str, float]:
        """The sounds that are long enough to tell something in another language."""
        return {sound: weight for sound, weight in self.sounds.items() if len(sound) >= _TELLING_SOUND}

    @cached_property
    def sounds(self) -> Mapping[str, float]:
        """The names, and where the script does not tell names whatever may be one, as they sound."""
        if language(self.language).is_known is None:
            return self.names
        return {**self.names, **_by_length({skeleton(stem) for stem in self.stems})}


def outline(analysis: Analysis) -> Outline:
    """The outline of an analysed text."""
    found = analysis.meaning if available() else None  # a store may have been made where there was the extra
    return Outline(
        language=analysis.language,
        stems=vector(analysis.title, analysis.body, analysis.language),
        headline={stem: weight(stem, analysis.language) for stem in analysis.title or analysis.body[:_LEAD]},
        names=_by_length(analysis.names),
        places={place: country_of().get(place, "") for place in analysis.places},
        numbers=analysis.numbers,
        days=analysis.days,
        meaning=Vectors(unit(found.headline), unit(found.text)) if found else None,
    )


def _by_length(skeletons: Collection[str]) -> dict[str, float]:
    # One object for each weight: of every article in sight a hundred are remembered.
    return {key: _BY_LENGTH[min(len(key), _LONG)] for key in skeletons if len(key) >= 2}


def features(one: Outline, other: Outline, seconds: float = 0.0) -> Features:
    """Compare two outlines of articles that are so many seconds apart."""
    return Weighed(one).features(other, seconds)


class Weighed:
    """An outline that is compared with many others, its stems and names weighed by what they are worth these days.

    What has a worth other than the usual is in the outline.
    """

    def __init__(self, own: Outline, worth: Worth = _USUAL) -> None:
        self.own, self._worth = own, worth
        self._stems = _worthy(own.stems, worth.stems)
        self._headline = _worthy(own.headline, worth.stems)
        self._telling = _worthy(own.telling, worth.stems)
        self._names = _worthy(own.names, worth.names)
        self._named = _worthy(own.named, worth.names)
        # fsum, here and below, gives the same in whatever order a set comes.
        self._length = sqrt(max(1e-9, fsum([value * value for value in self._stems.values()])))

    @cached_property
    def _sounding(self) -> Mapping[str, float]:
        return _worthy(self.own.sounding, self._worth.names)

    def features(self, other: Outline, seconds: float = 0.0) -> Features:
        """Compare it with the outline of an article that is so many seconds away."""
        days = seconds / _DAY
        common, alone, figures = self._against(other)
        return self.shared(other)._replace(
            near=exp(-days * days / 18), common=common, alone=alone, figures_alone=figures
        )

    def shared(self, other: Outline) -> Features:
        """Compare only what both share: what sets them apart is not looked at."""
        own = self.own
        names = self._shared_names(other), _same_places(own.places, other.places, self._worth.names)
        figures = len(own.numbers & other.numbers) / (min(len(own.numbers), len(other.numbers)) or 1)
        rest = figures, _same_days(own.days, other.days), *_meaning(own, other)
        return Features(*self._words(other), *names, *rest)

    def _words(self, other: Outline) -> tuple[float, float, float, float]:
        own, worth = self.own, self._worth.stems
        if own.language != other.language:
            return 0.0, 0.0, 0.0, 0.0
        text = min(1.0, cosine(self._stems, other.stems) / self._length)
        there = _share(_parted(self._headline, other.stems.keys()))
        back = _share(_parted(other.headline, own.stems.keys(), worth))
        mine = _parted(self._telling, other.stems.keys())
        others = _parted(other.telling, own.stems.keys(), worth)
        return text, max(there, back), min(there, back), _share((mine[0] + others[0], mine[1] + others[1]))

    def _shared_names(self, other: Outline) -> float:
        alike = self.own.language == other.language
        mine, others = (self._names, other.names) if alike else (self._sounding, other.sounding)
        if not mine or not others:
            return _UNKNOWN
        if len(mine) <= len(others):
            return _share(_parted(mine, others.keys()))
        return _share(_parted(others, mine.keys(), self._worth.names))

    def _against(self, other: Outline) -> tuple[float, float, float]:
        own, alike = self.own, self.own.language == other.language
        met, mine = _parted(self._named, other.known if alike else other.heard)
        back, others = _parted(other.named, own.known if alike else own.heard, self._worth.names)
        figures = min(len(own.numbers - other.numbers), len(other.numbers - own.numbers))
        return (
            _much((met + back) / 2, _MANY_NAMES),
            _much(min(mine, others), _MANY_NAMES),
            _much(figures, _MANY_FIGURES),
        )


def _worthy(usual: Mapping[str, float], worth: Mapping[str, float]) -> Mapping[str, float]:
    if not worth:
        return usual
    return {**usual, **{key: usual[key] * worth[key] for key in usual.keys() & worth.keys()}}


def _parted(
    weights: Mapping[str, float], there: Set[str], worth: Mapping[str, float] = {}
) -> tuple[float, float]:
    """The weight of the keys that are there, at their worth, and of those that are not (and so have the usual worth)."""
    both = weights.keys() & there
    met = fsum(map(weights.__getitem__, both))
    missed = fsum(weights.values()) - met
    if worth:
        met = fsum([weights[key] * worth.get(key, 1.0) for key in both])
    return met, missed


def _share(parted: tuple[float, float]) -> float:
    met, missed = parted
    return met / (met + missed) if met else 0.0


def _same_days(one: Set[str], other: Set[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else _UNKNOWN


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


def placed(model: Sequence[Any]) -> Trees:
    """Boosted trees as they are stored: a constant, then trees of [feature, threshold, below, above] or a value."""
    constant, *trees = model
    return Trees(list(map(_tree, trees)), constant)


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


def similarity(one: Weighed, other: Outline, near: Nearness | None = None) -> float:
    """How similar two articles are, from 0 (nothing in common) to 1 (the same story told alike).

    `near` is what the second encoder says of them, where it was asked (beside the first). Learned from people's judgements of
    news articles (Chen et al. 2022, SemEval-2022 task 8).
    """
    found = one.shared(other)._asdict()
    if near is None:
        return within(weighed(_model("similar", one.own, other), found))
    return within(weighed(_model("similar_near", one.own, other), found | near._asdict()))


def within(value: float) -> float:
    """The value, no less than 0 and no more than 1."""
    return min(1.0, max(0.0, value))


def joining(one: Outline, other: Outline, found: Features) -> float:
    """The log odds that two articles belong to one story, by their features."""
    trees: Trees = _model("join", one, other)
    return trees.total(found)
