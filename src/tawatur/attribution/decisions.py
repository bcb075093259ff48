"""Learned decisions about English statements: is this word a cue, and which phrase is its source.

Two logistic regressions over named features; their weights are data of the language (`statements.json`), written by
`benchmarks/train_statements.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Decisions:
    """The weights by feature, and from which joint score on a statement is one."""

    cue: dict[str, float]
    source: dict[str, float]
    cue_bias: float
    source_bias: float
    least: float


@cache
def decisions(code: str) -> Decisions:
    """The decisions of a language. Raises FileNotFoundError where it has none."""
    text = (files("tawatur.language") / code / "statements.json").read_text("utf-8")
    return Decisions(**json.loads(text))


def weighed(features: Iterable[str], weights: dict[str, float], odds: float) -> float:
    """The log odds after the features that have a weight, from `odds` before them."""
    for feature in features:
        if feature in weights:
            odds += weights[feature]
    return odds


def probability(odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
