"""Stories: each article joins one or opens one, at once, in one pass over the stream."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest
from math import exp, log

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


class Stories:
    """The articles among which stories are looked for, each with its story; articles are known by numbers."""

    def __init__(self) -> None:
        self._members: dict[int, _Member] = {}
        self._by_stem: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_key: dict[str, list[int]] = defaultdict(list)
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
            self._by_stem[analysis.language, stem].append(article)
        for key in keys(analysis):
            self._by_key[key].append(article)

    def place(self, analysis: Analysis, time: float, within: float) -> Placement:
        """Find the story of an article among those with a report no further than `within` seconds from it."""
        words = article_vector(analysis)
        self._placed = (analysis, words)
        telling = self._telling(analysis.language, words, time, within)
        scores: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for article in self._candidates(analysis, words, time, within):
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

    def _telling(self, code: str, words: dict[str, float], time: float, within: float) -> dict[str, float]:
        """`words` with less weight for stems that many stories of these days share (the names of a place)."""
        stories: dict[str, set[int]] = {}
        for stem in _probes(words):
            near = (self._members[article] for article in self._by_stem.get((code, stem), ()))
            stories[stem] = {member.story for member in near if abs(member.time - time) <= within}
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

    def _candidates(
        self, analysis: Analysis, words: dict[str, float], time: float, within: float
    ) -> list[int]:
        hits: dict[int, float] = defaultdict(float)
        for stem in _probes(words):
            for article in self._by_stem.get((analysis.language, stem), ()):
                hits[article] += words[stem]
        foreign: dict[int, float] = defaultdict(float)
        for key, worth in keys(analysis).items():
            for article in self._by_key.get(key, ()):
                foreign[article] += worth
        same = {at: hit for at, hit in hits.items() if abs(self._members[at].time - time) <= within}
        other = {
            at: hit
            for at, hit in foreign.items()
            if self._members[at].analysis.language != analysis.language
            and abs(self._members[at].time - time) <= within
        }
        chosen = nlargest(_SCORED, same, key=lambda at: (same[at], -at))
        return chosen + nlargest(_SCORED, other, key=lambda at: (other[at], -at))

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


def _fade(seconds: float) -> float:
    """Reports days apart must be more alike to be of one story."""
    days = abs(seconds) / _DAY
    return 0.75 + 0.25 * exp(-(days * days) / (2 * 3 * 3))
