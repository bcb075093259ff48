"""Time expressions in running text, typed and valued as TIMEX3 does (TimeML 1.2.1).

A regular grammar whose words are the `dates.toml` of the language; every rule gives an ISO 8601 style value,
relative ones counted from the reference day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Literal

from hijridate import Hijri

from tawatur.language import Language, detect, language
from tawatur.model import TimeExpression

Type = Literal["DATE", "TIME", "DURATION", "SET"]
_LETTER = r"\w\u064b-\u065f\u0670\u0640"
_NUMBER = r"[\d٠-٩۰-۹]"


def time_expressions(
    text: str, *, reference: date, language: str | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of `text` in order, with character offsets; none overlap.

    `reference` is the day (or moment) of writing, from which "yesterday" counts. `language` is an ISO 639-1
    code, detected where it is None; a language without date words gives none.
    """
    grammar = _grammar(language or detect(text))
    if grammar is None:
        return ()
    day = reference.date() if isinstance(reference, datetime) else reference
    return tuple(grammar.find(text, day))


@cache
def _grammar(code: str) -> _Grammar | None:
    spoken = language(code)
    return _Grammar(spoken) if "dates" in spoken.data else None


class _Grammar:
    def __init__(self, spoken: Language) -> None:
        data: dict[str, Any] = spoken.data["dates"]
        fold = spoken.normalise
        self._fold = fold
        self.months = {fold(name): int(n) for n, names in data["months"].items() for name in names}
        self.hijri = {fold(name): int(n) for n, names in data["hijri_months"].items() for name in names}
        self.weekdays = {fold(name): int(n) for n, names in data["weekdays"].items() for name in names}
        self.days = {fold(name): int(n) for name, n in data["days"].items()}
        self.units = {fold(name): unit for unit, names in data["units"].items() for name in names}
        self.numbers = {fold(name): int(n) for name, n in data["numbers"].items()}
        self.parts = {fold(name): part for part, names in data["parts"].items() for name in names}
        self.words = {
            key: [fold(word) for word in value] if isinstance(value, list) else value
            for key, value in data["words"].items()
        }
        self.rules = self._rules()

    def find(self, text: str, day: date) -> Iterator[TimeExpression]:
        folded, places = _folded(text, self._fold)
        end = 0
        found: list[tuple[int, int, Type, str]] = []
        for pattern, value in self.rules:
            for match in pattern.finditer(folded):
                worth = value(match, day)
                if worth:
                    found.append((*match.span("whole"), *worth))
        for start, stop, kind, worth_value in sorted(found, key=lambda one: (one[0], -(one[1] - one[0]))):
            if start >= end:
                first, last = places[start], places[stop - 1] + 1
                yield TimeExpression(first, last, text[first:last], kind, worth_value)
                end = stop

    def _rules(self) -> list[tuple[re.Pattern[str], Any]]:
        w = self.words
        month = _any(self.months)
        hijri = _any(self.hijri)
        weekday = _any(self.weekdays)
        unit = _any(self.units)
        part = _any(self.parts)
        past, following, current = _any(w["past"]), _any(w["next"]), _any(w["current"])
        number = rf"(?:\d{{1,4}}|{_any(self.numbers)})"
        year_word = rf"(?:(?:{_any(w['of'])})\s+)?(?:{_any(w['year_word'])})?\s*"
        months = rf"(?P<month>{month})(?:\s*[/\\(-]\s*(?:{month})\)?)?"
        rules = [
            (r"(?P<year>\d{4})-(?P<mon>\d{2})-(?P<day>\d{2})", self._numeric),
            (r"(?P<day>\d{1,2})[/-](?P<mon>\d{1,2})[/-](?P<year>\d{4})", self._numeric),
            (
                rf"(?:(?:{_any(w['day_word'])})\s+)?(?:(?:{weekday})[،,]?\s*\(?)?(?P<day>\d{{1,2}})\s*(?:{_any(w['of'])}\s+)?{months}(?:[،,]?\s*{year_word}(?P<year>\d{{4}}))?",
                self._full,
            ),
            (
                rf"(?:(?:{weekday}),?\s+)?(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:,?\s+(?P<year>\d{{4}}))?",
                self._full,
            ),
            (rf"{months}(?:\s+{year_word}|\s+)(?P<year>\d{{4}})", self._month),
            (rf"{months}(?:\s+(?P<past>{past})|\s+(?P<next>{following}))?", self._month_alone),
            (rf"(?P<past>{past})\s+{months}|(?P<next>{following})\s+(?P<month2>{month})", self._month_alone),
            (
                rf"(?:(?P<part>{part})\s+)?(?:(?:{_any(w['day_word'])})\s+)?(?:امس\s+)?(?P<weekday>{weekday})(?:\s+(?P<part2>{part}))?(?:\s+(?:(?P<past>{past})|(?P<next>{following})))?",
                self._weekday,
            ),
            (rf"(?:(?P<part>{part})\s+)?(?P<days>{_any(self.days)})(?:\s+(?P<part2>{part}))?", self._days),
            (rf"(?P<year_word>{_any(w['year_word'])})\s+(?P<year>(?:1[89]|20)\d{{2}})", self._year),
            (
                rf"(?P<unit>{unit})\s+(?:(?P<past>{past})|(?P<next>{following})|(?P<current>{current}))",
                self._unit,
            ),
            (
                rf"(?:(?P<past>{past})|(?P<next>{following})|(?P<current>{current}))\s+(?P<unit>{unit})",
                self._unit,
            ),
            (rf"(?P<number>{number})\s+(?P<unit>{unit})", self._duration),
            (rf"(?P<dual>{_any(w['duals'])})" if w["duals"] else r"(?!)(?P<dual>x)", self._duration),
            (
                rf"(?:{_any(w['quarter'])})\s+(?P<ordinal>{_any(w['ordinals'])})(?:\s+(?:{_any(w['of'])})\s+(?:{_any(w['year_word'])}\s+)?(?P<year>\d{{4}}))?",
                self._quarter,
            ),
            (
                rf"(?P<ordinal>{_any(w['ordinals'])})\s+(?:{_any(w['quarter'])})(?:\s+(?:{_any(w['of'])})\s+(?P<year>\d{{4}}))?",
                self._quarter,
            ),
            (
                rf"(?P<vague_past>{_any(w['vague_past'])})|(?P<vague_present>{_any(w['vague_present'])})|(?P<vague_future>{_any(w['vague_future'])})",
                self._vague,
            ),
        ]
        if self.hijri:
            rules.insert(
                2,
                (
                    rf"(?P<day>\d{{1,2}})\s+(?P<hijri>{hijri})\s+(?P<year>1[34]\d{{2}})\s*(?:{_any(w['hijri'])})?",
                    self._hijri,
                ),
            )
        # What the language writes on to a word (وأمس، بالأمس) is left outside the expression.
        clitics = f"[{w['clitics']}]{{0,2}}" if w.get("clitics") else ""
        bound = rf"(?<![{_LETTER}]){clitics}(?P<whole>{{}})(?![{_LETTER}])"
        return [(re.compile(bound.replace("{}", pattern)), value) for pattern, value in rules]

    def _numeric(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return _iso(int(m["year"]), int(m["mon"]), int(m["day"]))

    def _full(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        month = self.months[m["month"]]
        year = int(m["year"]) if m["year"] else _nearest_year(month, day)
        return _iso(year, month, int(m["day"]))

    def _hijri(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        try:
            return "DATE", Hijri(
                int(m["year"]), self.hijri[m["hijri"]], int(m["day"])
            ).to_gregorian().isoformat()
        except (ValueError, OverflowError):
            return None

    def _month(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DATE", f"{int(m['year']):04d}-{self.months[m['month']]:02d}"

    def _month_alone(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        groups = m.groupdict()
        month = self.months[groups["month"] or groups["month2"]]
        if groups.get("next"):
            year = day.year + (month <= day.month)
        elif groups.get("past"):
            year = day.year - (month >= day.month)
        elif _single_letter_risk(m["whole"]):
            return None
        else:
            year = _nearest_year(month, day)
        return "DATE", f"{year:04d}-{month:02d}"

    def _weekday(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        wanted = self.weekdays[m["weekday"]]
        behind = (day.weekday() - wanted) % 7
        if m["next"]:
            found = day + timedelta((wanted - day.weekday()) % 7 or 7)
        elif m["past"]:
            found = day - timedelta(behind or 7)
        else:
            found = day - timedelta(behind)
        return self._with_part(found, m["part"] or m["part2"])

    def _days(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return self._with_part(day + timedelta(self.days[m["days"]]), m["part"] or m["part2"])

    def _with_part(self, found: date, part: str | None) -> tuple[Type, str]:
        return ("TIME", f"{found.isoformat()}T{self.parts[part]}") if part else ("DATE", found.isoformat())

    def _year(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DATE", m["year"]

    def _unit(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        unit = self.units[m["unit"]]
        step = -1 if m["past"] else 1 if m["next"] else 0
        if unit == "Y":
            return "DATE", f"{day.year + step:04d}"
        if unit == "M":
            months = day.year * 12 + day.month - 1 + step
            return "DATE", f"{months // 12:04d}-{months % 12 + 1:02d}"
        if unit == "W":
            year, week, _ = (day + timedelta(7 * step)).isocalendar()
            return "DATE", f"{year:04d}-W{week:02d}"
        return None

    def _duration(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        groups = m.groupdict()
        if dual := groups.get("dual"):
            unit, amount = self.units[dual], 2
        else:
            unit = self.units[groups["unit"] or ""]
            amount = (
                int(groups["number"])
                if str(groups["number"]).isdigit()
                else self.numbers[str(groups["number"])]
            )
        timed = unit in ("H", "MIN")
        return "DURATION", f"P{'T' if timed else ''}{amount}{unit[0]}"

    def _quarter(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        year = int(m["year"]) if m["year"] else day.year
        return "DATE", f"{year:04d}-Q{self.words['ordinals'].index(m['ordinal']) + 1}"

    def _vague(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DATE", {
            "vague_past": "PAST_REF",
            "vague_present": "PRESENT_REF",
            "vague_future": "FUTURE_REF",
        }[next(name for name, value in m.groupdict().items() if value and name != "whole")]


def _any(names: Iterable[str]) -> str:
    # The conjunctions and prepositions that Arabic writes on to a word are left outside the expression.
    return (
        "(?:"
        + "|".join(sorted((re.escape(name).replace(r"\ ", r"\s+") for name in names), key=len, reverse=True))
        + ")"
        if names
        else "(?!)"
    )


def _folded(text: str, fold: Any) -> tuple[str, list[int]]:
    """`text` folded, and for each of its characters its place in the original."""
    parts: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        for small in fold(letter):
            parts.append(small)
            places.append(at)
    return "".join(parts), places


def _iso(year: int, month: int, day: int) -> tuple[Type, str] | None:
    try:
        return "DATE", date(year, month, day).isoformat()
    except ValueError:
        return None


def _nearest_year(month: int, day: date) -> int:
    # News looks back: a month more than two ahead is last year's.
    return day.year - (month > day.month + 2) + (month < day.month - 9)


def _single_letter_risk(text: str) -> bool:
    return len(text) <= 2 or text in ("may", "march", "mar", "ماي")
