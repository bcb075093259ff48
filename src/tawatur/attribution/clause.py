"""One sentence of a language without inflection, word by word: what each word is, and the noun phrases and cue words in it.

There is no tagger: closed classes are listed, the rest is told by endings, capitals and neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.attribution.lexicon import Cue, Lexicon
from tawatur.attribution.paragraph import CLOSING, COMMAS, OPENING, Range
from tawatur.attribution.sentence import Sentence

_GROUP = 6  # words of a verb group before its verb
_PHRASE = 14  # words of a noun phrase
_OPEN = frozenset({"name", "word", "number", "plural", "past", "ing", "time"})  # what a noun phrase is made of
_IN_GROUP = frozenset({"be", "have", "do", "modal", "not", "adverb", "ly", "to"})
_NOUNS_FOLLOW = frozenset({"determiner", "possessive", "preposition", "owner", "number"})


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that may be a cue: tokens `at` to `after`, its verb group from `group`, what the lexicon says of it."""

    at: int
    after: int
    group: int
    cue: Cue
    form: str  # "base", "s", "past", "ing", "noun", "adjective", "mark"
    voice: str  # what stands in the verb group: "be past", "have", "to", …


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, or a pronoun: its tokens, and what kind of phrase it is."""

    start: int
    end: int
    kind: str


class Clause:
    """The words of one sentence by kind, its noun phrases and its cue words."""

    def __init__(self, s: Sentence) -> None:
        self.s = s
        self.first, self.end = s.first, s.end
        self.kinds = [_kind(s, at) for at in range(s.first, s.end)]
        self.quoted = _quoted(s)
        words = [token.text for token in s.tokens[s.first : s.end] if token.is_word and len(token.text) > 3]
        self.titled = len(words) > 1 and sum(text[0].isupper() for text in words) > 0.7 * len(words)
        self.cues = list(self._cue_words())
        self.frames: dict[int, str] = {}
        self.verbs = {one.at for one in self.cues if one.form not in ("noun", "adjective", "mark")}
        self.phrases = list(self._phrases()) if self.cues else []

    def kind(self, at: int) -> str:
        """What the token at `at` is; "" outside of the sentence."""
        return self.kinds[at - self.first] if self.first <= at < self.end else ""

    def look(self, at: int) -> str:
        """The word itself where its class is closed, else its kind."""
        kind = self.kind(at)
        return kind if kind in _OPEN or not kind else self.s.folded[at]

    def _cue_words(self) -> list[CueWord]:
        found, at, lexicon = [], self.first, self.s.lexicon
        while at < self.end:
            entries = lexicon.cues.get(self.s.folded[at])
            one = self._cue_word(at, entries) if entries else None
            if one:
                found.append(one)
            at = one.after if one else at + 1
        return found

    def _cue_word(self, at: int, entries: tuple[tuple[tuple[str, ...], Cue], ...]) -> CueWord | None:
        s = self.s
        fitting = [
            (phrase, cue)
            for phrase, cue in entries
            if cue.kind != "relay"
            and (len(phrase) == 1 or tuple(s.folded[at : min(self.end, at + len(phrase))]) == phrase)
        ]
        if not fitting or (self.kind(at) == "name" and not self.titled):
            return None  # Omar Said, the United States
        longest = len(fitting[0][0])
        same = [cue for phrase, cue in fitting if len(phrase) == longest]
        cue = same[0]
        if len(same) > 1 and cue.kind == "verb" and self._reads_as_noun(at, at + longest):
            cue = same[1]
        group, voice = (at, "") if cue.kind in ("noun", "mark") else self._group(at)
        return CueWord(at, at + longest, group, cue, _form(s.folded[at], cue), voice)

    def _reads_as_noun(self, at: int, after: int) -> bool:
        before = self.kind(at - 1)
        if before in _NOUNS_FOLLOW:
            return True
        # "an official statement": the article stands before the adjective
        return before in ("word", "past", "ing") and self.kind(at - 2) in _NOUNS_FOLLOW and self.kind(after) != "that"

    def _group(self, at: int) -> tuple[int, str]:
        """Where the verb group begins whose last word is at `at`, and what verbs stand in it."""
        group, last = at, ""
        seen: list[str] = []
        for before in range(at - 1, max(self.first, at - _GROUP) - 1, -1):
            kind = self.kind(before)
            if kind not in _IN_GROUP:
                break
            if kind not in ("adverb", "ly"):
                group = before
                seen.append(kind)
            last = kind
            if kind == "to":
                break
        del last
        return group, " ".join(sorted(set(seen)))

    def _phrases(self) -> list[Phrase]:
        found: list[Phrase] = []
        at = self.first
        while at < self.end:
            kind = self.kind(at)
            if kind in _PRONOUNS:
                found.append(Phrase(at, at + 1, self._pronoun(at, kind)))
                at += 1
            elif kind in _OPEN or kind in ("determiner", "owner"):
                end = self._phrase_end(at)
                if end > at:
                    found.append(Phrase(at, end, self._phrase_kind(at, end)))
                at = max(end, at + 1)
            else:
                at += 1
        return found

    def _pronoun(self, at: int, kind: str) -> str:
        return "i" if kind == "first" and self.s.folded[at].startswith("i") else kind

    def _phrase_end(self, at: int) -> int:
        end, nouns = at, 0
        while end < min(self.end, at + _PHRASE):
            kind = self.kind(end)
            if kind == "owner":
                return end + 1
            if end in self.verbs and not (end == at and kind == "name"):
                break
            if kind == "determiner" and end > at and nouns:
                break
            if kind not in _OPEN and kind != "determiner":
                break
            if kind == "past" and nouns and self.kind(end - 1) != "number":
                break  # "The native drifted": a noun before it, so it is the verb
            nouns += kind in ("word", "name", "plural")
            end += 1
        return end

    def _phrase_kind(self, start: int, end: int) -> str:
        last = self.kind(end - 1)
        if last == "owner":
            return "owner name" if self.s.tokens[end - 1].text[:1].isupper() else "owner"
        if last == "time":
            return "time"
        if last == "name" or (end - start == 1 and last == "word" and self.s.tokens[start].text[:1].isupper()):
            return "name"
        head = self.s.folded[end - 1]
        lexicon = self.s.lexicon
        if head in lexicon.speakers or head in lexicon.groups:
            return "speaker"
        if head in lexicon.documents:
            return "document"
        return "plural" if last == "plural" else last


_PRONOUNS = frozenset({"first", "second", "third", "thing", "someone", "relative", "possessive", "object"})


def _kind(s: Sentence, at: int) -> str:
    token = s.tokens[at]
    text, word = token.text, s.folded[at]
    if not token.is_word:
        if text in OPENING or text in CLOSING:
            return "opens" if at in s.pairs else "closes" if at in s.paragraph.closes else "quote"
        return "," if text in COMMAS else text
    listed = s.lexicon.classes.get(word)
    if listed:
        return listed
    if text[0].isdigit():
        return "number"
    if word.endswith(("'s", "s'")):
        return "owner"
    if text[0].isupper() and (at > s.first or len(text) > 1 and text[1:2].isupper()):
        return "name"
    if word.endswith("ly"):
        return "ly"
    if word.endswith("ed"):
        return "past"
    if word.endswith("ing"):
        return "ing"
    return "plural" if word.endswith("s") and len(word) > 3 else "word"


def _form(word: str, cue: Cue) -> str:
    if cue.kind not in ("verb", "participle"):
        return cue.kind
    if word.endswith("ing"):
        return "ing"
    verb = cue.lemma.split()[0]
    if word == verb:
        return "base"
    return "s" if word.endswith("s") and not verb.endswith("ss") or word.endswith("sses") else "past"


def _quoted(s: Sentence) -> list[bool]:
    """For each token of the sentence whether it stands in quotation marks; those that nothing closes reach on."""
    unclosed = s.paragraph.unclosed
    found, inside = [], unclosed < s.first
    for at in range(s.first, s.end):
        if at in s.pairs or at == unclosed:
            inside = True
        elif at in s.paragraph.closes:
            inside = False
        found.append(inside)
    return found


