"""Train the decisions on English statements, and measure them on articles that were not trained on.

    python benchmarks/train_statements.py            # held-out figures, then writes src/tawatur/language/en/statements.json
    python benchmarks/train_statements.py --measure  # figures only

Trained on the training part of PolNeAR (../shared/data/attribution_en): is a word of the lexicon a cue, which phrase is its
source, and, by what both say of all the words of a sentence, is it a statement. Of several words in one cue the likeliest is
the cue. Needs scipy and scikit-learn.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from attribution_en import Found, articles, overlap
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from tawatur.attribution.learned.clause import Clause, CueWord, Phrase
from tawatur.attribution.learned.deciding import decided, looked_at, views
from tawatur.attribution.learned.decisions import Decisions, weighed
from tawatur.attribution.learned.features import (
    core_features,
    further_features,
    none_features,
    phrase_features,
    phrases_near,
    place_features,
)
from tawatur.attribution.lexicon import lexicon
from tawatur.attribution.text.paragraph import Paragraph, Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.outlets import known
from tawatur.trees import Trees

OUT = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "language" / "en" / "statements.json"
LEAST_SEEN = 10  # candidates that must show a feature
LEAST_WEIGHT = {"cue": 0.04, "source": 0.1}  # a smaller one tells nothing
CUE_STRENGTH = 0.5  # of the evidence against the prior that no feature tells anything
SOURCE_PRIOR = 3.0  # the precision of the prior of each weight
FOLDS = 4  # the trees are grown on what weights say of articles that they were not trained on
TREES = {"learning_rate": 0.12, "max_iter": 50, "max_leaf_nodes": 8, "min_samples_leaf": 60, "l2_regularization": 5.0}  # fmt: skip
LEAST = 0.38  # the probability of a statement: half of the F1 that is reached
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


class Rows:
    """Named features as a matrix: those that enough rows have."""

    def __init__(self, rows: Sequence[Iterable[str]]) -> None:
        seen = Counter(feature for row in rows for feature in set(row))
        self.index = {
            feature: at
            for at, feature in enumerate(one for one, count in seen.items() if count >= LEAST_SEEN)
        }
        columns: list[int] = []
        ends = [0]
        for row in rows:
            columns += sorted({self.index[feature] for feature in row if feature in self.index})
            ends.append(len(columns))
        self.matrix = csr_matrix((np.ones(len(columns)), columns, ends), (len(rows), len(self.index)))

    def named(self, weights: Any, least: float) -> dict[str, float]:
        return {
            feature: round(float(weights[at]), 2)
            for feature, at in self.index.items()
            if abs(weights[at]) >= least
        }


def trained_cue(rows: Sequence[Iterable[str]], labels: Sequence[bool]) -> tuple[dict[str, float], float]:
    """The weights and the bias of a logistic regression."""
    of = Rows(rows)
    fitted = LogisticRegression(C=CUE_STRENGTH, l1_ratio=1, max_iter=200, tol=1e-3, solver="liblinear")
    fitted.fit(of.matrix, labels)
    return of.named(fitted.coef_[0], LEAST_WEIGHT["cue"]), round(float(fitted.intercept_[0]), 2)


def trained_source(groups: Sequence[Sequence[tuple[Iterable[str], bool]]]) -> dict[str, float]:
    """The weights of a conditional logistic regression: in each group of phrases, which is right (one or more are)."""
    of = Rows([row for group in groups for row, _ in group])
    right = np.array([label for group in groups for _, label in group], float)
    sizes = [len(group) for group in groups]
    starts = np.cumsum([0, *sizes[:-1]])
    which = np.repeat(np.arange(len(groups)), sizes)
    back = of.matrix.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        odds = of.matrix @ weights
        parts = np.exp(odds - np.maximum.reduceat(odds, starts)[which])
        whole, held = np.add.reduceat(parts, starts), np.add.reduceat(parts * right, starts)
        slope = back @ (parts / whole[which] - parts * right / held[which])
        value = np.log(whole).sum() - np.log(held).sum() + SOURCE_PRIOR * weights @ weights / 2
        return float(value), slope + SOURCE_PRIOR * weights

    best = minimize(loss, np.zeros(len(of.index)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return of.named(best.x, LEAST_WEIGHT["source"])


def trained_trees(rows: Sequence[Sequence[float]], labels: Sequence[bool]) -> list[Any]:
    """Boosted regression trees of log odds, each as nested tuples; the first is what they begin with."""
    fitted = HistGradientBoostingClassifier(random_state=0, **TREES).fit(np.array(rows, float), labels)
    start = round(float(np.ravel(fitted._baseline_prediction)[0]), 3)
    return [(-1, start), *(_nested(one.nodes, 0) for (one,) in fitted._predictors)]


def _nested(nodes: Any, at: int) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return (-1, round(float(node["value"]), 3))
    threshold = round(float(node["num_threshold"]), 3)
    return (int(node["feature_idx"]), threshold, _nested(nodes, node["left"]), _nested(nodes, node["right"]))


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


def is_source(one: Candidate, phrase: Phrase | None, gold: Sequence[Sequence[Found]]) -> bool:
    place = one.characters((phrase.start, phrase.end)) if phrase else ()
    return any(overlap(place, gold[one.article][key][0]) for key in one.gold)


def choices(
    found: Sequence[Candidate], labels: Sequence[bool], gold: Sequence[Sequence[Found]]
) -> Iterator[list[tuple[list[str], bool]]]:
    """For each cue the phrases near it, and whether each is its source; where none is, nothing is to be learned."""
    clause, last = None, None
    for one, is_cue in zip(found, labels, strict=True):
        if one.clause is not clause:
            clause, last = one.clause, None
        if not is_cue:
            continue
        group = [(none_features(one.clause, one.cue, last), is_source(one, None, gold))]
        right = []
        for near in phrases_near(one.clause, one.cue):
            place = place_features(one.clause, one.cue, near)
            others = phrase_features(one.clause, one.cue, near, last)
            group.append(([*place, *others], is_source(one, near.phrase, gold)))
            if group[-1][1]:
                right.append((abs(near.rank), near.phrase))
        if any(true for _, true in group):
            yield group
        last = min(right)[1] if right else None


def weights(found: Sequence[Candidate], gold: Sequence[Sequence[Found]]) -> tuple[Decisions, list[bool]]:
    """Decisions without trees, and which candidates were taken for cues."""
    labels, rows = [bool(one.gold) for one in found], [one.seen for one in found]
    for _ in range(ROUNDS):
        cue, bias = trained_cue(rows, labels)
        labels = best_of_each(found, [weighed(row, cue, bias) for row in rows])
    cue, bias = trained_cue(rows, labels)
    return Decisions(cue, bias, trained_source(list(choices(found, labels, gold))), Trees([]), LEAST), labels


def train(found: Sequence[Candidate], gold: Sequence[Sequence[Found]]) -> Decisions:
    """All decisions."""
    learned, labels = weights(found, gold)
    right = {(id(one.clause), one.cue.at): one for one, is_cue in zip(found, labels, strict=True) if is_cue}
    rows, statements = [], []
    for fold in range(FOLDS):
        others, _ = weights([one for one in found if one.article % FOLDS != fold], gold)
        for clause in clauses(one for one in found if one.article % FOLDS == fold):
            looks = looked_at(clause, others)
            rows += views(clause, looks)
            for look in looks:
                one = right.get((id(clause), look.cue.at))
                statements.append(one is not None and is_source(one, look.phrase, gold))
    return replace(learned, trees=Trees(trained_trees(rows, statements)))


def clauses(found: Iterable[Candidate]) -> list[Clause]:
    return list({id(one.clause): one.clause for one in found}.values())


def measure(found: Sequence[Candidate], gold: Sequence[Sequence[Found]], learned: Decisions) -> None:
    """Print precision, recall and F1 of cue with source by the least probability."""
    wanted = sum(map(len, gold))
    by_place = {(id(one.clause), one.cue.at): one for one in found}
    for least in (0.34, 0.36, 0.38, 0.4, 0.42):
        met: set[tuple[int, int]] = set()
        given = 0
        for clause in clauses(found):
            for cue, phrase in decided(clause, replace(learned, least=least)):
                one = by_place[id(clause), cue.at]
                given += 1
                free = (key for key in one.gold if (one.article, key) not in met)
                hit = next((key for key in free if is_source(replace(one, gold=(key,)), phrase, gold)), None)
                if hit is not None:
                    met.add((one.article, hit))
        print(f"least {least}: precision {len(met) / given:.3f} recall {len(met) / wanted:.3f} F1 {2 * len(met) / (given + wanted):.4f}")  # fmt: skip


def main() -> None:
    corpus = list(articles("train"))
    random.Random(5).shuffle(corpus)
    gold = [true for _, true in corpus]
    found = [one for at, (text, true) in enumerate(corpus) for one in candidates(at, text, true)]
    held = len(corpus) * 4 // 5
    learned = train([one for one in found if one.article < held], gold)
    print("weights:", len(learned.cue), len(learned.source), "trees:", len(learned.trees.trees))
    measure([one for one in found if one.article >= held], [true if at >= held else [] for at, true in enumerate(gold)], learned)  # fmt: skip
    if "--measure" not in sys.argv:
        learned = train(found, gold)
        data = asdict(learned) | {"trees": learned.trees.trees}
        OUT.write_text(json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
        print("wrote", OUT.name, OUT.stat().st_size)


if __name__ == "__main__":
    main()
