"""Frames where the verb comes first, as in Arabic: «قال الوزير إن», «دعا الحزب الحكومة إلى», «مضيفا أن»."""

from __future__ import annotations

from dataclasses import replace

from tawatur.attribution.frames.according import is_report
from tawatur.attribution.frames.direct_objects import begins_thing, behind_aside
from tawatur.attribution.frames.markers import is_preposition, marker, plain_speech, speech_of_me, withholds
from tawatur.attribution.frames.nouns_behind import TOLD, is_governed, is_spoken_to, is_what_is_said
from tawatur.attribution.frames.objects import (
    is_his,
    is_object,
    is_verbal_noun,
    object_in,
    past_cognate,
    thing_in,
)
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.frames.subjects import (
    clause_subject,
    document_before,
    may_act,
    may_speak,
    opening_subject,
    opens_clause,
    pronoun_before,
    relative_subject,
    stands_before,
    subject_before,
    subject_of,
    tells_of_noun_before,
)
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.asides import is_parted_by
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.outlets_named import behind_addressee, outlet_at, outlets_in
from tawatur.attribution.text.paragraph import COMMAS, OPENING, Range
from tawatur.attribution.text.phrase_ends import is_occasion, name_at
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in

_TEXT = 9  # tokens between a text and the word that tells its content
_NEAR = 3  # tokens between a noun and what it tells: «قوله في بيان إن»


