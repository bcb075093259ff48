"""Notices: lines in which a site speaks of itself, and in which its editors say what they changed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain
from typing import Literal

from tawatur.outlets import fold
from tawatur.page.wording.phrases import SIGNS, WORD, folded_phrases, listed, openings

_SITE = (25, 400)  # letters of a line about the site, at least and at most
_REQUEST = 12  # words
_CLAUSE = re.compile(r"[?؟.!,،:؛]\s*")


def notice(line: str) -> Literal["notice", "correction"] | None:
    """What a line is that begins as a notice of the site (whose rights, whose opinions) or of its editors (what was corrected)."""
    head = fold(line[:60]).lstrip()
    if head.startswith(folded_phrases("correction")):
        return "correction"
    told = (
        head.startswith(folded_phrases("notice")) or _asks_to_follow(line, head) or _asks_for_tips(line, head)
    )
    return "notice" if told else None


def _asks_to_follow(line: str, head: str) -> bool:
    """Whether a line asks to follow the site elsewhere: "Follow us on Telegram"."""
    return (
        head.startswith(openings("follow"))
        and len(line.split()) <= _REQUEST
        and any(map(fold(line).__contains__, folded_phrases("platforms")))
    )


def _asks_for_tips(line: str, head: str) -> bool:
    """Whether a line asks who knows more to write to the site: "Do you know more about it? Send us a message"."""
    if len(line) > _SITE[1] or not head.lstrip(SIGNS).startswith(openings("tips")):
        return False
    _, *clauses = _CLAUSE.split(fold(line))
    return any(f"{clause} ".startswith(openings("contact")) for clause in clauses)


@cache
def notice_openers() -> frozenset[str]:
    """The words that a notice may begin with."""
    phrases = map(folded_phrases, ("notice", "correction", "follow", "tips"))
    return frozenset(first[0] for notice in chain(*phrases) if (first := WORD.search(notice)))


def tells_of_site(line: str) -> bool:
    """Whether a line speaks of the site itself, wherever it says so: "an automatic search engine for news"."""
    return _SITE[0] < len(line) < _SITE[1] and any(
        letter in line and any(map(line.__contains__, phrases)) for letter, phrases in _of_site()
    )


@cache
def _of_site() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases by a letter beyond ASCII that they share, where they have one: most lines do not have it."""
    phrases = tuple(listed("of_site"))
    shared = Counter(letter for phrase in phrases for letter in set(phrase) if not letter.isascii())
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        letter = max(set(phrase), key=lambda one: (shared[one], one))
        found.setdefault(letter if shared[letter] else "", []).append(phrase)
    return tuple((letter, tuple(own)) for letter, own in found.items())


def is_update(line: str) -> bool:
    """Whether a line begins as one that says when a page was changed."""
    return fold(line).lstrip(SIGNS).startswith(folded_phrases("modified"))


def is_corrected(title: str) -> bool:
    """Whether a title says that its text was corrected or updated: "CORRECTED: …", «… (محدّث)»."""
    return _in_titles().search(fold(title)) is not None


@cache
def _in_titles() -> re.Pattern[str]:
    marked = "|".join(map(re.escape, folded_phrases("correction_in_title")))
    return re.compile(rf"^(?:{marked})\s*(?:\d+\s*)?[-–—:|]|[(\[](?:{marked})(?!\w)")
