"""Where a clause goes on that an according-to phrase parts: «وتعود القضية، وفق المصدر، إلى سنة 2014», with commas or without."""

from __future__ import annotations

from tawatur.attribution.frames.behind_verb.objects import begins_what_is_said
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_the_act, is_verbal_noun, names_act
from tawatur.attribution.text.asides import goes_on
from tawatur.attribution.text.outlets_named import outlets_in
from tawatur.attribution.text.paragraph import COMMAS, OPENING, Range
from tawatur.attribution.text.phrase_ends import name_at
from tawatur.attribution.text.sentence import Sentence

_BEFORE = 6  # tokens of a clause that tells too little without what follows


def resumes_at(s: Sentence, at: int) -> bool:
    """Whether at `at`, behind a comma, the sentence goes on that an according-to phrase parted, be it with a verbal noun."""
    if goes_on(s, at):
        return True
    return at < s.end and s.folded[at] not in s.lexicon.cues and (is_verbal_noun(s, at) or is_the_act(s, at))


def lacks_predicate(s: Sentence, at: int, rest: int) -> bool:
    """«الطريق إلى الميناء، وفق الوزير، مغلق»: whether before `at` a sentence has but a noun with its article and what belongs to it."""
    lexicon, end = s.lexicon, at - (s.written[at - 1] in COMMAS)
    words = range(s.first, end)
    if rest >= s.end or not 0 < len(words) <= _BEFORE or not all(s.is_word[one] for one in words):
        return False
    first = s.folded[s.first]
    named = lexicon.definite(first) or (
        first.startswith(lexicon.conjunctions) and lexicon.definite(first[1:])
    )
    if not named or s.folded[rest].startswith(lexicon.conjunctions):
        return False
    described = end - 1 > s.first and not (
        lexicon.definite(s.folded[end - 1]) or s.is_name(s.folded[end - 1])
    )
    return not described and not any(s.does(one) or s.is_verb_cue(one) for one in words)


def rest_in(s: Sentence, at: int, source: Range) -> int:
    """Where in the phrase of who is cited, the according-to phrase being at `at`, the clause before it goes on; its end where it does not.

    «وسيطور المشروع حسب النواب نظام التأمين», «وأسفر الحريق، وفق موقع الساحل إلى الآن عن إصابة سائق»
    """
    before = next((one for one in range(at - 2, s.first - 1, -1) if s.written[one] in COMMAS), s.first - 1)
    if at - before - 1 > _BEFORE or s.written[at - 1] in OPENING:
        return source[1]
    within = (one for one in range(source[0] + 1, source[1]) if s.is_word[one])
    return next((one for one in within if _begins_rest(s, source, one)), source[1])


def _begins_rest(s: Sentence, source: Range, at: int) -> bool:
    """Whether the word at `at` belongs to no phrase of who is cited: «إلى», «أن», an act, or what a verb before it tells."""
    lexicon, word = s.lexicon, s.folded[at]
    if word in lexicon.that or word in lexicon.reaching or s.is_preposition(at):
        return True
    act = word.startswith(lexicon.joined_prepositions) and names_act(s, word[1:])
    if act and not word.startswith(lexicon.to) and not lexicon.definite(word[1:]):
        return True  # «قام وفق الشرطة بتسليم نفسه»
    if word in lexicon.speaking_for:
        return False  # «المحامي سالم الحداد لسان الدفاع»
    named = any(name_at(s, one, source[1]) for one in (at - 1, at))
    named = named or any(first < at < end for first, end in outlets_in(s, *source))
    return not named and begins_what_is_said(s, source[0], at)
