"""Who signs an article: a byline among the labels of its head, a name in an element of its own, a name beside a town or a post.

Whether words are a name is told by the given names of all languages; beside a town that the text speaks of, or beside the
outlet, by what they are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tawatur.language import languages
from tawatur.language.gazetteer import gazetteer
from tawatur.outlets import fold, reads_like_outlet
from tawatur.page.beside.own_names import NOBODY, OwnNames
from tawatur.page.beside.persons import apart, has_surname, is_of_name, is_person, may_be_name, untitled
from tawatur.page.document.blocks import Block
from tawatur.page.lines import is_stamp, opening
from tawatur.page.parts import Parts
from tawatur.page.stated.people import people, persons, without_signs
from tawatur.page.wording.credits import credited, is_joint_credit, weekdays
from tawatur.page.wording.markers import Marker, is_labelled, marker, signature
from tawatur.page.wording.phrases import is_post, listed_words, names_one

_SEGMENTS = re.compile(r"\s*[|•·]\s*|\s[-–—]\s")
_DATE = re.compile(r"(?:,\s*[a-zà-ÿ][^,\d]{0,15})?\s*\d.*")  # behind a name
_BESIDE = re.compile(r"\s*[|:]\s*|\s+[-–—]\s+")  # between an author and the outlet
_DATELINE = re.compile(
    r"(?P<town>[^-–—ـ/:.\d]{2,30}(?:\s[-–—ـ]\s|\s?/\s?))?(?P<name>(?:[^\W\d]{2,12}\s?:\s?)?[^-–—/:.\d]{5,40}?)(?:\s[-–—ـ]\s|\s?[:/]\s)"
)
_NEAR = 100  # lines above the text
_BESIDE_EACH_OTHER = 4  # parts of a line that signs
_NAME = (2, 4)  # words of one that stands beside its label
_SIGNED_LINE = 90  # letters
_TOWN = 2  # words of the name of one that nobody knows
_PLACE = 4  # words of a town's name, an outlet's, a post's
_PARTS = re.compile(r"\s+[-–—ـ|]+\s*|\s*[/|،()]\s*|,\s+|\s*[–—]\s+")  # between a town and a name
_AROUND = " \t*•.:،,–—ـ-()[]"
_INITIALS = 2  # letters


def segments(block: Block) -> list[list[str]]:
    """The labels in each piece of a line: between signs, and a byline behind a date and a comma ("2 mai 2001, par …")."""
    found = []
    for piece in block.pieces or (block.text,):
        parts = _SEGMENTS.split(piece)
        before, comma, behind = parts[-1].rpartition(",")
        found.append([*parts, behind.strip()] if comma and is_stamp(before) else parts)
    return found


def byline_among(labels: Sequence[str]) -> str | None:
    """The names that one of the labels says a line is signed by."""
    opened = ((label, one) for label in labels if (one := marker(label)))
    signed = (
        names(one.rest) for label, one in opened if one.what == "byline" and one.rest and not is_helped(label)
    )
    return next(signed, None)


def credits_among(labels: Sequence[str]) -> list[str]:
    """Whom one of several labels of a line credits: «ليلى حداد | بشكرية … | 3/5/2026»."""
    opened = ((label, one) for label in labels if len(labels) > 1 and (one := marker(label)))
    named = (one.rest for label, one in opened if one.what == "credit" and one.rest != label)
    return [name for names in named for name in credited(names)]


def byline_within(block: Block) -> str | None:
    """The names behind a byline's label and colon inside a line."""
    signed = signature(block.text)
    return names(signed) if signed else None


def name_beside(blocks: Sequence[Block], opened: Sequence[Marker | None], at: int) -> str:
    """The name in an element right beside the byline's label at `at`; empty for none."""
    if at + 1 >= len(blocks):
        return ""
    label, name = blocks[at], blocks[at + 1]
    beside = label.path[:-1] == name.path[:-1] != () and label.path != name.path
    beside = beside or _is_field(blocks, at)
    fewest, most = _NAME
    is_name = fewest <= name.words <= most and not (opened[at + 1] or any(map(str.isdigit, name.text)))
    return name.text if beside and is_name else ""


