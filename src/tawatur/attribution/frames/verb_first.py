"""Frames where the verb comes first, as in Arabic: «قال الوزير إن», «دعا الحزب الحكومة إلى», «مضيفا أن»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.clause_openings import opens_clause
from tawatur.attribution.frames.before_verb.clause_subjects import stands_before
from tawatur.attribution.frames.before_verb.sentence_subjects import describes_thing
from tawatur.attribution.frames.before_verb.subjects import subject_of
from tawatur.attribution.frames.before_verb.who_may_speak import is_meanwhile, may_speak
from tawatur.attribution.frames.behind_verb.direct_objects import begins_thing, behind_aside
from tawatur.attribution.frames.behind_verb.markers import marker
from tawatur.attribution.frames.behind_verb.nouns_behind import TOLD
from tawatur.attribution.frames.behind_verb.objects import is_his
from tawatur.attribution.frames.behind_verb.plain_speech import plain_speech, speech_of_me
from tawatur.attribution.frames.behind_verb.prepositions import is_preposition
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_verbal_noun, past_cognate
from tawatur.attribution.frames.quoted_before import behind_quotation, is_of_what_was_said, put_in
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.frames.verb_sources import Who, is_marked, who_speaks
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.outlets_named import behind_addressee, outlet_at
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import is_occasion
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import past_aside, source_in
from tawatur.attribution.text.withheld import withholds

_FIRMLY = 2  # tokens of «نفيا قاطعا»
_NEAR = 3  # tokens between a noun and what it tells: «قوله في بيان إن»


def verb_frame(s: Sentence, cue: Cue, at: int, after: int) -> Statement | None:
    """The statement that the verb, circumstance or noun at tokens `at` to `after` opens; None if it opens none."""
    if cue.kind == "verb" and _is_about_name(s, at):  # «في ما رجحت»
        return _what_he_called(s, cue, at, after)
    if _says_not(s, cue, at, after):
        return None
    marked = _mark(s, cue, at, after) if after < s.end else None
    if marked is None:
        return behind_quotation(s, cue, at, after)
    region_end, start = marked
    begins = _content_start(s, cue, at, after, start)
    if begins is None or (cue.kind == "noun" and not _tells(s, after, region_end, begins)):
        return None  # «تحذيرها من السفر» names what was said
    if cue.lemma in s.lexicon.pointing_verbs and is_meanwhile(s, at) and not is_marked(s, begins):
        return None  # «وهو يشير إلى الميناء»
    if cue.kind == "deed":
        return _deed(s, cue, at, after, (region_end, begins))
    who = who_speaks(s, cue, at, after, region_end, begins)
    if who is None or (who.source is None and not _may_be_unnamed(s, cue, at, who.via)):
        return None
    source, via, begins = who
    if source is None and _is_believed(s, cue, after):  # «ويعتقد أن»: nobody says by whom
        content = content_from(s, begins)
        return statement_of(s, cue, (at, after), None, content, via)._replace(of_nobody=True)
    if cue.lemma in s.lexicon.finding and not (source and may_speak(s, source[0])):
        return None  # «فوجد أن الجبال غير ملائمة»
    if not is_marked(s, begins):
        if cue.lemma in s.lexicon.affirming and _is_proved(s, begins):
            return None  # «أكد الفريق صدارته»
        if source is None and is_of_what_was_said(s, cue, at):
            return None
        if cue.kind == "verb" and source and source[1] <= at:
            behind = _begins_behind(s, cue, at, after, source, begins)
            if behind is None:
                return None
            begins = behind
    return _whole(s, cue, at, after, Who(source, via, begins))


def _is_proved(s: Sentence, at: int) -> bool:
    """«صدارته», «علو كعبه»: whether what begins at `at` is shown by doing, and not said."""
    nouns = s.lexicon.without_pronoun(s.folded[at])
    his = s.ends_in_pronoun(at) or (at + 1 < s.end and s.ends_in_pronoun(at + 1))
    return his and not s.lexicon.proved.isdisjoint(nouns)


def _is_about_name(s: Sentence, at: int) -> bool:
    """Whether «ما» before a verb tells how something is called: «ما وصفته ب»; not «فيما وصف», which sets against."""
    if at <= s.first or s.folded[at - 1] not in s.lexicon.what:
        return False
    within = at - 1 > s.first and s.written[at - 2].endswith(tuple(s.lexicon.within))
    return s.has_pronoun(at) or not within


def _says_not(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether a cue tells nobody's words: «يذكر أن», «طلب عدم ذكر اسمه», which tells who he is, «لم يقل»."""
    editorial = s.folded[at] in s.lexicon.editorial and after < s.end and s.folded[after] in s.lexicon.that
    told = editorial or withholds(s, at, after) or _is_estimated(s, cue, after)
    return told or _is_denied(s, cue, at) or _is_of_whom(s, cue, at, after)


