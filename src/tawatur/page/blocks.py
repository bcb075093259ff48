"""A page as the reader sees it: a run of blocks (headings, paragraphs, list items), each with its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

Kind = Literal["heading", "paragraph", "item"]

_SPACE = re.compile(r"\s+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "button",
        "select",
        "option",
        "input",
        "textarea",
        "label",
        "form",
        "nav",
        "footer",
        "figcaption",
        "caption",
        "audio",
        "video",
        "map",
        "head",
        "-comment",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What class names and ids say of a frame, in the common vocabulary of templates.
_FRAME = re.compile(
    r"(?:^|[-_ ])(?:comments?|respond|disqus|share|sharing|social|breadcrumbs?|breaking|ticker|marquee|newsletter|subscribe"
    r"|subscription|cookies?|consent|gdpr|sidebar|widget|menu|navbar|topbar|masthead|promo|advert\w*|ads?|adsbygoogle|sponsor\w*"
    r"|banner|popup|modal|toolbar|pagination|most-?read|popular|trending|poll|weather|currency|skip|screen-reader-text"
    r"|caption|author-?box|rating|urgent)(?:$|[-_ ])",
    re.I,
)
_DEEPEST = 400


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page. `path` are the ids of its enclosing elements, outermost first."""

    text: str
    kind: Kind
    level: int  # of a heading, 1 to 6; 0 for others
    links: tuple[str, ...] = ()
    link_share: float = 0.0
    path: tuple[int, ...] = ()
    names: str = ""  # classes and id of the element that holds it, and of those two above
    tag: str = ""

    @property
    def words(self) -> int:
        """How many words it has; in scripts without spaces two letters count as one."""
        return len(self.text.split()) + len(_UNSPACED.findall(self.text)) // 2

    @property
    def is_link(self) -> bool:
        """The block is nothing but a link (or several)."""
        return self.link_share > 0.8


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """The blocks of an HTML page in reading order, without what no reader takes for its text."""
    body = tree.body
    if body is None:
        return []
    return list(_Walk(body).blocks(body))


class _Walk:
    """Collects inline text until a block boundary or a line break."""

    def __init__(self, body: LexborNode) -> None:
        self._prose = _prose(body)
        self._parts: list[str] = []
        self._links: list[str] = []
        self._linked = 0

    def blocks(self, body: LexborNode) -> Iterator[Block]:
        yield from self._element(body, (), ("", "", ""))
        yield from self._flush("body", (), "")

    def _element(
        self, node: LexborNode, path: tuple[int, ...], names: tuple[str, str, str]
    ) -> Iterator[Block]:
        tag = node.tag or ""
        path = (*path, node.mem_id) if len(path) < _DEEPEST else path
        joined = " ".join(names)
        child = node.first_child if len(path) < _DEEPEST else None
        while child is not None:
            name = child.tag or ""
            if name == "-text":
                self._parts.append(child.text_content or "")
            elif name == "br":
                yield from self._flush(tag, path, joined)
            elif name not in _DROPPED and not (_hidden(child) and not self._holds_text(child)):
                own = _names(child)
                if name in _BLOCKS:
                    yield from self._flush(tag, path, joined)
                    if not self._is_frame(own, name, child):
                        inner = (names[1], names[2], own)
                        yield from self._element(child, path, inner)
                        yield from self._flush(name, (*path, child.mem_id), " ".join(inner))
                elif not self._is_frame(own, name, child):
                    yield from self._inline(child, name, path, names)
            child = child.next

    def _inline(
        self, node: LexborNode, name: str, path: tuple[int, ...], names: tuple[str, str, str]
    ) -> Iterator[Block]:
        if name != "a":
            yield from self._element(node, path, names)
            return
        before = len(self._parts)
        emitted = False
        for block in self._element(node, path, names):
            emitted = True
            yield Block(
                block.text, block.kind, block.level, (block.text,), 1.0, block.path, block.names, block.tag
            )
        text = _clean("".join(self._parts[0 if emitted else before :]))
        if text:
            self._links.append(text)
            self._linked += len(text)

    def _is_frame(self, names: str, tag: str, node: LexborNode) -> bool:
        if tag == "aside" or node.attributes.get("role") in (
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "alert",
        ):
            return not self._holds_text(node)
        if tag in ("body", "article", "main", "html") or _FRAME.search(names) is None:
            return False
        return not self._holds_text(node)

    def _holds_text(self, node: LexborNode) -> bool:
        """An element with much of the page's prose is no frame, whatever it is called."""
        return _prose(node) > 0.4 * self._prose

    def _flush(self, tag: str, path: tuple[int, ...], names: str) -> Iterator[Block]:
        text = _clean("".join(self._parts))
        links, linked = tuple(self._links), self._linked
        self._parts, self._links, self._linked = [], [], 0
        if not text:
            return
        level = int(tag[1]) if tag in _HEADINGS else 0
        kind: Kind = "heading" if level else "item" if tag == "li" else "paragraph"
        yield Block(text, kind, level, links, linked / len(text), path, names, tag)


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")).strip()


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def _hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _prose(node: LexborNode) -> int:
    """The characters of an element's paragraphs, of all its text where it has none."""
    return sum(len(part.text()) for part in node.css("p")) or len(node.text())
