"""Links to other articles inside the text that no known words introduce: they are told by how they stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.language.text import letters_of
from tawatur.outlets import fold
from tawatur.page.beside.headline_lists import is_label
from tawatur.page.document.blocks import NO_BLOCK, Block
from tawatur.page.document.places import Place
from tawatur.page.dumps.boxes import is_bare
from tawatur.page.lines import SENTENCE_END, is_prose, is_stamp, reads_as_headline
from tawatur.page.wording.markers import Marker, is_bare_label, marker
from tawatur.page.wording.phrases import listed_words, names_one

_LABEL = 6  # words
_WHOLE = 0.9  # the share of links in a block that is nothing else
_MOSTLY = 0.5
_NEAR = 4  # blocks within which the text stands before such a link and goes on behind it
_PARAGRAPH = 8  # words
_SECTION = 2  # words
_FEW = 3  # items of a list of links without a label
_BOX = 8  # blocks of a box of headlines
_POINTS = re.compile(r"[:：›»«<>←→▸►◄|–—-]\s*$")  # how a label ends that points to a link
_ARROW = re.compile(
    r"(?:>{1,2}|<{1,2}|←|→|⇐|⇒|➤|➜|»|👈|👉|🔗|📌)\s*(\S.*[^\s.!»\"”])$"
)  # a link's, in front of it
_BOXED = int(Place.RELATED | Place.TEASER)  # where a link may be a heading
_ELSEWHERE = int(
    Place.TAGS | Place.EMBED | Place.CAPTION | Place.AUTHOR | Place.SHARING | Place.ADVERT | Place.COMMENTS | Place.NOTICES
)  # fmt: skip


def inline_link(blocks: Sequence[Block], at: int, text: frozenset[int]) -> Marker | None:
    """A read-also marker where the block at `at` is a headline's link between two paragraphs, with or without a short label."""
    block = blocks[at]
    if not block.path:
        return _in_dump(block) or _bare_in_dump(blocks, at, text)
    elsewhere = _ELSEWHERE & ~Place.CAPTION if block.place & Place.RELATED else _ELSEWHERE
    if len(block.links) != 1 or block.place & elsewhere or not reads_as_headline(block.links[0]):
        return None
    link = block.links[0]
    before, found, behind = block.text.partition(link)
    apart = block.tag not in ("td", "th") and (block.tag != "li" or _is_of_few(blocks, at))
    whole = block.link_share >= _WHOLE and at not in text and apart
    labelled = block.link_share >= _MOSTLY and _is_label(before, behind)
    if not found or not (whole or labelled) or (block.level and not block.place & _BOXED):
        return None
    return Marker("read_also", link, True) if _is_between(blocks, at, text) else None


def _is_of_few(blocks: Sequence[Block], at: int) -> bool:
    """Whether an item is of a short list that is called related or has a label: a longer one is of what is read most."""
    around = blocks[at].path[:-1]
    near = range(max(0, at - _FEW), min(at + _FEW + 1, len(blocks)))
    items = [one for one in near if blocks[one].path[:-1] == around]
    return len(items) <= _FEW and (bool(blocks[at].place & Place.RELATED) or _is_labelled(blocks, items[0]))


def _is_labelled(blocks: Sequence[Block], first: int) -> bool:
    """Whether a label stands above a list that begins at `first`, and nothing else before it in their element."""
    above, label = (blocks[first - 2], blocks[first - 1]) if first > 1 else (NO_BLOCK, NO_BLOCK)
    box = blocks[first].path[:-2]
    return box != () and label.is_within(box) and not above.is_within(box) and is_label(label)


def _in_dump(block: Block) -> Marker | None:
    if (arrow := _ARROW.match(block.text)) and reads_as_headline(arrow[1]):
        return Marker("read_also", arrow[1], True)
    label, colon, rest = block.text.partition(":")
    words = label.split()
    if not (colon and 1 < len(words) <= _LABEL and fold(words[0]) in listed_words("read_verbs")):
        return None
    known = next((end for end in range(len(words), 1, -1) if _is_bare(" ".join(words[:end]))), len(words))
    if known < len(words):  # the colon is the headline's own
        rest = f"{' '.join(words[known:])}:{rest}"
    return Marker("read_also", rest.strip(), True) if reads_as_headline(rest.strip()) else None


