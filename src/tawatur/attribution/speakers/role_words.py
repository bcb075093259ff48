"""A role by the words that tell it, however a text tells it: «الناطق الرسمي باسم وزارة النقل» is «المتحدث باسم النقل»."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tawatur.attribution.lexicon import Lexicon

_PARTS = re.compile("[،,]")


def role_words(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Of the (folded, bare) words of a role those that every telling of it has, each in one form."""
    return frozenset(map(lexicon.role_word, words)) - lexicon.role_fillers


def heads_role(head: str, role: str, lexicon: Lexicon) -> bool:
    """Whether a role, or one of several that are told together, is that of a (folded) noun; «نائب رئيس الحزب» is no «رئيس»."""
    if lexicon.article + head in lexicon.courtesies:
        return True  # «السيد الوزير»
    for part in _PARTS.split(role):
        words = lexicon.language.normalise(part).split()
        for at, word in enumerate(words):
            if lexicon.role_word(lexicon.bare(word)) != lexicon.role_word(head):
                continue
            apart = at == 0 or lexicon.definite(words[at - 1]) or word.startswith(lexicon.conjunction)
            apart = apart or word in lexicon.courtesies  # «مدير المرصد في باريس الدكتور»
            if apart and lexicon.behind_to(word) is None:
                return True
    return False
