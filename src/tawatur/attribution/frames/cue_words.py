"""Whether a word of the lexicon is a cue, as it is written and where it stands: no noun, adjective or word of another use."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.led_nouns import leading_verb
from tawatur.attribution.frames.before_verb.who_may_speak import may_speak
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.paragraph import COMMAS, DASHES, OPENING
from tawatur.attribution.text.sentence import Sentence

_ABLE = 6  # tokens from «يقدر» to its «أن»
_PREDICATE = 4  # tokens from a verb that says what something is to what it is
_NOUNS = 2  # tokens of whom a sentence of nouns tells
_PLURAL = 4  # letters of a plural
_SHADDA, _DAMMA = "\u0651", "\u064f"


def may_be_cue(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the word at `at`, as it is written and where it stands, can be this cue."""
    text = s.written[at]
    if cue.marked and _SHADDA not in text:
        return False
    if s.folded[at] in s.lexicon.also_able and _SHADDA not in text and not _estimates(s, at):
        return False
    if cue.kind == "led" and leading_verb(s, at) is None:
        return False
    also_noun = s.folded[at] in s.lexicon.also_nouns and _SHADDA not in text
    if cue.kind == "verb" and at != s.opening and also_noun:
        return False  # «رغم تواصل التهديدات»
    if cue.kind == "verb" and s.folded[at] in s.lexicon.also_others and not _reads_as_verb(s, cue, at):
        return False
    if cue.kind == "verb" and cue.plural and _is_circumstance_too(s, at):
        return False  # «وجه سؤالا، طالبا تزويده»: not of two
    if cue.kind == "participle" and _is_counted(s, cue, at):
        return False
    told_of = cue.stance == "called_for" or s.folded[at] in s.lexicon.also_elatives
    if cue.kind == "verb" and told_of and _is_from(s, cue, at + 1):
        return False  # «وطالب من باكستان», «أبلغ من أي بيان»
    if cue.kind == "participle" and at == s.opening and cue.feminine and cue.stance == "called_for":
        return False  # «مطالبة النادي بدفع المستحقات»: a verbal noun
    if cue.kind == "verb" and (text.endswith(s.lexicon.not_of_verbs) or _is_governed(s, at)):
        return False
    if cue.kind == "verb" and (_is_passive(s, cue, at) or _is_given_name(s, cue, at)):
        return False
    if cue.kind == "verb" and cue.lemma in s.lexicon.ambiguous and not cue.present and _is_behind_that(s, at):
        return False  # «أن وجه الشبه»
    if cue.kind == "participle" and _is_predicate(s, at):
        return False  # «تعد البلاد مهددة بالجفاف»
    if cue.kind == "participle" and cue.feminine and _is_said_of_noun(s, at):
        return False  # «أن الدولة مطالبة بفتح»
    if cue.kind == "participle" and at > s.first and s.folded[at - 1] in s.lexicon.was:
        return False  # «كانت مهددة بالانهيار»
    if cue.kind == "noun" and at > s.first and s.folded[at - 1] in s.lexicon.thereby:
        return False  # «على حد قوله»
    if cue.kind == "noun" and _is_governed(s, at) and s.folded[at] in s.lexicon.occasions:
        return False  # «في تصريحه»
    if not cue.opening or at == s.opening:
        return True
    if at + 1 < s.end and (s.folded[at + 1] in s.lexicon.that or s.folded[at + 1] == ":"):
        return True  # «…، وزادت: "…"»
    before = s.folded[at - 1]
    if before in s.lexicon.opening_clauses and before not in s.lexicon.that:  # «كما تعهد», not «أن ثمن الطن»
        return True
    return s.written[at - 1] in COMMAS and not s.folded[at].startswith("و")


