"""Whether the phrase behind «وفق», «حسب» names somebody who speaks: «وفق الحداد»; not «وفق القانون»."""

from __future__ import annotations

from tawatur.attribution.frames.behind_verb.behind_names import is_plain_name
from tawatur.attribution.speakers.introductions import introduced_as
from tawatur.attribution.text.outlets_named import outlet_at
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.sentence import Sentence


def could_speak(s: Sentence, start: int, end: int) -> bool:
    """Whether a phrase after «وفق» names somebody who speaks, not a plan or a rule."""
    lexicon = s.lexicon
    first = s.folded[start]
    if first in lexicon.same and start + 1 < end:
        first = s.folded[start + 1]
    heads = {first, first.removeprefix(lexicon.to) if lexicon.to else first, lexicon.bare(first)}
    code = start + 1 < s.end and s.folded[start + 1] in lexicon.codes and heads & lexicon.outlets
    if code or heads & lexicon.rules or not lexicon.following.isdisjoint(s.folded[start:end]):
        return False
    told = heads & lexicon.informing and (end - start > 1 or lexicon.definite(first))
    if heads & lexicon.nouns or told or (first in lexicon.of_given and _goes_on_as_name(s, start + 1, end)):
        return True
    if lexicon.subject_first:
        return any(s.written[at][:1].isupper() or s.folded[at] in lexicon.heard for at in range(start, end))
    if end - start == 1 and lexicon.definite(first):
        return s.is_name(first) or _tells_elsewhere(s, first) or _is_introduced(s, first)
    named = s.is_name(first) and _tells_elsewhere(s, first)
    if end - start == 1 and (named or _is_introduced(s, first)):
        return True  # «وبحسب دياب»
    his = first.endswith(lexicon.possessives)  # «حسب طبيعتها»
    if end - start == 1 and is_plain_name(s, start) and end >= s.end - 1 and not his:
        return True  # «…، وفق بالحاج.»
    if s.marked_names.get(start) == end - 1:
        return True  # «وحسب "فرانس أويست"»
    named = first.startswith(lexicon.to) and end - start >= 2 and _may_be_name(s, start)
    return outlet_at(s, start) is not None or named


def _may_be_name(s: Sentence, at: int) -> bool:
    """Whether a word with «ل» written on to it, or the one behind it, may be somebody's name: «لسمير الحداد»; not «لنتيجة اللقاء»."""
    word, following = s.folded[at][len(s.lexicon.to) :], s.folded[at + 1]
    given = not s.lexicon.given_names.isdisjoint({word, following})
    return given or (not following.isdigit() and (s.is_name(word) or s.is_name(following)))


def _is_introduced(s: Sentence, word: str) -> bool:
    """Whether in the paragraph, or in one before, somebody of this family name is named with his role: «الوزير سالم دياب»."""
    return any(introduced_as(one, word, s.lexicon) for one in s.paragraph.with_earlier())


def _tells_elsewhere(s: Sentence, word: str) -> bool:
    """Whether in the paragraph, or in one before, a verb of a statement or a given name stands before the same word: «حسب اللومي. وقالت اللومي»."""
    lexicon = s.lexicon
    before = (one.folded[at - 1] for one in s.paragraph.with_earlier() for at in one.tokens_of(word) if at)
    return any(lexicon.tells(one, "verb") or one in lexicon.of_given for one in before)


def _goes_on_as_name(s: Sentence, at: int, end: int) -> bool:
    """Whether behind a given name a family name follows: «بحسب عمر الحدادي», not «حسب عمر السيارة»."""
    word = s.folded[at] if at < end else ""
    return bool(word) and not s.lexicon.feminine_ending(word) and s.lexicon.bare(word) not in s.lexicon.nouns


def is_report(s: Sentence, source: Range) -> bool:
    """ "a report in the Times", «تقرير لصحيفة»: the outlet's own word, where nobody else issued it."""
    lexicon = s.lexicon
    words = [lexicon.bare(word) for word in s.folded[source[0] : source[1]] if word not in lexicon.articles]
    return (
        bool(words)
        and words[0 if not lexicon.subject_first else -1] in lexicon.reports
        and not any(word in lexicon.organisations for word in words)
    )
