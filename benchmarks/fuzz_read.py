"""Fuzz `tawatur.read` and `tawatur.time_expressions` with Atheris: nothing but ValueError may come out.

pip install atheris && python benchmarks/fuzz_read.py -max_total_time=600 -rss_limit_mb=1500
"""

from __future__ import annotations

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["tawatur"]):
    import tawatur

_PIECES = (
    b"<p>", b"</p>", b"<div class=related>", b"<article>", b"<h1>", b"<br>", b"<table><tr><td>", b"<script>", b"</script>",
    b'<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"', b'"}</script>', b"<meta charset=windows-1256>",
    "المصدر: ".encode(), "إقرأ أيضاً:".encode(), "مقالات مشابهة".encode(), "قال الوزير إن العمل سيبدأ غدا في الميناء.".encode(),
    b"<li><a href=/x>", b"</a></li>", b"<time>10:15</time>", b"\xff\xfe", b"&#x0;", b"&amp;", b"<nav>", b"<!--", b"]]>",
)  # fmt: skip


def one(data: bytes) -> None:
    """A page of pieces of markup and raw bytes."""
    given = atheris.FuzzedDataProvider(data)
    page = b"".join(
        _PIECES[given.ConsumeIntInRange(0, len(_PIECES) - 1)]
        + given.ConsumeBytes(given.ConsumeIntInRange(0, 20))
        for _ in range(given.ConsumeIntInRange(0, 60))
    )
    try:
        found = tawatur.read(page)
    except ValueError:
        return
    for article in found.articles:
        tawatur.time_expressions(article.text[:500], reference=date(2026, 3, 1))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
