"""Headlines and short paragraphs that open with who speaks and a colon: «ترامب: على إسرائيل …», «رويترز: مسؤول يقول …»."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.opening_subjects import opening_subject
from tawatur.attribution.frames.before_verb.who_may_speak import may_speak
from tawatur.attribution.frames.behind_verb.verbal_nouns import is_verbal_noun
from tawatur.attribution.frames.statement import Statement, statement_of
from tawatur.attribution.lexicon import Cue, Lexicon, starts
from tawatur.attribution.text.content_spans import content_from
from tawatur.attribution.text.outlets_named import outlet_at
from tawatur.attribution.text.paragraph import DASHES, FARTHEST, LONGEST_NAME, OPENING, Paragraph, Range
from tawatur.attribution.text.phrase_ends import name_at
from tawatur.attribution.text.sentence import Sentence
from tawatur.attribution.text.source_spans import source_in
from tawatur.outlets import Outlets

_LONGEST = 60  # tokens of a paragraph that may open so
_LONGEST_SOURCE = 8
_SHORT = 4  # letters
_LEAST = 2  # tokens of what is said
_HEADLINE = 30  # tokens of a headline that a text is run together with
_AGAIN = 9  # tokens behind a verb in which who speaks is named


def headline_frame(s: Sentence) -> Statement | None:
    """The statement of a headline's speaker, in the first sentence of a paragraph; None where a label or a place stands there."""
    colon = _colon(s)
    if colon is None or s.end - colon - 1 < _LEAST or _tells_otherwise(s, colon):
        return None
    if s.find(":", colon + 1, s.end) is not None and (told := _press_line(s, colon)):
        return told
    again = _says_it_again(s, colon) is not None
    lined = len(s.paragraph.headlines) > 1 or "\n" in s.paragraph.text
    length = s.end - s.first if lined else len(s.written)
    long = length > _LONGEST and not _is_said_by_us(s, colon + 1)
    if not again and (long or s.find(":", colon + 1, s.end) is not None):
        return None  # a list: «الهجوم: سالم، الدفاع: سامي»
    source, via = source_in(s, s.first, colon)
    titled = s.marked_names.get(s.first) == colon - 1
    if titled and _is_claim(s, colon + 1):  # «"الصحة العالمية": الخطر قائم»
        return statement_of(s, None, (colon, colon + 1), (s.first + 1, colon - 1), content_from(s, colon + 1))
    if source is None or source[0] != s.first or s.folded[s.first] in s.lexicon.conjunctions:
        return None
    if (
        source[1] - source[0] > _LONGEST_SOURCE
        or colon - source[1] > _LONGEST_SOURCE
        or is_heading(s, source[1])
    ):
        return None
    source = source[0], _before_addressee(s, source)
    if not again and (_names_or_acts(s, colon + 1) or not _speaks(s, source, colon + 1)):
        return None
    return statement_of(s, None, (colon, colon + 1), source, content_from(s, colon + 1), via)


def _press_line(s: Sentence, colon: int) -> Statement | None:
    """«الرواق: رئيس الحكومة: لا مساومة»: who speaks behind the name of an outlet, in a list of headlines or by one that is known."""
    second = s.find(":", colon + 1, min(s.end, colon + FARTHEST))
    label = outlet_at(s, s.first)
    known = label is not None and label[1] == colon
    several = len(s.paragraph.headlines) > 1 and not (_is_label(s, colon) or _is_place(s, s.first, colon))
    if second is None or not (known or several) or colon - s.first > LONGEST_NAME:
        return None
    source, via = source_in(s, colon + 1, second)
    if source is None or source[0] != colon + 1 or s.end - second - 1 < _LEAST:
        return None
    if s.find(":", second + 1, s.end) is not None or not _speaks(s, source, second + 1):
        return None
    content = content_from(s, second + 1)
    return statement_of(s, None, (second, second + 1), source, content, ((s.first, colon), *via))


def headline_speaker(paragraph: Paragraph, lexicon: Lexicon, outlets: Outlets) -> Range | None:
    """Who stands before the colon that a paragraph of any length opens with, if it is somebody who speaks."""
    first, end = next(iter(paragraph.sentence_ranges), (0, 0))
    s = Sentence(paragraph, lexicon, outlets, 0, first, end)
    colon = _colon(s) if end else None
    if colon is None or colon + 2 >= end or colon - first > LONGEST_NAME or _tells_otherwise(s, colon):
        return None
    return (first, colon) if not _is_label(s, colon) and _speaks(s, (first, colon), colon + 1) else None


