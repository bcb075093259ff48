"""Reported statements in one paragraph: where the cue, the source and the content stand.

A finite-state grammar over tokens. A cue opens a frame; the frame looks for what marks its statement (that, a
quotation, a preposition) within the sentence; what stands between is the source, bounded by the words that end
a noun phrase. The scheme of spans is that of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.frames import subject_first, verb_first
from tawatur.attribution.frames.according import according_frame, aside_frame, own_word_frame, taking_up_frame
from tawatur.attribution.frames.headlines import behind_label, headline_frame, run_together
from tawatur.attribution.frames.relays import relay_frame, with_cited
from tawatur.attribution.frames.sentence_subjects import main_subject
from tawatur.attribution.frames.statement import Statement
from tawatur.attribution.frames.who_may_speak import agrees, may_speak
from tawatur.attribution.lexicon import Cue, Lexicon, starts
from tawatur.attribution.speakers.introductions import byline
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.asides import past_own_word
from tawatur.attribution.text.outlets_named import is_to_outlet, outlet_at, outlets_in
from tawatur.attribution.text.paragraph import COMMAS, DASHES, OPENING, Paragraph, Range
from tawatur.attribution.text.phrase_ends import is_occasion
from tawatur.attribution.text.sentence import Sentence
from tawatur.outlets import Outlets

__all__ = ["Statement", "statements", "who_acts"]

_OCCASION = 20  # tokens from an occasion to its verb
_AT_ONCE = 2  # tokens between who writes and what: «أن», a colon
_PREDICATE = 4  # tokens from a verb that says what something is to what it is
_PLURAL = 4  # letters of a plural
_CLAUSE = 16  # tokens from a comma to the verb of its clause
_SHADDA = "\u0651"


def statements(paragraph: Paragraph, lexicon: Lexicon, outlets: Outlets) -> Iterator[Statement]:
    """The reported statements of one paragraph, in the order of their cues."""
    previous: Sentence | None = None
    for number, (first, end) in enumerate(_without_bylines(paragraph, lexicon)):
        s = Sentence(paragraph, lexicon, outlets, number, first, end)
        if lexicon.subject_first:
            yield from subject_first.of_sentence(s)
            continue
        if cut := run_together(s):
            head = Sentence(paragraph, lexicon, outlets, number, first, cut)
            yield from _through(head, _apart(head, [*_of_sentence(head)]))
            s = Sentence(paragraph, lexicon, outlets, number, cut, end)
        if told := [*_of_sentence(s)]:
            for found in _on_occasion(s, _through(s, _apart(s, told))):
                yield _going_on(s, _with_subject_before(_of_writer(s, found), previous), previous)
        previous = s


def _with_subject_before(found: Statement, previous: Sentence | None) -> Statement:
    """«وطوقت الشرطة المكان. كما أفادت بوقوع إصابات»: a bare verb with who did the first thing of the sentence before."""
    if previous is None or found.source or found.form is None or found.form.kind != "verb":
        return found
    return found._replace(before=_acts(previous, found.form))


def _going_on(s: Sentence, found: Statement, previous: Sentence | None) -> Statement:
    """«أكد الحداد أن الميناء مغلق.. مشيدا بالعمال»: a circumstance at the start of a sentence goes on with the one before."""
    form = found.form
    if previous is None or found.source or form is None or form.kind != "participle":
        return found
    subject = previous.subject if found.cue[0] == s.first else None
    return found._replace(source=subject) if subject and agrees(s, form, subject[0]) else found


def _acts(s: Sentence, form: Cue) -> Range | None:
    if s.folded[s.opening] in s.lexicon.particles:
        return None  # «مع واشنطن كان …» begins with no verb
    return main_subject(s, form, s.end)


def who_acts(paragraph: Paragraph, form: Cue, lexicon: Lexicon, outlets: Outlets) -> Range | None:
    """Who does the first thing of a paragraph, if he agrees with a verb: «يعيش المواطن سالم الحداد في وضع صعب»."""
    first = next(iter(paragraph.sentence_ranges()), None)
    return _acts(Sentence(paragraph, lexicon, outlets, 0, *first), form) if first else None


def _without_bylines(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Range]:
    """The sentences of a paragraph; a byline in the first, which is nobody's statement, parts what stands before and behind it."""
    for number, (first, end) in enumerate(paragraph.sentence_ranges()):
        at = first if not number and not lexicon.bylines.isdisjoint(paragraph.folded) else end
        while at < end:
            signed = byline(paragraph, at, end, lexicon) if paragraph.folded[at] in lexicon.bylines else None
            if signed and first < at:
                yield first, at
            if signed:
                first = at = signed[1]
            else:
                at += 1
        if first < end:
            yield first, end


