"""What becomes of a block that no marker opens: by what is open, and where it stands."""

from __future__ import annotations

from tawatur.outlets import fold
from tawatur.page.beside.edges import without_tail
from tawatur.page.beside.signatures import names, signed_above
from tawatur.page.document.blocks import Block
from tawatur.page.lines import SENTENCE_END, is_date, is_rule, is_stamp, keywords, reads_as_headline
from tawatur.page.unmix.extent import RIGHT
from tawatur.page.unmix.head_lines import HEAD_LINE, add_heading, add_line, heads_text, is_above
from tawatur.page.unmix.sorting import Sorting
from tawatur.page.wording.credits import is_caption

_POINT = 4  # words of a point in a list
_LINE = 12  # words of a line that may be no paragraph
_USUAL = 25  # words of a caption


def place(now: Sorting, at: int) -> None:
    """Add the block at `at`, which no marker opens, to what is open, or to the text or its head."""
    block = now.blocks[at]
    if block.level and not now.ended and heads_text(now, block, at):
        now.state = "body"  # whatever frame stood above the heading ends with it
    if now.is_further(block, at):
        now.begin_also(block)
        if not block.path and is_stamp(now.blocks[at - 1].text):
            now.also.found[-1].header.append(now.blocks[at - 1].text)  # below its section's name
        return
    if now.state == "similar":
        if (listed := now.similar.take(block, at)) is not None:
            now.listed += listed
            return
        text_again = at in now.text and not now.similar.holds(block)
        now.state = "body" if at in now.extent.main and (block.words > 20 or text_again) else "frame"
    elif now.state == "keywords":
        if now.is_keyword(block, at):
            now.keyword = now.keyword or block
            now.found.keywords += keywords(block, block.text)
            return
        now.state = "body" if at in now.extent.main and not now.ended else "frame"
    elif now.state == "frame" and _goes_on(now, block, at):
        now.state = "body"
    elif now.state == "frame" and is_above(now, block, at):
        add_heading(now, block)  # a frame that nothing ended
    if now.state == "also":
        _take_also(now, block, at)
    elif now.state == "body":
        _body(now, block, at)


def _goes_on(now: Sorting, block: Block, at: int) -> bool:
    """Whether the text goes on behind a frame inside it, or the next report begins."""
    inside = at in now.extent.main
    paragraph = inside and not now.ended and _is_paragraph(now, block, at)
    return paragraph or (inside and _is_next_report(now, block, at))


def _is_next_report(now: Sorting, block: Block, at: int) -> bool:
    return now.closed and bool(block.level) and now.also.is_next(at, now.extent.first)


def _take_also(now: Sorting, block: Block, at: int) -> None:
    begun = bool(now.also.found[-1].paragraphs)
    if begun and now.also.is_another_head(at) and (not block.path or now.extent.text_follows(at)):
        now.begin_also(block)
    elif block.kind == "heading" and begun and not now.extent.text_follows(at):
        now.state = "frame"
    elif not begun and (name := _signed(now, block, at)):
        now.also.found[-1].byline = name
    elif begun and not block.path and is_rule(block.text) and not _goes_on_below(now, at):
        now.state = "frame"
    elif begun and _is_listed(now, at):
        now.found.similar.append(block.text)
    elif begun and at == now.last_also + 1 and now.also.is_subheading(at):
        now.also.found[-1].paragraphs.append(block.text)
    elif now.also.take(block):
        now.last_also = at


def _goes_on_below(now: Sorting, at: int) -> bool:
    """Whether a paragraph or another article stands right below a stroke."""
    return now.extent.text_follows(at) or now.also.is_article(at + 1)


def _is_listed(now: Sorting, at: int) -> bool:
    """In a dump: whether a line is one of several headlines that stand right below one another, none right above a paragraph."""
    block, beside = now.blocks[at], (*now.blocks[at - 1 : at], *now.blocks[at + 1 : at + 2])
    alone = block.path or now.extent.text_follows(at) or now.also.is_subheading(at)
    return not alone and _is_headline(block) and any(map(_is_headline, beside))


def _is_headline(block: Block) -> bool:
    return reads_as_headline(block.text) and not block.text.endswith(SENTENCE_END)


def _signed(now: Sorting, block: Block, at: int) -> str | None:
    """Who signs a read-also article in a line above its text, beside the outlet or a town."""
    if block.level:
        return None
    dated = not block.path and any(is_date(one.text) for one in now.blocks[at + 1 : at + 2])
    told = f"{fold(now.also.found[-1].title)} {now.beginning()}"  # its town is often that of the main article
    return signed_above(block.text, now.own, lambda: told, dated=dated)


def _is_paragraph(now: Sorting, block: Block, at: int) -> bool:
    """A paragraph that is no label, or a point in a list of the text."""
    if block.kind == "item":
        return at in now.text and block.text.endswith(SENTENCE_END) and block.words >= _POINT
    return block.kind == "paragraph" and not block.is_link and block.words > _LINE


def _body(now: Sorting, block: Block, at: int) -> None:
    if (at in now.extent.main or now.extent.near_end(at)) and _is_next_report(now, block, at):
        now.begin_also(block)
    elif at < now.extent.first:
        add_heading(now, block)
    elif at in now.extent.main and not now.ended:
        if block.level == 1 and not now.taken:
            add_heading(now, block)
        elif at in now.text and not _is_line(block):
            if not now.taken and block.words < _USUAL and is_caption(block.text, now.own.has):
                return  # of the picture above the text
            if now.taken or fold(block.text) != fold(now.found.title or ""):
                now.taken.append(_without_tail(now, block, at))
        elif at < now.extent.first + RIGHT and len(block.text) < HEAD_LINE:
            add_line(now, block)
        else:
            now.found.header.append(block.text)
    elif now.extent.last < at <= now.extent.last + RIGHT and is_date(block.text):
        now.found.footer.append(block.text)


def _is_line(block: Block) -> bool:
    """Whether a block of the text is nothing but a date or a row of strokes; a point of a list may name a year."""
    told = block.kind == "item" and block.text.endswith(SENTENCE_END)
    return block.words < _LINE and not told and (is_date(block.text) or is_rule(block.text))


def _without_tail(now: Sorting, block: Block, at: int) -> Block:
    """A paragraph without whom it credits behind its last sentence, if it is one of the last."""
    found = None if at <= now.extent.last - RIGHT or block.level else without_tail(block.text, now.own)
    if found is None:
        return block
    text, tail = found
    now.found.credits += tail.credits
    now.found.signature = now.found.signature or (names(tail.byline) if tail.byline else None)
    return block._replace(text=text)
