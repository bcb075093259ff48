"""Who speaks in a frame where the verb comes first: named behind it, before it, or by nobody; and when it tells nothing."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribution.frames.according import is_report
from tawatur.attribution.frames.clause_subjects import clause_subject, document_before
from tawatur.attribution.frames.nouns_behind import TOLD, is_governed, is_spoken_to, is_what_is_said
from tawatur.attribution.frames.objects import is_his, is_object, object_in, thing_in
from tawatur.attribution.frames.opening_subjects import opening_subject, subject_before, topic
from tawatur.attribution.frames.relative_clauses import relative_subject, tells_of_noun_before
from tawatur.attribution.frames.subjects import pronoun_before, subject_of
from tawatur.attribution.frames.verbal_nouns import is_verbal_noun
from tawatur.attribution.frames.who_may_speak import may_act, may_speak
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.outlets_named import outlet_at, outlets_in
from tawatur.attribution.text.paragraph import OPENING, Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_SHORT = 3  # letters
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
    if source and cue.lemma in s.lexicon.deeming and region_end == begins == source[1] and begins in s.pairs:
        begins = object_in(s, *source)  # «اعتبر الخبير سالم الحداد القرار "خاطئا"»
        source = source[0], begins
    source = source or _this_text(s, cue, after, region_end)
    colon = s.folded[begins - 1] == ":"
    marked_late = begins - colon == region_end and (colon or begins in s.pairs)
    if source and {"object", "to"} & cue.takes and region_end == source[1] and marked_late:
        thing = object_in(s, *source)  # «ودعا الحداد النواب لرفض "الصفقة"»
        begins = thing if thing < region_end else begins
        source = source[0], thing
    if source is None and cue.plural and cue.takes == {"whom"} and not s.has_pronoun(at):
        begins = after  # «وعزوا ضعف النتائج إلى»
    if source and is_governed(s, cue, source[0]):
        source = None  # «اتهم بالتجسس»
    if source and len(cue.preposition or "") > 1 and _is_tool(s, source):
        return None  # «يشير بعصاه إلى مجرى جاف»
    if source and is_spoken_to(s, cue, at, source[0]):
        source, begins = None, after  # «وطالب الوزارة برد»
    if "text" in cue.takes and not _tells_as_text(s, cue, at, source):
        return None
    if not is_marked(s, begins) and _says_nothing(s, cue, at, after, source):
        return None
    if source and cue.stance == "expected" and cue.kind == "verb" and not _expects(s, cue, source[0]):
        return None  # «يرجح الاستناد إلى القانون»: nobody says by whom
    speaker = _speaker(s, cue, at, source, begins)
    if speaker and source and "to" in cue.takes and speaker[1] <= at + 1 and not is_marked(s, begins):
        begins = after  # «النقابة تدعو الوزارة إلى»
    return _named_around(s, cue, at, after, Who(speaker, via, begins))


def _stems(s: Sentence, at: int) -> set[str]:
    """A noun without its article, and what it may be without the pronoun at its end."""
    return {*s.lexicon.without_pronoun(s.lexicon.bare(s.folded[at]))} if at < s.end else set()


def _this_text(s: Sentence, cue: Cue, after: int, end: int) -> Range | None:
    """«وتضيف هذه البيانات أن»: a text pointed at, between a verb and «أن»."""
    lexicon = s.lexicon
    if cue.kind != "verb" or end != after + 2 or s.folded[after] not in lexicon.demonstratives:
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
    if source and s.opens_clause_in(*source):
        return None  # a clause, and nobody
    if source is None and cue.kind == "verb" and is_marked(s, who.begins):
        source = pronoun_before(s, at)
    return who._replace(source=source)


def _named_behind(s: Sentence, cue: Cue, after: int, end: int) -> tuple[Range | None, tuple[Range, ...]]:
    """Who is named between a cue and its statement as the one who speaks, and the outlets named there."""
    source, via = source_in(s, after, end)
    if cue.kind != "verb":
        return None, via  # «واصفا القرار بأنه»: of whom it is said, not who says it
    if source and s.lexicon.joined(s.folded[source[0]]) and not s.lexicon.role(s.folded[source[0]]):
        source = None  # «يؤكد للغربيين أنه»
    to_whom = s.lexicon.behind_to(s.folded[source[0]]) if source else None
    addressed = to_whom is not None and source is not None and not may_speak(s, source[0])
    if addressed and (to_whom in s.lexicon.nouns or subject_of(s, cue, after - 1)):
        source = None  # «وقال لفريق "الرصد" إن», «سالم الحداد، رئيس البلدية، قال لزيتون برس إن»
    if source and _says_how(s, *source):
        source = None  # «ويقول ساخرا», «رد باقتضاب: "…"»
    if source and (_is_accusative(s, source[0]) or s.folded[source[0]] in s.lexicon.following):
        source = None  # «علق رسما», «ذكرت فيها التالي»
    if source and cue.plural and not may_speak(s, source[0]):
        source = None  # «أكدوا استعدادهم»: behind a plural nobody stands
    if "outlet" in cue.takes and (told := _told(s, after, end)):
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
    his = cue.kind == "verb" and source is not None and not is_marked(s, content) and is_his(s, source[0])
    if source is None or his or source[0] == content:  # «أبدى موافقته»
        return subject_of(s, cue, at)
    return source


def _named_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    told = topic(s, at)
    if told and not (may_speak(s, told[0]) or s.lexicon.unpossessed(s.folded[told[0]]) in s.lexicon.kin):
        told = None  # «أما الشتاء فأغرق الأنفاق وكشف»
    return relative_subject(s, cue, at) or told or subject_before(s, at) or clause_subject(s, cue, at)


def _names_at_once(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«إن الحداد أبلغ»: who is named between what opens the clause of a verb and this verb, and nothing else there."""
    before = clause_subject(s, cue, at)
    return before if before and before[1] == at and not s.has_pronoun(at) else None


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
        and not _asks_him(s, cue, after)
        and not s.lexicon.feminine_noun(s.tokens[after].text)
        and (s.folded[at - 1] in s.lexicon.relatives or not s.takes_up(after))
    ):
        return True
    if source and s.folded[source[0]] in s.lexicon.unsaying and not _named_before(s, cue, at):
        return True  # «تطلب الأمر تدخل الشرطة»
    thing = source is not None and not may_speak(s, source[0]) and _is_thing(s, cue, source[0])
    thing = thing or (source is not None and _is_verbal_noun_of(s, at, source[0]))
    return thing and not _named_before(s, cue, at)


