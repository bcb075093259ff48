"""Time expressions in running text, typed and valued as TIMEX3 does (TimeML 1.2.1).

A regular grammar whose words are the `dates.toml` of the language; every rule gives an ISO 8601 style value,
relative ones counted from the reference day.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Literal

from hijridate import Hijri

from tawatur.language import Language, detect, language
from tawatur.model import TimeExpression

Type = Literal["DATE", "TIME", "DURATION", "SET"]
_LETTER = r"\w\u064b-\u065f\u0670\u0640"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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


def days(parts: Iterable[str], *, reference: date, language: str) -> frozenset[str]:
    """The days (YYYY-MM-DD) that the parts of a text name, "yesterday" counted from the day of writing."""
    return frozenset(
        one.value[:10]
        for part in parts
        for one in time_expressions(part, reference=reference, language=language)
        if one.type in ("DATE", "TIME") and _DAY.match(one.value)
    )


@cache
def _grammar(code: str) -> _Grammar | None:
    spoken = language(code)
    return _Grammar(spoken) if "months" in spoken.data.get("dates", {}) else None


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
        self.words = {key: _folded_words(value, fold) for key, value in data["words"].items()}
        self.rules = self._rules()

    def find(self, text: str, day: date) -> Iterator[TimeExpression]:
        folded, places = _folded(text, self._fold)
        found: list[tuple[int, int, Type, str]] = []
        for pattern, value in self.rules:
            for match in pattern.finditer(folded):
                worth = value(match, day)
                if worth:
                    found.append((*match.span("whole"), *worth))
        for start, stop, kind, worth_value in _apart(found):
            first, last = places[start], places[stop - 1] + 1
            yield TimeExpression(first, last, text[first:last], kind, worth_value)

    def _rules(self) -> list[tuple[re.Pattern[str], Any]]:
        w = self.words
        month = _any(self.months)
        hijri = _any(self.hijri)
        weekday = _any(self.weekdays)
        unit = _any(self.units)
        part = _any(self.parts)
        past, following, current = _any(w["past"]), _any(w["next"]), _any(w["current"])
        number = rf"(?:\d{{1,4}}|{_any(self.numbers)}(?:\s+{_any(w.get('and', []))}{_any(self.numbers)})?)"
        about = _any(w.get("about", []))
        plural = _any(w.get("plurals", []))
        edge = _any(w.get("edge", []))
        since = f"(?:{past}|{_any(w.get('last', []))}|{_any(w.get('gone', []))})"
        year_word = rf"(?:(?:{_any(w['of'])})\s+)?(?:{_any(w['year_word'])})?\s*"
        month_word = rf"(?:(?:{_any(w.get('month_word', []))})\s+)?"
        months = rf"{month_word}(?P<month>{month})(?:\s*[/\\(-]\s*(?:{month})\)?)?"
        rules = [
            (r"(?P<year>\d{4})-(?P<mon>\d{2})-(?P<day>\d{2})", self._numeric),
            (r"(?P<day>\d{1,2})[/-](?P<mon>\d{1,2})[/-](?P<year>\d{4})", self._numeric),
            (
                rf"(?:(?:{_any(w['day_word'])})\s+)?(?:(?:{weekday})[،,]?\s*\(?)?(?P<day>\d{{1,2}}|{_any(w.get('ordinals_of_days', {}))})\s*(?:{_any(w['of'])}\s+)?{months}(?:[،,]?\s*{year_word}(?P<year>\d{{4}}))?(?:\s+(?:(?P<past>{past})|(?P<next>{following})|{current}))?",
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
                rf"(?:(?P<part>{part})\s+)?(?:(?:{_any(w['day_word'])})\s+)?(?:(?P<days>{_any(self.days)})\s+)?(?P<weekday>{weekday})(?:\s+(?P<part2>{part}))?(?:\s+(?:(?P<past>{past})|(?P<next>{following})))?",
                self._weekday,
            ),
            (rf"(?:(?P<part>{part})\s+)?(?P<days>{_any(self.days)})(?:\s+(?P<part2>{part}))?", self._days),
            (rf"(?P<night>{_any(w.get('nights', {}))})", self._night),
            (rf"(?P<year_word>{_any(w['year_word'])})\s+(?P<year>(?:1[89]|20)\d{{2}})", self._year),
            (
                rf"(?P<unit>{unit})\s+(?:(?P<past>{past})|(?P<next>{following})|(?P<current>{current}))",
                self._unit,
            ),
            (
                rf"(?:(?P<past>{past})|(?P<next>{following})|(?P<current>{current}))\s+(?P<unit>{unit})",
                self._unit,
            ),
            (
                rf"(?:(?P<before>{_any(w.get('before', []))})|(?P<after>{_any(w.get('after', []))}))\s+(?:{about}\s+)?(?:(?P<number>{number})\s+)?(?P<unit>{unit})",
                self._away,
            ),
            (rf"(?P<number>{number})\s+(?P<unit>{unit})(?:\s+{since})?", self._duration),
            (rf"(?P<unit>{plural})\s+(?P<number>{_any(self.numbers)})(?:\s+{since})?", self._duration),
            (
                rf"{plural}\s+(?:(?P<vague_past>{since})|(?P<vague_future>{following}|{_any(w.get('later', []))}))",
                self._vague,
            ),
            (rf"(?P<single>{_any(w.get('singles', []))})", self._single),
            (rf"(?:{_any(w.get('every', []))})\s+(?P<every>{_any(w.get('singles', []))})", self._every),
            (rf"(?P<adverb>{_any(w.get('adverbs', {}))})", self._adverb),
            (
                rf"(?:{edge}\s+)?(?:{_any(w.get('century', []))})\s+(?:(?P<past>{past})|(?P<current>{current})|(?P<century>{_any(w.get('century_ordinals', {}))}))",
                self._century,
            ),
            (rf"(?:{edge}\s+)?(?P<decade>{_any(w.get('decades', {}))})", self._decade),
            (
                rf"(?P<season>{_any(w.get('seasons', {}))})(?:\s+(?:{year_word})?(?P<year>\d{{4}}))?",
                self._season,
            ),
            (
                rf"(?:{_any(w.get('clock', []))})\s+(?P<hour>{_any(w.get('clock_ordinals', {}))})(?:\s+(?P<fraction>{_any(w.get('clock_fractions', {}))}))?",
                self._clock,
            ),
            (rf"(?P<first>{_any(self.days)})\s+(?:{_any(w.get('ordinal_days', []))})", self._numbered_day),
            (r"(?<![\d.,/-])(?P<year>(?:1[5-9]|20)\d\d)(?![\d.,/%-]\d|\s*%)", self._year),
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
        number = int(m["day"]) if m["day"].isdigit() else self.words["ordinals_of_days"][m["day"]]
        groups = m.groupdict()
        if m["year"]:
            year = int(m["year"])
        elif groups.get("past"):
            year = day.year - ((month, number) >= (day.month, day.day))
        elif groups.get("next"):
            year = day.year + ((month, number) <= (day.month, day.day))
        else:
            year = _nearest_year(month, day)
        return _iso(year, month, number)

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
        if m["days"]:  # «أمس الجمعة»: the nearer word counts
            found = day + timedelta(self.days[m["days"]])
        elif m["next"]:
            found = day + timedelta((wanted - day.weekday()) % 7 or 7)
        elif m["past"]:
            found = day - timedelta(behind or 7)
        else:
            found = day - timedelta(behind)
        return self._with_part(found, m["part"] or m["part2"])

    def _days(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return self._with_part(day + timedelta(self.days[m["days"]]), m["part"] or m["part2"])

    def _night(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "TIME", f"{(day + timedelta(self.words['nights'][m['night']])).isoformat()}TNI"

    def _with_part(self, found: date, part: str | None) -> tuple[Type, str]:
        return ("TIME", f"{found.isoformat()}T{self.parts[part]}") if part else ("DATE", found.isoformat())

    def _year(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DATE", m["year"]

    def _unit(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        unit = self.units[m["unit"]]
        step = -1 if m["past"] else 1 if m["next"] else 0
        if m["unit"] in self.words.get("plurals", ()):
            return None  # several of them: a vague stretch
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
        if groups.get("unit") in self.words.get("definite", ()):
            return None  # «أحد عشر اليوم»: the number belongs to something else
        if dual := groups.get("dual"):
            return "DURATION", _period(2, self.units[dual])
        return "DURATION", _period(self._amount(groups["number"] or "1"), self.units[groups["unit"] or ""])

    def _amount(self, text: str) -> int:
        if text.isdigit():
            return int(text)
        if text in self.numbers:
            return self.numbers[text]
        joined = (
            part.removeprefix(self.words["and"][0]) if at else part for at, part in enumerate(text.split())
        )
        return sum(self.numbers.get(part, 0) for part in joined)

    def _away(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        """A stretch before or after now: the year, month or day that it leads to."""
        unit = self.units[m["unit"]]
        dual = m["unit"] in self.words["duals"]
        if m["number"] is None and not dual and m["unit"] not in (*self.words["singles"], "عام"):
            return None
        amount = self._amount(m["number"]) if m["number"] else 2 if dual else 1
        if m["after"] and amount == 1:
            return "DURATION", f"P1{unit}"  # after a month: of what, the text says
        step = -amount if m["before"] else amount
        if unit == "Y":
            return ("DATE", f"{day.year + step:04d}") if 0 < day.year + step < 10_000 else None
        if unit == "M":
            months = day.year * 12 + day.month - 1 + step
            return "DATE", f"{months // 12:04d}-{months % 12 + 1:02d}"
        try:
            if unit == "D":
                return "DATE", (day + timedelta(step)).isoformat()
            if unit == "W":
                year, week, _ = (day + timedelta(7 * step)).isocalendar()
                return "DATE", f"{year:04d}-W{week:02d}"
        except OverflowError:
            return None
        return "DURATION", _period(amount, unit)

    def _single(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DURATION", _period(1, self.units[m["single"]])

    def _every(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "SET", _period(1, self.units[m["every"]])

    def _adverb(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "SET", self.words["adverbs"][m["adverb"]]

    def _century(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        if m["century"]:
            return "DATE", str(self.words["century_ordinals"][m["century"]] - 1)
        return "DATE", str(day.year // 100 - bool(m["past"]))

    def _decade(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        decade = self.words["decades"][m["decade"]]
        # The latest one that is over: no paper of 2015 calls 2010 to 2019 by such a word.
        century = day.year // 100 - (decade >= day.year % 100 // 10)
        return "DATE", f"{century}{decade}"

    def _season(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DATE", f"{m['year'] or day.year}-{self.words['seasons'][m['season']]}"

    def _clock(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        hour = self.words["clock_ordinals"][m["hour"]]
        minutes = hour * 60 + (self.words["clock_fractions"][m["fraction"]] if m["fraction"] else 0)
        return "TIME", f"{day.isoformat()}T{minutes // 60 % 24:02d}:{minutes % 60:02d}"

    def _numbered_day(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        """«اليوم الأول» is a day of something, not today."""
        return ("DURATION", "P1D") if self.days[m["first"]] == 0 else None

    def _quarter(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        year = int(m["year"]) if m["year"] else day.year
        return "DATE", f"{year:04d}-Q{self.words['ordinals'].index(m['ordinal']) + 1}"

    def _vague(self, m: re.Match[str], day: date) -> tuple[Type, str] | None:
        return "DATE", {
            "vague_past": "PAST_REF",
            "vague_present": "PRESENT_REF",
            "vague_future": "FUTURE_REF",
        }[next(name for name, value in m.groupdict().items() if value and name != "whole")]


def _apart(found: list[tuple[int, int, Type, str]]) -> list[tuple[int, int, Type, str]]:
    """Of those that overlap the longest (the first found of equal ones), in order."""
    kept: list[tuple[int, int, Type, str]] = []
    for one in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        at = bisect(kept, one[0], key=lambda other: other[0])
        if (at == 0 or kept[at - 1][1] <= one[0]) and (at == len(kept) or one[1] <= kept[at][0]):
            kept.insert(at, one)
    return kept


def _period(amount: int, unit: str) -> str:
    return f"P{'T' if unit in ('H', 'MIN') else ''}{amount}{unit if unit in ('DE', 'CE') else unit[0]}"


def _folded_words(value: Any, fold: Any) -> Any:
    if isinstance(value, list):
        return [fold(word) for word in value]
    return {fold(word): worth for word, worth in value.items()} if isinstance(value, dict) else value


def _any(names: Iterable[str]) -> str:
    # The conjunctions and prepositions that Arabic writes on to a word are left outside the expression.
    return (
        "(?:"
        + "|".join(sorted((re.escape(name).replace(r"\ ", r"\s+") for name in names), key=len, reverse=True))
        + ")"
        if names
        else "(?!)"
    )


def _folded(text: str, fold: Callable[[str], str]) -> tuple[str, Sequence[int]]:
    """`text` folded, and for each of its characters its place in the original."""
    letters = {letter: fold(letter) for letter in set(text)}
    folded = text.translate({ord(letter): small for letter, small in letters.items()})
    if all(len(small) == 1 for small in letters.values()):
        return folded, range(len(text))
    return folded, [at for at, letter in enumerate(text) for _ in letters[letter]]


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
