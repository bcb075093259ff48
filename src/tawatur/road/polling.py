"""Polling: every source that is due is fetched, its new pages read, and what they hold added to the store."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tawatur.dates import moment as as_moment
from tawatur.fetch import Fetcher, FetchError, Response
from tawatur.model import Article, Counts, Kept, Source
from tawatur.page import read
from tawatur.road import Incoming, Road
from tawatur.road.identity import canonical_url
from tawatur.road.reading import articles_of
from tawatur.road.rhythm import after_failure, is_due, pause, per_day
from tawatur.sources import Entry, Feed, discover, read_feed

_AT_ONCE = (
    200  # sources, those counted whose articles are not stored yet: what came in is never more than that
)
_PAGES_AT_ONCE = 8
_TOGETHER = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to a source brought: its new state, and the articles read."""

    source: Source
    articles: tuple[Incoming, ...] = ()
    problems: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()  # addresses of pages that are as they were


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

    Pages that are known are asked for again as long as they may still change, and all of them unless `only_due`.
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
    ahead = deque(sources)
    waiting: set[asyncio.Task[Visit]] = set()
    counts = Counts()
    along: list[Incoming] = []
    while ahead or waiting:
        while ahead and len(waiting) < _AT_ONCE:
            waiting.add(asyncio.create_task(_visit(road, fetcher, ahead.popleft(), moment, only_due)))
        done, waiting = await asyncio.wait(waiting, timeout=_TOGETHER)
        visits = sorted((task.result() for task in done), key=lambda visit: visit.source.id or 0)
        arrived = [one for visit in visits for one in visit.articles]
        own = sorted((one for one in arrived if one.article.role == "main"), key=_published)
        counts += await asyncio.to_thread(road.add, own)  # the reader answers meanwhile
        along += [one for one in arrived if one.article.role != "main"]
        for visit in visits:
            counts += Counts(problems=visit.problems)
            with road.store.writing() as writer:
                writer.update_source(visit.source)
                writer.checked(visit.unchanged, moment)
            if progress:
                progress(visit)
    along.sort(key=_published)
    return counts + await asyncio.to_thread(road.add, along)


def _published(one: Incoming) -> datetime:
    return as_moment(one.article.published) if one.article.published else one.seen


async def _visit(road: Road, fetcher: Fetcher, source: Source, now: datetime, only_due: bool) -> Visit:
    try:
        response = await fetcher.get(source.url, etag=source.etag, last_modified=source.last_modified)
        if source.kind == "page":
            return await asyncio.to_thread(_of_single_page, source, response, now)
        feed = None if response.not_modified else await _whole_feed(fetcher, response)
        visited = _succeeded(source, response, feed, now)
        if feed is None:
            return Visit(visited)
        reading = _Reading(fetcher, source, now, road.store.kept([one.url for one in feed.entries]), only_due)
        await reading.read(feed.entries)
        found = tuple(reading.articles)
        own = sum(one.article.role == "main" for one in found)
        return Visit(
            replace(visited, entries=source.entries + own), found, tuple(reading.problems), tuple(reading.unchanged)
        )  # fmt: skip
    except FetchError as error:
        return Visit(_failed(source, error, now), (), (f"{source.url}: {error}",))
    except Exception as error:  # one source that breaks a reader must not stop the rest
        failure = FetchError(f"could not be read ({type(error).__name__}: {error})")
        return Visit(_failed(source, failure, now), (), (f"{source.url}: {failure}",))


def _of_single_page(source: Source, response: Response, now: datetime) -> Visit:
    visited = _succeeded(source, response, None, now)
    if response.not_modified:
        return Visit(visited, unchanged=(source.url,))
    return Visit(visited, tuple(_of_page(response, source, None, now, source.url)))


