"""What every command needs: the application, the store it was given, progress and errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

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
from tawatur.cli import printing
from tawatur.fetch import Fetcher
from tawatur.road import Road

app = typer.Typer(
    help="Tawatur reads the news of many outlets and shows where each report really comes from.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
)  # fmt: skip
_store = "tawatur.db"
_semantic: bool | None = None
_contact: str | None = None
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Host = Annotated[str, typer.Option(help="The address of this machine to listen at.")]
Port = Annotated[
    int, typer.Option(min=1, max=65_435, help="Where to serve the reader; if it is taken, the next free one.")
]
Allowed = Annotated[
    list[str] | None, typer.Option("--allow", help="A host on your own network that may be fetched.")
]


@app.callback()
def _options(
    store: Annotated[
        str,
        typer.Option(
            envvar="TAWATUR_STORE", help="Where the articles are kept: a file, or a postgresql:// address."
        ),
    ] = "tawatur.db",
    semantic: Annotated[
        bool | None,
        typer.Option(
            envvar="TAWATUR_SEMANTIC",
            help="Also look for stories by meaning, over languages; as a rule where that extra is installed.",
            show_default=False,
        ),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            envvar="TAWATUR_CONTACT",
            help="A page or mail address where those who run the sites fetched can reach you.",
        ),
    ] = None,
) -> None:
    global _store, _semantic, _contact
    _store, _semantic, _contact = store, semantic, contact


def fetcher(allow: list[str] | None) -> Fetcher:
    return Fetcher(allowed=allow or (), contact=_contact)


@contextmanager
def opened(*, create: bool = False) -> Iterator[Road]:
    with tawatur.open(_store, create=create, semantic=_semantic) as road:
        yield road


def fail(message: str) -> NoReturn:
    print(f"tawatur: {message}", file=sys.stderr)
    sys.exit(2)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    columns = (SpinnerColumn(), TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=printing.errors, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=total)
        yield lambda amount: bar.advance(task, amount)
