"""Un-mixing: which blocks of a page are its article, which another one, and which the frame around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.dates import is_relative
from tawatur.outlets import fold
from tawatur.page.blocks import Block, Place
from tawatur.page.markers import Marker, credited, marker
from tawatur.page.metadata import people

_SENTENCE_END = (".", "؟", "?", "!", "…", "»", '"', "”", ":", "۔")
_SHORT = 16  # words: a headline is hardly longer
_LITTLE = 0.2
_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)?")
_SIGNS = " .،|:：/-–—"
_LIST = 5  # blocks in which two headlines follow each other
_KEYWORD = 5  # words
_BYLINE = 8
_HEAD_LINE = 160  # characters of a line between headline and text
_SEGMENTS = re.compile(r"\s*[|•·]\s*|\s[-–—]\s")
_CLOSE = 6  # blocks
_BELOW = 25  # blocks below the text among which its keywords stand
_QUOTE = 15  # letters of a quote
_OPENING_QUOTES = ("«", '"', "“", "”", "„", "‘", "»")
_HASHTAGS = re.compile(r"#[^\s#]+(?:[\s،,|]+#[^\s#]+)+")
_LETTERS = re.compile(r"\W+")
_AGO = 30  # letters of a line such as "3 hours ago"
_SEPARATORS = re.compile(r"[،,|#;؛•·]+|\s[-–—/]\s")


@dataclass(slots=True)
class Parts:
    """What the blocks of a page were found to be."""

    title: str | None = None
    headings: list[str] = field(default_factory=list)  # above the text, in order
    paragraphs: list[str] = field(default_factory=list)
    also_title: str | None = None
    also: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    inline_links: list[str] = field(default_factory=list)
    similar: list[str] = field(default_factory=list)
    byline: str | None = None
    header: list[str] = field(default_factory=list)


def markers(blocks: Sequence[Block]) -> list[Marker | None]:
    """The marker that opens each block, None for most."""
    return [marker(block.text, linked=block.is_link) for block in blocks]


def unmix(
    blocks: Sequence[Block], opened: Sequence[Marker | None], text: frozenset[int], shown: Sequence[int]
) -> Parts:
    """Sort the blocks of a page into its parts.

    `opened` are their markers, `text` the indices of those that are running text, `shown` of those to be sorted.
    """
    return _Unmixing(
        [blocks[at] for at in shown],
        [opened[at] for at in shown],
        frozenset(new for new, at in enumerate(shown) if at in text),
    ).parts()


class _Unmixing:
    """A state machine over the blocks: what a marker opened stays open until another marker or other matter."""

    def __init__(
        self, blocks: Sequence[Block], opened: Sequence[Marker | None], text: frozenset[int]
    ) -> None:
        self.blocks, self.markers, self.text = blocks, opened, text
        self.last_closing = max(
            (at for at, one in enumerate(self.markers) if one and one.what in ("credit", "keywords")),
            default=-1,
        )
        self.found = Parts()
        self.taken: list[Block] = []  # the paragraphs of the main article
        self.state = "body"
        self.container: tuple[int, ...] = ()  # the element that a list of headlines or keywords stands in
        self.linked = False  # the headlines of the list are links
        self.keyword: Block | None = None  # the first of a list of keywords that has a block of its own
        self.closed = False  # a credit or keywords have closed the main text
        self.ended = False  # the main text is over: what follows is read-also or frame
        self.first_main = min(text) if text else len(blocks)
        self.last_main = max(text) if text else -1
        self.main = range(self.first_main, self.last_main + 1)

    def parts(self) -> Parts:
        at = 0
        while at < len(self.blocks):
            block = self.blocks[at]
            opened = self.markers[at] or _label(block)
            if opened and not (
                block.level and at in self.text and opened.with_colon and self._text_follows(at)
            ):
                at = self._open(opened, at)
            else:
                self._take(block, at)
                at += 1
        self.found.similar = _unique(self.found.similar)
        self.found.keywords = _unique(self.found.keywords) or self._unlabelled()
        self.found.paragraphs = _without_quotes(self.taken)
        return self.found

    def _unlabelled(self) -> list[str]:
        """Keywords without a label: links below the text in elements that are called so."""
        return _unique(
            [
                name
                for block in self.blocks[self.first_main + 1 : self.last_main + _BELOW]
                if block.place & Place.TAGS and block.is_link
                for name in self._listed(block, block.text)
            ]
        )

    def _open(self, opened: Marker, at: int) -> int:
        """Act on the marker at block `at`; gives the index of the next block to look at."""
        block = self.blocks[at]
        inside = at in self.main
        if opened.what in ("credit", "keywords"):
            self.closed = self.closed or at > self.first_main
        if opened.what == "credit":
            return self._credit(opened, at)
        if opened.what in ("notice", "stamp"):
            if opened.what == "stamp":
                self._head_line(block)
            return at + 1
        if opened.what == "byline":
            if (
                opened.rest
                and self.found.byline is None
                and self._near_main(at)
                and len(opened.rest.split()) <= _BYLINE
            ):
                self.found.byline = people(opened.rest)
            elif inside and opened.rest and not opened.with_colon:
                self._take(block, at)
            return at + 1
        if opened.what == "read_also" or (
            opened.what == "similar" and inside and opened.rest and self._text_follows(at)
        ):
            return self._read_also(opened, at)
        if opened.what == "keywords" and self.found.keywords and not self._near_main(at):
            self.state = "frame"  # the keywords of the whole site
            return at + 1
        if opened.what == "keywords":
            self.state, self.keyword = "keywords", None
            self.found.keywords += self._listed(block, opened.rest)
            if opened.rest and (len(block.links) > 1 or not block.path):
                self.state = "frame"  # they all stand on the line of their label
            return at + 1
        if opened.what == "similar":
            self.state, self.container, self.linked = "similar", block.path[:-1], False
            if block.links and opened.rest:
                self.found.similar += [link for link in block.links if link in opened.rest]
            return at + 1
        if inside and (opened.what == "end" or (block.kind == "heading" and self._little_follows(at))):
            self.state, self.ended = "frame", True
        elif not (inside and self.state in ("body", "also") and self._text_follows(at)):
            self.state = "frame" if block.kind == "heading" or not inside else self.state
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
        if rest.strip(_SIGNS):
            self.found.credits += credited(rest)
        if self.state in ("keywords", "similar"):
            self.state = "frame"
        return at + 1

    def _read_also(self, opened: Marker, at: int) -> int:
        block = self.blocks[at]
        if opened.rest:
            if at in self.main or self._near_main(at):
                self.found.inline_links.append(_longest_link(block, opened.rest))
            return at + 1
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        if following is None:
            return at + 1
        if self._is_article(at + 1) and (self.closed or (self._leaves(at) and not self._closes_later(at))):
            self.state, self.ended = "also", True
            self.found.also_title = following.text
            return at + 2
        if at > self.last_main and self._is_list(at + 1):
            self.state, self.container, self.linked = "similar", block.path[:-1], False
            return at + 1
        after = at + 1
        if not block.path and at in self.main:  # a dump shows no links: the next line is the one
            self.found.inline_links.append(following.text)
            return at + 2
        while after < len(self.blocks) and self.blocks[after].is_link and not self.markers[after]:
            if at in self.main:
                self.found.inline_links.append(self.blocks[after].text)
            after += 1
            if self.blocks[after - 1].kind != "item":
                break
        if at not in self.main and after == at + 1:
            self.state = "frame"
        return max(after, at + 1)

    def _is_list(self, at: int) -> bool:
        """Two headlines or more, one after the other or in one block."""
        if at < len(self.blocks) and len(_headlines(self.blocks[at])) > 1:
            return True
        near = [
            self._is_headline(self.blocks[one]) and not self.markers[one]
            for one in range(at, min(at + _LIST, len(self.blocks)))
            if not is_stamp(self.blocks[one].text)
        ]
        return near[:2] == [True, True]

    def _closes_later(self, at: int) -> bool:
        """In a dump: whether the main text is closed only below, so that what stands here is inside it."""
        return not self.blocks[at].path and at < self.last_closing

    def _leaves(self, at: int) -> bool:
        """Whether what stands below is not the article's own text going on."""
        before = next((self.blocks[one] for one in range(at, -1, -1) if one in self.text), None)
        below = next((block for block in self.blocks[at + 2 :] if is_prose(block)), None)
        return not (before and below and below.path and before.path[:-1] == below.path[:-1])

    def _is_article(self, at: int) -> bool:
        """A headline at `at` with running text right behind it: another article in full."""
        head = self.blocks[at]
        if head.kind == "item" or head.words > 30 or (head.is_link and not head.level):
            return False
        texts = 0
        for block, opened in zip(self.blocks[at + 1 : at + 5], self.markers[at + 1 : at + 5], strict=True):
            if opened or block.is_link or (block.level and head.is_link):
                break
            texts += block.kind == "paragraph" and block.words >= 12 and block.text.endswith(_SENTENCE_END)
        return texts >= (2 if head.is_link else 1) and not (
            head.kind == "paragraph" and head.text.endswith(".")
        )

    def _take(self, block: Block, at: int) -> None:
        if block.level == 1 and at <= self.first_main and not self.ended:
            self.state = "body"  # whatever frame stood above the heading ends with it
        if self.state == "similar":
            if any(map(is_stamp, (block.text, *block.pieces))) and not any(
                len(link.split()) >= 3 for link in block.links
            ):
                return
            if not block.path and block.words == 1:
                return  # a number, a section's name
            if self._is_next_heading(block):
                self.state = "frame"
                return
            if self._is_headline(block) and not (self.linked and not block.links):
                if not self._in_container(block):
                    self.container = _shared(self.container, block.path)
                self.linked = self.linked or bool(block.links)
                self.found.similar += _headlines(block)
                return
            if self._in_container(block) and self._is_list_going_on(at):
                return  # a teaser, a section's name
            self.state = "body" if at in self.main and block.words > 20 else "frame"
        elif self.state == "keywords":
            if self._is_keyword(block):
                self.keyword = self.keyword or block
                self.found.keywords += self._listed(block, block.text)
                return
            self.state = "body" if at in self.main and not self.ended else "frame"
        elif (
            self.state == "frame"
            and at in self.main
            and block.kind == "paragraph"
            and not block.is_link
            and not self.ended
            and block.words > 12
        ):
            self.state = "body"
        if self.state == "also":
            if block.kind == "heading" and self.found.also and not self._text_follows(at):
                self.state = "frame"
            elif is_prose(block):
                self.found.also.append(block.text)
        elif self.state == "body":
            self._body(block, at)

    def _body(self, block: Block, at: int) -> None:
        if at < self.first_main:
            self._header(block)
        elif at in self.main and not self.ended:
            if block.level == 1 and not self.taken:
                self._header(block)
            elif at in self.text and not (block.words < 12 and is_date(block.text)):
                if self.taken or fold(block.text) != fold(self.found.title or ""):
                    self.taken.append(block)
            else:
                self.found.header.append(block.text)

    def _header(self, block: Block) -> None:
        if block.kind == "heading":
            self.found.headings.append(block.text)
            if self.found.title is None or block.level == 1:
                self.found.title = block.text
        elif len(block.text) < _HEAD_LINE:
            self._head_line(block)

    def _head_line(self, block: Block) -> None:
        """A line between headline and text: its date, and a byline among its labels."""
        self.found.header.append(block.text)
        for label in block.pieces or (block.text,):
            for opened in filter(None, map(marker, _SEGMENTS.split(label))):
                if opened.what == "byline" and opened.rest and self.found.byline is None:
                    self.found.byline = people(opened.rest)

    def _in_container(self, block: Block) -> bool:
        return bool(self.container) and block.path[: len(self.container)] == self.container

    def _is_keyword(self, block: Block) -> bool:
        """One keyword or several: beside the first one, and made as it is."""
        listed = self._listed(block, block.text)
        if block.level or not listed or any(len(name.split()) > _KEYWORD for name in listed):
            return False
        if not block.path:  # a dump
            return not block.text.endswith(_SENTENCE_END) and not is_stamp(block.text)
        if self.keyword is None:
            return bool(block.links) or block.kind != "paragraph"
        one, other = block.path, self.keyword.path
        alike = block.signature == self.keyword.signature and len(one) == len(other)
        return one[:-1] == other[:-1] if block.links else alike and one[:-2] == other[:-2]

    def _is_list_going_on(self, at: int) -> bool:
        return any(
            block.links and self._is_headline(block) and self._in_container(block)
            for block in self.blocks[at + 1 : at + 3]
        )

    def _is_headline(self, block: Block) -> bool:
        if not block.path:  # a dump
            return 2 <= block.words <= 30 and not block.text.endswith(".") and not is_stamp(block.text)
        if (block.links and block.link_share > 0.5) or block.kind == "heading":
            return block.words >= 3
        return block.kind == "item" and 2 <= block.words <= 30

    def _is_next_heading(self, block: Block) -> bool:
        """A bare heading below headlines that are links opens something else."""
        return bool(self.linked and block.level and not block.links)

    def _text_follows(self, at: int) -> bool:
        return any(is_prose(block) and block.words > 12 for block in self.blocks[at + 1 : at + 3])

    def _little_follows(self, at: int) -> bool:
        """Whether nearly all of the text stands before this block: what comes under its heading is the frame's."""
        words = {number: self.blocks[number].words for number in self.text}
        after = sum(count for number, count in words.items() if number > at)
        return after < _LITTLE * sum(words.values())

    def _near_main(self, at: int) -> bool:
        return self.first_main - 25 <= at <= self.last_main + 6

    def _listed(self, block: Block, text: str) -> list[str]:
        names = list(block.links) or _SEPARATORS.split(text)
        return [name.strip(" .:#") for name in names if name.strip(" .:#") and len(name.split()) <= 8]


