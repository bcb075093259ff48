"""What stands at the edges of a text and is none of it: whom it credits, the initials of who wrote it, that it is over.

Such a line counts only right above the text, right below it or as its first or last one: anywhere else the same words
may be a heading or a sentence. The last line may also be written on to the last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.language import languages
from tawatur.outlets import fold
from tawatur.page.beside.own_names import OwnNames
from tawatur.page.beside.persons import is_author, is_person
from tawatur.page.beside.signatures import is_place, signed_below
from tawatur.page.wording.credits import credited, ends_as_outlet, is_agency, is_own_report, is_source
from tawatur.page.wording.markers import marker
from tawatur.page.wording.origins import origin
from tawatur.page.wording.phrases import folded_phrases, listed, listed_words, openings

_LONGEST = 160  # letters of such a line
_WORDS = 14
_SPELT = 5  # words before an acronym among which those may be that it stands for
_TOWN = 2  # words of its name
_NAME = 5  # words of an outlet's name, or of a person's
_INITIAL = 2  # letters
_ENDING = 40  # letters of a line that says that the report is over
_BESIDE = re.compile(r"\s*[/|+،]\s*|\s+[-–—]\s+|,\s+")
_BRACKETS = re.compile(r"(?P<before>[^()\[\]]*)[(\[]\s*(?P<inside>[^()\[\]]{2,100})\s*[)\]]\s*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}[./\s-]{1,2}){0,5}[^\W\d_]{1,2}\.?")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]{1,2}\.\s?-?){1,2}[^\W\d_][\w-]+(?:\s[\w-]+)?")  # a person: "J. Doe"
_MANY_LETTERS = re.compile(r"(?:\w\.){2,}\w?\.?|[A-Z]{2,5}")  # of an agency: A.P.S., WAFA
_SPLIT = re.compile(r"(?:(?<=[.؟?!…۔])|(?<=[.؟?!…۔][»”\"]))(?:\s+(?=\S)|(?=[(\[]))|(?<=[»”\"])\s*(?=[(\[*])")
_CLOSING = re.compile(r"\s[(\[]([^()\[\]]{2,60})[)\]]$")
_ADDRESS = re.compile(
    r"(?:[^@:]{2,25}:\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)  # of who wrote a column, with its label
_TRIM = " \t:*•.،,–—-"
_SIGNS = " \t/:.()[]*–—-،,"


class Edge(NamedTuple):
    """What a line at the edge of a text is: whom it credits (nobody where it only signs or ends it), and who signs it."""

    credits: tuple[str, ...]
    byline: str | None = None


def edge(line: str, own: OwnNames, *, first: bool, inside: bool = True) -> Edge | None:
    """What a line is that stands at an edge of a text, the upper one (`first`) or the lower one; None where it is text.

    `own` are the names of the outlet whose page it is. A line that is not `inside` the text, as its paragraphs
    are, may be any label: of names side by side one must be an agency's there.
    """
    if len(line) > _LONGEST or len(line.split()) > _WORDS:
        return None
    if name := origin(line):
        return Edge(tuple(credited(name)))
    bare = line.strip(_TRIM)
    if _ADDRESS.fullmatch(bare) or (not first and (_is_over(bare) or _is_initials(bare))):
        return Edge(())
    if not first and (name := signed_below(line)):
        return Edge((), name)
    folded = fold(bare)
    if (
        found := _in_brackets(bare, own)
        or _taken_from(bare, folded)
        or _contributing(bare, folded)
        or _signed_with(bare, folded, own)
    ):
        return Edge(found)
    if not first and (helped := _helped(bare)):
        return helped
    return None if line.endswith((".", "؟", "?", "!", "…")) else _joint(bare, own, first, inside)


def without_tail(paragraph: str, own: OwnNames) -> tuple[str, Edge] | None:
    """A text's last paragraph without what is written on to its last sentence, and that; None where nothing is."""
    for at in _ends(paragraph):
        tail = paragraph[at:].strip()
        if len(tail.split()) > _WORDS:
            continue
        if found := _labelled(tail) or edge(tail, own, first=False):
            return paragraph[:at].rstrip(" \xa0*•|–—-\t"), found
    return _without_agencies(paragraph)


def _without_agencies(paragraph: str) -> tuple[str, Edge] | None:
    """A paragraph that ends with agencies in brackets without these, unless they spell the name before them."""
    found = _CLOSING.search(paragraph) if paragraph.endswith((")", "]")) else None
    names = tuple(credited(found[1])) if found else ()
    if found is None or not names or not all(map(is_agency, names)):
        return None
    before = paragraph[: found.start()]
    if is_source(" ".join(before.split()[-_SPELT:])):
        return None
    return before, Edge(names)


