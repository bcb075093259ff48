"""Who speaks where his verb comes later: «وكان الوزير قد قال», «أن المتهم اعترف», «الوزير الذي قال», «أما الوزير فقال»."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue
from tawatur.attribution.speakers.introductions import introductions
from tawatur.attribution.text.content_spans import is_behind_turn
from tawatur.attribution.text.outlets_named import outlet_at
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import ends_phrase, is_occasion, name_at, resumes
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_LONGEST_SUBJECT = 20  # tokens between «كان» and «قد»
_CLAUSE = 16  # tokens from what opens a clause to its verb
_FAR_CLAUSE = 45  # to a verb that shows by its number whose it is
_PREPOSITION = 3  # letters
_FAR_SENTENCE = 25  # tokens from the start of a sentence to «ف» and a verb that goes on with something else
_NEAR_OPENING = 12  # tokens from the start of a sentence to the verb of who stands there
_NAME = 4  # words of a name
_ASIDE = 3  # tokens of what a sentence opens with: «وبمواجهته بالتحريات اعترف»
_OCCASION = 8  # tokens from an occasion to its verb
_SHORT = 6  # tokens of a subject that nothing but the start of its sentence tells


def subject_of(s: Sentence, cue: Cue, at: int) -> Range | None:
    """Who says what the cue at `at` opens, where he stands before it; None where he is to be known from before."""
    if cue.kind == "purpose":
        gathers = clause_subject(s, cue, at) or (None if s.found else main_subject(s, cue, at))
        place = gathers is not None and _is_venue(s, *gathers)
        return None if place else gathers  # «شهدت ولاية الساحل احتجاجات للمطالبة ب»
    if cue.plural and cue.kind == "participle" and not (s.subject and agrees(s, cue, s.subject[0])):
        return clause_subject(s, cue, at) or s.subject or (None if s.found else main_subject(s, cue, at))
    if cue.kind == "participle" and (beside := _beside(s, cue, at)):
        return beside
    if cue.kind == "participle" and s.subject and not cue.plural and _are_several(s, s.subject[0]):
        return s.inner if s.inner and agrees(s, cue, s.inner[0]) else s.subject
    if cue.kind != "verb":
        return s.subject or (None if s.found else main_subject(s, cue, at))
    relative = relative_subject(s, cue, at) or _issuer_before(s, cue, at)
    if relative and s.subject and cue.lemma in s.lexicon.speaking and not may_speak(s, relative[0]):
        relative = s.subject  # «افتتح المشروع الذي قال إنه»
    return (
        relative
        or _introduced_at_once(s, at)
        or topic(s, at)
        or _questioned(s, cue, at)
        or subject_before(s, at)
        or clause_subject(s, cue, at)
        or subject_of_sentence(s, cue, at)
    )


def _issuer_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«الحزب، الذي أصدر أمس بيانا أكد فيه»: of whom is told that he issued the text in which something is said."""
    if not s.takes_up(at + 1) or cue.plural:
        return None
    for one in range(at - 2, max(s.first, at - _OCCASION) - 1, -1):
        if s.tokens[one].text in COMMAS:
            return None
        if s.folded[one - 1] in s.lexicon.relatives and one - 1 > s.first:
            return relative_subject(s, cue, one)
    return None


def _introduced_at_once(s: Sentence, at: int) -> Range | None:
    """«ومن المشاركين الطالب سامي الحداد وقد قال»: a role and a name before «وقد»."""
    already = s.folded[at - 1] if at > s.first else ""
    if already not in s.lexicon.already or not already.startswith(s.lexicon.conjunction):
        return None
    return next((one for one in introductions(s.paragraph, s.lexicon) if one[1] == at - 1), None)


