"""Dates as machines write them: ISO 8601 and its neighbours, RFC 822, Unix seconds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"^(?P<y>\d{4})/?(?P<m>\d{2})/?(?P<d>\d{2})$")


def parse(text: object) -> date | None:
    """The moment that a machine-written date names; a plain `date` where no time is given, None if unreadable.

    An ISO date is found inside other characters too: archives write such things as "--2016-10-11T09:07+01:00".
    """
    if isinstance(text, datetime | date):
        return text
    if isinstance(text, int | float) and not isinstance(text, bool):
        return _seconds(text)
    if not isinstance(text, str) or not text.strip():
        return None
    text = text.strip()
    if found := _ISO.search(text):
        return _iso(found)
    if found := _COMPACT.match(text):
        return _day(f"{found['y']}-{found['m']}-{found['d']}")
    if text.isdigit() and len(text) in (10, 13):
        return _seconds(int(text) / (1000 if len(text) == 13 else 1))
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso(found: re.Match[str]) -> date | None:
    if not found["time"]:
        return _day(found["day"])
    zone = (found["zone"] or "").replace("Z", "+00:00")
    try:
        time = found["time"].replace(",", ".")
        if "." in time:  # microseconds are all that Python keeps
            whole, _, part = time.partition(".")
            time = f"{whole}.{part[:6]:0<6}"
        return datetime.fromisoformat(f"{found['day']}T{time}{zone}")
    except ValueError:
        return _day(found["day"])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _seconds(value: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(value if value < 1e11 else value / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def moment(value: date) -> datetime:
    """The instant (UTC) to sort a date by: midnight for a plain date, UTC assumed where no offset is stated."""
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    try:
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except OverflowError:
        return value.replace(tzinfo=UTC)
