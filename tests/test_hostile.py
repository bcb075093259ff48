"""Fetching from servers that mean harm, or know no better: every end is a plain reason or a right document."""

from __future__ import annotations

import asyncio
import gc
import gzip
import re
import shutil
import socket
import ssl
import subprocess
import tracemalloc
import warnings
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli
import pytest

from hostile.server import (
    Behaviour,
    Names,
    Server,
    endless,
    moved,
    ok,
    resets,
    says,
    silent,
    stalls,
    status,
)
from tawatur.fetch import Fetcher, FetchError, Response, client
from tawatur.fetch.addresses import GuardedResolver, RefusedAddress, refused

SMALL = 100_000
TEXT = "نص الخبر كاملا. ".encode() * 200
BOMB = b"\0" * 30_000_000
HEAD = b"HTTP/1.1 200 OK\r\n"
Pages = Mapping[str, Behaviour | bytes]


def fetcher(**options: Any) -> Fetcher:
    values = {"allowed": ("127.0.0.1",), "delay": 0.0, "timeout": 5.0, "largest": SMALL, **options}
    return Fetcher(**values)


async def got(fetching: Fetcher, url: str) -> Response | FetchError:
    try:
        return await asyncio.wait_for(fetching.get(url), 30)
    except FetchError as error:
        return error


async def outcome(pages: Pages, **options: Any) -> Response | FetchError:
    """What comes of fetching the first page; nothing may be left running."""
    async with Server(pages) as server, fetcher(**options) as fetching:
        result = await got(fetching, server.url())
    assert asyncio.all_tasks() == {asyncio.current_task()}
    return result


async def failure(page: Behaviour | bytes, **options: Any) -> str:
    result = await outcome({"/": page}, **options)
    assert isinstance(result, FetchError)
    return str(result)


async def success(page: Behaviour | bytes, **options: Any) -> Response:
    result = await outcome({"/": page}, **options)
    assert isinstance(result, Response), result
    return result


def packed(body: bytes, how: str) -> bytes:
    return ok(body, f"Content-Encoding: {how}")


SLOW: dict[str, Behaviour] = {
    "drips its headers": endless(b"X-A: b\r\n", HEAD, pause=0.05),
    "drips one header": endless(b"x", HEAD + b"X-A: ", pause=0.05),
    "drips its body": endless(b"x", ok(length=False), pause=0.05),
    "drips chunks": endless(b"1\r\nx\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n", pause=0.05),
    "never answers": silent,
    "stops in the status line": stalls(b"HTTP/1.1 2"),
    "stops in the headers": stalls(HEAD + b"Content-"),
    "stops in the body": stalls(HEAD + b"Content-Length: 50\r\n\r\nhalf"),
    "stops in a chunk": stalls(HEAD + b"Transfer-Encoding: chunked\r\n\r\n50\r\nhalf"),
    "goes on in a chunk extension": endless(
        b"x" * 65_536, HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;", pause=0.01
    ),
    "always says continue, slowly": endless(b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.05),
    "always says continue, fast": endless(b"HTTP/1.1 100 Continue\r\n\r\n" * 50),
}


@pytest.mark.parametrize("page", SLOW.values(), ids=SLOW)
async def test_the_time_limit_holds_where_a_server(page: Behaviour) -> None:
    assert "no complete answer within 0.4 seconds" in await failure(page, timeout=0.4)


async def test_the_time_limit_holds_where_nobody_accepts() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        async with fetcher(timeout=0.4) as fetching:
            result = await got(fetching, f"http://127.0.0.1:{full.getsockname()[1]}/")
    assert "no complete answer" in str(result)


async def test_the_time_limit_holds_for_all_redirects_together() -> None:
    def slow(number: int) -> Behaviour:
        async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(0.5)
            await says(moved(f"/{number + 1}"))(reader, writer)

        return behave

    pages = {"/": slow(0), **{f"/{number}": slow(number) for number in range(1, 6)}}
    result = await outcome(pages, timeout=0.9)
    assert "no complete answer within 0.9 seconds" in str(result)