def _is_estimated(s: Sentence, cue: Cue, after: int) -> bool:
    """«قدّرت قيمتها ب»: a thing that is estimated by nobody who is told."""
    if not (cue.feminine and cue.stance == "expected" and "whom" in cue.takes) or after >= s.end:
        return False
    return not s.lexicon.measured.isdisjoint(s.lexicon.without_pronoun(s.lexicon.bare(s.folded[after])))


def _content_start(s: Sentence, cue: Cue, at: int, after: int, begins: int) -> int | None:
    """Where what is said begins, from where its mark ends; None where nothing is said."""
    if cue.stance == "called_for" and withholds(s, begins, begins):
        return None  # «وطلبت المصادر عدم نشر أسمائها»
    quoted = begins in s.pairs or s.folded[begins - 1] == ":"
    if quoted and cue.preposition is None and _tells_what_of(s, at, after, begins):
        return None  # «كشفت الممثلة، عن تفاصيل فيلمها، قائلة: "…"»
    if not cue.calls:  # «قطع وعدا» is what he did
        begins = past_cognate(s, begins)
    return begins if begins < s.end else None


def _is_believed(s: Sentence, cue: Cue, after: int) -> bool:
    """«ويعتقد أن»: what anybody may believe."""
    one = cue.present and not (cue.feminine or cue.plural)
    return one and cue.lemma in s.lexicon.impersonal_beliefs and s.folded[after] in s.lexicon.that


def _begins_behind(s: Sentence, cue: Cue, at: int, after: int, source: Range, begins: int) -> int | None:
    """Where begins what a verb says whose source stands before it, with no «أن»; None where it says nothing."""
    told = "person" in cue.takes and cue.preposition is not None and not s.has_pronoun(at)
    told = told and (cue.plural or cue.lemma in s.lexicon.may_be_told)  # «لكن الوزير حذر من»
    if told and is_preposition(s, cue, after, after):
        return None  # «العمال أبلغوا بالقرار»: they were told
    if is_his(s, source[0]) or (
        s.folded[at - 1] in s.lexicon.relatives
        and not (may_speak(s, source[0]) or s.is_name(s.folded[source[0]]))
    ):
        return None  # «أن امتناعه يؤكد وجود خلل», «المياه التي تطلب معالجة», «الأسباب التي دعت إلى»
    at_once = "to" in cue.takes and begins == after + 1  # «الذي طلب منه الحضور»
    by_preposition = cue.preposition is not None and ("object" in cue.takes or at_once)
    if by_preposition or is_occasion(s, after) or s.written[after] in COMMAS:
        return begins
    # «أن العصابة طلبت الإفراج عن», «أن الوزير نفى لرويترز وجود»
    return behind_addressee(s, after + s.takes_up(after), s.end)


