"""Whom a credit names: one or several, whatever signs and words stand between and behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tawatur.dates import holds_date
from tawatur.language import languages
from tawatur.outlets import fold, is_kind_of_outlet, known, reads_like_outlet
from tawatur.page.wording.phrases import SIGNS, folded_phrases, listed, listed_words, openings

DASH = re.compile(r"\s[-–—]\s")  # between two names
BAR = re.compile(" [—–|·•-] ")  # between the outlet and whom it credits, or a time
LONGEST_NAME = 5  # words of an outlet's name
_TELLING = 4  # words of a label that leave no doubt: "this story was first published by"
_NAME = 3  # words of an outlet behind what kind it is of
_PICTURED = re.compile(r"\s[(\[]([^()\[\]]{2,40})[)\]]$")
_BESIDE = re.compile(r"\s*[+،,/]\s*|\s[-–—|]\s")
_TOGETHER = re.compile(r"\s*[+،,/؛;]\s*|\s\|\s")
_OF_OUTLET = re.compile(r"([^/|()\[\]]+?)(?:\s[-–—]\s|\s*[/|(\[])\s*([^/|()\[\]]+)[)\]]?")
_ADAPTED = re.compile(r"\s*[(\[]([^()\[\]]{2,30})[)\]]\s*\.?$")
_NUMBER = re.compile(r"\d+")
_BEHIND = re.compile(r"(?<=\s)\w")  # where a word begins, but the first


def credited(names: str) -> list[str]:
    """Whom a credit names: one, or several with a sign between them («رويترز + وكالات»)."""
    kind, colon, name = names.partition(":")
    names = _without_adaptation(name if colon and is_kind_of_outlet(kind.strip()) else names)
    parts = _BESIDE if is_joint_credit(names) or _names_outlet_beside(names) else _TOGETHER
    apart = (name for one in parts.split(names) for name in _parted_between(without_bare(one.strip())))
    each = (name for one in apart for name in _parted_by_and(one))
    found = [name for one in each if (name := _named_in(_without_and(one.strip())))]
    if not BAR.search(names):
        return found
    return [name for name in found if not is_own_report(fold(name))] or found


def is_own_report(folded: str) -> bool:
    """Whether folded words in the place of a name say that a report is the outlet's own: «خاص»."""
    return folded in listed_words("own_report")


def is_source(name: str) -> bool:
    """Whether a name is a credit's or reads like an outlet's or a press office's."""
    return (
        _is_credited(fold(name).strip(SIGNS))
        or reads_like_outlet(name)
        or is_press_office(name)
        or _opens_as_outlet(name)
    )


def _opens_as_outlet(name: str) -> bool:
    """Whether a name begins as those of outlets do: "Agence de presse …"."""
    return f"{fold(name)} ".startswith(openings("outlet_openings"))


def ends_as_outlet(name: str) -> bool:
    """Whether the last word of a name is one that outlets' names end with: «شاطئ برس»."""
    before, _, last = fold(name).rpartition(" ")
    return bool(before) and last in folded_phrases("outlet_endings")


def is_press_office(name: str) -> bool:
    """Whether a name is that of the part of an office that gives out its news: «المكتب الإعلامي للبلدية», "city press office"."""
    folded = f" {fold(name).strip(SIGNS)} "
    offices = tuple(f" {office} " for office in folded_phrases("press_offices"))
    return folded.startswith(offices) or folded.endswith(offices)


def is_agency(name: str) -> bool:
    """Whether a name is a credit's by itself or that of an agency of the catalogue."""
    outlet = known().named(name)
    return _is_credited(fold(name).strip(SIGNS)) or (outlet is not None and outlet.kind == "agency")


def _is_credited(folded: str) -> bool:
    """Whether what stands in brackets is nothing but a credit's name, or says that the report is the outlet's own."""
    spelt = folded.replace(".", " ").split()
    return folded in credit_names() or " ".join(spelt) in credit_names() or is_own_report(folded)


@cache
def credit_names() -> frozenset[str]:
    """The names that are a credit wherever they stand alone, folded."""
    return frozenset(folded_phrases("credit_names"))


def is_joint_credit(line: str) -> bool:
    """Whether a line is nothing but two names or three, of which one is a credit's: «وكالات - ملاعب اليوم»."""
    names = [name.strip(SIGNS) for name in _BESIDE.split(fold(line))]
    own = len(names) == 2 and any(map(is_own_report, names))
    return 1 < len(names) < 4 and (own or any(name in credit_names() for name in names))


def names_outlet(names: str) -> bool:
    """Whether one of those that a credit names is a credit's or reads like an outlet's."""
    return any(_is_credited(fold(one)) or reads_like_outlet(one) for one in credited(names))


def is_bare_credit(folded: str, rest: str) -> bool:
    """A short line that begins as a credit does and names an outlet, without a colon: «نقلاً عن رويترز»."""
    short = len(rest.split()) <= LONGEST_NAME and not rest.endswith(("؟", "?", "!"))
    kind, *name = rest.split() or [""]
    if 0 < len(name) <= _NAME and is_kind_of_outlet(kind) and not rest.rstrip().endswith("."):
        return True  # «المصدر وكالة النور»
    opening = next(filter(folded.lstrip(SIGNS).startswith, openings("credit_bare")), "")
    told = len(opening.split()) >= _TELLING and rest.strip()[:1].isupper()
    return short and bool(opening) and (told or not rest.isascii() or reads_like_outlet(rest))