def _bare_in_dump(blocks: Sequence[Block], at: int, text: frozenset[int]) -> Marker | None:
    """A marker where a line that is none of the text reads as a headline's; none where it is of a picture, or a paragraph near it has it."""
    line = blocks[at].text
    if at in text or not is_bare(blocks, at) or names_one("pictures", line) or "@" in line:
        return None
    letters = letters_of(line)
    near = (*blocks[max(0, at - _BOX) : at], *blocks[at + 1 : at + _BOX])
    quoted = any(letters in letters_of(one.text) for one in near)
    return None if quoted else Marker("read_also", line, True)


def _is_bare(line: str) -> bool:
    """Whether a line is nothing but a label over links to read as well."""
    return is_bare_label(marker(line), "read_also")


def _is_label(before: str, behind: str) -> bool:
    """Whether all that a block has beside its link is a label in front that points to it, or one behind in brackets."""
    front = (
        0 < len(before.split()) <= _LABEL and _POINTS.search(before) is not None and not behind.strip(" .»›")
    )
    return front or (
        not before.strip() and re.fullmatch(r"\s*[(\[][^()\[\]]{2,30}[)\]]\s*", behind) is not None
    )


def _is_between(blocks: Sequence[Block], at: int, text: frozenset[int]) -> bool:
    """Whether the text stands right before a block and goes on right behind it."""
    return all(
        any(one in text and _is_paragraph(blocks[one]) for one in near if 0 <= one < len(blocks))
        for near in (range(at - _NEAR, at), range(at + 1, at + 1 + _NEAR))
    )


def _is_paragraph(block: Block) -> bool:
    return (
        is_prose(block)
        and not block.level
        and (block.words >= _PARAGRAPH or block.text.endswith(SENTENCE_END))
    )


def links_below(
    blocks: Sequence[Block], opened: Sequence[Marker | None], at: int, text: frozenset[int]
) -> list[int]:
    """Where the links stand right below a bare label: the first one and those made as it is; dates between them count for nothing."""
    found: list[int] = []
    for one in range(at + 1, min(at + 1 + _BOX, len(blocks))):
        block = blocks[one]
        if one in text or opened[one]:
            break
        if _is_section(blocks, one):
            continue
        if _is_link(block) and (not found or block.make == blocks[found[0]].make):
            found.append(one)
        elif not ((found and is_stamp(block.text)) or _counts_links(blocks, at, one)):
            break
    return found


def _is_link(block: Block) -> bool:
    """Whether a block is a link, or has nothing beside it but its number, as for readers who hear a page: "list 1 of 2"."""
    if block.is_link or len(block.links) != 1 or block.link_share < _MOSTLY:
        return block.is_link
    number = block.text.removesuffix(block.links[0])
    return number != block.text and len(number.split()) <= _LABEL and any(map(str.isdigit, number))


def _counts_links(blocks: Sequence[Block], label: int, at: int) -> bool:
    """Whether a short line in the box of a label stands above a link there, as for readers who hear a page: "list 1 of 2"."""
    block, box = blocks[at], blocks[label].path[:-1]
    below = blocks[at + 1 : at + 3]
    short = block.words <= _LABEL and not (block.level or block.links)
    return short and box != () and any(_is_link(one) and one.is_within(box) for one in below)


def _is_section(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is the section's name above a headline that is a heading."""
    below = blocks[at + 1] if at + 1 < len(blocks) else NO_BLOCK
    return not blocks[at].level and blocks[at].words <= _SECTION and below.level > 0 and below.is_link


def is_box(blocks: Sequence[Block], at: int, text: frozenset[int]) -> bool:
    """Whether the label at `at` is of a few headlines set into the text, which goes on behind them in the same element."""
    before = next((one for one in range(at - 1, max(-1, at - _NEAR), -1) if one in text), None)
    behind = next((one for one in range(at + 1, min(at + _BOX, len(blocks))) if one in text), None)
    if before is None or behind is None:
        return False
    return blocks[before].path[:-1] == blocks[behind].path[:-1] and not blocks[behind].links
