"""Count in how many articles each stem stands, for the weights that compare texts.

    python benchmarks/train_frequencies.py

Reads the Arabic and English corpora in ../shared/data and writes src/tawatur/language/*/frequencies.tsv: stem
and articles per ten thousand, the commonest 4,000. Counts of words are all that is kept of the texts.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

from tawatur.language import language

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
CORPORA = {
    "ar": ("arabic_news/articles.jsonl.gz", lambda row: " ".join([row["title"], *row["paragraphs"]])),
    "en": ("attribution_en/train.jsonl.gz", lambda row: row["text"]),
}


def main() -> None:
    for code, (name, text_of) in CORPORA.items():
        counts: Counter[str] = Counter()
        articles = 0
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.update(set(language(code).stems(text_of(json.loads(line)))))
                articles += 1
        path = ROOT / "src" / "tawatur" / "language" / code / "frequencies.tsv"
        common = [(stem, round(count * 10_000 / articles)) for stem, count in counts.most_common(4000)]
        path.write_text(
            "".join(f"{stem}\t{share}\n" for stem, share in common if share and stem.isalpha()), "utf-8"
        )
        print(f"{path.relative_to(ROOT)}: {len(common)} stems of {articles} articles")


if __name__ == "__main__":
    main()
