"""Train the two decisions on English statements, and measure them on articles that were not trained on.

    python benchmarks/train_statements.py            # held-out figures, then writes src/tawatur/language/en/statements.json
    python benchmarks/train_statements.py --measure  # figures only

Trained on the training part of PolNeAR (../shared/data/attribution_en): is a word of the lexicon a cue, and which phrase is its
source. Of several words in one cue the likeliest is the cue. Needs scipy and scikit-learn.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from attribution_en import Found, articles, overlap
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tawatur.attribution.clause import Clause, CueWord, Phrase
from tawatur.attribution.features import cue_features, phrases_near, source_features
from tawatur.attribution.lexicon import lexicon
from tawatur.attribution.paragraph import Paragraph, Range
from tawatur.attribution.sentence import Sentence
from tawatur.outlets import known

OUT = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "language" / "en" / "statements.json"
LEAST_SEEN = 12  # candidates that must show a feature
LEAST_WEIGHT = 0.04  # a smaller one tells nothing
STRENGTH = {"cue": 0.15, "source": 0.15}  # of the evidence against the prior that no feature tells anything
LEAST = 0.42  # the joint score of a statement; the best on held-out articles
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of the lexicon in an article: what is seen of it, and the attributions whose cue it stands in."""

    article: int
    base: int
    clause: Clause
    cue: CueWord
    seen: tuple[str, ...]
    gold: tuple[int, ...]

    def characters(self, part: Range) -> tuple[tuple[int, int], ...]:
        start, end = self.clause.s.paragraph.span(part)
        return ((start + self.base, end + self.base),)


class Model:
    """A logistic regression over named features."""

    def __init__(self, rows: Sequence[Iterable[str]], labels: Sequence[bool], strength: float) -> None:
        seen = Counter(feature for row in rows for feature in set(row))
        self.index = {feature: 0 for feature, count in seen.items() if count >= LEAST_SEEN}
        self.index = {feature: at for at, feature in enumerate(self.index)}
        fitted = LogisticRegression(C=strength, max_iter=300, solver="liblinear").fit(self._matrix(rows), labels)
        self.bias = float(fitted.intercept_[0])
        self.weights = {
            feature: round(float(fitted.coef_[0][at]), 2)
            for feature, at in self.index.items()
            if abs(fitted.coef_[0][at]) >= LEAST_WEIGHT
        }

    def _matrix(self, rows: Sequence[Iterable[str]]) -> csr_matrix:
        columns: list[int] = []
        ends = [0]
        for row in rows:
            columns += sorted({self.index[feature] for feature in row if feature in self.index})
            ends.append(len(columns))
        return csr_matrix((np.ones(len(columns), np.float32), columns, ends), (len(rows), len(self.index)))

    def likely(self, row: Iterable[str]) -> float:
        odds = self.bias + sum(self.weights.get(feature, 0.0) for feature in row)
        return float(1 / (1 + np.exp(-odds)))


def candidates(number: int, text: str, gold: Sequence[Found]) -> list[Candidate]:
    words, outlets, found, base = lexicon("en"), known(), [], 0
    assert words is not None
    for line in text.split("\n"):
        paragraph = Paragraph(line, words)
        for at, (first, end) in enumerate(paragraph.sentence_ranges()):
            clause = Clause(Sentence(paragraph, words, outlets, at, first, end))
            for which, one in enumerate(clause.cues):
                start, last = paragraph.span((one.at, one.after))
                place = ((start + base, last + base),)
                inside = tuple(key for key, true in enumerate(gold) if true[1] and overlap(place, true[1]))
                found.append(Candidate(number, base, clause, one, tuple(cue_features(clause, which)), inside))
        base += len(line) + 1
    return found


def best_of_each(found: Sequence[Candidate], scores: Sequence[float]) -> list[bool]:
    """Which candidate is the cue of an attribution: of several in one cue the likeliest."""
    top: dict[tuple[int, int], int] = {}
    for at, one in enumerate(found):
        for key in one.gold:
            if scores[at] > scores[top.setdefault((one.article, key), at)]:
                top[one.article, key] = at
    chosen = set(top.values())
    return [at in chosen for at in range(len(found))]


def options(one: Candidate) -> list[tuple[Phrase | None, list[str]]]:
    return [
        (phrase, source_features(one.clause, one.cue, phrase, rank))
        for phrase, rank in phrases_near(one.clause, one.cue)
    ]


def is_source(one: Candidate, phrase: Phrase | None, true: Found) -> bool:
    return overlap(one.characters((phrase.start, phrase.end)) if phrase else (), true[0])


def train(found: Sequence[Candidate], gold: Sequence[Sequence[Found]]) -> tuple[Model, Model]:
    """The model of cues and the model of sources."""
    rows = [one.seen for one in found]
    labels = [bool(one.gold) for one in found]
    for _ in range(ROUNDS):
        cues = Model(rows, labels, STRENGTH["cue"])
        labels = best_of_each(found, [cues.likely(row) for row in rows])
    seen, right = [], []
    for one, chosen in zip(found, labels, strict=True):
        for phrase, row in options(one) if chosen else ():
            seen.append(row)
            right.append(any(is_source(one, phrase, gold[one.article][key]) for key in one.gold))
    return cues, Model(seen, right, STRENGTH["source"])


def measure(found: Sequence[Candidate], gold: Sequence[Sequence[Found]], cues: Model, sources: Model) -> None:
    """Print precision, recall and F1 of cue with source by the least joint score."""
    scored = []
    for one in found:
        likely = cues.likely(one.seen)
        if likely > 0.1:
            sure, phrase = max(((sources.likely(row), phrase) for phrase, row in options(one)), key=lambda pair: pair[0])
            scored.append((likely * sure**0.5, one, phrase))
    wanted = sum(map(len, gold))
    for least in (0.34, 0.38, 0.42, 0.46):
        met: set[tuple[int, int]] = set()
        given = 0
        for score, one, phrase in scored:
            if score >= least:
                given += 1
                free = (key for key in one.gold if (one.article, key) not in met)
                hit = next((key for key in free if is_source(one, phrase, gold[one.article][key])), None)
                if hit is not None:
                    met.add((one.article, hit))
        print(f"least {least}: precision {len(met) / given:.3f} recall {len(met) / wanted:.3f} F1 {2 * len(met) / (given + wanted):.3f}")  # fmt: skip


def main() -> None:
    corpus = list(articles("train"))
    random.Random(5).shuffle(corpus)
    gold = [true for _, true in corpus]
    found = [one for at, (text, true) in enumerate(corpus) for one in candidates(at, text, true)]
    held = len(corpus) * 4 // 5
    models = train([one for one in found if one.article < held], gold)
    print("weights:", *(len(model.weights) for model in models))
    measure([one for one in found if one.article >= held], [true if at >= held else [] for at, true in enumerate(gold)], *models)  # fmt: skip
    if "--measure" not in sys.argv:
        cues, sources = train(found, gold)
        OUT.write_text(
            json.dumps(
                {"cue_bias": round(cues.bias, 2), "source_bias": round(sources.bias, 2), "least": LEAST, "cue": dict(sorted(cues.weights.items())), "source": dict(sorted(sources.weights.items()))},
                ensure_ascii=False, indent=0,
            )
            + "\n"
        )  # fmt: skip
        print("wrote", OUT.name, OUT.stat().st_size)


if __name__ == "__main__":
    main()
