"""Words in quotation marks that no cue tells: behind a verb that says nothing elsewhere and its colon, or behind a colon alone.

«وضحك الرجل: "…"», «أما زوجته فلا ترى سببا للانتظار: "…"».
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.frames.before_verb.opening_subjects import topic_of_sentence
from tawatur.attribution.frames.before_verb.sentence_subjects import main_subject
from tawatur.attribution.frames.before_verb.who_may_speak import is_somebody
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import past_apposition
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_WORDS = 4  # tokens from the mark that opens more than a name to the one that closes it
_FAR = 25  # tokens from a verb to the colon, where who speaks stands behind it
_NEAR = 4  # where he does not
_LABEL = 3  # tokens before a colon that may say what the words behind it are
_CITED = 6  # tokens before it in which a word of saying cites somebody else: «مستشهدا بقول الشاعر: "…"»
_TOLD = frozenset({"that", "quote"})
_COLON = Cue(":", "purpose", frozenset({"quote"}), None, "asserted", feminine=False, plural=False)


def with_quoted(s: Sentence, told: list[Statement]) -> list[Statement]:
    """The statements of a sentence, and those that only quotation marks show, in the order of their cues."""
    if not s.lexicon.quoting or not s.pairs:
        return told
    quoted = [*_quoted(s, told)]
    return sorted([*told, *quoted], key=lambda one: one.cue) if quoted else told


def _quoted(s: Sentence, told: list[Statement]) -> Iterator[Statement]:
    for opening in s.paragraph.quotations_in(s.first, s.end):
        closing = s.pairs[opening]
        if closing - opening <= _WORDS or any(_holds(one, opening, closing) for one in told):
            continue
        if opening > s.first and s.folded[opening - 1] == ":":
            found = _before_colon(s, (opening, closing + 1))
        else:
            found = _behind(s, (opening, closing + 1))
        if found:
            yield found


def _holds(told: Statement, opening: int, closing: int) -> bool:
    return told.content is not None and told.content[0] < closing and opening < told.content[1]


def _before_colon(s: Sentence, content: Range) -> Statement | None:
    """«ثم هز رأسه: "…"»: the nearest verb before a colon, nothing quoted between."""
    colon = content[0] - 1
    for at in range(colon - 1, max(s.first, colon - _FAR) - 1, -1):
        if at in s.paragraph.closes or s.folded[at] == ":":
            return None
        if verb := _verb_at(s, at, colon):
            cue, after = verb
            source = source_in(s, after, min(s.clause_end(after), colon))[0]
            named = source if source and source[0] == after and is_somebody(s, source) else None
            if named is None and (first := main_subject(s, _COLON, at)) and _is_person(s, first[0]):
                named = first  # «يمسح الرجل جبينه، ثم يضحك: "…"»
            if named is not None or colon - after <= _NEAR:
                return statement_of(s, cue, (at, after), named, content)
    return _by_colon(s, content)


def _by_colon(s: Sentence, content: Range) -> Statement | None:
    """«ولا يخفي الرجل خيبته: "…"»: who does the first thing of a sentence that ends with a colon and his words."""
    colon = content[0] - 1
    if any(_cites(s, one) for one in range(max(s.first, colon - _CITED), colon)) or _names_something(
        s, colon, content[1]
    ):
        return None
    source = topic_of_sentence(s, colon) or main_subject(s, _COLON, colon)
    if source is None or not _is_person(s, source[0]):
        return None
    return statement_of(s, None, (colon, colon + 1), source, content)


def _cites(s: Sentence, at: int) -> bool:
    return any(_TOLD & cue.takes for _, cue in s.lexicon.cues.get(s.folded[at], ()))


def _is_person(s: Sentence, at: int) -> bool:
    lexicon, word = s.lexicon, s.folded[at]
    titled = lexicon.definite(word) and at + 1 < s.end and s.folded[at + 1] in lexicon.given_names
    named = titled or word in lexicon.given_names or lexicon.opens_name(word)  # «الحاج سعيد»
    return named or lexicon.is_any(lexicon.head(word), lexicon.roles, lexicon.anonymous, lexicon.kin)


def _names_something(s: Sentence, colon: int, end: int) -> bool:
    """Whether behind a colon a title stands, the words on something, or a list."""
    lexicon = s.lexicon
    before = range(max(s.first, colon - _LABEL), colon)
    if any(lexicon.is_any(s.folded[one], lexicon.titles, lexicon.following, lexicon.in_it) for one in before):
        return True
    if lexicon.is_any(s.folded[colon - 1], lexicon.pronouns, lexicon.prepositions):
        return True
    return end < s.end and (s.folded[end].startswith(lexicon.conjunction) or end + 1 in s.pairs)


def _behind(s: Sentence, content: Range) -> Statement | None:
    """«"…"، تضحك أم خليل»: a verb at once behind a quotation and a comma, and who speaks behind it."""
    at = content[1] + 1
    if at >= s.end or s.written[at - 1] not in COMMAS or not (verb := _verb_at(s, at, s.end)):
        return None
    cue, after = verb
    source = source_in(s, after, past_apposition(s, after))[0]
    if source is None or source[0] != after or not is_somebody(s, source) or s.conjoined(at):
        return None
    return statement_of(s, cue, (at, after), source, content)


def _verb_at(s: Sentence, at: int, end: int) -> tuple[Cue, int] | None:
    for phrase, cue in s.lexicon.quoting.get(s.folded[at], ()):
        after = at + len(phrase)
        if after <= end and tuple(s.folded[at:after]) == phrase:
            return cue, after
    return None
