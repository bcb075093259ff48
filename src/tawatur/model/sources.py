"""What is polled and kept of the network, and what adding to the store did."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """What is polled: a feed, a sitemap or a single page, with what the last visit left behind.

    `entries` is how many articles came from it so far, `per_day` how many a day it brings by the dates of its latest ones.
    """

    url: str
    kind: Literal["feed", "sitemap", "page"]
    id: int | None = None
    outlet: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    next_poll: datetime | None = None
    last_success: datetime | None = None
    failures: int = 0
    error: str | None = None
    active: bool = True
    last_poll: datetime | None = None
    entries: int = 0
    per_day: float | None = None


def pack(body: bytes) -> bytes:
    """The body of a page as it is kept: compressed with zlib (RFC 1950); empty if it is."""
    return zlib.compress(body, 6) if body else b""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was fetched: asked for at `url`, found at `at`, with the headers that tell how to read and to ask for it.

    `fetched` is when its article was first in this state, `checked` when it was last seen to be; `next_check` is when to look
    again whether it still is, None where nobody is going to. `packed` is its body, compressed by `pack`; empty where it could
    not be read so far.
    """

    url: str
    at: str
    fetched: datetime
    checked: datetime
    headers: tuple[tuple[str, str], ...]
    packed: bytes = b""
    next_check: datetime | None = None

    @property
    def body(self) -> bytes:
        """What the server sent, its own compression undone."""
        return zlib.decompress(self.packed) if self.packed else b""

    def header(self, name: str) -> str | None:
        """A header's value; None where the server sent none."""
        return next((value for own, value in self.headers if own.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Counts:
    """What adding articles did. `problems` are one line each, saying what was skipped and why."""

    added: int = 0
    revised: int = 0
    unchanged: int = 0
    problems: tuple[str, ...] = field(default=())

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.added + other.added,
            self.revised + other.revised,
            self.unchanged + other.unchanged,
            self.problems + other.problems,
        )
