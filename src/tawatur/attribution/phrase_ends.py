"""Where a noun phrase of a sentence ends: before words of time, an occasion, an addressee, or what says something more."""

from __future__ import annotations

from tawatur.attribution.according_starts import starts_according
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.outlets_of_sentence import SentenceOutlets
from tawatur.attribution.paragraph import COMMAS, DASHES

_LONG = 6  # letters
_SHORT = 3
_ADDRESSEE = 6  # tokens


class SentencePhrases(SentenceOutlets):
    """A sentence that tells where its noun phrases end."""

    def ends_phrase(self, at: int) -> bool:
        word = self.folded[at]
        if self.is_occasion(at) or (
            starts(self.lexicon.breaks, self.folded, at) and not self._is_at_body(at)
        ):
            return True
        if self.tokens[at].text in DASHES or starts(self.lexicon.turns, self.folded, at):
            return True
        return (
            word == self.lexicon.to
            or word in self.lexicon.what
            or word in self.lexicon.likewise
            or self.is_to_outlet(at)
            or self.is_to_people(at)
            or word in self.lexicon.cognates
            or (len(word) >= _LONG - 1 and word.endswith(self.lexicon.plural_verb))
            or self.is_circumstance(at)
            or bool(starts(self.lexicon.ascribed, self.folded, at))
            or bool(starts_according(self.lexicon, self.folded, at))
        )

    def is_occasion(self, at: int) -> bool:
        """Whether «في بيان», «خلال لقاء», "in a speech" begins at `at`."""
        after = at + 1
        if after + 1 < self.end and self.folded[after] in self.lexicon.same:
            after += 1  # «في ذات السياق»
            if self.lexicon.bare(self.folded[after]) in self.lexicon.occasions:
                return self.tokens[at].text in self.lexicon.written_prepositions
        if after >= self.end or self.folded[after] not in self.lexicon.occasions:
            return False
        word, text = self.folded[at], self.tokens[at].text
        if self.lexicon.subject_first:
            return (
                len(word) <= _SHORT and word not in self.lexicon.articles and not self.lexicon.definite(word)
            )
        # «الرئيس سالم الحداد وفي مداخلته … أكد»
        return text.removeprefix(self.lexicon.conjunction) in self.lexicon.written_prepositions

    def _is_at_body(self, at: int) -> bool:
        """«كاتب الدولة لدى وزير النقل»: with whom somebody has his office, where a meeting may follow elsewhere."""
        if self.folded[at] not in self.lexicon.attached or at + 1 >= self.end:
            return False
        return self.lexicon.bare(self.folded[at + 1]) in self.lexicon.organisations | self.lexicon.roles

    def is_to_people(self, at: int) -> bool:
        """«لصحفيين», «للنواب»: to whom something is said, with the preposition written on to it."""
        to, word = self.lexicon.to, self.folded[at]
        if not to or not word.startswith(to):
            return False
        return (
            self.lexicon.bare(word) if self.lexicon.joined(word) else word[len(to) :]
        ) in self.lexicon.addressees

    def is_circumstance(self, at: int) -> bool:
        """«… مضيفا أن», «… مشيرا إلى», «… بقوله: », with no comma before."""
        found = self.lexicon.cues.get(self.folded[at])
        if not found or found[0][1].kind not in ("participle", "noun") or at + 1 >= self.end:
            return False
        if self.folded[at - 1] in self.lexicon.negations:
            return False  # «معلومات غير مؤكدة أن»
        if found[0][1].kind == "noun" and self.tokens[at - 1].text in self.lexicon.before_nouns:
            return False  # «وأضاف في تصريحه أن»
        if found[0][1].present:
            return not self.lexicon.that.isdisjoint(self.folded[at + 1 : at + 4])  # «ليوضح بعدها أن»
        behind = at + 1
        behind += self.folded[behind] in self.lexicon.times and behind + 1 < self.end  # «مشيرا أيضا إلى»
        following = self.folded[behind]
        opens = following in self.lexicon.that or following == ":" or behind in self.pairs
        return opens or any(
            cue.kind == "participle" and (following == cue.preposition or self._is_addressed(cue, behind))
            for _, cue in found
        )

    def _is_addressed(self, cue: Cue, at: int) -> bool:
        """Whether a circumstance names from `at` whom something is said to: «محذرا رئيس الجمهورية من»."""
        preposition = cue.preposition or ""
        if "person" not in cue.takes or len(preposition) == 1:
            return False
        return self.find(preposition, at, min(at + _ADDRESSEE, self.clause_end(at))) is not None

    def name_at(self, start: int, end: int) -> bool:
        """Whether a personal name of two to four words stands at `start`, and nothing more of its phrase."""
        close = next(
            (
                at
                for at in range(start, end)
                if not self.tokens[at].is_word
                or self.ends_phrase(at)
                or (at >= start + 2 and self._is_of_saying(at))  # «سالم الحداد وجود»
            ),
            end,
        )
        first = self.folded[start]
        two = (
            close - start == 2
            and self.is_name(self.folded[close - 1])
            and not first.startswith(self.lexicon.proclitics)
        )
        named = first in self.lexicon.given_names or self.is_name(first) or two
        named = named and not (
            first.isdigit() or self.is_preposition(start)
        )  # «على», which is folded as علي is
        return 2 <= close - start <= 4 and named

    def _is_of_saying(self, at: int) -> bool:
        """Whether at `at` a verbal noun stands, or one that names what was said: «وجود», «تصريحات»."""
        word = self.folded[at]
        return word in self.lexicon.verbal_nouns or self.lexicon.tells(word, "deed")

    def resumes(self, comma: int, end: int) -> bool:
        """Whether behind a comma the name follows of whom the phrase before it tells."""
        return comma + 1 < end and self.tokens[comma].text in COMMAS and self.name_at(comma + 1, end)
