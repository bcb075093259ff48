"""One sentence of a paragraph, as the frames of the grammar look at it: its noun phrases, outlets and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tawatur.attribution.asides import goes_on, is_parted_by, past_own_word
from tawatur.attribution.lexicon import Cue, Lexicon, starts
from tawatur.attribution.paragraph import CLOSING, COMMAS, DASHES, Paragraph, Range
from tawatur.model import Quotation, Stance
from tawatur.outlets import Outlets

_LONG = 6  # letters
_SHORT = 3
_ADDRESSEE = 6  # tokens
_ASIDE = 7  # tokens of what a sentence opens with before its comma
_LONGEST_NAME = 4  # words of an outlet's name in quotation marks


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported statement as token ranges of its paragraph; `via` are the ranges that name outlets."""

    cue: Range
    source: Range | None
    content: Range | None
    via: tuple[Range, ...]
    form: Cue | None
    stance: Stance
    quotation: Quotation
    sentence: int
    turned: bool  # the sentence turns to another speaker (من جانبه)
    inner: bool = False  # it stands in another statement («قال إن المتهم اعترف»): who speaks goes on to be the outer one
    before: Range | None = None  # who does the first thing of the sentence before, where nobody is named
    of_nobody: bool = False  # it may be anybody's: «ويعتقد أن»
    meant: Range | None = None  # whom a relative pronoun as source means: "the mayor, who said"


