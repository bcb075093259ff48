"""The plain-text dump of a page: which of its lines are running text, and which stand as its title.

A dump has no markup to go by. The article is the stretch of lines that gains most by its sentences and loses least by
the labels and headlines between them (a maximum-sum stretch, Bentley 1984), never across a line that opens or ends
something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.page.document.blocks import Block, count_words
from tawatur.page.document.places import Place
from tawatur.page.dumps.boxes import bare_among, boxed, end_below, goes_on_behind, headlines_below
from tawatur.page.dumps.headline import title_above, without_site
from tawatur.page.dumps.lined import FIGURE, lines
from tawatur.page.dumps.prose import chances
from tawatur.page.dumps.worth import LOSS, USUAL, is_label, is_strip, worth
from tawatur.page.lines import LINE_END
from tawatur.page.text.live import clock
from tawatur.page.wording.markers import Marker, is_bare_label, marker

_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_UNLIKELY = 0.25  # the chance of a line that looks like a sentence and is none: of a notice, a teaser
_LIKELY = 0.5  # of one that surely is of the text where another such stands beside it
_GOES_ON = 2  # lines of text below a credit inside it
_NEVER = 0.05  # and of one that is none wherever it stands
_ENOUGH = 0.4  # the first stretch that has so much of the best one's gain is the article
_BOX = 8  # lines of a box inside a text: a newsletter's form
_HEAD = 20  # lines between the head of a live blog and its entries
_ENTRIES = 3  # clock times among the lines of a live blog
_TABLE = 40  # lines of a table that has a cell on each
_HALF = ("؛", ";")  # the end of half a sentence
_BARRIERS = ("similar", "keywords", "end", "credit", "frame")


class Dump(NamedTuple):
    """The lines of a dump as blocks, and which of them are the article's text."""

    blocks: list[Block]
    text: frozenset[int]


def dump(page: str) -> Dump:
    """The lines of a plain-text page, its title made a heading, with the indices of its running text."""
    found, apart, headed = lines(page)
    opened = [marker(block.text) for block in found]
    likely = chances(found, opened)
    pictured = _pictured(found, opened, likely)
    stretch = _article(found, opened, likely, pictured)
    if stretch is None:
        return Dump(found, frozenset())
    first, last = _without_kicker(found, *stretch)
    title = title_above(found, opened, apart, headed, first)
    if title is not None:
        headline = without_site(found[title].text, found[:title] + found[title + 1 : first])
        found[title] = Block(headline, "heading", 1, count_words(headline))
    for at in range(first, last + 1):
        if at > first and clock(found[at - 1].text) and is_label(found[at]):
            found[at] = found[at]._replace(kind="heading", level=2)  # of an entry of a live blog
    for at in headed.keys() & range(first + 1, last + 1):
        found[at] = found[at]._replace(kind="heading")
    for at in pictured.intersection(range(first, last)):
        found[at] = found[at]._replace(place=int(Place.CAPTION))
    live = _is_live(found, first, last)
    linked = boxed(found, opened, range(first, last + 1))
    bare = frozenset() if live else bare_among(found, range(first, last + 1)) - headed.keys()
    text = [
        at
        for at in range(first, last + 1)
        if opened[at] is None
        and at not in linked
        and not found[at].level
        and (found[at].words >= 2 or at in headed or not is_label(found[at]))
        and not is_strip(found[at])
        and not (is_label(found[at]) and (live or not _is_between(found, opened, linked, at)))
        and at not in bare
        and not (at + 1 in pictured and is_label(found[at]))
        and (likely[at] > _NEVER or found[at].words < USUAL)
    ]
    return Dump(found, frozenset(text))


def _article(
    found: Sequence[Block],
    opened: Sequence[Marker | None],
    likely: Sequence[float],
    pictured: frozenset[int],
) -> tuple[int, int] | None:
    """The first and the last line of the article; None where no line is a sentence.

    `likely` are the chances of the lines, `pictured` those of them that end no article.
    """
    stretches: list[tuple[float, int, int]] = []
    gain, start, best, end = 0.0, 0, 0.0, -1
    box_ends = 0  # where the box of headlines ends that the text goes on behind
    sentence = next((at for at, block in enumerate(found) if worth(block, None) > 0), len(found))
    closing, least = _closing(opened, sentence)
    for at, block in enumerate(found):
        is_box = sentence < at < closing and goes_on_behind(found, opened, at, closing, least=least)
        inside = is_box or at in pictured
        if _is_barrier(found, at, opened[at], at > closing) and not inside:
            if best > 0:
                stretches.append((best, start, end))
            gain, start, best, end = 0.0, at + 1, 0.0, -1
            continue
        box_ends = end_below(found, headlines_below(found, opened, at)) if is_box else box_ends
        own = worth(block, opened[at]) if at >= box_ends else 0.0
        gain += own if own <= 0 or likely[at] > _UNLIKELY else -LOSS
        if gain <= 0:
            if best > 0:
                stretches.append((best, start, end))
            gain, start, best, end = 0.0, at + 1, 0.0, -1
        elif gain > best:
            best, end = gain, at
    if best > 0:
        stretches.append((best, start, end))
    if not stretches:
        return None
    most = max(stretches)[0]
    chosen = next(at for at, one in enumerate(stretches) if one[0] >= _ENOUGH * most)
    _, first, last = stretches[chosen]
    if chosen and _is_live(found, first - 1, last):
        _, above, end = stretches[chosen - 1]
        if first - end <= _HEAD and not any(opened[at] for at in range(end, first)):
            first = above  # the head of a live blog
    return first, _to_closing(found, opened, last)


