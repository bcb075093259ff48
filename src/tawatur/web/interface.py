"""The interface in two languages: its words, its dates, its direction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_datetime

from tawatur.language import direction


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
        form = Locale(self.code).plural_form(n)
        forms = self.counted[key]
        return forms.get(form, forms["other"]).format(n=n)

    def when(self, moment: datetime) -> str:
        """A time (UTC) as readers write it."""
        locale = "ar_EG@numbers=latn" if self.code == "ar" else "en_GB"
        return format_datetime(moment, "d MMM y, HH:mm", locale=locale)

    def distance(self, seconds: int) -> str:
        """How much earlier or later, in one unit."""
        size = abs(seconds)
        if size < 60:
            return self.say("same_time")
        unit, count = (
            ("days", size // 86_400)
            if size >= 86_400
            else ("hours", size // 3600)
            if size >= 3600
            else ("minutes", size // 60)
        )
        return self.say("later" if seconds > 0 else "earlier", t=self.count(unit, count))


@cache
def interface(code: str) -> Interface:
    """The interface in Arabic ("ar") or English ("en")."""
    data = tomllib.loads((files("tawatur.web") / "interface.toml").read_text("utf-8"))
    return Interface(code, data[code], data[f"{code}-counts"])
