"""A page as the reader sees it: a run of blocks (headings, paragraphs, list items), each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.page.document.forms import mark_forms
from tawatur.page.document.places import ROLE_PLACES, TAG_PLACES, Place, spoken_of

Kind = Literal["heading", "paragraph", "item"]

_DROPPED = ("\u00ad", "\u200b", "\ufeff")  # letters that nobody sees
_EMPTY_LINE = re.compile(r"\n\s*\n")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
# Tags and comments as the parser writes them: a ">" in an attribute is escaped.
_TAG = re.compile(r"<(/?[a-z][^ >]*+)([^>]*+)>|<!--.*?-->", re.S)
_MARK = re.compile(r' (id|role|itemprop|hidden|aria-hidden|style)="([^"]*)"')
_INLINE_TAGS = (
    "a abbr acronym amp-img b bdi bdo big cite code data del dfn em font i ins kbd mark meter nobr o:p output picture "
    "progress q rb rp rt ruby s samp slot small span strike strong sub sup time tt u var"
)
_BLOCK_TAGS = "div li p ul section h1 h2 h3 h4 figure figcaption article header footer td tr aside main"
# Elements that hold nothing and have no closing tag (HTML, section 13.1.2): inside a line, and between lines.
_VOID_INLINE, _VOID_BLOCK = (
    "embed img input link meta source wbr",
    "area base basefont bgsound br col frame hr keygen param track",
)
# What holds no text for a reader, or text of its own controls: taken out of the tree where it is much or not markup,
# else passed over.
_TAKEN_OUT = ["head", "script", "style", "svg", "img", "source", "iframe"]
_PASSED_OVER = (
    "noscript template object math canvas select option textarea audio video map button label datalist"
)
_NOTHING, _OVER, _INLINE, _COUNTED, _JOINED, _INLINE_END, _BREAK, _BLOCK, _BLOCK_END = range(9)


class _Kinds(dict[str | None, int]):
    """What a tag does to the line that it stands in; a tag that is not listed begins or ends an element of its own."""

    def __missing__(self, tag: str) -> int:
        return _BLOCK_END if tag[0] == "/" else _BLOCK


_KINDS = _Kinds(
    dict.fromkeys(_INLINE_TAGS.split(), _INLINE)
    | dict.fromkeys(("a", "b", "strong"), _COUNTED)  # how much text these hold is counted
    | dict.fromkeys(("small", "time"), _JOINED)  # each a label by itself
    | dict.fromkeys(_PASSED_OVER.split(), _OVER)
    | {f"/{tag}": _INLINE_END for tag in _INLINE_TAGS.split()}
    | dict.fromkeys(_VOID_INLINE.split(), _NOTHING)
    | dict.fromkeys(_VOID_BLOCK.split(), _BREAK)
    # The most frequent of all others.
    | dict.fromkeys(_BLOCK_TAGS.split(), _BLOCK)
    | {f"/{tag}": _BLOCK_END for tag in _BLOCK_TAGS.split()}
    | {None: _NOTHING}  # a comment
)
# A third of all blocks of news pages are those of menus. An unclosed menu that swallowed the article is none.
_MENUS, _NO_MENU = (
    "nav, [role=navigation], :is(body, body > div) > footer, :is(ul, div):is([class*=nav i], [class*=menu i])",
    "article, h1, main, p + p + p",
)
_SUBHEADING = re.compile(r"-(?:h\d?|heading|subhead|subheading)$")  # a component, inside a text
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Block(NamedTuple):
    """One block of a page. `path` are the ids of its enclosing elements, outermost first."""

    text: str
    kind: Kind
    level: int  # of a heading, 1 to 6; 0 for others
    words: int
    links: tuple[str, ...] = ()
    link_share: float = 0.0
    path: tuple[int, ...] = ()
    place: int = 0
    own: int = 0  # the places that the element itself speaks of
    tag: str = ""
    signature: str = ""  # the element's tag and class: paragraphs of one text have the same
    strong: float = 0.0  # the share of its text in bold
    pieces: tuple[str, ...] = ()  # the texts of labels that stand in it side by side, where there are such

    @property
    def is_link(self) -> bool:
        """The block is nothing but a link (or several)."""
        return self.link_share > 0.8

    @property
    def standing(self) -> tuple[str, tuple[int, ...]]:
        """Its signature and the element around its own: the paragraphs of one text have the same."""
        return self.signature, self.path[-2:-1]

    @property
    def make(self) -> tuple[str, int]:
        """How it is made: the signature of its element, and how deep it stands. The cards of one list are made alike."""
        return self.signature, len(self.path)

    def is_within(self, element: tuple[int, ...]) -> bool:
        """Whether it stands in an element, given by its path; everything does in the empty one."""
        return self.path[: len(element)] == element


NO_BLOCK = Block("", "paragraph", 0, 0)  # stands beside the first and the last block of a page


def count_words(text: str) -> int:
    """How many words a text has; in scripts without spaces two letters count as one."""
    count = text.count(" ") + 1
    return count if text.isascii() else count + len(_UNSPACED.findall(text)) // 2


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """The blocks of an HTML page in reading order. Takes what is invisible out of the tree.

    The parser mends the page; its serialisation, which is regular, is then scanned: asking for the nodes of the
    tree one by one takes longer.
    """
    tree.strip_tags(_TAKEN_OUT)
    kept = _around(tree, _NO_MENU)
    mark_forms(tree, kept)
    for frame in reversed(tree.css(_MENUS)):  # what is inside another one is met before it
        if frame.mem_id not in kept and _is_menu(frame.tag, frame.attrs.get("class") or ""):
            frame.decompose()
    body = tree.body
    markup = body.html if body is not None else None
    return _Scan().read(markup) if markup else []


def _around(tree: LexborHTMLParser, selector: str) -> set[int]:
    """The identities of the nodes that hold what is selected."""
    found: set[int] = set()
    for selected in tree.css(selector):
        node: LexborNode | None = selected
        while node is not None and node.mem_id not in found:
            found.add(node.mem_id)
            node = node.parent
    return found


def _is_menu(tag: str | None, classes: str) -> bool:
    spoken = spoken_of(classes)
    return not spoken & _WORTH_A_LOOK and bool(tag in _MENU_TAGS or spoken & _MENU)


_MENU_TAGS = ("nav", "footer")
_MENU = int(Place.MENU)
_WORTH_A_LOOK = int(Place.RELATED | Place.DETAILS | Place.TEXT)


# A block-level element, or a label inside a line, that the scan is in: its tag, path, place, own places and signature.
# A plain tuple: a page has hundreds.
_Element = tuple[str, tuple[int, ...], int, int, str]
_JOINT = "\u2063"  # between labels that stand side by side in one line (U+2063, invisible separator)
# Of which elements inside a line two are labels of their own where nothing parts them.
_SIDE_BY_SIDE = frozenset(("span", "b", "i", "em", "strong", "u", "font"))
_PARTED = frozenset(("/a", "/time", *(f"/{tag}" for tag in _SIDE_BY_SIDE)))
_CONTAINERS = ("div", "section", "article", "main")
_SENTENCE_END = (".", "؟", "?", "!", "…", "۔", ".»", '."', ".”", ":")
_ANCHORS = frozenset(("#", "¶", "§", "🔗", "🔗︎", "∞"))  # links of headings to themselves
_HEADLINE = 15  # letters: a headline is longer
_SECTION = 3  # words of its name in front of a headline
_DEEPEST = 400  # elements inside one another that are told apart
_ROOT: _Element = ("body", (0,), 0, 0, "body")
_LABEL = ""  # stands for the tag of a label inside a line, which is no element of its own


class _Scan:
    """Collects inline text until a block boundary or a line break."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._open: list[tuple[str, str]] = []  # the block-level tags that are open, with their attributes
        self._elements: list[_Element] = []  # what the first of them are; worked out only where text is met
        self._inline: list[
            tuple[int, int] | None
        ] = []  # for open links and bold text: texts and blocks before
        self._entered = 0
        self._hidden = 0  # the inline tags open with the one that hides what it holds; 0 where none does
        self._parts: list[str] = []
        self._links: list[str] = []
        self._linked = 0
        self._strong = 0
        self._bold = ""  # the bold part of the link that is open
        self._begun: tuple[int, int] | None = None  # of the last link: texts and blocks before

    def read(self, markup: str) -> list[Block]:
        """The blocks of the markup of a body, which a parser has mended."""
        parts, opened, elements = self._parts, self._open, self._elements
        inline, found = self._inline, self.found
        pieces = iter(_TAG.split(markup))
        next(pieces)  # nothing stands before the body
        tags = zip(pieces, pieces, pieces, strict=True)
        ended = False  # an element inside a line has just ended that may stand side by side with another one
        beside = ""  # the first class of the last element that stood in a line by itself
        for tag, attributes, text in tags:
            kind = _KINDS[tag]
            if ended:
                if tag in _SIDE_BY_SIDE and not self._hidden:
                    parts.append(_JOINT)
                ended = False
            if kind >= _BREAK:
                if parts:
                    self._flush()
                if kind == _BLOCK:
                    opened.append((tag, attributes))
                elif kind == _BLOCK_END and opened:
                    opened.pop()
                    if len(elements) > len(opened):
                        elements.pop()
            elif kind == _COUNTED:
                inline.append((len(parts), len(found)))
                if tag == "a":
                    self._begun = inline[-1]
            elif kind == _INLINE_END:
                before = inline.pop() if inline else None
                if before is not None or self._hidden:
                    self._end_inline(tag, before)
                ended = not text and tag in _PARTED
            elif kind == _OVER:
                text = _behind(tag, tags)
            elif kind != _NOTHING:
                if kind == _JOINED and not self._hidden:
                    parts.append(_JOINT)
                if tag == "span" and not inline:
                    made = _class(attributes).partition(" ")[0]
                    if made and made == beside and self._ends_paragraph():
                        self._flush()
                    beside = made
                inline.append(self._label(tag, attributes) if attributes else None)
            if text and (parts or not text.isspace()) and not self._hidden:
                parts.append(text)
        return found

    def _ends_paragraph(self) -> bool:
        """Whether a sentence ends where another element of the same make begins: these stand for paragraphs."""
        if not self._parts or self._open[-1][0] not in _CONTAINERS:
            return False
        return "".join(self._parts).rstrip().endswith(_SENTENCE_END)

    def _close(self) -> None:
        if self._open:
            self._open.pop()
        if len(self._elements) > len(self._open):
            self._elements.pop()

    def _label(self, tag: str, attributes: str) -> tuple[int, int] | None:
        """Begin an element inside a line that hides what it holds, or is a label; None where it is neither or hidden."""
        hides, labels = (False, False) if self._hidden else _told_inline(attributes)
        if hides:
            self._hidden = len(self._inline) + 1
        elif labels:
            if self._parts:
                self._flush()
            self._open.append((_LABEL, attributes))
            return _LABELLED
        return _LEADING if tag in _SIDE_BY_SIDE and self._begins_link() else None

    def _begins_link(self) -> bool:
        """Whether a link is open and no text has stood in it yet."""
        begun = self._inline[-1] if self._inline else None
        return begun is not None and begun is self._begun and begun == (len(self._parts), len(self.found))

    def _end_inline(self, tag: str, before: tuple[int, int] | None) -> None:
        if self._hidden:
            if len(self._inline) < self._hidden:
                self._hidden = 0
        elif before is _LABELLED:
            if self._parts:
                self._flush()
            self._close()
        elif before is _LEADING:
            self._end_section()
        elif before is None:
            return
        elif tag == "/a":
            self._end_link(*before)
            self._begun = None
        elif len(self.found) == before[1]:
            self._strong += sum(map(len, self._parts[before[0] :]))
            self._bold = _clean("".join(self._parts[before[0] :]))
            if before == self._begun and self._end_section():
                self._bold = ""

    def _end_section(self) -> bool:
        """End the label that a card's link begins with, if it is short as the name of a section."""
        ended = 0 < len("".join(self._parts).split()) <= _SECTION
        if ended:
            self._parts.append(_JOINT)
        return ended

    def _end_link(self, parts: int, found: int) -> None:
        emitted = len(self.found) > found
        if emitted:
            self.found[found:] = [
                block._replace(links=(block.text,), link_share=1.0) for block in self.found[found:]
            ]
        whole = "".join(self._parts[0 if emitted else parts :])
        if self._bold or _JOINT in whole:
            text = _clean(whole.replace(_JOINT, ""))
            # A card whose whole is a link: its bold part is the headline, or the longest of the labels in it.
            label = self._bold or max(map(_clean, whole.split(_JOINT)), key=len)
            telling = len(label) > max(_HEADLINE, len(text) / 2) and label in text
            self._bold = ""
        else:
            label = text = _clean(whole)
            telling = True
        if text in _ANCHORS and not emitted:
            del self._parts[parts:]
        elif text:
            self._links.append(label if telling else text)
            self._linked += len(text)

    def _flush(self) -> None:
        """End the block that is open, if there is text in it; text set as it is written has one for each paragraph."""
        parts, links = self._parts, self._links
        written = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        if self._open and self._open[-1][0] == "pre" and _EMPTY_LINE.search(written):
            for paragraph in _EMPTY_LINE.split(written):
                parts.append(paragraph)
                self._flush()
            return
        text = _clean(written)
        labels: tuple[str, ...] = ()
        if _JOINT in text:
            labels = tuple(filter(None, map(str.strip, text.split(_JOINT))))
            text = _clean(text.replace(_JOINT, ""))
        if text:
            tag, path, place, own, signature = self._here()
            kind, level = _kind(tag)
            share = self._linked / len(text) if links else 0.0
            strong = min(1.0, self._strong / len(text)) if self._strong else 0.0
            seen = (
                text,
                kind,
                level,
                count_words(text),
                tuple(links),
                share,
                path,
                place,
                own,
                tag,
                signature,
                strong,
                labels,
            )
            self.found.append(tuple.__new__(Block, seen))  # half the time of the class's own constructor
        if links:
            links.clear()
        self._linked = self._strong = 0

    def _here(self) -> _Element:
        """The innermost open element."""
        elements = self._elements
        element = elements[-1] if elements else _ROOT
        for tag, attributes in self._open[len(elements) :]:
            _, path, place, around, signature = element
            own, signed = _told(tag, attributes)
            if tag == _LABEL:
                element = (element[0], path, place | own, around | own, signature)
            elif elements and len(path) < _DEEPEST:
                self._entered += 1
                element = (tag, (*path, self._entered), place | own, own, signed)
            elements.append(element)
        return element