def verb_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """The statement that the verb, circumstance or noun at tokens `at` to `after` opens; None if it opens none."""
    what = at > s.first and s.folded[at - 1] in s.lexicon.what
    meanwhile = (
        what
        and at - 1 > s.first
        and not s.has_pronoun(at)
        and s.tokens[at - 2].text.endswith(tuple(s.lexicon.within))
    )
    if cue.kind == "verb" and what and not meanwhile:  # «في ما رجحت»
        return _what_he_called(s, cue, at, after)
    if s.folded[at] in s.lexicon.editorial and after < s.end and s.folded[after] in s.lexicon.that:
        return None
    if withholds(s, at, after) or _is_denied(s, cue, at) or _is_of_whom(s, cue, at, after):
        return None  # «طلب عدم ذكر اسمه» tells who he is, not what he says; «لم يقل» says nothing
    marked = _mark(s, cue, at, after) if after < s.end else None
    if marked is None:
        return _behind_quotation(s, cue, at, after)
    region_end, content_start = marked
    if cue.stance == "called_for" and withholds(s, content_start, content_start):
        return None  # «وطلبت المصادر عدم نشر أسمائها»
    quoted = content_start in s.pairs or s.folded[content_start - 1] == ":"
    if quoted and cue.preposition is None and _tells_what_of(s, at, after, content_start):
        return None  # «كشفت الممثلة، عن تفاصيل فيلمها، قائلة: "…"»
    if not cue.calls:  # «قطع وعدا» is what he did
        content_start = past_cognate(s, content_start)
    if content_start >= s.end:
        return None
    if cue.kind == "noun" and not _tells(s, after, region_end, content_start):
        return None  # «تحذيرها من السفر» names what was said
    if cue.kind == "deed":
        return _deed(s, cue, at, after, (region_end, content_start))
    source, via = _named_behind(s, cue, after, region_end)
    colon = s.folded[content_start - 1] == ":"
    marked_late = content_start - colon == region_end and (colon or content_start in s.pairs)
    if source and {"object", "to"} & cue.takes and region_end == source[1] and marked_late:
        begins = object_in(s, *source)  # «ودعا الحداد النواب لرفض "الصفقة"»
        content_start = begins if begins < region_end else content_start
        source = source[0], begins
    if source is None and cue.plural and cue.takes == {"whom"} and not s.has_pronoun(at):
        content_start = after  # «وعزوا ضعف النتائج إلى»
    if source and is_governed(s, cue, source[0]):
        source = None  # «اتهم بالتجسس»
    if source and len(cue.preposition or "") > 1 and _is_tool(s, source):
        return None  # «يشير بعصاه إلى مجرى جاف»
    if source and is_spoken_to(s, cue, at, source[0]):
        source, content_start = None, after  # «وطالب الوزارة برد»
    if source and (relayed := _relayed_in_passing(s, source, region_end)):
        source, via = relayed[0], (source, *relayed[1])
    elif "text" in cue.takes and not _tells_as_text(s, cue, at, source):
        return None
    if not _is_marked(s, content_start) and _says_nothing(s, cue, at, after, source):
        return None
    if source and cue.stance == "expected" and cue.kind == "verb" and not _expects(s, source[0]):
        return None  # «يرجح الاستناد إلى القانون»: nobody says by whom
    source = _speaker(s, cue, at, source, content_start)
    if "noun" in cue.takes and not (source and _is_text(s, source[0])):
        source = _text_before(s, at)
        if source is None:
            return None  # «خبر مفاده أن»
    if source and source[0] == after and is_what_is_said(s, cue, after):
        return None  # «أفادت بوقوع إصابات»
    if source and s.opens_clause_in(*source):
        return None  # a clause, and nobody
    if source is None and cue.kind == "verb" and _is_marked(s, content_start):
        source = pronoun_before(s, at)
    if source is None and not _may_be_unnamed(s, cue, at, via):
        return None
    believed = cue.lemma in s.lexicon.impersonal_beliefs and cue.present and not (cue.feminine or cue.plural)
    if source is None and believed and s.folded[after] in s.lexicon.that:
        # «ويعتقد أن»: nobody says by whom
        return replace(
            statement_of(s, cue, (at, after), None, content_from(s, content_start), via), of_nobody=True
        )
    if cue.lemma in s.lexicon.finding and not (source and may_speak(s, source[0])):
        return None  # «فوجد أن الجبال غير ملائمة»
    if source is None and not _is_marked(s, content_start) and _is_of_what_was_said(s, cue, at):
        return None
    if cue.kind == "verb" and source and source[1] <= at and not _is_marked(s, content_start):
        told = "person" in cue.takes and cue.preposition is not None and not s.has_pronoun(at)
        if told and is_preposition(s, cue, after, after):
            return None  # «العمال أبلغوا بالقرار»: they were told
        if is_his(s, source[0]) or (
            s.folded[at - 1] in s.lexicon.relatives
            and not (may_speak(s, source[0]) or s.is_name(s.folded[source[0]]))
        ):
            return None  # «أن امتناعه يؤكد وجود خلل», «المياه التي تطلب معالجة», «الأسباب التي دعت إلى»
        at_once = "to" in cue.takes and content_start == after + 1  # «الذي طلب منه الحضور»
        by_preposition = cue.preposition is not None and ("object" in cue.takes or at_once)
        as_found = by_preposition or is_occasion(s, after)
        content_start = (
            content_start if as_found else behind_addressee(s, after + s.takes_up(after), s.end)
        )  # «أن العصابة طلبت الإفراج عن», «أن الوزير نفى لرويترز وجود»
    content = content_from(s, content_start)
    if content and cue.lemma in s.lexicon.revealing and s.folded[content[0]] in s.lexicon.promised:
        return None
    short = content is not None and content[1] == content[0] + 1
    if content and short and s.has_suffix(content[0]) and _is_said_next(s, content[1]):
        s.subject = source
        return None  # «أعرب عن انطباعاته قائلا: …»
    return statement_of(s, cue, _saying(s, after, source, content_start) or (at, after), source, content, via)


def _saying(s: Sentence, after: int, source: Range | None, content: int) -> Range | None:
    """«ورد النائب قائلا: "…"»: behind who speaks, the word that says that the statement itself follows."""
    if source is None or source[0] < after:
        return None
    return next(((at, at + 1) for at in range(source[1], content) if _is_said_next(s, at)), None)


def _is_said_next(s: Sentence, at: int) -> bool:
    """Whether at `at` a word says that the statement itself follows: «قائلا»."""
    said = s.lexicon.cues.get(s.folded[at], ()) if at < s.end else ()
    return any(one.kind == "participle" and one.lemma in s.lexicon.plainly for _, one in said)


def _tells_what_of(s: Sentence, at: int, after: int, content: int) -> bool:
    """Whether behind a comma, before what is said, the preposition stands that another frame of the verb at `at` wants."""
    wanted = {
        one.preposition for _, one in s.lexicon.cues.get(s.folded[at], ()) if len(one.preposition or "") > 1
    }
    commas = (one for one in range(after + 1, content) if s.tokens[one - 1].text in COMMAS)
    return bool(wanted) and any(s.folded[one] in wanted for one in commas)


