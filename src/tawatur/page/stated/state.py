"""The article that a page's scripts carry as data, where the page itself is only drawn from it.

Frameworks (Next.js, Nuxt, Redux stores) leave the state of a page in a script, editors (Contentful, Slate, Draft.js,
EditorJS) a text as a list of typed entries. Neither has a schema; their makers use the same few names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Any, NamedTuple

from tawatur.dates import parse
from tawatur.page.stated.people import people
from tawatur.page.stated.scripts import in_text, values
from tawatur.page.wording.credits import credited
from tawatur.page.wording.markers import marker
from tawatur.page.wording.phrases import listed

_DATA = re.compile(r"\s*(?:\w{1,8}:)?[{\[]")
_DEEPEST = 30
_ENOUGH = 100  # letters of a text
_LONG = 200  # letters of a string that may hold a text
_SHORTEST = 30  # letters of a paragraph whose kind is not stated
_TITLE = 4  # words of a title
_AROUND = 4  # objects around a text that may name its title, and those that hold what is similar
_SENTENCE = re.compile(r"[.!?؟。…۔।]")
_ELEMENT = re.compile(r"<[^>]*>")
_NOT_ITS_TEXT = re.compile(r"comment|repl(?:y|ies)|review|caption|^bio$|footer|cookie|newsletter|seo", re.I)

_TITLES = ("headline", "headlines", "title", "articletitle", "posttitle", "heading", "titr", "name")
_DATES = ("datepublished", "firstpublishdate", "displaydate", "publishedat", "published", "publishdate", "publicationdate", "publishedon", "publishtime",
          "firstpublished", "firstpublishedat", "pubdate", "date", "createdat", "created")  # fmt: skip
_LEADS = ("lead", "lede", "standfirst", "intro", "introduction", "ledetext", "leadtext", "leadparagraph")
_AUTHORS = ("authors", "author", "byline", "bylines", "writers", "writer", "contributors")
_PLAIN = "basic"  # of several wordings of one thing, as Arc XP keeps them, the one for the page itself
_KEYWORDS = ("tags", "keywords", "topics", "tagnames")
_CREDITS = ("source", "sources", "credit", "credits", "agency")
_NO_CREDIT = frozenset(("by", "system"))  # who wrote it, with what software
_SIMILAR = re.compile(r"^(?:related|similar|recommend)")
_LISTS = ("items", "articles", "stories", "posts", "list", "nodes", "data")
_INNER = ("text", "html", "content", "value", "body", "data", "children")
_KIND = ("type", "_type", "nodeType", "__typename", "tag", "kind")
# What the kind of an entry makes of it: kinds are compared in small letters.
_HEADING = re.compile(r"head|subtitle|^h[2-6]$")
_QUOTE = re.compile(r"quote")
_LIST = re.compile(r"list|^[uo]l$")
_LINK = re.compile(r"interstitial_?link|read_?-?(?:also|more)|see_?-?also|related|recirc")
_CREDIT = re.compile(r"^(?:source|credit)")
_PARAGRAPH = re.compile(r"para|text|^p$|html|unstyled|^block$|rich")


class State(NamedTuple):
    """An article as scripts carry it: its text as markup, None or empty where they do not name the rest."""

    markup: str
    title: str | None
    published: date | None
    byline: str | None
    credits: tuple[str, ...]
    keywords: tuple[str, ...]
    similar: tuple[str, ...]

    @property
    def length(self) -> int:
        """Its letters."""
        return _length(self.markup)


class _Text(NamedTuple):
    markup: str
    around: tuple[dict[str, Any], ...]  # the objects that it stands in, innermost first


def carried(scripts: Iterable[str], stated: str | None) -> State | None:
    """The article in the data of a page's scripts: the longest text there, before all one under the `stated` title."""
    best, most = None, (False, _ENOUGH)
    if stated and len(stated.split()) < _TITLE:
        stated = None  # the site's name
    for value in values(scripts):
        for text in _texts(value, (), 0):
            title = _title(text.around)
            titled = bool(title and stated) and _is_alike(str(title), str(stated))
            worth = (titled, _length(text.markup))
            # What stands under another title is another article; under none, it may be a box of the frame.
            if worth > most and (titled or not (title and stated)) and (titled or worth[1] > _LONG):
                best, most = text, worth
    return _state(best) if best else None


