"""The words of a text that tell something, in the runs between its marks and stop words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.language import Language
from tawatur.language.text import Tokens

_SHORTEST = 3  # letters
_SHORTEST_NUMBER = 2  # figures


class Word(NamedTuple):
    """A word as it is written, folded, and its stem."""

    written: str
    plain: str
    stem: str

    @property
    def is_number(self) -> bool:
        return self.plain[0].isdigit()


def runs(text: str, spoken: Language) -> Iterator[list[Word]]:
    """The runs of words of a text that no mark and no stop word parts."""
    tokens, run = Tokens(text), list[Word]()
    for written, is_word in zip(tokens.written, tokens.is_word, strict=True):
        plain = spoken.normalise(written) if is_word else ""
        least = _SHORTEST_NUMBER if plain[:1].isdigit() else _SHORTEST
        if len(plain) >= least and plain not in spoken.stopwords:
            run.append(Word(written, plain, spoken.stem(plain)))
        elif run:
            yield run
            run = []
    if run:
        yield run
