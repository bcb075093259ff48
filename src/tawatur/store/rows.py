"""Between the values of the model and the rows of the tables."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any

from tawatur.dates import parse
from tawatur.language import Analysis
from tawatur.language.meaning import Meaning
from tawatur.model import (
    Article,
    Attribution,
    Brief,
    Hearing,
    Kept,
    Report,
    Signs,
    Source,
    Span,
    Speaker,
    StorySummary,
    heading,
)


def seconds(value: datetime) -> int:
    """Whole seconds since 1970."""
    return int(value.timestamp())


def moment(value: int) -> datetime:
    """The time of so many seconds since 1970, in UTC."""
    return datetime.fromtimestamp(value, UTC)


def article_row(article: Article) -> dict[str, Any]:
    """The columns of `article` that the article itself fills."""
    return {
        "url": article.url,
        "identifier": article.identifier,
        "role": article.role,
        "title": article.title,
        "paragraphs": list(article.paragraphs),
        "byline": article.byline,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "corrections": list(article.corrections),
        "credits": list(article.credits),
        "keywords": list(article.keywords),
    }


def report(
    row: Any, attributions: Sequence[Attribution] = (), reused: Sequence[tuple[int, int]] = ()
) -> Report:
    """A report from a row of `article` joined with its outlet's name as `outlet`."""
    published: date | None = parse(row.published)
    return Report(
        id=row.id,
        article=Article(
            title=row.title,
            paragraphs=tuple(row.paragraphs),
            role=row.role,
            published=published,
            byline=row.byline,
            language=row.language,
            outlet=row.outlet,
            url=row.url,
            credits=tuple(row.credits),
            keywords=tuple(row.keywords),
            identifier=row.identifier,
            modified=parse(row.modified),
            corrections=tuple(row.corrections),
        ),
        outlet=row.outlet,
        time=moment(row.time),
        seen=moment(row.seen),
        story=row.story_id,
        copy_of=row.copy_of,
        reused=tuple(reused),
        old=row.old,
        attributions=tuple(attributions),
    )


def brief(row: Any) -> Brief:
    """An article as a list shows it; `paragraphs` may be None where there is a title."""
    title = heading(row.title, row.paragraphs or ())
    day_only = row.published is not None and "T" not in row.published
    return Brief(
        row.id, title, row.outlet, moment(row.time), row.language, row.story_id, row.copy_of, day_only
    )


def signs_row(found: Signs) -> dict[str, Any]:
    """A row of `signs`; the rest of them is in the article's own."""
    return {
        "article_id": found.report.id,
        "heard": [
            [
                one.speaker.name, one.speaker.named, one.speaker.kind, one.speaker.role, list(one.via), one.paragraph,
                one.start, one.end,
            ]
            for one in found.hearings
        ],
        "cited": list(found.cited),
        "frame": list(found.frame),
        "credits": list(found.credits),
    }  # fmt: skip


def signs(row: Any, reused: Sequence[tuple[int, int]] = ()) -> Signs:
    """The signs in a row of `signs` joined with the article's."""
    return Signs(
        brief(row),
        hearings=tuple(
            Hearing(Speaker(name, named, kind, role), tuple(via), paragraph, start, end)
            for name, named, kind, role, via, paragraph, start, end in row.heard
        ),
        cited=tuple(row.cited),
        frame=tuple(row.frame),
        credits=tuple(row.credits),
        reused=tuple(reused),
        old=row.old,
    )


def attribution_row(article: int, number: int, one: Attribution) -> dict[str, Any]:
    """A row of `attribution`."""
    return {
        "article_id": article,
        "number": number,
        "paragraph": one.paragraph,
        "source": _span_columns(one.source),
        "cue": _span_columns(one.cue),
        "content": _span_columns(one.content),
        "speaker": one.speaker.name,
        "named": one.speaker.named,
        "kind": one.speaker.kind,
        "role": one.speaker.role,
        "via": list(one.via),
        "stance": one.stance,
        "quotation": one.quotation,
    }


def attribution(row: Any) -> Attribution:
    """The attribution in a row."""
    cue = _span(row.cue)
    assert cue is not None
    return Attribution(
        paragraph=row.paragraph,
        source=_span(row.source),
        cue=cue,
        content=_span(row.content),
        speaker=Speaker(row.speaker, bool(row.named), row.kind, row.role),
        via=tuple(row.via),
        stance=row.stance,
        quotation=row.quotation,
    )