def parted(paragraphs: Sequence[str], own: OwnNames) -> tuple[list[str], tuple[str, ...]]:
    """The paragraphs of an entry without whom its last one credits, and these."""
    *above, last = paragraphs
    opened = marker(last)
    if above and (opened is not None and opened.what == "credit" and opened.rest):
        return above, tuple(credited(opened.rest))
    if above and (found := edge(last, own, first=False)):
        return above, found.credits
    text, tail = without_tail(last, own) or (last, Edge(()))
    return [*above, text], tail.credits


def _ends(paragraph: str) -> Iterator[int]:
    """Where sentences end near the end of a paragraph."""
    start = max(0, len(paragraph) - _LONGEST)
    return (found.end() for found in _SPLIT.finditer(paragraph, start) if found.start() > 0)


def _labelled(tail: str) -> Edge | None:
    """What a label opens behind the last sentence: «المصدر: …», «تحرير: …»."""
    opened = marker(tail.lstrip("*•–—-|/ "))
    if opened is None:
        return None
    if opened.what == "credit" and opened.rest:
        return Edge(tuple(credited(opened.rest)))
    if opened.what == "byline" and (opened.with_colon or tail.startswith(("(", "["))):
        return Edge((), opened.rest or None)
    return None


def _is_over(line: str) -> bool:
    """Whether a line says that the report is over, with nothing behind but initials or a number."""
    bare = line.strip(_SIGNS)
    found = _over().match(fold(bare)) if len(line) <= _ENDING else None
    if found is None or (bare.isascii() and not bare.isupper()):
        return False
    rest = found.string[found.end() :].strip(_SIGNS)
    return all(len(word) <= _INITIAL or word.isdigit() for word in re.split(r"[\s./-]+", rest))


