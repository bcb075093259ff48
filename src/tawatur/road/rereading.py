"""Kept pages read again: what the reader of today finds in them, for the articles that came from them."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import Kept
from tawatur.page import read
from tawatur.road.adding import Incoming
from tawatur.road.identity import canonical_url
from tawatur.store import Store


def of_page(page: Kept, store: Store) -> list[Incoming]:
    """The articles of a kept page; what the page does not say (outlet, title, date) stays as it was stored.

    Raises ValueError where the page cannot be read.
    """
    url = canonical_url(page.at)
    number = store.article_at(url)
    stored = store.report(number) if number is not None else None
    found = []
    for article in read(page.body, url=page.at, content_type=page.header("Content-Type")).articles:
        if stored is not None:
            article = replace(article, outlet=stored.outlet)
        if article.role == "main":
            article = replace(article, url=url)
            if stored is not None:
                article = replace(
                    article,
                    title=article.title or stored.article.title,
                    published=article.published or stored.article.published,
                    byline=article.byline or stored.article.byline,
                )
        found.append(Incoming(article, page.checked))
    return found
