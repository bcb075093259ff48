"""Related: what to read next with an article, and ten similar headlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from tawatur.language import Analysis
from tawatur.model import Headline, Related, Report
from tawatur.stories.likeness import outline, similarity

_HEADLINES = 10
_LEAST = 0.06
_ADDS = (0.15, 0.75)  # alike enough to be on the subject, not so much that nothing is added


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be related, with its analysis."""

    report: Report
    analysis: Analysis


def related(report: Report, analysis: Analysis, candidates: Iterable[Candidate]) -> Related:
    """Rank `candidates` for `report`: no copies of it or of each other, the likest first."""
    group = report.copy_of
    seen: set[object] = {group} if group is not None else set()
    headlines: list[tuple[float, Headline, bool]] = []
    own = outline(analysis)
    ranked = sorted(
        ((similarity(own, outline(one.analysis)), one) for one in candidates if one.report.id != report.id),
        key=lambda pair: (-pair[0], pair[1].report.id),
    )
    titles = {report.article.title}
    for score, one in ranked:
        other = one.report
        if (
            score < _LEAST
            or (other.copy_of is not None and other.copy_of in seen)
            or other.article.title in titles
        ):
            continue
        seen.add(other.copy_of)
        titles.add(other.article.title)
        headlines.append((score, _headline(report, other, score), _ADDS[0] <= score <= _ADDS[1]))
    read_also = next((headline for _, headline, adds in headlines if adds), None)
    others = (headline for _, headline, _ in headlines if headline is not read_also)
    return Related(read_also, tuple(islice(others, _HEADLINES)))


def probe(analysis: Analysis, ranked: Sequence[str], limit: int = 20) -> tuple[str, ...]:
    """The stems by which candidates are looked up: those of the title first, then the most telling ones."""
    return tuple(dict.fromkeys([*analysis.title, *ranked]))[:limit]


def _headline(report: Report, other: Report, score: float) -> Headline:
    return Headline(
        id=other.id,
        title=other.article.title or (other.article.paragraphs[0][:120] if other.article.paragraphs else ""),
        outlet=other.outlet,
        time=other.time,
        language=other.article.language,
        seconds_later=int((other.time - report.time).total_seconds()),
        similarity=round(score, 3),
    )
