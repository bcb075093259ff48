"""Draw the paragraphs of the Arabic gold: at random, one an article, in the order in which they were annotated.

    python benchmarks/attribution_gold/draw.py

Prints article id and index of each. Of the first 400 drawn, the gold (ar.jsonl) keeps the first 250 with an attribution
and the first 100 without; every second one, shuffled, is for development, the others for test.
"""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "arabic_news" / "articles.jsonl.gz"
SEED = 20261124
DRAWN = 400
WORDS = range(6, 161)


def drawn() -> list[tuple[str, int]]:
    """The id of the article and the index of the paragraph, for each drawn."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    pool = [
        (article["id"], index)
        for article in articles
        for index, paragraph in enumerate(article["paragraphs"])
        if len(paragraph.split()) in WORDS
    ]
    random.Random(SEED).shuffle(pool)
    found: dict[str, int] = {}
    for article, index in pool:
        found.setdefault(article, index)
    return list(found.items())[:DRAWN]


if __name__ == "__main__":
    for article, index in drawn():
        print(article, index)
