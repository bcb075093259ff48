"""Whom somebody calls on, between who speaks and what is said: «دعا الوزير المواطنين إلى», «حمّل المركز السلطات المسؤولية»."""

from __future__ import annotations

from tawatur.attribution.frames.behind_verb.objects import begins_object, begins_what_is_said, is_object
from tawatur.attribution.frames.behind_verb.prepositions import is_preposition
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import COMMAS, LONGEST_NAME, Range
from tawatur.attribution.text.phrase_ends import ends_phrase, is_occasion, name_at
from tawatur.attribution.text.sentence import Sentence

_CALLED = 7  # tokens of whom somebody calls on
_SEVERAL = 3  # nouns with the article in a row are more than one body: «الاتحاد الشركة المشغلة»


def addressee(s: Sentence, cue: Cue, after: int, preposition: int) -> Range:
    """دعا X Y إلى: the source ends at a comma, or with its first noun and what belongs to it."""
    lexicon = s.lexicon
    commas = [at for at in range(after, preposition) if s.written[at] in COMMAS]
    if (called := _called_by_body(s, after, commas[0] if commas else preposition)) is not None:
        return called, called  # «دعت لجنة المالية رئيس الحكومة، سامي الحداد، إلى»
    if len(commas) > 1 and _calls_between(s, after, commas):
        return commas[-2], commas[-2] + 1
    if commas and is_object(s, commas[-1] + 1):
        return commas[-1], commas[-1] + 1  # «دعت المديرة، سلوى الحداد، المصطافين إلى»
    shown = s.find_any(lexicon.demonstratives, commas[-1] + 2, preposition) if commas else None
    if shown is not None and "whom" in cue.takes:
        return shown, shown  # «وصف الوالي، عادل الحداد هذه الخطوة ب»
    named = next((one for one in commas if s.is_name_part(one + 1)), None)
    thing = preposition if named is None else _thing_behind_name(s, named + 1, preposition)
    if thing < preposition:
        return thing, s.past_times(thing, preposition)  # «وصف المتحدث، سالم الحداد التصريحات ب»
    if commas and name_at(s, commas[-1] + 1, preposition):
        return preposition, preposition + 1  # «دعا رئيس الجمعية، سالم الحداد إلى»
    behind = preposition + (len(cue.preposition or "") > 1)
    over = commas[-1] if commas and commas[-1] + 1 == preposition else preposition
    if commas and commas[0] < over:
        if "whom" in cue.takes and over < preposition and _is_plain(s, after, commas[0] + 2):
            thing = _thing_from(s, after, commas[0])
            return thing, thing  # «فسر المدير تراجع الإنتاج، أساسا، بالجفاف», «فسر المدير، تراجع الإنتاج، ب»
        # «، اليوم الثلاثاء المديرين إلى»
        return commas[-1], behind if over < preposition else s.past_times(commas[-1] + 1, preposition)
    at = _thing_from(s, after, over)
    if over < preposition and (
        s.written[after] in lexicon.before_nouns or any(ends_phrase(s, one) for one in range(after, at))
    ):
        return over, behind  # «وطالب في هذا الصدد، ب»
    begins = s.past_times(at, over)  # «دعا الحداد اليوم الاثنين إلى»
    return (at, begins) if begins < over else (at, behind)


def _is_plain(s: Sentence, start: int, end: int) -> bool:
    """Whether in a range nothing tells when or where, and behind its comma neither a role nor a name of somebody stands."""
    behind = s.folded[end - 1]
    somebody = s.lexicon.role(behind) or behind in s.lexicon.given_names
    return not somebody and not any(ends_phrase(s, at) for at in range(start, end))


def _thing_from(s: Sentence, after: int, end: int) -> int:
    """Where behind the noun at `after` one begins that is no part of its phrase; `end` where none does."""
    within = (
        at for at in range(after + 1, end) if begins_object(s, after, at) or begins_what_is_said(s, after, at)
    )
    return next(within, end)


