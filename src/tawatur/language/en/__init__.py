"""English: lower case, plain apostrophes, Snowball stems (Porter 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import Stemmer

from tawatur.language.form import Form

_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u200b": None, "\ufeff": None})
_stemmer = Stemmer.Stemmer("english")


def normalise(text: str) -> str:
    """`text` in lower case with plain apostrophes."""
    return text.translate(_FOLDED).lower()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one normalised word."""
    return str(_stemmer.stemWord(word.removesuffix("'s")))


def inflect(verb: Mapping[str, Any]) -> Iterator[Form]:
    """The forms of a reporting verb, as its entry lists them or as a regular verb has them; -ing is a circumstance."""
    for form in verb.get("forms") or _regular(str(verb["lemma"])):
        yield Form(form, "participle" if form.split()[0].endswith("ing") else "verb")


def _regular(lemma: str) -> Iterator[str]:
    verb, _, rest = lemma.partition(" ")
    stem = verb.removesuffix("e")
    after = f" {rest}" if rest else ""
    yield verb + after
    if verb.endswith("y") and verb[-2] not in "aeou":
        yield from (f"{verb[:-1]}ies{after}", f"{verb[:-1]}ied{after}", f"{verb}ing{after}")
        return
    yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s") + after
    yield f"{stem}ed{after}"
    yield f"{stem if verb.endswith('e') and not verb.endswith('ee') else verb}ing{after}"