def _whole(s: Sentence, cue: Cue, at: int, after: int, who: Who) -> Statement | None:
    """The statement, with its content; None where the next circumstance tells it."""
    source, via, begins = who
    content = content_from(s, begins)
    if content and cue.stance == "denied" and not is_marked(s, begins):
        content = _without_firmness(s, *content)
    meant = describes_thing(s, cue, at) if source is None else None
    if meant:
        return statement_of(s, cue, (at, after), None, content, via)._replace(meant=meant)
    if content and cue.lemma in s.lexicon.revealing and s.folded[content[0]] in s.lexicon.promised:
        return None
    short = content is not None and content[1] == content[0] + 1
    if content and short and s.has_suffix(content[0]) and _is_said_next(s, content[1]):
        s.subject = source
        return None  # «أعرب عن انطباعاته قائلا: …»
    if content and cue.lemma in s.lexicon.commenting and _is_told_next(s, content[1]):
        s.subject = source
        return None  # «علق الوزير على الحادث، قائلا: "…"»
    saying = _saying(s, cue, after, source, begins)
    found = statement_of(s, cue, saying or (at, after), source, content, via)
    denied = cue.lemma in s.lexicon.even_so and _is_negated(s, at)  # «لم يستبعد»
    return found._replace(stance=s.lexicon.even_so[cue.lemma]) if denied else found


def _without_firmness(s: Sentence, start: int, end: int) -> Range:
    """«الخبر جملة وتفصيلا», «ذلك نفيا قاطعا»: what is denied, without how firmly it is."""
    for at in range(end - 1, max(start, end - _FIRMLY - 1), -1):
        cognate = s.folded[at] in s.lexicon.cognates
        if cognate or at + starts(s.lexicon.firmly, s.folded, at) == end:
            return start, at
    return start, end


def _is_told_next(s: Sentence, at: int) -> bool:
    """The same behind a comma as well."""
    return _is_said_next(s, at + (at < s.end and s.written[at] in COMMAS))


def _saying(s: Sentence, cue: Cue, after: int, source: Range | None, content: int) -> Range | None:
    """«ورد النائب قائلا: "…"», «لكن النائب اعترض قائلا»: behind who speaks, the word that says that the statement itself follows."""
    if source is None:
        return None
    if source[0] < after:
        plain = "quote" not in cue.takes and cue.kind == "verb" and _is_said_next(s, after)
        return (after, after + 1) if plain else None
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
    commas = (one for one in range(after + 1, content) if s.written[one - 1] in COMMAS)
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
    return is_marked(s, content) and end - after <= _NEAR and not s.is_verb_cue(after)


def _deed(s: Sentence, cue: Cue, at: int, after: int, told: Range) -> Statement | None:
    """«إعلان الوزارة أنها», «تأكيدات من الوزارة بأنها», «إعلان الوزارة تأجيل»: who speaks stands between the noun and what is said, and nothing else does."""
    begins = after + (s.folded[after] in s.lexicon.partitive)
    source, via = source_in(s, begins, told[0])
    whole = source is not None and source == (begins, told[0]) and may_speak(s, begins)
    marked = s.folded[told[1] - 1] in s.lexicon.that or s.folded[told[1]] in s.lexicon.that
    marked = marked or ("quote" in cue.takes and is_marked(s, told[1]))  # «بقول الشاعر: "…"»
    told_as_noun = "object" in cue.takes and begins == after and is_verbal_noun(s, told[1])
    told_as_noun = told_as_noun and not s.folded[told[1]].endswith(s.lexicon.origin_endings)  # «أرضية»
    told_of = (
        cue.takes == {"object"}
        and len(cue.preposition or "") > 1
        and s.folded[told[1] - 1] == cue.preposition
        and begins == after
    )
    if not whole or not (marked or told_as_noun or told_of):
        return None
    return statement_of(s, cue, (at, after), source, content_from(s, told[1]), via)


def _may_be_unnamed(s: Sentence, cue: Cue, at: int, via: tuple[Range, ...]) -> bool:
    """Whether a cue without a speaker in its sentence speaks of one named before."""
    if cue.kind != "verb":
        return cue.kind != "purpose"  # «وقفة للمطالبة»: nobody says it
    if s.folded[at] in s.lexicon.editorial:
        return False
    if TOLD & cue.takes and stands_before(s, cue, at):
        return True  # «أنها دعت»
    if describes_thing(s, cue, at):
        return True
    return bool(via) or _tells_in_it(s, at) or opens_clause(s, at) or _tells_of_what(s, cue, at)