def is_caption(line: str, is_own: Callable[[str], bool]) -> bool:
    """Whether a line is no sentence and ends with the credit of a picture, an outlet's or, by `is_own`, that of the page: «مدخل السوق (رويترز)»."""
    found = _PICTURED.search(line)
    if found is None or line[: found.start()].rstrip().endswith(
        (".", "؟", "?", "!", "»", '"', "”", "…", "۔")
    ):
        return False
    return names_outlet(found[1]) or is_own(found[1])


def without_credit(byline: str) -> tuple[str, str | None]:
    """The names of a byline, and the outlet behind a sign that they are of: «سليم الصباغ – صحيفة الضفاف»."""
    found = _OF_OUTLET.fullmatch(byline)
    if (
        found is None
        or reads_like_outlet(found[1])
        or not (is_agency(found[2]) or reads_like_outlet(found[2]))
    ):
        return byline, None
    return found[1].strip(), found[2].strip(SIGNS + "()[]")


def without_stamp(names: str) -> tuple[str, str]:
    """The names of a credit, and the date or the number of readers that a template has written on to them; empty for none."""
    starts = [found.start() for found in _BEHIND.finditer(names)]
    dated = (at for at in reversed(starts) if len(_NUMBER.findall(names[at:])) > 1 and holds_date(names[at:]))
    counted = (at for at in starts if _counted().match(fold(names[at:])))
    at = next(dated, next(counted, len(names)))
    bare = names[:at].rstrip(SIGNS + ",") if at < len(names) else names
    before, _, last = bare.rpartition(" ")
    on_day = at < len(names) and fold(last) in weekdays()
    return (before.rstrip(SIGNS + ",") if on_day else bare), names[at:]


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week in all languages, folded."""
    days = (spoken.data.get("dates", {}).get("weekdays", {}) for spoken in languages())
    return frozenset(fold(name) for week in days for names in week.values() for name in names)


@cache
def _counted() -> re.Pattern[str]:
    """A number of readers, as it stands beside a date: "3211 views"."""
    return re.compile(rf"\d[\d.,]*\s+(?:{'|'.join(map(re.escape, folded_phrases('counted')))})(?!\w)")


def without_bare(name: str) -> str:
    """What is credited, without a word such as "with" before it."""
    folded = fold(name)
    opening = next((bare for bare in openings("credit_bare") if folded.startswith(bare)), "")
    return name[len(opening) :] if len(folded) == len(name) else name


def _named_in(text: str) -> str:
    """A name without the signs around it; one that closes what was opened inside stays."""
    name = text.strip(SIGNS + "()[]")
    for opening, closing in ("«»", "()", "[]"):
        name += closing if name.count(opening) > name.count(closing) else ""
    return name


def _parted_between(names: str) -> list[str]:
    """The names that a word parts which says whose report the first was: «رويترز عبر سكاي نيوز», "The Ledger via AP"."""
    parts = [name for name in _between().split(names) if name]
    return parts if all(len(name.split()) <= LONGEST_NAME for name in parts) else [names]


@cache
def _between() -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed("credit_between")))
    return re.compile(rf"^(?:{words})\s*:\s*|\s[(\[]?(?:{words})\s*:?\s+", re.I)


def _parted_by_and(names: str) -> list[str]:
    """The names that "and" joins, where each is an outlet's: "Reuters and AP", «رويترز ووكالة الضفة»."""
    for found in _and().finditer(names):
        before, behind = names[: found.start()], names[found.end() :]
        known = _is_credited(fold(before)) or (1 < len(before.split()) <= LONGEST_NAME and is_source(before))
        named = len(before.split()) <= LONGEST_NAME and not any(word[0].islower() for word in before.split())
        if (known and is_source(behind)) or (named and _is_credited(fold(behind))):
            return [before, *_parted_by_and(behind)]
    return [names]


def parted_by_with(names: str, is_own: Callable[[str], bool]) -> list[str]:
    """The names that "with" joins, where one is an outlet's or, by `is_own`, that of the page's: "The Gull with Bay News Agency"."""
    found = _with().search(names)
    parts = [names[: found.start()].strip(), names[found.end() :].strip()] if found else [names]
    named = all(part and len(part.split()) <= LONGEST_NAME + 1 and not part[0].islower() for part in parts)
    told = any(is_own(part) or is_source(part) for part in parts)
    return parts if named and told else [names]


@cache
def _with() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(listed("credit_with"), key=len, reverse=True)))
    return re.compile(rf"\s(?:{words})(?:(?<=['’])|\s)", re.I)


def _without_and(name: str) -> str:
    """A name without the "and" that joins it to those before."""
    found = _and().match(" " + name)
    rest = name[found.end() - 1 :] if found else name
    return rest if is_source(rest) and not is_source(name) else name


@cache
def _and() -> re.Pattern[str]:
    apart, attached = ("|".join(map(re.escape, listed(one))) for one in ("and", "and_attached"))
    return re.compile(rf"\s(?:(?:{apart})\s+|(?:{attached})(?=\w))", re.I)


def _without_adaptation(names: str) -> str:
    """Names without what is said behind them: that their text was shortened or translated."""
    found = _ADAPTED.search(names)
    if found and fold(found[1]) in folded_phrases("adapted"):
        return names[: found.start()]
    last = names.rstrip(". ").rpartition(" ")
    return last[0] if last[0] and fold(last[2]) in folded_phrases("adapted") else names


def _names_outlet_beside(names: str) -> bool:
    """Whether a dash stands before or behind the name of an outlet or a press office: «سنابل - وكالة ضفة»."""
    parts = DASH.split(names)
    return len(parts) > 1 and any(reads_like_outlet(part) or is_press_office(part) for part in parts)
