"""Outlets by the names that reports cite them by, and by their domains."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tawatur.language import languages
from tawatur.language.text import words
from tawatur.model import Outlet

_LONGEST = 7


def fold(text: str) -> str:
    """`text` with the spellings of every language we know folded: how outlets' names are compared."""
    if text.isascii():  # of these letters every language folds the case only
        return text.lower()
    for normalise in _normalisers():
        text = normalise(text)
    return text


@cache
def _normalisers() -> tuple[Callable[[str], str], ...]:
    return tuple(dict.fromkeys(spoken.normalise for spoken in languages()))


@cache
def _grammars() -> tuple[dict[str, Any], ...]:
    """What each language says of speakers."""
    return tuple(spoken.data["speakers"] for spoken in languages() if "speakers" in spoken.data)


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(head) for grammar in _grammars() for head in grammar.get("outlets", ()))


@lru_cache(maxsize=65_536)
def _key(name: str) -> tuple[str, ...]:
    return tuple(words(fold(name)))


def reads_like_outlet(name: str) -> bool:
    """Whether a name is of the catalogue or says that it is an outlet's («وكالة …», "… News Agency")."""
    return known().named(name) is not None or any(
        word in _heads() or word in _definite_heads() for word in _key(name)
    )


def is_kind_of_outlet(word: str) -> bool:
    """Whether a word tells what kind of outlet the name behind it is of: «وكالة», «صحيفة», "agency"."""
    return fold(word) in _heads()


@cache
def _definite_heads() -> frozenset[str]:
    articles = filter(None, (grammar["words"].get("article") for grammar in _grammars()))
    return frozenset(fold(article) + head for article in articles for head in _heads())


@cache
def _kinds() -> frozenset[str]:
    """What stands before a name and tells the kind of outlet: «وكالة», «الوكالة», and «الأنباء» of «وكالة الأنباء»."""
    behind = (
        fold(grammar["words"].get("article", "") + kind)
        for grammar in _grammars()
        for kind in grammar.get("kinds_of_outlets", ())
    )
    return _heads() | _definite_heads() | frozenset(behind)


@cache
def _adjectives() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How definite adjectives of origin begin and end, in each language that has them."""
    words = (grammar["words"] for grammar in _grammars())
    return tuple(
        (fold(one["article"]), tuple(map(fold, one["origin_endings"])))
        for one in words
        if {"article", "origin_endings"} <= one.keys()
    )


def _is_adjective(word: str) -> bool:
    return any(word.startswith(article) and word.endswith(endings) for article, endings in _adjectives())


def spelling(name: str) -> str:
    """An outlet's name without quotation marks and what is said of it behind a comma or in brackets («Tell Press, a local site»)."""
    bare = re.sub(r"[«»“”\"]", "", name)
    return re.split(r"[,،(]", bare)[0].strip() or name.strip()


def host_of(url: str | None) -> str:
    """The host of an address in small letters; empty for None, and for an address of no form."""
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


