"""A verb behind quoted words or put in between them: «"لا تراجع"، يقول الوزير»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.who_may_speak import is_somebody
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.frames.verb_sources import without_thing
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.asides import is_parted_by
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import past_apposition
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_WORDS = 5  # tokens of a quotation with its marks that is more than a name


def behind_quotation(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """«"…"، يقول الوزير», «"…"، هكذا لخص الوزير الأمر»."""
    quoted = s.quotation_before(s.before_thus(at)) if "text" not in cue.takes else None
    if cue.kind in ("noun", "deed") or not ("quote" in cue.takes or _goes_on_behind(s, cue, at, quoted)):
        return None
    if quoted is None and not _may_be_put_in(s, cue, at):
        return None
    if quoted and quoted == (s.first, at) and "to" in cue.takes and s.first in s.marked_names:
        return None  # «"أطباء بلا حدود" تدعو إلى»
    source, via = source_in(s, after, past_apposition(s, after))
    if "quote" not in cue.takes and not (source and source[0] == after and is_somebody(s, source)):
        return None
    if quoted is None:
        if source is None or not _stands_alone(s, source):
            return None
        quoted = s.trim((s.first, s.end if is_parted_by(s, source[1]) else at))
    return statement_of(s, cue, (at, after), without_thing(s, cue, source), quoted, via)


def put_in(s: Sentence, one: Statement) -> Statement:
    """«نفى الوزير ما نشرته صحيفة عن استقالته»: what another called it stands in what somebody says, who goes on."""
    says = s.found or s.is_verb_cue(s.opening)
    return one._replace(inner=True) if one.source and one.source != s.subject and says else one


def is_of_what_was_said(s: Sentence, cue: Cue, at: int) -> bool:
    """«قال إن القانون يجرم … ويشدد على»: whether a verb of the present goes on with what was said; not in «يقول إن …، ويدعو إلى»."""
    goes_on = s.present and s.written[at - 1] in COMMAS and not s.is_quoted(at)
    return cue.present and s.found and s.conjoined(at) and not goes_on


def _may_be_put_in(s: Sentence, cue: Cue, at: int) -> bool:
    """«…، يضيف المصدر ذاته، …»: whether a verb of the present stands behind a comma, where nothing was said before."""
    present = cue.present and cue.kind == "verb" and not s.found
    return present and at > s.first and s.written[at - 1] in COMMAS and not s.conjoined(at)


def _stands_alone(s: Sentence, source: Range) -> bool:
    """Whether behind a verb who speaks stands, and nothing more up to a comma or the end."""
    alone = source[1] == s.clause_end(source[0]) or source[1] == s.end - 1
    return alone and is_somebody(s, source)


def _goes_on_behind(s: Sentence, cue: Cue, at: int, quoted: Range | None) -> bool:
    """«"لا طريق غير هذه"، يشرح الحداد»: whether a verb stands at once behind a comma and words that are quoted, as any verb of saying may."""
    if quoted is None or cue.kind != "verb" or s.conjoined(at, also_so=True):
        return False
    return s.written[at - 1] in COMMAS and quoted[1] - quoted[0] > _WORDS
