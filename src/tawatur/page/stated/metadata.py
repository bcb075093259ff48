"""What a page's own metadata says: JSON-LD, OpenGraph and other meta elements, microdata, `<time>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.dates import parse
from tawatur.outlets import fold
from tawatur.page.wording.phrases import listed, listed_words

_ARTICLES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "liveblogposting", "analysisnewsarticle",
             "opinionnewsarticle", "backgroundnewsarticle", "claimreview", "techarticle", "report", "socialmediaposting")  # fmt: skip
_PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "og:published_time", "og:pubdate", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
)
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
)


_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$")
_SIGNATURE = re.compile(r"(\s*(?:\||•|ㅣ|::)\s*|\s+[-–—»]\s+)")
_SIGNED_BEFORE = re.compile(r"[-–—|»•/:]\s*$")
_SIGNED = re.compile(r"\s*[-–—|»•ㅣ]")
_AND = re.compile(r"\s*[,;/&]\s*|\s+(?:and|und|et|och|og|en|y|e)\s+(?=[A-ZÀ-Ý])")
_HOST = re.compile(r"\w\.(?:com|net|org|de|fr|it|tr|tv|[a-z]{2})\b")
_NUMBERED = re.compile(r"[\s_#-]*\d+$")  # one of several accounts
_TITLE = 5  # words: a site's name has fewer
_FEW = 6  # elements that are looked at for an author
_LINE = 400  # letters of what may be a name, with what is read aloud beside it
_DEEP = 20
_AROUND = 8  # elements around one that may be called comments
_BARS = ("|", "»", "•", "ㅣ", "::")


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


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says of its article; None or empty where it says nothing."""

    titles: tuple[tuple[str, float], ...]  # what is stated, and how much each statement weighs
    published: date | None
    byline: str | None
    outlet: str | None
    language: str | None
    url: str | None
    body: str | None
    summary: str | None = None
    modified: date | None = None
    keywords: tuple[str, ...] = ()
    signature: tuple[
        str, ...
    ] = ()  # what stands beside the title in the page's head: the site's name, a section

    @property
    def title(self) -> str | None:
        """The title stated with most weight."""
        return self.titles[0][0] if self.titles else None


def metadata(tree: LexborHTMLParser) -> Metadata:
    """Read a page's metadata, the most explicit statement first."""
    stated = tree.css('meta[content], script[type="application/ld+json"]')  # on one way through the tree
    meta = _meta([node for node in stated if node.tag == "meta"])
    linked = _json_ld([node for node in stated if node.tag == "script"])
    html = tree.root
    head_title = tree.css_first("title")
    canonical = tree.css_first("link[rel=canonical]")
    return Metadata(
        titles=_titles(linked, meta, head_title.text() if head_title else None),
        published=_published(tree, meta, linked),
        byline=_byline(linked, meta, tree),
        outlet=people(linked.get("publisher")) or meta.get("og:site_name"),
        language=(html.attributes.get("lang") if html else None) or meta.get("og:locale"),
        url=(canonical.attributes.get("href") if canonical else None) or meta.get("og:url"),
        body=body if isinstance(body := linked.get("articleBody"), str) else None,
        summary=meta.get("og:description") or meta.get("description"),
        modified=_modified(tree, meta, linked),
        keywords=_keywords(linked.get("keywords")),
        signature=_signature(head_title.text() if head_title else None),
    )


def _titles(linked: dict[str, Any], meta: dict[str, str], head: str | None) -> tuple[tuple[str, float], ...]:
    site = meta.get("og:site_name") or people(linked.get("publisher")) or ""
    stated = (
        (_unsigned(meta.get("og:title"), site), 1.2),
        (_text(unescape(str(linked.get("headline") or ""))), 0.6),
        (_unsigned(meta.get("twitter:title"), site), 0.1),
        (_unsigned(head, site) if meta.get("og:title") else _bare(_unsigned(head, site)), 0.1),
    )
    return tuple((title, weight) for title, weight in stated if title)


def _keywords(value: Any) -> tuple[str, ...]:
    """The keywords of a statement of them: a list, or names with commas between them."""
    names = re.split("[,،]", value) if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(text for one in names if isinstance(one, str) and (text := _text(unescape(one))))


def _signature(title: str | None) -> tuple[str, ...]:
    """The short parts of a title between bars, all but the longest."""
    parts = [part.strip() for part in _SIGNATURE.split(_text(title) or "")[::2]]
    longest = max(parts, key=len)
    return tuple(part for part in parts if part is not longest and 0 < len(part.split()) < _TITLE)


def _unsigned(title: str | None, site: str) -> str | None:
    """A title without the site's name at its end."""
    parts = _SIGNATURE.split(_text(title) or "")
    while len(parts) >= 3:
        last, bar = parts[-1].strip().casefold(), parts[-2].strip()
        if len(last.split()) >= _TITLE and len("".join(parts[:-2]).split()) < _TITLE:
            break  # the site's name comes first
        if bar not in _BARS and not (site and (last in site.casefold() or site.casefold() in last)):
            break
        parts = parts[:-2]
    return "".join(parts).strip() or None


def _bare(title: str | None) -> str | None:
    """The one title that a page states, without a few words of signature before or behind it."""
    parts = _SIGNATURE.split(title or "")
    longest = max(parts, key=len)
    others = [part for part in parts[::2] if part is not longest]
    return (
        longest.strip()
        if len(longest.split()) >= 4 and all(len(part.split()) <= 4 for part in others)
        else title
    )