def _on_occasion(s: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements of a sentence; «وفي تصريح لصحيفة الساحل قال الوزير إن» names the outlet before who speaks to it."""
    first = found[0] if found else None
    if first is None or first.via or first.form is None or first.form.kind != "verb":
        return found
    start, end = s.first, first.cue[0]
    if through := _in_outlet(s, start, end):
        return [first._replace(via=(through,)), *found[1:]]
    if not 0 < end - start <= _OCCASION or not (is_occasion(s, start) or is_occasion(s, start + 1)):
        return found
    outlets = outlets_in(s, start + 1, end)
    told = next(
        (one for one in outlets if is_to_outlet(s, one[0]) or s.folded[one[0] - 1] in s.lexicon.along), None
    )
    return [first._replace(via=(told,)), *found[1:]] if told else found


def _in_outlet(s: Sentence, start: int, verb: int) -> Range | None:
    """«وفي صحيفة "الساحل" كتب المحلل»: the outlet with which a sentence opens, and nothing else up to its verb."""
    within = s.folded[start].removeprefix(s.lexicon.conjunction) in s.lexicon.within
    outlet = next(outlets_in(s, start + 1, verb), None) if within else None
    if outlet is None or outlet[0] != start + 1 or not _is_by_name(s, outlet):
        return None
    behind = s.past_times(outlet[1], verb)
    described = all(
        s.lexicon.definite(s.folded[at]) or s.tokens[at].text in COMMAS for at in range(behind, verb)
    )
    return outlet if described else None


def _is_by_name(s: Sentence, outlet: Range) -> bool:
    """Whether an outlet is told by its name, and not by its noun alone."""
    return outlet[1] - outlet[0] > 1 or s.outlets.starting(s.folded[outlet[0] : outlet[1]]) is not None


def _of_writer(s: Sentence, one: Statement) -> Statement:
    """«كتب المحلل في صحيفة "الساحل" سالم الحداد أن»: what somebody writes whose newspaper is told stands in it."""
    writes = one.form is not None and one.form.kind == "verb" and one.form.lemma in s.lexicon.writing
    if not writes or one.via or not one.source or not one.content:
        return one
    if not 0 <= one.content[0] - one.source[1] <= _AT_ONCE:
        return one  # «كتب الصحفي في قناة الساحل سالم الحداد على صفحته»
    found = (outlet for outlet in outlets_in(s, one.source[0] + 1, one.source[1]) if _is_by_name(s, outlet))
    outlet = next(found, None)
    return one._replace(via=(outlet,)) if outlet else one


def _through(s: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements of a sentence; in «قالت المنظمة إن …، بحسب إذاعة الجسر» the outlet is on the way to who speaks."""
    if len(found) < 2:
        return found
    main, last = found[0], found[-1]
    if last.form or main.form is None or not last.source or not main.source or main.cue[0] != s.opening:
        return found
    told = last.content is not None and last.content[0] <= main.cue[0]
    if not told or s.clause_end(last.source[1]) < s.end - 1:
        return found
    outlet = outlet_at(s, last.source[0])
    if outlet is None or outlet_at(s, main.source[0]):
        return found
    through = outlet if s.outlets.starting(s.folded[outlet[0] : outlet[1]]) else last.source
    return [
        _until(s, one, last.cue[0])._replace(via=(through, *one.via))
        if one.source in (main.source, None)
        else one
        for one in found[:-1]
    ]


def _apart(s: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements of a sentence, each ending where the next begins: «أكد وجود نقص مطالبا بالدعم», «عبر عن تقديره له ودعاه إلى»."""
    opens = [_past_likewise(s, one.cue[0]) for one in found if _opens_by_itself(s, one)]
    opens = sorted([*opens, *filter(None, (_turn_before(s, one) for one in found))])
    joins = [one.cue[0] for one in found if _joins_by_itself(s, one)]
    tags = [one.cue[0] for one in found if one.form is None]
    if not (opens or joins or tags):
        return found
    aims = [sorted(opens + tags) if one.form and one.form.kind == "purpose" else opens for one in found]
    ends = (
        sorted(opens + joins) if _is_noun_phrase(s, one, joins) else aim
        for one, aim in zip(found, aims, strict=True)
    )
    return [
        _until(s, one, next((at for at in further if at > one.cue[0]), s.end)) if one.form else one
        for one, further in zip(found, ends, strict=True)
    ]


def _past_likewise(s: Sentence, at: int) -> int:
    """`at`, or where «كما» stands before it."""
    return at - (at > s.first and s.folded[at - 1] in s.lexicon.likewise)


def _joins_by_itself(s: Sentence, one: Statement) -> bool:
    """Whether a verb with «و» tells what the same speaker says besides, whom nothing names again."""
    at = one.cue[0]
    verb = one.form is not None and one.form.kind == "verb" and not one.form.present
    return verb and one.source is None and not s.is_quoted(at) and s.conjoined(at)


def _is_noun_phrase(s: Sentence, one: Statement, joins: list[int]) -> bool:
    """Whether a content up to the first verb that joins it is no clause, to which the verb could belong: «تقديره لفنه ودعاه إلى»."""
    if one.content is None or not joins or one.content[0] in s.pairs:
        return False
    begins = one.content[0] - 1
    clausal = s.lexicon.that | s.lexicon.relatives | s.lexicon.what | s.lexicon.how | frozenset({":"})
    return s.find_any(clausal, begins, next((at for at in joins if at > begins), begins)) is None


def _opens_by_itself(s: Sentence, one: Statement) -> bool:
    """Whether a circumstance is that of who speaks in its sentence: not in «وهي مطالبة بالتنحي», «ودعا إلى مواصلة العمل»."""
    lexicon, at = s.lexicon, one.cue[0]
    if one.form and one.form.kind == "verb" and at > s.first and s.folded[at - 1] in lexicon.likewise:
        # «اعترف بالسرقة كما اعترف بالحرق»; not «أعلن أن الشركات تعهدت …، كما تعهدت الشركات»
        return one.source is None and not s.is_quoted(at)
    if one.form and one.form.kind == "verb" and one.form.present and one.source is None and s.conjoined(at):
        return not s.is_quoted(at) and s.tokens[at - 1].text in COMMAS  # «يقول إن …، ويدعو إلى»
    if one.form is None or one.form.kind != "participle" or one.inner or s.is_quoted(at) or at == s.first:
        return False
    governed = s.tokens[at - 1].text in lexicon.before_nouns
    return not governed and not lexicon.is_any(s.folded[at - 1], lexicon.pronouns, lexicon.was, lexicon.that)


def _turn_before(s: Sentence, one: Statement) -> int | None:
    """«…، بينما قالت الشرطة إن», «…، غير أنها نبهت إلى»: the comma behind which the clause of a cue turns to something else."""
    lexicon, at = s.lexicon, one.cue[0]
    if one.form is None or s.is_quoted(at):
        return None
    comma = next(
        (c for c in range(at - 1, max(s.first, at - _CLAUSE), -1) if s.tokens[c].text in COMMAS), None
    )
    if comma is None:
        return None
    if comma + 1 == at and s.folded[s.first] in lexicon.contrasts and one.form.kind == "verb":
        return None if s.conjoined(at) else comma  # «وبينما أكد الوزير أن …، قال النائب»
    within = s.folded[comma + 1] in lexicon.within and s.folded[min(comma + 2, at)] in lexicon.clause_openers
    turns = comma + 1 < at and (s.folded[comma + 1] in lexicon.contrasts or within)  # «في حين»
    excepts = s.folded[comma + 1] in lexicon.excepting and s.folded[min(comma + 2, at)] in lexicon.that
    return comma if turns or excepts else None


def _until(s: Sentence, one: Statement, end: int) -> Statement:
    content = one.content
    within = content is not None and content[0] < end < content[1]
    return one._replace(content=s.trim((content[0], end))) if content and within else one


def _of_sentence(s: Sentence) -> Iterator[Statement]:
    behind, openers = behind_label(s), s.lexicon.openers
    if behind == s.first and (opened := headline_frame(s)):
        s.subject, s.found = opened.source, True
        yield opened
        behind = opened.cue[1]
    for at in [one for one in range(behind, s.end) if s.folded[one] in openers]:
        found = _frame_at(s, at) if at >= behind else None
        if found is None:
            continue
        if found.inner or (s.found and _is_embedded(s, found)):
            found = found._replace(inner=True)
            s.inner = found.source
        elif found.source or s.folded[found.cue[0] - 1] not in s.lexicon.relatives:
            s.subject = found.source  # not in «المسائل التي اعتبرها جوهرية»
            s.present = found.form is not None and found.form.present
        s.found, s.said = True, found.content
        yield from with_cited(s, found)
        # What stands between a cue and its statement (an outlet on the way) belongs to it.
        behind = max(found.cue[1], at + 1)
        if found.form is None and found.source:
            behind = max(behind, found.source[1])  # «وفق ما أورده موقع، نقلا عن وكالة» is one
        if found.content and found.content[0] >= behind:
            behind = found.content[0] + _is_noun(s, found.content[0])


def _is_noun(s: Sentence, at: int) -> bool:
    """Whether a noun begins a content that is a cue elsewhere: «جددت تحذيرها من» is one statement."""
    return s.lexicon.tells(s.folded[at], "noun")


def _is_embedded(s: Sentence, found: Statement) -> bool:
    """Whether a statement stands inside another («قال إن المتهم اعترف»): who speaks in the sentence stays who he was."""
    if found.form is None or found.source is None or found.form.kind == "relay":
        return False
    of_what = s.folded[found.cue[0] - 1] in s.lexicon.what  # «نفت الجمعية ما أوردته القناة عن»
    of_what = of_what and found.content is not None and found.content[0] > found.cue[0]
    if found.form.kind != "verb" or "about" in found.form.takes or of_what:
        return found.source != s.subject  # «نفى الوزير ما تداولته الصفحات»
    before = found.source[1] <= found.cue[0]
    return before and s.folded[found.source[0] - 1] not in s.lexicon.contrasts


def _frame_at(s: Sentence, at: int) -> Statement | None:
    if not s.tokens[at].is_word:
        return None
    if (after := past_own_word(s, at)) > at:
        return own_word_frame(s, at, after)
    if length := starts_according(s.lexicon, s.folded, at):
        return according_frame(s, at, at + length)
    best: Statement | None = None
    for phrase, cue in s.lexicon.cues.get(s.folded[at], ()):
        after = at + len(phrase)
        if after > s.end or tuple(s.folded[at:after]) != phrase or not _may_be(s, cue, at):
            continue
        if best and not (_is_quoted_later(s, best, after) or _stands_before(s, best, cue, after)):
            break
        frame = relay_frame if cue.kind == "relay" else verb_first.verb_frame
        found = frame(s, cue, at, after)
        if found and (best is None or (len(cue.preposition or "") > 1 and _begins(found) < _begins(best))):
            best = found
    if best:
        return best
    if (length := starts(s.lexicon.taking_up, s.folded, at)) and at + length < s.end:
        return taking_up_frame(s, at, at + length)
    if (length := starts(s.lexicon.aside, s.folded, at)) and at + length < s.end:
        # «كما أعلنت الوزارة أن» makes a statement of its own.
        return None if _frame_at(s, at + length) else aside_frame(s, at, at + length)
    return None


def _is_governed(s: Sentence, at: int) -> bool:
    """Whether a preposition or «أي» stands before a word, which is a noun then: «النظر في طلب», «أي طلب»."""
    return at > s.first and (
        s.tokens[at - 1].text in s.lexicon.before_nouns or s.folded[at - 1] in s.lexicon.quantifiers
    )


def _is_quoted_later(s: Sentence, found: Statement, after: int) -> bool:
    """Whether a statement is told by quotation marks behind more than a name: «أعلن القصر عن وظيفة "…"» is none."""
    return found.content is not None and found.content[0] in s.pairs and found.content[0] > after


def _stands_before(s: Sentence, found: Statement, cue: Cue, after: int) -> bool:
    """Whether a preposition that another frame of the verb wants stands before the content: «أعلنت الجمعية عن تنظيم …»."""
    preposition, begins = cue.preposition or "", _begins(found)
    told = s.tokens[begins].text in OPENING or not s.lexicon.that.isdisjoint(
        s.folded[begins - 1 : begins + 1]
    )
    return len(preposition) > 1 and not told and preposition in s.folded[after:begins]


def _begins(found: Statement) -> int:
    return found.content[0] if found.content else 0


def _may_be(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the word at `at`, as it is written and where it stands, can be this cue."""
    text = s.tokens[at].text
    if cue.marked and _SHADDA not in text:
        return False
    also_noun = s.folded[at] in s.lexicon.also_nouns and _SHADDA not in text
    if cue.kind == "verb" and at != s.opening and also_noun:
        return False  # «رغم تواصل التهديدات»
    if cue.kind == "verb" and s.folded[at] in s.lexicon.also_others and not _reads_as_verb(s, cue, at):
        return False
    if cue.kind == "participle" and _is_counted(s, cue, at):
        return False
    if cue.kind == "verb" and cue.stance == "called_for" and _is_from(s, cue, at + 1):
        return False  # «وطالب من باكستان»
    if cue.kind == "participle" and at == s.opening and cue.feminine and cue.stance == "called_for":
        return False  # «مطالبة النادي بدفع المستحقات»: a verbal noun
    if cue.kind == "verb" and (text.endswith(s.lexicon.not_of_verbs) or _is_governed(s, at)):
        return False
    if cue.kind == "verb" and cue.lemma in s.lexicon.ambiguous and not cue.present and _is_behind_that(s, at):
        return False  # «أن وجه الشبه»
    if cue.kind == "participle" and _is_predicate(s, at):
        return False  # «تعد البلاد مهددة بالجفاف»
    if cue.kind == "participle" and at > s.first and s.folded[at - 1] in s.lexicon.was:
        return False  # «كانت مهددة بالانهيار»
    if cue.kind == "noun" and at > s.first and s.folded[at - 1] in s.lexicon.thereby:
        return False  # «على حد قوله»
    if cue.kind == "noun" and _is_governed(s, at) and s.folded[at] in s.lexicon.occasions:
        return False  # «في تصريحه»
    if not cue.opening or at == s.opening:
        return True
    if at + 1 < s.end and (s.folded[at + 1] in s.lexicon.that or s.folded[at + 1] == ":"):
        return True  # «…، وزادت: "…"»
    before = s.folded[at - 1]
    if before in s.lexicon.opening_clauses and before not in s.lexicon.that:  # «كما تعهد», not «أن ثمن الطن»
        return True
    return s.tokens[at - 1].text in COMMAS and not s.folded[at].startswith("و")


def _is_predicate(s: Sentence, at: int) -> bool:
    """Whether before a word, with no comma between, a verb stands that says what something is: «تعد البلاد مهددة»."""
    behind = at + 1
    if behind < s.end and (s.folded[behind] in s.lexicon.that or s.folded[behind] == ":"):
        return False  # «بات الأمر صعبا مؤكدا أن»
    for one in range(at - 1, max(s.first, at - _PREDICATE) - 1, -1):
        if not s.tokens[one].is_word:
            return False
        if s.folded[one] in s.lexicon.seeming:
            return True
    return False


def _reads_as_verb(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a word that is no verb elsewhere is one here: written with its shadda, at the start of a clause, or before what its verb wants."""
    following = s.folded[at + 1] if at + 1 < s.end else ""
    parted = at > s.first and s.tokens[at - 1].text in COMMAS | DASHES
    opens = at == s.opening or parted or s.folded[at - 1] in s.lexicon.before_verbs
    opens = opens and s.folded[at - 1] not in s.lexicon.that and not _heads_list(s, at)
    opens = opens and not (s.tokens[at - 1].text in COMMAS and _is_followed_by_thing(s, at))
    noun = s.lexicon.bare(s.folded[at - 1])
    before = at > s.first and s.lexicon.is_any(noun, s.lexicon.roles, s.lexicon.organisations)
    return (
        opens
        or before
        or _SHADDA in s.tokens[at].text
        or following in s.lexicon.that | s.lexicon.in_it | {cue.preposition}
        or (len(cue.preposition or "") == 1 and _is_called(s, cue, following))
    )


def _heads_list(s: Sentence, at: int) -> bool:
    """«أبرز العناوين:»: whether behind a word nothing stands but a noun that does not speak, and a colon."""
    noun, colon = at + 1, at + 2
    heads = colon < s.end and s.tokens[colon].text == ":" and s.lexicon.definite(s.folded[noun])
    return heads and not (may_speak(s, noun) or s.is_name_part(noun))


def _is_from(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether at `at` «من» stands that belongs to the word before it, and neither to a verb nor to «من جانبه»."""
    if at >= s.end or s.folded[at] not in s.lexicon.partitive or cue.preposition == s.folded[at]:
        return False
    return not (starts(s.lexicon.turns, s.folded, at) or starts(s.lexicon.breaks, s.folded, at))


def _is_called(s: Sentence, cue: Cue, following: str) -> bool:
    """«طالب الوزير», «طالب بالحوار»: whether a role, or the preposition of a verb, stands behind it."""
    return s.lexicon.role(following) or following.startswith(cue.preposition or ".")


def _is_behind_that(s: Sentence, at: int) -> bool:
    """Whether «أن» stands before a word, which is a noun then; not in «بعد أن», «سبق أن»."""
    that = at > s.first and s.folded[at - 1] in s.lexicon.that
    return that and (at - 1 == s.first or s.folded[at - 2] not in s.lexicon.not_that | s.lexicon.was)


def _is_followed_by_thing(s: Sentence, at: int) -> bool:
    """«، أبرز محاور اللقاء»: a noun without the article of nobody who speaks."""
    following = s.folded[at + 1] if at + 1 < s.end else ""
    return not (s.lexicon.definite(following) or following in s.lexicon.that or may_speak(s, at + 1))


def _is_counted(s: Sentence, cue: Cue, at: int) -> bool:
    """«3 متهمين», «من متهمين», «المحكمة مذكرة إيقاف»: a noun that is written as a circumstance is."""
    lexicon = s.lexicon
    if at == s.first:
        return False
    before, following = s.folded[at - 1], s.folded[at + 1] if at + 1 < s.end else ""
    if following in lexicon.that | {cue.preposition}:
        return False
    if before.isdigit() or lexicon.is_any(
        before, lexicon.numerals, lexicon.quantifiers, lexicon.partitive, lexicon.that
    ):
        return True
    if cue.feminine and s.tokens[at - 1].is_word and not lexicon.definite(before):
        plural = before.endswith(lexicon.feminine_plurals) and len(before) > _PLURAL
        if plural or (lexicon.feminine_noun(s.tokens[at - 1].text) and not s.is_name(before)):
            return True  # «باستثمارات متوقعة»
    named = not lexicon.nominatives(s.folded[at]).isdisjoint(lexicon.documents)
    noun = named and s.tokens[at - 1].text not in COMMAS
    return noun and not following.startswith(lexicon.proclitics)
