"""The card of one claim, as lines that a drawing can hold."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tawatur.language.text import is_right_to_left
from tawatur.model import Brief, Claim

_LINE = 52  # characters
_MOST = 6  # lines


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, and its direction."""

    text: str
    right_to_left: bool


def ways(
    claim: Claim, briefs: Mapping[int, Brief], outlet_name: Callable[[str], str]
) -> list[tuple[str, ...]]:
    """The ways by which a claim came, from outlet to speaker, each once."""
    found = (
        (outlet_name(briefs[one.evidence.report].outlet), *map(outlet_name, one.via), one.speaker.name)
        for one in claim.statements
    )
    return list(dict.fromkeys(found))


def lines_of(text: str) -> list[Line]:
    """A text broken into lines for a drawing, which breaks none itself; what does not fit is cut, and says so."""
    whole = textwrap.wrap(text, _LINE, break_long_words=True)
    kept = whole[:_MOST]
    if len(whole) > _MOST:
        kept[-1] = kept[-1][: _LINE - 1] + "…"
    direction = is_right_to_left(text)
    return [Line(one, direction) for one in kept]