def is_prose(block: Block) -> bool:
    """Running text rather than a label, a date line or a row of links."""
    words = block.words
    if block.link_share > 0.6 and words < 40:
        return False
    if block.kind == "heading":
        return words >= 2
    if words < 5 and not block.text.rstrip().endswith(_SENTENCE_END):
        return False
    return not (words < 10 and is_date(block.text))


def is_date(text: str) -> bool:
    """A line of two numbers or more with few words: a date, a time, a count."""
    return len(text) < 70 and len(_NUMBER.findall(text)) >= 2 and len(re.findall(r"[^\W\d_]{3,}", text)) <= 6


def is_stamp(text: str) -> bool:
    """A date, or a line that says how long ago something was."""
    return is_date(text) or (len(text) < _AGO and is_relative(text))


def _longest_link(block: Block, rest: str) -> str:
    inside = [link for link in block.links if fold(link).strip() in fold(rest)]
    return max(inside, key=len) if inside else rest


def _headlines(block: Block) -> list[str]:
    """The headlines in a block of a list: its links, where it has any that read like one."""
    links = [link for link in block.links if len(link.split()) >= 3]
    return [
        _without_bullet(text)
        for text in (links if block.link_share > 0.5 and links else [_undated(block.text)])
    ]


def _undated(text: str) -> str:
    """A headline of a dump without the picture's label before it and the date behind it."""
    text = re.sub(r"^\[[^\[\]]{2,12}\]\s*", "", text)
    head, _, tail = max(
        (text.rpartition(dash) for dash in (" - ", " – ", " | ", " (")), key=lambda parts: len(parts[0])
    )
    return head if len(head.split()) >= 3 and is_date(tail) else text


