"""Copies: texts that are the same but for their headline and edges, and texts that took over paragraphs.

Word 4-grams without quotations, indexed as they are: containment and Jaccard (Broder 1997) are exact here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

_SAME_JACCARD = 0.5
_SAME_CONTAINMENT = 0.8
_LEAST_SHARED = 6
_PART_CONTAINMENT = 0.2
_PART_OF_PARAGRAPH = 0.6
_LEAST_PARAGRAPH = 9  # shingles: a run of twelve words


@dataclass(frozen=True, slots=True)
class CopyMatch:
    """What a text shares with texts seen before.

    `same` is the article whose text it is (None if it is nobody's), `reused` the paragraphs that it shares with
    other texts, as (index of the paragraph, article).
    """

    same: int | None = None
    reused: tuple[tuple[int, int], ...] = ()


class Copies:
    """An index of texts by their shingles. Articles are known by numbers."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._sizes: dict[int, int] = {}
        self._times: dict[int, float] = {}

    def add(self, article: int, shingles: Sequence[Sequence[int]], time: float) -> None:
        """Remember a text by the shingles of its paragraphs and its time (seconds)."""
        whole = {shingle for paragraph in shingles for shingle in paragraph}
        for shingle in whole:
            self._holders[shingle].append(article)
        self._sizes[article] = len(whole)
        self._times[article] = time

    def match(self, shingles: Sequence[Sequence[int]], time: float, within: float) -> CopyMatch:
        """Compare a text with those no further than `within` seconds from `time`, before or after."""
        whole = {shingle for paragraph in shingles for shingle in paragraph}
        held = (holders for shingle in whole if (holders := self._holders.get(shingle)))
        shared = Counter(chain.from_iterable(held))
        near = [
            (count, article)
            for article, count in shared.items()
            if count >= min(_LEAST_SHARED, len(whole)) and abs(self._times[article] - time) <= within
        ]
        same = self._same(near, len(whole))
        if same is not None:
            return CopyMatch(same)
        return CopyMatch(None, self._reused(shingles, near, len(whole)))

    def _same(self, near: list[tuple[int, int]], size: int) -> int | None:
        best: tuple[float, int] | None = None
        for count, article in near:
            other = self._sizes[article]
            jaccard = count / (size + other - count)
            containment = count / min(size, other)
            short = min(size, other) < 2 * _LEAST_SHARED
            if jaccard >= (0.8 if short else _SAME_JACCARD) or (
                containment >= _SAME_CONTAINMENT and not short
            ):
                rank = (jaccard, -article)
                best = max(best, rank) if best else rank
        return -best[1] if best else None

    def _reused(
        self, shingles: Sequence[Sequence[int]], near: list[tuple[int, int]], size: int
    ) -> tuple[tuple[int, int], ...]:
        sources = {
            article
            for count, article in near
            if count >= _LEAST_PARAGRAPH and count / min(size, self._sizes[article]) >= _PART_CONTAINMENT
        }
        found = []
        for index, paragraph in enumerate(shingles):
            held = Counter(
                article
                for shingle in set(paragraph)
                for article in self._holders.get(shingle, ())
                if article in sources
            )
            if not held:
                continue
            article, count = min(held.items(), key=lambda pair: (-pair[1], self._times[pair[0]], pair[0]))
            if count >= _LEAST_PARAGRAPH and count >= _PART_OF_PARAGRAPH * len(set(paragraph)):
                found.append((index, article))
        return tuple(found)
