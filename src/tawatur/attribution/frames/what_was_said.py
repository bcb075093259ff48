"""What somebody said, told behind «من أن»: «ما قاله الوزير من أن», «ما ذهبت إليه الخبيرة من أن»."""

from __future__ import annotations

from tawatur.attribution.frames.cited_speakers import could_speak
from tawatur.attribution.frames.cue_words import verb_with_object
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.text.asides import past_taken_up
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in


def told_from_frame(s: Sentence, at: int) -> Statement | None:
    """The statement of a verb behind «ما», whose pronoun «من أن» explains; None for any other verb."""
    if at == s.first or s.folded[at - 1] not in s.lexicon.what:
        return None
    named = past_taken_up(s, at)
    if named == at:
        return None
    that = s.find_any(s.lexicon.that, named + 2, s.clause_end(named))
    if that is None or s.folded[that - 1] not in s.lexicon.partitive:
        return None
    cue, content = verb_with_object(s, at), content_from(s, that + 1)
    source, via = source_in(s, named, that - 1)
    if cue is None or source is None or content is None or not could_speak(s, *source):
        return None
    return statement_of(s, cue, (at, named), source, content, via)
