"""Train the weights by which texts are compared, and measure them on pairs that were not trained on.

    python benchmarks/train_likeness.py            # cross-validated figures, then writes src/tawatur/stories/weights.json
    python benchmarks/train_likeness.py --measure  # figures only

Trained on ../shared/data/news_similarity (similarity 0 to 3; joined from 2.33, apart below 1) and, for the decision to join
a story, on benchmarks/story_gold but for its test part and unseen.toml. Ten folds; pairs that share an article are in one fold, and the
frequencies of words are counted without the fold. Needs scipy and scikit-learn; with the extra `semantic` the second encoder takes some ten minutes.
No weight of what two texts share is negative: it never speaks against them.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import train_frequencies
from scipy.optimize import lsq_linear
from sklearn.ensemble import HistGradientBoostingClassifier

from tawatur.language import Analysis, weights
from tawatur.language.meaning import Meaning, Opening, available, meanings, opening
from tawatur.model import Article
from tawatur.road.adding import analysis_of
from tawatur.stories import Stories
from tawatur.stories.likeness import (
    Features,
    Nearness,
    Outline,
    features,
    nearness,
    outline,
    placed,
    weighed,
    within,
)

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "tawatur" / "stories" / "weights.json"
FICTIONAL = (
    ROOT / "benchmarks" / "story_gold" / "fictional.toml"
)  # the same report told twice, and look-alikes
STREAMS = ROOT / "benchmarks" / "story_gold"
WINDOW = 7 * 86_400
FOLDS = 10
HEADLINE_WORDS = 14  # the texts of news_similarity do not say where their title ends
RIDGE = 300.0
JOINED, APART = 2.33, 1.0
MEANING = ("meaning", "headline_meaning")
# What tells a story from another, not how alike two texts are.
STORY = ("days", "near", "common", "alone", "figures_alone")
AGAINST = ("alone", "figures_alone")
UNASKED = Nearness(0.0, 0.0)
NAMES = (*Features._fields, *Nearness._fields)
Models = dict[tuple[str, str], dict | list]


# What the pairs of each gold count beside those of news_similarity, where trees are grown for the decision to join.
COUNTS = {"Arabic": 1.0, "fictional": 4.0, "stream": 0.15}


def split(code: str, text: str) -> tuple[str, str]:
    """The first words of a text as its title, and the rest."""
    if code in train_frequencies.UNSEGMENTED:
        return text[: 2 * HEADLINE_WORDS], text[2 * HEADLINE_WORDS : 2000]
    words = text.split()
    return " ".join(words[:HEADLINE_WORDS]), " ".join(words[HEADLINE_WORDS:])


def load_pairs() -> list[dict]:
    return list(train_frequencies.rows("news_similarity/pairs.jsonl.gz"))


def folds(pairs: list[dict]) -> np.ndarray:
    """The fold of each pair; those connected by an article are in one."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for pair in pairs:
        one, other = pair["pair"].split("_")
        parent[root(one)] = root(other)
    numbers = {key: at for at, key in enumerate(sorted({root(pair["pair"].split("_")[0]) for pair in pairs}))}
    return np.array([numbers[root(pair["pair"].split("_")[0])] * 7919 % FOLDS for pair in pairs])


@dataclass(frozen=True)
class Report:
    """A report of a fictional stream, with the story it belongs to and its time in seconds."""

    id: str
    story: str
    time: float
    language: str
    title: str
    paragraphs: tuple[str, ...]


def read_stream(path: Path) -> list[Report]:
    """The reports of a fictional stream, oldest first."""
    tables = tomllib.loads(path.read_text("utf-8"))["report"]
    reports = [
        Report(
            f"{path.stem}-{number}", table["story"], datetime.fromisoformat(str(table["time"])).timestamp(),
            table["lang"], table["title"], tuple(table["text"]),
        )
        for number, table in enumerate(tables)
    ]  # fmt: skip
    return sorted(reports, key=lambda report: report.time)


def compared(stream: list[Report], analyses: list[Analysis]) -> Iterator[tuple[Report, Report, Features]]:
    """The pairs that are compared when a stream is clustered without a mistake, with what they share."""
    stories, first = Stories(), {}
    for number, (report, analysis) in enumerate(zip(stream, analyses, strict=True)):
        _, found = stories.compare(analysis, report.time, WINDOW)
        yield from ((report, stream[other], shared) for other, shared in found.items())
        stories.add(number, first.setdefault(report.story, number), analysis, report.time)


