"""Four hundred and ninety-four fictional pages as sites really build them, each with its gold: how much of each part is found.

Their makers did not know the reader. What it misses stands in docs/measured.md; these floors keep it from getting worse.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

import tawatur
from tawatur.model import Page

PAGES = Path(__file__).parent / "pages"
PARTS = {"credits": 0.97, "keywords": 0.98, "inline_links": 0.97, "similar": 0.97}


@pytest.fixture(scope="module")
def pages() -> list[tuple[dict[str, Any], Page]]:
    found = []
    for gold in sorted(PAGES.glob("*.json")):
        dump = gold.with_suffix(".txt")
        path = dump if dump.exists() else gold.with_suffix(".html")
        page = tawatur.read(path.read_bytes(), content_type="text/plain" if path == dump else None)
        found.append((json.loads(gold.read_text("utf-8")), page))
    return found


def test_paragraphs(pages: list[tuple[dict[str, Any], Page]]) -> None:
    scores = []
    for gold, page in pages:
        wanted = Counter((one["role"], text) for one in gold["articles"] for text in one["paragraphs"])
        found = Counter((one.role, text) for one in page.articles for text in one.paragraphs)
        scores.append(2 * (wanted & found).total() / (wanted.total() + found.total()))
    assert len(scores) == 494
    assert fmean(scores) >= 0.983


@pytest.mark.parametrize(("part", "least"), PARTS.items())
def test_parts_beside_the_text(pages: list[tuple[dict[str, Any], Page]], part: str, least: float) -> None:
    assert fmean(list(getattr(page, part)) == gold[part] for gold, page in pages) >= least


def test_titles(pages: list[tuple[dict[str, Any], Page]]) -> None:
    right = [
        [one.title for one in page.articles] == [one["title"] for one in gold["articles"]]
        for gold, page in pages
    ]
    assert fmean(right) >= 0.97
