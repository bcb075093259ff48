"""Text that attacks its reader: every vector of xss.txt wherever text comes from, every kind of page in a browser."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

import httpx
import pytest

from serving import served
from tawatur import read
from tawatur.model import Article
from tawatur.road import Incoming, Road, open_store
from tawatur.sources import read_feed
from tawatur.web.app import make_app

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

_STORIES = 12  # among which the vectors are dealt out
_PORTS = [
    "العاج",
    "الزهور",
    "النخيل",
    "الياسمين",
    "الرمان",
    "الصنوبر",
    "الفنار",
    "المرجان",
    "القلعة",
    "الوادي",
    "السنابل",
    "الغدير",
]
_SEEN = datetime(2026, 3, 2, 12, tzinfo=UTC)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "\\": "\\"}
_BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing but this machine has an address, whatever a vector asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def _bytes_of(line: str) -> bytes:
    r"""A vector as its line says: \n \r \t \0 \\, \xHH for a byte, \uHHHH for a character."""

    def one(found: re.Match[str]) -> str:
        code = found[1]
        if code in _ESCAPES:
            return _ESCAPES[code]
        number = int(code[1:], 16)
        return chr(number + 0xDC00) if code[0] == "x" and number > 0x7F else chr(number)

    text = re.sub(r"\\(x[0-9A-F]{2}|u[0-9A-F]{4}|[nrt0\\])", one, line)
    return text.encode("utf-8", "surrogateescape")


RAW = [_bytes_of(line) for line in (Path(__file__).parent / "xss.txt").read_text("utf-8").split("\n") if line]
VECTORS = [one.decode("utf-8", "replace") for one in RAW]
GROUPS = [VECTORS[at::_STORIES] for at in range(_STORIES)]


# --- a store full of them -------------------------------------------------------------------------------------------


def _port(number: int) -> str:
    return f"ميناء مدينة {_PORTS[number % _STORIES]}"


def _paragraphs(group: Sequence[str], number: int) -> tuple[str, ...]:
    """A story of its own, with the vectors in statements, in the names of speakers, and in plain text."""
    place = _port(number)
    found = [f"افتتح {place} رصيفه الجديد يوم الأحد بحضور 12 مسؤولا من الوزارة."]
    for at, one in enumerate(group):
        said = (
            f"قال الوزير سالم الكناني إن {one} {place} استقبل سفينة كبيرة.",
            f"وقال تقرير {one} إن {place} سيغلق رصيفه القديم.",
            f"قال مصدر في {one} إن {place} سيفتح أبوابه يوم الأحد.",
        )
        found += [said[(at + number) % 3], f"{one} {place} {one}"]
    return tuple(found)


def _written() -> Iterator[Incoming]:
    """For each group a story: its first report, a copy, a report that cites it, and a revision."""
    for number, group in enumerate(GROUPS):
        hour = _SEEN - timedelta(days=60 * number)  # far enough from the others to be a story of its own
        paragraphs = _paragraphs(group, number)
        first = Article(
            title=f"{group[0]} {_port(number)} {' '.join(group)}",
            paragraphs=paragraphs,
            published=hour,
            byline=" ".join(group),
            outlet=f"صحيفة {group[1]}",
            url=f"http://example.com/{number}?{''.join(group)}",
            credits=tuple(group),
            keywords=tuple(group),
        )
        copy = replace(
            first,
            title=group[2],
            paragraphs=(*paragraphs[:-1], f"{group[3]} خاتمة أخرى"),
            published=hour + timedelta(minutes=40),
            outlet=f'{group[4]}"',
            url=group[5],
            credits=(f"صحيفة {group[1]}", group[6]),
        )
        citing = Article(
            title=f"{group[7]} {_port(number)}",
            paragraphs=(
                f"نقلت صحيفة {group[1]} عن الوزير سالم الكناني قوله إن {group[8]} {_port(number)} لم يستقبل 20 سفينة.",
                f"نفى الوزير سالم الكناني أن يكون {group[0]} {_port(number)} استقبل 21 سفينة.",
                *paragraphs[1:30],
            ),
            published=hour + timedelta(hours=2),
            language="ar",
            url=f"http://{group[9]}/",
            identifier=group[9],
        )
        yield from (Incoming(one, hour) for one in (first, copy, citing))
        # Each vector by turns is the address, the whole title, and the name of the outlet.
        for at, one in enumerate(group):
            yield Incoming(
                Article(one, (one, f"{_port(number)} {_port(at)}"), outlet=one, url=one, published=hour), hour
            )
        revised = (f"{group[-1]} خبر معدل", *(one.replace("سفينة", group[-2]) for one in paragraphs))
        yield Incoming(replace(first, paragraphs=revised, title=group[-3]), hour + timedelta(hours=5))


def _page(group: Sequence[str], number: int, *, escaped: bool) -> bytes:
    """A hostile page: the vectors as text of it, or as what they are."""

    def put(one: str) -> str:
        one = one.replace("\0", "")  # a page of bytes that has it is refused
        return escape(one) if escaped else one

    paragraphs = _paragraphs(group, number + 1)
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": group[0],
        "author": {"@type": "Person", "name": group[1]},
        "publisher": {"@type": "Organization", "name": group[2]},
        "keywords": list(group),
        "datePublished": f"{2000 + number}-03-01T10:00:00+03:00",
        "url": group[3],
        "inLanguage": group[4],
        "description": group[5],
    }
    data = json.dumps(linked, ensure_ascii=False)
    data = data.replace("</", r"<\/") if escaped else data
    also = "".join(f'<li><a href="{put(one)}">{put(one)} ميناء آخر</a></li>' for one in group)
    text = f"""<!doctype html><html lang="{put(group[4])}"><head><meta charset="utf-8"><title>{put(group[0])}</title>
