"""What the comparing stages need of a text, worked out once: stems, shingles, names and numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from tawatur.language.meaning import Meaning
from tawatur.language.recognise import recognise
from tawatur.language.registry import Language, language
from tawatur.language.text import words

_SHINGLE = 4
_QUOTED = re.compile(r"«[^»]{0,600}»|“[^”]{0,600}”|\"[^\"]{0,600}\"")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as the comparing stages see it.

    `title` and `body` are stems in order. `shingles` has, for every paragraph, the 64-bit hashes of its runs
    of four words, quotations left out (a shared quotation is no copying). `names` are the consonant skeletons
    of the names of persons and organisations, `places` the ids of places, `numbers` the figures of two digits
    and more, `days` the days as YYYY-MM-DD. A `round_up` is of no story. `meaning` is None where the extra `semantic` was not used.
    """

    language: str
    title: tuple[str, ...]
    body: tuple[str, ...]
    shingles: tuple[tuple[int, ...], ...]
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    round_up: bool
    meaning: Meaning | None = None

    @property
    def terms(self) -> Counter[str]:
        """How often each stem stands in title and body."""
        return Counter(self.title + self.body)


def analyse(
    title: str | None, paragraphs: tuple[str, ...], code: str, days: frozenset[str] = frozenset()
) -> Analysis:
    """Analyse one text in the language with this code; `days` are those it names (see `tawatur.dates.days`)."""
    spoken = language(code)
    parts = (title or "", *paragraphs)
    folded = [spoken.normalise(part) for part in parts]
    runs = [words(part) for part in folded]
    named = recognise(parts, runs, spoken)
    return Analysis(
        language=code,
        title=tuple(spoken.stems_of(runs[0])),
        body=tuple(stem for run in runs[1:] for stem in spoken.stems_of(run)),
        shingles=tuple(_shingles(part, run) for part, run in zip(folded[1:], runs[1:], strict=True)),
        names=named.others,
        places=named.places,
        numbers=frozenset(word for run in runs for word in run if word[0].isdigit() and len(word) >= 2),
        days=days,
        round_up=folded[0].startswith(_round_ups(spoken)),
    )


@cache
def _round_ups(spoken: Language) -> tuple[str, ...]:
    return tuple(map(spoken.normalise, spoken.data.get("markers", {}).get("round_up", ())))


def _shingles(folded: str, run: list[str]) -> tuple[int, ...]:
    """The hashes of the runs of four words of a folded paragraph, `run` being its words."""
    if _QUOTED.search(folded):
        run = words(_QUOTED.sub(" ", folded))
    return tuple(
        int.from_bytes(
            blake2b(" ".join(run[at : at + _SHINGLE]).encode(), digest_size=8).digest(), "big", signed=True
        )
        for at in range(len(run) - _SHINGLE + 1)
    )
