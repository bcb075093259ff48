"""Where a text says that it stood first: «نُشر هذا المقال للمرة الأولى في صحيفة …», "This story first appeared in …"."""

from __future__ import annotations

import re
from functools import cache

from tawatur.outlets import fold
from tawatur.page.wording.phrases import listed, listed_words

_LONGEST = 160  # letters of such a line
_NAME = 7  # words of an outlet's name
_TRIM = " \t:*.،,–—-()[]"
_FIGURE = re.compile(r"\d")


def origin(line: str) -> str | None:
    """The outlet that a line says its text was published by; None where it says nothing of the kind."""
    bare = line.strip(_TRIM)
    if len(line) > _LONGEST or fold(bare.partition(" ")[0]) not in _openers():
        return None
    folded = fold(bare)
    found = next(filter(None, (pattern.fullmatch(folded) for pattern in _patterns())), None)
    kept = [at for at, letter in enumerate(bare) if letter.isspace() or fold(letter)] if found else []
    if found is None or len(folded) != len(kept):
        return None
    first, end = found.span("outlet")
    name = _bare(_undated(bare[kept[first] : [*kept, len(bare)][end]].strip(_TRIM)).strip(_TRIM))
    return name if name and len(name.split()) <= _NAME and not _FIGURE.match(name) else None


def _bare(name: str) -> str:
    """A name without the article that belongs to the sentence ("the Bay Ledger"), not to the name ("The Bay Ledger")."""
    first, _, rest = name.partition(" ")
    return rest if rest[:1].isupper() and first.islower() and fold(first) in listed_words("leading") else name


def _undated(name: str) -> str:
    """A name without the day that stands behind it."""
    if not _FIGURE.search(name):
        return name
    words = name.split()
    figured = next(at for at, word in enumerate(words) if _FIGURE.search(word))
    leads = (at for at in range(figured) if fold(words[at].strip(_TRIM)) in listed_words("byline_on"))
    return " ".join(words[: next(leads, figured)])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(_compiled, listed("origin")))


def _compiled(template: str) -> re.Pattern[str]:
    """The pattern of a line: in each place one of the words that bars part; one with a question mark may be missing."""
    return re.compile(
        "".join(_place(place, r"\s+" if at else "") for at, place in enumerate(template.split()))
    )


def _place(place: str, lead: str) -> str:
    if place == "…":
        return rf"{lead}(?P<outlet>\S.*?)"
    words = "|".join(re.escape(fold(word.replace("_", " "))) for word in place.rstrip("?").split("|"))
    return f"(?:{lead}(?:{words}))" + ("?" if place.endswith("?") else "")


@cache
def _openers() -> frozenset[str]:
    firsts = (template.split()[0].split("|") for template in listed("origin"))
    return frozenset(fold(word.split("_")[0]) for words in firsts for word in words)