@lru_cache(maxsize=1024)
def _kind(tag: str) -> tuple[Kind, int]:
    """What a block is by its tag, and the level of a heading."""
    level = int(tag[1]) if tag in _HEADINGS else 2 if "-" in tag and _SUBHEADING.search(tag) else 0
    return "heading" if level else "item" if tag == "li" else "paragraph", level


def _behind(tag: str, tags: Iterator[tuple[str, str, str]]) -> str:
    """The text behind an element, of which all tags are taken from those that follow."""
    depth = 1
    for name, _, text in tags:
        if name == tag:
            depth += 1
        elif name == "/" + tag:
            depth -= 1
            if not depth:
                return text
    return ""


@lru_cache(maxsize=32_768)
def _told(tag: str, attributes: str) -> tuple[int, str]:
    """The places that a tag and its attributes speak of, and its signature."""
    named = spoken_of(tag) if "-" in tag else 0  # a component is called after what it holds
    if not attributes:
        return TAG_PLACES.get(tag, 0) | named, tag
    classes = _class(attributes)
    spoken = spoken_of(classes) | named
    if tag == _LABEL:
        return spoken, tag
    if len(attributes) > len(classes) + len(' class=""'):
        spoken |= _marked(attributes)
    return spoken | TAG_PLACES.get(tag, 0), f"{tag}.{classes}" if classes else tag