def _estimates(s: Sentence, at: int) -> bool:
    """«ويقدر المعهد أن لدى البلدين»: whether behind «أن» no verb follows, as behind a verb of being able."""
    that = s.find_any(s.lexicon.that, at + 1, s.clause_end(at))
    if that is None or that + 1 >= s.end or that > at + _ABLE:
        return False
    able = s.does(that + 1) or s.folded[that + 1] in s.lexicon.negations
    return not able or s.ends_in_pronoun(that)


def verb_with_object(s: Sentence, at: int) -> Cue | None:
    """The cue of the verb at `at`, which may have its object written on to it: «أكده»; None where it is none that tells what is said."""
    stems = s.lexicon.without_object(s.folded[at])
    cues = (cue for stem in stems for _, cue in s.lexicon.cues.get(stem, ()))
    return next((cue for cue in cues if cue.kind == "verb" and {"that", "quote"} & cue.takes), None)


def _is_passive(s: Sentence, cue: Cue, at: int) -> bool:
    """«هُدد المخبز بالإقفال»: whether a verb of the past is written as a passive, of whom nobody tells it; but «ذُكر أن»."""
    text = s.written[at].removeprefix(s.lexicon.conjunction)
    that = at + 1 < s.end and s.folded[at + 1] in s.lexicon.that
    return not cue.present and text[1:2] == _DAMMA and not that


def _is_circumstance_too(s: Sentence, at: int) -> bool:
    """Whether a word behind a comma, which may be the verb of two, is written as a circumstance is: «، طالبا», «طالباً»."""
    behind = at > s.first and s.written[at - 1] in COMMAS
    behind = behind or s.written[at].endswith(s.lexicon.written_accusatives)
    return behind and s.lexicon.tells(s.folded[at], "participle")


def _is_given_name(s: Sentence, cue: Cue, at: int) -> bool:
    """«المهندس يعرب بن خلفان», «البرتغالي روي كوستا»: whether behind a title, or where he is from, a word is a name and no verb."""
    if at == s.first or at + 1 >= s.end or not s.lexicon.definite(s.folded[at - 1]):
        return False
    titled = s.lexicon.role(s.folded[at - 1])
    if titled and cue.present and s.lexicon.opens_name(s.folded[at + 1]):
        return True
    called = titled or s.folded[at - 1].endswith(s.lexicon.origin_endings)
    return called and s.folded[at] in s.lexicon.given_names and s.is_name_part(at + 1)


def _is_governed(s: Sentence, at: int) -> bool:
    """Whether a preposition or «أي» stands before a word, which is a noun then: «النظر في طلب», «أي طلب»."""
    return at > s.first and (
        s.written[at - 1] in s.lexicon.before_nouns or s.folded[at - 1] in s.lexicon.quantifiers
    )


def _is_predicate(s: Sentence, at: int) -> bool:
    """Whether before a word, with no comma between, a verb stands that says what something is: «تعد البلاد مهددة»."""
    behind = at + 1
    if behind < s.end and (s.folded[behind] in s.lexicon.that or s.folded[behind] == ":"):
        return False  # «بات الأمر صعبا مؤكدا أن»
    for one in range(at - 1, max(s.first, at - _PREDICATE) - 1, -1):
        if not s.is_word[one]:
            return False
        if s.folded[one] in s.lexicon.seeming:
            return True
    return False


def _is_said_of_noun(s: Sentence, at: int) -> bool:
    """«أن "الدولة مطالبة ب"»: whether behind «أن» nothing stands before a word but one or two nouns with the article, of which it tells."""
    start = at
    while start > s.first and s.is_word[start - 1] and s.lexicon.definite(s.folded[start - 1]):
        start -= 1
    opens = start - (start > s.first and s.written[start - 1] in OPENING)
    told = opens > s.first and s.folded[opens - 1] in s.lexicon.that
    following = s.folded[at + 1] if at + 1 < s.end else ""
    return told and 0 < at - start <= _NOUNS and following not in s.lexicon.that


