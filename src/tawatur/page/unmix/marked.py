"""What a marker does that opens a block: a credit, a byline, keywords, a list, the frame."""

from __future__ import annotations

from itertools import takewhile

from tawatur.outlets import fold
from tawatur.page.beside.keyword_list import is_row
from tawatur.page.beside.persons import is_author
from tawatur.page.beside.signatures import is_edited, is_helped, is_place, name_beside, names, without_town
from tawatur.page.lines import has_hashtag, is_stamp, keywords
from tawatur.page.unmix.extent import RIGHT
from tawatur.page.unmix.head_lines import add_line
from tawatur.page.unmix.links import open_list, opens_read_also, read_also
from tawatur.page.unmix.sorting import Sorting
from tawatur.page.unmix.unmarked import place
from tawatur.page.wording.credits import (
    BAR,
    DASH,
    credited,
    is_own_report,
    parted_by_with,
    without_credit,
    without_stamp,
)
from tawatur.page.wording.markers import Marker

_SIGNS = " .،|:：/-–—"
_BYLINE = 8  # words
_CREDITED = 8  # words
_LISTED = 8  # names of a list
_CLOSE = 6  # blocks above the text


def act(now: Sorting, opened: Marker, at: int) -> int:
    """Act on the marker at block `at`; gives the index of the next block to look at."""
    what = opened.what
    if what in ("credit", "keywords"):
        now.closed = now.closed or at > now.extent.first
    if what == "similar" and opened.rest and is_row(now.blocks[at]):
        what = "keywords"
    if what == "similar" and opens_read_also(now, opened, at):
        what = "read_also"
    if what == "credit":
        return _credit(now, opened, at)
    if what == "read_also":
        return read_also(now, opened, at)
    if what == "stamp" and (further := now.headed_also()):
        further.header.append(now.blocks[at].text)
    elif what == "stamp":
        add_line(now, now.blocks[at])
    elif what == "byline":
        return _byline(now, opened, at)
    elif what == "keywords":
        _keywords(now, opened, at)
    elif what == "similar":
        following = open_list(now, at)
        now.listed += [link for link in now.blocks[at].links if link in opened.rest]
        return following
    elif what == "correction":
        now.found.corrections.append(now.blocks[at].text)
    elif what != "notice":
        return _frame(now, opened, at)
    elif now.state == "keywords":
        now.state = "frame"
    return at + 1


def _byline(now: Sorting, opened: Marker, at: int) -> int:
    if is_helped(now.blocks[at].text):
        return at + (2 if not opened.rest and name_beside(now.blocks, now.markers, at) else 1)
    rest, outlet = without_credit(opened.rest)
    if outlet and now.extent.near(at) and now.state != "also":
        now.found.credits.append(outlet)
    beside = name_beside(now.blocks, now.markers, at) if at < now.extent.first else ""
    name = names(without_town(rest, now.own, now.told) or beside) if not rest[:1].isdigit() else None
    is_name = len((name or "").split()) <= _BYLINE
    if at < now.extent.first and any(map(str.isdigit, opened.rest)):
        now.found.header.append(opened.rest)  # with its date
    if further := now.headed_also():
        further.byline = name if is_name else None
    elif name and now.found.byline is None and now.extent.near(at) and is_name:
        if now.taken and at > now.extent.last - RIGHT:
            if is_edited(now.blocks[at].text):
                now.found.editor = now.found.editor or name
            else:
                now.found.signature = now.found.signature or name
        else:
            now.found.byline = name
    elif at in now.extent.main and opened.rest and not opened.with_colon:
        place(now, at)  # a sentence that only begins as a byline does
    return at + 1


def _keywords(now: Sorting, opened: Marker, at: int) -> None:
    block = now.blocks[at]
    above = at < now.extent.first and now.found.title is None and bool(block.path)
    if above or (now.found.keywords and not now.extent.near(at)):
        now.state = "frame"  # the keywords of the whole site
        return
    now.found.keywords += keywords(block, opened.rest)
    several = len(block.links) > 1 or len(keywords(block, opened.rest)) > 1
    # in a dump the first of several hashtags, each on a line of its own
    tag = block if not block.path and has_hashtag(block) else None
    on_its_line = opened.rest and (several or not (block.path or tag))
    now.state, now.keyword = "frame" if on_its_line else "keywords", tag


