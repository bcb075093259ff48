"""Reported statements in one paragraph: where the cue, the source and the content stand.

A finite-state grammar over tokens. A cue opens a frame; the frame looks for what marks its statement (that, a
quotation, a preposition) within the sentence; what stands between is the source, bounded by the words that end
a noun phrase. The scheme of spans is that of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.frames import subject_first, verb_first
from tawatur.attribution.frames.according import according_frame, aside_frame, own_word_frame, taking_up_frame
from tawatur.attribution.frames.before_verb.sentence_subjects import main_subject
from tawatur.attribution.frames.before_verb.who_may_speak import agrees
from tawatur.attribution.frames.cue_words import may_be_cue
from tawatur.attribution.frames.headlines import behind_label, headline_frame, run_together
from tawatur.attribution.frames.relays import relay_frame, with_cited
from tawatur.attribution.frames.statement import Statement
from tawatur.attribution.frames.statement_ends import apart
from tawatur.attribution.frames.taken_cases import takes_case
from tawatur.attribution.frames.through_outlets import (
    with_outlet_before,
    with_outlet_behind,
    with_outlet_in_source,
)
from tawatur.attribution.frames.told_in_quotes import with_quoted
from tawatur.attribution.frames.what_was_said import told_from_frame
from tawatur.attribution.lexicon import Cue, Lexicon, starts
from tawatur.attribution.speakers.introductions import byline
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.asides import past_own_word
from tawatur.attribution.text.paragraph import CLOSING, OPENING, Paragraph, Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.outlets import Outlets

_ASKING = frozenset("؟?!")
_STOPS = frozenset(".…")

__all__ = ["Statement", "statements", "who_acts", "who_acts_first"]


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
            yield from with_outlet_behind(head, apart(head, [*_of_sentence(head)]))
            s = Sentence(paragraph, lexicon, outlets, number, cut, end)
        if told := with_quoted(s, [*_of_sentence(s)]):
            for found in with_outlet_before(s, with_outlet_behind(s, apart(s, told))):
                yield _going_on(s, _with_sentence_before(with_outlet_in_source(s, found), previous), previous)
        previous = s


def _with_sentence_before(found: Statement, previous: Sentence | None) -> Statement:
    """«وطوقت الشرطة المكان. كما أفادت بوقوع إصابات»: a bare verb with the sentence before, which may tell whose it is."""
    if previous is None or found.source or found.form is None or found.form.kind != "verb":
        return found
    return found._replace(previous=previous)


def _going_on(s: Sentence, found: Statement, previous: Sentence | None) -> Statement:
    """«أكد الحداد أن الميناء مغلق.. مشيدا بالعمال»: a circumstance at the start of a sentence goes on with the one before."""
    form = found.form
    if previous is None or found.source or form is None or form.kind != "participle":
        return found
    opens = found.cue[0] == next((at for at in range(s.first, s.end) if s.is_word[at]), s.first)
    subject = previous.subject if opens else None  # behind «"…؟"،» as well
    return found._replace(source=subject) if subject and agrees(s, form, subject[0]) else found


def who_acts(s: Sentence, form: Cue) -> Range | None:
    """Who does the first thing of a sentence, if he agrees with a verb: «يعيش المواطن سالم الحداد في وضع صعب»."""
    if s.folded[s.opening] in s.lexicon.particles:
        return None  # «مع واشنطن كان …» begins with no verb
    return main_subject(s, form, s.end)


def who_acts_first(paragraph: Paragraph, form: Cue, lexicon: Lexicon, outlets: Outlets) -> Range | None:
    """The same of a paragraph."""
    first = next(iter(paragraph.sentence_ranges), None)
    return who_acts(Sentence(paragraph, lexicon, outlets, 0, *first), form) if first else None


def _with_verbs_behind(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Range]:
    """The sentences, a quotation that asks or exclaims together with the verb at once behind it: «"هل يعقل هذا؟" تساءل الحداد»."""
    before: Range | None = None
    for part in paragraph.sentence_ranges:
        told = before is not None and _is_told_behind(paragraph, part, lexicon)
        if before is not None:
            yield (before[0], part[1]) if told else before
        before = None if told else part
    if before is not None:
        yield before


def _is_told_behind(paragraph: Paragraph, part: Range, lexicon: Lexicon) -> bool:
    """Whether a sentence has but the verb, and who speaks, of the quotation that the one before ends with."""
    first, end = part
    closed = first > 1 and paragraph.written[first - 1] in CLOSING and not lexicon.subject_first
    if not closed:
        return False
    verb = paragraph.folded[first]
    joined = verb.startswith(lexicon.conjunctions) and lexicon.tells(verb[1:], "verb")
    if joined or not lexicon.tells(verb, "verb"):
        return False
    rest = paragraph.folded[first:end]
    tells_more = not lexicon.that.isdisjoint(rest) or ":" in rest or not OPENING.isdisjoint(rest)
    mark = paragraph.written[first - 2]
    return mark in _ASKING or (mark in _STOPS and not tells_more)


def _without_bylines(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Range]:
    """The sentences of a paragraph; a byline in the first, which is nobody's statement, parts what stands before and behind it."""
    for number, (first, end) in enumerate(_with_verbs_behind(paragraph, lexicon)):
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


