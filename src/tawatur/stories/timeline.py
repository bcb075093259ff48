"""Developments: the steps of a story, told from its repetitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest

from tawatur.language import Analysis, language
from tawatur.language.text import words
from tawatur.language.weights import weight
from tawatur.model import Development, Report, heading

_SHOWN = 5  # new words
_NEW = 0.45
_BREATH = 3 * 3600  # seconds: reports of one moment are one step


def developments(reports: Sequence[Report], analyses: Mapping[int, Analysis]) -> tuple[Development, ...]:
    """The timeline of a story: a report that is nobody's copy and tells much that is new opens a step.

    What is new is weighed by its words and numbers against all that came before in the same language. Reports
    within three hours of the step's first one belong to the same step.
    """
    steps: list[tuple[Report, list[int], tuple[str, ...]]] = []
    told: dict[str, set[str]] = {}
    for report in sorted(reports, key=lambda one: (one.time, one.id)):
        analysis = analyses.get(report.id)
        told_here = set(analysis.terms) | analysis.numbers if analysis else set()
        before = told.setdefault(report.article.language, set())
        copy = report.copy_of is not None and report.copy_of != report.id
        if steps and (
            copy or _since(steps[-1][0], report) < _BREATH or _newness(told_here, before, report) < _NEW
        ):
            steps[-1][1].append(report.id)
        elif not steps or before:
            steps.append((report, [], _new_words(report, before) if before else ()))
        else:
            steps[-1][1].append(
                report.id
            )  # the first report in another language tells nothing new by its words
        before |= told_here
    return tuple(
        Development(
            first.time,
            first.id,
            heading(first.article.title, first.article.paragraphs),
            tuple(followers),
            new,
        )
        for first, followers, new in steps
    )


def _newness(terms: set[str], before: set[str], report: Report) -> float:
    code = report.article.language
    total = sum(weight(word, code) for word in terms)
    return sum(weight(word, code) for word in terms - before) / total if total else 0.0


def _new_words(report: Report, before: set[str]) -> tuple[str, ...]:
    """The most telling words of a report's title and opening that were not told before, as it writes them."""
    spoken = language(report.article.language)
    written = words(" ".join([report.article.title or "", *report.article.paragraphs[:1]]))
    found: dict[str, tuple[float, str]] = {}
    for word in written:
        plain = spoken.normalise(word)
        stem = spoken.stem(plain)
        if plain not in spoken.stopwords and len(word) > 1 and stem not in before and plain not in before:
            found.setdefault(stem, (weight(stem, spoken.code), word))
    best = nlargest(_SHOWN, found.values(), key=lambda pair: pair[0])
    return tuple(word for _, word in sorted(best, key=lambda pair: written.index(pair[1])))


def _since(first: Report, report: Report) -> float:
    return (report.time - first.time).total_seconds()
