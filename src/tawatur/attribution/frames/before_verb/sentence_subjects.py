"""Who does the first thing of a sentence, and says something with a later verb: «انتقدت المنظمة القرار، وقالت»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.clause_openings import opens_clause
from tawatur.attribution.frames.before_verb.clause_subjects import is_that_with_pronoun
from tawatur.attribution.frames.before_verb.who_may_speak import agrees, is_said_by_nobody, may_speak
from tawatur.attribution.frames.behind_verb.objects import is_his
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.speakers.introductions import introductions
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import ends_phrase
from tawatur.attribution.text.sentence import Sentence

_FAR_SENTENCE = 25  # tokens from the start of a sentence to «ف» and a verb that goes on with something else


def subject_of_sentence(s: Sentence, cue: Cue, at: int) -> Range | None:
    """انتقدت X …، وقالت / نشر X تدوينة قال فيها: who did the first thing of the sentence does the second one too."""
    if is_said_by_nobody(s, cue, at):
        return None
    if at - s.opening > _FAR_SENTENCE and s.conjoined(at, also_so=True) and not s.conjoined(at):
        return None
    if s.found or not (s.conjoined(at, also_so=True) or opens_clause(s, at) or s.takes_up(at + 1)):
        return None
    return main_subject(s, cue, at)


def main_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """Who does the first thing of the sentence, before the cue at `at`, if he agrees with it."""
    lexicon, start = s.lexicon, _first_noun(s, at)
    if start >= at:
        return None
    acts = may_speak(s, start) or (_shows_speaker(cue) and s.is_word[start])
    titled = _titled_name(s, start, at)
    acts = (
        acts or titled is not None or (s.is_name(s.folded[start]) and not lexicon.of_object(s.folded[start]))
    )
    if not acts or not s.is_word[start] or ends_phrase(s, start) or s.does(start):
        return None
    if not agrees(s, cue, start):
        return None
    if titled:
        return titled
    if s.folded[start] in lexicon.by_honour:
        return start, start + 1  # «اصطحب قداسته ضيوفه»
    for first, end in introductions(s.paragraph, lexicon):
        if first == start and end <= at:
            return first, end - (end - first > 2 and is_his(s, end - 1))  # «يهز الحاج سعيد رأسه»
    if lexicon.head(s.folded[start]) in lexicon.bodies and end_of_quotation(s, start) < at:
        return start, end_of_quotation(s, start) + 1  # «نشر تنظيم "الساحل" رسالة قال فيها»
    return start, _end_of_subject(s, start, at)


def _titled_name(s: Sentence, start: int, at: int) -> Range | None:
    """«الحاج سعيد», «المناضل الهادي الحداد»: a word with its article that is no role we know, and a name behind it."""
    lexicon = s.lexicon
    if start + 1 >= at or not lexicon.definite(s.folded[start]) or lexicon.role(s.folded[start]):
        return None
    named = s.folded[start + 1] in lexicon.of_given and not s.is_preposition(start + 1)
    if not named or s.folded[start] in lexicon.given_names:
        return None
    end = start + 2
    whole = end < at and s.is_word[end] and not (ends_phrase(s, end) or is_his(s, end))
    return start, end + (whole and (s.is_name_part(end) or lexicon.definite(s.folded[end])))


def _first_noun(s: Sentence, at: int) -> int:
    """Where the first noun of the sentence before `at` stands, behind its verb and what comes before that; `at` or more if none does."""
    lexicon, start = s.lexicon, s.opening
    start += s.folded[start] in lexicon.likewise and start + 1 < at  # «كما رفض الوزير ذلك، مؤكدا أن»
    start += starts(lexicon.thus, s.folded, start)  # «هكذا لخص الحداد ليلته، قبل أن يعلن أنه»
    if start >= at:
        return at
    if s.folded[start] in lexicon.excepting and start + 1 < at and s.folded[start + 1] in lexicon.that:
        start += 2  # «غير أن الوزير قلل من شأن ذلك، قائلا إن»
    if start + 1 < at and s.written[start + 1] in COMMAS:
        start += 2  # «وتفصيلا، أقام العامل دعوى»
    if s.folded[start].removeprefix(lexicon.conjunction) in lexicon.about:
        start = s.clause_end(start) + 1  # «وحول غياب القائد، اكتفى الحداد بالقول»
    if start >= at:
        return at
    if s.folded[start] in lexicon.negations and start + 1 < at:
        start += 1  # «ولم يكشف الوزير عن الأسماء، مكتفيا بالقول إن»
    known = lexicon.head(s.folded[start]) in lexicon.nouns
    if not known or s.folded[start] in lexicon.cues:
        start += 1 + (s.folded[start] in lexicon.negating)  # the verb of the sentence: «لا تخفي الممثلة»
    while start < at and (s.written[start] in COMMAS or s.is_time(start)):
        start = s.past_date(start) if s.is_time(start) else start + 1
    return start


def _end_of_subject(s: Sentence, start: int, at: int) -> int:
    """One past the phrase of the noun at `start`: the nouns that it owns, and what describes it or is its name."""
    lexicon, end = s.lexicon, start + 1
    of_any_kind = lexicon.definite(s.folded[start])  # «المدير العام», but «وزير الثقافة المعرض»
    unnamed = not of_any_kind and lexicon.head(s.folded[start]) in lexicon.anonymous
    while end < at and s.is_word[end] and not lexicon.definite(s.folded[end - 1]):
        if s.written[end] in lexicon.before_nouns or ends_phrase(s, end) or _is_told_next(s, start, end):
            break
        end += 1
        if unnamed:
            break
    while end < at and s.is_word[end]:
        word = s.folded[end]
        described = lexicon.definite(word) and (of_any_kind or word.endswith(lexicon.origin_endings))
        given = {word, s.folded[end - 1]} <= lexicon.given_names  # «ألفة يوسف»
        if (
            not (described or given or lexicon.is_name(word) or word in lexicon.half_names)
            or s.does(end)
            or s.has_suffix(end)
            or s.is_verb_cue(end)
            or ends_phrase(s, end)
            or _is_told_next(s, start, end)
        ):
            break
        end += 1
    if end > start + 1 and lexicon.is_any(s.folded[end - 1], lexicon.prepositions, lexicon.relatives):
        end -= 1  # «مسؤول من "حماس"», «الكاتب الذي»
    return end


def describes_thing(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«تداولت صفحات مقطعا قالت إنه قديم»: who does the first thing of the sentence, and says what its object is."""
    if cue.kind != "verb" or at + 1 >= s.end or s.conjoined(at) or not s.is_word[at - 1]:
        return None
    noun = s.folded[at - 1]
    plain = not s.lexicon.definite(noun) and not s.lexicon.is_any(
        noun, s.lexicon.before_verbs, s.lexicon.that
    )
    plain = plain and cue.lemma in s.lexicon.describing
    plain = plain and not (noun in s.lexicon.particles or s.has_suffix(at - 1))
    return main_subject(s, cue, at) if plain and is_that_with_pronoun(s, at + 1) else None


