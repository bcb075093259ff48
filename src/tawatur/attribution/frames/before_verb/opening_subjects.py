"""Who speaks at the start of a sentence, before his verb: «وكان الوزير قد قال», «واشنطن تؤكد», «أما الوزير فقال»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.clause_openings import is_joined
from tawatur.attribution.frames.before_verb.who_may_speak import agrees, is_meanwhile, may_act, may_speak
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.outlets_named import outlet_at
from tawatur.attribution.text.paragraph import COMMAS, LONGEST_NAME, Range
from tawatur.attribution.text.phrase_ends import is_occasion
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_LONGEST_SUBJECT = 20  # tokens between «كان» and «قد»
_NEAR_OPENING = 12  # tokens from the start of a sentence to the verb of who stands there
_SHORT = 6  # tokens of a subject that nothing but the start of its sentence tells


def subject_before(s: Sentence, at: int) -> Range | None:
    """وكان الوزير قد قال / الوزير قال: a short phrase between the sentence's start and the verb."""
    end = s.before_breaks(at)
    if was := _was_before(s, at):
        return source_in(s, was + 1, end)[0]
    start = s.opening
    if start < end and s.folded[start] in s.lexicon.was:
        start += 1
        surely = s.folded[end] in s.lexicon.already and s.folded[start] not in s.lexicon.demonstratives
        between = any(s.is_verb_cue(one) for one in range(start, end))
        alone = end == start + 1 and s.folded[start] not in s.lexicon.everyday  # «وكان ماكرون أكد»
        acts = not between and (
            surely or (not s.conjoined(at) and (alone or may_act(s, start) or _is_number(s, start)))
        )
        return source_in(s, start, end)[0] if acts and 0 < end - start <= _LONGEST_SUBJECT else None
    outlet = outlet_at(s, start) if start < end else None
    if start == s.first and s.marked_names.get(start) == end - 1:
        return start + 1, end - 1  # «"أطباء بلا حدود" تدعو إلى»
    if outlet and 0 <= end - outlet[1] <= 1:
        return start, end  # «موقع "الساحل" الألماني أشار»
    if start < end and any(s.written[i] in COMMAS for i in range(start, end)):
        return None
    end = _joined_occasion(s, start, end)
    if not 0 < end - start <= _SHORT or not _are_words(s, start, end):
        return None
    bare = s.lexicon.bare(s.folded[start])
    known = s.lexicon.is_any(bare, s.lexicon.speakers, s.lexicon.documents, s.lexicon.groups)
    if not known and outlet_at(s, start) is None and not _is_named(s, start, end):
        return None
    return start, _before_verb(s, start, end, at)


