"""Which blocks of a page are the text of its article: a learned decision on what can be seen of each block."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log

from tawatur.page.document.blocks import Block
from tawatur.page.document.places import Place
from tawatur.page.lines import shared
from tawatur.page.text.boxes import asking_boxes
from tawatur.page.text.features import NEVER, SENTENCE_END, Look, Surroundings, beside, features

_TEXT = 0.44  # the chance from which a block is text
_SURE = 2.0  # the logit that half of a page's likely prose is lifted to
_HOPELESS = 0.03
_GAP = 12  # blocks between two paragraphs of one element
_SEVERAL = 3  # paragraphs of one make
_QUOTE = int(Place.QUOTE)
_SENTENCE = 4  # words
_BOLD = 0.9  # the share of bold text in a line that is all bold
_TOLD = 8  # words of what is surely text
_BESIDE = 2  # blocks
_TICKER = re.compile(r"\s[•●◆■★]\s")  # between the headlines of one
_HEADLINES = 4
_ITEM = 12  # words of an item that by itself looks like a label
_LINKED = 0.3  # the share of links from which a block is no text


def main_text(blocks: Sequence[Block], around: Surroundings) -> frozenset[int]:
    """The indices of the blocks that are the article's text; empty where a page has no running text.

    Logistic regression looks at each block twice, the second time knowing what the first look said of its
    neighbours (stacked, as in Boilerpipe's shallow features: Kohlschütter et al. 2010, and Web2Text: Vogels et al.
    2018). Its weights are trained by benchmarks/train_main_text.py.
    """
    if not blocks or around.total <= 1.0:
        return frozenset()
    seen = [look and _logits(look) for look in features(blocks, around)]
    chances = lifted([chance(logits[0]) if logits else 0.0 for logits in seen], blocks)
    found = frozenset(
        at
        for at, logits in enumerate(seen)
        if logits
        and chances[at] > _HOPELESS
        and not blocks[at].place & NEVER & ~around.usual
        and not (at < around.heading and at in around.below_link)  # a teaser above the article
        and len(_TICKER.findall(blocks[at].text)) < _HEADLINES
        and chance(logits[1] + _weights_of(beside(chances, blocks, at))[1]) > _TEXT
    )
    found |= _siblings(blocks, found, around.made)
    found |= _lists(blocks, found)
    return found - asking_boxes(blocks, found)


def _siblings(
    blocks: Sequence[Block], text: frozenset[int], made: Mapping[tuple[str, tuple[int, ...]], int]
) -> frozenset[int]:
    """Sentences made like the paragraphs beside them, where most that is so `made` is text."""
    first, last = min(text, default=0), max(text, default=0)
    left = [
        at
        for at in range(first, min(last + _GAP, len(blocks)))
        if at not in text
        and (block := blocks[at]).text.endswith((*SENTENCE_END, ":"))
        and (block.words >= _SENTENCE or _answers(blocks, text, at))
        and block.link_share < _LINKED
    ]
    if not left:
        return frozenset()
    taken = Counter(blocks[at].standing for at in text)
    return frozenset(at for at in left if taken[one := blocks[at].standing] >= max(_SEVERAL, 0.6 * made[one]))


def _answers(blocks: Sequence[Block], text: frozenset[int], at: int) -> bool:
    """Whether a few words stand right below a question of the text."""
    return blocks[at].words > 1 and at - 1 in text and blocks[at - 1].text.endswith(("؟", "?"))


def _lists(blocks: Sequence[Block], text: frozenset[int]) -> frozenset[int]:
    """What the look at each block by itself misses: subheadings and lists among the paragraphs of one element.

    A block counts if its element stands in the same one as a paragraph before it and one behind it, or if it is an item
    of a list that a paragraph opens by its colon.
    """
    found: set[int] = set()
    ordered = sorted(text)
    headed = (at - 1 for at in ordered[1:] if blocks[at - 1].level > 1 and at - 1 > ordered[0])
    found.update(at for at in headed if _is_subheading(blocks, text, at))
    quotes = (at for at in ordered[:-1] if blocks[at + 1].place & _QUOTE)
    found.update(at + 1 for at in quotes if _is_quoted(blocks, at))
    for before, after in pairwise(ordered):
        parent = blocks[before].path[:-1]
        if 1 < after - before <= _GAP and parent and blocks[after].path[:-1] == parent:
            told = blocks[before].words >= _TOLD  # a date that stands above the title is no text
            made = blocks[before].signature if blocks[before].signature == blocks[after].signature else ""
            found.update(at for at in range(before + 1, after) if _belongs(blocks[at], parent, told, made))
    for at in ordered:
        if blocks[at].kind == "item":
            found.update(_beside_item(blocks, text, at))
        if blocks[at].text.endswith((":", "：")):
            parent = blocks[at].path[:-1]
            for below in range(at + 1, len(blocks)):
                if not _is_item(blocks[below], parent):
                    break
                found.add(below)
    return frozenset(found)


def _beside_item(blocks: Sequence[Block], text: frozenset[int], at: int) -> list[int]:
    """The items around one that is text, short ones of a list below a paragraph."""
    ends = []
    for step in (-1, 1):
        end = at
        while 0 <= end + step < len(blocks) and _is_beside(blocks[end + step], blocks[at]):
            end += step
        ends.append(end)
    first, last = ends
    around = blocks[at].path[:-2]
    above = first - 1 in text and blocks[first - 1].path[:-1] == around
    return list(range(first, last + 1)) if above else []


def _is_beside(block: Block, item: Block) -> bool:
    beside = block.kind == "item" and block.path[:-1] == item.path[:-1]
    return beside and block.words <= _ITEM and block.link_share < _LINKED


def _is_subheading(blocks: Sequence[Block], text: frozenset[int], at: int) -> bool:
    """A heading right above a paragraph of the same element, or of one that they open right below another paragraph."""
    above, block, below = blocks[at - 1 : at + 2]
    if block.link_share >= _LINKED or block.own & ~Place.HEADER:
        return False
    beside = block.path[:-1] == below.path[:-1] and not block.own
    apart = len(shared(block.path, below.path)) > len(shared(above.path, below.path))
    told = any(one in text and blocks[one].words >= _TOLD for one in range(at - _BESIDE, at))
    return beside or (apart and told)


def _is_quoted(blocks: Sequence[Block], at: int) -> bool:
    """Whether the quotation below `at` stands in an element of its own right below a paragraph, in the same one."""
    above, block = blocks[at : at + 2]
    inside = bool(block.path) and above.path[:-1] == block.path[:-2] and above.tag == block.tag == "p"
    told = block.words >= _SENTENCE and block.text.endswith(SENTENCE_END) and block.link_share < _LINKED
    return inside and told and not block.place & NEVER


def _belongs(block: Block, parent: tuple[int, ...], told: bool, made: str) -> bool:
    inside = block.path[:-1] == parent and (block.level > 1 or (told and _reads_on(block, made)))
    return (
        (inside or (_is_item(block, parent) and block.words <= 25))
        and block.link_share < _LINKED
        and (not block.own or bool(block.tag == "p" and block.own & Place.TEXT))
        and (block.words >= 2 or block.level > 1)
    )


def _reads_on(block: Block, made: str) -> bool:
    """A paragraph that is a line in bold, as subheadings are set and questions of an interview, or a short sentence.

    A `div` may be a subheading if it is made as the paragraphs around it.
    """
    sentence = block.words >= _SENTENCE and block.text.endswith(SENTENCE_END)
    if block.tag == "p":
        return block.strong > _BOLD or sentence
    return block.tag == "div" and block.signature == made and block.strong > _BOLD and not block.links


def _is_item(block: Block, parent: tuple[int, ...]) -> bool:
    return (
        block.kind == "item"
        and block.link_share < _LINKED
        and block.path[:-2] == parent
        and len(block.path) > 2
    )


def lifted(chances: Sequence[float], blocks: Sequence[Block]) -> list[float]:
    """The chances by the page's own measure: its surest prose is prose, however its template looks."""
    sure = sorted(
        ((one, block.words) for one, block in zip(chances, blocks, strict=True) if one > _HOPELESS),
        reverse=True,
    )
    left = 0.5 * sum(words for _, words in sure)
    reference = 1.0
    for one, words in sure:
        reference, left = one, left - words
        if left <= 0:
            break
    lift = _SURE - _logit(reference)
    if lift <= 0:
        return list(chances)
    return [chance(_logit(one) + lift) if one > _HOPELESS else one for one in chances]


def _logits(look: Look) -> tuple[float, float]:
    """What the first and the second regression say of a block by itself."""
    form, standing = _weights_of(look.form), _weights_of(look.standing)
    return form[0] + standing[0], form[1] + standing[1]


@lru_cache(maxsize=32_768)
def _weights_of(names: tuple[str, ...]) -> tuple[float, float]:
    first, second = _weights()
    return sum(first.get(name, 0.0) for name in names), sum(second.get(name, 0.0) for name in names)


def chance(logit: float) -> float:
    """The chance, from 0 to 1, of these log odds."""
    return 1 / (1 + exp(-logit))


def _logit(likely: float) -> float:
    likely = min(max(likely, 1e-6), 1 - 1e-6)
    return log(likely / (1 - likely))


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    first, second = json.loads((files("tawatur.page.text") / "weights.json").read_text("utf-8"))
    return first, second
