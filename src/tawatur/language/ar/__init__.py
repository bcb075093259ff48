"""Arabic: spellings folded, words taken to their stems.

The stem is simplemma's lemma where it knows the word, else what light10 leaves of it (Larkey, Ballesteros and
Connell 2007, "Light Stemming for Arabic Information Retrieval").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import simplemma
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from tawatur.language.form import Form
from tawatur.language.text import translation

_DROPPED = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640]
_DROPPED += [0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
# Nearly every text has these: to replace one after the other takes half the time of translating all the text.
_FREQUENT = (*zip("أإآىة", "اااي" + "ه", strict=True), ("\u0651", ""))
_FOLDED = str.maketrans(
    {
        **{chr(code): None for code in _DROPPED},
        **dict(zip("ٱٲٳیک", "اااي" + "ك", strict=True)),
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
        "٫": ".",
        "٬": ",",
    }
)
_folded = translation(_FOLDED)
_PREFIXES = ("وال", "بال", "كال", "فال", "ال", "لل", "و")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")


def normalise(text: str) -> str:
    """`text` without vocalisation and tatweel, alefs, final ya and ta marbuta folded, digits as 0 to 9."""
    if text.isascii():
        return text.lower()
    for letter, folded in _FREQUENT:
        text = text.replace(letter, folded)
    return _folded(text).lower()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one normalised word."""
    lemma = simplemma.lemmatize(word, lang="ar")
    if lemma != word:
        return _light10(normalise(lemma))
    return _light10(word)


def _light10(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= (3 if prefix == "و" else 2):
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            word = word[: -len(suffix)]
    return word


_PROCLITICS = (
    "وبال",
    "فبال",
    "ولل",
    "وال",
    "فال",
    "بال",
    "كال",
    "لل",
    "ال",
    "سي",
    "ست",
    "سن",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
)
_ENDINGS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "وا", "ات", "ون", "ين", "ان", "تين", "ته", "تها", "تهم", "ه", "ي", "ا", "ت")  # fmt: skip
_LEAST = 3  # letters that a word keeps


def without_particles(word: str) -> Iterator[str]:
    """A word, then what it may be without the conjunction and the preposition written onto it."""
    yield word
    for particle in ("وف", "بلك"):
        if word[:1] and word[0] in particle and len(word) > _LEAST:
            word = "ال" + word[2:] if word.startswith("لل") else word[1:]
            yield word


@lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[str, ...]:
    """A normalised word, then what it may be without the particles and the article written onto it."""
    found = list(without_particles(word))
    found += [form[2:] for form in found if form.startswith("ال") and len(form) > _LEAST + 1]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=200_000)
def adjectives(word: str) -> tuple[str, ...]:
    """The forms of a normalised word as `forms` has them, without the endings of a nisba: السعودية, سعوديين give سعودي."""
    return tuple(
        dict.fromkeys(
            form.removesuffix(ending)
            for form in forms(word)
            for ending in ("", "ه", "ون", "ين", "ات", "ان")
            if form.endswith("ي" + ending)
        )
    )


@lru_cache(maxsize=200_000)
def is_known(word: str) -> bool:
    """Whether a normalised word is an ordinary one: simplemma has it in some spelling, with or without affixes."""
    bases = [word] + [
        word[len(prefix) :]
        for prefix in _PROCLITICS
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST
    ]
    bases += [base[1:] for base in bases if base.startswith(("سي", "ست", "سن")) and len(base) > _LEAST]
    bases += [
        base.removesuffix(ending)
        for base in bases
        for ending in _ENDINGS
        if base.endswith(ending) and len(base) - len(ending) >= _LEAST
    ]
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("ar")
    return any(spelling in known for base in dict.fromkeys(bases) for spelling in _spellings(base))


def _spellings(base: str) -> Iterator[str]:
    """What a normalised word may have been: hamza, ta marbuta and final ya come back."""
    starts = [base] + (["أ" + base[1:], "إ" + base[1:], "آ" + base[1:]] if base.startswith("ا") else [])
    for start in starts:
        yield start
        yield start + "ة"
        if start.endswith("ه"):
            yield start[:-1] + "ة"
        elif start.endswith("ي"):
            yield start[:-1] + "ى"


def inflect(verb: Mapping[str, Any]) -> Iterator[Form]:
    """The forms of a reporting verb: both tenses, the participle, the verbal noun with its pronoun or who speaks behind it ("deed")."""
    past, present = verb.get("past"), verb.get("present")
    if past:
        feminine = verb.get("feminine", past + "ت")
        yield Form(past, "verb", False, False)
        yield Form(feminine, "verb", True, False)
        plural = verb.get("plural", past + "وا")
        yield Form(plural, "verb", False, True)
        yield Form(feminine + "ا", "verb", True, True)
        if not past.endswith(("ى", "ا")):
            yield Form(past + "ا", "verb", False, True)
        if verb.get("pronouns"):
            for pronoun in ("ه", "ها", "هم", "هما", "نا", "ني"):
                yield Form(
                    past.removesuffix("ا") + ("ا" if past.endswith("ا") else "") + pronoun,
                    "verb",
                    False,
                    False,
                )
                yield Form(feminine + pronoun, "verb", True, False)
                if not past.endswith(("ى", "ا")):  # «دعوه» is written as «دعوة»
                    yield Form(plural.removesuffix("ا") + pronoun, "verb", False, True)
    if present:
        yield Form(present, "verb", False, False, True)
        yield Form("ت" + present[1:], "verb", True, False, True)
        yield Form(verb.get("present_plural", present + "ون"), "verb", False, True, True)
        if not present.endswith(("ى", "ا")):
            yield Form(present + "ان", "verb", False, True, True)
            takes_whom = verb.get("pronouns") and verb.get("preposition")
            for pronoun in ("ه", "ها", "هم", "هما") if takes_whom else ():  # «تتهمه أنقرة بالتجسس»
                yield Form(present + pronoun, "verb", False, False, True)
                yield Form("ت" + present[1:] + pronoun, "verb", True, False, True)
    if participle := verb.get("participle"):
        yield Form(participle + "ا", "participle", False, False)
        yield Form(participle + "ة", "participle", True, False)
        yield Form(participle.removesuffix("ي") + "ين", "participle", False, True)
    if noun := verb.get("noun"):
        yield Form(noun + "ه", "noun", False, False)
        yield Form(noun + "ها", "noun", True, False)
        yield Form(noun + "هم", "noun", False, True)
        feminine = noun.endswith("ت") and not noun.endswith("ات")  # دعوته, but دعوة الحزب
        yield Form(noun.removesuffix("ت") + "ة" if feminine else noun, "deed", False, False)
