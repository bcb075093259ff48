"""Which marker opens a block: one of known words, or one that its make and its place tell."""

from __future__ import annotations

from tawatur.outlets import known
from tawatur.page.beside.edges import Edge, edge
from tawatur.page.beside.headline_lists import LABEL, heads_list
from tawatur.page.beside.inline import inline_link
from tawatur.page.beside.keyword_list import labelled_row, named_in
from tawatur.page.beside.persons import is_person, may_be_name
from tawatur.page.beside.signatures import credits_among, is_place, segments, signed_above
from tawatur.page.document.blocks import NO_BLOCK, Block
from tawatur.page.document.places import Place
from tawatur.page.lines import has_hashtag, is_date, is_stamp, label
from tawatur.page.unmix.extent import RIGHT
from tawatur.page.unmix.head_lines import HEAD_LINE, is_above
from tawatur.page.unmix.sorting import Sorting
from tawatur.page.wording.credits import (
    credited,
    is_agency,
    is_joint_credit,
    without_credit,
    without_stamp,
)
from tawatur.page.wording.markers import Marker, is_kicked

_HEAD = 6  # blocks above the text
_LINKED = 0.5  # the share of links from which a line is one
_PICTURED = int(Place.FIGURE | Place.CAPTION)


def opened_at(now: Sorting, at: int) -> Marker | None:
    """The marker that opens the block at `at`; None for what belongs to the text, or to the list that is open."""
    block = now.blocks[at]
    opened = None if _is_title(now, at) else now.markers[at] or label(block)
    opened = opened or _unnamed(now, block, at)
    mistaken = opened is not None and (
        _is_subheading(now, opened, at)
        or _is_listed(now, opened, at)
        or _is_town(now, opened, at)
        or _is_of_picture(block, opened)
    )
    return None if mistaken else opened


def _is_title(now: Sorting, at: int) -> bool:
    """Whether a heading above the text only begins as a marker does: "Report: the water of the lake"."""
    return now.blocks[at].level == 1 and at <= now.extent.first and is_kicked(now.markers[at])


def _is_subheading(now: Sorting, opened: Marker, at: int) -> bool:
    """A heading of the text that only begins as a marker does ("Source: the water of the lake")."""
    return bool(
        now.blocks[at].level
        and at in now.text
        and opened.with_colon
        and opened.rest
        and now.extent.text_follows(at)
    )


def _is_town(now: Sorting, opened: Marker, at: int) -> bool:
    """What only reads as a credit above the text: a town in brackets beside an author, of which an outlet has its name too."""
    above = opened.what == "credit" and at < now.extent.first and now.blocks[at].text.startswith("(")
    return above and is_place(opened.rest) and not is_agency(opened.rest)


def _is_of_picture(block: Block, opened: Marker) -> bool:
    """The credit of a picture between the lines of a dump."""
    return opened.what == "credit" and not block.path and bool(block.place & Place.CAPTION)


def _is_listed(now: Sorting, opened: Marker, at: int) -> bool:
    """What only reads as a marker in an open list: a keyword, a headline, the section above a headline ("Weather")."""
    block = now.blocks[at]
    if opened.what == "read_also" and now.state == "frame":
        return at > now.extent.last and opened.rest == block.text and _is_beside_link(now, at)
    if opened.what == "read_also":
        bulleted = not block.path and block.kind == now.blocks[at - 1].kind == "item"
        own = block.is_link and opened.rest == block.text and now.similar.holds(block)
        button = not (block.path or opened.rest) and now.similar.repeats(at)
        return now.state == "similar" and (((bulleted or own) and bool(opened.rest)) or button)
    if opened.what == "byline":  # "Report: …"
        return (
            now.state == "similar" and now.similar.linked and bool(block.links) and now.similar.holds(block)
        )
    if opened.what != "frame" or not block.is_link or block.words > 1:
        return False
    if now.state == "keywords":
        return now.keyword is not None and now.is_keyword(block, at)
    below = now.blocks[at + 1] if at + 1 < len(now.blocks) else NO_BLOCK
    within = block.path != () and below.is_within(block.path)
    return now.state == "similar" and within and now.similar.is_headline(below)


def _is_beside_link(now: Sorting, at: int) -> bool:
    """Whether a link stands in a list of links: another one that is made alike stands right above or below it."""
    block = now.blocks[at]
    beside = (*now.blocks[max(0, at - 1) : at], *now.blocks[at + 1 : at + 2])
    return block.is_link and any(one.is_link and one.make == block.make for one in beside)


def _unnamed(now: Sorting, block: Block, at: int) -> Marker | None:
    """The marker of what no known words open, told by how it is made and where it stands."""
    if block.text.startswith("#") and (tags := _hashtags(now, at)):
        return tags
    if (name := _signed(now, block, at)) is not None:
        return Marker("byline", name, True)
    if _is_of_outlet(now, block, at):
        return Marker("byline", block.text, True)
    if at < now.extent.first and _credits_between(block):
        return None  # a line of the head: its labels are looked at one by one
    # By a frame that nothing ended.
    framed = now.state == "frame" and (at == now.extent.first or is_above(now, block, at))
    if (now.state == "body" or framed) and (found := _edge(now, block, at)):
        if found.byline and not found.credits:
            return Marker("byline", found.byline, True)
        return Marker("credit" if found.credits else "notice", " + ".join(found.credits), False, found.byline)
    if now.state == "body" and (sent := _sent(now, block, at)):
        return sent
    if now.extent.first < at < now.extent.last:
        apart = now.state != "body" or now.is_further(block, at)
        return None if apart else inline_link(now.blocks, at, now.text)
    if at > now.extent.last and named_in(block) and now.blocks[at + 1 : at + 2]:
        following = now.blocks[at + 1]
        return Marker("keywords", "", False) if following.links and not following.level else None
    if block.links:
        row = len(block.links) > 1 and not now.found.keywords and now.extent.near_end(at)
        return labelled_row(block) if row else None
    return Marker("similar", "", False) if not now.named and _heads_list(now, at) else None


