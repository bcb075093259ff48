"""Who speaks in a frame where the verb comes first: named behind it, before it, or by nobody; and when it tells nothing."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribution.frames.before_verb.clause_subjects import (
    clause_subject,
    document_before,
    is_that_with_pronoun,
)
from tawatur.attribution.frames.before_verb.opening_subjects import opening_subject, subject_before, topic
from tawatur.attribution.frames.before_verb.relative_clauses import relative_subject, tells_of_noun_before
from tawatur.attribution.frames.before_verb.subjects import pronoun_before, subject_of
from tawatur.attribution.frames.before_verb.who_may_speak import may_speak
from tawatur.attribution.frames.behind_verb.no_speakers import (
    asks_him,
    expects,
    is_accusative,
    is_thing,
    is_tool,
    is_verbal_noun_of,
    says_how,
)
from tawatur.attribution.frames.behind_verb.nouns_behind import (
    TOLD,
    is_governed,
    is_spoken_to,
    is_told_person,
    is_what_is_said,
)
from tawatur.attribution.frames.behind_verb.objects import (
    begins_object,
    ends_as_object,
    is_his,
    is_his_thing,
    is_object,
    object_in,
    thing_in,
)
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_verbal_noun
from tawatur.attribution.frames.cited_speakers import is_report
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.outlets_named import outlet_at, outlets_in, past_outlet
from tawatur.attribution.text.paragraph import COMMAS, OPENING, Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_SINGULAR = 5  # letters of «الأمين», «المسكين», which are no plurals
_TEXT = 9  # tokens between a text and the word that tells its content


class Who(NamedTuple):
    """Who speaks in a frame (None: nobody is named in it), through whom, and where what he says begins."""

    source: Range | None
    via: tuple[Range, ...]
    begins: int


def who_speaks(s: Sentence, cue: Cue, at: int, after: int, region_end: int, begins: int) -> Who | None:
    """Who speaks between a cue and what is said, or before the cue; None where it is no statement."""
    if (
        cue.feminine
        and not s.found
        and "whom" in cue.takes
        and not s.lexicon.states.isdisjoint(_stems(s, after))
    ):
        return None  # «وصفت حالتهم بالمستقرة»: nobody says by whom
    source, via = _named_behind(s, cue, after, region_end)
    if source and _is_deemed(s, cue, source, begins):
        before = _named_before(s, cue, at)
        if before is None or not may_speak(s, before[0]) or _is_text(s, before[0]):
            return None
    if source and cue.lemma in s.lexicon.deeming and region_end == begins == source[1] and begins in s.pairs:
        begins = object_in(s, *source)  # «اعتبر الخبير سالم الحداد القرار "خاطئا"»
        source = source[0], begins
    if source and cue.kind == "verb" and _is_of_pronoun(s, at):
        source, begins = None, begins if is_marked(s, begins) else after  # «لكنه حمل المصرف المسؤولية»
    source = source or _this_text(s, cue, after, region_end)
    colon = s.folded[begins - 1] == ":"
    marked_late = begins - colon == region_end and (colon or begins in s.pairs)
    if source and {"object", "to"} & cue.takes and marked_late:
        thing = object_in(s, *source)  # «ودعا الحداد النواب لرفض "الصفقة"»
        if region_end > source[1] > thing and s.lexicon.definite(s.folded[thing]):
            thing = source[1]  # «أكدت رئيسة جمعية القضاة التونسيين، سلوى الحداد، "…"»
        begins = thing if thing < source[1] else begins
        source = source[0], thing
    if source is None and cue.plural and cue.takes == {"whom"} and not s.has_pronoun(at):
        begins = after  # «وعزوا ضعف النتائج إلى»
    if source and is_governed(s, cue, source[0]):
        source = None  # «اتهم بالتجسس»
    if source and len(cue.preposition or "") > 1 and is_tool(s, source):
        return None  # «يشير بعصاه إلى مجرى جاف»
    if source and source[0] == after and cue.kind == "verb" and _are_objects(s, cue, after):
        source, begins = None, begins if is_marked(s, begins) else after  # «وتوعد الصرافين المخالفين بسحب»
    if source and source[0] == after and is_told_person(s, cue, after):
        source = None  # «ونصح السائلة بأن»
    if source and is_spoken_to(s, cue, at, source[0]):
        source, begins = None, after + s.takes_up(after)  # «وطالب الوزارة برد»
    if "text" in cue.takes and not _tells_as_text(s, cue, at, source):
        return None
    if not is_marked(s, begins) and _says_nothing(s, cue, at, after, source):
        return None
    if source and cue.stance == "expected" and cue.kind == "verb" and not expects(s, cue, source[0]):
        return None  # «يرجح الاستناد إلى القانون»: nobody says by whom
    speaker = _speaker(s, cue, at, source, begins)
    if speaker and source and "to" in cue.takes and speaker[1] <= at + 1 and not is_marked(s, begins):
        begins = after  # «النقابة تدعو الوزارة إلى»
    return _named_around(s, cue, at, after, Who(speaker, via, begins))


def _is_of_pronoun(s: Sentence, at: int) -> bool:
    """«لكنه طالب الوزارة», «أنها أبلغت المدير»: whether who does what a verb tells is written on to the word before it."""
    before = s.folded[at - 1] if at > s.first else ""
    resumed = before in s.lexicon.resuming and before.endswith(s.lexicon.possessives)
    return resumed or is_that_with_pronoun(s, at - 1)


def _are_objects(s: Sentence, cue: Cue, at: int) -> bool:
    """«الصرافين المخالفين», «نصح المقبلين على الزواج»: whether words with the article end as several do who are no subject."""
    if not ends_as_object(s, at):
        return False
    asked = cue.stance == "called_for" and len(s.lexicon.bare(s.folded[at])) > _SINGULAR
    return asked or (at + 1 < s.end and ends_as_object(s, at + 1))


def _is_deemed(s: Sentence, cue: Cue, source: Range, begins: int) -> bool:
    """«ويعتبر الفوز الأول في "البطولة"»: whether behind a verb of the present a thing stands that is deemed something, by nobody who is told."""
    at = source[0]
    if cue.kind != "verb" or not cue.present or cue.lemma not in s.lexicon.deeming:
        return False
    that = not s.lexicon.that.isdisjoint(s.folded[begins - 1 : begins + 1])
    act = s.lexicon.of_long_form(s.lexicon.bare(s.folded[at]))  # «الانتصار»
    named = may_speak(s, at) or s.is_name(s.folded[at])
    named = named or (begins_object(s, at, at + 1) and not act)  # «ويعتبر الحداد القرار "خاطئا"»
    return not (that or named)


def _stems(s: Sentence, at: int) -> set[str]:
    """A noun without its article, and what it may be without the pronoun at its end."""
    return {*s.lexicon.without_pronoun(s.lexicon.bare(s.folded[at]))} if at < s.end else set()


def _this_text(s: Sentence, cue: Cue, after: int, end: int) -> Range | None:
    """«وتضيف هذه البيانات أن»: a text pointed at, between a verb and «أن»."""
    lexicon = s.lexicon
    tells = cue.kind == "verb" and "that" in cue.takes  # not «وتصف هذه الأرقام بأنها»
    if not tells or end != after + 2 or s.folded[after] not in lexicon.demonstratives:
        return None
    text = lexicon.bare(s.folded[after + 1]) in lexicon.documents and lexicon.definite(s.folded[after + 1])
    return (after, end) if text and s.folded[end] in lexicon.that else None


def _named_around(s: Sentence, cue: Cue, at: int, after: int, who: Who) -> Who | None:
    """The same with a text or a pronoun before the cue that speaks; None where what was found is no speaker."""
    source = who.source
    if "noun" in cue.takes and not (source and _is_text(s, source[0])):
        source = _text_before(s, at)
        if source is None:
            return None  # «خبر مفاده أن»
    if source and source[0] == after and is_what_is_said(s, cue, after):
        return None  # «أفادت بوقوع إصابات»
    if source and s.opens_clause_in(past_outlet(s, *source), source[1]):
        return None  # a clause, and nobody
    if source is None and cue.kind == "verb" and is_marked(s, who.begins):
        source = pronoun_before(s, at)
    return who._replace(source=source)


def _named_behind(s: Sentence, cue: Cue, after: int, end: int) -> tuple[Range | None, tuple[Range, ...]]:
    """Who is named between a cue and its statement as the one who speaks, and the outlets named there."""
    source, via = source_in(s, after, end)
    if after + 1 < end and s.written[after] in COMMAS and starts_according(s.lexicon, s.folded, after + 1):
        source = None  # «رجح، استنادا إلى تسريبات، أن»
    if cue.kind != "verb":
        return None, via  # «واصفا القرار بأنه»: of whom it is said, not who says it
    if source and s.lexicon.joined(s.folded[source[0]]) and not s.lexicon.role(s.folded[source[0]]):
        source = None  # «يؤكد للغربيين أنه»
    to_whom = s.lexicon.behind_to(s.folded[source[0]]) if source else None
    addressed = to_whom is not None and source is not None and not may_speak(s, source[0])
    his = source is not None and s.ends_in_pronoun(source[0])  # «وقال لخصومه: "…"»
    if addressed and (to_whom in s.lexicon.nouns or his or subject_of(s, cue, after - 1)):
        source = None  # «وقال لفريق "الرصد" إن», «سالم الحداد، رئيس البلدية، قال لزيتون برس إن»
    if source and s.folded[after] in s.lexicon.in_it and is_verbal_noun(s, source[0]):
        source = None  # «خطابا أكد فيه أهمية الميناء»
    if source and says_how(s, *source):
        source = None  # «ويقول ساخرا», «رد باقتضاب: "…"»
    if source and (is_accusative(s, source[0]) or s.folded[source[0]] in s.lexicon.following):
        source = None  # «علق رسما», «ذكرت فيها التالي»
    if source and cue.plural and not may_speak(s, source[0]):
        source = None  # «أكدوا استعدادهم»: behind a plural nobody stands
    if "outlet" in cue.takes and (told := _told(s, cue, after, end)):
        source, via = source_in(s, after, told[0])[0], (told, *via)
    if source and via and via[0][0] == source[1] and is_report(s, source):
        source, via = via[0], via[1:]  # «ذكر تقرير لصحيفة الساحل»
    source = without_thing(s, cue, source)
    if source and "person" in cue.takes and not is_object(s, source[0]):
        source = source[0], object_in(s, *source)  # «ذكّر الوزير النواب بأن»
    return source, via


def _speaker(s: Sentence, cue: Cue, at: int, source: Range | None, content: int) -> Range | None:
    """Who speaks: `source` behind the verb, or who stands before it; None where he is to be known from before."""
    if TOLD & cue.takes and (before := document_before(s, cue, at)):
        return before  # «تقرير يتهم الوزارة ب»
    if before := opening_subject(s, cue, at):
        return before
    if cue.kind == "verb" and s.folded[s.opening] in s.lexicon.was and (before := subject_before(s, at)):
        return before  # «وكانت الإدارة أعلمت أمس والد الطفل»
    if "person" in cue.takes and cue.kind == "verb" and source and (before := _names_at_once(s, cue, at)):
        return before  # «إن الحداد أبلغ رئيس البلدية بأنه»
    if cue.kind == "verb" and source and not may_speak(s, source[0]) and not tells_of_noun_before(s, at):
        source = _named_before(s, cue, at) or source
    his = source is not None and cue.kind == "verb" and _is_of_speaker(s, cue, source[0], content)
    if source is None or his or source[0] == content:  # «أبدى موافقته»
        return subject_of(s, cue, at)
    return source


def _is_of_speaker(s: Sentence, cue: Cue, at: int, content: int) -> bool:
    """«وأعلنت عزمها», «وأبدت خشيتها من ذلك: "…"»: whether the noun at `at` behind a verb is a thing of who speaks, and not he."""
    if not is_marked(s, content):
        return is_his(s, at)
    quoted = s.written[content] in OPENING or s.folded[content - 1] == ":"
    if not quoted or "object" not in cue.takes or _are_all(s, at):
        return False
    feels = cue.takes == {"object"} and s.ends_in_pronoun(at) and not may_speak(s, at)
    return feels or is_his(s, at)


def _are_all(s: Sentence, at: int) -> bool:
    """«جميعهم», «كلاهما»: a word for all of those who were named."""
    return not s.lexicon.quantifiers.isdisjoint(s.lexicon.without_pronoun(s.folded[at]))


def _named_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    told = topic(s, at)
    own = told is not None and not s.lexicon.kin.isdisjoint(s.lexicon.without_pronoun(s.folded[told[0]]))
    if told and not (may_speak(s, told[0]) or own):
        told = None  # «أما الشتاء فأغرق الأنفاق وكشف»
    return relative_subject(s, cue, at) or told or subject_before(s, at) or clause_subject(s, cue, at)


def _names_at_once(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«إن الحداد أبلغ»: who is named between what opens the clause of a verb and this verb, and nothing else there."""
    before = clause_subject(s, cue, at)
    over = at - (s.written[at - 1] in COMMAS)  # «إن الرئيس، سالم الحداد، أبلغ»
    if before is None or before[1] != over or s.has_pronoun(at):
        return None
    return None if any(s.is_verb_cue(one) or s.does(one) for one in range(*before)) else before


