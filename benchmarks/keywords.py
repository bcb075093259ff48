"""Keywords against the tags of the fictional pages of tests/pages, beside the most telling single words.

    python benchmarks/keywords.py

A keyword is right if it has the stems of a tag, stop words left out; a word of one if it stands in any tag. The title and the
paragraphs are those of the gold. An article has eight keywords at most, and three or four tags.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from heapq import nlargest
from pathlib import Path

from scores import score

from tawatur.language import Language, language
from tawatur.language.detect import detect
from tawatur.language.text import words
from tawatur.language.weights import weight
from tawatur.model import Article
from tawatur.stories.keywords import keywords

PAGES = Path(__file__).resolve().parents[1] / "tests" / "pages"
MOST = 8


def tagged() -> Iterator[tuple[Article, list[str]]]:
    """The articles of the pages with the tags that their outlets gave them."""
    for path in sorted(PAGES.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        article = next(iter(gold["articles"]), None)
        if article and article["paragraphs"] and gold.get("keywords"):
            code = detect(" ".join(article["paragraphs"]))
            yield Article(article.get("title"), tuple(article["paragraphs"]), language=code), gold["keywords"]


def single_words(article: Article) -> tuple[str, ...]:
    """The textbook: the words with the most occurrences times inverse document frequency."""
    spoken = language(article.language)
    text = f"{article.title or ''} {article.text}"
    counts = Counter(spoken.stems(text))
    written = {stem: word for word in words(text) for stem in spoken.stems(word)}
    return tuple(
        written[stem]
        for stem in nlargest(MOST, counts, key=lambda stem: counts[stem] * weight(stem, article.language))
    )


def stems(phrases: list[str] | tuple[str, ...], spoken: Language) -> set[tuple[str, ...]]:
    """Each phrase as the stems of its words."""
    return {tuple(spoken.stems(phrase.replace("_", " "))) for phrase in phrases} - {()}


def measure(name: str, find: Callable[[Article], tuple[str, ...]]) -> None:
    """Print how many keywords, and words of keywords, are those of the tags."""
    for code in ("ar", "en"):
        whole, single, pages = [0, 0, 0], [0, 0, 0], 0
        for article, tags in tagged():
            if article.language != code:
                continue
            pages += 1
            spoken = language(code)
            wanted, given = stems(tags, spoken), stems(find(article), spoken)
            for sums, one, other in (
                (whole, wanted, given),
                (
                    single,
                    {word for tag in wanted for word in tag},
                    {word for found in given for word in found},
                ),
            ):
                sums[0] += len(one & other)
                sums[1] += len(one)
                sums[2] += len(other)
        both = [score(*sums) for sums in (whole, single)]
        print(
            f"{name:14} {code} {pages} pages  "
            + "  ".join(
                f"{kind} F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f}"
                for kind, (f1, precision, recall) in zip(("keywords", "their words"), both, strict=True)
            )
        )


def main() -> None:
    measure("tawatur", lambda article: keywords([article], article.language, MOST))
    measure("single words", single_words)


if __name__ == "__main__":
    main()
