"""The lines above a text: its headline, and those between headline and text."""

from __future__ import annotations

from tawatur.page.beside.signatures import byline_among, byline_within, credits_among, segments
from tawatur.page.document.blocks import Block
from tawatur.page.lines import is_date
from tawatur.page.unmix.extent import RIGHT
from tawatur.page.unmix.sorting import Sorting

HEAD_LINE = 160  # characters of a line between headline and text
_CLOSE = 6  # blocks above the text
_ABOVE = 12  # blocks above the text in which its date stands


def add_heading(now: Sorting, block: Block) -> None:
    """Add a block above the text: a heading, which may be the title, or a line."""
    if block.kind == "heading" and not is_date(block.text):
        now.found.headings.append(block.text)
        if now.found.title is None or block.level == 1:
            now.headline = block.signature
            now.found.title, now.found.below_title = block.text, len(now.found.header)
            now.found.labels.clear()
    elif len(block.text) < HEAD_LINE:
        add_line(now, block)


def add_line(now: Sorting, block: Block) -> None:
    """Add a line between headline and text: its date, and a byline among its labels."""
    now.found.header.append(block.text)
    now.found.labels += block.links
    if now.found.byline is not None:
        return
    for labels in segments(block):
        now.found.labels += labels
        if now.found.title is not None:
            now.found.credits += credits_among(labels)
        if name := byline_among(labels):
            now.found.byline = name
            return
    now.found.byline = byline_within(block)


def heads_text(now: Sorting, block: Block, at: int) -> bool:
    """Whether a heading above the text may be its title."""
    first_one = now.found.title is None and now.extent.first - _CLOSE < at < now.extent.first
    return first_one or (block.level == 1 and at <= now.extent.first)


def is_above(now: Sorting, block: Block, at: int) -> bool:
    """Whether a block is a line right above the text, or a date near it."""
    reach = _ABOVE if is_date(block.text) else RIGHT
    return now.extent.first - reach <= at < now.extent.first
