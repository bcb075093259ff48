"""A page as the reader sees it: a run of blocks (headings, paragraphs, list items), each with where it stands."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

Kind = Literal["heading", "paragraph", "item"]

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "amp-img",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "mark",
        "meter",
        "q",
        "ruby",
        "rb",
        "rt",
        "rp",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
        "picture",
        "source",
        "nobr",
        "progress",
        "output",
        "link",
        "meta",
        "slot",
    ]
)
# What holds no text for a reader, or text of its own controls.
_INVISIBLE = [
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "select", "option",
    "input", "textarea", "audio", "video", "map", "head", "button", "label", "datalist",
]  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_DEEPEST = 400


class Place(IntEnum):
    """Where a block stands: inside which elements, and what the names of their classes speak of."""

    ARTICLE = 1
    MAIN = 2
    ASIDE = 4
    HEADER = 8
    FOOTER = 16
    NAVIGATION = 32
    FIGURE = 64
    LIST = 128
    TABLE = 256
    FORM = 512
    QUOTE = 1024
    HIDDEN = 2048
    TEXT = 4096  # article-body, entry-content
    LEAD = 8192  # standfirst, summary
    RELATED = 16384
    COMMENTS = 32768
    SHARING = 65536
    AUTHOR = 131072
    CAPTION = 262144
    DETAILS = 524288  # dates, tags, breadcrumbs
    ADVERT = 1048576
    MENU = 2097152
    TEASER = 4194304
    LIVE = 8388608
    BODY_PROPERTY = 16777216  # itemprop="articleBody"
    NOTICES = 33554432  # cookies, newsletters


_TAG_PLACES: dict[str, int] = {
    "article": Place.ARTICLE, "main": Place.MAIN, "aside": Place.ASIDE, "header": Place.HEADER, "footer": Place.FOOTER,
    "nav": Place.NAVIGATION, "figure": Place.FIGURE, "figcaption": Place.FIGURE | Place.CAPTION, "ul": Place.LIST, "ol": Place.LIST,
    "dl": Place.LIST, "table": Place.TABLE, "form": Place.FORM, "blockquote": Place.QUOTE, "caption": Place.CAPTION,
    "menu": Place.LIST, "dialog": Place.ADVERT,
}  # fmt: skip
_ROLE_PLACES: dict[str, int] = {
    "navigation": Place.NAVIGATION, "banner": Place.HEADER, "contentinfo": Place.FOOTER, "search": Place.FORM, "alert": Place.ADVERT,
    "main": Place.MAIN, "article": Place.ARTICLE, "complementary": Place.ASIDE, "dialog": Place.ADVERT, "menu": Place.MENU,
}  # fmt: skip
# The common vocabulary of templates, in English as their makers write it.
_VOCABULARY = {
    Place.TEXT: "body content entry text richtext rich story wysiwyg maincontent articlebody paragraph detail details copy post",
    Place.LEAD: "lead intro introduction standfirst summary dek deck subtitle subheadline subhead excerpt abstract kicker perex sapo teasertext chapo leadtext lede ingress vorspann description",
    Place.RELATED: "related recommended recommend recommendation recommendations more readmore also similar recirc recirculation outbrain taboola next suggested seealso linked linkbox",
    Place.COMMENTS: "comment comments disqus respond discussion reaction reactions feedback reply replies",
    Place.SHARING: "share sharing social shares follow bookmark toolbar tools tool actions print facebook twitter whatsapp",
    Place.AUTHOR: "author authors byline bio contributor writer reporter profile",
    Place.CAPTION: "caption captions image img figure photo picture media gallery video player slideshow carousel copyright legend",
    Place.DETAILS: "credit credits source date time meta timestamp tag tags topic topics category categories label keywords eyebrow published updated info",
    Place.ADVERT: "ad ads adv advert advertisement advertising sponsor sponsored subscribe subscription paywall promo promotion affiliate banner modal popup overlay notice premium offer abo login register donate donation disclaimer",
    Place.HEADER: "header masthead",
    Place.FOOTER: "footer",
    Place.NOTICES: "cookie cookies consent gdpr newsletter newsletters signup",
    Place.MENU: "breadcrumb breadcrumbs popular trending latest mostread most nav navigation menu navbar sidebar widget widgets side aside topbar sitemap pagination pager ticker breaking marquee weather currency skip screen poll rating search language urgent stock stocks lottery",
    Place.TEASER: "teaser card cards list grid item items tile tiles box block module feed listing carousel slider strip",
    Place.LIVE: "live liveblog liveticker update updates entry timeline",
}  # fmt: skip
_SPOKEN_OF: dict[str, int] = {}
for _place, _names in _VOCABULARY.items():
    for _name in _names.split():
        _SPOKEN_OF[_name] = _SPOKEN_OF.get(_name, 0) | _place


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

    @property
    def is_link(self) -> bool:
        """The block is nothing but a link (or several)."""
        return self.link_share > 0.8


def count_words(text: str) -> int:
    """How many words a text has; in scripts without spaces two letters count as one."""
    count = text.count(" ") + 1
    return count if text.isascii() else count + len(_UNSPACED.findall(text)) // 2


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """The blocks of an HTML page in reading order. Takes what is invisible out of the tree."""
    body = tree.body
    if body is None:
        return []
    tree.strip_tags(_INVISIBLE)
    walk = _Walk()
    whole = Element("body", (body.mem_id,), 0, 0, "body")
    walk.element(body, whole)
    walk.flush(whole)
    return walk.found


@lru_cache(maxsize=4096)
def spoken_of(names: str) -> int:
    """The places that the words of a class or id speak of (`post-meta`, `shareBar`)."""
    found = 0
    for word in _WORD.findall(names):
        found |= _SPOKEN_OF.get(word.lower(), 0)
    return found


class Element(NamedTuple):
    """A block-level element that the walk is in."""

    tag: str
    path: tuple[int, ...]
    place: int
    own: int
    signature: str


class _Walk:
    """Collects inline text until a block boundary or a line break."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._parts: list[str] = []
        self._links: list[str] = []
        self._linked = 0
        self._strong = 0

    def element(self, node: LexborNode, here: Element, depth: int = 0) -> None:
        """Walk what an element holds; what text is left open at its end is for the caller to flush."""
        if depth >= _DEEPEST:
            return
        parts = self._parts
        child = node.first_child
        while child is not None:
            name = child.tag
            if name == "-text":
                text = child.text_content
                if text and (parts or not text.isspace()):
                    parts.append(text)
            elif name in _INLINE:
                if child.first_child is not None:
                    self._inline(child, name, here, depth + 1)
            elif name == "br":
                self.flush(here)
            elif name and name[0] != "-":
                if parts:
                    self.flush(here)
                if child.first_child is not None:
                    inside = _enter(child, name, here)
                    self.element(child, inside, depth + 1)
                    if parts:
                        self.flush(inside)
            child = child.next

    def _inline(self, node: LexborNode, name: str, here: Element, depth: int) -> None:
        attributes = node.attributes
        if name == "a":
            self._link(node, here, depth)
        elif name in ("b", "strong"):
            before, count = len(self._parts), len(self.found)
            self.element(node, here, depth)
            if len(self.found) == count:
                self._strong += sum(map(len, self._parts[before:]))
        elif not attributes:
            self.element(node, here, depth)
        else:
            marked = _marked(attributes)
            spoken = spoken_of(attributes.get("class") or "")
            if marked & _HIDDEN:
                return
            if spoken & _NOT_INLINE and not spoken & _TEXT:
                # A label inside a line: a tag, a share button, a credit.
                self.flush(here)
                label = Element(here.tag, here.path, here.place | spoken, here.own | spoken, here.signature)
                self.element(node, label, depth)
                self.flush(label)
            else:
                self.element(node, here, depth)

    def _link(self, node: LexborNode, here: Element, depth: int) -> None:
        before, count = len(self._parts), len(self.found)
        self.element(node, here, depth)
        emitted = len(self.found) > count
        if emitted:
            self.found[count:] = [
                block._replace(links=(block.text,), link_share=1.0) for block in self.found[count:]
            ]
        if text := _clean("".join(self._parts[0 if emitted else before :])):
            self._links.append(text)
            self._linked += len(text)

    def flush(self, here: Element) -> None:
        """End the block that is open, if there is text in it."""
        if not self._parts:
            return
        text = _clean("".join(self._parts))
        self._parts.clear()
        if text:
            tag, path, place, own, signature = here
            level = int(tag[1]) if tag in _HEADINGS else 0
            kind: Kind = "heading" if level else "item" if tag == "li" else "paragraph"
            size = len(text)
            links, linked, strong = tuple(self._links), self._linked / size, min(1.0, self._strong / size)
            self.found.append(
                Block(
                    text,
                    kind,
                    level,
                    count_words(text),
                    links,
                    linked,
                    path,
                    place,
                    own,
                    tag,
                    signature,
                    strong,
                )
            )
        self._links.clear()
        self._linked = self._strong = 0


