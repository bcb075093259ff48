"""Plain-text dumps of news pages: how well they are read, and the weights by which their lines are told from running text.

    pip install resiliparse inscriptis beautifulsoup4 html2text markdownify scikit-learn
    python benchmarks/train_dumps.py              # figures, then writes the weights
    python benchmarks/train_dumps.py --measure    # the figures only

The pages are the real ones of ../shared/data/news_pages and the fictional ones of tests/pages, each turned into text by
five tools that crawls are turned into text with, and the fictional dumps of tests/pages. Word 4-gram F1, of the real pages against the
main article and of the fictional ones against all articles, by weights that were trained without the page's outlet (six folds), and with none, in the
same run. A dump that lacks a fifth of the gold text is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from read_pages import PAGES, grams, overlap
from sklearn.model_selection import GroupKFold
from train_main_text import FICTIONAL, fit, labels, weights

import tawatur
from tawatur.page.document.charset import utf8
from tawatur.page.dumps import prose
from tawatur.page.dumps.lined import lines
from tawatur.page.text.features import folded
from tawatur.page.wording.markers import marker

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "page" / "dumps" / "weights.json"
FICTIONAL_WORTH = 0.5  # of a real page's: there are three times as many of them
LACKS = 0.8
OUTLETS = 10  # that have a word, at least


def makers() -> dict[str, Callable[[str], str]]:
    """The tools that turn a page into text."""
    import html2text
    import inscriptis
    import markdownify
    from bs4 import BeautifulSoup
    from resiliparse.extract.html2text import extract_plain_text

    warnings.filterwarnings("ignore", module="bs4")

    def soup(page: str) -> BeautifulSoup:
        found = BeautifulSoup(page, "html.parser")
        for one in found(["script", "style", "noscript", "template"]):
            one.decompose()
        return found

    return {
        "resiliparse": lambda page: extract_plain_text(page, alt_texts=False, list_bullets=False),
        "inscriptis": inscriptis.get_text,
        "BeautifulSoup": lambda page: re.sub(r"\n\s*\n+", "\n", soup(page).get_text("\n")),
        "html2text": lambda page: html2text.HTML2Text(bodywidth=0).handle(page),
        "markdownify": lambda page: markdownify.markdownify(str(soup(page))),
    }


@dataclass
class Dumped:
    """A dump with what is wanted of it: for every line what is seen of it, whether it is text and how much it counts."""

    maker: str
    outlet: str
    text: str
    paragraphs: list[str]
    title: str | None
    main_only: bool
    seen: list[list[str]]
    is_text: list[int]
    worth: list[float]


def dumped(maker: str, outlet: str, text: str, gold: dict, *, main_only: bool) -> Dumped | None:
    """A dump and its gold; None where the dump lacks much of the gold text."""
    articles = gold.get("articles", [gold])
    paragraphs = [one for article in articles for one in article["paragraphs"]]
    wanted = grams(" ".join(paragraphs))
    if not paragraphs or (grams(text) & wanted).total() < LACKS * wanted.total():
        return None
    found = lines(text).blocks
    words = sum(len(one.split()) for one in paragraphs)
    share = 1.0 if main_only else FICTIONAL_WORTH
    return Dumped(
        maker, outlet, text, paragraphs, articles[0].get("title"), main_only,
        list(prose.features(found, [marker(block.text) for block in found])),
        labels(found, [one for one in paragraphs if folded(one)]),
        [share * (0.002 + min(0.3, max(1, block.words) / words)) for block in found],
    )  # fmt: skip


def dumps() -> Iterator[Dumped]:
    """All dumps: real pages by every tool, fictional ones by two each, and those that are dumps already."""
    made = list(makers().items())
    for path in sorted(PAGES.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        page = utf8(gzip.decompress(path.with_suffix(".html.gz").read_bytes())).decode("utf-8", "replace")
        for name, make in made:
            if one := dumped(name, gold["outlet"], make(page), gold, main_only=True):
                yield one
    for number, path in enumerate(sorted(FICTIONAL.glob("*.json"))):
        gold = json.loads(path.read_text("utf-8"))
        if path.with_suffix(".html").exists():
            page = utf8(path.with_suffix(".html").read_bytes()).decode("utf-8", "replace")
            texts = [(name, make(page)) for name, make in (made[number % 5], made[(number + 2) % 5])]
        else:
            texts = [("written", path.with_suffix(".txt").read_text("utf-8"))]
        for name, text in (*texts, *bare(gold, number)):
            if one := dumped("fictional, " + name, path.stem, text, gold, main_only=False):
                yield one


def bare(gold: dict, number: int) -> Iterator[tuple[str, str]]:
    """Of a page with one article that article alone, of every other one without its headline: what somebody copies out of a page."""
    if len(gold["articles"]) == 1:
        article = gold["articles"][0]
        headline = [article["title"]] if article["title"] and number % 2 else []
        yield "bare", "\n".join([*headline, *article["paragraphs"]])


def train(pages: list[Dumped]) -> dict[str, float]:
    """The weights; of words only those that many outlets have."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for name in {name for names in page.seen for name in names if name.startswith(prose.WORD)}:
            outlets[name].add(page.outlet)
    rare = {name for name, those in outlets.items() if len(those) < OUTLETS}
    rows = [[name for name in names if name not in rare] for page in pages for names in page.seen]
    is_text = [one for page in pages for one in page.is_text]
    return weights(fit(rows, is_text, [one for page in pages for one in page.worth]))


def measure(pages: list[Dumped]) -> None:
    """Cross-validated over outlets, and without weights."""
    found: dict[tuple[str, str], list[tuple[float, float, float, bool]]] = defaultdict(list)
    shipped = prose._weights
    groups = [page.outlet for page in pages]
    for fold, (inside, outside) in enumerate(GroupKFold(6).split(pages, groups=groups), 1):
        held_out = train([pages[at] for at in inside])
        for way, own in (("learned", held_out), ("none", {"bias": 9.0})):
            prose._weights = lambda own=own: own  # type: ignore[assignment]
            for at in outside:
                found[pages[at].maker, way].append(score_of(pages[at]))
        print(f"fold {fold} of 6", end="\r", flush=True)
    prose._weights = shipped
    for (maker, way), rows in sorted(found.items()):
        f1, precision, recall, title = (fmean(column) for column in zip(*rows, strict=True))
        print(
            f"{maker:26} {len(rows):4} dumps, weights {way:8} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  title {title:.3f}"
        )


def score_of(page: Dumped) -> tuple[float, float, float, bool]:
    """F1, precision and recall of the text of a dump, and whether its title is right."""
    found = tawatur.read(page.text, content_type="text/plain").articles
    chosen = found[:1] if page.main_only else found
    got = " ".join(one for article in chosen for one in article.paragraphs)
    same = bool(found) and " ".join((found[0].title or "").split()) == " ".join((page.title or "").split())
    return *overlap(grams(" ".join(page.paragraphs)), grams(got))[:3], same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--measure", action="store_true", help="figures only")
    options = parser.parse_args()
    if not PAGES.is_dir():
        sys.exit(f"the pages are not there: {PAGES}")
    pages = list(dumps())
    print(f"{len(pages)} dumps, {sum(map(sum, (page.is_text for page in pages)))} lines of text")
    measure(pages)
    if not options.measure:
        WEIGHTS.write_text(json.dumps(train(pages), ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