def _is_alike(title: str, stated: str) -> bool:
    """Whether two titles share half of the words of the shorter one: sites have short ones for search engines."""
    one, other = set(title.split()), set(stated.split())
    return 2 * len(one & other) >= min(len(one), len(other))


def _length(markup: str) -> int:
    return len(_ELEMENT.sub("", markup))


def _texts(value: Any, around: tuple[dict[str, Any], ...], depth: int) -> Iterator[_Text]:
    """All that may be a text in a value: a string of HTML, a list of entries, or such in a string of JSON."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, one in value.items():
            if not _NOT_ITS_TEXT.search(key):
                yield from _texts(one, (value, *around), depth + 1)
    elif isinstance(value, list):
        yield _Text("".join(map(_entry, value)), around)
        for one in value:
            yield from _texts(one, around, depth + 1)
    elif isinstance(value, str) and len(value) > _ENOUGH:
        if "<p" in value or "<br" in value:
            yield _Text(value, around)
        elif len(value) > _LONG and _DATA.match(value):
            for inner in in_text(value):
                yield from _texts(inner, around, depth + 1)


def _entry(value: Any) -> str:
    """The markup of one entry of a list of paragraphs; nothing for what is no part of a text."""
    if not isinstance(value, dict):
        return _paragraph(value) if isinstance(value, str) else ""
    kind = str(next((value[key] for key in _KIND if value.get(key)), "")).lower()
    if _LINK.search(kind):
        opening = next(listed("read_also"), "")
        names = ((marker(name), name) for name in _names(value))
        told = (opened.rest if opened and opened.what == "read_also" else name for opened, name in names)
        return "".join(f'<p>{opening}: <a href="#">{escape(name)}</a></p>' for name in told)
    inner = _inner(value) or (_runs(value) if kind else "")
    if _CREDIT.search(kind):
        return f"<p>{next(listed('credit'), '')}: {inner}</p>" if inner else ""
    if _HEADING.search(kind):
        return f"<h2>{_ELEMENT.sub('', inner)}</h2>" if inner else ""
    if _LIST.search(kind):
        items = value.get("items") or value.get("children") or value.get("content") or ()
        return "".join(f"<li>{text}</li>" for one in items if (text := _inner(one)))
    if _QUOTE.search(kind):
        return f"<blockquote>{inner}</blockquote>" if inner else ""
    if kind and not _PARAGRAPH.search(kind):
        return ""
    return f"<p>{inner}</p>" if "para" in kind and "<" not in inner else _paragraph(inner)


def _inner(value: Any, depth: int = 0) -> str:
    """The text of an entry, however deep its editor nests it."""
    if isinstance(value, str):
        return value
    if depth > _DEEPEST:
        return ""
    if isinstance(value, list):
        return "".join(_inner(one, depth + 1) for one in value)
    if isinstance(value, dict):
        return next((text for key in _INNER if key in value and (text := _inner(value[key], depth + 1))), "")
    return ""


def _runs(value: dict[str, Any]) -> str:
    """The text of an entry under names that are nobody else's: the longest strings of the entries of its list."""
    runs = next((one for one in value.values() if isinstance(one, list)), ())
    strings = (
        [part for part in run.values() if isinstance(part, str)] for run in runs if isinstance(run, dict)
    )
    return "".join(max(parts, key=len) for parts in strings if parts)


def _paragraph(text: str) -> str:
    if len(text) < _SHORTEST or '":' in text or not _SENTENCE.search(text):
        return ""
    return text if "<p" in text else f"<p>{text}</p>"


