"""What one report shows of where it has its matter from: the part of provenance that needs no other report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from tawatur.attribution.titles import outlet_in_title
from tawatur.model import Article, Attribution, Brief, Hearing, Report, Signs, heading
from tawatur.outlets import Outlets, known
from tawatur.page.wording.credits import credited
from tawatur.page.wording.markers import marker

_CREDIT = 80  # characters: a longer paragraph is no mere credit


def signs_of(report: Report, outlets: Outlets | None = None) -> Signs:
    """The signs of a report, from its title, credit lines and statements.

    In the title `outlets` are looked for (None: those that ship with Tawatur).
    """
    article = report.article
    title = heading(article.title, article.paragraphs)
    day_only = article.published is not None and not isinstance(article.published, datetime)
    brief = Brief(
        report.id, title, report.outlet, report.time, article.language, report.story, report.copy_of, day_only
    )
    said = [one for one in report.attributions if one.told]
    return Signs(
        brief,
        hearings=tuple(_hearings(top_level(said))),
        cited=_distinct(name for one in said for name in outlets_named(one)),
        frame=_distinct(name for one in said for name in _framing(one)),
        credits=_distinct(
            (
                *article.credits,
                *_credit_paragraphs(article.paragraphs),
                *_credit_of_title(article, outlets or known()),
            )
        ),
        reused=report.reused,
        old=report.old,
    )


def outlets_named(one: Attribution | Hearing) -> tuple[str, ...]:
    """The outlets that a statement names: those on the way to its speaker, and the speaker, where he is one."""
    return (*one.via, one.speaker.name) if one.speaker.kind == "outlet" else one.via


def top_level(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are not inside another one's content: whom the report itself quotes."""
    kept = []
    for one in attributions:
        inside = any(
            other is not one
            and other.content is not None
            and other.paragraph == one.paragraph
            and other.content.start <= one.cue.start
            and one.cue.end <= other.content.end
            for other in attributions
        )
        if not inside:
            kept.append(one)
    return kept


def _hearings(statements: Iterable[Attribution]) -> Iterator[Hearing]:
    """Whom the statements are of: the first sentence that shows a way to a speaker is the evidence for it."""
    met = set()
    for one in statements:
        way = (one.speaker, one.via)
        if way not in met:
            met.add(way)
            yield Hearing(one.speaker, one.via, one.paragraph, one.cue.start, one.cue.end)


def _credit_paragraphs(paragraphs: Sequence[str]) -> Iterator[str]:
    """The outlets in a first or last paragraph that is nothing but a credit: «نقلا عن وكالة …»."""
    for paragraph in dict.fromkeys((*paragraphs[:1], *paragraphs[-1:])):
        if len(paragraph) <= _CREDIT and (found := marker(paragraph.rstrip(" ."))) and found.what == "credit":
            yield from credited(found.rest)


def _credit_of_title(article: Article, outlets: Outlets) -> Iterator[str]:
    if article.title and (outlet := outlet_in_title(article.title, article.language, outlets)):
        yield outlet.name


def _framing(attribution: Attribution) -> tuple[str, ...]:
    """The outlets that what stands around a statement may have come through too."""
    speaker = attribution.speaker
    return (speaker.name,) if speaker.kind == "outlet" else () if speaker.named else attribution.via


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
