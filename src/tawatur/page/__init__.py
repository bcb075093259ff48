"""Page → articles: `read` takes one page apart, be it HTML or the plain-text dump of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from html import unescape

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from tawatur.language import detect
from tawatur.model import Article, Page
from tawatur.outlets import fold, known
from tawatur.page.beside.edges import parted
from tawatur.page.beside.inline import inline_link
from tawatur.page.beside.own_names import NOBODY, OwnNames, own_names
from tawatur.page.beside.persons import apart
from tawatur.page.beside.signatures import is_office, signed, signed_above, without_outlet
from tawatur.page.document.blocks import NO_BLOCK, Block, blocks
from tawatur.page.document.charset import utf8
from tawatur.page.document.places import Place
from tawatur.page.document.taming import tamed
from tawatur.page.dumps.dump import dump
from tawatur.page.head import shown_change, shown_date, shown_time, title
from tawatur.page.lines import in_common, is_date, label, opening, shared, unique
from tawatur.page.parts import Parts
from tawatur.page.stated.metadata import Metadata, metadata
from tawatur.page.stated.state import State, carried
from tawatur.page.text.features import Surroundings, folded
from tawatur.page.text.live import Entry, heading_over, introduction, live_entries
from tawatur.page.text.main_text import main_text
from tawatur.page.unmix import markers, unmix
from tawatur.page.wording.credits import credited, is_joint_credit
from tawatur.page.wording.markers import Marker, marker, names_pictured, signature

__all__ = ["read"]

_LARGEST = 20_000_000
_MOST_LINES = 100_000  # of a dump, the cells of its rows among them
_EMPTY_LINES = re.compile(r"\n{4,}")
_HTML = re.compile(rb"<\s*(?:!doctype|html|head|body|div|p|article|table|br|span|meta|title|h[1-6])\b", re.I)
# What no reader takes for the article or anything that belongs to it.
_FRAME = int(
    Place.NAVIGATION | Place.FOOTER | Place.ASIDE | Place.HIDDEN | Place.COMMENTS | Place.SHARING | Place.ADVERT | Place.CAPTION
    | Place.MENU | Place.NOTICES | Place.EMBED
)  # fmt: skip
_FRAME_IN_ARTICLE = _FRAME & ~Place.FOOTER  # an article may have a footer of its own
_QUOTE = int(Place.QUOTE)
_UNSEEN = int(Place.HIDDEN | Place.ASIDE | Place.COMMENTS | Place.ADVERT | Place.NAVIGATION)
_OF_ARTICLE = int(Place.ARTICLE | Place.TEXT)
# Without the chosen <option> of a field, which a browser copies to where the field shows it.
_parsed = partial(LexborHTMLParser, options=LexborDocumentOptions.WO_EVENTS)
_NOTHING = Metadata((), None, None, None, None, None, None)
# Who signs a post: "— Name (@account)".
_ACCOUNT = re.compile(r"(?:^|\s)[—–-]\s?[^()]{1,60}\(@[\w.-]+(?:@[\w.-]+)?\)")
_STATED = 1.3  # what the title of the data that scripts draw a page from weighs
_STATE = b"__NEXT_DATA__"  # the name of the data that scripts draw a page from
_LITTLE = 600  # letters: a page that shows less may be drawn by its scripts
_HEADINGS = 3  # levels of headings that a title has
_HEAD = 12  # blocks above the text in which its title stands
_LONGEST = 25  # words of a title
_TELLING = 5  # words of a line that is taken for the title by its words alone
_MOST_OF = 0.5
_MOST = 0.7  # of the blocks of a text: they stand below its headline


def read(page: bytes | str, *, url: str | None = None, content_type: str | None = None) -> Page:
    """Take one page apart into its articles and what stands around them.

    `page` is HTML or plain text; bytes are decoded by `content_type`, the page's declaration or their look.
    `url` names the page's outlet where the page does not. A page without running text has no articles.
    Raises ValueError where the page is larger than 20 MB, holds binary data, or is plain text of more than 100,000 lines and cells.
    """
    if len(page) > _LARGEST:
        raise ValueError(f"the page has {len(page) // 1_000_000} MB; the limit is {_LARGEST // 1_000_000} MB")
    if isinstance(page, bytes):
        if b"\0" in page[:4096] and not page.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise ValueError("this is binary data, not a page")
        page = utf8(page, content_type)
    else:
        page = page.encode("utf-8", "replace")
    if _is_html(page, content_type):
        return _read_html(page, url)
    return _read_text(page.decode("utf-8", "replace"), url)


def _is_html(page: bytes, content_type: str | None) -> bool:
    if content_type and "html" in content_type:
        return True
    return bool(_HTML.search(page[:20_000])) and not (content_type or "").startswith("text/plain")


def _read_html(page: bytes, url: str | None) -> Page:
    page = tamed(page)
    tree = _parsed(page)
    head = metadata(tree)
    found = blocks(tree)
    opened = markers(found)
    found = _with_posts(_with_comments(found, opened))
    around = Surroundings(found, head.stated, head.body, head.summary)
    text = _without_head(found, main_text(found, around), around.titles)
    found = _with_heading(found, text, head, around.titles)
    entries, lived = live_entries(found, text)
    if entries:
        text |= introduction(found, min(lived))
        text -= heading_over(found, min(lived))
    lived = _without_links(lived, opened, found)
    shown = [at for at in _shown(found, opened, text, around.usual) if at not in lived]
    own = own_names(found, opened, (head.outlet, *head.signature), url or head.url)
    parts = unmix(found, opened, text, shown, own)
    entries = _without_credits(entries, parts, own)
    letters = sum(map(len, parts.paragraphs))
    state = _carried(page, head) if head.published is None and _STATE in page else None
    head = replace(head, published=state.published) if state else head
    if head.body and len(head.body) > 2 * letters and not parts.also:
        # The page's own script shows the text; its metadata hold it.
        parts.paragraphs = _stated_paragraphs(head.body)
        parts.keywords = unique([*parts.keywords, *head.keywords])
    elif letters < _LITTLE:
        # Its scripts draw the page, it seems: the article is in their data.
        state = state or _carried(page, head)
        if state and state.length > 1.5 * letters:
            parts, head = _from_state(state, head)
    return _assemble(parts, head, url, own, entries)


def _carried(page: bytes, head: Metadata) -> State | None:
    """The article in the data of a page's scripts; None where they carry none."""
    return carried((node.text() for node in _parsed(page).css("script:not([src])")), head.title)


