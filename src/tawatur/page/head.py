"""The head of an article: the title that its page agrees on, and the date that it shows."""

from __future__ import annotations

import re
from datetime import date, datetime

from tawatur.dates import change_date, is_relative, publication_date
from tawatur.page.lines import LABELS, in_common, is_date, opening
from tawatur.page.parts import Parts
from tawatur.page.stated.metadata import Metadata, is_signed
from tawatur.page.text.features import folded
from tawatur.page.text.live import clock
from tawatur.page.wording.markers import marker
from tawatur.page.wording.notices import is_update

_TELLING = 12  # letters of a heading that no site's name has
_LABELLED = re.compile(r"[^\d:]+:\s")
_NUMBER = re.compile(r"\d+")
_BESIDE = 1  # lines between the title and one with whoever wrote and when
_NEAR = 100  # lines above or below the title
_NAME = 5  # words of a name, or of two
_SECTION = 2  # words
_TOLD = 0.5  # the share of the words of a title that its text has
_MOST_OF = 0.4  # the share of a stated title that the site's name does not have
_SHOWN = 1.2  # what the heading that a page shows weighs among its titles


def title(found: Parts, head: Metadata) -> str | None:
    """The title of an article, by the headings that its page shows and what its metadata state; None without either."""
    if below := _below_section(found, head):
        return below
    shown = _heading(found, head)
    return _agreed(shown, head, site=found.title if shown is None else None)


def _below_section(found: Parts, head: Metadata) -> str | None:
    """The line that the text's words are in, below the site's name and a section's for headings; None where it is not so."""
    if len(found.headings) < 2 or len(found.headings[-1].split()) > _SECTION or len(head.titles) > 1:
        return None
    if len((found.title or "").split()) > _NAME:
        return None
    text = opening(found.paragraphs)
    lines = (line for line in reversed(found.header[found.below_title :]) if len(line.split()) >= _NAME)
    return next((line for line in lines if not is_date(line) and in_common(line, text) >= _TOLD), None)


def _heading(found: Parts, head: Metadata) -> str | None:
    """The heading that the page shows: of those above the text the nearest that a stated title consists of."""
    stated = [folded(title) for title, _ in head.titles]
    header = found.header[found.below_title :] if found.title else found.header
    lines = [line for line in header if len(line.split()) >= 3]
    for text in (*reversed(found.headings), *reversed(lines)):
        letters = folded(text)
        if len(letters) >= _TELLING and any(
            letters in title and len(letters) > _MOST_OF * len(title) for title in stated
        ):
            return text
    site = folded(found.title or "")
    # A heading that is a small part of each stated title is the site's name.
    return None if site and stated and all(site in title for title in stated) else found.title


def _agreed(shown: str | None, head: Metadata, site: str | None) -> str | None:
    """The title that most of the page agrees on: the heading it shows, and what its metadata state.

    `site` is the site's name, where the page has it for a heading.
    """
    named = {head.outlet, *head.signature}
    stated = [one for one in head.titles if not (shown and one[0] in named)]  # the site's name is no title
    stated += [(shown, _SHOWN)] if shown else []
    if site:
        signs = re.compile(rf"^{re.escape(site)}\s*[:|»-]\s*|\s*[:|«-]\s*{re.escape(site)}$")
        stated = [(signs.sub("", title) or site, weight) for title, weight in stated]
    votes: dict[str, float] = {}
    for title, weight in stated:
        # «Title - Politics» or «Site: Title» beside «Title» is the same one, signed.
        bare = min((one for one, _ in stated if is_signed(title, one)), key=len, default=title)
        votes[bare] = votes.get(bare, 0.0) + weight
    return max(votes, key=lambda title: votes[title]) if votes else None


def shown_date(found: Parts, language: str) -> date | None:
    """The date in the lines above the text, next to the title; rather one with a time and of nothing else.

    One right below the text is taken only where none stands above it, one counted from today, of an update or in a longer line is taken only where there is no other.
    """
    lines = list(map(_with_clock, found.header, [*found.header[1:], ""]))
    dates = [
        (
            not is_relative(line),
            not is_update(line),
            any(map(is_date, LABELS.split(line)))
            or _is_stamp(line)
            or (0 <= below <= _BESIDE and isinstance(day, datetime)),
            isinstance(day, datetime),
            below >= 0,
            -abs(below),
            day,
        )
        for at, line in enumerate(lines)
        if (below := at - found.below_title) >= -_NEAR
        and below <= _NEAR
        and (len(_NUMBER.findall(line)) > 1 or is_relative(line))  # «غدا» in a ticker is no date of the page
        and (day := _day(line, language))
    ]
    if not dates:  # wires and forums have it below
        return next((day for line in found.footer if (day := _day(line, language))), None)
    return max(dates, key=lambda one: one[:6])[6]


def shown_time(found: Parts, day: date, language: str) -> datetime | None:
    """The time of a day that a line above the text shows, without a label or behind that of a publication: it may be another's."""
    lines = (line for line in found.header if _is_stamp(line) or not _LABELLED.match(line))
    moments = (_day(line, language) for line in lines if not is_update(line))
    return next((one for one in moments if isinstance(one, datetime) and one.date() == day), None)


def _is_stamp(line: str) -> bool:
    """Whether a line says of itself that it is when something was published."""
    opened = marker(line)
    return opened is not None and opened.what == "stamp"


def _day(line: str, language: str) -> date | None:
    return publication_date(line, code=language) or publication_date(line, code="en")


def _with_clock(line: str, following: str) -> str:
    """A line with the clock time that stands on the next one, if it is a day and that one nothing else."""
    return f"{line} {following}" if ":" not in line and clock(following) and is_date(line) else line


def shown_change(found: Parts, language: str) -> date | None:
    """When a line above the text says that the page was changed last."""
    return next((day for line in found.header if (day := change_date(line, code=language))), None)
