"""What is said in a sentence, from where it starts to where it ends or another statement begins."""

from __future__ import annotations

from tawatur.attribution.according_starts import starts_according
from tawatur.attribution.asides import goes_on, is_parted_by, past_own_word
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.paragraph import COMMAS, Range
from tawatur.attribution.phrase_ends import SentencePhrases


class SentenceContents(SentencePhrases):
    """A sentence that reads what is said from where it starts."""

    def content(self, start: int) -> Range | None:
        """From `start` to the end of its quotation or sentence, a following circumstance (مضيفا أن) left out."""
        while start < self.end and self.tokens[start].text in COMMAS | {":"}:
            start += 1
        if start >= self.end:
            return None
        if start in self.pairs:
            close = self.pairs[start]
            rest = close + 1
            if rest >= self.end or not (self.tokens[rest].is_word or self._adds(start, rest)):
                return start, min(close + 1, self.end)
            if self.tokens[rest].is_word and self.joins_another(rest):
                return start, close + 1
        end = start
        while end < self.end:
            if end in self.pairs:
                end = self.pairs[end] + 1
                continue
            comma = end + 1 < self.end and self.tokens[end].text in COMMAS
            at = end + comma
            if self.folded[at] in self.lexicon.own_word_starts and (tag := past_own_word(self, at)) > at:
                if not is_parted_by(self, tag):
                    break  # «… حسب قوله»
                end = tag
                continue
            if comma and (aside := self._past_according(end + 1)) > end + 1:
                end = aside
                continue
            if comma and self._opens_another(end + 1):
                break
            if end > start and self.is_circumstance(end):
                break
            if end > start + 1 and (
                self._joins_statement(end)
                # «… كما طالبوا بإقالة المدير», with no comma before
                or (self.folded[end] in self.lexicon.meanwhile and self._opens_another(end))
            ):
                break
            end += 1
        if start + 1 < end < self.end and self.folded[end - 1] in self.lexicon.joining:
            end -= 1  # «… و أضاف»
        return self.trim((start, min(end, self.end)))

    def _past_according(self, at: int) -> int:
        """Past «وفق المصدر» between commas behind which the clause goes on: «النسبة، وفق المصدر، تبلغ»; `at` where none stands."""
        length = starts_according(self.lexicon, self.folded, at)
        close = self.clause_end(at + length) if length else at
        parts = at < close < self.end and self.tokens[close].text in COMMAS
        return close + 1 if parts and goes_on(self, close + 1) else at

    def _adds(self, start: int, comma: int) -> bool:
        """Whether behind a quotation that «أن» opens at `start` and a comma the clause goes on: «أن "…"، والوضع صعب»."""
        at, conjunction = comma + 1, self.lexicon.conjunction
        if at >= self.end or self.tokens[comma].text not in COMMAS or self._opens_another(at):
            return False
        word = self.folded[at].removeprefix(conjunction)
        joined = word != self.folded[at] and self.folded[at] not in self.lexicon.breaks
        return joined and not self.lexicon.that.isdisjoint({word, self.folded[start - 1]})

    def joins_another(self, at: int) -> bool:
        """Whether behind a quotation another one speaks: «"…" وأرملة الشهيد تقول»."""
        word, conjunction = self.folded[at], self.lexicon.conjunction
        noun = bool(conjunction) and word.startswith(conjunction) and word not in self.lexicon.nouns
        return self._joins_statement(at) or (noun and word[len(conjunction) :] in self.lexicon.speakers)

    def _joins_statement(self, at: int) -> bool:
        """«… وأكدت أن», «… و أضاف أن», with no comma before."""
        found = self.lexicon.cues.get(self.folded[at])
        if not found or found[0][1].kind != "verb" or self.folded[at] in self.lexicon.editorial:
            return False
        return self._conjoined_statement(at, found[0][1])

    def _opens_another(self, at: int) -> bool:
        if starts_according(self.lexicon, self.folded, at):
            return True
        if self.folded[at] in self.lexicon.and_that and at + 1 < self.end:
            return bool(starts_according(self.lexicon, self.folded, at + 1))
        at += self.folded[at] in self.lexicon.meanwhile and at + 1 < self.end  # «، كما أعلنت الوزارة أن»
        found = self.lexicon.cues.get(self.folded[at])
        if found is None:
            return False
        return found[0][1].kind == "participle" or self._conjoined_statement(at, found[0][1])

    def _conjoined_statement(self, at: int, cue: Cue) -> bool:
        """«وقالت إن», «وأضاف: "…"», «كما أعلن أن»: a verb that is joined to the one before, and its own statement."""
        if cue.kind != "verb" or cue.lemma in self.lexicon.ambiguous:
            return False
        turns = at > self.first and self.folded[at - 1] in self.lexicon.meanwhile
        if not (turns or self.conjoined(at)):
            return False
        end = self.clause_end(at + 1)
        if (
            turns
            and "to" in cue.takes
            and at + 1 < self.end
            and self.folded[at + 1].startswith(cue.preposition or ".")
        ):
            return True
        if cue.plural and not cue.present and cue.preposition in self.folded[at + 1 : end]:
            return True  # «… وعزوا ضعف الإنتاج إلى»
        if (
            cue.lemma in self.lexicon.speaking
            and at + 1 < end
            and self.folded[at + 1] in self.lexicon.own_words
        ):
            return True
        return any(self.folded[one] in self.lexicon.that or one in self.pairs for one in range(at + 1, end))
