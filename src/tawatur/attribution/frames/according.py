"""According-to phrases, before and behind what they are about: «وفقا لما نشرته», "according to"."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribution.frames.cited_speakers import could_speak, is_report
from tawatur.attribution.frames.cue_words import verb_with_object
from tawatur.attribution.frames.parted_clauses import lacks_predicate, rest_in, resumes_at
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.lexicon import starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.asides import is_parted_by, past_taken_up
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.outlets_named import behind_addressee, outlet_at, outlets_in
from tawatur.attribution.text.paragraph import COMMAS, LONGEST_NAME, Range
from tawatur.attribution.text.phrase_ends import is_occasion, name_at, past_apposition
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import past_aside, source_in

_OPENING = 8  # tokens of a sentence before what parts it
_ISSUER = 8  # tokens from «صادر» to who issued it
_SPEECH = 4  # tokens of a noun of speech with its adjectives


def according_frame(s: Sentence, at: int, after: int) -> Statement | None:
    """The statement that an according-to phrase at tokens `at` to `after` attributes; None if nobody speaks in it."""
    if after < s.end and s.lexicon.to_pronoun(s.folded[after]):
        return _of_pronoun(s, at, after)
    cue_end = s.skip_verbs(after)
    if cue_end == after:
        cue_end = _past_delivery(s, after)
    return _frame(s, at, after, cue_end)


def aside_frame(s: Sentence, at: int, after: int) -> Statement | None:
    """«…، على ما أفاد موقع», «…، كما أفادت صحيفة»: behind a comma, with a verb; None for any other phrase."""
    if at == s.first or not _comma_at(s, at - 1):
        return None
    cue_end = s.skip_verb_of(after)
    if cue_end == after:
        return None
    found = _frame(s, at, after, cue_end)
    if found is None or found.source is None:
        return None
    who = found.source[0]
    if s.lexicon.unpossessed(s.folded[who]) in s.lexicon.serving:
        told = outlet_at(s, who + 1) if who + 1 < s.end else None  # «على ما أفادت محاميتها وكالة الساحل»
        return found._replace(source=(who, who + 1), via=(told,)) if told else found
    return found if could_speak(s, *found.source) else None


def own_word_frame(s: Sentence, at: int, after: int) -> Statement | None:
    """«المصنع مغلق، حسب قوله»: words that say whose a sentence is in which nothing else tells it; None where something does."""
    said = s.trim((s.first, at))
    if said is None and (starts(s.lexicon.own_view, s.folded, at) or _past_then(s, after) > after):
        behind = content_from(s, _past_then(s, after))  # «وفي رأيه أن», «وعلى حد قوله، فإن»
        return statement_of(s, None, (at, after), None, behind) if behind else None
    if s.found or said is None:
        return None
    rest = after + _comma_at(s, after)
    parted = (is_parted_by(s, after) or lacks_predicate(s, at, rest)) and content_from(s, after)
    return statement_of(s, None, (at, after), None, (said[0], parted[1]) if parted else said)


def taking_up_frame(s: Sentence, at: int, after: int) -> Statement | None:
    """«…، وهو ما أكده الوزير», «"…"، ذلك ما قالته الشركة»: the verb takes up what stands before; None for any other verb."""
    named = past_taken_up(s, after)
    if at == s.first or named == after:
        return None
    cue = verb_with_object(s, after)
    source, via = source_in(s, named, s.clause_end(named))
    if cue is None or source is None or not could_speak(s, *source):
        return None
    told = s.said if s.said and at - 1 <= s.said[1] <= at else None
    content = s.quotation_before(at) or told or s.trim((s.first, at))
    via = via or _told_to(s, s.clause_end(named))
    return statement_of(s, cue, (after, after + 1), source, content, via)


def _of_pronoun(s: Sentence, at: int, after: int) -> Statement | None:
    """«ووفقا لها، …», «…، وفقا له»: by a pronoun, of who spoke before."""
    opens = at == s.first
    content = content_from(s, _past_then(s, after + 1)) if opens else s.trim((s.first, at))
    return statement_of(s, None, (at, after), (after, after + 1), content) if content else None


def _past_delivery(s: Sentence, at: int) -> int:
    """Past a noun of speech and its verb: «تصريحات متطابقة أدلى بها», before who spoke; `at` where no such words stand there."""
    if at >= s.end or s.folded[at] not in s.lexicon.occasions:
        return at
    ends = (
        one + starts(s.lexicon.delivered, s.folded, one) for one in range(at + 1, min(at + _SPEECH, s.end))
    )
    return next((end for one, end in enumerate(ends, at + 1) if end > one), at)


def _told_outlet(s: Sentence, at: int, cue: Range, outlet: Range) -> Statement | None:
    """«…، بحسب تصريحات لرويترز»: the phrase names to whom, and not who, who spoke before."""
    content = s.said or s.trim((s.first, at))
    return statement_of(s, None, cue, None, content, (outlet,)) if content else None


def _past_then(s: Sentence, at: int) -> int:
    """Past a comma and «فإن» or «أن», with which behind an according-to phrase its statement begins."""
    then = at + _comma_at(s, at)
    begins = then + 1 < s.end and s.lexicon.is_any(s.folded[then], s.lexicon.then, s.lexicon.that)
    return then + 1 if begins else at


def _behind_told(s: Sentence, at: int) -> int:
    """One past an outlet that is told something with no preposition, before who tells it: «وفق ما أفاد وات مصدر أمني»; `at` where none is."""
    outlet = outlet_at(s, at) if at < s.end else None
    if outlet is None or outlet[1] >= s.end:
        return at
    noun = s.folded[outlet[1]]
    adjective = s.lexicon.definite(noun) and noun.endswith(s.lexicon.origin_endings)
    tells = noun in s.lexicon.anonymous or (s.lexicon.role(noun) and noun not in s.lexicon.given_names)
    tells = tells and not adjective  # «موقع "الساحل" التقني»
    return outlet[1] if tells else at


def _told_to(s: Sentence, comma: int) -> tuple[Range, ...]:
    """The outlets of an occasion behind a comma: «…، ذلك ما أكده الوزير، في حوار خص به وكالة الساحل»."""
    if not _comma_at(s, comma) or comma + 1 >= s.end or not is_occasion(s, comma + 1):
        return ()
    return tuple(outlets_in(s, comma + 1, s.clause_end(comma + 1)))


class _Cited(NamedTuple):
    """Whom an according-to phrase cites, through whom, where the phrase ends, and where the clause that it parts goes on."""

    source: Range | None
    via: tuple[Range, ...]
    limit: int
    rest: int | None = None


def _frame(s: Sentence, at: int, after: int, cue_end: int) -> Statement | None:
    has_verb = cue_end > after and s.folded[cue_end - 1] not in s.lexicon.what
    opens = all(s.folded[one] in s.lexicon.still for one in range(s.first, at) if s.is_word[one])
    cue, start = (at, cue_end), cue_end
    last = s.folded[cue_end - 1]
    if (
        has_verb
        and _comma_at(s, cue_end)
        and (last in s.lexicon.of_it or last.endswith(s.lexicon.possessives))
    ):
        start = past_aside(s, cue_end, s.end)  # «وفق ما أفاد به، اليوم الأربعاء، مصدر أمني»
    told = behind_addressee(s, start, s.end) if has_verb else start
    if has_verb and told == start:
        told = _behind_told(s, start)
    limit, begun = _limit(s, start, told, opens=opens, has_verb=has_verb)
    joined = (
        s.folded[at].startswith(s.lexicon.conjunction) and limit < s.end and s.folded[limit] in s.lexicon.then
    )
    opens = opens or joined  # «… وحسب الأهالي فقد اندلع الحريق»
    source, via, limit, _ = _cited(s, start, told, limit, opens=opens, has_verb=has_verb)
    if source is None:
        return None
    if not has_verb and s.folded[cue[1] - 1] in s.lexicon.occasions and outlet_at(s, source[0]):
        return None if opens else _told_outlet(s, at, cue, source)
    source, via = _in_whose_words(s, source, via)
    if not has_verb and (s.folded[start - 1] in s.lexicon.what or not could_speak(s, *source)):
        return None  # «حسب ما نص عليه القانون»
    cited = _nested(s, *_relayed(s, source, via, has_verb=has_verb), limit)
    cited = cited if opens else _parting(s, at, cited)
    content = _content_around(s, at, cited, opens=opens, begun=begun)
    return statement_of(s, None, cue, cited.source, content, cited.via) if content else None


def _limit(s: Sentence, start: int, told: int, *, opens: bool, has_verb: bool) -> tuple[int, bool]:
    """Where the phrase of whom is cited ends at the latest, and whether what he says begins right there."""
    limit = s.clause_end(start)
    if has_verb:  # «وفق ما أعلنه المعهد: 24 ملم»
        limit = next((one for one in range(start + 1, limit) if _is_colon(s, one)), limit)
    begun = (one for one in range(start + 1, limit) if starts(s.lexicon.beginnings, s.folded, one))
    limit = next(begun, limit)
    if opens and not has_verb:
        limit = next((one for one in range(start + 1, limit) if _begins_clause(s, one)), limit)
    if _comma_at(s, limit) and s.folded[limit - 1] in s.lexicon.issued:
        issuer = s.find_any(s.lexicon.issued, limit, limit + _ISSUER)
        limit = s.clause_end(issuer) if issuer else limit  # «بلاغ صادر، اليوم، عن الوزارة»
    if told > start and _comma_at(s, limit) and limit == told and told + 1 < s.end:
        limit = s.clause_end(told + 1)  # «وفق ما أكده لرويترز، الوزير»
    begun_at = limit < s.end and (starts(s.lexicon.beginnings, s.folded, limit) or _begins_clause(s, limit))
    if opens and not _comma_at(s, limit) and not begun_at:
        named = s.marked_names.get(start)
        limit = named + 1 if named is not None else _until_verb(s, start)
    elif opens and has_verb and _names_between(s, limit):
        limit = s.clause_end(limit + 1)  # «وفق ما أكده الوزير، سالم الحداد، فإن»
    elif _comma_at(s, limit) and not opens and limit + 1 < s.end and name_at(s, limit + 1, s.end):
        limit = s.clause_end(limit + 1)  # «وفق ما أكده الوزير، سالم الحداد»
    elif not opens and limit == s.clause_end(start):
        limit = past_apposition(s, start)  # «وفق ما أكده عضو اللجنة، المهندس سالم الحداد»
    return limit, bool(begun_at)


def _is_colon(s: Sentence, at: int) -> bool:
    return s.written[at] == ":" and not s.is_quoted(at)


def _names_between(s: Sentence, comma: int) -> bool:
    """Whether between the comma at `comma` and the next nothing stands but a name."""
    if not _comma_at(s, comma) or comma + 1 >= s.end:
        return False
    close = s.clause_end(comma + 1)
    return close - comma - 1 <= LONGEST_NAME and _comma_at(s, close) and name_at(s, comma + 1, close)


def _cited(s: Sentence, start: int, told: int, limit: int, *, opens: bool, has_verb: bool) -> _Cited:
    """Whom the phrase names between `start` and `limit`, behind whom it was told to, which ends at `told`."""
    source, via = source_in(s, told, limit, to=has_verb and told == start)
    if source and has_verb and (heard := _reporter_behind(s, source)):
        source, via = (source[0], heard), (*outlets_in(s, heard + 1, source[1]), *via)
    heard_by = outlet_at(s, limit + 1) if _comma_at(s, limit) and limit + 1 < s.end and has_verb else None
    if heard_by and not opens and _comma_at(s, heard_by[1]):
        via, limit = (*via, heard_by), heard_by[1]  # «وفق ما أفاد مصدر قضائي، وكالة الساحل، إلى»
    if told > start:
        outlets = tuple(outlets_in(s, start, told))
        source, via = (source, (*outlets, *via)) if source else ((start, told), via)
    return _Cited(source, via, limit)


def _in_whose_words(s: Sentence, source: Range, via: tuple[Range, ...]) -> tuple[Range, tuple[Range, ...]]:
    """The same with the outlet whose own word is cited: «حصيلة أوردتها صحيفة»; but «تصريح للوزيرة نقلته صحيفة» is hers."""
    if outlet := _publisher(s, source):
        speaks = s.lexicon.role(s.folded[source[0]].removeprefix(s.lexicon.to))
        source, via = ((source[0], outlet[0] - 1), (outlet, *via)) if speaks else (outlet, via)
    return (via[0], via[1:]) if via and is_report(s, source) else (source, via)


def _relayed(
    s: Sentence, source: Range, via: tuple[Range, ...], *, has_verb: bool
) -> tuple[Range, tuple[Range, ...]]:
    """«وفقا لما نقلته صحيفة عن مصدر»: the outlet stands before «عن», its speaker after it."""
    heard = s.find_any(s.lexicon.relay_from, source[0] + 1, source[1])
    if not has_verb and s.lexicon.bare(s.folded[source[0]]) not in s.lexicon.documents:
        heard = None
    if heard is not None and _is_relayed(s, source[0], heard) and heard + 1 < source[1]:
        return (heard + 1, source[1]), ((source[0], heard), *via)
    return source, via


def _nested(s: Sentence, source: Range, via: tuple[Range, ...], limit: int) -> _Cited:
    """«ما نشرته الوزارة على موقعها، نقلا عن السفير»: whom another phrase cites that follows at once."""
    nested = source[1] + _comma_at(s, source[1])
    cites = nested < s.end and starts(s.lexicon.citing, s.folded, nested)  # «بحسب القناة نقلا عن مصدر»
    if nested < limit and _comma_at(s, limit) and not cites:
        nested = limit + 1
    if nested < s.end and (length := starts_according(s.lexicon, s.folded, nested)):
        inner_start = s.skip_verbs(nested + length)
        limit = s.clause_end(inner_start)
        inner, more = source_in(s, inner_start, limit, to=False)
        if inner:
            return _Cited(inner, (source, *via, *more), limit)
    return _Cited(source, via, limit)


def _parting(s: Sentence, at: int, cited: _Cited) -> _Cited:
    """The same with where the clause goes on that the phrase at `at` parts, be it in what reads as part of the phrase."""
    if cited.source is None:
        return cited
    rest = rest_in(s, at, cited.source)
    if rest < cited.source[1] and not _issues(s, rest):
        return cited._replace(source=s.trim((cited.source[0], rest)), rest=rest)
    aside = _comma_at(s, at - 1) or at - s.first <= _OPENING
    goes_on = aside and _comma_at(s, cited.limit)
    goes_on = goes_on and (resumes_at(s, cited.limit + 1) or lacks_predicate(s, at, cited.limit + 1))
    return cited._replace(rest=cited.limit + 1) if goes_on else cited


def _issues(s: Sentence, at: int) -> bool:
    """«بلاغ أصدرته اليوم شركة النقل»: whether at `at`, behind words of time, stands who issued a text."""
    while at - 1 > s.first and s.is_time(at - 1):
        at -= 1
    return s.folded[at - 1] in s.lexicon.issued


def _content_around(s: Sentence, at: int, cited: _Cited, *, opens: bool, begun: bool) -> Range | None:
    """What is said according to whom a phrase at `at` cites: behind it where it `opens` the sentence, else before it."""
    source, limit = cited.source, cited.limit
    if source is None:
        return None
    if opens and _comma_at(s, limit) and limit + 1 < s.end and s.folded[limit + 1] in s.lexicon.relatives:
        limit = s.clause_end(limit + 1)  # «بحسب الوزير، الذي تحدث في مؤتمر، فإن»
    # Where no comma parts them the statement follows its source at once.
    begins = limit if _comma_at(s, limit) or begun else source[1]
    behind = s.folded[begins] if begins < s.end else ""
    if opens and behind in s.lexicon.relatives:
        begins = s.next_quotation(begins)  # «ووفق المصادر التي لم تذكر الصحيفة أسماءها "…"»
    same = s.folded[source[0]] in s.lexicon.same and not _comma_at(s, at - 1) and not _comma_at(s, source[1])
    if same and behind not in s.lexicon.relatives and s.end - source[1] > at - s.first:
        opens = True  # «وسيتسنى للجمهور وفق نفس المصدر الاستمتاع …»: said of what follows
    content = content_from(s, _past_then(s, begins)) if opens else s.trim((s.first, at))
    if content and not opens and cited.rest is not None and (rest := content_from(s, cited.rest)):
        # «وتعود القضية، وفق المصدر، إلى سنة 2014», «قال إن النسبة، وفق المصدر، تبلغ»
        return (s.said[0] if s.said and s.said[0] < at < s.said[1] else content[0]), rest[1]
    return content


def _begins_clause(s: Sentence, at: int) -> bool:
    """«ووفق البلاغ تعهدت الحكومة», «ووفقا للباحثين أن»: whether behind a noun with the article a verb of a statement stands, or «أن»."""
    if s.folded[at] in s.lexicon.that:
        return s.lexicon.definite(s.folded[at - 1])
    verb = s.lexicon.tells(s.folded[at], "verb")
    if s.folded[at - 1] in s.lexicon.relatives:
        return False  # «ووفقا للأرقام التي نشرتها الوزارة»
    return verb and s.lexicon.definite(s.folded[at - 1]) and not s.conjoined(at)


def _reporter_behind(s: Sentence, source: Range) -> int | None:
    """«ما أفاد به مصدر أمني مراسل الساحل»: where behind a source that is not named the reporter stands who was told; None where none does."""
    noun = s.lexicon.bare(s.folded[source[0]])
    if noun not in s.lexicon.anonymous or noun in s.lexicon.reporters:
        return None
    return s.find_any(s.lexicon.reporters, source[0] + 1, source[1])


def _comma_at(s: Sentence, at: int) -> bool:
    return at < s.end and s.written[at] in COMMAS


def _is_relayed(s: Sentence, at: int, heard: int) -> bool:
    """Whether who is heard stands behind «عن»: «ما نقلته صحيفة عن مصدر», «بلاغ صادر عن الهيئة»."""
    lexicon = s.lexicon
    word = s.folded[at]
    heads = {word, lexicon.bare(word), word.removeprefix(lexicon.to)}
    if heads & lexicon.documents:
        return s.folded[heard] in lexicon.issued
    return bool(heads & lexicon.press) or outlet_at(s, at) is not None


def _publisher(s: Sentence, source: Range) -> Range | None:
    """«حصيلة أوردتها صحيفة»: the outlet that published what is cited; None where it is no such phrase."""
    for at in range(source[0] + 1, source[1] - 1):
        word = s.folded[at]
        if word.endswith(s.lexicon.possessives) and s.is_said(word) and (outlet := outlet_at(s, at + 1)):
            return outlet if outlet[1] <= source[1] else None
    return None


def _until_verb(s: Sentence, start: int) -> int:
    at = start + 1
    while at < s.end and not (s.is_verb_cue(at) or s.does(at)):
        if at in s.pairs and at not in s.marked_names:
            break
        at += 1
    return min(at, s.end)  # before a quotation too: «وحسب المصدر "كانت العملية …"»
