"""Developments: the steps of a story, told from its repetitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest

from tawatur.language import Analysis, language
from tawatur.language.weights import weight
from tawatur.model import Development, Report, heading
from tawatur.stories.runs import Word, runs

_SHOWN = 4  # new phrases
_LONGEST = 3  # words of one
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
    """The most telling phrases of a report's title and opening of which no word was told before, as it writes them."""
    spoken = language(report.article.language)
    found: list[tuple[float, int, str]] = []
    told = set(before)
    for text in (report.article.title or "", *report.article.paragraphs[:1]):
        for run in runs(text, spoken):
            for phrase in _untold(run, told):
                worth = sum(weight(word.stem, spoken.code) for word in phrase)
                found.append((worth, -len(found), " ".join(word.written for word in phrase)))
                told |= {word.stem for word in phrase}
    best = nlargest(_SHOWN, found)
    return tuple(phrase for _, _, phrase in sorted(best, key=lambda one: -one[1]))


def _untold(run: list[Word], told: set[str]) -> Iterator[list[Word]]:
    """The words of a run that were not told, those that stand together as one phrase, of three words at most."""
    phrase: list[Word] = []
    for word in run:
        new = word.stem not in told and word.plain not in told
        if phrase and (not new or len(phrase) == _LONGEST):
            yield phrase
            phrase = []
        if new:
            phrase.append(word)
    if phrase:
        yield phrase


def _since(first: Report, report: Report) -> float:
    return (report.time - first.time).total_seconds()
