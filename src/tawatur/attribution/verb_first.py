"""Frames where the verb comes first, as in Arabic: «قال الوزير إن», «دعا الحزب الحكومة إلى», «نقلت صحيفة عن مسؤول قوله»."""

from __future__ import annotations

from tawatur.attribution.direct_objects import begins_thing, object_after
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.objects import (
    begins_object,
    begins_what_is_said,
    is_his,
    is_object,
    last_object,
    names_act,
    object_in,
    past_cognate,
    thing_in,
)
from tawatur.attribution.paragraph import COMMAS, OPENING, Range
from tawatur.attribution.sentence import Sentence, Statement, starts_according
from tawatur.attribution.subjects import (
    clause_subject,
    may_act,
    may_speak,
    opens_clause,
    relative_subject,
    subject_before,
    subject_of,
)

_FARTHEST = 45
_NEAR = 3  # tokens between a noun and what it tells: «قوله في بيان إن»


def verb_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """The statement that the verb, circumstance or noun at tokens `at` to `after` opens; None if it opens none."""
    if cue.kind == "verb" and at > s.first and s.folded[at - 1] in s.lexicon.what:
        return _what_he_called(s, cue, at, after)
    if s.folded[at] in s.lexicon.editorial and after < s.end and s.folded[after] in s.lexicon.that:
        return None
    if _withholds(s, at, after) or _is_denied(s, cue, at):
        return None  # «طلب عدم ذكر اسمه» tells who he is, not what he says; «لم يقل» says nothing
    marker = _marker(s, cue, after) or _bare_object(s, cue, at, after)
    if marker is None:
        quoted = s.quotation_before(s.before_thus(at))
        if quoted is None or "quote" not in cue.takes or cue.kind == "noun":
            return None
        source, via = s.source(after, s.clause_end(after))
        if source and "thing" in cue.takes:  # «هكذا لخص الوزير الأمر», «هكذا لخص سياسته»
            source = None if is_his(s, source[0]) else (source[0], thing_in(s, *source))
        return s.statement(cue, (at, after), source, quoted, via)
    region_end, content_start = marker
    if cue.kind == "noun" and not (_is_marked(s, content_start) and region_end - after <= _NEAR):
        return None  # «تحذيرها من السفر» names what was said
    content_start = past_cognate(s, content_start)
    source, via = s.source(after, region_end)
    if cue.kind != "verb":
        source = None  # «واصفا القرار بأنه»: of whom it is said, not who says it
    elif "outlet" in cue.takes and (told := _told(s, after, region_end)):
        source, via = s.source(after, told[0])[0], (told, *via)
    if source and "thing" in cue.takes and is_his(s, source[0]):
        source = None  # «لخص سياسته: "…"»
    if source and {"to", "whom", "person"} & cue.takes and cue.kind == "verb" and (
        _disagrees(s, cue, source[0]) or is_object(s, source[0])
    ):
        source, content_start = None, after  # «وطالب الوزارة برد»
    if source and {"person", "outlet"} & cue.takes:
        # «ذكّر الوزير النواب بأن», «نصحت النازحين بعدم»
        source = None if is_object(s, source[0]) else (source[0], object_in(s, *source))
    if source and (relayed := _relayed_in_passing(s, source, region_end)):
        source, via = relayed[0], (source, *relayed[1])
    elif "text" in cue.takes and not (source and _is_text(s, source[0])):
        return None
    if cue.kind == "verb" and s.folded[s.opening] in s.lexicon.was and (before := subject_before(s, at)):
        source = before  # «وكانت الإدارة أعلمت أمس والد الطفل»
    elif cue.kind == "verb" and source and not may_speak(s, source[0]):
        before = relative_subject(s, cue, at) or subject_before(s, at) or clause_subject(s, cue, at)
        if not before and not _is_marked(s, content_start) and _is_thing(s, cue, source[0]):
            return None  # «وجه مركب صيد نداء», «تفيد تورط المجموعة»
        source = before or source
    if not _is_marked(s, content_start) and cue.kind == "verb":
        if s.takes_up(after) and s.folded[at - 1] in s.lexicon.relatives:
            return None  # «التحوير الذي أعلن عنه رئيس الحكومة»
        source = None if source and is_his(s, source[0]) else source  # «أبدى موافقته»
    if source is None or source[0] == content_start:
        source = subject_of(s, cue, at)
    stands_before = cue.kind == "verb" and source is not None and source[1] <= at
    if stands_before and not _is_marked(s, content_start) and (cue.preposition is None or "object" not in cue.takes):
        content_start = after + s.takes_up(after)  # «أن العصابة طلبت الإفراج عن»
    if source is None and cue.kind == "purpose":
        return None  # «وقفة للمطالبة»: nobody says it
    if source is None and cue.kind == "verb":
        if (s.folded[at] in s.lexicon.editorial or not (via or opens_clause(s, at) or _tells_of_what(s, cue, at))):
            return None
    return s.statement(cue, (at, after), source, s.content(content_start), via)


