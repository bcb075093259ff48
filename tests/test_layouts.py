"""Pages of many makes, in several languages, against the gold from which they are made: un-mixing as a whole."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

import tawatur
from tawatur.model import Page

LAYOUTS = Path(__file__).parent / "layouts"
TEXTS = {text["id"]: text for text in tomllib.loads((LAYOUTS / "texts.toml").read_text("utf-8"))["text"]}


@dataclass(frozen=True)
class Case:
    """One layout with one text; `shows` are the parts beside the text that the layout has."""

    layout: str
    text: str
    shows: frozenset[str]
    options: dict[str, str]

    @property
    def gold(self) -> dict[str, Any]:
        return TEXTS[self.text]

    def bytes(self) -> bytes:
        source = ENVIRONMENT.get_template(f"pages/{self.layout}").render(t=self.gold)
        return source.encode(self.options.get("charset", "utf-8"), "xmlcharrefreplace")


ENVIRONMENT = Environment(loader=FileSystemLoader(LAYOUTS), autoescape=False)
ENVIRONMENT.filters["paragraph"] = lambda text: f"<p>{text}</p>"
ENVIRONMENT.filters["text_block"] = lambda text: {"type": "paragraph", "text": text}


def _cases() -> list[Case]:
    found = []
    for path in sorted((LAYOUTS / "pages").iterdir()):
        head = re.match(r"\{#(.*?)#\}", path.read_text("utf-8"))
        shows, *rest = (head[1] if head else "").split(";")
        options = dict(one.strip().split(": ", 1) for one in rest)
        texts = options.get("texts", " ".join(TEXTS)).split()
        found += [Case(path.name, text, frozenset(shows.split()), options) for text in texts]
    return found


CASES = _cases()


def _wrong(case: Case, page: Page) -> list[str]:
    """The parts beside the text that are not exactly as in the gold."""
    gold = case.gold
    wanted = {
        "credits": [gold["credit"]] if "credit" in case.shows else [],
        "keywords": gold["keywords"] if "keywords" in case.shows else [],
        "similar": gold["similar"] if "similar" in case.shows else [],
        "inline_links": [gold["inline"]] if "inline" in case.shows else [],
    }
    return [part for part, value in wanted.items() if list(getattr(page, part)) != value]


def _articles(case: Case) -> list[tuple[str, list[str]]]:
    gold = case.gold
    if "entries" in case.shows:
        return [("main", gold["paragraphs"][:1]), *(("entry", [one]) for one in gold["paragraphs"][1:])]
    found = [("main", gold["paragraphs"])]
    return found + ([("read_also", gold["also"])] if "also" in case.shows else [])


@pytest.mark.parametrize("layout", sorted({case.layout for case in CASES}))
def test_layout(layout: str) -> None:
    for case in (one for one in CASES if one.layout == layout):
        page = tawatur.read(case.bytes(), content_type="text/plain" if layout.endswith(".txt") else None)
        assert [(one.role, list(one.paragraphs)) for one in page.articles] == _articles(case), case.text
        assert page.articles[0].title == case.gold["title"], case.text
        assert page.articles[0].language == case.gold["language"], case.text
        assert _wrong(case, page) == [], case.text


def test_there_are_many_kinds() -> None:
    assert len({case.layout for case in CASES}) >= 30
    assert {case.gold["language"] for case in CASES} >= {"ar", "en", "fa", "ur"}
