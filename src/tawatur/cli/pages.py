"""Commands that look at one page or text and store nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

import tawatur
from tawatur.attribution.titles import told_in_title
from tawatur.cli import printing
from tawatur.cli.common import Allowed, AsJson, app, fail, fetcher
from tawatur.outlets import known
from tawatur.sources import ArchiveError, files_under


@app.command()
def read(
    page: Annotated[str, typer.Argument(help="A file or an address.")],
    allow: Allowed = None,
    json: AsJson = False,
) -> None:
    """Take one page apart and print it; nothing is stored."""
    found = _page(page, allow)
    if json:
        printing.print_json(found)
    elif found.articles:
        printing.print_page(found)
    else:
        fail(f"{page}: no article found on this page")


def _page(name: str, allow: list[str] | None) -> tawatur.Page:
    try:
        return asyncio.run(_read_url(name, allow or [])) if "://" in name else tawatur.read(*_bytes(name))
    except ValueError as error:
        raise ArchiveError(f"{name}: {error}") from error


def _bytes(name: str) -> tuple[bytes]:
    path = Path(name)
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder; name one file, or import the folder")
    files_under(path)
    if path.stat().st_size > 20_000_000:
        raise ArchiveError(f"{path} has {path.stat().st_size // 1_000_000} MB; a page has 20 at most")
    return (path.read_bytes(),)


async def _read_url(url: str, allow: list[str]) -> tawatur.Page:
    async with fetcher(allow) as fetching:
        response = await fetching.get(url)
    return tawatur.read(response.body, url=response.url, content_type=response.content_type)


@app.command()
def attribute(
    page: Annotated[str, typer.Argument(help="A file or an address.")],
    allow: Allowed = None,
    json: AsJson = False,
) -> None:
    """Print who says what in a page or text, and through whom; nothing is stored."""
    found = [
        (article, told_in_title(article, known()), tawatur.attributions(article))
        for article in _page(page, allow).articles
    ]
    if json:
        printing.print_json(
            [
                {"title": one.title, "title_attributions": titled, "attributions": said}
                for one, titled, said in found
            ]
        )
        return
    for article, titled, said in found:
        printing.print_attributions(article.paragraphs, (*titled, *said))
