"""One visit: to a source, for what is new there; or to pages of one site that were read before, for what has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tawatur.dates import moment as as_moment
from tawatur.fetch import Fetcher, FetchError, Response
from tawatur.model import Article, Kept, Source, pack
from tawatur.page import read
from tawatur.road.adding import Incoming
from tawatur.road.identity import canonical_url, without_tracking
from tawatur.road.reading import articles_of, stored_at
from tawatur.road.rhythm import after_failure, is_told_of, next_look, pause, per_day
from tawatur.sources import Entry, Feed, read_feed
from tawatur.store import Store

_PAGES_AT_ONCE = 8
_PAGES = 100  # of one visit: what a feed has beyond is for the next one
_BYTES = 30_000_000  # of pages, compressed, in one visit
_SOON = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit brought: the new state of the source, the articles read, the pages that are as they were."""

    source: Source | None = None
    articles: tuple[Incoming, ...] = ()
    problems: tuple[str, ...] = ()
    looked_at: tuple[Kept, ...] = ()


async def visit_source(store: Store, fetcher: Fetcher, source: Source, now: datetime) -> Visit:
    """Fetch a source and the pages that are new in it. What goes wrong is in the visit."""
    try:
        response = await fetcher.get(source.url, etag=source.etag, last_modified=source.last_modified)
        if source.kind == "page":
            return await asyncio.to_thread(_of_single_page, source, response, now)
        feed = None if response.not_modified else await _whole_feed(fetcher, response)
        visited = _succeeded(source, response, feed, now)
        if feed is None:
            return Visit(visited)
        entries = _without_tracking(feed.entries)
        new = _new(entries.values(), store.kept([*entries]), now)
        pages = [_PageOf(source, entry, known) for entry, known in new[:_PAGES]]
        visit, asked = await _read(fetcher, pages, now)
        if asked < len(new):  # the feed is to be read again soon, whether it changes or not
            visited = replace(visited, etag=None, last_modified=None, next_poll=now + _SOON)
        own = sum(one.article.role == "main" for one in visit.articles)
        return replace(visit, source=replace(visited, entries=source.entries + own))
    except FetchError as error:
        return Visit(_failed(source, error, now), (), (f"{source.url}: {error}",))
    except Exception as error:  # one source that breaks a reader must not stop the rest
        failure = FetchError(f"could not be read ({type(error).__name__}: {error})")
        return Visit(_failed(source, failure, now), (), (f"{source.url}: {failure}",))


async def visit_pages(store: Store, fetcher: Fetcher, urls: Sequence[str], now: datetime) -> Visit:
    """Fetch pages that were read before and may have changed."""
    visit, _ = await _read(fetcher, [_PageAgain(store, page) for page in store.kept(urls).values()], now)
    return visit


