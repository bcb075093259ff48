"""What marks a statement behind its cue where the verb comes first: «أن», a colon, a quotation, a preposition, or nothing."""

from __future__ import annotations

from tawatur.attribution.frames.behind_verb.addressees import addressee, begins_call, past_occasion
from tawatur.attribution.frames.behind_verb.contents_as_nouns import (
    begins_noun,
    denied_thing,
    names_what_is_said,
    tells_content,
    thing_before,
)
from tawatur.attribution.frames.behind_verb.direct_objects import behind_aside, object_after
from tawatur.attribution.frames.behind_verb.objects import is_his, is_object, last_object, people_in
from tawatur.attribution.frames.behind_verb.prepositions import governs, is_preposition, to_him
from tawatur.attribution.frames.behind_verb.quotations import (
    is_said_in_quotes,
    may_name,
    may_open,
    names_something,
    opens_unclosed,
    speaks_in_quotes,
)
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_verbal_noun
from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.outlets_named import past_outlet
from tawatur.attribution.text.paragraph import COMMAS, OPENING, Range
from tawatur.attribution.text.phrase_ends import (
    ends_phrase,
    is_circumstance,
    is_occasion,
    past_parted_occasion,
)
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.withheld import withholds

_ALONE = 3  # letters of «أن» with nothing written on to its end
_RELATIVE = 2  # tokens of a relative pronoun and its verb
_FARTHEST = 45  # tokens from a cue to what marks its statement


def marker(s: Sentence, cue: Cue, after: int) -> Range | None:
    """Where behind a cue the source ends and where the statement begins; None where nothing marks one."""
    if cue.kind == "participle":
        after = past_parted_occasion(s, after)  # «مشددا، خلال مؤتمر صحفي، على»
    at_once = _at_once(s, cue, after) or _behind_occasion(s, cue, after)
    if at_once or _is_his_thing(s, cue, after):
        return at_once
    lexicon, folded = s.lexicon, s.folded
    preposition: int | None = None
    # «النائب عن حزب», «الدفاع عن»: as the noun before it wants it, which may be all there is
    governed: int | None = None
    named: int | None = None  # a quotation that may name what is said, where nothing else does
    farthest, calls = min(s.end, after + _FARTHEST), "to" in cue.takes
    at = past_outlet(s, after, farthest)  # «قالت شبكة سي إن إن إن»
    while at < farthest:
        word = folded[at]
        if word in COMMAS and {"to", "whom"} & cue.takes:
            at = past_occasion(s, cue, at, after)
        if at > after and word in lexicon.according_starts:
            length = starts_according(lexicon, folded, at)
            if length:
                at = s.skip_verbs(at + length)
                continue
        # Most words mark nothing, and need not be asked.
        may_mark = calls or word in lexicon.that or word in cue.calls or not s.is_word[at]
        may_mark = may_mark or s.written[at] in lexicon.that_not
        if may_mark and (mark := _mark_at(s, cue, at, after, preposition)) is not None:
            return mark if mark[1] < s.end else None
        if at in s.pairs:
            if named is None and may_name(s, cue, at, after):
                named = at
            if preposition is None and _is_called_in_quotes(s, cue, at, after):
                preposition = at
            at = s.pairs[at] + 1
            continue
        if preposition is None and cue.preposition and is_preposition(s, cue, at, after):
            relative = at - after > _RELATIVE and folded[at - 2] in lexicon.relatives
            if relative or (at > after and governs(s, cue, at, after)):
                # not in «أبلغت النيابة التي أذنت بتتبع المحتجين»
                governed = governed if relative else governed or at
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
    return found if found or named is None or names_something(s, named, s.pairs[named]) else (named, named)


def _at_once(s: Sentence, cue: Cue, after: int) -> Range | None:
    """What is said as a noun at once behind its cue, by somebody who is not named there."""
    besides = after + (after + 1 < s.end and s.folded[after] in s.lexicon.besides)  # «مؤكدا كذلك مقتل»
    if cue.kind == "participle" and begins_noun(s, cue, besides):
        return besides, besides
    if cue.kind == "led" and cue.preposition is None and _is_noun_told(s, cue, after):
        return after, after
    if cue.kind == "verb" and (tells_content(s, cue, after) or names_what_is_said(s, cue, after)):
        return after, after
    what = denied_thing(s, cue, after)
    return None if what is None else (after, what)


def _is_noun_told(s: Sentence, cue: Cue, at: int) -> bool:
    """«سارع إلى نفي الخبر»: whether what is said stands as a noun behind a noun of saying."""
    noun = "object" in cue.takes and at < s.end and s.is_word[at] and s.folded[at] not in s.lexicon.that
    return noun and s.written[at] not in s.lexicon.written_prepositions


