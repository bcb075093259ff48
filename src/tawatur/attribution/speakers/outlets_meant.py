"""Which outlet a phrase means: by its name, by its noun («الصحيفة»), or in quotation marks."""

from __future__ import annotations

from tawatur.attribution.speakers.introductions import introduced_by_noun
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.speakers.text_so_far import TextSoFar
from tawatur.attribution.text.paragraph import Paragraph, Range


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
        of_outlet = found.head in so_far.words.reporters and part[1] - part[0] > 1
        return outlet_of(so_far, paragraph, (part[0] + 1, part[1])) if of_outlet else None
    if points_back(so_far, found):
        meant = outlet_meant(so_far, found)
        return meant.name if meant else None
    so_far.antecedents.note(found)
    return found.name


def as_outlet(so_far: TextSoFar, paragraph: Paragraph, part: Range, source: Mention) -> Mention:
    """«ذكرت "صباح الساحل" أن»: a name in quotation marks that is no person's, of which a verb tells in the feminine."""
    marked = _within_quotes(paragraph, part) is not None and source.kind == "person"
    first = paragraph.folded[part[0] + (part[0] in paragraph.pairs)]
    personal = first in so_far.words.given_names or so_far.words.role(first)
    return source._replace(kind="outlet", role=None) if marked and source.named and not personal else source


def points_back(so_far: TextSoFar, meant: Mention) -> bool:
    """«الموقع», «الصحيفة», "the station": an outlet that is named only elsewhere."""
    return (
        meant.definite
        and (
            meant.kind == "outlet"
            or meant.head in so_far.words.outlets
            or meant.head in so_far.words.also_outlets
        )
        and len(meant.words - so_far.words.articles) == 1
        and so_far.outlets.named(meant.text) is None
    )


def outlet_meant(so_far: TextSoFar, pointing: Mention) -> Mention | None:
    """The outlet cited latest, one that goes by the same noun first; None for the publisher, and for none."""
    earlier = so_far.antecedents.last_outlet(so_far.words.anaphora_of(pointing.text) | {pointing.head})
    if earlier:
        return earlier.mention
    own = so_far.words.language.normalise(so_far.publisher or "").split()
    if own and own[0] == pointing.head:
        return None
    if earlier := so_far.antecedents.last_outlet():
        return earlier.mention
    return _outlet_introduced(so_far, pointing.head)


def _outlet_introduced(so_far: TextSoFar, head: str) -> Mention | None:
    """«الوكالة» of an outlet that the text names, but has not cited."""
    if head in so_far.words.ambiguous_outlets or so_far.words.subject_first:
        return None
    for paragraph in filter(None, (so_far.paragraph, *reversed(so_far.earlier))):
        if part := introduced_by_noun(paragraph, head, so_far.words):
            found = so_far.mention(paragraph, (part[0], _name_end(so_far, paragraph, part[0] + 1)))
            if found.kind == "outlet":
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
