"""The words that open a credit, a read-also link, a list of keywords or similar headlines, or a frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tawatur.dates import holds_date
from tawatur.outlets import fold
from tawatur.page.wording.credits import (
    BAR,
    LONGEST_NAME,
    credit_names,
    is_bare_credit,
    is_joint_credit,
    names_outlet,
    without_bare,
)
from tawatur.page.wording.labels import Opening, What, opening_of
from tawatur.page.wording.notices import notice, tells_of_site
from tawatur.page.wording.phrases import SIGNS, listed, listed_words, openings

# … with, it may be, the initials of who wrote it: (BNA) m.k/s.r
_PARENTHESES = re.compile(
    r"(?:[(\[]\s*(?P<in>[^()\[\]]{2,80}?)\s*[)\]]|/\s*(?P<out>[^()\[\]/]{2,80}?)\s*/)\.?(?:\s*\w{1,2}(?:[./\s-]{1,2}\w{1,2}){1,4}\.?)?"
)
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*")  # behind a label: by what it was chosen
_MARK_OF_WIRE = re.compile(r"//\s*[^/]{2,20}\s*//")  # that a report goes on, or is over
_BAR = re.compile(r"\s[|•·]\s")  # between labels side by side
_LABELLED = re.compile(r"[^\d:]{2,30}:\s*\D")
_NUMBER = re.compile(r"\d+")
_COLON = re.compile(r"\W{0,2}\s*[:：|.…–—/>›»→←▸-]")
_LABEL = 4  # words of a label, and one more
_STAMP = 120  # letters of a line that says when something was published
_BARS = (" — ", " – ", " - ", " | ", " · ", " • ")
_AGAIN = ("/", "|", "-", "–", "—", "·", "•", "(")  # between a label and the same in another language
_HEADLINE = 3  # words
_SECTION = 3  # words of a section's name with what leads on to it
_BARE = 5  # words of a name without a colon before it
_BYLINE = 7  # words of the names of one or two persons
_DAY = 7  # words of a date with its time
_CREDIT_LINE = 60  # letters
_LONGEST = 300  # letters of a line that is a marker with what it opens
_ACRONYM = 5  # letters of a name in Latin script that counts in capitals only: AP, AFP
_SAME_LABEL = 40  # letters of the same label once more, without a sign between
_OVER_HEADLINES: tuple[What, ...] = ("similar", "read_also")
_OVER_LISTS = ("keywords", *_OVER_HEADLINES)
_KICKED = 4  # words of a headline behind a word for what it is


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line, and what stands after it on the line."""

    what: What
    rest: str
    with_colon: bool
    signer: str | None = None  # who signs beside whom a credit names


def marker(line: str, *, linked: bool = False) -> Marker | None:
    """The marker that opens this line of a page; None where the words only begin a sentence.

    A marker is the whole line, or is followed by a colon, or (credits and frames) leaves a short rest. A notice or a
    correction is a line of any length that begins with its phrase. A line that is all a link (`linked`) needs no colon to read on.
    """
    if not line:
        return None
    if line[0] in "([" and _signs(line):
        return Marker("byline", "", False)
    opening = opening_of(line)
    if (line[0] == "©" or opening.is_notice) and (what := notice(line)):
        return Marker(what, line, False)
    if tells_of_site(line) or (line[0] == "/" and _MARK_OF_WIRE.fullmatch(line)):
        return Marker("notice", line, False)
    if len(line) > _LONGEST or not (opening.phrases or line[0] in "([/"):
        return _parted(line) if len(line) < _STAMP and BAR.search(line) else None
    folded = fold(line)
    return _named(line, folded) or _phrased(line, folded, opening, linked) or _joint(line)


def is_kicked(opened: Marker | None) -> bool:
    """Whether a line may be a headline behind a word for what stands below it, that may open a byline or a link too: «تقرير: …»."""
    told = opened is not None and opened.with_colon and opened.what in ("byline", "read_also")
    return told and opened is not None and len(opened.rest.split()) >= _KICKED


def signature(line: str) -> str | None:
    """The names behind a byline's label and colon inside a line, as behind its date; None where there are none."""
    found = _signatures().search(line) if ":" in line else None
    return found[1].strip() if found and 2 <= len(found[1].split()) <= _BYLINE else None


