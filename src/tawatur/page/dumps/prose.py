"""How likely each line of a dump is to be running text: a learned decision, as for the blocks of a page."""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from tawatur.outlets import fold
from tawatur.page.document.blocks import Block
from tawatur.page.text.features import CUT, SENTENCE_END, stops_in
from tawatur.page.text.main_text import chance, lifted
from tawatur.page.wording.markers import Marker

WORD = "word "  # in the names of features
_WORD = re.compile(r"[^\W\d_]+")
_SIZE_ENDS = (4, 6, 9, 12, 16, 31, 61)  # words
_SENTENCE = 4  # words of a sentence
_LONG = 12  # words of one that shows where the text is
_NEAR = 5  # lines on each side
_BARS = 3
_LEAST = -50.0  # the sum for a line of very many words


def chances(found: Sequence[Block], opened: Sequence[Marker | None]) -> list[float]:
    """The chance of each line, from 0 to 1, by its form and by the lines around it; `opened` are the lines' markers.

    Logistic regression over shallow features, in the manner of Boilerpipe (Kohlschütter et al. 2010), and over the words by which pages
    speak of themselves ("subscribe", «التعليقات»), that is those of many outlets; its weights are trained by benchmarks/train_dumps.py.
    """
    weights = _weights()
    sums = [sum(weights.get(name, 0.0) for name in names) for names in features(found, opened)]
    return lifted([chance(max(one, _LEAST)) for one in sums], found)


def features(found: Sequence[Block], opened: Sequence[Marker | None]) -> Iterator[list[str]]:
    """What can be seen of each line, by name."""
    long = [at for at, one in enumerate(found) if _is_long(one)]
    first, last = (long[0], long[-1]) if long else (0, 0)
    seen = Counter([one.text for one in found])
    for at, one in enumerate(found):
        names = ["bias", *_form(one), "before" if at < first else "after" if at > last else "between"]
        if one.words >= _SENTENCE:
            names += [f"{WORD}{word}" for word in sorted(set(_WORD.findall(fold(one.text))))]
        names.append(f"long{bisect(long, at + _NEAR) - bisect(long, at - _NEAR - 1) - _is_long(one)}")
        if seen[one.text] > 1:
            names.append("twice")
        for side, other in (("", at), ("above ", at - 1), ("below ", at + 1)):
            if not 0 <= other < len(found):
                names.append(side + "nothing")
                continue
            if (marker := opened[other]) is not None:
                names.append(side + marker.what)
            if side:
                names.append(side + _size(found[other]))
        yield names


def _form(one: Block) -> list[str]:
    text = one.text
    names = [one.kind, one.kind + _size(one), f"stops{stops_in(text, one.words)}"]
    if text.endswith(CUT):
        names.append("cut")
    if bars := text.count(" | "):
        names.append(f"bars{min(bars, _BARS)}")
    return names


def _size(one: Block) -> str:
    return f"{bisect(_SIZE_ENDS, one.words)}{'ends' if _ends(one) else ''}"


def _is_long(one: Block) -> bool:
    return one.words >= _LONG and _ends(one)


def _ends(one: Block) -> bool:
    return one.words >= _SENTENCE and one.text.endswith(SENTENCE_END)


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads((files("tawatur.page.dumps") / "weights.json").read_text("utf-8"))
    return found
