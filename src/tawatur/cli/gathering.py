"""Commands that bring articles into the store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli import printing
from tawatur.cli.common import Allowed, AsJson, app, fail, fetcher, opened, progress
from tawatur.model import Counts, Source
from tawatur.road import Incoming, Road
from tawatur.road.doctor import examine
from tawatur.road.polling import find_source, poll
from tawatur.sources import ArchiveError, files_under, read_archive, read_opml, write_opml


@app.command()
def init(json: AsJson = False) -> None:
    """Make a new store (nothing happens to one that is there)."""
    with opened(create=True) as road:
        address = road.store.address
    if json:
        printing.print_json({"store": address})
    else:
        typer.echo(f"the store {address} is ready; add a source with: tawatur add URL")


@app.command()
def add(
    url: Annotated[
        str,
        typer.Argument(help="A feed, a news sitemap, a site that announces a feed, a page, or an OPML file."),
    ],
    outlet: Annotated[
        str | None, typer.Option(help="The outlet's name, where the feed's title is not it.")
    ] = None,
    allow: Allowed = None,
    json: AsJson = False,
) -> None:
    """Add a source to poll."""
    path = Path(url)
    if path.is_file():
        try:
            sources = read_opml(path.read_bytes())
        except ValueError as error:
            raise ArchiveError(f"{path}: {error}") from error
    else:
        sources = [asyncio.run(_find(url, outlet, allow or []))]
    with opened(create=True) as road, road.store.writing() as writer:
        added = [(source, writer.add_source(source)) for source in sources]
    if json:
        printing.print_json(
            [{"url": one.url, "kind": one.kind, "outlet": one.outlet, "added": new} for one, new in added]
        )
        return
    for one, new in added:
        typer.echo(f"{'added' if new else 'already there'}: {one.kind} {one.url} ({one.outlet or '?'})")


async def _find(url: str, outlet: str | None, allow: list[str]) -> Source:
    async with fetcher(allow) as fetching:
        return await find_source(fetching, url if "://" in url else f"https://{url}", outlet=outlet)


@app.command()
def sources(
    opml: Annotated[
        bool, typer.Option("--opml", help="Print them as an OPML list, which feed readers take.")
    ] = False,
    json: AsJson = False,
) -> None:
    """List the sources, with their last visit and what is wrong with them."""
    with opened() as road:
        found = road.store.sources()
    if opml:
        typer.echo(write_opml(found).decode(), nl=False)
        return
    if json:
        printing.print_json(found)
        return
    if not found:
        typer.echo("no source yet; add one with: tawatur add URL")
    for one in found:
        state = (
            f"failing ({one.error})"
            if one.error
            else "stopped"
            if not one.active
            else "fine"
            if one.last_success
            else "not yet polled"
        )
        typer.echo(f"{one.id:>4}  {one.outlet or '?'}  {one.url}  {state}")


@app.command()
def fetch(
    json: AsJson = False,
    all_sources: Annotated[bool, typer.Option("--all", help="Also those that are not due yet.")] = False,
    allow: Allowed = None,
) -> None:
    """Visit the sources that are due, once, and add what is new."""
    with opened() as road:
        counts = asyncio.run(_poll_once(road, not all_sources, allow or []))
    if json:
        printing.print_json(counts)
    else:
        printing.print_counts(counts)


async def _poll_once(road: Road, only_due: bool, allow: list[str]) -> Counts:
    with progress("sources", len(road.store.sources())) as advance:
        async with fetcher(allow) as fetching:
            return await poll(road, fetching, only_due=only_due, progress=lambda _: advance(1))


@app.command()
def reread(json: AsJson = False) -> None:
    """Read every kept page again, with the reader of today, and mend what it finds better; nothing is fetched."""
    with opened() as road, progress("pages", road.store.counts()["pages"]) as advance:
        counts = road.reread(progress=advance)
    if json:
        printing.print_json(counts)
    else:
        printing.print_reread(counts)


@app.command()
def doctor(
    mend: Annotated[
        bool, typer.Option("--mend", help="Mend what can be worked out anew from the articles.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Look the store and the sources over. Ends with 1 where something is wrong that was not mended."""
    with opened() as road:
        found = list(examine(road, mend=mend))
    if json:
        printing.print_json(found)
    else:
        printing.print_findings(found)
    if any(not one.mended for one in found):
        raise typer.Exit(1)


@app.command("import")
def import_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            readable=False, help="JSONL (also .gz), saved pages, plain text, WARC, or folders of them."
        ),
    ],
    json: AsJson = False,
) -> None:
    """Import articles from files."""
    paths = [one for path in files for one in files_under(path)]
    _refuse_hopeless(paths)
    counts = Counts()
    hopeless: list[str] = []
    with (
        opened(create=True) as road,
        progress("bytes", sum(path.stat().st_size for path in paths)) as advance,
    ):
        for path in paths:
            try:
                own = _import_file(road, path, advance)
            except ArchiveError as error:
                own = Counts(problems=(str(error),))
            if own.problems and not (own.added or own.revised or own.unchanged):
                hopeless.append(path.name)
            counts += own
    if json:
        printing.print_json(counts)
    else:
        printing.print_counts(counts)
    if hopeless and len(files) > 1:
        fail(f"nothing could be imported from {', '.join(hopeless)}; the rest is in the store")


def _refuse_hopeless(paths: list[Path]) -> None:
    """Before a store is touched: fail where no file has an article."""
    problem = ""
    for path in paths:
        try:
            for found in read_archive(path):
                if found.article is not None:
                    return
                problem = problem or found.problem or ""
        except ArchiveError as error:
            problem = problem or str(error)
    fail(f"nothing to import: {problem or 'no file has an article'}")


def _import_file(road: Road, path: Path, advance: Callable[[int], None]) -> Counts:
    problems: list[str] = []

    def articles() -> Iterator[Incoming]:
        for found in read_archive(path, advance):
            if found.article is not None:
                yield Incoming(found.article, found.seen)
            elif found.problem:
                problems.append(found.problem)

    return road.add(articles()) + Counts(problems=tuple(problems))
