"""Which outlet a phrase means: by its name, by its noun («الصحيفة»), or in quotation marks."""

from __future__ import annotations

from tawatur.attribution.speakers.introductions import introduced_by_noun
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.speakers.outlet_names import tells_kind
from tawatur.attribution.speakers.text_so_far import TextSoFar
from tawatur.attribution.text.paragraph import Paragraph, Range
from tawatur.language.gazetteer import country_of, gazetteer
from tawatur.language.text import words


def outlet_of(so_far: TextSoFar, paragraph: Paragraph, part: Range) -> str | None:
    """The name of the outlet in a phrase; None where it names none, or the publisher."""
    if part[0] + 1 in paragraph.pairs and _is_programme(so_far, paragraph.folded[part[0]]):
        part = part[0] + 1, paragraph.pairs[part[0] + 1] + 1  # «لبرنامج "صباح الساحل"»
    if paragraph.folded[part[1] - 1] in so_far.words.kinds_of_outlets and part[1] in paragraph.pairs:
        part = part[0], paragraph.pairs[part[1]] + 1  # «وكالة أنباء "السهوب"»
    found = so_far.mention(paragraph, part)
    if found.kind != "outlet" and (quoted := _within_quotes(paragraph, part)):
        return paragraph.text[slice(*paragraph.span(quoted))]  # «حوار نشرته "الساحل"», «قال لـ"الساحل"»
    if found.kind != "outlet":
        of_outlet = found.head in so_far.words.reporters and paragraph.has_word((part[0] + 1, part[1]))
        return outlet_of(so_far, paragraph, (part[0] + 1, part[1])) if of_outlet else None
    if points_back(so_far, found):
        meant = outlet_meant(so_far, found)
        return meant.name if meant and meant.kind == "outlet" else None
    if not found.definite and found.head not in so_far.words.many_outlets and _is_bare(so_far, found):
        return None  # «قناة», whose name stands nowhere
    so_far.antecedents.note(found)
    return found.name


def of_feminine_verb(
    so_far: TextSoFar, paragraph: Paragraph, part: Range, source: Mention, lemma: str
) -> Mention:
    """«ذكرت "صباح الساحل" أن», «قالت "الأمل" إنها»: an outlet or a body, by its name in quotation marks, of which a verb tells in the feminine; a woman otherwise."""
    marked = _within_quotes(paragraph, part) is not None and source.kind == "person"
    first = paragraph.folded[part[0] + (part[0] in paragraph.pairs)]
    words = so_far.words
    personal = first in words.name_parts or words.role(first)
    if not (marked and source.named) or personal:
        return source
    return source._replace(kind="outlet" if lemma in words.bringing else "organisation", role=None)


def points_back(so_far: TextSoFar, meant: Mention) -> bool:
    """«الموقع», «الصحيفة البريطانية», "the station": an outlet that is named only elsewhere."""
    lexicon = so_far.words
    outlet = meant.kind == "outlet" or lexicon.is_any(meant.head, lexicon.outlets, lexicon.also_outlets)
    alone = len(meant.words - lexicon.articles) == 1 or tells_kind(meant.text, lexicon)
    return meant.definite and outlet and alone and so_far.outlets.named(meant.text) is None


def outlet_meant(so_far: TextSoFar, pointing: Mention) -> Mention | None:
    """The outlet cited latest, one that goes by the same noun first; None for the publisher, and for none.

    «القناة الوطنية» may be a name: it means another only where that one can be it.
    """
    antecedents = so_far.antecedents
    earlier = antecedents.last_outlet(so_far.words.anaphora_of(pointing.text) | {pointing.head})
    if len(pointing.words - so_far.words.articles) > 1:
        cited = filter(None, (earlier, antecedents.last_outlet()))
        return next((one.mention for one in cited if _may_be(so_far, pointing, one.mention)), pointing)
    if earlier:
        return earlier.mention
    if body := antecedents.headed(pointing.head):
        return body  # «وكالة التصنيف», which is no outlet
    own = so_far.words.language.normalise(so_far.publisher or "").split()
    if own and own[0] == pointing.head:
        return None
    if earlier := antecedents.last_outlet():
        return earlier.mention
    return _outlet_introduced(so_far, pointing.head)


def _may_be(so_far: TextSoFar, pointing: Mention, earlier: Mention) -> bool:
    """Whether a noun with an adjective can mean an outlet: «الصحيفة البريطانية» is none that is known, or was told, to be of elsewhere."""
    language, endings = so_far.words.language, so_far.words.origin_endings
    outlet = so_far.outlets.named(earlier.name)
    told = words(language.normalise(pointing.text))
    lands = {country_of().get(place, place) for *_, place in gazetteer(language).find(told)}
    if lands and outlet and outlet.country:
        return outlet.country in lands
    other = {word for word in earlier.words - {earlier.head} if word.endswith(endings)}
    return earlier.head == pointing.head and (not other or not other.isdisjoint(pointing.words))


def _is_bare(so_far: TextSoFar, found: Mention) -> bool:
    """Whether a phrase tells only what kind of outlet it is, and nothing more: «قناة», «وكالة أنباء»."""
    told = words(so_far.words.language.normalise(found.text))
    return tells_kind(found.text, so_far.words) and not any(map(so_far.words.definite, told))


def _outlet_introduced(so_far: TextSoFar, head: str) -> Mention | None:
    """«الوكالة» of an outlet, or a body that is called so, which the text names, but has not cited."""
    if so_far.words.subject_first:
        return None
    plain = head not in so_far.words.ambiguous_outlets  # «موقع "الساحل"», not «موقع الحادث»
    for paragraph in filter(None, (so_far.paragraph, *reversed(so_far.earlier))):
        part = introduced_by_noun(paragraph, head, so_far.words)
        if part and (plain or part[0] + 1 in paragraph.pairs):
            found = so_far.mention(paragraph, (part[0], _name_end(so_far, paragraph, part[0] + 1)))
            if found.kind in ("outlet", "organisation"):
                return found
    return None


def _name_end(so_far: TextSoFar, paragraph: Paragraph, at: int) -> int:
    """One past an outlet's name behind its noun: a word, or several that go on with the article or in quotation marks."""
    if at in paragraph.pairs:
        return paragraph.pairs[at] + 1
    end = at + 1
    while end < len(paragraph.folded) and all(
        map(so_far.words.definite, paragraph.folded[end - 1 : end + 1])
    ):
        end += 1
    close = paragraph.marked_names.get(end)
    return end if close is None else close + 1


def _is_programme(so_far: TextSoFar, word: str) -> bool:
    """Whether a folded word is the noun of a programme, with or without «ل» written on to it."""
    return word.removeprefix(so_far.words.to) in so_far.words.programmes


def _within_quotes(paragraph: Paragraph, part: Range) -> Range | None:
    """What stands in the quotation marks around a range, or at its ends; None where there are none."""
    if paragraph.pairs.get(part[0] - 1) == part[1]:
        return part
    return (part[0] + 1, part[1] - 1) if paragraph.pairs.get(part[0]) == part[1] - 1 else None
