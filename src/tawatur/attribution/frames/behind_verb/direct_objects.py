"""Where what is said begins that is a noun with no preposition: «أعلنت الوزارة، اليوم، تأجيل», «نفى الوزير، سالم الحداد، الأنباء»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.who_may_speak import may_act, may_speak
from tawatur.attribution.frames.behind_verb.behind_names import is_plain_name
from tawatur.attribution.frames.behind_verb.objects import (
    begins_object,
    begins_what_is_said,
    is_his,
    is_object,
)
from tawatur.attribution.frames.behind_verb.verbal_nouns import (
    is_sure_act,
    is_the_act,
    is_verbal_noun,
    tells_of_what,
)
from tawatur.attribution.lexicon import starts
from tawatur.attribution.text.outlets_named import behind_addressee, is_to_outlet, outlet_at
from tawatur.attribution.text.paragraph import COMMAS, Range
from tawatur.attribution.text.phrase_ends import ends_phrase, is_month, is_occasion, name_at
from tawatur.attribution.text.sentence import Sentence

_FARTHEST = 26  # tokens from the verb
_ASIDE = 14  # tokens of time, place or occasion before a comma


def object_after(s: Sentence, after: int, of_whom: bool) -> Range | None:
    """Where the speaker's phrase from `after` is over and where the object begins; None where no object is told from it.

    `of_whom` says that the object may be whom the speaker calls on.
    """
    lexicon = s.lexicon
    limit = min(s.end - 1, after + _FARTHEST)
    within = False
    if after < limit and s.written[after] in COMMAS and may_speak(s, after + 1):
        after, within = after + 1, True  # «استنكر، حزب الساحل، قرار الوزارة»
    behind = after
    while behind < limit and s.is_time(behind):
        behind += 1
    at = after = behind if may_speak(s, behind) else after  # «أكد اليوم الوزير، سالم الحداد، متابعة»
    if after >= limit or s.folded[after] in lexicon.what or not s.is_word[after]:
        return None
    if is_his(s, after) and not s.folded[after].startswith(lexicon.proclitics):
        return after, after  # «جدد ثقته في», not «بدوره»
    if of_whom and is_object(s, after):
        return after, after  # «وناشد حكومتي البلدين فتح المعابر»
    acts, named = may_act(s, after) or may_speak(s, after), within
    while at < limit:
        if at > after and at in s.marked_names:
            at = s.marked_names[at] + 1  # «شركة "الساحل"»
            continue
        if at > after and s.written[at] in COMMAS:
            if (behind_name := _past_quoted_name(s, after, at)) and begins_thing(s, behind_name):
                return behind_name - 1, behind_name
            if s.folded[at + 1] in lexicon.that_which:
                return at, at + 1
            if ends_phrase(s, at + 1):
                return behind_aside(s, at, at + 1)
            if (is_verbal_noun(s, at + 1) and s.folded[at + 1] not in lexicon.nouns) or is_the_act(s, at + 1):
                return at, at + 1
            person = name_at(s, at + 1, s.end) or name_at(s, at + 1, min(at + 3, s.end))
            if named or not (lexicon.role(s.folded[at + 1]) or person):
                if (named or _named(s, after, at)) and begins_thing(s, at + 1):
                    return at, at + 1
                comma = s.clause_end(at + 1)
                if comma + 1 < limit and is_to_outlet(s, comma + 1):
                    return behind_aside(s, at, comma + 1)  # «الحداد، من مدينة الساحل، لرويترز استعداده»
                return (at, comma + 1) if comma < limit and is_verbal_noun(s, comma + 1) else None
            acts = named = True
            at += 1  # «وزير النقل، سالم الحداد»
        elif at > after and _begins(s, after, at, acts, of_whom):
            return at, at + (s.written[at] in lexicon.written_prepositions)  # «أعلن سالم الحداد عن تشكيل»
        elif at > after and s.folded[at] in lexicon.cues and s.conjoined(at):
            return None  # «أدان الآباء ذلك وحملوا»
        elif at > after and ends_phrase(s, at):
            return behind_aside(s, at, at)
        at += 1
    return None


def _past_quoted_name(s: Sentence, after: int, comma: int) -> int | None:
    """«وزير الخارجية، "بورج هاند"، قرار»: past a name in quotation marks between commas, behind a role; None where none stands there."""
    close = s.marked_names.get(comma + 1)
    if close is None or close + 2 >= s.end or s.written[close + 1] not in COMMAS:
        return None
    return close + 2 if s.lexicon.role(s.folded[after]) else None


def _begins(s: Sentence, after: int, at: int, acts: bool, of_whom: bool) -> bool:
    """«نفى الوزير ما يتردد», «أعلنت الوزارة تأجيل», «ناشد الأهالي السلطات»."""
    breaks = starts(s.lexicon.breaks, s.folded, at) and s.folded[at] not in s.lexicon.verbal_nouns
    if breaks or s.folded[at] == s.lexicon.to:
        return False  # not «تلقي», which is written as «تلقى» is
    told = s.folded[at] in s.lexicon.verbal_nouns and s.lexicon.definite(
        s.folded[at - 1]
    )  # «شورى الحركة ضرورة»
    lone = at == after + 1 and (is_plain_name(s, after) or tells_of_what(s, at))  # «نفى أوباما اتهامات»
    if not (acts or told or lone or name_at(s, after, at) or name_at(s, after, after + 2)):
        return False
    if s.lexicon.is_any(s.folded[at], s.lexicon.that_which, s.lexicon.cognates, s.lexicon.demonstratives):
        return True
    return begins_what_is_said(s, after, at) or (of_whom and begins_object(s, after, at))


def behind_aside(s: Sentence, over: int, at: int) -> Range | None:
    """What follows words of time, place, occasion or firmness from `at`, the speaker's phrase being `over` before them."""
    turned = at + starts(s.lexicon.turns, s.folded, at)
    if at < turned < s.end and begins_thing(s, turned):
        return over, turned  # «من جهته وجود»
    firmly = starts(s.lexicon.firmly, s.folded, at)
    if firmly and at + firmly < s.end and begins_thing(s, at + firmly):
        return over, at + firmly  # «أدان المجلس بشدة الهجوم»
    if (outlet := outlet_at(s, at)) and is_to_outlet(s, at) and outlet[1] < s.end:
        word = s.folded[outlet[1]]
        if s.lexicon.definite(word) and s.lexicon.feminine_ending(word):
            return None  # «لصحيفة "الساحل" الصادرة …»
        return outlet[1], after_place(s, outlet[1])
    if is_month(s, at) and begins_thing(s, past := _past_month(s, at)):
        return over, past
    begins = after_place(s, at)  # «أيضا في تصريح»
    occasion = is_occasion(s, begins) or s.folded[begins] in s.lexicon.roles  # «ضيف برنامج»
    timed = _is_behind_occasion(s, begins)
    told = _after_occasion(s, begins) if occasion or timed else None
    if timed and told and _is_act(s, told):
        return over, told  # «عقب الاجتماع تأجيل»
    behind = told if occasion else begins if begins > at else None
    if behind is not None and begins_thing(s, behind):
        return over, behind
    if behind is not None and behind > at and is_occasion(s, behind):
        return behind_aside(s, over, behind)  # «في مداخلة له في برنامج الصباح اليوم»
    comma = s.clause_end(at)
    reach = _FARTHEST if comma + 1 < s.end and is_verbal_noun(s, comma + 1) else _ASIDE
    if comma < min(s.end - 1, at + reach) and s.written[comma] in COMMAS:
        if ends_phrase(s, comma + 1) and s.folded[comma + 1] not in s.lexicon.that_which:
            return behind_aside(s, over, comma + 1)  # «، اليوم الثلاثاء، في تصريح إعلامي،»
        return (over, comma + 1) if begins_thing(s, comma + 1) else None
    return None


