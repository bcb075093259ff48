"""Which nouns tell an act («تأجيل», «بدء»), or name what somebody says («اتهامات»)."""

from __future__ import annotations

from tawatur.attribution.text.phrase_ends import ends_phrase
from tawatur.attribution.text.sentence import Sentence

_VERBAL = 5  # letters of a verbal noun that is told by how it begins


def is_verbal_noun(s: Sentence, at: int) -> bool:
    """Whether a word without the article is a verbal noun, as far as its letters show: «تأجيل», «بدء»."""
    word, lexicon = s.folded[at], s.lexicon
    shaped = has_verbal_shape(s, word) and word not in lexicon.nouns
    listed = not lexicon.verbal_nouns.isdisjoint(lexicon.without_pronoun(word))
    named = all(map(s.is_name, lexicon.without_pronoun(word)))  # not «مساندتهم»
    named = named and not any(map(lexicon.of_long_form, lexicon.nominatives(word)))
    return listed or (shaped and not lexicon.definite(word) and not named)


def is_sure_act(s: Sentence, at: int) -> bool:
    """Whether a word without the article at `at` is a verbal noun and nothing else: listed, or of the forms of «إغلاق», «تعليق»."""
    word, lexicon = s.folded[at], s.lexicon
    if lexicon.definite(word) or lexicon.is_any(word, lexicon.nouns, lexicon.given_names):
        return False
    long = len(word) >= _VERBAL and (lexicon.of_long_form(word) or lexicon.of_broken_plural(word))
    return long or word in lexicon.plain_verbal_nouns or lexicon.of_second_form(word)


def is_the_act(s: Sentence, at: int) -> bool:
    """Whether a noun with the article at `at` is a verbal one: «الانتهاء من»; no «الأمين», «الإعلامي»."""
    lexicon, word = s.lexicon, s.folded[at]
    bare = lexicon.bare(word)
    if not lexicon.definite(word) or lexicon.joined(word) or bare.endswith(lexicon.origin_endings):
        return False
    return names_act(s, bare) and not s.is_name(bare) and word not in lexicon.names and not ends_phrase(s, at)


def names_act(s: Sentence, word: str) -> bool:
    """Whether a bare noun is a verbal one by most of its letters: «للتفاعل»; no «للمجلس»."""
    lexicon, word = s.lexicon, s.lexicon.bare(word)
    shaped = (
        len(word) >= _VERBAL and word.startswith(lexicon.verbal_beginnings[:2]) and word not in lexicon.nouns
    )
    return shaped or word in lexicon.verbal_nouns


def tells_of_what(s: Sentence, at: int) -> bool:
    """Whether a noun without the article at `at` names what somebody says: «اتهامات خصومه»."""
    told = s.lexicon.tells(s.folded[at], "noun", "deed")
    return told and not s.lexicon.definite(s.folded[at])


def past_cognate(s: Sentence, at: int) -> int:
    """Past a verbal noun that strengthens its verb, and its adjective: «نفيا قاطعا»; `at` where none stands there."""
    lexicon = s.lexicon
    if at >= s.end or s.folded[at] not in lexicon.cognates:
        return at
    after = at + 1
    while (
        after < s.end - 1
        and s.folded[after].endswith(s.folded[at][-1])
        and s.folded[after] not in lexicon.verbal_nouns
    ):
        after += 1
    return after


def has_verbal_shape(s: Sentence, word: str) -> bool:
    """Whether a noun without the article is long enough for a verbal one and begins as most do: «تأجيل», «استقالة», «مقتل»."""
    return len(word) >= _VERBAL and word.startswith(s.lexicon.verbal_beginnings)
