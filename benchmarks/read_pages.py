"""Real news pages against their gold: main text, title, date and authors, and pages per second of CPU.

    pip install trafilatura resiliparse readability-lxml newspaper4k && python benchmarks/read_pages.py

Main text is scored by word 4-gram F1, averaged over pages. The peers are measured in the same run where they are
installed (none is a dependency of the project); each is warmed on one page first, and every page is read by all
readers in turn, so that a change of the machine's speed meets them alike.
"""

from __future__ import annotations

import gzip
import importlib
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scores import Score, score

import tawatur
from tawatur.dates import moment, parse

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_pages"
ROUNDS = 3


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, with how often each stands in the text."""
    words = text.split()
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def overlap(gold: Counter[Any], found: Counter[Any]) -> Score:
    """F1, precision and recall of what was counted."""
    return score((gold & found).total(), gold.total(), found.total())


def ours(page: bytes) -> str:
    """The paragraphs that Tawatur finds."""
    found = tawatur.read(page).articles
    return " ".join(found[0].paragraphs) if found else ""


@dataclass
class Reader:
    """One extractor, and what it did."""

    name: str
    extract: Callable[[bytes], str]
    scores: list[Score] = field(default_factory=list)
    rounds: list[float] = field(default_factory=list)
    empty: int = 0


def _peers() -> Iterator[Reader]:
    for name, module, make in (
        ("trafilatura", "trafilatura", lambda peer: lambda page: peer.extract(page) or ""),
        ("trafilatura fast", "trafilatura", lambda peer: lambda page: peer.extract(page, fast=True) or ""),
        ("resiliparse", "resiliparse.extract.html2text", _resiliparse),
        ("readability-lxml", "readability", _readability),
        ("newspaper4k", "newspaper", _newspaper),
    ):
        try:
            yield Reader(name, make(importlib.import_module(module)))
        except ImportError as error:
            print(f"{name} is not measured: {error}")


def _resiliparse(peer: Any) -> Callable[[bytes], str]:
    return lambda page: peer.extract_plain_text(page.decode("utf-8", "replace"), main_content=True)


def _readability(peer: Any) -> Callable[[bytes], str]:
    html = importlib.import_module("lxml.html")
    return lambda page: html.fromstring(peer.Document(page).summary()).text_content()


def _newspaper(peer: Any) -> Callable[[bytes], str]:
    def extract(page: bytes) -> str:
        article = peer.Article("https://news.example/", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return extract


def measure(readers: list[Reader]) -> None:
    """Let every reader read every page, and print a row for each."""
    pages = [(gold, gzip.decompress(page.read_bytes())) for gold, page in _pages()]
    for turn in range(ROUNDS):
        spent: Counter[str] = Counter()
        for gold, page in pages:
            wanted = grams(" ".join(gold["paragraphs"])) if turn == 0 else None
            for reader in readers:
                start = time.process_time()
                text = _quietly(reader, page)
                spent[reader.name] += time.process_time() - start  # type: ignore[assignment]
                if wanted is not None:
                    reader.empty += not text.strip()
                    reader.scores.append(overlap(wanted, grams(text)))
        for reader in readers:
            reader.rounds.append(spent[reader.name])
    for reader in readers:
        f1, precision, recall = (statistics.fmean(column) for column in zip(*reader.scores, strict=True))
        seconds = statistics.median(reader.rounds)
        times = statistics.median(
            first / own for first, own in zip(readers[0].rounds, reader.rounds, strict=True)
        )
        print(
            f"{reader.name:17} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  empty {reader.empty}"
            f"  {len(pages) / seconds:4.0f} pages/s  Tawatur's time is {times:.2f} of its"
        )


def _quietly(reader: Reader, page: bytes) -> str:
    try:
        return reader.extract(page)
    except Exception:  # a peer's own errors count as an empty page
        if reader.name == "tawatur":
            raise
        return ""


def _pages() -> Iterator[tuple[dict[str, Any], Path]]:
    for path in sorted(PAGES.glob("*.json")):
        yield json.loads(path.read_text("utf-8")), path.parent / f"{path.stem}.html.gz"


def measure_metadata() -> None:
    """Titles and dates that are exactly right, and the F1 of authors' names."""
    titles, dates, authors = [], [], []
    for gold, path in _pages():
        found = tawatur.read(gzip.decompress(path.read_bytes())).articles
        article = found[0] if found else None
        if gold["title"]:
            titles.append(article is not None and _plain(article.title) == _plain(gold["title"]))
        if wanted := parse(gold["published"]):
            published = article.published if article else None
            dates.append(published is not None and moment(published) == moment(wanted))
        byline = article.byline if article else None
        names = Counter(_plain(name) for name in (byline or "").split(", ") if name)
        wanted_names = Counter(_plain(name) for name in gold["authors"])
        authors.append(overlap(wanted_names, names)[0] if names or wanted_names else 1.0)
    print(
        f"title exact {statistics.fmean(titles):.3f} of {len(titles)}  date exact {statistics.fmean(dates):.3f} of {len(dates)}"
        f"  authors F1 {statistics.fmean(authors):.3f}"
    )


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def main() -> None:
    if not PAGES.is_dir():
        sys.exit(f"the pages are not there: {PAGES}")
    readers = [Reader("tawatur", ours), *_peers()]
    warm = gzip.decompress(next(_pages())[1].read_bytes())
    for reader in readers:
        _quietly(reader, warm)
    measure(readers)
    measure_metadata()


if __name__ == "__main__":
    main()
