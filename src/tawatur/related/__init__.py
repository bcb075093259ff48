"""Related: what to read next with an article, and ten similar headlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def related(article: Brief, analysis: Analysis, candidates: Iterable[Candidate]) -> Related:
    """Rank `candidates` for `article`: no copies of it or of each other, those of its story and the likest first."""
    group = article.copy_of
    seen: set[object] = {group} if group is not None else set()
    titles = {article.title}
    own = outline(analysis)
    ranked = []
    for one in candidates:
        if one.brief.id != article.id:
            alike = similarity(own, outline(one.analysis))
            ranked.append((alike + _STORY * (one.brief.story == article.story), alike, one.brief))
    headlines: list[Headline] = []
    read_also: Headline | None = None
    for score, alike, other in sorted(ranked, key=lambda entry: (-entry[0], entry[2].id)):
        if score < _LEAST or (other.copy_of is not None and other.copy_of in seen) or other.title in titles:
            continue
        seen.add(other.copy_of)
        titles.add(other.title)
        headlines.append(_headline(article, other, alike))
        if read_also is None and score >= _ON_SUBJECT and alike < _NOTHING_NEW:
            read_also = headlines[-1]
    others = (headline for headline in headlines if headline is not read_also)
    return Related(read_also, tuple(islice(others, _HEADLINES)))


def probe(analysis: Analysis) -> Sequence[str]:
    """The stems by which candidates are looked up: the most telling ones."""
    return outline(analysis).telling[:_PROBES]


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
