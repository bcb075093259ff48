"""The noun phrase of who speaks in a sentence, from where it starts to where it ends."""

from __future__ import annotations

from tawatur.attribution.lexicon import starts
from tawatur.attribution.text.outlets_named import (
    behind_addressee,
    is_to_outlet,
    outlet_at,
    outlets_in,
    past_outlet,
)
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import ends_phrase, is_occasion, is_to_people, name_at, resumes
from tawatur.attribution.text.sentence import Sentence

_SHORT = 3  # letters of an adjective of origin
_NEAR = 3  # tokens from a body to whose it is


def source_in(s: Sentence, start: int, end: int, to: bool = True) -> tuple[Range | None, tuple[Range, ...]]:
    """The noun phrase at the start of a token range, and the outlets named after it («لصحيفة …»).

    `to` is False where the «ل» of its first word belongs to the cue (وفقا لصحيفة).
    """
    opening = start
    start = past_aside(s, start, end)
    if start < end and s.lexicon.is_any(s.folded[start], s.lexicon.demonstratives, s.lexicon.relatives):
        return None, tuple(outlets_in(s, start, end))
    begins = behind_addressee(s, start, end) if to else start
    addressed, start = tuple(outlets_in(s, opening, begins)), begins
    at = past_outlet(s, start, end)
    governed = start < end and s.written[start] in s.lexicon.before_nouns
    while at < end:
        word = s.folded[at]
        if word in COMMAS and _leaves_phrase(s, at, end):
            break
        if at > start or not s.is_word[at] or is_occasion(s, at) or (to and is_to_outlet(s, at)):
            if ends_phrase(s, at) and not _is_of_people(s, start, at):
                behind = at + starts(s.lexicon.breaks, s.folded, at)
                if at == start or not (behind > at and resumes(s, behind, end)):
                    break
                at = behind  # «رئيس الهيئة سابقا، سالم الحداد»
        elif starts(s.lexicon.breaks, s.folded, at) and not _is_guest(s, at):
            break
        if at > start + 1 and word == "(" and _is_aside(s, start, at):
            break  # «الطالبة سلوى الحداد (المشاركة في المعرض)»
        if at > start and s.is_preposition(at) and _is_name_before(s, start, at):
            break  # «سامي الحداد على صفحته»
        if word in s.lexicon.within and _is_whole_before(s, start, at):
            break
        if at > start + 1 and (_is_told_outlet(s, start, at) or _is_told_behind_name(s, start, at)):
            break
        close = s.marked_names.get(at, at)
        at = (close if close < end else at) + 1
    while start < at and (_is_no_source(s, start) or s.is_time(start)):
        start += 1
    if start + 1 < at and s.folded[start] in s.lexicon.same and s.lexicon.definite(s.folded[start + 1]):
        at = start + 2  # «نفس المتحدث», and nothing more of its phrase
    if start < at and s.folded[start] in s.lexicon.what:
        at = start  # «ما يشاع» speaks of something, and is nobody
    last = _issuer_end(s, start, at, end)
    while start < last and _ends_no_source(s, last - 1):
        last -= 1
    start, last = _within_brackets(s, start, last)
    source = s.trim((start, last)) if not governed else None  # «نبهت في أكثر من مناسبة»
    return source, (*addressed, *outlets_in(s, at, end))


def _is_no_source(s: Sentence, at: int) -> bool:
    """Whether with the word at `at` no speaker's phrase begins; «علي عبد الله», written as the name is, begins one."""
    if s.folded[at] not in s.lexicon.no_source:
        return False
    named = s.folded[at] in s.lexicon.given_names and at + 1 < s.end
    return not (named and not s.is_preposition(at) and s.is_name_part(at + 1))


def _ends_no_source(s: Sentence, at: int) -> bool:
    """Whether with the word or the mark at `at` no speaker's phrase ends: «أكد المجلس على "حل"», «أن المجلس لا يستبعد»."""
    loose = s.lexicon.is_any(s.folded[at], s.lexicon.no_end, s.lexicon.negations)
    return loose or s.written[at] in COMMAS or s.is_preposition(at)


def past_aside(s: Sentence, at: int, end: int) -> int:
    """Past words of time, and past an occasion between commas: «قال، في تصريح لصحيفة، الوزير»."""
    while at < end:
        if s.written[at] in COMMAS and at + 1 < end and is_occasion(s, at + 1):
            close = s.clause_end(at + 1)
            at = close if close < end else at + 1
            if close >= end:
                break
        elif s.is_time(at):
            behind = at + starts(s.lexicon.breaks, s.folded, at)  # «منذ سنوات»
            at = min(max(s.past_date(at), behind), end)
        elif s.written[at] in COMMAS:
            at += 1
        else:
            break
    return at


def _leaves_phrase(s: Sentence, comma: int, end: int) -> bool:
    """Whether a comma inside a source ends it, rather than opening an apposition."""
    rest = comma + 1
    if rest >= end or ends_phrase(s, rest) or s.folded[rest] in s.lexicon.receiving:
        return True
    close = next((at for at in range(rest, end) if s.written[at] in COMMAS), end)
    if s.lexicon.role(s.folded[rest]):  # «، الأمين العام للمنظمة على هامش مشاركته في …»
        close = next((at for at in range(rest + 1, close) if ends_phrase(s, at)), close)
    return close - rest > 9 and not name_at(s, rest, end)


