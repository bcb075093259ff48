"""Where what is said begins as a noun behind its cue: «وأكد ضرورة الحوار», «مؤكدا ضرورة الحوار», «ونفى ما تردد»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.who_may_speak import may_speak
from tawatur.attribution.frames.behind_verb.behind_names import ends_description
from tawatur.attribution.frames.behind_verb.objects import is_his
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_the_act, is_verbal_noun, names_act
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.phrase_ends import ends_phrase, name_at
from tawatur.attribution.text.sentence import Sentence


def tells_content(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether behind a word that tells the content of a text this content follows at once, as a noun: «خبر مفاده غلق المصنع»."""
    lexicon, word = s.lexicon, s.folded[at]
    return "noun" in cue.takes and s.is_word[at] and not lexicon.is_any(word, lexicon.that, lexicon.particles)


def names_what_is_said(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether what is said stands behind its verb at once, so that who says it was named before: «وأكد ضرورة الحوار»."""
    if "object" not in cue.takes or cue.preposition is not None or at >= s.end:
        return False
    while at + 1 < s.end and s.is_time(at):
        at += 1
    if cue.plural and not cue.present and is_his(s, at):
        return True  # «وأكدوا استعدادهم»: behind a plural nobody stands
    lexicon, word = s.lexicon, s.folded[at]
    nouns = [*lexicon.without_pronoun(lexicon.bare(word))]
    long_form = any(map(lexicon.of_long_form, nouns)) or s.written[at].startswith(lexicon.written_verbal)
    told = long_form and not (lexicon.definite(word) or s.is_name(word) or may_speak(s, at))
    told = told or (cue.takes == {"object"} and is_the_act(s, at))  # «وثمن الإقبال الكبير»
    return (told or not lexicon.verbal_nouns.isdisjoint(nouns)) and word not in lexicon.given_names


def denied_thing(s: Sentence, cue: Cue, at: int) -> int | None:
    """«ونفى ما تردد», «ونفت عبر حسابها كل ما يتردد»: where what a verb denies begins with «ما», before which nobody is named."""
    if cue.stance != "denied" or cue.kind != "verb" or "object" not in cue.takes or at >= s.end:
        return None
    behind = s.written[at] in s.lexicon.before_nouns or s.folded[at] in s.lexicon.quantifiers
    what = s.find_any(s.lexicon.that_which, at, s.clause_end(at) if behind else at + 1)
    if what is None or any(may_speak(s, one) for one in range(at + 1, what)):
        return None
    return what - (what > at and s.folded[what - 1] in s.lexicon.quantifiers)


def begins_noun(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether what is said follows a circumstance at once, as a noun: «مؤكدا ضرورة الحوار»."""
    if "object" not in cue.takes or cue.preposition is not None or at >= s.end or not s.is_word[at]:
        return False
    lexicon, word = s.lexicon, s.folded[at]
    return (
        word in lexicon.that_which
        or not (
            word in lexicon.that
            or word in lexicon.particles
            or ends_phrase(s, at)
            or word in lexicon.hoping  # «يجمعهم مجددا ولعل هذا»
            or (len(word) > 3 and word.startswith(lexicon.joined_article))
            or (word.startswith(lexicon.proclitics) and lexicon.definite(word[1:]))
            or (bool(lexicon.to) and word.startswith(lexicon.to) and names_act(s, word[len(lexicon.to) :]))
        )
    )


def thing_before(s: Sentence, cue: Cue, after: int, that: int) -> int | None:
    """Where behind who speaks a verbal noun begins, before «أن» that belongs to it: «نفى الحداد صحة القول إن»."""
    if cue.kind != "verb" or "object" not in cue.takes or cue.preposition is not None:
        return None
    for at in range(after + 1, that):
        if ends_phrase(s, at) or not s.is_word[at]:
            return None
        whole = s.lexicon.definite(s.folded[at - 1]) or ends_description(s, after, at)
        listed = s.folded[at] in s.lexicon.plain_verbal_nouns
        his = (
            is_his(s, at) and is_verbal_noun(s, at) and not name_at(s, at + 1, that)
        )  # «المنتهية مهامه سالم الحداد»
        if whole and (listed or his):
            return at  # «أكدت الجمعية استعدادها … أن»
        if s.folded[at] in s.lexicon.unsaying and s.folded[at + 1] in s.lexicon.relatives:
            return at  # «نفى الحداد الأنباء التي تفيد بأن»
    return None