def _pictured(
    found: Sequence[Block], opened: Sequence[Marker | None], likely: Sequence[float]
) -> frozenset[int]:
    """The credits that say whose picture stands there: running text stands right below each."""
    return frozenset(
        at
        for at, one in enumerate(opened[:-_GOES_ON])
        if one is not None
        and one.what == "credit"
        and all(
            worth(found[line], opened[line]) >= USUAL and likely[line] > _LIKELY
            for line in range(at + 1, at + 1 + _GOES_ON)
        )
    )


def _closing(opened: Sequence[Marker | None], sentence: int) -> tuple[int, int]:
    """The line that closes a text which begins with a sentence at `sentence`, and how many paragraphs show that it goes on behind a list.

    It is a credit or keywords; without these the second list of similar headlines, for the first may be a box inside the text.
    """
    marked = [(at, one.what) for at, one in enumerate(opened) if one is not None and at > sentence]
    closings = [at for at, what in marked if what in ("credit", "keywords")]
    lists = [at for at, what in marked if what == "similar"]
    if closings:
        return closings[0], 1
    return (lists[1], 2) if len(lists) > 1 else (len(opened), 3)


def _without_kicker(found: Sequence[Block], first: int, last: int) -> tuple[int, int]:
    """The first and the last line of an article that does not begin with half a sentence, as stands above its headline."""
    kicker = found[first].text.endswith(_HALF) and found[first].words <= USUAL
    return first + (kicker and first < last), last


def _to_closing(found: Sequence[Block], opened: Sequence[Marker | None], last: int) -> int:
    """The last line of an article: it goes on behind a table, where sentences stand right above its credit or keywords."""
    for at in range(last + 1, min(last + 1 + _TABLE, len(found))):
        one = opened[at]
        if one is not None and one.what in ("credit", "keywords"):
            return at - 1 if at - 1 > last and worth(found[at - 1], opened[at - 1]) > 0 else last
        if _is_barrier(found, at, one, closed=False):
            break
    return last


def _is_between(
    found: Sequence[Block], opened: Sequence[Marker | None], linked: frozenset[int], at: int
) -> bool:
    """Whether a line stands between sentences or items, markers apart, as a subheading does; one that is numbered, a list's figure or right behind a box above them."""
    before = next((one for one in range(at - 1, -1, -1) if _stands(opened[one])), None)
    after = next((one for one in range(at + 1, len(found)) if opened[one] is None), None)
    listed = found[at].kind == "item" and FIGURE.fullmatch(found[at].text)
    below = listed or _NUMBERED.match(found[at].text) or at - 1 in linked
    sides = (after,) if below else (before, after)
    return all(one is None or worth(found[one], None) > 0 or found[one].kind == "item" for one in sides)


def _stands(opened: Marker | None) -> bool:
    """Whether a line counts for what stands below it: no marker but a notice, above which a form may stand."""
    return opened is None or opened.what == "notice"


def _is_live(found: Sequence[Block], first: int, last: int) -> bool:
    """Whether these are the lines of a live blog: clock times stand between them."""
    return sum(clock(block.text) is not None for block in found[first:last]) >= _ENTRIES


def _is_barrier(found: Sequence[Block], at: int, opened: Marker | None, closed: bool) -> bool:
    """Whether a marker ends an article: also a bare read-also below a credit, where another article stands."""
    if opened is None:
        return False
    if (
        opened.what == "frame"
    ):  # a share button between paragraphs, or below an entry of a live blog, is no end
        near = found[at + 1 : at + 4]
        beyond = (block for block in found[at + 1 : at + _BOX] if block.words >= USUAL)
        return not any(worth(block, None) > 0 or clock(block.text) for block in near) and not any(
            block.text.endswith(LINE_END) for block in beyond
        )
    return opened.what in _BARRIERS or (closed and is_bare_label(opened, "read_also"))
