"""Whether a quotation behind a cue is what is said, or a name: «حركة "النهضة"»."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue, starts
from tawatur.attribution.text.content_spans import joins_another
from tawatur.attribution.text.paragraph import COMMAS, LONGEST_NAME
from tawatur.attribution.text.phrase_ends import name_at
from tawatur.attribution.text.sentence import Sentence

_REACH = 9  # tokens from a title to «أن»
_NAME = 3  # tokens to the end of a quotation of two words
_NEAR = 4  # tokens of who calls on somebody, or calls something so, before the colon
_WORDS = 4  # tokens from a colon to the end of a quotation that is more than a name


def is_said_in_quotes(s: Sentence, cue: Cue, at: int, after: int, *, governed: bool) -> bool:
    """Whether the quotation at `at` is what is said behind a cue, `governed` by no preposition in front of it."""
    close = s.pairs[at]
    if cue.calls and not cue.calls.isdisjoint(s.folded[at:close]):
        return True  # «محملا "السلطات مسؤولية الحادث"»
    alone = close - at == 2 and at > after and s.is_word[at - 1]  # «في مدينة "الساحل"»
    alone = alone and "object" in cue.takes and cue.preposition is None
    if "quote" in cue.takes and not (alone or names_something(s, at, close) or _is_where(s, cue, at)):
        return True
    inside = not governed and len(cue.preposition or "") > 1 and "object" in cue.takes
    return inside and s.folded[at + 1] == cue.preposition  # «أعربت تونس "عن استنكارها"»


def _is_where(s: Sentence, cue: Cue, at: int) -> bool:
    """«يقول في حديث إلى "الجسر"»: whether a word or two in quotation marks at `at` stand behind a preposition that is not the cue's."""
    before = s.written[at - 1] if at > s.first else ""
    governed = before in s.lexicon.written_prepositions and s.folded[at - 1] != cue.preposition
    return governed and s.pairs[at] - at <= _NAME


def speaks_in_quotes(s: Sentence, cue: Cue, colon: int, after: int) -> bool:
    """«واعترض الحداد: "لا طريق غير هذه"»: whether words are quoted behind a colon, as they may be behind any verb of saying."""
    if cue.kind == "participle":
        near = colon == after
    else:
        plain = cue.kind == "verb" and cue.lemma not in s.lexicon.even_so  # not «لا يخفي خيبته»
        near = plain and not cue.calls and "act" not in cue.takes and not s.has_pronoun(after - 1)
        near = near and (colon - after <= _NEAR or not {"to", "whom"} & cue.takes)
        # not in «وانتقدت القرار، مؤكدة: "…"»
        near = near and not any(s.lexicon.tells(one, "participle") for one in s.folded[after:colon])
    return near and s.pairs.get(colon + 1, colon) - colon > _WORDS and not _is_titled(s, colon)


def _is_titled(s: Sentence, colon: int) -> bool:
    """«نشر كتابا بعنوان: "…"», «نشر تدوينة: "…"»: whether before a colon a text stands, or what names it; not in «قال في تدوينة: "…"»."""
    word, before = s.folded[colon - 1], s.written[colon - 2] if colon > 1 else ""
    if word in s.lexicon.titles:
        return True
    stems = {s.lexicon.head(stem) for stem in s.lexicon.without_pronoun(word)}
    return before not in s.lexicon.before_nouns and not (
        stems.isdisjoint(s.lexicon.documents) and stems.isdisjoint(s.lexicon.titles)
    )


