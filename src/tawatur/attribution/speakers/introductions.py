"""Where an article first names a person in full, though he says nothing there: «انتقدت رئيسة اللجنة سمية الخراط …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.attribution.lexicon import Lexicon, starts
from tawatur.attribution.speakers.role_words import role_words
from tawatur.attribution.text.according_starts import starts_according
from tawatur.attribution.text.paragraph import (
    CLOSING,
    LONGEST_NAME,
    OPENING,
    PARTING,
    Paragraph,
    Range,
    answered_once,
)

_NOUN_REACHES = 6  # words of the phrase that a noun opens
_FOREIGN = 3  # words of a title and a name of two
_ROLE_REACHES = 10  # words from the noun of a role to the name
_QUOTES = OPENING | CLOSING
_PUNCTUATION = frozenset('،,;؛:.!?؟«»“”"()')


@answered_once
def introductions(paragraph: Paragraph, lexicon: Lexicon) -> Sequence[Range]:
    """The phrases of a role and a name after it, in order."""
    names = (
        at
        for at, word in enumerate(paragraph.folded)
        if word in lexicon.given_names and paragraph.written[at] not in lexicon.written_prepositions
    )  # «على» is no علي
    roles = ((_role_before(paragraph, at, lexicon), at) for at in names)
    return [(start, _name_end(paragraph, at, lexicon)) for start, at in roles if start is not None]


@answered_once
def introduced_as(paragraph: Paragraph, family: str, lexicon: Lexicon) -> Range | None:
    """The phrase that ends with this (folded) family name after a given name and a role; None if there is none."""
    endings = {family, *map(family.removeprefix, lexicon.half_names)}  # «عبد العزيز» is «عبدالعزيز»
    for at in sorted(one for ending in endings for one in paragraph.tokens_of(ending)):
        word = paragraph.folded[at]
        before = paragraph.folded[at - 1] if at else ""
        if word != family and before + word == family and lexicon.opens_name(before):
            start = _role_before(paragraph, at - 2, lexicon)
            if start is not None and start < at - 2:
                return start, at + 1
        if (
            word != family
            or at < 2
            or lexicon.definite(before)
            or before in lexicon.openers
            or before in lexicon.no_name
            or before in lexicon.was
        ):
            continue
        foreign = lexicon.is_name(before) and not lexicon.definite(family)
        if not (before in lexicon.name_parts or lexicon.is_name(family) or foreign) or (
            lexicon.bare(family) in lexicon.nouns and before not in lexicon.given_names
        ):
            continue  # «الشاهد» is a family name only behind a given one
        start = _role_before(paragraph, at - 1, lexicon)
        if start is not None and start < at - 1 and paragraph.folded[at - 1] not in lexicon.nouns:
            return start, at + 1
        behind = _role_behind(paragraph, at + 1, lexicon)
        if before in lexicon.of_given and behind > at + 1:
            return at - 1, behind
    return None


def introduced_by_name(
    paragraphs: Sequence[Paragraph], family: str, lexicon: Lexicon
) -> tuple[Paragraph, Range] | None:
    """The one name that ends with this (folded) family name, with no role: «تصريحات راشد الحداد»; None if several are of the family."""
    found: dict[str, tuple[Paragraph, Range]] = {}
    for paragraph in paragraphs:
        for at in filter(None, paragraph.tokens_of(family)):
            start = at
            while (
                start and at - start < LONGEST_NAME - 1 and _is_first_name(paragraph, start - 1, at, lexicon)
            ):
                start -= 1
            if start < at:
                found.setdefault(paragraph.folded[at - 1], (paragraph, (start, at + 1)))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_first_name(paragraph: Paragraph, at: int, family: int, lexicon: Lexicon) -> bool:
    """Whether the word at `at` is a name before the family name at `family`: a given one, one behind such, or a foreign one."""
    word, before = paragraph.folded[at], paragraph.folded[at - 1] if at else ""
    if word in lexicon.of_given or lexicon.opens_name(word) or lexicon.opens_name(before):
        return paragraph.written[at] not in lexicon.written_prepositions
    if at != family - 1 or not lexicon.is_name(word):
        return False
    return before in lexicon.of_given or _is_foreign_name(paragraph, at, lexicon)


def _is_foreign_name(paragraph: Paragraph, at: int, lexicon: Lexicon) -> bool:
    """Whether two words of no other use are a name, by what stands around them: «الأمريكية مارشا ويلر», «كلاوديو ويلر المدرب», «، جيم ويلر،»."""
    folded, end = paragraph.folded, at + 2
    if not all(lexicon.is_name(word) and not lexicon.definite(word) for word in folded[at:end]):
        return False
    before, behind = folded[at - 1] if at else "", folded[end] if end < len(folded) else ""
    of_origin = lexicon.definite(before) and before.endswith(lexicon.origin_endings)
    apart = at - 1 in paragraph.marked_names or {before, behind} <= PARTING
    told = apart or (of_origin and before not in lexicon.relatives) or lexicon.role(before)
    return (told or lexicon.role(behind)) and not lexicon.is_place(folded[at])


@answered_once
def introduced_by_given(paragraph: Paragraph, given: str, lexicon: Lexicon) -> Range | None:
    """The phrase of a role and a name of several words that this (folded) given name begins; None if there is none."""
    folded = paragraph.folded
    if given not in lexicon.given_names:
        return None
    for at in filter(None, paragraph.tokens_of(given)):
        start, end = _role_before(paragraph, at, lexicon), _name_end(paragraph, at, lexicon)
        if start is not None and start < at < end - 1 and folded[at - 1] not in lexicon.given_names:
            return start, end
    return None


def introduced_by_role(
    paragraphs: Sequence[Paragraph], words: frozenset[str], lexicon: Lexicon
) -> tuple[Paragraph, Range] | None:
    """The one phrase of a role and a name that goes with a role told without it (its folded, bare words); None if several do."""
    found: dict[str, tuple[Paragraph, Range]] = {}
    for paragraph in paragraphs:
        for start, end in _names_with_roles(paragraph, lexicon):
            given = next(
                at for at in range(end - 1, start - 1, -1) if paragraph.folded[at] in lexicon.given_names
            )
            while paragraph.folded[given - 1] in lexicon.given_names and given - 1 > start:
                given -= 1
            behind = _role_behind(paragraph, end, lexicon)
            titled = given - 1 > start and _is_title(paragraph.folded[given - 1], lexicon)
            for first, last in ((start, given - titled), (end, behind)):
                told = map(lexicon.bare, paragraph.folded[first:last])
                role = role_words(told, lexicon) - lexicon.prepositions
                shorter, longer = sorted((role, role_words(words, lexicon) - lexicon.prepositions), key=len)
                if len(shorter) > 1 and shorter <= longer:
                    found.setdefault(
                        " ".join(paragraph.folded[given:end]), (paragraph, (start, max(end, last)))
                    )
    return next(iter(found.values())) if len(found) == 1 else None


def _is_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name is but its title, behind the role: «المتحدث باسم الوزارة المستشار سالم الحداد»."""
    return lexicon.definite(word) and lexicon.role(word)


