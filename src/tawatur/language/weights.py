"""How much a word tells: its inverse document frequency in general news of its language.

The frequencies are data (`frequencies.tsv`, counted by benchmarks/train_frequencies.py), so that the weight of
a word never depends on what happens to be in a store: the same two texts are always equally alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import fsum, log, sqrt

_RAREST = 6.0  # where nothing was counted
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


def vector(counts: Counter[str], code: str) -> dict[str, float]:
    """The weights (1 + ln tf) · idf of the stems in `counts`, scaled to length one."""
    known = _frequencies(code)
    rarest = _rarest(code)
    if known:  # as `weight` has it, without a call for each stem; most stand once
        raw = [
            known.get(stem, rarest) * (1 + log(count)) if count > 1 else known.get(stem, rarest)
            for stem, count in counts.items()
        ]
    else:
        raw = [(1 + log(count)) * weight(stem, code) for stem, count in counts.items()]
    length = sqrt(sum([value * value for value in raw])) or 1.0
    return dict(zip(counts, [value / length for value in raw], strict=True))


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    # fsum gives the same in whatever order a set comes.
    return fsum([one[stem] * other[stem] for stem in one.keys() & other.keys()])
