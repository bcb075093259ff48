"""Keywords: the phrases that tell most of one article, or of all those of a story, as the texts write them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from math import sqrt

from tawatur.language import Language, language
from tawatur.language.weights import weight
from tawatur.model import Article
from tawatur.stories.runs import Word, runs

_TITLE_COUNTS = 3
_LEAST = 2  # times: a rare word that stands once in a text, and not in its title, is seldom what it is about
_LONGEST = 3  # words
_PERHAPS_VERB = (
    0.7  # what a phrase keeps whose last word never has the article, in a language that writes it on to nouns
)
_CANDIDATES = 20  # for each keyword wanted, of which many share their words

_Phrase = tuple[str, ...]  # stems


def keywords(articles: Iterable[Article], code: str, limit: int = 8) -> tuple[str, ...]:
    """The most telling phrases of the articles in one language (ISO 639-1), the most telling first.

    A phrase is up to three words that no stop word and no mark parts (KP-Miner, El-Beltagy and Rafea 2009). It weighs the root
    of how often it stands, times the mean inverse document frequency of its words, times their number; single words of titles
    are counted thrice. No two of them share a word. Each is shown in its commonest form. There are fewer where the texts say little twice.
    """
    spoken = language(code)
    counts: Counter[_Phrase] = Counter()
    spellings: dict[_Phrase, Counter[str]] = defaultdict(Counter)
    seen: set[str] = set()
    for article in articles:
        if article.language != code:
            continue
        for times, text in (
            (_TITLE_COUNTS, article.title or ""),
            *((1, part) for part in article.paragraphs),
        ):
            for run in runs(text, spoken):
                seen.update(word.written for word in run)
                for words in _phrases(run):
                    phrase = tuple(word.stem for word in words)
                    counts[phrase] += times if len(words) == 1 else 1
                    spellings[phrase][" ".join(word.written for word in words)] += 1
    nouns = _with_article(spellings, spoken)

    def telling(phrase: _Phrase) -> tuple[float, _Phrase]:
        worth = sum(weight(stem, code) for stem in phrase) / len(phrase)
        surely = not nouns or phrase[-1] in nouns
        return len(phrase) * sqrt(counts[phrase] * worth) * (1 if surely else _PERHAPS_VERB), phrase

    often = (phrase for phrase, count in counts.items() if count >= _LEAST)
    best = _without_shared(nlargest(_CANDIDATES * limit, often, key=telling), limit)
    return tuple(_bare(_commonest(spellings[phrase]), seen, spoken) for phrase in best)


def _phrases(run: list[Word]) -> Iterator[list[Word]]:
    """The one to three words that stand together in a run, but for those with a number."""
    for first in range(len(run)):
        for end in range(first + 1, min(first + _LONGEST, len(run)) + 1):
            if run[end - 1].is_number:
                break
            yield run[first:end]


def _with_article(spellings: dict[_Phrase, Counter[str]], spoken: Language) -> frozenset[str]:
    """The stems that stand with the article somewhere, as no verb does; none in a language that does not write it on to words."""
    article = _article(spoken)
    if not article:
        return frozenset()
    return frozenset(
        phrase[0]
        for phrase, written in spellings.items()
        if len(phrase) == 1
        and any(form.startswith(article) for word in written for form in spoken.without_particles(word))
    )


def _article(spoken: Language) -> str:
    """The article of a language that writes it on to its words; empty for any other."""
    return str(spoken.data.get("speakers", {}).get("words", {}).get("article", ""))


def _without_shared(phrases: Iterable[_Phrase], limit: int) -> list[_Phrase]:
    """The first of the phrases, each without those that have a word of one before it."""
    kept: list[_Phrase] = []
    taken: set[str] = set()
    for phrase in phrases:
        if len(kept) < limit and taken.isdisjoint(phrase):
            kept.append(phrase)
            taken.update(phrase)
    return kept


def _commonest(written: Counter[str]) -> str:
    return max(written.items(), key=lambda pair: (pair[1], pair[0]))[0]


def _bare(phrase: str, seen: set[str], spoken: Language) -> str:
    """A phrase without the particles written on to its first word, where this stands with the article or without them elsewhere."""
    first, *others = phrase.split()
    article = _article(spoken)
    forms = (
        form
        for form in spoken.without_particles(first)
        if form in seen or (article and form.startswith(article))
    )
    *_, bare = (first, *forms)
    return " ".join((bare, *others))
