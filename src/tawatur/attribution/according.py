"""According-to phrases, before and behind what they are about: «وفقا لما نشرته», "according to"."""

from __future__ import annotations

from tawatur.attribution.paragraph import COMMAS, Range
from tawatur.attribution.sentence import Sentence, Statement, starts_according


def according_frame(s: Sentence, at: int, after: int) -> Statement | None:
    """The statement that an according-to phrase at tokens `at` to `after` attributes; None if nobody speaks in it."""
    cue_end = s.skip_verbs(after)
    has_verb = cue_end > after
    opens = not any(token.is_word for token in s.tokens[s.first : at])
    limit = s.clause_end(cue_end)
    if opens and not _comma_at(s, limit):
        limit = _until_verb(s, cue_end)
    elif _comma_at(s, limit) and not opens and limit + 1 < s.end and s.name_at(limit + 1, s.end):
        limit = s.clause_end(limit + 1)  # «وفق ما أكده الوزير، سالم الحداد»
    source, via = s.source(cue_end, limit, to=False)
    if source is None:
        return None
    if not has_verb and not _could_speak(s, source):
        return None
    heard = s.find_any(s.lexicon.relay_from, source[0] + 1, source[1])
    if heard is not None and heard + 1 < source[1]:
        # وفقا لما نقلته صحيفة عن مصدر: the outlet stands before عن, its speaker after it.
        source, via = (heard + 1, source[1]), ((source[0], heard), *via)
    nested = source[1] + (_comma_at(s, source[1]))
    if nested < s.end and (length := starts_according(s.lexicon, s.folded, nested)):
        inner_start = s.skip_verbs(nested + length)
        limit = s.clause_end(inner_start)
        inner, more = s.source(inner_start, limit, to=False)
        if inner:
            source, via = inner, (source, *via, *more)
    # Where no comma parts them the statement follows its source at once.
    begins = limit if _comma_at(s, limit) else source[1]
    content = s.content(begins) if opens else s.trim((s.first, at))
    if content is None:
        return None
    return s.statement(None, (at, cue_end), source, content, via)


def _comma_at(s: Sentence, at: int) -> bool:
    return at < s.end and s.tokens[at].text in COMMAS


def _could_speak(s: Sentence, source: Range) -> bool:
    """Whether a phrase after «وفق» names somebody who speaks, not a plan or a rule."""
    lexicon = s.lexicon
    first = s.folded[source[0]]
    if first in lexicon.same and source[0] + 1 < source[1]:
        first = s.folded[source[0] + 1]
    for word in {first, first.removeprefix(lexicon.to) if lexicon.to else first, lexicon.bare(first)}:
        if word in lexicon.nouns:
            return True
    if lexicon.subject_first:
        return any(s.tokens[at].text[:1].isupper() or _speaks(s, at) for at in range(*source))
    if source[1] - source[0] == 1 and lexicon.definite(first) and s.is_name(first):
        return True
    return s.outlet_at(source[0]) is not None or (first.startswith(lexicon.to) and source[1] - source[0] >= 2)


def _speaks(s: Sentence, at: int) -> bool:
    lexicon, word = s.lexicon, s.folded[at]
    return (
        word
        in lexicon.roles
        | lexicon.organisations
        | lexicon.documents
        | lexicon.anonymous
        | lexicon.groups
        | lexicon.pronouns
    )


def _until_verb(s: Sentence, start: int) -> int:
    at = start + 1
    while at < s.end and not s.is_verb_cue(at):
        at += 1
    return min(at, s.end)
