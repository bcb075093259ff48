"""Frames where the subject comes first, as in English: "the minister said that", "…, he said", "quoted him as saying"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tawatur.attribution.frames.according import according_frame
from tawatur.attribution.frames.citing import relay_frame, saying_at, subject_phrase
from tawatur.attribution.frames.contents import content_of, continued
from tawatur.attribution.frames.headlines import is_heading
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.learned.clause import ADVERBS, PRONOUNS, STARTS, Clause, CueWord, Phrase
from tawatur.attribution.learned.deciding import decided, likely_source
from tawatur.attribution.learned.decisions import Decisions, decisions
from tawatur.attribution.learned.features import frame_of
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.outlets_named import outlet_at, past_gloss
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in
from tawatur.model import TOLD, Stance

_JOINTS = ADVERBS | {"conjunction", ","}
_SAYING = frozenset({"say", "tell", "announce"})
_RELATIVES = frozenset({"relative", "that"})
_THINGS = frozenset({"word", "plural", "past", "ing", "number"})
_THINKING = frozenset({"believed", "spoken_of"})
_LONGEST_SOURCE = 20
_ADJECTIVES = 3  # words that may stand before the name of an outlet: "the Arabic daily"


def of_sentence(s: Sentence) -> Iterator[Statement]:
    """The statements of one sentence, in the order of their cues."""
    relayed = {found.cue[0]: found for found in _listed_frames(s)}
    clause = Clause(s)
    learned = decisions(s.lexicon.language.code)
    quoted = [saying_at(s, one.cue[1]) for one in relayed.values() if one.form and one.form.kind == "relay"]
    taken = relayed.keys() | {at for part in quoted if part for at in range(*part)}
    chosen = [
        (one, phrase)
        for one, phrase in decided(clause, learned)
        if one.at not in taken and not (s.written[one.at] == ":" and is_heading(s, one.at))
    ]
    carried = {at - 1: one for at, one in relayed.items() if one.form is None and clause.kind(at - 1) == ","}
    chosen += _said_through(clause, learned, carried.keys() - {one.after for one, _ in chosen})
    joined = {one.group for one, _ in chosen if clause.kind(one.group - 1) in _JOINTS}
    stops = frozenset(joined | {at for at in relayed if clause.kind(at - 1) == ","})
    made = (_statement(clause, one, phrase, stops) for one, phrase in chosen)
    found = [_through(one, carried.get(one.cue[1])) for one in made if one]
    yield from sorted([*found, *relayed.values()], key=lambda one: one.cue)


def _said_through(
    clause: Clause, learned: Decisions, ends: Collection[int]
) -> Iterator[tuple[CueWord, Phrase | None]]:
    """The verbs of saying that end before the comma of an according-to phrase: "he said, according to Reuters"."""
    for one in clause.cues:
        if one.after in ends and one.cue.sense in _SAYING and one.form != "noun":
            phrase, _, _ = likely_source(clause, one, learned, None)
            if phrase:
                yield one, phrase


def _through(found: Statement, according: Statement | None) -> Statement:
    """A statement with the outlet on its way that an according-to phrase names."""
    if according is None or according.source is None:
        return found
    return found._replace(via=(*found.via, according.source))


def _listed_frames(s: Sentence) -> Iterator[Statement]:
    """According-to phrases, and who is quoted by whom."""
    according, relaying = s.lexicon.according, s.lexicon.relays
    for at in range(s.first, s.end):
        if s.folded[at] not in relaying and s.folded[at] not in according:
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
    relative = phrase if phrase and phrase.kind in _RELATIVES else None
    antecedent = _antecedent(clause, relative) if relative else None
    if relative and antecedent and _is_passed(clause, one, relative):
        phrase, antecedent = antecedent, None
    source = _whole_source(clause, one, phrase) if phrase else None
    content = content_of(clause, one, source, frame, stops)
    addressed, via = _skip_addressee(s, one.after)
    if content is None:
        return None
    if via and content[0] == one.after < addressed < content[1]:
        content = addressed, content[1]  # "told Reuters the minister would resign"
    found = statement_of(s, one.cue, (one.group, one.after), source, content, via)
    if content[0] in s.pairs and one.at >= content[1]:
        content = continued(s, content)
    meant = _with_what_belongs(clause, one, antecedent) if antecedent else None
    return found._replace(content=content, stance=_stance(clause, one, phrase, found), meant=meant)


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


def _antecedent(clause: Clause, pronoun: Phrase) -> Phrase | None:
    """The noun phrase before a relative pronoun: "the mayor, who said"."""
    before = (
        phrase for phrase in reversed(clause.phrases) if phrase.end in (pronoun.start, pronoun.start - 1)
    )
    return next((phrase for phrase in before if phrase.kind not in PRONOUNS), None)


def _is_passed(clause: Clause, one: CueWord, pronoun: Phrase) -> bool:
    """Whether the clause of a relative pronoun ends before a cue word: "an engineer who works there said"."""
    verbs, *_ = clause.between(pronoun.end, one.group)
    return pronoun.end < one.group and verbs > 0 and clause.kind(one.group - 1) != "conjunction"


def _whole_source(clause: Clause, one: CueWord, phrase: Phrase) -> Range:
    """The whole phrase that a noun phrase stands in: with its apposition and what belongs to it."""
    s = clause.s
    if phrase.kind in PRONOUNS:
        return phrase.start, phrase.end
    if phrase.start >= one.after:
        phrase = _before_apposition(clause, one, phrase)
        wider, _ = source_in(s, one.after, s.clause_end(one.after))
    else:
        wider = subject_phrase(s, one.group)
    while wider and clause.kind(wider[1] - 1) in ADVERBS:
        wider = wider[0], wider[1] - 1
    holds = wider and wider[0] <= phrase.start and phrase.end <= wider[1] <= wider[0] + _LONGEST_SOURCE
    if wider and holds and _is_phrase(clause, wider):
        return wider
    return _with_what_belongs(clause, one, phrase)


def _is_phrase(clause: Clause, part: Range) -> bool:
    """Whether a range reads as one noun phrase: with no verb but behind a relative pronoun."""
    s = clause.s
    if s.folded[part[0]] in s.lexicon.no_source or clause.kind(part[0]) not in STARTS:
        return False
    if any(at in clause.relatives for at in range(*part)):
        return True
    verbs = [at for at in range(*part) if clause.between(at, at + 1)[0]]
    return not verbs or (len(verbs) == 1 and _belongs(clause, verbs[0]))


def _belongs(clause: Clause, at: int) -> bool:
    """Whether a participle tells more of the noun before it: "a person briefed on the talks"."""
    return clause.kind(at) == "past" and at in clause.ends and clause.kind(at + 1) == "preposition"


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


def _skip_addressee(s: Sentence, after: int) -> tuple[int, tuple[Range, ...]]:
    """Past who is told, and the outlet that is: "told reporters", "told the Arabic daily Al-Sahel (…)"."""
    lexicon = s.lexicon
    if after < s.end and s.is_word[after] and (outlet := outlet_at(s, after)):
        return outlet[1], (outlet,)  # "the Guardian", which is known with its article; "Al-Noor news agency"
    at = after + (after < s.end and s.folded[after] in lexicon.the)
    for start in range(at, min(s.end, at + _ADJECTIVES + 1)):
        if not s.is_word[start] or s.folded[start] in lexicon.breaks or s.folded[start] in lexicon.that:
            break
        if found := s.outlets.starting(s.folded[start : min(s.end, start + 7)]):
            return past_gloss(s, start + found[1]), ((start, start + found[1]),)
        if at > after and s.folded[start] in lexicon.outlets | lexicon.also_outlets:
            end = start + 1
            while end < s.end and s.is_word[end] and s.written[end][:1].isupper():
                end += 1
            named = end > start + 1
            end = past_gloss(s, end)
            return end, ((start if named else after, end),)
    if at < s.end and s.folded[at] in lexicon.addressees:
        return at + 1, ()
    return after, ()
