"""Where the main text of a page begins and ends, and what stands near it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tawatur.page.document.blocks import Block
from tawatur.page.lines import is_prose

RIGHT = 3  # blocks right above the text, or right below it
BELOW = 25  # blocks within which something still has to do with what it stands below
_LITTLE = 0.2  # of the words of the text
_PARAGRAPH = 12  # words
_CELLS = ("td", "th", "caption")
_TABLE = 40  # cells
_AFTER = 10  # blocks below the text


class Extent:
    """From the first to the last block of the main text; `text` are the indices of the blocks that are running text."""

    def __init__(self, blocks: Sequence[Block], text: frozenset[int]) -> None:
        self._blocks, self._text = blocks, text
        self.first = min(text) if text else len(blocks)
        self.last = max(text) if text else -1
        self.main = range(self.first, self.last + 1)
        words = [block.words if at in text else 0 for at, block in enumerate(blocks)]
        self._words_from = list(accumulate(reversed(words), initial=0))[::-1]  # of text, from each block on

    def near(self, at: int) -> bool:
        """Whether a block stands in the text, not far above it or right below it."""
        return self.first - BELOW <= at <= self.last or self.near_end(at)

    def near_end(self, at: int) -> bool:
        """Whether a block stands right below the text; the cells of a table beside its paragraphs count for nothing."""
        if not self.last < at <= self.last + _AFTER + _TABLE:
            return False
        if at <= self.last + _AFTER:
            return True
        around = self._blocks[self.last].path[:-1] if self._text else ()
        below = self._blocks[self.last + 1 : at + 1]
        cells = sum(one.tag in _CELLS and around != () and one.is_within(around) for one in below)
        return len(below) - cells <= _AFTER

    def text_follows(self, at: int) -> bool:
        """Whether one of the next two blocks is a paragraph."""
        return any(is_prose(block) and block.words > _PARAGRAPH for block in self._blocks[at + 1 : at + 3])

    def little_follows(self, at: int) -> bool:
        """Whether nearly all of the text stands before this block: what comes under its heading is the frame's."""
        return self._words_from[at + 1] < _LITTLE * self._words_from[0]
