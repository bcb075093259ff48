"""Learned decisions about English statements: is this word a cue, and which phrase is its source.

A logistic regression over named features for the cue, a conditional one for the source, and boosted regression trees
(Friedman 2001) over what both say of all the words of a sentence. Weights and trees are data of the language
(`statements.json`), written by `benchmarks/train_statements.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from tawatur.trees import Tree, Trees


@dataclass(frozen=True, slots=True)
class Decisions:
    """The weights by feature, the trees, and from which probability on a statement is one."""

    cue: dict[str, float]
    cue_bias: float
    source: dict[str, float]
    trees: Trees
    least: float


@cache
def decisions(code: str) -> Decisions:
    """The decisions of a language. Raises FileNotFoundError where it has none."""
    text = (files("tawatur.language") / code / "statements.json").read_text("utf-8")
    weights = json.loads(text)
    return Decisions(**weights | {"trees": Trees([_tree(one) for one in weights["trees"]])})


def _tree(read: Sequence[Any]) -> Tree:
    """A tree as it is read, in tuples."""
    at, value, *below = read
    return (at, value, *map(_tree, below))


def weighed(features: Iterable[str], weights: dict[str, float], odds: float) -> float:
    """The log odds after the features that have a weight, from `odds` before them."""
    return sum(filter(None, map(weights.get, features)), odds)


def probability(odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def shares(odds: Sequence[float]) -> list[float]:
    """The probabilities of several log odds of which one holds."""
    most = max(odds)
    parts = [exp(one - most) for one in odds]
    whole = sum(parts)
    return [part / whole for part in parts]
