"""Live blogs: the entries below an article's head, each with its time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, reduce
from itertools import pairwise

from tawatur.dates import is_relative
from tawatur.language import languages
from tawatur.language.text import western_digits
from tawatur.page.document.blocks import Block
from tawatur.page.document.places import Place
from tawatur.page.lines import LABELS, shared
from tawatur.page.text.features import SENTENCE_END

_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(\d{1,2})[:٫.h](\d{2})(?:\s*(h|Uhr|ص|م|am|pm|AM|PM|GMT|UTC)(?!\w))?")
_ZONE = re.compile(r"[A-Z]{2,4}(?:[+-]\d{1,2})?")
_AFTERNOON = ("م", "pm", "PM")
_FEWEST = 2
_TITLE = (4, 25)  # words of the longest title among those of a page, at least and at most
_INTRODUCING = 8  # words
_MARK = 2  # words of a label beside a time
_POINT = 4  # words of a point in a list
_FILMS = int(Place.CAPTION | Place.FIGURE)  # a time there is the length of a film
_DAWN = 6  # the hour before which no more than the lengths of films are told, where all times are
_LONGEST = 40  # characters of a clock time, with the place it is of


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its clock time as hours and minutes, its title (None for none), its paragraphs."""

    hour: int
    minute: int
    title: str | None
    paragraphs: tuple[str, ...]

    def at(self, day: date | None) -> datetime | None:
        """Its moment on the day of the article, in the article's zone."""
        if day is None:
            return None
        zone = day.tzinfo if isinstance(day, datetime) else None
        return datetime(day.year, day.month, day.day, self.hour, self.minute, tzinfo=zone)


def live_entries(blocks: Sequence[Block], text: frozenset[int]) -> tuple[list[Entry], frozenset[int]]:
    """The entries, and the indices of their blocks: clock times, each alone in its block, with text under each.

    Of times in several kinds of elements those of the most frequent kind count. None of both where fewer than two of
    them, or fewer than half, have text.
    """
    times, beyond = _times(blocks, text)
    if len(times) < _FEWEST:
        return [], frozenset()
    starts = [at for at, _ in times]
    made = Counter(_kind(blocks[at]) for at in text if at > starts[0])
    titled = _title_kind(blocks, text, starts)
    entries: list[Entry] = []
    used: set[int] = set()
    for (start, moment), end in zip(times, [*starts[1:], beyond], strict=True):
        inside = [
            at
            for at in range(start + 1, end)
            if not blocks[at].level
            and not blocks[at].place & Place.EMBED
            and (at in text or (made[_kind(blocks[at])] >= _FEWEST and _is_sentence(blocks[at])))
        ]
        inside = _with_lists(blocks, inside, end)
        if inside:
            above = blocks[start + 1 : inside[0]]
            title = next((block.text for block in above if block.level or _kind(block) == titled), None)
            entries.append(Entry(*moment, title, tuple(blocks[at].text for at in inside)))
            used.update(range(start, end if end < beyond else inside[-1] + 1))
    if len(entries) < max(_FEWEST, len(times) / 2) or not _are_of_a_day([moment for _, moment in times]):
        return [], frozenset()
    return entries, frozenset(used)


def _with_lists(blocks: Sequence[Block], inside: list[int], end: int) -> list[int]:
    """The blocks of an entry with the items of lists that one of them opens by its colon, or that stand beside it without links."""
    found = []
    for at in inside:
        found.append(at)
        below = at + 1
        while below < end and _is_item_below(blocks[below], blocks[at]):
            found.append(below)
            below += 1
    return sorted(dict.fromkeys(found))


def _is_item_below(item: Block, paragraph: Block) -> bool:
    """An item of a list that a paragraph opens by its colon, or that stands in its element and has no links."""
    if item.kind != "item" or paragraph.kind == "item":
        return False
    beside = bool(item.path) and item.path[:-2] == paragraph.path[:-1] and not item.links
    return paragraph.text.endswith(":") or beside


def _times(blocks: Sequence[Block], text: frozenset[int]) -> tuple[list[tuple[int, tuple[int, int]]], int]:
    """The clock times above and among the text with their indices, those of the most frequent kind; and where the last entry ends."""
    end = max(text, default=-1) + 1
    times = [(at, moment) for at, block in enumerate(blocks[:end]) if (moment := _moment(block))]
    kinds = Counter(_kind(blocks[at]) for at, _ in times if not blocks[at].place & _FILMS)
    usual = max(kinds, key=lambda kind: kinds[kind], default=None)
    times = [(at, moment) for at, moment in times if _kind(blocks[at]) == usual]
    if len(times) < _FEWEST:
        return [], end
    beyond = _end(blocks, [at for at, _ in times], text)
    later = (at for at in range(end, beyond) if _kind(blocks[at]) == usual)
    times += [(at, moment) for at in later if (moment := _moment(blocks[at]))]
    return times, beyond