def _names_with_roles(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Range]:
    """The phrases of a role and a name, and the names with a role behind them at once: «سالم الحداد المدير الفني»."""
    yield from introductions(paragraph, lexicon)
    for at, word in enumerate(paragraph.folded):
        first = word in lexicon.of_given and not (at and paragraph.folded[at - 1] in lexicon.name_parts)
        if first and paragraph.written[at] not in lexicon.written_prepositions:
            end = _name_end(paragraph, at, lexicon)
            if end - at > 1 and end < len(paragraph.folded) and lexicon.role(paragraph.folded[end]):
                yield at, end


def _role_behind(paragraph: Paragraph, end: int, lexicon: Lexicon) -> int:
    """One past the role behind a name: «سالم الحداد، وزير النقل،», «سالم الحداد وزير النقل»; `end` if none stands there."""
    if end < len(paragraph.folded) and lexicon.role(paragraph.folded[end]):
        return _noun_end(paragraph, end, lexicon)
    at = end + 1
    if (
        at >= len(paragraph.folded)
        or paragraph.written[end] not in PARTING
        or not lexicon.role(paragraph.folded[at])
    ):
        return end
    while at < len(paragraph.folded) and paragraph.is_word[at] and at - end <= _ROLE_REACHES:
        at += 1
    return at


@answered_once
def introduced_by_noun(paragraph: Paragraph, head: str, lexicon: Lexicon) -> Range | None:
    """The phrase of this (folded, bare) noun: «مواطن أصيل المدينة», «الإدارة الجهوية للتجهيز»; None if there is none."""
    for at, word in enumerate(paragraph.folded):
        if not word.endswith(head):
            continue  # what is written on to a noun stands before it
        if word == head or word.removeprefix(lexicon.to) == head or word[1:] == head:
            end = _quoted_end(paragraph, at + 1) or _noun_end(paragraph, at, lexicon)
            if _is_named_behind(paragraph, at, end, lexicon):
                end = _name_end(paragraph, end + 1, lexicon)
        elif lexicon.bare(word) == head:
            if told := _titled(paragraph, at, lexicon):
                return told
            end = _described_end(paragraph, at, lexicon)
        else:
            continue
        close = paragraph.pairs.get(at + 1, at)
        if word != head and lexicon.definite(word):
            close = at
        if end == at + 1 < close <= at + 1 + _NOUN_REACHES and head in lexicon.outlets:
            return at, close + 1  # «مجلة "المرآة"»
        if end > at + 1:
            return _name_before(paragraph, at, lexicon), end
    return None