<meta property="og:title" content="{put(group[0])}"><meta property="og:site_name" content="{put(group[2])}">
<meta name="author" content="{put(group[1])}"><meta property="og:url" content="{put(group[3])}">
<meta name="keywords" content="{put(",".join(group))}"><link rel="canonical" href="{put(group[3])}">
<meta name="description" content="{put(group[5])}">
<script type="application/ld+json">{data}</script></head>
<body><article><h1>{put(group[0])} ميناء</h1><p class="byline">بقلم: {put(group[1])}</p>
{"".join(f"<p>{put(one)}</p>" for one in paragraphs)}
<p>اقرأ أيضا: <a href="/also">{put(group[6])} ميناء آخر</a></p><p>المصدر: {put(group[7])}</p>
<p>كلمات مفتاحية: {put("، ".join(group))}</p></article>
<section class="related"><h2>مواضيع ذات صلة</h2><ul>{also}</ul></section></body></html>"""
    return text.encode("utf-8")


def _feeds() -> Iterator[bytes]:
    """Hostile feeds: RSS and JSON Feed, a vector in every field of every entry."""
    items = "".join(
        f"<item><title>{escape(escape(one))}</title><link>https://example.com/feed/{at}</link><author>{escape(one)}</author>"
        f"<description>{escape(one)} قال الوزير سالم الكناني إن {escape(one)} نص.</description></item>"
        for at, one in enumerate(map(_xml, VECTORS))
    )
    title = escape(_xml(VECTORS[0]))
    yield f'<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()
    entries = [
        {"url": one, "title": escape(one), "content_html": one, "authors": [{"name": one}]} for one in VECTORS
    ]
    yield json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": VECTORS[1], "items": entries}).encode()  # fmt: skip


def _xml(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)


def _read() -> Iterator[Incoming]:
    """What pages and feeds give of them."""
    for number, group in enumerate(GROUPS):
        for escaped in (True, False):
            found = read(_page(group, number, escaped=escaped), url=f"https://example.com/page/{number}")
            assert found.articles or not escaped, number
            for article in found.articles:
                outlet = (article.outlet or "") + str(escaped)
                yield Incoming(replace(article, outlet=outlet, url=f"{article.url}{escaped}"), _SEEN)
    for data in _feeds():
        feed = read_feed(data, url="https://example.com/feed")
        assert feed is not None
        assert len(feed.entries) > len(VECTORS) * 0.9
        for at in range(_STORIES):
            entries = feed.entries[at::_STORIES]
            yield Incoming(
                Article(
                    title=" ".join(one.title or "" for one in entries),
                    paragraphs=tuple(one.text or "" for one in entries),
                    byline=" ".join(one.byline or "" for one in entries),
                    outlet=feed.title,
                    url=entries[0].url,
                ),
                _SEEN - timedelta(days=60 * at + 30),
            )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    folder = tmp_path_factory.mktemp("xss")
    # An outlet that its user named so: its English name, domain and kind are shown too.
    quoted = [json.dumps(_xml(one)) for one in VECTORS[:3]]
    (folder / "outlets.toml").write_text(
        f"[[outlet]]\nname = {json.dumps('صحيفة ' + GROUPS[0][1])}\nname_en = {quoted[1]}\ndomains = [{quoted[2]}]\n",
        "utf-8",
    )
    with open_store(folder / "x.db", semantic=False) as road:
        written = list(_written())
        road.add(written)
        road.add(_read())
        yield road


# --- the browser ----------------------------------------------------------------------------------------------------


def _without_policy(app: Any) -> Any:
    """The application without its Content-Security-Policy, and its XML as what a browser takes for a live document."""

    def changed(name: bytes, value: bytes) -> tuple[bytes, bytes]:
        live = value.startswith((b"application/atom+xml", b"application/graphml+xml"))
        return name, b"application/xml" if live else value

    async def bare(scope: Any, receive: Any, send: Any) -> None:
        async def passing(message: Any) -> None:
            if message["type"] == "http.response.start":
                kept = [one for one in message["headers"] if one[0].lower() != b"content-security-policy"]
                message = {**message, "headers": [changed(*one) for one in kept]}
            await send(message)

        await app(scope, receive, passing)

    return bare


def _own() -> dict[str, list[str]]:
    """The elements and attributes that the reader's own templates have."""
    templates = files("tawatur.web") / "templates"
    text = "\n".join(one.read_text("utf-8") for one in templates.iterdir() if one.is_file())
    attributes = set(re.findall(r"[\s\"]([a-zA-Z][\w-]*)=", text))
    return {
        "elements": sorted({*re.findall(r"<([a-zA-Z][\w-]*)", text), "mark", "ins", "del", "tbody"}),
        "attributes": sorted({*attributes, "xmlns", "open", "hidden", "defer", "download"} - {"style"}),
    }


