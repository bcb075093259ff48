"""Commands that show what is in the store."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.as_json import line
from tawatur.cli import printing
from tawatur.cli.common import AsJson, app, opened
from tawatur.sources import ArchiveError


@app.command()
def stories(
    limit: Annotated[int, typer.Option(help="How many.")] = 30,
    least_reports: Annotated[
        int, typer.Option("--reports", help="Only stories with at least so many reports.")
    ] = 1,
    json: AsJson = False,
) -> None:
    """List the stories, the newest development first."""
    with opened() as road:
        found = road.stories(limit=limit, least_reports=least_reports)
    (printing.print_json if json else printing.print_stories)(found)


@app.command()
def story(number: Annotated[int, typer.Argument(metavar="ID")], json: AsJson = False) -> None:
    """Print one story: its origins and chains, its reports, its timeline."""
    with opened() as road:
        found = road.story(number)
    if found is None:
        raise ArchiveError(f"there is no story {number}; `tawatur stories` lists them")
    (printing.print_json if json else printing.print_story)(found)


@app.command()
def article(
    number: Annotated[int, typer.Argument(metavar="ID")],
    why: Annotated[bool, typer.Option("--why", help="Also by which words it joined its story.")] = False,
    json: AsJson = False,
) -> None:
    """Print one article with its statements."""
    with opened() as road:
        found = road.article(number)
        because = road.store.because(number) if why else None
    if found is None:
        raise ArchiveError(f"there is no article {number}")
    if json:
        printing.print_json(found)
    else:
        printing.print_report(found, because)


@app.command()
def search(
    query: Annotated[list[str], typer.Argument(help="Words, in any of their forms.")],
    limit: int = 20,
    json: AsJson = False,
) -> None:
    """Find articles that have all the words, the best match first."""
    with opened() as road:
        found = road.search(" ".join(query), limit=limit)
    if json:
        printing.print_json(found)
        return
    for one in found:
        typer.echo(f"{one.id:>6}  {one.time:%Y-%m-%d}  {one.outlet}  {one.article.title or '—'}")
    if not found:
        typer.echo("nothing found")


@app.command()
def export() -> None:
    """Print every article as a line of JSON, which `import` takes back."""
    import json as writer

    with opened() as road:
        for report in road.store.all_reports():
            typer.echo(writer.dumps(line(report), ensure_ascii=False))
