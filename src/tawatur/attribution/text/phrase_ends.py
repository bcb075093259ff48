"""Where a noun phrase of a sentence ends: before words of time, an occasion, an addressee, or what says something more."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.outlets_named import behind_addressee, is_to_outlet
from tawatur.attribution.text.paragraph import COMMAS, DASHES
from tawatur.attribution.text.sentence import Sentence

_LONG = 6  # letters
_SHORT = 3
_ADDRESSEE = 6  # tokens
_OCCASION = 12  # tokens from an occasion to «أن»
_LONGEST = 5  # tokens, which are too many for a name


def ends_phrase(s: Sentence, at: int) -> bool:
    word = s.folded[at]
    if word in DASHES:
        return True
    if not s.lexicon.may_end_phrase(word):
        return False
    if (
        is_occasion(s, at)
        or is_month(s, at)
        or (starts(s.lexicon.breaks, s.folded, at) and not _is_at_body(s, at))
    ):
        return True
    if starts(s.lexicon.turns, s.folded, at):
        return True
    return (
        word == s.lexicon.to
        or word in s.lexicon.what
        or word in s.lexicon.likewise
        or is_to_outlet(s, at)
        or is_to_people(s, at)
        or word in s.lexicon.cognates
        or (len(word) >= _LONG - 1 and word.endswith(s.lexicon.plural_verb))
        or is_circumstance(s, at)
        or bool(starts(s.lexicon.ascribed, s.folded, at))
        or bool(starts_according(s.lexicon, s.folded, at))
    )


def is_occasion(s: Sentence, at: int) -> bool:
    """Whether «في بيان», «خلال لقاء», "in a speech" begins at `at`."""
    after = at + 1
    if after + 1 < s.end and s.folded[after] in s.lexicon.same:
        after += 1  # «في ذات السياق»
        if s.lexicon.bare(s.folded[after]) in s.lexicon.occasions:
            return s.written[at] in s.lexicon.written_prepositions
    if after >= s.end:
        return False
    word, text, occasions = s.folded[at], s.written[at], s.lexicon.occasions
    if s.lexicon.subject_first:
        short = len(word) <= _SHORT and word not in s.lexicon.articles and not s.lexicon.definite(word)
        return short and s.folded[after] in occasions
    if word in s.lexicon.facing and s.lexicon.bare(s.folded[after]) in s.lexicon.case_bodies:
        return True  # «أنكر أمام المحكمة»
    # «الرئيس سالم الحداد وفي مداخلة … أكد», «خلال اجتماعهم»
    preposition = text.removeprefix(s.lexicon.conjunction) in s.lexicon.written_prepositions
    return preposition and not occasions.isdisjoint(s.lexicon.without_pronoun(s.folded[after]))


def past_parted_occasion(s: Sentence, at: int) -> int:
    """Past an occasion that stands between commas at `at`: «، خلال مؤتمر صحفي،»; `at` where none does."""
    if at + 2 >= s.end or s.written[at] not in COMMAS or not is_occasion(s, at + 1):
        return at
    close = s.clause_end(at + 1)
    return close + 1 if close + 1 < s.end and s.written[close] in COMMAS else at


def is_month(s: Sentence, at: int) -> bool:
    """Whether «في جانفي» begins at `at`."""
    return s.folded[at] in s.lexicon.within and at + 1 < s.end and s.folded[at + 1] in s.lexicon.months


def _is_at_body(s: Sentence, at: int) -> bool:
    """«كاتب الدولة لدى وزير النقل»: with whom somebody has his office, where a meeting may follow elsewhere."""
    if s.folded[at] not in s.lexicon.attached or at + 1 >= s.end:
        return False
    return s.lexicon.is_any(s.lexicon.bare(s.folded[at + 1]), s.lexicon.publishing, s.lexicon.roles)


def is_to_people(s: Sentence, at: int) -> bool:
    """«لصحفيين», «للنواب»: to whom something is said, with the preposition written on to it."""
    word = s.folded[at]
    rest = s.lexicon.behind_to(word)
    if rest is None:
        return False
    return (s.lexicon.bare(word) if s.lexicon.joined(word) else rest) in s.lexicon.addressees


def is_circumstance(s: Sentence, at: int) -> bool:
    """«… مضيفا أن», «… مشيرا إلى», «… بقوله: », with no comma before."""
    found = s.lexicon.cues.get(s.folded[at])
    if not found or found[0][1].kind not in ("participle", "noun") or at + 1 >= s.end:
        return False
    if s.folded[at - 1] in s.lexicon.negations or _describes(s, at):
        return False  # «معلومات غير مؤكدة أن», «مصادر سياسية متابعة للملف»
    if s.written[at - 1] in s.lexicon.before_nouns:
        return False  # «وأضاف في تصريحه أن», «قال في مذكرة: "…"»
    if found[0][1].present:
        return not s.lexicon.that.isdisjoint(s.folded[at + 1 : at + 4])  # «ليوضح بعدها أن»
    behind = past_parted_occasion(s, at + 1)
    behind += s.folded[behind] in s.lexicon.times and behind + 1 < s.end  # «مشيرا أيضا إلى»
    if s.lexicon.behind_to(s.folded[behind]) is not None:
        told = behind_addressee(s, behind, s.end) + is_to_people(s, behind)  # «قائلا لرويترز إن»
        behind = told if told < s.end else behind
    following = s.folded[behind]
    opens = following in s.lexicon.that or following == ":" or behind in s.pairs
    opens = opens or (found[0][1].kind == "participle" and _tells_on_occasion(s, found[0][1], behind))
    of_whom = (s.written[at - 1] in COMMAS or _is_called(s, at)) and any(
        "whom" in cue.takes for _, cue in found
    )
    opens = opens or of_whom  # «، واصفا الأنباء بأنها»
    return opens or any(
        cue.kind == "participle" and (following == cue.preposition or _is_addressed(s, cue, behind))
        for _, cue in found
    )


def _describes(s: Sentence, at: int) -> bool:
    """«مصادر سياسية متابعة»: whether a word in the feminine stands behind one that describes the noun before it."""
    lexicon, before = s.lexicon, s.folded[at - 1]
    both = lexicon.feminine_ending(s.folded[at]) and lexicon.feminine_ending(before)
    described = both and not lexicon.definite(before) and before.endswith(lexicon.origin_endings)
    return described and at - 2 >= s.first and s.folded[at - 2] in lexicon.anonymous


def _is_called(s: Sentence, at: int) -> bool:
    """«واصفا الأنباء بأنها»: whether near behind a circumstance «بأن» with a pronoun tells what something is called."""
    near = s.folded[at + 1 : min(s.clause_end(at), at + _ADDRESSEE)]
    called = (word for word in near if word in s.lexicon.that and word.endswith(s.lexicon.possessives))
    return next(called, "").startswith(s.lexicon.joined_prepositions)


def _tells_on_occasion(s: Sentence, cue: Cue, at: int) -> bool:
    """«موضحا في تصريح لقناة "الساحل" أن»: whether an occasion stands at `at`, and behind it «أن» in the same clause."""
    if "that" not in cue.takes or not is_occasion(s, at):
        return False
    return s.opens_clause_in(at, min(s.clause_end(at), at + _OCCASION))


def _is_addressed(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a circumstance names from `at` whom something is said to: «محذرا رئيس الجمهورية من»."""
    preposition = cue.preposition or ""
    if "person" not in cue.takes or len(preposition) == 1:
        return False
    return s.find(preposition, at, min(at + _ADDRESSEE, s.clause_end(at))) is not None