_LOOK = """own => {
  const found = new Set(), elements = new Set(own.elements), attributes = new Set(own.attributes);
  if (window.__ran !== undefined || document.title === 'ran') found.add('the marker is set');
  if (window.length) found.add('a frame');
  const kind = document.contentType, foreign = /xhtml|svg|MathML/;
  const page = kind === 'text/html' || kind === 'image/svg+xml';
  if (kind !== 'text/html' && document.querySelector('parsererror')) return [['no well-formed XML', ...found], ''];
  // The browser may show XML in a page of its own, which keeps the document itself in an element.
  const kept = document.getElementById('webkit-xml-viewer-source-xml');
  for (const one of (kept ?? document).querySelectorAll('*')) {
    if (kind === 'application/xml' && foreign.test(one.namespaceURI)) found.add('live XML: ' + one.localName);
    if (!page) continue;
    if (!elements.has(one.localName)) found.add('element ' + one.localName);
    for (const { name, value } of one.attributes) {
      if (!attributes.has(name)) found.add('attribute ' + name);
      if (!['href', 'src', 'action', 'data-picture'].includes(name) || value === 'data:,') continue;
      const url = URL.canParse(value, document.baseURI) ? new URL(value, document.baseURI) : null;
      // Only the original's address leads away; what is no address leads nowhere.
      const away = name === 'href' && one.rel === 'noreferrer noopener' && /^https?:$/.test(url?.protocol);
      if (url && url.origin !== location.origin && !away) found.add(`${name} to ${value}`);
    }
    if (one.localName === 'script' && (one.getAttribute('src') !== '/card.js' || one.text)) found.add('a script');
  }
  return [[...found], document.documentElement?.textContent ?? ''];
}"""


