"""Lists of headlines beside a text: where one begins, and which label of unknown words stands over the similar ones.

Sites call these lists what they like. What they have in common is their make and their place: right below the article,
under a label of its own, two blocks or more of one make, each of which is wholly a link that reads as a headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tawatur.outlets import fold
from tawatur.page.document.blocks import NO_BLOCK, Block
from tawatur.page.lines import ends_with_day, headlines, is_advert, is_stamp, reads_as_headline, shared
from tawatur.page.wording.markers import Marker, is_bare_label
from tawatur.page.wording.phrases import listed_words

_LIST = 5  # blocks in which two headlines follow each other
_SECTION = 2  # words
LABEL = 6  # words of a label
_REACH = 30  # blocks below the text within which the list stands
_CARDS = 16  # blocks below a label that are looked at
_GAP = 3  # blocks of a card beside its headline
_WHOLE = 0.6  # the share of its link in a headline's block
_NO_LABEL = (".", "،", ",", "…", ":", "؛", ")")  # none ends so, but with a colon beside a link
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)$")  # behind a label: by what it was chosen
_CUT = ("...", "…")  # the end of a teaser
_RANKED = re.compile(r"\d{1,2}(?:[.)-]\s|\s*$)")  # by how often it is read


def below_section(blocks: Sequence[Block], at: int) -> int:
    """Where the headline stands: at `at`, or below the name of a section there."""
    above, below = (*blocks[at : at + 2], NO_BLOCK, NO_BLOCK)[:2]
    is_section = not (above.level or above.links) and above.words <= _SECTION
    return at + 1 if is_section and below.level else at


def is_list(
    blocks: Sequence[Block],
    opened: Sequence[Marker | None],
    at: int,
    is_headline: Callable[[Block], bool],
) -> bool:
    """Two headlines or more at `at`, one after the other or in one block; dates and buttons between them count for nothing."""
    if at < len(blocks) and len(headlines(blocks[at])) > 1:
        return True
    if _has_cards(blocks, opened, at) or _has_dated(blocks, opened, at):
        return True
    near = [
        is_headline(blocks[one]) and not opened[one]
        for one in range(at, min(at + _LIST, len(blocks)))
        if not (is_stamp(blocks[one].text) or _is_button(blocks[one], opened[one]))
    ]
    return near[:2] == [True, True]


def _has_cards(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> bool:
    """Two cards or more at `at`, whose headlines are made alike; sections, names and dates between them are short."""
    made: list[str] = []
    for block, marked in zip(blocks[at : at + _CARDS], opened[at : at + _CARDS], strict=False):
        if not marked and _heads_card(block, blocks[at - 1]):
            made.append(block.signature)
        elif block.level or not block.path or block.words > LABEL:
            break
        if made[:2] == [block.signature] * 2:
            return True
    return False


def _heads_card(block: Block, label: Block) -> bool:
    """Whether a block is the headline of a card: a linked heading, or a link or, in the element of its label, a line that reads so."""
    if block.level and block.links:
        return True
    around = label.path[:-1]
    inside = around != () and block.is_within(around) and block.signature != label.signature
    return reads_as_headline(block.text) and (block.is_link or (inside and not block.links))


def _has_dated(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> bool:
    """In a dump: two headlines or more at `at`, each with a date below it, and sections above or below."""
    found = 0
    for one in range(at, min(at + _LIST + 1, len(blocks))):
        block, marked = blocks[one], opened[one]
        if is_bare_label(marked, "read_also"):
            continue  # the button below each
        if block.path or marked:
            break
        if reads_as_headline(block.text) and any(is_stamp(below.text) for below in blocks[one + 1 : one + 3]):
            found += 1
        elif not is_stamp(block.text) and block.words > _SECTION:
            break
    return found > 1


def heads_list(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int, last: int) -> bool:
    """Whether the block at `at` is a label, of whatever words, over the similar headlines below a text that ends at `last`."""
    label = blocks[at]
    if not (last < at <= last + _REACH and is_label(label)):
        return False
    found = _cards(blocks, opened, at)
    if len(found) < 2 or any(_is_headline(blocks[one]) and not opened[one] for one in range(last + 1, at)):
        return False
    if not label.path:
        return found[0] == at + 1
    makes = Counter(blocks[one].make for one in found)
    return max(makes.values()) >= 2 and _is_apart(blocks, at, found, last)


def is_label(block: Block) -> bool:
    """Whether a block may be a label over similar headlines: a few plain words that speak neither of what is new nor of files."""
    text = _ASIDE.sub("", block.text) if block.level else block.text
    if block.links or block.kind == "item" or text.endswith(_NO_LABEL):
        return False
    words = fold(text).split()
    plain = 0 < len(words) <= LABEL and not any(map(str.isdigit, text))
    return plain and listed_words("newest").isdisjoint(words) and listed_words("documents").isdisjoint(words)


def _is_button(block: Block, opened: Marker | None) -> bool:
    return block.is_link and is_bare_label(opened, "read_also")


def _cards(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> list[int]:
    """The indices of the headlines below the label at `at`, each with what belongs to it."""
    label, found, gap = blocks[at], list[int](), 0
    for one in range(at + 1, min(at + 1 + _CARDS, len(blocks))):
        block, marker = blocks[one], opened[one]
        if _is_button(block, marker) or is_stamp(block.text) or (marker and marker.what == "stamp"):
            continue
        if marker or (block.level and not block.links):
            break
        dated = block.path or any(is_stamp(below.text) for below in blocks[one + 1 : one + 2])
        dated = dated or ends_with_day(block.text)
        if _is_headline(block) and dated:
            found.append(one)
            gap = 0
        elif label.path and gap < _GAP and (not block.links or block.words <= _SECTION):
            gap += 1
        else:
            break
    return found


def _is_headline(block: Block) -> bool:
    """Whether a block is wholly a link that reads as a headline; in a dump, whether the line reads as one."""
    links = [link for link in block.links if len(link.split()) > _SECTION]  # beside a section's name
    if block.path and (len(links) != 1 or block.link_share < _WHOLE):
        return False
    text = links[0] if block.path else block.text
    other = text.endswith(_CUT) or is_advert(block) or _RANKED.match(block.text)
    return reads_as_headline(text) and not other


def _is_apart(blocks: Sequence[Block], at: int, found: Sequence[int], last: int) -> bool:
    """Whether the list stands beside the text in an element that holds nothing else, as the columns of a page do not."""
    label, first = blocks[at].path, blocks[found[0]].path
    around = shared(label, blocks[last].path)
    if not around or shared(label, first)[: len(around)] != around:
        return False
    own = {label[: len(around) + 1], first[: len(around) + 1]}
    inside = [one for one, block in enumerate(blocks) if block.path[: len(around) + 1] in own]
    return min(inside) >= at and max(inside) <= found[-1] + _GAP and _ends(blocks, found[-1], max(inside))


def _ends(blocks: Sequence[Block], last: int, end: int) -> bool:
    """Whether nothing but a date, a name or a button follows the last headline in its element."""
    return all(not block.level and not _is_headline(block) for block in blocks[last + 1 : end + 1])
