"""What is said, believed or wanted: the part of a sentence that a cue with its source leaves, by the frame of the cue."""

from __future__ import annotations

from tawatur.attribution.clause import Clause, CueWord
from tawatur.attribution.paragraph import CLOSING, COMMAS, Range
from tawatur.attribution.sentence import Sentence

_CLAUSES = frozenset({"that", "quote", "clause", "question", ":", "phrase that", "phrase verb", "phrase question"})
_NO_MORE = frozenset({"end", ",", "closes", "conjunction"})
_LEAST = 2  # words before a trailing "he said"


def content_of(clause: Clause, one: CueWord, source: Range | None, frame: str) -> Range | None:
    """The content of the cue word; None where nothing is left for it."""
    s = clause.s
    anchor, after = _outer(one, source)
    before = _before(s, anchor)
    behind_source = source is not None and source[0] >= one.after
    trails = _trails(clause, after, frame, behind_source)
    if before and (trails or (frame == "quote" and before[0] in s.pairs)):
        behind = None if trails else _behind(clause, one, after, frame)
        return behind if behind and behind[1] - behind[0] > before[1] - before[0] else before
    return _behind(clause, one, after, frame) or before


def _outer(one: CueWord, source: Range | None) -> Range:
    """Where what comes before the cue and its source ends, and where what comes behind them begins."""
    if source is None:
        return one.group, one.after
    if source[0] >= one.after:
        return one.group, source[1] if source[0] - one.after < 3 else one.after
    return (source[0] if one.group - source[1] < 6 else one.group), one.after


def _trails(clause: Clause, after: int, frame: str, behind_source: bool) -> bool:
    """Whether nothing follows that could be what is said: "…, he said.", "…, said the minister"."""
    if behind_source:
        return clause.kind(after) not in ("that", ":", "opens")
    return frame in _NO_MORE


def _before(s: Sentence, anchor: int) -> Range | None:
    """The quotation or the clause that ends before `anchor`."""
    if quoted := s.quotation_before(anchor):
        return quoted
    if anchor <= s.first + _LEAST or s.tokens[anchor - 1].text not in COMMAS | {"-", "—", "–"}:
        return None
    start = anchor - 1
    while start > s.first and s.tokens[start - 1].text not in CLOSING:
        start -= 1
    return s.trim((start, anchor - 1))


def _behind(clause: Clause, one: CueWord, after: int, frame: str) -> Range | None:
    s = clause.s
    start = after
    if frame in ("phrase that", "phrase question"):
        wanted = "that" if frame == "phrase that" else "question"
        start = next((at for at in range(after, s.end) if clause.kind(at) == wanted), after)
    while start < s.end and clause.kind(start) in (",", ":", "that", "adverb", "ly", "time"):
        start += 1
    if start >= s.end:
        return None
    found = s.content(start) if frame in _CLAUSES else s.trim((start, _end_of_phrase(clause, start)))
    return _within_quotation(clause, one, found)


def _end_of_phrase(clause: Clause, start: int) -> int:
    """Where a content ends that is no clause: before a comma, or a coordinated cue."""
    s, end = clause.s, start
    while end < s.end:
        if end in s.pairs:
            end = s.pairs[end] + 1
            continue
        if clause.kind(end) in (",", "closes"):
            break
        end += 1
    return min(end, s.end)


def _within_quotation(clause: Clause, one: CueWord, found: Range | None) -> Range | None:
    """A statement within a quotation ends with it."""
    if found is None or not clause.quoted[one.at - clause.first]:
        return found
    end = next((at for at in range(found[0], found[1]) if clause.kind(at) == "closes" and not _opened(clause, found[0], at)), found[1])  # fmt: skip
    return clause.s.trim((found[0], end))


def _opened(clause: Clause, start: int, closing: int) -> bool:
    return clause.s.paragraph.closes[closing] >= start
