"""Disagreements: one quantity for which the reports of a story give different numbers.

Told by what the lexicon says a story has one number of (its dead, its injured), and by statements that differ in nothing but
their number. A later number may correct an earlier one: which it is the reader sees from the times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tawatur.language import language
from tawatur.language.figures import Figure, figures
from tawatur.model import Attribution, Disagreement, Evidence, Report, Said, Value
from tawatur.provenance.claims import content_of, differ, sharing, worded_alike
from tawatur.provenance.tracing import Tracing

Given = list[tuple[Figure, Value]]  # the figures of a report, each with who gives it
_WORDED_ALIKE = 0.45  # weighted Jaccard of two statements that differ in their number only


def disagreements(
    tracing: Tracing, reports: Sequence[Report], statements: Sequence[Said]
) -> tuple[Disagreement, ...]:
    """The quantities on which the reports of a story differ; `reports` and `statements` are as for `claims`."""
    found: dict[str, list[Value]] = defaultdict(list)
    firsts = sorted(
        (report for report in reports if tracing.is_first(report.id)), key=lambda one: (one.time, one.id)
    )
    given = {report.id: list(_values(tracing, report)) for report in firsts}
    for values in given.values():
        for figure, value in values:
            if figure.known and figure.counts:
                found[figure.counts].append(value)
    pairs = list(_reworded(statements, given, found))
    known = [Disagreement(counts, tuple(values)) for counts, values in found.items()]
    return tuple(one for one in (*known, *pairs) if _differs(one.values))


def _differs(values: Sequence[Value]) -> bool:
    return len({one.value for one in values}) > 1 and len({one.evidence.report for one in values}) > 1


def _values(tracing: Tracing, report: Report) -> Iterator[tuple[Figure, Value]]:
    spoken = language(report.article.language)
    for number, paragraph in enumerate(report.article.paragraphs):
        for figure in figures(paragraph, spoken):
            said = _said_around(report.attributions, number, figure)
            evidence = Evidence(report.id, number, figure.start, figure.end)
            via = tuple(map(tracing.shown, said.via)) if said else ()
            speaker = said.speaker if said else None
            yield figure, Value(figure.value, paragraph[figure.start : figure.end], evidence, speaker, via)


def _said_around(attributions: Iterable[Attribution], paragraph: int, figure: Figure) -> Attribution | None:
    """The outermost statement that a figure stands in."""
    around = (
        one
        for one in attributions
        if one.told
        and one.paragraph == paragraph
        and one.content is not None
        and one.content.start <= figure.start
        and figure.end <= one.content.end
    )
    return min(around, key=lambda one: one.content.start if one.content else 0, default=None)


def _reworded(
    statements: Sequence[Said], given: Mapping[int, Given], known: Mapping[str, list[Value]]
) -> Iterator[Disagreement]:
    """Numbers in statements that are alike but for them, of what the lexicon does not list."""
    numbered = [one for one in statements if content_of(one.text, one.language).numbers]
    contents = [content_of(one.text, one.language) for one in numbered]
    counted = [_counted(given[one.evidence.report], one) for one in numbered]
    for first, second in sharing(contents):
        counts = counted[first].keys() & counted[second].keys() - known.keys()
        if (
            counts
            and differ(contents[first], contents[second])
            and worded_alike(contents[first], contents[second]) >= _WORDED_ALIKE
        ):
            for one in sorted(counts):
                yield Disagreement(one, (counted[first][one], counted[second][one]))


def _counted(given: Given, said: Said) -> dict[str, Value]:
    """What a statement counts, each with its first number."""
    found: dict[str, Value] = {}
    for figure, value in given:
        inside = (
            value.evidence.paragraph == said.evidence.paragraph
            and (said.evidence.start or 0) <= figure.start
            and figure.end <= (said.evidence.end or 0)
        )
        if inside and figure.counts:
            found.setdefault(figure.counts, value)
    return found
