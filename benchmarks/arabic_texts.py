"""The Arabic articles on which attributions are measured: the radio's, those of other outlets in news_similarity and time_expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from train_frequencies import DATA, rows

from tawatur.model import Article

RADIO, PAIRS = "arabic_news/articles.jsonl.gz", "news_similarity/pairs.jsonl.gz"
_WORDS = 45  # a paragraph of a text that stands in one line ends with the sentence that reaches so many
_MARKUP = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.!؟])\s+")


def articles() -> dict[str, Article]:
    """The articles by their ids. Those of other outlets have neither title nor paragraphs: they are cut at lines and sentences."""
    found = {}
    for row in rows(RADIO):
        found[row["id"]] = Article(
            row["title"], tuple(row["paragraphs"]), language="ar", outlet=row["outlet"]
        )
    for row in rows(PAIRS):
        for key, side in zip(row["pair"].split("_"), "12", strict=True):
            if row[f"lang{side}"] == "ar" and key not in found:
                found[key] = Article(None, tuple(_paragraphs(row[f"text{side}"])), language="ar")
    for path in sorted((DATA / "time_expressions").glob("*.tml")):
        text = _MARKUP.sub("", path.read_text("utf-8").partition("<TimeML>")[2]).lstrip("\ufeff \n")
        found[path.name] = Article(None, tuple(_paragraphs(text)), language="ar")
    return found


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        sentences: list[str] = []
        for sentence in _SENTENCE_END.split(" ".join(line.split())):
            sentences.append(sentence)
            if len(" ".join(sentences).split()) >= _WORDS:
                yield " ".join(sentences)
                sentences = []
        if rest := " ".join(sentences):
            yield rest