def is_signed(title: str, bare: str) -> bool:
    """Whether a title is another one with a signature (the site's name, a section) behind or before it."""
    if len(bare) >= len(title) or len(bare.split()) < 3:
        return False
    if title.startswith(bare):
        return _SIGNED.match(title, len(bare)) is not None
    return title.endswith(bare) and _SIGNED_BEFORE.search(title[: -len(bare)]) is not None


def _meta(nodes: Iterable[LexborNode]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        attributes = node.attributes
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        content = (attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _json_ld(nodes: Iterable[LexborNode]) -> dict[str, Any]:
    best: dict[str, Any] = {}
    site: dict[str, Any] | None = None
    for node in nodes:
        for thing in _things(_loads(node.text_content or node.text())):
            types = thing.get("@type") or ()
            names = [types] if isinstance(types, str) else types
            site = thing if site is None and "WebSite" in names else site
            if any(isinstance(name, str) and name.lower() in _ARTICLES for name in names) and len(
                thing
            ) > len(best):
                best = thing
    return best if best.get("publisher") or not site else best | {"publisher": site}


def _loads(text: str) -> Any:
    if not text.lstrip().startswith(("{", "[")):
        text = _WRAPPING.sub("", text)
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if key in value:
                yield from _things(value[key], depth + 1)


def _published(tree: LexborHTMLParser, meta: dict[str, str], linked: dict[str, Any]) -> date | None:
    if found := parse(linked.get("datePublished")):
        return found
    for name in _PUBLISHED:
        if found := parse(meta.get(name)):
            return found
    for selector in (
        "[itemprop=datePublished]",
        "span[property~='dc:date']",
        "time[pubdate]",
        "abbr.published",
        "time.published",
        "article time[datetime]",
        "h1 ~ * time[datetime]",
        "time[datetime]",
        "[class*=ago][title]",  # "3 hours ago", as scripts write it
    ):
        node = tree.css_first(selector)
        if node is not None:
            attributes = node.attributes
            if found := parse(
                attributes.get("datetime") or attributes.get("content") or attributes.get("title")
            ):
                return found
    return None


def _modified(tree: LexborHTMLParser, meta: dict[str, str], linked: dict[str, Any]) -> date | None:
    stated = (linked.get("dateModified"), *(meta.get(name) for name in _MODIFIED))
    if found := next((day for one in stated if (day := parse(one))), None):
        return found
    node = tree.css_first("[itemprop=dateModified], time.updated")
    return (
        parse(node.attributes.get("datetime") or node.attributes.get("content")) if node is not None else None
    )


def _byline(linked: dict[str, Any], meta: dict[str, str], tree: LexborHTMLParser) -> str | None:
    """Who is stated as the author; a person whom the page shows before the outlet itself."""
    outlet = {people(linked.get("publisher")), meta.get("og:site_name")}
    claims = (linked.get("author"), *(meta.get(name) for name in _AUTHORS))
    stated = [names for claim in claims if (names := people(claim)) and not _is_account(names)]
    person = next((names for names in stated if names not in outlet and not _HOST.search(names)), None)
    if person and not _is_organisation(linked.get("author")):
        return person
    shown = _shown_author(tree)
    if shown and shown not in outlet:
        return shown
    return person or next(iter(stated), None)


def _is_account(name: str) -> bool:
    """The name of an account of the site's software rather than of somebody: "admin", "web_editor2", "Editor3", «محرر 2»."""
    return (
        fold(_NUMBERED.sub("", name)) in listed_words("account")
        or re.fullmatch(r"[a-z0-9._-]*(?:admin|editor|[_\d])[a-z0-9._-]*", name) is not None
    )


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
    tags = [one.tag for one in _around(node, _DEEP)]
    return "aside" in tags and "article" not in tags[tags.index("aside") :]


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
    if names is None or len(names) > 80 or any(letter.isdigit() or letter in ":|?!" for letter in names):
        return None
    kept = [name for name in names.split(", ") if not (_is_account(name) or _is_phrase(name))]
    return ", ".join(kept) if kept and all(2 <= len(name.split()) <= 5 for name in kept) else None


def _is_phrase(name: str) -> bool:
    """Whether a name is a title or a label: most words behind a capital one are small, or it begins as "All stories" or "Our correspondent" do."""
    first, *others = name.split() or [""]
    if len(others) > 1 and any(fold(first) in listed_words(name) for name in ("all_of", "posts")):
        return True  # what leads to all that an author wrote, or what somebody is to the outlet
    return name[:1].isupper() and sum(word[0].islower() for word in others) > len(others) / 2


def people(value: Any) -> str | None:
    """The names in a statement of who wrote something, joined by commas; None where it names nobody."""
    if isinstance(value, list):
        names = [name for one in value if (name := people(one))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        parts = (value.get("givenName"), value.get("familyName"))
        return people(
            value.get("name")
            or value.get("displayName")
            or " ".join(part for part in parts if isinstance(part, str))
        )
    text = _text(value)
    if text is None or text.startswith(("http:", "https:", "{")) or "@" in text:
        return None
    return ", ".join(
        dict.fromkeys(name for part in _AND.split(_by().sub("", text)) if (name := part.strip(" -–—|•:")))
    )


def persons(byline: str) -> str | None:
    """The names in a byline, as of `people`, without those of accounts."""
    names = (people(byline) or "").split(", ")
    return ", ".join(name for name in names if not _is_account(name)) or None


@cache
def _by() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(listed("byline_bare"), key=len, reverse=True)))
    return re.compile(rf"^(?:{words}|von|por|di|af|av|door):?\s+", re.I)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
