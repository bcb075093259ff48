"""The line of a dump that stands as the title of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tawatur.outlets import fold
from tawatur.page.document.blocks import Block
from tawatur.page.dumps.worth import LONGEST_TITLE, USUAL, is_label, is_strip, worth
from tawatur.page.lines import in_common, is_date, is_stamp, opening
from tawatur.page.text.live import clock
from tawatur.page.wording.markers import Marker, is_kicked
from tawatur.page.wording.phrases import openings

_TITLE_ABOVE = 6  # lines above the text within which its title stands
_HEAD_ABOVE = 20  # lines, where buttons and a caption stand between it and the text
_FAR = 30  # lines from which it is no matter how many
_FARTHEST = 500
_SHARED = 0.5  # of the words of a headline that stands so far above the text, at least
_HEAD = 4  # lines below a headline in which its date or byline stands
_HEADED = {1: 1.5, 2: 0.5}  # what speaks for a line that the page marks as a heading of this level
_NAMED = 1.5  # and for one with which the page's first line begins, which is its name
_KICKER = 1.0  # what speaks against the line above a headline
_FEWEST = 4  # words of a headline that is found far above the text
_FULL = 6  # words from which a headline is none of the short ones
_CAPTION = re.compile(r"\s[-–—/|]\s.{2,30}$")  # who took the picture
_PATH = re.compile(r"[/>»›].*[/>»›]|\s[>»›]\s")  # where a page stands on its site
_PARTS = re.compile(r"\s[-–—|]\s|\s::\s")  # of the title of a page: its headline, its site's name
_QUOTED = re.compile(r"«[^«»]*»")


def title_above(
    found: Sequence[Block],
    opened: Sequence[Marker | None],
    parted: frozenset[int],
    headed: Mapping[int, int],
    first: int,
) -> int | None:
    """The line above the text that reads like its headline.

    Its words are the text's, its date or byline stands right below it (or its date above), an empty line parts it from others, it is
    near and not long, the page marks it as a heading or is called so.
    """
    name = fold(found[0].text)
    text = opening(block.text for block in found[first:] if worth(block, None) > 0)

    def weighed(at: int) -> float:
        shared = in_common(found[at].text, text)
        below = range(at + 1, min(at + 1 + _HEAD, first))
        return (
            2 * shared * min(1.0, found[at].words / _FULL)
            + any(_is_of_head(found[one], opened[one]) for one in below)
            + 0.5 * (at > 0 and is_date(found[at - 1].text))
            + 0.5 * (at in parted and _is_apart(found, opened, parted, at + 1))
            - 0.05 * max(0, found[at].words - USUAL)
            - 0.02 * min(first - at, _FAR)
            - 0.2 * max(0, _FULL - found[at].words)
            - 0.7 * bool(_CAPTION.search(found[at].text))
            - _KICKER * _is_kicker(found, opened, at)
            + _HEADED.get(headed.get(at, 0), 0.0)
            + _NAMED * (at > 0 and _names(name, found[at].text))
        )

    near = [
        at
        for at in range(max(0, first - _FARTHEST), first + 1)
        if _may_head(found[at], opened[at], first - at)
        and (first - at <= _HEAD_ABOVE or in_common(found[at].text, text) >= _SHARED)
        and (at or in_common(found[at].text, text) or first > 1 or headed)
    ]
    return max(near, key=weighed, default=None)


def _may_head(block: Block, opened: Marker | None, above: int) -> bool:
    """Whether a line may be the headline of a text that begins so many lines below it: the further above the fuller."""
    text, fewest = block.text, 2 if above <= _TITLE_ABOVE else _FEWEST if above <= _HEAD_ABOVE else _FULL
    ends = text.endswith((".", "،", ":", "؛")) or "(" in text[-30:]
    return (
        fewest <= block.words <= LONGEST_TITLE
        and block.kind != "item"
        and (opened is None or is_kicked(opened))
        and not (ends or clock(text) or is_strip(block) or _PATH.search(_QUOTED.sub("", text)))
    )


def _names(name: str, headline: str) -> bool:
    """Whether the folded name of a page is a headline, it may be with the site's behind it."""
    return len(headline.split()) >= _FEWEST and name.startswith(fold(headline))


def _is_kicker(found: Sequence[Block], opened: Sequence[Marker | None], at: int) -> bool:
    """Whether a line begins as half a sentence, as those do that stand above a headline, and a whole one stands beside it."""
    near = (one for one in (at - 1, at + 1) if 0 <= one < len(found))
    beside = any(
        opened[one] is None
        and found[one].words >= _FEWEST
        and is_label(found[one])
        and not is_strip(found[one])
        for one in near
    )
    return beside and fold(found[at].text).startswith(openings("subordinate"))


def _is_of_head(block: Block, opened: Marker | None) -> bool:
    """A line that stands below a headline: when the article was published, and by whom."""
    return is_stamp(block.text) or (opened is not None and opened.what in ("stamp", "byline"))


def _is_apart(
    found: Sequence[Block], opened: Sequence[Marker | None], parted: frozenset[int], below: int
) -> bool:
    """Whether the line below a headline is apart from it: behind an empty line, or of another kind."""
    return below < len(found) and (below in parted or is_strip(found[below]) or opened[below] is not None)


def without_site(title: str, others: Sequence[Block]) -> str:
    """A title without the site's name beside it, where it stands once more without: on one of the other lines, or in a cell of one."""
    headline = max(_PARTS.split(title), key=len)
    again = headline != title and any(headline in one.text.split(" | ") for one in others)
    return headline if again else title
