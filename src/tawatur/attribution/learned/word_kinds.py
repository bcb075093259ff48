"""Of what kind each word of an English clause is, by its class in the lexicon, its capitals or its ending."""

from __future__ import annotations

from functools import lru_cache

from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import CLOSING, COMMAS, OPENING
from tawatur.attribution.text.sentence import Sentence

_OWNERS = ("'s", "s'")
_ENDINGS = (("s", "plural"), ("ly", "ly"), ("ed", "past"), ("ing", "ing"))


def kinds_of_words(s: Sentence) -> list[str]:
    """The kinds of the words and marks of a sentence, in order."""
    found: list[str] = []
    for at, kind in enumerate(map(s.lexicon.classes.get, s.folded[s.first : s.end]), s.first):
        if kind is None:
            kind = _kind_of_word(s, at) if s.is_word[at] else _mark(s, at)
            if kind == "." and found and found[-1] == "name" and at + 1 < s.end and s.is_word[at + 1]:
                kind = "name"  # Mr. Haddad, Omar F. Haddad
        found.append(kind)
    return found


def _kind_of_word(s: Sentence, at: int) -> str:
    text = s.written[at]
    if text[0].isupper() and (at > s.first or text[1:2].isupper()):
        return "owner" if s.folded[at].endswith(_OWNERS) else "name"
    if "-" in text and _is_name_behind_article(text, s):
        return "name"
    return _by_ending(s.folded[at])


def _is_name_behind_article(text: str, s: Sentence) -> bool:
    """Whether a word is a name with the article of its own language: "al-Haddad"."""
    article, _, name = text.partition("-")
    return article in s.lexicon.before_names and name[:1].isupper()


def _mark(s: Sentence, at: int) -> str:
    text = s.written[at]
    if text in OPENING or text in CLOSING:
        return "opens" if at in s.pairs else "closes" if at in s.paragraph.closes else "quote"
    return "," if text in COMMAS else text


@lru_cache(maxsize=100_000)
def _by_ending(word: str) -> str:
    if word[0].isdigit():
        return "number"
    if word.endswith(_OWNERS):
        return "owner"
    ending = next((kind for ending, kind in _ENDINGS if word.endswith(ending)), "word")
    return "word" if ending == "plural" and len(word) <= 3 else ending


def form_of(word: str, cue: Cue) -> str:
    if cue.kind not in ("verb", "participle"):
        return cue.kind
    if word.endswith("ing"):
        return "ing"
    verb = cue.lemma.split()[0]
    if word == verb:
        return "base"
    return "s" if (word.endswith("s") and not verb.endswith("ss")) or word.endswith("sses") else "past"


def quoted_words(s: Sentence) -> list[bool]:
    unclosed = s.paragraph.unclosed
    if not s.pairs and unclosed >= s.end:
        return [False] * (s.end - s.first)
    found, inside = [], unclosed < s.first
    for at in range(s.first, s.end):
        if at in s.pairs or at == unclosed:
            inside = True
        elif at in s.paragraph.closes:
            inside = False
        found.append(inside)
    return found
