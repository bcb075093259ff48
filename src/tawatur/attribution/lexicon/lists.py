"""The lists of words in one table of a data file, each read as it is compared with a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tawatur.attribution.lexicon.phrases import Phrase, phrases


class Lists:
    """The lists of a table; one that a language does not have is empty."""

    def __init__(self, table: Mapping[str, Any], fold: Callable[[str], str]) -> None:
        self.table, self._fold = table, fold

    def words(self, name: str) -> frozenset[str]:
        """Words, with their spelling folded."""
        return frozenset(map(self._fold, self.table.get(name, ())))

    def endings(self, name: str) -> tuple[str, ...]:
        """What words begin or end with, folded, in its order."""
        return tuple(map(self._fold, self.table.get(name, ())))

    def written(self, name: str) -> tuple[str, ...]:
        """Words or endings as they are written before they are folded, and lemmas of cues."""
        return tuple(self.table.get(name, ()))

    def phrases(self, *names: str) -> dict[str, tuple[Phrase, ...]]:
        """Phrases of one or more words, of one or more lists, by their first word, folded."""
        return phrases([phrase for name in names for phrase in self.table.get(name, ())], self._fold)

    def word(self, name: str, default: str = "") -> str:
        """One word or letter, folded."""
        return self._fold(self.table.get(name, default))