def may_name(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    """Whether the quotation at `at` may name what is said: «توقع الوزير "انخفاض الأسعار …"», «مستنكرا "الصمت المريب"»."""
    at_once = at == after and cue.kind == "participle"
    comma = s.clause_end(after)
    firmly = starts(s.lexicon.firmly, s.folded, comma + 1)
    reach = s.clause_end(comma + 1) + 1 if firmly else comma  # «أدان المجلس، بشدة، "…"»
    return (at_once or s.pairs[at] - at > LONGEST_NAME) and names_it(cue) and reach >= at


def names_something(s: Sentence, opening: int, closing: int) -> bool:
    """A quotation of a word or two before the marker is a name («حركة "النهضة"»), not a statement."""
    if closing + 1 < s.end and s.folded[closing + 1] == ":":
        return True
    named = opening in s.marked_names
    if closing + 1 < s.end and s.folded[closing + 1] == "(" and named:
        return True  # «تقول "سلمى" (اسم مستعار)»
    before = s.folded[opening - 1] if opening > s.first else ""
    outlet = s.lexicon.is_any(before.removeprefix(s.lexicon.to), s.lexicon.outlets, s.lexicon.programmes)
    outlet = outlet and closing - opening <= _REACH  # «شبكة "سي.إن.إن"», «لبرنامج "صباح الساحل"»
    if outlet or before in s.lexicon.titles:
        return True
    behind = closing + 1
    parted = opening > s.first and s.written[opening - 1] in COMMAS
    parted = parted and behind < s.end and s.written[behind] in COMMAS
    if parted and name_at(s, opening + 1, closing) and named:
        return True  # «وزير الخارجية، "بورج هاند"، قرار»
    titled = behind + (behind < s.end and s.written[behind] in COMMAS)
    word = s.folded[titled] if titled < s.end else ""
    if named and (word in s.lexicon.roles or (s.lexicon.definite(word) and s.lexicon.role(word))):
        return True  # «أكد "سالم الحداد"، رئيس اللجنة»
    if closing - opening - 1 > 3:
        # «في ندوة تحت عنوان "…"، أن»
        described = behind < s.end and s.lexicon.definite(s.folded[behind]) and opening > s.first
        if described and not s.lexicon.that.isdisjoint(s.folded[behind : behind + _REACH]):
            return True  # «في ندوة "…" المنتظمة بالعاصمة أن»
        behind += behind < s.end and s.written[behind] in COMMAS
        return behind < s.end and s.folded[behind] in s.lexicon.that
    goes_on = behind < s.end and s.is_word[behind] and not joins_another(s, behind)
    governs = s.folded[opening - 1]
    if governs == s.lexicon.to or s.lexicon.is_any(governs, s.lexicon.organisations, s.lexicon.reporters):
        return True  # «حزب "حراك الساحل"», «موفد "الساحل"», «لـ "الساحل"»
    if s.lexicon.bare(s.folded[opening - 1]) in s.lexicon.outlets or (goes_on and closing - opening <= 3):
        return True
    following = s.folded[closing + 1 : closing + 12]
    return any(word in s.lexicon.that or word == ":" for word in following) or any(
        at in s.pairs for at in range(closing + 1, min(closing + 12, s.end))
    )


def names_it(cue: Cue) -> bool:
    """Whether what is said may follow a cue as a noun, and so in quotation marks: «توقع الوزير "انخفاض الأسعار …"»."""
    return "object" in cue.takes and cue.preposition is None and not {"text", "noun"} & cue.takes


def may_open(cue: Cue, at: int, after: int) -> bool:
    """Whether a quotation that nothing closes may tell at `at` what is said."""
    return ("quote" in cue.takes and at > after) or (names_it(cue) and cue.kind == "participle")


def opens_unclosed(s: Sentence, at: int) -> bool:
    """Whether at `at` a quotation opens that nothing closes; behind a word that it is written on to only where no «أن» follows."""
    if at in s.paragraph.closes or at + 1 >= s.end:
        return False
    joined = s.paragraph.tokens.touches(at) and not s.paragraph.tokens.touches(at + 1)
    before = s.folded[at - 1].removeprefix(s.lexicon.to)
    # «في ندوة حول "مستقبل الميناء أن»
    named = before in s.lexicon.press or before in s.lexicon.about  # «أفاد مراسل "الساحل بأن»
    return not (joined or named) or s.find_any(s.lexicon.that, at, s.end) is None
