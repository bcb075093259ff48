"""Un-mixing: which blocks of a page are its article, which another one, and which the frame around them."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.page.beside.keyword_list import above_title, named_below, told_below, unlabelled
from tawatur.page.beside.own_names import NOBODY, OwnNames
from tawatur.page.document.blocks import Block
from tawatur.page.lines import unique, without_days, without_quotes, without_sections
from tawatur.page.parts import Parts
from tawatur.page.unmix.extent import BELOW, RIGHT
from tawatur.page.unmix.marked import act
from tawatur.page.unmix.opened import opened_at
from tawatur.page.unmix.sorting import Sorting
from tawatur.page.unmix.unmarked import place
from tawatur.page.wording.markers import Marker, is_bare_label, marker


def markers(blocks: Sequence[Block]) -> list[Marker | None]:
    """The marker that opens each block, None for most."""
    return [marker(block.text, linked=block.is_link) for block in blocks]


def unmix(
    blocks: Sequence[Block],
    opened: Sequence[Marker | None],
    text: frozenset[int],
    shown: Sequence[int],
    own: OwnNames = NOBODY,
) -> Parts:
    """Sort the blocks of a page into its parts.

    `opened` are their markers, `text` the indices of those that are running text, `shown` of those to be sorted,
    `own` the names of the outlet.
    """
    kept = [blocks[at] for at in shown]
    now = Sorting(kept, [opened[at] for at in shown], _without_notices(blocks, opened, shown, text), own)
    at = 0
    while at < len(kept):
        if found := opened_at(now, at):
            at = act(now, found, at)
        else:
            place(now, at)
            at += 1
    return _parts(now)


def _without_notices(
    blocks: Sequence[Block], opened: Sequence[Marker | None], shown: Sequence[int], text: frozenset[int]
) -> frozenset[int]:
    """Where the text stands among what is shown, without the notices and boxes of the site at its end and the headings over them."""
    kept, markers = [blocks[at] for at in shown], [opened[at] for at in shown]
    left = [new for new, at in enumerate(shown) if at in text and not _heads_notice(kept, markers, new)]
    box = next((one for one, new in enumerate(left) if is_bare_label(markers[new], "frame")), 0)
    if box and _is_apart([kept[new] for new in left], box):
        left = left[:box]
    while len(left) > 1 and _is_notice(markers[left[-1]]):
        left.pop()
        while len(left) > 1 and kept[left[-1]].level:
            left.pop()
    return frozenset(left)


def _heads_notice(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> bool:
    """Whether a heading opens an element of its own, and right below it stands a notice."""
    if not blocks[at].level or at + 1 >= len(blocks) or not _is_notice(opened[at + 1]):
        return False
    around = blocks[at].path[:-1]
    return blocks[at + 1].is_within(around) and not blocks[at - 1].is_within(around)


def _is_apart(text: Sequence[Block], at: int) -> bool:
    """Whether a block of the text, a heading, and all below it stand in an element of their own."""
    box = text[at].path[:-1]
    inside = [one.is_within(box) for one in text]
    return text[at].level > 0 and not any(inside[:at]) and all(inside[at:])


def _is_notice(opened: Marker | None) -> bool:
    return opened is not None and opened.what == "notice"


def _parts(now: Sorting) -> Parts:
    """What was found, when all blocks are sorted."""
    found, extent = now.found, now.extent
    found.also = now.also.found
    found.credits = unique(found.credits)
    found.similar = without_days(without_sections(unique(found.similar)))
    found.keywords = (
        unique(found.keywords)
        or unlabelled(now.blocks[extent.first + 1 : extent.last + BELOW], found.similar)
        or named_below(now.blocks[extent.last + 1 : extent.last + 1 + RIGHT], now.taken)
        or told_below(now.blocks[extent.last + 1 : extent.last + 1 + BELOW], now.taken)
        or above_title(now.blocks[: extent.first])
    )
    found.paragraphs = without_quotes(now.taken)
    return found