_NOT_INLINE = int(
    Place.SHARING | Place.CAPTION | Place.DETAILS | Place.ADVERT | Place.COMMENTS | Place.RELATED | Place.AUTHOR
)  # fmt: skip
_LABELLED = (-1, -1)
_LEADING = (-2, -2)  # the label that a link begins with: a section's name
_UNSEEN = (
    "display:none",
    "visibility:hidden",
    "mso-list:ignore",
)  # the last are the signs of a list from Word


@lru_cache(maxsize=8192)
def _told_inline(attributes: str) -> tuple[bool, bool]:
    """Whether an element inside a line hides what it holds, or is a label: a tag, a share button, a credit."""
    spoken = spoken_of(_class(attributes))
    return bool(_marked(attributes) & Place.HIDDEN), bool(spoken & _NOT_INLINE and not spoken & Place.TEXT)


def _class(attributes: str) -> str:
    at = attributes.find(' class="')
    return attributes[at + 8 : attributes.index('"', at + 8)] if at >= 0 else ""


def _marked(attributes: str) -> int:
    """What other attributes than the class say."""
    found = 0
    for name, value in _MARK.findall(attributes):
        if name == "id":
            found |= spoken_of(value)
        elif name == "role":
            found |= ROLE_PLACES.get(value, 0)
        elif name == "itemprop":
            found |= Place.BODY_PROPERTY if value == "articleBody" else 0
        elif name == "style":
            style = value.replace(" ", "").lower()
            found |= Place.HIDDEN if any(map(style.__contains__, _UNSEEN)) else 0
        elif name == "hidden" or value == "true":
            found |= Place.HIDDEN
    return found


def _clean(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    if (
        text.isprintable() and "  " not in text
    ):  # no invisible letters, no other white space than single spaces
        return text.strip()
    if not text.isascii():
        for unseen in _DROPPED:
            text = text.replace(unseen, "")
    return " ".join(text.split())