def _is_act(s: Sentence, at: int) -> bool:
    """«تأجيل», «استقالته»: whether at `at` a noun stands that tells an act and nothing else."""
    return is_sure_act(s, at) or (is_his(s, at) and is_verbal_noun(s, at))


def _is_behind_occasion(s: Sentence, at: int) -> bool:
    """«عقب الاجتماع», «بعد لقائه»: whether at `at` a word of time stands before an occasion."""
    noun = s.folded[at + 1] if at + 1 < s.end else ""
    return starts(s.lexicon.breaks, s.folded, at) == 1 and any(
        s.lexicon.bare(one) in s.lexicon.occasions for one in s.lexicon.without_pronoun(noun)
    )


def _past_month(s: Sentence, at: int) -> int:
    """Past «في جانفي الماضي», «في جانفي 2016»."""
    behind = at + 2
    while behind < s.end - 1 and (s.folded[behind].isdigit() or s.folded[behind] in s.lexicon.passing):
        behind += 1
    return behind


def _named(s: Sentence, after: int, at: int) -> bool:
    return any(word in s.lexicon.given_names for word in s.folded[max(after, at - 3) : at])


def begins_thing(s: Sentence, at: int) -> bool:
    """Whether a noun can begin at `at`: no particle, no verb of a statement, nothing that «و» joins to what was before."""
    if at >= s.end:
        return False  # «أعلنت الوزارة في أفريل», and no more
    lexicon, word = s.lexicon, s.folded[at]
    if lexicon.is_any(word, lexicon.that_which, lexicon.demonstratives):
        return True
    if not lexicon.verbal_nouns.isdisjoint(lexicon.without_pronoun(word)):
        return True
    if word.isdigit() and at == s.end - 1:
        return False  # the year of a date
    joined = word.startswith(lexicon.conjunction) and not lexicon.is_name(word)
    particle = word in lexicon.particles or word in lexicon.relatives
    return s.is_word[at] and not (joined or particle or s.is_verb_cue(at) or ends_phrase(s, at))


