"""Frames where the subject comes first, as in English: "the minister said that", "…, he said", "quoted him as saying"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tawatur.attribution.according import according_frame
from tawatur.attribution.clause import PRONOUNS, STARTS, Clause, CueWord, Phrase
from tawatur.attribution.contents import content_of, continued
from tawatur.attribution.deciding import decided
from tawatur.attribution.decisions import decisions
from tawatur.attribution.features import frame_of
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.paragraph import CLOSING, COMMAS, Range
from tawatur.attribution.sentence import Sentence, Statement, starts_according
from tawatur.model import TOLD, Stance

_JOINTS = frozenset({"conjunction", ",", "adverb", "ly"})
_RELATIVES = frozenset({"relative", "that"})
_THINGS = frozenset({"word", "plural", "past", "ing", "number"})
_THINKING = frozenset({"believed", "spoken_of"})
_LONGEST_SOURCE = 20
_FARTHEST = 60  # tokens from a verb back to where its subject begins
_ADJECTIVES = 3  # words that may stand before the name of an outlet: "the Arabic daily"


def of_sentence(s: Sentence) -> Iterator[Statement]:
    """The statements of one sentence, in the order of their cues."""
    relayed = {found.cue[0]: found for found in _listed_frames(s)}
    clause = Clause(s)
    learned = decisions(s.lexicon.language.code)
    chosen = [(one, phrase) for one, phrase in decided(clause, learned) if one.at not in relayed]
    stops = frozenset(one.group for one, _ in chosen if clause.kind(one.group - 1) in _JOINTS)
    found = [made for one, phrase in chosen if (made := _statement(clause, one, phrase, stops))]
    yield from sorted([*found, *relayed.values()], key=lambda one: one.cue)


def _listed_frames(s: Sentence) -> Iterator[Statement]:
    """According-to phrases, and who is quoted by whom."""
    according, listed = s.lexicon.according.keys(), s.lexicon.according.keys() | s.lexicon.relays
    for at in range(s.first, s.end):
        if s.folded[at] not in listed:
            continue
        found = None
        if s.folded[at] in according:
            length = starts_according(s.lexicon, s.folded, at)
            found = according_frame(s, at, at + length) if length else None
        if found is None:
            relays = (pair for pair in s.lexicon.cues.get(s.folded[at], ()) if pair[1].kind == "relay")
            found = next((relay_frame(s, cue, at, at + len(phrase)) for phrase, cue in relays), None)
        if found and found.content:
            yield found


def _statement(
    clause: Clause, one: CueWord, phrase: Phrase | None, stops: frozenset[int]
) -> Statement | None:
    s, frame = clause.s, frame_of(clause, one)
    source = _whole_source(clause, one, phrase) if phrase else None
    content = content_of(clause, one, source, frame, stops)
    _, via = _skip_addressee(s, one.after)
    if content is None:
        return None
    found = s.statement(one.cue, (one.group, one.after), source, content, via)
    if content[0] in s.pairs and one.at >= content[1]:
        content = continued(s, content)
    meant = _antecedent(clause, one, phrase) if phrase and phrase.kind in _RELATIVES else None
    return replace(found, content=content, stance=_stance(clause, one, phrase, found), meant=meant)


def _stance(clause: Clause, one: CueWord, phrase: Phrase | None, found: Statement) -> Stance:
    """What its source does with the content: what the lexicon says, unless it is denied, quoted in full, or no one speaks."""
    lexicon = clause.s.lexicon
    if phrase and phrase.kind in _THINGS and one.cue.lemma in lexicon.of_things:
        head = clause.s.folded[phrase.end - 1]
        if found.quotation == "indirect" and head not in lexicon.nouns:
            return "spoken_of"
    if found.stance == "called_for" and frame_of(clause, one).endswith("question"):
        return "spoken_of"
    if "not" in one.voice and found.stance in TOLD:
        return "unsaid"
    if found.quotation == "direct" and found.stance in _THINKING and one.form != "noun":
        return "asserted"
    return found.stance


def _antecedent(clause: Clause, one: CueWord, pronoun: Phrase) -> Range | None:
    """The noun phrase before a relative pronoun: "the mayor, who said"."""
    before = (
        phrase for phrase in reversed(clause.phrases) if phrase.end in (pronoun.start, pronoun.start - 1)
    )
    found = next((phrase for phrase in before if phrase.kind not in PRONOUNS), None)
    return _with_what_belongs(clause, one, found) if found else None


def _whole_source(clause: Clause, one: CueWord, phrase: Phrase) -> Range:
    """The whole phrase that a noun phrase stands in: with its apposition and what belongs to it."""
    s = clause.s
    if phrase.kind in PRONOUNS:
        return phrase.start, phrase.end
    if phrase.start >= one.after:
        phrase = _before_apposition(clause, one, phrase)
        wider, _ = s.source(one.after, s.clause_end(one.after))
    else:
        wider = _subject_phrase(s, one.group)
    holds = wider and wider[0] <= phrase.start and phrase.end <= wider[1] <= wider[0] + _LONGEST_SOURCE
    if wider and holds and _is_phrase(clause, wider):
        return wider
    return _with_what_belongs(clause, one, phrase)


def _is_phrase(clause: Clause, part: Range) -> bool:
    """Whether a range reads as one noun phrase: with no verb but behind a relative pronoun."""
    s = clause.s
    if s.folded[part[0]] in s.lexicon.no_source or clause.kind(part[0]) not in STARTS:
        return False
    return clause.between(*part)[0] == 0 or any(at in clause.relatives for at in range(*part))


def _issued(clause: Clause, start: int, ends: dict[int, Phrase]) -> bool:
    """ "a study published in the journal": what somebody issued stands before."""
    document = ends.get(start - 2)
    if document is None or document.kind != "document" or clause.kind(start - 1) != "preposition":
        return False
    return clause.kind(start - 2) == "past" or start - 2 in clause.verbs


def _before_apposition(clause: Clause, one: CueWord, phrase: Phrase) -> Phrase:
    """ "said Lina Aziz, a spokeswoman": the name stands first."""
    first = clause.phrases_behind(one.after)[0]
    verbs, commas, _, openers = clause.between(first.end, phrase.start)
    return first if first.start == one.after and commas and not verbs and not openers else phrase


def _with_what_belongs(clause: Clause, one: CueWord, phrase: Phrase) -> Range:
    """A noun phrase with those it belongs to or that belong to it: "a spokesman for the union", "Aziz's lawyer"."""
    s = clause.s
    starts, ends = clause.starts, clause.ends
    start, end = phrase.start, phrase.end
    while (
        start in ends
        or _issued(clause, start, ends)
        or (start - 1 in ends and s.folded[start - 1] in s.lexicon.belonging)
    ):
        start = next(ends[at].start for at in (start, start - 1, start - 2) if at in ends)
    if not phrase.kind.startswith("owner"):
        while end + 1 in starts and s.folded[end] in s.lexicon.belonging and not end < one.group <= end + 1:
            end = starts[end + 1].end
    return start, end


def _clause_before(s: Sentence, source: int, least: int = 4) -> Range | None:
    """ "The port will close, he said": a clause of some words and a comma before the source."""
    comma = source - 1
    if comma < s.first + least or s.tokens[comma].text != ",":
        return None
    return s.trim((s.first, comma))


def _subject_phrase(s: Sentence, at: int) -> Range | None:
    """The noun phrase before the verb at `at`: back to a comma, a quotation or a conjunction."""
    end = s.before_breaks(at)
    if end > s.first and s.tokens[end - 1].text in COMMAS:
        comma = end - 1
        start = comma - 1
        while start > max(s.first, comma - _FARTHEST) and s.tokens[start].text not in COMMAS | CLOSING:
            start -= 1
        if s.tokens[start].text in COMMAS:
            end_name = start
            start = _phrase_start(s, end_name)
            return s.trim((start, comma))
        return s.trim((start, comma))
    return s.trim((_phrase_start(s, end), end))


def _phrase_start(s: Sentence, end: int) -> int:
    start = end
    stops = s.lexicon.that | {"and", "but", "because", "as", "while", "when", "after", "if"}
    while start > max(s.first, end - _FARTHEST):
        before = s.tokens[start - 1]
        if before.text in COMMAS | CLOSING | {":", "—", "–"} or s.folded[start - 1] in stops:
            break
        start -= 1
    return start


def _skip_addressee(s: Sentence, after: int) -> tuple[int, tuple[Range, ...]]:
    """Past who is told, and the outlet that is: "told reporters", "told the Arabic daily Al-Sahel (…)"."""
    lexicon = s.lexicon
    at = after + (after < s.end and s.folded[after] in lexicon.the)
    for start in range(at, min(s.end, at + _ADJECTIVES + 1)):
        if (
            not s.tokens[start].is_word
            or s.folded[start] in lexicon.breaks
            or s.folded[start] in lexicon.that
        ):
            break
        if found := s.outlets.starting(s.folded[start : min(s.end, start + 7)]):
            return s.past_gloss(start + found[1]), ((start, start + found[1]),)
        if at > after and s.folded[start] in lexicon.outlets | lexicon.also_outlets:
            end = start + 1
            while end < s.end and s.tokens[end].is_word and s.tokens[end].text[:1].isupper():
                end += 1
            named = end > start + 1
            end = s.past_gloss(end)
            return end, ((start if named else after, end),)
    if at < s.end and s.folded[at] in lexicon.addressees:
        return at + 1, ()
    return after, ()


def _quoted_by(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """ "The commander was quoted by Reuters as saying that": who is quoted stands before, the outlet behind "by"."""
    verb = at
    while verb > s.first and s.folded[verb - 1] in s.lexicon.passives | s.lexicon.auxiliaries:
        verb -= 1
    source = _subject_phrase(s, verb) if verb < at else None
    if source is None:
        return None
    for index in range(after, min(s.end, after + 30)):
        if length := starts(s.lexicon.relay_nouns, s.folded, index):
            start = index + length
            start += start < s.end and s.folded[start] in s.lexicon.that
            by = s.folded[after] in s.lexicon.by and index > after + 1
            outlet = _named_outlet(s, after + 1, index) if by else None
            content = s.content(start)
            if content is None or s.folded[content[0]] in s.lexicon.no_source:
                # "Prices will fall, she was quoted as saying on Monday": what is said stands before.
                content = s.quotation_before(source[0]) or _clause_before(s, source[0], least=2) or content
                if outlet is None and start < s.end and s.folded[start] in s.lexicon.by:
                    outlet = next(iter(s.outlets_in(start + 1, s.end)), None)
            return s.statement(cue, (at, after), source, content, (outlet,))
    return None


def _named_outlet(s: Sentence, start: int, end: int) -> Range | None:
    """The outlet between "by" and "as saying": one that is known, else the whole phrase."""
    found = next(iter(s.outlets_in(start, end)), None)
    return found or s.trim((start, end))


def relay_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """Reuters quoted a source as saying X; X, quoting a source."""
    if quoted := _quoted_by(s, cue, at, after):
        return quoted
    outlet = _subject_phrase(s, at)
    for index in range(after, min(s.end, after + 30)):
        if length := starts(s.lexicon.relay_nouns, s.folded, index):
            source, via = s.source(after, index)
            start = index + length
            if start < s.end and s.folded[start] in s.lexicon.that:
                start += 1
            through = tuple(s.outlets_in(*outlet))[-1:] or (outlet,) if outlet else ()
            return s.statement(cue, (at, after), source, s.content(start), (*through, *via))
    source, via = s.source(after, s.clause_end(after))
    content = s.trim((s.first, at))
    # «…, quoting X»: what is quoted stands before, and so does the outlet that said it.
    if source is None or content is None or not s.folded[at].endswith("ing"):
        return None
    return s.statement(cue, (at, after), source, content, via)
