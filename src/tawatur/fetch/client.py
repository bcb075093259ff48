"""Fetching one document: polite (robots.txt, conditional, few connections, a delay) and safe (limits, addresses)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import aiohttp
from protego import Protego

from tawatur.fetch.addresses import GuardedResolver, RefusedAddress, literal

AGENT = "Tawatur/0.1 (+https://example.org/tawatur; news aggregator)"
_REDIRECTS = 6
_REDIRECT_STATUS = frozenset((301, 302, 303, 307, 308))
_ROBOTS_LIFE = 24 * 3600


class FetchError(Exception):
    """A document could not be fetched; the message says why. `retry_after` is what the server asked for, in seconds."""

    def __init__(self, message: str, *, retry_after: float | None = None, gone: bool = False) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.gone = gone


@dataclass(frozen=True, slots=True)
class Response:
    """A fetched document. `not_modified` says that the server has nothing new (`body` is empty then)."""

    url: str
    body: bytes = b""
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    not_modified: bool = False
    moved_to: str | None = None


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    last: float = 0.0
    robots: Protego | None = None
    robots_until: float = 0.0
    robots_refuses: str | None = None
    robots_lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Fetcher:
    """Fetches documents over http and https.

    `allowed` are hosts or addresses that may be private; `delay` is the pause between two requests to one host,
    in seconds; `largest` the size of the longest document, in bytes after decompression; `timeout` in seconds.
    """

    def __init__(
        self,
        *,
        allowed: Collection[str] = (),
        delay: float = 1.0,
        largest: int = 15_000_000,
        timeout: float = 30.0,
        agent: str = AGENT,
    ) -> None:
        self._resolver = GuardedResolver(allowed)
        self._delay, self._largest, self._timeout, self._agent = delay, largest, timeout, agent
        self._hosts: dict[str, _Host] = {}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=self._resolver, limit=100, ttl_dns_cache=60),
            timeout=aiohttp.ClientTimeout(total=self._timeout),
            headers={"User-Agent": self._agent, "Accept-Language": "ar, en;q=0.8, *;q=0.5"},
            cookie_jar=aiohttp.DummyCookieJar(),
            max_line_size=16_384,
            max_field_size=16_384,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Response:
        """Fetch one document. Raises FetchError where it may not or cannot be fetched."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        moved: str | None = None
        permanent = True
        for _ in range(_REDIRECTS):
            await self._check_robots(url)
            response, redirect, status = await self._once(url, headers)
            if redirect is None:
                return Response(
                    response.url, response.body, response.content_type, response.etag, response.last_modified,
                    response.not_modified, moved,
                )  # fmt: skip
            permanent = permanent and status in (301, 308)
            url = redirect
            moved = url if permanent else moved
        raise FetchError(f"more than {_REDIRECTS} redirects")

    async def _once(self, url: str, headers: dict[str, str]) -> tuple[Response, str | None, int]:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(f"{url[:200]} is no address of http or https")
        if literal(parts.hostname):
            try:
                self._resolver.check(parts.hostname, [parts.hostname])
            except RefusedAddress as error:
                raise FetchError(str(error)) from error
        host = self._host(url)
        async with host.slots:
            await self._pause(host)
            return await self._request(url, headers)

    async def _request(self, url: str, headers: dict[str, str]) -> tuple[Response, str | None, int]:
        assert self._session is not None, "use the fetcher as an async context manager"
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as answer:
                status = answer.status
                if status in _REDIRECT_STATUS:
                    target = answer.headers.get("Location")
                    if not target:
                        raise FetchError("a redirect that leads nowhere")
                    return Response(url), urljoin(url, target), status
                if status == 304:
                    return Response(url, not_modified=True), None, status
                if status != 200:
                    raise _refusal(status, answer.headers.get("Retry-After"))
                body = await self._body(answer)
                return (
                    Response(
                        url, body, answer.headers.get("Content-Type"), answer.headers.get("ETag"),
                        answer.headers.get("Last-Modified"),
                    ),
                    None,
                    status,
                )  # fmt: skip
        except TimeoutError as error:
            raise FetchError(f"no complete answer within {self._timeout:.0f} seconds") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            inner = error.__cause__ if isinstance(error.__cause__, RefusedAddress) else error
            raise FetchError(str(inner) or type(inner).__name__) from error

    async def _body(self, answer: aiohttp.ClientResponse) -> bytes:
        parts, size = [], 0
        async for part in answer.content.iter_chunked(65_536):
            size += len(part)
            if size > self._largest:
                raise FetchError(f"longer than {self._largest // 1_000_000} MB")
            parts.append(part)
        return b"".join(parts)

    async def _pause(self, host: _Host) -> None:
        async with host.turn:
            wait = host.last + self._delay - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            host.last = time.monotonic()

    def _host(self, url: str) -> _Host:
        parts = urlsplit(url)
        return self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", _Host())

    async def _check_robots(self, url: str) -> None:
        """RFC 9309: unavailable rules (4xx) allow everything, unreachable ones (5xx) nothing."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(f"{url[:200]} is no address of http or https")
        host = self._host(url)
        async with host.robots_lock:
            if time.monotonic() >= host.robots_until:
                await self._load_robots(host, f"{parts.scheme}://{parts.netloc}/robots.txt")
        if host.robots_refuses:
            raise FetchError(host.robots_refuses)
        if host.robots is not None and not host.robots.can_fetch(url, self._agent):
            raise FetchError("the site's robots.txt does not allow this address")

    async def _load_robots(self, host: _Host, url: str) -> None:
        host.robots, host.robots_refuses = None, None
        host.robots_until = time.monotonic() + _ROBOTS_LIFE
        try:
            target: str | None = url
            for _ in range(_REDIRECTS):
                response, target, _ = await self._once(target or url, {})
                if target is None:
                    host.robots = Protego.parse(response.body[:500_000].decode("utf-8", "replace"))
                    return
        except FetchError as error:
            message = str(error)
            if not message.startswith(("the server answers 4",)):
                host.robots_refuses = f"robots.txt cannot be reached: {message}"
                host.robots_until = time.monotonic() + 600


def _refusal(status: int, retry_after: str | None) -> FetchError:
    wait = float(retry_after) if retry_after and retry_after.isdigit() else None
    return FetchError(f"the server answers {status}", retry_after=wait, gone=status == 410)
