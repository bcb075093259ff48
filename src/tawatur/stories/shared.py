"""What two articles share, in the words of the first: why one joined the story of the other."""

from __future__ import annotations

from heapq import nlargest

from tawatur.language import analyse, language
from tawatur.language.gazetteer import gazetteer
from tawatur.language.names import skeleton
from tawatur.language.text import words
from tawatur.model import Article, Shared
from tawatur.stories.likeness import outline

_WORDS = 8


def shared(one: Article, other: Article) -> Shared:
    """The telling words (in one language), names, places and figures of an article that another has too."""
    spoken = language(one.language)
    parts = (one.title or "", *one.paragraphs)
    written = [word for part in parts for word in words(part)]
    folded = [spoken.normalise(word) for word in written]
    mine, theirs = (outline(analyse(each.title, each.paragraphs, each.language)) for each in (one, other))
    own = mine.language == theirs.language
    names = mine.names.keys() & (theirs.names if own else theirs.sounds).keys()
    places = {
        place: " ".join(written[first:end])
        for first, end, place in gazetteer(spoken).find(folded)
        if place in theirs.places
    }
    telling = (
        nlargest(
            _WORDS,
            mine.stems.keys() & theirs.stems.keys(),
            key=lambda stem: (mine.stems[stem] * theirs.stems[stem], stem),
        )
        if own
        else []
    )
    spelling: dict[str, str] = {}
    for word, plain in zip(written, folded, strict=True):
        spelling.setdefault(spoken.stem(plain), word)
    return Shared(
        words=tuple(spelling.get(stem, stem) for stem in telling),
        names=tuple(dict.fromkeys(word for word in written if skeleton(word) in names)),
        places=tuple(dict.fromkeys(places.values())),
        numbers=tuple(sorted(mine.numbers & theirs.numbers)),
    )
