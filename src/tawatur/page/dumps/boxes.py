"""Boxes of headlines set into the text of a dump: which lines below a label are theirs, and whether the text goes on behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tawatur.outlets import fold
from tawatur.page.document.blocks import Block
from tawatur.page.lines import LINE_END, in_common, is_stamp, reads_as_headline
from tawatur.page.wording.labels import What
from tawatur.page.wording.markers import Marker, is_bare_label

_BOX = 8  # lines from a label to the sentence with which the text goes on
_MOST = 4  # headlines of a box
_NO_SUBHEADING = 6  # words
_NO_SUBHEADING_ALONE = 8  # words of a line between paragraphs
_MARKED = re.compile(r"[|\[\]]")  # a row of a table, the name of a picture
_QUOTES = " \"'”“»"
_DOTS = ".. "  # between the halves of a headline
_TOLD = 0.5  # the share of a subheading's words that the sentence below it has
_OF_TEXT = 0.4  # of the sentences of a text there are as many headlines between them, at most
_SENTENCE = 8  # words
_LONGEST = 25  # words of a headline
_ENDS = (".", "…", ":", "۔")  # no headline of a dump ends so
_SECTION = 2  # words
_LABELS: tuple[What, ...] = ("read_also", "similar")
_CLOSING = ("end", "frame", "similar")


def headlines_below(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> list[int]:
    """In a dump: the line right below the bare label at `at`, and the headlines that go on as it does; no subheading below them.

    Dates between them count for nothing, nor do sections' names where one stands above the first.
    """
    sections = blocks[at + 1].words <= _SECTION and any(map(_reads_on, blocks[at + 2 : at + 3]))
    first = at + 1 + sections
    found = [first]
    for one in range(first + 1, min(first + 1 + _BOX, len(blocks))):
        if is_stamp(blocks[one].text) or (sections and blocks[one].words <= _SECTION):
            continue
        if len(found) == _MOST or opened[one] or not _goes_on(blocks, one, blocks[first].kind):
            break
        found.append(one)
    if len(found) > 1 and _is_subheading(blocks, found[-1]):
        found.pop()
    return found


def _goes_on(blocks: Sequence[Block], at: int, kind: str) -> bool:
    """Whether a line is one more headline: it reads as one and is of the first one's kind, or has a date below it."""
    return (blocks[at].kind == kind and _reads_on(blocks[at])) or _is_dated(blocks, at)


def _reads_on(block: Block) -> bool:
    return not block.text.endswith(_ENDS) and reads_as_headline(block.text)


def _is_dated(blocks: Sequence[Block], at: int) -> bool:
    return any(is_stamp(one.text) for one in blocks[at + 1 : at + 2]) and blocks[at].words <= _LONGEST


def _is_subheading(blocks: Sequence[Block], at: int) -> bool:
    """Whether the last line of a box is short, or says what the sentence right below it tells; none that is an item, has a date
    or a subheading below it.
    """
    if blocks[at].kind == "item" or _is_dated(blocks, at):
        return False
    told = [_is_sentence(one) for one in blocks[at + 1 : at + 3]]
    if told == [False, True]:
        return False
    below = fold(blocks[at + 1].text) if told[:1] == [True] else ""
    return blocks[at].words < _NO_SUBHEADING or in_common(blocks[at].text, below) >= _TOLD


def boxed(blocks: Sequence[Block], opened: Sequence[Marker | None], lines: range) -> frozenset[int]:
    """Where the lines of the boxes stand below the bare labels among these lines of a text: headlines, dates, sections."""
    labels = [at for at in lines[:-1] if is_bare_label(opened[at], *_LABELS)]
    boxes = [range(at + 1, end_below(blocks, headlines_below(blocks, opened, at))) for at in labels]
    return frozenset(one for box in boxes for one in box)


def bare_among(blocks: Sequence[Block], lines: range) -> frozenset[int]:
    """Which of the lines of a text are such headlines (`is_bare`); none where many are, as in news in brief."""
    found = frozenset(at for at in lines[1:-1] if is_bare(blocks, at))
    told = sum(map(_is_sentence, blocks[lines.start : lines.stop]))
    alone = sum(not _is_dated(blocks, at) for at in found)
    return found if alone <= _OF_TEXT * told else frozenset()


def is_bare(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line of a dump is the headline of a link without a label: between two paragraphs, longer than subheadings are or
    with dots in it, and not of what is told below it; or one of several with a date below each.
    """
    block = blocks[at]
    plain = block.kind == "paragraph" and not _MARKED.search(block.text)
    if not (plain and _reads_on(block) and 0 < at < len(blocks) - 1):
        return False
    if any(_is_of_dated(blocks, one) and _is_of_dated(blocks, one + 2) for one in (at - 2, at)):
        return True
    above, below = blocks[at - 1], blocks[at + 1]
    ends = block.text.endswith((")", *LINE_END)) or block.text.rstrip(_QUOTES).endswith(LINE_END)
    alone = _is_sentence(above) and _is_sentence(below) and not ends
    long = block.words >= _NO_SUBHEADING_ALONE or (_DOTS in block.text and block.words >= _NO_SUBHEADING - 1)
    counted = block.text[0].isdigit() and block.text.split()[0].endswith((".", ")"))
    return alone and long and not counted and in_common(block.text, fold(below.text)) < _TOLD


def _is_of_dated(blocks: Sequence[Block], at: int) -> bool:
    return 0 <= at < len(blocks) and reads_as_headline(blocks[at].text) and _is_dated(blocks, at)


def end_below(blocks: Sequence[Block], headlines: Sequence[int]) -> int:
    """The first line behind a box, whose headlines stand at `headlines`: behind the last and its date."""
    behind = range(headlines[-1] + 1, len(blocks))
    return next((one for one in behind if not is_stamp(blocks[one].text)), len(blocks))


def goes_on_behind(
    blocks: Sequence[Block], opened: Sequence[Marker | None], at: int, end: int, *, least: int
) -> bool:
    """Whether the text goes on right below the list of similar headlines at `at`, with paragraphs before the line `end`.

    A list may have teasers: where it needs more than one paragraph (`least`), two of them stand right below one another.
    """
    label = opened[at]
    if label is None or label.what != "similar":
        return False
    near = [
        one for one in range(at + 1, min(at + 1 + 2 * _BOX, len(blocks))) if not is_stamp(blocks[one].text)
    ]
    told = next((one for one in near[:_BOX] if opened[one] is None and _is_sentence(blocks[one])), None)
    if told is None or any(opened[at + 1 : told]):
        return False
    if least == 1:
        return True
    dates = sum(is_stamp(one.text) for one in blocks[at + 1 : told])
    if dates and not (dates > 1 and _is_dated(blocks, at + 1)):
        return False  # only the last headline has one: it is the title of another article
    done = (one for one in range(told, end) if (marked := opened[one]) and marked.what in _CLOSING)
    text = [opened[one] is None and _is_sentence(blocks[one]) for one in range(told, next(done, end))]
    return sum(text) >= least and any(one and other for one, other in pairwise(text))


def _is_sentence(block: Block) -> bool:
    return block.kind != "item" and block.words >= _SENTENCE and block.text.endswith(LINE_END)
