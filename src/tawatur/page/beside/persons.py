"""Whether a few words are somebody's name: by given names, by a surname in capitals, by what they are not."""

from __future__ import annotations

import re
from functools import cache

from tawatur.language import language, languages
from tawatur.outlets import fold
from tawatur.page.beside.own_names import NOBODY, OwnNames
from tawatur.page.wording.credits import ends_as_outlet, is_source
from tawatur.page.wording.markers import marker
from tawatur.page.wording.phrases import is_post, listed, listed_words

_NAME = (2, 4)  # words of one that stands beside its label
_LONG_NAME = 5  # words of one that tells whose child somebody is
_INITIALS = 2  # letters
_DASH = re.compile(r"\s[-–—|]\s")  # between two persons


def is_person(name: str, code: str = "") -> bool:
    """Whether a few words begin with a given name, of the language `code` where one is given."""
    words = untitled(name)
    return 1 < len(words) <= _LONG_NAME and fold(words[0]) in _given_names(code)


def may_be_name(name: str, own: OwnNames) -> bool:
    """Whether a few words may be somebody's name: no outlet's, nobody's post, none in small letters."""
    words = name.split()
    fewest, most = _NAME
    child = any(fold(word) in listed_words("child_of") for word in words)
    other = (
        is_source(name) or ends_as_outlet(name) or own.has(name) or is_post(name) or marker(name) is not None
    )
    named = all(map(is_of_name, words))
    return fewest <= len(words) <= (_LONG_NAME if child else most) and named and not other


def is_author(name: str, own: OwnNames) -> bool:
    """Whether a few words are a person's name, not an outlet's that begins with a given name."""
    return is_person(name) and may_be_name(name, own)


def apart(byline: str) -> str:
    """Names that "and" or a dash joins parted by commas, where what stands behind begins with a given name: «ليلى حداد وسامر الخوري»."""
    return ", ".join(map(_apart, byline.split(", ")))


def _apart(names: str) -> str:
    parted: list[str] = []
    while cut := _first_and(names):
        parted.append(names[: cut.start()])
        names = names[cut.end() :]
    return ", ".join(dict.fromkeys([*parted, names]))


def _first_and(names: str) -> re.Match[str] | None:
    """The first "and" or dash that joins two names; None where none does."""
    for found in _and().finditer(names):
        before, behind = names[: found.start()], names[found.end() :]
        if is_person(_DASH.split(behind, maxsplit=1)[0]) and (
            is_person(before) or may_be_name(before, NOBODY)
        ):
            return found
    return None


@cache
def _and() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for name in ("and", "and_attached") for word in listed(name))
    return re.compile(rf"{_DASH.pattern}|\s(?:{words})[\s\u064b-\u0652]*(?=\w)")


def has_surname(name: str) -> bool:
    """Whether a few words are a name with its surname in capitals, as in French and Turkish."""
    first, *others = name.split() or [""]
    surname = bool(others) and others[-1].isupper() and len(others[-1]) > _INITIALS
    capital = all(word[0].isupper() for word in (first, *others) if word)
    return surname and capital and not first.isupper() and len(others) < _NAME[1]


def untitled(name: str) -> list[str]:
    """The words of a name without an academic title before it: «د. ليلى حداد»."""
    words = name.split()
    titles = listed_words("honorifics")
    first = next((at for at, word in enumerate(words) if fold(word).strip(".") not in titles), 0)
    return words[first:]


@cache
def _given_names(code: str) -> frozenset[str]:
    spoken_of = [language(code)] if code else languages()
    return frozenset(fold(name) for spoken in spoken_of for name in spoken.data.get("given_names", ()))


def is_of_name(word: str) -> bool:
    """Whether a word may stand in a name: it has letters, no small one first, and in Arabic script is no preposition."""
    leads = not word.isascii() and fold(word) in listed_words("leading")
    return any(map(str.isalpha, word)) and not (word[0].islower() or leads)
