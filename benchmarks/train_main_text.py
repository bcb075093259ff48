"""Train the weights by which main_text decides, on real news pages with gold text and on the fictional ones of tests/pages.

    pip install scikit-learn && python benchmarks/train_main_text.py
    python benchmarks/train_main_text.py --measure    # the figures only

Prints the word 4-gram F1 of six-fold cross-validation (no outlet in both parts), then writes the weights trained on
all pages. Only names of features and their weights are kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from read_pages import PAGES, grams, overlap
from selectolax.lexbor import LexborHTMLParser
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from tawatur.page.document.blocks import Block, blocks
from tawatur.page.document.charset import utf8
from tawatur.page.stated.metadata import metadata
from tawatur.page.text.features import Surroundings, beside, features, folded
from tawatur.page.text.main_text import lifted
from test_layouts import CASES

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "page" / "text" / "weights.json"
FICTIONAL = Path(__file__).resolve().parents[1] / "tests" / "pages"
STRENGTH = 0.1  # inverse of the regularisation
FICTIONAL_WORTH = 0.7  # of a real page's: there are twice as many of them
PIECE = 25  # letters
Model = tuple[DictVectorizer, LogisticRegression]


@dataclass
class Labelled:
    """One page: its blocks, what is seen of them, whether each is text, and how much each counts."""

    outlet: str
    gold: list[str]
    blocks: list[Block]
    seen: list[list[str]]
    text: list[int]
    worth: list[float]
    real: bool


def read_gold(path: Path) -> Labelled:
    """A page of a folder with its gold."""
    gold = json.loads(path.read_text("utf-8"))
    packed = path.parent / f"{path.stem}.html.gz"
    if packed.exists():
        return labelled(gzip.decompress(packed.read_bytes()), gold["outlet"], gold["paragraphs"], real=True)
    # A fictional page: all that is said in it, also in a second article.
    paragraphs = [one for article in gold["articles"] for one in article["paragraphs"]]
    return labelled(path.with_suffix(".html").read_bytes(), path.stem, paragraphs, real=False)


def layouts() -> Iterator[Labelled]:
    """The layouts of the tests, each with its texts."""
    for case in CASES:
        if case.layout.endswith(".html"):
            paragraphs = case.gold["paragraphs"] + (case.gold["also"] if "also" in case.shows else [])
            yield labelled(case.bytes(), case.layout, paragraphs, real=False)


def labelled(page: bytes, outlet: str, paragraphs: list[str], *, real: bool) -> Labelled:
    """Label a page's blocks by its gold paragraphs."""
    tree = LexborHTMLParser(utf8(page))
    head = metadata(tree)
    found = blocks(tree)
    looks = features(found, Surroundings(found, head.stated, head.body, head.summary))
    seen = [[*look.form, *look.standing] if look else [] for look in looks]
    words = sum(len(one.split()) for one in paragraphs)
    share = 1.0 if real else FICTIONAL_WORTH
    worth = [share * (0.002 + min(0.3, max(1, len(block.text.split())) / words)) for block in found]
    return Labelled(outlet, paragraphs, found, seen, labels(found, paragraphs), worth, real)


def labels(found: list[Block], paragraphs: list[str]) -> list[int]:
    """Of each block whether it is part of the gold paragraphs (1) or not (0); of blocks with the same letters the first."""
    whole, parts = folded(" ".join(paragraphs)), {folded(one) for one in paragraphs}
    used: set[str] = set()
    text = []
    for block in found:
        letters = folded(block.text)
        is_text = letters not in used and _is_part(letters, whole, parts)
        if is_text:
            used.add(letters)
        text.append(int(is_text))
    return text


def _is_part(letters: str, whole: str, parts: set[str]) -> bool:
    if len(letters) < PIECE:
        return letters in parts
    pieces = [letters[at : at + PIECE] for at in range(0, len(letters) - PIECE + 1, PIECE)]
    return fmean(piece in whole for piece in pieces) >= 0.6


