"""What a line of a dump is worth as running text, and which lines are labels or strips of figures."""

from __future__ import annotations

import re
from functools import cache

from tawatur.page.document.blocks import Block
from tawatur.page.lines import LINE_END, is_date
from tawatur.page.text.live import clock
from tawatur.page.wording.markers import Marker
from tawatur.page.wording.phrases import listed

_LONG = 22  # words of a line that is hardly a headline, however it ends
_SHORTEST = 4  # words of a sentence
LOSS = 6.0  # what a label or a headline between sentences costs, in words
_ROW = 1.0  # what a row of a table costs
_COLUMNS = 2  # bars between columns of a table, or headlines of a ticker, at least
_TICKER = re.compile(r"\s(?:::|\*{2,3}|•|■|●|◆|//)(?:\s|$)")
_MOST = 60  # words that one line counts for
USUAL = 12  # words of a headline
LONGEST_TITLE = 22  # words


def worth(block: Block, opened: Marker | None) -> float:
    """By how many words a line speaks for running text; less than nothing for a label. `opened` is its marker."""
    if opened is not None or clock(block.text):
        return 0.0
    if len(_TICKER.findall(block.text)) >= _COLUMNS:
        return -LOSS
    if (block.words >= _LONG and block.kind != "item") or (
        block.words >= _SHORTEST and block.text.endswith(LINE_END)
    ):
        return float(min(block.words, _MOST)) if not is_strip(block) else -LOSS
    if f" {block.text} ".count(" | ") >= _COLUMNS:
        return -_ROW
    return -LOSS / 2 if block.kind == "item" else -LOSS


def is_label(block: Block) -> bool:
    """Whether a line is no longer than a headline and ends no sentence."""
    return block.words <= LONGEST_TITLE and not block.text.endswith(LINE_END)


def is_strip(block: Block) -> bool:
    """A line of dates, figures and signs: when it was published, the weather, the exchange rates."""
    text = block.text
    if is_date(text):
        return True
    if block.words >= USUAL and text.endswith(LINE_END):
        return False
    marks = sum(text.count(mark) for mark in "|▲▼°>»·[]") - text.count("«")
    return marks >= 2 or _stamps().search(text) is not None


@cache
def _stamps() -> re.Pattern[str]:
    phrases = (re.escape(phrase) for phrase in listed("published") if len(phrase.split()) > 1)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})\s")
