"""Copies: texts that are the same but for their headline and edges, and texts that took over paragraphs.

Word 4-grams without quotations, indexed as they are: containment and Jaccard (Broder 1997, "On the resemblance and
containment of documents") are exact here.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from itertools import chain

_SAME_JACCARD = 0.5
_SHORT = 12  # shingles: texts so short that they share half by chance of their subject
_SHORT_JACCARD = 0.8
_LEAST_SHARED = 6
_LEAST_CONTAINMENT = 0.35  # of a text that was reworded all through
_COVERED = 0.85  # of a text that was cut or reworded, how much lies near what it shares with the other
_NEAR = 10  # shingles: as far apart as the words that a hurried editor changes
_MOST_LONGER = 2  # times: a text longer than that than what it holds took it over; it is not the same
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
        self._holders: dict[int, tuple[int, ...]] = {}
        self._shingles: dict[int, array[int]] = {}  # of each article, each once, in the order of the text
        self._times: dict[int, float] = {}

    def __len__(self) -> int:
        return len(self._times)

    def add(self, article: int, shingles: Sequence[Sequence[int]], time: float) -> None:
        """Remember a text by the shingles of its paragraphs and its time (seconds)."""
        whole = dict.fromkeys(chain.from_iterable(shingles))
        alone = (article,)  # one for all shingles that nobody else has, which are most
        holders = self._holders
        for shingle in whole:
            held = holders.get(shingle)
            holders[shingle] = held + alone if held else alone
        self._shingles[article] = array("q", whole)
        self._times[article] = time

    def forget(self, before: float) -> None:
        """Forget the texts that are older than this time (seconds)."""
        for article in [article for article, time in self._times.items() if time < before]:
            del self._times[article]
            for shingle in self._shingles.pop(article):
                left = tuple(holder for holder in self._holders[shingle] if holder != article)
                if left:
                    self._holders[shingle] = left
                else:
                    del self._holders[shingle]

    def match(self, shingles: Sequence[Sequence[int]], time: float, within: float) -> CopyMatch:
        """Compare a text with those no further than `within` seconds from `time`, before or after."""
        whole = dict.fromkeys(chain.from_iterable(shingles))
        held = (holders for shingle in whole if (holders := self._holders.get(shingle)))
        shared = Counter(chain.from_iterable(held))
        least = min(_LEAST_SHARED, len(whole))
        near = [
            (count, article)
            for article, count in shared.items()
            if count >= least and abs(self._times[article] - time) <= within
        ]
        same = self._same(near, whole)
        if same is not None:
            return CopyMatch(same)
        return CopyMatch(None, self._reused(shingles, near, len(whole)))

    def _same(self, near: list[tuple[int, int]], whole: dict[int, None]) -> int | None:
        """The article whose text this is, the likest if there are several, of these the first."""
        likest_first = sorted(
            (-count / (len(whole) + len(self._shingles[article]) - count), article, count)
            for count, article in near
        )
        same = (
            article
            for _, article, count in likest_first
            if self._is_same(count, whole, self._shingles[article])
        )
        return next(same, None)

    def _is_same(self, count: int, whole: dict[int, None], other: array[int]) -> bool:
        jaccard = count / (len(whole) + len(other) - count)
        if min(len(whole), len(other)) < _SHORT:
            return jaccard >= _SHORT_JACCARD
        if jaccard >= _SAME_JACCARD:
            return True
        if count >= _LEAST_CONTAINMENT * len(whole) and _covered(whole, set(other)) >= _COVERED:
            return True
        return (
            count >= _LEAST_CONTAINMENT * len(other)
            and len(whole) <= _MOST_LONGER * len(other)
            and _covered(other, whole) >= _COVERED
        )

    def _reused(
        self, shingles: Sequence[Sequence[int]], near: list[tuple[int, int]], size: int
    ) -> tuple[tuple[int, int], ...]:
        sources = {
            article
            for count, article in near
            if count >= _LEAST_PARAGRAPH
            and count / min(size, len(self._shingles[article])) >= _PART_CONTAINMENT
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


def _covered(ordered: Collection[int], other: Container[int]) -> float:
    """The share of a text's shingles, in its order, that the other has or that stand near one that it has.

    A text whose words were changed here and there is covered all through; one that took over a paragraph is not.
    """
    covered = end = 0
    for at, shingle in enumerate(ordered):
        if shingle in other:
            upto = min(len(ordered), at + _NEAR + 1)
            covered += upto - max(end, at - _NEAR)
            end = upto
    return covered / len(ordered)