def _with_comments(found: list[Block], opened: list[Marker | None]) -> list[Block]:
    """The blocks, with those in an element that a heading over the readers' comments opens known as such."""
    done = 0
    for at, one in enumerate(opened):
        if at < done or one is None or one.what != "end" or not found[at].level or len(found[at].path) < 2:
            continue
        element = found[at].path[-2]
        if at and element in found[at - 1].path:
            continue  # something else stands in it before
        beyond = (below for below in range(at + 1, len(found)) if element not in found[below].path)
        done = next(beyond, len(found))
        for below in range(at + 1, done):
            found[below] = found[below]._replace(place=found[below].place | Place.COMMENTS)
    return found


def _with_posts(found: list[Block]) -> list[Block]:
    """The blocks, with those of a quote that an account of a social network signs known as a post of it."""
    signed = (one for one in found if one.place & _QUOTE and "(@" in one.text and _ACCOUNT.search(one.text))
    posts = {one.path[-1 if one.tag == "blockquote" else -2 :][0] for one in signed}
    if not posts:
        return found
    return [
        one if posts.isdisjoint(one.path) else one._replace(place=one.place | Place.EMBED) for one in found
    ]


def _without_head(found: list[Block], text: frozenset[int], stated: Sequence[str]) -> frozenset[int]:
    """The text without a stated title (folded) and a date that it begins with, where these are made as its paragraphs are."""
    first = sorted(text)
    headed = next((at for at, one in enumerate(found) if one.level == 1 and one.words >= _TELLING), 0)
    below = [at for at in first if at > headed]
    if len(below) > _MOST * len(first):
        first = below  # what stands above the headline is none of it
    while len(first) > 1 and (folded(found[first[0]].text) in stated or is_date(found[first[0]].text)):
        if found[first[0]].level:
            break
        del first[0]
    return frozenset(first)


