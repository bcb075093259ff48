"""What a source phrase says of its speaker: his kind, his name, his role, and whether he is named at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.attribution.lexicon import Lexicon, starts
from tawatur.attribution.speakers.anonymity import Phrase, is_adjective_of_text, is_unnamed
from tawatur.attribution.speakers.capitalised_names import is_capital, is_of_another, name_in
from tawatur.attribution.speakers.capitalised_phrases import head_of, kind_of_phrase, names_outlet, phrase_end
from tawatur.attribution.speakers.naming import name_and_role
from tawatur.attribution.speakers.outlet_names import behind_outlet, outlet_in
from tawatur.attribution.text.paragraph import CLOSING, OPENING, PARTING, folded_tokens
from tawatur.language.text import Token, Tokens
from tawatur.model import Outlet, SpeakerKind
from tawatur.outlets import Outlets, reads_like_outlet

_PHRASES = 20_000  # as many as are kept: news tells of the same people and bodies again and again
_HONOURED = 2  # words
_FOREIGN = 2  # words of «السهوب نيوز»
_QUOTES = OPENING | CLOSING
_BEHIND_NOUN = PARTING | frozenset("(")
_NO_MARKS = dict.fromkeys(map(ord, _QUOTES))
_AGE = 2  # words of «43 عاما»


class Mention(NamedTuple):
    """One phrase that names a speaker. `head` is its first noun, folded, without the article."""

    text: str
    name: str
    head: str
    kind: SpeakerKind
    named: bool
    role: str | None
    words: frozenset[str]
    definite: bool
    feminine: bool
    plural: bool


class _Told(NamedTuple):
    """The words of a source phrase that say who it is: their tokens, folded, and as they are compared, with marks and without."""

    text: str
    parts: Sequence[Token]
    folded: Sequence[str]
    words: Sequence[str]
    content: Sequence[str]
    phrase: str  # with its article, and without a preposition written on to it


@lru_cache(maxsize=_PHRASES)
def mention(text: str, lexicon: Lexicon, outlets: Outlets) -> Mention:
    """Describe the source phrase `text`."""
    tokens = Tokens(text)
    parts, folded = tokens.between(0, len(tokens)), folded_tokens(tokens, lexicon)
    first, several = _begins(tokens, folded, lexicon)
    whole = last = _ends(tokens, parts, folded, first, lexicon, outlets)
    withheld = False
    if lexicon.subject_first:
        withheld = lexicon.withholds(" ".join(folded))
        last = min(last, phrase_end(parts, folded, first, lexicon))
    begins, ends = parts[first].start - parts[0].start, parts[last - 1].end - parts[0].start
    told = _told(text[begins:ends], parts[first:last], folded[first:last], lexicon, outlets)
    head = _head(_before_comma(told.parts, told.words) if lexicon.subject_first else told.content, lexicon)
    outlet = _outlet(text, told, lexicon, outlets)
    kind = "person" if withheld and not outlet else _kind_of(told, head, outlet, lexicon)
    name, role, kind = (
        (told.phrase, None, kind) if several else _name_of(told, kind, outlet, lexicon, outlets)
    )
    phrase = Phrase(
        told.phrase, tuple(told.parts), tuple(told.folded), tuple(told.content), head, kind, withheld
    )
    anonymous = is_unnamed(phrase, name, role, outlet, lexicon, outlets)
    if anonymous and kind == "person":
        clause = text[ends : parts[whole - 1].end - parts[0].start]
        name = _described(parts[first:whole], folded[first:whole], lexicon, told.phrase + clause)
    elif anonymous:
        name = _described(told.parts, told.folded, lexicon, told.phrase)
    return Mention(
        text=told.phrase,
        name=name if anonymous else _unquoted(name),
        head=head,
        kind=kind,
        named=not anonymous,
        role=None if anonymous else role,
        words=frozenset(map(lexicon.bare, told.content)),
        definite=lexicon.definite(told.words[0]) or told.content[0] in lexicon.the,
        feminine=_feminine(told.content, head, kind, lexicon),
        plural=_is_plural(head, kind, lexicon),
    )


def _begins(tokens: Tokens, folded: Sequence[str], lexicon: Lexicon) -> tuple[int, bool]:
    """The first token of a phrase that says who it is, and whether several are said to be: «كل من الوزير والوالي»."""
    first = tokens.is_word.index(True)
    first += _is_honour(folded[first:], lexicon)
    together = starts(lexicon.each_of, folded, first)
    first += together if first + together < len(tokens) else 0
    points = folded[first] in lexicon.demonstratives and any(tokens.is_word[first + 1 : first + 2])
    first += points  # «هذه البيانات»
    return first, together > 0


def _ends(
    tokens: Tokens,
    parts: Sequence[Token],
    folded: Sequence[str],
    first: int,
    lexicon: Lexicon,
    outlets: Outlets,
) -> int:
    """One past the last token that says who it is: before an outlet, a stray mark and somebody's age."""
    last = behind_outlet(parts, folded, first, lexicon, outlets)
    if not tokens.marks:
        return last
    stray = _before_stray_mark(parts, folded, first, lexicon)
    return min(last, stray, _before_age(parts, folded, first, lexicon))


