"""Where a text tells that somebody will not be named: «طلب عدم ذكر اسمه»."""

from __future__ import annotations

from tawatur.attribution.text.sentence import Sentence


def withholds(s: Sentence, at: int, after: int) -> bool:
    """Whether the words at `at`, or what follows from `after`, tell that somebody will not be named."""
    return _opens_withheld(s, max(0, at - 1), at + 3) or _opens_withheld(s, after, after + 4)


def _opens_withheld(s: Sentence, start: int, end: int) -> bool:
    first = s.folded[start] if start < len(s.folded) else ""
    return s.lexicon.may_withhold(first) and " ".join(s.folded[start:end]).startswith(s.lexicon.withheld)