BAD: dict[str, tuple[Behaviour | bytes, str]] = {
    "an endless body": (endless(b"x" * 65_536, ok(length=False)), "longer than 0.1 MB"),
    "endless chunks": (
        endless(b"1000\r\n" + b"x" * 4096 + b"\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        "longer than 0.1 MB",
    ),
    "endless headers": (endless(b"X-A: b\r\n" * 500, HEAD), "no valid HTTP"),
    "an endless header": (endless(b"x" * 65_536, HEAD + b"X-A: "), "no valid HTTP"),
    "an endless status line": (endless(b"x" * 65_536, b"HTTP/1.1 200 "), "no valid HTTP"),
    "10,000 headers": (ok(b"", *(f"X-{number}: a" for number in range(10_000))), "no valid HTTP"),
    "a header of 1 MB": (ok(b"", "X-A: " + "a" * 1_000_000), "no valid HTTP"),
    "a gzip bomb": (packed(gzip.compress(BOMB), "gzip"), "longer than 0.1 MB"),
    "a deflate bomb": (packed(zlib.compress(BOMB), "deflate"), "longer than 0.1 MB"),
    "a bare deflate bomb": (packed(zlib.compress(BOMB, wbits=-15), "deflate"), "longer than 0.1 MB"),
    "a brotli bomb": (packed(brotli.compress(BOMB, quality=5), "br"), "longer than 0.1 MB"),
    "a thousand gzip members": (packed(gzip.compress(b"x") * 1_002, "gzip"), "too many parts"),
    "endless packed nothing": (
        endless(b"\0\0\0\xff\xff" * 2000, ok(zlib.compress(b"")[:2], "Content-Encoding: deflate", length=False)),
        "longer than 0.1 MB|cannot be unpacked",
    ),
    "zstd, which was not asked for": (packed(b"\x28\xb5\x2f\xfd", "zstd"), "not asked for \\(zstd\\)"),
    "gzip in gzip": (packed(gzip.compress(gzip.compress(b"x")), "gzip, gzip"), "not asked for"),
    "truncated gzip": (packed(gzip.compress(TEXT)[:-30], "gzip"), "broke off"),
    "gzip without its checksum": (packed(gzip.compress(TEXT)[:-8], "gzip"), "broke off"),
    "truncated deflate": (packed(zlib.compress(TEXT)[:-9], "deflate"), "broke off"),
    "truncated brotli": (packed(brotli.compress(TEXT)[:-3], "br"), "broke off"),
    "gzip that is none": (packed(TEXT, "gzip"), "cannot be unpacked"),
    "brotli that is none": (packed(b"\xff" * 500, "br"), "cannot be unpacked"),
    "a Content-Length too long": (HEAD + b"Content-Length: 99\r\n\r\nshort", "broke off"),
    "a negative Content-Length": (HEAD + b"Content-Length: -5\r\n\r\nshort", "no valid HTTP"),
    "two Content-Lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 3\r\n\r\nshort", "no valid HTTP"),
    "a nonsense Content-Length": (HEAD + b"Content-Length: five\r\n\r\nshort", "no valid HTTP"),
    "a huge Content-Length": (HEAD + b"Content-Length: " + b"9" * 30 + b"\r\n\r\nshort", "no valid HTTP"),
    "a nonsense chunk size": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n", "damaged|no valid HTTP"),
    "a negative chunk size": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n", "damaged|no valid HTTP"),
    "a huge chunk size": (
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 40 + b"\r\nx\r\n", "damaged|no valid HTTP",
    ),
    "a chunk longer than it says": (
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\nlong\r\n0\r\n\r\n", "damaged|no valid HTTP",
    ),
    "chunks without an end": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nfine\r\n", "broke off"),
    "no status line": (b"<html>HTTP/0.9</html>\r\n", "no valid HTTP|without an answer"),
    "a nonsense status": (b"HTTP/1.1 abc OK\r\n\r\n", "no valid HTTP"),
    "a long status": (b"HTTP/1.1 20000 OK\r\n\r\n", "no valid HTTP"),
    "another protocol": (b"SSH-2.0-OpenSSH_9.6\r\n", "no valid HTTP|without an answer"),
    "a nonsense header": (HEAD + b"no colon here\r\n\r\n", "no valid HTTP"),
    "a NUL in a header": (HEAD + b"X-A: a\0b\r\n\r\n", "no valid HTTP"),
    "status 999": (status("999 Request Denied"), "answers 999"),
    "204 with a body": (b"HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nfine", "answers 204|no valid HTTP"),
    "206 with a body": (b"HTTP/1.1 206 Partial\r\nContent-Length: 4\r\n\r\nfine", "answers 206"),
    "101": (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nx", "answers 101"),
    "a reset at once": (resets(b""), "broke off|without an answer|cannot connect"),
    "a reset in the headers": (resets(HEAD + b"Cont"), "broke off|without an answer"),
    "a reset in the body": (resets(HEAD + b"Content-Length: 50\r\n\r\nhalf"), "broke off"),
    "an end at once": (b"", "without an answer"),
    "a redirect without Location": (b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "leads nowhere"),
    "an empty Location": (moved(""), "leads nowhere"),
    "a redirect to itself": (moved("/"), "more than 6 redirects"),
    "a redirect to a file": (moved("file:///etc/passwd"), "no address of http or https"),
    "a redirect to ftp": (moved("ftp://127.0.0.1/x"), "no address of http or https"),
    "a redirect to javascript": (moved("javascript:alert(1)"), "no address of http or https"),
    "a redirect to data": (moved("data:text/html,x"), "no address of http or https"),
    "a redirect to no host": (moved("http:///"), "no address of http or https|more than 6"),
    "a redirect with a password": (moved("http://user:secret@127.0.0.1/"), "a name or a password"),
    "a redirect to half an address": (moved("http://[::1"), "[Ii]nvalid|no address"),
    "a redirect to port 99999": (moved("http://127.0.0.1:99999/"), "out of range|no address"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "why"), BAD.values(), ids=BAD)
async def test_a_plain_reason_is_given_for(page: Behaviour | bytes, why: str) -> None:
    said = await failure(page)
    assert re.search(why, said), said
    assert "secret" not in said
    assert "\n" not in said


GOOD: dict[str, tuple[bytes, bytes]] = {
    "gzip": (packed(gzip.compress(TEXT), "gzip"), TEXT),
    "x-gzip": (packed(gzip.compress(TEXT), "x-gzip"), TEXT),
    "gzip in two members": (packed(gzip.compress(TEXT) + gzip.compress(b"end"), "gzip"), TEXT + b"end"),
    "gzip with something behind it": (packed(gzip.compress(TEXT) + b"\0\0junk", "gzip"), TEXT),
    "deflate": (packed(zlib.compress(TEXT), "deflate"), TEXT),
    "bare deflate": (packed(zlib.compress(TEXT, wbits=-15), "deflate"), TEXT),
    "brotli": (packed(brotli.compress(TEXT), "br"), TEXT),
    "a packed nothing": (packed(b"", "gzip"), b""),
    "a charset for a compression": (packed(TEXT, "utf-8"), TEXT),
    "an answer behind the answer": (ok(b"fine") + ok(b"evil"), b"fine"),
    "no length at all": (ok(TEXT, length=False), TEXT),
    "continue before the answer": (b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + ok(b"fine"), b"fine"),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nfi\r\n2;x=y\r\nne\r\n0\r\n\r\n", b"fine"),
    "just not too much": (ok(b"x" * SMALL), b"x" * SMALL),
}


@pytest.mark.parametrize(("page", "body"), GOOD.values(), ids=GOOD)
async def test_the_right_document_comes_of(page: bytes, body: bytes) -> None:
    assert (await success(page)).body == body


@pytest.mark.parametrize(
    "page",
    [
        HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfine\r\n0\r\n\r\n",
        HEAD + b"Content-Length: 4\r\n\r\nfine and more",
    ],
    ids=["chunks beside a length", "more than the length"],
)
async def test_an_answer_of_two_lengths_is_refused_or_read_by_the_one_that_counts(page: bytes) -> None:
    result = await outcome({"/": page})
    assert "no valid HTTP" in str(result) or (isinstance(result, Response) and result.body == b"fine")


async def test_nothing_is_asked_for_that_cannot_be_unpacked_within_limits() -> None:
    async with Server({"/": ok()}) as server, fetcher() as fetching:
        await fetching.get(server.url())
    assert b"\r\nAccept-Encoding: gzip, deflate, br\r\n" in server.heads[-1]


async def test_an_open_connection_is_not_kept_for_a_server_to_fill() -> None:
    flood = endless(ok(b"evil") * 500, ok(b"fine"))
    async with Server({"/": flood}) as server, fetcher() as fetching:
        for _ in range(3):
            assert (await fetching.get(server.url())).body == b"fine"
        await asyncio.sleep(0.2)
        assert server.open == 0


async def test_cookies_are_not_kept() -> None:
    pages = {
        "/": status("302 Found", "Location: /next", "Set-Cookie: a=b; Path=/"),
        "/next": ok(b"", "Set-Cookie: c=d"),
    }
    async with Server(pages) as server, fetcher() as fetching:
        await fetching.get(server.url())
        await fetching.get(server.url())
    assert not any(b"cookie" in head.lower() for head in server.heads)


@pytest.mark.parametrize(
    "kind", ["text/html; charset=latin-1", "text/html; charset=x-none", "image/png", ";;;"]
)
async def test_what_a_content_type_says_changes_no_byte(kind: str) -> None:
    response = await success(ok(TEXT, f"Content-Type: {kind}"))
    assert (response.content_type, response.body) == (kind, TEXT)


async def test_headers_that_are_no_text_are_left_out() -> None:
    page = (
        HEAD + b'ETag: "\xe3\xe4"\r\nLast-Modified: \xff\r\nContent-Type: \xc8\r\nContent-Length: 0\r\n\r\n'
    )
    response = await success(page)
    assert (response.etag, response.last_modified, response.content_type) == (None, None, None)


# Redirects


async def test_six_redirects_are_followed_and_seven_are_not() -> None:
    pages = {"/": moved("/1"), **{f"/{number}": moved(f"/{number + 1}") for number in range(1, 6)}}
    response = await outcome({**pages, "/6": ok()})
    assert isinstance(response, Response)
    assert "more than 6 redirects" in str(await outcome({**pages, "/6": moved("/7"), "/7": ok()}))


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/خبر".encode(), "/%D8%AE%D8%A8%D8%B1"),
        ("/خبر".encode("cp1256"), "/%CE%C8%D1"),
        ("/خبر".encode("utf-16-be").replace(b"\0", b"0"), None),
        (b"/a%0d%0aX-Evil:%201", "/a%0D%0AX-Evil:%201"),
        (b"/a b", "/a%20b"),
        (b"?x=1", "/?x=1"),
        (b"/a#part", "/a"),
    ],
)
async def test_a_location_in_any_bytes_leads_to_these_bytes(location: bytes, path: str | None) -> None:
    async with (
        Server({"/": moved(location), **({path: ok()} if path else {})}) as server,
        fetcher() as fetching,
    ):
        result = await got(fetching, server.url())
    assert isinstance(result, Response if path else FetchError)
    assert not any(b"\r\nX-Evil" in head for head in server.heads)
    str(result if path is None else result.url).encode()  # type: ignore[union-attr]


