"""Nouns that are no part of the phrase before them: pointed at, told of, an act, several, whose it is said behind a place."""

from __future__ import annotations

from tawatur.attribution.text.sentence import Sentence

_PLURAL = 6  # letters of a noun with its article and the ending of a plural; «الأمين» is none
_BARE_PLURAL = 5  # letters of a plural without its article; «تموين» is none


def is_shown(s: Sentence, at: int) -> bool:
    """«وصف الموقع هذا القرار»: whether at `at` something is pointed at that nothing before owns or governs: not «رئيس هذا المشروع»."""
    lexicon, before = s.lexicon, s.folded[at - 1]
    owned = not lexicon.definite(before) and lexicon.is_any(before, lexicon.nouns, lexicon.prepositions)
    return s.folded[at] in lexicon.demonstratives and not owned


def is_unsaying(s: Sentence, at: int) -> bool:
    """Whether at `at` a noun stands of which something is said, and which no noun before it owns: not «مكافحة الإرهاب»."""
    lexicon, before = s.lexicon, s.folded[at - 1]
    whole = lexicon.definite(before) or before in lexicon.given_names or s.is_name(before)
    whole = whole or lexicon.is_place(before)  # «نفت قطر الاتهامات»
    whole = whole or (at + 1 < s.end and s.folded[at + 1] in lexicon.relatives)  # «لحركة فتح التقارير التي»
    return s.folded[at] in lexicon.unsaying and (whole or before in lexicon.prepositions)


def is_act_behind(s: Sentence, at: int) -> bool:
    """«توزيع المياه الاضطراب في»: a verbal noun with the article behind a noun with it, whose adjective it cannot be."""
    lexicon, word = s.lexicon, s.folded[at]
    bare = lexicon.bare(word)
    act = lexicon.of_long_form(bare) and not (
        lexicon.joined(word) or bare in lexicon.nouns or s.is_name(bare)
    )
    return act and lexicon.definite(s.folded[at - 1])


def plural_of_another(s: Sentence, at: int) -> bool:
    """«الدراسة المستشفيات», «وزارة الصحة المواطنين»: a plural that is no adjective of the noun before it."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if not lexicon.definite(before) or not lexicon.definite(word) or lexicon.joined(word):
        return False
    noun = lexicon.bare(before)
    if is_plural(s, before):
        return False  # «النواب المستقلين», «الوطنيين الديمقراطيين»
    if lexicon.bare(word) in lexicon.groups:
        return lexicon.bare(before) not in lexicon.groups  # «مدير الشركة العمال»
    if lexicon.of_broken_plural(lexicon.bare(word)) and lexicon.feminine_ending(before):
        return True  # «الدراسة الآبار»
    if len(word) <= _PLURAL or not word.endswith((*lexicon.plural_endings, *lexicon.feminine_plurals)):
        return False
    if lexicon.feminine_ending(before):
        return True
    if noun in lexicon.groups:
        return False
    if word.endswith(lexicon.feminine_plurals):
        return True
    # «الأطباء التونسيين»: an adjective of origin belongs to a plural of any form.
    of_origin = word[:-2].endswith(lexicon.origin_endings)
    return not of_origin and (
        noun in lexicon.nouns or s.is_name(before) or before.endswith(lexicon.feminine_plurals)
    )


def is_plural(s: Sentence, word: str) -> bool:
    """Whether a noun with its article ends as a plural of people does; not «التموين», «البحرين»."""
    bare = s.lexicon.bare(word)
    act = len(bare) == _BARE_PLURAL and bare.startswith(s.lexicon.verbal_beginnings[:1])
    return word.endswith(s.lexicon.plural_endings) and not act and not s.lexicon.is_place(word)


def ends_place(s: Sentence, at: int) -> bool:
    """Whether a place with a preposition written on to it ends before `at`: «بالشابة», «ببنزرت», «بولاية قابس»."""
    lexicon, word = s.lexicon, s.folded[at - 1]
    of = s.folded[at - 2]
    within = of.startswith(lexicon.joined_prepositions) and not of.startswith(lexicon.to)
    if within and lexicon.is_place(word) and not lexicon.definite(of[1:]):
        return True
    if of in lexicon.within and s.is_name(word):
        return True  # «إدارة المعابر في تلوانة إغلاق»
    known = lexicon.definite(word[1:]) or lexicon.is_place(word[1:])
    return word.startswith(lexicon.proclitics) and len(word) > 3 and known


def is_owned(s: Sentence, at: int) -> bool:
    """«عوامل النمو»: whether an everyday noun without the article and whose it is stand at `at`."""
    lexicon, word = s.lexicon, s.folded[at]
    plain = not (s.is_name(word) or word.startswith(lexicon.proclitics) or lexicon.definite(word))
    known = lexicon.is_any(word, lexicon.particles, lexicon.nouns, lexicon.names) or lexicon.is_place(word)
    owner = s.folded[at + 1] if at + 1 < s.end else ""
    owned = lexicon.definite(owner) and not (s.is_name(owner) or owner.endswith(lexicon.origin_endings))
    return plain and not known and owned