@cache
def _over() -> re.Pattern[str]:
    phrases = sorted(map(fold, listed("over")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def _helped(line: str) -> Edge | None:
    """What a line is that says nothing but who worked on a report, in one sentence or several; None for any other."""
    sentences = [one.strip(_TRIM) for one in _SPLIT.split(line)]
    named = [_contributing(one, fold(one)) for one in sentences]
    told = all(names or _assists(one) for one, names in zip(sentences, named, strict=True))
    return Edge(tuple(name for names in named for name in names)) if told or _assists(line) else None


def _assists(line: str) -> bool:
    """Whether a line says nothing but who helped with a report: "With reporting by Jane Porter in London"."""
    opening = next(filter(fold(line).startswith, openings("assisting")), "")
    rest = line[len(opening) :].split()
    return bool(opening and rest) and len(rest) <= _WORDS - _NAME and rest[0][:1].isupper()


def _is_initials(line: str) -> bool:
    """Whether a line is nothing but two initials or more: «م.ع/ س.ر»."""
    return (
        _INITIALS.fullmatch(line) is not None
        and 2 <= sum(map(str.isalpha, line)) <= 8
        and any(sign in line for sign in "./-")
        and not any(map(str.isdigit, line))
    )


def _in_brackets(line: str, own: OwnNames) -> tuple[str, ...]:
    """Whom a line credits in brackets, behind nothing or whoever signs it: «(رويترز)», «س. م. (أ ف ب)»."""
    found = _BRACKETS.fullmatch(line + (")" if line.count("(") > line.count(")") else ""))
    if found is None:
        return ()
    before = found["before"].strip(_TRIM)
    if before and not _signs(before, own):
        return ()
    opened = marker(found["inside"])
    named = opened.rest if opened and opened.what == "credit" and opened.rest else found["inside"]
    names = tuple(credited(named))
    telling = [name for name in names if _is_named(name, own)]
    return names if telling and all(len(name.split()) <= _NAME for name in names) else ()


def _is_named(name: str, own: OwnNames) -> bool:
    agency, _, town = name.partition(" ")  # «وات الساحل», "DHA Bursa"
    of_agency = (
        0 < len(town.split()) <= _TOWN and is_agency(agency) and (agency.isupper() or not agency.isascii())
    )
    return (
        is_source(name)
        or own.has(name)
        or of_agency
        or ends_as_outlet(name)
        or _MANY_LETTERS.fullmatch(name) is not None
    )


def _is_outlet(name: str) -> bool:
    """Whether a name of several words says that it is an outlet's and nothing else («قناة السويس» is a canal)."""
    first, _, rest = fold(name).partition(" ")
    return bool(rest) and is_source(name) and first not in _ambiguous()


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(
        fold(head)
        for spoken in languages()
        for head in spoken.data.get("speakers", {}).get("ambiguous_outlets", ())
    )


def _signs(name: str, own: OwnNames) -> bool:
    """Whether a few words are who signs a report: initials, a person, a desk, the outlet itself."""
    return (
        _INITIALS.fullmatch(name) is not None
        or _ABBREVIATED.fullmatch(name) is not None
        or fold(name) in listed_words("account")
        or own.has(name)
        or (is_person(name) and len(name.split()) < _NAME)
    )


def _signed_with(line: str, folded: str, own: OwnNames) -> tuple[str, ...]:
    """Whom a line names behind who signs it and a word such as "with": "J. D. avec AFP"."""
    if len(folded) != len(line):
        return ()
    for bare in filter(folded.__contains__, _between()):
        before, _, behind = folded.partition(bare)
        if behind and _signs(line[: len(before)].strip(_TRIM), own):
            names = tuple(credited(line[-len(behind) :]))
            return names if any(map(is_source, names)) else ()
    return ()


@cache
def _between() -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in folded_phrases("credit_bare"))


def _taken_from(line: str, folded: str) -> tuple[str, ...]:
    """Whom a line names that begins as one does that says whom it is from, and goes on with outlets only."""
    opening = next(filter(folded.startswith, _openings()), "")
    rest = line[len(opening) :] if len(folded) == len(line) else ""
    names = tuple(credited(rest)) if opening else ()
    return (
        names if names and all(is_source(name) and len(name.split()) <= _NAME + 2 for name in names) else ()
    )


@cache
def _openings() -> tuple[str, ...]:
    phrases = sorted(map(fold, listed("credit_before_outlet")), key=len, reverse=True)
    return tuple(phrase + " " for phrase in phrases)


def _contributing(line: str, folded: str) -> tuple[str, ...]:
    """The outlets that a line says worked on a report: "The Bay News Service contributed to this report"."""
    ending = next(filter(folded.endswith, _endings()), "")
    if not ending or len(folded) != len(line):
        return ()
    names = tuple(credited(line[: -len(ending)]))
    told = all((is_source(name) or _is_body(name)) and len(name.split()) <= _NAME for name in names)
    return names if told else ()


def _is_body(name: str) -> bool:
    """Whether a name opens with an article in capitals, as no person's does: "The Associated Desk"."""
    first, *others = name.split()
    return (
        bool(others)
        and fold(first) in listed_words("leading")
        and all(word[0].isupper() for word in (first, *others))
    )


@cache
def _endings() -> tuple[str, ...]:
    return tuple(" " + phrase for phrase in map(fold, listed("contributing")))


def _joint(line: str, own: OwnNames, first: bool, inside: bool) -> Edge | None:
    """What a line is of names side by side of which one is an outlet's: «الضفة – وكالات», "J. D. / AFP"."""
    names = [name.strip(_TRIM) for name in _BESIDE.split(line)]
    if not 2 <= len(names) <= 4 or not all(0 < len(name.split()) <= _NAME for name in names):
        return None
    ours = [own.has(name) and not is_agency(name) for name in names]
    outlets = [not mine and _is_outlet(name) for name, mine in zip(names, ours, strict=True)]
    # An outlet beside a town above a text is who sent the report.
    own_report = len(names) == 2 and any(is_own_report(fold(name)) for name in names)
    if own_report:
        outlets = [
            not mine and (one or ends_as_outlet(name))
            for name, mine, one in zip(names, ours, outlets, strict=True)
        ]
    told = inside or (first and any(outlets) and (own_report or any(map(is_place, names))))
    sources = [
        is_agency(name) or (told and outlet) or (any(ours) and _MANY_LETTERS.fullmatch(name) is not None)
        for name, outlet in zip(names, outlets, strict=True)
    ]
    signed = not first and len(names) == 2 and _ABBREVIATED.fullmatch(names[0]) is not None
    if signed and not _ABBREVIATED.fullmatch(names[1]):
        return Edge((names[1],))
    if not any(sources) or all(ours):
        mine = tuple(name for name, own_one in zip(names, ours, strict=True) if own_one and not first)
        return Edge(mine) if any(ours) and len(names) == 2 else None
    known = first and not own and len(names) == 2  # whether a town or an outlet, nobody says
    credits = tuple(
        name
        for name, mine, source in zip(names, ours, sources, strict=True)
        if (mine or source or (known and not is_place(name))) and not is_own_report(fold(name))
    )
    signing = [] if first else [name for name in names if name not in credits and is_author(name, own)]
    return Edge(credits, ", ".join(signing) or None)
