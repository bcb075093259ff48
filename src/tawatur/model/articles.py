"""What a page or an archive gives: articles, the page they stand on, and who publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["main", "read_also", "entry"]


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its title, as a page or an archive gives it.

    `published` is a `datetime` where the page states a time (aware where it states an offset) and a plain
    `date` where it states only the day; None where it states nothing. `language` is an ISO 639-1 code, or
    "und" where the text is too short to tell. `identifier` is the archive's own id of the text, if it has one.
    `modified` is when the page says that it was changed last, as `published`; `corrections` are the notes in which its editors
    say what they changed.
    """

    title: str | None
    paragraphs: tuple[str, ...]
    role: Role = "main"
    published: date | None = None
    byline: str | None = None
    language: str = "und"
    outlet: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    identifier: str | None = None
    modified: date | None = None
    corrections: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Page:
    """What one fetched document holds, taken apart.

    `credits` are the names in the credit lines, `keywords` those shown to the reader, `inline_links` the
    titles of the read-also links inside the body, `similar` the headlines of the related list; all in page
    order, each empty where the page has none.
    """

    articles: tuple[Article, ...]
    credits: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    inline_links: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: its name, its other names in any language, its domains, and its kind (agency, …).

    `country` and `language` are ISO codes, None where they are not known. `common` says that its name is an
    everyday word too, which in running text counts as a name only after صحيفة, قناة or the like.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: str = "site"
    name_en: str | None = None
    country: str | None = None
    language: str | None = None
    common: bool = False
