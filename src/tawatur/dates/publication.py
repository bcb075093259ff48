"""The publication date that a page shows in words, with its time and zone where it has them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from babel import Locale, UnknownLocaleError

from tawatur.dates.expressions import time_expressions
from tawatur.language import language

# 28.04.2023 · 3. Mai 2024 · 1er mars 2026 · 14 de maio de 2025; Mar 3, 2026; 2025-5-7 · 2025年5月7日
_NUMBERED = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:\.|er|º)?(?:\s*[./-]\s*|\s+(?:de\s+)?)(?P<month>\d{1,2}(?!\d)|[^\W\d_]{3,12}\.?)(?:\s*[./-]\s*|,?\s+(?:de\s+)?)(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?P<month>[^\W\d_]{3,12}\.?)\s+(?P<day>\d{1,2}),?\s+(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[./年년-]\s*(?P<month>\d{1,2})\s*[./月월-]\s*(?P<day>\d{1,2})(?!\d)"),
)  # fmt: skip
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)\s*(\w*)")


def publication_date(text: str, *, code: str, now: datetime | None = None) -> date | None:
    """The date in a line such as "الأحد 20 تموز 2025 03:15 م"; a datetime where the line has a time.

    Relative lines ("منذ ساعتين") count from `now`. In a language without date words of ours, the names of months are
    those of the Unicode CLDR. None where the line holds no full date.
    """
    now = now or datetime.now(UTC)
    found = [
        one
        for one in time_expressions(text, reference=now, language=code)
        if one.type in ("DATE", "TIME") and re.match(r"\d{4}-\d{2}-\d{2}", one.value)
    ]
    if not found:
        day = None if "dates" in language(code).data else _numbered(text, code)
    else:
        # A date written with its year is meant; a weekday beside it is only its name.
        best = max(found, key=lambda one: (any(d.isdigit() for d in one.text), len(one.text)))
        day = date.fromisoformat(best.value[:10])
    return _with_time(text, day, code) if day else None


def _numbered(text: str, code: str) -> date | None:
    """A date of day, month and year, the month named or numbered, the day before it unless the year comes first."""
    months = _months(code)
    for pattern in _NUMBERED:
        for found in pattern.finditer(text):
            month = months.get(found["month"].casefold().rstrip("."), found["month"])
            try:
                return date(int(found["year"]), int(month), int(found["day"]))
            except ValueError:
                continue
    return None


@cache
def _months(code: str) -> dict[str, int]:
    try:
        names = Locale.parse(code).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.casefold().rstrip("."): number
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in names[form][width].items()
    }


def _with_time(text: str, day: date, code: str) -> date:
    data = language(code).data.get("dates", {}).get("words", {"am": (), "pm": (), "zones": {}})
    digits = text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    clock = _CLOCK.search(digits)
    if clock is None:
        return day
    hour, minute, half = int(clock[1]), int(clock[2]), clock[3]
    if half in data["pm"] and hour < 12:
        hour += 12
    elif half in data["am"] and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return day
    zone = next((offset for name, offset in data["zones"].items() if name in text), None)
    return datetime(
        day.year,
        day.month,
        day.day,
        hour,
        minute,
        tzinfo=timezone(timedelta(hours=zone)) if zone is not None else None,
    )