def opening_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«واشنطن تؤكد», «وزير الخارجية دعا إيران إلى»: who stands at the start of the sentence and before the verb at `at`."""
    if cue.kind != "verb" or s.opening != s.first or s.conjoined(at) or s.folded[s.first] in s.lexicon.was:
        return None
    near = at - s.first <= _NEAR_OPENING
    before = (subject_before(s, at) or _described(s, cue, at)) if near else None
    before = before or _before_that(s, at)
    return before if before and agrees(s, cue, before[0]) else None


def _before_that(s: Sentence, at: int) -> Range | None:
    """«أحد العمال، في تصريح للصحيفة، قال إن»: who stands at the start of a sentence of which this is the first verb, and tells what is said."""
    lexicon, start = s.lexicon, s.first
    told = at + 1 < s.end and (s.folded[at + 1] in lexicon.that or s.folded[at + 1] == ":")
    if not told or not 0 < at - start <= _LONGEST_SUBJECT or s.folded[at - 1] in lexicon.relatives:
        return None
    word = s.folded[start]
    person = may_speak(s, start) or lexicon.opens_name(word) or _is_number(s, start)
    person = person or (lexicon.definite(word) and s.is_name(word))
    if (
        not person
        or word in lexicon.topics
        or s.find(":", start, at)
        or is_occasion(s, start)
        or any(_is_verb(s, one) for one in range(start, at))
    ):
        return None
    found = source_in(s, start, at, to=False)[0]
    return found if found and found[0] == start else None


def _is_verb(s: Sentence, at: int) -> bool:
    """Whether a verb stands at `at` that is none of a relative clause, nor of what who speaks does meanwhile: «وهو يشير»."""
    before = s.folded[at - 1]
    aside = before in s.lexicon.relatives or is_meanwhile(s, at)
    return not aside and (s.is_verb_cue(at) or s.does(at))


def topic(s: Sentence, at: int) -> Range | None:
    """أما X، …، فقال: the topic that a sentence opens with, where the verb takes it up."""
    taken_up = at - (s.folded[at - 1] in s.lexicon.already)  # «فقال», «فقد قال»
    if not s.folded[taken_up].startswith(s.lexicon.conjunctions):
        return None
    reach = range(taken_up - 1, max(s.first, taken_up - _LONGEST_SUBJECT) - 1, -1)
    opener = next((one for one in reach if s.folded[one] in s.lexicon.topics), None)
    if opener is None or any(_takes_up(s, one) for one in range(opener + 2, taken_up)):
        return None  # «أما الوزير فنفى الخبر، وقال»
    return source_in(s, opener + 1, taken_up)[0]


def _takes_up(s: Sentence, at: int) -> bool:
    """Whether a verb with «ف» stands at `at`, and none that «و» joins to it."""
    return s.lexicon.tells(s.folded[at], "verb") and s.conjoined(at, also_so=True) and not s.conjoined(at)


def topic_of_sentence(s: Sentence, end: int) -> Range | None:
    """«أما زوجته فلا ترى»: the topic with which a sentence opens, if before `end` something takes it up."""
    if s.folded[s.opening] not in s.lexicon.topics:
        return None
    behind = (one for one in range(s.opening + 2, end) if s.folded[one].startswith(s.lexicon.conjunctions))
    return source_in(s, s.opening + 1, next(behind, s.opening + 1))[0]


def _are_words(s: Sentence, start: int, end: int) -> bool:
    """Whether a range has nothing but words, and names in quotation marks: «بنك "الساحل"»."""
    at = start
    while at < end and (s.is_word[at] or start < at < s.pairs.get(at, 0) < end):
        at = s.pairs.get(at, at) + 1
    return at >= end


def _joined_occasion(s: Sentence, start: int, end: int) -> int:
    """Where in a range an occasion begins that «و» joins to who speaks: «الحداد وفي حديث صحفي أكد»; `end` if none does."""
    joined = (
        one
        for one in range(start + 1, min(end, start + _SHORT))
        if s.folded[one].startswith(s.lexicon.conjunction) and is_occasion(s, one)
    )
    return next(joined, end)


def _was_before(s: Sentence, at: int) -> int | None:
    """Where inside a sentence «وكانت» stands, whose subject goes on to «قد» and the verb at `at`; None where it does not."""
    if s.folded[at - 1] not in s.lexicon.already:
        return None
    for one in range(at - 3, max(s.opening, at - _SHORT - 2), -1):
        if s.folded[one] in s.lexicon.was and s.folded[one].startswith(s.lexicon.conjunction):
            return one
        if not s.is_word[one]:
            return None
    return None


def _before_verb(s: Sentence, start: int, end: int, at: int) -> int:
    """One past the subject in a range before the verb at `at`: «محافظ الساحل يتفقد الميناء ويؤكد» has another verb first."""
    if does := next((one for one in range(start + 1, end) if s.does(one)), None):
        return does
    if not s.conjoined(at):
        return end
    definite = s.lexicon.definite
    over = (
        one for one in range(start + 1, end) if definite(s.folded[one - 1]) and not definite(s.folded[one])
    )
    return next(over, end)


def _described(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«الوفد التونسي يدعو»: a noun with its article and adjectives, and nothing else before a verb of the present."""
    words = range(s.first, at)
    whole = cue.present and 0 < len(words) <= _SHORT // 2 and not any(map(s.is_time, words))
    return (s.first, at) if whole and all(map(s.lexicon.definite, s.folded[s.first : at])) else None


def _is_named(s: Sentence, start: int, end: int) -> bool:
    """Whether a sentence opens with a name and nothing else: «واشنطن», «سامي الحداد», «الطرفاوي»."""
    lexicon, words = s.lexicon, s.folded[start:end]
    if start != s.first or end - start > LONGEST_NAME or not lexicon.everyday.isdisjoint(words):
        return False
    bare = words[0][1:]
    if words[0].startswith(lexicon.conjunctions) and (bare in lexicon.everyday or lexicon.is_place(bare)):
        return False  # «وبعد العشاء أعلن الحداد»
    if is_joined(s, start) or (words[0].startswith(lexicon.proclitics) and lexicon.definite(bare)):
        return False  # «وبمواجهته اعترف», «بالفيديو»
    if lexicon.is_place(*words):
        return True
    if len(words) == 1 and (lexicon.definite(words[0]) or not _is_ordinary(s, words[0])):
        return True  # «الصحة تعلن»
    if len(words) == 2 and words[0] in lexicon.given_names and words[0] not in lexicon.verbal_nouns:
        return True  # «مصطفى الحداد», of which the second word is an everyday one elsewhere
    return (s.is_name(words[-1]) or words[-1] in lexicon.given_names) and (
        len(words) == 1 or words[0] in lexicon.given_names or not any(map(lexicon.definite, words[:-1]))
    )


def _is_number(s: Sentence, at: int) -> bool:
    """«عدد من السكان»: whether a number or the word for one stands at `at`."""
    return s.folded[at] in s.lexicon.numerals


def _is_ordinary(s: Sentence, word: str) -> bool:
    """Whether a word is one of everyday language, as far as the language can tell."""
    known = s.lexicon.language.is_known
    return known is None or known(word)