def _is_dumped_label(block: Block) -> bool:
    return not block.path and not block.text.endswith((".", "؟", "?", "!"))


def _label(block: Block) -> Marker | None:
    """A marker written on to the links behind it: «الوسوم<a>…</a>»."""
    if not block.path and (tags := _HASHTAGS.fullmatch(block.text)):
        return Marker("keywords", tags[0], True)
    if not block.links or block.link_share < 0.5:
        return None
    before = block.text.partition(block.links[0])[0].strip()
    if len(block.links) > 1 and all(link.startswith("#") for link in block.links):
        return Marker("keywords", block.text[len(before) :].strip(), True)
    first = marker(block.links[0]) if len(block.links) > 1 and not before else None
    if first and first.what == "similar" and not first.rest:  # tabs: «Related | By the same author»
        return first
    opened = marker(before) if before and before != block.text and len(before) < 40 else None
    return (
        Marker(opened.what, block.text[len(before) :].strip(), True) if opened and not opened.rest else None
    )


def _shared(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """The innermost element around both."""
    length = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[:length]


def _without_bullet(text: str) -> str:
    return text.lstrip("•-–—*▪■►·» \t").strip()


def _without_quotes(blocks: list[Block]) -> list[str]:
    """The texts of paragraphs without quotes set large, which only repeat a part of another paragraph."""
    folded = [_LETTERS.sub("", block.text) for block in blocks]
    whole = "\n".join(folded)
    return [
        block.text
        for block, own in zip(blocks, folded, strict=True)
        if not (_is_quote(block) and len(own) >= _QUOTE and whole.count(own) > folded.count(own))
    ]


def _is_quote(block: Block) -> bool:
    return not block.level and (bool(block.place & Place.QUOTE) or block.text.startswith(_OPENING_QUOTES))


def _unique(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))
