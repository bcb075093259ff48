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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from attribution_en import Found, articles, overlap
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tawatur.attribution.clause import Clause, CueWord, Phrase
from tawatur.attribution.decisions import Decisions
from tawatur.attribution.features import (
    core_features,
    further_features,
    history_features,
    phrases_near,
    source_features,
)
from tawatur.attribution.lexicon import lexicon
from tawatur.attribution.paragraph import Paragraph, Range
from tawatur.attribution.sentence import Sentence
from tawatur.attribution.subject_first import decided
from tawatur.outlets import known

OUT = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "language" / "en" / "statements.json"
LEAST_SEEN = 10  # candidates that must show a feature
LEAST_WEIGHT = 0.04  # a smaller one tells nothing
STRENGTH = {"cue": 0.5, "source": 0.5}  # of the evidence against the prior that no feature tells anything
LEAST = 0.37  # the joint score of a statement; held-out F1 hardly differs from 0.34 to 0.42
ROUNDS = 2


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
        kept = (feature for feature, count in seen.items() if count >= LEAST_SEEN)
        self.index = {feature: at for at, feature in enumerate(kept)}
        fitted = LogisticRegression(C=strength, l1_ratio=1, max_iter=200, tol=1e-3, solver="liblinear").fit(
            self._matrix(rows), labels
        )
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
                seen = (*core_features(clause, one), *further_features(clause, which))
                found.append(Candidate(number, base, clause, one, seen, inside))
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


def is_source(one: Candidate, phrase: Phrase | None, true: Found) -> bool:
    return overlap(one.characters((phrase.start, phrase.end)) if phrase else (), true[0])


def with_history(
    found: Sequence[Candidate], chosen: Sequence[bool], gold: Sequence[Sequence[Found]]
) -> Iterator[tuple[Candidate, list[str], Phrase | None]]:
    """Each candidate with its features and the last source of its sentence, as the gold has them."""
    clause, last, source = None, None, None
    for one, is_cue in zip(found, chosen, strict=True):
        if one.clause is not clause:
            clause, last, source = one.clause, None, None
        yield one, [*one.seen, *history_features(one.clause, one.cue, last)], source
        if is_cue:
            near = sorted(phrases_near(one.clause, one.cue), key=lambda pair: abs(pair[1]))
            true = [gold[one.article][key] for key in one.gold]
            last = one.cue
            source = next(
                (phrase for phrase, _ in near if phrase and any(is_source(one, phrase, it) for it in true)),
                None,
            )


def train(found: Sequence[Candidate], gold: Sequence[Sequence[Found]]) -> Decisions:
    """Both decisions."""
    labels, rows = [bool(one.gold) for one in found], [list(one.seen) for one in found]
    for _ in range(ROUNDS):
        cues = Model(rows, labels, STRENGTH["cue"])
        labels = best_of_each(found, [cues.likely(row) for row in rows])
        rows = [row for _, row, _ in with_history(found, labels, gold)]
    seen, right = [], []
    for chosen, (one, _, last) in zip(labels, with_history(found, labels, gold), strict=True):
        for phrase, rank in phrases_near(one.clause, one.cue) if chosen else ():
            seen.append(source_features(one.clause, one.cue, phrase, rank, last))
            right.append(any(is_source(one, phrase, gold[one.article][key]) for key in one.gold))
    cues, sources = Model(rows, labels, STRENGTH["cue"]), Model(seen, right, STRENGTH["source"])
    return Decisions(cues.weights, sources.weights, round(cues.bias, 2), round(sources.bias, 2), LEAST)


def measure(found: Sequence[Candidate], gold: Sequence[Sequence[Found]], learned: Decisions) -> None:
    """Print precision, recall and F1 of cue with source by the least joint score."""
    wanted = sum(map(len, gold))
    by_place = {(id(one.clause), one.cue.at): one for one in found}
    clauses = list(dict.fromkeys(one.clause for one in found))
    for least in (0.3, 0.34, 0.38, 0.42):
        met: set[tuple[int, int]] = set()
        given = 0
        for clause in clauses:
            for cue, phrase in decided(clause, replace(learned, least=least)):
                one = by_place[id(clause), cue.at]
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
    learned = train([one for one in found if one.article < held], gold)
    print("weights:", len(learned.cue), len(learned.source))
    measure([one for one in found if one.article >= held], [true if at >= held else [] for at, true in enumerate(gold)], learned)  # fmt: skip
    if "--measure" not in sys.argv:
        OUT.write_text(
            json.dumps(asdict(train(found, gold)), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        )
        print("wrote", OUT.name, OUT.stat().st_size)


if __name__ == "__main__":
    main()