def _told(
    text: str, parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon, outlets: Outlets
) -> _Told:
    """The phrase `text`, whose tokens are `parts`, as it is compared."""
    skip, joined = _clitic(folded, lexicon, outlets), lexicon.joined(folded[0])
    first = lexicon.article + folded[0][len(lexicon.joined_article) :] if joined else folded[0][skip:]
    # As it is written, for «على» is no علي.
    words = [
        part.text if lexicon.is_as_written(part.text) else word
        for part, word in zip(parts, folded, strict=True)
    ]
    words[0] = lexicon.unpossessed(first)
    content = [word for word, part in zip(words, parts, strict=True) if part.is_word]
    phrase = lexicon.article + text[len(lexicon.joined_article) :] if joined else text[skip:]
    return _Told(text, parts, folded, words, content, phrase)


def _outlet(text: str, told: _Told, lexicon: Lexicon, outlets: Outlets) -> Outlet | None:
    """The outlet that the phrase `text` names, of which `told` is what says who it is; None where it names none."""
    outlet = (
        outlets.cited(told.phrase)
        or _quoted(text, outlets)
        or outlet_in(told.parts, told.words, lexicon, outlets)
        or _glossed(told.parts, told.text, outlets)
    )
    # "Gull News’ Omar Haddad"
    return None if outlet and lexicon.subject_first and is_of_another(told.parts, lexicon) else outlet


def _kind_of(told: _Told, head: str, outlet: Outlet | None, lexicon: Lexicon) -> SpeakerKind:
    names = outlet or _names_outlet(told.content, head, told.parts, lexicon)
    if names or _in_another_script(told.phrase, lexicon):
        return "outlet"
    return _kind(told.content, head, told.parts, lexicon)


def _name_of(
    told: _Told, kind: SpeakerKind, outlet: Outlet | None, lexicon: Lexicon, outlets: Outlets
) -> tuple[str, str | None, SpeakerKind]:
    """The name and the role that a phrase tells, and the kind of who has them."""
    if outlet:
        return outlet.name, None, kind
    name, role = name_and_role(told.phrase, told.parts, told.words, kind, lexicon, outlets)
    if kind == "group" and role:
        kind = "person"  # «أحد المشاركين، سالم الحداد»
    if lexicon.subject_first and kind in ("organisation", "document", "group"):
        name = name.partition(",")[0]  # "the Gull Fund, a charity"
    if kind == "document":
        name = _issuer(told.text, told.parts, told.words, lexicon) or name
    return name, role, kind


def _is_plural(head: str, kind: SpeakerKind, lexicon: Lexicon) -> bool:
    several = lexicon.is_any(head, lexicon.groups, lexicon.numerals) or lexicon.of_dual(head)
    return several or head.endswith(lexicon.plural_endings) or (lexicon.subject_first and kind == "group")