async def test_a_line_break_in_a_location_ends_it() -> None:
    page = b"HTTP/1.1 302 Found\r\nLocation: /next\r\nX-Evil: 1\r\nContent-Length: 0\r\n\r\n"
    async with Server({"/": page, "/next": ok()}) as server, fetcher() as fetching:
        assert (await fetching.get(server.url())).url.endswith("/next")
    assert not any(b"X-Evil" in head for head in server.heads)


@pytest.mark.parametrize(
    ("first", "second", "remembered"),
    [(301, 301, True), (308, 301, True), (301, 302, False), (302, 301, False), (307, 303, False)],
)
async def test_a_move_is_remembered_only_where_all_steps_are_permanent(
    first: int, second: int, remembered: bool
) -> None:
    result = await outcome({"/": moved("/1", first), "/1": moved("/2", second), "/2": ok()})
    assert isinstance(result, Response)
    assert result.url.endswith("/2")
    assert result.moved_to == (result.url if remembered else None)


@pytest.mark.parametrize(
    "url", ["", "x", "http://", "http://[::1", "http://a:99999/", "//127.0.0.1/", "http://\udce4/"]
)
async def test_what_is_no_address_is_refused(url: str) -> None:
    async with fetcher() as fetching:
        assert "no address of http or https" in str(await got(fetching, url))