def _called_by_body(s: Sentence, after: int, end: int) -> int | None:
    """Where behind a body and whose it is a role begins, which is whom it calls on: «لجنة المالية رئيس الحكومة»; None where none does."""
    lexicon = s.lexicon
    if lexicon.bare(s.folded[after]) not in lexicon.organisations:
        return None
    for at in range(after + 1, end - 1):
        before, word = s.folded[at - 1], s.folded[at]
        whole = lexicon.definite(before) or before.startswith(lexicon.proclitics)
        if whole and word in lexicon.roles and word not in lexicon.given_names:
            return at if lexicon.definite(s.folded[at + 1]) and s.is_word[at] else None
    return None


def _calls_between(s: Sentence, after: int, commas: list[int]) -> bool:
    """«دعا حزب الساحل، الحكومة، إلى»: whether between the last two commas whom somebody calls on stands, and not who he is."""
    lexicon, start = s.lexicon, commas[-2] + 1
    noun, first = lexicon.bare(s.folded[start]), lexicon.bare(s.folded[after])
    if lexicon.definite(s.folded[start]) and lexicon.is_any(noun, lexicon.organisations, lexicon.groups):
        return True
    if first in lexicon.organisations:
        return lexicon.role(s.folded[start]) and not name_at(s, start, commas[-1])
    named = name_at(s, commas[-2] - 2, commas[-2]) and s.folded[commas[-2] - 2] in lexicon.of_given
    return named and name_at(s, start, commas[-1]) and commas[-1] - start <= LONGEST_NAME


def _thing_behind_name(s: Sentence, start: int, end: int) -> int:
    """Where behind a name at `start` a noun begins that is no part of it; `end` where no name or no such noun stands there."""
    over = min(end, s.clause_end(start))
    thing = _thing_from(s, start, over)
    thing = thing if thing < over else end
    return thing if name_at(s, start, thing) else end


def begins_call(s: Sentence, cue: Cue, after: int, named: int) -> int:
    """Where what is said begins that a noun at `named` names: at that noun, or at whom it is laid on («حمّل الوزير الشركة مسؤولية …»)."""
    if "whom" not in cue.takes:
        return named
    if cue.kind == "participle":
        return after
    return _whom_before(s, after, named)


def _whom_before(s: Sentence, after: int, call: int) -> int:
    """Where behind «حملت» whom it puts the blame on begins: «الوزارة السلطات المسؤولية»; all before it, if nobody else is named."""
    begins = (one for one in range(after + 1, call) if begins_object(s, after, one) or _is_body(s, one))
    behind = s.folded[call + 1] if call + 1 < s.end else ""
    upon = s.lexicon.behind_to(behind) is not None  # «حمل الوزير المسؤولية للشركة»
    definite = [*map(s.lexicon.definite, s.folded[after:call])]
    several = any(all(definite[one : one + _SEVERAL]) for one in range(len(definite) - _SEVERAL + 1))
    named = s.is_name_part(after) or not all(s.is_word[after:call])
    return next(begins, call if upon or named or several else after)


def _is_body(s: Sentence, at: int) -> bool:
    """«حمّل المركز سلطات الميناء المسؤولية»: another body behind a noun with the article, and whose it is."""
    lexicon = s.lexicon
    whole = lexicon.definite(s.folded[at - 1]) or s.ends_in_pronoun(at - 1)
    owned = at + 1 < s.end and lexicon.definite(s.folded[at + 1]) and whole
    if all(map(s.is_name, s.folded[at - 2 : at])) and lexicon.definite(s.folded[at]):
        return lexicon.bare(s.folded[at]) in lexicon.bodies  # «المحافظ يورغن ماتس الحكومة»
    return owned and s.folded[at] in lexicon.organisations


def past_occasion(s: Sentence, cue: Cue, comma: int, after: int) -> int:
    """«وطالبت الوزارة، في بيان أصدرته عقب لقاء بالنواب، الأطراف المعنية ب»: the comma behind an occasion, where whom somebody
    calls on follows it before the preposition of the cue; the comma itself where no such words stand there."""
    if comma + 1 >= s.end or not is_occasion(s, comma + 1):
        return comma
    close = s.clause_end(comma + 1)
    begins = close + 1
    if begins >= s.end or s.written[close] not in COMMAS or s.opens_clause_in(comma, close):
        return comma
    reach = range(begins + 1, min(s.clause_end(begins), begins + _CALLED))
    called = s.lexicon.definite(s.folded[begins]) and any(is_preposition(s, cue, at, after) for at in reach)
    return close if called else comma
