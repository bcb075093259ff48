"""The sorting of a page's blocks as far as it has come: what was found, and what is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from tawatur.outlets import fold
from tawatur.page.beside.keyword_list import is_first_keyword, is_keyword_of_dump, is_next_keyword
from tawatur.page.beside.own_names import OwnNames
from tawatur.page.beside.read_also import ReadAlso
from tawatur.page.beside.similar import SimilarList
from tawatur.page.document.blocks import Block
from tawatur.page.lines import opening
from tawatur.page.parts import Further, Parts
from tawatur.page.unmix.extent import Extent
from tawatur.page.wording.markers import Marker

_HEAD_WORDS = 12  # of a line that is a paragraph


class Sorting:
    """The state of the way over the blocks: what a marker opened stays open until another marker or other matter.

    `opened` are the markers of the blocks, `text` the indices of those that are running text, `own` the names of the outlet.
    """

    def __init__(
        self, blocks: Sequence[Block], opened: Sequence[Marker | None], text: frozenset[int], own: OwnNames
    ) -> None:
        self.blocks, self.markers, self.text, self.own = blocks, opened, text, own
        self.extent = Extent(blocks, text)
        self.found = Parts()
        self.taken: list[Block] = []  # the paragraphs of the main article
        self.state: Literal["body", "frame", "keywords", "similar", "also"] = "body"
        self.closed = False  # a credit or keywords have closed the main text
        self.ended = False  # the main text is over: what follows is read-also or frame
        self.headline = ""  # the signature of the title
        self.keyword: Block | None = None  # the first of a list of keywords that has a block of its own
        self.similar = SimilarList(blocks, text)
        self.listed = self.found.similar  # where the headlines of the list that is open belong
        # a list of similar headlines has a label
        self.named = any(one is not None and one.what == "similar" for one in opened)
        self.also = ReadAlso(blocks, opened)
        self.last_also = -1  # where the last paragraph of a read-also article stands

    def is_last_label(self, at: int) -> bool:
        """Whether no known label of similar headlines stands below the block at `at`."""
        return not any(one is not None and one.what == "similar" for one in self.markers[at + 1 :])

    @cached_property
    def told(self) -> str:
        """What the text begins with, folded."""
        text = (self.blocks[at] for at in sorted(self.text))
        return opening(one.text for one in text if one.words > _HEAD_WORDS)

    def beginning(self) -> str:
        """The headline and what the text begins with, folded."""
        return f"{fold(self.found.title or '')} {self.told}"

    def begin_also(self, head: Block) -> None:
        """Begin a read-also article with its title; the main text is over."""
        self.state, self.ended = "also", True
        self.also.begin(head)

    def headed_also(self) -> Further | None:
        """The read-also article that is open and has a title only."""
        return self.also.headed() if self.state == "also" else None

    def is_keyword(self, block: Block, at: int) -> bool:
        """Whether a block is one keyword or several: beside the first one, and made as it is."""
        if not block.path:
            return is_keyword_of_dump(block, self.keyword, self.found.header)
        if self.keyword is None:
            return is_first_keyword(self.blocks, at, self.text)
        return is_next_keyword(block, self.keyword)

    def is_further(self, block: Block, at: int) -> bool:
        """Whether another article is loaded below a whole page that is closed, its headline made as the main one's."""
        if not self.taken or at <= self.extent.first:
            return False
        if not block.path:
            return self.closed and self.state != "also" and self.also.is_dumped(at)
        made_alike = block.signature == self.headline and (block.level == 1 or "." in self.headline)
        if self.closed and made_alike and self.also.is_article(at, least=2, titled=True):
            return True
        return at > self.extent.last and self.also.is_loaded(at, self.extent.main)