def _mark(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """Where behind a cue the source ends and where the statement begins; None where none begins."""
    return (
        plain_speech(s, cue, at, after)
        or marker(s, cue, after)
        or _bare_object(s, cue, at, after)
        or speech_of_me(s, cue, at, after)
    )


def _tells(s: Sentence, after: int, end: int, content: int) -> bool:
    """Whether a noun with its pronoun tells what was said: «قوله في بيان إن», not «في تصريحاته أوضح الوزير أن»."""
    return _is_marked(s, content) and end - after <= _NEAR and not s.is_verb_cue(after)


def _deed(s: Sentence, cue: Cue, at: int, after: int, told: Range) -> Statement | None:
    """«إعلان الوزارة أنها», «تأكيدات من الوزارة بأنها», «إعلان الوزارة تأجيل»: who speaks stands between the noun and what is said, and nothing else does."""
    begins = after + (s.folded[after] in s.lexicon.partitive)
    source, via = source_in(s, begins, told[0])
    whole = source is not None and source == (begins, told[0]) and may_speak(s, begins)
    marked = s.folded[told[1] - 1] in s.lexicon.that or s.folded[told[1]] in s.lexicon.that
    told_as_noun = "object" in cue.takes and begins == after and is_verbal_noun(s, told[1])
    told_as_noun = told_as_noun and not s.folded[told[1]].endswith(s.lexicon.origin_endings)  # «أرضية»
    if not whole or not (marked or told_as_noun):
        return None
    return statement_of(s, cue, (at, after), source, content_from(s, told[1]), via)


def _behind_quotation(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """«"…"، يقول الوزير», «"…"، هكذا لخص الوزير الأمر»."""
    quoted = s.quotation_before(s.before_thus(at)) if "text" not in cue.takes else None
    if "quote" not in cue.takes or cue.kind in ("noun", "deed"):
        return None
    if quoted is None and not _may_be_put_in(s, cue, at):
        return None
    source, via = source_in(s, after, s.clause_end(after))
    if quoted is None:
        if source is None or not _stands_alone(s, source):
            return None
        quoted = s.trim((s.first, s.end if is_parted_by(s, source[1]) else at))
    return statement_of(s, cue, (at, after), _without_thing(s, cue, source), quoted, via)


def _is_of_what_was_said(s: Sentence, cue: Cue, at: int) -> bool:
    """«قال إن القانون يجرم … ويشدد على»: whether a verb of the present goes on with what was said; not in «يقول إن …، ويدعو إلى»."""
    goes_on = s.present and s.tokens[at - 1].text in COMMAS and not s.is_quoted(at)
    return cue.present and s.found and s.conjoined(at) and not goes_on


def _is_tool(s: Sentence, source: Range) -> bool:
    """«بيده», «بعصاه»: whether nothing stands behind a verb but what somebody does it with."""
    word = s.folded[source[0]]
    joined = word.startswith(s.lexicon.joined_prepositions) and not word.startswith(s.lexicon.to)
    stems = [stem for stem in s.lexicon.without_pronoun(word[1:]) if stem != word[1:]]
    known = s.lexicon.language.is_known
    his = known is not None and any(map(known, stems)) and word not in s.lexicon.given_names
    return source[1] == source[0] + 1 and joined and his


def _may_be_put_in(s: Sentence, cue: Cue, at: int) -> bool:
    """«…، يضيف المصدر ذاته، …»: whether a verb of the present stands behind a comma, where nothing was said before."""
    present = cue.present and cue.kind == "verb" and not s.found
    return present and at > s.first and s.tokens[at - 1].text in COMMAS and not s.conjoined(at)


def _stands_alone(s: Sentence, source: Range) -> bool:
    """Whether behind a verb who speaks stands, and nothing more up to a comma or the end."""
    alone = source[1] == s.clause_end(source[0]) or source[1] == s.end - 1
    return alone and (may_speak(s, source[0]) or name_at(s, *source))


def _named_behind(s: Sentence, cue: Cue, after: int, end: int) -> tuple[Range | None, tuple[Range, ...]]:
    """Who is named between a cue and its statement as the one who speaks, and the outlets named there."""
    source, via = source_in(s, after, end)
    if cue.kind != "verb":
        return None, via  # «واصفا القرار بأنه»: of whom it is said, not who says it
    if source and s.lexicon.joined(s.folded[source[0]]) and not s.lexicon.role(s.folded[source[0]]):
        source = None  # «يؤكد للغربيين أنه»
    to_whom = bool(s.lexicon.to) and source is not None and s.folded[source[0]].startswith(s.lexicon.to)
    if source and to_whom and not may_speak(s, source[0]) and subject_of(s, cue, after - 1):
        source = None  # «سالم الحداد، رئيس البلدية، قال لزيتون برس إن»
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
    source = _without_thing(s, cue, source)
    if source and {"person", "outlet"} & cue.takes and not is_object(s, source[0]):
        source = source[0], object_in(s, *source)  # «ذكّر الوزير النواب بأن»
    return source, via


def _says_how(s: Sentence, at: int, end: int) -> bool:
    """Whether a lone word behind a verb tells how somebody says it: «ساخرا», «باقتضاب»; or more of what he does: «شارحة لدعواها»."""
    word = s.folded[at]
    if end > at + 1:
        to = bool(s.lexicon.to) and s.folded[at + 1].startswith(s.lexicon.to)
        return to and s.lexicon.tells(word, "participle")
    joined = word.startswith(s.lexicon.joined_prepositions) and not word.startswith(s.lexicon.to)
    act = joined and s.lexicon.of_long_form(word[1:]) and not s.lexicon.definite(word[1:])
    return s.lexicon.tells(word, "participle") or act


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


def _without_thing(s: Sentence, cue: Cue, source: Range | None) -> Range | None:
    """«لخص المدير سياسته», «واصل روس حديثه قائلا»: who speaks, without what he sums up or goes on with."""
    if source is None or "thing" not in cue.takes:
        return source
    return None if is_his(s, source[0]) else s.trim((source[0], thing_in(s, *source)))


def _expects(s: Sentence, at: int) -> bool:
    """Whether the noun behind a verb of expecting can be who expects: not one that is definite and a verbal noun."""
    lexicon, word = s.lexicon, s.lexicon.bare(s.folded[at])
    verbal = word.startswith(lexicon.verbal_beginnings[:2]) and not word.endswith(lexicon.origin_endings)
    return may_speak(s, at) or not lexicon.definite(s.folded[at]) or not (verbal and len(word) > _NEAR)


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


def _asks_him(s: Sentence, cue: Cue, after: int) -> bool:
    """«الذي طلب منه الحضور», where nobody is named behind the pronoun who asks."""
    if "to" not in cue.takes or cue.preposition not in s.lexicon.partitive or after + 1 >= s.end:
        return False
    return is_verbal_noun(s, after + 1) or (
        s.lexicon.definite(s.folded[after + 1]) and not may_speak(s, after + 1)
    )


def _is_verbal_noun_of(s: Sentence, at: int, thing: int) -> bool:
    """«الكف عن الوعود وكشف الحقيقة»: a verbal noun that is written as its verb, and what it is done to."""
    lexicon = s.lexicon
    spellings = {s.folded[at], s.folded[at].removeprefix(lexicon.conjunction)}
    opens = at == s.opening or s.folded[at - 1] in lexicon.likewise  # «كما نفى الوزير الاتهامات»
    noun = not opens and not spellings.isdisjoint(lexicon.also_verbal_nouns)
    text = lexicon.bare(s.folded[thing]) in lexicon.documents
    return noun and (text or not (may_speak(s, thing) or s.is_name(s.folded[thing])))


def _named_before(s: Sentence, cue: Cue, at: int) -> Range | None:
    return relative_subject(s, cue, at) or subject_before(s, at) or clause_subject(s, cue, at)


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
    his = cue.kind == "verb" and source is not None and not _is_marked(s, content) and is_his(s, source[0])
    if source is None or his or source[0] == content:  # «أبدى موافقته»
        return subject_of(s, cue, at)
    return source


def _names_at_once(s: Sentence, cue: Cue, at: int) -> Range | None:
    """«إن الحداد أبلغ»: who is named between what opens the clause of a verb and this verb, and nothing else there."""
    before = clause_subject(s, cue, at)
    return before if before and before[1] == at and not s.has_pronoun(at) else None


def _may_be_unnamed(s: Sentence, cue: Cue, at: int, via: tuple[Range, ...]) -> bool:
    """Whether a cue without a speaker in its sentence speaks of one named before."""
    if cue.kind != "verb":
        return cue.kind != "purpose"  # «وقفة للمطالبة»: nobody says it
    if s.folded[at] in s.lexicon.editorial:
        return False
    if TOLD & cue.takes and stands_before(s, cue, at):
        return True  # «أنها دعت»
    return bool(via) or _tells_in_it(s, at) or opens_clause(s, at) or _tells_of_what(s, cue, at)


def _tells_in_it(s: Sentence, at: int) -> bool:
    """«صدر بيان اعتبر فيه أن», «دعوى قضائية طالبت فيها ب»: whether a verb tells what stands in the text before it."""
    if at == s.first or not s.takes_up(at + 1):
        return False
    described = s.folded[at - 1].endswith(s.lexicon.origin_endings) and at - 2 >= s.first
    nouns = s.folded[at - 2 : at] if described else s.folded[at - 1 : at]
    return any(not s.lexicon.nominatives(one).isdisjoint(s.lexicon.documents) for one in nouns)


def _bare_object(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """«وكانت الرياض أعلنت تسجيل عجز»: where who speaks stands before, what he says follows at once."""
    if cue.kind != "verb" or "object" not in cue.takes or cue.preposition is not None or after >= s.end:
        return None
    # «أن الوزارة أعلنت يوم السبت 14 مارس تسجيل»
    begins = after + s.takes_up(after)
    if is_occasion(s, begins) and not s.has_suffix(begins):  # «قد استبعد في مقابلة مع الصحيفة أمس أي زيادة»
        aside = behind_aside(s, after, begins)
        begins = aside[1] if aside else begins
    addressed = behind_addressee(s, begins, s.end)
    over = addressed if addressed > after else after  # «أن الوزير نفى لرويترز وجود»
    begins = s.past_times(addressed, s.end)
    thing = s.lexicon.unpossessed(s.lexicon.bare(s.folded[begins])) if begins < s.end else ""
    told = thing in s.lexicon.documents
    governs = begins + 1 < s.end and s.folded[begins + 1] in s.lexicon.prepositions
    told = told or (governs and s.lexicon.bare(s.folded[begins]) in s.lexicon.governing)  # «القضاء على»
    if begins >= s.end or not begins_thing(s, begins) or (may_speak(s, begins) and not told):
        return None
    if "act" in cue.takes and not is_verbal_noun(s, begins):
        return None  # «الوزراء يكررون الخطأ»
    if s.has_pronoun(at) and not (s.is_name(s.folded[begins]) or s.lexicon.definite(s.folded[begins])):
        return after, begins  # «المسائل التي اعتبرها جوهرية»
    if _tells_in_it(s, at):
        return after, begins  # «بلاغا تستنكر فيه الأحداث»
    subject = subject_of(s, cue, at)
    if subject is None or not may_speak(s, subject[0]):
        return None
    text = s.lexicon.bare(s.folded[subject[0]]) in s.lexicon.documents
    return (over, begins) if text == ("text" in cue.takes) else None


def _is_marked(s: Sentence, content: int) -> bool:
    """Whether a statement is told as one, by «أن», a colon or quotation marks: then any noun may be who makes it."""
    before = s.folded[content - 1]
    return (
        s.tokens[content].text in OPENING
        or before in s.lexicon.that
        or s.folded[content] in s.lexicon.that
        or before == ":"
    )


def _is_thing(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the noun behind a verb is none of who speaks: a verbal noun, or any everyday word before a call."""
    if may_act(s, at) or s.is_name(s.folded[at]):
        return False
    named = not cue.calls.isdisjoint(s.folded[at + 1 : at + 2])  # «وجه مرزوق انتقادات»
    return (bool(cue.calls) and not named) or s.folded[at] in s.lexicon.verbal_nouns


def _tells_of_what(s: Sentence, cue: Cue, at: int) -> bool:
    """«القانون الذي وصفته بالقاسي»: of what was named before, by whom the sentence is about."""
    predicate = "object" in cue.takes and cue.preposition is None
    return ("whom" in cue.takes or predicate) and s.has_pronoun(at)


def _is_denied(s: Sentence, cue: Cue, at: int) -> bool:
    """«لم يقل», «من المقرر أن يعلن»: what says that nothing was told, unless the verb denies itself («لم يستبعد»)."""
    if at > s.first + 1 and s.folded[at - 1] in s.lexicon.that and s.folded[at - 2] in s.lexicon.yet:
        return True
    if cue.present and cue.kind == "verb" and at > s.first and s.folded[at - 1] in s.lexicon.already:
        return True  # «قد يعلن الوزير» says that he may
    if cue.kind == "verb" and at > s.first and s.folded[at - 1] in s.lexicon.asking:
        return True  # «هل ترى أن»
    return (
        cue.kind in ("verb", "participle")
        and cue.lemma not in s.lexicon.even_so
        and at > s.first
        and s.folded[at - 1] in s.lexicon.negations
    )


def _is_of_whom(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """«على من يطلب السيارة»: whoever it may be, says nothing; «هناك من يرى أن» does."""
    if not (cue.present and at > s.first and s.folded[at - 1] in s.lexicon.partitive) or after >= s.end:
        return False
    return s.folded[after] not in s.lexicon.that and s.folded[min(after + 1, s.end - 1)] not in s.lexicon.that


def _told(s: Sentence, after: int, end: int) -> Range | None:
    """أبلغت الوزيرة إذاعة الجسر أن: the outlet as an object, which is no part of the name of who tells it."""
    lexicon = s.lexicon
    for outlet in outlets_in(s, after + 1, end):
        before = s.folded[outlet[0] - 1]
        # «مدير قناة», «مراسل رويترز»: an outlet behind a noun without the article belongs to it.
        if (before not in lexicon.nouns or before in lexicon.anonymous) and before not in lexicon.reporters:
            return outlet
    return None


def _relayed_in_passing(s: Sentence, source: Range, end: int) -> tuple[Range, tuple[Range, ...]] | None:
    """«قالت صحيفة، نقلا عن مصدر، إن»: behind an outlet, whom it cites."""
    lexicon = s.lexicon
    if outlet_at(s, source[0]) is None and lexicon.bare(s.folded[source[0]]) not in lexicon.outlets:
        return None
    for at in range(source[1], end):
        if length := starts_according(lexicon, s.folded, at) or starts(lexicon.ascribed, s.folded, at):
            inner, via = source_in(s, s.skip_verbs(at + length), end, to=False)
            return (inner, via) if inner else None
    return None


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


def _is_text(s: Sentence, at: int) -> bool:
    lexicon = s.lexicon
    if at in s.pairs:
        return True  # «علمت "الساحل" أن»
    word = lexicon.bare(s.folded[at])
    return (
        lexicon.is_any(word, lexicon.documents, lexicon.outlets, lexicon.occasions, lexicon.media)
        or outlet_at(s, at) is not None
    )


def _spreader(s: Sentence, after: int) -> Range | None:
    """«ما تداولته بعض الصفحات بشأن»: who spreads something, before the word that tells what it is about."""
    about = s.find_any(s.lexicon.about, after, s.clause_end(after))
    return (after, about) if about and about > after and s.tokens[after].is_word else None


def _what_he_called(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """«ما وصفه بالتدخل», «ما نشرته صحيفة عن استقالته»: up to a comma."""
    if after >= s.end or not s.folded[at].endswith(s.lexicon.possessives):
        return None
    outlet = _spreader(s, after) if "about" in cue.takes else outlet_at(s, after)
    if outlet is None and "about" in cue.takes:
        return None
    if outlet:
        about = outlet[1] < s.end and s.folded[outlet[1]] in s.lexicon.about
        content = s.trim((outlet[1] + 1, s.clause_end(outlet[1]))) if about else None
        return statement_of(s, cue, (at, after), outlet, content) if content else None
    source, begins = s.subject, after
    named = s.tokens[after].is_word and s.folded[after] not in s.lexicon.proclitics
    if after + 1 in s.pairs and named and cue.preposition is None:
        source, begins = (after, after + 1), after + 1  # «ما اعتبره الحداد "نفاقا"»
    if after < s.end and may_speak(s, after) and cue.preposition:
        told = (one for one in range(after + 1, s.clause_end(after)) if is_preposition(s, cue, one, after))
        begins = next(told, after)
        source = source_in(s, after, begins)[0] or source  # «ما وصفته الشركة بالعطل»
    if cue.preposition is None and s.tokens[begins].text in s.lexicon.written_prepositions:
        return None  # «ما نشره على مواقع التواصل»
    content = s.trim((begins, s.clause_end(begins)))
    return statement_of(s, cue, (at, after), source, content) if content else None
