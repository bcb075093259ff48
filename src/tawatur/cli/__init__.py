"""The command line."""

from __future__ import annotations

import sys

import typer
from typer.exceptions import TyperException

from tawatur.cli import gathering, pages, serving, showing  # noqa: F401 (each adds its commands)
from tawatur.cli.common import app, fail
from tawatur.fetch import FetchError
from tawatur.sources import ArchiveError
from tawatur.store import StoreError


def main() -> None:
    """Run the command line; what goes wrong is one line on standard error and exit code 2."""
    try:
        sys.exit(app(standalone_mode=False))
    except TyperException as error:
        message = " ".join(error.format_message().split())
        if not message:  # no command at all: its help was shown
            sys.exit(2)
        fail(f"{message} (tawatur --help shows what there is)")
    except (StoreError, ArchiveError, FetchError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
