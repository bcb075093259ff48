"""Whether a name is complete, so that the noun behind it is no part of it: «سامي الحداد استقالته»."""

from __future__ import annotations

from tawatur.attribution.frames.behind_verb.verbal_nouns import is_verbal_noun, tells_of_what
from tawatur.attribution.text.phrase_ends import ends_phrase
from tawatur.attribution.text.sentence import Sentence


def is_behind_family_name(s: Sentence, after: int, at: int) -> bool:
    """«سامي الحداد استقالته», «الطرفاوي تأجيل»: behind a family name nothing more belongs to the name."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if not lexicon.definite(before) or word in lexicon.names:
        return False
    if {before, lexicon.bare(before)} & lexicon.half_names or (
        at - after >= 2 and lexicon.opens_name(s.folded[at - 2])
    ):
        # «نور الدين», «عبد العزيز»; but «زين العابدين التزام»
        return lexicon.definite(before) and before in lexicon.half_names and is_verbal_noun(s, at)
    given = at - after >= 2 and lexicon.is_any(s.folded[at - 2], lexicon.of_given, lexicon.half_names)
    if given and word not in lexicon.roles:  # «نور الدين الحداد»
        return True
    lone = at == after + 1 and lexicon.bare(before) not in lexicon.nouns and s.is_name(before)
    return lone and not lexicon.definite(word)


def is_behind_whole_name(s: Sentence, after: int, at: int) -> bool:
    """«محسن حسن الدراسة», «خامنئي الشعراء»: an everyday noun with its article behind a name that is complete."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if at - after >= 2 and word in lexicon.groups and _is_whole(s, after, at):
        return True  # «سالم بوجيري مؤسسات المجتمع»
    if not lexicon.definite(word) or lexicon.joined(word) or lexicon.definite(before):
        return False
    if word in lexicon.half_names:
        return False  # «حسن نصر الله»
    told = s.folded[at - 2] in lexicon.of_given and before not in lexicon.everyday  # «دونالد ترامب»
    whole = (s.is_name(before) or told) and s.folded[at - 2] in lexicon.name_parts
    text = lexicon.bare(word) in lexicon.documents
    if at - after >= 2 and whole and (text or (lexicon.feminine_ending(word) and not s.is_name(word))):
        return True  # «نور الدين زهراوي الندوة», «حميد رازقي التقرير»
    if at - after >= 2 and _is_whole(s, after, at) and _is_everyday(s, at):
        return True  # «خالد بوجيري الصعود»
    given = told or (s.is_name_part(at - 1) and s.folded[at - 2] in lexicon.given_names)
    if at - after >= 2 and (given or lexicon.opens_name(s.folded[at - 2])):
        return lexicon.bare(word) in lexicon.bodies  # «سالم كريم الحكومة», «أبو منصف الأعضاء»
    named = s.is_name(before) and before not in lexicon.nouns
    return at == after + 1 and named and lexicon.bare(word) in lexicon.groups


def _is_whole(s: Sentence, after: int, at: int) -> bool:
    """Whether before `at` a person's name ends with a word that is no given name and none of everyday language: «خالد بوجيري»."""
    lexicon, family, given = s.lexicon, s.folded[at - 1], s.folded[at - 2]
    first = lexicon.bare(s.folded[after])
    person = first in lexicon.roles or first in lexicon.name_parts or first not in lexicon.nouns
    whole = person and s.is_name(family) and family not in lexicon.name_parts
    whole = whole and s.is_word[at - 1] and s.is_word[at - 2]
    return whole and (given in lexicon.of_given or s.is_name(given)) and not lexicon.definite(given)


def _is_everyday(s: Sentence, at: int) -> bool:
    """Whether a word with the article at `at` is an everyday noun, of which no name ends: no «التونسي», «الابن», «السابق»."""
    lexicon, word = s.lexicon, s.folded[at]
    named = s.is_name(word) or lexicon.is_any(word, lexicon.names, lexicon.half_names)
    described = word.endswith(lexicon.origin_endings) or lexicon.is_any(word, lexicon.former, lexicon.same)
    return not (named or described or lexicon.role(word) or lexicon.is_place(word))


def owns_behind_name(s: Sentence, after: int, at: int) -> bool:
    """«نفى أوباما اتهامات خصومه», «حازم قاسم علاقة الحركة»: an everyday noun and whose it is, behind a name that is complete."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    told = tells_of_what(s, at)
    lone = at == after + 1 and (is_plain_name(s, after) or told)
    lone = lone and not lexicon.is_any(before, lexicon.everyday, lexicon.name_parts, lexicon.verbal_nouns)
    given = at - after >= 2 and s.folded[at - 2] in lexicon.of_given
    whole = given and s.written[at - 2] not in lexicon.written_prepositions and before not in lexicon.everyday
    if not (lone or whole) or before in lexicon.half_names or lexicon.definite(before):
        return False
    if s.is_name(word) or word in lexicon.names or (word in lexicon.everyday and not told):
        return False
    if not s.is_word[at] or word.endswith(lexicon.accusatives) or word.startswith(lexicon.proclitics):
        return False
    if at + 1 >= s.end or not s.is_word[at + 1] or ends_phrase(s, at + 1):
        return False
    return told or lexicon.definite(s.folded[at + 1])


def is_behind_name(s: Sentence, after: int, at: int) -> bool:
    """«مراد بن صالح تجمع», «الهادي مجدوب اعتداء»: a given name, a word that ends the name, and then a verbal noun."""
    lexicon = s.lexicon
    named = (
        at - after >= 2
        and s.folded[at - 2] in lexicon.name_parts
        and s.folded[at - 1] not in lexicon.half_names
    )
    sure = s.folded[at] in lexicon.verbal_nouns or s.folded[at].startswith(lexicon.verbal_beginnings[:2])
    return named and sure and not s.is_name(s.folded[at]) and not lexicon.definite(s.folded[at - 1])


def ends_description(s: Sentence, after: int, at: int) -> bool:
    """Whether before `at` a phrase of two words and more ends with a name, or with a feminine adjective of origin: «دراسة بريطانية»; behind «فريق طبي», «تحول» is a verb."""
    before = s.folded[at - 1]
    name = s.is_name(before) or before in s.lexicon.given_names
    return at - after >= 2 and s.is_word[at - 1] and (name or before.endswith(s.lexicon.origin_endings))


def is_plain_name(s: Sentence, at: int) -> bool:
    """Whether the word at `at` is none of everyday language, also without what may be written on to it: not «بوضوح»."""
    word = s.folded[at]
    named = s.is_name(word) and not word.isdigit()
    return named and not (word.startswith(s.lexicon.proclitics) and not s.is_name(word[1:]))