class Sentence:
    """The tokens of one sentence, and what was found in it so far."""

    def __init__(
        self, paragraph: Paragraph, lexicon: Lexicon, outlets: Outlets, number: int, first: int, end: int
    ) -> None:
        self.paragraph, self.lexicon, self.outlets = paragraph, lexicon, outlets
        self.folded, self.tokens, self.pairs = paragraph.folded, paragraph.tokens, paragraph.pairs
        self.number, self.first, self.end = number, first, end
        self.subject: Range | None = None  # who said the last statement of the sentence, as it names him
        self.inner: Range | None = None  # who speaks in the last statement that stands in another
        self.said: Range | None = None  # what the last statement says
        self.found = False  # a statement before this one in the sentence
        opening = range(first, min(first + 4, end))
        self.turned = any(
            self.folded[at] in lexicon.turns and starts(lexicon.turns, self.folded, at) for at in opening
        )

    @cached_property
    def opening(self) -> int:
        """The first word of the sentence that tells something: behind «و» that stands alone, and «قد»."""
        lexicon, at = self.lexicon, self.first
        if starts(lexicon.turns, self.folded, at) or self.folded[at] in lexicon.before_clauses:
            comma = next(
                (one for one in range(at, min(at + _ASIDE, self.end)) if self.tokens[one].text in COMMAS),
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
        lemmas = {cue.lemma for _, cue in cues[word]}
        return word.startswith(conjunctions) and any(cue.lemma in lemmas for _, cue in cues.get(word[1:], ()))

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
        word, feminine = self.folded[at], self.lexicon.feminine_noun(self.tokens[at].text)
        return len(word) > _LONG and word.endswith(self.lexicon.possessives) and not feminine

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

    def is_time(self, at: int) -> bool:
        word = self.folded[at]
        timely = self.lexicon.definite(word) or word in self.lexicon.times
        return timely and bool(starts(self.lexicon.breaks, self.folded, at))

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
            if at > start and self._is_preposition(at) and self.is_name(self.folded[at - 1]):
                break  # «سامي الحداد على صفحته»
            if at > start + 1 and self.folded[at] in self.lexicon.within and self._ends_name(start, at):
                break  # «سامي الحداد في افتتاحية»
            close = self.pairs.get(at, at)
            at = close + 1 if close < end and close - at <= _LONGEST_NAME + 1 else at + 1
        while start < at and (self.folded[start] in self.lexicon.no_source or self.is_time(start)):
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

    def _is_of_people(self, start: int, at: int) -> bool:
        """«الاتحاد العام لطلبة تونس»: whose body it is, where a person speaks to them."""
        body = self.lexicon.bare(self.folded[start]) in self.lexicon.organisations
        return (
            body
            and at - start <= _SHORT
            and self.is_to_people(at)
            and not self.lexicon.joined(self.folded[at])
        )

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

    def _is_preposition(self, at: int) -> bool:
        """Whether the word at `at` is «على», which is folded as the name علي is."""
        return (
            self.tokens[at].text in self.lexicon.written_prepositions
            and self.folded[at] in self.lexicon.given_names
        )

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

    def behind_addressee(self, at: int, end: int) -> int:
        """One past «لرويترز», «لمراسل الوكالة» at the start of a range, before who speaks to it; `at` if none stands there."""
        if at >= end or not self.is_to_outlet(at):
            return at
        first = at + 1 if self.folded[at][len(self.lexicon.to) :] in self.lexicon.reporters else at
        outlet = self.outlet_at(first) if first < end else None
        return min(outlet[1], end) if outlet else first

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

    def _leaves_phrase(self, comma: int, end: int) -> bool:
        """Whether a comma inside a source ends it, rather than opening an apposition."""
        rest = comma + 1
        if rest >= end or self.ends_phrase(rest):
            return True
        following = [at for at in range(rest, end) if self.tokens[at].text in COMMAS]
        close = following[0] if following else end
        return close - rest > 9 and not self.name_at(rest, end)

    def resumes(self, comma: int, end: int) -> bool:
        """Whether behind a comma the name follows of whom the phrase before it tells."""
        return comma + 1 < end and self.tokens[comma].text in COMMAS and self.name_at(comma + 1, end)

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
            first.isdigit() or self._is_preposition(start)
        )  # «على», which is folded as علي is
        return 2 <= close - start <= 4 and named

    def _is_of_saying(self, at: int) -> bool:
        """Whether at `at` a verbal noun stands, or one that names what was said: «وجود», «تصريحات»."""
        word = self.folded[at]
        return word in self.lexicon.verbal_nouns or self.lexicon.tells(word, "deed")

    def before_breaks(self, at: int) -> int:
        """One past the last token before `at` that is no word of time or place: back over «قد», «اليوم», "also"."""
        while at > self.first and starts(self.lexicon.breaks, self.folded, at - 1):
            at -= 1
        return at

    def before_thus(self, at: int) -> int:
        """`at`, or where «هكذا», «بهذه الكلمات» begins that stands before it."""
        begins = (one for one in range(max(self.first, at - 3), at))
        return next((one for one in begins if starts(self.lexicon.thus, self.folded, one) == at - one), at)

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

    def _joins_statement(self, at: int) -> bool:
        """«… وأكدت أن», «… و أضاف أن», with no comma before."""
        found = self.lexicon.cues.get(self.folded[at])
        if not found or found[0][1].kind != "verb" or self.folded[at] in self.lexicon.editorial:
            return False
        return self._conjoined_statement(at, found[0][1])

    def joins_another(self, at: int) -> bool:
        """Whether behind a quotation another one speaks: «"…" وأرملة الشهيد تقول»."""
        word, conjunction = self.folded[at], self.lexicon.conjunction
        noun = bool(conjunction) and word.startswith(conjunction) and word not in self.lexicon.nouns
        return self._joins_statement(at) or (noun and word[len(conjunction) :] in self.lexicon.speakers)

    def is_circumstance(self, at: int) -> bool:
        """«… مضيفا أن», «… مشيرا إلى», «… بقوله: », with no comma before."""
        found = self.lexicon.cues.get(self.folded[at])
        if not found or found[0][1].kind not in ("participle", "noun") or at + 1 >= self.end:
            return False
        if self.folded[at - 1] in self.lexicon.negations:
            return False  # «معلومات غير مؤكدة أن»
        if found[0][1].kind == "noun" and self.tokens[at - 1].text in self.lexicon.before_nouns:
            return False  # «وأضاف في تصريحه أن»
        following = self.folded[at + 1]
        if found[0][1].present:
            return not self.lexicon.that.isdisjoint(self.folded[at + 1 : at + 4])  # «ليوضح بعدها أن»
        opens = following in self.lexicon.that or following == ":" or at + 1 in self.pairs
        return opens or any(
            cue.kind == "participle" and (following == cue.preposition or self._is_addressed(cue, at + 1))
            for _, cue in found
        )

    def _is_addressed(self, cue: Cue, at: int) -> bool:
        """Whether a circumstance names from `at` whom something is said to: «محذرا رئيس الجمهورية من»."""
        preposition = cue.preposition or ""
        if "person" not in cue.takes or len(preposition) == 1:
            return False
        return self.find(preposition, at, min(at + _ADDRESSEE, self.clause_end(at))) is not None

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

    def clause_end(self, start: int) -> int:
        at = start
        while at < self.end and self.tokens[at].text not in COMMAS | {"."}:
            at = self.pairs.get(at, at) + 1
        return min(at, self.end)

    def opens_clause_in(self, start: int, end: int) -> bool:
        """Whether «أن» stands in a token range, and not in a name in quotation marks («شبكة "سي.إن.إن"»)."""
        while start < end:
            if self.folded[start] in self.lexicon.that:
                return True
            start = self.pairs.get(start, start) + 1
        return False

    def find(self, word: str, start: int, end: int) -> int | None:
        return self.find_any(frozenset({word}), start, end)

    def find_any(self, wanted: frozenset[str], start: int, end: int) -> int | None:
        return next((at for at in range(start, min(end, self.end)) if self.folded[at] in wanted), None)

    def trim(self, part: Range) -> Range | None:
        start, end = part
        loose = COMMAS | {".", ":", "-", "–", "—", "!", "؟", "?"}
        while start < end and self.tokens[start].text in loose:
            start += 1
        while start < end and self.tokens[end - 1].text in loose:
            end -= 1
        return (start, end) if any(token.is_word for token in self.tokens[start:end]) else None

    def statement(
        self,
        cue: Cue | None,
        at: Range,
        source: Range | None,
        content: Range | None,
        via: tuple[Range | None, ...] = (),
    ) -> Statement:
        return Statement(
            cue=at,
            source=source,
            content=content,
            via=tuple(part for part in via if part),
            form=cue,
            stance=cue.stance if cue else "asserted",
            quotation=self._quotation(content),
            sentence=self.number,
            turned=self.turned,
        )

    def _quotation(self, content: Range | None) -> Quotation:
        if content is None:
            return "indirect"
        start, end = content
        if start in self.pairs and self.pairs[start] >= end - 2:
            return "direct"
        return "mixed" if any(start <= opening < end for opening in self.pairs) else "indirect"

    def is_name(self, word: str) -> bool:
        return self.lexicon.is_name(word)

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

    def is_said(self, word: str) -> bool:
        """Whether a folded word is the verb of a statement, with or without its object written on to it."""
        return any(self.lexicon.tells(stem, "verb", "relay") for stem in self.lexicon.without_object(word))

    def is_quoted(self, at: int) -> bool:
        """Whether a token stands in quotation marks."""
        return any(start < at < close for start, close in self.pairs.items())

    def quotation_before(self, at: int, within: int = 2) -> Range | None:
        """A quotation that closes just before `at`, a comma between allowed; as far back as `within` tokens."""
        for close in range(at - 1, max(self.first, at - within - 1) - 1, -1):
            if close in self.paragraph.closes and self.tokens[close].text in CLOSING:
                start = self.paragraph.closes[close]
                return (start, close + 1) if close - start > 2 else None
            if self.tokens[close].text in COMMAS and close < at - 1 and within <= 2:
                return None
        return None


def starts_according(lexicon: Lexicon, folded: Sequence[str], at: int) -> int:
    """How many tokens an according-to phrase takes at `at`; a final «ل» may be written on to the next word."""
    first = folded[at]
    if first not in lexicon.according_starts:
        return 0
    for spelling in (first, first.removeprefix("و")):
        for phrase in lexicon.according.get(spelling, ()):
            whole = [spelling, *folded[at + 1 : at + len(phrase)]]
            if tuple(whole) == phrase:
                return len(phrase)
            if len(phrase) > 1 and phrase[-1] == lexicon.to and lexicon.to:
                following = folded[at + len(phrase) - 1] if at + len(phrase) - 1 < len(folded) else ""
                if tuple(whole[:-1]) == phrase[:-1] and following.startswith(lexicon.to):
                    return len(phrase) - 1
    return 0
