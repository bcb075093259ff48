"""The articles of a page, newly fetched or kept: what the page does not say of its main article is taken from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from tawatur.model import Article, Kept
from tawatur.page import read
from tawatur.road.adding import Incoming
from tawatur.road.identity import canonical_url
from tawatur.store import Store


class Told(Protocol):
    """Who tells of an article beside its page: the entry of a feed, the article as it is stored."""

    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> date | None: ...
    @property
    def byline(self) -> str | None: ...


def articles_of(page: Kept, content_type: str | None, outlet: str | None, told: Told | None) -> list[Article]:
    """The articles of a page, of an outlet if it is known. Raises ValueError where the page cannot be read."""
    found = []
    for article in read(page.body, url=page.at, content_type=content_type).articles:
        article = replace(article, outlet=outlet or article.outlet)
        if article.role == "main":
            article = replace(article, url=canonical_url(page.at))
            if told is not None:
                article = replace(
                    article,
                    title=article.title or told.title,
                    published=article.published or told.published,
                    byline=article.byline or told.byline,
                )
        found.append(article)
    return found


def stored_at(page: Kept, store: Store) -> tuple[str | None, Told | None]:
    """The outlet of a kept page and its article as stored; None for each where there is none."""
    number = store.article_at(canonical_url(page.at))
    stored = store.report(number) if number is not None else None
    return (stored.outlet, stored.article) if stored else (None, None)


def read_again(page: Kept, store: Store) -> list[Incoming]:
    """The articles of a kept page, as the reader of today finds them. Raises ValueError where the page cannot be read."""
    outlet, told = stored_at(page, store)
    found = articles_of(page, page.header("Content-Type"), outlet, told)
    return [Incoming(article, page.checked) for article in found]