# Addresses


INSIDE = """
127.0.0.1 127.1 127.0.1 0x7f000001 0x7f.0.0.1 2130706433 017700000001 0177.0.0.1 127.000.000.001 0 0.0.0.0
127.0.0.1. 127.0.0.1.. 127.255.255.254 [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1]
[::127.0.0.1] [::ffff:0:127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::10.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::]
[2001:0:4136:e378:8000:63bf:80ff:fffe] 169.254.169.254 [fe80::1%25lo] [fe80::1] [fec0::1] [fc00::1] [fd00:ec2::254]
[2001:db8::1] [3fff::1] [ff02::1] metadata.google.internal localhost localhost. LOCALHOST 10.0.0.1 10.255.255.255
172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 192.0.0.9 198.18.0.1 192.0.2.1 224.0.0.1 239.1.1.1 240.0.0.1
255.255.255.255 １２７.0.0.1 ①②⑦.0.0.1 127。0。0。1 ｌｏｃａｌｈｏｓｔ %31%32%37.0.0.1 127.0.0.1%00.news.test
good@127.0.0.1 news.test@127.0.0.1 news.test\\@127.0.0.1 127.0.0.1\\@news.test news.test%2f@127.0.0.1
inside.test both.test [::1]news.test 0x7f.1 127.0x0.0.0x1
""".split()  # noqa: SIM905


