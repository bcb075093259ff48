"""Boosted regression trees (Friedman 2001, "Greedy function approximation"): what trees that were trained say of numbers.

Asked as Lucchese et al. 2015 do ("QuickScorer"): not tree by tree, but feature by feature. Each test that fails rules out the
leaves below it; the first leaf of a tree that is left is the one the tree leads to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import and_, getitem
from typing import Any

__all__ = ["Tree", "Trees"]

_LEAVES = 8  # those of a tree are the bits of one byte

# The place of a value, a threshold, the tree up to it and the tree above it; or -1 and what is found there.
Tree = tuple[Any, ...]


class Trees:
    """Trees of eight leaves at most, and the constant they add to."""

    def __init__(self, trees: Sequence[Tree], constant: float = 0.0) -> None:
        """Raises ValueError for a tree of more than eight leaves."""
        self.trees = trees
        self._constant = constant
        self._leaves = [_by_bits([leaf[1] for leaf in _leaves(tree)]) for tree in trees]
        tests: dict[int, list[tuple[float, int]]] = {}
        for number, tree in enumerate(trees):
            for at, threshold, ruled_out in _tests(tree, _LEAVES * number):
                tests.setdefault(at, []).append((threshold, ~ruled_out))
        self._tests = [
            (
                at,
                [threshold for threshold, _ in own],
                list(accumulate((left for _, left in own), and_, initial=-1)),
            )
            for at, own in ((at, sorted(own)) for at, own in tests.items())
        ]

    def total(self, values: Sequence[float]) -> float:
        """The constant and the leaves that the trees lead to."""
        left = (1 << _LEAVES * len(self.trees)) - 1
        for at, thresholds, masks in self._tests:
            left &= masks[bisect_left(thresholds, values[at])]
        return sum(map(getitem, self._leaves, left.to_bytes(len(self.trees), "little")), self._constant)


def _leaves(tree: Tree) -> Iterator[Tree]:
    """From the one where all tests hold to the one where all fail."""
    if tree[0] < 0:
        yield tree
    else:
        yield from _leaves(tree[2])
        yield from _leaves(tree[3])


def _tests(tree: Tree, first: int) -> Iterator[tuple[int, float, int]]:
    """The place and threshold of each test of a tree whose leaves begin at a bit, with the leaves it rules out where it fails."""
    if tree[0] >= 0:
        at, threshold, below, above = tree
        size = sum(1 for _ in _leaves(below))
        yield at, threshold, ((1 << size) - 1) << first
        yield from _tests(below, first)
        yield from _tests(above, first + size)


def _by_bits(values: list[float]) -> list[float]:
    """What a tree says for each set of leaves that may be left of it: the value of the first."""
    if len(values) > _LEAVES:
        raise ValueError(f"a tree has {len(values)} leaves, more than {_LEAVES}")
    first = [(bits & -bits).bit_length() - 1 for bits in range(1 << _LEAVES)]
    return [values[at] if 0 <= at < len(values) else 0.0 for at in first]