def _span_columns(span: Span | None) -> list[Any] | None:
    return [span.start, span.end, span.text] if span else None


def _span(value: Any) -> Span | None:
    return Span(int(value[0]), int(value[1]), str(value[2])) if value else None


def analysis_row(article: int, found: Analysis) -> dict[str, Any]:
    """A row of `analysis`."""
    return {
        "article_id": article,
        "shingles": _packed(found.shingles),
        "names": " ".join(sorted(found.names)),
        "places": " ".join(sorted(found.places)),
        "numbers": " ".join(sorted(found.numbers)),
        "days": " ".join(sorted(found.days)),
        "round_up": found.round_up,
        "meaning": found.meaning.headline + found.meaning.text if found.meaning else None,
    }


def analysis(row: Any) -> Analysis:
    """An analysis from a row of `analysis` joined with the article's language and the stems of the search index."""
    return Analysis(
        language=row.language,
        title=tuple(row.title_stems.split()),
        body=tuple(row.body_stems.split()),
        shingles=_unpacked(row.shingles) if row.shingles else (),
        names=frozenset(row.names.split()),
        places=frozenset(row.places.split()),
        numbers=frozenset(row.numbers.split()),
        days=frozenset(row.days.split()),
        round_up=bool(row.round_up),
        meaning=_meaning(row.meaning),
    )


def _meaning(vectors: bytes | None) -> Meaning | None:
    if vectors is None:
        return None
    half = len(vectors) // 2
    return Meaning(bytes(vectors[:half]), bytes(vectors[half:]))


def _packed(shingles: Sequence[Sequence[int]]) -> bytes:
    lengths = json.dumps([len(paragraph) for paragraph in shingles]).encode()
    flat = array("q", [shingle for paragraph in shingles for shingle in paragraph])
    return len(lengths).to_bytes(4, "big") + lengths + flat.tobytes()


def _unpacked(blob: bytes) -> tuple[tuple[int, ...], ...]:
    size = int.from_bytes(blob[:4], "big")
    flat = array("q")
    flat.frombytes(blob[4 + size :])
    found, at = [], 0
    for length in json.loads(blob[4 : 4 + size]):
        found.append(tuple(flat[at : at + length]))
        at += length
    return tuple(found)


def summary(row: Any) -> StorySummary:
    """A story's summary from a row of `story`."""
    return StorySummary(
        id=row.id,
        title=row.title,
        language=row.language,
        first=moment(row.first),
        last=moment(row.last),
        reports=row.reports,
        outlets=row.outlets,
        copies=row.copies,
        origins=row.origins,
        unknown=row.unknown,
        single_origin=bool(row.single_origin),
        anonymous_only=bool(row.anonymous_only),
        circular=bool(row.circular),
        first_reporter=row.first_reporter,
    )


def source(row: Any) -> Source:
    """A source from its row."""
    return Source(
        url=row.url,
        kind=row.kind,
        id=row.id,
        outlet=row.outlet,
        etag=row.etag,
        last_modified=row.last_modified,
        next_poll=moment(row.next_poll) if row.next_poll is not None else None,
        last_success=moment(row.last_success) if row.last_success is not None else None,
        failures=row.failures,
        error=row.error,
        active=bool(row.active),
        last_poll=moment(row.last_poll) if row.last_poll is not None else None,
        entries=row.entries,
        per_day=row.per_day,
    )


def kept(row: Any) -> Kept:
    """A kept page from its row; without its body, where the row has none."""
    return Kept(
        row.url, row.at, moment(row.fetched), moment(row.checked), tuple((name, value) for name, value in row.headers),
        bytes(row.body or b""), moment(row.next_check) if row.next_check is not None else None,
    )  # fmt: skip


def kept_row(page: Kept) -> dict[str, Any]:
    """A row of `page`."""
    return {
        "url": page.url, "hash": page_hash(page.body), "fetched": seconds(page.fetched), "checked": seconds(page.checked),
        "at": page.at, "headers": [list(pair) for pair in page.headers], "body": page.packed,
        "next_check": seconds(page.next_check) if page.next_check else None,
    }  # fmt: skip


def page_hash(body: bytes) -> str:
    """What tells one state of a page from another."""
    return blake2b(body, digest_size=16).hexdigest()
