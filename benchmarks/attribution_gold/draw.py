"""Draw the paragraphs of the Arabic golds: at random, in the order in which they were annotated.

    python benchmarks/attribution_gold/draw.py [second|third|fourth|fifth|sixth|seventh|eighth]

Prints article id and index of each. Of the first 400 drawn, the gold (ar.jsonl) keeps the first 250 with an attribution
and the first 100 without; every second one, shuffled, is for development, the others for test. `second` draws those of
ar_second.jsonl from the other articles, by turns from the sections that the first gold has least of and from the rest: the
first 120 with an attribution and the first 60 without, two left out of which one may doubt whether they have any. `third` are
72 of other outlets and 96 of the radio, `fourth` 110 of other outlets (12 that no reader can follow were left out), `fifth` 90 of
the radio, each from articles that no gold before it has, but for some of the other outlets' in `fourth`. `sixth` are 90 of the
radio's articles in no other gold, and 60 of other outlets' articles, of which other paragraphs may be in the golds before. `seventh` are 110 of the radio, behind the 700 articles of which some were read to
see what is missed, `eighth` the next 120.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from arabic_texts import articles

GOLD = Path(__file__).resolve().parent
ARTICLES = articles()
SEED, SECOND_SEED, THIRD_SEED, FOURTH_SEED = 20261124, 20261127, 33, 44
FIFTH_SEED, SIXTH_SEED, READ_SEED, SEVENTH_SEED = 55, 66, 77, 88
DRAWN, DRAWN_SECOND = 400, 200
OTHERS, RADIO, DRAWN_FOURTH, DRAWN_FIFTH = 72, 96, 110, 90
OTHERS_SIXTH, RADIO_SIXTH = 60, 90
READ, DRAWN_SEVENTH, DRAWN_EIGHTH = 700, 110, 120
WORDS, LONGER = range(6, 161), range(12, 161)
OPENING = 8  # paragraphs of which one is drawn
RARE = ("internationalNews", "economy", "culture", "technology", "diverse")

FIRST_FIVE = ("ar.jsonl", "ar_second.jsonl", "ar_third.jsonl", "ar_fourth.jsonl", "ar_fifth.jsonl")

Drawn = list[tuple[str, int]]


def known(*golds: str) -> frozenset[str]:
    """The articles of some golds."""
    lines = (line for name in golds for line in (GOLD / name).read_text("utf-8").splitlines())
    return frozenset(json.loads(line)["id"] for line in lines)


def drawn(seed: int, without: frozenset[str] = frozenset()) -> Drawn:
    """The id of the article and the index of the paragraph, shuffled, one paragraph an article."""
    pool = [
        (name, index)
        for name, article in ARTICLES.items()
        for index, paragraph in enumerate(article.paragraphs)
        if is_radio(name) and len(paragraph.split()) in WORDS and name not in without
    ]
    random.Random(seed).shuffle(pool)
    found: dict[str, int] = {}
    for article, index in pool:
        found.setdefault(article, index)
    return list(found.items())


def is_radio(name: str) -> bool:
    return "-" in name


def drawn_second() -> Drawn:
    """From articles that the first gold does not have, by turns from its rare sections and from the others."""
    found = drawn(SECOND_SEED, known("ar.jsonl"))
    rare = [one for one in found if one[0].split("-")[1] in RARE]
    others = [one for one in found if one[0].split("-")[1] not in RARE]
    return [one for pair in zip(rare, others, strict=False) for one in pair][:DRAWN_SECOND]


def opening(name: str, paragraphs: int = OPENING, words: range = LONGER) -> list[int]:
    """The paragraphs at the start of an article that are long enough."""
    start = ARTICLES[name].paragraphs[:paragraphs]
    return [index for index, paragraph in enumerate(start) if len(paragraph.split()) in words]


def one_each(names: Iterable[str], chance: random.Random) -> Drawn:
    """One paragraph of each article that has one long enough."""
    return [(name, chance.choice(long)) for name in names if (long := opening(name))]


def drawn_third() -> Drawn:
    """Of the articles of news_similarity, and of the radio's that are in neither gold."""
    chance = random.Random(THIRD_SEED)
    others = one_each(sorted(filter(is_similarity, ARTICLES)), chance)
    chance.shuffle(others)
    taken = known("ar.jsonl", "ar_second.jsonl")
    radio = [name for name in ARTICLES if is_radio(name) and name not in taken]
    chance.shuffle(radio)
    found = others[:OTHERS] + one_each(radio, chance)[:RADIO]
    chance.shuffle(found)
    return found


