"""What the benchmarks measure by."""

from __future__ import annotations

Score = tuple[float, float, float]


def score(both: int, gold: int, found: int) -> Score:
    """F1, precision and recall of `found` things, of which `both` are among the `gold` ones; 0 where there are none."""
    precision, recall = both / max(1, found), both / max(1, gold)
    return 2 * precision * recall / (precision + recall) if both else 0.0, precision, recall
