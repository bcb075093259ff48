"""Fetching one document: polite (robots.txt, conditional, few connections, a delay) and safe (limits, addresses)."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from tawatur.fetch.addresses import GuardedResolver, RefusedAddress, literal
from tawatur.fetch.encodings import ACCEPTED, Garbled, unpacker
from tawatur.fetch.freshness import max_age, retry_after
from tawatur.fetch.reasons import reason
from tawatur.fetch.robots import LONGEST, Robots

_AGENT = "Tawatur/0.1 (self-hosted news aggregator{contact})"
_KEPT = 40  # headers of a document, of as many characters each at most as below
_LONGEST_HEADER = 2_000
_PERSONAL = frozenset(["set-cookie", "set-cookie2"])
_AT_ONCE = 100  # connections, to all hosts together
_HOSTS = 5_000  # whose rules and turns are remembered
_REDIRECTS = 6
_REDIRECT_STATUS = frozenset((301, 302, 303, 307, 308))
_UNDECODED = re.compile("[\ud800-\udfff]")  # a byte of a header that is no UTF-8


class FetchError(Exception):
    """A document could not be fetched; the message says why. `retry_after` is what the server asked for, in seconds."""

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        gone: bool = False,
        status: int | None = None,
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.gone = gone
        self.status = status


@dataclass(frozen=True, slots=True)
class Response:
    """A fetched document. `not_modified` says that the server has nothing new (`body` is empty then).

    `moved_to` is where the document has moved for good; `max_age` how long it stays fresh, in seconds. `headers` are what the
    server sent with it, cookies left out.
    """

    url: str
    body: bytes = b""
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    not_modified: bool = False
    moved_to: str | None = None
    max_age: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    last: float = 0.0
    users: int = 0  # requests that wait for their turn or are under way
    robots: Robots = field(default_factory=Robots)
    robots_lock: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class _Patience:
    """The seconds left for one document with its redirects. Waiting for one's turn takes none of them."""

    left: float

    @asynccontextmanager
    async def limit(self) -> AsyncIterator[None]:
        started = time.monotonic()
        try:
            async with asyncio.timeout(self.left):
                yield
        finally:
            self.left -= time.monotonic() - started