def _reads_as_verb(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a word that is no verb elsewhere is one here: written with its shadda, at the start of a clause, or before what its verb wants."""
    following = s.folded[at + 1] if at + 1 < s.end else ""
    parted = at > s.first and s.written[at - 1] in COMMAS | DASHES
    opens = at == s.opening or parted or s.folded[at - 1] in s.lexicon.before_verbs
    opens = opens and s.folded[at - 1] not in s.lexicon.that and not _heads_list(s, at)
    opens = opens and not (s.written[at - 1] in COMMAS and _is_followed_by_thing(s, at))
    noun = s.lexicon.bare(s.folded[at - 1])
    before = at > s.first and s.lexicon.is_any(noun, s.lexicon.roles, s.lexicon.organisations)
    return (
        opens
        or before
        or _SHADDA in s.written[at]
        or following == cue.preposition
        or s.lexicon.is_any(following, s.lexicon.that, s.lexicon.in_it)
        or (len(cue.preposition or "") == 1 and _is_called(s, cue, following))
    )


def _heads_list(s: Sentence, at: int) -> bool:
    """«أبرز العناوين:»: whether behind a word nothing stands but a noun that does not speak, and a colon."""
    noun, colon = at + 1, at + 2
    heads = colon < s.end and s.written[colon] == ":" and s.lexicon.definite(s.folded[noun])
    return heads and not (may_speak(s, noun) or s.is_name_part(noun))


def _is_from(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether at `at` «من» stands that belongs to the word before it, and neither to a verb nor to «من جانبه»."""
    if at >= s.end or s.folded[at] not in s.lexicon.partitive or cue.preposition == s.folded[at]:
        return False
    return not (starts(s.lexicon.turns, s.folded, at) or starts(s.lexicon.breaks, s.folded, at))


def _is_called(s: Sentence, cue: Cue, following: str) -> bool:
    """«طالب الوزير», «طالب بالحوار»: whether a role, or the preposition of a verb, stands behind it."""
    return s.lexicon.role(following) or following.startswith(cue.preposition or ".")


def _is_behind_that(s: Sentence, at: int) -> bool:
    """Whether «أن» stands before a word, which is a noun then; not in «بعد أن», «سبق أن»."""
    that = at > s.first and s.folded[at - 1] in s.lexicon.that
    return that and (
        at - 1 == s.first or not s.lexicon.is_any(s.folded[at - 2], s.lexicon.not_that, s.lexicon.was)
    )


def _is_followed_by_thing(s: Sentence, at: int) -> bool:
    """«، أبرز محاور اللقاء»: a noun without the article of nobody who speaks."""
    following = s.folded[at + 1] if at + 1 < s.end else ""
    return not (s.lexicon.definite(following) or following in s.lexicon.that or may_speak(s, at + 1))


def _is_counted(s: Sentence, cue: Cue, at: int) -> bool:
    """«3 متهمين», «من متهمين», «المحكمة مذكرة إيقاف»: a noun that is written as a circumstance is."""
    lexicon = s.lexicon
    if at == s.first:
        return False
    before, following = s.folded[at - 1], s.folded[at + 1] if at + 1 < s.end else ""
    if following in lexicon.that or following == cue.preposition:
        return False
    if cue.plural and lexicon.is_any(following, lexicon.numerals):
        return True  # «متهمين اثنين»
    if before.isdigit() or lexicon.is_any(
        before, lexicon.numerals, lexicon.quantifiers, lexicon.partitive, lexicon.that
    ):
        return True
    if cue.feminine and s.is_word[at - 1] and not lexicon.definite(before):
        plural = before.endswith(lexicon.feminine_plurals) and len(before) > _PLURAL
        if plural or (lexicon.feminine_noun(s.written[at - 1]) and not s.is_name(before)):
            return True  # «باستثمارات متوقعة»
    named = not lexicon.nominatives(s.folded[at]).isdisjoint(lexicon.documents)
    noun = named and s.written[at - 1] not in COMMAS
    return noun and not following.startswith(lexicon.proclitics)
