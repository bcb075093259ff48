"""Who speaks where his verb comes later: «وكان الوزير قد قال», «الوزير الذي قال», «أما الوزير فقال»."""

from __future__ import annotations

from tawatur.attribution.introductions import introductions
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.paragraph import COMMAS, Range
from tawatur.attribution.sentence import Sentence

_LONGEST_SUBJECT = 20  # tokens between «كان» and «قد»


def subject_before(s: Sentence, at: int) -> Range | None:
    """وكان الوزير قد قال / الوزير قال: a short phrase between the sentence's start and the verb."""
    end = s.before_breaks(at)
    start = s.first
    if start < end and s.folded[start] in s.lexicon.was:
        start += 1
        if s.folded[end] in s.lexicon.already and 0 < end - start <= _LONGEST_SUBJECT and may_act(s, start):
            return s.source(start, end)[0]
    elif start < end and any(s.tokens[i].text in COMMAS for i in range(start, end)):
        return None
    if not 0 < end - start <= 6 or not all(s.tokens[i].is_word for i in range(start, end)):
        return None
    bare = s.lexicon.bare(s.folded[start])
    known = bare in s.lexicon.speakers or bare in s.lexicon.documents
    if not known and s.outlet_at(start) is None:
        return None
    return start, end


def may_act(s: Sentence, at: int) -> bool:
    lexicon, word = s.lexicon, s.folded[at]
    return lexicon.definite(word) or lexicon.bare(word) in lexicon.nouns or s.outlet_at(at) is not None


def relative_subject(s: Sentence, at: int) -> Range | None:
    """معتمد المدينة سامي الحداد، الذي قال: the noun phrase before the relative pronoun."""
    relative = at - 1
    if relative > s.first and s.folded[relative] in s.lexicon.already:
        relative -= 1
    if relative <= s.first or s.folded[relative] not in s.lexicon.relatives:
        return None
    end = relative - 1 if s.tokens[relative - 1].text in COMMAS else relative
    start = end
    while (
        start > s.first and end - start < 8 and s.tokens[start - 1].is_word and not s.ends_phrase(start - 1)
    ):
        start -= 1
    while start < end and not may_act(s, start):
        start += 1
    return s.trim((start, end))


def topic(s: Sentence, at: int) -> Range | None:
    """أما X، …، فقال: the topic that a sentence opens with, where the verb takes it up."""
    if s.folded[s.first] not in s.lexicon.topics or not s.folded[at].startswith("ف"):
        return None
    return s.source(s.first + 1, at)[0]


def subject_of_sentence(s: Sentence, cue: Cue, at: int) -> Range | None:
    """انتقدت X …، وقالت: who did the first thing of the sentence does the second one too."""
    lexicon = s.lexicon
    start = s.first + 1
    if s.folded[at][0] not in "وف" or s.found or start + 1 >= at:
        return None
    for turn in range(s.first, min(s.first + 4, at)):
        if length := starts(lexicon.turns, s.folded, turn):
            start = turn + length + (s.tokens[turn + length].text in COMMAS) + 1
    head = lexicon.unpossessed(lexicon.bare(s.folded[start]))
    if start >= at or head not in lexicon.speakers:
        return None
    if cue.feminine != s.folded[start - 1].endswith("ت"):
        return None
    for first, end in introductions(s.paragraph, lexicon):
        if first == start and end <= at:
            return first, end
    end = start + 1
    while end < at and s.tokens[end].is_word and not lexicon.definite(s.folded[end - 1]):
        end += 1
        if not lexicon.definite(s.folded[start]) and head in lexicon.anonymous:
            break
    while end < at and lexicon.definite(s.folded[end]):
        end += 1
    return start, end


def opens_clause(s: Sentence, at: int) -> bool:
    """A verb without a source speaks of the last speaker only where it opens a clause of its own."""
    before = s.before_breaks(at) - 1
    conjoined = s.folded[at].startswith("و") and s.lexicon.cues[s.folded[at]][0][1].lemma[0] != "و"
    return (
        before < s.first
        or conjoined
        or s.tokens[before].text in COMMAS
        or s.folded[before] in s.lexicon.likewise
    )