class Texts:
    """The articles of the pairs and of the Arabic gold, with their meanings."""

    def __init__(self, pairs: list[dict], *, openings: bool) -> None:
        self.by_id: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        for pair in pairs:
            for key, side in zip(pair["pair"].split("_"), (1, 2), strict=True):
                code = pair[f"lang{side}"]
                title, body = split(code, pair[f"text{side}"])
                self.by_id[key] = (code, title, (body,))
        self.days: dict[str, float] = {}
        parts = json.loads((ROOT / "benchmarks/story_gold/arabic_news.json").read_text("utf-8"))
        gold = parts["train"] | parts["dev"]
        wanted = {one for seed, judged in gold.items() for one in (seed, *judged["belong"], *judged["apart"])}
        for row in train_frequencies.rows("arabic_news/articles.jsonl.gz"):
            if row["id"] in wanted:
                self.by_id[row["id"]] = ("ar", row["title"], tuple(row["paragraphs"]))
                moment = datetime.fromisoformat(row["published"].lstrip("-"))
                self.days[row["id"]] = moment.timestamp() / 86_400
        self.gold = [
            (seed, one, joined)
            for seed, judged in gold.items()
            for joined, kind in ((1, "belong"), (0, "apart"))
            for one in judged[kind]
        ]
        for joined, kind in ((1, "same"), (0, "lookalike")):
            for number, table in enumerate(tomllib.loads(FICTIONAL.read_text("utf-8")).get(kind, [])):
                for side in "ab":
                    key = f"{kind}-{number}-{side}"
                    self.by_id[key] = (
                        table[f"lang_{side}"],
                        table[f"title_{side}"],
                        tuple(table[f"text_{side}"]),
                    )
                    self.days[key] = datetime.fromisoformat(str(table[f"time_{side}"])).timestamp() / 86_400
                self.gold.append((f"{kind}-{number}-a", f"{kind}-{number}-b", joined))
        self.streams = [read_stream(path) for path in sorted(STREAMS.glob("stream_*.toml"))]
        for report in (report for stream in self.streams for report in stream):
            self.by_id[report.id] = (report.language, report.title, report.paragraphs)
            self.days[report.id] = report.time / 86_400
        ids = list(self.by_id)
        self.meaning: dict[str, Meaning | None] = dict.fromkeys(ids)
        self.openings: dict[str, Opening] = {}
        if available():
            self.meaning.update(zip(ids, meanings([self.by_id[key][1:] for key in ids]), strict=True))
        if available() and openings:  # a fifth of a second for each, and of no use for joining
            paired = {key for pair in pairs for key in pair["pair"].split("_")}
            self.openings = {key: opening(*self.by_id[key][1:]) for key in sorted(paired)}

    def analysis(self, key: str) -> Analysis:
        code, title, paragraphs = self.by_id[key]
        published = datetime.fromtimestamp(self.days[key] * 86_400, UTC) if key in self.days else None
        article = Article(title, paragraphs, language=code, published=published)
        return replace(analysis_of(article), meaning=self.meaning[key])

    def nearness(self, one: str, other: str) -> Nearness:
        return nearness(self.openings[one], self.openings[other]) if self.openings else UNASKED

    def outlines(self, ids: set[str]) -> dict[str, Outline]:
        return {key: outline(self.analysis(key)) for key in ids}