def _behind_occasion(s: Sentence, cue: Cue, after: int) -> Range | None:
    """«نافيا في الوقت نفسه وجود»: what is said as a noun behind the occasion or the time of a circumstance."""
    told = cue.kind == "participle" and "object" in cue.takes and cue.preposition is None
    if not told or not (is_occasion(s, after) or starts(s.lexicon.breaks, s.folded, after)):
        return None
    end = s.clause_end(after)
    quoted = any(one in s.pairs for one in range(after, min(end + 2, s.end)))
    if quoted or s.opens_clause_in(after, end) or ":" in s.folded[after:end]:
        return None
    behind = behind_aside(s, after, after)
    if behind and s.lexicon.is_any(s.folded[behind[1] - 1], s.lexicon.prepositions, s.lexicon.breaks.keys()):
        return None
    return (behind[1], behind[1]) if behind and begins_noun(s, cue, behind[1]) else None


def _is_his_thing(s: Sentence, cue: Cue, after: int) -> bool:
    """«علقت مشاركتها في الحوار على …»: whether a verb does something with a thing of who does it, and says nothing."""
    done = cue.kind == "verb" and cue.takes == {"object"} and len(cue.preposition or "") > 1
    return done and s.has_suffix(after) and is_his(s, after)


def _mark_at(s: Sentence, cue: Cue, at: int, after: int, preposition: int | None) -> Range | None:
    """Where the source ends and the statement begins, if what stands at `at` marks it by itself.

    `preposition` is where the one was met that the cue wants. A statement that begins with the end of the sentence is none.
    """
    lexicon, word = s.lexicon, s.folded[at]
    if word in cue.calls:
        return (begins := begins_call(s, cue, after, at)), begins
    if word in lexicon.that and "that" in cue.takes and _opens_statement(s, cue, preposition, at):
        if (thing := thing_before(s, cue, after, at)) is not None:
            return thing, thing
        alone = len(word) <= _ALONE or at + 1 == s.end
        return preposition if preposition == at - 1 else at, at + alone
    if s.written[at] in lexicon.that_not and "that" in cue.takes:
        return at, at  # «توقع المصدر ألا تسفر»
    if at in s.pairs:
        said = is_said_in_quotes(s, cue, at, after, governed=preposition is not None)
        return (at, at) if said else None
    if word == ":" and at + 1 < s.end and ("quote" in cue.takes or speaks_in_quotes(s, cue, at, after)):
        return at, at + 1
    if word in OPENING and may_open(cue, at, after) and opens_unclosed(s, at):
        return at, at  # a quotation that nothing closes
    if "to" in cue.takes and preposition is None and to_him(s, cue, at):
        return at, at + 1  # «وطلب منهما عدم التدخل»
    return None


