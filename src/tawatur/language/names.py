"""One spelling for a name in two scripts, so that a name can meet itself across languages.

A word is reduced to its consonants in a common alphabet: حدّاد and Haddad are both "hdd" → "hd". Vowels, long
or short, are spelt too freely in transliteration to count. The idea is that of consonant-skeleton keys for
Arabic names (Freeman, Condon and Ackerman 2006, "Cross linguistic name matching in English and Arabic").
"""

from __future__ import annotations

import re
from functools import lru_cache

# Letters that sound alike in transliteration share a class; alef, waw, ya, hamza and ayn carry no consonant
# that English spellings keep.
_ARABIC_CLASSES = dict(zip("بپتطثجچحهخدذضزظرسصشغفڤقكگلمن", "bbttsjjhhkdddzzrsssgffkkglmn", strict=True)) | {
    "ه": "h",
    "خ": "k",
    "ش": "s",
    "ث": "s",
    "ج": "j",
    "ذ": "d",
    "غ": "g",
    "ق": "k",
}
_DIGRAPHS = (
    ("kh", "k"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "s"),
    ("th", "s"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
)
_LATIN_CLASSES = {
    **{letter: letter for letter in "bdfghjklmnrstz"},
    "c": "k", "p": "b", "q": "k", "v": "f", "x": "ks",
}  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|as|ar|an|az|ad|at|ash)[-' ]", re.I)
_CLITICS = re.compile(r"^(?:[وف]?[بلك]?ال|[وف]?لل|و)(?=..)")


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """The consonant skeleton of one word in Arabic or Latin script; digits stay as they are."""
    if word[:1].isdigit():
        return word
    if re.search(r"[\u0620-\u06d3]", word):
        bare = _CLITICS.sub("", word)
        if bare.endswith(("ة", "ه")):
            bare = bare[:-1]
        classes = "".join(_ARABIC_CLASSES.get(letter, "") for letter in bare)
    else:
        bare = _ARTICLE.sub("", word).lower()
        if bare.endswith(("ah", "'s")):
            bare = bare[:-1] if bare.endswith("ah") else bare[:-2]
        for pair, single in _DIGRAPHS:
            bare = bare.replace(pair, single)
        classes = "".join(_LATIN_CLASSES.get(letter, "") for letter in bare)
    return re.sub(r"(.)\1+", r"\1", classes)
