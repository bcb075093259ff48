"""The names in a statement of who wrote something: in an author string, a list of them, an object of JSON-LD."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tawatur.outlets import fold
from tawatur.page.wording.phrases import is_post, listed, listed_words

_AND = re.compile(r"\s*[,،;/&]\s*|\s+(?:and|und|et|och|og|en|y|e)\s+(?=[A-ZÀ-Ý])")
_DEEPEST = 4
_ADDRESS = re.compile(r"[(\[<]?\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}[)\]>]?")
_DRAWN = re.compile(
    "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+"
)  # arrows, symbols and pictures among letters
_ASIDE = re.compile(
    r"(?<=\w)\s+\([^()\d]{1,30}\)(?=\s*(?:[,،;/&]|$))"
)  # what somebody did: «ليلى حداد (نص وصور)»
_NUMBERED = re.compile(r"[\s_#-]*\d+$")  # one of several accounts


def people(value: Any, depth: int = _DEEPEST) -> str | None:
    """The names in a statement of who wrote something, joined by commas, without their posts; None where it names nobody.

    Lists and objects within each other are looked into as far as `depth` says.
    """
    if not depth:
        return None
    if isinstance(value, list):
        names = [name for one in value if (name := people(one, depth - 1))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        parts = (value.get("givenName"), value.get("familyName"))
        return people(
            value.get("name")
            or value.get("displayName")
            or " ".join(part for part in parts if isinstance(part, str)),
            depth - 1,
        )
    text = plain(without_signs(_ADDRESS.sub(" ", value)) if isinstance(value, str) else value)
    if text is None or text.startswith(("http:", "https:", "{")) or "@" in text:
        return None
    told = _ASIDE.sub("", _by().sub("", text))
    named = [name for part in _AND.split(told) if (name := part.strip(" -–—ـ|•:"))]
    kept = dict.fromkeys(name for at, name in enumerate(named) if not at or not is_post(name))
    return ", ".join(kept) or None


def without_signs(text: str) -> str:
    """A line without the symbols drawn beside a name: «✍️ ليلى حداد»."""
    return _DRAWN.sub(" ", text).strip()


def persons(byline: str) -> str | None:
    """The names in a byline, as of `people`, without those of accounts."""
    names = (people(byline) or "").split(", ")
    return ", ".join(name for name in names if not is_account(name)) or None


def is_account(name: str) -> bool:
    """The name of an account of the site's software rather than of somebody: "admin", "web_editor2", "Editor3", «محرر 2»."""
    return (
        fold(_NUMBERED.sub("", name)) in listed_words("account")
        or re.fullmatch(r"[a-z0-9._-]*(?:admin|editor|[_\d])[a-z0-9._-]*", name) is not None
    )


@cache
def _by() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(listed("byline_bare"), key=len, reverse=True)))
    return re.compile(rf"^(?:{words}|von|por|di|af|av|door):?\s+", re.I)


def plain(value: Any) -> str | None:
    """A statement in one line; None where it is no text, or an empty one."""
    return " ".join(value.split()) or None if isinstance(value, str) else None
