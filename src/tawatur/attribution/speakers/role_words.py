"""A role by the words that tell it, however a text tells it: «الناطق الرسمي باسم وزارة النقل» is «المتحدث باسم النقل»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tawatur.attribution.lexicon import Lexicon

_PARTS = re.compile("[،,]")


def role_words(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Of the (folded, bare) words of a role those that every telling of it has, each in one form."""
    plain = (_by_place(_unjoined(word, lexicon), lexicon) for word in words)
    return frozenset(lexicon.as_role.get(word, word) for word in plain) - lexicon.role_fillers


def heads_role(head: str, role: str, lexicon: Lexicon) -> bool:
    """Whether a role, or one of several that are told together, is that of a (folded) noun; «نائب رئيس الحزب» is no «رئيس»."""
    if lexicon.article + head in lexicon.courtesies:
        return True  # «السيد الوزير»
    for part in _PARTS.split(role):
        words = lexicon.language.normalise(part).split()
        for at, word in enumerate(words):
            if role_words({head}, lexicon) != role_words({lexicon.bare(word)}, lexicon):
                continue
            apart = at == 0 or lexicon.definite(words[at - 1]) or word.startswith(lexicon.conjunction)
            apart = apart or word in lexicon.courtesies  # «مدير المرصد في باريس الدكتور»
            if apart and lexicon.behind_to(word) is None:
                return True
    return False


def _unjoined(word: str, lexicon: Lexicon) -> str:
    """A noun without the preposition or «و» that is written on to it: «بالاتحاد», «لحزب», «بتونس»."""
    rest = word[1:]
    if not word.startswith(lexicon.proclitics) or word in lexicon.nouns:
        return word
    if lexicon.definite(rest):
        return lexicon.bare(rest)
    return rest if rest in lexicon.nouns or lexicon.is_place(rest) else word


def _by_place(word: str, lexicon: Lexicon) -> str:
    """A country for its adjective: «وزير الخارجية النرويجي» is «وزير خارجية النرويج»."""
    stem = word.removesuffix(lexicon.origin_endings[0]) if lexicon.origin_endings else word
    known = stem != word and (lexicon.is_place(stem) or lexicon.is_place(lexicon.article + stem))
    return stem if known else word