def fit(rows: list[list[str]], text: list[int], worth: list[float]) -> Model:
    """One logistic regression."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(names, 1) for names in rows])
    mean = fmean(worth)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    return vectors, model.fit(matrix, text, sample_weight=[one / mean for one in worth])


def chances(model: Model, rows: list[list[str]]) -> list[float]:
    """Its answers."""
    if not rows:
        return []
    vectors, regression = model
    found = regression.predict_proba(vectors.transform([dict.fromkeys(names, 1) for names in rows]))[:, 1]
    return [chance if names else 0.0 for chance, names in zip(found.tolist(), rows, strict=True)]


def train(pages: list[Labelled]) -> tuple[Model, Model]:
    """Both looks; the second learns from what the first says of pages that it was not trained on."""
    looked: dict[int, list[float]] = {}
    for inside, outside in _folds(pages, 4):
        first = _fit_first([pages[at] for at in inside])
        for at in outside:
            looked[at] = lifted(chances(first, pages[at].seen), pages[at].blocks)
    rows, text, worth = [], [], []
    for number, page in enumerate(pages):
        for at, names in enumerate(page.seen):
            if names:
                rows.append([*names, *beside(looked[number], page.blocks, at)])
                text.append(page.text[at])
                worth.append(page.worth[at])
    return _fit_first(pages), fit(rows, text, worth)


def _fit_first(pages: list[Labelled]) -> Model:
    kept = [
        (names, text, worth)
        for page in pages
        for names, text, worth in zip(page.seen, page.text, page.worth, strict=True)
        if names
    ]
    rows, text, worth = (list(column) for column in zip(*kept, strict=True))
    return fit(rows, text, worth)


def _folds(pages: list[Labelled], count: int) -> Any:
    return GroupKFold(count).split(pages, groups=[page.outlet for page in pages])


def validate(pages: list[Labelled]) -> None:
    """Cross-validation over outlets."""
    scores: dict[tuple[bool, float], list[tuple[float, float, float]]] = defaultdict(list)
    for inside, outside in _folds(pages, 6):
        first, second = train([pages[at] for at in inside])
        for number in outside:
            page = pages[number]
            looked = lifted(chances(first, page.seen), page.blocks)
            answer = chances(
                second,
                [
                    [*names, *beside(looked, page.blocks, at)] if names else []
                    for at, names in enumerate(page.seen)
                ],
            )
            for threshold in (0.35, 0.4, 0.45, 0.5):
                text = " ".join(
                    block.text
                    for block, chance in zip(page.blocks, answer, strict=True)
                    if chance > threshold
                )
                scores[page.real, threshold].append(overlap(grams(" ".join(page.gold)), grams(text)))
    for (real, threshold), rows in sorted(scores.items()):
        f1, precision, recall = (fmean(column) for column in zip(*rows, strict=True))
        print(
            f"cross-validated, {len(rows)} {'real' if real else 'fictional'} pages, threshold {threshold}:"
            f" F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}"
        )


def weights(model: Model) -> dict[str, float]:
    """What is shipped of a model."""
    vectors, regression = model
    found = {"bias": float(regression.intercept_[0])}
    for name, weight in zip(vectors.feature_names_, regression.coef_[0], strict=True):
        found[name] = found.get(name, 0.0) + float(weight)
    return {name: round(weight, 3) for name, weight in sorted(found.items()) if abs(weight) >= 0.005}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--measure", action="store_true", help="figures only")
    options = parser.parse_args()
    if not PAGES.is_dir():
        sys.exit(f"the pages are not there: {PAGES}")
    fictional = (path for path in FICTIONAL.glob("*.json") if path.with_suffix(".html").exists())
    pages = [*map(read_gold, (*sorted(PAGES.glob("*.json")), *sorted(fictional))), *layouts()]
    pages = [page for page in pages if any(page.text)]  # one that scripts draw has no block of text
    print(f"{len(pages)} pages, {Counter(one for page in pages for one in page.text)[1]} blocks of text")
    validate(pages)
    if options.measure:
        return
    first, second = train(pages)
    WEIGHTS.write_text(json.dumps([weights(first), weights(second)], indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
