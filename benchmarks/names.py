"""How well names are recognised in Arabic: words of names and of places, on 100 articles.

    python benchmarks/names.py

Gold: benchmarks/names_gold/ar.json, the names in title and first seventy words of 100 articles of ../shared/data/arabic_news
drawn at random (seed 411), listed by a language model that read them. Words are compared as they sound (consonant skeletons), each
counted once an article. Persons and organisations are one kind: the recogniser does not tell them apart.
"""

from __future__ import annotations

import json
from pathlib import Path

import train_frequencies
from scores import score

from tawatur.language import language
from tawatur.language.gazetteer import gazetteer
from tawatur.language.names import skeleton
from tawatur.language.recognise import recognise
from tawatur.language.text import words

GOLD = Path(__file__).parent / "names_gold" / "ar.json"
WORDS = 70


def sounds(names: list[str]) -> set[str]:
    return {key for name in names for word in words(name) if len(key := skeleton(word)) >= 2}


def main() -> None:
    spoken = language("ar")
    gold = json.loads(GOLD.read_text("utf-8"))
    totals = {"persons and organisations": [0, 0, 0], "persons": [0, 0, 0], "places": [0, 0, 0]}
    for row in train_frequencies.rows("arabic_news/articles.jsonl.gz"):
        if row["id"] not in gold:
            continue
        own = gold[row["id"]]
        parts = [row["title"], " ".join(" ".join(row["paragraphs"]).split()[:WORDS])]
        runs = [words(spoken.normalise(part)) for part in parts]
        found = recognise(parts, runs, spoken)
        places = set()
        for folded in runs:
            for first, end, _ in gazetteer(spoken).find(folded):
                places |= sounds([" ".join(folded[first:end])])
        persons, organisations, wanted = (
            sounds(own[kind]) for kind in ("persons", "organisations", "places")
        )
        for name, truth, got in (
            ("persons and organisations", persons | organisations, found.others - wanted),
            ("persons", persons, found.others & persons),
            ("places", wanted, places - persons - organisations),
        ):
            for at, number in enumerate((len(truth & got), len(truth), len(got))):
                totals[name][at] += number
    for name, counts in totals.items():
        f1, precision, recall = score(*counts)
        figures = (
            f"recall {recall:.3f}"
            if name == "persons"
            else f"F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f}"
        )
        print(f"{name:26} {figures} ({counts[1]} words)")


if __name__ == "__main__":
    main()