def _state(text: _Text) -> State:
    own = text.around[:_AROUND]
    title = _title(own)
    inside = next((at for at, one in enumerate(own) if title and _own(one, _TITLES) == title), 0)
    near = own[: inside + 1]
    stated = (value for one in near if (value := _own(one, _CREDITS)))
    credit = next(
        (value for value in stated if not (isinstance(value, dict) and _NO_CREDIT & value.keys())), None
    )
    credits = (credit,) if isinstance(credit, str) else _names(credit)
    return State(
        _lead(near, text.markup) + text.markup,
        title,
        published=next((day for one in near if (day := parse(_own(one, _DATES)))), None),
        byline=next((names for one in near if (names := _authors(one))), None),
        credits=tuple(one for credit in credits for one in credited(_credited(credit))),
        keywords=next((found for one in near if (found := _keywords(one))), ()),
        similar=next((found for one in text.around[: inside + _AROUND] if (found := _similar(one))), ()),
    )


def _authors(value: dict[str, Any]) -> str | None:
    credits = value.get("credits")
    return people(_own(value, _AUTHORS) or (credits.get("by") if isinstance(credits, dict) else None))


def _keywords(value: dict[str, Any]) -> tuple[str, ...]:
    taxonomy = value.get("taxonomy")
    return _names(
        _own(value, _KEYWORDS) or (_own(taxonomy, _KEYWORDS) if isinstance(taxonomy, dict) else None)
    )


def _lead(near: Iterable[dict[str, Any]], markup: str) -> str:
    """The markup of a first paragraph that is stored beside a text; nothing where there is none, or the text repeats it."""
    lead = next((value for one in near if isinstance(value := _own(one, _LEADS), str)), "")
    plain = " ".join(_ELEMENT.sub(" ", lead).split())
    if not plain or plain[:_SHORTEST] in " ".join(_ELEMENT.sub(" ", markup).split()):
        return ""
    return _paragraph(lead)


def _title(around: tuple[dict[str, Any], ...]) -> str | None:
    titles = (_own(one, _TITLES) for one in around[:_AROUND])
    return next((" ".join(title.split()) for title in titles if isinstance(title, str) and title), None)


def _own(value: dict[str, Any], names: tuple[str, ...]) -> Any:
    """What stands under the first of these names that is not empty."""
    plain = {re.sub(r"[^a-z]", "", key.lower()): one for key, one in value.items()}
    found = next((plain[name] for name in names if plain.get(name)), None)
    return found.get(_PLAIN, found) if isinstance(found, dict) else found


def _similar(value: dict[str, Any]) -> tuple[str, ...]:
    return next(
        (
            names
            for key, one in value.items()
            if _SIMILAR.match(key.lower()) and not isinstance(one, str) and (names := _names(one))
        ),
        (),
    )


def _names(value: Any, depth: int = 0) -> tuple[str, ...]:
    """The names or headlines in a list, of which each is a string or an object that has one."""
    if isinstance(value, dict) and depth <= _AROUND:
        lists = (one for one in value.values() if isinstance(one, list))
        return _names(_own(value, _LISTS) or next(lists, [value]), depth + 1)
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if not isinstance(value, list):
        return ()
    return tuple(" ".join(name.split()) for one in value if (name := _name(one)))


def _name(value: Any, depth: int = 0) -> str | None:
    """The name or headline of one thing, which is not its label («المصدر»)."""
    if isinstance(value, str):
        opened = marker(value)
        return None if (opened and not opened.rest) or value.isdigit() else value.strip() or None
    if not isinstance(value, dict) or depth > _AROUND:
        return None
    keys = (*_TITLES, "label", "text", "value", "content", _PLAIN)
    told: list[Any] = [value[key] for key in keys if isinstance(value.get(key), str)]
    told += [one for one in value.values() if isinstance(one, dict)]
    return next((name for one in told if (name := _name(one, depth + 1))), None)


def _credited(name: str) -> str:
    opened = marker(name)
    return opened.rest if opened and opened.what == "credit" and opened.rest else name
