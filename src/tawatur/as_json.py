"""The JSON of the model's values: what the command line, the API and the export print."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from tawatur.model import Article, Claim, Origin, Page, Provenance, Report, Story


def as_json(value: Any) -> Any:
    """A value of the model as what JSON can carry; names are those of the model, dates ISO 8601."""
    if isinstance(value, Page):
        return {
            "articles": [page_article(one) for one in value.articles],
            **_fields(value, skip=("articles",)),
        }
    if isinstance(value, Report):
        return {**line(value), **_fields(value, skip=("article", "outlet"))}
    found = _fields(value) if is_dataclass(value) and not isinstance(value, type) else None
    if found is not None:
        if isinstance(value, Story):
            found["outlets"] = list(value.outlets)
        elif isinstance(value, Origin):
            found["heard_by"] = list(value.heard_by)
        elif isinstance(value, Claim):
            found["disputed"] = value.disputed
        elif isinstance(value, Provenance):
            found |= {"single_origin": value.single_origin, "anonymous_only": value.anonymous_only}
        return found
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset):
        return [as_json(one) for one in value]
    if isinstance(value, dict):
        return {str(key): as_json(one) for key, one in value.items()}
    return value


def page_article(article: Article) -> dict[str, Any]:
    """An article as `read --json` prints it."""
    names = ("role", "title", "paragraphs", "published", "byline", "language", "outlet")
    return {name: as_json(getattr(article, name)) for name in names}


def line(report: Report) -> dict[str, Any]:
    """An article as a line of JSONL, which `import` takes back."""
    article = report.article
    names = ("url", "title", "paragraphs", "published", "language", "byline", "credits", "keywords")
    found = {name: as_json(getattr(article, name)) for name in names}
    found |= {
        name: as_json(value) for name in ("modified", "corrections") if (value := getattr(article, name))
    }
    found["outlet"] = report.outlet
    if article.identifier:
        found["id"] = article.identifier
    return found


def _fields(value: Any, skip: tuple[str, ...] = ()) -> dict[str, Any]:
    return {one.name: as_json(getattr(value, one.name)) for one in fields(value) if one.name not in skip}
