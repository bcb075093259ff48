"""Who quotes or cites whom, in English: "Reuters quoted a source as saying", "…, the paper said, citing an official"."""

from __future__ import annotations

from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.outlets_named import outlets_in
from tawatur.attribution.text.paragraph import CLOSING, COMMAS, Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_FARTHEST = 60  # tokens from a verb back to where its subject begins
_REACH = 30  # tokens from "quoted" to "as saying"
_SAYS = 8  # tokens of "the paper said on Monday"


def relay_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """What is quoted or cited by the word at tokens `at` to `after`; None where nobody is."""
    return _quoted_by(s, cue, at, after) or _as_saying(s, cue, at, after) or _citing(s, cue, at, after)


def _quoted_by(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """ "The commander was quoted by Reuters as saying that": who is quoted stands before, the outlet behind "by" or "in"."""
    verb = at
    while verb > s.first and s.folded[verb - 1] in s.lexicon.passives | s.lexicon.auxiliaries:
        verb -= 1
    source = subject_phrase(s, verb) if verb < at else None
    saying = saying_at(s, after)
    if source is None or saying is None:
        return None
    start = saying[1]
    carried = s.folded[after] in s.lexicon.carriers and saying[0] > after + 1
    outlet = _named_outlet(s, after + 1, saying[0]) if carried else None
    content = _said(s, start, source)
    if outlet is None and start < s.end and s.folded[start] in s.lexicon.carriers:
        outlet = next(iter(outlets_in(s, start + 1, s.end)), None)
    return statement_of(s, cue, (at, after), source, content, (outlet,))


def _as_saying(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """ "Reuters quoted a source as saying that": the outlet stands before."""
    saying = saying_at(s, after)
    if saying is None:
        return None
    outlet = subject_phrase(s, at)
    source, via = source_in(s, after, saying[0])
    through = tuple(outlets_in(s, *outlet))[-1:] or (outlet,) if outlet else ()
    return statement_of(s, cue, (at, after), source, _said(s, saying[1], outlet), (*through, *via))


def _citing(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """ "…, the paper said, citing X", "Reuters reported, citing X, that …", "Citing X, Reuters reported that …"."""
    limit = s.clause_end(after)
    source, via = source_in(s, after, limit)
    if source is None or not s.folded[at].endswith("ing"):
        return None
    behind = limit + 1
    if at == s.first or (behind < s.end and s.written[limit] in COMMAS and _goes_on(s, behind)):
        told = _behind_cue(s, behind, s.end)
        outlet = subject_phrase(s, at) if at > s.first else s.trim((behind, told)) if told else None
        content = content_from(s, told) if told else None
    else:
        outlet, content = _told_before(s, at)
    through = tuple(outlets_in(s, *outlet))[-1:] if outlet else ()
    return statement_of(s, cue, (at, after), source, content, (*through, *via)) if content else None


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether behind what is cited the statement goes on that it stands in: "that", "said"."""
    return s.folded[at] in s.lexicon.that or s.lexicon.tells(s.folded[at], "verb")


def _told_before(s: Sentence, at: int) -> tuple[Range | None, Range | None]:
    """Who tells what stands before `at`, and what that is: "…, Reuters reported", "Reuters said …"."""
    whole = s.trim((s.first, at))
    if whole is None:
        return None, None
    comma = next((one for one in range(whole[1] - 1, whole[0], -1) if s.written[one] in COMMAS), None)
    if comma is not None and whole[1] - comma <= _SAYS and _behind_cue(s, comma, whole[1]):
        return (comma + 1, whole[1]), s.trim((whole[0], comma))
    told = _behind_cue(s, whole[0], min(whole[1], whole[0] + _SAYS))
    if told and tuple(outlets_in(s, whole[0], told)):
        return (whole[0], told), s.trim((told, whole[1]))
    return whole, whole


def _behind_cue(s: Sentence, start: int, end: int) -> int | None:
    """One past the first cue in a range, and past "that" behind it."""
    if start < s.end and s.folded[start] in s.lexicon.that:
        return start + 1
    at = next((one for one in range(start, min(end, s.end)) if s.lexicon.tells(s.folded[one], "verb")), None)
    if at is None:
        return None
    that = s.find_any(s.lexicon.that, at + 1, min(at + _SAYS, end))
    return that + 1 if that is not None else at + 1


def saying_at(s: Sentence, after: int) -> Range | None:
    """Where "as saying" stands, with "that" behind it."""
    for at in range(after, min(s.end, after + _REACH)):
        if length := starts(s.lexicon.relay_nouns, s.folded, at):
            end = at + length
            return at, end + (end < s.end and s.folded[end] in s.lexicon.that)
    return None


def _said(s: Sentence, start: int, subject: Range | None) -> Range | None:
    """What is said behind "as saying"; where only a time or a place stands there, before the subject of "quoted"."""
    content = content_from(s, start)
    if subject and (content is None or s.folded[content[0]] in s.lexicon.no_source):
        return s.quotation_before(subject[0]) or _clause_before(s, subject[0]) or content
    return content


def _clause_before(s: Sentence, source: int) -> Range | None:
    """ "The port will close, he said": a clause and a comma before the source."""
    comma = source - 1
    return s.trim((s.first, comma)) if comma >= s.first + 2 and s.written[comma] == "," else None


def _named_outlet(s: Sentence, start: int, end: int) -> Range | None:
    """The outlet between "by" and "as saying": one that is known, else the whole phrase."""
    found = next(iter(outlets_in(s, start, end)), None)
    return found or s.trim((start, end))


def subject_phrase(s: Sentence, at: int) -> Range | None:
    """The noun phrase before the verb at `at`: back to a comma, a quotation or a conjunction."""
    end = s.before_breaks(at)
    if end > s.first and s.written[end - 1] in COMMAS:
        comma = end - 1
        start = comma - 1
        while start > max(s.first, comma - _FARTHEST) and s.written[start] not in COMMAS | CLOSING:
            start -= 1
        if s.written[start] in COMMAS:
            start = _phrase_start(s, start)
        return s.trim((start, comma))
    return s.trim((_phrase_start(s, end), end))


def _phrase_start(s: Sentence, end: int) -> int:
    start = end
    stops = s.lexicon.that | s.lexicon.clause_openers
    while start > max(s.first, end - _FARTHEST):
        before = s.written[start - 1]
        if before in COMMAS | CLOSING | {":", "—", "–"} or s.folded[start - 1] in stops:
            break
        start -= 1
    return start