def _is_told_next(s: Sentence, start: int, at: int) -> bool:
    """Whether at `at` «أن» stands or the object of the verb: «أصدرت شركة الساحل بيانا», «أعطى والي الساحل تعليماته», «أجرى ترامب مقابلة»."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    his = at - start > 1 and s.has_suffix(at) and before not in lexicon.prepositions
    lone = at == start + 1 and s.is_name(before) and before not in lexicon.nouns and not before.isdigit()
    plain = lone and not (s.is_name_part(at) or lexicon.definite(word) or lexicon.role(word))
    family = at == start + 1 and lexicon.definite(before) and s.ends_in_pronoun(at)  # «المزوغي ندمه»
    family = family and not (s.is_name(word) or word in lexicon.nouns)
    return word in lexicon.that or his or plain or family or lexicon.of_object(word)


def end_of_quotation(s: Sentence, at: int) -> int:
    """Where the quotation closes that opens behind `at`; the end of the sentence where none does."""
    return s.pairs.get(at + 1, s.end)


def _shows_speaker(cue: Cue) -> bool:
    """Whether a cue tells enough of who speaks for any noun to be he: «أضرب أكابر النادي مطالبين», «أضاف جلول قوله»."""
    return cue.kind == "noun" or (cue.kind == "participle" and cue.plural)
