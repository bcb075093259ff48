"""Polling: whatever is due is visited, many at once, and what the visits bring is stored as they come to their end."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from tawatur.dates import moment as as_moment
from tawatur.fetch import Fetcher
from tawatur.model import Counts, Kept, Source
from tawatur.road import Incoming, Road
from tawatur.road.rhythm import is_due
from tawatur.road.visiting import Visit, visit_pages, visit_source
from tawatur.sources import discover, read_feed
from tawatur.store import StoreError

_AT_ONCE = (
    200  # visits, those counted whose articles are not stored yet: what came in is never more than that
)
_TOGETHER = 5.0  # seconds
_PAGES = 50_000  # to look at again that are taken up at a time
_OF_SITE = 50  # of them, in one visit
_PATIENCE = timedelta(
    minutes=1
)  # how long articles wait that other pages carry along, or a store that cannot be written to


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


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
    """Visit the sources and the pages that are due (all of them, unless `only_due`) once, and add what is new.

    A source that fails is put off, further each time, and never keeps another one waiting for more than seconds. What
    came in within these is stored in the order of publication, whoever answered first, and main articles before those
    that other pages carry along. Raises StoreError.
    """
    moment = now or _now()
    polling = _Polling(road, fetcher, progress)
    polling.line_up(moment, only_due=only_due, whole=True)
    counts = Counts()
    try:
        while polling.goes_on:
            counts += await polling.step(moment)
        return counts + await polling.add_along()
    finally:
        await polling.drop()


async def keep_polling(
    road: Road,
    fetcher: Fetcher,
    until: asyncio.Future[None],
    tell: Callable[[Counts], None],
    *,
    clock: Callable[[], datetime] = _now,
) -> None:
    """Visit what is due, and go on until something is done. What is under way then is given up, as if it had not begun.

    A visit that takes long keeps nothing waiting but the next visit there. Where the store cannot be written to, what came in is
    fetched again a minute later.
    """
    polling = _Polling(road, fetcher)
    try:
        while not until.done():
            moment = clock()
            try:
                polling.line_up(moment)
                counts = await polling.step(moment, until)
                counts += await polling.add_along(before=moment - _PATIENCE)
            except StoreError as error:
                await polling.drop()
                tell(Counts(problems=(str(error),)))
                await asyncio.wait({until}, timeout=_PATIENCE.total_seconds())
                continue
            tell(counts)
            if not polling.goes_on:
                await asyncio.wait({until}, timeout=_TOGETHER)
    finally:
        await polling.drop()
        with suppress(StoreError):
            await polling.add_along()


_Name = tuple[str, int, str]  # of a visit: to the source with an id; to the nth pages due of a site


class _Polling:
    """Visits that wait, those that are under way, and what they brought along."""

    def __init__(self, road: Road, fetcher: Fetcher, progress: Callable[[Visit], None] | None = None) -> None:
        self._road, self._fetcher, self._progress = road, fetcher, progress
        self._ahead: deque[tuple[_Name, Source | list[str]]] = deque()
        self._under_way: dict[asyncio.Task[Visit], _Name] = {}
        self._along: list[Incoming] = []
        self._broken: list[Kept] = []  # pages whose articles could not be taken in

    @property
    def goes_on(self) -> bool:
        """Whether there are visits under way, or ahead."""
        return bool(self._ahead or self._under_way)

    def line_up(self, moment: datetime, *, only_due: bool = True, whole: bool = False) -> None:
        """Put what is due into the line, unless it is there already or being visited: sources, and pages by their site.

        `whole` says whether to put all pages of a site there; otherwise it is to be asked again for those that are many.
        """
        known = {*(name for name, _ in self._ahead), *self._under_way.values()}
        for source in self._road.store.sources():
            if source.active and (not only_due or is_due(source, moment)):
                self._put(("source", source.id or 0, ""), source, known)
        sites: dict[str, list[str]] = defaultdict(list)
        for url in self._road.store.pages_due(moment if only_due else None, limit=_PAGES):
            sites[urlsplit(url).netloc].append(url)
        for site, urls in sites.items():
            for at in range(0, len(urls) if whole else 1, _OF_SITE):
                self._put(("site", at, site), urls[at : at + _OF_SITE], known)

    def _put(self, name: _Name, what: Source | list[str], known: set[_Name]) -> None:
        if name not in known:
            self._ahead.append((name, what))

    async def step(self, moment: datetime, until: asyncio.Future[None] | None = None) -> Counts:
        """Begin as many visits as may be under way, wait some seconds for them, and store what those brought that are over.

        Where something else is done (`until`), there is no more waiting.
        """
        while self._ahead and len(self._under_way) < _AT_ONCE:
            name, what = self._ahead.popleft()
            self._under_way[asyncio.create_task(self._visit(what, moment))] = name
        if not self._under_way:
            return Counts()
        all_over = asyncio.create_task(asyncio.wait(self._under_way, timeout=_TOGETHER))
        either: list[asyncio.Future[Any]] = [all_over, until] if until else [all_over]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        all_over.cancel()
        done = [task for task in self._under_way if task.done()]
        visits = [(self._under_way.pop(task), task.result()) for task in done]
        return await self._store([visit for _, visit in sorted(visits, key=lambda pair: pair[0])])

    def _visit(self, what: Source | list[str], moment: datetime) -> Coroutine[None, None, Visit]:
        if isinstance(what, Source):
            return visit_source(self._road.store, self._fetcher, what, moment)
        return visit_pages(self._road.store, self._fetcher, what, moment)

    async def _store(self, visits: list[Visit]) -> Counts:
        arrived = [one for visit in visits for one in visit.articles]
        counts = await self._add([one for one in arrived if one.article.role == "main"])
        self._along += [one for one in arrived if one.article.role != "main"]
        with self._road.store.writing() as writer:
            for visit in visits:
                counts += Counts(problems=visit.problems)
                if visit.source:
                    writer.update_source(visit.source)
                writer.looked_at(visit.looked_at)
            writer.looked_at(self._broken)
            self._broken.clear()
        for visit in visits:
            if self._progress and visit.source:
                self._progress(visit)
        return counts

    async def _add(self, articles: list[Incoming]) -> Counts:
        """Add articles in the order of publication. One that breaks a stage is left out, with the reason, and no other."""
        ordered = sorted(articles, key=_published)
        try:
            return await asyncio.to_thread(self._road.add, ordered)  # the reader answers meanwhile
        except StoreError:
            raise
        except Exception as error:
            if len(ordered) == 1:
                (broken,) = ordered
                if broken.page:
                    self._broken.append(replace(broken.page, packed=b""))
                why = f"could not be taken in ({type(error).__name__}: {error})"
                return Counts(problems=(f"{broken.article.url}: {why}",))
        half = len(ordered) // 2
        return await self._add(ordered[:half]) + await self._add(ordered[half:])

    async def add_along(self, before: datetime | None = None) -> Counts:
        """Add what pages carried along of other articles (None: all of it), if the oldest was seen before a time."""
        if not self._along or (before and self._along[0].seen > before):
            return Counts()
        along, self._along = self._along, []
        return await self._add(along)

    async def drop(self) -> None:
        """Give up what is ahead and under way; what was stored may still have brought articles along."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        self._ahead.clear()
        self._under_way.clear()


def _published(one: Incoming) -> datetime:
    return as_moment(one.article.published) if one.article.published else one.seen