@cache
def _signatures() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(listed("byline"), key=len, reverse=True)))
    return re.compile(rf"[^\s:]\s(?:{labels})\s*:\s*([^\d:|•]+)", re.I)


def _signs(line: str) -> bool:
    """Whether a line in brackets says who worked on a report: "(Reporting by A in B; editing by C)"."""
    closed = line.rstrip(". ").endswith((")", "]"))
    return closed and len(line) < _LONGEST and fold(line[1:60]).startswith(openings("byline_in_brackets"))


def _named(line: str, folded: str) -> Marker | None:
    """A credit that is the whole line: a name that always is one, or an outlet's or a credit in brackets."""
    if alone := _PARENTHESES.fullmatch(line):
        inside = alone["in"] or alone["out"]
        inner = marker(inside)
        if inner and inner.what == "credit":
            return inner
        named = without_bare(inside)
        if names_outlet(named):
            return Marker("credit", named, False)
    acronym = len(folded) <= _ACRONYM and line.isascii()
    if folded.strip(SIGNS) in credit_names() and (line.isupper() or not acronym):
        return Marker("credit", line.strip(SIGNS), False)
    return None


def _phrased(line: str, folded: str, opening: Opening, linked: bool) -> Marker | None:
    for pattern, what, several in opening.phrases:
        if found := pattern.match(folded):
            tail = folded[found.end() :]
            rest = line[found.end() :] if len(line) == len(folded) else _rest(line, len(tail))
            if again := _in_other_words(rest, what):
                return again
            if what == "byline":
                rest = _signing(rest)
            dashed = tail.lstrip().startswith(("-", "–", "—"))
            colon = _COLON.match(tail) is not None and (what == "byline" or not dashed)
            if not rest.strip(SIGNS) or _ASIDE.fullmatch(rest):
                return Marker(what, "", colon)
            if what == "read_also" and several and _names_section(tail):
                return Marker(what, "", False)
            if what == "read_also" and _is_of_headline(folded, tail):
                return Marker(what, line.strip(), False)
            shouted = what == "credit" and _is_shouted(line.removesuffix(rest), rest)
            if shouted or _counts(
                what, folded, rest, colon=colon, linked=linked, several=several, length=len(line)
            ):
                whole = what in ("stamp", "frame", "end") or not (colon or linked)
                return Marker(what, rest if whole else _ends(rest), colon)
            return None
    return None


def _signing(rest: str) -> str:
    """The names behind a byline's label, and those behind others on its line: «… | خبرنگار: …»; without whoever edited or helped."""
    names, *others = _BAR.split(rest)
    opened = list(map(marker, others))
    if (
        not others
        or not all(map(_LABELLED.match, others))
        or any(one and one.what != "byline" for one in opened)
    ):
        return rest
    told = [one.rest for line, one in zip(others, opened, strict=True) if one and _writes(line)]
    return ", ".join((names, *told))


def _writes(line: str) -> bool:
    return not any(is_labelled(line, name) for name in ("editing", "translating", "pictures"))


def is_bare_label(opened: Marker | None, *kinds: What) -> bool:
    """Whether a line is nothing but a label of one of these kinds, over what stands below it."""
    return opened is not None and opened.what in kinds and not opened.rest


def is_labelled(line: str, name: str) -> bool:
    """Whether the label of a line, with a colon, is one of a list of `markers.toml`."""
    label, colon, _ = line.partition(":")
    return bool(colon) and fold(label).strip(SIGNS) in listed_words(name)


def names_pictured(line: str) -> bool:
    """Whether a line ends with whose picture it stands below: "The pier on Sunday. Photo: Harbour Wire"."""
    before, colon, _ = line.rpartition(":")
    return bool(colon) and fold(before.rpartition(" ")[2]) in listed_words("pictures")


def _names_section(tail: str) -> bool:
    """Whether what stands behind a label says which section its headlines are of: "Read also in politics"."""
    return len(tail.split()) <= _SECTION and tail.lstrip().startswith(openings("of_section"))


def _is_of_headline(folded: str, tail: str) -> bool:
    """Whether a verb with dots behind it is the headline's own: «شاهد.. لحظة انهيار السقف»."""
    verb = folded.removesuffix(tail).strip(SIGNS)
    return tail.lstrip().startswith(("..", "…")) and verb in listed_words("headline_verbs")


