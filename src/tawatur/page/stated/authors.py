"""Whom a page states as the author: its JSON-LD and meta elements, and the elements that are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.outlets import fold
from tawatur.page.stated.people import is_account, people
from tawatur.page.wording.phrases import listed_words

_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
)
_HOST = re.compile(r"\w\.(?:com|net|org|de|fr|it|tr|tv|[a-z]{2})\b")
_FEW = 6  # elements that are looked at for an author
_LINE = 400  # letters of what may be a name, with what is read aloud beside it
_LONGEST = 5  # words of a name
_DEEP = 20
_AROUND = 8  # elements around one that may be called comments
_AUTHOR_ELEMENTS = (
    "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]", "[class*=author-name]", "[class*=author_name]",
    "[class*=authorName]", "[class*=byline] a", "[class*=author] a", "[class*=byline]", "[class~=author]", "a[href*='/author/']", "[class*=author]",
    "main address", "article address",
)  # fmt: skip
# In one of these stands whatever those select; most pages that are asked have none.
_SIGNS_OF_AUTHORS = (
    "[itemprop=author], [class*=byline], [class*=author], a[rel~=author], a[href*='/author/'], address"
)
_ALOUD = "[class*=screen-reader], [class*=sr-only], [class*=visually-hidden]"  # what readers hear, not see


def byline(linked: dict[str, Any], meta: dict[str, str], tree: LexborHTMLParser) -> str | None:
    """Who is stated as the author; a person whom the page shows before the outlet itself."""
    outlet = {people(linked.get("publisher")), meta.get("og:site_name")}
    claims = (linked.get("author"), *(meta.get(name) for name in _AUTHORS))
    stated = [names for claim in claims if (names := people(claim)) and not is_account(names)]
    person = next((names for names in stated if names not in outlet and not _HOST.search(names)), None)
    if person and not _is_organisation(linked.get("author")):
        return person
    shown = _shown_author(tree)
    if shown and shown not in outlet:
        return shown
    return person or next(iter(stated), None)


def _is_organisation(author: Any) -> bool:
    one = author[0] if isinstance(author, list) and len(author) == 1 else author
    return isinstance(one, dict) and "Organization" in str(one.get("@type"))


def _shown_author(tree: LexborHTMLParser) -> str | None:
    if tree.css_first(_SIGNS_OF_AUTHORS) is None:
        return None
    for selector in _AUTHOR_ELEMENTS:
        nodes = [node for node in tree.css(selector)[:_FEW] if not (_is_reader(node) or _is_beside(node))]
        named = [(node, name) for node in nodes if (name := _name(_seen(node)))]
        own = _article_around(named[0][0]) if len(named) > 1 else None
        names = [name for node, name in named if len(named) == 1 or _article_around(node) == own]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _around(node: LexborNode, most: int) -> Iterator[LexborNode]:
    """An element and those around it, the innermost first."""
    around: LexborNode | None = node
    for _ in range(most):
        if around is None:
            return
        yield around
        around = around.parent


def _is_reader(node: LexborNode) -> bool:
    """Whether an element stands among the readers' comments."""
    return any(
        "comment" in (one.attributes.get(name) or "")
        for one in _around(node, _AROUND)
        for name in ("class", "id")
    )


def _is_beside(node: LexborNode) -> bool:
    """Whether an element stands in a column beside the article, as the names of columnists do."""
    around = list(_around(node, _DEEP))
    aside = next((at for at, one in enumerate(around) if _is_column(one)), len(around))
    return aside < len(around) and all(one.tag != "article" for one in around[aside:])


def _is_column(node: LexborNode) -> bool:
    """Whether an element is beside the main one, or is called so and does not hold the headline."""
    if node.tag == "aside":
        return True
    return "sidebar" in (node.attributes.get("class") or "") and node.css_first("h1") is None


def _seen(node: LexborNode) -> str:
    """The text of an element without what is only read aloud: "Send an email"."""
    text = node.text(separator=" ")
    if len(text) > _LINE:
        return text  # no name
    for aloud in node.css(_ALOUD):
        text = text.replace(aloud.text(separator=" "), " ", 1)
    return text


def _article_around(node: LexborNode) -> int | None:
    """The identity of the article that an element stands in: a page may hold several."""
    articles = (
        one
        for one in _around(node, _DEEP)
        if one.tag == "article" or "Article" in (one.attributes.get("itemtype") or "")
    )
    return next((one.mem_id for one in articles), None)


def _name(text: str) -> str | None:
    """One or more personal names, if that is all that the text is."""
    names = people(text)
    sentence = len(text.split()) > _LONGEST and text.rstrip().endswith(".")
    if names is None or sentence or len(names) > 80 or any(map(_is_of_no_name, names)):
        return None
    kept = [name for name in names.split(", ") if not (is_account(name) or _is_phrase(name))]
    return ", ".join(kept) if kept and all(2 <= len(name.split()) <= _LONGEST for name in kept) else None


def _is_of_no_name(letter: str) -> bool:
    return letter.isdigit() or letter in ":|?!"


def _is_phrase(name: str) -> bool:
    """Whether a name is a title or a label: most words behind a capital one are small, or it begins as "All stories" or "Our correspondent" do."""
    first, *others = name.split() or [""]
    if len(others) > 1 and any(fold(first) in listed_words(name) for name in ("all_of", "posts")):
        return True  # what leads to all that an author wrote, or what somebody is to the outlet
    return name[:1].isupper() and sum(word[0].islower() for word in others) > len(others) / 2
