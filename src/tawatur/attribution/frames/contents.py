"""What is said, believed or wanted: the part of a sentence that a cue with its source leaves, by the frame of the cue."""

from __future__ import annotations

from tawatur.attribution.learned.clause import VERBS, Clause, CueWord
from tawatur.attribution.text.paragraph import CLOSING, COMMAS, Range
from tawatur.attribution.text.sentence import Sentence

_CLAUSES = frozenset(
    {"that", "quote", "clause", "question", ":", "phrase that", "phrase verb", "phrase question"}
)
_NO_MORE = frozenset({"end", "closes", "conjunction"})
_ADDRESSED = frozenset({"tell", "question"})
_SAID = frozenset({"say", "tell", "write", "announce", "answer", "voice", "claim", "predict", "express"})
_SPOKEN = frozenset({"say", "tell", "write", "answer"})
_LEAST_CLAUSE = 4  # tokens of a clause that stands before "she told reporters in Denver"
_TIMELY = frozenset({"preposition", "time", "number", "determiner", "adverb", "ly"})
_ENDS = frozenset(".!?…")
_LONGEST = 400  # tokens of a content: no sentence of a newspaper is longer
_LEAST = 2  # words before a trailing "he said"
_AHEAD = (
    18  # tokens from a cue to the statement that it announces: "said in a letter to the board on Monday that"
)


def content_of(
    clause: Clause, one: CueWord, source: Range | None, frame: str, stops: frozenset[int]
) -> Range | None:
    """The content of the cue word; None where nothing is left for it. `stops` are where other statements go on."""
    s = clause.s
    anchor, after = _outer(one, source)
    before = _before(s, anchor)
    behind = _behind(clause, one, after, frame, stops)
    if source is None and one.form != "noun" and (whole := _of_whom(clause, one, behind)):
        return whole
    if before is None or behind is None:
        return before or behind
    return before if _is_before(clause, one, before, behind, after, frame) else behind


def continued(s: Sentence, content: Range) -> Range:
    """A quotation with those that go on in the sentences behind it, where nobody else is named: '"Yes," he said. "Today."'"""
    at, last = s.end, len(s.written)
    while at < last:
        close = s.pairs.get(at, last - 1 if at == s.paragraph.unclosed else -1)
        if close < 0 or (at in s.pairs and s.written[close - 1] not in _ENDS):
            break
        content = content[0], close + 1
        at = close + 1
    return content


def _is_before(clause: Clause, one: CueWord, before: Range, behind: Range, after: int, frame: str) -> bool:
    """Whether what is said stands before the cue rather than behind it."""
    s = clause.s
    longer = before[1] - before[0] >= behind[1] - behind[0]
    quotes_before, quotes_behind = before[0] in s.pairs, behind[0] in s.pairs
    if after > one.after:  # "…, said the minister"
        return clause.kind(after) not in ("that", ":") and (longer or not quotes_behind)
    if frame in _NO_MORE:
        return True
    if frame in (",", "quote"):
        return longer if quotes_before == quotes_behind else quotes_before
    if frame in _CLAUSES:
        return quotes_before and one.cue.sense in _ADDRESSED and not quotes_behind
    if one.cue.sense not in _SAID or _announced(clause, one.after, behind):
        return False
    names_it = frame.startswith("phrase") and one.cue.sense not in _ADDRESSED
    return quotes_before or (not names_it and before[1] - before[0] >= _LEAST_CLAUSE)


def _announced(clause: Clause, after: int, behind: Range) -> bool:
    """Whether a mark or "that" stands before what follows: "said in a statement that"."""
    return behind[0] > after and clause.kind(behind[0] - 1) in ("that", ":", ",")


def _of_whom(clause: Clause, one: CueWord, behind: Range | None) -> Range | None:
    """ "Prices are expected to fall": where nobody is the source, the subject belongs to what is said."""
    subject = next(iter(clause.phrases_before(one.group)), None)
    if subject is None or behind is None or one.group - subject.end > 1 or behind[0] < one.after:
        return None
    return subject.start, behind[1]


def _outer(one: CueWord, source: Range | None) -> Range:
    """Where what comes before the cue and its source ends, and where what comes behind them begins."""
    if source is None:
        return one.group, one.after
    if source[0] >= one.after:
        return one.group, source[1] if source[0] - one.after < 3 else one.after
    return (source[0] if one.group - source[1] < 6 else one.group), one.after


def _before(s: Sentence, anchor: int) -> Range | None:
    """The quotation or the clause that ends before `anchor`."""
    if quoted := s.quotation_before(anchor):
        return quoted
    if anchor <= s.first + _LEAST or s.written[anchor - 1] not in COMMAS | {"-", "—", "–"}:
        return None
    start = anchor - 1
    while start > max(s.first, anchor - _LONGEST) and s.written[start - 1] not in CLOSING:
        start -= 1
    return s.trim((start, anchor - 1))