def nonnegative(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights of a ridge regression, none below zero, and its constant."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.vstack([(x - mean) / scale, np.sqrt(RIDGE) * np.eye(x.shape[1])])
    found = lsq_linear(z, np.concatenate([y - y.mean(), np.zeros(x.shape[1])]), bounds=(0, np.inf)).x / scale
    return found, float(y.mean() - mean @ found)


def boosted(x: np.ndarray, y: np.ndarray, weight: np.ndarray, names: list[str]) -> list:
    """Boosted trees for the log odds of joining: a constant, then trees as [feature, threshold, below, above] or a value.

    What two texts share never speaks against joining, but for the words of the whole text: look-alikes share those too. What
    each names alone never speaks for it.
    """
    model = HistGradientBoostingClassifier(
        max_iter=80, learning_rate=0.12, max_leaf_nodes=4, min_samples_leaf=20, l2_regularization=3.0, max_features=0.4,
        monotonic_cst=[0 if name == "text" else -1 if name in AGAINST else 1 for name in names], early_stopping=False, random_state=0,
    ).fit(x, y, sample_weight=weight)  # fmt: skip

    def tree(nodes: np.ndarray, at: int) -> list | float:
        node = nodes[at]
        if node["is_leaf"]:
            return round(float(node["value"]), 4)
        name = names[node["feature_idx"]]
        return [
            name,
            round(float(node["num_threshold"]), 4),
            tree(nodes, node["left"]),
            tree(nodes, node["right"]),
        ]

    constant = round(float(model._baseline_prediction[0][0]), 4)
    return [constant, *(tree(predictor[0].nodes, 0) for predictor in model._predictors)]


def use_frequencies(counted: dict[str, dict[str, int]]) -> None:
    """Let texts be weighed by these frequencies instead of those that ship."""
    tables = {
        code: {stem: float(np.log(10_000 / share)) for stem, share in shares.items()}
        for code, shares in counted.items()
    }
    weights._frequencies = lambda code: tables.get(code, {})  # type: ignore[assignment]
    weights._rarest.cache_clear()


def columns(kind: str, semantic: bool, across: bool) -> list[int]:
    names = [name for name in Features._fields if semantic or name not in MEANING]
    if kind != "join":
        names = [name for name in names if name not in STORY]
    if across:
        names = [name for name in names if name not in ("text", "headline", "headlines", "telling")]
    if kind == "similar_near":
        names += Nearness._fields
    return [NAMES.index(name) for name in names]


class Data:
    """Features of all pairs, and what is known of them."""

    def __init__(self, texts: Texts, pairs: list[dict]) -> None:
        outlines = texts.outlines(set(texts.by_id))
        rows, self.similar, self.fold, self.across, self.language, self.gold = [], [], [], [], [], []
        for pair, fold in zip(pairs, folds(pairs), strict=True):
            keys = pair["pair"].split("_")
            rows.append((*features(*(outlines[key] for key in keys)), *texts.nearness(*keys)))
            self.similar.append(pair["similarity"])
            self.fold.append(fold)
            self.across.append(pair["lang1"] != pair["lang2"])
            self.language.append(pair["lang1"] if pair["lang1"] == pair["lang2"] else "")
            self.gold.append("")
        for seed, one, joined in texts.gold:
            apart = (texts.days[seed] - texts.days[one]) * 86_400
            rows.append((*features(outlines[seed], outlines[one], apart), *UNASKED))
            self.similar.append(3.0 if joined else 0.0)
            self.fold.append(sum(seed.encode()) % FOLDS)
            self.across.append(texts.by_id[seed][0] != texts.by_id[one][0])
            self.language.append(texts.by_id[seed][0])
            self.gold.append("fictional" if seed.startswith(("same-", "lookalike-")) else "Arabic")
        for number, stream in enumerate(texts.streams):
            for one, other, shared in compared(stream, [texts.analysis(report.id) for report in stream]):
                rows.append((*shared, *UNASKED))
                self.similar.append(3.0 if one.story == other.story else 0.0)
                self.fold.append(number * 3)
                self.across.append(one.language != other.language)
                self.language.append("")
                self.gold.append("stream")
        self.x = np.array(rows)
        self.similar, self.fold = np.array(self.similar), np.array(self.fold)
        self.across, self.language = np.array(self.across), np.array(self.language)
        self.gold = np.array(self.gold)
        self.decided = (self.similar >= JOINED) | (self.similar < APART)
        self.joined = (self.similar >= JOINED).astype(float)


def train(data: Data, rows: np.ndarray, semantic: bool) -> Models:
    """The models of one kind of outline, for two texts in one language and in two."""
    found = {}
    for across in (False, True):
        where = "across" if across else "within"
        mine = rows & (data.across == across)
        pairs = mine & (data.gold == "")
        for kind in ("similar", "similar_near") if semantic else ("similar",):
            own = columns(kind, semantic, across)
            weights_, constant = nonnegative(data.x[pairs][:, own], data.similar[pairs] / 3)
            found[kind, where] = {"constant": round(constant, 4)} | {
                NAMES[column]: round(float(weight), 4)
                for column, weight in zip(own, weights_, strict=True)
                if weight > 0.00005
            }
        own = columns("join", semantic, across)
        decided = mine & data.decided
        weight = np.array([COUNTS.get(gold, 1.0) for gold in data.gold[decided]])
        names = [NAMES[column] for column in own]
        found["join", where] = boosted(data.x[decided][:, own], data.joined[decided], weight, names)
    return found


def apply(models: Models, kind: str, across: bool, row: np.ndarray) -> float:
    model = models[kind, "across" if across else "within"]
    if kind == "join":
        return placed(model).total(row)
    return within(weighed(model, dict(zip(NAMES, row, strict=True))))


def measure(texts: Texts, pairs: list[dict], semantics: list[bool]) -> None:
    other = [train_frequencies.count(corpus) for corpus in train_frequencies.corpora([])[:2]]
    fold_of = folds(pairs)
    tested: dict[bool, dict[str, list]] = {
        semantic: {"similar": [], "similar_near": [], "join": [], "rows": []} for semantic in semantics
    }
    for fold in range(FOLDS):
        training = [pair for pair, own in zip(pairs, fold_of, strict=True) if own != fold]
        counted = train_frequencies.count(train_frequencies.corpora(training)[2])
        use_frequencies(train_frequencies.frequencies([*other, counted]))
        data = Data(texts, pairs)
        for semantic in semantics:
            models = train(data, data.fold != fold, semantic)
            test = np.flatnonzero(data.fold == fold)
            for kind in {kind for kind, _ in models}:
                tested[semantic][kind] += [apply(models, kind, data.across[at], data.x[at]) for at in test]
            tested[semantic]["rows"] += list(test)
        print(f"fold {fold + 1} of {FOLDS}", end="\r", flush=True)
    for semantic in semantics:
        report(data, np.array(tested[semantic]["rows"]), tested[semantic], semantic)


def report(data: Data, rows: np.ndarray, found: dict[str, list], semantic: bool) -> None:
    join, truth, pairs = np.array(found["join"]), data.similar[rows], data.gold[rows] == ""
    parts = {"ar": data.language[rows] == "ar", "en": data.language[rows] == "en", "all": True | pairs}
    for kind, name in (("similar", ""), ("similar_near", ", both encoders")):
        if found[kind]:
            figures = "  ".join(
                f"{part} {np.corrcoef(np.array(found[kind])[pairs & mask], truth[pairs & mask])[0, 1]:.3f}"
                for part, mask in parts.items()
            )
            print(f"{'with semantic' if semantic else 'words only'}{name}  Pearson {figures}")
    for part, mask in (
        ("pairs", pairs),
        ("pairs ar", pairs & parts["ar"]),
        ("Arabic gold", data.gold[rows] == "Arabic"),
        ("fictional", data.gold[rows] == "fictional"),
        ("streams", data.gold[rows] == "stream"),
    ):
        chosen = mask & data.decided[rows]
        both = np.sum((join > 0) & (data.joined[rows] == 1) & chosen)
        all_found, all_gold = np.sum((join > 0) & chosen), np.sum(data.joined[rows][chosen])
        print(
            f"   join, {part:12} precision {both / all_found:.3f} recall {both / all_gold:.3f} F1 {2 * both / (all_found + all_gold):.3f}"
        )


def write(models: dict[bool, Models]) -> None:
    tables: dict = {}
    for semantic, found in models.items():
        for (kind, where), model in found.items():
            own = tables.setdefault(kind, {}).setdefault(where, {})
            own["semantic" if semantic else "words"] = model
    OUT.write_text(json.dumps(tables, indent=None).replace("], [", "],\n[") + "\n", "utf-8")
    print(f"written: {OUT.relative_to(ROOT)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--measure", action="store_true", help="figures only")
    options = parser.parse_args()
    pairs = load_pairs()
    texts = Texts(pairs, openings=True)
    semantics = [False, True] if available() else [False]
    if not options.measure:
        data = Data(texts, pairs)
        write({semantic: train(data, data.fold >= 0, semantic) for semantic in semantics})
    measure(texts, pairs, semantics)


if __name__ == "__main__":
    main()
