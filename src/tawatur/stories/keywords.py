"""Keywords: the words that tell most of one article, or of all those of a story, as the texts write them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest
from math import log

from tawatur.language import Language, language
from tawatur.language.text import words
from tawatur.language.weights import weight
from tawatur.model import Article

_TITLE_COUNTS = 3
_LEAST = 2  # times: a rare word that stands once in a text, and not in its title, is seldom what it is about


def keywords(articles: Iterable[Article], code: str, limit: int = 8) -> tuple[str, ...]:
    """The most telling words of the articles in one language (ISO 639-1), the most telling first.

    A word weighs its inverse document frequency times 1 + ln of how often it stands, those of titles counted thrice; it is
    shown in its commonest form. There are fewer where the texts say little twice.
    """
    spoken = language(code)
    counts: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        if article.language != code:
            continue
        for times, text in ((_TITLE_COUNTS, article.title or ""), (1, article.text)):
            for word in words(text):
                plain = spoken.normalise(word)
                if plain not in spoken.stopwords and len(plain) > 2 and not plain[0].isdigit():
                    stem = spoken.stem(plain)
                    counts[stem] += times
                    spellings[stem][_bare(word, stem, spoken)] += 1
    best = nlargest(
        limit,
        (stem for stem, count in counts.items() if count >= _LEAST),
        key=lambda stem: ((1 + log(counts[stem])) * weight(stem, code), counts[stem], stem),
    )
    return tuple(max(spellings[stem].items(), key=lambda pair: (pair[1], pair[0]))[0] for stem in best)


def _bare(word: str, stem: str, spoken: Language) -> str:
    """A word without the particles written onto it, where its stem is the same without them."""
    *_, bare = (
        form for form in spoken.without_particles(word) if spoken.stem(spoken.normalise(form)) == stem
    )
    return bare
