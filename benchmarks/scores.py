"""What the benchmarks measure by."""

from __future__ import annotations

import resource

Score = tuple[float, float, float]


def score(both: int, gold: int, found: int) -> Score:
    """F1, precision and recall of `found` things, of which `both` are among the `gold` ones; 0 where there are none."""
    precision, recall = both / max(1, found), both / max(1, gold)
    return 2 * precision * recall / (precision + recall) if both else 0.0, precision, recall


def print_cost(step: int, until: int, seconds: float, window: int) -> None:
    """What each of the last `step` articles of a stream took, the memory of the process, and how many are in its window."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  the {step:,} before {until:9,}: {1e6 * seconds / step:5.0f} µs an article; {memory:4.0f} MiB at most; {window:,} in the window",
        flush=True,
    )