def _says_nothing(s: Sentence, cue: Cue, at: int, after: int, source: Range | None) -> bool:
    """«التحوير الذي أعلن عنه رئيس الحكومة», «وجه مركب صيد نداء», «تفيد تورط المجموعة»."""
    if cue.kind != "verb":
        return False
    denied = "object" in cue.takes and cue.preposition is None and subject_before(s, at) is not None
    of_that = s.folded[after] in s.lexicon.demonstratives and (
        denied or "whom" in cue.takes
    )  # «الوزير نفى ذلك», «ويعزو ذلك إلى»
    if (
        s.folded[after] in s.lexicon.of_it
        and not of_that
        and not asks_him(s, cue, after)
        and not s.lexicon.feminine_noun(s.written[after])
        and (s.folded[at - 1] in s.lexicon.relatives or not s.takes_up(after))
    ):
        return True
    if source and s.folded[source[0]] in s.lexicon.unsaying and not _named_before(s, cue, at):
        return True  # «تطلب الأمر تدخل الشرطة»
    thing = source is not None and not may_speak(s, source[0]) and is_thing(s, cue, source[0])
    thing = thing or (source is not None and is_verbal_noun_of(s, at, source[0]))
    return thing and not _named_before(s, cue, at)


def _is_text(s: Sentence, at: int) -> bool:
    lexicon = s.lexicon
    if at in s.pairs:
        return True  # «علمت "الساحل" أن»
    word = lexicon.bare(s.folded[at])
    return (
        lexicon.is_any(word, lexicon.documents, lexicon.outlets, lexicon.occasions, lexicon.media)
        or outlet_at(s, at) is not None
    )


