"""Whether a page that was changed tells its readers so."""

from __future__ import annotations

from tawatur.dates import moment
from tawatur.language import language
from tawatur.language.text import words
from tawatur.model import Announced, Article
from tawatur.page.wording.notices import is_corrected


def announced(before: Article, after: Article) -> Announced | None:
    """How the page of an article tells that it went from one state to the next; None where no word was changed.

    "noted" where its editors say so, in a note of theirs or in the title; "dated" where it gives a later time of change than
    before; "silent" where it does neither.
    """
    if _words(before) == _words(after):
        return None
    new_note = not set(after.corrections) <= set(before.corrections)
    if new_note or (is_corrected(after.title or "") and not is_corrected(before.title or "")):
        return "noted"
    if after.modified is None:
        return "silent"
    return (
        "dated" if before.modified is None or moment(after.modified) > moment(before.modified) else "silent"
    )


def _words(article: Article) -> list[str]:
    return words(language(article.language).normalise(f"{article.title or ''}\n{article.text}"))
