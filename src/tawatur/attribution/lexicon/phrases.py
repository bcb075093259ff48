"""Phrases of one or more words, found by their first: «من جهته», «according to»."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tawatur.language.text import words

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]  # by their first words, the longest first


def phrases(listed: Iterable[str], fold: Callable[[str], str]) -> dict[str, tuple[Phrase, ...]]:
    """The listed phrases by their first words, with their spelling folded."""
    found: dict[str, list[Phrase]] = {}
    for text in listed:
        phrase = tuple(words(fold(text)))
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(those, key=len, reverse=True)) for first, those in found.items()}


def starts(phrases: Phrases, folded: Sequence[str], at: int) -> int:
    """How many words the longest of `phrases` takes that stands at `at`; 0 where none does."""
    longest_first = phrases.get(folded[at]) if at < len(folded) else None
    if longest_first is None:
        return 0
    following = folded[at + 1] if at + 1 < len(folded) else ""
    for phrase in longest_first:
        if len(phrase) == 1 or (
            phrase[1] == following and tuple(folded[at + 2 : at + len(phrase)]) == phrase[2:]
        ):
            return len(phrase)
    return 0
