"""The publication date that a page shows in words, with its time and zone where it has them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from tawatur.dates.expressions import time_expressions
from tawatur.language import languages

_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)\s*(\w*)")


def publication_date(text: str, *, code: str, now: datetime | None = None) -> date | None:
    """The date in a line such as "الأحد 20 تموز 2025 03:15 م"; a datetime where the line has a time.

    Relative lines ("منذ ساعتين") count from `now`. None where the line holds no full date.
    """
    now = now or datetime.now(UTC)
    found = [
        one
        for one in time_expressions(text, reference=now, language=code)
        if one.type in ("DATE", "TIME") and re.match(r"\d{4}-\d{2}-\d{2}", one.value)
    ]
    if not found:
        return None
    # A date written with its year is meant; a weekday beside it is only its name.
    best = max(found, key=lambda one: (any(d.isdigit() for d in one.text), len(one.text)))
    day = date.fromisoformat(best.value[:10])
    return _with_time(text, day, code)


def _with_time(text: str, day: date, code: str) -> date:
    data = next(
        (
            spoken.data["dates"]["words"]
            for spoken in languages()
            if spoken.code == code and "dates" in spoken.data
        ),
        None,
    )
    digits = text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    clock = _CLOCK.search(digits)
    if clock is None or data is None:
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
