"""What is said in a sentence, from where it starts to where it ends or another statement begins."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.asides import goes_on, is_parted_by, past_own_word, past_taken_up
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import is_circumstance
from tawatur.attribution.text.sentence import Sentence

_NAME = 4  # tokens of a name in quotation marks
_TURN = 3  # tokens of what turns to another: «في المقابل»
_BEFORE_CONTENT = COMMAS | {":"}
_SPEAKER = 14  # tokens from a verb of saying to what is said, with who says it between


def content_from(s: Sentence, start: int) -> Range | None:
    """From `start` to the end of its quotation or sentence, a following circumstance (مضيفا أن) left out."""
    while start < s.end and s.written[start] in _BEFORE_CONTENT:
        start += 1
    if start >= s.end:
        return None
    if start in s.pairs:
        close = s.pairs[start]
        rest = close + 1
        if rest >= s.end or not (s.is_word[rest] or _adds(s, start, rest)):
            return start, min(close + 1, s.end)
        if s.is_word[rest] and (joins_another(s, rest) or _tells_of_quotation(s, start, rest)):
            return start, close + 1
    end, folded, lexicon = start, s.folded, s.lexicon
    while end < s.end:
        if end in s.pairs:
            end = s.pairs[end] + 1
            continue
        word = folded[end]
        if s.is_word[end] and word not in lexicon.content_ends:
            end += 1  # as most words
            continue
        comma = word in COMMAS and end + 1 < s.end
        at = end + comma
        if folded[at] in lexicon.own_word_starts and (tag := past_own_word(s, at)) > at:
            if not is_parted_by(s, tag):
                break  # «… حسب قوله»
            end = tag
            continue
        if comma and (aside := _past_according(s, end + 1)) > end + 1:
            end = aside
            continue
        if comma and (
            _opens_another(s, end + 1) or _is_done_next(s, end) or _opens_main_clause(s, start, end)
        ):
            break
        if end > start and word in lexicon.cues and is_circumstance(s, end):
            break
        if end > start + 1 and (_is_next_item(s, end) or _happens_besides(s, start, end)):
            break
        if end > start + 1 and (
            (word in lexicon.cues and _joins_statement(s, end))
            # «… كما طالبوا بإقالة المدير», with no comma before
            or (word in lexicon.meanwhile and _opens_another(s, end))
        ):
            break
        end += 1
    if start + 1 < end < s.end and s.folded[end - 1] in s.lexicon.joining:
        end -= 1  # «… و أضاف»
    return s.trim((start, min(end, s.end)))


def _tells_of_quotation(s: Sentence, start: int, rest: int) -> bool:
    """«"…" دون أن يذكر أسماء»: whether behind a quotation of some length the reporter tells how it was said."""
    lexicon, before = s.lexicon, s.folded[start - 1]
    if rest + 1 >= s.end or rest - start <= _NAME:
        return False
    # «"…" وعلى مدى سنوات كانت»; not «دعا إلى "…" وإلى "…"»
    joined = s.written[rest].removeprefix(lexicon.conjunction)
    anew = joined != s.written[rest] and joined in lexicon.before_nouns
    anew = anew and not lexicon.is_any(before, lexicon.prepositions, lexicon.that) and rest + 1 not in s.pairs
    return anew or (s.folded[rest] in lexicon.not_that and s.folded[rest + 1] in lexicon.that)


def _happens_besides(s: Sentence, start: int, at: int) -> bool:
    """«طالب بصرف الأجور كما توسعت الإضرابات»: whether at `at` the reporter goes on, what is said being no clause but a noun."""
    lexicon = s.lexicon
    if s.folded[at] not in lexicon.likewise or at + 1 >= s.end or s.folded[start - 1] in lexicon.that:
        return False
    word = s.folded[at + 1]
    past = word.endswith(lexicon.feminine_past) and not word.endswith(lexicon.feminine_plurals)
    past = past and not lexicon.is_any(word, lexicon.was, lexicon.of_manner, lexicon.nouns)
    return (past or word in lexicon.taking_place) and not s.opens_clause_in(start, at)


def _is_next_item(s: Sentence, at: int) -> bool:
    """«… هذا وأحيل المتهم على القضاء»: whether at `at` the reporter goes on with something else."""
    behind = at + 1
    if s.folded[at] not in s.lexicon.going_on or behind + 1 >= s.end:
        return False
    word, conjunction = s.folded[behind], s.lexicon.conjunction
    noun = word.removeprefix(conjunction)
    return word != noun and not (s.lexicon.definite(noun) or noun in s.lexicon.demonstratives)


def _past_according(s: Sentence, at: int) -> int:
    """Past «وفق المصدر» between commas behind which the clause goes on: «النسبة، وفق المصدر، تبلغ»; `at` where none stands."""
    length = starts_according(s.lexicon, s.folded, at)
    close = s.clause_end(at + length) if length else at
    parts = at < close < s.end and s.written[close] in COMMAS
    return close + 1 if parts and goes_on(s, close + 1) else at


def _adds(s: Sentence, start: int, comma: int) -> bool:
    """Whether behind a quotation that «أن» opens at `start` and a comma the clause goes on: «أن "…"، والوضع صعب»."""
    at, conjunction = comma + 1, s.lexicon.conjunction
    if at >= s.end or s.written[comma] not in COMMAS or _opens_another(s, at):
        return False
    word = s.folded[at].removeprefix(conjunction)
    joined = word != s.folded[at] and s.folded[at] not in s.lexicon.breaks
    return joined and not s.lexicon.that.isdisjoint({word, s.folded[start - 1]})


def joins_another(s: Sentence, at: int) -> bool:
    """Whether behind a quotation another one speaks: «"…" وأرملة الشهيد تقول»."""
    word, conjunction = s.folded[at], s.lexicon.conjunction
    noun = bool(conjunction) and word.startswith(conjunction) and word not in s.lexicon.nouns
    return _joins_statement(s, at) or (noun and word[len(conjunction) :] in s.lexicon.speakers)


def _joins_statement(s: Sentence, at: int) -> bool:
    """«… وأكدت أن», «… و أضاف أن», with no comma before."""
    found = s.lexicon.cues.get(s.folded[at])
    if not found or found[0][1].kind != "verb" or s.folded[at] in s.lexicon.editorial:
        return False
    return _conjoined_statement(s, at, found[0][1])


def _opens_another(s: Sentence, at: int) -> bool:
    if starts_according(s.lexicon, s.folded, at) or starts(s.lexicon.besides_content, s.folded, at):
        return True
    if _is_taken_up(s, at):
        return True
    if s.folded[at] in s.lexicon.and_that and at + 1 < s.end:
        return bool(starts_according(s.lexicon, s.folded, at + 1))
    at += s.folded[at] in s.lexicon.meanwhile and at + 1 < s.end  # «، كما أعلنت الوزارة أن»
    if s.folded[at - 1] in s.lexicon.contrasts:
        at = min(at + starts(s.lexicon.turns, s.folded, at), s.end - 1)  # «لكنه في المقابل أكد أن»
    found = s.lexicon.cues.get(s.folded[at])
    if found is None:
        return False
    return found[0][1].kind == "participle" or _conjoined_statement(s, at, found[0][1])


def _is_done_next(s: Sentence, comma: int) -> bool:
    """«إن بلاده "لن تقبل ذلك"، وأعلن عزمه»: behind somebody's words in quotation marks, what he says or does besides."""
    quoted = s.paragraph.closes.get(comma - 1) is not None
    return quoted and comma + 1 < s.end and s.is_verb_cue(comma + 1) and s.conjoined(comma + 1)


