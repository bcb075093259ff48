"""Where the preposition stands that a cue wants before what is said: «دعا إلى», «ندد بالعملية», «طلب منه»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.who_may_speak import may_speak
from tawatur.attribution.frames.behind_verb.verbal_nouns import names_act
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.paragraph import COMMAS
from tawatur.attribution.text.phrase_ends import ends_phrase, is_occasion
from tawatur.attribution.text.sentence import Sentence

_REACH = 9  # tokens from a place to the verbal noun behind it


def is_preposition(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the preposition that a cue wants stands at `at`, alone or written on to its noun."""
    word, preposition = s.folded[at], cue.preposition or ""
    if word in s.lexicon.with_what.get(preposition, ()):
        return True  # «محذرا مما أسماه»
    calls = cue.kind in ("verb", "deed") or "object" not in cue.takes or "person" in cue.takes
    if not calls and at > after and not ends_phrase(s, after):
        return False  # «آليات مشددة … على»: an adjective
    if len(preposition) > 1 or word == preposition:
        other = (
            at + 1 < s.end and preposition in s.lexicon.partitive and s.folded[at + 1] in s.lexicon.not_from
        )
        return word == preposition and not other and starts(s.lexicon.breaks, s.folded, at) < 2
    return _is_written_on(s, cue, at, after) and not _belongs_otherwise(s, cue, at, after)


def _is_written_on(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the preposition of a cue is written on to the word at `at`, which shows only where something stands before it."""
    word, preposition = s.folded[at], cue.preposition or ""
    return (
        word.startswith(preposition)
        and len(word) > 2
        and not s.lexicon.is_any(word, s.lexicon.of_it, s.lexicon.nouns, s.lexicon.not_names)
        and s.folded[at - 1] not in s.lexicon.prepositions
        and (
            at > after
            or "act" in cue.takes
            or (s.lexicon.definite(word[1:]) and s.has_pronoun(at - 1))
            or s.has_suffix(at)
            or s.lexicon.of_people(word[1:])
            or (names_act(s, word[1:]) and _opens_clause(s, cue, after - 1))
            or not s.is_name(word[1:])
        )
    )


def _opens_clause(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the cue at `at` is a verb, or a circumstance behind a comma: not in «البلاد مهددة بانهيار»."""
    return cue.kind == "verb" or at == s.first or s.written[at - 1] in COMMAS


def _belongs_otherwise(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the word at `at`, which begins as if with the preposition of a cue, is a name or belongs to what stands before it."""
    word, preposition, lexicon = s.folded[at], cue.preposition or "", s.lexicon
    to_body = preposition == lexicon.to and lexicon.joined(word) and not names_act(s, lexicon.bare(word))
    if at > after and to_body:
        return True  # «الإدارة العامة للحرس»
    if "act" in cue.takes and not any(names_act(s, one) for one in lexicon.without_pronoun(word[1:])):
        return True  # «أقرت المحكمة الحكم بمدينة …»
    between = {  # without «باسم», and «في بيان»
        s.folded[one] for one in range(after, at) if s.written[one - 1] not in lexicon.before_nouns
    } - lexicon.not_names
    if "act" in cue.takes and any(one.startswith(preposition) for one in between):
        return True
    if {"act", "to"} <= cue.takes and not _are_called_on(s, after, at):
        return True  # «وجه القضاء صفعة جديدة إلى»
    if at > after and (word in lexicon.not_names or _is_family_name(s, at)):
        return True  # «المتحدث باسم الوزارة», «فرج بوزعلان»
    if at > after and _is_place_before(s, preposition, at):
        return True  # «ندد السفير بتونس، سالم الحداد، بالعملية»
    return at == after and "that" in cue.takes and _is_before_that(s, cue, at)  # «اعترف بوعزة بأن»


def to_him(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the preposition of a call stands at `at` with a pronoun: «منه», «منهما»."""
    preposition = cue.preposition or ""
    pronoun = s.folded[at].removeprefix(preposition)
    return len(preposition) > 1 and pronoun in s.lexicon.possessives and at + 1 < s.end


def governs(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the preposition at `at` belongs to the noun before it: «النائب عن حزب», «عدد كبير من السكان»."""
    lexicon = s.lexicon
    noun = s.folded[at - 1]
    body = "to" in cue.takes and lexicon.definite(noun) and not lexicon.joined(noun)  # «سلطة الإشراف»
    if lexicon.bare(noun) in lexicon.governing and not body:
        return True
    if s.folded[at] in lexicon.reaching and at - 2 >= after and is_occasion(s, at - 2):
        return True  # «دعا في حديث إلى الصحيفة إلى»
    before = s.folded[after:at]
    first = cue.preposition in lexicon.partitive and cue.preposition not in before
    if first and at + 1 < s.end and lexicon.bare(s.folded[at + 1]) in lexicon.organisations:
        # «حذر خبراء من البنك المركزي من انهيار»
        return s.find(cue.preposition or "", at + 2, s.clause_end(at)) is not None
    return first and any(word in lexicon.numerals for word in before)


def _is_family_name(s: Sentence, at: int) -> bool:
    """Whether at `at` a family name stands that begins like the preposition: a word of no other use behind a given name, or alone between commas."""
    word, before = s.folded[at], s.folded[at - 1]
    if s.lexicon.definite(word[1:]) or not all(map(s.is_name, (word, *s.lexicon.without_pronoun(word[1:])))):
        return False
    given = before in s.lexicon.name_parts and s.written[at - 1] not in s.lexicon.written_prepositions
    return given and not names_act(s, word[1:])


def _are_called_on(s: Sentence, after: int, end: int) -> bool:
    """Whether in a range nothing stands but who speaks and whom he calls on: «الوزير الجهات المعنية», «المحافظ رؤساء المدن»."""
    definite, folded = s.lexicon.definite, s.folded
    return all(
        s.written[at] not in s.lexicon.before_nouns
        and (definite(folded[at]) or definite(folded[at + 1]) or may_speak(s, at) or s.is_name_part(at))
        for at in range(after, end)
    )


def _is_before_that(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether behind the word at `at` «بأن» has the preposition of a cue that begins the word as well."""
    preposition, end = cue.preposition or "", s.clause_end(at + 1)
    that = (one for one in s.folded[at + 1 : end] if one in s.lexicon.that)
    return next(that, "").startswith(preposition)


def _is_place_before(s: Sentence, preposition: str, at: int) -> bool:
    """Whether the name of a place carries the preposition at `at`, and a verbal noun behind it does so too: «بنابل بفتح تحقيق»."""
    if not s.lexicon.is_place(s.folded[at][len(preposition) :]):
        return False
    behind = (s.folded[one] for one in range(at + 1, min(s.end, at + _REACH)))
    joined = (word.removeprefix(preposition) for word in behind if word.startswith(preposition))
    return any(names_act(s, word) or s.lexicon.definite(word) for word in joined)
