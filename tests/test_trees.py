"""Trees asked feature by feature say what they say when each is walked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.trees import Tree, Trees

PLACES = 4
NUMBERS = st.sampled_from([-1.0, 0.0, 0.1, 0.25, 0.5, 0.75, 1.0, 3.0])
LEAVES: st.SearchStrategy[Any] = st.tuples(st.just(-1), st.integers(-9, 9).map(float))
GROWN = st.recursive(
    LEAVES, lambda below: st.tuples(st.integers(0, PLACES - 1), NUMBERS, below, below), max_leaves=8
)


def walked(tree: Tree, values: list[float]) -> float:
    while tree[0] >= 0:
        tree = tree[2] if values[tree[0]] <= tree[1] else tree[3]
    return tree[1]


def leaves(tree: Tree) -> int:
    return 1 if tree[0] < 0 else leaves(tree[2]) + leaves(tree[3])


@given(
    st.lists(GROWN.filter(lambda tree: leaves(tree) <= 8), max_size=5),
    st.lists(NUMBERS, min_size=PLACES, max_size=PLACES),
)
def test_the_leaf_of_each_tree_is_the_one_a_walk_ends_at(trees: list[Tree], values: list[float]) -> None:
    assert Trees(trees, 2.0).total(values) == 2.0 + sum(walked(tree, values) for tree in trees)


def test_a_tree_of_nine_leaves_is_refused() -> None:
    tree: Tree = (-1, 0.0)
    for _ in range(8):
        tree = (0, 0.5, tree, (-1, 1.0))
    with pytest.raises(ValueError, match="9 leaves"):
        Trees([tree])