def _tells_as_text(s: Sentence, cue: Cue, at: int, source: Range | None) -> bool:
    """«أظهر تقرير …», «أن تقرير الطب الشرعي أثبت»; not «مقطع فيديو يظهر لحظة الحادث»."""
    if "that" not in cue.takes and s.folded[at + 1] in s.lexicon.that:
        return False  # «أثبتت أن …» is of another frame
    before = None if source and _is_text(s, source[0]) else _named_before(s, cue, at)
    told = source if before is None else before
    return told is not None and _is_text(s, told[0]) and before != (at - 1, at)


def _text_before(s: Sentence, at: int) -> Range | None:
    """«تقدم بشكوى إلى مركز الأمن مفادها أن»: the text whose content a word tells that stands some words behind it."""
    lexicon = s.lexicon
    for one in range(at - 1, max(s.first, at - _TEXT) - 1, -1):
        word = s.folded[one]
        bare = lexicon.bare(word[1:] if word.startswith(lexicon.proclitics) else word)
        nouns = {word, bare} | lexicon.nominatives(bare)
        if not (nouns.isdisjoint(lexicon.documents) and nouns.isdisjoint(lexicon.carrying)):
            elsewhere = lexicon.prepositions - lexicon.issued - lexicon.partitive
            return source_in(s, one, s.find_any(elsewhere, one + 1, at) or at)[0]
    return None


