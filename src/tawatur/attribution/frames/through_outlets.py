"""Outlets on the way to who speaks that stand elsewhere in his sentence: «وفي تصريح لصحيفة الساحل قال الوزير إن»."""

from __future__ import annotations

from tawatur.attribution.frames.statement import Statement
from tawatur.attribution.frames.statement_ends import until
from tawatur.attribution.text.outlets_named import is_to_outlet, outlet_at, outlets_in
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
    if first is None or first.via or first.form is None or first.form.kind != "verb":
        return found
    start, end = s.first, first.cue[0]
    if through := _in_outlet(s, start, end):
        return [first._replace(via=(through,)), *found[1:]]
    if not 0 < end - start <= _OCCASION or not (is_occasion(s, start) or is_occasion(s, start + 1)):
        return found
    outlets = outlets_in(s, start + 1, end)
    told = next(
        (one for one in outlets if is_to_outlet(s, one[0]) or s.folded[one[0] - 1] in s.lexicon.along), None
    )
    return [first._replace(via=(told,)), *found[1:]] if told else found


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
    """«كتب المحلل في صحيفة "الساحل" سالم الحداد أن»: what somebody writes whose newspaper is told stands in it."""
    writes = one.form is not None and one.form.kind == "verb" and one.form.lemma in s.lexicon.writing
    if not writes or one.via or not one.source or not one.content:
        return one
    if not 0 <= one.content[0] - one.source[1] <= _AT_ONCE:
        return one  # «كتب الصحفي في قناة الساحل سالم الحداد على صفحته»
    found = (outlet for outlet in outlets_in(s, one.source[0] + 1, one.source[1]) if _is_by_name(s, outlet))
    outlet = next(found, None)
    return one._replace(via=(outlet,)) if outlet else one


def _is_by_name(s: Sentence, outlet: Range) -> bool:
    """Whether an outlet is told by its name, and not by its noun alone."""
    return outlet[1] - outlet[0] > 1 or s.outlets.starting(s.folded[outlet[0] : outlet[1]]) is not None
