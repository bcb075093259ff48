"""Places by their names in each language: a gazetteer that a journalist can read and extend.

`places.tsv` beside this file has for each place its id, kind (country, region, city, water) and the country it lies in;
`places.tsv` in a language's folder has for each id its names there, parted by "|", adjectives of the place marked "~".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from tawatur.language.registry import Language
from tawatur.language.text import words


@cache
def country_of() -> dict[str, str]:
    """The country of each place (of a country itself); "" where a place lies in several."""
    rows = (
        line.split("\t")
        for line in (files("tawatur.language") / "places.tsv").read_text("utf-8").splitlines()
    )
    return {place: place if kind == "country" else country for place, kind, country in rows}


class Gazetteer:
    """The names of places in one language."""

    def __init__(self, spoken: Language) -> None:
        self._spoken = spoken
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._adjectives: dict[str, str] = {}
        path = files("tawatur.language") / spoken.code / "places.tsv"
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            place, names = line.split("\t")
            for name in names.split("|"):
                run = tuple(words(spoken.normalise(name.removeprefix("~"))))
                if name.startswith("~") and len(run) == 1:
                    self._adjectives.setdefault(run[0], place)
                elif run:
                    self._names.setdefault(run[0], []).append((run, place))
        for longest_first in self._names.values():
            longest_first.sort(key=lambda entry: -len(entry[0]))
        self._of = lru_cache(maxsize=200_000)(self._look_up)

    def find(self, folded: Sequence[str]) -> list[tuple[int, int, str]]:
        """The places among normalised words, as (first word, one past the last, id of the place)."""
        found = []
        at = 0
        while at < len(folded):
            end, place = self._at(folded, at)
            if place:
                found.append((at, end, place))
            at = end
        return found

    def is_name(self, folded: Sequence[str]) -> bool:
        """Whether normalised words are the name of a place, or an adjective of one, and nothing more."""
        if not folded:
            return False
        runs, adjective = self._of(folded[0])
        if not runs:  # as with most words
            return adjective is not None and len(folded) == 1
        end, place = self._at(folded, 0)
        return bool(place) and end == len(folded)

    def is_adjective(self, word: str) -> bool:
        """Whether a normalised word tells where somebody is from («سوري») and is the name of no place («دبي»)."""
        runs, adjective = self._of(word)
        return adjective is not None and all(len(run) > 1 for run, _ in runs)

    def _at(self, folded: Sequence[str], at: int) -> tuple[int, str | None]:
        runs, adjective = self._of(folded[at])
        for run, place in runs:
            if tuple(folded[at + 1 : at + len(run)]) == run[1:]:
                return at + len(run), place
        return at + 1, adjective

    def _look_up(self, word: str) -> tuple[list[tuple[tuple[str, ...], str]], str | None]:
        """The names of places that may begin with a word, and the place that it is an adjective of."""
        runs = [entry for form in self._spoken.forms(word) for entry in self._names.get(form, ())]
        adjectives = (self._adjectives.get(form) for form in self._spoken.adjectives(word))
        return runs, next((place for place in adjectives if place), None)


@cache
def gazetteer(spoken: Language) -> Gazetteer:
    """The gazetteer of a language, empty where it has none."""
    return Gazetteer(spoken)
