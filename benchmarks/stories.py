"""How well stories come together, beside a textbook single pass and HDBSCAN on the same vectors.

    python benchmarks/stories.py

Needs scikit-learn (for HDBSCAN and for training without the pairs that are tested). Data: the demo world, the look-alikes of
tests/, benchmarks/story_gold, and ../shared/data.
"""

from __future__ import annotations

import json
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
import train_frequencies
import train_likeness
from scores import score

from tawatur.demo import world
from tawatur.language import Analysis
from tawatur.language.meaning import available, meanings
from tawatur.language.weights import cosine
from tawatur.model import Article as NewsArticle
from tawatur.road.adding import analysis_of
from tawatur.stories import Stories, likeness

ROOT = train_likeness.ROOT
WEEK = 7 * 86_400


@dataclass(frozen=True)
class Article:
    """An article of a stream: its time in seconds, its analysis, and the story it belongs to ("" where unknown)."""

    id: str
    time: float
    analysis: Analysis
    story: str = ""


def analysed(code: str, title: str, paragraphs: Sequence[str], time: float) -> Analysis:
    published = datetime.fromtimestamp(time, UTC)
    return analysis_of(NewsArticle(title, tuple(paragraphs), language=code, published=published))


def with_meanings(stream: list[Article], texts: list[tuple[str, Sequence[str]]]) -> list[Article]:
    return [
        replace(article, analysis=replace(article.analysis, meaning=meaning))
        for article, meaning in zip(stream, meanings(texts), strict=True)
    ]


def tawatur(stream: list[Article]) -> list[int]:
    """The story of each article, in one pass; merges are carried through."""
    stories, found = Stories(), []
    merged: dict[int, int] = {}
    for number, article in enumerate(stream):
        placement = stories.place(article.analysis, article.time, WEEK)
        story = number
        if placement.story is not None:
            story, *others = sorted((placement.story, *placement.same))
            for gone in others:
                stories.merge(gone, story)
                merged[gone] = story
        stories.add(number, story, article.analysis, article.time)
        found.append(story)
    return [last(story, merged) for story in found]


def last(story: int, merged: dict[int, int]) -> int:
    while story in merged:
        story = merged[story]
    return story


def single_pass(stream: list[Article], threshold: float = 0.25) -> list[int]:
    """The textbook: TF-IDF, the nearest article of the last week from a threshold on."""
    vectors = [likeness.outline(article.analysis).stems for article in stream]
    found: list[int] = []
    for number, article in enumerate(stream):
        near = (
            (cosine(vectors[number], vectors[other]), -other)
            for other in range(number)
            if article.time - stream[other].time <= WEEK
            and stream[other].analysis.language == article.analysis.language
        )
        best, other = max(near, default=(0.0, 0))
        found.append(found[-other] if best >= threshold else number)
    return found


