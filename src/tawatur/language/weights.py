"""How much a word tells: its inverse document frequency in general news of its language.

The frequencies are data (`frequencies.tsv`, counted by benchmarks/train_frequencies.py), so that the weight of
a word never depends on what happens to be in a store: the same two texts are always equally alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import fsum, log, sqrt
from operator import mul, truediv

_RAREST = 6.0  # where nothing was counted
TELLING = 12  # stems by which a text is known
_TITLE_COUNTS = 2  # as often as a word of the text does a word of the title count
_RARE = log(100)  # the weight of a word that stands in one article of a hundred


@cache
def _frequencies(code: str) -> dict[str, float]:
    path = files("tawatur.language") / code / "frequencies.tsv"
    if not path.is_file():
        return {}
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {stem: log(10_000 / float(share)) for stem, share in rows}


@cache
def _rarest(code: str) -> float:
    """What a stem weighs that was not counted: as much as the rarest one that was.

    To weigh it more makes misspellings and rare inflections the most telling words of a text.
    """
    return max(_frequencies(code).values(), default=_RAREST)


def weight(stem: str, code: str) -> float:
    """The inverse document frequency of a stem: 0 for a word in every article, 5 to 7 for a rare or an unseen one.

    In a language without frequencies short words, most of which are function words, weigh little.
    """
    known = _frequencies(code)
    if not known:
        return _RAREST * min(1.0, max(0.0, (len(stem) - 2) / 5))
    return known.get(stem, _rarest(code))


def counted(stem: str, code: str) -> bool:
    """Whether a stem is among the common ones that were counted: one that is not is most often a name."""
    return stem in _frequencies(code)


def rare(stem: str, code: str) -> bool:
    """Whether a stem stands in one article of a hundred at most."""
    return weight(stem, code) >= min(_RARE, _rarest(code))


def vector(title: tuple[str, ...], body: tuple[str, ...], code: str) -> dict[str, float]:
    """The weights (1 + ln tf) · idf of the stems of a text, scaled to length one; those of its title count twice."""
    counts = Counter(body + title * _TITLE_COUNTS)
    known = _frequencies(code)
    # As `weight` has it, without a call for each stem where there are frequencies.
    usual: Iterable[float] = map(known.get, counts, repeat(_rarest(code)))
    if not known:
        usual = (weight(stem, code) for stem in counts)
    raw = list(map(mul, usual, map(_repeated, counts.values())))
    length = sqrt(sum(map(mul, raw, raw))) or 1.0
    return dict(zip(counts, map(truediv, raw, repeat(length)), strict=True))


@cache
def _repeated(times: int) -> float:
    return 1 + log(times)


def most_telling(stems: Mapping[str, float], most: int = TELLING) -> dict[str, float]:
    """Those of the weighted stems that weigh most, the heaviest first."""
    # Sorting the weights alone is quick; few stems are left to be sorted with their names.
    least = sorted(stems.values(), reverse=True)[:most][-1:]
    heavy = sorted([(weight, stem) for stem, weight in stems.items() if weight >= least[0]], reverse=True)
    return {stem: weight for weight, stem in heavy[:most]}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    # fsum gives the same in whatever order a set comes.
    return fsum([one[stem] * other[stem] for stem in one.keys() & other.keys()])