def _counts(
    what: What, folded: str, rest: str, *, colon: bool, linked: bool, several: bool, length: int
) -> bool:
    """Whether what stands behind a phrase lets it be a marker; `several`: the phrase has several words."""
    words = len(rest.split())
    if what == "stamp":
        return length < _STAMP and len(_NUMBER.findall(rest)) >= (1 if colon else 2)
    if what in ("frame", "end"):  # one word is said of much else
        plain = several or not any(map(str.isalpha, rest))
        return plain and words <= 3 and length < 40 and not rest.rstrip().endswith((".", "؟"))
    if what == "byline":
        bare = (
            folded.lstrip().startswith(openings("byline_bare"))
            and (words <= _BARE or _is_dated_name(rest))
            and not rest.endswith((".", "؟"))
        )
        return (words <= _BYLINE or _is_dated_name(rest)) and (colon or bare)
    if what == "credit":
        return (colon and len(rest) <= 120) or is_bare_credit(folded, rest)
    return colon or (linked and what == "read_also" and words >= _HEADLINE)


def _is_dated_name(rest: str) -> bool:
    """Whether a few words and a date are all that stands behind a byline's label."""
    figure = _NUMBER.search(rest)
    if figure is None:
        return False
    name, day = rest[: figure.start()].split(), rest[figure.start() :]
    return 2 <= len(name) <= _BYLINE and len(day.split()) <= _DAY and holds_date(day)


def _in_other_words(rest: str, what: What) -> Marker | None:
    """The marker that a label opens which says the same again in another language: «المصدر / Source:», «الوسوم (Tags)», «الوسوم Tags»."""
    beyond = rest.lstrip()
    if what in _OVER_LISTS and beyond[:1].isalpha() and len(beyond) < _SAME_LABEL:
        again = marker(beyond)
        return again if is_bare_label(again, what) else None
    if beyond[:1] not in _AGAIN or len(beyond) < 2:
        return None
    words = beyond[1:].replace(")", "", beyond[0] == "(").split()
    again = marker(" ".join(words))
    if again and again.what == what:
        return again
    if what in _OVER_HEADLINES and is_bare_label(again, *_OVER_HEADLINES):
        return Marker("similar", "", True)  # «مقالات ذات صلة / Read also»
    for length in range(1, min(_LABEL, len(words))):
        if is_bare_label(marker(" ".join(words[:length])), what):
            return Marker(what, " ".join(words[length:]), True)
    return None


def _is_shouted(label: str, name: str) -> bool:
    """Whether a label in capitals stands before a name that is not, as at the end of press releases: "SOURCE The Foundation"."""
    name = name.strip()
    return label.isupper() and name[:1].isupper() and not name.isupper() and len(name.split()) <= LONGEST_NAME


def _joint(line: str) -> Marker | None:
    joint = len(line) < _CREDIT_LINE and is_joint_credit(line)
    return Marker("credit", line, False) if joint else None


def _parted(line: str) -> Marker | None:
    """The marker of a line with bars in it: that the report is an outlet's own («سنابل - خاص»), or times."""
    if len(line) < _CREDIT_LINE and line.endswith(_own_endings()) and len(line.split()) <= LONGEST_NAME + 2:
        return Marker("credit", line, False)
    return _stamped(line)


@cache
def _own_endings() -> tuple[str, ...]:
    return tuple(" " + phrase for phrase in listed("own_report"))


def _stamped(line: str) -> Marker | None:
    """A line of times the last of which has a label: «بدأت التغطية: 3/5/2026، 07:00 — آخر تحديث 14:35»."""
    first, _, last = line.rpartition(next(filter(line.__contains__, _BARS)))
    labelled = len(_NUMBER.findall(first)) > 1 and (again := marker(last)) and again.what == "stamp"
    return Marker("stamp", line, False) if labelled else None


def _ends(rest: str) -> str:
    return rest.strip(" \t:：|.…-–—/>›→←▸").removeprefix("»").lstrip(" :")


def _rest(line: str, length: int) -> str:
    """The end of `line` that folds to `length` characters."""
    at = len(line)
    count = 0
    while at > 0 and count < length:
        at -= 1
        count += len(fold(line[at]))
    return line[at:]
