"""Polling: every source that is due is fetched, its new pages read, and what they hold added to the store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tawatur.dates import moment as as_moment
from tawatur.fetch import Fetcher, FetchError, Response
from tawatur.model import Article, Counts, Source
from tawatur.page import read
from tawatur.road import Incoming, Road
from tawatur.road.identity import canonical_url
from tawatur.sources import Entry, Feed, discover, read_feed

_RHYTHM = timedelta(minutes=30)
_LONGEST_PAUSE = timedelta(days=2)
_PAGES_AT_ONCE = 8
_TOGETHER = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to a source brought: its new state, and the articles read."""

    source: Source
    articles: tuple[Incoming, ...] = ()
    problems: tuple[str, ...] = ()


async def find_source(fetcher: Fetcher, url: str, *, outlet: str | None = None) -> Source:
    """What to poll at an address: the feed or sitemap there, the feed that a site announces, or the page itself.

    Raises FetchError where the address cannot be fetched.
    """
    response = await fetcher.get(url)
    feed = read_feed(response.body, url=response.url, content_type=response.content_type)
    if feed is not None:
        kind = "sitemap" if feed.sitemaps or b"<urlset" in response.body[:2000] else "feed"
        return Source(url=response.url, kind=kind, outlet=outlet or feed.title)  # type: ignore[arg-type]
    announced = discover(response.body.decode("utf-8", "replace"), url=response.url)
    if announced:
        return await find_source(fetcher, announced, outlet=outlet)
    return Source(url=response.url, kind="page", outlet=outlet)


async def poll(
    road: Road,
    fetcher: Fetcher,
    *,
    only_due: bool = True,
    now: datetime | None = None,
    progress: Callable[[Visit], None] | None = None,
) -> Counts:
    """Visit the sources (those that are due, unless `only_due` is False) and add what is new.

    A source that fails is put off, further each time, and never keeps another one waiting for more than seconds. What
    came in within these is stored in the order of publication, whoever answered first, and main articles before those
    that other pages carry along.
    """
    moment = now or datetime.now(UTC).replace(microsecond=0)
    sources = [
        source
        for source in road.store.sources()
        if source.active and (not only_due or source.next_poll is None or source.next_poll <= moment)
    ]
    waiting = {asyncio.create_task(_visit(road, fetcher, source, moment)) for source in sources}
    counts = Counts()
    along: list[Incoming] = []
    while waiting:
        done, waiting = await asyncio.wait(waiting, timeout=_TOGETHER)
        visits = sorted((task.result() for task in done), key=lambda visit: visit.source.id or 0)
        arrived = [one for visit in visits for one in visit.articles]
        own = sorted((one for one in arrived if one.article.role == "main"), key=_published)
        counts += road.add(own)
        along += [one for one in arrived if one.article.role != "main"]
        for visit in visits:
            counts += Counts(problems=visit.problems)
            with road.store.writing() as writer:
                writer.update_source(visit.source)
            if progress:
                progress(visit)
    along.sort(key=_published)
    return counts + road.add(along)


def _published(one: Incoming) -> datetime:
    return as_moment(one.article.published) if one.article.published else one.seen


async def _visit(road: Road, fetcher: Fetcher, source: Source, now: datetime) -> Visit:
    try:
        response = await fetcher.get(source.url, etag=source.etag, last_modified=source.last_modified)
        articles: tuple[Incoming, ...] = ()
        problems: tuple[str, ...] = ()
        if not response.not_modified:
            articles, problems = await _articles(road, fetcher, source, response, now)
        return Visit(_succeeded(source, response, now), articles, problems)
    except FetchError as error:
        return Visit(_failed(source, error, now), (), (f"{source.url}: {error}",))
    except Exception as error:  # one source that breaks a reader must not stop the rest
        failure = FetchError(f"could not be read ({type(error).__name__}: {error})")
        return Visit(_failed(source, failure, now), (), (f"{source.url}: {failure}",))


async def _articles(
    road: Road, fetcher: Fetcher, source: Source, response: Response, now: datetime
) -> tuple[tuple[Incoming, ...], tuple[str, ...]]:
    if source.kind == "page":
        return tuple(_of_page(response, source, None, now)), ()
    feed = await _whole_feed(fetcher, response)
    limit = asyncio.Semaphore(_PAGES_AT_ONCE)
    problems: list[str] = []

    async def of_entry(entry: Entry) -> list[Incoming]:
        async with limit:
            try:
                page = await fetcher.get(entry.url)
                return _of_page(page, source, entry, now) or _of_entry(entry, source, now)
            except FetchError as error:
                problems.append(f"{entry.url}: {error}")
            except ValueError as error:
                problems.append(f"{entry.url}: {error}")
            return _of_entry(entry, source, now)

    found = await asyncio.gather(*(of_entry(entry) for entry in feed.entries))
    return tuple(one for articles in found for one in articles), tuple(problems)


async def _whole_feed(fetcher: Fetcher, response: Response) -> Feed:
    feed = read_feed(response.body, url=response.url, content_type=response.content_type)
    if feed is None:
        raise FetchError("this is no feed and no sitemap")
    entries = list(feed.entries)
    for sitemap in feed.sitemaps:
        inner = await fetcher.get(sitemap)
        more = read_feed(inner.body, url=inner.url, content_type=inner.content_type)
        entries += more.entries if more else ()
    return replace(feed, entries=tuple(entries))


def _of_page(page: Response, source: Source, entry: Entry | None, now: datetime) -> list[Incoming]:
    found = []
    for article in read(page.body, url=page.url, content_type=page.content_type).articles:
        if article.role == "main":
            article = replace(
                article,
                url=canonical_url(page.url),
                title=article.title or (entry.title if entry else None),
                published=article.published or (entry.published if entry else None),
                byline=article.byline or (entry.byline if entry else None),
            )
        found.append(Incoming(replace(article, outlet=source.outlet or article.outlet), now))
    return found


def _of_entry(entry: Entry, source: Source, now: datetime) -> list[Incoming]:
    """What the feed itself carries of an article whose page cannot be read."""
    page = read(f"<div>{entry.text}</div>", content_type="text/html") if entry.text else None
    paragraphs = page.articles[0].paragraphs if page and page.articles else ()
    if not paragraphs and not entry.title:
        return []
    article = Article(
        title=entry.title, paragraphs=paragraphs, published=entry.published, byline=entry.byline,
        outlet=source.outlet, url=canonical_url(entry.url),
    )  # fmt: skip
    return [Incoming(article, now)]


def _succeeded(source: Source, response: Response, now: datetime) -> Source:
    return replace(
        source,
        url=response.moved_to or source.url,
        etag=source.etag if response.not_modified else response.etag,
        last_modified=source.last_modified if response.not_modified else response.last_modified,
        next_poll=now + _RHYTHM,
        last_success=now,
        failures=0,
        error=None,
    )


def _failed(source: Source, error: FetchError, now: datetime) -> Source:
    failures = source.failures + 1
    pause = min(_LONGEST_PAUSE, _RHYTHM * 2 ** min(failures, 8))
    if error.retry_after is not None:
        pause = max(pause, timedelta(seconds=min(error.retry_after, 7 * 86_400)))
    return replace(source, failures=failures, error=str(error), next_poll=now + pause, active=not error.gone)


def due(sources: Sequence[Source], now: datetime) -> timedelta:
    """How long it is until the next source is due (at most a minute, so that new ones are noticed)."""
    waits = [source.next_poll - now for source in sources if source.active and source.next_poll]
    return max(timedelta(seconds=1), min([timedelta(minutes=1), *waits]))
