"""The outlets that a sentence names: known ones, those behind «قناة», «صحيفة», and those that something is told to."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.paragraph import Range
from tawatur.attribution.words_of_sentence import SentenceWords

_LONGEST_NAME = 4  # words of an outlet's name in quotation marks


class SentenceOutlets(SentenceWords):
    """A sentence that finds the outlets named in it."""

    def outlet_at(self, at: int) -> Range | None:
        """An outlet named at `at`, with or without what is written on to its first word."""
        lexicon = self.lexicon
        if quoted := self._quoted_name(at):
            return quoted
        window = self.folded[at : min(self.end, at + 7)]
        spellings = [window]
        if lexicon.to and window and window[0].startswith(lexicon.to):
            spellings.append([window[0][1:], *window[1:]])
            spellings.append([lexicon.article + window[0][2:], *window[1:]])
        if at + 1 < self.end and at + 1 < self.pairs.get(at + 1, at) <= at + _LONGEST_NAME + 2:
            close = self.pairs[at + 1]  # «للجوهرة "أف أم"»
            for first, *_ in spellings:
                if self.outlets.named(" ".join([first, *self.folded[at + 2 : close]])):
                    return at, close + 1
        for spelling in spellings:
            if found := self.outlets.starting(spelling):
                return at, at + found[1]
        if lexicon.subject_first:
            return self._outlet_by_capitals(at)
        if self._is_the_outlet(at):
            return at, at + 1
        noun = bool(window) and window[0].removeprefix(lexicon.to) in lexicon.outlets
        if noun and (found := self.outlets.starting(window[1:])):
            return at, at + 1 + found[1]  # «قناة صدى البلد»
        if noun and at < self.pairs.get(at + 1, at) <= at + _LONGEST_NAME + 2:
            return at, self.pairs[at + 1] + 1  # «موقع "الساحل"», «لموقع "الساحل"»
        head = window[0][1:] if window and len(spellings) > 1 and window[0][1:] in lexicon.outlets else None
        if (
            window
            and (head or window[0] in lexicon.outlets)
            and len(window) > 1
            and self.tokens[at + 1].is_word
        ):
            if window[1] in lexicon.not_outlets:
                return None
            return at, at + 2
        return None

    def outlets_in(self, start: int, end: int) -> Iterator[Range]:
        at = start
        while at < end:
            found = self.outlet_at(at) if self.tokens[at].is_word or at in self.pairs else None
            if found:
                found = self._named_behind(found) or found
                if found[0] < end:
                    yield found[0], min(found[1], end)
                at = found[1]
            else:
                at += 1

    def _named_behind(self, outlet: Range) -> Range | None:
        """«وكالة الأنباء الرسمية "وات"»: the name of an outlet that is first described; None where it is named already."""
        if self.outlets.starting(self.folded[outlet[0] : outlet[1]]):
            return None
        behind = (
            self.outlet_at(at) for at in range(outlet[1], min(self.end, outlet[1] + 2)) if at in self.pairs
        )
        return next(filter(None, behind), None)

    def _quoted_name(self, at: int) -> Range | None:
        """«لـ«الساحل»»: a name in quotation marks, behind the preposition alone; with its marks.

        Without the preposition it has to be an outlet's that is known («البيدر»).
        """
        if at in self.pairs and self.outlets.named(" ".join(self.folded[at + 1 : self.pairs[at]])):
            return at, self.pairs[at] + 1
        if at in self.pairs and self._is_published(at):
            close = self.pairs[at]
            return (at + 1, close) if 1 < close - at <= _LONGEST_NAME + 1 else None
        if self.folded[at] != self.lexicon.to or at + 1 not in self.pairs:
            return None
        close = self.pairs[at + 1]
        short = close < self.end and close - at - 2 <= _LONGEST_NAME
        return (
            (at + 1, close + 1) if short and any(one.is_word for one in self.tokens[at + 2 : close]) else None
        )

    def _is_published(self, at: int) -> bool:
        """Whether a verb of publishing with its object stands before `at`: «حوار نشرته اليوم "الساحل"»."""
        verb = self.before_breaks(at) - 1
        word = self.folded[verb]
        if verb <= self.first or not word.endswith(self.lexicon.possessives):
            return False
        return self.folded[verb - 1] in self.lexicon.occasions and self.is_said(word)

    def _outlet_by_capitals(self, at: int) -> Range | None:
        """ "Harbor Times", "Al-Noor news agency (…)", "the newspaper Al-Mina": a name with an outlet's noun in or at it."""
        lexicon = self.lexicon
        end = at
        while end < self.end and self.tokens[end].is_word and self.tokens[end].text[:1].isupper():
            end += 1
        if end == at:
            if self.folded[at] not in lexicon.outlets:
                return None
            end = at + 1
            while end < self.end and self.tokens[end].is_word and self.tokens[end].text[:1].isupper():
                end += 1
            return (at, self.past_gloss(end)) if end > at + 1 else None
        named = end - at > 1 and self.folded[end - 1] in lexicon.outlets
        behind = end
        while behind < self.end and self.folded[behind] in lexicon.outlets:
            behind += 1
        return (at, self.past_gloss(behind)) if named or behind > end else None

    def past_gloss(self, at: int) -> int:
        """Past a name in brackets."""
        if at >= self.end or self.tokens[at].text != "(":
            return at
        return next((end + 1 for end in range(at, self.end) if self.tokens[end].text == ")"), at)

    def _is_the_outlet(self, at: int) -> bool:
        """«للصحيفة», «للقناة»: an outlet told by its noun alone, with the preposition written on to it."""
        lexicon, word = self.lexicon, self.folded[at]
        if not lexicon.joined(word) or lexicon.bare(word) not in lexicon.outlets:
            return False
        return at + 1 >= self.end or self.folded[at + 1] not in lexicon.not_outlets

    def is_to_outlet(self, at: int) -> bool:
        """«لصحيفة …», «لرويترز», «للعربية»: an outlet with the preposition written on to it."""
        to, word = self.lexicon.to, self.folded[at]
        if not to or not word.startswith(to):
            return False
        if self._quoted_name(at) is not None:
            return True
        if self.lexicon.joined(word):
            return self.outlet_at(at) is not None
        rest = word[len(to) :]
        if rest in self.lexicon.outlets or rest in self.lexicon.reporters:
            return True
        return len(rest) > 3 and self.outlets.starting([rest, *self.folded[at + 1 : at + 7]]) is not None

    def behind_addressee(self, at: int, end: int) -> int:
        """One past «لرويترز», «لمراسل الوكالة» at the start of a range, before who speaks to it; `at` if none stands there."""
        if at >= end or not self.is_to_outlet(at):
            return at
        first = at + 1 if self.folded[at][len(self.lexicon.to) :] in self.lexicon.reporters else at
        outlet = self.outlet_at(first) if first < end else None
        return min(outlet[1], end) if outlet else first
