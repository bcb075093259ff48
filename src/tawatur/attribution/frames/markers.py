"""What marks a statement behind its cue where the verb comes first: «أن», a quotation, a preposition, the noun itself."""

from __future__ import annotations

from tawatur.attribution.frames.direct_objects import object_after
from tawatur.attribution.frames.objects import (
    begins_object,
    begins_what_is_said,
    ends_description,
    is_his,
    is_object,
    is_verbal_noun,
    last_object,
    names_act,
)
from tawatur.attribution.frames.who_may_speak import may_speak
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.content_spans import joins_another
from tawatur.attribution.text.paragraph import COMMAS, OPENING, Range
from tawatur.attribution.text.phrase_ends import ends_phrase, is_circumstance, is_occasion, name_at
from tawatur.attribution.text.sentence import Sentence

_CALLED = 7  # tokens of whom somebody calls on
_NAME = 4  # words of a name in quotation marks
_RELATIVE = 2  # tokens of a relative pronoun and its verb
_REACH = 9  # tokens from a title to «أن»
_SHORT = 3  # letters
_SEVERAL = 3  # nouns with the article in a row are more than one body: «الاتحاد الشركة المشغلة»
_FARTHEST = 45  # tokens from a cue to what marks its statement


def withholds(s: Sentence, at: int, after: int) -> bool:
    """Whether the words at `at`, or what follows from `after`, tell that somebody will not be named."""
    return _opens_withheld(s, max(0, at - 1), at + 3) or _opens_withheld(s, after, after + 4)


def _opens_withheld(s: Sentence, start: int, end: int) -> bool:
    first = s.folded[start] if start < len(s.folded) else ""
    return s.lexicon.may_withhold(first) and " ".join(s.folded[start:end]).startswith(s.lexicon.withheld)


