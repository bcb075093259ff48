"""Labels on links to other articles: inside the text, over a list, or over an article in full."""

from __future__ import annotations

from itertools import takewhile

from tawatur.page.beside.headline_lists import below_section, heads_list, is_list
from tawatur.page.beside.inline import is_box, links_below
from tawatur.page.document.places import Place
from tawatur.page.dumps.boxes import end_below, headlines_below
from tawatur.page.lines import headlines, is_prose, is_rule, is_stamp, linked_in, reads_as_headline
from tawatur.page.unmix.extent import BELOW, RIGHT
from tawatur.page.unmix.sorting import Sorting
from tawatur.page.wording.labels import What
from tawatur.page.wording.markers import Marker, is_bare_label

_LINKED = 0.5  # the share of links from which a block is one
_SEVERAL = 3  # links
_LABELS: tuple[What, ...] = ("read_also", "similar", "frame")
_CLOSING = ("credit", "keywords", "similar", "end")  # what stands below the end of a text


def read_also(now: Sorting, opened: Marker, at: int) -> int:
    """Take what stands behind or below a read-also label at `at`; gives the index of the next block to look at."""
    block = now.blocks[at]
    if now.state == "similar" and block.is_link and now.similar.holds(block):
        return at + 1  # the button of a headline
    if opened.rest:
        beyond = not block.path and now.ended and at > now.extent.last  # below another article of a dump
        if now.extent.near(at) and not beyond:
            now.found.inline_links += linked_in(block, opened.rest)
        return at + 1
    head = below_section(now.blocks, at + 1)
    if head >= len(now.blocks):
        return at + 1
    dated = any(
        is_stamp(one.text) for one in now.blocks[head + 1 : head + 2]
    )  # its title is a link to itself
    if now.also.is_article(head, titled=dated) and (now.closed or _leaves(now, at, head)):
        now.begin_also(now.blocks[head])
        return head + 1
    several = now.closed and len(headlines(now.blocks[head])) > 1
    if several or _ends_text(now, head) or (at > now.extent.last and _heads_list(now, at, head)):
        return open_list(now, at)
    return _links_below(now, at, head)


def _ends_text(now: Sorting, head: int) -> bool:
    """Whether several links begin at `head`, and behind them stands another label: the text does not go on."""
    at = head
    while at < len(now.blocks) and now.blocks[at].link_share > _LINKED and not now.markers[at]:
        at += 1
    return at - head >= _SEVERAL and at < len(now.blocks) and is_bare_label(now.markers[at], *_LABELS)


def _heads_list(now: Sorting, at: int, head: int) -> bool:
    """Whether similar headlines stand below a label behind the text; `head` is the first, or one more beside their list."""
    first = now.blocks[head]
    one_more = now.state == "similar" and bool(first.level and first.links)
    stamped = any(is_stamp(one.text) for one in now.blocks[head + 1 : head + 2])
    over = not first.path and (now.closed or at > now.extent.last + RIGHT)
    one_dated = over and stamped and reads_as_headline(first.text)
    return one_more or one_dated or is_list(now.blocks, now.markers, at + 1, now.similar.is_headline)


def _links_below(now: Sorting, at: int, head: int) -> int:
    """Take the links below a bare label that are set into the text or stand right below it."""
    inside = at in now.extent.main
    if inside and not now.blocks[at].path:  # a dump shows no links: the next line is the one
        below = headlines_below(now.blocks, now.markers, head - 1)
        now.found.inline_links += [now.blocks[one].text for one in below]
        return end_below(now.blocks, below)
    right_below = now.extent.last < at <= now.extent.last + RIGHT and not now.closed
    below = links_below(now.blocks, now.markers, at, now.text)
    if inside or right_below:
        now.found.inline_links += [link for one in below for link in headlines(now.blocks[one])]
    if not (inside or below):
        now.state = "frame"
    return below[-1] + 1 if below else at + 1


def _leaves(now: Sorting, at: int, head: int) -> bool:
    """Whether what stands below a label at `at` is not the article's own text going on.

    A dump shows no elements: there the article at `head` needs a title that is listed above, a date or a byline, or a main text that has ended.
    """
    if not now.blocks[at].path:
        over = any(one and one.what in _CLOSING for one in now.markers[now.extent.first + 1 : at])
        over = over or (is_rule(now.blocks[at - 1].text) and is_prose(now.blocks[head + 1]))
        if now.blocks[head].text in now.found.similar:
            return True  # the list of similar headlines has its title
        closed_later = any(one and one.what in ("credit", "keywords") for one in now.markers[at + 1 :])
        return not closed_later and (over or now.also.is_signed(head))
    above = range(at, max(-1, at - BELOW), -1)
    before = next((now.blocks[one] for one in above if one in now.text), None)
    below = next((block for block in now.blocks[at + 2 : at + BELOW] if is_prose(block)), None)
    return not (before and below and below.path and before.path[:-1] == below.path[:-1])


def opens_read_also(now: Sorting, opened: Marker, at: int) -> bool:
    """Whether what reads as a label on similar headlines is one inside the text, or stands over an article in full."""
    if opened.rest:
        return at in now.extent.main and now.extent.text_follows(at)
    below = now.blocks[at + 1 : at + 2]
    return now.closed and any(one.level for one in below) and now.also.is_article(at + 1)


def open_list(now: Sorting, at: int) -> int:
    """Open the list of headlines below the label at `at`; gives the index of the next block to look at.

    One in a column beside the text counts only where it is the first.
    """
    if now.found.similar and now.blocks[at].place & Place.ASIDE:
        now.state = "frame"
        return at + 1
    boxed = _is_box(now, at)
    now.listed = now.found.inline_links if boxed else now.found.similar
    now.named = now.named and not (boxed and now.is_last_label(at))
    if at in now.extent.main and not now.blocks[at].path:  # in a dump the text goes on behind it
        below = headlines_below(now.blocks, now.markers, at)
        now.listed += [now.blocks[one].text for one in below]
        return end_below(now.blocks, below)
    now.state = "similar"
    now.similar.open(at)
    return at + 1


def _is_box(now: Sorting, at: int) -> bool:
    """Whether the list below a label is one of read-also links inside the text, and the similar ones stand further below."""
    if now.state != "body" or now.closed or not is_box(now.blocks, at, now.text):
        return False
    below = [one for one in now.markers[now.extent.last :] if one is not None and not one.rest]
    if not now.blocks[at].path:  # below the readers' comments a dump has what the site shows on all pages
        below = list(takewhile(lambda one: one.what != "end", below))
    return any(one.what in ("similar", "read_also") for one in below) or _list_follows(now)


def _list_follows(now: Sorting) -> bool:
    """Whether a list of similar headlines that no known label names stands right below the text."""
    last = now.extent.last
    near = range(last + 1, min(last + 1 + BELOW, len(now.blocks)))
    return any(now.blocks[at].path and heads_list(now.blocks, now.markers, at, last) for at in near)
