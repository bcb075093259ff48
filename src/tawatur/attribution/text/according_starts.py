"""Where an according-to phrase starts: «وفقا ل», "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import Lexicon


def starts_according(lexicon: Lexicon, folded: Sequence[str], at: int) -> int:
    """How many tokens an according-to phrase takes at `at`; a final «ل» may be written on to the next word."""
    for phrase in lexicon.according_starts.get(folded[at], ()):
        last = at + len(phrase) - 1
        if last >= len(folded):
            continue
        whole = last == at or folded[last] == phrase[-1]
        written_on = phrase[-1] == lexicon.to and folded[last].startswith(lexicon.to)
        if (whole or written_on) and tuple(folded[at + 1 : last]) == phrase[1:-1]:
            return len(phrase) if whole else len(phrase) - 1
    return 0