class _Reader:
    """Opens pages, and tells what they did that no page of text does."""

    def __init__(self, page: Page, base: str) -> None:
        self.base, self.opened = base, 0
        self.shown: dict[str, list[str]] = defaultdict(list)
        self._page, self._own, self._harm = page, _own(), list[str]()
        page.on("dialog", self._asked_for)
        page.on("popup", lambda one: self._harm.append(f"popup: {one.url}"))
        page.on("pageerror", lambda one: self._harm.append(f"error of a script: {one}"))
        page.on("request", lambda one: self._asked(one.url))
        page.on("console", lambda one: self._said(one.text))

    def _asked_for(self, dialog: Dialog) -> None:
        self._harm.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, url: str) -> None:
        if not url.startswith(self.base + "/") and url != "data:,":
            self._harm.append(f"request: {url}")

    def _said(self, text: str) -> None:
        # The browser's own word on a page that is not there, or an address that makes no sense.
        if not re.match(r"Failed to load resource: the server responded with a status of 4\d\d", text):
            self._harm.append(f"console: {text}")

    def open(self, kind: str, path: str) -> list[str]:
        """Open a page; what it did."""
        from playwright.sync_api import Error

        self._harm.clear()
        try:
            answer = self._page.goto(self.base + path)
        except Error as error:
            if "Download is starting" not in str(error):
                raise
            return [f"{path}: {one}" for one in self._harm]
        self.opened += 1
        if answer is None or answer.status >= 500:
            self._harm.append(f"status {answer and answer.status}")
        found, text = self._page.evaluate(_LOOK, self._own)
        self.shown[kind].append(text)
        return [f"{path}: {one}" for one in (*self._harm, *found)]


@contextmanager
def _reader(chromium: str, base: str) -> Iterator[_Reader]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_BROWSER)
        yield _Reader(browser.new_page(), base)
        browser.close()


_T = TypeVar("_T")


