"""The outlets that a sentence names: known ones, those behind «قناة», «صحيفة», and those that something is told to."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.attribution.text.paragraph import LONGEST_NAME, Range
from tawatur.attribution.text.sentence import Sentence

_SHORT = 3  # letters
_LONGEST = 7  # words of an outlet's name


def outlet_at(s: Sentence, at: int) -> Range | None:
    """An outlet named at `at`, with or without what is written on to its first word."""
    lexicon = s.lexicon
    marked = at in s.pairs or s.folded[at] == lexicon.to
    if marked and (quoted := _quoted_name(s, at)):
        return quoted
    close = s.marked_names.get(at + 1) if at + 1 < s.end else None
    if close is None and not _may_be_outlet(s, at):
        return None
    window = s.folded[at : min(s.end, at + _LONGEST)]
    spellings = [window]
    if lexicon.to and window and window[0].startswith(lexicon.to):
        spellings.append([window[0][1:], *window[1:]])
        spellings.append([lexicon.article + window[0][2:], *window[1:]])
    if close is not None:  # «للجوهرة "أف أم"»
        for first, *_ in spellings:
            if s.outlets.named(" ".join([first, *s.folded[at + 2 : close]])):
                return at, close + 1
    for spelling in spellings:
        if (found := s.outlets.starting(spelling)) and not (found[1] == 1 and _tells_origin(s, at)):
            return at, at + found[1]
    if lexicon.subject_first:
        return _outlet_by_capitals(s, at)
    return _programme_at(s, at) or _by_noun(s, at) or _by_last_word(s, at)


def _by_noun(s: Sentence, at: int) -> Range | None:
    """«موقع "الساحل"», «لقناة صدى البلد», «وكالة الأنباء الرسمية "وات"», «للصحيفة», «على القناة الوطنية»: an outlet by what it is, and its name if it has one."""
    lexicon, word = s.lexicon, s.folded[at]
    definite = lexicon.bare(word) in lexicon.outlets and lexicon.definite(word)
    if not (definite or word.removeprefix(lexicon.to) in lexicon.outlets):
        return None
    begins = _past_kind(s, at)
    if begins < s.end and (found := s.outlets.starting(s.folded[begins : min(s.end, begins + _LONGEST)])):
        return at, begins + found[1]
    if not lexicon.is_outlet(s.folded[at : min(s.end, at + 4)]) or s.folded[begins - 1] in lexicon.codes:
        return None
    if (close := s.marked_names.get(begins)) is not None and close < s.end:
        return at, close + 1
    if definite:
        if begins > at + 1 and lexicon.bare(word) in lexicon.many_outlets:
            return None  # «القنوات الدبلوماسية»
        to_it = lexicon.joined(word) or (begins > at + 1 and at > s.first and introduces_outlet(s, at - 1))
        return (at, begins) if to_it else None
    if begins > at + 1 or begins >= s.end or not s.is_word[begins] or s.folded[begins] in lexicon.codes:
        return (at, begins) if begins > at + 1 else None
    described = lexicon.bare(word) in lexicon.ambiguous_outlets and s.folded[begins] in lexicon.everyday
    return None if described else (at, _past_name(s, begins))  # «قناة معتمدة»


def introduces_outlet(s: Sentence, at: int) -> bool:
    """Whether a preposition stands at `at` that an outlet follows to which something is said: «مع قناة», «على القناة الوطنية»."""
    return s.lexicon.is_any(s.folded[at], s.lexicon.along, s.lexicon.broadcast)


def _past_kind(s: Sentence, at: int) -> int:
    """One past the words from `at` that tell what kind of outlet it is: «وكالة الأنباء الرسمية», «موقع صحيفة»."""
    lexicon, end = s.lexicon, at + 1
    while end < s.end:
        word = s.folded[end]
        described = lexicon.definite(s.folded[end - 1]) and _describes_name(s, end)
        if not (described or word in lexicon.outlets or lexicon.bare(word) in lexicon.kinds_of_outlets):
            break
        end += 1
    return end


def _past_name(s: Sentence, at: int) -> int:
    """One past the name that begins at `at` behind an outlet's noun: «السهوب», «الحوار الساحلي», «مسار نيوز», «خبر للأنباء», «Harbor Times»."""
    lexicon = s.lexicon
    for end in range(at + 1, min(s.end, at + LONGEST_NAME)):
        if lexicon.joined(s.folded[end]) and lexicon.bare(s.folded[end]) in lexicon.kinds_of_outlets:
            return end + 1
        if not s.is_word[end]:
            break
    end = at + 1
    while end < s.end and s.is_word[end]:
        before, word = s.written[end - 1], s.folded[end]
        goes_on = lexicon.definite(s.folded[end - 1]) and _describes_name(s, end)
        latin = before.isascii() and s.written[end].isascii() and not before.isdigit()
        if not (goes_on or latin or word in lexicon.outlet_words):
            break
        end += 1
    return end


