"""Stories: each article joins one or opens one, at once, in one pass over the stream."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp, log

from tawatur.language import Analysis
from tawatur.stories.likeness import Features, Outline, Weighed, Worth, joining, outline
from tawatur.stories.meanings import Meanings

__all__ = ["Placement", "Stories"]

_JOINS = 0.0  # the log odds from which an article joins a story
_MERGES = 1.0  # and from which it makes another story and the one it joins the same
_SCORED = 16  # candidates compared in full
_READ = 1000  # entries of the index read for one article, those of the rarest terms first
_SAMPLE = 24  # articles under a term by which its spread over stories is estimated
_FEW_STORIES = 4  # below so many stories nothing is common among them
_NEAREST = 0.5  # how much the nearest member of a story has to say, beside all that were compared
_ANCHOR = 0.5  # how much the article that opened a story has to say
_OLD = 1.0  # what is taken off where that opening is out of sight


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs: the story it joins (None: it opens one), with which chance, and its nearest report.

    `same` are other stories that it shows to be the same as that one.
    """

    story: int | None
    chance: float
    nearest: int | None = None
    same: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Member:
    time: float
    outline: Outline
    looked_up: bool


class _Postings:
    """Under each term the articles that have it, in the order of their times."""

    def __init__(self) -> None:
        self._under: dict[tuple[str, str], tuple[list[float], list[int]]] = defaultdict(lambda: ([], []))

    def add(self, terms: Iterable[tuple[str, str]], article: int, time: float) -> None:
        for term in terms:
            times, articles = self._under[term]
            at = bisect_right(times, time)
            times.insert(at, time)
            articles.insert(at, article)

    def remove(self, terms: Iterable[tuple[str, str]], article: int, time: float) -> None:
        for term in terms:
            times, articles = self._under[term]
            at = articles.index(article, bisect_left(times, time))
            del times[at], articles[at]
            if not times:
                del self._under[term]

    def near(self, term: tuple[str, str], time: float, within: float) -> tuple[int, list[int]]:
        """How many articles under a term are no further than `within` seconds from a time, and some of them."""
        first, last = self._span(term, time, within)
        if first == last:
            return 0, []
        return last - first, self._under[term][1][first : min(last, first + _SAMPLE)]

    def best(self, worth: Mapping[tuple[str, str], float], time: float, within: float) -> list[int]:
        """The articles no further than `within` seconds from a time that share most of what is worth most."""
        spans = [(*self._span(term, time, within), term) for term in worth]
        hits: dict[int, float] = defaultdict(float)
        left = _READ
        for size, first, last, term in sorted(
            (last - first, first, last, term) for first, last, term in spans
        ):
            if size > left:
                break
            left -= size
            value = worth[term]
            if size:
                for article in self._under[term][1][first:last]:
                    hits[article] += value
        # Most are passed by without being put in order.
        least = min(sorted(hits.values(), reverse=True)[:_SCORED], default=0.0)
        ranked = sorted((-value, article) for article, value in hits.items() if value >= least)
        return [article for _, article in ranked[:_SCORED]]

    def _span(self, term: tuple[str, str], time: float, within: float) -> tuple[int, int]:
        if term not in self._under:
            return 0, 0
        times, _ = self._under[term]
        return bisect_left(times, time - within), bisect_right(times, time + within)


