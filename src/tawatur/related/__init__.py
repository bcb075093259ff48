"""Related: what to read next with an article, and ten similar headlines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from tawatur.language import Analysis
from tawatur.model import Brief, Headline, Related
from tawatur.stories.likeness import outline, similarity

_HEADLINES = 10
_PROBES = 8
_STORY = 0.3  # what being of one story adds to the similarity
_LEAST = 0.25  # of both, to be shown at all
_ON_SUBJECT = 0.4  # of both, to be read next
_NOTHING_NEW = 0.95  # similarity


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be related, with its analysis."""

    brief: Brief
    analysis: Analysis


def probe(analysis: Analysis) -> Mapping[str, float]:
    """The stems by which candidates are looked up, with their weights: the most telling ones."""
    own = outline(analysis)
    return {stem: own.stems[stem] for stem in own.telling[:_PROBES]}


def apart(article: Brief, others: Iterable[Brief]) -> list[Brief]:
    """`others` but for copies of `article` and of each other, and for those with a title that was there before."""
    seen: set[object] = {article.title, article.copy_of}
    found = []
    for other in others:
        if other.id != article.id and other.title not in seen and (other.copy_of is None or other.copy_of not in seen):
            found.append(other)
            seen |= {other.title, other.copy_of}
    return found


def related(article: Brief, analysis: Analysis, candidates: Iterable[Candidate]) -> Related:
    """Rank `candidates` for `article`: those of its story and the likest first."""
    own = outline(analysis)
    ranked = []
    for one in candidates:
        alike = similarity(own, outline(one.analysis))
        score = alike + _STORY * (one.brief.story == article.story)
        if score >= _LEAST:
            ranked.append((score, alike, one.brief))
    ranked.sort(key=lambda entry: (-entry[0], entry[2].id))
    also = next((other for score, alike, other in ranked if score >= _ON_SUBJECT and alike < _NOTHING_NEW), None)
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