def _is_honour(folded: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a phrase begins with a word of honour before a title or a name: «معالي الوزير», not «سعادة الأطفال»."""
    if len(folded) < _HONOURED or folded[0] not in lexicon.honours:
        return False
    return lexicon.role(folded[1]) or folded[1] in lexicon.given_names


def _before_stray_mark(parts: Sequence[Token], folded: Sequence[str], first: int, lexicon: Lexicon) -> int:
    """One past a name in a phrase, behind which a quotation mark stands that goes with none: «الحداد" لنفترض»."""
    marks = [at for at, part in enumerate(parts) if part.text in _QUOTES]
    stray = len(marks) == 1 and first < marks[0] < len(parts) - 1 and parts[marks[0] + 1].text not in PARTING
    return marks[0] if stray and lexicon.bare(folded[first]) not in lexicon.nouns else len(parts)


def _before_age(parts: Sequence[Token], folded: Sequence[str], first: int, lexicon: Lexicon) -> int:
    """One past a phrase behind which a comma and somebody's age stand, and no more: «سلمى، 43 عاما»."""
    comma = next((at for at in range(first + 1, len(parts)) if parts[at].text in PARTING), len(parts))
    age = folded[comma + 1 :]
    aged = 0 < len(age) <= _AGE and age[0].isdigit() and age[-1] in lexicon.aged
    return comma if aged else len(parts)


def _unquoted(name: str) -> str:
    if _QUOTES.isdisjoint(name):
        return " ".join(name.split()) or name
    return " ".join(name.translate(_NO_MARKS).split()) or name


def _quoted(phrase: str, outlets: Outlets) -> Outlet | None:
    """The outlet whose name is the phrase in quotation marks («البيدر»)."""
    bare = phrase.strip()
    inside = len(bare) > 2 and bare[0] in OPENING and bare[-1] in CLOSING
    return outlets.named(bare[1:-1]) if inside else None


def _in_another_script(phrase: str, lexicon: Lexicon) -> bool:
    """«Harbor Times» in an Arabic text: a name in Latin letters that says it is an outlet's."""
    return not lexicon.subject_first and phrase.isascii() and reads_like_outlet(phrase)


def _described(parts: Sequence[Token], folded: Sequence[str], lexicon: Lexicon, phrase: str) -> str:
    """What is said of an unnamed source, without the clause that says why he is not named."""
    for at in range(1, len(parts)):
        rest = list(folded[at : at + 8])
        if all(word in lexicon.articles or word in lexicon.numerals for word in folded[:at]):
            continue  # "an unnamed source": it stands before the noun
        if (
            parts[at].text in PARTING
            or " ".join(rest).startswith(lexicon.withheld)
            or (folded[at] in lexicon.cues and " ".join(rest[1:]).startswith(lexicon.withheld))
        ):
            last = at - 1
            while last > 0 and lexicon.is_any(folded[last], lexicon.relatives, lexicon.pronouns):
                last -= 1
            cut = parts[last].end - parts[-1].end
            return phrase[:cut] if cut else phrase
    return phrase


def _issuer(text: str, parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The body that issued a document: «بلاغ لوزارة الداخلية», «بيان صادر عن الهيئة»; None if none is said."""
    if lexicon.subject_first:
        return _issued_by(text, parts, words, lexicon)
    for at in range(1, len(parts)):
        word = words[at]
        skip = (
            len(lexicon.to) if lexicon.to and word.startswith(lexicon.to) and not lexicon.joined(word) else 0
        )
        if lexicon.bare(word[skip:]) in lexicon.organisations and not is_adjective_of_text(
            words, at, lexicon
        ):
            joined = lexicon.joined(word)
            end = next(
                (
                    one
                    for one in range(at + 1, len(parts))
                    if lexicon.is_any(words[one], lexicon.language.stopwords, lexicon.issued)
                    # «تقرير للبنك الدولي نشر», but «شركة نقل المسافرين»
                    or (lexicon.definite(words[one - 1]) and lexicon.tells(words[one], "verb"))
                ),
                len(parts),
            )
            rest = text[
                parts[at].start - parts[0].start + (2 if joined else skip) : parts[end - 1].end
                - parts[0].start
            ]
            return lexicon.article + rest if joined else rest
    return None


def _issued_by(text: str, parts: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> str | None:
    """ "a study by the Institute for Sleep Research in Rivana": the name behind "by", with its small words."""
    start = next((at + 1 for at, word in enumerate(words) if word in lexicon.written_by), len(parts))
    while start < len(parts) and words[start] in lexicon.articles:
        start += 1
    end = at = start
    while at < len(parts) and (is_capital(parts[at].text) or words[at] in lexicon.in_name):
        at += 1
        end = at if is_capital(parts[at - 1].text) else end
    offset = parts[0].start
    return text[parts[start].start - offset : parts[end - 1].end - offset] if end > start else None


def _clitic(folded: Sequence[str], lexicon: Lexicon, outlets: Outlets) -> int:
    """How many letters are written on to the first noun (لصحيفة، لرويترز)."""
    to, word = lexicon.to, folded[0]
    if word.startswith(lexicon.proclitics) and word[1:] in lexicon.carrying:
        return 1  # «تقدم بشكوى مفادها»
    if word.startswith(lexicon.conjunctions) and word not in lexicon.nouns:
        known = lexicon.bare(word[1:]) if lexicon.definite(word[1:]) else word[1:]
        if known in lexicon.nouns:
            return 1  # «وأرملة الشهيد تقول», «والدفاع المدني يدعو»
    if not to or not word.startswith(to) or lexicon.joined(word):
        return 0
    rest = word[len(to) :]
    if rest.endswith(lexicon.origin_endings) and lexicon.is_place(rest):
        return len(to)  # «فيديو لمصرية تكشف»
    if len(folded) == _FOREIGN and folded[1] in lexicon.outlet_words:
        return len(to)  # «لزيتون برس»
    outlet = outlets.starting([rest, *folded[1:]])
    if rest in lexicon.nouns or (outlet and (len(rest) > 3 or outlet[1] > 1)):
        return len(to)
    return 0


def _before_comma(parts: Sequence[Token], words: Sequence[str]) -> list[str]:
    """The words of a phrase before its first comma or bracket."""
    end = next((at for at, part in enumerate(parts) if at and part.text in _BEHIND_NOUN), len(parts))
    return [word for word, part in zip(words[:end], parts, strict=False) if part.is_word]


def _head(content: Sequence[str], lexicon: Lexicon) -> str:
    if not lexicon.subject_first:
        bare = lexicon.bare(content[0])
        return next(iter(lexicon.nominatives(bare) & lexicon.counted_nouns), bare)
    return head_of(content, lexicon)


def _names_outlet(content: Sequence[str], head: str, parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a phrase is an outlet's by its noun («موقع السهوب»), or by the last word of its name («السهوب نيوز»)."""
    if lexicon.subject_first:
        noun = [part for part in parts if part.text.isascii()]  # before a gloss in another script
        return names_outlet(content, head, noun, lexicon)
    if head in lexicon.outlets:
        return lexicon.is_outlet(content)
    two = len(content) == _FOREIGN and lexicon.bare(content[0]) not in lexicon.nouns
    return two and content[1] in lexicon.outlet_words


def _glossed(parts: Sequence[Token], text: str, outlets: Outlets) -> Outlet | None:
    """The outlet whose name stands in brackets at the end of a phrase: "the Arabic daily Al-Sahel (صحيفة الساحل)"."""
    opening = next((at for at, part in enumerate(parts) if part.text == "("), None)
    if opening is None or opening + 1 >= len(parts):
        return None
    return outlets.cited(text[parts[opening + 1].start - parts[0].start :].strip("() "))


def _is_one_named(content: Sequence[str], parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """«أحد الوجهاء، الشيخ سالم الحداد»: one of several whose role and name follow behind a comma."""
    if content[0] not in lexicon.one_of:
        return False
    words = [part for part in parts if part.is_word or part.text in PARTING]
    comma = next((at for at, part in enumerate(words) if part.text in PARTING), len(words))
    return any(lexicon.role(word) or word in lexicon.of_given for word in content[comma : comma + 1])


def _kind(content: Sequence[str], head: str, parts: Sequence[Token], lexicon: Lexicon) -> SpeakerKind:
    if lexicon.withholds(" ".join(content)) or _is_one_named(content, parts, lexicon):
        return "person"
    if lexicon.subject_first:
        return kind_of_phrase(content, head, parts, name_in(parts, lexicon), lexicon)
    for listed, kind in (
        (lexicon.numerals, "group"),
        (lexicon.groups, "group"),
        (lexicon.roles, "person"),
        (lexicon.anonymous, "person"),
        (lexicon.documents, "document"),
        (lexicon.organisations, "organisation"),
        (lexicon.outlets, "organisation"),
    ):
        if head in listed:
            return kind  # type: ignore[return-value]
    if lexicon.is_state(*content):
        return "organisation"  # «أعلنت تونس»
    if head.isdigit() or (lexicon.of_people(head) and head not in lexicon.given_names):
        return "group"
    if len(content) == 1 and lexicon.definite(content[0]):
        several = content[0].endswith(lexicon.plural_endings[:1]) and lexicon.plural_endings
        return "group" if several else "organisation"  # «المنتقدون»
    return "person"


def _feminine(content: Sequence[str], head: str, kind: SpeakerKind, lexicon: Lexicon) -> bool:
    if lexicon.subject_first:
        return False
    return (
        head.endswith(("ه", "اء"))
        or content[0].endswith(("ه", "ات"))
        or (kind == "document" and head.endswith("ات"))
    )