def _of_sentence(s: Sentence) -> Iterator[Statement]:
    behind, openers = behind_label(s), s.lexicon.openers
    if behind == s.first and (opened := headline_frame(s)):
        s.subject, s.found = opened.source, True
        yield opened
        behind = opened.cue[1]
    for at in [one for one, word in enumerate(s.folded[behind : s.end], behind) if word in openers]:
        found = _frame_at(s, at) if at >= behind else None
        if found is None or _is_of_title(s, found):
            continue
        if found.inner or (s.found and (_is_embedded(s, found) or _is_quoted(s, found))):
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
            behind = found.content[0] + _is_noun(s, found, found.content[0])


def _is_noun(s: Sentence, found: Statement, at: int) -> bool:
    """Whether a noun begins a content that is a cue elsewhere: «جددت تحذيرها من», «وصفت النائبة رد الوزير بأنه» are one statement."""
    of_whom = found.form is not None and "whom" in found.form.takes
    noun = of_whom and s.folded[at] in s.lexicon.also_verbal_nouns
    return noun or s.lexicon.tells(s.folded[at], "noun")


def _is_embedded(s: Sentence, found: Statement) -> bool:
    """Whether a statement stands inside another («قال إن المتهم اعترف»): who speaks in the sentence stays who he was."""
    if found.form is None or found.source is None or found.form.kind == "relay":
        return False
    of_what = s.folded[found.cue[0] - 1] in s.lexicon.what  # «نفت الجمعية ما أوردته القناة عن»
    of_what = of_what and found.content is not None and found.content[0] > found.cue[0]
    if found.form.kind != "verb" or "about" in found.form.takes or of_what:
        return found.source != s.subject  # «نفى الوزير ما تداولته الصفحات»
    before, opener = found.source[1] <= found.cue[0], found.source[0] - 1
    excepts = s.folded[opener] in s.lexicon.that and s.folded[opener - 1] in s.lexicon.excepting
    return before and not excepts and s.folded[opener] not in s.lexicon.contrasts


def _is_quoted(s: Sentence, found: Statement) -> bool:
    """Whether somebody cites a source inside the quotation marks of what he says: «قال الوزير: "الوضع صعب، حسب الدراسة"»."""
    if found.form is not None or s.said is None:
        return False
    around = s.paragraph.quotation_around(found.cue[0])
    return around is not None and s.said[0] <= around[0] and around[1] <= s.said[1]


def _is_of_title(s: Sentence, found: Statement) -> bool:
    """«رواية "قال الراوي" وديوان "حديث النوافذ"»: whether what a cue in a few words in quotation marks tells stands behind these."""
    at, content = found.cue[0], found.content
    marks = s.paragraph.quotation_around(at)
    if marks is None or marks[0] not in s.marked_names:
        return False
    return content is not None and content[0] > marks[1]


def _frame_at(s: Sentence, at: int) -> Statement | None:
    if not s.is_word[at]:
        return None
    if (after := past_own_word(s, at)) > at:
        return own_word_frame(s, at, after)
    if length := starts_according(s.lexicon, s.folded, at):
        return according_frame(s, at, at + length)
    if told := told_from_frame(s, at):
        return told
    best: Statement | None = None
    for phrase, cue in s.lexicon.cues.get(s.folded[at], ()):
        after = at + len(phrase)
        if after > s.end or tuple(s.folded[at:after]) != phrase or not may_be_cue(s, cue, at):
            continue
        if best and not (_is_quoted_later(s, best, after) or _stands_before(s, best, cue, after)):
            break
        frame = relay_frame if cue.kind == "relay" else verb_first.verb_frame
        found = frame(s, cue, at, after + starts(s.lexicon.firmly, s.folded, after))  # «انتقد بشدة»
        if found and (best is None or (len(cue.preposition or "") > 1 and _begins(found) < _begins(best))):
            best = found
    if best:
        return None if takes_case(s, at) else best
    if (length := starts(s.lexicon.taking_up, s.folded, at)) and at + length < s.end:
        return taking_up_frame(s, at, at + length)
    if (length := starts(s.lexicon.aside, s.folded, at)) and at + length < s.end:
        # «كما أعلنت الوزارة أن» makes a statement of its own.
        behind = at + length
        return None if takes_case(s, behind) or _frame_at(s, behind) else aside_frame(s, at, behind)
    return None


def _is_quoted_later(s: Sentence, found: Statement, after: int) -> bool:
    """Whether a statement is told by quotation marks behind more than a name: «أعلن القصر عن وظيفة "…"» is none."""
    return found.content is not None and found.content[0] in s.pairs and found.content[0] > after


def _stands_before(s: Sentence, found: Statement, cue: Cue, after: int) -> bool:
    """Whether a preposition that another frame of the verb wants stands before the content: «أعلنت الجمعية عن تنظيم …»."""
    preposition, begins = cue.preposition or "", _begins(found)
    told = s.written[begins] in OPENING or not s.lexicon.that.isdisjoint(s.folded[begins - 1 : begins + 1])
    return len(preposition) > 1 and not told and preposition in s.folded[after:begins]


def _begins(found: Statement) -> int:
    return found.content[0] if found.content else 0
