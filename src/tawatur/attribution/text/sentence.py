"""One sentence of a paragraph, word by word: what its words are, where its clauses end, what stands before a word."""

from __future__ import annotations

from functools import cached_property

from tawatur.attribution.lexicon import Lexicon, starts
from tawatur.attribution.text.paragraph import CLOSING, COMMAS, Paragraph, Range
from tawatur.outlets import Outlets

_LONG = 6  # letters
_SHORT = 3
_NEAR = 4  # tokens from the start of a sentence
_ASIDE = 7  # tokens of what a sentence opens with before its comma
_CLAUSE_ENDS = COMMAS | {"."}
# Marks at the ends of a phrase that are no part of it.
_LOOSE = COMMAS | {".", ":", "-", "–", "—", "!", "؟", "?"}


class Sentence:
    """The tokens of one sentence, and what was found in it so far."""

    def __init__(
        self, paragraph: Paragraph, lexicon: Lexicon, outlets: Outlets, number: int, first: int, end: int
    ) -> None:
        self.paragraph, self.lexicon, self.outlets = paragraph, lexicon, outlets
        self.folded, self.written, self.is_word = paragraph.folded, paragraph.written, paragraph.is_word
        self.pairs, self.marked_names = paragraph.pairs, paragraph.marked_names
        self.number, self.first, self.end = number, first, end
        self.subject: Range | None = None  # who said the last statement of the sentence, as it names him
        self.inner: Range | None = None  # who speaks in the last statement that stands in another
        self.said: Range | None = None  # what the last statement says
        self.present: bool | None = None  # whether the verb of that statement is one of the present
        self.found = False  # a statement before this one in the sentence

    @property
    def turned(self) -> bool:
        """Whether the sentence begins with what turns to another speaker: «من جانبه»."""
        turns, near = self.lexicon.turns, range(self.first, min(self.first + _NEAR, self.end))
        return any(self.folded[at] in turns and starts(turns, self.folded, at) for at in near)

    @cached_property
    def opening(self) -> int:
        """The first word of the sentence that tells something: behind «و» that stands alone, and «قد»."""
        lexicon, at = self.lexicon, self.first
        if starts(lexicon.turns, self.folded, at) or self.folded[at] in lexicon.before_clauses:
            comma = next(
                (one for one in range(at, min(at + _ASIDE, self.end)) if self.written[one] in COMMAS),
                at - 1,
            )
            turn = starts(lexicon.turns, self.folded, at)
            at = max(comma + 1, at + turn)  # «في المقابل، كانت الوزارة», «من جهته مصدر أمني أكد»
        aside = starts(lexicon.breaks, self.folded, at)
        if aside > 2 and at == self.first:
            at = min(at + aside, self.end - 1)  # «من جهة أخرى عبر السكان»
        while at + 1 < self.end and (
            self.folded[at] in lexicon.already or self.folded[at] in lexicon.conjunctions
        ):
            at += 1
        return min(at, self.end - 1)

    def conjoined(self, at: int, also_so: bool = False) -> bool:
        """Whether «و» is written on to the verb at `at`, or before it; with `also_so` any conjunction is meant («فقال»)."""
        conjunctions = self.lexicon.conjunctions if also_so else (self.lexicon.conjunction,)
        before = self.folded[at - 1] if at > self.first else ""
        if before in conjunctions or (before in self.lexicon.already and before.startswith(conjunctions)):
            return True
        word, cues = self.folded[at], self.lexicon.cues
        if not word.startswith(conjunctions):
            return False
        lemmas = {cue.lemma for _, cue in cues.get(word, ())}
        if self.is_word[at - 1] and any(
            lemma.startswith(conjunctions) and lemma[:2] == word[:2] for lemma in lemmas
        ):
            return False  # «أن الشركة وعدت»; but «ووصف»
        return any(cue.lemma in lemmas for _, cue in cues.get(word[1:], ()))

    def does(self, at: int) -> bool:
        """Whether a word reads as a verb of the present: «يعلق»; not «يوسف», nor «يجب», with which somebody's sentence begins."""
        lexicon, word = self.lexicon, self.folded[at]
        if not word.startswith(lexicon.present) or len(word) < _SHORT + 1 or word in lexicon.claims:
            return False
        named = word in lexicon.given_names or (self.is_name(word) and at == self.first)
        return not (named or lexicon.is_place(word))

    def takes_up(self, at: int) -> bool:
        """Whether the word behind a verb takes a text up in which it is said: «تدوينة قال فيها»."""
        return at < self.end and self.folded[at] in self.lexicon.in_it

    def has_suffix(self, at: int) -> bool:
        """Whether a word of some length ends as one does that a pronoun is written on to: «مواجهته», not «الحقيقة»."""
        return len(self.folded[at]) > _LONG and self.ends_in_pronoun(at)

    def ends_in_pronoun(self, at: int) -> bool:
        """Whether a word ends with the letters of a pronoun, and is no feminine noun: «بيته», not «هيئة»."""
        written = self.folded[at].endswith(self.lexicon.possessives)
        return written and not self.lexicon.feminine_noun(self.written[at])

    def has_pronoun(self, at: int) -> bool:
        """Whether an object is written on to the verb at `at` («وصفته»)."""
        word = self.folded[at]
        return any(stem != word and stem in self.lexicon.cues for stem in self.lexicon.without_object(word))

    def is_verb_cue(self, at: int) -> bool:
        found = self.lexicon.cues.get(self.folded[at])
        return (
            found is not None
            and found[0][1].kind == "verb"
            and found[0][1].lemma not in self.lexicon.ambiguous
        )

    def is_name(self, word: str) -> bool:
        return self.lexicon.is_name(word)

    def is_preposition(self, at: int) -> bool:
        """Whether the word at `at` is «على», which is folded as the name علي is."""
        return (
            self.written[at] in self.lexicon.written_prepositions
            and self.folded[at] in self.lexicon.given_names
        )

    def is_name_part(self, at: int) -> bool:
        """Whether the word at `at` is one that names are made of: a given name, half of one, or none of everyday language."""
        word = self.folded[at]
        return word in self.lexicon.name_parts or (self.is_word[at] and self.is_name(word))

    def is_said(self, word: str) -> bool:
        """Whether a folded word is the verb of a statement, with or without its object written on to it."""
        return any(self.lexicon.tells(stem, "verb", "relay") for stem in self.lexicon.without_object(word))

    def is_time(self, at: int) -> bool:
        word = self.folded[at]
        if word not in self.lexicon.breaks:
            return False
        timely = self.lexicon.definite(word) or word in self.lexicon.times
        return timely and bool(starts(self.lexicon.breaks, self.folded, at))

    def past_date(self, at: int) -> int:
        """One past a word of time, and the date behind it: «السبت 22 أوت 2016»; not «السبت 4 إصابات»."""
        at += 1
        if at < self.end and self.folded[at] in self.lexicon.passing:
            at += 1  # «السبت الماضي»
        dated = at + 1 < self.end and (self.folded[at + 1] in self.lexicon.months or not self.lexicon.months)
        if dated and self.folded[at].isdigit():
            at += 3 if at + 2 < self.end and self.folded[at + 2].isdigit() else 2
        return at

    def past_times(self, at: int, end: int) -> int:
        """Past the words of time from `at` on, and the dates behind them; no further than where one begins at `end`."""
        while at < end and self.is_time(at):
            at = self.past_date(at)
        return at

    def before_breaks(self, at: int) -> int:
        """One past the last token before `at` that is no word of time or place and denies nothing: back over «قد», «اليوم», «لم», "also"."""
        while at > self.first and (
            starts(self.lexicon.breaks, self.folded, at - 1) or self.folded[at - 1] in self.lexicon.negations
        ):
            at -= 1
        return at

    def before_thus(self, at: int) -> int:
        """`at`, or where «هكذا», «بهذه الكلمات» begins that stands before it."""
        begins = (one for one in range(max(self.first, at - 3), at))
        return next((one for one in begins if starts(self.lexicon.thus, self.folded, one) == at - one), at)

    def clause_end(self, start: int) -> int:
        at = start
        while at < self.end and self.folded[at] not in _CLAUSE_ENDS:
            at = self.pairs.get(at, at) + 1
        return min(at, self.end)

    def next_quotation(self, at: int) -> int:
        """Where in the clause at `at` a quotation opens; `at` where none does."""
        return next((one for one in range(at, self.clause_end(at)) if one in self.pairs), at)

    def opens_clause_in(self, start: int, end: int) -> bool:
        """Whether «أن» stands in a token range, and not in a name in quotation marks («شبكة "سي.إن.إن"»)."""
        while start < end:
            if self.folded[start] in self.lexicon.that:
                return True
            start = self.pairs.get(start, start) + 1
        return False

    def find(self, word: str, start: int, end: int) -> int | None:
        try:
            return self.folded.index(word, start, min(end, self.end))
        except ValueError:
            return None

    def find_any(self, wanted: frozenset[str], start: int, end: int) -> int | None:
        return next((at for at in range(start, min(end, self.end)) if self.folded[at] in wanted), None)

    def trim(self, part: Range) -> Range | None:
        start, end = part
        while start < end and self.written[start] in _LOOSE:
            start += 1
        while start < end and self.written[end - 1] in _LOOSE:
            end -= 1
        return (start, end) if any(self.is_word[start:end]) else None

    def skip_verbs(self, at: int) -> int:
        """Past «ما», «لما» and the verb of a phrase such as «وفقا لما نشرته»."""
        after = at
        if at > self.first and self.folded[at - 1] in self.lexicon.what:
            return self.skip_verb_of(at)
        if after < self.end and self.folded[after] in self.lexicon.what:
            return self.skip_verb_of(after + 1)
        length = starts(self.lexicon.according_verbs, self.folded, after) if after < self.end else 0
        return after + length

    def skip_verb_of(self, at: int) -> int:
        """Past the verb behind «ما» and what takes it up: «ما صرحت به»; `at` where no such verb stands there."""
        lexicon = self.lexicon
        after = at + (starts(lexicon.according_verbs, self.folded, at) if at < self.end else 0)
        if after == at and at < self.end and self.is_said(self.folded[at]):
            after += 1
        while at < after < self.end and self.folded[after] in lexicon.of_it:
            after += 1
        return after

    def is_quoted(self, at: int) -> bool:
        """Whether a token stands in quotation marks."""
        return self.paragraph.quotation_around(at) is not None

    def quotation_before(self, at: int, within: int = 2) -> Range | None:
        """A quotation that closes just before `at`, a comma between allowed; as far back as `within` tokens."""
        for close in range(at - 1, max(self.first, at - within - 1) - 1, -1):
            if close in self.paragraph.closes and self.written[close] in CLOSING:
                start = self.paragraph.closes[close]
                return (start, close + 1) if close - start > 2 else None
            if self.written[close] in COMMAS and close < at - 1 and within <= 2:
                return None
        return None
