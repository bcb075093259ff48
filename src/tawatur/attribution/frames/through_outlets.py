"""Outlets on the way to who speaks that stand elsewhere in his sentence: «وفي تصريح لصحيفة الساحل قال الوزير إن»."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.frames.statement import Statement
from tawatur.attribution.frames.statement_ends import until
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.outlets_named import (
    introduces_outlet,
    is_publishing,
    is_to_outlet,
    outlet_at,
    outlets_in,
)
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import is_occasion
from tawatur.attribution.text.sentence import Sentence

_OCCASION = 20  # tokens from an occasion to its verb
_AT_ONCE = 2  # tokens between who writes and what: «أن», a colon


def with_outlet_behind(s: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements of a sentence; in «قالت المنظمة إن …، بحسب إذاعة الجسر» the outlet is on the way to who speaks."""
    if len(found) < 2:
        return found
    main, last = found[0], found[-1]
    if last.form or main.form is None or not last.source or not main.source or main.cue[0] != s.opening:
        return found
    told = last.content is not None and last.content[0] <= main.cue[0]
    if not told or s.clause_end(last.source[1]) < s.end - 1:
        return found
    outlet = outlet_at(s, last.source[0])
    if outlet is None or outlet_at(s, main.source[0]):
        return found
    through = outlet if s.outlets.starting(s.folded[outlet[0] : outlet[1]]) else last.source
    return [
        until(s, one, last.cue[0])._replace(via=(through, *one.via))
        if one.source in (main.source, None)
        else one
        for one in found[:-1]
    ]


def with_outlet_before(s: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements of a sentence; «وفي تصريح لصحيفة الساحل قال الوزير إن» names the outlet before who speaks to it."""
    first = found[0] if found else None
    if first is None or first.via or first.form is None or first.form.kind not in ("verb", "participle"):
        return found
    start, end = s.first, first.cue[0]
    if first.form.kind == "verb" and (through := _in_outlet(s, start, end)):
        return [first._replace(via=(through,)), *found[1:]]
    occasion = _occasion_before(s, first)
    told = next(_told_on(s, occasion + 1, end), None) if occasion is not None else None
    return [first._replace(via=(told,)), *found[1:]] if told else found


def _occasion_before(s: Sentence, first: Statement) -> int | None:
    """Where the occasion stands on which the first statement of a sentence is made: «وفي تصريح … قال», «رفض في تصريح … الحضور، مؤكدا أن»."""
    start, end = s.first, first.cue[0]
    if first.form and first.form.kind == "verb":
        opens = is_occasion(s, start) or is_occasion(s, start + 1)
        return start if opens and 0 < end - start <= _OCCASION else None
    return next((at for at in range(start, end) if is_occasion(s, at)), None)


def _told_on(s: Sentence, start: int, end: int) -> Iterator[Range]:
    """The outlets to which something is said on an occasion, or by which it is published: «لصحيفة», «مع قناة», «بثته قناة»."""
    for outlet in outlets_in(s, start, end):
        before = outlet[0] - 1
        if is_to_outlet(s, outlet[0]) or introduces_outlet(s, before) or is_publishing(s, before):
            yield outlet


def _in_outlet(s: Sentence, start: int, verb: int) -> Range | None:
    """«وفي صحيفة "الساحل" كتب المحلل»: the outlet with which a sentence opens, and nothing else up to its verb."""
    within = s.folded[start].removeprefix(s.lexicon.conjunction) in s.lexicon.within
    outlet = next(outlets_in(s, start + 1, verb), None) if within else None
    if outlet is None or outlet[0] != start + 1 or not _is_by_name(s, outlet):
        return None
    behind = s.past_times(outlet[1], verb)
    described = all(s.lexicon.definite(s.folded[at]) or s.written[at] in COMMAS for at in range(behind, verb))
    return outlet if described else None


def with_outlet_in_source(s: Sentence, one: Statement) -> Statement:
    """«كتب المحلل في صحيفة "الساحل" سالم الحداد أن», «كشف تقرير نشره موقع "الساحل" أن»: the outlet of who writes, or of a text, stands in the source."""
    if one.form is None or one.form.kind != "verb" or one.via or not one.source or not one.content:
        return one
    outlet = _of_text(s, *one.source) or _of_writer(s, one.form, one.source, one.content)
    outlet = outlet or _said_between(s, one.cue[1], one.content[0])
    return one._replace(via=(outlet,)) if outlet else one


def _said_between(s: Sentence, start: int, end: int) -> Range | None:
    """«وأعلن الوزير، في حديث لصحيفة الساحل، رفضه»: the outlet of an occasion between a verb and what is said."""
    occasion = next((at for at in range(start, end) if is_occasion(s, at)), end)
    return next(_told_on(s, occasion + 1, end), None)


def _of_writer(s: Sentence, form: Cue, source: Range, content: Range) -> Range | None:
    """The outlet for which somebody writes; not in «كتب الصحفي في قناة الساحل سالم الحداد على صفحته»."""
    if form.lemma not in s.lexicon.writing or not 0 <= content[0] - source[1] <= _AT_ONCE:
        return None
    return next(
        (outlet for outlet in outlets_in(s, source[0] + 1, source[1]) if _is_by_name(s, outlet)), None
    )


def _of_text(s: Sentence, start: int, end: int) -> Range | None:
    """The outlet that published a text: «دراسة نشرتها صحيفة "الساحل"»."""
    if s.lexicon.bare(s.folded[start]) not in s.lexicon.documents:
        return None
    for at in range(start + 1, end - 1):
        if is_publishing(s, at):
            outlet = outlet_at(s, at + 1)
            return outlet if outlet and _is_by_name(s, outlet) else None
    return None


def _is_by_name(s: Sentence, outlet: Range) -> bool:
    """Whether an outlet is told by its name, and not by its noun alone."""
    return outlet[1] - outlet[0] > 1 or s.outlets.starting(s.folded[outlet[0] : outlet[1]]) is not None