def _tells_in_it(s: Sentence, at: int) -> bool:
    """«صدر بيان اعتبر فيه أن», «دعوى قضائية طالبت فيها ب»: whether a verb tells what stands in the text before it."""
    if at == s.first or not s.takes_up(at + 1):
        return False
    described = s.folded[at - 1].endswith(s.lexicon.origin_endings) and at - 2 >= s.first
    nouns = s.folded[at - 2 : at] if described else s.folded[at - 1 : at]
    proclitics = s.lexicon.proclitics  # «بتغريدة وصف فيها»
    bare = [*nouns, *(one[1:] for one in nouns if one.startswith(proclitics))]
    return any(not s.lexicon.nominatives(one).isdisjoint(s.lexicon.documents) for one in bare)


def _bare_object(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """«وكانت الرياض أعلنت تسجيل عجز»: where who speaks stands before, what he says follows at once."""
    if cue.kind != "verb" or "object" not in cue.takes or cue.preposition is not None or after >= s.end:
        return None
    # «أن الوزارة أعلنت يوم السبت 14 مارس تسجيل»
    begins = after + s.takes_up(after)
    if begins < s.end and s.written[begins] in COMMAS:
        begins = past_aside(s, begins, s.end - 1)  # «وكانت الوزارة أعلنت، أمس، عزمها»
        if not is_verbal_noun(s, begins):
            return None
    if is_occasion(s, begins) and not s.has_suffix(begins):  # «قد استبعد في مقابلة مع الصحيفة أمس أي زيادة»
        aside = behind_aside(s, after, begins)
        begins = aside[1] if aside else begins
    addressed = behind_addressee(s, begins, s.end)
    over = addressed if addressed > after else after  # «أن الوزير نفى لرويترز وجود»
    begins = s.past_times(addressed, s.end)
    thing = s.lexicon.head(s.folded[begins]) if begins < s.end else ""
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
    return cue.kind in ("verb", "participle") and _is_negated(s, at) and cue.lemma not in s.lexicon.even_so


def _is_negated(s: Sentence, at: int) -> bool:
    return at > s.first and s.folded[at - 1] in s.lexicon.negations


def _is_of_whom(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """«على من يطلب السيارة»: whoever it may be, says nothing; «هناك من يرى أن» does."""
    if not (cue.present and at > s.first and s.folded[at - 1] in s.lexicon.partitive) or after >= s.end:
        return False
    return s.folded[after] not in s.lexicon.that and s.folded[min(after + 1, s.end - 1)] not in s.lexicon.that


def _spreader(s: Sentence, after: int) -> Range | None:
    """«ما تداولته بعض الصفحات بشأن»: who spreads something, before the word that tells what it is about."""
    about = s.find_any(s.lexicon.about, after, s.clause_end(after))
    return (after, about) if about and about > after and s.is_word[after] else None


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
        return put_in(s, statement_of(s, cue, (at, after), outlet, content)) if content else None
    source, begins = s.subject, after
    named = s.is_word[after] and s.folded[after] not in s.lexicon.proclitics
    if after + 1 in s.pairs and named and cue.preposition is None:
        source, begins = (after, after + 1), after + 1  # «ما اعتبره الحداد "نفاقا"»
    if after < s.end and may_speak(s, after) and cue.preposition:
        told = (one for one in range(after + 1, s.clause_end(after)) if is_preposition(s, cue, one, after))
        begins = next(told, after)
        source = source_in(s, after, begins)[0] or source  # «ما وصفته الشركة بالعطل»
    if cue.preposition is None and s.written[begins] in s.lexicon.written_prepositions:
        return None  # «ما نشره على مواقع التواصل»
    content = s.trim((begins, s.clause_end(begins)))
    return put_in(s, statement_of(s, cue, (at, after), source, content)) if content else None
