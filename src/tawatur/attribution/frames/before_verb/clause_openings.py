"""Whether a verb opens a clause of its own, behind a comma, an occasion, or a word that opens clauses."""

from __future__ import annotations

from tawatur.attribution.text.content_spans import is_behind_turn
from tawatur.attribution.text.paragraph import COMMAS
from tawatur.attribution.text.phrase_ends import is_occasion
from tawatur.attribution.text.sentence import Sentence

_ASIDE = 3  # tokens of what a sentence opens with: «وبمواجهته بالتحريات اعترف»
_OCCASION = 8  # tokens from an occasion to its verb


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
        or (s.has_suffix(before) and is_joined(s, before))  # «وباستنطاقه اعترف»
        or (at - s.opening <= _ASIDE and s.has_suffix(s.opening) and is_joined(s, s.opening))
        or s.conjoined(at)
        or _is_behind_occasion(s, at)
        or s.written[before] in COMMAS
        or s.folded[before] in s.lexicon.opening_clauses
    )


def _opens_negated(s: Sentence, at: int) -> bool:
    """«ولم يستبعد», «، فيما لم يستبعد»: whether with the negation at `at` a clause of its own opens."""
    before = s.folded[at - 1]
    joined = s.folded[at].startswith(s.lexicon.conjunction)
    return joined or at == s.opening or s.written[at - 1] in COMMAS or before in s.lexicon.opening_clauses


def _is_behind_occasion(s: Sentence, at: int) -> bool:
    """«وفي رد الحداد على أسئلتها قال»: whether before a verb an occasion opens its clause, and no other verb stands between."""
    conjunction = s.lexicon.conjunction
    for one in range(at - 2, max(s.first, at - _OCCASION) - 1, -1):
        if s.is_verb_cue(one) or not s.is_word[one] or s.folded[one] in s.lexicon.relatives:
            return False
        if is_occasion(s, one) and (one == s.first or s.written[one].startswith(conjunction)):
            return True
    return False


def is_joined(s: Sentence, at: int) -> bool:
    """Whether «و» and a preposition are written on to the noun at `at`: «وبمواجهته»."""
    word, conjunction = s.folded[at], s.lexicon.conjunction
    return word.startswith(conjunction) and word[len(conjunction) :].startswith(s.lexicon.proclitics)