def names() -> Names:
    return Names(
        news_test=[["127.0.0.1"]],
        localhost=[["127.0.0.1"]],
        inside_test=[["fd00::1"]],
        both_test=[["8.8.8.8", "127.0.0.1"]],
        metadata_google_internal=[["169.254.169.254"]],
    )


REFUSALS = ("not on the public internet", "no address", "cannot be found", "name or a password", "nvalid")


@pytest.mark.parametrize("host", INSIDE)
async def test_no_redirect_leads_inside_by(host: str) -> None:
    async with (
        Server({"/secret": ok(b"secret")}) as trap,
        Server({"/": moved(f"http://{host}:{trap.port}/secret"), "/2": moved("/")}) as server,
        fetcher(allowed=("news.test",), resolver=names()) as fetching,
    ):
        for path in ("/", "/2"):
            result = await got(fetching, server.url(path, host="news.test"))
            assert isinstance(result, FetchError)
            assert any(one in str(result) for one in REFUSALS), result
        direct = await got(fetching, f"http://{host}:{trap.port}/secret")
        assert isinstance(direct, FetchError)
        assert trap.requests == []


async def test_a_redirected_robots_txt_does_not_lead_inside_either() -> None:
    async with Server({}) as trap:
        pages = {"/": ok(), "/robots.txt": moved(f"http://127.1:{trap.port}/robots.txt")}
        async with Server(pages) as server, fetcher(allowed=("news.test",), resolver=names()) as fetching:
            result = await got(fetching, server.url(host="news.test"))
    assert "not on the public internet" in str(result)
    assert (trap.requests, server.requests) == ([], ["/robots.txt"])


async def test_a_name_that_is_bound_again_to_the_inside_is_refused() -> None:
    guarded = GuardedResolver(resolver=Names(news_test=[["8.8.8.8"], ["10.0.0.1"], ["8.8.8.8", "::1"]]))
    assert [one["host"] for one in await guarded.resolve("news.test", 80)] == ["8.8.8.8"]
    for _ in range(2):
        with pytest.raises(RefusedAddress, match="not on the public internet"):
            await guarded.resolve("news.test", 80)


async def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    rebound = Names(news_test=[["127.0.0.1"], ["127.0.0.2"]])
    async with Server({"/": ok()}) as server, fetcher(resolver=rebound) as fetching:
        for _ in range(3):
            assert isinstance(await got(fetching, server.url(host="news.test")), Response)
        assert rebound.asked == ["news.test"]
        assert fetching._session is not None
        fetching._session.connector.clear_dns_cache()  # type: ignore[union-attr]
        assert "leads to 127.0.0.2" in str(await got(fetching, server.url(host="news.test")))


async def test_a_socket_is_made_only_for_what_is_allowed() -> None:
    guarded = GuardedResolver(allowed=("news.test",), resolver=names())
    destination = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80))
    with pytest.raises(RefusedAddress):
        guarded.socket(destination)
    await guarded.resolve("news.test", 80)
    guarded.socket(destination).close()


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_not_refused(address: str) -> None:
    assert not refused(address)


