"""The interface in two languages: its words, its dates, its direction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_datetime

from tawatur.language import direction

# Units, their seconds, and from how many of them on they are used.
_UNITS = (
    ("years", 31_556_952, 2), ("months", 2_629_746, 2), ("days", 86_400, 1), ("hours", 3600, 1), ("minutes", 60, 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Interface:
    """One language of the interface."""

    code: str
    words: dict[str, str]
    counted: dict[str, dict[str, str]]

    @property
    def direction(self) -> str:
        """ "rtl" or "ltr"."""
        return direction(self.code)

    @property
    def other(self) -> str:
        """The code of the other language."""
        return "en" if self.code == "ar" else "ar"

    def say(self, key: str, **values: object) -> str:
        """A phrase of the interface, its blanks filled in."""
        return self.words[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """A counted thing in the plural that the number asks for (Unicode CLDR)."""
        forms = self.counted[key]
        form = "zero" if n == 0 and "zero" in forms else _locale(self.code).plural_form(n)
        return forms.get(form, forms["other"]).format(n=n)

    def when(self, moment: date) -> str:
        """A time (UTC) as readers write it; only the day where no time is known."""
        locale = _locale(self.code)
        comma = "،" if self.code == "ar" else ","
        clock = f"{comma} HH:mm" if isinstance(moment, datetime) else ""
        return format_datetime(moment, f"d MMM y{clock}", locale=locale)

    def distance(self, seconds: int) -> str:
        """How much earlier or later, in one unit."""
        size = abs(seconds)
        if size < 60:
            return self.say("same_time")
        unit, count = next((unit, size // length) for unit, length, least in _UNITS if size >= least * length)
        return self.say("later" if seconds > 0 else "earlier", t=self.count(unit, count))


@cache
def _locale(code: str) -> Locale:
    return Locale.parse("ar_EG@numbers=latn" if code == "ar" else "en_GB")


@cache
def interface(code: str) -> Interface:
    """The interface in Arabic ("ar") or English ("en")."""
    data = tomllib.loads((files("tawatur.web") / "interface.toml").read_text("utf-8"))
    return Interface(code, data[code], data[f"{code}-counts"])
