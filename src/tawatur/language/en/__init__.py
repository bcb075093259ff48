"""English: lower case, plain apostrophes, Snowball stems (Porter 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import Stemmer

from tawatur.language.form import Form
from tawatur.language.text import translation

_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u200b": None, "\ufeff": None})
_folded = translation(_FOLDED)
_stemmer = Stemmer.Stemmer("english")


def normalise(text: str) -> str:
    """`text` in lower case with plain apostrophes."""
    return _folded(text).lower()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one normalised word."""
    return str(_stemmer.stemWord(word.removesuffix("'s")))


def inflect(verb: Mapping[str, Any]) -> Iterator[Form]:
    """The forms of a cue: of a verb as its entry lists them or as a regular verb has them (-ing is a circumstance),
    of a noun in both numbers, of any other word as it is.
    """
    kind, lemma = str(verb.get("kind", "verb")), str(verb["lemma"])
    if kind == "noun":
        yield from (Form(lemma, kind), Form(_with_s(lemma), kind))
    elif kind == "verb":
        for form in verb.get("forms") or _conjugated(lemma, verb.get("irregular")):
            yield Form(form, "participle" if form.split()[0].endswith("ing") else "verb")
    else:
        yield Form(lemma, kind)


def _conjugated(lemma: str, irregular: Sequence[str] | None) -> Iterator[str]:
    verb, _, rest = lemma.partition(" ")
    for form in irregular or _regular(verb):
        yield f"{form} {rest}" if rest else form


def _regular(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield from (verb, _with_s(verb))
    if _ends_in_y(verb):
        yield from (f"{verb[:-1]}ied", f"{verb}ing")
        return
    yield f"{stem}ed"
    yield f"{stem if verb.endswith('e') and not verb.endswith('ee') else verb}ing"


def _with_s(word: str) -> str:
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in tuple("aeou")
