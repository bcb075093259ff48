"""The command line."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

import tawatur
from tawatur.as_json import line
from tawatur.cli import printing
from tawatur.fetch import Fetcher, FetchError
from tawatur.model import Counts, Source
from tawatur.road import Incoming, Road
from tawatur.road.polling import due, find_source, poll
from tawatur.sources import ArchiveError, files_under, read_archive, read_opml
from tawatur.store import StoreError

app = typer.Typer(
    help="Tawatur reads the news of many outlets and shows where each report really comes from.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
)  # fmt: skip
_store = "tawatur.db"
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


@app.callback()
def _options(
    store: Annotated[
        str,
        typer.Option(
            envvar="TAWATUR_STORE", help="Where the articles are kept: a file, or a postgresql:// address."
        ),
    ] = "tawatur.db",
) -> None:
    global _store
    _store = store


@contextmanager
def _road(*, create: bool = False) -> Iterator[Road]:
    with tawatur.open(_store, create=create) as road:
        yield road


def main() -> None:
    """Run the command line; what goes wrong is one line on standard error and exit code 2."""
    try:
        app(standalone_mode=True)
    except (StoreError, ArchiveError, FetchError) as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(message: str) -> None:
    print(f"tawatur: {message}", file=sys.stderr)
    sys.exit(2)


@app.command()
def init() -> None:
    """Make a new store (nothing happens to one that is there)."""
    with _road(create=True):
        typer.echo(f"the store {_store} is ready; add a source with: tawatur add URL")


@app.command()
def add(
    url: Annotated[
        str,
        typer.Argument(help="A feed, a news sitemap, a site that announces a feed, a page, or an OPML file."),
    ],
    outlet: Annotated[
        str | None, typer.Option(help="The outlet's name, where the feed's title is not it.")
    ] = None,
    allow: Annotated[
        list[str] | None, typer.Option(help="A host on your own network that may be fetched.")
    ] = None,
) -> None:
    """Add a source to poll."""
    with _road(create=True) as road:
        path = Path(url)
        if path.is_file():
            try:
                sources = read_opml(path.read_bytes())
            except ValueError as error:
                raise ArchiveError(f"{path}: {error}") from error
        else:
            sources = [asyncio.run(_find(url, outlet, allow or []))]
        with road.store.writing() as writer:
            for source in sources:
                new = writer.add_source(source)
                typer.echo(
                    f"{'added' if new else 'already there'}: {source.kind} {source.url} ({source.outlet or '?'})"
                )


async def _find(url: str, outlet: str | None, allow: list[str]) -> Source:
    async with Fetcher(allowed=allow) as fetcher:
        return await find_source(fetcher, url if "://" in url else f"https://{url}", outlet=outlet)


@app.command()
def sources(json: AsJson = False) -> None:
    """List the sources, with their last visit and what is wrong with them."""
    with _road() as road:
        found = road.store.sources()
    if json:
        printing.print_json(found)
        return
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
    allow: Annotated[
        list[str] | None, typer.Option(help="A host on your own network that may be fetched.")
    ] = None,
) -> None:
    """Visit the sources that are due, once, and add what is new."""
    with _road() as road:
        counts = asyncio.run(_poll_once(road, not all_sources, allow or []))
    if json:
        printing.print_json(counts)
    else:
        printing.print_counts(counts)


async def _poll_once(road: Road, only_due: bool, allow: list[str]) -> Counts:
    with _progress("sources", len(road.store.sources())) as advance:
        async with Fetcher(allowed=allow) as fetcher:
            return await poll(road, fetcher, only_due=only_due, progress=lambda _: advance(1))


@app.command()
def run(
    host: str = "127.0.0.1",
    port: int = 8000,
    allow: Annotated[
        list[str] | None, typer.Option(help="A host on your own network that may be fetched.")
    ] = None,
) -> None:
    """Poll the sources on a schedule and serve the reader, until stopped."""
    with _road(create=True) as road:
        asyncio.run(_run(road, host, port, allow or []))


async def _run(road: Road, host: str, port: int, allow: list[str]) -> None:
    from tawatur.web.server import free_port, server

    port = free_port(host, port)
    typer.echo(f"the reader is at http://{host}:{port}")
    serving = asyncio.create_task(server(road, host, port).serve())
    async with Fetcher(allowed=allow) as fetcher:
        while not serving.done():
            counts = await poll(road, fetcher)
            if counts.added or counts.revised or counts.problems:
                printing.print_counts(counts)
            await asyncio.wait(
                {serving}, timeout=due(road.store.sources(), datetime.now(UTC)).total_seconds()
            )


@app.command()
def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the reader, without polling."""
    from tawatur.web.server import free_port, server

    with _road() as road:
        port = free_port(host, port)
        typer.echo(f"the reader is at http://{host}:{port} (stop it with Ctrl-C)")
        server(road, host, port).run()


