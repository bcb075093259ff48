"""Who speaks before a relative pronoun: «الوزير الذي قال», «الحزب، الذي أصدر أمس بيانا أكد فيه»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.who_may_speak import agrees, is_said_by_nobody, may_act, may_speak
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.outlets_named import outlet_at
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import ends_phrase, name_at
from tawatur.attribution.text.sentence import Sentence

_ISSUING = 8  # tokens from the verb of who issued a text to that of what it says


def relative_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """معتمد المدينة سامي الحداد، الذي قال: the noun phrase before the relative pronoun."""
    relative = at - 1
    if relative > s.first and s.folded[relative] in s.lexicon.already:
        relative -= 1
    if relative <= s.first or s.folded[relative] not in s.lexicon.relatives:
        return None
    if s.has_pronoun(at) and not (cue.plural and s.folded[relative].endswith(s.lexicon.plural_endings)):
        return None  # «القرار الذي وصفته»; but «السكان الذين اعتبروه»
    if cue.plural and not cue.present and s.folded[relative].endswith(s.lexicon.feminine_relative):
        return None  # «التلاميذ … النتائج التي اعتبروا أنها»
    end = relative - 1 if s.written[relative - 1] in COMMAS else relative
    opens = s.paragraph.closes.get(end - 1)
    if opens is not None and opens in s.marked_names:
        return _marked_name(s, opens, end)
    start = end
    while (
        start > s.first
        and end - start < 8
        and s.is_word[start - 1]
        and s.folded[start - 1] not in s.lexicon.that
        and not ends_phrase(s, start - 1)
        and not _begins_anew(s, start)
    ):
        start -= 1
    if s.folded[end - 1] in s.lexicon.unsaying:
        return end - 1, end  # «نفت حركة الساحل التقارير التي تفيد بأن»
    if s.folded[start] in s.lexicon.given_names and name_at(s, start, end):
        return start, end  # «ومنهم سالم الحداد الذي قال»
    if start < end and _is_joined_role(s, start):
        return start, end
    end = _before_outlet(s, start, end)
    named = s.folded[end - 1] not in s.lexicon.everyday and s.folded[end - 2] in s.lexicon.of_given
    acting = [one for one in range(start, end) if may_act(s, one) and agrees(s, cue, one)]
    if named and end - 2 >= start and acting in ([], [end - 1]):
        acting = [end - 2]  # «معها سالم الحداد، الذي»
    speaking = next((one for one in acting if may_speak(s, one)), None)
    if is_said_by_nobody(s, cue, at) and not (speaking is not None and _is_person(s, speaking)):
        return None  # «الصفقة التي يتوقع أن»
    start = speaking if speaking is not None else acting[0] if acting else end
    return s.trim((start, end))


def _is_person(s: Sentence, at: int) -> bool:
    lexicon, word = s.lexicon, s.folded[at]
    return word in lexicon.given_names or lexicon.is_any(lexicon.head(word), lexicon.roles, lexicon.anonymous)


def issuer_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«الحزب، الذي أصدر أمس بيانا أكد فيه»: of whom is told that he issued the text in which something is said."""
    if not s.takes_up(at + 1) or cue.plural:
        return None
    for one in range(at - 2, max(s.first, at - _ISSUING) - 1, -1):
        if s.written[one] in COMMAS:
            return None
        if s.folded[one - 1] in s.lexicon.relatives and one - 1 > s.first:
            return relative_subject(s, cue, one)
    return None


def tells_of_noun_before(s: Sentence, at: int) -> bool:
    """«القرار الذي تصفه المعارضة ب»: whether the pronoun on a verb is the noun that its clause belongs to, which does not speak."""
    return at > s.first and s.folded[at - 1] in s.lexicon.relatives and s.has_pronoun(at)


def _before_outlet(s: Sentence, start: int, end: int) -> int:
    """Where in a range «على قناة الساحل» begins, which is where somebody speaks and no part of who he is; `end` if nowhere."""
    on = s.lexicon.written_prepositions
    media = (one for one in range(start + 1, end - 1) if s.written[one] in on and outlet_at(s, one + 1))
    return next(media, end)


def _marked_name(s: Sentence, start: int, end: int) -> Range:
    """«من "الساحل"، التي كتبت أن»: a name in quotation marks, with the noun before it that says what it names."""
    noun = start > s.first and may_speak(s, start - 1)
    return start - noun, end


def _begins_anew(s: Sentence, at: int) -> bool:
    """«تلقى العامل اتصالا من مدير الشركة الذي»: whether at `at`, behind a preposition, the noun stands of whom what follows tells."""
    behind = at > s.first and s.written[at - 1] in s.lexicon.written_prepositions
    return _is_joined_role(s, at) or (behind and s.lexicon.role(s.folded[at]))


def _is_joined_role(s: Sentence, at: int) -> bool:
    """Whether a preposition is written on to the role at `at`: «بوزير النقل»."""
    word = s.folded[at]
    return word.startswith(s.lexicon.proclitics) and s.lexicon.unpossessed(word[1:]) in s.lexicon.roles
