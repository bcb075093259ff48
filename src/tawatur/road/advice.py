"""What to do about the error of a source, as the kind of advice that fits it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def advice(error: str) -> str:
    """The kind of advice for an error: a name in advice.toml, "unknown" where none fits."""
    return next(
        (kind for kind, phrases in _listed() if any(phrase in error for phrase in phrases)), "unknown"
    )


def kinds() -> tuple[str, ...]:
    """Every kind of advice there is."""
    return (*(kind for kind, _ in _listed()), "unknown")


@cache
def _listed() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = (files("tawatur.road") / "advice.toml").read_text("utf-8")
    return tuple((table["kind"], tuple(table["phrases"])) for table in tomllib.loads(text)["advice"])