def _enter(node: LexborNode, tag: str, outer: Element) -> Element:
    """The element that a block-level node opens inside another one."""
    attributes = node.attributes
    own = _TAG_PLACES.get(tag, 0)
    signature = tag
    if attributes:
        if classes := attributes.get("class"):
            own |= spoken_of(classes)
            signature = f"{tag}.{classes}"
        if name := attributes.get("id"):
            own |= spoken_of(name)
        own |= _marked(attributes)
    return Element(tag, (*outer.path, node.mem_id), outer.place | own, own, signature)


_HIDDEN, _TEXT = int(Place.HIDDEN), int(Place.TEXT)
_NOT_INLINE = int(
    Place.SHARING
    | Place.CAPTION
    | Place.DETAILS
    | Place.ADVERT
    | Place.COMMENTS
    | Place.RELATED
    | Place.AUTHOR
)


def _marked(attributes: dict[str, str | None]) -> int:
    """What other attributes than the class say."""
    found = 0
    if role := attributes.get("role"):
        found |= _ROLE_PLACES.get(role, 0)
    if attributes.get("itemprop") == "articleBody":
        found |= Place.BODY_PROPERTY
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        found |= Place.HIDDEN
    elif style := attributes.get("style"):
        style = style.replace(" ", "").lower()
        if "display:none" in style or "visibility:hidden" in style:
            found |= Place.HIDDEN
    return found


def _clean(text: str) -> str:
    return " ".join(text.translate(_DROPPED).split()) if not text.isascii() else " ".join(text.split())