def _with_heading(
    found: list[Block], text: frozenset[int], head: Metadata, stated: Sequence[str]
) -> list[Block]:
    """The blocks, with a heading above the text where the page has none; `stated` are the titles of its metadata, folded.

    It is the one that the text itself begins with, if the page's metadata state no title but its name, or the nearest line in bold
    or called a title (rather one that the page's name ends with), else the nearest that has most of its words in common with the
    text, else the one above a town and a name.
    """
    first = min(text, default=0)
    named = folded(head.page or "")
    above = [
        at
        for at in range(first)
        if found[at].words >= _TELLING
        and ((line := folded(found[at].text)) in stated or named.endswith(line) or named.startswith(line))
    ]
    if above and not any(found[at].level for at in above):  # whatever headings stand above are the site's
        return [
            *found[: above[-1]],
            found[above[-1]]._replace(kind="heading", level=1),
            *found[above[-1] + 1 :],
        ]
    if not text or any(0 < block.level <= _HEADINGS for block in found[:first]):
        return found
    if found[first].level:
        if len(head.titles) > 1:
            return found
        return [*found[:first], found[first]._replace(level=1), *found[first + 1 :]]
    near = [at for at in range(first, max(-1, first - _HEAD), -1) if _may_be_title(found[at])]
    titled = [at for at in near if _is_titled(found[at])]
    at = next((at for at in titled if (head.page or "").endswith(found[at].text)), next(iter(titled), None))
    if at is None:
        text_opens = opening(found[one].text for one in sorted(text))
        told = [at for at in near if at not in text and found[at].words >= _TELLING]
        at = next((at for at in told if in_common(found[at].text, text_opens) >= _MOST_OF), None)
        at = next((at for at in told if _signs(found[at + 1].text)), None) if at is None else at
    return (
        found if at is None else [*found[:at], found[at]._replace(kind="heading", level=1), *found[at + 1 :]]
    )


def _may_be_title(block: Block) -> bool:
    line = block.text
    if not 3 <= block.words <= _LONGEST or line.endswith((".", ":", "؛")):
        return False
    return not (marker(line) or signature(line) or _signs(line) or names_pictured(line))


def _signs(line: str) -> bool:
    """Whether a line is nothing but a town and a name."""
    return signed_above(line, NOBODY, str) is not None


def _is_titled(block: Block) -> bool:
    called = any(word in block.signature.lower() for word in ("title", "titr", "headline"))
    return (block.strong > 0.9 or called) and (called or not block.is_link)


def _shown(found: list[Block], opened: list[Marker | None], text: frozenset[int], usual: int) -> list[int]:
    """The blocks to take apart: all but the frame's. A list of similar headlines counts wherever it stands."""
    kept: list[int] = []
    listed: tuple[int, ...] | None = None
    first, last = min(text, default=0), max(text, default=0)
    # A frame that holds text holds its headline too: only its name says something else.
    around = {one for at in text if _is_framed(found[at].place, usual) for one in found[at].path[-3:-1]}
    holders = {one for at in text for one in found[at].path[:-1]}
    frame = _FRAME & ~usual
    for at, block in enumerate(found):
        framed = (
            block.place & frame != 0
            and at not in text
            and _is_framed(block.place, usual)
            and around.isdisjoint(block.path[-2:])
        )
        if framed and first - _HEAD < at < first and not block.place & _UNSEEN and _is_stamp(opened[at]):
            framed = False  # among buttons
        inside = first < at < last
        if framed and inside and (_is_bare_aside(found, at) or _is_media_box(block, usual)):
            framed = not inline_link(found, at, text)
        if one := opened[at] or (label(block) if framed and (block.level or inside) else None):
            inside = inside and one.what == "read_also"
            if inside and framed and one.rest and block.links:
                kept.append(at)
                listed = None
                continue
            element = _around_list(found, at, holders)
            wanted = one.what == "similar" or (inside and (framed or holders.isdisjoint(element[-1:])))
            listed = element if wanted and not block.place & Place.HIDDEN else None
        if framed and (listed is None or not block.is_within(listed)):
            continue
        kept.append(at)
    return kept