class Stories:
    """The articles among which stories are looked for, each with its story; articles are known by numbers."""

    def __init__(self) -> None:
        self._members: dict[int, _Member] = {}
        self._story: dict[int, int] = {}
        self._stems = _Postings()
        self._names = _Postings()
        self._languages: set[str] = set()
        self._meanings = Meanings()
        self._placed: tuple[Analysis, Outline] | None = None  # the article placed last

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[int]:
        """The articles that are remembered."""
        return iter(self._members)

    def add(self, article: int, story: int, analysis: Analysis, time: float) -> None:
        """Remember that an article of this time (seconds) belongs to a story."""
        own = self._placed[1] if self._placed and self._placed[0] is analysis else outline(analysis)
        self._languages.add(own.language)
        # What a round-up of the news is like says nothing of what its parts are like: it is not looked up by them.
        self._members[article] = _Member(time, own, not analysis.round_up)
        self._story[article] = story
        if analysis.round_up:
            return
        self._stems.add(_probes(own), article, time)
        self._names.add(_names(own), article, time)
        if own.meaning:
            self._meanings.add(article, time, own.meaning.text)

    def story(self, article: int) -> int:
        """The story of an article that is remembered."""
        return self._story[article]

    def merge(self, gone: int, into: int) -> None:
        """Let the articles of one story belong to another."""
        self._story |= {article: into for article, story in self._story.items() if story == gone}

    def forget(self, before: float) -> None:
        """Forget the articles that are older than this time (seconds)."""
        for article in [article for article, member in self._members.items() if member.time < before]:
            member = self._members.pop(article)
            del self._story[article]
            if member.looked_up:
                self._stems.remove(_probes(member.outline), article, member.time)
                self._names.remove(_names(member.outline), article, member.time)
        self._meanings.forget(before)

    def place(self, analysis: Analysis, time: float, within: float) -> Placement:
        """Find the story of an article among those with a report no further than `within` seconds from it."""
        if analysis.round_up:
            return Placement(None, 0.0)
        scores: dict[int, dict[int, float]] = defaultdict(dict)
        own, compared = self.compare(analysis, time, within)
        for article, shared in compared.items():
            scores[self._story[article]][article] = joining(own, self._members[article].outline, shared)
        ranked = sorted((-self._of_story(story, found), story) for story, found in scores.items())
        if not ranked or -ranked[0][0] < _JOINS:
            return Placement(None, _chance(-ranked[0][0]) if ranked else 0.0)
        (odds, story), *others = ranked
        found = scores[story]
        return Placement(
            story,
            _chance(-odds),
            max(found, key=lambda article: (found[article], -article)),
            tuple(other for against, other in others if -against >= _MERGES),
        )

    def compare(self, analysis: Analysis, time: float, within: float) -> tuple[Outline, dict[int, Features]]:
        """The outline of an article, and what it shares with those worth comparing and with the openings of their stories."""
        own = outline(analysis)
        self._placed = (analysis, own)
        weighed = Weighed(own, self._worth(own, time, within))
        articles = self._candidates(own, time, within)
        openings = {self._story[article] for article in articles}
        found: dict[int, Features] = {}
        for article in sorted(openings.union(articles)):
            member = self._members.get(article)
            if member and abs(member.time - time) <= within:
                found[article] = weighed.features(member.outline, member.time - time)
        return own, found

    def _of_story(self, story: int, found: Mapping[int, float]) -> float:
        """The log odds that an article belongs to a story: by its nearest report, by all compared, by the one that opened it.

        Of many reports one is near by chance, so that the mean of their odds is asked too. An article that is like the latest
        of a story but not like its opening gets less: no drifting.
        """
        mean = log(sum(map(exp, found.values())) / len(found))
        odds = _NEAREST * max(found.values()) + (1 - _NEAREST) * mean
        if story not in found:
            return odds - _OLD
        return (1 - _ANCHOR) * odds + _ANCHOR * min(odds, found[story])

    def _worth(self, own: Outline, time: float, within: float) -> Worth:
        """Less for what many stories of these days share: the names of a place, the words of a season."""
        looked_up = {*own.probes, *own.headline}
        stems, seen = self._spread(self._stems, own.language, looked_up, time, within)
        names, _ = self._spread(self._names, own.language, {*own.names, *own.places}, time, within)
        whole = 1 + max([len(seen), *stems.values()])
        if whole <= _FEW_STORIES:
            return Worth()
        common = [
            {key: max(0.0, log(whole / spread) / log(whole)) for key, spread in found.items() if spread > 1}
            for found in (stems, names)
        ]
        return Worth(*common)

    def _spread(
        self, postings: _Postings, code: str, keys: Iterable[str], time: float, within: float
    ) -> tuple[dict[str, float], set[int]]:
        """In how many stories each key stands, by the first of the articles that have it; and these stories."""
        found: dict[str, float] = {}
        seen: set[int] = set()
        for key in keys:
            count, some = postings.near((code, key), time, within)
            if some:
                stories = set(map(self._story.__getitem__, some))
                seen |= stories
                found[key] = len(stories) * count / len(some)
        return found, seen

    def _candidates(self, own: Outline, time: float, within: float) -> list[int]:
        """The articles worth comparing: by words, by names (over languages), and by meaning."""
        found = self._stems.best(_probes(own), time, within)
        if foreign := self._languages - {own.language}:
            names = _names(own)
            wanted = {(code, key): worth for code in foreign for (_, key), worth in names.items()}
            found += self._names.best(wanted, time, within)
        if own.meaning:
            found += self._meanings.nearest(own.meaning.text, time, within)
        return list(dict.fromkeys(found))


def _probes(own: Outline) -> dict[tuple[str, str], float]:
    return {(own.language, stem): own.stems[stem] for stem in own.probes}


def _names(own: Outline) -> dict[tuple[str, str], float]:
    """Names, places and figures under which an article is found from other languages, with how much each tells."""
    worth = dict(own.sounding)
    worth |= {place: 2.0 for place, country in own.places.items() if place != country}
    return {(own.language, key): value for key, value in (worth | dict.fromkeys(own.numbers, 2.0)).items()}


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-50.0, odds)))