@app.command("import")
def import_files(
    files: Annotated[
        list[Path],
        typer.Argument(help="JSONL (also .gz), saved pages, plain text, WARC, or folders of them."),
    ],
    json: AsJson = False,
) -> None:
    """Import articles from files."""
    paths = [one for path in files for one in files_under(path)]
    counts = Counts()
    with (
        _road(create=True) as road,
        _progress("bytes", sum(path.stat().st_size for path in paths)) as advance,
    ):
        for path in paths:
            counts += _import_file(road, path, advance)
    if json:
        printing.print_json(counts)
    else:
        printing.print_counts(counts)
    if counts.problems and not (counts.added or counts.revised or counts.unchanged):
        _fail("nothing could be imported")


def _import_file(road: Road, path: Path, advance: Callable[[int], None]) -> Counts:
    problems: list[str] = []

    def articles() -> Iterator[Incoming]:
        for found in read_archive(path, advance):
            if found.article is not None:
                yield Incoming(found.article, found.seen)
            elif found.problem:
                problems.append(found.problem)

    return road.add(articles()) + Counts(problems=tuple(problems))


@app.command()
def read(page: Annotated[str, typer.Argument(help="A file or an address.")], json: AsJson = False) -> None:
    """Take one page apart and print it; nothing is stored."""
    try:
        found = tawatur.read(*_bytes(page)) if "://" not in page else asyncio.run(_read_url(page))
    except ValueError as error:
        raise ArchiveError(f"{page}: {error}") from error
    if json:
        printing.print_json(found)
    elif found.articles:
        printing.print_page(found)
    else:
        _fail(f"{page}: no article found on this page")


def _bytes(name: str) -> tuple[bytes]:
    path = Path(name)
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder; name one file, or import the folder")
    files_under(path)
    if path.stat().st_size > 20_000_000:
        raise ArchiveError(f"{path} has {path.stat().st_size // 1_000_000} MB; a page has 20 at most")
    return (path.read_bytes(),)


async def _read_url(url: str) -> tawatur.Page:
    async with Fetcher() as fetcher:
        response = await fetcher.get(url)
    return tawatur.read(response.body, url=response.url, content_type=response.content_type)


@app.command()
def attribute(file: Annotated[str, typer.Argument(help="A page or a text.")], json: AsJson = False) -> None:
    """Print who says what in a page or text, and through whom."""
    try:
        page = tawatur.read(*_bytes(file))
    except ValueError as error:
        raise ArchiveError(f"{file}: {error}") from error
    found = [(article, tawatur.attributions(article)) for article in page.articles]
    if json:
        printing.print_json([{"title": article.title, "attributions": said} for article, said in found])
        return
    for article, said in found:
        printing.print_attributions(article.paragraphs, said)


@app.command()
def stories(
    limit: Annotated[int, typer.Option(help="How many.")] = 30,
    least_reports: Annotated[
        int, typer.Option("--reports", help="Only stories with at least so many reports.")
    ] = 1,
    json: AsJson = False,
) -> None:
    """List the stories, the newest development first."""
    with _road() as road:
        found = road.stories(limit=limit, least_reports=least_reports)
    (printing.print_json if json else printing.print_stories)(found)


@app.command()
def story(number: Annotated[int, typer.Argument(metavar="ID")], json: AsJson = False) -> None:
    """Print one story: its origins and chains, its reports, its timeline."""
    with _road() as road:
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
    with _road() as road:
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
    with _road() as road:
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

    with _road() as road:
        for report in road.store.all_reports():
            typer.echo(writer.dumps(line(report), ensure_ascii=False))


@app.command()
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Print what was found and end, without serving the reader.")
    ] = False,
    port: int = 8000,
    json: AsJson = False,
) -> None:
    """Poll a small fictional newswire and show what Tawatur makes of it."""
    asyncio.run(_demo(once or json, port, json))


async def _demo(once: bool, port: int, json: bool) -> None:
    from tawatur.demo import Newswire, play, world
    from tawatur.web.server import free_port, server

    with TemporaryDirectory(prefix="tawatur-demo-") as folder, tawatur.open(Path(folder) / "demo.db") as road:
        started = time.monotonic()
        async with Newswire(world()) as wire:
            with _progress("feeds", 2 * len(wire.world.pages)) as advance:
                rounds = await play(road, wire, lambda _: advance(1))
            found = road.stories(limit=None)
            if json:
                printing.print_json([road.story(one.id) for one in found])
            else:
                for one in found:
                    whole = road.story(one.id)
                    if whole:
                        printing.print_story(whole)
                printing.print_stories(found)
                total = sum((counts for counts in rounds), Counts())
                printing.console.print(
                    f"{total.added} reports of a fictional newswire in {time.monotonic() - started:.0f} seconds, "
                    f"{total.revised} of them changed after publication; {len(found)} stories."
                )
            if not once:
                port = free_port("127.0.0.1", port)
                printing.console.print(
                    f"Look at http://127.0.0.1:{port} (stop it with Ctrl-C): open a story to see its chains."
                )
                await server(road, "127.0.0.1", port).serve()


@contextmanager
def _progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    columns = (SpinnerColumn(), TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=printing.errors, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=total)
        yield lambda amount: bar.advance(task, amount)