def _around_list(found: list[Block], at: int, holders: set[int]) -> tuple[int, ...]:
    """The element of a list with its label at `at`, which may stand there in one of its own; `holders` are those that hold text."""
    around = found[at].path[:-1]
    below = found[at + 1] if at + 1 < len(found) else NO_BLOCK
    if not around or below.is_within(around):
        return around
    both = shared(around, below.path)
    return both if both and both[-1] not in holders else around


def _is_bare_aside(found: list[Block], at: int) -> bool:
    """Whether a block is all that stands in an aside."""
    path = found[at].path
    return found[at].tag == "aside" and sum(one.is_within(path) for one in found[at - 1 : at + 2]) == 1


def _is_media_box(block: Block, usual: int) -> bool:
    """Whether a block is called related, and is of the frame only for being called media too."""
    return bool(block.place & Place.RELATED) and block.place & _FRAME_IN_ARTICLE & ~usual == Place.CAPTION


def _is_stamp(opened: Marker | None) -> bool:
    return opened is not None and opened.what == "stamp"


def _without_links(lived: frozenset[int], opened: list[Marker | None], found: list[Block]) -> frozenset[int]:
    """The blocks of live entries without the read-also links and the credits between them: these are the page's."""
    labels = [
        (at, one)
        for at in lived
        if (one := opened[at] or label(found[at]))
        and one.what == "read_also"
        and not (found[at].level and not found[at].links)  # the title of an entry
    ]
    linked = [
        at for at, one in labels if not one.rest and at + 1 < len(found) and found[at + 1].is_link
    ]  # the link has a block of its own
    credits = (at for at in lived if (one := opened[at]) and one.what == "credit" and one.rest)
    return lived.difference(
        (at for at, one in labels if one.rest), linked, (at + 1 for at in linked), credits
    )


def _is_framed(place: int, usual: int) -> bool:
    return bool(place & ~usual & (_FRAME_IN_ARTICLE if place & _OF_ARTICLE else _FRAME))


def _from_state(state: State, head: Metadata) -> tuple[Parts, Metadata]:
    found = blocks(_parsed(state.markup))
    found = [block for block in found if not block.place & Place.CAPTION]
    text = frozenset(at for at, block in enumerate(found) if not block.is_link)
    parts = unmix(found, markers(found), text, range(len(found)))
    parts.credits = unique([*parts.credits, *state.credits])
    parts.keywords = unique([*parts.keywords, *state.keywords])
    parts.similar = unique([*parts.similar, *state.similar])
    stated = ((state.title, _STATED),) if state.title else ()
    return parts, replace(
        head,
        titles=(*head.titles, *stated),
        published=head.published or state.published,
        byline=head.byline or state.byline,
    )


def _stated_paragraphs(body: str) -> list[str]:
    body = unescape(body)
    if "<p" in body or "<br" in body:
        body = "\n".join(block.text for block in blocks(_parsed(body)))
    return [" ".join(line.split()) for line in body.splitlines() if line.strip()]


def _read_text(page: str, url: str | None) -> Page:
    page = _EMPTY_LINES.sub("\n\n\n", page)
    lines = page.count("\n") + page.count("\t")
    if lines > _MOST_LINES:
        raise ValueError(f"the text has {lines:,} lines and cells; the limit is {_MOST_LINES:,}")
    found, text = dump(page)
    entries, lived = live_entries(found, text)
    opened = markers(found)
    lived = _without_links(lived, opened, found)
    shown = [at for at in range(len(found)) if at not in lived]
    own = own_names(found, opened, (), url)
    parts = unmix(found, opened, text, shown, own)
    return _assemble(parts, _NOTHING, url, own, _without_credits(entries, parts, own))