def _signed(now: Sorting, block: Block, at: int) -> str | None:
    """Who signs in a line of a town and a name between the headline and the text."""
    if now.taken or now.state in ("also", "similar") or block.level or block.place & _PICTURED:
        return None
    in_head = not block.path and at < now.extent.first and _is_in_head(now, at)
    if not (in_head or now.extent.first - RIGHT <= at < now.extent.last):
        return None
    titled = now.found.title is not None or at >= now.extent.first
    name = signed_above(block.text, now.own, now.beginning, dated=in_head) if titled else None
    return None if in_head and name and not is_person(name) and _is_told_of(now, name, at) else name


def _is_told_of(now: Sorting, name: str, at: int) -> bool:
    """Whether other lines speak of a name, as of the outlet's; an author's stands alone."""
    return any(name in block.text != name for one, block in enumerate(now.blocks) if one != at)


def _is_in_head(now: Sorting, at: int) -> bool:
    """Whether a line of a dump stands beside its date, and near below its title."""
    beside = (*now.blocks[at - 1 : at], *now.blocks[at + 1 : at + 2])
    titled = any(one.level == 1 for one in now.blocks[max(0, at - RIGHT) : at])
    return titled and any(is_date(one.text) for one in beside)


def _credits_between(block: Block) -> bool:
    """Whether a line is labels side by side, one of which credits and one says when: «ليلى حداد | بشكرية … | 3/5/2026»."""
    if "|" not in block.text:
        return False
    labels = [label for labels in segments(block) for label in labels]
    return any(map(is_stamp, labels)) and bool(credits_among(labels))


def _is_of_outlet(now: Sorting, block: Block, at: int) -> bool:
    """Whether a line above the text, in an element that is called the author's, is a name and the outlet it is of: «ليلى حداد / مجلة المنارة»."""
    if not (now.extent.first - _HEAD <= at < now.extent.first and block.own & Place.AUTHOR) or block.level:
        return False
    name, outlet = without_credit(block.text)
    return outlet is not None and not now.own.has(name) and may_be_name(name, now.own)


def _edge(now: Sorting, block: Block, at: int) -> Edge | None:
    """What a line at an edge of the text is that is none of it; None for any other block."""
    first = now.extent.first - RIGHT <= at <= now.extent.first or _credits_in_head(now, block, at)
    last = max(now.extent.first, now.extent.last - RIGHT) < at <= now.extent.last + RIGHT
    if not (first or last) or block.level or block.link_share > _LINKED:
        return None
    found = edge(block.text, now.own, first=first, inside=at in now.text)
    return found if found and (found.credits or found.byline or at in now.text) else None


def _credits_in_head(now: Sorting, block: Block, at: int) -> bool:
    """Whether a line below the title of a dump, buttons may part it from the text, is names side by side of which one is a known outlet's."""
    titled = now.found.title is not None and at < now.extent.first
    joint = titled and not block.path and is_joint_credit(block.text)
    return joint and any(known().named(name) for name in credited(block.text))


def _sent(now: Sorting, block: Block, at: int) -> Marker | None:
    """A credit where a line above the text is a town and an outlet, with the date behind them: «المرسى - وكالة النور للأنباء السبت 2/5/2026»."""
    above = now.extent.first - RIGHT <= at < now.extent.first
    if not above or block.level or len(block.text) > HEAD_LINE:
        return None
    line, stamp = without_stamp(block.text)
    found = edge(line, now.own, first=True, inside=False) if stamp else None
    if found is None or not found.credits or any(map(now.own.has, found.credits)):
        return None
    return Marker("credit", f"{' + '.join(found.credits)} {stamp}", False)


def _heads_list(now: Sorting, at: int) -> bool:
    """Whether similar headlines stand below a block of words that are no known label of theirs."""
    if at <= now.extent.last or now.blocks[at].words > LABEL:
        return False
    last = max(now.extent.last, now.last_also)
    below = last < at and not now.found.similar and now.state != "similar"
    in_dump = not now.blocks[at].path
    return below and (now.closed or not in_dump) and heads_list(now.blocks, now.markers, at, last)


def _hashtags(now: Sorting, at: int) -> Marker | None:
    """The label that a list of hashtags needs none of: two or more of them, each in an element of its own.

    Below a heading of the frame they are what is talked of on the site.
    """
    here, *below = now.blocks[at : at + 2]
    if not (below and has_hashtag(here) and has_hashtag(below[0]) and here.path[:-1] == below[0].path[:-1]):
        return None
    above = now.markers[at - 1] if at else None
    framed = here.path == () and above is not None and above.what == "frame"
    headed = now.state == "frame" and at > 0 and (now.blocks[at - 1].level or framed)
    in_menu = not here.path and at < now.extent.first
    listed = headed or in_menu or now.state in ("similar", "keywords")
    return None if listed else Marker("keywords", here.text, True)
