"""The list of keywords on a page: which blocks below its label belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from tawatur.outlets import fold
from tawatur.page.document.blocks import Block
from tawatur.page.document.places import Place
from tawatur.page.lines import SENTENCE_END, has_hashtag, is_stamp, keywords, unique
from tawatur.page.wording.markers import Marker, marker
from tawatur.page.wording.phrases import listed_words, openings

_KEYWORD = 5  # words
_SHORT = 2  # words of a keyword in a row that may be one of headlines
_CHIP = 4  # words of a keyword without a link
_NAME = 3  # words
_FEWEST = 3  # keywords in a row of a dump
_MOST = 12  # keywords on lines of their own
_BAR = " | "
_ELSEWHERE = int(Place.MENU | Place.NAVIGATION | Place.SHARING | Place.FOOTER | Place.AUTHOR)
_MENU = int(Place.MENU | Place.NAVIGATION)


def is_row(block: Block) -> bool:
    """Whether a block is a row of keywords, whatever its label says: all of its links are short."""
    return (
        len(block.links) > 1 and not block.level and all(len(link.split()) <= _SHORT for link in block.links)
    )


def unlabelled(blocks: Sequence[Block], similar: Sequence[str]) -> list[str]:
    """Keywords without a label: links in elements that are called so, none of the similar headlines."""
    known = frozenset(similar)
    called = [block for block in blocks if block.place & Place.TAGS]
    named = [block for block in called if block.is_link or _is_chips(block)] or _bare(called)
    return unique([name for block in named for name in keywords(block, block.text) if name not in known])


def above_title(blocks: Sequence[Block]) -> list[str]:
    """Keywords without a label in the head of a page: links right above its last heading in elements that are called so, two or more."""
    title = next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at].level == 1), 0)
    first = title
    while first and blocks[first - 1].is_link and _is_called(blocks[first - 1]):
        first -= 1
    found = [name for block in blocks[first:title] for name in keywords(block, block.text)]
    short = all(len(name.split()) <= _SHORT for name in found)
    return unique(found) if len(found) > 1 and short else []


def named_below(blocks: Sequence[Block], text: Sequence[Block]) -> list[str]:
    """Keywords without a label right below a text: a row of short links most of which the text names."""
    for block in blocks:
        if len(block.links) < 2 or not block.is_link or block.level or block.place & _ELSEWHERE:
            continue
        names = keywords(block, block.text)
        told = fold(" ".join(one.text for one in text))
        named = sum(fold(name) in told for name in names)
        if named * 2 > len(names) and all(len(name.split()) <= _KEYWORD for name in names):
            return unique(names)
    return []


def told_below(blocks: Sequence[Block], text: Sequence[Block]) -> list[str]:
    """Keywords without a label below the text of a dump, most of which it names: a row of names with bars between them, or a name
    on each of several lines right below.
    """
    if not blocks or blocks[0].path:
        return []
    told = fold(" ".join(one.text for one in text))
    on_lines = list(takewhile(_is_name, blocks[:_MOST]))
    rows = [[one.text for one in on_lines], *(one.text.split(_BAR) for one in blocks)]
    for names in rows:
        if not (_FEWEST <= len(names) <= _MOST and all(map(_is_chip, names))):
            continue
        if sum(fold(name) in told for name in names) * 2 >= len(names):
            return unique(names)
    return []


def _is_name(block: Block) -> bool:
    return block.words <= _NAME and _BAR not in block.text and marker(block.text) is None


def _is_called(block: Block) -> bool:
    """Whether the element around a block is called keywords, and is no menu."""
    return bool(block.place & Place.TAGS) and not block.place & _MENU


def _bare(blocks: Sequence[Block]) -> list[Block]:
    """Names without links, each in an element of its own, two or more of them made alike in one that is called keywords."""
    short = [
        block for block in blocks if not (block.links or block.level or block.pieces) and _is_chip(block.text)
    ]
    made = Counter((block.signature, block.path[:-1]) for block in short)
    return [block for block in short if made[block.signature, block.path[:-1]] > 1]


def _is_chips(block: Block) -> bool:
    """Whether a block that is called keywords is names side by side, without links."""
    whole = bool(block.own & Place.TAGS) and not block.links and len(block.pieces) > 1
    return whole and all(map(_is_chip, block.pieces))


def _is_chip(text: str) -> bool:
    return len(text.split()) <= _CHIP and not (is_stamp(text) or marker(text) or text.endswith(SENTENCE_END))


def named_in(block: Block) -> bool:
    """Whether a block is a label over whom and what a report names: "In this story"."""
    return not block.links and fold(block.text).strip(" :") in listed_words("named_in")


def labelled_row(block: Block) -> Marker | None:
    """The marker of a row of short links behind a label of other words that ends with a colon; none of buttons to share."""
    if len(block.links) < 2 or block.level or block.place & Place.SHARING:
        return None
    label, _, rest = block.text.partition(block.links[0])
    label = label.strip()
    told = fold(label).strip(" :") in listed_words("named_in")
    short = all(len(link.split()) <= (_NAME if told else _SHORT) for link in block.links)
    plain = label.endswith(":") and 0 < len(label.split()) <= _SHORT and marker(label) is None
    if not (short and (told or plain)):
        return None
    elsewhere = any(fold(link) in listed_words("platforms") for link in block.links)
    return None if elsewhere else Marker("keywords", block.links[0] + rest, True)


def is_keyword_of_dump(block: Block, first: Block | None, header: Sequence[str]) -> bool:
    """Whether a line is a keyword; behind a hashtag only hashtags are, and behind any the author's name may stand again."""
    if first is not None and has_hashtag(first):
        return has_hashtag(block)
    again = first is not None and block.words > 1 and block.text in header
    other = block.text.endswith(SENTENCE_END) or ":" in block.text or is_stamp(block.text)
    return _names(block) and not (again or other or fold(block.text).startswith(openings("follow")))


def is_first_keyword(blocks: Sequence[Block], at: int, text: frozenset[int]) -> bool:
    """Whether the block right below a label has keywords: it is called so, or is links, an item, or a list in its text."""
    block = blocks[at]
    if not _names(block):
        return False
    listed_in_text = len(keywords(block, block.text)) > 1 and not block.text.endswith(SENTENCE_END)
    called = has_hashtag(block) or bool(block.place & Place.TAGS)
    kind = bool(block.links) or block.kind != "paragraph"
    return called or kind or listed_in_text or _is_label_of_several(blocks, at, text)


def is_next_keyword(block: Block, first: Block) -> bool:
    """Whether a block stands beside the first keyword and is made as it is."""
    one, other = block.path, first.path
    made = block.make == first.make and one[:-2] == other[:-2]
    return _names(block) and (one[:-1] == other[:-1] if block.links else made)


def _names(block: Block) -> bool:
    """Whether a block is no heading and has short names."""
    listed = keywords(block, block.text)
    return bool(listed) and not block.level and all(len(name.split()) <= _KEYWORD for name in listed)


def _is_label_of_several(blocks: Sequence[Block], at: int, text: frozenset[int]) -> bool:
    """Whether a few words right below a label, beside it, stand above a block that is made alike."""
    block, label, below = blocks[at], blocks[at - 1], blocks[at + 1 : at + 2]
    few = all(one.words <= _KEYWORD and not one.text.endswith(SENTENCE_END) for one in (block, *below))
    alike = any((one.signature, one.path[:-1]) == (block.signature, block.path[:-1]) for one in below)
    return few and alike and at not in text and block.path[:-1] == label.path[:-1]