def _describes_name(s: Sentence, at: int) -> bool:
    """Whether the word at `at` is an adjective of origin or order, with the article: «الساحلي», «الأولى»; not «السياسي سالم»."""
    lexicon, word = s.lexicon, s.folded[at]
    adjective = lexicon.definite(word) and not lexicon.joined(word) and word.endswith(lexicon.origin_endings)
    return adjective and lexicon.bare(word) not in lexicon.nouns


def _by_last_word(s: Sentence, at: int) -> Range | None:
    """«لزيتون برس», «لـ الضفاف نيوز»: to whom something is said, by a word with which foreign outlets' names end."""
    lexicon, word = s.lexicon, s.folded[at]
    begins = at + (word == lexicon.to)
    told = begins + 1 < s.end and s.folded[begins + 1] in lexicon.outlet_words
    return (begins, begins + 2) if told and lexicon.behind_to(word) is not None else None


def _may_be_outlet(s: Sentence, at: int) -> bool:
    """Whether a word may be an outlet's name, its noun or either behind a preposition, or has capitals; most words may not."""
    word, lexicon = s.folded[at] if at < s.end else "", s.lexicon
    return s.outlets.begins(word) or word.startswith(lexicon.to) or word in lexicon.outlet_nouns


def _tells_origin(s: Sentence, at: int) -> bool:
    """«النقابات الألمانية», «مجلة "المرآة" الألمانية»: whether a name that is an adjective elsewhere tells where the noun before it is from."""
    lexicon, word = s.lexicon, s.folded[at]
    if at == s.first or not (lexicon.definite(word) and lexicon.feminine_ending(word)):
        return False
    before = s.folded[at - 1]
    whole = lexicon.definite(before.removeprefix(lexicon.conjunction)) or at - 1 in s.paragraph.closes
    return whole and word[:-1].endswith(lexicon.origin_endings[:1])


def _programme_at(s: Sentence, at: int) -> Range | None:
    """«لبرنامج "صباح الساحل"»: a programme by its name, to which something is said."""
    close = s.marked_names.get(at + 1)
    told = close is not None and s.lexicon.behind_to(s.folded[at]) in s.lexicon.programmes
    return (at, close + 1) if told and close is not None else None


def outlets_in(s: Sentence, start: int, end: int) -> Iterator[Range]:
    at = start
    while at < end:
        found = outlet_at(s, at) if s.is_word[at] or at in s.pairs else None
        if found:
            found = _named_behind(s, found) or found
            if found[0] < end:
                yield found[0], min(found[1], end)
            at = found[1]
            while at < end and _is_marked(s, found) and _describes_outlet(s, at):
                at += 1  # «صحيفة "الساحل" الألمانية», which names no second one
        else:
            at += 1


def _is_marked(s: Sentence, outlet: Range) -> bool:
    """Whether the name of an outlet stands in quotation marks."""
    return outlet[1] - 1 in s.paragraph.closes


def _named_behind(s: Sentence, outlet: Range) -> Range | None:
    """«وكالة الأنباء الرسمية "وات"»: the name of an outlet that is first described; None where it is named already."""
    if s.outlets.starting(s.folded[outlet[0] : outlet[1]]):
        return None
    behind = (outlet_at(s, at) for at in range(outlet[1], min(s.end, outlet[1] + 2)) if at in s.pairs)
    return next(filter(None, behind), None)


def _quoted_name(s: Sentence, at: int) -> Range | None:
    """«لـ«الساحل»»: a name in quotation marks, behind the preposition alone; with its marks.

    Without the preposition it has to be an outlet's that is known («البيدر»).
    """
    if at in s.pairs and s.outlets.named(" ".join(s.folded[at + 1 : s.pairs[at]])):
        return at, s.pairs[at] + 1
    if at in s.pairs and _is_published(s, at):
        named = s.marked_names.get(at)
        return None if named is None else (at + 1, named)
    close = s.marked_names.get(at + 1)
    if s.folded[at] != s.lexicon.to or close is None or close >= s.end:
        return None
    return (at + 1, close + 1) if any(s.is_word[at + 2 : close]) else None


def _is_published(s: Sentence, at: int) -> bool:
    """Whether a verb of publishing with its object stands before `at`: «حوار نشرته اليوم "الساحل"»."""
    verb = s.before_breaks(at) - 1
    return verb > s.first and s.folded[verb - 1] in s.lexicon.occasions and is_publishing(s, verb)