def plain_speech(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """Where somebody's words follow a verb of saying at once with no mark: «وأضاف ربما ننجح», «وأجاب بقوله اسمعي»."""
    lexicon = s.lexicon
    if not _says_by_itself(s, cue, at, after):
        return None
    said = lexicon.cues.get(s.folded[after], ())
    if any(one.kind in ("noun", "participle") and one.lemma in lexicon.plainly for _, one in said):
        begins = after + 1
        plain = s.tokens[begins].is_word and begins not in s.pairs and s.folded[begins] not in lexicon.that
        return (after, begins) if plain and s.find(":", begins, s.end) is None else None
    return (after, after) if s.folded[after] in lexicon.own_words else None


def speech_of_me(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """«وأضاف أهتم بالقراءة»: where a verb follows that says "I"."""
    lexicon = s.lexicon
    word = s.folded[after]
    if not _says_by_itself(s, cue, at, after) or not word.startswith(lexicon.of_me) or len(word) <= _SHORT:
        return None
    named = word in lexicon.given_names or lexicon.bare(word) in lexicon.nouns
    named = named or (word in lexicon.everyday and not s.tokens[after].text.startswith(lexicon.written_of_me))
    noun = lexicon.definite(word) or lexicon.feminine_noun(s.tokens[after].text)
    third, known = "".join(lexicon.present) + word[1:], lexicon.language.is_known
    verb = known is not None and known(third) and not (named or noun or word.endswith(lexicon.accusatives))
    return (after, after) if verb else None


def _says_by_itself(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    said = cue.kind == "verb" and cue.lemma in s.lexicon.speaking
    return said and after + 1 < s.end and s.conjoined(at)


def marker(s: Sentence, cue: Cue, after: int) -> Range | None:
    """Where behind a cue the source ends and where the statement begins; None where nothing marks one."""
    lexicon, folded = s.lexicon, s.folded
    preposition: int | None = None
    governed: int | None = (
        None  # «النائب عن حزب», «الدفاع عن»: as the noun before it wants it, which may be all there is
    )
    named: int | None = None  # a quotation that may name what is said, where nothing else does
    at = after
    besides = after + (after + 1 < s.end and folded[after] in lexicon.besides)  # «مؤكدا كذلك مقتل»
    if cue.kind == "participle" and _begins_noun(s, cue, besides):
        return besides, besides
    if cue.kind == "verb" and (_tells_content(s, cue, after) or _names_what_is_said(s, cue, after)):
        return after, after
    if (what := _denied_thing(s, cue, after)) is not None:
        return after, what
    done = cue.takes == {"object"} and len(cue.preposition or "") > 1 and s.has_suffix(after)
    if cue.kind == "verb" and done and is_his(s, after):
        return None  # «علقت مشاركتها في الحوار على …»
    farthest = min(s.end, after + _FARTHEST)
    while at < farthest:
        word = folded[at]
        if word in COMMAS and {"to", "whom"} & cue.takes:
            at = _past_occasion(s, cue, at, after)
        if (
            at > after
            and word in lexicon.according_starts
            and (length := starts_according(lexicon, folded, at))
        ):
            at = s.skip_verbs(at + length)
            continue
        if word in cue.calls:
            return (begins := _begins_call(s, cue, after, at)), begins
        if word in lexicon.that and "that" in cue.takes and _opens_statement(s, cue, preposition, at):
            if (thing := _thing_before(s, cue, after, at)) is not None:
                return thing, thing
            source_end = preposition if preposition == at - 1 else at
            return (source_end, at + 1 if len(word) <= 3 else at) if at + 1 < s.end else None
        if at in s.pairs:
            if _is_said_in_quotes(s, cue, at, after, governed=preposition is not None):
                return at, at
            if named is None and _may_name(s, cue, at, after):
                named = at
            within = preposition is None and cue.preposition and is_preposition(s, cue, at + 1, after)
            preposition = at if within and "whom" in cue.takes else preposition  # «واصفا ما حدث "بالزوبعة"»
            at = s.pairs[at] + 1
            continue
        if word == ":" and "quote" in cue.takes and at + 1 < s.end:
            return at, at + 1
        if word in OPENING and _may_open(cue, at, after) and _opens_unclosed(s, at):
            return at, at  # a quotation that nothing closes
        if "to" in cue.takes and preposition is None and _to_him(s, cue, at):
            return at, at + 1  # «وطلب منهما عدم التدخل»
        if preposition is None and cue.preposition and is_preposition(s, cue, at, after):
            if at - after > _RELATIVE and s.folded[at - 2] in lexicon.relatives:
                at += 1  # «أبلغت النيابة التي أذنت بتتبع المحتجين»
                continue
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
        elif word in lexicon.how and "how" in cue.takes:
            return at, at
        if at > after and word in lexicon.cues and _begins_another(s, cue, at, after):
            break
        at += 1
    if "to" in cue.takes:
        governed = None  # «طلب خدمات لاعب لأقل من 23 سنة» calls on nobody
    found = _without_that(s, cue, after, preposition or governed)
    return found if found or named is None or _names_something(s, named, s.pairs[named]) else (named, named)


def _past_occasion(s: Sentence, cue: Cue, comma: int, after: int) -> int:
    """«وطالبت الوزارة، في بيان أصدرته عقب لقاء بالنواب، الأطراف المعنية ب»: the comma behind an occasion, where whom somebody
    calls on follows it before the preposition of the cue; the comma itself where no such words stand there."""
    if comma + 1 >= s.end or not is_occasion(s, comma + 1):
        return comma
    close = s.clause_end(comma + 1)
    begins = close + 1
    if begins >= s.end or s.tokens[close].text not in COMMAS or s.opens_clause_in(comma, close):
        return comma
    reach = range(begins + 1, min(s.clause_end(begins), begins + _CALLED))
    called = s.lexicon.definite(s.folded[begins]) and any(is_preposition(s, cue, at, after) for at in reach)
    return close if called else comma


def _is_said_in_quotes(s: Sentence, cue: Cue, at: int, after: int, *, governed: bool) -> bool:
    """Whether the quotation at `at` is what is said behind a cue, `governed` by no preposition in front of it."""
    close = s.pairs[at]
    if cue.calls and not cue.calls.isdisjoint(s.folded[at:close]):
        return True  # «محملا "السلطات مسؤولية الحادث"»
    alone = close - at == 2 and at > after and s.tokens[at - 1].is_word  # «في مدينة "الساحل"»
    alone = alone and "object" in cue.takes and cue.preposition is None
    if "quote" in cue.takes and not alone and not _names_something(s, at, close):
        return True
    inside = not governed and len(cue.preposition or "") > 1 and "object" in cue.takes
    return inside and s.folded[at + 1] == cue.preposition  # «أعربت تونس "عن استنكارها"»


def _may_name(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the quotation at `at` may name what is said: «توقع الوزير "انخفاض الأسعار …"», «مستنكرا "الصمت المريب"»."""
    at_once = at == after and cue.kind == "participle"
    return (at_once or s.pairs[at] - at > _NAME) and _names_it(cue) and s.clause_end(after) > at


def _begins_another(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether another statement begins with the cue at `at` before what the cue before it tells was met."""
    lexicon, before = s.lexicon, s.folded[at - 1]
    if is_circumstance(s, at) and not _only_says_so(s, cue, at):
        return not withholds(s, at, at + 1)
    if _opens_another(s, at):
        return True
    if not s.is_verb_cue(at) or before in lexicon.before_deeds:  # «بيان حول تعهد القضاء»
        return False
    aside = before in lexicon.relatives and "that" in cue.takes  # «قالت الشرطة التي كشفت … إن»
    taken_up = at + 1 < s.end and s.folded[at + 1] in lexicon.of_it - lexicon.in_it and "that" in cue.takes
    published = before in lexicon.occasions | lexicon.documents  # «في وثيقة كشفت عنها أمس أنها»
    # «في تصريحات أوردتها قناة … إن»
    published = (published and taken_up) or (before in lexicon.occasions and s.has_pronoun(at))
    aside = aside or (published and not _describes(s, at))
    meanwhile = before in lexicon.pronouns and before.startswith(lexicon.conjunction)
    parted = s.tokens[at - 2].text in COMMAS  # «وقال أحد الناجين، وهو طالب في العشرين: "…"»
    aside = aside or (meanwhile and (at == after + 1 or parted))  # «وتضيف وهي تشير إلى السجادة: "…"»
    return not aside and not withholds(s, at, at + 1)


def _opens_another(s: Sentence, at: int) -> bool:
    """«نفت الوزارة استخدام القوة، وادعت أن»: whether behind a comma a verb goes on that «أن» follows at once."""
    if s.tokens[at - 1].text not in COMMAS or at + 1 >= s.end or s.folded[at + 1] not in s.lexicon.that:
        return False
    return s.lexicon.tells(s.folded[at], "verb") and s.conjoined(at)


def _names_it(cue: Cue) -> bool:
    """Whether what is said may follow a cue as a noun, and so in quotation marks: «توقع الوزير "انخفاض الأسعار …"»."""
    return "object" in cue.takes and cue.preposition is None and not {"text", "noun"} & cue.takes


def _without_that(s: Sentence, cue: Cue, after: int, preposition: int | None) -> Range | None:
    """Where the source ends and what is said begins that is a noun, behind the preposition if there is one."""
    lexicon = s.lexicon
    if preposition is not None and preposition + 1 < s.end:
        alone = s.folded[preposition] == cue.preposition and len(cue.preposition) > 1
        begins = preposition + alone
        if "object" in cue.takes or ("to" in cue.takes and preposition == after):
            return preposition, begins
        if {"to", "whom"} & cue.takes and is_object(s, after):
            return after, after
        governed = s.tokens[after].text in lexicon.before_nouns  # «داعيا في الآن ذاته إلى»
        if "to" in cue.takes and cue.kind == "participle" and not governed:
            return after, after  # «مطالبا الحكومة بسحبه»: whom he calls on belongs to what he says
        if "to" in cue.takes:
            return _addressee(s, cue, after, preposition)
        if "whom" in cue.takes and s.folded[after] in lexicon.unsaying:
            return after, after  # «وصف الأنباء عن … بأنها»: who says it was named before
        if "whom" in cue.takes:
            if preposition == after:  # «اتهم بالتجسس» is passive
                return (after, after) if s.folded[after - 1].endswith(lexicon.possessives) else None
            if preposition == after + 1 and cue.kind == "verb" and not s.has_pronoun(after - 1):
                return after, after  # «واتهمت الوزارة بالتنصل من الاتفاق»
            begins, content = _addressee(s, cue, after, preposition)
            if begins == preposition and not s.folded[after - 1].endswith(lexicon.possessives):
                begins = content = last_object(s, after, preposition)
            return begins, content
    governed = s.tokens[after].text in lexicon.written_prepositions  # «أكد على أهمية»
    governed = governed or (cue.kind == "verb" and s.has_pronoun(after - 1))  # «اعتبرها خطوة مهمة»
    if "object" in cue.takes and cue.preposition is None and cue.kind in ("verb", "deed") and not governed:
        told = object_after(s, after, "person" in cue.takes)
        act = "act" not in cue.takes or (told is not None and is_verbal_noun(s, told[1]))
        return told if act else None  # «لاحظ الوزير تراجع», not «لاحظ الأعوان علامات»
    return None


def _begins_call(s: Sentence, cue: Cue, after: int, named: int) -> int:
    """Where what is said begins that a noun at `named` names: at that noun, or at whom it is laid on («حمّل الوزير الشركة مسؤولية …»)."""
    if "whom" not in cue.takes:
        return named
    if cue.kind == "participle":
        return after
    return _whom_before(s, after, named)


def _thing_before(s: Sentence, cue: Cue, after: int, that: int) -> int | None:
    """Where behind who speaks a verbal noun begins, before «أن» that belongs to it: «نفى الحداد صحة القول إن»."""
    if cue.kind != "verb" or "object" not in cue.takes or cue.preposition is not None:
        return None
    for at in range(after + 1, that):
        if ends_phrase(s, at) or not s.tokens[at].is_word:
            return None
        whole = s.lexicon.definite(s.folded[at - 1]) or ends_description(s, after, at)
        listed = s.folded[at] in s.lexicon.plain_verbal_nouns
        his = (
            is_his(s, at) and is_verbal_noun(s, at) and not name_at(s, at + 1, that)
        )  # «المنتهية مهامه سالم الحداد»
        if whole and (listed or his):
            return at  # «أكدت الجمعية استعدادها … أن»
        if s.folded[at] in s.lexicon.unsaying and s.folded[at + 1] in s.lexicon.relatives:
            return at  # «نفى الحداد الأنباء التي تفيد بأن»
    return None


def _whom_before(s: Sentence, after: int, call: int) -> int:
    """Where behind «حملت» whom it puts the blame on begins: «الوزارة السلطات المسؤولية»; all before it, if nobody else is named."""
    begins = (one for one in range(after + 1, call) if begins_object(s, after, one) or _is_body(s, one))
    behind = s.folded[call + 1] if call + 1 < s.end else ""
    upon = bool(s.lexicon.to) and behind.startswith(s.lexicon.to)  # «حمل الوزير المسؤولية للشركة»
    definite = [*map(s.lexicon.definite, s.folded[after:call])]
    several = any(all(definite[one : one + _SEVERAL]) for one in range(len(definite) - _SEVERAL + 1))
    named = s.is_name_part(after) or not all(token.is_word for token in s.tokens[after:call])
    return next(begins, call if upon or named or several else after)


def _is_body(s: Sentence, at: int) -> bool:
    """«حمّل المركز سلطات الميناء المسؤولية»: another body behind a noun with the article, and whose it is."""
    lexicon = s.lexicon
    owned = at + 1 < s.end and lexicon.definite(s.folded[at + 1]) and lexicon.definite(s.folded[at - 1])
    if all(map(s.is_name, s.folded[at - 2 : at])) and lexicon.definite(s.folded[at]):
        return lexicon.bare(s.folded[at]) in lexicon.bodies  # «المحافظ يورغن ماتس الحكومة»
    return owned and s.folded[at] in lexicon.organisations


def _describes(s: Sentence, at: int) -> bool:
    """«اجتماع وصفه بالعاجل»: whether a verb says what something is, by somebody's word."""
    return any("whom" in cue.takes for _, cue in s.lexicon.cues.get(s.folded[at], ()))


def _may_open(cue: Cue, at: int, after: int) -> bool:
    """Whether a quotation that nothing closes may tell at `at` what is said."""
    return ("quote" in cue.takes and at > after) or (_names_it(cue) and cue.kind == "participle")


def _opens_unclosed(s: Sentence, at: int) -> bool:
    """Whether at `at` a quotation opens that nothing closes; behind a word that it is written on to only where no «أن» follows."""
    if at in s.paragraph.closes or at + 1 >= s.end:
        return False
    joined = s.tokens[at - 1].end == s.tokens[at].start < s.tokens[at].end < s.tokens[at + 1].start
    before = s.folded[at - 1].removeprefix(s.lexicon.to)
    # «في ندوة حول "مستقبل الميناء أن»
    named = before in s.lexicon.press or before in s.lexicon.about  # «أفاد مراسل "الساحل بأن»
    return not (joined or named) or s.find_any(s.lexicon.that, at, s.end) is None


def _only_says_so(s: Sentence, cue: Cue, at: int) -> bool:
    """«وتابع النائب قائلا», «أضاف قوله»: it says no more than the verb that it stands behind."""
    if "that" not in cue.takes and s.folded[at + 1] in s.lexicon.that:
        return False  # «ختمت كلمتها بقولها إن»
    said = s.lexicon.cues[s.folded[at]][0][1]
    return "quote" in cue.takes and said.lemma in s.lexicon.plainly


def _opens_statement(s: Sentence, cue: Cue, preposition: int | None, at: int) -> bool:
    """Whether «أن» at `at` opens what is said: not in «قبل أن», nor far from «إلى» in «توصل إلى … أن»."""
    if s.folded[at - 1] in s.lexicon.not_that:
        return False
    if s.folded[at - 1] in s.lexicon.especially and s.tokens[at - 2].text in COMMAS:
        return False
    wants = cue.takes == {"that"} and cue.preposition is not None and cue.lemma in s.lexicon.ambiguous
    return not wants or preposition == at - 1


def _tells_content(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether behind a word that tells the content of a text this content follows at once, as a noun: «خبر مفاده غلق المصنع»."""
    lexicon, word = s.lexicon, s.folded[at]
    return (
        "noun" in cue.takes
        and s.tokens[at].is_word
        and not lexicon.is_any(word, lexicon.that, lexicon.particles)
    )


def _names_what_is_said(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether what is said stands behind its verb at once, so that who says it was named before: «وأكد ضرورة الحوار»."""
    if "object" not in cue.takes or cue.preposition is not None or at >= s.end:
        return False
    while at + 1 < s.end and s.is_time(at):
        at += 1
    if cue.plural and not cue.present and is_his(s, at):
        return True  # «وأكدوا استعدادهم»: behind a plural nobody stands
    lexicon, word = s.lexicon, s.folded[at]
    nouns = [*lexicon.without_pronoun(lexicon.bare(word))]
    long_form = any(map(lexicon.of_long_form, nouns)) or s.tokens[at].text.startswith(lexicon.written_verbal)
    told = long_form and not (lexicon.definite(word) or s.is_name(word) or may_speak(s, at))
    return (told or not lexicon.verbal_nouns.isdisjoint(nouns)) and word not in lexicon.given_names


def _denied_thing(s: Sentence, cue: Cue, at: int) -> int | None:
    """«ونفى ما تردد», «ونفت عبر حسابها كل ما يتردد»: where what a verb denies begins with «ما», before which nobody is named."""
    if cue.stance != "denied" or cue.kind != "verb" or "object" not in cue.takes or at >= s.end:
        return None
    behind = s.tokens[at].text in s.lexicon.before_nouns or s.folded[at] in s.lexicon.quantifiers
    what = s.find_any(s.lexicon.that_which, at, s.clause_end(at) if behind else at + 1)
    if what is None or any(may_speak(s, one) for one in range(at + 1, what)):
        return None
    return what - (what > at and s.folded[what - 1] in s.lexicon.quantifiers)


def _begins_noun(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether what is said follows a circumstance at once, as a noun: «مؤكدا ضرورة الحوار»."""
    if "object" not in cue.takes or cue.preposition is not None or at >= s.end or not s.tokens[at].is_word:
        return False
    lexicon, word = s.lexicon, s.folded[at]
    return (
        word in lexicon.that_which
        or not (
            word in lexicon.that
            or word in lexicon.particles
            or ends_phrase(s, at)
            or word in lexicon.hoping  # «يجمعهم مجددا ولعل هذا»
            or (len(word) > 3 and word.startswith(lexicon.joined_article))
            or (word.startswith(lexicon.proclitics) and lexicon.definite(word[1:]))
            or (bool(lexicon.to) and word.startswith(lexicon.to) and names_act(s, word[len(lexicon.to) :]))
        )
    )


def is_preposition(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the preposition that a cue wants stands at `at`, alone or written on to its noun."""
    word, preposition, lexicon = s.folded[at], cue.preposition or "", s.lexicon
    if word in s.lexicon.with_what.get(preposition, ()):
        return True  # «محذرا مما أسماه»
    calls = cue.kind in ("verb", "deed") or "object" not in cue.takes or "person" in cue.takes
    if not calls and at > after and not ends_phrase(s, after):
        return False  # «آليات مشددة … على»: an adjective
    if len(preposition) > 1 or word == preposition:
        other = (
            at + 1 < s.end and preposition in s.lexicon.partitive and s.folded[at + 1] in s.lexicon.not_from
        )
        return word == preposition and not other and starts(s.lexicon.breaks, s.folded, at) < 2
    if (
        at > after
        and preposition == s.lexicon.to
        and s.lexicon.joined(word)
        and not names_act(s, s.lexicon.bare(word))
    ):
        return False  # «الإدارة العامة للحرس»
    if "act" in cue.takes and not any(names_act(s, one) for one in lexicon.without_pronoun(word[1:])):
        return False  # «أقرت المحكمة الحكم بمدينة …»
    between = {  # without «باسم», and «في بيان»
        s.folded[one] for one in range(after, at) if s.tokens[one - 1].text not in lexicon.before_nouns
    } - lexicon.not_names
    if "act" in cue.takes and any(one.startswith(preposition) for one in between):
        return False
    if {"act", "to"} <= cue.takes and not _are_called_on(s, after, at):
        return False  # «وجه القضاء صفعة جديدة إلى»
    if at > after and (word in lexicon.not_names or _ends_name(s, at)):
        return False  # «المتحدث باسم الوزارة», «فرج بوزعلان»
    if at > after and _is_place_before(s, preposition, at):
        return False  # «ندد السفير بتونس، سالم الحداد، بالعملية»
    if at == after and "that" in cue.takes and _is_before_that(s, cue, at):
        return False  # «اعترف بوعزة بأن»
    # A preposition written on to its noun shows only where something stands before it.
    return (
        word.startswith(preposition)
        and len(word) > 2
        and not s.lexicon.is_any(word, s.lexicon.of_it, s.lexicon.nouns, s.lexicon.not_names)
        and s.folded[at - 1] not in s.lexicon.prepositions
        and (
            at > after
            or "act" in cue.takes
            or (s.lexicon.definite(word[1:]) and s.has_pronoun(at - 1))
            or s.has_suffix(at)
            or s.lexicon.of_people(word[1:])
            or not s.is_name(word[1:])
        )
    )


def _ends_name(s: Sentence, at: int) -> bool:
    """Whether at `at` a family name stands: a word of no other use behind a given name, or alone between commas."""
    word, before = s.folded[at], s.folded[at - 1]
    if s.lexicon.definite(word[1:]) or not all(map(s.is_name, (word, *s.lexicon.without_pronoun(word[1:])))):
        return False
    given = before in s.lexicon.name_parts and s.tokens[at - 1].text not in s.lexicon.written_prepositions
    return given and not names_act(s, word[1:])


def _are_called_on(s: Sentence, after: int, end: int) -> bool:
    """Whether in a range nothing stands but who speaks and whom he calls on: «الوزير الجهات المعنية», «المحافظ رؤساء المدن»."""
    definite, folded = s.lexicon.definite, s.folded
    return all(
        s.tokens[at].text not in s.lexicon.before_nouns
        and (definite(folded[at]) or definite(folded[at + 1]) or may_speak(s, at) or s.is_name_part(at))
        for at in range(after, end)
    )


def _is_before_that(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether behind the word at `at` «بأن» has the preposition of a cue that begins the word as well."""
    preposition, end = cue.preposition or "", s.clause_end(at + 1)
    that = (one for one in s.folded[at + 1 : end] if one in s.lexicon.that)
    return next(that, "").startswith(preposition)


def _is_place_before(s: Sentence, preposition: str, at: int) -> bool:
    """Whether the name of a place carries the preposition at `at`, and a verbal noun behind it does so too: «بنابل بفتح تحقيق»."""
    if not s.lexicon.is_place(s.folded[at][len(preposition) :]):
        return False
    behind = (s.folded[one] for one in range(at + 1, min(s.end, at + _REACH)))
    joined = (word.removeprefix(preposition) for word in behind if word.startswith(preposition))
    return any(names_act(s, word) or s.lexicon.definite(word) for word in joined)


def _to_him(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the preposition of a call stands at `at` with a pronoun: «منه», «منهما»."""
    preposition = cue.preposition or ""
    pronoun = s.folded[at].removeprefix(preposition)
    return len(preposition) > 1 and pronoun in s.lexicon.possessives and at + 1 < s.end


def _governs(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the preposition at `at` belongs to the noun before it: «النائب عن حزب», «عدد كبير من السكان»."""
    lexicon = s.lexicon
    noun = s.folded[at - 1]
    body = "to" in cue.takes and lexicon.definite(noun) and not lexicon.joined(noun)  # «سلطة الإشراف»
    if lexicon.bare(noun) in lexicon.governing and not body:
        return True
    before = s.folded[after:at]
    first = cue.preposition in lexicon.partitive and cue.preposition not in before
    if first and lexicon.bare(s.folded[at + 1]) in lexicon.organisations:
        # «حذر خبراء من البنك المركزي من انهيار»
        return s.find(cue.preposition or "", at + 2, s.clause_end(at)) is not None
    return first and any(word in lexicon.numerals for word in before)


def _names_something(s: Sentence, opening: int, closing: int) -> bool:
    """A quotation of a word or two before the marker is a name («حركة "النهضة"»), not a statement."""
    if closing + 1 < s.end and s.folded[closing + 1] == ":":
        return True
    if closing + 1 < s.end and s.folded[closing + 1] == "(" and closing - opening - 1 <= _NAME:
        return True  # «تقول "سلمى" (اسم مستعار)»
    before = s.folded[opening - 1] if opening > s.first else ""
    outlet = (
        before.removeprefix(s.lexicon.to) in s.lexicon.outlets and closing - opening <= _REACH
    )  # «شبكة "سي.إن.إن"»
    if outlet or before in s.lexicon.titles:
        return True
    behind = closing + 1
    parted = opening > s.first and s.tokens[opening - 1].text in COMMAS
    parted = parted and behind < s.end and s.tokens[behind].text in COMMAS
    if parted and name_at(s, opening + 1, closing) and closing - opening - 1 <= _NAME:
        return True  # «وزير الخارجية، "بورج هاند"، قرار»
    titled = behind + (behind < s.end and s.tokens[behind].text in COMMAS)
    word = s.folded[titled] if titled < s.end else ""
    if closing - opening - 1 <= _NAME and (
        word in s.lexicon.roles or (s.lexicon.definite(word) and s.lexicon.role(word))
    ):
        return True  # «أكد "سالم الحداد"، رئيس اللجنة»
    if closing - opening - 1 > 3:
        # «في ندوة تحت عنوان "…"، أن»
        described = behind < s.end and s.lexicon.definite(s.folded[behind]) and opening > s.first
        if described and not s.lexicon.that.isdisjoint(s.folded[behind : behind + _REACH]):
            return True  # «في ندوة "…" المنتظمة بالعاصمة أن»
        behind += behind < s.end and s.tokens[behind].text in COMMAS
        return behind < s.end and s.folded[behind] in s.lexicon.that
    goes_on = behind < s.end and s.tokens[behind].is_word and not joins_another(s, behind)
    governs = s.folded[opening - 1]
    if governs == s.lexicon.to or s.lexicon.is_any(governs, s.lexicon.organisations, s.lexicon.reporters):
        return True  # «حزب "حراك الساحل"», «موفد "الساحل"», «لـ "الساحل"»
    if s.lexicon.bare(s.folded[opening - 1]) in s.lexicon.outlets or (goes_on and closing - opening <= 3):
        return True
    following = s.folded[closing + 1 : closing + 12]
    return any(word in s.lexicon.that or word == ":" for word in following) or any(
        at in s.pairs for at in range(closing + 1, min(closing + 12, s.end))
    )


def _called_by_body(s: Sentence, after: int, end: int) -> int | None:
    """Where behind a body and whose it is a role begins, which is whom it calls on: «لجنة المالية رئيس الحكومة»; None where none does."""
    lexicon = s.lexicon
    if lexicon.bare(s.folded[after]) not in lexicon.organisations:
        return None
    for at in range(after + 1, end - 1):
        before, word = s.folded[at - 1], s.folded[at]
        whole = lexicon.definite(before) or before.startswith(lexicon.proclitics)
        if whole and word in lexicon.roles and word not in lexicon.given_names:
            return at if lexicon.definite(s.folded[at + 1]) and s.tokens[at].is_word else None
    return None


def _calls_between(s: Sentence, after: int, commas: list[int]) -> bool:
    """«دعا حزب الساحل، الحكومة، إلى»: whether between the last two commas whom somebody calls on stands, and not who he is."""
    lexicon, start = s.lexicon, commas[-2] + 1
    noun, first = lexicon.bare(s.folded[start]), lexicon.bare(s.folded[after])
    if lexicon.definite(s.folded[start]) and lexicon.is_any(noun, lexicon.organisations, lexicon.groups):
        return True
    if first in lexicon.organisations:
        return lexicon.role(s.folded[start]) and not name_at(s, start, commas[-1])
    named = name_at(s, commas[-2] - 2, commas[-2]) and s.folded[commas[-2] - 2] in lexicon.given_names
    return named and name_at(s, start, commas[-1]) and commas[-1] - start <= _NAME


def _thing_behind_name(s: Sentence, start: int, end: int) -> int:
    """Where behind a name at `start` a noun begins that is no part of it; `end` where no name or no such noun stands there."""
    within = range(start + 1, min(end, s.clause_end(start)))
    things = (at for at in within if begins_object(s, start, at) or begins_what_is_said(s, start, at))
    thing = next(things, end)
    return thing if name_at(s, start, thing) else end


def _addressee(s: Sentence, cue: Cue, after: int, preposition: int) -> Range:
    """دعا X Y إلى: the source ends at a comma, or with its first noun and what belongs to it."""
    lexicon = s.lexicon
    commas = [at for at in range(after, preposition) if s.tokens[at].text in COMMAS]
    if (called := _called_by_body(s, after, commas[0] if commas else preposition)) is not None:
        return called, called  # «دعت لجنة المالية رئيس الحكومة، سامي الحداد، إلى»
    if len(commas) > 1 and _calls_between(s, after, commas):
        return commas[-2], commas[-2] + 1
    if commas and is_object(s, commas[-1] + 1):
        return commas[-1], commas[-1] + 1  # «دعت المديرة، سلوى الحداد، المصطافين إلى»
    shown = s.find_any(lexicon.demonstratives, commas[-1] + 2, preposition) if commas else None
    if shown is not None and "whom" in cue.takes:
        return shown, shown  # «وصف الوالي، عادل الحداد هذه الخطوة ب»
    named = next((one for one in commas if s.is_name_part(one + 1)), None)
    thing = preposition if named is None else _thing_behind_name(s, named + 1, preposition)
    if thing < preposition:
        return thing, s.past_times(thing, preposition)  # «وصف المتحدث، سالم الحداد التصريحات ب»
    if commas and name_at(s, commas[-1] + 1, preposition):
        return preposition, preposition + 1  # «دعا رئيس الجمعية، سالم الحداد إلى»
    if commas and commas[-1] + 1 == preposition:
        return commas[-1], preposition + (len(cue.preposition or "") > 1)
    if commas:
        return commas[-1], s.past_times(commas[-1] + 1, preposition)  # «، اليوم الثلاثاء المديرين إلى»
    at = after + 1
    while at < preposition and not (begins_object(s, after, at) or begins_what_is_said(s, after, at)):
        at += 1
    behind = preposition + (len(cue.preposition or "") > 1)
    if at == preposition:
        return at, behind
    begins = s.past_times(at, preposition)  # «دعا الحداد اليوم الاثنين إلى»
    return (at, begins) if begins < preposition else (at, behind)