def _after_occasion(s: Sentence, at: int) -> int | None:
    """Past «في بلاغ أصدرته اليوم», «في تصريح لرويترز»: what follows its words of time or its outlet; None without them."""
    for one in range(at, min(s.end - 1, at + _ASIDE)):
        if s.is_time(one):
            return after_place(s, one)
        if s.folded[one].removeprefix(s.lexicon.to) in s.lexicon.possessives:
            return after_place(s, one + 1)  # «في بلاغ لها اعتزامها»
        before = s.folded[one - 1]
        act = _is_act(s, one)
        if (act or s.folded[one] in s.lexicon.verbal_nouns) and s.lexicon.definite(before):
            return one  # «على هامش الاجتماع ضرورة», «أمام المحكمة تلقيه»
        described = before.endswith(s.lexicon.origin_endings) and one > at + 2
        if act and described and before not in s.lexicon.prepositions:
            return one  # «في اتصال هاتفي وجود», «في مؤتمر صحفي استقالته»
        said_in = one == at + 2 and before in s.lexicon.said_in and not s.is_said(s.folded[one])
        if said_in and is_sure_act(s, one):
            return one  # «في بيان وجود», not «في بيان نشر أمس»
        called = s.lexicon.definite(s.folded[one]) and s.lexicon.is_any(
            s.lexicon.bare(s.folded[one]), s.lexicon.organisations, s.lexicon.groups
        )
        if called and described and not s.lexicon.definite(before):
            return one  # «خلال مؤتمر صحفي الحكومة»
        whole = s.folded[one] in s.lexicon.quantifiers or s.folded[one] in s.lexicon.unsaying
        if whole and one > at + 1 and s.lexicon.definite(before):
            return one  # «في مقابلة مع الصحيفة أي زيادة»
        issued = before in s.lexicon.issued_texts and not s.is_said(s.folded[one])
        if issued and s.folded[one] not in s.lexicon.issued and is_his(s, one) and is_verbal_noun(s, one):
            return one  # «في بيان تأييدها»; not «في بيان أصدره»
        if one > at + 1 and act and s.lexicon.unpossessed(before) != before:
            return one  # «في بيان نشرته على موقعها تأجيل»
        if one > at + 1 and is_his(s, one) and is_his(s, one - 1) and is_verbal_noun(s, one):
            return one  # «في ختام كلمته تضامنه»
        if one in s.pairs and s.pairs[one] < s.end - 1:
            return after_place(s, s.pairs[one] + 1)  # «في برنامج "الصباح"»
        if (told := behind_addressee(s, one, s.end - 1)) > one + 1:
            return after_place(s, told)  # «في تصريح لصحيفة الفجر»
    return None


def after_place(s: Sentence, at: int) -> int:
    """Past the words of time or place behind an outlet: «لرويترز اليوم»."""
    if at in s.marked_names:
        at = s.marked_names[at] + 1  # «للجوهرة "أف أم"»
    while at < s.end - 1 and (
        s.is_time(at) or not s.is_word[at] or starts(s.lexicon.breaks, s.folded, at) > 2
    ):
        dated = s.past_date(at) if s.is_time(at) else at  # «السبت 14 مارس»
        at = max(dated, at + max(1, starts(s.lexicon.breaks, s.folded, at)))  # «من جهة أخرى»
        if at + 2 < s.end and s.folded[at].isdigit() and s.folded[at + 2].isdigit():
            at += 3  # «9 ديسمبر 2016»
    return min(at, s.end - 1)