def is_similarity(name: str) -> bool:
    return not is_radio(name) and not name.endswith(".tml")


def drawn_fourth() -> Drawn:
    """Three of each document of time_expressions, and two of each article of news_similarity that the third does not have."""
    chance = random.Random(FOURTH_SEED)
    found: Drawn = []
    for name in sorted(name for name in ARTICLES if name.endswith(".tml")):
        long = opening(name, 10, range(12, 171))
        found += [(name, index) for index in chance.sample(long, min(3, len(long)))]
    third = known("ar_third.jsonl")
    for name in sorted(name for name in ARTICLES if is_similarity(name) and name not in third):
        long = opening(name)
        found += [(name, index) for index in chance.sample(long, min(2, len(long)))]
    chance.shuffle(found)
    return found[:DRAWN_FOURTH]


def drawn_fifth() -> Drawn:
    """Of the radio's articles that are in no other gold."""
    chance = random.Random(FIFTH_SEED)
    taken = known("ar.jsonl", "ar_second.jsonl", "ar_third.jsonl", "ar_fourth.jsonl")
    names = [name for name in ARTICLES if is_radio(name) and name not in taken]
    chance.shuffle(names)
    return one_each(names, chance)[:DRAWN_FIFTH]


def drawn_sixth() -> Drawn:
    """Of the radio's articles that are in no other gold, and paragraphs of other outlets' articles that none has."""
    chance = random.Random(SIXTH_SEED)
    taken = known(*FIRST_FIVE)
    radio = [name for name in ARTICLES if is_radio(name) and name not in taken]
    chance.shuffle(radio)
    drawn_before = set(drawn_third()) | set(drawn_fourth())
    others = [
        (name, index)
        for name in sorted(filter(is_similarity, ARTICLES))
        for index in opening(name)
        if (name, index) not in drawn_before
    ]
    chance.shuffle(others)
    one_of_each = list(dict(others).items())
    found = one_of_each[:OTHERS_SIXTH] + one_each(radio, chance)[:RADIO_SIXTH]
    chance.shuffle(found)
    return found


def drawn_unread() -> Drawn:
    """Of the radio's articles that are in none of the first six golds, and were not read to see what is missed."""
    taken = known(*FIRST_FIVE, "ar_sixth.jsonl")
    radio = [name for name in ARTICLES if is_radio(name) and name not in taken]
    random.Random(READ_SEED).shuffle(radio)
    chance = random.Random(SEVENTH_SEED)
    long = ((name, opening(name, 12)) for name in radio[READ:])
    return [(name, chance.choice(found)) for name, found in long if found]


DRAW = {
    "second": drawn_second,
    "third": drawn_third,
    "fourth": drawn_fourth,
    "fifth": drawn_fifth,
    "sixth": drawn_sixth,
    "seventh": lambda: drawn_unread()[:DRAWN_SEVENTH],
    "eighth": lambda: drawn_unread()[DRAWN_SEVENTH : DRAWN_SEVENTH + DRAWN_EIGHTH],
}

if __name__ == "__main__":
    chosen = DRAW.get(sys.argv[-1], lambda: drawn(SEED)[:DRAWN])
    for article, index in chosen():
        print(article, index)
