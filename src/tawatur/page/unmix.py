"""Un-mixing: which blocks of a page are its article, which another one, and which the frame around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tawatur.outlets import fold
from tawatur.page.blocks import NO_BLOCK, Block
from tawatur.page.credits import DASH, credited, is_caption, without_credit, without_stamp
from tawatur.page.edges import Edge, edge, without_tail
from tawatur.page.headline_lists import LABEL, below_section, heads_list, is_list
from tawatur.page.inline import headlines_below, inline_link, is_box, links_below
from tawatur.page.keyword_list import (
    above_title,
    is_first_keyword,
    is_keyword_of_dump,
    is_next_keyword,
    is_row,
    labelled_row,
    named_in,
    unlabelled,
)
from tawatur.page.lines import (
    SENTENCE_END,
    has_hashtag,
    headlines,
    is_date,
    is_prose,
    is_rule,
    is_stamp,
    keywords,
    label,
    linked_in,
    opening,
    unique,
    without_quotes,
)
from tawatur.page.markers import Marker, is_kicked, marker
from tawatur.page.own_names import NOBODY, OwnNames
from tawatur.page.parts import Further, Parts
from tawatur.page.places import Place
from tawatur.page.read_also import ReadAlso
from tawatur.page.signatures import (
    byline_among,
    byline_within,
    is_edited,
    name_beside,
    names,
    segments,
    signed_above,
    without_town,
)
from tawatur.page.similar import SimilarList

_LITTLE = 0.2  # of the words of the text
_SIGNS = " .،|:：/-–—"
_POINT = 4  # words of a point in a list
_USUAL = 25  # words of a caption
_BYLINE = 8
_HEAD_WORDS = 12  # of a line that is a paragraph
_HEAD_LINE = 160  # characters of a line between headline and text
_CLOSE = 6  # blocks above the text
_ABOVE = 12  # blocks above the text in which its date stands
_RIGHT_ABOVE = 3
_LINKED = 0.5  # the share of links from which a line is one
_PICTURED = int(Place.FIGURE | Place.CAPTION)
_CELLS = ("td", "th", "caption")
_TABLE = 40  # cells
_AFTER = 10  # blocks below the text
_CLOSING = ("credit", "keywords", "similar", "end")  # what stands below the end of a text
_BELOW = 25  # blocks within which something still has to do with what it stands below


def markers(blocks: Sequence[Block]) -> list[Marker | None]:
    """The marker that opens each block, None for most."""
    return [marker(block.text, linked=block.is_link) for block in blocks]


def unmix(
    blocks: Sequence[Block],
    opened: Sequence[Marker | None],
    text: frozenset[int],
    shown: Sequence[int],
    own: OwnNames = NOBODY,
) -> Parts:
    """Sort the blocks of a page into its parts.

    `opened` are their markers, `text` the indices of those that are running text, `shown` of those to be sorted,
    `own` the names of the outlet.
    """
    return _Unmixing(
        [blocks[at] for at in shown],
        [opened[at] for at in shown],
        _without_notices(blocks, opened, shown, text),
        own,
    ).parts()


def _without_notices(
    blocks: Sequence[Block], opened: Sequence[Marker | None], shown: Sequence[int], text: frozenset[int]
) -> frozenset[int]:
    """Where the text stands among what is shown, without notices of the site at its end and the headings over them."""
    left = [new for new, at in enumerate(shown) if at in text]
    while len(left) > 1 and _is_notice(opened[shown[left[-1]]]):
        left.pop()
        while len(left) > 1 and blocks[shown[left[-1]]].level:
            left.pop()
    return frozenset(left)


def _is_notice(opened: Marker | None) -> bool:
    return opened is not None and opened.what == "notice"


class _Unmixing:
    """A state machine over the blocks: what a marker opened stays open until another marker or other matter."""

    def __init__(
        self,
        blocks: Sequence[Block],
        opened: Sequence[Marker | None],
        text: frozenset[int],
        own: OwnNames,
    ) -> None:
        self.blocks, self.markers, self.text, self.own = blocks, opened, text, own
        self.last_closing = max(
            (at for at, one in enumerate(self.markers) if one and one.what in ("credit", "keywords")),
            default=-1,
        )
        words = (block.words if at in text else 0 for at, block in enumerate(blocks))
        self.words_from = list(accumulate(reversed(list(words)), initial=0))[
            ::-1
        ]  # of text, from each block on
        self.found = Parts()
        self.taken: list[Block] = []  # the paragraphs of the main article
        self.state = "body"
        self.similar = SimilarList(blocks, text)
        self.listed = self.found.similar  # where the headlines of the list that is open belong
        self.headline = ""  # the signature of the title
        self.keyword: Block | None = None  # the first of a list of keywords that has a block of its own
        self.closed = False  # a credit or keywords have closed the main text
        self.also = ReadAlso(blocks, opened)
        self.ended = False  # the main text is over: what follows is read-also or frame
        self.named = any(one is not None and one.what == "similar" for one in opened)
        self.last_also = -1  # where the last paragraph of a read-also article stands
        self.first_main = min(text) if text else len(blocks)
        self.last_main = max(text) if text else -1
        self.main = range(self.first_main, self.last_main + 1)
        texts = (block.text for at, block in enumerate(blocks) if at in text and block.words > _HEAD_WORDS)
        self.told = opening(texts)

    def parts(self) -> Parts:
        at = 0
        while at < len(self.blocks):
            block = self.blocks[at]
            opened = None if self._is_title(at) else self.markers[at] or label(block)
            opened = opened or self._unnamed(block, at)
            if opened and not (self._is_subheading(opened, at) or self._is_listed(opened, at)):
                at = self._open(opened, at)
            else:
                self._take(block, at)
                at += 1
        self.found.also = self.also.found
        self.found.credits = unique(self.found.credits)
        self.found.similar = unique(self.found.similar)
        self.found.keywords = (
            unique(self.found.keywords)
            or unlabelled(self.blocks[self.first_main + 1 : self.last_main + _BELOW], self.found.similar)
            or above_title(self.blocks[: self.first_main])
        )
        self.found.paragraphs = without_quotes(self.taken)
        return self.found

    def _is_title(self, at: int) -> bool:
        """Whether a heading above the text only begins as a marker does: "Report: the water of the lake"."""
        return self.blocks[at].level == 1 and at <= self.first_main and is_kicked(self.markers[at])

    def _unnamed(self, block: Block, at: int) -> Marker | None:
        """The marker of what no known words open, told by how it is made and where it stands."""
        if block.text.startswith("#") and (tags := self._hashtags(at)):
            return tags
        if (name := self._signed(block, at)) is not None:
            return Marker("byline", name, True)
        if self.state == "body" and (found := self._edge(block, at)):
            if found.byline and not found.credits:
                return Marker("byline", found.byline, True)
            return Marker("credit" if found.credits else "notice", " + ".join(found.credits), False)
        if self.first_main < at < self.last_main:
            apart = self.state != "body" or self._is_further(block, at)
            return None if apart else inline_link(self.blocks, at, self.text)
        if at > self.last_main and named_in(block) and self.blocks[at + 1 : at + 2]:
            following = self.blocks[at + 1]
            return Marker("keywords", "", False) if following.links and not following.level else None
        if block.links:
            row = len(block.links) > 1 and not self.found.keywords and self._near_end(at)
            return labelled_row(block) if row else None
        return Marker("similar", "", False) if not self.named and self._heads_list(at) else None

    def _signed(self, block: Block, at: int) -> str | None:
        """Who signs in a line of a town and a name between the headline and the text."""
        if (
            self.taken
            or self.state in ("also", "similar")
            or not self.first_main - _RIGHT_ABOVE <= at < self.last_main
        ):
            return None
        titled = self.found.title is not None or at >= self.first_main
        if block.level or block.place & _PICTURED:
            return None
        told = f"{fold(self.found.title or '')} {self.told}"
        return signed_above(block.text, self.own, told) if titled else None

    def _edge(self, block: Block, at: int) -> Edge | None:
        """What a line at an edge of the text is that is none of it; None for any other block."""
        first = self.first_main - _RIGHT_ABOVE <= at <= self.first_main
        last = max(self.first_main, self.last_main - _RIGHT_ABOVE) < at <= self.last_main + _RIGHT_ABOVE
        if not (first or last) or block.level or block.link_share > _LINKED:
            return None
        found = edge(block.text, self.own, first=first, inside=at in self.text)
        return found if found and (found.credits or found.byline or at in self.text) else None

    def _heads_list(self, at: int) -> bool:
        """Whether similar headlines stand below a block of words that are no known label of theirs."""
        if at <= self.last_main or self.blocks[at].words > LABEL:
            return False
        last = max(self.last_main, self.last_also)
        below = last < at and not self.found.similar and self.state != "similar"
        in_dump = not self.blocks[at].path
        return below and (self.closed or not in_dump) and heads_list(self.blocks, self.markers, at, last)

    def _is_subheading(self, opened: Marker, at: int) -> bool:
        """A heading of the text that only begins as a marker does ("Source: the water of the lake")."""
        return bool(
            self.blocks[at].level
            and at in self.text
            and opened.with_colon
            and opened.rest
            and self._text_follows(at)
        )

    def _is_listed(self, opened: Marker, at: int) -> bool:
        """What only reads as a marker in an open list: a keyword, a headline, the section above a headline ("Weather")."""
        block = self.blocks[at]
        if opened.what == "read_also":
            bulleted = not block.path and block.kind == self.blocks[at - 1].kind == "item"
            own = block.is_link and opened.rest == block.text and self.similar.holds(block)
            return self.state == "similar" and (bulleted or own) and bool(opened.rest)
        if opened.what == "byline":  # "Report: …"
            return (
                self.state == "similar"
                and self.similar.linked
                and bool(block.links)
                and self.similar.holds(block)
            )
        if opened.what != "frame" or not block.is_link or block.words > 1:
            return False
        if self.state == "keywords":
            return self.keyword is not None and self._is_keyword(block, at)
        below = self.blocks[at + 1] if at + 1 < len(self.blocks) else NO_BLOCK
        within = below.path[: len(block.path)] == block.path != ()
        return self.state == "similar" and within and self.similar.is_headline(below)

    def _hashtags(self, at: int) -> Marker | None:
        """The label that a list of hashtags needs none of: two or more of them, each in an element of its own.

        Below a heading of the frame they are what is talked of on the site.
        """
        here, *below = self.blocks[at : at + 2]
        if not (
            below and has_hashtag(here) and has_hashtag(below[0]) and here.path[:-1] == below[0].path[:-1]
        ):
            return None
        above = self.markers[at - 1] if at else None
        label = here.path == () and above is not None and above.what == "frame"
        headed = self.state == "frame" and at > 0 and (self.blocks[at - 1].level or label)
        in_menu = not here.path and at < self.first_main
        listed = headed or in_menu or self.state in ("similar", "keywords")
        return None if listed else Marker("keywords", here.text, True)

    def _open(self, opened: Marker, at: int) -> int:
        """Act on the marker at block `at`; gives the index of the next block to look at."""
        what = opened.what
        if what in ("credit", "keywords"):
            self.closed = self.closed or at > self.first_main
        if what == "similar" and opened.rest and is_row(self.blocks[at]):
            what = "keywords"
        if what == "similar" and self._opens_read_also(opened, at):
            what = "read_also"
        if what == "credit":
            return self._credit(opened, at)
        if what == "read_also":
            return self._read_also(opened, at)
        if what == "stamp" and (further := self._headed_also()):
            further.header.append(self.blocks[at].text)
        elif what == "stamp":
            self._head_line(self.blocks[at])
        elif what == "byline":
            self._byline(opened, at)
        elif what == "keywords":
            self._keywords(opened, at)
        elif what == "similar":
            self._open_list(at)
            self.listed += [link for link in self.blocks[at].links if link in opened.rest]
        elif what == "correction":
            self.found.corrections.append(self.blocks[at].text)
        elif what != "notice":
            return self._frame(opened, at)
        elif self.state == "keywords":
            self.state = "frame"
        return at + 1

    def _opens_read_also(self, opened: Marker, at: int) -> bool:
        """Whether what reads as a label on similar headlines is one inside the text, or stands over an article in full."""
        if opened.rest:
            return at in self.main and self._text_follows(at)
        below = self.blocks[at + 1 : at + 2]
        return self.closed and any(one.level for one in below) and self.also.is_article(at + 1)

    def _byline(self, opened: Marker, at: int) -> None:
        rest, outlet = without_credit(opened.rest)
        if outlet and self._near_main(at) and self.state != "also":
            self.found.credits.append(outlet)
        beside = name_beside(self.blocks, self.markers, at) if at < self.first_main else ""
        name = names(without_town(rest, self.own, self.told) or beside) if not rest[:1].isdigit() else None
        is_name = len((name or "").split()) <= _BYLINE
        if at < self.first_main and any(map(str.isdigit, opened.rest)):
            self.found.header.append(opened.rest)  # with its date
        if further := self._headed_also():
            further.byline = name if is_name else None
        elif name and self.found.byline is None and self._near_main(at) and is_name:
            if self.taken and at > self.last_main - _RIGHT_ABOVE:
                if is_edited(self.blocks[at].text):
                    self.found.editor = self.found.editor or name
                else:
                    self.found.signature = self.found.signature or name
            else:
                self.found.byline = name
        elif at in self.main and opened.rest and not opened.with_colon:
            self._take(self.blocks[at], at)

    def _keywords(self, opened: Marker, at: int) -> None:
        block = self.blocks[at]
        above = at < self.first_main and self.found.title is None and bool(block.path)
        if above or (self.found.keywords and not self._near_main(at)):
            self.state = "frame"  # the keywords of the whole site
            return
        self.found.keywords += keywords(block, opened.rest)
        several = len(block.links) > 1 or len(keywords(block, opened.rest)) > 1
        tag = (
            block if not block.path and has_hashtag(block) else None
        )  # the first of several, each on a line of its own
        on_its_line = opened.rest and (several or not (block.path or tag))
        self.state, self.keyword = "frame" if on_its_line else "keywords", tag

    def _open_list(self, at: int) -> None:
        self.listed = self.found.inline_links if self._is_box(at) else self.found.similar
        self.state = "similar"
        self.similar.open(at)

    def _is_box(self, at: int) -> bool:
        """Whether the list below a label is one of read-also links inside the text, and the similar ones stand further below."""
        if self.state != "body" or self.closed or not is_box(self.blocks, at, self.text):
            return False
        below = (one for one in self.markers[self.last_main :] if one is not None and not one.rest)
        return any(one.what in ("similar", "read_also") for one in below)

    def _frame(self, opened: Marker, at: int) -> int:
        if (
            opened.what == "frame"
            and self.closed
            and at > self.first_main
            and self.also.is_article(at + 1, least=2)
        ):
            head = self.also.head_below(at)  # "the next report"
            self._begin_also(self.blocks[head])
            self.also.found[-1].header += [
                one.text for one in self.blocks[at + 1 : head] if is_stamp(one.text)
            ]
            return head + 1
        inside, heading = at in self.main, self.blocks[at].kind == "heading"
        if inside and (opened.what == "end" or (heading and self._little_follows(at))):
            self.state, self.ended = "frame", True
        elif (heading or not inside) and not (
            inside and self.state in ("body", "also") and self._text_follows(at)
        ):
            self.state = "frame"
        return at + 1

    def _credit(self, opened: Marker, at: int) -> int:
        if not (self.state == "also" or at in self.main or self._near_main(at)):
            return at + 1
        rest = opened.rest
        if not rest and at < self.first_main - _CLOSE:
            return at + 1  # an entry of a menu
        while not rest.strip(_SIGNS) and at + 1 < len(self.blocks):
            following = self.blocks[at + 1]
            beside = self.markers[at + 1]
            if following.words > 8 or not (
                beside is None or (beside.what == "credit" and beside.rest == following.text)
            ):
                break
            rest, at = following.text, at + 1
        rest, stamp = without_stamp(rest)
        if stamp and at < self.first_main:
            self.found.header.append(stamp)
        if rest.strip(_SIGNS):
            self.found.credits += self._credited(rest)
        if self.state in ("keywords", "similar"):
            self.state = "frame"
        return at + 1

    def _credited(self, names: str) -> list[str]:
        """Whom a credit names; a dash parts the outlet itself from others."""
        found = credited(names)
        parts = [part.strip() for part in DASH.split(names)]
        return parts if len(found) == 1 < len(parts) and any(map(self.own.has, parts)) else found

    def _read_also(self, opened: Marker, at: int) -> int:
        block = self.blocks[at]
        if self.state == "similar" and block.is_link and self.similar.holds(block):
            return at + 1  # the button of a headline
        if opened.rest:
            if at in self.main or self._near_main(at):
                self.found.inline_links += linked_in(block, opened.rest)
            return at + 1
        head = below_section(self.blocks, at + 1)
        following = self.blocks[head] if head < len(self.blocks) else None
        if following is None:
            return at + 1
        if self.also.is_article(head) and (self.closed or self._leaves(at, head)):
            self._begin_also(following)
            return head + 1
        one_more = self.state == "similar" and bool(following.level and following.links)  # beside the list
        if at > self.last_main and (
            one_more or is_list(self.blocks, self.markers, at + 1, self.similar.is_headline)
        ):
            self._open_list(at)
            return at + 1
        if not block.path and at in self.main:  # a dump shows no links: the next line is the one
            below = headlines_below(self.blocks, self.markers, head - 1)
            self.found.inline_links += [self.blocks[one].text for one in below]
            return below[-1] + 1
        right_below = self.last_main < at <= self.last_main + _RIGHT_ABOVE and not self.closed
        below = links_below(self.blocks, self.markers, at, self.text)
        if at in self.main or right_below:
            self.found.inline_links += [link for one in below for link in headlines(self.blocks[one])]
        if at not in self.main and not below:
            self.state = "frame"
        return below[-1] + 1 if below else at + 1

    def _leaves(self, at: int, head: int) -> bool:
        """Whether what stands below a label at `at` is not the article's own text going on.

        A dump shows no elements: there the article at `head` needs a date or a byline, or a main text that has ended.
        """
        if not self.blocks[at].path:
            over = any(one and one.what in _CLOSING for one in self.markers[self.first_main + 1 : at])
            return at >= self.last_closing and (over or self.also.is_signed(head))
        above = range(at, max(-1, at - _BELOW), -1)
        before = next((self.blocks[one] for one in above if one in self.text), None)
        below = next((block for block in self.blocks[at + 2 : at + _BELOW] if is_prose(block)), None)
        return not (before and below and below.path and before.path[:-1] == below.path[:-1])

    def _take(self, block: Block, at: int) -> None:
        if block.level and not self.ended and self._heads_text(block, at):
            self.state = "body"  # whatever frame stood above the heading ends with it
        if self._is_further(block, at):
            self._begin_also(block)
            if not block.path and is_stamp(self.blocks[at - 1].text):
                self.also.found[-1].header.append(self.blocks[at - 1].text)  # below its section's name
            return
        if self.state == "similar":
            if (listed := self.similar.take(block, at)) is not None:
                self.listed += listed
                return
            text_again = at in self.text and not self.similar.holds(block)
            self.state = "body" if at in self.main and (block.words > 20 or text_again) else "frame"
        elif self.state == "keywords":
            if self._is_keyword(block, at):
                self.keyword = self.keyword or block
                self.found.keywords += keywords(block, block.text)
                return
            self.state = "body" if at in self.main and not self.ended else "frame"
        elif self.state == "frame" and self._goes_on(block, at):
            self.state = "body"
        elif self.state == "frame" and self._is_above(block, at):
            self._header(block)  # a frame that nothing ended
        if self.state == "also":
            self._take_also(block, at)
        elif self.state == "body":
            self._body(block, at)

    def _goes_on(self, block: Block, at: int) -> bool:
        """Whether the text goes on behind a frame inside it, or the next report begins."""
        inside = at in self.main
        paragraph = inside and not self.ended and self._is_paragraph(block, at)
        return paragraph or (inside and self._is_next_report(block, at))

    def _heads_text(self, block: Block, at: int) -> bool:
        """Whether a heading above the text may be its title."""
        first_one = self.found.title is None and self.first_main - _CLOSE < at < self.first_main
        return first_one or (block.level == 1 and at <= self.first_main)

    def _is_above(self, block: Block, at: int) -> bool:
        """A line right above the text, or a date near it."""
        reach = _ABOVE if is_date(block.text) else _RIGHT_ABOVE
        return self.first_main - reach <= at < self.first_main

    def _is_further(self, block: Block, at: int) -> bool:
        """Whether another article is loaded below a whole page that is closed, its headline made as the main one's."""
        if not self.taken or at <= self.first_main:
            return False
        if not block.path:
            return self.closed and self.state != "also" and self.also.is_dumped(at)
        made_alike = block.signature == self.headline and (block.level == 1 or "." in self.headline)
        if self.closed and made_alike and self.also.is_article(at, least=2, titled=True):
            return True
        return at > self.last_main and self.also.is_loaded(at, self.main)

    def _begin_also(self, head: Block) -> None:
        self.state, self.ended = "also", True
        self.also.begin(head)

    def _headed_also(self) -> Further | None:
        """The read-also article that is open and has a title only."""
        return self.also.headed() if self.state == "also" else None

    def _take_also(self, block: Block, at: int) -> None:
        begun = bool(self.also.found[-1].paragraphs)
        if begun and self.also.is_another_head(at) and (not block.path or self._text_follows(at)):
            self._begin_also(block)
        elif block.kind == "heading" and begun and not self._text_follows(at):
            self.state = "frame"
        elif self.also.take(block):
            self.last_also = at

    def _is_paragraph(self, block: Block, at: int) -> bool:
        """A paragraph that is no label, or a point in a list of the text."""
        if block.kind == "item":
            return at in self.text and block.text.endswith(SENTENCE_END) and block.words >= _POINT
        return block.kind == "paragraph" and not block.is_link and block.words > 12

    def _body(self, block: Block, at: int) -> None:
        if (at in self.main or self._near_end(at)) and self._is_next_report(block, at):
            self._begin_also(block)
        elif at < self.first_main:
            self._header(block)
        elif at in self.main and not self.ended:
            if block.level == 1 and not self.taken:
                self._header(block)
            elif at in self.text and not (block.words < 12 and (is_date(block.text) or is_rule(block.text))):
                if not self.taken and block.words < _USUAL and is_caption(block.text):
                    return  # of the picture above the text
                if self.taken or fold(block.text) != fold(self.found.title or ""):
                    self.taken.append(self._without_tail(block, at))
            elif at < self.first_main + _RIGHT_ABOVE and len(block.text) < _HEAD_LINE:
                self._head_line(block)
            else:
                self.found.header.append(block.text)
        elif self.last_main < at <= self.last_main + _RIGHT_ABOVE and is_date(block.text):
            self.found.footer.append(block.text)

    def _without_tail(self, block: Block, at: int) -> Block:
        """A paragraph without whom it credits behind its last sentence, if it is one of the last."""
        found = (
            None if at <= self.last_main - _RIGHT_ABOVE or block.level else without_tail(block.text, self.own)
        )
        if found is None:
            return block
        text, tail = found
        self.found.credits += tail.credits
        self.found.signature = self.found.signature or (names(tail.byline) if tail.byline else None)
        return block._replace(text=text)

    def _is_next_report(self, block: Block, at: int) -> bool:
        return self.closed and bool(block.level) and self.also.is_next(at, self.first_main)

    def _header(self, block: Block) -> None:
        if block.kind == "heading" and not is_date(block.text):
            self.found.headings.append(block.text)
            if self.found.title is None or block.level == 1:
                self.headline = block.signature
                self.found.title, self.found.below_title = block.text, len(self.found.header)
                self.found.labels.clear()
        elif len(block.text) < _HEAD_LINE:
            self._head_line(block)

    def _head_line(self, block: Block) -> None:
        """A line between headline and text: its date, and a byline among its labels."""
        self.found.header.append(block.text)
        self.found.labels += block.links
        if self.found.byline is not None:
            return
        for labels in segments(block):
            self.found.labels += labels
            if name := byline_among(labels):
                self.found.byline = name
                return
        self.found.byline = byline_within(block)

    def _is_keyword(self, block: Block, at: int) -> bool:
        """One keyword or several: beside the first one, and made as it is."""
        if not block.path:
            return is_keyword_of_dump(block, self.keyword, self.found.header)
        if self.keyword is None:
            return is_first_keyword(self.blocks, at, self.text)
        return is_next_keyword(block, self.keyword)

    def _text_follows(self, at: int) -> bool:
        return any(is_prose(block) and block.words > 12 for block in self.blocks[at + 1 : at + 3])

    def _little_follows(self, at: int) -> bool:
        """Whether nearly all of the text stands before this block: what comes under its heading is the frame's."""
        return self.words_from[at + 1] < _LITTLE * self.words_from[0]

    def _near_main(self, at: int) -> bool:
        return self.first_main - _BELOW <= at <= self.last_main or self._near_end(at)

    def _near_end(self, at: int) -> bool:
        """Whether a block stands right below the text; the cells of a table beside its paragraphs count for nothing."""
        if not self.last_main < at <= self.last_main + _AFTER + _TABLE:
            return False
        around = self.blocks[self.last_main].path[:-1] if self.text else ()
        below = self.blocks[self.last_main + 1 : at + 1]
        cells = sum(one.tag in _CELLS and () != around == one.path[: len(around)] for one in below)
        return len(below) - cells <= _AFTER