def hdbscan_by_day(stream: list[Article]) -> list[int]:
    """HDBSCAN on the vectors of each day's articles."""
    from scipy.sparse import csr_matrix
    from sklearn.cluster import HDBSCAN
    from sklearn.decomposition import TruncatedSVD

    days: dict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(stream):
        days[int(article.time // 86_400)].append(number)
    found = list(range(len(stream)))
    for numbers in days.values():
        if len(numbers) < 4:
            continue
        columns: dict[tuple[str, str], int] = {}
        data, rows, places = [], [], []
        for row, number in enumerate(numbers):
            code = stream[number].analysis.language
            for stem, value in likeness.outline(stream[number].analysis).stems.items():
                data.append(value)
                rows.append(row)
                places.append(columns.setdefault((code, stem), len(columns)))
        matrix = csr_matrix((data, (rows, places)))
        size = min(100, min(matrix.shape) - 1)
        dense = TruncatedSVD(size, random_state=0).fit_transform(matrix)
        labels = HDBSCAN(min_cluster_size=2, metric="cosine", algorithm="brute", copy=True).fit_predict(dense)
        first: dict[int, int] = {}
        for number, label in zip(numbers, labels, strict=True):
            found[number] = number if label < 0 else first.setdefault(int(label), number)
    return found


WAYS: dict[str, Callable[[list[Article]], list[int]]] = {
    "tawatur": tawatur, "single pass TF-IDF": single_pass, "HDBSCAN by day": hdbscan_by_day,
}  # fmt: skip


def bcubed(found: Sequence[int], gold: Sequence[str]) -> str:
    """BCubed (Bagga and Baldwin 1998)."""
    both, of_found, of_gold = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    precision = sum(n * n / of_found[story] for (story, _), n in both.items()) / len(found)
    recall = sum(n * n / of_gold[story] for (_, story), n in both.items()) / len(found)
    f1 = 2 * precision * recall / (precision + recall)
    return f"BCubed F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f}, {len(of_found)} stories for {len(of_gold)}"


def demo(semantic: bool) -> None:
    reports = world().at()
    stream = [
        Article(
            one.id,
            one.published.timestamp(),
            analysed(one.language, one.title, one.paragraphs, one.published.timestamp()),
            one.story,
        )
        for one in reports
    ]
    if semantic:
        stream = with_meanings(stream, [(one.title, one.paragraphs) for one in reports])
    for part in ("all languages", "Arabic"):
        chosen = [one for one in stream if part == "all languages" or one.analysis.language == "ar"]
        for name, way in WAYS.items():
            print(f"  demo, {part:13} {name:18} {bcubed(way(chosen), [one.story for one in chosen])}")


def look_alikes(semantic: bool) -> None:
    for path in (ROOT / "tests" / "lookalikes.toml", ROOT / "benchmarks" / "story_gold" / "unseen.toml"):
        data = tomllib.loads(path.read_text("utf-8"))
        for kind, wanted in (("lookalike", "kept apart"), ("same", "brought together")):
            right: Counter[str] = Counter()
            of: Counter[str] = Counter()
            for table in data[kind]:
                one, other = stories_of(table, semantic)
                language = "one language" if table["lang_a"] == table["lang_b"] else "two languages"
                right[language] += (one == other) == (kind == "same")
                of[language] += 1
            print(
                f"  {path.name:15} {wanted:16} "
                + ", ".join(f"{right[one]} of {of[one]} in {one}" for one in of)
            )


def stories_of(table: dict, semantic: bool) -> list[int]:
    """The stories of both reports of a fictional pair, the one fed after the other."""
    texts = [(table[f"title_{side}"], tuple(table[f"text_{side}"])) for side in "ab"]
    times = [datetime.fromisoformat(str(table[f"time_{side}"])).timestamp() for side in "ab"]
    pair = [
        Article(side, moment, analysed(table[f"lang_{side}"], *text, moment))
        for side, text, moment in zip("ab", texts, times, strict=True)
    ]
    return tawatur(with_meanings(pair, texts) if semantic else pair)


def arabic(semantic: bool) -> None:
    gold = json.loads((ROOT / "benchmarks/story_gold/arabic_news.json").read_text("utf-8"))
    rows = list(train_frequencies.rows("arabic_news/articles.jsonl.gz"))
    times = [datetime.fromisoformat(row["published"].lstrip("-")).timestamp() for row in rows]
    stream = [
        Article(row["id"], moment, analysed("ar", row["title"], row["paragraphs"], moment))
        for row, moment in zip(rows, times, strict=True)
    ]
    if semantic:
        stream = with_meanings(stream, [(row["title"], row["paragraphs"]) for row in rows])
    stream.sort(key=lambda one: (one.time, one.id))
    for name, way in WAYS.items():
        started = time.process_time()
        found = dict(zip((one.id for one in stream), way(stream), strict=True))
        rate = len(stream) / (time.process_time() - started)
        members: dict[int, set[str]] = defaultdict(set)
        for article, story in found.items():
            members[story].add(article)
        for part in ("dev", "test", "second"):
            both = gold_size = found_size = 0
            for seed, judged in gold[part].items():
                own = members[found[seed]] - {seed}
                belong, apart = set(judged["belong"]), set(judged["apart"])
                both += len(own & belong)
                gold_size += len(belong)
                found_size += len(own & (belong | apart))
            f1, precision, recall = score(both, gold_size, found_size)
            print(
                f"  arabic_news, {part:6} {name:18} members that belong {precision:.3f}, of what belongs {recall:.3f}, F1 {f1:.3f}  {rate:5.0f} articles/s"
            )


def similar_pairs(semantic: bool) -> None:
    """news_similarity as one stream; each pair is judged by weights and frequencies that were counted without its fold."""
    pairs = train_likeness.load_pairs()
    texts = train_likeness.Texts(pairs, openings=False)
    fold_of = train_likeness.folds(pairs)
    other = [train_frequencies.count(corpus) for corpus in train_frequencies.corpora([])[:2]]
    shipped = likeness._models()
    ids = sorted({key for pair in pairs for key in pair["pair"].split("_")})
    both = gold = found_size = 0
    for fold in range(0, train_likeness.FOLDS, 2):
        tested = np.isin(fold_of, (fold, fold + 1))
        training = [pair for pair, out in zip(pairs, tested, strict=True) if not out]
        counts = train_frequencies.count(train_frequencies.corpora(training)[2])
        train_likeness.use_frequencies(train_frequencies.frequencies([*other, counts]))
        data = train_likeness.Data(texts, pairs)
        models = train_likeness.train(data, ~np.isin(data.fold, (fold, fold + 1)), semantic)
        kind = "semantic" if semantic else "words"
        likeness._models = lambda models=models, kind=kind: {  # type: ignore[assignment]
            "join": {where: {kind: likeness.placed(models["join", where])} for where in ("within", "across")}
        }
        stream = [
            Article(key, 0.0, own if semantic else replace(own, meaning=None))
            for key in ids
            if (own := texts.analysis(key))
        ]
        story = dict(zip(ids, tawatur(stream), strict=True))
        for pair, out in zip(pairs, tested, strict=True):
            if out and not train_likeness.APART <= pair["similarity"] < train_likeness.JOINED:
                one, second = pair["pair"].split("_")
                together, wanted = story[one] == story[second], pair["similarity"] >= train_likeness.JOINED
                both, gold, found_size = both + (together and wanted), gold + wanted, found_size + together
    likeness._models = lambda: shipped  # type: ignore[assignment]
    f1, precision, recall = score(both, gold, found_size)
    print(f"  news_similarity as one stream: pair F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f}")


def main() -> None:
    for semantic in (False, True) if available() else (False,):
        print("with semantic" if semantic else "words only")
        look_alikes(semantic)
        demo(semantic)
        arabic(semantic)
        similar_pairs(semantic)


if __name__ == "__main__":
    main()
