"""A body that inquires takes a case in hand, by a verb that pledges elsewhere: «تعهدت فرقة الأبحاث بالبحث في الحادثة»."""

from __future__ import annotations

from tawatur.attribution.text.sentence import Sentence

_REACH = 14  # tokens from the verb to the case


def takes_case(s: Sentence, at: int) -> bool:
    """Whether the verb at `at` tells who inquires into what, and so says nothing."""
    lexicon = s.lexicon
    cues = (cue for _, cue in lexicon.cues.get(s.folded[at], ()))
    to = next((cue.preposition for cue in cues if cue.lemma in lexicon.taking_in_hand), None)
    if not to:
        return False
    named = (one for one in range(at + 1, min(s.end, at + _REACH)) if _names_case(s, one, to))
    case = next(named, None)
    return case is not None and any(
        lexicon.bare(one) in lexicon.case_bodies for one in s.folded[s.first : case]
    )


def _names_case(s: Sentence, at: int, to: str) -> bool:
    """«بالقضية», «بمواصلة البحث»: whether the verb's preposition `to` is written on to a case at `at`, or to going on with one."""
    lexicon, word = s.lexicon, s.folded[at]
    if not word.startswith(to):
        return False
    goes_on = word.removeprefix(to) in lexicon.going_on_with and at + 1 < s.end
    return lexicon.bare(s.folded[at + 1] if goes_on else word.removeprefix(to)) in lexicon.cases
