"""What a phrase of a language that writes names with capitals tells of: where it ends, its noun, who or what that is."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.capitalised_names import (
    Name,
    is_capital,
    is_initial,
    is_of_another,
    is_role,
)
from tawatur.language.text import Token
from tawatur.model import SpeakerKind

# classes of words with which a clause of its own begins behind a noun
_CLAUSES = frozenset({"relative", "that", "question", "third", "first", "be", "have", "do", "modal"})
_LOOSE = frozenset({"preposition", "conjunction", "to", "adverb"})  # with which no phrase ends
_NO_PLURALS = ("ss", "us", "is")  # endings
PARTICIPLES = ("ed", "ing")  # endings
_ASIDES = frozenset("([—–")


def phrase_end(parts: Sequence[Token], folded: Sequence[str], first: int, lexicon: Lexicon) -> int:
    """One past a phrase without the clause or the aside that tells more of it: "the poll that …", "Haddad (who …"."""
    end = next((at for at in range(first + 1, len(parts)) if _leaves(parts, folded, at, lexicon)), len(parts))
    if end == len(parts):
        return end
    while end > first and (not parts[end - 1].is_word or lexicon.classes.get(folded[end - 1]) in _LOOSE):
        end -= 1
    small = all(lexicon.classes.get(word) for word in folded[first:end])
    return len(parts) if small else end


def _leaves(parts: Sequence[Token], folded: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether at `at` a clause or an aside begins: a relative, a verb, or a subject behind a noun."""
    kind, before = lexicon.classes.get(folded[at]), lexicon.classes.get(folded[at - 1])
    if parts[at].text in _ASIDES:
        return not _goes_on(parts, folded, at, lexicon)
    if is_initial(parts, at) or (is_capital(parts[at].text) and is_capital(parts[at - 1].text)):
        return False  # Will, May
    if kind in _CLAUSES:
        return before != "preposition"
    plain = before is None and parts[at - 1].is_word and folded[at - 1] not in lexicon.common
    return kind == "possessive" and plain  # "the figures her campaign published"


def _goes_on(parts: Sequence[Token], folded: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a bracket or a dash parts no aside: behind a place ("RIVANA (Gull) - Omar Haddad"), before a name in another script."""
    behind = parts[at + 1].text if at + 1 < len(parts) else ""
    return lexicon.is_place(*folded[:at]) or not behind.isascii()


def head_of(content: Sequence[str], lexicon: Lexicon) -> str:
    """The noun of a phrase by its folded words: the last before a preposition."""
    stops = (at for at in range(1, len(content)) if _is_behind_noun(content, at, lexicon))
    before = content[: next(stops, len(content))]
    nouns = [word for word in before if lexicon.classes.get(word) is None]
    return nouns[-1] if nouns else before[-1]


def _is_behind_noun(content: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase goes on behind its noun at `at`: with a preposition, or "a document provided …"."""
    word, before = content[at], content[at - 1]
    if word in lexicon.phrase_ends or lexicon.classes.get(word) in ("preposition", "to"):
        return True
    known = lexicon.is_any(before, lexicon.nouns, lexicon.also_documents, lexicon.also_groups)
    known = known or (before.endswith("s") and not before.endswith(_NO_PLURALS))
    return known and word.endswith(PARTICIPLES) and word not in lexicon.also_documents


def kind_of_phrase(
    content: Sequence[str], head: str, parts: Sequence[Token], name: Name | None, lexicon: Lexicon
) -> SpeakerKind:
    """Who or what a phrase tells of, by its noun and the name in it."""
    if name and (name.titled or name.of_body):
        return "person" if name.titled else "organisation"
    one, last = head.removesuffix("s"), head.rpartition("-")[2]
    texts = (lexicon.documents, lexicon.also_documents)
    written = next((part.text for part in parts if part.text.lower() == head), head)
    groups = (lexicon.groups, lexicon.also_groups, lexicon.numerals)
    if lexicon.is_any(last, *groups) or head in lexicon.also_groups:
        return "group"
    if (lexicon.is_any(head, *texts) or lexicon.is_any(one, *texts)) and not (
        name and is_capital(written) and content[0] not in lexicon.articles - lexicon.the
    ):
        return "document"
    if name or is_role(head, lexicon) or head in lexicon.anonymous:
        bodies = lexicon.is_any(head, lexicon.organisations, lexicon.also_bodies, lexicon.outlets)
        return "organisation" if bodies or _is_body(content, parts, lexicon) else "person"
    if lexicon.is_any(head, lexicon.organisations, lexicon.also_bodies, lexicon.outlets):
        return "organisation"
    several = (
        head.endswith("s")
        and not head.endswith(_NO_PLURALS)
        and "'" not in head
        and written == written.lower()
    )
    counted = head == content[0] and head[0].isdigit()  # "85% of voters"
    return "group" if several or counted else "person"


def _is_body(content: Sequence[str], parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "the FBI", "the Rivana Club": an article, and a name that tells no role."""
    named = content[0] in lexicon.the and _is_all_name(content, parts, lexicon)
    return named and f"{content[-1]}s" not in lexicon.also_groups


def _is_all_name(content: Sequence[str], parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether several words, the first aside, have capitals, and none is a role or owns something."""
    words = [part.text for part in parts if part.is_word]
    others = any(is_role(word, lexicon) for word in content) or is_of_another(parts, lexicon)
    return len(words) > 1 and all(map(is_capital, words[1:])) and not others


def names_outlet(content: Sequence[str], head: str, parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a phrase is an outlet's by its noun, or by a word of its name: "the station", "the Daily Gull"."""
    if head in lexicon.outlets:
        noun = next((part.text for part in parts if part.text.lower() == head), head)
        return head not in lexicon.also_documents or is_capital(noun)  # "a post", "the Post"
    return not lexicon.outlets.isdisjoint(content) and _is_all_name(content, parts, lexicon)


def is_particular(
    content: Sequence[str], parts: Sequence[Token], kind: SpeakerKind, lexicon: Lexicon
) -> bool:
    """Whether one can find what a phrase without a person's name tells of: "the ministry", "a Gallup poll"; not "a new poll"."""
    alone = len(content) == 1 and kind != "document"  # "Congress", not "Findings"
    capitals = [
        part.text for part in (parts if alone else parts[1:]) if part.is_word and is_capital(part.text)
    ]
    names = [word.lower() for word in capitals if lexicon.classes.get(word.lower()) is None]
    acronym = parts[0].text[1:2].isupper()  # "FBI data"
    if kind == "document":  # "a poll in Rivana" may be anybody's
        told = not all(map(lexicon.is_place, names)) or content[0].endswith(("'s", "s'"))
        return acronym or told or is_of_body(content, lexicon)
    told = bool(names) or acronym or lexicon.is_place(content[0])  # "Rivana police"
    return told or content[0] in lexicon.the or content[0].endswith(("'s", "s'"))


def is_of_body(content: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a phrase tells of what body somebody or something is: "members of the council", "the ministry's report"."""
    of = (lexicon.belonging, lexicon.written_by)
    behind = next((at for at, word in enumerate(content) if at and lexicon.is_any(word, *of)), len(content))
    owners = (word.removesuffix("'s") for word in content if word.endswith("'s"))
    return any(word in lexicon.publishing for word in (*content[behind:], *owners))
