"""Nouns of saying that a verb leads to: «سارع الوزير إلى نفي الخبر», «لكن الحزب اكتفى بالقول إن»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.clause_subjects import clause_subject
from tawatur.attribution.frames.before_verb.opening_subjects import subject_before
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_LEADS = 14  # tokens from the verb to its noun, who speaks between them


def leading_verb(s: Sentence, at: int) -> int | None:
    """Where the verb stands that leads to the noun at `at`; None where none does."""
    lexicon, conjunction = s.lexicon, s.lexicon.conjunction
    behind = at > s.first and s.folded[at - 1] in lexicon.reaching
    if not (behind or s.folded[at].startswith(lexicon.joined_prepositions)):
        return None  # neither «إلى نفي» nor «بالقول»
    leading = lexicon.leading_to if behind else lexicon.contented
    for one in range(at - 1 - behind, max(s.first, at - _LEADS) - 1, -1):
        if s.folded[one].removeprefix(conjunction) in leading:
            return one
        if s.is_verb_cue(one) or s.folded[one] in lexicon.clause_openers:
            return None
    return None


def led_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """Who does what leads to the noun at `at`: behind that verb, or before it where the preposition follows it at once."""
    verb = leading_verb(s, at)
    if verb is None:
        return None
    end = at - (s.folded[at - 1] in s.lexicon.reaching)
    if verb + 1 < end:
        return source_in(s, verb + 1, end, to=False)[0]
    return subject_before(s, verb) or clause_subject(s, cue, verb)
