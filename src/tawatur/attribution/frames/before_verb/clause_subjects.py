"""Who speaks in a clause within a sentence: «أن المتهم اعترف», «تقرير يتهم», «نواب يطالبون»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.relative_clauses import tells_of_noun_before
from tawatur.attribution.frames.before_verb.who_may_speak import agrees, is_meanwhile, may_speak
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import name_at, resumes
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_CLAUSE = 16  # tokens from what opens a clause to its verb
_FAR_CLAUSE = 45  # to a verb that shows by its number whose it is
_PREPOSITION = 3  # letters


def clause_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«أن المتهم في القضية قال», «لكن رئيس المركز طالبه»: the noun behind what opens the clause of a verb."""
    lexicon = s.lexicon
    if s.conjoined(at) or (s.found and cue.lemma in lexicon.speaking and s.conjoined(at, also_so=True)):
        return None  # «قال إن المدير حضر وأضاف», «…، فقال»: goes on with the first verb
    if s.found and at - 2 > s.first and s.folded[at - 1] in lexicon.likewise and s.written[at - 2] in COMMAS:
        return None  # «تشير الوثيقة إلى أن الحقل ينضب، كما تتوقع»
    if noun := _noun_at_once(s, cue, at):
        return noun
    before = max(s.first, s.before_breaks(at) - 1)
    if not lexicon.contrasts.isdisjoint(s.folded[before:at]) or is_that_with_pronoun(s, before):
        return None  # «عدد العمليات تراجع، فيما أقر بأن», «غير أنها نبهت»
    reach = _FAR_CLAUSE if cue.plural else _CLAUSE
    for opener in range(at - 2, max(s.first, at - reach) - 1, -1):
        if s.folded[opener] not in lexicon.clause_openers:
            continue
        start = opener + 1
        start += cue.plural and s.folded[start] in lexicon.demonstratives  # «أن هذه العناصر اعترفوا»
        named = start + 1 == at and s.is_name(s.folded[start])  # «أن الطرفاوي أبلغه»
        # not «فإن حالتهم وصفوها»
        at_once = named or (0 < s.before_breaks(at) - start <= 2 and not s.has_pronoun(at))
        if _does_otherwise(s, start, at):
            return None
        known = may_speak(s, start) or name_at(s, start, at) or _tells_at_once(s, start, at)
        if not (known or at_once) or not (agrees(s, cue, start) or (cue.plural and not known)):
            return None
        comma = s.clause_end(start)
        end = (
            comma
            if comma < at and not resumes(s, comma, at) and not lexicon.role(s.folded[comma + 1])
            else at
        )
        return source_in(s, start, end, to=False)[0]
    return _joined_noun(s, cue, at)


def stands_before(s: Sentence, cue: Cue, at: int) -> bool:
    """«أن الحزب دعا», «أنها دعت»: whether behind «أن» nothing stands before a verb but who does it."""
    if tells_of_noun_before(s, at):
        return False
    end = s.before_breaks(at)
    subject = clause_subject(s, cue, at)
    return is_that_with_pronoun(s, end - 1) or (
        subject is not None and subject[1] == end and may_speak(s, subject[0])
    )


def document_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«سحب تقرير يتهم إسرائيل»: a text without the article at once before a verb, of which the verb tells."""
    if cue.kind != "verb" or at == s.first or s.conjoined(at) or s.takes_up(at + 1):
        return None
    text = not s.lexicon.nominatives(s.folded[at - 1]).isdisjoint(s.lexicon.documents)
    return (at - 1, at) if text and agrees(s, cue, at - 1) else None


def _noun_at_once(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«نواب يطالبون», «تقرير يتهم»: a noun without the article, of which the verb behind it tells."""
    lexicon = s.lexicon
    if at == s.first or cue.kind != "verb" or s.takes_up(at + 1):
        return None  # «صدر بيان اعتبر فيه أن»: by whom, the text does not tell
    if _is_from_somewhere(s, at - 1) and cue.feminine == lexicon.feminine_noun(s.written[at - 1]):
        return at - 1, at
    speaks = not lexicon.indefinite.isdisjoint(lexicon.nominatives(s.folded[at - 1]))
    return (at - 1, at) if speaks and agrees(s, cue, at - 1) else None


def _is_from_somewhere(s: Sentence, at: int) -> bool:
    """«فيديو لمصرية تكشف»: somebody told by where he is from, behind a preposition written on to it."""
    lexicon, word = s.lexicon, s.folded[at]
    bare = word.removeprefix(lexicon.to)
    told = bare != word and bare.endswith(lexicon.origin_endings) and not lexicon.joined(word)
    return told and len(bare) > _PREPOSITION and lexicon.is_place(bare)


def _joined_noun(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«"…" وأرملة الشهيد تقول»: a noun with its conjunction that opens a clause of its own."""
    lexicon = s.lexicon
    for start in range(at - 1, max(s.opening, at - _CLAUSE) - 1, -1):
        word = s.folded[start]
        opens = start == s.opening or not s.is_word[start - 1]
        if not opens or not s.is_word[start] or word in lexicon.cues:
            continue
        bare = word[1:] if word.startswith(lexicon.conjunctions) and word not in lexicon.nouns else word
        noun = lexicon.head(bare)
        if lexicon.is_any(noun, lexicon.speakers, lexicon.groups) and cue.feminine == lexicon.feminine_noun(
            s.written[start]
        ):
            return source_in(s, start, at, to=False)[0]
        return None
    return None


def _tells_at_once(s: Sentence, start: int, at: int) -> bool:
    """«إن شهادات العمال والسياح أكدت أن»: any noun, where «أن» follows its verb and no other verb stands between."""
    head = start + (not s.lexicon.definite(s.folded[start]))
    if head + 1 >= at or not any(map(s.lexicon.definite, s.folded[head : head + 2])):
        return False
    if s.folded[start].startswith(s.lexicon.proclitics) and s.has_suffix(start):
        return False  # «أن بحوزته بعض المعلومات تؤكد أن»
    told = at + 1 + (at + 1 < s.end and len(s.folded[at + 1]) <= _PREPOSITION)
    if not any(s.folded[one] in s.lexicon.that for one in (at + 1, told) if one < s.end):
        return False
    return all(
        s.is_word[one] and not (s.folded[one] in s.lexicon.before_verbs or s.is_verb_cue(one) or s.does(one))
        for one in range(start, at)
    )


def _does_otherwise(s: Sentence, start: int, at: int) -> bool:
    """«أن القرار يأتي بعد تصريحات تشكك في»: what the noun at `start` does is told by another verb."""
    return any(
        s.does(one) and s.folded[one - 1] not in s.lexicon.relatives and not is_meanwhile(s, one)
        for one in range(start + 1, at)
    )


def is_that_with_pronoun(s: Sentence, at: int) -> bool:
    """«أنه», «بأنها»: «أن» that has who does something written on to it."""
    return at >= s.first and s.folded[at] in s.lexicon.that and s.folded[at].endswith(s.lexicon.possessives)
