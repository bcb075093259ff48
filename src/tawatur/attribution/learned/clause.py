"""One sentence of a language without inflection, word by word: what each word is, and the noun phrases and cue words in it.

There is no tagger: closed classes are listed, the rest is told by endings, capitals and neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from tawatur.attribution.learned.word_kinds import form_of, kinds_of_words, quoted_words
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.sentence import Sentence

Counts = tuple[int, int, int, int]
VERBS = frozenset({"verb", "be", "have", "do", "modal"})
_SENTENCE_ENDS = frozenset({".", "!", "?", "closes", "quote"})
_QUOTES = frozenset({"opens", "closes"})
_SUBORDINATE = frozenset({"that", "relative", "question"})
_GROUP = 6  # words of a verb group before its verb
_RELATIVE = 25  # words of a relative clause between commas
_PHRASE = 14  # words of a noun phrase
_OPEN = frozenset(
    {"name", "word", "number", "plural", "past", "ing", "time"}
)  # what a noun phrase is made of
_IN_GROUP = frozenset({"be", "have", "do", "modal", "not", "adverb", "ly", "to"})
_NOUNS = frozenset({"word", "name", "plural"})
PRONOUNS = frozenset(
    {
        "first",
        "second",
        "third",
        "thing",
        "someone",
        "relative",
        "that",
        "possessive",
        "own",
        "yours",
        "object",
    }
)
STARTS = _OPEN | {"determiner", "owner"}
ADVERBS = frozenset({"adverb", "ly"})
_NOUNS_FOLLOW = frozenset({"determiner", "possessive", "own", "yours", "preposition", "owner", "number"})


class CueWord(NamedTuple):
    """A word that may be a cue: tokens `at` to `after`, its verb group from `group`, what the lexicon says of it."""

    at: int
    after: int
    group: int
    cue: Cue
    form: str  # "base", "s", "past", "ing", "noun", "adjective", "mark"
    voice: str  # what stands in the verb group: "be past", "have", "to", …


class Phrase(NamedTuple):
    """A noun phrase, or a pronoun: its tokens, and what kind of phrase it is."""

    start: int
    end: int
    kind: str


class _Inside(dict[int, str]):
    """What is told of each token of a sentence by its place; nothing of any other."""

    def __missing__(self, at: int) -> str:
        return ""


class Clause:
    """The words of one sentence by kind, its noun phrases and its cue words."""

    def __init__(self, s: Sentence) -> None:
        self.s = s
        self.first, self.end = s.first, s.end
        self.kinds = kinds_of_words(s)
        looks = [
            kind if kind in _OPEN else word
            for kind, word in zip(self.kinds, s.folded[s.first : s.end], strict=True)
        ]
        # What the token at a place is, and the word itself where its class is closed; "" outside of the sentence. Asked at every
        # turn, hence no methods.
        self.kind: Callable[[int], str] = _Inside(enumerate(self.kinds, self.first)).__getitem__
        self.look: Callable[[int], str] = _Inside(enumerate(looks, self.first)).__getitem__
        self.frames: dict[int, str] = {}  # of the cue words, once they were asked for
        self.cues = list(self._cue_words())
        self.verbs = {one.at for one in self.cues if one.form not in ("noun", "adjective", "mark")}

    @cached_property
    def titled(self) -> bool:
        """Whether the sentence is written as headlines are, most of its words with a capital."""
        s = self.s
        words = [s.written[at] for at in range(s.first, s.end) if s.is_word[at] and len(s.written[at]) > 3]
        return len(words) > 1 and sum(text[0].isupper() for text in words) > 0.7 * len(words)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each token whether it stands in quotation marks; those that nothing closes reach on."""
        return quoted_words(self.s)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases and pronouns, in order."""
        return list(self._phrases())

    @cached_property
    def _phrase_starts(self) -> list[int]:
        return [phrase.start for phrase in self.phrases]

    @cached_property
    def _phrase_ends(self) -> list[int]:
        return [phrase.end for phrase in self.phrases]

    def phrases_before(self, at: int, most: int = 1) -> list[Phrase]:
        """The last phrases, at most so many, that end at or before `at`."""
        last = bisect_right(self._phrase_ends, at)
        return self.phrases[max(0, last - most) : last]

    def phrases_behind(self, at: int, most: int = 1) -> list[Phrase]:
        """The first phrases, at most so many, that start at or behind `at`."""
        first = bisect_left(self._phrase_starts, at)
        return self.phrases[first : first + most]

    @cached_property
    def starts(self) -> dict[int, Phrase]:
        """The phrases by where they start, those of time left out."""
        return {phrase.start: phrase for phrase in self.phrases if phrase.kind != "time"}

    @cached_property
    def ends(self) -> dict[int, Phrase]:
        """The phrases by where they end, those of time left out."""
        return {phrase.end: phrase for phrase in self.phrases if phrase.kind != "time"}

    @property
    def is_ended(self) -> bool:
        """Whether the sentence ends as one does, with its mark or a quotation's."""
        return self.kind(self.end - 1) in _SENTENCE_ENDS

    def relative_before(self, at: int) -> int:
        """Where the relative clause begins that a comma ends before the verb at `at`: "the mayor, who left, said"; else `at`."""
        if self.kind(at - 1) != ",":
            return at
        for start in range(at - 2, max(self.first, at - _RELATIVE), -1):
            kind = self.kind(start)
            if kind in _QUOTES or (kind == "," and self.kind(start + 1) not in ("relative", "possessive")):
                return at
            if kind == ",":
                return start if self.kind(start + 1) == "relative" or self.between(start + 1, at)[0] else at
        return at

    def head_of(self, phrase: Phrase) -> Phrase:
        """The phrase that one belongs to: "a study" of "the institute" in "a study by the institute"."""
        lexicon, folded = self.s.lexicon, self.s.folded
        while phrase.start - 1 in self.ends and folded[phrase.start - 1] in lexicon.issuing:
            phrase = self.ends[phrase.start - 1]
        return phrase

    @cached_property
    def relatives(self) -> set[int]:
        """The relative pronouns: what stands behind them may be part of a noun phrase."""
        return {at for at, kind in enumerate(self.kinds, self.first) if kind == "relative"}

    @cached_property
    def _before(self) -> list[Counts]:
        """How many verbs, commas, quotation marks and openers of clauses stand before each token."""
        verbs = commas = quotes = openers = 0
        found = [(0, 0, 0, 0)]
        for at, kind in enumerate(self.kinds, self.first):
            verbs += at in self.verbs or kind in VERBS
            commas += kind == ","
            quotes += kind in _QUOTES
            openers += kind in _SUBORDINATE
            found.append((verbs, commas, quotes, openers))
        return found

    def between(self, start: int, end: int) -> Counts:
        """How many verbs, commas, quotation marks and openers of clauses stand in a range; none where it is empty."""
        if start >= end:
            return 0, 0, 0, 0
        first, last = self._before[start - self.first], self._before[end - self.first]
        return last[0] - first[0], last[1] - first[1], last[2] - first[2], last[3] - first[3]

    def _cue_words(self) -> list[CueWord]:
        found, at = [], self.first
        folded, cues, withholding = self.s.folded, self.s.lexicon.cues, self.s.lexicon.withholding
        while at < self.end:
            word = folded[at]
            if word in withholding and (length := starts(withholding, folded, at)):
                at += length  # "asked not to be named" tells who he is, not what he says
                continue
            one = self._cue_word(at, cues[word]) if word in cues else None
            if one:
                found.append(one)
            at = one.after if one else at + 1
        return found

    def _cue_word(self, at: int, entries: tuple[tuple[tuple[str, ...], Cue], ...]) -> CueWord | None:
        s = self.s
        fitting = [
            entry
            for entry in entries
            if entry[1].kind != "relay"
            and (len(entry[0]) == 1 or tuple(s.folded[at : min(self.end, at + len(entry[0]))]) == entry[0])
        ]
        if not fitting or (self.kinds[at - self.first] == "name" and not self.titled):
            return None  # Omar Said, the United States
        longest = len(fitting[0][0])
        same = [cue for phrase, cue in fitting if len(phrase) == longest]
        cue = same[0]
        if len(same) > 1 and cue.kind == "verb" and self._reads_as_noun(at, at + longest):
            cue = same[1]
        group, voice = (at, "") if cue.kind in ("noun", "mark") else self._group(at)
        return CueWord(at, at + longest, group, cue, form_of(s.folded[at], cue), voice)

    def _reads_as_noun(self, at: int, after: int) -> bool:
        before = self.kind(at - 1)
        if before in _NOUNS_FOLLOW:
            return True
        # "an official statement": the article stands before the adjective
        return (
            before in ("word", "past", "ing")
            and self.kind(at - 2) in _NOUNS_FOLLOW
            and self.kind(after) != "that"
        )

    def _group(self, at: int) -> tuple[int, str]:
        """Where the verb group begins whose last word is at `at`, and what verbs stand in it."""
        kinds, group = self.kinds, at
        seen: list[str] = []
        for before in range(at - 1, max(self.first, at - _GROUP) - 1, -1):
            kind = kinds[before - self.first]
            if kind not in _IN_GROUP:
                break
            if kind not in ADVERBS:
                group = before
                if kind not in seen:
                    seen.append(kind)
            if kind == "to":
                break
        return group, " ".join(sorted(seen)) if seen else ""

    def _phrases(self) -> Iterator[Phrase]:
        at = self.first
        while at < self.end:
            kind = self.kinds[at - self.first]
            end = at + 1
            if kind in PRONOUNS:
                yield Phrase(at, end, kind)
            elif kind in STARTS and (last := self._phrase_end(at)) > at:
                end = last
                yield Phrase(at, end, self._phrase_kind(at, end))
            at = end

    def _phrase_end(self, at: int) -> int:
        kinds, first, nouns = self.kinds, self.first, 0
        for end in range(at, min(self.end, at + _PHRASE)):
            kind = kinds[end - first]
            if kind == "owner":
                return end + 1
            if end in self.verbs and not (end == at and kind == "name") and not self._describes(end):
                return end
            if kind == "determiner":
                if nouns:
                    return end
            elif kind not in _OPEN:
                return end
            if kind == "past" and nouns and kinds[end - 1 - first] != "number":
                return end  # "The native drifted": a noun before it, so it is the verb
            nouns += kind in _NOUNS
        return min(self.end, at + _PHRASE)

    def _describes(self, at: int) -> bool:
        """Whether a participle stands between an article and a noun: "an informed source"."""
        between = self.kind(at - 1) == "determiner" and self.kind(at + 1) in _NOUNS
        return between and self.kind(at) in ("past", "ing")

    def _phrase_kind(self, start: int, end: int) -> str:
        last = self.kind(end - 1)
        if last == "owner":
            return "owner name" if self.s.written[end - 1][:1].isupper() else "owner"
        if last == "time":
            return "time"
        if last == "name" or (end - start == 1 and last == "word" and self.s.written[start][:1].isupper()):
            return "name"
        head = self.s.folded[end - 1]
        lexicon = self.s.lexicon
        if head in lexicon.speakers or head in lexicon.groups:
            return "speaker"
        if head in lexicon.documents:
            return "document"
        return "plural" if last == "plural" else last