class Outlets:
    """A lexicon of outlets. Immutable; `extended` gives a larger one."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._outlets = tuple(outlets)
        self.canonical = lru_cache(maxsize=65_536)(self._canonical)
        self._by_name: dict[tuple[str, ...], Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        self._everyday: set[tuple[str, ...]] = set()
        for outlet in self._outlets:
            for name in (outlet.name, outlet.name_en, *outlet.aliases):
                if name:
                    key = _key(name)
                    if self._by_name.setdefault(key, outlet) is outlet and outlet.common and len(key) == 1:
                        self._everyday.add(key)
        for outlet in (
            self._outlets
        ):  # «البيدر» is «صحيفة البيدر»; outside quotation marks it may be the threshing floor
            key = _key(outlet.name)
            if len(key) == 2 and key[0] in _heads() and self._by_name.setdefault(key[1:], outlet) is outlet:
                self._everyday.add(key[1:])
            for domain in outlet.domains:
                self._by_domain.setdefault(domain.lower(), outlet)
        self._lengths = self._lengths_by_first()

    def _lengths_by_first(self) -> dict[str, tuple[int, ...]]:
        """How many words the names have that begin with a word and that running text may cite, the longest first."""
        found: dict[str, set[int]] = {}
        for key in self._by_name.keys() - self._everyday:
            if len(key) in range(1, _LONGEST + 1):
                found.setdefault(key[0], set()).add(len(key))
        return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets)

    def extended(self, outlets: Iterable[Outlet]) -> Outlets:
        """This lexicon with more outlets; where a name stands in both, the added one has it."""
        larger = Outlets(outlets)
        larger._outlets += self._outlets
        larger._everyday |= self._everyday - larger._by_name.keys()
        larger._by_name = {**self._by_name, **larger._by_name}
        larger._by_domain = {**self._by_domain, **larger._by_domain}
        larger._lengths = larger._lengths_by_first()
        return larger

    def named(self, name: str) -> Outlet | None:
        """The outlet that goes by `name`, with or without «صحيفة» or the like before it; None if unknown."""
        key = _key(name)
        if found := self._by_name.get(key):
            return found
        if len(key) > 1 and key[0] in _heads():
            return self._by_name.get(key[1:])
        return None

    def _canonical(self, name: str) -> str:
        """One name for an outlet in all its spellings: the catalogue's, else what is left without «صحيفة» or "the"."""
        bare = spelling(name)
        found = self.named(name) or self.named(bare) or self._described(_key(bare))
        if found is None and "(" in name:  # «Al-Jisr radio (إذاعة الجسر)»
            inside = name.partition("(")[2].partition(")")[0]
            found = self.named(inside)
        if found:
            return found.name
        first, _, rest = bare.partition(" ")
        return (
            rest
            if rest
            and (fold(first) in _heads() or any(first.lower() in spoken.stopwords for spoken in languages()))
            else bare
        )

    def _described(self, key: tuple[str, ...]) -> Outlet | None:
        """The outlet of a name with adjectives behind it, or behind what tells its kind: «الديار اللبنانية», «وكالة الأنباء الرسمية الديار»."""
        start, end = 0, len(key)
        while end > 1 and _is_adjective(key[end - 1]):
            end -= 1
        while start < end - 1 and (key[start] in _kinds() or (start and _is_adjective(key[start]))):
            start += 1
        for one in (key[:end], key[start:], key[start:end]):
            if one in self._by_name and (one not in self._everyday or start):
                return self._by_name[one]
        return None

    def cited(self, phrase: str) -> Outlet | None:
        """The outlet that a phrase of running text names; a name that is an everyday word needs its head."""
        return None if _key(phrase) in self._everyday else self.named(phrase)

    def begins(self, word: str) -> bool:
        """Whether the name of an outlet that running text may cite begins with this folded word."""
        return word in self._lengths

    def starting(self, folded: Sequence[str]) -> tuple[Outlet, int] | None:
        """The outlet whose name is the longest at the start of these folded words of running text, and its length."""
        for length in self._lengths.get(folded[0], ()) if folded else ():
            key = tuple(folded[:length])
            if (found := self._by_name.get(key)) and key not in self._everyday:
                return found, len(key)
        return None

    def at(self, url: str | None) -> Outlet | None:
        """The outlet whose domain `url` belongs to; None if it is not known."""
        host = host_of(url)
        while host:
            if found := self._by_domain.get(host):
                return found
            _, _, host = host.partition(".")
        return None


def load(path: Path) -> tuple[Outlet, ...]:
    """The outlets in a TOML file of `[[outlet]]` tables. Raises ValueError where the file is not of that form."""
    try:
        tables = tomllib.loads(path.read_text("utf-8")).get("outlet", [])
        return tuple(_outlet(table) for table in tables)
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not a list of outlets ({error})") from error


def _outlet(table: dict[str, object]) -> Outlet:
    def listed(key: str) -> tuple[str, ...]:
        values = table.get(key, ())
        return tuple(str(value) for value in values) if isinstance(values, list) else ()

    def text(key: str) -> str | None:
        return str(table[key]) if table.get(key) else None

    return Outlet(
        name=str(table["name"]),
        aliases=listed("aliases"),
        domains=listed("domains"),
        kind=str(table.get("kind", "site")),
        name_en=text("name_en"),
        country=text("country"),
        language=text("language"),
        common=table.get("common") is True,
    )


@cache
def known() -> Outlets:
    """The outlets that ship with Tawatur."""
    text = (files("tawatur.outlets") / "outlets.toml").read_text("utf-8")
    return Outlets(_outlet(table) for table in tomllib.loads(text)["outlet"])