def behind_label(s: Sentence) -> int:
    """Where the first sentence of a paragraph begins behind a label or a byline: «ملاحظة: …», «كتب محمد علي: …»."""
    colon = _colon(s)
    if colon is None:
        return s.first
    byline = s.folded[s.first] in s.lexicon.bylines and name_at(s, s.first + 1, colon)
    signed = byline and s.written[min(colon + 1, s.end - 1)] not in OPENING
    return colon + 1 if signed or _is_label(s, colon) else s.first


def run_together(s: Sentence) -> int | None:
    """Where behind a headline the text begins that it is run together with: «مصر تحث إيران على الحوار دعا الرئيس …»; None for any other sentence."""
    if s.number:
        return None
    colon = _colon(s)
    again = None if colon is None or _tells_otherwise(s, colon) else _says_it_again(s, colon)
    if again is not None:
        return again if again < s.end else None
    opening = range(s.first + 1, min(s.end, s.first + _LONGEST_SOURCE))
    cues = (at for at in opening if s.folded[at] in s.lexicon.cues)
    present = next((at for at in cues if any(cue.present for cue in _verbs(s, at))), None)
    if present is None or not any(opening_subject(s, cue, present) for cue in _verbs(s, present)):
        return None
    for at in range(present + _LEAST, s.end - 1):
        if not s.is_word[at] or s.folded[at] in s.lexicon.that:
            return None
        told = any(not cue.present for cue in _verbs(s, at)) and may_speak(s, at + 1)
        if not told or s.conjoined(at):
            continue
        bound = s.folded[at - 1] in s.lexicon.before_verbs or s.is_verb_cue(at - 1)
        if not bound and s.written[at - 1] not in s.lexicon.before_nouns:
            return at
    return None


def _says_it_again(s: Sentence, colon: int) -> int | None:
    """Where behind a headline its speaker is named once more, as one who speaks: «شادي ريان: الأسعار ترتفع أكد شادي ريان أن»; None where he is not."""
    lexicon, folded = s.lexicon, s.folded
    who = [lexicon.bare(word) for word in folded[s.first : colon]]
    for at in range(colon + 1 + _LEAST, min(len(folded), colon + _HEADLINE)):
        if not lexicon.tells(folded[at], "verb"):
            continue
        named: list[str] = []
        for word in folded[at + 1 : at + 1 + _AGAIN]:
            if word in lexicon.that or word in lexicon.prepositions:
                break
            named.append(lexicon.bare(word))
            if named[-len(who) :] == who:
                return at
    return None


def _verbs(s: Sentence, at: int) -> list[Cue]:
    return [
        cue for phrase, cue in s.lexicon.cues.get(s.folded[at], ()) if cue.kind == "verb" and len(phrase) == 1
    ]


def is_heading(s: Sentence, colon: int) -> bool:
    """Whether a label, or a place that does not speak, stands before a colon: "Analysis: …", "London: police arrest …"."""
    place = _is_place(s, s.first, colon) and not (colon + 2 < s.end and _is_said_by_us(s, colon + 1))
    return s.number == 0 and (_is_label(s, colon) or place)


def _colon(s: Sentence) -> int | None:
    if s.number and s.first not in s.paragraph.headlines:
        return None
    return s.find(":", s.first + 1, min(s.end, s.first + FARTHEST))


def _is_label(s: Sentence, colon: int) -> bool:
    return starts(s.lexicon.labels, s.folded, s.first) == colon - s.first


def _before_addressee(s: Sentence, source: Range) -> int:
    """Where the phrase of one who speaks to somebody ends: «وداد الحداد لاتحاد العمال»; a role goes on so («المدير العام للشركة»)."""
    lexicon, (start, end) = s.lexicon, source
    if lexicon.head(s.folded[start]) in lexicon.nouns:
        return end
    for at in range(start + 1, end):
        word = s.folded[at]
        if lexicon.behind_to(word) in lexicon.nouns or lexicon.joined(word):
            return at
    return end


def _tells_otherwise(s: Sentence, colon: int) -> bool:
    """Whether before the colon a verb or a dash stands: «كتب محمد علي:», «غزة - رويترز:»."""
    return any(
        s.written[at] in DASHES or s.is_verb_cue(at) or s.folded[at][:1].isdigit() or s.does(at)
        for at in range(s.first, colon)
    )