def _bare_object(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """«وكانت الرياض أعلنت تسجيل عجز», «بلاغا تستنكر فيه الأحداث»: where who speaks stands before, what he says follows at once."""
    if cue.kind != "verb" or "object" not in cue.takes or cue.preposition is not None or after >= s.end:
        return None
    begins = after + s.takes_up(after)
    told = s.lexicon.bare(s.folded[begins]) in s.lexicon.documents if begins < s.end else False
    if begins >= s.end or not begins_thing(s, begins) or (may_speak(s, begins) and not told):
        return None
    subject = subject_of(s, cue, at)
    speaks = subject and may_speak(s, subject[0]) and s.lexicon.bare(s.folded[subject[0]]) not in s.lexicon.documents
    return (after, begins) if speaks else None


def _is_marked(s: Sentence, content: int) -> bool:
    """Whether a statement is told as one, by «أن», a colon or quotation marks: then any noun may be who makes it."""
    before = s.folded[content - 1]
    return s.tokens[content].text in OPENING or before in s.lexicon.that or s.folded[content] in s.lexicon.that or before == ":"


def _is_thing(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun behind a verb is none of who speaks: a verbal noun, or any everyday word before a call."""
    if may_act(s, at) or s.is_name(s.folded[at]):
        return False
    return bool(cue.calls) or s.folded[at] in s.lexicon.verbal_nouns


def _tells_of_what(s: Sentence, cue: Cue, at: int) -> bool:
    """«القانون الذي وصفته بالقاسي»: of what was named before, by whom the sentence is about."""
    return "whom" in cue.takes and s.has_pronoun(at)


def _disagrees(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a verb in the masculine has a feminine singular behind it, which is whom it is said to."""
    lexicon = s.lexicon
    word = lexicon.bare(s.folded[at])
    feminine = lexicon.feminine_noun(s.tokens[at].text) or word.endswith(lexicon.feminine_plurals)
    return feminine and not cue.feminine and not cue.plural and word in lexicon.organisations | lexicon.roles


def _is_denied(s: Sentence, cue: Cue, at: int) -> bool:
    """«لم يقل»: a word that says the verb of a statement did not take place, unless it denies itself («لم يستبعد»)."""
    return (
        cue.kind in ("verb", "participle")
        and cue.lemma not in s.lexicon.even_so
        and at > s.first
        and s.folded[at - 1] in s.lexicon.negations
    )


def _told(s: Sentence, after: int, end: int) -> Range | None:
    """أبلغت الوزيرة إذاعة الجسر أن: the outlet as an object, which is no part of the name of who tells it."""
    lexicon = s.lexicon
    for outlet in s.outlets_in(after + 1, end):
        before = s.folded[outlet[0] - 1]
        # «مدير قناة», «مراسل رويترز»: an outlet behind a noun without the article belongs to it.
        if before not in lexicon.nouns - lexicon.anonymous | lexicon.reporters:
            return outlet
    return None


def _relayed_in_passing(s: Sentence, source: Range, end: int) -> tuple[Range, tuple[Range, ...]] | None:
    """«قالت صحيفة، نقلا عن مصدر، إن»: behind an outlet, whom it cites."""
    lexicon = s.lexicon
    if s.outlet_at(source[0]) is None and lexicon.bare(s.folded[source[0]]) not in lexicon.outlets:
        return None
    for at in range(source[1], end):
        if length := starts_according(lexicon, s.folded, at) or starts(lexicon.ascribed, s.folded, at):
            inner, via = s.source(s.skip_verbs(at + length), end, to=False)
            return (inner, via) if inner else None
    return None


def _is_text(s: Sentence, at: int) -> bool:
    lexicon = s.lexicon
    word = lexicon.bare(s.folded[at])
    return word in lexicon.documents | lexicon.outlets | lexicon.occasions or s.outlet_at(at) is not None


def _what_he_called(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """«ما وصفه بالتدخل», «ما نشرته صحيفة عن استقالته»: up to a comma."""
    if not s.folded[at].endswith(s.lexicon.possessives):
        return None
    if outlet := s.outlet_at(after):
        about = outlet[1] < s.end and s.folded[outlet[1]] in s.lexicon.about
        content = s.trim((outlet[1] + 1, s.clause_end(outlet[1]))) if about else None
        return s.statement(cue, (at, after), outlet, content) if content else None
    source, begins = s.subject, after
    if after + 1 in s.pairs and s.tokens[after].is_word and cue.preposition is None:
        source, begins = (after, after + 1), after + 1  # «ما اعتبره الحداد "نفاقا"»
    if after < s.end and may_speak(s, after) and cue.preposition:
        told = (one for one in range(after + 1, s.clause_end(after)) if _is_preposition(s, cue, one, after))
        begins = next(told, after)
        source = s.source(after, begins)[0] or source  # «ما وصفته الشركة بالعطل»
    content = s.trim((begins, s.clause_end(begins)))
    return s.statement(cue, (at, after), source, content) if content else None


def _withholds(s: Sentence, at: int, after: int) -> bool:
    before = " ".join(s.folded[max(0, at - 1) : at + 3])
    return before.startswith(s.lexicon.withheld) or " ".join(s.folded[after : after + 4]).startswith(
        s.lexicon.withheld
    )


def _marker(s: Sentence, cue: Cue, after: int) -> Range | None:
    """Where the source ends and the statement begins."""
    lexicon, folded = s.lexicon, s.folded
    preposition: int | None = None
    governed: int | None = None  # «النائب عن حزب», «الدفاع عن»: as the noun before it wants it, which may be all there is
    at = after
    if cue.kind == "participle" and _begins_noun(s, cue, after):
        return after, after
    if cue.kind == "verb" and _names_what_is_said(s, cue, after):
        return after, after
    while at < min(s.end, after + _FARTHEST):
        if at > after and (length := starts_according(lexicon, folded, at)):
            at = s.skip_verbs(at + length)
            continue
        word = folded[at]
        if word in cue.calls:
            called = (one for one in range(after + 1, at) if begins_object(s, after, one))
            begins = next(called, at) if "whom" in cue.takes else at
            return begins, begins
        if word in lexicon.that and "that" in cue.takes and _opens_statement(s, cue, preposition, at):
            source_end = preposition if preposition == at - 1 else at
            return (source_end, at + 1 if len(word) <= 3 else at) if at + 1 < s.end else None
        if at in s.pairs:
            close = s.pairs[at]
            if "quote" in cue.takes and not _names_something(s, at, close):
                return at, at
            within = preposition is None and cue.preposition and _is_preposition(s, cue, at + 1, after)
            preposition = at if within and "whom" in cue.takes else preposition  # «واصفا ما حدث "بالزوبعة"»
            at = close + 1
            continue
        if word == ":" and "quote" in cue.takes and at + 1 < s.end:
            return at, at + 1
        if word in OPENING and at > after and at not in s.paragraph.closes and "quote" in cue.takes:
            return at, at  # a quotation that nothing closes
        if preposition is None and cue.preposition and _is_preposition(s, cue, at, after):
            if at > after and _governs(s, cue, at, after):
                governed = governed or at
                at += 1
                continue
            preposition = at
            if "that" in cue.takes and at + 1 < s.end and folded[at + 1] in lexicon.that:
                at += 1
                continue
            if {"object", "to", "whom"} & cue.takes:
                break
        elif word in lexicon.how and "how" in cue.takes and (at > after or cue.kind == "participle"):
            return at, at
        aside = s.folded[at - 1] in lexicon.relatives and "that" in cue.takes  # «قالت الشرطة التي كشفت … إن»
        another = (s.is_verb_cue(at) and not aside) or (s.is_circumstance(at) and not _only_says_so(s, cue, at))
        if at > after and another and not _withholds(s, at, at + 1):
            break
        at += 1
    preposition = preposition or governed
    if preposition is not None and preposition + 1 < s.end:
        begins = preposition if len(cue.preposition or "") == 1 else preposition + 1
        if "object" in cue.takes or ("to" in cue.takes and preposition == after):
            return preposition, begins
        if {"to", "whom"} & cue.takes and is_object(s, after):
            return after, after
        if "to" in cue.takes:
            return _addressee(s, after, preposition)
        if "whom" in cue.takes and s.folded[after] in lexicon.unsaying:
            return after, after  # «وصف الأنباء عن … بأنها»: who says it was named before
        if "whom" in cue.takes:
            if preposition == after:  # «اتهم بالتجسس» is passive
                return (after, after) if s.folded[after - 1].endswith(lexicon.possessives) else None
            begins, content = _addressee(s, after, preposition) or (preposition, preposition)
            if begins == preposition and not s.folded[after - 1].endswith(lexicon.possessives):
                begins = content = last_object(s, after, preposition)
            return begins, content
    if "object" in cue.takes and cue.preposition is None and cue.kind == "verb":
        return object_after(s, after, "person" in cue.takes)
    return None


def _only_says_so(s: Sentence, cue: Cue, at: int) -> bool:
    """«وتابع النائب قائلا», «أضاف قوله»: it says no more than the verb that it stands behind."""
    said = s.lexicon.cues[s.folded[at]][0][1]
    return {"that", "quote"} <= cue.takes and said.lemma in s.lexicon.plainly


def _opens_statement(s: Sentence, cue: Cue, preposition: int | None, at: int) -> bool:
    """Whether «أن» at `at` opens what is said: not in «قبل أن», nor far from «إلى» in «توصل إلى … أن»."""
    if s.folded[at - 1] in s.lexicon.not_that:
        return False
    wants = cue.takes == {"that"} and cue.preposition is not None and cue.lemma in s.lexicon.ambiguous
    return not wants or preposition == at - 1


def _names_what_is_said(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether what is said stands behind its verb at once, so that who says it was named before: «وأكد ضرورة الحوار»."""
    if "object" not in cue.takes or cue.preposition is not None or at >= s.end:
        return False
    while at + 1 < s.end and s.is_time(at):
        at += 1
    nouns = s.lexicon.without_pronoun(s.lexicon.bare(s.folded[at]))
    return not s.lexicon.verbal_nouns.isdisjoint(nouns) and s.folded[at] not in s.lexicon.given_names


def _begins_noun(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether what is said follows a circumstance at once, as a noun: «مؤكدا ضرورة الحوار»."""
    if "object" not in cue.takes or cue.preposition is not None or at >= s.end or not s.tokens[at].is_word:
        return False
    lexicon, word = s.lexicon, s.folded[at]
    return word in lexicon.that_which or not (
        word in lexicon.that | lexicon.no_source | lexicon.prepositions
        or s.ends_phrase(at)
        or (len(word) > 3 and word.startswith(lexicon.joined_article))
    )


def _is_preposition(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    word, preposition = s.folded[at], cue.preposition or ""
    if cue.kind != "verb" and "object" in cue.takes and at > after and not s.ends_phrase(after):
        return False  # «آليات مشددة … على»: an adjective
    if len(preposition) > 1 or word == preposition:
        return word == preposition
    if at > after and preposition == s.lexicon.to and s.lexicon.joined(word) and not names_act(s, s.lexicon.bare(word)):
        return False  # «الإدارة العامة للحرس»
    # A preposition written on to its noun shows only where something stands before it.
    return (
        word.startswith(preposition)
        and len(word) > 2
        and word not in s.lexicon.of_it
        and word not in s.lexicon.nouns
        and s.folded[at - 1] not in s.lexicon.prepositions
        and (at > after or not s.is_name(word[1:]))
    )


def _governs(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the preposition at `at` belongs to the noun before it: «النائب عن حزب», «عدد كبير من السكان»."""
    lexicon = s.lexicon
    if lexicon.bare(s.folded[at - 1]) in lexicon.governing:
        return True
    return cue.preposition in lexicon.partitive and any(word in lexicon.numerals for word in s.folded[after:at])


def _names_something(s: Sentence, opening: int, closing: int) -> bool:
    """A quotation of a word or two before the marker is a name («حركة "النهضة"»), not a statement."""
    if closing + 1 < s.end and s.folded[closing + 1] == ":":
        return True
    if closing - opening - 1 > 3:
        return False
    behind = closing + 1
    goes_on = behind < s.end and s.tokens[behind].is_word and not s.joins_another(behind)
    if s.lexicon.bare(s.folded[opening - 1]) in s.lexicon.outlets or (goes_on and closing - opening <= 3):
        return True
    following = s.folded[closing + 1 : closing + 12]
    return any(word in s.lexicon.that or word == ":" for word in following) or any(
        at in s.pairs for at in range(closing + 1, min(closing + 12, s.end))
    )


def _addressee(s: Sentence, after: int, preposition: int) -> Range | None:
    """دعا X Y إلى: the source ends at a comma, or with its first noun and what belongs to it."""
    commas = [at for at in range(after, preposition) if s.tokens[at].text in COMMAS]
    if commas:
        return commas[-1], commas[-1] + 1
    at = after + 1
    while at < preposition and not (begins_object(s, after, at) or begins_what_is_said(s, after, at)):
        at += 1
    return at, at


def relay_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """نقلت X عن Y قوله إن: the outlet stands between the verb and عن, the speaker after it."""
    middle = s.find(cue.preposition or "", after, after + 12)
    if middle is None:
        return None
    told = _told_news(s, after, middle)
    outlet = (after, told or middle) if middle > after else subject_before(s, at)
    if "outlet" in cue.takes and not _learns(s, at, after, middle):
        return None
    for index in range(middle + 1, min(s.end, middle + _FARTHEST)):
        word = s.folded[index]
        if length := starts(s.lexicon.relay_nouns, s.folded, index):
            start = index + length
            while start < s.end and (
                s.folded[start] in s.lexicon.that or s.tokens[start].text in COMMAS | {":"}
            ):
                start += 1
            break
        if word in s.lexicon.that or word == ":":
            start = index + 1
            break
        if index in s.pairs and s.pairs[index] - index > 3:
            start = index
            break
        if (
            s.tokens[index - 1].text in COMMAS
            and s.is_verb_cue(index)
            and not _withholds(s, index, index + 1)
        ):
            return _relayed_news(s, cue, at, after, middle)
    else:
        return _relayed_news(s, cue, at, after, middle)
    source, via = s.source(middle + 1, index)
    through = (s.trim(outlet),) if outlet and s.trim(outlet) else ()
    return s.statement(cue, (at, after), source, s.content(start), (*through, *via))


def _learns(s: Sentence, at: int, after: int, middle: int) -> bool:
    """Whether it is an outlet that «علم … من» tells of: named behind the verb or before it, or the writer's own."""
    if middle == after:
        subject = subject_before(s, at)
        return s.before_breaks(at) == s.first or (subject is not None and s.outlet_at(subject[0]) is not None)
    if s.outlet_at(after) is not None or s.lexicon.bare(s.folded[after]) in s.lexicon.outlets:
        return True
    if after + 1 in s.pairs and s.pairs[after + 1] + 1 <= middle:
        return True  # «علمت الفجر "أف أم" من مصدر»
    return after in s.pairs and s.pairs[after] + 1 <= middle  # «علمت "الفجر" من مصدر»


def _told_news(s: Sentence, after: int, middle: int) -> int | None:
    """Where the noun stands that names what is relayed, with «هذه» before it; None where there is none."""
    told = s.find_any(s.lexicon.told, after, middle)
    if told is not None and told > after and s.folded[told - 1] in s.lexicon.demonstratives:
        return told - 1
    return told


def _relayed_news(s: Sentence, cue: Cue, at: int, after: int, middle: int) -> Statement | None:
    """نسبت القناة المعلومات إلى مسؤول: what is relayed is named by a noun, and told elsewhere."""
    told = _told_news(s, after, middle)
    if told is None:
        return None
    outlet = (after, told) if told > after else subject_before(s, at)
    source, via = s.source(middle + 1, s.clause_end(middle + 1))
    through = (s.trim(outlet),) if outlet and s.trim(outlet) else ()
    return s.statement(cue, (at, after), source, s.trim((told, middle)), (*through, *via)) if source else None