def _told(s: Sentence, cue: Cue, after: int, end: int) -> Range | None:
    """أبلغت الوزيرة إذاعة الجسر أن: the outlet as an object, which is no part of the name of who tells it."""
    lexicon = s.lexicon
    if s.lexicon.bare(s.folded[after]) in s.lexicon.outlets:
        return None  # «وأفادت وكالة الأنباء الرسمية "وات"»
    tells = after in s.pairs and "person" not in cue.takes  # «وأفادت "الشراع" بأن»: who tells, and not whom
    begins = after + tells
    for outlet in outlets_in(s, begins + 1, end):
        before = s.folded[outlet[0] - 1]
        if s.written[outlet[0] - 1] in s.lexicon.before_nouns or before in s.lexicon.partitive:
            continue  # «مصدر من وكالة»
        # «مدير قناة», «مراسل رويترز»: an outlet behind a noun without the article belongs to it.
        if (before not in lexicon.nouns or before in lexicon.anonymous) and before not in lexicon.reporters:
            return outlet
    told = (
        one
        for one in range(after + 1, end)
        if lexicon.bare(s.folded[one]) in lexicon.outlets
        and all(map(lexicon.definite, s.folded[one - 1 : one + 1]))
    )
    only = next(told, None)  # «أبلغ المسؤول الوكالة بأن»
    return None if only is None else (only, only + 1)


def without_thing(s: Sentence, cue: Cue, source: Range | None) -> Range | None:
    """«لخص المدير سياسته», «واصل روس حديثه قائلا»: who speaks, without what he sums up or goes on with."""
    if source is None or "thing" not in cue.takes:
        return source
    return None if is_his_thing(s, source[0]) else s.trim((source[0], thing_in(s, *source)))


def is_marked(s: Sentence, content: int) -> bool:
    """Whether a statement is told as one, by «أن», a colon or quotation marks: then any noun may be who makes it."""
    before = s.folded[content - 1]
    return (
        s.written[content] in OPENING
        or before in s.lexicon.that
        or s.folded[content] in s.lexicon.that
        or s.written[content] in s.lexicon.that_not
        or before == ":"
    )
