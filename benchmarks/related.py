"""How well related articles are found on the demo world, and how fast over a large store.

    python benchmarks/related.py                    # quality
    python benchmarks/related.py --store ARTICLES   # time over a store of so many, made of the Arabic corpus

Gold: an article is on the subject of another if both are of one story of the demo world. A read-also is right if it is on the
subject and carries another text. nDCG@10 of the similar headlines: 1 for a headline on the subject, 0 for others; the ideal
has as many as there are other texts of the story. Only articles whose story has another text are counted.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from datetime import datetime, timedelta
from math import log2
from pathlib import Path

import train_frequencies

from tawatur.demo import world
from tawatur.language.meaning import available
from tawatur.model import Article
from tawatur.road import Incoming, open_store


def quality(semantic: bool) -> None:
    outlets = world().outlets
    reports = world().at()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "s.db", semantic=semantic) as road,
    ):
        road.add(
            Incoming(
                Article(
                    one.title, one.paragraphs, language=one.language, published=one.published,
                    outlet=outlets[one.outlet].name, url=f"https://demo.example/{one.id}",
                ),
                one.published,
            )
            for one in reports
        )  # fmt: skip
        story = {one.id: one.story for one in reports}
        text = {one.id: one.copy_of if one.copy_of and one.copy != "partial" else one.id for one in reports}
        texts = defaultdict(set)
        for one in reports:
            texts[one.story].add(text[one.id])
        name = {found.id: (found.article.url or "").rsplit("/", 1)[-1] for found in road.store.all_reports()}
        right = asked = 0
        gains = []
        for number, own in name.items():
            others = texts[story[own]] - {text[own]}
            if not others:
                continue
            found = road.related(number)
            asked += 1
            also = name[found.read_also.id] if found.read_also else None
            right += also is not None and story[also] == story[own] and text[also] != text[own]
            ranked = [name[one.id] for one in found.similar]
            left = len(others) - (also is not None and text[also] in others)
            ideal = sum(1 / log2(at + 2) for at in range(min(10, left)))
            gain = sum(
                1 / log2(at + 2)
                for at, one in enumerate(ranked[:10])
                if story[one] == story[own] and text[one] != text[own]
            )
            if ideal:
                gains.append(min(1.0, gain / ideal))
    print(
        f"{'with semantic' if semantic else 'words only':14} read-also right {right / asked:.3f} of {asked}, nDCG@10 of similar {sum(gains) / len(gains):.3f}"
    )


def speed(size: int) -> None:
    corpus = train_frequencies.rows("arabic_news/articles.jsonl.gz")
    rows = sorted(corpus, key=lambda row: row["published"].lstrip("-"))
    turns = -(-size // len(rows))
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.db", semantic=False) as road:
        made = (
            Incoming(
                Article(
                    row["title"], (*row["paragraphs"], f"نسخة {turn} من الأرشيف"), language="ar", outlet=row["outlet"],
                    published=datetime.fromisoformat(row["published"].lstrip("-")) + timedelta(days=1500 * turn),
                    url=f"https://x.example/{turn}/{at}",
                ),
                datetime.fromisoformat("2060-01-01T00:00:00+00:00"),
            )
            for turn in range(turns)
            for at, row in enumerate(rows[: size - turn * len(rows)])
        )  # fmt: skip
        road.add(made)
        taken = []
        for number in range(1, size, max(1, size // 500)):
            started = time.perf_counter()
            road.related(number)
            taken.append(time.perf_counter() - started)
    taken.sort()
    print(
        f"related over {size:,} articles: median {1e3 * taken[len(taken) // 2]:.1f} ms, 95th percentile {1e3 * taken[int(len(taken) * 0.95)]:.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--store", type=int, metavar="ARTICLES", help="only the time over a store of so many")
    options = parser.parse_args()
    if options.store:
        speed(options.store)
        return
    for semantic in (False, True) if available() else (False,):
        quality(semantic)


if __name__ == "__main__":
    main()
