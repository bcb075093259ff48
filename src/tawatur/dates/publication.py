"""The publication date that a page shows in words, with its time and zone where it has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from persiantools.jdatetime import JalaliDate

from tawatur.dates.expressions import time_expressions
from tawatur.language import language, languages
from tawatur.language.text import western_digits
from tawatur.model import TimeExpression

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?![\d:.]\d)\s*([^\W\d_]+(?:\.[^\W\d_])*)?"
)
_INSTANT = re.compile(  # ISO 8601 with its zone
    r"(?<!\d)(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)"
)
_OFFSET = re.compile(r"\b(?:GMT|UTC)\s*(?:([+-])\s*(\d{1,2})(?::?(\d{2}))?)?", re.I)
_BARE_OFFSET = re.compile(r"(?<=\d)\s*(?:(?=\+)|\((?=[+-]))([+-])(\d{2}):(\d{2})(?!\d)")  # 15:42 (+05:00)
_BEHIND_CLOCK = re.compile(r"\d:\d{2}\s*\(?(\D{1,5})")
# 28.04.2023 · 3. Mai 2024 · 1er mars 2026 · 14 de maio de 2025; Mar 3, 2026; 2025-5-7 · 2025年5月7日
_NUMBERED = (
    re.compile(r"(?<![\d:.])(?P<day>\d{1,2})(?:\.|er|º)?(?:\s*[./-]\s*|\s+(?:de\s+)?)(?P<month>\d{1,2}(?!\d)|[^\W\d_]{2,12}\.?)(?:\s*[./-]\s*|[،,]?\s+(?:de\s+)?)(?P<year>(?:19|20|13|14)\d\d)(?!\d)"),
    re.compile(r"(?P<month>[^\W\d_]{3,12}\.?)\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20|13|14)\d\d)\s*[./年년-]\s*(?P<month>\d{1,2})\s*[./月월-]\s*(?P<day>\d{1,2})(?!\d)"),
)  # fmt: skip
_HIJRI = re.compile(r"\s*هـ?(?!\w)")
_MONTHS = 12
_FIRST_GREGORIAN = 1600
_SIGNS = " .،,:|•·-–—()[]"
_SHORT = 4  # words of a line that only says when something was


def publication_date(text: str, *, code: str, now: datetime | None = None) -> date | None:
    """The date in a line such as "الأحد 20 تموز 2025 03:15 م"; a datetime where the line has a time.

    `code` is the ISO 639-1 code of the page's language. Relative lines ("منذ ساعتين") count from `now`; a line that
    also says when the page was updated gives the date before that. In a language without names of months of ours they
    are those of the Unicode CLDR. None where the line holds no date.
    """
    line = western_digits(text)
    words = _words(code)
    for part in _parts(line, words.updated):
        if found := _date(part, words, now or datetime.now(UTC)):
            return found
    return None


def change_date(text: str, *, code: str, now: datetime | None = None) -> date | None:
    """When a line says that its page was changed ("آخر تحديث 15:03 20 تموز 2025"), as `publication_date`; None where it does not."""
    line, words = western_digits(text), _words(code)
    found = words.updated.search(line) if words.updated else None
    return _date(line[found.end() :], words, now or datetime.now(UTC)) if found else None


@lru_cache(maxsize=8192)
def is_dated(line: str) -> bool:
    """Whether a short line is a date, also without its year or counted from today, in any language that we know."""
    return len(line.split()) <= _SHORT and holds_date(line)


@lru_cache(maxsize=8192)
def holds_date(line: str) -> bool:
    """Whether a date stands in a line, in any language that we know."""
    figures = any(map(str.isdigit, line))
    return any(
        publication_date(line, code=code)
        for code in _codes()
        if figures or _counts_from_today(line, _words(code))
    )


def is_relative(line: str) -> bool:
    """Whether a short line is a date counted from today ("3 hours ago", «أمس»), in any language that we know."""
    return is_dated(line) and any(_counts_from_today(line, _words(code)) for code in _codes())


@cache
def calendar_words() -> frozenset[str]:
    """The single words that dates are written with in the languages that we know: months, weekdays, units, halves of a day, zones."""
    found: set[str] = set()
    for spoken in languages():
        data = spoken.data.get("dates", {})
        lists = ("months", "hijri_months", "solar_months", "weekdays", "units")
        named = [name for one in lists for names in data.get(one, {}).values() for name in names]
        page = [name for names in data.get("page", {}).values() for name in names]
        listed = (*named, *page, *data.get("days", ()), *data.get("zones", ()))
        for phrase in (*listed, *_calendar(spoken.code, "months"), *_calendar(spoken.code, "days")):
            found.update(phrase.split())
    return frozenset(found)


@cache
def _codes() -> tuple[str, ...]:
    return tuple(spoken.code for spoken in languages() if "dates" in spoken.data)


def _counts_from_today(line: str, words: _Words) -> bool:
    folded = words.fold(line)
    said = (words.ago, words.now)
    return any(one and one.search(folded) for one in said) or folded.strip(_SIGNS) in words.days


@dataclass(frozen=True, slots=True)
class _Words:
    """How pages in one language date their articles."""

    code: str
    fold: Callable[[str], str]
    updated: re.Pattern[str] | None
    ago: re.Pattern[str] | None
    now: re.Pattern[str] | None
    am: frozenset[str]
    pm: frozenset[str]
    zone: re.Pattern[str] | None
    zones: Mapping[str, str]
    utc: re.Pattern[str] | None
    greenwich: re.Pattern[str] | None
    months: Mapping[str, int]
    solar: Mapping[str, int]
    units: Mapping[str, str]
    days: Mapping[str, int]


@cache
def _words(code: str) -> _Words:
    spoken = language(code)
    fold = spoken.normalise
    data: dict[str, Any] = spoken.data.get("dates", {})
    page: dict[str, Any] = data.get("page", {})
    zones = {fold(name): zone for name, zone in data.get("zones", {}).items()}
    near = _any(map(fold, page.get("zone_word", ())))
    place = _any(zones)
    return _Words(
        code=code,
        fold=fold,
        updated=_any(page.get("updated", ())),
        ago=_any(map(fold, page.get("ago", ()))),
        now=_any(map(fold, page.get("now", ()))),
        am=frozenset(map(fold, page.get("am", ("am",)))),
        pm=frozenset(map(fold, page.get("pm", ("pm",)))),
        zone=re.compile(f"(?:{near.pattern})\\s+({place.pattern})|({place.pattern})\\s+(?:{near.pattern})")
        if near and place
        else None,
        zones=zones,
        utc=_any(map(fold, page.get("utc", ()))),
        greenwich=_any(page.get("greenwich", ())),
        months=_calendar(code, "months"),
        solar={fold(name): int(n) for n, names in data.get("solar_months", {}).items() for name in names},
        units={fold(name): unit for name, unit in page.get("units", {}).items()},
        days={fold(name): days for name, days in page.get("days", {}).items()},
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.I) if ordered else None


@cache
def _calendar(code: str, part: Literal["months", "days"]) -> dict[str, int]:
    """The names of the months or of the weekdays in a language, in full and cut, with their numbers; none where it is not known."""
    try:
        names = getattr(Locale.parse(code), part)
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.casefold().rstrip("."): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in names[form][width].items()
    }


def _parts(line: str, updated: re.Pattern[str] | None) -> Iterator[str]:
    found = updated.search(line) if updated else None
    if found and found.start() > 0:
        yield line[: found.start()]
        yield line[found.start() :]
    else:
        yield line


def _date(line: str, words: _Words, now: datetime) -> date | None:
    if instant := _INSTANT.search(line):
        with suppress(ValueError):
            return datetime.fromisoformat(instant[0])
    named = time_expressions(line, reference=now, language=words.code)
    full = [
        one for one in named if one.type in ("DATE", "TIME") and re.match(r"\d{4}-\d{2}-\d{2}", one.value)
    ]
    # A date written with its year is meant; a weekday beside it is only its name.
    dated = next((one for one in full if _YEAR.search(one.text)), None)
    if dated:
        return _at(line, dated.end, date.fromisoformat(dated.value[:10]), words)
    if numbered := _numbered(line, words):
        return _at(line, numbered[1], numbered[0], words)
    if relative := _ago(line, named, words, now):
        return relative
    if full:
        best = max(full, key=lambda one: (any(map(str.isdigit, one.text)), len(one.text)))
        return _at(line, best.end, date.fromisoformat(best.value[:10]), words)
    # An outlet may be called «اليوم»: the word is a date where a clock time stands beside it, or nothing else.
    alone = words.fold(line).strip(_SIGNS)
    said = alone.split() if _CLOCK.search(line) else [alone]
    spoken = next((days for name, days in words.days.items() if name in said), None)
    return _at(line, 0, now.date() + timedelta(spoken), words) if spoken is not None else None


def _numbered(line: str, words: _Words) -> tuple[date, int] | None:
    """A date of day, month and year, the month named or numbered, the day before it unless the year comes first.

    Where that makes no date the month stands first, as in the United States: 02/25/2026.
    """
    for pattern in _NUMBERED:
        for found in pattern.finditer(line):
            if _HIJRI.match(line, found.end()):
                continue
            name = found["month"].casefold().rstrip(".")
            solar = int(found["year"]) < _FIRST_GREGORIAN
            month = (words.solar if solar else words.months).get(words.fold(name) if solar else name, name)
            try:
                day = (int(found["year"]), int(month), int(found["day"]))
                if day[1] > _MONTHS >= day[2] and found.end("day") < found.start("month"):
                    day = (day[0], day[2], day[1])
                return JalaliDate(*day).to_gregorian() if solar else date(*day), found.end()  # type: ignore[no-untyped-call]
            except ValueError:
                continue
    return None


def _ago(line: str, named: Sequence[TimeExpression], words: _Words, now: datetime) -> date | None:
    folded = words.fold(line)
    present = words.now.search(folded) if words.now else None
    if present and (" " in present[0] or present[0] == folded.strip(_SIGNS)):
        return now
    if words.ago is None or not words.ago.search(folded):
        return None
    for one in named:
        if period := re.fullmatch(r"P(T?)(\d+)(MIN|[SHMDWY])", one.value):
            unit = period[3] if period[3] != "M" or not period[1] else "MIN"
            return _before(now, int(period[2]), unit)
        if one.type == "DATE" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.value):
            return date.fromisoformat(one.value)
        if week := re.fullmatch(r"(\d{4})-W(\d{2})", one.value):
            return date.fromisocalendar(int(week[1]), int(week[2]), now.isoweekday())
    for amount, unit in re.findall(r"(\d{1,3})\s*([^\W\d]+)", folded):
        if unit in words.units:
            return _before(now, int(amount), words.units[unit])
    return None


def _before(now: datetime, amount: int, unit: str) -> date | None:
    try:
        if unit in ("S", "MIN", "H"):
            return now - timedelta(seconds=amount * {"S": 1, "MIN": 60, "H": 3600}[unit])
        if unit in ("D", "W"):
            return now.date() - timedelta(amount * (7 if unit == "W" else 1))
        months = now.year * 12 + now.month - 1 - amount * (12 if unit == "Y" else 1)
        return date(months // 12, months % 12 + 1, min(now.day, 28))
    except (ValueError, OverflowError):
        return None


def _at(line: str, end: int, day: date, words: _Words) -> date:
    """The day with the clock time that stands after it on the line, else with the one before it."""
    clock = _CLOCK.search(line, end) or _CLOCK.search(line)
    if clock is None:
        return day
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    half = words.fold(clock[4] or "").rstrip(".")
    if half in words.pm and hour < 12:
        hour += 12
    elif half in words.am and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return day
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_zone(line, words))


def _in_latin(line: str, words: _Words) -> str:
    """The line with the name of Greenwich's time in letters that every language knows: «غرينتش+3»."""
    return words.greenwich.sub("GMT", line) if words.greenwich else line


def _zone(line: str, words: _Words) -> tzinfo | None:
    stated = _OFFSET.search(_in_latin(line, words)) or _BARE_OFFSET.search(line)
    if stated and stated[1]:
        offset = timedelta(hours=int(stated[2] or 0), minutes=int(stated[3] or 0))
        return timezone(-offset if stated[1] == "-" else offset)
    if words.zone and (named := words.zone.search(words.fold(line))):
        return ZoneInfo(words.zones[named[1] or named[2]])
    if words.utc and (behind := _BEHIND_CLOCK.search(words.fold(line))) and words.utc.match(behind[1]):
        return UTC
    return UTC if stated else None
