"""Whether a noun can be who speaks: by what it is, and by the gender and number of a verb."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.outlets_named import outlet_at
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.phrase_ends import name_at
from tawatur.attribution.text.sentence import Sentence


def may_act(s: Sentence, at: int) -> bool:
    lexicon, word = s.lexicon, s.folded[at]
    return lexicon.definite(word) or lexicon.bare(word) in lexicon.nouns or outlet_at(s, at) is not None


def may_speak(s: Sentence, at: int) -> bool:
    """Whether the noun at `at` is one of those who speak: a role, a body, a text, people, an outlet or a name."""
    if at >= s.end or not s.is_word[at] or s.written[at] in s.lexicon.written_prepositions:
        return False
    lexicon, word = s.lexicon, s.folded[at]
    return (
        lexicon.head(word) in lexicon.nouns
        or word in lexicon.given_names
        or (s.ends_in_pronoun(at) and not lexicon.kin.isdisjoint(lexicon.without_pronoun(word)))
        or (word in lexicon.by_child and at + 1 < s.end and s.folded[at + 1] in lexicon.given_names)
        or not lexicon.nominatives(lexicon.bare(word)).isdisjoint(lexicon.counted_nouns)
        or lexicon.of_people(lexicon.bare(word))
        or word.isdigit()
        or outlet_at(s, at) is not None
        or lexicon.is_place(word)
    )


def is_somebody(s: Sentence, source: Range) -> bool:
    """Whether a phrase begins with a noun of those who speak, or is a name that no list has."""
    return may_speak(s, source[0]) or name_at(s, *source)


def is_meanwhile(s: Sentence, at: int) -> bool:
    """Whether before the verb at `at` a pronoun stands that tells what somebody does meanwhile: «وهو يشير»."""
    before = s.folded[at - 1] if at > s.first else ""
    return before in s.lexicon.pronouns and before.startswith(s.lexicon.conjunction)


def agrees(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun at `at` can be the subject of a verb or participle behind it, by gender and number."""
    lexicon = s.lexicon
    if cue.kind in ("noun", "led", "purpose"):
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
    feminine = is_feminine(s, at)
    if cue.feminine and cue.kind == "participle":
        return feminine or word in lexicon.bodies or s.is_name(word) or lexicon.is_place(word)
    if cue.feminine:
        man = word in lexicon.roles and word not in lexicon.of_both
        return feminine or not (man or word in lexicon.masculine_texts)
    return not feminine


def are_several(s: Sentence, at: int) -> bool:
    """Whether the noun at `at` is of several people: «مسؤولين»."""
    word = s.lexicon.bare(s.folded[at])
    return word in s.lexicon.several or (word in s.lexicon.nouns and word.endswith(s.lexicon.plural_endings))


def is_feminine(s: Sentence, at: int) -> bool:
    """Whether the noun at `at` ends as one does of which a verb tells in the feminine: «الوزارة», «المنظمات»."""
    lexicon = s.lexicon
    several = lexicon.bare(s.folded[at]).endswith(lexicon.feminine_plurals)
    return several or lexicon.feminine_noun(s.written[at]) or s.folded[at] in lexicon.by_child


def is_said_by_nobody(s: Sentence, cue: Cue, at: int) -> bool:
    """«الصفقة التي يتوقع أن», «ويرجح أنه»: whether the verb at `at` tells what is expected, by whom it may be."""
    return cue.stance == "expected" and at + 1 < len(s.folded) and s.folded[at + 1] in s.lexicon.that