# TLS


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Self-signed certificates for 127.0.0.1 and for another name."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl on this machine to make certificates with")
    place = tmp_path_factory.mktemp("certificates")
    for name, subject in (("right", "IP:127.0.0.1"), ("wrong", "DNS:elsewhere.example")):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-keyout", place / f"{name}.key", "-out", place / f"{name}.pem", "-days", "2", "-subj", "/CN=test",
             "-addext", f"subjectAltName={subject}"],
            check=True, capture_output=True,
        )  # fmt: skip
    return place


def served(place: Path, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place / f"{name}.pem", place / f"{name}.key")
    return context


@pytest.mark.parametrize(
    ("name", "trusted", "why"),
    [
        ("right", None, "self.signed"),
        ("wrong", "wrong", "not valid for '127.0.0.1'"),
        ("right", "right", None),
    ],
)
async def test_a_certificate_has_to_be_trusted_and_of_the_right_name(
    certificates: Path, monkeypatch: pytest.MonkeyPatch, name: str, trusted: str | None, why: str | None
) -> None:
    if trusted:
        context = ssl.create_default_context(cafile=str(certificates / f"{trusted}.pem"))
        monkeypatch.setattr("aiohttp.connector._SSL_CONTEXT_VERIFIED", context)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda *_: None)  # the server's own complaints about the handshake
    async with Server({"/": ok()}, tls=served(certificates, name)) as server, fetcher() as fetching:
        result = await got(fetching, server.url())
    if why is None:
        assert isinstance(result, Response)
    else:
        assert "certificate" in str(result)
        assert re.search(why, str(result)), result
        assert server.requests == []


async def test_plain_http_where_tls_belongs_is_refused() -> None:
    async with Server({"/": ok()}) as server, fetcher(timeout=1.0) as fetching:
        result = await got(fetching, server.url().replace("http:", "https:"))
    assert isinstance(result, FetchError)


async def test_a_server_that_answers_a_greeting_with_plain_http_is_refused() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(ok())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with server, fetcher() as fetching:
        result = await got(fetching, f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    assert "no secure connection" in str(result)


# robots.txt


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (status("404 Not Found"), True),
        (status("403 Forbidden"), True),
        (status("410 Gone"), True),
        (status("204 No Content"), True),
        (status("500 Error"), False),
        (status("503 Busy"), False),
        (status("429 Slow down"), False),
        (resets(b""), False),
        (b"nonsense\r\n\r\n", False),
        (moved("/rules"), False),
        (moved("/robots.txt"), True),
        (moved("file:///etc/passwd"), False),
        (ok(b"<!DOCTYPE html><html><body><p>User-agent: all are welcome</p></body></html>"), True),
        (ok(b"\xff\xfe\x00 not text \x80"), True),
        (ok(b""), True),
        (ok(b"User-agent: *\nDisallow: /"), False),
        (ok(b"\xef\xbb\xbfUser-agent: *\nDisallow: /"), False),
        (ok(b"User-agent: *\rDisallow: /\r"), False),
        (ok(b"User-agent: *\nDisallow: /\n\nUser-agent: tawatur\nAllow: /"), True),
        (ok(b"User-agent: *\nAllow: /\n\nUser-agent: Tawatur\nDisallow: /"), False),
        (ok(b"User-agent: news\nDisallow: /\n\nUser-agent: example\nDisallow: /"), True),
        (ok(b"User-agent: Otherbot\nDisallow: /"), True),
        (ok(b"User-agent: *\nDisallow: /\nAllow: /page"), True),
        (ok(b"User-agent: *\nAllow: /\nDisallow: /page"), False),
        (ok(b"User-agent: *\nAllow: /page\nDisallow: /page"), True),
        (ok(b"User-agent: *\nDisallow: /*ge$"), False),
        (ok(b"User-agent: *\nDisallow: /%70age"), False),
        (packed(gzip.compress(b"User-agent: *\nDisallow: /"), "gzip"), False),
        (packed(gzip.compress(b"User-agent: *\nDisallow: /" + BOMB), "gzip"), True),
        (ok(b"User-agent: *\nDisallow: /page\n" + b"# long\n" * 80_000), False),
        (ok(b"# long\n" * 80_000 + b"User-agent: *\nDisallow: /page\n"), True),
        (endless(b"# and on\n" * 5000, ok(b"User-agent: *\nDisallow: /page\n", length=False)), False),
        (endless(b"# and on\n" * 5000, ok(b"User-agent: *\nDisallow: /other\n", length=False)), True),
    ],
)
async def test_the_rules_of_a_site_are_kept(robots: Behaviour | bytes, allowed: bool) -> None:
    pages = {"/page": ok(), "/robots.txt": robots, "/rules": ok(b"User-agent: *\nDisallow: /page")}
    async with Server(pages) as server, fetcher() as fetching:
        result = await got(fetching, server.url("/page"))
    assert isinstance(result, Response if allowed else FetchError), result
    assert ("/page" in server.requests) is allowed
    assert allowed or "robots.txt" in str(result)


