"""Boosted regression trees (Friedman 2001, "Greedy function approximation"): what trees that were trained say of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

# The place of a value, a threshold, the tree up to it and the tree above it; or -1 and what is found there.
Tree = tuple[Any, ...]


def grown(trees: Iterable[Tree], values: Sequence[float], total: float = 0.0) -> float:
    """`total` and the leaves that trees lead to."""
    for tree in trees:
        while (at := tree[0]) >= 0:
            tree = tree[2] if values[at] <= tree[1] else tree[3]
        total += tree[1]
    return total