def _questioned(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«وبسماع المتهم اعترف», «وبالتحري مع زوجته أفادت»: whom somebody heard, at the start of a sentence, before what he said."""
    lexicon, start = s.lexicon, s.opening
    word = s.folded[start].removeprefix(lexicon.conjunction)
    if at - start > _OCCASION or not word.startswith(lexicon.proclitics):
        return None
    if lexicon.bare(word[1:]) not in lexicon.questioning or s.conjoined(at):
        return None
    start += 2 if s.tokens[start + 1].text in lexicon.before_nouns else 1
    if start >= at or s.folded[start] in lexicon.resuming:
        return None  # «وبالتحري معه اعترف»
    joined = (one for one in range(start + 1, at) if s.folded[one].startswith(lexicon.conjunction))
    heard = source_in(s, start, min(s.before_breaks(at), next(joined, at)))[0]
    return heard if heard and agrees(s, cue, heard[0]) else None


def _beside(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«بينما خرج رئيس الوزراء سامي الحداد معلنا»: a role between the verb of its clause, which says nothing, and a circumstance."""
    lexicon = s.lexicon
    for start in range(at - 1, max(s.first + 1, at - _SHORT) - 1, -1):
        if not s.tokens[start].is_word or ends_phrase(s, start):
            return None
        verb = start - 1
        if s.folded[verb - 1] in lexicon.contrasts and verb > s.first and lexicon.role(s.folded[start]):
            return (start, at) if agrees(s, cue, start) and not s.is_verb_cue(verb) else None
    return None


def _is_venue(s: Sentence, start: int, end: int) -> bool:
    """«ولاية تطاوين»: where something happens, by its noun and the name of a place."""
    named = start + 1 < end and s.lexicon.is_place(s.folded[start + 1])
    return named and s.lexicon.bare(s.folded[start]) in s.lexicon.venues


def _are_several(s: Sentence, at: int) -> bool:
    """Whether the noun at `at` is of several people: «مسؤولين»."""
    word = s.lexicon.bare(s.folded[at])
    return word in s.lexicon.several or (word in s.lexicon.nouns and word.endswith(s.lexicon.plural_endings))


def pronoun_before(s: Sentence, at: int) -> Range | None:
    """«فهو يرى أن»: the pronoun that a verb stands behind at once."""
    before = at - 1 > s.first and s.folded[at - 1] in s.lexicon.pronouns
    return (at - 1, at) if before else None


def describes_thing(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«تداولت صفحات مقطعا قالت إنه قديم»: who does the first thing of the sentence, and says what its object is."""
    if cue.kind != "verb" or at + 1 >= s.end or s.conjoined(at) or not s.tokens[at - 1].is_word:
        return None
    noun = s.folded[at - 1]
    plain = not s.lexicon.definite(noun) and not s.lexicon.is_any(
        noun, s.lexicon.before_verbs, s.lexicon.that
    )
    plain = plain and cue.lemma in s.lexicon.describing
    plain = plain and not (noun in s.lexicon.particles or s.has_suffix(at - 1))
    return main_subject(s, cue, at) if plain and _is_that_with_pronoun(s, at + 1) else None


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
    if start == s.first and start in s.pairs and end - 1 == s.pairs[start] <= start + _NAME + 1:
        return start + 1, end - 1  # «"أطباء بلا حدود" تدعو إلى»
    if outlet and 0 <= end - outlet[1] <= 1:
        return start, end  # «موقع "الساحل" الألماني أشار»
    if start < end and any(s.tokens[i].text in COMMAS for i in range(start, end)):
        return None
    end = _joined_occasion(s, start, end)
    if not 0 < end - start <= _SHORT or not _are_words(s, start, end):
        return None
    bare = s.lexicon.bare(s.folded[start])
    known = s.lexicon.is_any(bare, s.lexicon.speakers, s.lexicon.documents, s.lexicon.groups)
    if not known and outlet_at(s, start) is None and not _is_named(s, start, end):
        return None
    return start, _before_verb(s, start, end, at)


def _are_words(s: Sentence, start: int, end: int) -> bool:
    """Whether a range has nothing but words, and names in quotation marks: «بنك "الساحل"»."""
    at = start
    while at < end and (s.tokens[at].is_word or start < at < s.pairs.get(at, 0) < end):
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
        if not s.tokens[one].is_word:
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


def opening_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«واشنطن تؤكد», «وزير الخارجية دعا إيران إلى»: who stands at the start of the sentence and before the verb at `at`."""
    near = cue.kind == "verb" and s.opening == s.first and at - s.first <= _NEAR_OPENING
    if not near or s.conjoined(at) or s.folded[s.first] in s.lexicon.was:
        return None
    before = subject_before(s, at) or _described(s, cue, at)
    return before if before and agrees(s, cue, before[0]) else None


def _described(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«الوفد التونسي يدعو»: a noun with its article and adjectives, and nothing else before a verb of the present."""
    words = range(s.first, at)
    whole = cue.present and 0 < len(words) <= _SHORT // 2 and not any(map(s.is_time, words))
    return (s.first, at) if whole and all(map(s.lexicon.definite, s.folded[s.first : at])) else None


def _is_named(s: Sentence, start: int, end: int) -> bool:
    """Whether a sentence opens with a name and nothing else: «واشنطن», «سامي الحداد», «الطرفاوي»."""
    lexicon, words = s.lexicon, s.folded[start:end]
    if start != s.first or end - start > _NAME or not lexicon.everyday.isdisjoint(words):
        return False
    bare = words[0][1:]
    if words[0].startswith(lexicon.conjunctions) and (bare in lexicon.everyday or lexicon.is_place(bare)):
        return False  # «وبعد العشاء أعلن الحداد»
    if _is_joined(s, start) or (words[0].startswith(lexicon.proclitics) and lexicon.definite(bare)):
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


def may_act(s: Sentence, at: int) -> bool:
    lexicon, word = s.lexicon, s.folded[at]
    return lexicon.definite(word) or lexicon.bare(word) in lexicon.nouns or outlet_at(s, at) is not None


def may_speak(s: Sentence, at: int) -> bool:
    """Whether the noun at `at` is one of those who speak: a role, a body, a text, people, an outlet or a name."""
    if at >= s.end or not s.tokens[at].is_word or s.tokens[at].text in s.lexicon.written_prepositions:
        return False
    lexicon, word = s.lexicon, s.folded[at]
    return (
        lexicon.unpossessed(lexicon.bare(word)) in lexicon.nouns
        or word in lexicon.given_names
        or not lexicon.nominatives(lexicon.bare(word)).isdisjoint(lexicon.counted_nouns)
        or lexicon.of_people(lexicon.bare(word))
        or word.isdigit()
        or outlet_at(s, at) is not None
        or lexicon.is_place(word)
    )


def agrees(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun at `at` can be the subject of a verb or participle behind it, by gender and number."""
    lexicon = s.lexicon
    if cue.kind in ("noun", "purpose"):
        return True  # they do not show it
    word = lexicon.bare(s.folded[at])
    several = (
        not lexicon.nominatives(word).isdisjoint(lexicon.several)
        or word.endswith(lexicon.plural_endings)
        or word.isdigit()
        or (word in lexicon.anonymous and word not in lexicon.roles)
        or lexicon.of_cut_plural(word)
    )
    if cue.plural:
        return several
    if s.folded[at] in lexicon.given_names:
        return True
    feminine = lexicon.feminine_noun(s.tokens[at].text) or word.endswith(lexicon.feminine_plurals)
    if cue.feminine and cue.kind == "participle":
        return feminine or word in lexicon.bodies or s.is_name(word) or lexicon.is_place(word)
    if cue.feminine:
        man = word in lexicon.roles and word not in lexicon.of_both
        return feminine or not (man or word in lexicon.masculine_texts)
    return not feminine


def clause_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«أن المتهم في القضية قال», «لكن رئيس المركز طالبه»: the noun behind what opens the clause of a verb."""
    lexicon = s.lexicon
    if s.conjoined(at) or (s.found and cue.lemma in lexicon.speaking and s.conjoined(at, also_so=True)):
        return None  # «قال إن المدير حضر وأضاف», «…، فقال»: goes on with the first verb
    if noun := _noun_at_once(s, cue, at):
        return noun
    before = max(s.first, s.before_breaks(at) - 1)
    if not lexicon.contrasts.isdisjoint(s.folded[before:at]) or _is_that_with_pronoun(s, before):
        return None  # «عدد العمليات تراجع، فيما أقر بأن», «غير أنها نبهت»
    reach = _FAR_CLAUSE if cue.plural else _CLAUSE
    for opener in range(at - 2, max(s.first, at - reach) - 1, -1):
        if s.folded[opener] not in lexicon.clause_openers:
            continue
        start = opener + 1
        at_once = 0 < s.before_breaks(at) - start <= 2 and not s.has_pronoun(at)  # «فإن حالتهم وصفوها»
        if _does_otherwise(s, start, at):
            return None
        known = may_speak(s, start) or name_at(s, start, at) or _tells_at_once(s, start, at)
        if not (known or at_once) or not (agrees(s, cue, start) or (cue.plural and not known)):
            return None
        comma = s.clause_end(start)
        end = (
            comma
            if comma < at and not resumes(s, comma, at) and not lexicon.role(s.folded[comma + 1])
            else at
        )
        return source_in(s, start, end, to=False)[0]
    return _joined_noun(s, cue, at)


def stands_before(s: Sentence, cue: Cue, at: int) -> bool:
    """«أن الحزب دعا», «أنها دعت»: whether behind «أن» nothing stands before a verb but who does it."""
    if tells_of_noun_before(s, at):
        return False
    end = s.before_breaks(at)
    subject = clause_subject(s, cue, at)
    return _is_that_with_pronoun(s, end - 1) or (
        subject is not None and subject[1] == end and may_speak(s, subject[0])
    )


def tells_of_noun_before(s: Sentence, at: int) -> bool:
    """«القرار الذي تصفه المعارضة ب»: whether the pronoun on a verb is the noun that its clause belongs to, which does not speak."""
    return at > s.first and s.folded[at - 1] in s.lexicon.relatives and s.has_pronoun(at)


def _is_that_with_pronoun(s: Sentence, at: int) -> bool:
    """«أنه», «بأنها»: «أن» that has who does something written on to it."""
    return at >= s.first and s.folded[at] in s.lexicon.that and s.folded[at].endswith(s.lexicon.possessives)


def _does_otherwise(s: Sentence, start: int, at: int) -> bool:
    """«أن القرار يأتي بعد تصريحات تشكك في»: what the noun at `start` does is told by another verb."""
    return any(s.does(one) and s.folded[one - 1] not in s.lexicon.relatives for one in range(start + 1, at))


def _is_ordinary(s: Sentence, word: str) -> bool:
    """Whether a word is one of everyday language, as far as the language can tell."""
    known = s.lexicon.language.is_known
    return known is None or known(word)


def _tells_at_once(s: Sentence, start: int, at: int) -> bool:
    """«إن شهادات العمال والسياح أكدت أن»: any noun, where «أن» follows its verb and no other verb stands between."""
    head = start + (not s.lexicon.definite(s.folded[start]))
    if head + 1 >= at or not any(map(s.lexicon.definite, s.folded[head : head + 2])):
        return False
    if s.folded[start].startswith(s.lexicon.proclitics) and s.has_suffix(start):
        return False  # «أن بحوزته بعض المعلومات تؤكد أن»
    told = at + 1 + (at + 1 < s.end and len(s.folded[at + 1]) <= _PREPOSITION)
    if not any(s.folded[one] in s.lexicon.that for one in (at + 1, told) if one < s.end):
        return False
    return all(
        s.tokens[one].is_word
        and not (s.folded[one] in s.lexicon.before_verbs or s.is_verb_cue(one) or s.does(one))
        for one in range(start, at)
    )


def _noun_at_once(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«نواب يطالبون», «تقرير يتهم»: a noun without the article, of which the verb behind it tells."""
    lexicon = s.lexicon
    if at == s.first or cue.kind != "verb" or s.takes_up(at + 1):
        return None  # «صدر بيان اعتبر فيه أن»: by whom, the text does not tell
    if _is_from_somewhere(s, at - 1) and cue.feminine == lexicon.feminine_noun(s.tokens[at - 1].text):
        return at - 1, at
    speaks = lexicon.nominatives(s.folded[at - 1]) & (lexicon.documents | lexicon.groups | lexicon.anonymous)
    return (at - 1, at) if speaks and agrees(s, cue, at - 1) else None


def document_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«سحب تقرير يتهم إسرائيل»: a text without the article at once before a verb, of which the verb tells."""
    if cue.kind != "verb" or at == s.first or s.conjoined(at) or s.takes_up(at + 1):
        return None
    text = not s.lexicon.nominatives(s.folded[at - 1]).isdisjoint(s.lexicon.documents)
    return (at - 1, at) if text and agrees(s, cue, at - 1) else None


def _is_from_somewhere(s: Sentence, at: int) -> bool:
    """«فيديو لمصرية تكشف»: somebody told by where he is from, behind a preposition written on to it."""
    lexicon, word = s.lexicon, s.folded[at]
    bare = word.removeprefix(lexicon.to)
    told = bare != word and bare.endswith(lexicon.origin_endings) and not lexicon.joined(word)
    return told and len(bare) > _PREPOSITION and lexicon.is_place(bare)


def _joined_noun(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«"…" وأرملة الشهيد تقول»: a noun with its conjunction that opens a clause of its own."""
    lexicon = s.lexicon
    for start in range(at - 1, max(s.opening, at - _CLAUSE) - 1, -1):
        word = s.folded[start]
        opens = start == s.opening or not s.tokens[start - 1].is_word
        if not opens or not s.tokens[start].is_word or word in lexicon.cues:
            continue
        bare = word[1:] if word.startswith(lexicon.conjunctions) and word not in lexicon.nouns else word
        noun = lexicon.unpossessed(lexicon.bare(bare))
        if lexicon.is_any(noun, lexicon.speakers, lexicon.groups) and cue.feminine == lexicon.feminine_noun(
            s.tokens[start].text
        ):
            return source_in(s, start, at, to=False)[0]
        return None
    return None


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
    if cue.stance == "expected" and s.folded[at + 1 : at + 2] and s.folded[at + 1] in s.lexicon.that:
        return None  # «الصفقة التي يتوقع أن»: nobody says by whom
    end = relative - 1 if s.tokens[relative - 1].text in COMMAS else relative
    if end - 1 in s.paragraph.closes and 0 < end - 1 - s.paragraph.closes[end - 1] <= _NAME + 1:
        return _marked_name(s, s.paragraph.closes[end - 1], end)
    start = end
    while (
        start > s.first
        and end - start < 8
        and s.tokens[start - 1].is_word
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
    acting = [one for one in range(start, end) if may_act(s, one) and agrees(s, cue, one)]
    start = next((one for one in acting if may_speak(s, one)), acting[0] if acting else end)
    return s.trim((start, end))


def _before_outlet(s: Sentence, start: int, end: int) -> int:
    """Where in a range «على قناة الساحل» begins, which is where somebody speaks and no part of who he is; `end` if nowhere."""
    on = s.lexicon.written_prepositions
    media = (one for one in range(start + 1, end - 1) if s.tokens[one].text in on and outlet_at(s, one + 1))
    return next(media, end)


def _marked_name(s: Sentence, start: int, end: int) -> Range:
    """«من "الساحل"، التي كتبت أن»: a name in quotation marks, with the noun before it that says what it names."""
    noun = start > s.first and may_speak(s, start - 1)
    return start - noun, end


def _begins_anew(s: Sentence, at: int) -> bool:
    """«تلقى العامل اتصالا من مدير الشركة الذي»: whether at `at`, behind a preposition, the noun stands of whom what follows tells."""
    behind = at > s.first and s.tokens[at - 1].text in s.lexicon.written_prepositions
    return _is_joined_role(s, at) or (behind and s.lexicon.role(s.folded[at]))


def _is_joined_role(s: Sentence, at: int) -> bool:
    """Whether a preposition is written on to the role at `at`: «بوزير النقل»."""
    word = s.folded[at]
    return word.startswith(s.lexicon.proclitics) and s.lexicon.unpossessed(word[1:]) in s.lexicon.roles


def topic(s: Sentence, at: int) -> Range | None:
    """أما X، …، فقال: the topic that a sentence opens with, where the verb takes it up."""
    taken_up = at - (s.folded[at - 1] in s.lexicon.already)  # «فقال», «فقد قال»
    if not s.folded[taken_up].startswith(s.lexicon.conjunctions):
        return None
    reach = range(taken_up - 1, max(s.first, taken_up - _LONGEST_SUBJECT) - 1, -1)
    opener = next((one for one in reach if s.folded[one] in s.lexicon.topics), None)
    return None if opener is None else source_in(s, opener + 1, taken_up)[0]


def subject_of_sentence(s: Sentence, cue: Cue, at: int) -> Range | None:
    """انتقدت X …، وقالت / نشر X تدوينة قال فيها: who did the first thing of the sentence does the second one too."""
    if cue.stance == "expected" and s.folded[at + 1 : at + 2] and s.folded[at + 1] in s.lexicon.that:
        return None  # «ويرجح أنه كتب»: nobody says by whom
    if at - s.opening > _FAR_SENTENCE and s.conjoined(at, also_so=True) and not s.conjoined(at):
        return None
    if s.found or not (s.conjoined(at, also_so=True) or opens_clause(s, at) or s.takes_up(at + 1)):
        return None
    return main_subject(s, cue, at)


def main_subject(s: Sentence, cue: Cue, at: int) -> Range | None:
    """Who does the first thing of the sentence, before the cue at `at`, if he agrees with it."""
    lexicon = s.lexicon
    start = s.opening
    start += s.folded[start] in lexicon.likewise and start + 1 < at  # «كما رفض الوزير ذلك، مؤكدا أن»
    if s.folded[start] in lexicon.excepting and start + 1 < at and s.folded[start + 1] in lexicon.that:
        start += 2  # «غير أن الوزير قلل من شأن ذلك، قائلا إن»
    if start + 1 < at and s.tokens[start + 1].text in COMMAS:
        start += 2  # «وتفصيلا، أقام العامل دعوى»
    if s.folded[start] in lexicon.negations and start + 1 < at:
        start += 1  # «ولم يكشف الوزير عن الأسماء، مكتفيا بالقول إن»
    known = lexicon.unpossessed(lexicon.bare(s.folded[start])) in lexicon.nouns
    if not known or s.folded[start] in lexicon.cues:
        start += 1 + (s.folded[start] in lexicon.negating)  # the verb of the sentence: «لا تخفي الممثلة»
    while start < at and (s.tokens[start].text in COMMAS or s.is_time(start)):
        start = s.past_date(start) if s.is_time(start) else start + 1
    acts = may_speak(s, start) or (_shows_speaker(cue) and s.tokens[start].is_word)
    acts = acts or (start < at and s.is_name(s.folded[start]))
    if start >= at or not acts or not s.tokens[start].is_word or ends_phrase(s, start) or s.does(start):
        return None
    if not agrees(s, cue, start):
        return None
    if s.folded[start] in lexicon.by_honour:
        return start, start + 1  # «اصطحب قداسته ضيوفه»
    head = lexicon.unpossessed(lexicon.bare(s.folded[start]))
    for first, end in introductions(s.paragraph, lexicon):
        if first == start and end <= at:
            return first, end
    if head in lexicon.bodies and end_of_quotation(s, start) < at:
        return start, end_of_quotation(s, start) + 1  # «نشر تنظيم "الساحل" رسالة قال فيها»
    end = start + 1
    while end < at and s.tokens[end].is_word and not lexicon.definite(s.folded[end - 1]):
        if s.tokens[end].text in lexicon.before_nouns or ends_phrase(s, end):
            break
        end += 1
        if not lexicon.definite(s.folded[start]) and head in lexicon.anonymous:
            break
    of_any_kind = lexicon.definite(s.folded[start])  # «المدير العام», but «وزير الثقافة المعرض»
    while end < at and s.tokens[end].is_word:
        word = s.folded[end]
        described = lexicon.definite(word) and (of_any_kind or word.endswith(lexicon.origin_endings))
        given = {word, s.folded[end - 1]} <= lexicon.given_names  # «ألفة يوسف»
        if (
            not (described or given or lexicon.is_name(word) or word in lexicon.half_names)
            or s.does(end)
            or s.has_suffix(end)
            or s.is_verb_cue(end)
            or ends_phrase(s, end)
            or _is_issued_text(s, end)
        ):
            break
        end += 1
    if end > start + 1 and lexicon.is_any(s.folded[end - 1], lexicon.prepositions, lexicon.relatives):
        end -= 1  # «مسؤول من "حماس"», «الكاتب الذي»
    return start, end


def _is_issued_text(s: Sentence, at: int) -> bool:
    """Whether at `at` a text stands as the object of its verb: «أصدرت شركة الساحل بيانا»."""
    return not (s.lexicon.nominatives(s.folded[at]) - {s.folded[at]}).isdisjoint(s.lexicon.documents)


def end_of_quotation(s: Sentence, at: int) -> int:
    """Where the quotation closes that opens behind `at`; the end of the sentence where none does."""
    return s.pairs.get(at + 1, s.end)


def _shows_speaker(cue: Cue) -> bool:
    """Whether a cue tells enough of who speaks for any noun to be he: «أضرب أكابر النادي مطالبين», «أضاف جلول قوله»."""
    return cue.kind == "noun" or (cue.kind == "participle" and cue.plural)


def opens_clause(s: Sentence, at: int) -> bool:
    """A verb without a source speaks of the last speaker only where it opens a clause of its own."""
    before = s.before_breaks(at) - 1
    return (
        is_behind_turn(s, at)
        or s.folded[at - 1] in s.lexicon.clause_openers  # «حيث طالبوا»
        or (s.folded[at - 1] in s.lexicon.negations and _opens_negated(s, at - 1))
        or (s.folded[at - 1] in s.lexicon.was and s.folded[at - 1].startswith(s.lexicon.conjunction))
        or (at - 2 >= s.first and s.folded[at - 2] in s.lexicon.excepting)  # «إلا أنه أكد»
        or before < s.opening
        or (before == s.opening and s.has_suffix(before))
        or (s.has_suffix(before) and _is_joined(s, before))  # «وباستنطاقه اعترف»
        or (at - s.opening <= _ASIDE and s.has_suffix(s.opening) and _is_joined(s, s.opening))
        or s.conjoined(at)
        or _is_behind_occasion(s, at)
        or s.tokens[before].text in COMMAS
        or s.folded[before] in s.lexicon.opening_clauses
    )


def _opens_negated(s: Sentence, at: int) -> bool:
    """«ولم يستبعد», «، فيما لم يستبعد»: whether with the negation at `at` a clause of its own opens."""
    before = s.folded[at - 1]
    joined = s.folded[at].startswith(s.lexicon.conjunction)
    return joined or at == s.opening or s.tokens[at - 1].text in COMMAS or before in s.lexicon.opening_clauses


def _is_behind_occasion(s: Sentence, at: int) -> bool:
    """«وفي رد الحداد على أسئلتها قال»: whether before a verb an occasion opens its clause, and no other verb stands between."""
    conjunction = s.lexicon.conjunction
    for one in range(at - 2, max(s.first, at - _OCCASION) - 1, -1):
        if s.is_verb_cue(one) or not s.tokens[one].is_word or s.folded[one] in s.lexicon.relatives:
            return False
        if is_occasion(s, one) and (one == s.first or s.tokens[one].text.startswith(conjunction)):
            return True
    return False


def _is_joined(s: Sentence, at: int) -> bool:
    """Whether «و» and a preposition are written on to the noun at `at`: «وبمواجهته»."""
    word, conjunction = s.folded[at], s.lexicon.conjunction
    return word.startswith(conjunction) and word[len(conjunction) :].startswith(s.lexicon.proclitics)
