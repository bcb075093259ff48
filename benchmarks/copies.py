"""How well and how fast copies are found, on truth made from the Arabic corpus, beside MinHash LSH of two libraries.

    python benchmarks/copies.py [--stream MILLIONS]

Copies of ../shared/data/arabic_news are edited as outlets edit what they copy, at three strengths; texts that took over
paragraphs are built from others of the same corpus. Articles that the corpus itself holds twice are left out first, by
comparing every pair of bags of words. `--stream` feeds a stream of so many million articles (the corpus again and again, its
words changed, its times shifted) and reports what an article costs and the memory. Needs datasketch and rensa.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import train_frequencies
from scores import print_cost, score

from tawatur.copies import Copies
from tawatur.language import analyse

SEED = 20261126
LEAST_WORDS = 30
STEP = 10_000
WINDOW = 7 * 86_400
LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "ى": "ي"})
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Text:
    """An article of the benchmark, and whose text it took."""

    title: str
    paragraphs: tuple[str, ...]
    same: int | None = None


def corpus() -> list[Text]:
    """The articles of at least thirty words, those the corpus holds twice left out."""
    texts = [
        Text(row["title"], tuple(row["paragraphs"]))
        for row in train_frequencies.rows("arabic_news/articles.jsonl.gz")
    ]
    bags = [frozenset(" ".join(text.paragraphs).split()) for text in texts]
    holders: dict[str, list[int]] = {}
    kept: list[int] = []
    for number, bag in enumerate(bags):
        if len(bag) < LEAST_WORDS:
            continue
        shared = Counter(other for word in bag for other in holders.get(word, ()))
        if not any(count > 0.5 * min(len(bag), len(bags[other])) for other, count in shared.items()):
            kept.append(number)
            for word in bag:
                holders.setdefault(word, []).append(number)
    return [texts[number] for number in kept]


def vocalised(text: str, rng: random.Random) -> str:
    return re.sub(r"(?<=[ء-ي])(?=[ء-ي])", lambda _: rng.choice(("", "", "َ", "ُ", "ِ", "ْ")), text)


def stretched(text: str, rng: random.Random) -> str:
    return re.sub(
        r"(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-ي])", lambda _: "ـ" if rng.random() < 0.05 else "", text
    )


def cut(paragraphs: Sequence[str], share: float) -> tuple[str, ...]:
    """The paragraphs without the last `share` of their words."""
    left = round(sum(len(paragraph.split()) for paragraph in paragraphs) * (1 - share))
    found = []
    for paragraph in paragraphs:
        words = paragraph.split()[:left]
        left -= len(words)
        if words:
            found.append(" ".join(words))
    return tuple(found)


def reworded(text: str, share: float, vocabulary: Sequence[str], rng: random.Random) -> str:
    """The text with a share of its words replaced, dropped or doubled."""
    changes: tuple[Callable[[str], str], ...] = (
        lambda _: rng.choice(vocabulary),
        lambda _: "",
        lambda word: f"{word} {rng.choice(vocabulary)}",
    )
    return " ".join(rng.choice(changes)(word) if rng.random() < share else word for word in text.split())


STRENGTHS = {
    "light": (0.0, 0.0),
    "medium": (0.15, 0.02),
    "strong": (0.3, 0.05),
}  # of words cut, and of words changed


def edited(
    text: Text,
    number: int,
    strength: str,
    titles: Sequence[str],
    vocabulary: Sequence[str],
    rng: random.Random,
) -> Text:
    """A copy of a text under another headline, with a dateline and a credit, spelt otherwise, cut and reworded."""
    share, changed = STRENGTHS[strength]
    paragraphs = tuple(
        reworded(paragraph, changed, vocabulary, rng) for paragraph in cut(text.paragraphs, share)
    )
    respelt = rng.choice(
        (
            vocalised,
            stretched,
            lambda text, _: text.translate(LETTERS),
            lambda text, _: text.translate(EASTERN),
        )
    )
    paragraphs = tuple(respelt(paragraph, rng) for paragraph in paragraphs)
    city = rng.choice(("تونس", "القاهرة", "بيروت", "الرباط", "لندن"))
    agency = rng.choice(("وات", "رويترز", "وكالات", "أ ف ب"))
    credit = rng.choice((f"المصدر: {agency}", f"نقلا عن {agency}", f"({agency})"))
    first = f"{city} ({agency}) - {paragraphs[0]}"
    return Text(rng.choice(titles), (first, *paragraphs[1:], credit), same=number)


def quarters(text: Text) -> list[str]:
    """The text as four paragraphs of the same length."""
    words = " ".join(text.paragraphs).split()
    step = -(-len(words) // 4)
    return [" ".join(words[first : first + step]) for first in range(0, len(words), step)]


def borrowing(
    source: Text, own: Sequence[Text], number: int, rng: random.Random
) -> tuple[Text, set[tuple[int, int]]]:
    """Eight paragraphs, six of them of other texts and two of the source; which (paragraph, source) they are."""
    parts = [rng.choice(quarters(text)) for text in own]
    taken = rng.sample(quarters(source), 2)
    places = sorted(rng.sample(range(8), 2))
    for place, part in zip(places, taken, strict=True):
        parts.insert(place, part)
    return Text(own[0].title, tuple(parts)), {(place, number) for place in places}


def length(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def shingles(text: Text) -> tuple[tuple[int, ...], ...]:
    return analyse(text.title, text.paragraphs, "ar").shingles


def full_copies(texts: list[Text], rng: random.Random) -> None:
    vocabulary = sorted(
        {word for text in texts for paragraph in text.paragraphs for word in paragraph.split()}
    )
    titles = [text.title for text in texts]
    order = list(range(len(texts)))
    rng.shuffle(order)
    chosen = order[: len(order) // 2]
    originals = [shingles(text) for text in texts]
    print(f"{len(texts)} articles; {len(chosen)} of them are copied at each strength")
    for strength in STRENGTHS:
        copies = [edited(texts[number], number, strength, titles, vocabulary, rng) for number in chosen]
        stream = [(*pair, None) for pair in enumerate(originals)]
        stream += [(len(texts) + at, shingles(copy), copy.same) for at, copy in enumerate(copies)]
        for name, run in PEERS.items():
            started = time.process_time()
            found = run([(number, whole) for number, whole, _ in stream])
            seconds = time.process_time() - started
            gold = sum(truth is not None for _, _, truth in stream)
            both = sum(truth is not None and found.get(number) == truth for number, _, truth in stream)
            f1, precision, recall = score(both, gold, len(found))
            print(
                f"  {strength:7} {name:16} precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}  {len(stream) / seconds:6.0f} articles/s"
            )


def tawatur(stream: list[tuple[int, Sequence[Sequence[int]]]]) -> dict[int, int]:
    copies, found = Copies(), {}
    for number, whole in stream:
        match = copies.match(whole, number, WINDOW)
        if match.same is not None:
            found[number] = match.same
        copies.add(number, whole, number)
    return found


def with_datasketch(stream: list[tuple[int, Sequence[Sequence[int]]]]) -> dict[int, int]:
    from datasketch import MinHash, MinHashLSH

    def hashed(whole: Sequence[Sequence[int]]) -> MinHash:
        made = MinHash(num_perm=128)
        made.update_batch([str(shingle).encode() for paragraph in whole for shingle in paragraph])
        return made

    return by_lsh(stream, MinHashLSH(threshold=0.5, num_perm=128), hashed)


def with_rensa(stream: list[tuple[int, Sequence[Sequence[int]]]]) -> dict[int, int]:
    from rensa import RMinHash, RMinHashLSH

    def hashed(whole: Sequence[Sequence[int]]) -> RMinHash:
        made = RMinHash(num_perm=128, seed=SEED)
        made.update([str(shingle) for paragraph in whole for shingle in paragraph])
        return made

    return by_lsh(stream, RMinHashLSH(0.5, 128, 32), hashed)


def by_lsh(
    stream: list[tuple[int, Sequence[Sequence[int]]]],
    index: Any,
    hashed: Callable[[Sequence[Sequence[int]]], Any],
) -> dict[int, int]:
    """The nearest text of those that an index of MinHashes proposes, from an estimated Jaccard of one half on."""
    hashes: dict[int, Any] = {}
    found: dict[int, int] = {}
    for number, whole in stream:
        own = hashes[number] = hashed(whole)
        near = [(own.jaccard(hashes[other]), -other) for other in index.query(own)]
        if near and max(near)[0] >= 0.5:
            found[number] = -max(near)[1]
        index.insert(number, own)
    return found


PEERS = {"tawatur": tawatur, "datasketch LSH": with_datasketch, "rensa LSH": with_rensa}


def partial_reuse(texts: list[Text], rng: random.Random) -> None:
    """Sources and the paragraphs around what is taken from them come of two halves of the corpus."""
    long = [text for text in texts if length(text.paragraphs) >= 60]
    sources, others = long[::2], long[1::2]
    copies = Copies()
    for number, source in enumerate(sources):
        copies.add(number, shingles(Text(source.title, tuple(quarters(source)))), 0)
    both = gold = found = 0
    for number, source in enumerate(sources):
        text, taken = borrowing(source, rng.sample(others, 6), number, rng)
        reused = set(copies.match(shingles(text), 0, WINDOW).reused)
        both, gold, found = both + len(reused & taken), gold + len(taken), found + len(reused)
    f1, precision, recall = score(both, gold, found)
    print(
        f"partial reuse, 2 of 8 paragraphs, {len(sources)} texts: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}"
    )


def stream(texts: list[Text], millions: float) -> None:
    """What an article costs as the stream goes on, its window of a week holding ten thousand all along."""
    total = int(millions * 1_000_000)
    copies = Copies()
    base = [shingles(text) for text in texts]
    print("stream of 10,000 articles a week")
    for number, whole in enumerate(changed(base, total)):
        if number % STEP == 0:
            started = time.process_time()
        moment = number * WINDOW / 10_000
        if number % 500 == 0:
            copies.forget(moment - WINDOW)
        copies.match(whole, moment, WINDOW)
        copies.add(number, whole, moment)
        if number + 1 in (2 * STEP, 10 * STEP, 50 * STEP, total):
            print_cost(STEP, number + 1, time.process_time() - started, len(copies))


def changed(base: list[tuple[tuple[int, ...], ...]], total: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    """The shingles of the corpus over and over, other ones each time round, as if other words stood there."""
    for number in range(total):
        turn, which = divmod(number, len(base))
        salt = turn * 0x9E3779B97F4A7C15 & 0x7FFFFFFFFFFFFFFF
        yield tuple(tuple(shingle ^ salt for shingle in paragraph) for paragraph in base[which])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--stream", type=float, metavar="MILLIONS", help="also a stream of so many million articles"
    )
    options = parser.parse_args()
    texts = corpus()
    rng = random.Random(SEED)
    full_copies(texts, rng)
    partial_reuse(texts, rng)
    if options.stream:
        stream(texts, options.stream)


if __name__ == "__main__":
    main()
