"""Commands that show what is in the store."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tawatur.as_json import as_json, line
from tawatur.cli import printing
from tawatur.cli.common import AsJson, app, opened
from tawatur.provenance.exchange import graphml, prov_json
from tawatur.road.identity import canonical_url
from tawatur.sources import ArchiveError


class Form(StrEnum):
    """The forms of a provenance graph for other programs."""

    graphml = "graphml"
    prov = "prov"


@app.command()
def stories(
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 30,
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
def story(
    number: Annotated[int, typer.Argument(metavar="ID", help="Its number, as `stories` shows it.")],
    form: Annotated[
        Form | None,
        typer.Option("--as", help="Print the graph of its provenance in a form that other programs read."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Print one story: where it comes from, who says what, its reports, its timeline."""
    with opened() as road:
        found = road.story(number, whole=form is None)
        outlets = road.outlets
        polled = road.store.publishing(found.provenance.outside) if found else set()
    if found is None:
        raise ArchiveError(f"there is no story {number}; `tawatur stories` lists them")
    if form == Form.graphml:
        typer.echo(graphml(found.provenance, found.briefs).decode())
    elif form == Form.prov:
        printing.print_json(prov_json(found.provenance, found.briefs))
    elif json:
        printing.print_json(found)
    else:
        printing.print_story(found, outlets, polled)


@app.command()
def explain(
    article: Annotated[str, typer.Argument(metavar="URL|ID", help="Its address or its number.")],
    json: AsJson = False,
) -> None:
    """Answer where one article comes from: every way from it to the origins of what it says."""
    with opened() as road:
        number = int(article) if article.isdigit() else road.store.article_at(canonical_url(article))
        report = road.article(number) if number is not None else None
        if report is None:
            raise ArchiveError(
                f"there is no article {article} in this store; `tawatur attribute {article}` shows whom it names itself"
                if "://" in article
                else f"there is no article {article}; `tawatur search WORDS` finds their numbers"
            )
        chains = road.explain(report.id)
        story = road.story(report.story, whole=False)
        old = road.article(report.old) if report.old is not None else None
    if json:
        printing.print_json(
            {"article": report.id, "story": report.story, "chains": chains, "old": report.old}
        )
    elif story is not None:
        printing.print_explanation(report, chains, story, old)


@app.command()
def article(
    number: Annotated[int, typer.Argument(metavar="ID", help="Its number, as `search` and `story` show it.")],
    why: Annotated[
        bool,
        typer.Option("--why", help="Also by which words, names, places and figures it joined its story."),
    ] = False,
    json: AsJson = False,
) -> None:
    """Print one article with its statements."""
    with opened() as road:
        found = road.article(number)
        because = road.why(number) if why else None
        source = road.copied_from(found) if found else None
    if found is None:
        raise ArchiveError(f"there is no article {number}; `tawatur search WORDS` finds their numbers")
    if json:
        printing.print_json(as_json(found) | ({"why": as_json(because)} if why else {}))
    else:
        printing.print_report(found, source)
        if why:
            printing.print_why(because)


@app.command()
def changes(
    silent: Annotated[
        bool, typer.Option("--silent", help="Only those that their pages do not tell of.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 30,
    json: AsJson = False,
) -> None:
    """List the articles that were changed after publication, the latest change first."""
    with opened() as road:
        found = road.store.changes(silent_only=silent, limit=limit)
    (printing.print_json if json else printing.print_changes)(found)


@app.command()
def search(
    query: Annotated[list[str], typer.Argument(help="Words, in any of their forms.")],
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 20,
    json: AsJson = False,
) -> None:
    """Find articles that have all the words, the best match first."""
    with opened() as road:
        if not road.searchable(" ".join(query)):
            raise ArchiveError(
                "this search has no word to look for: name one that is no article, pronoun or preposition"
            )
        found = road.search(" ".join(query), limit=limit)
    if json:
        printing.print_json(found)
        return
    for one in found:
        typer.echo(f"{one.id:>6}  {one.time:%Y-%m-%d}  {one.outlet}  {one.article.title or '—'}")
    if not found:
        typer.echo("nothing found")


@app.command()
def export(
    json: Annotated[bool, typer.Option("--json", help="As always: it prints JSON only.")] = True,
) -> None:
    """Print every article as a line of JSON, which `import` takes back."""
    import json as writer

    with opened() as road:
        for report in road.store.all_reports():
            typer.echo(writer.dumps(line(report), ensure_ascii=False))
