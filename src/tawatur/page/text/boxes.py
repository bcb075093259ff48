"""Small boxes of the site in or below a text, which ask for something: told by a heading, a few lines and a button."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tawatur.page.document.blocks import Block

_BLOCKS = 6  # of a box
_WORDS = 80
_BUTTON = 4  # words
_SHARE = 0.25  # of the words of the text


def asking_boxes(blocks: Sequence[Block], text: frozenset[int]) -> frozenset[int]:
    """The indices of the blocks of a `text` that stand in such boxes. Several made alike are parts of the text itself."""
    first, words = min(text, default=0), sum(blocks[at].words for at in text)
    boxes = [box for at in text if at > first and (box := _box(blocks, at))]
    made = Counter(blocks[box.start].make for box in boxes)
    alone = [box for box in boxes if made[blocks[box.start].make] == 1]
    small = [box for box in alone if sum(blocks[at].words for at in box) <= _SHARE * words]
    return text.intersection(at for box in small for at in box)


def _box(blocks: Sequence[Block], at: int) -> range | None:
    """The blocks of the box that a heading at `at` opens; None where there is none."""
    around = blocks[at].path[:-1]
    if not (blocks[at].level and around) or blocks[at - 1].is_within(around):
        return None
    near = range(at + 1, min(at + _BLOCKS + 1, len(blocks)))
    end = next((one for one in near if not blocks[one].is_within(around)), near.stop)
    box, button = range(at, end), blocks[end - 1]
    asks = button.is_link and not button.level and button.words <= _BUTTON and len(button.links) == 1
    few = 2 < len(box) <= _BLOCKS and sum(blocks[one].words for one in box) <= _WORDS
    others = any(blocks[one].level or blocks[one].is_link for one in box[1:-1])
    return box if asks and few and not others else None
