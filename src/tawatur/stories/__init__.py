"""Stories: each article joins one or opens one, at once, in one pass over the stream."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest
from math import exp, inf, log

from tawatur.language import Analysis
from tawatur.language.weights import cosine
from tawatur.stories.likeness import across, article_vector, keys, likeness

__all__ = ["Placement", "Stories", "likeness"]

_DAY = 86_400
# How alike is alike enough, by the language of both: where the frequencies of words were counted on news of another
# country, texts of one country share more words that only seem to be rare.
_JOINS = {"ar": 0.17}
_JOINS_ELSE = 0.24
_JOINS_ACROSS = 0.3
_PROBES = 25  # terms by which candidates are found
_SCORED = 25  # candidates compared in full
_FEW_STORIES = 4  # below so many stories nothing is common among them
_ANCHOR = 0.5  # how much the article that opened a story has to say
_OLD = 0.5  # what likeness to a story's later reports is worth when its opening is out of sight
_NEAREST = 3  # members that speak for a story


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs: the story it joins (None: it opens one), how alike they are, and by what."""

    story: int | None
    score: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Member:
    story: int
    time: float
    analysis: Analysis
    vector: dict[str, float]


class _Postings:
    """Under each term the articles that have it, in the order of their times."""

    def __init__(self) -> None:
        self._under: dict[tuple[str, str] | str, list[tuple[float, int]]] = defaultdict(list)

    def add(self, term: tuple[str, str] | str, article: tuple[float, int]) -> None:
        insort(self._under[term], article)

    def near(self, term: tuple[str, str] | str, time: float, within: float) -> list[int]:
        """The articles under a term no further than `within` seconds from a time."""
        found = self._under.get(term, [])
        first, last = bisect_left(found, (time - within,)), bisect_right(found, (time + within, inf))
        return [article for _, article in found[first:last]]


class Stories:
    """The articles among which stories are looked for, each with its story; articles are known by numbers."""

    def __init__(self) -> None:
        self._members: dict[int, _Member] = {}
        self._by_stem = _Postings()
        self._by_key = _Postings()
        self._placed: tuple[Analysis, dict[str, float]] | None = (
            None  # the article placed last, and its vector
        )

    def __len__(self) -> int:
        return len(self._members)

    def add(self, article: int, story: int, analysis: Analysis, time: float) -> None:
        """Remember that an article of this time (seconds) belongs to a story."""
        vector = self._placed[1] if self._placed and self._placed[0] is analysis else article_vector(analysis)
        member = _Member(story, time, analysis, vector)
        self._members[article] = member
        for stem in _probes(member.vector):
            self._by_stem.add((analysis.language, stem), (time, article))
        for key in keys(analysis):
            self._by_key.add(key, (time, article))

    def place(self, analysis: Analysis, time: float, within: float) -> Placement:
        """Find the story of an article among those with a report no further than `within` seconds from it."""
        words = article_vector(analysis)
        self._placed = (analysis, words)
        sharing = {
            stem: self._by_stem.near((analysis.language, stem), time, within) for stem in _probes(words)
        }
        telling = self._telling(words, sharing)
        scores: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for article in _best(sharing, words) + self._foreign(analysis, time, within):
            member = self._members[article]
            alike = self._alike(analysis, telling, member) * _fade(member.time - time)
            scores[member.story].append((alike, article))
        best = Placement(None, 0.0)
        for story in sorted(scores):
            nearest = nlargest(_NEAREST, scores[story])
            score = nearest[0][0] * 0.7 + 0.3 * sum(alike for alike, _ in nearest) / len(nearest)
            score = self._anchored(score, story, analysis, telling, time, within)
            if score > best.score:
                best = Placement(story, score, self._because(words, analysis, nearest[0][1]))
        return best if best.score >= 1.0 else Placement(None, best.score)

    def _anchored(
        self,
        score: float,
        story: int,
        analysis: Analysis,
        telling: dict[str, float],
        time: float,
        within: float,
    ) -> float:
        """Less, where an article is like the latest of a story but not like the one that opened it: no drifting."""
        opening = self._members.get(story)
        if opening is None or abs(opening.time - time) > within:
            return score * _OLD
        if opening.analysis.language != analysis.language:
            return score
        return (1 - _ANCHOR) * score + _ANCHOR * min(score, self._alike(analysis, telling, opening))

    def _telling(self, words: dict[str, float], sharing: dict[str, list[int]]) -> dict[str, float]:
        """`words` with less weight for stems that many stories of these days share (the names of a place)."""
        stories = {
            stem: {self._members[article].story for article in found} for stem, found in sharing.items()
        }
        whole = len(set().union(*stories.values())) if stories else 0
        if whole < _FEW_STORIES:
            return words
        worth = {
            stem: log((whole + 1) / max(1, len(found))) / log(whole + 1) for stem, found in stories.items()
        }
        return {stem: value * worth.get(stem, 1.0) for stem, value in words.items()}

    def _alike(self, analysis: Analysis, words: dict[str, float], member: _Member) -> float:
        """Likeness in units of what it takes to join."""
        if analysis.language == member.analysis.language:
            return cosine(words, member.vector) / _JOINS.get(analysis.language, _JOINS_ELSE)
        return across(analysis, member.analysis) / _JOINS_ACROSS

    def _foreign(self, analysis: Analysis, time: float, within: float) -> list[int]:
        """The candidates in other languages."""
        worth = keys(analysis)
        sharing = {
            key: [
                article
                for article in self._by_key.near(key, time, within)
                if self._members[article].analysis.language != analysis.language
            ]
            for key in worth
        }
        return _best(sharing, worth)

    def _because(self, words: dict[str, float], analysis: Analysis, article: int) -> tuple[str, ...]:
        member = self._members[article]
        if analysis.language != member.analysis.language:
            shared = keys(analysis).keys() & keys(member.analysis).keys()
            return tuple(sorted(shared))[:8]
        telling = {
            stem: worth * member.vector[stem] for stem, worth in words.items() if stem in member.vector
        }
        return tuple(nlargest(8, telling, key=lambda stem: (telling[stem], stem)))


def _probes(words: dict[str, float]) -> list[str]:
    return nlargest(_PROBES, words, key=lambda stem: (words[stem], stem))


def _best(sharing: dict[str, list[int]], worth: dict[str, float]) -> list[int]:
    """The articles that share most of what is worth most."""
    hits: dict[int, float] = defaultdict(float)
    for term, articles in sharing.items():
        for article in articles:
            hits[article] += worth[term]
    return nlargest(_SCORED, hits, key=lambda article: (hits[article], -article))


def _fade(seconds: float) -> float:
    """Reports days apart must be more alike to be of one story."""
    days = abs(seconds) / _DAY
    return 0.75 + 0.25 * exp(-(days * days) / (2 * 3 * 3))