def name_at(s: Sentence, start: int, end: int) -> bool:
    """Whether a personal name of two to four words stands at `start`, and nothing more of its phrase."""
    close = next(
        (
            at
            for at in range(start, min(end, start + _LONGEST))
            if not s.is_word[at]
            or ends_phrase(s, at)
            or (at >= start + 2 and _is_of_saying(s, at))  # «سالم الحداد وجود»
        ),
        min(end, start + _LONGEST),
    )
    if not 2 <= close - start < _LONGEST:
        return False
    first = s.folded[start]
    two = close - start == 2 and s.is_name(s.folded[close - 1]) and not first.startswith(s.lexicon.proclitics)
    named = s.lexicon.opens_name(first) or first in s.lexicon.given_names or s.is_name(first) or two
    return named and not (first.isdigit() or s.is_preposition(start))  # «على», which is folded as علي is


def past_apposition(s: Sentence, at: int) -> int:
    """Where the clause at `at` ends, or behind its comma the name of whom it told the role: «عضو اللجنة، المهندس رامي النجار»."""
    comma = s.clause_end(at)
    if comma + 1 >= s.end or s.written[comma] not in COMMAS:
        return comma
    close = s.clause_end(comma + 1)
    behind = comma + 1 + s.lexicon.role(s.folded[comma + 1])
    return close if close - comma <= _LONGEST and name_at(s, behind, close) else comma


def _is_of_saying(s: Sentence, at: int) -> bool:
    """Whether at `at` a verbal noun stands, or one that names what was said: «وجود», «تصريحات»."""
    word = s.folded[at]
    return word in s.lexicon.verbal_nouns or s.lexicon.tells(word, "deed")


def resumes(s: Sentence, comma: int, end: int) -> bool:
    """Whether behind a comma the name follows of whom the phrase before it tells."""
    return comma + 1 < end and s.written[comma] in COMMAS and name_at(s, comma + 1, end)
