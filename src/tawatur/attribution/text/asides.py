"""What stands in a statement or behind it, and is no part of it: «…، حسب قوله», «…، وفق المصدر، …»."""

from __future__ import annotations

from tawatur.attribution.lexicon import starts
from tawatur.attribution.text.outlets_named import is_to_outlet
from tawatur.attribution.text.paragraph import COMMAS
from tawatur.attribution.text.phrase_ends import is_occasion, is_to_people
from tawatur.attribution.text.sentence import Sentence

_LEAST = 3  # letters of a noun that a preposition is written on to


def past_own_word(s: Sentence, at: int) -> int:
    """Past «حسب قوله», «على حد تعبيرها», by which a statement is said to be somebody's; `at` where no such words stand there."""
    lexicon, folded = s.lexicon, s.folded
    if folded[at] not in lexicon.own_word_starts:
        return at
    if length := starts(lexicon.own_view, folded, at):
        parted = at == s.first or s.written[at - 1] in COMMAS
        return at + length if parted and not lexicon.feminine_noun(s.written[at + length - 1]) else at
    noun = at + 1 if folded[at] in lexicon.thereby else at + 2
    if noun >= s.end or folded[noun - 1] not in lexicon.thereby:
        return at
    word = folded[noun]
    if lexicon.feminine_noun(s.written[noun]):
        return at  # «حسب رواية الأهالي»
    said = word.endswith(lexicon.possessives) and not lexicon.sayings.isdisjoint(
        lexicon.without_pronoun(word)
    )
    return noun + 1 if said else at


def past_taken_up(s: Sentence, at: int) -> int:
    """Past the verb at `at` that takes up what stands before: «(وهو ما) أكده», «أفاد به»; `at` where it does not."""
    behind = at + 1
    if behind >= s.end or not s.is_said(s.folded[at]):
        return at
    if s.folded[behind] in s.lexicon.of_it:
        return behind + 1
    return behind if s.folded[at].endswith(s.lexicon.possessives) else at


def goes_on(s: Sentence, at: int) -> bool:
    """Whether a clause that something parted goes on at `at`: with a preposition, a verb of the present or a quotation."""
    if at >= s.end or not (s.is_word[at] or at in s.pairs):
        return False
    lexicon, word = s.lexicon, s.folded[at]
    if word in lexicon.contrasts or is_occasion(s, at) or starts(lexicon.breaks, s.folded, at):
        return False
    if word in lexicon.cues:
        return _does(s, at) and not s.opens_clause_in(at, s.clause_end(at))  # «تبلغ», not «تبلغ السلطات أن»
    if word in lexicon.negations or _will(s, at):
        return True
    return at in s.pairs or s.written[at] in lexicon.before_nouns or _does(s, at) or _is_joined(s, at)


def _will(s: Sentence, at: int) -> bool:
    """«سترتفع»: whether a word reads as a verb of the future."""
    lexicon, verb = s.lexicon, s.folded[at].removeprefix(s.lexicon.future)
    known = lexicon.language.is_known
    if not lexicon.future or verb == s.folded[at] or known is None or len(verb) <= _LEAST:
        return False
    return verb.startswith((*lexicon.present, *lexicon.present_of_her)) and known(
        "".join(lexicon.present) + verb[1:]
    )


def _does(s: Sentence, at: int) -> bool:
    """Whether a word reads as a verb of the present, in the feminine too: «تبلغ»; not «تونس», «تقرير»."""
    lexicon, word = s.lexicon, s.folded[at]
    if not word.startswith(lexicon.present_of_her) or len(word) <= _LEAST or lexicon.is_place(word):
        return s.does(at)
    known, noun = lexicon.language.is_known, lexicon.feminine_noun(s.written[at]) or lexicon.is_name(word)
    return known is not None and not noun and known("".join(lexicon.present) + word[1:])


def _is_joined(s: Sentence, at: int) -> bool:
    """Whether a preposition is written on to an everyday noun: «بإعادة», «للحوار»; not «ليلى», «لمراسل»."""
    lexicon, word = s.lexicon, s.folded[at]
    if not word.startswith(lexicon.joined_prepositions) or word in lexicon.given_names:
        return False
    told = is_to_outlet(s, at) or is_to_people(s, at)
    return len(word) > _LEAST and not (told or s.is_name(word[1:]))


def is_parted_by(s: Sentence, after: int) -> bool:
    """Whether behind words that end before `after` the clause goes on in which they stand, with or without a comma."""
    return goes_on(s, after + _comma(s, after))


def _comma(s: Sentence, at: int) -> bool:
    return at < s.end and s.written[at] in COMMAS