@pytest.mark.parametrize(
    "path", ["/private/x", "/a/../private/x", "/%70rivate/x", "/./private/x", "/private/x#top"]
)
async def test_no_spelling_gets_round_the_rules(path: str) -> None:
    pages = {"/": moved(path), "/robots.txt": ok(b"User-agent: *\nDisallow: /private"), "/private/x": ok()}
    async with Server(pages) as server, fetcher() as fetching:
        for start in ("/", path):
            assert "does not allow" in str(await got(fetching, server.url(start)))
    assert set(server.requests) == {"/robots.txt", "/"}


async def test_robots_txt_is_asked_for_once_in_its_life(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("tawatur.fetch.robots.monotonic", lambda: clock[0])
    async with Server({"/": ok(), "/robots.txt": ok(b"")}) as server, fetcher() as fetching:
        await asyncio.gather(*(fetching.get(server.url()) for _ in range(5)))
        clock[0] += 23 * 3600
        await fetching.get(server.url())
        assert server.requests.count("/robots.txt") == 1
        clock[0] += 2 * 3600
        await fetching.get(server.url())
        assert server.requests.count("/robots.txt") == 2


async def test_a_robots_txt_that_could_not_be_had_is_asked_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("tawatur.fetch.robots.monotonic", lambda: clock[0])
    busy = status("503 Busy", "Retry-After: 1800")
    async with Server({"/": ok(), "/robots.txt": busy}) as server, fetcher() as fetching:
        for wait in (0, 700):
            clock[0] += wait
            assert "robots.txt cannot be reached: the server answers 503" in str(
                await got(fetching, server.url())
            )
        assert server.requests == ["/robots.txt"]
        clock[0] += 1200
        server.pages["/robots.txt"] = ok(b"")
        assert isinstance(await got(fetching, server.url()), Response)


async def test_rules_whose_reading_was_broken_off_are_not_taken_for_none() -> None:
    async with Server({"/": ok(), "/robots.txt": silent}) as server, fetcher() as fetching:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(fetching.get(server.url()), 0.3)
        server.pages["/robots.txt"] = ok(b"User-agent: *\nDisallow: /")
        assert "does not allow" in str(await got(fetching, server.url()))


async def test_each_host_on_the_way_is_asked_for_its_own_rules() -> None:
    closed = {"/robots.txt": ok(b"User-agent: *\nDisallow: /"), "/": ok()}
    async with (
        Server(closed) as last,
        Server({"/": moved(last.url())}) as middle,
        Server({"/": moved(middle.url())}) as first,
        fetcher() as fetching,
    ):
        assert "does not allow" in str(await got(fetching, first.url()))
    assert first.requests == middle.requests == ["/robots.txt", "/"]
    assert last.requests == ["/robots.txt"]


async def test_at_most_two_connections_go_to_a_host_at_a_time() -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.03)
        await says(HEAD + b"Content-Length: 4\r\nConnection: close\r\n\r\nfine")(reader, writer)

    async with Server({"/": slow}) as server, fetcher() as fetching:
        answers = await asyncio.gather(*(fetching.get(server.url()) for _ in range(20)))
    assert [one.body for one in answers] == [b"fine"] * 20
    assert server.most_open <= 3  # the server may notice late that one was closed


async def test_of_very_many_hosts_those_asked_last_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_HOSTS", 2)
    async with (
        Server({"/": ok()}) as first,
        Server({"/": ok()}) as second,
        Server({"/": ok()}) as third,
        fetcher() as fetching,
    ):
        for server in (first, second, second, first, third, first):
            await fetching.get(server.url())
    assert first.requests.count("/robots.txt") == 1
    assert second.requests.count("/robots.txt") == 1
    assert len(fetching._hosts) == 2


# What servers say about time


