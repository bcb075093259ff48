"""The rules by which a report depends on others, as rules.toml has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign of dependence; `names_source` says whether it names the other as the source."""

    how: str
    names_source: bool


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, the strongest sign first."""
    text = (files("tawatur.provenance") / "rules.toml").read_text("utf-8")
    return tuple(Rule(table["how"], table["names_source"]) for table in tomllib.loads(text)["sign"])