def _is_place(s: Sentence, start: int, end: int) -> bool:
    """Whether a range is the name of a place and nothing else."""
    return s.lexicon.is_place(*s.folded[start:end])


def _speaks(s: Sentence, source: Range, says: int) -> bool:
    """Whether a phrase before a colon is one of who speaks, where `says` is what follows."""
    lexicon, (start, end) = s.lexicon, source
    first = s.folded[start]
    head = lexicon.head(first)
    common = first in lexicon.language.stopwords and first not in lexicon.nouns
    if common or first in lexicon.matters:
        return False
    outlet = outlet_at(s, start)
    if (outlet and outlet[1] >= end) or lexicon.is_any(
        head, lexicon.roles, lexicon.anonymous, lexicon.telling
    ):
        return True
    if head in lexicon.organisations:
        return head not in lexicon.venues or _is_claim(s, says)
    if head in lexicon.groups:
        return _is_claim(s, says)
    if end - start == 1 and not first.isdigit():
        return _is_claim(s, says) if _is_ordinary(s, start, end) else not _is_event(s, says)
    if first in lexicon.half_names and end - start <= LONGEST_NAME:
        return True
    if not name_at(s, start, end) or any(word in lexicon.prepositions for word in s.folded[start:end]):
        return False
    return first in lexicon.given_names or not (_is_ordinary(s, start, end) or _is_event(s, says))


def _is_ordinary(s: Sentence, start: int, end: int) -> bool:
    """Whether all words of a phrase have another use than to name somebody; «الحرشاني» looks like a family name."""
    lexicon = s.lexicon
    known = lexicon.language.is_known
    if end - start == 1 and lexicon.definite(s.folded[start]) and s.written[start].endswith("ي"):
        return False
    return known is None or all(known(word) for word in s.folded[start:end])


def _is_claim(s: Sentence, at: int) -> bool:
    """Whether what follows the colon begins as a sentence of somebody's does, not as an event: «لن نقبل», «الحكومة قريبة»."""
    lexicon, word = s.lexicon, s.folded[at]
    if s.written[at] in OPENING or word in lexicon.claims or _is_said_by_us(s, at):
        return True
    following = s.folded[at + 1]
    return lexicon.definite(word) and following not in lexicon.prepositions and not following.startswith("ب")


def _is_event(s: Sentence, at: int) -> bool:
    """Whether what follows the colon tells what took place: «إيقاف متهم», «القبض على لص»."""
    if _is_place(s, at, at + 1):
        return False
    governs = s.folded[at + 1] in s.lexicon.prepositions and not _is_said_by_us(s, at)
    return not _is_claim(s, at) and (governs or is_verbal_noun(s, at))


def _is_said_by_us(s: Sentence, at: int) -> bool:
    """«لن نتفاوض», «سنرد», «نرفض», «اتفقنا»: said by those who speak of themselves."""
    lexicon, word = s.lexicon, s.folded[at]
    if word in lexicon.we or (word in lexicon.negating and s.folded[at + 1].startswith(lexicon.of_us)):
        return True
    if word.startswith(lexicon.we_shall) and len(word) > _SHORT and _is_known(s, word[2:]):
        return True
    if word.startswith(lexicon.of_us) and len(word) >= _SHORT and lexicon.is_name(word):
        return True
    return word.endswith(lexicon.ours) and len(word) > _SHORT and not lexicon.definite(word)


def _is_known(s: Sentence, verb: str) -> bool:
    """Whether there is a verb of the present by what follows its first letter: «سننتصر», as there is «ينتصر»; not «سنوات»."""
    known = s.lexicon.language.is_known
    return known is None or known("".join(s.lexicon.present) + verb)


def _names_or_acts(s: Sentence, at: int) -> bool:
    """«المدرب: سالم الحداد», «المصدر: وكالة الأنباء»: what follows is a name and nothing else, or what he does."""
    outlet = outlet_at(s, at)
    if s.does(at):
        return True  # «سيميوني: يغازل برشلونة»
    person = s.end - at <= LONGEST_NAME and name_at(s, at, s.end)
    says = s.folded[at] in s.lexicon.claims or _is_said_by_us(s, at)
    return (person and not says) or (outlet is not None and outlet[1] >= s.end)
