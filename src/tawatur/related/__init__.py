"""Related: what to read next with an article, and ten similar headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tawatur.language import Analysis
from tawatur.model import Brief, Headline, Related
from tawatur.stories.likeness import Outline, Weighed, outline, similarity

_HEADLINES = 10
_STORY = 0.3  # what being of one story adds to the similarity
_LEAST = 0.25  # of both, to be shown at all
_ON_SUBJECT = 0.4  # of both, to be read next
_NOTHING_NEW = 0.95  # similarity


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be related, with its analysis."""

    brief: Brief
    analysis: Analysis


def apart(article: Brief, others: Iterable[Brief]) -> Iterator[Brief]:
    """`others` but for copies of `article` and of each other, and for those with a title that was there before."""
    titles = {article.title}
    copied = {article.copy_of} - {None}
    for other in others:
        if other.id != article.id and other.title not in titles and other.copy_of not in copied:
            titles.add(other.title)
            copied |= {other.copy_of} - {None}
            yield other


def related(article: Brief, own: Outline, candidates: Iterable[Candidate]) -> Related:
    """Rank `candidates` for `article`, whose outline is `own`: those of its story and the likest first."""
    ranked, weighed = [], Weighed(own)
    for one in candidates:
        alike = similarity(weighed, outline(one.analysis))
        score = alike + _STORY * (one.brief.story == article.story)
        if score >= _LEAST:
            ranked.append((score, alike, one.brief))
    ranked.sort(key=lambda entry: (-entry[0], entry[2].id))
    also = next(
        (other for score, alike, other in ranked if score >= _ON_SUBJECT and alike < _NOTHING_NEW), None
    )
    headlines = {other.id: _headline(article, other, alike) for _, alike, other in ranked}
    read_also = headlines.pop(also.id) if also else None
    return Related(read_also, tuple(islice(headlines.values(), _HEADLINES)))


def _headline(article: Brief, other: Brief, score: float) -> Headline:
    return Headline(
        id=other.id,
        title=other.title,
        outlet=other.outlet,
        time=other.time,
        language=other.language,
        seconds_later=int((other.time - article.time).total_seconds()),
        similarity=round(score, 3),
    )