def is_publishing(s: Sentence, at: int) -> bool:
    """Whether at `at` a verb tells of a text that it was published: «نشرته», «بثتها»."""
    word = s.folded[at]
    return word.endswith(s.lexicon.possessives) and s.is_said(word)


def _outlet_by_capitals(s: Sentence, at: int) -> Range | None:
    """ "Harbor Times", "Al-Noor news agency (…)", "the newspaper Al-Mina": a name with an outlet's noun in or at it."""
    lexicon = s.lexicon
    end = at
    while end < s.end and s.is_word[end] and s.written[end][:1].isupper():
        end += 1
    if end == at:
        if s.folded[at] not in lexicon.outlets:
            return None
        end = at + 1
        while end < s.end and s.is_word[end] and s.written[end][:1].isupper():
            end += 1
        return (at, past_gloss(s, end)) if end > at + 1 else None
    named = end - at > 1 and s.folded[end - 1] in lexicon.outlets
    behind = end
    while behind < s.end and s.folded[behind] in lexicon.outlets:
        behind += 1
    return (at, past_gloss(s, behind)) if named or behind > end else None


def past_outlet(s: Sentence, at: int, end: int) -> int:
    """One past a known outlet that stands with its noun at `at`, whatever its name has in it: «صحيفة اليوم السابع»; else `at`."""
    if at + 1 >= end or s.folded[at] not in s.lexicon.outlets:
        return at
    known = s.outlets.starting(s.folded[at + 1 : min(end, at + _LONGEST + 1)])
    return at + 1 + known[1] if known else at


def past_gloss(s: Sentence, at: int) -> int:
    """Past a name in brackets."""
    if at >= s.end or s.written[at] != "(":
        return at
    return next((end + 1 for end in range(at, s.end) if s.written[end] == ")"), at)


def is_to_outlet(s: Sentence, at: int) -> bool:
    """«لصحيفة …», «لرويترز», «للعربية»: an outlet with the preposition written on to it."""
    word = s.folded[at]
    rest = s.lexicon.behind_to(word)
    if rest is None:
        return False
    if _quoted_name(s, at) is not None:
        return True
    if s.lexicon.joined(word):
        return outlet_at(s, at) is not None
    if rest in s.lexicon.outlets or rest in s.lexicon.reporters or _programme_at(s, at):
        return True
    if _by_last_word(s, at):
        return True
    if not rest:
        return _is_told_apart(s, at)
    known = s.outlets.starting([rest, *s.folded[at + 1 : at + _LONGEST]])
    return known is not None and (len(rest) > _SHORT or known[1] > 1)  # «لبي بي سي»


def _is_told_apart(s: Sentence, at: int) -> bool:
    """«لـ الساحل إن»: whether behind a preposition that stands by itself a name follows, and then what is said to it."""
    end = next(
        (one for one in range(at + 1, min(s.end, at + LONGEST_NAME + 1)) if s.folded[one] in s.lexicon.that),
        at,
    )
    return at + 1 < end and all(s.is_word[at + 1 : end])


def behind_addressee(s: Sentence, at: int, end: int) -> int:
    """One past «لرويترز», «لمراسل الوكالة» at the start of a range, before who speaks to it; `at` if none stands there."""
    if at >= end:
        return at
    if not is_to_outlet(s, at):
        return min(_behind_named(s, at) or at, end)
    first = at + 1 if s.lexicon.behind_to(s.folded[at]) in s.lexicon.reporters else at
    outlet = outlet_at(s, first) if first < end else None
    if outlet is None:
        return first
    behind = min(outlet[1], end)
    return behind + (
        outlet[0] < behind < end
        and s.paragraph.closes.get(behind - 1) is not None
        and _describes_outlet(s, behind)
    )


def _behind_named(s: Sentence, at: int) -> int | None:
    """One past «لـ الساحل», «لفريق "تحقق"»: an addressee behind a preposition that stands alone, or told by a name in quotation marks."""
    lexicon, word, behind = s.lexicon, s.folded[at], at + 1
    noun = lexicon.behind_to(word)
    if noun is None or behind >= s.end:
        return None
    if not noun and s.is_word[behind]:
        outlet = outlet_at(s, behind)
        return outlet[1] if outlet else behind + 1
    titled = noun in lexicon.nouns and word not in lexicon.nouns and behind in s.marked_names
    return s.marked_names[behind] + 1 if titled else None


def _describes_outlet(s: Sentence, at: int) -> bool:
    """«لصحيفة "الساحل" الصادرة اليوم»: whether the word at `at` tells more of the outlet before it."""
    lexicon, word = s.lexicon, s.folded[at]
    noun = lexicon.bare(word) in lexicon.nouns or s.is_name(word)
    return lexicon.definite(word) and lexicon.feminine_ending(word) and not noun