def _behind(clause: Clause, one: CueWord, after: int, frame: str, stops: frozenset[int]) -> Range | None:
    s = clause.s
    start = _start(clause, one, after, frame)
    while start < s.end and clause.kind(start) in (",", ":", "that", "adverb", "ly", "time"):
        start += 1
    if start >= s.end or (start in stops and clause.kind(start - 1) == ","):
        return None
    clausal = frame in _CLAUSES or (start > after and clause.kind(start - 1) in ("that", ":", ","))
    end = (
        _end_of_clause(clause, start, stops)
        if clausal or start in s.pairs
        else _end_of_phrase(clause, start, stops)
    )
    return _within_quotation(clause, one, s.trim((start, end)))


def _start(clause: Clause, one: CueWord, after: int, frame: str) -> int:
    """Where what is said begins: behind "that", a colon or a quotation mark further on, where one announces it."""
    s = clause.s
    if frame in ("phrase that", "phrase question"):
        wanted = "that" if frame == "phrase that" else "question"
        return next(
            (at for at in range(after, min(s.end, after + _AHEAD)) if clause.kind(at) == wanted), after
        )
    if frame in _CLAUSES or (frame == "to" and one.cue.sense not in _SPOKEN):
        return after
    found = _marked(clause, after)
    if found is None:
        return after
    if one.cue.sense not in _SAID and clause.kind(found) != ":" and not _only_time(clause, after, found):
        return after
    short = clause.kind(found) == "opens" and s.pairs[found] - found < 4
    return after if short else found


def _marked(clause: Clause, after: int) -> int | None:
    """Where a mark or "that" opens a statement behind words of time and place: before it no verb of a clause stands, and
    no noun behind a comma that it belongs to ("at noon, at the end of an hour that"). None where nothing does."""
    for at in range(after, min(clause.end, after + _AHEAD)):
        kind = clause.kind(at)
        opens = kind == "that" and (clause.kind(at - 1) == "," or not clause.between(after, at)[1])
        if opens or kind in (":", "opens"):
            return at
        if kind in VERBS:
            return None
    return None


def _only_time(clause: Clause, start: int, end: int) -> bool:
    """ "denied on Sunday that": whether nothing but a time stands in a range."""
    return clause.kind(end) == "that" and all(clause.kind(at) in _TIMELY for at in range(start, end))


def _end_of_clause(clause: Clause, start: int, stops: frozenset[int]) -> int:
    """Where a clause ends: with its quotation or its sentence, or before another statement of the same subject."""
    s, end = clause.s, start
    if start in s.pairs:
        rest = s.pairs[start] + 1
        if rest >= s.end or not s.is_word[rest]:
            return rest
    while end < min(s.end, start + _LONGEST):
        if end in s.pairs:
            end = s.pairs[end] + 1
            continue
        if end in stops and end > start + 1:
            return _before_joint(clause, end)
        end += 1
    return min(end, s.end)


def _before_joint(clause: Clause, at: int) -> int:
    """Before the conjunction and the comma that join what begins at `at`."""
    while clause.kind(at - 1) in ("conjunction", ",", "adverb", "ly"):
        at -= 1
    return at


def _end_of_phrase(clause: Clause, start: int, stops: frozenset[int]) -> int:
    """Where a content ends that is no clause: before a comma, another verb or another statement of the same subject."""
    s, end = clause.s, start
    while end < min(s.end, start + _LONGEST):
        if end in s.pairs:
            end = s.pairs[end] + 1
            continue
        kind = clause.kind(end)
        if kind in (",", "closes", ":") or (end > start and end in stops):
            break
        if kind == "conjunction" and end > start and _verb_follows(clause, end + 1):
            break
        end += 1
    return _before_joint(clause, end) if end in stops else min(end, s.end)


def _verb_follows(clause: Clause, at: int) -> bool:
    while clause.kind(at) in ("adverb", "ly"):
        at += 1
    return at in clause.verbs or clause.kind(at) in (
        "verb",
        "past",
        "third",
        "first",
        "thing",
        "have",
        "modal",
        "be",
    )


def _within_quotation(clause: Clause, one: CueWord, found: Range | None) -> Range | None:
    """A statement within a quotation ends with it."""
    if found is None or not clause.quoted[one.at - clause.first]:
        return found
    closing = (at for at in range(*found) if clause.kind(at) == "closes")
    end = next((at for at in closing if clause.s.paragraph.closes[at] < found[0]), found[1])
    return clause.s.trim((found[0], end))