def _without_tracking(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by their addresses, of those with one address the first."""
    found: dict[str, Entry] = {}
    for entry in entries:
        url = without_tracking(entry.url)
        found.setdefault(url, replace(entry, url=url))
    return found


def _new(entries: Iterable[Entry], kept: dict[str, Kept], now: datetime) -> list[tuple[Entry, Kept | None]]:
    """The entries whose pages are to be read, the latest first: those not known, and those that the feed says have changed."""
    found = []
    for entry in entries:
        known = kept.get(entry.url)
        modified = as_moment(entry.modified) if entry.modified else None
        if known is None or is_told_of(known, modified, now):
            found.append((entry, known))
    return sorted(
        found, key=lambda pair: as_moment(pair[0].published) if pair[0].published else now, reverse=True
    )


class _PageOf:
    """The page of a feed's entry."""

    def __init__(self, source: Source, entry: Entry, known: Kept | None) -> None:
        self._source, self._entry, self.known, self.url = source, entry, known, entry.url

    def articles(self, page: Kept, content_type: str | None) -> list[Article]:
        return articles_of(page, content_type, self._source.outlet, self._entry)

    def without_page(self) -> list[Article]:
        """What the feed itself carries of an article; nothing where its page is known, which is better."""
        entry = self._entry
        page = read(f"<div>{entry.text}</div>", content_type="text/html") if entry.text else None
        paragraphs = page.articles[0].paragraphs if page and page.articles else ()
        if self.known or not (paragraphs or entry.title):
            return []
        article = Article(
            title=entry.title, paragraphs=paragraphs, published=entry.published, byline=entry.byline,
            outlet=self._source.outlet, url=canonical_url(entry.url),
        )  # fmt: skip
        return [article]


class _PageAgain:
    """A page that was read before."""

    def __init__(self, store: Store, page: Kept) -> None:
        self._store, self.known, self.url = store, page, page.url

    def articles(self, page: Kept, content_type: str | None) -> list[Article]:
        outlet, told = stored_at(page, self._store)
        return articles_of(page, content_type, outlet, told)

    def without_page(self) -> list[Article]:
        return []


async def _read(fetcher: Fetcher, pages: Sequence[_PageOf | _PageAgain], now: datetime) -> tuple[Visit, int]:
    """What pages bring, and how many of them were asked for: no more once they are very large together."""
    limit = asyncio.Semaphore(_PAGES_AT_ONCE)
    visits: dict[str, Visit] = {}
    size = 0

    async def one(page: _PageOf | _PageAgain) -> None:
        nonlocal size
        async with limit:
            if size < _BYTES:
                visit = visits[page.url] = await _read_page(fetcher, page, now)
                size += sum(len(found.page.packed) for found in visit.articles if found.page)

    await asyncio.gather(*map(one, pages))
    made = [visits[page.url] for page in pages if page.url in visits]
    whole = Visit(
        None,
        tuple(article for visit in made for article in visit.articles),
        tuple(problem for visit in made for problem in visit.problems),
        tuple(page for visit in made for page in visit.looked_at),
    )
    return whole, len(visits)


async def _read_page(fetcher: Fetcher, page: _PageOf | _PageAgain, now: datetime) -> Visit:
    known = page.known
    again = next_look(known, now)
    try:
        response = await fetcher.get(
            page.url,
            etag=known.header("ETag") if known else None,
            last_modified=known.header("Last-Modified") if known else None,
        )
        if response.not_modified and known:
            return Visit(looked_at=(replace(known, checked=now, next_check=again),))
        articles = await asyncio.to_thread(_taken_apart, page, response, now, again)
        if any(one.page for one in articles):
            return Visit(articles=tuple(articles))
        problems: tuple[str, ...] = ()
    except (FetchError, ValueError) as error:
        problems = (f"{page.url}: {error}",)
    # Nothing can be read there today. It is noted, so that nobody asks again with every change of the feed.
    articles = _incoming(await asyncio.to_thread(page.without_page), now, None)
    missed = known or Kept(page.url, page.url, now, now, ())
    return Visit(None, tuple(articles), problems, (replace(missed, next_check=again),))


def _taken_apart(
    page: _PageOf | _PageAgain, response: Response, now: datetime, again: datetime | None
) -> list[Incoming]:
    kept = Kept(page.url, response.url, now, now, response.headers, pack(response.body), again)
    return _incoming(page.articles(kept, response.content_type), now, kept)


def _incoming(articles: Sequence[Article], now: datetime, page: Kept | None) -> list[Incoming]:
    return [Incoming(one, now, page if one.role == "main" else None) for one in articles]


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


def _of_single_page(source: Source, response: Response, now: datetime) -> Visit:
    visited = _succeeded(source, response, None, now)
    if response.not_modified:
        return Visit(visited)
    page = Kept(source.url, response.url, now, now, response.headers, pack(response.body))
    found = articles_of(page, response.content_type, source.outlet, None)
    return Visit(visited, tuple(_incoming(found, now, page)))


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
