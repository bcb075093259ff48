"""The articles that stand in full behind the main one: where each begins, and what belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from tawatur.outlets import reads_like_outlet
from tawatur.page.beside.signatures import names
from tawatur.page.document.blocks import NO_BLOCK, Block
from tawatur.page.document.places import Place
from tawatur.page.lines import SENTENCE_END, is_prose, is_rule, is_stamp, shared
from tawatur.page.parts import Further
from tawatur.page.wording.markers import Marker

_TITLED = ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt")  # tags of titles
_BOLD = 0.7  # the share of bold text in a title
_LONGEST_TITLE = 30  # words
_PARAGRAPH = 12  # words
_BELOW_HEAD = 5  # blocks below a title in which the text of its article begins
_NEAR = 25  # blocks within which the credit of an article stands
_FEWEST = 5  # words of a headline in a dump
_SECTION = 2  # words
_HEAD = 6  # lines between a title and its text
_LINKED = 0.3  # the share of links from which a block is no paragraph
_OF_HEAD_LINE = 10  # words of one of them
_NAME = (2, 4)  # words
_OF_HEAD = ("stamp", "byline", "credit")  # what stands between a title and its text


class ReadAlso:
    """The read-also articles of a page; the last one may be open."""

    def __init__(self, blocks: Sequence[Block], markers: Sequence[Marker | None]) -> None:
        self._blocks, self._markers = blocks, markers
        self.found: list[Further] = []
        self._head = NO_BLOCK  # the title of the article that is open
        self._within: tuple[int, ...] = ()  # the element around it and its text

    @cached_property
    def _lines(self) -> Counter[str]:
        return Counter(block.text for block in self._blocks)

    @cached_property
    def _end(self) -> int:
        """Where what the readers write begins."""
        return next((at for at, one in enumerate(self._markers) if _ends(one)), len(self._markers))

    def begin(self, head: Block) -> None:
        """Begin an article; its title is a link with, it may be, a date behind it."""
        self._head, self._within = head, ()
        self.found.append(Further(max(head.links, key=len) if head.link_share > 0.5 else head.text))

    def headed(self) -> Further | None:
        """The last article, while it has a title only."""
        further = self.found[-1] if self.found else None
        return None if further is None or further.paragraphs else further

    def is_article(self, at: int, least: int = 1, *, titled: bool = False) -> bool:
        """A headline at `at` with running text right behind it, `least` paragraphs of it: another article in full.

        One that is a link only heads an article where it is made as a title is (`titled`).
        """
        if at >= len(self._blocks):
            return False
        head = self._blocks[at]
        if (
            head.kind == "item"
            or head.words > _LONGEST_TITLE
            or (head.is_link and not (head.level or titled))
        ):
            return False
        texts = 0
        below = range(at + 1, min(at + _BELOW_HEAD, len(self._blocks)))
        for block, opened in ((self._blocks[one], self._markers[one]) for one in below):
            if opened and opened.what in _OF_HEAD and not texts:
                continue
            if opened or block.is_link or (block.level and head.is_link):
                break
            texts += (
                block.kind == "paragraph" and block.words >= _PARAGRAPH and block.text.endswith(SENTENCE_END)
            )
        return texts >= max(least, 2 if head.is_link else 1) and not (
            head.kind == "paragraph" and head.text.endswith(".")
        )

    def head_below(self, at: int) -> int:
        """Where the title stands of the article below a label at `at`: its heading, else the line that reads as one below a section's
        name and a date, else the line above its date, else the next.
        """
        near = range(at + 1, min(at + _BELOW_HEAD, len(self._blocks)))
        headed = next((one for one in near if self._blocks[one].level), None)
        dated = next((one for one in near if is_stamp(self._blocks[one].text)), at + 2)
        told = (one for one in near if not (self._markers[one] or self._is_above_title(self._blocks[one])))
        first, above = next(told, at + 1), max(at + 1, dated - 1)
        section = self._reads_as_title(first) and not self._reads_as_title(above)
        return headed or (first if section else above)

    def _is_section(self, block: Block) -> bool:
        """Whether a line of a dump is a section's name, which the menu has too."""
        return block.words <= _SECTION and self._lines[block.text] > 1

    def _is_above_title(self, block: Block) -> bool:
        """Whether a line is a section's name or a date, as stand above a title."""
        return block.words <= _SECTION or is_stamp(block.text)

    def _reads_as_title(self, at: int) -> bool:
        """Whether a line of a dump reads as a title, by its length and its end."""
        return any(
            _FEWEST <= one.words <= _LONGEST_TITLE
            and one.kind != "item"
            and not one.text.endswith((*SENTENCE_END, "؛", "،"))
            for one in self._blocks[at : at + 1]
        )

    def is_next(self, at: int, first_main: int) -> bool:
        """Whether an aggregator's next report begins: its heading links to it, or it has a credit of its own."""
        credited_again = any(one and one.what == "credit" for one in self._markers[at + 1 : at + _NEAR])
        apart = _holder(self._blocks[at + 1 : at + 2]) != _holder(self._blocks[first_main:at])
        return (self._blocks[at].is_link or (credited_again and apart)) and self.is_article(at, least=2)

    def is_loaded(self, at: int, main: range) -> bool:
        """Whether an article of its own is loaded below the main one: its element has a title, a date or a byline, and paragraphs."""
        head = self._blocks[at]
        if not (1 <= head.level <= 2 and head.place & Place.ARTICLE) or head.is_link:
            return False
        texts = self._below_head(at)
        around = shared(head.path, self._blocks[texts[0]].path) if len(texts) > 1 else ()
        apart = not any(self._blocks[one].is_within(around) for one in (main.start, main.stop - 1))
        return bool(around) and apart

    def is_dumped(self, at: int) -> bool:
        """In a dump: whether a headline with its date below it or a stroke above it, and paragraphs, opens another article behind the main one."""
        below = self._blocks[at + 1 : at + 2]
        signed = any(
            is_stamp(one.text) or (one.words <= _NAME[1] and not self._is_section(one)) for one in below
        )
        over = at > self._end  # what follows is the readers'
        above = self._blocks[max(0, at - 2) : at]
        dated = len(above) > 1 and self._is_section(above[0]) and is_stamp(above[1].text)
        texts = self._below_head(at, signed=dated) if signed or dated else []
        if not texts and above and is_rule(above[-1].text):
            texts = self._below_head(at, signed=True)
            texts = texts if texts[:1] == [at + 1] else []
        return self._reads_as_title(at) and not over and len(texts) > 1

    def is_signed(self, at: int) -> bool:
        """Whether the article with its title at `at` has a date or a byline of its own between title and text."""
        return bool(self._below_head(at))

    def _below_head(self, at: int, *, signed: bool = False) -> list[int]:
        """Where the paragraphs stand below a title at `at`, behind its date or byline; none where it has neither.

        It may have them above already (`signed`).
        """
        texts: list[int] = []
        for one in range(at + 1, min(at + 1 + _HEAD + _BELOW_HEAD, len(self._blocks))):
            block, opened = self._blocks[one], self._markers[one]
            paragraph = (
                block.words >= _PARAGRAPH and block.text.endswith(SENTENCE_END) and block.link_share < _LINKED
            )
            of_head = opened is not None and opened.what in _OF_HEAD
            if opened and not of_head:
                break
            if paragraph and not opened and signed:
                texts.append(one)
            elif texts or one > at + _HEAD or block.level or block.words > _OF_HEAD_LINE:
                break
            signed = signed or of_head or is_stamp(block.text)
        return texts

    def is_another_head(self, at: int) -> bool:
        """Whether a block is made as the title of the article that is open, and opens an element like its own.

        In a dump it is a headline with a date right below it.
        """
        head, block, within = self._head, self._blocks[at], self._within
        if not block.path:
            below = self._blocks[at + 1 : at + 2]
            dated = any(is_stamp(one.text) for one in below)
            return dated and not block.text.endswith(SENTENCE_END) and self.is_article(at)
        alike = block.make == head.make
        titled = block.tag in _TITLED or (block.strong > _BOLD and head.strong > _BOLD)
        beside = block.path[: len(within)]
        opens = beside not in (within, self._blocks[at - 1].path[: len(within)])
        return alike and titled and opens

    def is_subheading(self, at: int) -> bool:
        """In a dump: whether a few words right below a paragraph of the article that is open stand right above another."""
        block = self._blocks[at]
        if block.path or block.words < _NAME[0] or is_stamp(block.text) or block.text.endswith(SENTENCE_END):
            return False
        below = zip(self._blocks[at + 1 : at + 2], self._markers[at + 1 : at + 2], strict=True)
        return any(
            not opened and one.words >= _PARAGRAPH and one.text.endswith(SENTENCE_END)
            for one, opened in below
        )

    def _signs(self, block: Block) -> bool:
        """Whether a line between title and text is a name: called so, or in a dump any of a few words."""
        fewest, most = _NAME
        called = bool(block.place & Place.AUTHOR) or not block.path
        name = fewest <= block.words <= most and not any(map(str.isdigit, block.text))
        outlet = block.text.endswith(SENTENCE_END) or reads_like_outlet(block.text)
        return called and name and not (block.level or outlet)

    def take(self, block: Block) -> bool:
        """Add a block to the article that is open: a date above its text, or a paragraph; whether it is a paragraph."""
        now = self.found[-1]
        if not now.paragraphs and now.byline is None and self._signs(block):
            now.byline = names(block.text)
            return False
        if any(map(is_stamp, block.pieces)) or (is_stamp(block.text) and not is_prose(block)):
            if not now.paragraphs:
                now.header.append(block.text)
        elif is_prose(block) and block.text != now.title and block.is_within(self._within):
            self._within = self._within or shared(self._head.path, block.path)
            now.paragraphs.append(block.text)
            return True
        return False


def _ends(opened: Marker | None) -> bool:
    return opened is not None and opened.what == "end"


def _holder(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The element around the paragraphs, the first of which is given."""
    return () if not blocks else blocks[0].path[:-1] if blocks[0].tag == "p" else blocks[0].path
