"""Who speaks where he stands before his verb or circumstance: which of the places is asked first."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.clause_subjects import clause_subject
from tawatur.attribution.frames.before_verb.led_nouns import led_subject
from tawatur.attribution.frames.before_verb.opening_subjects import (
    subject_before,
    topic,
    topic_of_sentence,
)
from tawatur.attribution.frames.before_verb.relative_clauses import issuer_before, relative_subject
from tawatur.attribution.frames.before_verb.sentence_subjects import main_subject, subject_of_sentence
from tawatur.attribution.frames.before_verb.who_may_speak import (
    agrees,
    are_several,
    is_somebody,
    may_speak,
)
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.speakers.introductions import introductions
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.phrase_ends import ends_phrase
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_QUESTIONED = 8  # tokens from the hearing of somebody to the verb of what he said
_BESIDE = 6  # tokens of a role and name before a circumstance


def subject_of(s: Sentence, cue: Cue, at: int) -> Range | None:
    """Who says what the cue at `at` opens, where he stands before it; None where he is to be known from before."""
    if cue.kind in ("noun", "led") and (leads := led_subject(s, cue, at)):
        return leads
    if cue.kind == "purpose":
        gathers = clause_subject(s, cue, at) or (None if s.found else main_subject(s, cue, at))
        place = gathers is not None and _is_venue(s, *gathers)
        return None if place else gathers  # «شهدت ولاية الساحل احتجاجات للمطالبة ب»
    if cue.plural and cue.kind == "participle" and not (s.subject and agrees(s, cue, s.subject[0])):
        return clause_subject(s, cue, at) or s.subject or (None if s.found else main_subject(s, cue, at))
    if cue.kind == "participle" and (beside := _beside(s, cue, at)):
        return beside
    if cue.kind == "participle" and s.subject and not cue.plural and are_several(s, s.subject[0]):
        return s.inner if s.inner and agrees(s, cue, s.inner[0]) else s.subject
    if cue.kind != "verb":
        if s.subject or s.found:
            return s.subject
        return topic_of_sentence(s, at) or main_subject(s, cue, at)  # «أما المدرب فاكتفى بالقول»
    relative = relative_subject(s, cue, at) or issuer_before(s, cue, at)
    if relative and s.subject and cue.lemma in s.lexicon.speaking:
        # «افتتح المشروع الذي قال إنه», «دعا الحزب إلى حماية الصحافة التي قال إنها»
        own = relative[0] < s.subject[1] < relative[1] or not may_speak(s, relative[0])
        relative = s.subject if own else relative
    return (
        relative
        or _introduced_at_once(s, at)
        or topic(s, at)
        or _questioned(s, cue, at)
        or subject_before(s, at)
        or clause_subject(s, cue, at)
        or subject_of_sentence(s, cue, at)
    )


def _introduced_at_once(s: Sentence, at: int) -> Range | None:
    """«ومن المشاركين الطالب سامي الحداد وقد قال»: a role and a name before «وقد»."""
    already = s.folded[at - 1] if at > s.first else ""
    if already not in s.lexicon.already or not already.startswith(s.lexicon.conjunction):
        return None
    return next((one for one in introductions(s.paragraph, s.lexicon) if one[1] == at - 1), None)


def _questioned(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«وبسماع المتهم اعترف», «وبالتحري مع زوجته أفادت»: whom somebody heard, at the start of a sentence, before what he said."""
    lexicon, start = s.lexicon, s.opening
    word = s.folded[start].removeprefix(lexicon.conjunction)
    if at - start > _QUESTIONED or not word.startswith(lexicon.proclitics):
        return None
    if lexicon.bare(word[1:]) not in lexicon.questioning or s.conjoined(at):
        return None
    start += 2 if s.written[start + 1] in lexicon.before_nouns else 1
    if start >= at or s.folded[start] in lexicon.resuming:
        return None  # «وبالتحري معه اعترف»
    joined = (one for one in range(start + 1, at) if s.folded[one].startswith(lexicon.conjunction))
    heard = source_in(s, start, min(s.before_breaks(at), next(joined, at)))[0]
    return heard if heard and agrees(s, cue, heard[0]) else None


def _beside(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«بينما خرج رئيس الوزراء سامي الحداد معلنا»: a role between the verb of its clause, which says nothing, and a circumstance."""
    lexicon = s.lexicon
    for start in range(at - 1, max(s.first + 1, at - _BESIDE) - 1, -1):
        if not s.is_word[start] or ends_phrase(s, start):
            return None
        verb = start - 1
        interrupts = s.folded[verb] in lexicon.quoting and s.folded[verb].endswith(lexicon.possessives)
        if interrupts and (lexicon.definite(s.folded[start]) or is_somebody(s, (start, at))):
            return start, at  # «، فقاطعه النائب قائلا»
        if s.folded[verb - 1] in lexicon.contrasts and verb > s.first and lexicon.role(s.folded[start]):
            return (start, at) if agrees(s, cue, start) and not s.is_verb_cue(verb) else None
    return None


def _is_venue(s: Sentence, start: int, end: int) -> bool:
    """«ولاية تطاوين»: where something happens, by its noun and the name of a place."""
    named = start + 1 < end and s.lexicon.is_place(s.folded[start + 1])
    return named and s.lexicon.bare(s.folded[start]) in s.lexicon.venues


def pronoun_before(s: Sentence, at: int) -> Range | None:
    """«فهو يرى أن»: the pronoun that a verb stands behind at once."""
    before = at - 1 > s.first and s.folded[at - 1] in s.lexicon.pronouns
    return (at - 1, at) if before else None
