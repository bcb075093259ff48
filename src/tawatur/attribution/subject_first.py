"""Frames where the subject comes first, as in English: "the minister said that", "…, he said", "quoted him as saying"."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.paragraph import CLOSING, COMMAS, Range
from tawatur.attribution.sentence import Sentence, Statement

_ADJECTIVES = 3  # words that may stand before the name of an outlet: "the Arabic daily"


def verb_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """The statement that the verb at tokens `at` to `after` opens or closes; None if it does neither."""
    quoted = s.quotation_before(at, within=12)
    follows = _content_after(s, cue, after)
    if cue.kind == "participle":
        return s.statement(cue, (at, after), None, follows[0], follows[1]) if follows else None
    if quoted is not None and not _has_words(s, quoted[1], at):
        source, via = s.source(after, s.clause_end(after))
        allowed = "quote" in cue.takes and source is not None
        return s.statement(cue, (at, after), source, quoted, via) if allowed else None
    before = s.folded[at - 1] if at > s.first else ""
    if before in s.lexicon.passives:
        return None
    source = (at - 1, at) if before in s.lexicon.relatives else _subject_phrase(s, at)
    if source is None or s.folded[source[0]] in s.lexicon.no_source:
        return None
    if "text" in cue.takes and not _is_text(s, source):
        return None
    before_it = _clause_before(s, source[0])
    # "The port will close, he told Reuters by telephone": what is said stands before.
    trails = follows is not None and follows[0] is not None and s.folded[follows[0][0]] in s.lexicon.no_source
    if follows is not None and not (before_it and trails and "that" in cue.takes):
        return s.statement(cue, (at, after), source, *follows)
    content = quoted if quoted and source[0] >= quoted[1] else _clause_before(s, source[0])
    if content is None or not {"quote", "bare"} & cue.takes:
        return None
    _, via = _skip_addressee(s, after)
    _, more = s.source(after, s.clause_end(after))
    return s.statement(cue, (at, after), source, content, (*via, *more))


def _has_words(s: Sentence, start: int, end: int) -> bool:
    return any(token.is_word for token in s.tokens[start:end])


def _clause_before(s: Sentence, source: int, least: int = 4) -> Range | None:
    """ "The port will close, he said": a clause of some words and a comma before the source."""
    comma = source - 1
    if comma < s.first + least or s.tokens[comma].text != ",":
        return None
    return s.trim((s.first, comma))


def leading_noun(s: Sentence, before: int) -> Range | None:
    """What a sentence opens with, up to its first verb or mark: «Mrs Haddad attacked the plan, saying»."""
    end = s.first
    while end < before and s.tokens[end].is_word and end - s.first < 8:
        word = s.folded[end]
        if end > s.first and (word.endswith("ed") or word in s.lexicon.cues or word in s.lexicon.auxiliaries):
            break
        end += 1
    if s.folded[s.first] in s.lexicon.no_source:
        return None
    return s.trim((s.first, end)) if s.first < end < before else None


def _subject_phrase(s: Sentence, at: int) -> Range | None:
    """The noun phrase before the verb at `at`: back to a comma, a quotation or a conjunction."""
    end = s.before_breaks(at)
    if end > s.first and s.tokens[end - 1].text in COMMAS:
        comma = end - 1
        start = comma - 1
        while start > s.first and s.tokens[start].text not in COMMAS | CLOSING:
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
    while start > s.first:
        before = s.tokens[start - 1]
        if before.text in COMMAS | CLOSING | {":", "—", "–"} or s.folded[start - 1] in stops:
            break
        start -= 1
    return start


def _content_after(s: Sentence, cue: Cue, after: int) -> tuple[Range, tuple[Range, ...]] | None:
    start = after
    via: tuple[Range, ...] = ()
    if cue.lemma in ("tell",) or s.folded[after - 1] in s.lexicon.addressed:
        start, via = _skip_addressee(s, after)
    if start >= s.end:
        return None
    word = s.folded[start]
    if "that" in cue.takes:
        that = s.find_any(s.lexicon.that, start, start + 10)
        if that is not None and not any(s.tokens[i].text in COMMAS for i in range(start, that)):
            content = s.content(that + 1)
            return (content, via) if content else None
    if "quote" in cue.takes:
        for index in range(start, min(s.end, start + 6)):
            if index in s.pairs:
                content = s.content(index)
                return (content, via) if content else None
    if word == ":" or s.tokens[start].text in COMMAS:
        content = s.content(start + 1) if word == ":" and "quote" in cue.takes else None
        return (content, via) if content else None
    if not ({"bare", "object"} & cue.takes or ("to" in cue.takes)) or s.end - start < 4:
        return None
    content = s.content(start)
    return (content, via) if content else None


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


def _is_text(s: Sentence, source: Range) -> bool:
    """Whether a document says it: "a study by the institute has found"."""
    head = [word for word in s.folded[source[0] : source[1]] if word not in s.lexicon.articles]
    end = next((at for at, word in enumerate(head) if word in s.lexicon.phrase_ends), len(head))
    return any(word in s.lexicon.documents for word in head[:end][-1:])


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
