"""Which element of a page holds its article: the one in which running text is dense and links are few."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tawatur.page.blocks import Block

_HOLDS = re.compile(
    r"(?:article|story|post|entry|news|content|text|body|detail)[-_]*(?:body|content|text|detail|inner|main)?",
    re.I,
)
_STOPS = re.compile(r"[.،,؛;؟?!:»\"”。、]")


def main_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """The indices of the blocks inside the article's element; empty where a page has no running text.

    Every block of prose votes for the elements around it, the nearest most (the idea of Readability: Arc90
    2009); then the element is widened while that brings in more prose than frame.
    """
    votes: dict[int, float] = defaultdict(float)
    prose: dict[int, float] = defaultdict(float)
    total = 0.0
    for block in blocks:
        weight = _prose(block)
        if weight <= 0:
            continue
        total += weight
        for distance, element in enumerate(reversed(block.path[-6:])):
            votes[element] += weight / (1, 1, 2, 3, 5, 8)[distance]
        for element in block.path:
            prose[element] += weight
    if not votes:
        return frozenset()
    best = max(votes, key=lambda element: votes[element])
    best = _widen(best, blocks, prose)
    return frozenset(at for at, block in enumerate(blocks) if best in block.path)


def _prose(block: Block) -> float:
    """How much running text a block has, in characters that are not links; 0 for labels and lists of links."""
    words = block.words
    own = len(block.text) * (1 - min(1.0, block.link_share))
    if block.kind == "heading" or block.link_share > 0.5 or words < 8:
        return 0.0
    stops = len(_STOPS.findall(block.text))
    bonus = 1.25 if _HOLDS.search(block.names) else 1.0
    item = 0.4 if block.kind == "item" else 1.0
    return own * bonus * item * (1.0 if stops >= 1 or words > 25 else 0.35)


def _widen(best: int, blocks: Sequence[Block], prose: dict[int, float]) -> int:
    path = next((block.path for block in blocks if best in block.path), ())
    above = path[: path.index(best)] if best in path else ()
    for element in reversed(above[-4:]):
        inside = [block for block in blocks if element in block.path]
        linked = sum(len(block.text) * block.link_share for block in inside)
        if prose[element] >= prose[best] * 1.15 and linked < 0.35 * prose[element]:
            best = element
    return best