def _is_called_in_quotes(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """«واصفا ما حدث "بالزوبعة"»: whether in the quotation at `at` the preposition stands that a cue of naming wants."""
    return "whom" in cue.takes and bool(cue.preposition) and is_preposition(s, cue, at + 1, after)


def _begins_another(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether another statement begins with the cue at `at` before what the cue before it tells was met."""
    lexicon, before = s.lexicon, s.folded[at - 1]
    if is_circumstance(s, at) and not _only_says_so(s, cue, at):
        return not withholds(s, at, at + 1)
    if _opens_another(s, at):
        return True
    if not s.is_verb_cue(at) or before in lexicon.before_deeds:  # «بيان حول تعهد القضاء»
        return False
    if _goes_on_saying(s, cue, at) or _belongs_to_speaker(s, cue, at, after):
        return False
    aside = before in lexicon.relatives and "that" in cue.takes  # «قالت الشرطة التي كشفت … إن»
    following = s.folded[at + 1] if at + 1 < s.end else ""
    taken_up = following in lexicon.of_it and following not in lexicon.in_it and "that" in cue.takes
    published = lexicon.is_any(before, lexicon.occasions, lexicon.documents)  # «في وثيقة كشفت عنها أمس أنها»
    # «في تصريحات أوردتها قناة … إن»
    published = (published and taken_up) or (before in lexicon.occasions and s.has_pronoun(at))
    aside = aside or (published and not _describes(s, at))
    meanwhile = before in lexicon.pronouns and before.startswith(lexicon.conjunction)
    parted = s.written[at - 2] in COMMAS  # «وقال أحد الناجين، وهو طالب في العشرين: "…"»
    aside = aside or (meanwhile and (at == after + 1 or parted))  # «وتضيف وهي تشير إلى السجادة: "…"»
    return not aside and not withholds(s, at, at + 1)


def _belongs_to_speaker(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """«وقال المدرب روي كوستا إن», «وشكا مواطنون تحدثوا للصحيفة من»: whether what may be a verb at `at` is a name, or tells of somebody before it."""
    if at == after or s.conjoined(at) or not s.is_word[at - 1]:
        return False
    if s.folded[at] in s.lexicon.given_names:
        return True
    somebody = s.lexicon.is_any(s.folded[at - 1], s.lexicon.groups, s.lexicon.anonymous)
    ahead = s.folded[at + 1 : s.clause_end(at)]
    wanted = cue.preposition in ahead or ("that" in cue.takes and not s.lexicon.that.isdisjoint(ahead))
    return somebody and wanted and s.folded[at + 1] not in s.lexicon.that


def _goes_on_saying(s: Sentence, cue: Cue, at: int) -> bool:
    """«وتابع الوزير يقول إن»: whether at `at` a verb of the present only says that the statement itself follows."""
    said, behind = s.lexicon.cues[s.folded[at]][0][1], at + 1
    plainly = said.present and said.lemma in s.lexicon.plainly and "quote" in cue.takes
    told = behind < s.end and (
        behind in s.pairs or s.folded[behind] == ":" or s.folded[behind] in s.lexicon.that
    )
    return plainly and told and not s.conjoined(at)


def _opens_another(s: Sentence, at: int) -> bool:
    """«نفت الوزارة استخدام القوة، وادعت أن»: whether behind a comma a verb goes on that «أن» follows at once."""
    if s.written[at - 1] not in COMMAS or at + 1 >= s.end or s.folded[at + 1] not in s.lexicon.that:
        return False
    return s.lexicon.tells(s.folded[at], "verb") and s.conjoined(at)


def _without_that(s: Sentence, cue: Cue, after: int, preposition: int | None) -> Range | None:
    """Where the source ends and what is said begins that is a noun, behind the preposition if there is one."""
    lexicon = s.lexicon
    if preposition is not None and preposition + 1 < s.end:
        alone = s.folded[preposition] == cue.preposition and len(cue.preposition) > 1
        begins = preposition + alone
        if "person" in cue.takes and (people := people_in(s, after, preposition)) < preposition:
            return people, people  # «وأوصت السلطات الأفراد بعدم الدفع»
        if "object" in cue.takes or ("to" in cue.takes and preposition == after):
            return preposition, begins
        if {"to", "whom"} & cue.takes and is_object(s, after):
            return after, after
        governed = s.written[after] in lexicon.before_nouns  # «داعيا في الآن ذاته إلى»
        if "to" in cue.takes and cue.kind == "participle" and not governed:
            return after, after  # «مطالبا الحكومة بسحبه»: whom he calls on belongs to what he says
        if "to" in cue.takes:
            return addressee(s, cue, after, preposition)
        if "whom" in cue.takes and s.folded[after] in lexicon.unsaying:
            return after, after  # «وصف الأنباء عن … بأنها»: who says it was named before
        if "whom" in cue.takes:
            if preposition == after:  # «اتهم بالتجسس» is passive
                return (after, after) if s.folded[after - 1].endswith(lexicon.possessives) else None
            if preposition == after + 1 and cue.kind == "verb" and not s.has_pronoun(after - 1):
                return after, after  # «واتهمت الوزارة بالتنصل من الاتفاق»
            begins, content = addressee(s, cue, after, preposition)
            aside = any(ends_phrase(s, one) for one in range(after, s.clause_end(after)))
            if aside and content >= preposition and s.written[preposition - 1] in COMMAS:
                return None  # «وفسر الوزير خلال مداخلة، ببرنامج الصباح، الوضع»: what it is said of is yet to come
            if begins == preposition and not s.folded[after - 1].endswith(lexicon.possessives):
                begins = content = last_object(s, after, preposition)
            return begins, content
    governed = s.written[after] in lexicon.written_prepositions  # «أكد على أهمية»
    governed = governed or (cue.kind == "verb" and s.has_pronoun(after - 1))  # «اعتبرها خطوة مهمة»
    if "object" in cue.takes and cue.preposition is None and cue.kind in ("verb", "deed") and not governed:
        told = object_after(s, after, "person" in cue.takes)
        act = "act" not in cue.takes or (told is not None and is_verbal_noun(s, told[1]))
        return told if act else None  # «لاحظ الوزير تراجع», not «لاحظ الأعوان علامات»
    return None


def _describes(s: Sentence, at: int) -> bool:
    """«اجتماع وصفه بالعاجل»: whether a verb says what something is, by somebody's word."""
    return any("whom" in cue.takes for _, cue in s.lexicon.cues.get(s.folded[at], ()))


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
    if s.folded[at - 1] in s.lexicon.especially and s.written[at - 2] in COMMAS:
        return False
    wants = cue.takes == {"that"} and cue.preposition is not None and cue.lemma in s.lexicon.ambiguous
    joined = len(cue.preposition or "") == 1 and s.folded[at].startswith(cue.preposition or ".")  # «بأن»
    return not wants or preposition == at - 1 or joined