def _opens_main_clause(s: Sentence, start: int, comma: int) -> bool:
    """«وبعد أن شدد على الحوار، دعا الحزب إلى»: whether behind what is said in a clause of time the verb of the sentence stands."""
    at = comma + 1
    if not s.is_verb_cue(at) or s.conjoined(at):
        return False
    before = s.folded[s.first].removeprefix(s.lexicon.conjunction)
    clause = before in s.lexicon.not_that and s.folded[s.first + 1] in s.lexicon.that
    return clause and all(s.written[one] not in COMMAS for one in range(s.first, start))


def _is_taken_up(s: Sentence, at: int) -> bool:
    """«، وهو ما أكده الوزير»: whether at `at` somebody else takes a statement up."""
    verb = at + starts(s.lexicon.taking_up, s.folded, at)
    who = past_taken_up(s, verb) if at < verb < s.end else verb
    return verb < who < s.end and (
        s.lexicon.definite(s.folded[who]) or s.lexicon.bare(s.folded[who]) in s.lexicon.nouns
    )


def is_behind_turn(s: Sentence, at: int) -> bool:
    """«لكنه في المقابل أكد»: whether a contrast and what turns to another stand before a verb."""
    reach = range(at - 1, max(s.first, at - _TURN) - 1, -1)
    turn = next((one for one in reach if starts(s.lexicon.turns, s.folded, one) == at - one), s.first)
    return turn > s.first and s.folded[turn - 1] in s.lexicon.contrasts


def _is_said_so(s: Sentence, at: int, cue: Cue) -> bool:
    """«…، فقال: "…"»: a verb of saying that goes on with «ف», and a quotation."""
    so = s.conjoined(at, also_so=True) and not s.conjoined(at) and s.written[at - 1] in COMMAS
    said = at + 1 < s.end and (s.folded[at + 1] == ":" or at + 1 in s.pairs)
    return so and said and cue.lemma in s.lexicon.speaking


def _conjoined_statement(s: Sentence, at: int, cue: Cue) -> bool:
    """«وقالت إن», «وأضاف: "…"», «كما أعلن أن»: a verb that is joined to the one before, and its own statement."""
    if cue.kind != "verb" or cue.lemma in s.lexicon.ambiguous:
        return False
    turns = at > s.first and (s.folded[at - 1] in s.lexicon.meanwhile or is_behind_turn(s, at))
    if _is_said_so(s, at, cue):
        return True
    if not (turns or s.conjoined(at)):
        return False
    end = s.clause_end(at + 1)
    if turns and "to" in cue.takes and at + 1 < s.end and s.folded[at + 1].startswith(cue.preposition or "."):
        return True
    if cue.plural and not cue.present and cue.preposition in s.folded[at + 1 : end]:
        return True  # «… وعزوا ضعف الإنتاج إلى»
    if cue.lemma in s.lexicon.speaking and at + 1 < end and s.folded[at + 1] in s.lexicon.own_words:
        return True
    if cue.lemma in s.lexicon.speaking:
        end = max(end, min(s.end, at + _SPEAKER))  # «وقالت أم سعيد، وهي من سكان الحي، إن»
    return any(s.folded[one] in s.lexicon.that or one in s.pairs for one in range(at + 1, end))
