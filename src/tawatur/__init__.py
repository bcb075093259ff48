"""Tawatur: where each report really comes from.

>>> import tawatur
>>> page = tawatur.read(open("page.html", "rb").read())
>>> said = tawatur.attributions(page.articles[0])
>>> with tawatur.open("news.db") as road:
...     road.add(page.articles)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tawatur.attribution import attributions as _attributions
from tawatur.dates import time_expressions
from tawatur.language import Analysis, analyse, detect
from tawatur.language.meaning import available, meanings, opening
from tawatur.model import Article, Attribution, Page, Report, Story
from tawatur.page import read
from tawatur.road import Road
from tawatur.road import open_store as open
from tawatur.store import StoreError
from tawatur.stories.likeness import Weighed, nearness, outline
from tawatur.stories.likeness import similarity as _similarity

__all__ = [
    "Article",
    "Attribution",
    "Page",
    "Report",
    "Road",
    "StoreError",
    "Story",
    "attributions",
    "open",
    "read",
    "similarity",
    "time_expressions",
]  # fmt: skip
__version__ = "0.1.0"


def attributions(
    article_or_paragraphs: Article | Sequence[str],
    *,
    language: str | None = None,
    published: date | None = None,
) -> tuple[Attribution, ...]:
    """The reported statements of an article, or of a list of paragraphs, in order.

    `language` (ISO 639-1) is detected where it is None. `published` is the day of writing; it is taken for
    interface's sake and does not change what is found yet.
    """
    if isinstance(article_or_paragraphs, Article):
        article = article_or_paragraphs
        code = language or (article.language if article.language != "und" else None)
        return _attributions(article.paragraphs, language=code, outlet=article.outlet)
    paragraphs = [article_or_paragraphs] if isinstance(article_or_paragraphs, str) else article_or_paragraphs
    return _attributions(paragraphs, language=language)


def similarity(a: Article | str, b: Article | str, *, semantic: bool | None = None) -> float:
    """How similar two articles (or texts) are, from 0 (nothing in common) to 1 (the same story told alike).

    `semantic` says whether to compare by meaning as well, which is needed over languages and takes about a fifth of a second for
    a text; None: if that extra is installed.
    Raises ImportError where it is wanted and not installed.
    """
    one, other = (
        text if isinstance(text, Article) else Article(None, tuple(text.split("\n"))) for text in (a, b)
    )
    mine, others = (_analysis(article) for article in (one, other))
    if not (available() if semantic is None else semantic):
        return _similarity(Weighed(outline(mine)), outline(others))
    texts = [(article.title, article.paragraphs) for article in (one, other)]
    mine, others = (
        replace(analysis, meaning=found)
        for analysis, found in zip((mine, others), meanings(texts), strict=True)
    )
    near = nearness(*(opening(*text) for text in texts))
    return _similarity(Weighed(outline(mine)), outline(others), near)


def _analysis(article: Article) -> Analysis:
    code = article.language
    if code == "und":
        code = detect(f"{article.title or ''}\n{article.text}")
    return analyse(article.title, article.paragraphs, code)
