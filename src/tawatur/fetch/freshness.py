"""What a server says about time: how long its answer stays fresh, and when to come back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from multidict import CIMultiDictProxy

_LONGEST = 2**31 - 1  # RFC 9111, 1.2.2
_MAX_AGE = re.compile(r'(?:^|,)\s*max-age\s*=\s*"?(\d+)"?\s*(?=,|$)', re.IGNORECASE | re.ASCII)


def retry_after(headers: CIMultiDictProxy[str]) -> float | None:
    """The seconds that the server asks to wait, which it gives as such or as a date."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(_seconds(asked))
    until = _date(asked)
    return max(0.0, (until - _now(headers)).total_seconds()) if until else None


def max_age(headers: CIMultiDictProxy[str]) -> int | None:
    """The seconds that the answer stays fresh; None if the server does not say."""
    found = _MAX_AGE.search(",".join(headers.getall("Cache-Control", ())))
    if found:
        return _seconds(found[1])
    if "Expires" not in headers:
        return None
    until = _date(headers["Expires"])
    return max(0, int((until - _now(headers)).total_seconds())) if until else 0


def _seconds(digits: str) -> int:
    return min(int(digits.lstrip("0")[:11] or "0"), _LONGEST)


def _now(headers: CIMultiDictProxy[str]) -> datetime:
    """The time by the server's own clock, so that a wrong one does not matter."""
    return _date(headers.get("Date", "")) or datetime.now(UTC)


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
