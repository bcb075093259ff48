"""Count in how many articles each stem stands, for the weights that compare texts.

    python benchmarks/train_frequencies.py

Reads the corpora in ../shared/data and writes src/tawatur/language/*/frequencies.tsv: stem and articles per ten
thousand. Counts of words are all that is kept of the texts. Where a language has several corpora, their shares are
averaged, each weighted by the square root of its size: no corpus decides alone what is common.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path

from tawatur.language import language

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
MOST = 4000
LEAST_TEXTS = 60
UNSEGMENTED = {"zh"}  # written without spaces between words, which we do not part

Corpus = list[tuple[str, str]]  # (language, text) of each article


def rows(name: str) -> Iterator[dict]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def corpora(pairs: Iterable[dict]) -> list[Corpus]:
    """The corpora that frequencies are counted on; of news_similarity only these `pairs`."""
    either = [(pair[f"lang{side}"], pair[f"text{side}"]) for pair in pairs for side in (1, 2)]
    arabic = [
        ("ar", " ".join([row["title"], *row["paragraphs"]])) for row in rows("arabic_news/articles.jsonl.gz")
    ]
    english = [("en", row["text"]) for row in rows("attribution_en/train.jsonl.gz")]
    return [arabic, english, list(dict.fromkeys(either))]


def frequencies(counted: Iterable[tuple[dict[str, Counter[str]], Counter[str]]]) -> dict[str, dict[str, int]]:
    """By language the stems' articles per ten thousand, from corpora as `count` gives them, the commonest first."""
    shares: dict[str, Counter[str]] = {}
    weights: Counter[str] = Counter()
    for counts, articles in counted:
        for code, number in articles.items():
            weights[code] += sqrt(number)
            mixed = shares.setdefault(code, Counter())
            for stem, count in counts[code].items():
                if count > 1:  # what stands in one text of a small corpus tells nothing of how common it is
                    mixed[stem] += sqrt(number) * count * 10_000 / number
    return {
        code: {
            stem: share
            for stem, mixed in shares[code].most_common(MOST)
            if (share := round(mixed / weights[code])) and stem.isalpha()
        }
        for code in shares
    }


def count(corpus: Corpus) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """By language in how many articles of a corpus each stem stands, and how many articles there are."""
    counts: dict[str, Counter[str]] = {}
    articles: Counter[str] = Counter()
    for code, text in corpus:
        if code not in UNSEGMENTED:
            counts.setdefault(code, Counter()).update(set(language(code).stems(text)))
            articles[code] += 1
    return counts, Counter({code: number for code, number in articles.items() if number >= LEAST_TEXTS})


def main() -> None:
    found = frequencies(map(count, corpora(rows("news_similarity/pairs.jsonl.gz"))))
    for code, shares in sorted(found.items()):
        path = ROOT / "src" / "tawatur" / "language" / code / "frequencies.tsv"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{stem}\t{share}\n" for stem, share in shares.items()), "utf-8")
        print(f"{path.relative_to(ROOT)}: {len(shares)} stems")


if __name__ == "__main__":
    main()