def _is_named_behind(paragraph: Paragraph, at: int, end: int, lexicon: Lexicon) -> bool:
    """«والي نابل، سالم الحداد»: whether behind the phrase of a role a comma and a given name stand."""
    given = end + 1 < len(paragraph.folded) and paragraph.folded[end + 1] in lexicon.of_given
    return given and paragraph.written[end] in PARTING and lexicon.role(paragraph.folded[at])


def _quoted_end(paragraph: Paragraph, at: int) -> int | None:
    """One past a name in quotation marks that opens at `at`: «شركة "نسيم الغد"»; None where none does."""
    close = paragraph.marked_names.get(at)
    return None if close is None else close + 1


def _titled(paragraph: Paragraph, at: int, lexicon: Lexicon) -> Range | None:
    """«النائبة البرلمانية سلوى الحداد», «للكاتب مايكل ستراند»: the phrase of a name that a title opens, or has behind its first noun."""
    folded, foreign = paragraph.folded, at + _FOREIGN
    if not lexicon.role(folded[at]):
        return None
    if (
        lexicon.joined(folded[at])
        and len(folded) > foreign
        and all(map(lexicon.is_name, folded[at + 1 : foreign]))
    ):
        return at, foreign
    found = (one for one in introductions(paragraph, lexicon) if one[0] < at < one[1] - 1)
    return next(found, None)


def _name_before(paragraph: Paragraph, at: int, lexicon: Lexicon) -> int:
    """Where the name begins behind which a noun stands: «عادل الحداد وزير النقل», «أم يوسف، وهي سيدة»; `at` where none does."""
    end = at - 1 if at and paragraph.folded[at - 1] in lexicon.pronouns else at
    end -= end > 0 and paragraph.written[end - 1] in PARTING
    found = at
    for start in range(end - 1, max(-1, end - 1 - LONGEST_NAME), -1):
        if paragraph.folded[start] in lexicon.of_given and _name_end(paragraph, start, lexicon) == end:
            found = start - (start > 0 and paragraph.folded[start - 1] in lexicon.by_child)
    return found if end - found > 1 else at


def _noun_end(paragraph: Paragraph, at: int, lexicon: Lexicon) -> int:
    """One past the phrase that the noun at `at` opens."""
    end = at + 1
    while end < min(at + _NOUN_REACHES, len(paragraph.folded)) and paragraph.is_word[end]:
        following = paragraph.folded[end]
        if (
            starts(lexicon.breaks, paragraph.folded, end)
            or following in lexicon.cues
            or following in lexicon.that
        ):
            break
        if starts_according(lexicon, paragraph.folded, end):
            break
        if lexicon.to and following.startswith(lexicon.to):
            break  # «لحادث»: to whom or what, no part of the name
        if following in lexicon.along:
            break  # «وزير النقل مع وفد»
        if lexicon.definite(paragraph.folded[end - 1]) and _is_new_noun(following, lexicon):
            break  # «وزارة النقل مراجعة الفحص»
        end += 1
    while end > at + 1 and lexicon.is_any(paragraph.folded[end - 1], lexicon.issued, lexicon.prepositions):
        end -= 1
    return end


def _is_new_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word behind a noun with its article begins another phrase: an everyday noun without one."""
    joined = word.startswith(lexicon.proclitics) or word in lexicon.no_name
    return not (
        joined
        or lexicon.definite(word)
        or lexicon.role(word)
        or lexicon.is_place(word)
        or _names(word, lexicon)
    )


def _names(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.name_parts or lexicon.is_name(word)


def _described_end(paragraph: Paragraph, at: int, lexicon: Lexicon) -> int:
    """One past the adjectives behind a noun with its article, and what it is for: «المعهد الوطني للرصد الجوي»."""
    end, folded = at + 1, paragraph.folded
    if end == len(folded) or not _agrees(folded[at], folded[end], lexicon):
        return end  # «أوقفت الشرطة التونسي»
    while end < len(folded) and lexicon.definite(folded[end]):
        if folded[end] in lexicon.relatives:
            break
        aim = lexicon.joined(folded[end])
        of_aim = lexicon.joined(folded[end - 1]) and not starts(lexicon.breaks, folded, end)
        described = not aim and lexicon.is_any(folded[end], lexicon.elatives)
        described = described or (folded[end].endswith(lexicon.origin_endings) and not aim)
        further = end > at + 1 and (
            aim or (lexicon.feminine_ending(folded[at]) and _agrees(folded[at], folded[end], lexicon))
        )
        if not (of_aim or described or further):
            break
        end += 1
    return end


def _agrees(noun: str, adjective: str, lexicon: Lexicon) -> bool:
    """Whether an adjective has the ending of a noun's gender: «الهيئة المستقلة», «الهيئة العليا»."""
    feminine = lexicon.feminine_ending(adjective) or adjective in lexicon.elatives
    return feminine == lexicon.feminine_ending(noun)


