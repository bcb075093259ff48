"""Who signs an article, on the lines of its head: a byline among their labels, or a name in an element of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.page.blocks import Block
from tawatur.page.head import names
from tawatur.page.lines import is_stamp
from tawatur.page.markers import Marker, marker, signature

_SEGMENTS = re.compile(r"\s*[|•·]\s*|\s[-–—]\s")
_NAME = (2, 4)  # words of one that stands beside its label


def segments(block: Block) -> list[list[str]]:
    """The labels in each piece of a line: between signs, and a byline behind a date and a comma ("2 mai 2001, par …")."""
    found = []
    for piece in block.pieces or (block.text,):
        parts = _SEGMENTS.split(piece)
        before, comma, behind = parts[-1].rpartition(",")
        found.append([*parts, behind.strip()] if comma and is_stamp(before) else parts)
    return found


def byline_among(labels: Sequence[str]) -> str | None:
    """The names that one of the labels says a line is signed by."""
    opened = filter(None, map(marker, labels))
    return next((names(one.rest) for one in opened if one.what == "byline" and one.rest), None)


def byline_within(block: Block) -> str | None:
    """The names behind a byline's label and colon inside a line."""
    signed = signature(block.text)
    return names(signed) if signed else None


def name_beside(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> str:
    """The name in an element right beside the byline's label at `at`; empty for none."""
    if at + 1 >= len(blocks):
        return ""
    label, name = blocks[at], blocks[at + 1]
    beside = label.path[:-1] == name.path[:-1] != () and label.path != name.path
    fewest, most = _NAME
    is_name = fewest <= name.words <= most and not (opened[at + 1] or any(map(str.isdigit, name.text)))
    return name.text if beside and is_name else ""
