"""The demo world's sites, served over real HTTP on loopback: robots.txt, feeds, pages."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from importlib.resources import files
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from babel.dates import format_datetime as in_words
from jinja2 import Environment, FunctionLoader, select_autoescape

from tawatur.demo.world import World, WorldReport
from tawatur.model import Outlet, Source

_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


class Newswire:
    """A server of the demo world. `moment` is the world's clock: what was published later is not there yet."""

    def __init__(self, world: World, moment: datetime | None = None) -> None:
        self.world, self.moment = world, moment
        self.requests: list[str] = []
        self._pages = Environment(
            loader=FunctionLoader(_template), autoescape=select_autoescape(default=True)
        )
        self._runner: web.AppRunner | None = None
        self.base = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/robots.txt", self._robots)
        app.router.add_get("/{outlet}/", self._front)
        app.router.add_get("/{outlet}/feed", self._feed)
        app.router.add_get("/{outlet}/{report}.html", self._page)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.base = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner:
            await asyncio.wait_for(self._runner.cleanup(), 10)

    def sources(self) -> list[Source]:
        """The feeds to poll."""
        return [
            Source(url=f"{self.base}/{name}/feed", kind="feed", outlet=self.world.outlets[name].name)
            for name in self.world.pages
        ]

    def _of(self, outlet: str) -> list[WorldReport]:
        if outlet not in self.world.pages:
            raise web.HTTPNotFound
        return [one for one in self.world.at(self.moment) if one.outlet == outlet]

    def _url(self, report: WorldReport) -> str:
        return f"{self.base}/{report.outlet}/{report.id}.html"

    async def _robots(self, request: web.Request) -> web.Response:
        self.requests.append(request.path)
        return web.Response(text="User-agent: *\nDisallow: /private/\n")

    async def _front(self, request: web.Request) -> web.Response:
        name = request.match_info["outlet"]
        links = "".join(f'<li><a href="{self._url(one)}">{one.title}</a></li>' for one in self._of(name))
        kind = _TYPES[self.world.pages[name]["feed"]]
        head = f'<link rel="alternate" type="{kind}" href="/{name}/feed">'
        return web.Response(
            text=f"<!doctype html><title>{name}</title>{head}<ul>{links}</ul>", content_type="text/html"
        )

    async def _feed(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request.path)
        name = request.match_info["outlet"]
        reports = self._of(name)
        kind = self.world.pages[name]["feed"]
        body = {"rss": self._rss, "atom": self._atom, "json": self._json}[kind](
            self.world.outlets[name], reports
        )
        return self._conditional(request, body.encode(), _TYPES[kind], "utf-8")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request.path)
        name = request.match_info["outlet"]
        report = next((one for one in self._of(name) if one.id == request.match_info["report"]), None)
        if report is None:
            raise web.HTTPNotFound
        charset = self.world.pages[name]["charset"]
        text = self._render(report)
        return self._conditional(request, text.encode(charset, "xmlcharrefreplace"), "text/html", charset)

    def _conditional(self, request: web.Request, body: bytes, kind: str, charset: str) -> web.StreamResponse:
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(body=body, headers={"ETag": tag, "Content-Type": f"{kind}; charset={charset}"})

    def _render(self, report: WorldReport) -> str:
        page = self.world.pages[report.outlet]["page"]
        others = [one for one in self._of(report.outlet) if one.id != report.id]
        same = [one for one in others if one.story == report.story]
        links = [(one.title, self._url(one)) for one in reversed(others)]
        outlet = self.world.outlets[report.outlet]
        earlier = [one for one in others if one.published < report.published]
        return self._pages.get_template(f"{page}.html").render(
            report=report,
            outlet={
                "name": outlet.name_en if page == "english" else outlet.name,
                "name_en": outlet.name_en,
                "url": f"/{report.outlet}/",
            },
            en=page == "english",
            url=self._url(report),
            published=report.published.isoformat(),
            published_ar=in_words(report.published, "EEEE d MMMM y HH:mm", locale="ar_EG@numbers=latn"),
            ticker=links[:8],
            most_read=links[-4:],
            inline_link=(same[0].title, self._url(same[0])) if same else None,
            similar=[(one.title, self._url(one)) for one in (same + earlier)[:10]],
            read_also=next(iter(same or earlier), None),
            json_ld=_json_ld(report, outlet, self._url(report)),
        )

    def _rss(self, outlet: Outlet, reports: list[WorldReport]) -> str:
        items = "".join(
            f"<item><title>{_escape(one.title)}</title><link>{self._url(one)}</link><guid>{one.id}</guid>"
            f"<pubDate>{format_datetime(one.published)}</pubDate><description>{_escape(one.paragraphs[0][:200] + _revised(one))}</description></item>"
            for one in reports
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{_escape(outlet.name)}</title><link>{self.base}</link><description/>{items}</channel></rss>'

    def _atom(self, outlet: Outlet, reports: list[WorldReport]) -> str:
        entries = "".join(
            f'<entry><title>{_escape(one.title)}</title><link href="{self._url(one)}"/><id>urn:{one.id}</id>'
            f"<published>{one.published.isoformat()}</published><updated>{(one.modified or one.published).isoformat()}</updated></entry>"
            for one in reports
        )
        return f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{_escape(outlet.name)}</title><id>urn:x</id>{entries}</feed>'

    def _json(self, outlet: Outlet, reports: list[WorldReport]) -> str:
        items: list[dict[str, Any]] = [
            {
                "id": one.id,
                "url": self._url(one),
                "title": one.title,
                "date_published": one.published.isoformat(),
                "date_modified": (one.modified or one.published).isoformat(),
            }
            for one in reports
        ]
        return json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": outlet.name, "items": items},
            ensure_ascii=False,
        )


def _template(name: str) -> str:
    return (files("tawatur.demo") / "pages" / name).read_text("utf-8")


def _revised(report: WorldReport) -> str:
    return f" ({report.modified:%H:%M})" if report.modified else ""


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _json_ld(report: WorldReport, outlet: Outlet, url: str) -> str:
    fields = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": report.title, "mainEntityOfPage": url,
        "datePublished": report.published.isoformat(), "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name},
        **({"author": {"@type": "Person", "name": report.byline}} if report.byline else {}),
    }  # fmt: skip
    return json.dumps(fields, ensure_ascii=False).replace("<", "\\u003c")
