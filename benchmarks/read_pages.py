"""Main text of real news pages: word 4-gram F1 against gold, and pages per second of CPU.

    python benchmarks/read_pages.py

trafilatura is measured beside it where it is installed (it is no dependency of the project).
"""

from __future__ import annotations

import gzip
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import tawatur

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_pages"


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, with how often each stands in the text."""
    words = text.split()
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def overlap(gold: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    """F1, precision and recall of the runs of words."""
    both = sum((gold & found).values())
    precision, recall = both / max(1, sum(found.values())), both / max(1, sum(gold.values()))
    return 2 * precision * recall / (precision + recall) if both else 0.0, precision, recall


def ours(page: bytes) -> str:
    """The paragraphs that Tawatur finds."""
    found = tawatur.read(page).articles
    return " ".join(found[0].paragraphs) if found else ""


def measure(name: str, extract: Callable[[bytes], str]) -> None:
    """Print one row."""
    scores: list[tuple[float, float, float]] = []
    spent, empty = 0.0, 0
    for gold_path in sorted(PAGES.glob("*.json")):
        gold = grams(" ".join(json.loads(gold_path.read_text("utf-8"))["paragraphs"]))
        page = gzip.decompress((gold_path.parent / f"{gold_path.stem}.html.gz").read_bytes())
        start = time.process_time()
        text = extract(page)
        spent += time.process_time() - start
        empty += not text
        scores.append(overlap(gold, grams(text)))
    f1, precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    print(
        f"{name:14} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  empty {empty}  {len(scores) / spent:.0f} pages/s"
    )


def main() -> None:
    if not PAGES.is_dir():
        sys.exit(f"the pages are not there: {PAGES}")
    measure("tawatur", ours)
    try:
        peer = importlib.import_module("trafilatura")
    except ImportError:
        print("trafilatura is not installed: pip install trafilatura")
        return
    measure("trafilatura", lambda page: peer.extract(page) or "")


if __name__ == "__main__":
    main()
