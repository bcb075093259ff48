"""One form of a reporting word."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """One form of a reporting word: as written, and what it tells of its speaker."""

    text: str
    kind: str  # "verb", "participle" (a circumstance: مؤكدا) or "noun" (with its pronoun: قوله)
    feminine: bool = False
    plural: bool = False
    present: bool = False
