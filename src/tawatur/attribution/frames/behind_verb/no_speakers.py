"""Which words behind a verb are nobody who says it: a thing, a tool, how it is said, what is expected."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.who_may_speak import may_act, may_speak
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_verbal_noun
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.sentence import Sentence

_SHORT = 3  # letters


def expects(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun behind a verb of expecting can be who expects: not one that is definite and a verbal noun."""
    if "whom" in cue.takes:
        return may_speak(s, at) and s.lexicon.bare(s.folded[at]) not in s.lexicon.measured
    lexicon, word = s.lexicon, s.lexicon.bare(s.folded[at])
    verbal = word.startswith(lexicon.verbal_beginnings[:2]) and not word.endswith(lexicon.origin_endings)
    return may_speak(s, at) or not lexicon.definite(s.folded[at]) or not (verbal and len(word) > _SHORT)


def asks_him(s: Sentence, cue: Cue, after: int) -> bool:
    """«الذي طلب منه الحضور», where nobody is named behind the pronoun who asks."""
    if "to" not in cue.takes or cue.preposition not in s.lexicon.partitive or after + 1 >= s.end:
        return False
    return is_verbal_noun(s, after + 1) or (
        s.lexicon.definite(s.folded[after + 1]) and not may_speak(s, after + 1)
    )


def is_accusative(s: Sentence, at: int) -> bool:
    """Whether a noun without the article ends as an object does, and is an everyday word: «رسما»; not «رضا»."""
    lexicon, word = s.lexicon, s.folded[at]
    if s.written[at].endswith(lexicon.written_accusatives):
        return True  # «ثم يضيف ضاحكاً»
    if not word.endswith(lexicon.accusatives) or not lexicon.one_of.isdisjoint(lexicon.without_pronoun(word)):
        return False  # «أحدهما»
    stems = lexicon.nominatives(word) - {word}
    named = s.is_name(word) or word in lexicon.given_names or lexicon.is_place(word)
    named = named or lexicon.unpossessed(word) in lexicon.roles  # «مديرها»
    plain = not (named or lexicon.definite(word) or lexicon.is_any(word, lexicon.nouns, lexicon.numerals))
    known = lexicon.language.is_known
    return plain and known is not None and all(map(known, stems))


def is_thing(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun behind a verb is none of who speaks: a verbal noun, or any everyday word before a call."""
    if may_act(s, at) or s.is_name(s.folded[at]):
        return False
    named = not cue.calls.isdisjoint(s.folded[at + 1 : at + 2])  # «وجه مرزوق انتقادات»
    return (bool(cue.calls) and not named) or s.folded[at] in s.lexicon.verbal_nouns


def is_tool(s: Sentence, source: Range) -> bool:
    """«بيده», «بعصاه»: whether nothing stands behind a verb but what somebody does it with."""
    word = s.folded[source[0]]
    joined = word.startswith(s.lexicon.joined_prepositions) and not word.startswith(s.lexicon.to)
    stems = [stem for stem in s.lexicon.without_pronoun(word[1:]) if stem != word[1:]]
    known = s.lexicon.language.is_known
    his = known is not None and any(map(known, stems)) and word not in s.lexicon.given_names
    return source[1] == source[0] + 1 and joined and his


def is_verbal_noun_of(s: Sentence, at: int, thing: int) -> bool:
    """«الكف عن الوعود وكشف الحقيقة»: a verbal noun that is written as its verb, and what it is done to."""
    lexicon = s.lexicon
    spellings = {s.folded[at], s.folded[at].removeprefix(lexicon.conjunction)}
    opens = at == s.opening or s.folded[at - 1] in lexicon.likewise  # «كما نفى الوزير الاتهامات»
    noun = not opens and not spellings.isdisjoint(lexicon.also_verbal_nouns)
    text = lexicon.bare(s.folded[thing]) in lexicon.documents
    return noun and (text or not (may_speak(s, thing) or s.is_name(s.folded[thing])))


def says_how(s: Sentence, at: int, end: int) -> bool:
    """Whether a lone word behind a verb tells how somebody says it: «ساخرا», «باقتضاب»; or more of what he does: «شارحة لدعواها»."""
    word = s.folded[at]
    if end > at + 1:
        to = s.lexicon.behind_to(s.folded[at + 1]) is not None
        return to and s.lexicon.tells(word, "participle")
    joined = word.startswith(s.lexicon.joined_prepositions) and not word.startswith(s.lexicon.to)
    act = joined and s.lexicon.of_long_form(word[1:]) and not s.lexicon.definite(word[1:])
    return s.lexicon.tells(word, "participle") or act
