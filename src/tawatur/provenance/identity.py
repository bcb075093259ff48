"""Who is who: one speaker under the names that several reports, in several languages, give him."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.language import language, languages
from tawatur.language.names import skeleton
from tawatur.language.text import words
from tawatur.model import Speaker
from tawatur.outlets import fold

_LITTLE = frozenset(["of", "the", "and", "for", "a", "an", "in", "at", "by", "on", "من", "في", "على"])


@cache
def _concepts(code: str, table: str) -> dict[str, str]:
    listed = language(code).data.get("speakers", {}).get(table, {})
    return {fold(word): concept for concept, names in listed.items() for word in names}


@cache
def _roles() -> frozenset[str]:
    return frozenset(
        fold(role) for spoken in languages() for role in spoken.data.get("speakers", {}).get("roles", ())
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """What a speaker's name is compared by. `holder` is the outlet through which alone an unnamed one is known."""

    named: bool
    kind: str
    language: str
    words: frozenset[str]
    skeletons: frozenset[str]
    concepts: frozenset[str]
    role: frozenset[str]
    office: frozenset[str]  # what his role is, in words of every language: "minister", "trade"
    nameless: bool  # known by the role only: «الوزير»
    holder: str | None = None


@lru_cache(maxsize=100_000)
def identity(speaker: Speaker, code: str, holder: str | None = None) -> Identity:
    """The comparable form of a speaker's name in a text of this language."""
    bare = [_bare(word) for word in words(fold(speaker.name)) if word not in _LITTLE]
    personal = [word for word in bare if word not in _roles()] if speaker.kind == "person" else bare
    concepts = _concepts(code, "concepts" if speaker.named else "unnamed")
    role = frozenset(_bare(word) for word in words(fold(speaker.role or "")) if word not in _LITTLE)
    return Identity(
        named=speaker.named,
        kind=speaker.kind,
        language=code,
        words=frozenset(personal or bare),
        skeletons=frozenset(key for word in personal if (key := skeleton(word))),
        concepts=frozenset(concepts[word] for word in bare if word in concepts),
        role=role,
        office=_office(role, code),
        nameless=speaker.kind == "person" and speaker.role == speaker.name,
        holder=holder,
    )


def _office(role: frozenset[str], code: str) -> frozenset[str]:
    listed = _concepts(code, "offices") | _concepts(code, "concepts")
    return frozenset(listed[word] for word in role if word in listed)


def same(one: Identity, other: Identity) -> bool:
    """Whether two names can be of one speaker (two names of one story; namesakes elsewhere are not met here)."""
    if one.named != other.named:
        return False
    if not one.named:
        return one.holder == other.holder and (
            not one.concepts or not other.concepts or bool(one.concepts & other.concepts)
        )
    if (one.kind == "person") != (other.kind == "person") and min(len(one.words), len(other.words)) > 1:
        return False
    if one.nameless != other.nameless:
        nameless, named = (one, other) if one.nameless else (other, one)
        if one.language == other.language and nameless.role and nameless.role <= named.role:
            return True
        # «وزير التجارة في مرجانة» is the trade minister, in any language; a mere "minister" of another language may be any.
        return len(nameless.office) > 1 and nameless.office <= named.office
    if one.nameless and other.nameless and one.language != other.language:
        return len(one.office) > 1 and one.office == other.office
    if one.language == other.language:
        return _same_words(one, other)
    if one.kind == "person":
        return _same_person(one.skeletons, other.skeletons)
    shared = one.concepts & other.concepts
    if shared and len(shared) * 2 >= min(len(one.concepts), len(other.concepts)):
        return True
    return _same_person(one.skeletons, other.skeletons)


def vaguer(one: Identity, other: Identity) -> bool:
    """Whether the first of two names that can be of one speaker says less: «الوزير», a family name alone, «مصدر»."""
    if not one.named:
        return not one.concepts and bool(other.concepts)
    if one.nameless != other.nameless:
        return one.nameless
    if one.language == other.language:
        return one.words < other.words
    return len(one.skeletons) < len(other.skeletons) and len(one.skeletons) == 1


def _same_words(one: Identity, other: Identity) -> bool:
    smaller, larger = sorted((one.words, other.words), key=len)
    if not smaller:
        return False
    if smaller <= larger:
        return True
    return one.kind == "person" and len(smaller & larger) >= 2


def _same_person(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller, larger = sorted((one, other), key=len)
    alike = sum(any(_alike(key, candidate) for candidate in larger) for key in smaller)
    return bool(smaller) and alike >= min(2, len(smaller)) and max(map(len, smaller)) >= 2


def _alike(one: str, other: str) -> bool:
    # Transliterations differ in one consonant now and then: Mirdasi and المرداسي do not, Qanawati and Kanawati do.
    return one == other or (len(one) >= 4 and len(other) >= 4 and (one in other or other in one))


def _bare(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    for article in ("al-", "el-"):
        word = word.removeprefix(article)
    return word.removesuffix("'s")
