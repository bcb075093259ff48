"""Draw the paragraphs of the Arabic gold: at random, one an article, in the order in which they were annotated.

    python benchmarks/attribution_gold/draw.py [second]

Prints article id and index of each. Of the first 400 drawn, the gold (ar.jsonl) keeps the first 250 with an attribution
and the first 100 without; every second one, shuffled, is for development, the others for test. `draw.py second` draws those of
ar_second.jsonl from the other articles, by turns from the sections that the first gold has least of and from the rest: the
first 120 with an attribution and the first 60 without, two left out of which one may doubt whether they have any.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "arabic_news" / "articles.jsonl.gz"
FIRST = Path(__file__).resolve().parent / "ar.jsonl"
SEED, SECOND_SEED = 20261124, 20261127
DRAWN, DRAWN_SECOND = 400, 200
WORDS = range(6, 161)
RARE = ("internationalNews", "economy", "culture", "technology", "diverse")


def drawn(seed: int, without: frozenset[str] = frozenset()) -> list[tuple[str, int]]:
    """The id of the article and the index of the paragraph, shuffled, one paragraph an article."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    pool = [
        (article["id"], index)
        for article in articles
        for index, paragraph in enumerate(article["paragraphs"])
        if len(paragraph.split()) in WORDS and article["id"] not in without
    ]
    random.Random(seed).shuffle(pool)
    found: dict[str, int] = {}
    for article, index in pool:
        found.setdefault(article, index)
    return list(found.items())


def drawn_second() -> list[tuple[str, int]]:
    """From articles that the first gold does not have, by turns from its rare sections and from the others."""
    first = frozenset(json.loads(line)["id"] for line in FIRST.read_text("utf-8").splitlines())
    found = drawn(SECOND_SEED, first)
    rare = [one for one in found if one[0].split("-")[1] in RARE]
    others = [one for one in found if one[0].split("-")[1] not in RARE]
    return [one for pair in zip(rare, others, strict=False) for one in pair][:DRAWN_SECOND]


if __name__ == "__main__":
    for article, index in drawn_second() if "second" in sys.argv else drawn(SEED)[:DRAWN]:
        print(article, index)