@pytest.mark.parametrize(
    ("number", "headers", "wait"),
    [
        (429, ["Retry-After: 120"], 120),
        (503, ["Retry-After: 0"], 0),
        (503, ["Date: Sun, 01 Mar 2026 10:00:00 GMT", "Retry-After: Sun, 01 Mar 2026 10:05:00 GMT"], 300),
        (503, ["Date: Sun, 01 Mar 2026 10:00:00 GMT", "Retry-After: Sun, 01 Mar 2026 09:00:00 GMT"], 0),
        (503, ["Retry-After: Sunday, 06-Nov-94 08:49:37 GMT"], 0),
        (429, ["Retry-After: " + "9" * 5000], 2**31 - 1),
        (429, ["Retry-After: -5"], None),
        (429, ["Retry-After: ²"], None),
        (429, ["Retry-After: soon"], None),
        (429, ["Retry-After: Sun, 01 Mar 99999999999999999999 10:00:00 GMT"], None),
        (503, [], None),
    ],
)
async def test_the_wait_that_a_server_asks_for_is_in_seconds(
    number: int, headers: list[str], wait: float | None
) -> None:
    result = await outcome({"/": status(f"{number} No", *headers)})
    assert isinstance(result, FetchError)
    assert (str(result), result.retry_after, result.gone) == (f"the server answers {number}", wait, False)


async def test_what_is_gone_is_gone() -> None:
    result = await outcome({"/": status("410 Gone")})
    assert isinstance(result, FetchError)
    assert result.gone


@pytest.mark.parametrize(
    ("headers", "age"),
    [
        ([], None),
        (["Cache-Control: max-age=600"], 600),
        (['Cache-Control: public, MAX-AGE = "60" , immutable'], 60),
        (["Cache-Control: public", "Cache-Control: max-age=5"], 5),
        (["Cache-Control: s-maxage=10"], None),
        (["Cache-Control: max-age=-1"], None),
        (["Cache-Control: max-age=soon", "Expires: 0"], 0),
        (["Cache-Control: max-age=" + "9" * 5000], 2**31 - 1),
        (["Cache-Control: max-age=7", "Expires: Sun, 01 Mar 2026 10:05:00 GMT"], 7),
        (["Date: Sun, 01 Mar 2026 10:00:00 GMT", "Expires: Sun, 01 Mar 2026 10:05:00 GMT"], 300),
        (["Date: Sun, 01 Mar 2026 10:00:00 GMT", "Expires: Sun, 01 Mar 2026 09:00:00 GMT"], 0),
        (["Expires: -1"], 0),
    ],
)
async def test_how_long_an_answer_stays_fresh(headers: list[str], age: int | None) -> None:
    assert (await success(ok(b"fine", *headers))).max_age == age
    unchanged = await success(status("304 Not Modified", *headers))
    assert (unchanged.not_modified, unchanged.max_age) == (True, age)


# All together


async def test_three_hundred_hostile_answers_leave_nothing_behind() -> None:
    pages: dict[str, Behaviour | bytes] = {f"/{name}": page for name, (page, _) in enumerate(BAD.values())}
    pages |= {f"/slow{name}": page for name, page in enumerate(SLOW.values())}
    complaints: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    gc.collect()
    before = _sockets()
    tracemalloc.start()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always", ResourceWarning)
        results = await asyncio.wait_for(_all_of(pages, 300), 120)
        gc.collect()
        await asyncio.sleep(0.05)
        gc.collect()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(results) == 300
    assert all(isinstance(one, FetchError) for one in results)
    assert [str(one.message) for one in warned if issubclass(one.category, ResourceWarning)] == []
    assert complaints == []
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert _sockets() <= before
    assert peak < 100_000_000


async def _all_of(pages: Pages, count: int) -> list[Response | FetchError]:
    servers = [Server(pages) for _ in range(5)]
    async with fetcher(timeout=0.5) as fetching:
        for server in servers:
            await server.__aenter__()
        paths = list(pages)
        urls = [servers[number % 5].url(paths[number % len(paths)]) for number in range(count)]
        results = await asyncio.gather(*(got(fetching, url) for url in urls))
    for server in servers:
        await server.__aexit__()
    return list(results)


def _sockets() -> int:
    found = [one for one in gc.get_objects() if isinstance(one, socket.socket)]
    return sum(one.fileno() != -1 for one in found)