def _is_field(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at `at` and the one below it are all that stands in an element: a label, and deeper what it is of."""
    around = blocks[at].path[:-1]
    near = blocks[max(0, at - 1) : at + 3]
    inside = [one for one in near if around != () and one.is_within(around)]
    return inside == list(blocks[at : at + 2])


def signed_above(
    line: str, own: OwnNames, beginning: Callable[[], str], *, dated: bool = False
) -> str | None:
    """Who signs in a line above a text that is nothing but a town or the outlet, and a name: «المرسى – من ليلى حداد:»; or a word and a name: «تقرير ليلى حداد».

    Nobody (empty) where it has a post instead of the name; None where the line is anything else. `own` are the outlet's names,
    `beginning` gives the headline and what the text opens with, folded; few lines need it. A line with its date beside it (`dated`)
    needs no known name behind a town that the text speaks of.
    """
    town, colon, rest = line.partition(":")
    short = colon != "" and rest != "" and len(town.split()) <= _PLACE
    if short and (is_place(town.strip()) or ((dated or is_person(rest)) and _is_told(town, beginning()))):
        line = f"{town} - {rest}"
    parts = _parts(line)
    if len(parts) > _BESIDE_EACH_OTHER:
        return None
    if len(parts) == 1:
        name, led = _without_lead(parts[0])
        led = led or len(untitled(name)) < len(name.split())
        return names(name) if led and is_person(name) and may_be_name(name, own) else None
    if not parts:
        return None
    told = beginning()
    known = [own.has(part) or _is_told(part, told) for part in parts]
    if signing := _signing(parts, known, own):
        return names(", ".join(signing))
    for at in (len(parts) - 1, 0):
        name, led = _without_lead(parts[at])
        others = [part for one, part in enumerate(parts) if one != at]
        beside = any(
            is_known or names_one("posts", part)
            for part, is_known in zip(parts, known, strict=True)
            if part != parts[at]
        )
        short = all(len(part.split()) <= _PLACE for part in others)
        if not (short and may_be_name(name, own)) or _is_told(name, told) or is_place(name):
            continue
        if beside or ((led or is_person(name)) and (at or any(map(is_place, others)))):
            return names(name)
    nobody = all(is_known or is_post(part) for part, is_known in zip(parts, known, strict=True))
    return "" if nobody and any(map(is_post, parts)) else None


def _signing(parts: Sequence[str], known: Sequence[bool], own: OwnNames) -> list[str]:
    """The names in a line that has nothing beside them but what is `known` (the outlet, what the text speaks of) and towns.

    One of them is a person's by its given name, or most are where nothing else stands there.
    """
    beside = [part for part, is_known in zip(parts, known, strict=True) if is_known or is_place(part)]
    named = apart(", ".join(_without_lead(part)[0] for part in parts if part not in beside)).split(", ")
    if any(len(part.split()) > _PLACE for part in beside) or not all(
        may_be_name(name, own) for name in named
    ):
        return []
    persons = sum(map(is_person, named))
    return named if (persons if beside else persons * 2 > len(named)) else []


def signed_below(line: str) -> str | None:
    """Who signs in a line below a text that is nothing but a name, it may be with a post: «*ليلى حداد - مراسلة الجهة»."""
    parts = _parts(line)
    if len(parts) == 1 and has_surname(parts[0]):
        return names(parts[0])
    named = [part for part in parts if not is_post(part)]
    if len(named) != 1 or not may_be_name(named[0], NOBODY):
        return None
    return names(named[0]) if len(parts) > 1 or is_person(named[0]) else None


def is_edited(line: str) -> bool:
    """Whether a line says who edited a text, not who wrote it: «تحرير: ليلى حداد»."""
    return is_labelled(line, "editing")


def is_helped(line: str) -> bool:
    """Whether a line says who translated a text or took its pictures: «ترجمة: ليلى حداد»."""
    return is_labelled(line, "translating") or is_labelled(line, "pictures")


def without_town(byline: str, own: OwnNames, told: str) -> str:
    """A byline's names without the town, the outlet or the post beside them: "Jane Porter, Gull Island"."""
    parts = [_without_origin(part, told) for one in byline.split(": ") for part in _PARTS.split(one)]
    named = [
        part
        for part in parts
        if not (own.has(part) or is_post(part) or _is_told(part, told) or is_place(part))
    ]
    changed = len(named) < len(parts) or parts != _PARTS.split(byline)
    return ", ".join(named) if named and changed else byline


def _without_origin(part: str, told: str) -> str:
    """A name without the town that it says to be from, behind it or before it: «ليلى حداد من بيروت»; a town without the word before it."""
    words = part.split()
    froms = (at for at, word in enumerate(words) if fold(word) in listed_words("byline_from"))
    at = next(froms, len(words))
    for end in range(len(words), at + 1, -1):
        town = " ".join(words[at + 1 : end])
        if is_place(town) or _is_told(town, told):
            return " ".join((*words[:at], *words[end:])) or town
    return " ".join(words[:at]) if _is_of_person(words, at) else part


def _is_of_person(words: Sequence[str], at: int) -> bool:
    """Whether a person's name stands before the word at `at`, and behind it nothing but a town's, known or not."""
    town = words[at + 1 :]
    labelled = any(fold(word) in listed_words("byline") for word in words[at : at + 1])
    return (
        0 < len(town) <= _TOWN
        and all(map(is_of_name, town))
        and is_person(" ".join(words[:at]))
        and not labelled
    )


def _is_told(name: str, told: str) -> bool:
    """Whether a text speaks of a name, whatever is written on to it."""
    folded = fold(name).strip()
    return len(folded) > _INITIALS and folded in told


def _parts(line: str) -> list[str]:
    """What signs part in a line that may sign a text; nothing where it is a sentence, has figures or is of a picture."""
    bare = line.strip(_AROUND)
    if len(line) > _SIGNED_LINE or any(map(str.isdigit, line)) or line.endswith((".", "؟", "?", "!")):
        return []
    parts = [part for one in _PARTS.split(bare) if (part := one.strip(_AROUND))]
    return [] if any(names_one("pictures", part) for part in parts) else parts


def _without_lead(name: str) -> tuple[str, bool]:
    """A name without words such as "from our correspondent" before it, and whether one stood there."""
    words = name.split()
    leads = listed_words("byline_from")
    first = next((at for at, word in enumerate(words) if fold(word) not in leads), 0)
    return " ".join(words[first:]), first > 0


def is_office(name: str) -> bool:
    """Whether a name is an outlet's or that of a part of one, not a person's."""
    return reads_like_outlet(name) or names_one("desks", name)


def is_place(name: str) -> bool:
    """Whether a name is that of a place of the gazetteer."""
    return any(
        gazetteer(spoken).is_name([spoken.normalise(word) for word in name.split()]) for spoken in languages()
    )


def signed(found: Parts, code: str) -> str | None:
    """The label in a line below the heading, or the line near it, that is nothing but a personal name.

    It is one by the given names of the page's language. Or the name in the line that opens the text: «المرسى - ليلى حداد - ».
    """
    for line in map(without_signs, (*found.labels, *reversed(found.header[-_NEAR:]))):
        if any(map(str.isdigit, line)) or ":" in line:
            continue
        if is_person(line, code):
            return people(apart(_without_origin(line, "")))
        named = apart(people(line) or "").split(", ")
        persons = [name for name in named if is_person(name, code)]
        if (
            len(named) > 1
            and len(persons) * 2 > len(named)
            and all(may_be_name(name, NOBODY) for name in named)
        ):
            return ", ".join(named)  # behind a label without a colon
    return _signed_within(found.paragraphs[0], code) if found.paragraphs else None


def _signed_within(line: str, code: str) -> str | None:
    """Who signs in the line that opens a text, behind a town or the outlet, or behind a word for it: «كتبت ليلى حداد - »."""
    found = _DATELINE.match(line)
    if found is None:
        return None
    name, led = _without_lead(found["name"].replace(":", " "))
    told = found["town"] or (led and all(map(is_of_name, name.split())) and not found[0].endswith(": "))
    return people(name) if told and is_person(name, code) else None


def names(byline: str) -> str | None:
    """The names that a byline has behind its label, without their date; None where it names nobody or an account."""
    words = byline.split()
    leads = (at for at in range(1, len(words)) if fold(words[at]) in listed_words("byline_on"))
    on = next((at for at in leads if at + 1 == len(words) or is_stamp(" ".join(words[at + 1 :]))), None)
    whole = byline if on is None else " ".join(words[:on])
    text = _DATE.sub("", whole)
    before, _, last = text.rstrip().rpartition(" ")
    of_date = fold(last) in listed_words("byline_on") or (text != whole and fold(last) in weekdays())
    return persons(apart(before if before and of_date else text))


def without_outlet(byline: str | None, own: OwnNames, text: Sequence[str]) -> str | None:
    """A byline without the outlet's own name beside the author's: «أطلسية 24 - يونس أمغار».

    Nobody is left where the other name is that of a town of which the `text` (its title and paragraphs) speaks first,
    or of a desk: «المرسى - أطلسية 24».
    """
    if byline and is_joint_credit(byline):
        return byline  # the outlet and agencies
    parts = _BESIDE.split(byline or "")
    others = [part for part in parts if not own.has(part)]
    if not 0 < len(others) < len(parts):
        return byline
    told = f" {opening(text)} "
    return ", ".join(one for one in others if is_person(one) or f" {fold(one)} " not in told) or None