def _is_of_people(s: Sentence, start: int, at: int) -> bool:
    """«الاتحاد العام لطلبة تونس», «النقابة الوطنية للصحفيين»: whose body it is, where a person speaks to them."""
    body = s.lexicon.bare(s.folded[start]) in s.lexicon.organisations
    described = at - start > 1 and all(map(s.lexicon.definite, s.folded[start:at]))
    near = body and at - start <= _NEAR and is_to_people(s, at)
    return (near and (described or not s.lexicon.joined(s.folded[at]))) or _is_of_their_body(s, start, at)


def _is_of_their_body(s: Sentence, start: int, at: int) -> bool:
    """«أمين عام اتحاد الأمل للطلاب الموريتانيين»: whether at `at` the people stand whose body was named just before, in full."""
    lexicon = s.lexicon
    if not (lexicon.joined(s.folded[at]) and is_to_people(s, at)):
        return False
    bodies = (one for one in range(at - 1, max(start, at - _NEAR) - 1, -1))
    body = next((one for one in bodies if lexicon.bare(s.folded[one]) in lexicon.people_bodies), None)
    return body is not None and body < at - 1


def _is_guest(s: Sentence, at: int) -> bool:
    """Whether a word that ends the phrase of another is who speaks here: «وأضاف ضيف البرنامج»; not «أمام»."""
    role = s.folded[at] in s.lexicon.roles or s.lexicon.bare(s.folded[at]) in s.lexicon.groups
    return role and s.written[at] not in s.lexicon.written_prepositions


def _is_aside(s: Sentence, start: int, at: int) -> bool:
    """Whether the bracket at `at` tells more of a person: behind a name, or with a number."""
    return _ends_name(s, start, at) or (at + 1 < s.end and s.folded[at + 1].isdigit())


def _within_brackets(s: Sentence, start: int, end: int) -> Range:
    """A range without a bracket at its start or its end that nothing in it goes with, or that go around all of it."""
    texts = s.written[start:end]
    if "(" in texts[:1] and texts[-1:] == [")"]:
        return start + 1, end - 1
    if start < end and s.paragraph.closes.get(end - 1, start) == start - 1:
        return start, end - 1  # «وفق "الساحل"», whose opening mark was passed over
    if ")" in texts[:-1] and "(" not in texts:
        start += texts.index(")") + 1  # «لمراسلة (وات) الممرض»
    return start + (texts[:1] == ["("]), end - (texts[-1:] == [")"] and "(" not in texts)


def _is_whole_before(s: Sentence, start: int, at: int) -> bool:
    """Whether «في» at `at` tells no more of who speaks: «سامي الحداد في افتتاحية», «الطرفاوي في رده», «صحيفة "الساحل" في عددها»."""
    if _ends_name(s, start, at) or (at > start + 1 and s.folded[start] in s.lexicon.outlets):
        return True
    first = s.folded[start]
    lone = at == start + 1 and s.is_word[start] and s.is_name(first)
    noun = s.lexicon.head(first) in s.lexicon.nouns or s.lexicon.of_people(first)
    return lone and not noun and first not in s.lexicon.everyday


def _is_told_outlet(s: Sentence, start: int, at: int) -> bool:
    """«أفاد مصدر طبي وكالة الساحل»: the outlet to which a verb tells something, behind who speaks and an adjective or a name."""
    lexicon, before = s.lexicon, s.folded[at - 1]
    if s.folded[at] not in lexicon.outlets or s.folded[start] in lexicon.outlets:
        return False
    adjective = (
        before.endswith(lexicon.origin_endings) and not lexicon.definite(before) and len(before) >= _SHORT
    )
    adjective = adjective or (s.is_name(before) and before not in lexicon.nouns) or _ends_name(s, start, at)
    return adjective and s.folded[start] in lexicon.nouns and outlet_at(s, at) is not None


def _is_told_behind_name(s: Sentence, start: int, at: int) -> bool:
    """«وقال مديرها سالم الحداد لفريق الرصد»: to whom something is said, by a noun with «ل» behind a name."""
    noun = s.lexicon.behind_to(s.folded[at])
    return noun is not None and s.lexicon.bare(noun) in s.lexicon.nouns and _ends_name(s, start, at)


def _is_name_before(s: Sentence, start: int, at: int) -> bool:
    return s.is_name(s.folded[at - 1]) or _ends_name(s, start, at)


def _ends_name(s: Sentence, start: int, at: int) -> bool:
    """Whether the word before `at` ends the name of a person in a phrase from `start`: a given name, and one word more."""
    given, before = s.lexicon.of_given, s.folded[at - 1]
    return (
        at > start + 1 and s.folded[at - 2] in given and (before in given or before not in s.lexicon.everyday)
    )


def _issuer_end(s: Sentence, start: int, at: int, end: int) -> int:
    """Where the phrase ends that names a document and, behind words of time, who issued it; `at` if none does.

    «بلاغ أصدرته وزارة الداخلية», «بيان صادر، اليوم الجمعة، عن الهيئة».
    """
    lexicon = s.lexicon
    if start >= at or lexicon.bare(s.folded[start]) not in lexicon.documents:
        return at
    last = max((one for one in range(start, min(at + 6, end)) if s.folded[one] in lexicon.issued), default=at)
    while last + 2 < end and s.is_time(last + 1):
        last += 1  # «بلاغ أصدرته اليوم وزارة الداخلية»
    if last + 1 < end and lexicon.bare(s.folded[last + 1]) in lexicon.organisations:
        at = max(at, last + 2)
        while at < end and s.written[at] not in COMMAS and not ends_phrase(s, at):
            at += 1
    return at
