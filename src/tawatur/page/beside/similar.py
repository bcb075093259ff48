"""The list of similar headlines on a page: which blocks belong to it, and what of them is a headline."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.dates import holds_date
from tawatur.outlets import fold
from tawatur.page.document.blocks import NO_BLOCK, Block, count_words
from tawatur.page.document.places import Place
from tawatur.page.lines import (
    dates_headline,
    ends_with_day,
    headlines,
    is_advert,
    reads_as_headline,
    shared,
    without_day,
)
from tawatur.page.wording.markers import is_bare_label, marker
from tawatur.page.wording.phrases import listed_words

_BOLD = 0.7  # the share of bold text in a title
_TOLD = (".", "…")  # with which a teaser ends
_OPEN = (*_TOLD, ":")  # with which no headline does
_LINKED = 0.5  # the share of links from which a block is one
_CARD = 4  # blocks of a card: a section's name, a headline, a teaser, a date
_CARDS = 16  # blocks of the cards beside one
_SECTION = 2  # words
_BUTTON = 4  # words
_COLUMNS = 4  # of a table of threads, as forums list them: who began each, where, when
_HEADLINE = 25  # words


class SimilarList:
    """The list that is open; `text` are the indices of the blocks that are running text."""

    def __init__(self, blocks: Sequence[Block], text: frozenset[int]) -> None:
        self._blocks, self._text = blocks, text
        self._container: tuple[int, ...] = ()  # the element that the list stands in
        self.linked = False  # its headlines are links
        self._headline = ""  # the signature of its headlines, where they are headings
        self._make: tuple[str, int] | None = None  # of its last headline
        self._bulleted = False  # in a dump: its headlines are items
        self._dated: bool | None = None  # in a dump: a date stands beside each of its headlines
        self._below = True  # it is one below them

    def open(self, at: int) -> None:
        """Begin the list below the label at `at`."""
        self._container, self.linked = self._element(at), False
        self._headline, self._bulleted, self._make = "", False, None
        self._dated, self._below = None, True

    def _element(self, at: int) -> tuple[int, ...]:
        """The element of the list below the label at `at`, which may stand in a box of its own before it."""
        label, first = (*self._blocks[at : at + 2], NO_BLOCK)[:2]
        own, below = label.path, first.path
        if own != () and first.is_within(own):
            return own
        around = own[:-1]
        if not around or first.is_within(around) or first.signature == label.signature:
            return around
        both = shared(around, below)
        of_text = any(self._blocks[one].is_within(both) for one in self._text)
        box = below[: len(both) + 1] if of_text else both
        near = self._blocks[at + 1 : at + 1 + _CARDS]
        linked = [one for one in near if one.link_share > _LINKED and one.is_within(box)]
        return box if len(linked) > 1 else around

    def holds(self, block: Block) -> bool:
        """Whether a block stands in the element of the list."""
        return bool(self._container) and block.is_within(self._container)

    def take(self, block: Block, at: int) -> list[str] | None:
        """The headlines in a block, none in their dates and teasers; None for a block that does not belong to the list."""
        if (
            is_advert(block)
            or self._is_column(block, at)
            or self._leads_to_all(block)
            or self._is_above_headline(block, at)
            or self._is_on_cards(block, at)
            or self._is_section(block, at)
        ):
            return []
        if bare := self._bare_headline(block, at):
            return [bare]
        dated = any(map(dates_headline, (block.text, *block.pieces)))
        if dated and not any(
            len(link.split()) >= 3 and not holds_date(without_day(link)) for link in block.links
        ):
            return []
        if not block.path and (
            block.words == 1
            or self.repeats(at)
            or self._is_beside_dated(block, at)
            or self._is_beside_each(block, at)
            or self._is_told_below(at)
        ):
            return []  # a number, a section's name, a button, a teaser
        if not block.path and self._bulleted and block.kind != "item":
            return None
        if not block.path and self._is_another_label(block, at):
            return None
        if self._is_teaser(block, at):
            return []
        if self.linked and block.level and not block.links:
            return None  # a bare heading below headlines that are links opens something else
        if not block.path and self._is_beyond(at):
            return None
        headed = self.is_headline(block) and not (self.linked and not block.links)
        if headed or self._is_bare_card(block, at):
            if self._make and block.path and block.make != self._make and not self.holds(block):
                return None  # made otherwise and standing elsewhere
            self._make = block.make
            if not self.holds(block):
                self._container = shared(self._container, block.path)
            self.linked = self.linked or bool(block.links)
            self._bulleted = self._bulleted or block.kind == "item"
            self._headline = block.signature if block.level else ""
            return headlines(block)
        return [] if self.holds(block) and self._goes_on(at) else None

    def repeats(self, at: int) -> bool:
        """In a dump: whether the same few words stand near once more, as the button or the section's name beside each headline."""
        if self._blocks[at].words > _BUTTON:
            return False
        near = self._blocks[max(0, at - _CARD) : at + _CARD + 1]
        return sum(one.text == self._blocks[at].text for one in near) > 1

    def _is_beside_each(self, block: Block, at: int) -> bool:
        """In a dump: whether a short line is a section's name, as stand below the other headlines too, or leads to all of a list."""
        if self._make is None:
            first, _, _ = fold(block.text).partition(" ")
            return block.words < _BUTTON and first in listed_words("all_of")
        beside = (*self._blocks[max(0, at - 2) : at - 1], *self._blocks[at + 2 : at + 3])
        return block.words <= _SECTION and any(one.words <= _SECTION for one in beside)

    def _is_told_below(self, at: int) -> bool:
        """In a dump: whether a line is what is told below a headline or its date; another of the list has as much below it."""
        near = range(max(1, at - _CARD), min(at + _CARD + 1, len(self._blocks)))
        ended = [one for one in near if self._blocks[one].text.endswith(_TOLD)]
        told = [one for one in ended if one - 1 not in ended]
        return self._make is not None and at in told and len(told) > 1

    def _is_another_label(self, block: Block, at: int) -> bool:
        """In a dump: whether a line of two words, of the rights of the site, or with a colon behind it ends a list; sections stand
        above each headline.
        """
        if "©" in block.text or block.text.endswith(":"):
            return True
        sections = any(one.words <= _SECTION for one in self._blocks[at + 2 : at + 3])
        return self._make is not None and block.words == _SECTION and not sections

    def _is_beyond(self, at: int) -> bool:
        """In a dump: whether a line has no date behind, below or above it, as all headlines of the list have had."""
        self._below = self._below and not (self._dated is None and dates_headline(self._blocks[at - 1].text))
        beside = self._blocks[at + 1 : at + 2] if self._below else self._blocks[at - 1 : at]
        dated = any(dates_headline(one.text) for one in beside) or ends_with_day(self._blocks[at].text)
        self._dated = dated if self._dated is None else self._dated
        return self._dated and not dated

    def is_headline(self, block: Block) -> bool:
        """Whether a block reads as a headline of the list, as far as its own looks go."""
        if not block.path:  # a dump
            return 2 <= block.words <= 30 and not block.text.endswith(".") and not dates_headline(block.text)
        if self._is_row_of_labels(block):
            return False
        if (block.links and block.link_share > 0.5) or block.kind == "heading":
            return block.words >= (2 if block.signature == self._headline else 3)
        return block.kind == "item" and 2 <= block.words <= 30

    def _leads_to_all(self, block: Block) -> bool:
        """Whether a block is the button beside a list that leads to all of its kind: "All news", «كل أخبار النادي»."""
        if not _is_button(block) or block.make == self._make:
            return False
        return fold(block.text).split(" ", 1)[0] in listed_words("all_of")

    def _is_above_headline(self, block: Block, at: int) -> bool:
        """Whether a short link stands right above a headline that is a heading as those before it: its section's name."""
        below = self._blocks[at + 1 : at + 2]
        headed = self._headline != "" and any(one.signature == self._headline for one in below)
        return headed and _is_button(block)

    def _is_on_cards(self, block: Block, at: int) -> bool:
        """Whether a short link stands on another card too: a section's name, a button."""
        if not _is_button(block):
            return False
        near = self._blocks[max(0, at - _CARDS) : at + _CARDS]
        return sum(one.text == block.text and one.make == block.make for one in near) > 1

    def _is_beside_dated(self, block: Block, at: int) -> bool:
        """Whether a short line of a dump stands between a headline and its date, or above both: its section's name."""
        above, below = self._blocks[at - 1], self._blocks[at + 1 : at + 3]
        dated = [dates_headline(one.text) for one in below]
        if dated == [False, True]:
            return block.words <= _SECTION and reads_as_headline(below[0].text)
        short = block.words < min(above.words, _BUTTON + 1)
        return short and not dates_headline(above.text) and dated[:1] == [True]

    def _is_column(self, block: Block, at: int) -> bool:
        """Whether a block is another cell than the first of a row of several, or of the row that names the columns."""
        if block.tag not in ("td", "th"):
            return False
        near = self._blocks[max(0, at - _COLUMNS) : at + _COLUMNS]
        row = [one.path for one in near if one.tag == block.tag and one.path[:-1] == block.path[:-1]]
        return len(set(row)) >= _COLUMNS and (block.path != row[0] or not block.links)

    def _is_bare_card(self, block: Block, at: int) -> bool:
        """Whether a block of a list is a headline by its bold letters, or by being made as the one beside it, without a link."""
        if self.linked or self._headline or block.links or at in self._text or not self.holds(block):
            return False
        alike = any(
            one.make == block.make and not (one.links or one.text.endswith(_OPEN))
            for one in self._blocks[max(0, at - _CARD) : at + _CARD]
            if one is not block and self.holds(one)
        )
        fewest = _SECTION + 2 if self._is_above_longer(block, at) else _SECTION + 1
        headed = fewest <= block.words <= _HEADLINE and not block.text.endswith(_OPEN)
        return headed and (alike or block.strong > _BOLD) and not dates_headline(block.text)

    def _is_above_longer(self, block: Block, at: int) -> bool:
        """Whether a longer line stands below a block on its card."""
        below = self._blocks[at + 1 : at + 2]
        return any(one.path[:-1] == block.path[:-1] and one.words > block.words for one in below)

    def _is_teaser(self, block: Block, at: int) -> bool:
        """Whether a linked block is what a card tells below its headline, which is a heading in the same element."""
        if block.level or not self._headline or not block.links:
            return False
        near = [
            one for one in self._blocks[max(0, at - _CARD) : at + _CARD] if one.signature == self._headline
        ]
        cards = {one.path[:-1] for one in near}
        return not cards.isdisjoint((block.path, block.path[:-1])) and (
            len(near) > 1 or block.text.endswith(_TOLD)
        )

    def _bare_headline(self, block: Block, at: int) -> str | None:
        """The headline of a card that has a date and no link; None where the block has none."""
        name, *others = block.pieces or (block.text,)
        if self.linked or block.links or not block.path or at in self._text or name.endswith(_TOLD):
            return None
        beside = (one for one in self._blocks[at + 1 : at + _CARD - 1] if one.path[:-1] == block.path[:-1])
        dated = any(map(dates_headline, others or [one.text for one in beside]))
        return name if dated and not dates_headline(name) and 3 <= len(name.split()) <= _HEADLINE else None

    def _is_section(self, block: Block, at: int) -> bool:
        """Whether a link is the section's name on a card, the headline of which follows."""
        if not _is_button(block) or at + 1 >= len(self._blocks):
            return False
        below = self._blocks[at + 1]
        card = shared(block.path, below.path)
        headed = below.level or (below.make != block.make and reads_as_headline(below.text))
        return bool(headed and below.links) and len(card) > len(shared(self._container, block.path))

    def _goes_on(self, at: int) -> bool:
        below = enumerate(self._blocks[at + 1 : at + 1 + _CARD], at + 1)
        return any(
            self.holds(block)
            and (
                self._bare_headline(block, one)
                or self._is_bare_card(block, one)
                or ((block.links or (block.level and not self.linked)) and self.is_headline(block))
            )
            for one, block in below
        )

    def _is_row_of_labels(self, block: Block) -> bool:
        """Whether the links of a block are keywords or buttons rather than headlines: called so, or all of them short."""
        if len(block.links) < 2 or block.level:
            return False
        called = bool(block.own & Place.TAGS) and not self.holds(block)
        return called or all(
            count_words(link) <= _SECTION or is_bare_label(marker(link), "frame") for link in block.links
        )


def _is_button(block: Block) -> bool:
    """Whether a block is a link of few words, and no heading: a button, a section's name."""
    return block.is_link and not block.level and block.words <= _BUTTON
