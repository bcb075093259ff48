"""Keywords: the words that tell most of one article, or of all those of a story, as the texts write them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest
from math import log

from tawatur.language import language
from tawatur.language.text import words
from tawatur.language.weights import weight
from tawatur.model import Article

_TITLE_COUNTS = 3


def keywords(articles: Iterable[Article], code: str, limit: int = 8) -> tuple[str, ...]:
    """The most telling words of the articles in one language (ISO 639-1), the most telling first.

    A word weighs its inverse document frequency times 1 + ln of how often it stands, those of titles counted thrice; it is
    shown in its commonest form.
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
                    spellings[stem][word] += 1
    best = nlargest(
        limit, counts, key=lambda stem: ((1 + log(counts[stem])) * weight(stem, code), counts[stem], stem)
    )
    return tuple(max(spellings[stem].items(), key=lambda pair: (pair[1], pair[0]))[0] for stem in best)