class _Reading:
    """The pages of one feed's entries, fetched if they are new or may have changed."""

    def __init__(
        self, fetcher: Fetcher, source: Source, now: datetime, kept: Mapping[str, Kept], only_due: bool
    ) -> None:
        self._fetcher, self._source, self._now, self._kept, self._only_due = (
            fetcher,
            source,
            now,
            kept,
            only_due,
        )
        self._limit = asyncio.Semaphore(_PAGES_AT_ONCE)
        self.articles: list[Incoming] = []
        self.problems: list[str] = []
        self.unchanged: list[str] = []

    async def read(self, entries: Sequence[Entry]) -> None:
        for found in await asyncio.gather(*(self._of_entry(entry) for entry in entries)):
            self.articles += found

    async def _of_entry(self, entry: Entry) -> list[Incoming]:
        known = self._kept.get(entry.url)
        if known and self._only_due and not is_due(known, self._now):
            return []
        async with self._limit:
            try:
                page = await self._fetcher.get(
                    entry.url,
                    etag=known.header("ETag") if known else None,
                    last_modified=known.header("Last-Modified") if known else None,
                )
                if page.not_modified:
                    self.unchanged.append(entry.url)
                    return []
                own = await asyncio.to_thread(_of_page, page, self._source, entry, self._now, entry.url)
                return own or _of_entry(entry, self._source, self._now)
            except (FetchError, ValueError) as error:
                self.problems.append(f"{entry.url}: {error}")
                # What is known is better than what the feed says of it.
                return [] if known else _of_entry(entry, self._source, self._now)


async def _whole_feed(fetcher: Fetcher, response: Response) -> Feed:
    feed = await asyncio.to_thread(_read_feed, response)
    if feed is None:
        raise FetchError("this is no feed and no sitemap")
    entries = list(feed.entries)
    for sitemap in feed.sitemaps:
        inner = await fetcher.get(sitemap)
        more = await asyncio.to_thread(_read_feed, inner)
        entries += more.entries if more else ()
    return replace(feed, entries=tuple(entries))


def _read_feed(response: Response) -> Feed | None:
    return read_feed(response.body, url=response.url, content_type=response.content_type)


def _of_page(
    page: Response, source: Source, entry: Entry | None, now: datetime, asked: str
) -> list[Incoming]:
    kept = Kept(asked, page.url, now, now, page.headers, page.body)
    found = articles_of(kept, page.content_type, source.outlet, entry)
    return [Incoming(one, now, kept if one.role == "main" else None) for one in found]


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


def _succeeded(source: Source, response: Response, feed: Feed | None, now: datetime) -> Source:
    dates = [as_moment(one.published) for one in feed.entries if one.published] if feed else []
    asked = [timedelta(seconds=response.max_age or 0)]
    if feed:
        asked.append(timedelta(minutes=feed.ttl or 0))
    elif source.last_poll and source.next_poll:
        asked.append(source.next_poll - source.last_poll)  # nothing new: as long as before
    wait = pause(
        dates, now, asked=asked, skip_hours=feed.skip_hours if feed else frozenset(),
        skip_days=feed.skip_days if feed else frozenset(),
    )  # fmt: skip
    return replace(
        source,
        url=response.moved_to or source.url,
        etag=source.etag if response.not_modified else response.etag,
        last_modified=source.last_modified if response.not_modified else response.last_modified,
        next_poll=now + wait,
        last_poll=now,
        last_success=now,
        failures=0,
        error=None,
        per_day=per_day(dates) if dates else source.per_day,
    )


def _failed(source: Source, error: FetchError, now: datetime) -> Source:
    failures = source.failures + 1
    wait = after_failure(failures, error.retry_after)
    return replace(
        source, failures=failures, error=str(error), last_poll=now, next_poll=now + wait, active=not error.gone
    )  # fmt: skip


def due(sources: Sequence[Source], now: datetime) -> timedelta:
    """How long it is until the next source is due (at most a minute, so that new ones are noticed)."""
    waits = [source.next_poll - now for source in sources if source.active and source.next_poll]
    return max(timedelta(seconds=1), min([timedelta(minutes=1), *waits]))
