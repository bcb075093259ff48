"""A press of many small outlets on loopback: feeds and pages with ETags, that remembers what was asked for."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from types import TracebackType
from typing import Self

from aiohttp import web

from tawatur.model import Source

_WORDS = [
    "بحر",
    "سهل",
    "جبل",
    "نهر",
    "ميناء",
    "جسر",
    "سوق",
    "قصر",
    "حقل",
    "طريق",
    "مدينة",
    "قرية",
    "مصنع",
    "مدرسة",
    "مسرح",
    "ملعب",
    "متحف",
    "مطار",
    "قطار",
    "سفينة",
]


@cache
def _vocabulary() -> tuple[list[str], list[int]]:
    """Arabic words (their stems), and how often each is used: a text of them has as many rare words as a real one."""
    lines = (files("tawatur.language") / "ar" / "frequencies.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    return [word for word, _ in pairs], [int(count) for _, count in pairs]


_HEADERS = 250  # bytes of an answer's status line and headers, about


class Press:
    """Serves `feeds` feeds of `entries` pages each, every page with so many bytes of `padding` as pages have, an address for each feed (of this machine)."""

    def __init__(self, feeds: int, entries: int, padding: int = 0) -> None:
        self.feeds, self.entries = feeds, entries
        self._padding = "<script>/*" + "x" * padding + "*/</script>" if padding else ""
        self.asked: Counter[str] = Counter()
        self.sent = 0
        self.changed: set[str] = set()
        self.broken: set[str] = set()
        self.silent: set[str] = set()
        self.renamed = False  # the feeds have other titles, ids, dates and tracking for the same pages
        self.busy: Counter[str] = Counter()
        self.busiest = 0
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        for number in range(self.feeds):
            await web.TCPSite(self._runner, self.host(number), self.port).start()
            self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner:
            await self._runner.cleanup()

    @staticmethod
    def host(feed: int) -> str:
        """The address of an outlet's server: every feed has one of its own in 127.0.0.0/8."""
        return f"127.1.{feed // 250}.{feed % 250 + 1}"

    def sources(self) -> list[Source]:
        """The feeds to poll."""
        return [
            Source(url=f"http://{self.host(number)}:{self.port}/feed", kind="feed", outlet=f"صحيفة {number}")
            for number in range(self.feeds)
        ]

    def url(self, feed: int, entry: int) -> str:
        """The address of a page."""
        return f"http://{self.host(feed)}:{self.port}/page/{entry}"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        host = request.host
        self.busy[host] += 1
        self.busiest = max(self.busiest, self.busy[host])
        try:
            await asyncio.sleep(0)
            self.asked[f"http://{host}{request.path}"] += 1
            url = f"http://{host}{request.path}"
            if url in self.silent:
                await asyncio.sleep(3600)
            answer = web.Response(status=500) if url in self.broken else self._made(request)
            body = answer.body if isinstance(answer.body, bytes) else b""
            self.sent += len(body) + _HEADERS
            return answer
        finally:
            self.busy[host] -= 1

    def _made(self, request: web.Request) -> web.Response:
        if request.path == "/robots.txt":
            return web.Response(text="User-agent: *\nDisallow: /private/\n")
        _, _, high, low = map(int, request.host.partition(":")[0].split("."))
        feed = high * 250 + low - 1
        if request.path == "/feed":
            return self._conditional(request, self._feed(feed), "application/rss+xml")
        if request.path.startswith("/page/"):
            return self._conditional(
                request, self._page(feed, int(request.path[6:])), "text/html; charset=utf-8"
            )
        return web.Response(status=404)

    def _conditional(self, request: web.Request, text: str, kind: str) -> web.Response:
        body = text.encode()
        etag = '"' + blake2b(body, digest_size=8).hexdigest() + '"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(body=body, headers={"ETag": etag, "Content-Type": kind})

    def _feed(self, feed: int) -> str:
        items = (
            "".join(
                self._renamed(feed, entry) if self.renamed else self._entry(feed, entry)
                for entry in range(self.entries)
            )
            + f"<item><link>http://{self.host(feed)}:{self.port}/private/1</link></item>"
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة {feed}</title>{items}</channel></rss>'

    def _entry(self, feed: int, entry: int) -> str:
        return (
            f"<item><title>{self.title(feed, entry)}</title><link>{self.url(feed, entry)}</link>"
            f"<pubDate>Fri, 0{1 + entry % 7} May 2026 {entry % 24:02}:00:00 GMT</pubDate></item>"
        )

    def _renamed(self, feed: int, entry: int) -> str:
        return (
            f"<item><guid isPermaLink='false'>n{entry}</guid><title>عنوان آخر {entry}</title>"
            f"<link>{self.url(feed, entry)}?utm_source=feed</link><pubDate>Fri, 01 May 2037 10:00:00 GMT</pubDate></item>"
        )

    def title(self, feed: int, entry: int) -> str:
        """The title of a page."""
        return f"{_WORDS[feed % 20]} {_WORDS[entry % 20]} رقم {feed * 1000 + entry}"

    def _page(self, feed: int, entry: int) -> str:
        number = feed * 1000 + entry
        words = random.Random(number).choices(*_vocabulary(), k=170)
        changed = (
            "<p>وأضاف البيان أن العدد ارتفع بعد ذلك إلى مئة وعشرين.</p>"
            if self.url(feed, entry) in self.changed
            else ""
        )
        paragraphs = f"<p>قال مدير المصنع رقم {number} إن العمل مستمر. {' '.join(words[:110])}.</p><p>ويقع المكان شرق المدينة، {' '.join(words[110:])}.</p>{changed}"
        return (
            f"<html lang=ar><head><title>{self.title(feed, entry)}</title>{self._padding}</head><body><nav>الرئيسية</nav>"
            f"<article><h1>{self.title(feed, entry)}</h1>{paragraphs}</article></body></html>"
        )