def _expects(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun behind a verb of expecting can be who expects: not one that is definite and a verbal noun."""
    if "whom" in cue.takes:
        return may_speak(s, at) and s.lexicon.bare(s.folded[at]) not in s.lexicon.measured
    lexicon, word = s.lexicon, s.lexicon.bare(s.folded[at])
    verbal = word.startswith(lexicon.verbal_beginnings[:2]) and not word.endswith(lexicon.origin_endings)
    return may_speak(s, at) or not lexicon.definite(s.folded[at]) or not (verbal and len(word) > _SHORT)


def _asks_him(s: Sentence, cue: Cue, after: int) -> bool:
    """«الذي طلب منه الحضور», where nobody is named behind the pronoun who asks."""
    if "to" not in cue.takes or cue.preposition not in s.lexicon.partitive or after + 1 >= s.end:
        return False
    return is_verbal_noun(s, after + 1) or (
        s.lexicon.definite(s.folded[after + 1]) and not may_speak(s, after + 1)
    )


def _is_accusative(s: Sentence, at: int) -> bool:
    """Whether a noun without the article ends as an object does, and is an everyday word: «رسما»; not «رضا»."""
    lexicon, word = s.lexicon, s.folded[at]
    stems = lexicon.nominatives(word) - {word}
    if s.tokens[at].text.endswith(lexicon.written_accusatives):
        return True  # «ثم يضيف ضاحكاً»
    named = s.is_name(word) or word in lexicon.given_names or lexicon.is_place(word)
    named = named or lexicon.unpossessed(word) in lexicon.roles  # «مديرها»
    plain = bool(stems) and not named and not lexicon.definite(word) and word not in lexicon.nouns
    known = lexicon.language.is_known
    return plain and known is not None and all(map(known, stems))


def _is_text(s: Sentence, at: int) -> bool:
    lexicon = s.lexicon
    if at in s.pairs:
        return True  # «علمت "الساحل" أن»
    word = lexicon.bare(s.folded[at])
    return (
        lexicon.is_any(word, lexicon.documents, lexicon.outlets, lexicon.occasions, lexicon.media)
        or outlet_at(s, at) is not None
    )


def _is_thing(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun behind a verb is none of who speaks: a verbal noun, or any everyday word before a call."""
    if may_act(s, at) or s.is_name(s.folded[at]):
        return False
    named = not cue.calls.isdisjoint(s.folded[at + 1 : at + 2])  # «وجه مرزوق انتقادات»
    return (bool(cue.calls) and not named) or s.folded[at] in s.lexicon.verbal_nouns


def _is_tool(s: Sentence, source: Range) -> bool:
    """«بيده», «بعصاه»: whether nothing stands behind a verb but what somebody does it with."""
    word = s.folded[source[0]]
    joined = word.startswith(s.lexicon.joined_prepositions) and not word.startswith(s.lexicon.to)
    stems = [stem for stem in s.lexicon.without_pronoun(word[1:]) if stem != word[1:]]
    known = s.lexicon.language.is_known
    his = known is not None and any(map(known, stems)) and word not in s.lexicon.given_names
    return source[1] == source[0] + 1 and joined and his


def _is_verbal_noun_of(s: Sentence, at: int, thing: int) -> bool:
    """«الكف عن الوعود وكشف الحقيقة»: a verbal noun that is written as its verb, and what it is done to."""
    lexicon = s.lexicon
    spellings = {s.folded[at], s.folded[at].removeprefix(lexicon.conjunction)}
    opens = at == s.opening or s.folded[at - 1] in lexicon.likewise  # «كما نفى الوزير الاتهامات»
    noun = not opens and not spellings.isdisjoint(lexicon.also_verbal_nouns)
    text = lexicon.bare(s.folded[thing]) in lexicon.documents
    return noun and (text or not (may_speak(s, thing) or s.is_name(s.folded[thing])))


def _says_how(s: Sentence, at: int, end: int) -> bool:
    """Whether a lone word behind a verb tells how somebody says it: «ساخرا», «باقتضاب»; or more of what he does: «شارحة لدعواها»."""
    word = s.folded[at]
    if end > at + 1:
        to = s.lexicon.behind_to(s.folded[at + 1]) is not None
        return to and s.lexicon.tells(word, "participle")
    joined = word.startswith(s.lexicon.joined_prepositions) and not word.startswith(s.lexicon.to)
    act = joined and s.lexicon.of_long_form(word[1:]) and not s.lexicon.definite(word[1:])
    return s.lexicon.tells(word, "participle") or act


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
        if not ({word, bare} | lexicon.nominatives(bare)).isdisjoint(lexicon.documents | lexicon.carrying):
            elsewhere = lexicon.prepositions - lexicon.issued - lexicon.partitive
            return source_in(s, one, s.find_any(elsewhere, one + 1, at) or at)[0]
    return None


def _told(s: Sentence, after: int, end: int) -> Range | None:
    """أبلغت الوزيرة إذاعة الجسر أن: the outlet as an object, which is no part of the name of who tells it."""
    lexicon = s.lexicon
    if s.lexicon.bare(s.folded[after]) in s.lexicon.outlets:
        return None  # «وأفادت وكالة الأنباء الرسمية "وات"»
    for outlet in outlets_in(s, after + 1, end):
        before = s.folded[outlet[0] - 1]
        if s.tokens[outlet[0] - 1].text in s.lexicon.before_nouns or before in s.lexicon.partitive:
            continue  # «مصدر من وكالة»
        # «مدير قناة», «مراسل رويترز»: an outlet behind a noun without the article belongs to it.
        if (before not in lexicon.nouns or before in lexicon.anonymous) and before not in lexicon.reporters:
            return outlet
    return None


def without_thing(s: Sentence, cue: Cue, source: Range | None) -> Range | None:
    """«لخص المدير سياسته», «واصل روس حديثه قائلا»: who speaks, without what he sums up or goes on with."""
    if source is None or "thing" not in cue.takes:
        return source
    return None if is_his(s, source[0]) else s.trim((source[0], thing_in(s, *source)))


def is_marked(s: Sentence, content: int) -> bool:
    """Whether a statement is told as one, by «أن», a colon or quotation marks: then any noun may be who makes it."""
    before = s.folded[content - 1]
    return (
        s.tokens[content].text in OPENING
        or before in s.lexicon.that
        or s.folded[content] in s.lexicon.that
        or before == ":"
    )
