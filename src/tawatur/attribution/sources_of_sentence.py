"""The noun phrase of who speaks in a sentence, from where it starts to where it ends."""

from __future__ import annotations

from tawatur.attribution.lexicon import starts
from tawatur.attribution.paragraph import COMMAS, Range
from tawatur.attribution.phrase_ends import SentencePhrases

_SHORT = 3
_LONGEST_NAME = 4  # words of an outlet's name in quotation marks


class SentenceSources(SentencePhrases):
    """A sentence that reads who speaks from where he is named."""

    def source(self, start: int, end: int, to: bool = True) -> tuple[Range | None, tuple[Range, ...]]:
        """The noun phrase at the start of a token range, and the outlets named after it («لصحيفة …»).

        `to` is False where the «ل» of its first word belongs to the cue (وفقا لصحيفة).
        """
        opening = start
        start = self.past_aside(start, end)
        if start < end and self.folded[start] in self.lexicon.demonstratives | self.lexicon.relatives:
            return None, tuple(self.outlets_in(start, end))
        begins = self.behind_addressee(start, end) if to else start
        addressed, start = tuple(self.outlets_in(opening, begins)), begins
        at = start
        governed = at < end and self.tokens[at].text in self.lexicon.before_nouns
        while at < end:
            if self.tokens[at].text in COMMAS and self._leaves_phrase(at, end):
                break
            if (
                at > start
                or not self.tokens[at].is_word
                or self.is_occasion(at)
                or (to and self.is_to_outlet(at))
            ):
                if self.ends_phrase(at) and not self._is_of_people(start, at):
                    behind = at + starts(self.lexicon.breaks, self.folded, at)
                    if at == start or not (behind > at and self.resumes(behind, end)):
                        break
                    at = behind  # «رئيس الهيئة سابقا، سالم الحداد»
            elif starts(self.lexicon.breaks, self.folded, at) and not self._is_guest(at):
                break
            if at > start + 1 and self.tokens[at].text == "(" and self._is_aside(start, at):
                break  # «الطالبة سلوى الحداد (المشاركة في المعرض)»
            if at > start and self.is_preposition(at) and self.is_name(self.folded[at - 1]):
                break  # «سامي الحداد على صفحته»
            if at > start + 1 and self.folded[at] in self.lexicon.within and self._ends_name(start, at):
                break  # «سامي الحداد في افتتاحية»
            close = self.pairs.get(at, at)
            at = close + 1 if close < end and close - at <= _LONGEST_NAME + 1 else at + 1
        while start < at and (self._is_no_source(start) or self.is_time(start)):
            start += 1
        if (
            start + 1 < at
            and self.folded[start] in self.lexicon.same
            and self.lexicon.definite(self.folded[start + 1])
        ):
            at = start + 2  # «نفس المتحدث», and nothing more of its phrase
        if start < at and self.folded[start] in self.lexicon.what:
            at = start  # «ما يشاع» speaks of something, and is nobody
        last = self._issuer_end(start, at, end)
        while start < last and (
            self.folded[last - 1] in self.lexicon.no_end or self.tokens[last - 1].text in COMMAS
        ):
            last -= 1
        start, last = self._within_brackets(start, last)
        source = self.trim((start, last)) if not governed else None  # «نبهت في أكثر من مناسبة»
        return source, (*addressed, *self.outlets_in(at, end))

    def _is_no_source(self, at: int) -> bool:
        """Whether with the word at `at` no speaker's phrase begins; «علي عبد الله», written as the name is, begins one."""
        if self.folded[at] not in self.lexicon.no_source:
            return False
        named = self.folded[at] in self.lexicon.given_names and at + 1 < self.end
        return not (named and not self.is_preposition(at) and self.is_name_part(at + 1))

    def past_aside(self, at: int, end: int) -> int:
        """Past words of time, and past an occasion between commas: «قال، في تصريح لصحيفة، الوزير»."""
        while at < end:
            if self.tokens[at].text in COMMAS and at + 1 < end and self.is_occasion(at + 1):
                close = self.clause_end(at + 1)
                at = close if close < end else at + 1
                if close >= end:
                    break
            elif self.is_time(at):
                at = min(self.past_date(at), end)
            elif self.tokens[at].text in COMMAS:
                at += 1
            else:
                break
        return at

    def _leaves_phrase(self, comma: int, end: int) -> bool:
        """Whether a comma inside a source ends it, rather than opening an apposition."""
        rest = comma + 1
        if rest >= end or self.ends_phrase(rest):
            return True
        following = [at for at in range(rest, end) if self.tokens[at].text in COMMAS]
        close = following[0] if following else end
        return close - rest > 9 and not self.name_at(rest, end)

    def _is_of_people(self, start: int, at: int) -> bool:
        """«الاتحاد العام لطلبة تونس», «النقابة الوطنية للصحفيين»: whose body it is, where a person speaks to them."""
        body = self.lexicon.bare(self.folded[start]) in self.lexicon.organisations
        described = at - start > 1 and all(map(self.lexicon.definite, self.folded[start:at]))
        near = body and at - start <= _SHORT and self.is_to_people(at)
        return near and (described or not self.lexicon.joined(self.folded[at]))

    def _is_guest(self, at: int) -> bool:
        """Whether a word that ends the phrase of another is who speaks here: «وأضاف ضيف البرنامج»; not «أمام»."""
        role = self.folded[at] in self.lexicon.roles
        return role and self.tokens[at].text not in self.lexicon.written_prepositions

    def _is_aside(self, start: int, at: int) -> bool:
        """Whether the bracket at `at` tells more of a person: behind a name, or with a number."""
        return self._ends_name(start, at) or self.folded[at + 1].isdigit()

    def _within_brackets(self, start: int, end: int) -> Range:
        """A range without a bracket at its start or its end that nothing in it goes with, or that go around all of it."""
        texts = [token.text for token in self.tokens[start:end]]
        if "(" in texts[:1] and texts[-1:] == [")"]:
            return start + 1, end - 1
        if start < end and self.paragraph.closes.get(end - 1, start) == start - 1:
            return start, end - 1  # «وفق "الساحل"», whose opening mark was passed over
        if ")" in texts[:-1] and "(" not in texts:
            start += texts.index(")") + 1  # «لمراسلة (وات) الممرض»
        return start + (texts[:1] == ["("]), end - (texts[-1:] == [")"] and "(" not in texts)

    def _ends_name(self, start: int, at: int) -> bool:
        """Whether the word before `at` ends the name of a person: a given name, and one word more."""
        given, before = self.lexicon.of_given, self.folded[at - 1]
        return self.folded[at - 2] in given and (before in given or before not in self.lexicon.everyday)

    def _issuer_end(self, start: int, at: int, end: int) -> int:
        """Where the phrase ends that names a document and, behind words of time, who issued it; `at` if none does.

        «بلاغ أصدرته وزارة الداخلية», «بيان صادر، اليوم الجمعة، عن الهيئة».
        """
        lexicon = self.lexicon
        if start >= at or lexicon.bare(self.folded[start]) not in lexicon.documents:
            return at
        last = max(
            (one for one in range(start, min(at + 6, end)) if self.folded[one] in lexicon.issued), default=at
        )
        if last + 1 < end and lexicon.bare(self.folded[last + 1]) in lexicon.organisations:
            at = max(at, last + 2)
            while at < end and self.tokens[at].text not in COMMAS and not self.ends_phrase(at):
                at += 1
        return at
