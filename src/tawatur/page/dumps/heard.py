"""What a page says only to those who hear it: how long a list is, which of its items follows, where it ends."""

from __future__ import annotations

import re
from functools import cache

from tawatur.page.wording.phrases import listed

_NUMBER = r"\d{1,3}"


def unheard(page: str) -> str:
    """A dump without such lines, and without such words that a line's own are written on to; any other text as it is."""
    return _said().sub(r"\1", page)


@cache
def _said() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace("0", _NUMBER) for phrase in listed("heard"))
    return re.compile(rf"^([ \t]*(?:[•*+-][ \t]+)?)(?i:{phrases})(?=[ \t]*$|\[|[^\W\da-z])", re.M)
