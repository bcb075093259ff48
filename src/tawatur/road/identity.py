"""What makes an article the same article: its address, its archive's id, or its text."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from urllib.parse import urlsplit

from w3lib.url import canonicalize_url, url_query_cleaner

from tawatur.language.text import LONE_SURROGATE
from tawatur.model import Article

_TRACKING = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id", "fbclid", "gclid", "dclid",
             "msclkid", "mc_cid", "mc_eid", "igshid", "ocid", "yclid", "_ga", "ref_src", "cmpid")  # fmt: skip


def canonical_url(url: str) -> str:
    """An address in one spelling, without fragment and tracking parameters. Any text is taken as it is."""
    try:
        if not urlsplit(url).hostname:
            return url
        return str(canonicalize_url(without_tracking(url)))
    except (ValueError, UnicodeError):
        return url


def without_tracking(url: str) -> str:
    """An address as it is, but for the parameters that tell a site where its readers come from."""
    if not any(f"{name}=" in url for name in _TRACKING):
        return url
    return str(url_query_cleaner(url, _TRACKING, remove=True, unique=False, keep_fragments=True))


def text_hash(article: Article) -> str:
    """A hash of what the reader sees: title and paragraphs, white space folded."""
    whole = "\n".join(
        re.sub(r"\s+", " ", part).strip() for part in (article.title or "", *article.paragraphs)
    )
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def key(article: Article, outlet: str) -> str:
    """The one key of an article: its (canonical) address and archive's id where it has them, else outlet and text."""
    own = f" #{article.identifier}" if article.identifier else ""
    if article.url and article.role == "main":
        return article.url + own
    return f"text:{outlet}:{text_hash(article)}{own}"


def whole_characters(article: Article) -> Article:
    """The article with U+FFFD for half characters (lone surrogates), which no database takes."""
    if not any(
        LONE_SURROGATE.search(part)
        for part in (article.title or "", article.byline or "", article.url or "", *article.paragraphs)
    ):
        return article
    return replace(
        article,
        title=_whole(article.title), byline=_whole(article.byline), url=_whole(article.url),
        paragraphs=tuple(LONE_SURROGATE.sub("\ufffd", part) for part in article.paragraphs),
    )  # fmt: skip


def _whole(text: str | None) -> str | None:
    return LONE_SURROGATE.sub("\ufffd", text) if text else text