def _some(found: Sequence[_T], most: int) -> Sequence[_T]:
    """At most so many, from all over."""
    return found[:: max(1, -(-len(found) // most))]


def _addresses(road: Road, base: str, share: int) -> Iterator[tuple[str, str]]:
    """Every kind of page, and addresses of it; of those that are one for each vector a share."""

    def name(text: str) -> str:
        return quote(text, safe="")

    stories = road.stories(limit=None)
    reports = list(road.store.all_reports())
    large = [one for one in stories if one.reports > 2]
    lone = [one for one in stories if one.reports <= 2]
    for page in range(1, 9):
        yield "front", f"/?page={page}"
    for story in (*large[::share], *_some(lone, 4)):
        yield "story", f"/story/{story.id}"
    for story in large[:: 2 * share]:
        yield "story", f"/story/{story.id}?whole=true"
        for form in ("provenance.graphml", "provenance.prov.json", "feed.xml"):
            yield "data", f"/story/{story.id}/{form}"
        for rest in ("", "/provenance"):
            yield "api", f"/api/stories/{story.id}{rest}"
        answer = httpx.get(f"{base}/api/stories/{story.id}", timeout=30)
        claims = [one["id"] for one in answer.json()["claims"]] if answer.is_success else []
        for claim in _some(claims, 2):
            yield "card", f"/story/{story.id}/claim/{claim}"
            yield "picture", f"/story/{story.id}/claim/{claim}/card.svg"
            yield "api", f"/api/stories/{story.id}/claims/{claim}"
    long = [one for one in reports if len(one.article.paragraphs) > 2]
    for report in (*long[:: 2 * share], *_some([one for one in reports if one not in long], 6)):
        yield "article", f"/article/{report.id}"
    for report in _some(long, 4):
        for rest in ("", "/explain", "/related"):
            yield "api", f"/api/articles/{report.id}{rest}"
    yield "outlets", "/outlets"
    for outlet in _some(sorted({one.outlet for one in reports}), 12):
        yield "outlet", f"/outlet/{name(outlet)}"
        yield "data", f"/feed/outlet/{name(outlet)}"
    speakers = sorted({said.speaker.name for one in reports for said in one.attributions})
    for speaker in _some([one for one in speakers if re.search("[<>\"'=&:]", one)], 12):
        yield "speaker", f"/speaker/{name(speaker)}"
        yield "data", f"/feed/speaker/{name(speaker)}"
    yield "data", "/feed.xml"
    yield "api", "/api/stories"
    errors = (
        "/{}", "/story/{}", "/article/{}", "/outlet/{}", "/speaker/{}", "/?page={}", "/story/1/claim/{}", "/story/{}/feed.xml",
        "/story/1?whole={}", "/api/articles/{}", "/api/stories?limit={}", "/api/{}", "/feed/outlet/{}", "/feed.xml?q={}",
        "/?lang={}",
    )  # fmt: skip
    for at, some in enumerate(_joined()[::share]):
        yield "search", f"/search?q={name(some)}"
        yield "error", errors[at % len(errors)].format(name(some))
    # Bytes that are no text, and vectors with which an address begins.
    for raw in (one for one in RAW if one.startswith((b"/", b"\\")) or b"\\" in ascii(one).encode()[2:6]):
        yield "error", "/" + quote(raw, safe="")
    for some in _some(_joined(), 4):
        yield "api", f"/api/search?q={name(some)}"


def _joined() -> list[str]:
    """The vectors in a row, as many together as a search takes."""
    found = [""]
    for one in VECTORS:
        if len(found[-1]) + len(one) >= 300:
            found.append("")
        found[-1] += " " * bool(found[-1]) + one
    return found


def _squashed(text: str) -> str:
    """A text without what HTML or a paragraph's white space leaves out."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffd\ufeff]+", "", text)


def _all_shown(shown: Mapping[str, Sequence[str]]) -> None:
    """Every vector stood on a page as text, and some on every kind of page."""
    for kind in ("front", "story", "article", "card", "picture", "outlets", "outlet", "speaker", "search"):
        assert any("__ran" in text for text in shown[kind]), kind
    whole = "\n".join(_squashed(text) for texts in shown.values() for text in texts)
    assert [one for one in VECTORS if _squashed(one) not in whole] == []


def _harm(road: Road, app: Any, chromium: str, language: str, share: int) -> list[str]:
    with served(app) as base, _reader(chromium, base) as reader:
        harm = reader.open("front", f"/?lang={language}")  # a cookie keeps it
        for kind, path in _addresses(road, base, share):
            harm += reader.open(kind, path)
        _all_shown(reader.shown)
        print(f"{reader.opened} pages opened, {len(harm)} findings")
    return harm


def test_there_are_many_vectors() -> None:
    assert len(set(RAW)) == len(RAW) >= 120


def test_nothing_runs_on_any_page(hostile: Road, chromium: str) -> None:
    assert _harm(hostile, make_app(hostile), chromium, "ar", 6) == []


def test_nothing_runs_where_only_escaping_stands_between(hostile: Road, chromium: str) -> None:
    app = _without_policy(make_app(hostile))
    with served(app) as base:
        assert "content-security-policy" not in httpx.get(base).headers
    assert _harm(hostile, app, chromium, "en", 1) == []


# --- the control ----------------------------------------------------------------------------------------------------


def _unescaped(pages: Mapping[str, str]) -> Any:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = pages.get(scope["path"], "").encode("utf-8", "replace")
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


_TOLD = {
    "<script>window.__ran=1</script>": "the marker is set",
    "<img src=x onerror=window.__ran=1>": "the marker is set",
    "<svg onload=window.__ran=1>": "the marker is set",
    "<script>document.title='ran'</script>": "the marker is set",
    "<script>alert('ran')</script>": "dialog: ran",
    "<script>console.log('ran')</script>": "console: ran",
    "<script>throw 'ran'</script>": "error of a script: ran",
    "<img src=https://evil.invalid/ran>": "request: https://evil.invalid/ran",
    "<iframe srcdoc=x></iframe>": "a frame",
    "<p onclick=window.__ran=1>": "attribute onclick",
    "<a href=javascript:window.__ran=1>": "href to javascript:window.__ran=1",
    "<a href=//evil.invalid/>": "href to //evil.invalid/",
    "<base href=/x>": "element base",
}


def test_a_page_that_does_not_escape_is_found_out(chromium: str) -> None:
    pages = {f"/told/{at}": f"<!doctype html><p>{one}" for at, one in enumerate(_TOLD)}
    tried = _some(VECTORS, 60)
    for at, one in enumerate(tried):
        inside = "".join(f"<p title={mark}{one}{mark}>" for mark in ("", "'", '"'))
        pages[f"/tried/{at}"] = f'<!doctype html><p>{one}</p>{inside}<a href="{one}">x</a>'
    with served(_unescaped(pages)) as base, _reader(chromium, base) as reader:
        for at, told in enumerate(_TOLD.values()):
            assert f"/told/{at}: {told}" in reader.open("control", f"/told/{at}")
        found = [reader.open("control", f"/tried/{at}") for at in range(len(tried))]
    ran = [one for one in found if any("the marker is set" in harm for harm in one)]
    print(f"of {len(tried)} vectors {len(ran)} ran at once, {sum(map(bool, found))} were found out")
    assert len(ran) > len(tried) / 3
    assert sum(map(bool, found)) > len(tried) * 0.8