def _role_before(paragraph: Paragraph, name: int, lexicon: Lexicon) -> int | None:
    """The first token of the role that a name stands after; only its last comma may stand between."""
    found = None
    for at in range(name - 1, max(-1, name - 1 - _ROLE_REACHES), -1):
        if paragraph.written[at] in _PUNCTUATION and at != name - 1:
            break
        word = paragraph.folded[at]
        to = lexicon.behind_to(word) in lexicon.roles  # «لرئيس المجلس سالم الحداد»
        if to or (lexicon.role(word) and not (found == at + 1 and lexicon.tells(word, "verb"))):
            found = at  # «طالب الوزير» is no student
    return found


def _name_end(paragraph: Paragraph, given: int, lexicon: Lexicon) -> int:
    """One past the family name: the given name, other given names after it, and one word more."""
    end = _given_end(paragraph, given, lexicon)
    if end - 2 > given and paragraph.folded[end - 2] in lexicon.half_names:
        family = paragraph.folded[end] if end < len(paragraph.folded) else ""
        return end + (lexicon.definite(family) and lexicon.is_name(family))  # «مراد بن صالح» is whole
    goes_on = end < len(paragraph.folded) and paragraph.is_word[end] and end - given < LONGEST_NAME
    if not goes_on or paragraph.written[end] in lexicon.written_prepositions:
        return end
    word = paragraph.folded[end]
    of_act = lexicon.of_long_form(word) and not lexicon.definite(word)
    done = of_act or word in lexicon.verbal_nouns  # «سالم الطيب اهتمامه»
    done = done or lexicon.of_object(word)
    if word in lexicon.no_name or done:
        return end
    half = paragraph.folded[end + 1] if end + 1 < len(paragraph.folded) else ""
    return end + 1 + (half in lexicon.half_names and lexicon.definite(half))  # «حسن نصر الله»


def _given_end(paragraph: Paragraph, given: int, lexicon: Lexicon) -> int:
    """One past the given names from `given` on; «عبد المجيد» is one of them."""
    end = given + 1
    while (
        end < len(paragraph.folded)
        and paragraph.written[end] not in lexicon.written_prepositions
        and (paragraph.folded[end] in lexicon.name_parts or lexicon.opens_name(paragraph.folded[end - 1]))
        and end - given < LONGEST_NAME
    ):
        end += 1
    return end


def byline(paragraph: Paragraph, at: int, end: int, lexicon: Lexicon) -> Range | None:
    """«كتب محمد علي» at `at`, run together with a headline before it or with the text behind it; None where somebody writes something.

    The sentence goes on to `end`.
    """
    written, folded, is_word = paragraph.written, paragraph.folded, paragraph.is_word
    before = folded[at - 1] if at else ""
    if folded[at] not in lexicon.bylines or lexicon.is_any(
        before, lexicon.before_verbs, lexicon.language.stopwords
    ):
        return None
    start = _past_marks(paragraph, at + 1, end)
    if start >= end or folded[start] not in lexicon.given_names:
        return None
    last = _given_end(paragraph, start, lexicon)
    last += last == start + 1 and last < end and is_word[last]
    if not start + 1 < last < end:
        return None
    last = _past_marks(paragraph, last, end)
    if last == end:
        return at, end
    signed = start > at + 1 or lexicon.tells(folded[last], "verb", "relay")
    writes = folded[last] in lexicon.that | lexicon.particles or written[last] in _QUOTES
    return None if writes or (at == 0 and not signed) else (at, last)


def _past_marks(paragraph: Paragraph, at: int, end: int) -> int:
    """Past colons and dashes."""
    while at < end and not paragraph.is_word[at] and paragraph.written[at] not in _QUOTES:
        at += 1
    return at