def introduction(blocks: Sequence[Block], first: int) -> frozenset[int]:
    """The sentences between the heading of a live blog and its first entry, which stands at `first`; short ones of a list."""
    heading = next((at for at in range(first - 1, -1, -1) if blocks[at].level == 1), first)
    return frozenset(
        at
        for at in range(heading, first)
        if blocks[at].words >= (_POINT if blocks[at].kind == "item" else _INTRODUCING)
        and _is_sentence(blocks[at])
        and not blocks[at].links
    )


def heading_over(blocks: Sequence[Block], first: int) -> frozenset[int]:
    """The subheading right above the first entry, which names the list of them."""
    return frozenset((first - 1,)) if first and blocks[first - 1].level > 1 else frozenset()


def _moment(block: Block) -> tuple[int, int] | None:
    """The clock time that a block is, or that stands among its labels: the others say how long ago that was, or "pinned"."""
    if not block.pieces:
        return clock(block.text)
    told = [moment for piece in block.pieces if (moment := clock(piece))]
    labelled = all(
        len(piece.split()) <= _MARK and not _DIGIT.search(piece) for piece in block.pieces if not clock(piece)
    )
    return (
        clock(block.text)
        or clock(" | ".join(block.pieces))
        or (told[0] if len(told) == 1 and labelled else None)
    )


def _end(blocks: Sequence[Block], times: Sequence[int], text: frozenset[int]) -> int:
    """Where the entries end: with the text, or with the element that holds nothing but them."""
    feed = reduce(shared, (blocks[at].path for at in times))
    if not feed or any(at in text and blocks[at].is_within(feed) for at in range(times[0])):
        return max(text) + 1
    return next(
        (at for at in range(times[-1] + 1, len(blocks)) if not blocks[at].is_within(feed)), len(blocks)
    )


def _title_kind(
    blocks: Sequence[Block], text: frozenset[int], times: Sequence[int]
) -> tuple[int, str] | None:
    """The kind of element that entries have right below their times for a title, where it is not a heading.

    Names of reporters, which may stand there too, are short or repeat.
    """
    below: dict[tuple[int, str], list[Block]] = {}
    for at in times:
        block = blocks[at + 1] if at + 1 < len(blocks) else None
        if block and block.path and at + 1 not in text and not (block.level or block.is_link):
            below.setdefault(_kind(block), []).append(block)
    for kind, found in below.items():
        distinct = len({block.text for block in found}) == len(found) >= _FEWEST
        if distinct and _TITLE[0] <= max(block.words for block in found) <= _TITLE[1]:
            return kind
    return None


def _are_of_a_day(moments: list[tuple[int, int]]) -> bool:
    """Whether times follow each other into the day, as those of a live blog do and the lengths of films do not; one may be of another day."""
    if all(hour < _DAWN for hour, _ in moments):
        return False
    steps = [one <= other for one, other in pairwise(moments)]
    return min(steps.count(True), steps.count(False)) <= len(moments) // 4


def _is_sentence(block: Block) -> bool:
    """A sentence of a page with markup."""
    return bool(block.path) and block.text.endswith((*SENTENCE_END, ":"))


def _kind(block: Block) -> tuple[int, str]:
    """How an element is made; a second class is of one that is pinned, the first, the last."""
    return len(block.path), block.signature.partition(" ")[0]


@cache
def _zone_words() -> tuple[str, ...]:
    return tuple(
        word
        for spoken in languages()
        for word in spoken.data.get("dates", {}).get("page", {}).get("zone_word", ())
    )


def clock(text: str) -> tuple[int, int] | None:
    """Hour and minute, where a text is nothing but a clock time, with its zone or how long ago that was."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    labels = LABELS.split(text)
    times = [_time(label) for label in labels]
    told = [moment for moment in times if moment]
    others = (label for label, moment in zip(labels, times, strict=True) if moment is None)
    return told[0] if len(told) == 1 and all(map(is_relative, others)) else None


def _time(text: str) -> tuple[int, int] | None:
    if not text[:2].strip("[(")[:1].isdigit():
        return None
    found = _CLOCK.match(western_digits(text).strip(" []()"))
    rest = text.strip(" []()")[found.end() :].strip() if found else ""
    if rest and not (rest.startswith(_zone_words()) or _ZONE.fullmatch(rest) or is_relative(rest)):
        return None
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if (found[3] or "") in _AFTERNOON and hour < 12:
        hour += 12
    return (hour, minute) if hour < 24 and minute < 60 else None