class Fetcher:
    """Fetches documents over http and https.

    `allowed` are hosts or addresses that may be private; `delay` is the pause between two requests to one host,
    in seconds; `largest` the size of the longest document, in bytes after decompression; `timeout` in seconds, for
    a document with its redirects; `contact` is where those who run the sites reach us (a page or a mail address), as part of
    the User-Agent; `resolver` looks names up, the system's unless given.
    """

    def __init__(
        self,
        *,
        allowed: Collection[str] = (),
        delay: float = 1.0,
        largest: int = 15_000_000,
        timeout: float = 30.0,
        contact: str | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._resolver = GuardedResolver(allowed, resolver)
        self._delay, self._largest, self._timeout, self._agent = delay, largest, timeout, agent(contact)
        self._hosts: dict[str, _Host] = {}
        self._open = asyncio.Semaphore(_AT_ONCE)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            # An idle connection would go on taking in whatever the server sends: each serves one request.
            connector=aiohttp.TCPConnector(
                resolver=self._resolver,
                socket_factory=self._resolver.socket,
                limit=0,  # `_open` is the limit: waiting for a connection is no fault of the server's
                ttl_dns_cache=60,
                force_close=True,
            ),
            timeout=aiohttp.ClientTimeout(total=None),
            headers={
                "User-Agent": self._agent,
                "Accept-Language": "ar, en;q=0.8, *;q=0.5",
                "Accept-Encoding": ACCEPTED,
            },
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
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
        patience = _Patience(self._timeout)
        permanent = True
        for step in range(_REDIRECTS + 1):
            await self._check_robots(url)
            response, redirect, status = await self._once(url, headers, patience)
            if redirect is None:
                return replace(response, moved_to=url if step and permanent else None)
            permanent = permanent and status in (301, 308)
            url = redirect
        raise FetchError(f"more than {_REDIRECTS} redirects")

    async def _once(
        self, url: str, headers: dict[str, str], patience: _Patience, cut: int | None = None
    ) -> tuple[Response, str | None, int]:
        address = self._address(url)
        host = self._host(address)
        async with self._slot(host):
            await self._pause(host)
            try:
                async with self._open, patience.limit():
                    return await self._request(url, address, headers, cut)
            except TimeoutError as error:
                raise FetchError(f"no complete answer within {self._timeout:g} seconds") from error
            except (aiohttp.ClientError, OSError, ValueError) as error:
                raise FetchError(reason(error)) from error

    async def _request(
        self, url: str, address: URL, headers: dict[str, str], cut: int | None
    ) -> tuple[Response, str | None, int]:
        assert self._session is not None, "use the fetcher as an async context manager"
        async with self._session.get(address, headers=headers, allow_redirects=False) as answer:
            status = answer.status
            if status in _REDIRECT_STATUS:
                return Response(url), _target(url, address, answer.headers.get("Location")), status
            if status == 304:
                return Response(url, not_modified=True, max_age=max_age(answer.headers)), None, status
            if status != 200:
                wait = retry_after(answer.headers)
                raise FetchError(
                    f"the server answers {status}", retry_after=wait, gone=status == 410, status=status
                )
            body = await self._body(answer, cut)
            kind, tag, changed = (
                _readable(answer.headers.get(name)) for name in ("Content-Type", "ETag", "Last-Modified")
            )
            fresh = max_age(answer.headers)
            headers_sent = _sent(answer.headers)
            response = Response(url, body, kind, tag, changed, max_age=fresh, headers=headers_sent)
            return response, None, status

    async def _body(self, answer: aiohttp.ClientResponse, cut: int | None) -> bytes:
        """The unpacked body: an error if it is longer than allowed, unless it is to be cut."""
        packed = unpacker(answer.headers.getall("Content-Encoding", ()))
        limit = cut or self._largest
        parts: list[bytes] = []
        received = size = 0
        async for part in answer.content.iter_chunked(65_536):
            received += len(part)
            for piece in packed.feed(part):
                size += len(piece)
                parts.append(piece)
                if max(size, received) > limit:
                    if cut:
                        return b"".join(parts)[:cut]
                    raise FetchError(f"longer than {limit / 1_000_000:g} MB")
        if not packed.whole:
            raise Garbled("the answer broke off before its end, or is damaged")
        return b"".join(parts)

    async def _pause(self, host: _Host) -> None:
        async with host.turn:
            wait = host.last + self._delay - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            host.last = time.monotonic()

    def _address(self, url: str) -> URL:
        """An address in parts, as the connection will understand it."""
        try:
            address = URL(url)
            host = address.raw_host
        except ValueError:
            host = None
        if not host or address.scheme not in ("http", "https"):
            raise FetchError(f"{_UNDECODED.sub('?', url[:200])} is no address of http or https")
        if literal(host):
            try:
                self._resolver.check(host, [host])
            except RefusedAddress as error:
                raise FetchError(str(error)) from error
        return address

    def _host(self, address: URL) -> _Host:
        origin = str(address.origin())
        host = self._hosts.pop(origin, None) or _Host()
        self._hosts[origin] = host  # the one asked last stands last
        if len(self._hosts) > _HOSTS:
            idle = next(
                (name for name, one in self._hosts.items() if not one.users and one is not host), None
            )
            if idle:
                del self._hosts[idle]
        return host

    @asynccontextmanager
    async def _slot(self, host: _Host) -> AsyncIterator[None]:
        host.users += 1
        try:
            async with host.slots:
                yield
        finally:
            host.users -= 1

    async def _check_robots(self, url: str) -> None:
        address = self._address(url)
        host = self._host(address)
        async with host.robots_lock:
            if host.robots.stale:
                await self._load_robots(host.robots, str(address.origin() / "robots.txt"))
        objection = host.robots.objection(str(address.with_fragment(None)), self._agent)
        if objection:
            raise FetchError(objection)

    async def _load_robots(self, robots: Robots, url: str) -> None:
        """RFC 9309: unavailable rules (4xx) allow everything, unreachable ones (5xx, 429) nothing."""
        patience = _Patience(self._timeout)
        target: str | None = url
        try:
            for _ in range(_REDIRECTS):
                response, target, _ = await self._once(target or url, {}, patience, LONGEST)
                if target is None:
                    robots.learn(response.body)
                    return
            robots.learn(b"")
        except FetchError as error:
            if error.status and error.status // 100 in (2, 4) and error.status != 429:
                robots.learn(b"")
            else:
                robots.unreachable(str(error), error.retry_after)


def _target(url: str, address: URL, location: str | None) -> str:
    """Where a redirect leads. Bytes of another charset stay what they are; names and passwords are not taken over."""
    if not location:
        raise FetchError("a redirect that leads nowhere")
    target = urljoin(url, _UNDECODED.sub(lambda found: f"%{ord(found[0]) - 0xDC00:02X}", location))
    found = URL(target)
    if (found.user or found.password) and (found.user, found.password) != (address.user, address.password):
        raise FetchError("a redirect to an address with a name or a password in it")
    return target


def agent(contact: str | None = None) -> str:
    """What we call ourselves to servers, with an address (of a page or of mail) where those who run them reach us."""
    bare = re.sub(r"[^\x21-\x7e]", "", contact or "")
    return _AGENT.format(contact=f"; +{bare}" if bare else "")


def _sent(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name[:100], value[:_LONGEST_HEADER])
        for name, value in list(headers.items())[:_KEPT]
        if name.lower() not in _PERSONAL and _readable(name) and _readable(value) is not None
    )


def _readable(header: str | None) -> str | None:
    return None if header is None or _UNDECODED.search(header) else header
