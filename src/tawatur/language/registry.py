"""What is known of each language: a folder of data files and, where spelling needs it, a small module.

A language is a folder here. Its files are all optional:

`stopwords.txt`     words too common to tell texts apart, one or more a line
`markers.toml`      the words that open credits, keywords, read-also and related blocks on a page
`cues.toml`         reporting words and their frames
`grammar.toml`      words by what they do in a sentence
`statements.json`   weights by which cues and sources are told, where they are learned
`speakers.toml`     nouns of roles, unnamed sources, outlets, occasions
`dates.toml`        names of months and days, and words that place a time
`quantities.toml`   numbers in words, and what is counted
`given_names.txt`   given names of persons
`places.tsv`        names of the places of `places.tsv` beside this file
`frequencies.tsv`   in how many articles of ten thousand each stem stands
`__init__.py`       `normalise(text)`, `stem(word)` and `inflect(verb)`; where names have no capitals also `is_known(word)`,
                    where words are written together `forms(word)`, `adjectives(word)`, `without_particles(word)`
"""

from __future__ import annotations

import importlib
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import Stemmer

from tawatur.language.form import Form
from tawatur.language.text import words

_STEMMERS = {
    code: name
    for name, code in {
        "danish": "da", "dutch": "nl", "finnish": "fi", "french": "fr", "german": "de", "hungarian": "hu",
        "italian": "it", "norwegian": "nb", "portuguese": "pt", "romanian": "ro", "russian": "ru",
        "spanish": "es", "swedish": "sv", "turkish": "tr",
    }.items()
}  # fmt: skip
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "ps", "ckb", "he", "sd", "ug", "yi"})


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """How one language is read: `normalise` folds spellings, `stem` takes a normalised word to its stem.

    `inflect` gives the forms of one `[[verb]]` entry of `cues.toml`. `forms` and `adjectives` give what a normalised
    word may be without what is written onto it, as a name and as an adjective of a place, `without_particles` what any word may be
    without the particles that belong to the sentence. `is_known` says whether a
    normalised word is an ordinary one (None where capitals tell names).
    """

    code: str
    normalise: Callable[[str], str]
    stem: Callable[[str], str]
    stopwords: frozenset[str]
    data: Mapping[str, Any]
    inflect: Callable[[Mapping[str, Any]], Iterable[Form]] = lambda verb: ()
    forms: Callable[[str], tuple[str, ...]] = lambda word: (word,)
    adjectives: Callable[[str], tuple[str, ...]] = lambda word: (word,)
    without_particles: Callable[[str], Iterable[str]] = lambda word: (word,)
    is_known: Callable[[str], bool] | None = None

    @property
    def direction(self) -> str:
        """ "rtl" or "ltr"."""
        return direction(self.code)

    def stems(self, text: str) -> list[str]:
        """The stems of the words of `text` in order, stop words and single letters left out."""
        return self.stems_of(words(self.normalise(text)))

    def stems_of(self, run: Iterable[str]) -> list[str]:
        """The stems of normalised words in order, stop words and single letters left out."""
        return [
            self.stem(word)
            for word in run
            if word not in self.stopwords and (len(word) > 1 or word.isdigit())
        ]


def direction(code: str) -> str:
    """The direction in which the language with this ISO 639-1 code is written: "rtl" or "ltr"."""
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"


@cache
def language(code: str) -> Language:
    """The language with this ISO 639-1 code; one without a folder, or with word lists only, is read by general rules."""
    folder = files("tawatur.language") / code
    if not re.fullmatch(r"[a-z]{2,3}", code) or not folder.is_dir():
        return _general(code)
    data: dict[str, Any] = {
        name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        for name in ("markers", "cues", "grammar", "speakers", "dates", "quantities")
        if (folder / f"{name}.toml").is_file()
    }
    data |= {"given_names": _listed(folder / "given_names.txt")}
    if not (folder / "__init__.py").is_file():
        return replace(_general(code), data=data)
    module = importlib.import_module(f"tawatur.language.{code}")
    stopwords = frozenset(module.normalise((folder / "stopwords.txt").read_text("utf-8")).split())
    plain = Language(code, module.normalise, module.stem, stopwords, data, module.inflect)
    own = {
        name: found
        for name in ("forms", "adjectives", "without_particles", "is_known")
        if (found := getattr(module, name, None))
    }
    return replace(plain, **own)


def _listed(path: Traversable) -> tuple[str, ...]:
    lines = path.read_text("utf-8").splitlines() if path.is_file() else ()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def languages() -> tuple[Language, ...]:
    """The languages that have a folder, in the order of their codes."""
    found = sorted(
        entry.name
        for entry in files("tawatur.language").iterdir()
        if re.fullmatch(r"[a-z]{2,3}", entry.name) and (entry / "markers.toml").is_file()
    )
    return tuple(language(code) for code in found)


def _general(code: str) -> Language:
    if code in _STEMMERS:
        stemmer = Stemmer.Stemmer(_STEMMERS[code])
        return Language(code, _fold, stemmer.stemWord, frozenset(), {})
    return Language(code, _fold, lambda word: word, frozenset(), {})


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    # Turkish has an i with a dot in capitals and one without in small letters: all four are one here.
    return unicodedata.normalize("NFKC", text).casefold().replace("i\u0307", "i").replace("ı", "i")