def _credit(now: Sorting, opened: Marker, at: int) -> int:
    if not (now.state == "also" or now.extent.near(at)):
        return at + 1
    rest = opened.rest
    if not rest and at < now.extent.first - _CLOSE:
        return at + 1  # an entry of a menu
    if named := [] if rest.strip(_SIGNS) else _names_listed(now, at):
        rest, at = " + ".join(named), at + len(named)
    while not rest.strip(_SIGNS) and _names_below(now, at):
        rest, at = now.blocks[at + 1].text, at + 1
    rest, stamp = without_stamp(rest)
    if stamp and at < now.extent.first:
        now.found.header.append(stamp)
    if author := _of_own_report(now, rest):
        now.found.signature = now.found.signature or names(author)
    elif rest.strip(_SIGNS):
        now.found.credits += named or _credited(now, rest)
    now.found.signature = now.found.signature or (names(opened.signer) if opened.signer else None)
    if now.state in ("keywords", "similar"):
        now.state = "frame"
    return at + 1


def _of_own_report(now: Sorting, line: str) -> str | None:
    """Who wrote what a line says to be the outlet's own report: «ليلى حداد – خاص»."""
    name, *others = BAR.split(line)
    own = len(others) == 1 and is_own_report(fold(others[0]))
    return name if own and is_author(name, now.own) else None


def _names_below(now: Sorting, at: int) -> bool:
    """Whether the names of a bare label stand in the block below it."""
    for below, opened in zip(now.blocks[at + 1 : at + 2], now.markers[at + 1 : at + 2], strict=True):
        alone = opened is None or (opened.what == "credit" and opened.rest == below.text)
        return below.words <= _CREDITED and alone
    return False


def _names_listed(now: Sorting, at: int) -> list[str]:
    """The names in the list below a bare label; none where it is no list of two or more, or one item is no name."""
    below = now.blocks[at + 1 : at + 2 + _LISTED]
    listed = list(
        takewhile(lambda one: one.kind == "item" and one.path[:-1] == below[0].path[:-1] != (), below)
    )
    named = all(one.words <= _CREDITED and not one.text.endswith(".") for one in listed)
    alone = not any(now.markers[at + 1 : at + 1 + len(listed)])
    return [one.text for one in listed] if 1 < len(listed) <= _LISTED and named and alone else []


def _credited(now: Sorting, line: str) -> list[str]:
    """Whom a credit names; a dash parts the outlet itself from others, and "with" whom it worked with."""
    found = [one for name in credited(line) for one in parted_by_with(name, now.own.has)]
    parts = [part.strip() for part in BAR.split(line)]
    if len(parts) > 1 and is_own_report(fold(parts[-1])):
        ours = [part for part in parts if now.own.has(part)]
        return ours or [part for part in parts[:-1] if not is_place(part)][:1]  # beside its town
    parts = [part.strip() for part in DASH.split(line)]
    return parts if len(found) == 1 < len(parts) and any(map(now.own.has, parts)) else found


def _frame(now: Sorting, opened: Marker, at: int) -> int:
    if (
        opened.what == "frame"
        and now.closed
        and at > now.extent.first
        and now.also.is_article(at + 1, least=2)
    ):
        head = now.also.head_below(at)  # "the next report"
        now.begin_also(now.blocks[head])
        now.also.found[-1].header += [one.text for one in now.blocks[at + 1 : head] if is_stamp(one.text)]
        return head + 1
    inside, heading = at in now.extent.main, now.blocks[at].kind == "heading"
    if inside and (opened.what == "end" or (heading and now.extent.little_follows(at))):
        now.state, now.ended = "frame", True
    elif (heading or not inside) and not (
        inside and now.state in ("body", "also") and now.extent.text_follows(at)
    ):
        now.state = "frame"
    return at + 1
