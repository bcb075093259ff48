"""What an outlet relays: «نقلت صحيفة عن مسؤول قوله», «علم الموقع من مصدر أن», «نسبت القناة المعلومات إلى مسؤول»."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.frames.before_verb.opening_subjects import subject_before, topic
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.outlets_named import outlet_at, past_outlet
from tawatur.attribution.text.paragraph import COMMAS
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in
from tawatur.attribution.text.withheld import withholds

_FARTHEST = 45  # tokens from who is heard to what he says


def relay_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """نقلت X عن Y قوله إن: the outlet stands between the verb and عن, the speaker after it."""
    *before, last = (cue.preposition or "").split() or [""]  # «عن», «على لسان»
    middle = s.find(last, after, after + 12)
    if middle is None or s.opens_clause_in(past_outlet(s, after, middle), middle):
        return None  # «علمت الصحيفة أن تجارا من الولاية»; but «نقلت شبكة سي إن إن عن»
    until = middle - len(before)
    if s.folded[until:middle] != before:
        return None
    told = _told_news(s, after, until)
    begins = s.past_times(after, until)  # «وكانت الصحيفة نقلت الاثنين عن مسؤول»
    outlet = (after, told or until) if until > begins else subject_before(s, at) or topic(s, at)
    if "outlet" in cue.takes and not _learns(s, at, after, middle):
        return None
    for index in range(middle + 1, min(s.end, middle + _FARTHEST)):
        word = s.folded[index]
        if length := starts(s.lexicon.relay_nouns, s.folded, index):
            start = index + length
            while start < s.end and (s.folded[start] in s.lexicon.that or s.written[start] in COMMAS | {":"}):
                start += 1
            break
        if word in s.lexicon.that or word == ":":
            start = index + 1
            break
        if index in s.pairs and s.pairs[index] - index > 3:
            heard = s.folded[index - 1].removeprefix(s.lexicon.to)
            if heard not in s.lexicon.press:  # «لمراسلة "الجوهرة أف أم"»
                start = index
                break
        if s.written[index - 1] in COMMAS and s.is_verb_cue(index) and not withholds(s, index, index + 1):
            return _relayed_news(s, cue, at, after, middle)
    else:
        return _relayed_news(s, cue, at, after, middle)
    source, via = source_in(s, middle + 1, index)
    through = (s.trim(outlet),) if outlet and s.trim(outlet) else ()
    return statement_of(s, cue, (at, after), source, content_from(s, start), (*through, *via))


def with_cited(s: Sentence, found: Statement) -> Iterator[Statement]:
    """A statement, and that of whom it cites in passing; «كلاما منسوبا إلى مصدر» is the words of nobody else."""
    cited = _cited_in_passing(s, found)
    if cited is None:
        yield found
    elif starts(s.lexicon.ascribed, s.folded, cited.cue[0]):
        yield found._replace(source=cited.source, via=cited.via)
    else:
        yield found._replace(via=tuple(one for one in found.via if one[0] < cited.cue[0]))
        yield cited


def _cited_in_passing(s: Sentence, found: Statement) -> Statement | None:
    """«قالت صحيفة، نقلا عن مصدر، إن»: what an outlet tells in another's words, as the statement of whom it cites."""
    if found.form is None or found.form.kind != "verb" or found.source is None or found.content is None:
        return None
    outlet, lexicon = found.source, s.lexicon
    for at in range(max(found.cue[1], outlet[1]), found.content[0]):
        cites = starts(lexicon.citing, s.folded, at)
        length = cites or starts_according(lexicon, s.folded, at) or starts(lexicon.ascribed, s.folded, at)
        tells = length > 0 and _is_outlet(s, outlet[0])
        if cites or tells:
            end = found.content[0]
            while end > at and (s.folded[end - 1] in lexicon.that or not s.is_word[end - 1]):
                end -= 1
            source, via = source_in(s, s.skip_verbs(at + length), end, to=False)
            through = (outlet, *via) if tells else via
            return (
                statement_of(s, None, (at, at + length), source, found.content, through) if source else None
            )
    return None


def _is_outlet(s: Sentence, at: int) -> bool:
    noun = s.lexicon.bare(s.folded[at])
    return outlet_at(s, at) is not None or s.lexicon.is_any(noun, s.lexicon.outlets, s.lexicon.reporters)


def _learns(s: Sentence, at: int, after: int, middle: int) -> bool:
    """Whether it is an outlet that «علم … من» tells of: named behind the verb or before it, or the writer's own."""
    if middle == after:
        subject = subject_before(s, at)
        return s.before_breaks(at) == s.first or (
            subject is not None and outlet_at(s, subject[0]) is not None
        )
    if outlet_at(s, after) is not None or s.lexicon.bare(s.folded[after]) in s.lexicon.outlets:
        return True
    if after + 1 in s.pairs and s.pairs[after + 1] + 1 <= middle:
        return True  # «علمت الفجر "أف أم" من مصدر»
    return after in s.pairs and s.pairs[after] + 1 <= middle  # «علمت "الفجر" من مصدر»


def _told_news(s: Sentence, after: int, middle: int) -> int | None:
    """Where the noun stands that names what is relayed, with «هذه» before it; None where there is none."""
    outlet = outlet_at(s, after) if after < middle else None  # «نقلت وكالة الأنباء عن»
    told = s.find_any(s.lexicon.told, outlet[1] if outlet else after, middle)
    if told is not None and told > after and s.folded[told - 1] in s.lexicon.demonstratives:
        return told - 1
    return told


def _relayed_news(s: Sentence, cue: Cue, at: int, after: int, middle: int) -> Statement | None:
    """نسبت القناة المعلومات إلى مسؤول: what is relayed is named by a noun, and told elsewhere."""
    told = _told_news(s, after, middle)
    if told is None:
        return None
    outlet = (after, told) if told > after else subject_before(s, at)
    source, via = source_in(s, middle + 1, s.clause_end(middle + 1))
    through = (s.trim(outlet),) if outlet and s.trim(outlet) else ()
    return (
        statement_of(s, cue, (at, after), source, s.trim((told, middle)), (*through, *via))
        if source
        else None
    )