def _without_credits(entries: Sequence[Entry], found: Parts, own: OwnNames) -> list[Entry]:
    """The entries of a live blog without whom each credits in its last paragraph: these are added to the page's."""
    bare = []
    for entry in entries:
        paragraphs, credits = parted(entry.paragraphs, own)
        bare.append(replace(entry, paragraphs=tuple(paragraphs)))
        found.credits = unique([*found.credits, *credits])
    return bare


def _without_others(byline: str | None, found: Parts) -> str | None:
    """A byline without the names of those who wrote the read-also articles, where it has others or does not stand above the text."""
    others = {name for further in found.also for name in (further.byline or "").split(", ")}
    own = [name for name in (byline or "").split(", ") if name not in others]
    shown = found.byline is not None or not others or any((byline or "") in line for line in found.header)
    return ", ".join(own) or (byline if shown else None)


def _byline(found: Parts, head: Metadata, language: str, own: OwnNames) -> str | None:
    """Who wrote an article: whom its metadata state, its head shows, its text names; the outlet itself where nobody else is named."""
    shown = found.byline or signed(found, language) or found.signature
    if not found.credits:  # what others wrote is not the editor's
        shown = shown or found.editor
    stated = head.byline
    if stated and shown and (own.has(stated) or is_office(stated)) and fold(stated) not in fold(shown):
        stated = None
    if stated and shown and set(stated.split(", ")) < set(apart(shown).split(", ")):
        stated = None  # the page names one more
    text = (found.title or "", *found.paragraphs)
    named = without_outlet(stated, own, text) or without_outlet(shown, own, text)
    return _without_others(apart(named) if named else None, found)


def _published(found: Parts, head: Metadata, language: str) -> date | None:
    """When an article was published, by the page's metadata, it may be with the time that a line shows; by such a line where they have no day."""
    stated = head.published
    if stated is None:
        return shown_date(found, language)
    return stated if isinstance(stated, datetime) else shown_time(found, stated, language) or stated


def _assemble(
    found: Parts, head: Metadata, url: str | None, own: OwnNames, entries: Sequence[Entry] = ()
) -> Page:
    headline = title(found, head)
    language = detect("\n".join([headline or "", *found.paragraphs]), head.language)
    outlet = known().at(url or head.url)
    byline = _byline(found, head, language, own)
    if byline and "," not in byline and is_joint_credit(byline):
        found.credits, byline = unique([*credited(byline), *found.credits]), None
    articles = []
    if found.paragraphs or entries or (headline and head.published):
        articles.append(
            Article(
                title=headline,
                paragraphs=tuple(found.paragraphs),
                published=_published(found, head, language),
                byline=byline,
                language=language,
                outlet=outlet.name if outlet else head.outlet,
                url=url or head.url,
                credits=tuple(found.credits),
                keywords=tuple(found.keywords),
                modified=head.modified or shown_change(found, language),
                corrections=tuple(unique(found.corrections)),
            )
        )
    articles += [
        Article(
            title=entry.title,
            paragraphs=entry.paragraphs,
            role="entry",
            published=entry.at(articles[0].published),
            language=language,
        )
        for entry in entries
    ]
    articles += [
        Article(
            title=further.title,
            paragraphs=tuple(further.paragraphs),
            role="read_also",
            published=shown_date(Parts(header=further.header), language),
            byline=further.byline or signed(Parts(paragraphs=further.paragraphs), language),
            language=detect("\n".join(further.paragraphs), language),
        )
        for further in found.also
        if further.paragraphs
    ]
    return Page(
        articles=tuple(articles),
        credits=tuple(found.credits),
        keywords=tuple(found.keywords),
        inline_links=tuple(found.inline_links),
        similar=tuple(found.similar),
    )
