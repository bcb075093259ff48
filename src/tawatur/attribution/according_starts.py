"""Where an according-to phrase starts: «وفقا ل», "according to"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import Lexicon


def starts_according(lexicon: Lexicon, folded: Sequence[str], at: int) -> int:
    """How many tokens an according-to phrase takes at `at`; a final «ل» may be written on to the next word."""
    first = folded[at]
    if first not in lexicon.according_starts:
        return 0
    for spelling in (first, first.removeprefix("و")):
        for phrase in lexicon.according.get(spelling, ()):
            whole = [spelling, *folded[at + 1 : at + len(phrase)]]
            if tuple(whole) == phrase:
                return len(phrase)
            if len(phrase) > 1 and phrase[-1] == lexicon.to and lexicon.to:
                following = folded[at + len(phrase) - 1] if at + len(phrase) - 1 < len(folded) else ""
                if tuple(whole[:-1]) == phrase[:-1] and following.startswith(lexicon.to):
                    return len(phrase) - 1
    return 0
