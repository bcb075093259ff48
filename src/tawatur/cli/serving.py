"""Commands that go on until they are stopped: the reader, and polling beside it."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

import tawatur
from tawatur.cli import printing
from tawatur.cli.common import Allowed, AsJson, Host, Port, app, fetcher, opened, progress
from tawatur.model import Counts
from tawatur.road import Road
from tawatur.road.polling import keep_polling


@app.command()
def run(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    allow: Allowed = None,
) -> None:
    """Poll the sources on a schedule and serve the reader, until stopped."""
    with opened(create=True) as road:
        asyncio.run(_run(road, host, port, allow or []))


async def _run(road: Road, host: str, port: int, allow: list[str]) -> None:
    from tawatur.web.server import free_port, server

    port = free_port(host, port)
    typer.echo(f"the reader is at http://{host}:{port}")
    serving = asyncio.create_task(server(road, host, port).serve())
    async with fetcher(allow) as fetching:
        await keep_polling(road, fetching, serving, _tell)


def _tell(counts: Counts) -> None:
    if counts.added or counts.revised or counts.problems:
        printing.print_counts(counts)


@app.command()
def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve the reader, without polling."""
    from tawatur.web.server import free_port, server

    with opened() as road:
        port = free_port(host, port)
        typer.echo(f"the reader is at http://{host}:{port} (stop it with Ctrl-C)")
        server(road, host, port).run()


@app.command()
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Print what was found and end, without serving the reader.")
    ] = False,
    port: Port = 8000,
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
            with progress("feeds", 2 * len(wire.world.pages)) as advance:
                rounds = await play(road, wire, lambda _: advance(1))
            found = road.stories(limit=None)
            if json:
                printing.print_json([road.story(one.id) for one in found])
            else:
                for one in found:
                    whole = road.story(one.id)
                    if whole:
                        printing.print_story(
                            whole, road.outlets, road.store.publishing(whole.provenance.outside)
                        )
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
