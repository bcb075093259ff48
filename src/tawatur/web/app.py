"""The reader's pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from fastapi import FastAPI, Query, Request, Response
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.exceptions import HTTPException

from tawatur.attribution.titles import told_in_title
from tawatur.language import direction
from tawatur.language.text import is_right_to_left, xml_safe
from tawatur.model import Attribution, Brief, Claim, Evidence, Report, Story
from tawatur.provenance.exchange import graphml, prov_json
from tawatur.road import Road
from tawatur.road.advice import advice
from tawatur.stories.keywords import keywords
from tawatur.web.api import router
from tawatur.web.card import lines_of, ways
from tawatur.web.evidence import Proof, proofs
from tawatur.web.feeds import reports_feed, stories_feed
from tawatur.web.interface import Interface, interface
from tawatur.web.marking import difference, marked, passage
from tawatur.web.metrics import CONTENT_TYPE_LATEST, metrics
from tawatur.web.picture import picture
from tawatur.web.telling import claim_sentence, doubt_in_words, heard_in_words, remarks, sentence

Life = Callable[[FastAPI], AbstractAsyncContextManager[None]]
_PER_PAGE = 30
_LARGE = 300  # reports: of a larger story only what needs no texts is shown, unless asked for
_LISTED = 100  # reports of such a story that are listed, and copies of each
_FEED = 100  # reports of a story in its feed
_FOUND = 100  # search results on a page
_SAID = 100  # articles on the page of a speaker
# The card's picture is made by a script of ours in the reader's browser; no other page has one.
_CARD_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'"
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def make_app(road: Road, life: Life | None = None) -> FastAPI:
    """The web application over one store: pages, `/api`, and feeds; `life` is what goes on as long as it is served."""
    app = FastAPI(title="Tawatur", docs_url=None, redoc_url=None, lifespan=life)
    app.include_router(router(road), prefix="/api")
    pages = _Pages(road)

    @app.middleware("http")
    async def guard(request: Request, call_next: Any) -> Response:
        response: Response = await call_next(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        wish = request.query_params.get("lang")
        if wish in ("ar", "en"):
            response.set_cookie("lang", wish, max_age=31_536_000, samesite="lax", httponly=True)
        return response

    @app.exception_handler(HTTPException)
    async def missing(request: Request, error: HTTPException) -> Response:
        if request.url.path.startswith("/api"):
            return PlainTextResponse(str(error.detail), error.status_code)
        return pages.render(
            request, "message.html", status=error.status_code, message=_language(request).say("not_found")
        )

    @app.exception_handler(RequestValidationError)
    async def senseless(request: Request, error: RequestValidationError) -> Response:
        if request.url.path.startswith("/api"):
            return await request_validation_exception_handler(request, error)
        return pages.render(
            request, "message.html", status=404, message=_language(request).say("bad_request")
        )

    @app.get("/", include_in_schema=False)
    def front(request: Request, page: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
        found = road.stories(limit=_PER_PAGE + 1, offset=(page - 1) * _PER_PAGE)
        return pages.render(
            request, "front.html", stories=found[:_PER_PAGE], page=page, more=len(found) > _PER_PAGE,
            glances=road.store.glances([one.id for one in found[:_PER_PAGE]]),
        )  # fmt: skip

    @app.get("/story/{number}", include_in_schema=False)
    def story(request: Request, number: int, whole: bool = False) -> Response:
        summary = road.store.story(number)
        found = road.story(number, whole=whole or (summary is not None and summary.reports <= _LARGE))
        if found is None:
            raise HTTPException(404)
        if found.id != number:
            return RedirectResponse(f"/story/{found.id}", 308)
        return pages.story(request, found, most=len(found.briefs) if whole else _LISTED)

    @app.get("/story/{number}/claim/{claim}", include_in_schema=False)
    def card(request: Request, number: int, claim: str) -> Response:
        found, chosen = _claim(road, number, claim)
        return pages.card(request, found, chosen)

    @app.get("/story/{number}/claim/{claim}/card.svg", include_in_schema=False)
    def card_picture(request: Request, number: int, claim: str) -> Response:
        found, chosen = _claim(road, number, claim)
        drawn = bytes(pages.card(request, found, chosen, "card.svg").body).decode()
        return Response(xml_safe(drawn), media_type="image/svg+xml")

    @app.get("/story/{number}/provenance.graphml", include_in_schema=False)
    def as_graphml(number: int) -> Response:
        found = _outline(road, number)
        return Response(graphml(found.provenance, found.briefs), media_type="application/graphml+xml")

    @app.get("/story/{number}/provenance.prov.json", include_in_schema=False)
    def as_prov(number: int) -> Response:
        found = _outline(road, number)
        return JSONResponse(prov_json(found.provenance, found.briefs))

    @app.get("/article/{number}", include_in_schema=False)
    def article(request: Request, number: int) -> Response:
        with road.store.one_reading():  # the whole page is of one moment, whatever is written meanwhile
            found = road.article(number)
            if found is None:
                raise HTTPException(404)
            return pages.render(
                request, "article.html", report=found, in_title=_said_in_title(road, found), related=road.related(number),
                changes=list(pairwise(road.revisions(number))), source=road.copied_from(found), why=road.why(number), chains=road.explain(number),
            )  # fmt: skip

    @app.get("/changes", include_in_schema=False)
    def changes(request: Request, silent: bool = False) -> Response:
        found = road.store.changes(silent_only=silent, limit=_FOUND)
        return pages.render(request, "changes.html", changes=found, silent=silent)

    @app.get("/outlets", include_in_schema=False)
    def outlets(request: Request) -> Response:
        return pages.render(request, "outlets.html", outlets=road.store.outlet_counts())

    @app.get("/outlet/{name:path}", include_in_schema=False)
    def outlet(request: Request, name: str) -> Response:
        reports = road.store.reports(outlet=name, limit=100, newest_first=True)
        if not reports:
            raise HTTPException(404)
        articles = next(count for own, count, _ in road.store.outlet_counts() if own == name)
        return pages.render(
            request,
            "list.html",
            heading=name,
            reports=reports,
            query=None,
            articles=articles,
            known=road.outlets.named(name),
        )

    @app.get("/speaker/{name:path}", include_in_schema=False)
    def speaker(request: Request, name: str, outlet: str | None = None) -> Response:
        reports = road.store.reports(speaker=name, outlet=outlet, limit=_SAID, newest_first=True)
        if not reports:
            raise HTTPException(404)
        return pages.render(
            request, "speaker.html", name=name, reports=reports, most=_SAID, chosen=outlet,
            outlets=road.store.outlets_with(name),
        )  # fmt: skip

    @app.get("/status", include_in_schema=False)
    def status(request: Request) -> Response:
        failing_first = sorted(road.store.sources(), key=lambda one: (one.active and not one.error, one.id))
        return pages.render(request, "status.html", sources=failing_first)

    @app.get("/metrics", include_in_schema=False)
    def as_metrics() -> Response:
        return Response(metrics(road), media_type=CONTENT_TYPE_LATEST)

    @app.get("/search", include_in_schema=False)
    def search(request: Request, q: Annotated[str, Query(max_length=300)] = "") -> Response:
        found = road.search(q, limit=_FOUND + 1) if q.strip() else []
        return pages.render(
            request, "list.html", heading=_language(request).say("search"), reports=found[:_FOUND], query=q,
            more=len(found) > _FOUND,
        )  # fmt: skip

    @app.get("/feed.xml", include_in_schema=False)
    def feed(request: Request, q: Annotated[str, Query(max_length=300)] = "") -> Response:
        """The stories, or with a query the articles that a search finds: an alert for any feed reader."""
        if q.strip():
            return _atom(reports_feed, road.search(q), q, request)
        return _atom(stories_feed, road.stories(limit=50), "Tawatur", request)

    @app.get("/story/{number}/feed.xml", include_in_schema=False)
    def story_feed(request: Request, number: int) -> Response:
        found = _outline(road, number)
        newest = [one.id for one in found.briefs[: -_FEED - 1 : -1]]
        reports = {one.id: one for one in road.store.reports(ids=newest)}
        return _atom(reports_feed, [reports[one] for one in newest], found.title, request)

    @app.get("/feed/outlet/{name:path}", include_in_schema=False)
    def outlet_feed(request: Request, name: str) -> Response:
        return _atom(
            reports_feed, road.store.reports(outlet=name, limit=50, newest_first=True), name, request
        )

    @app.get("/feed/speaker/{name:path}", include_in_schema=False)
    def speaker_feed(request: Request, name: str) -> Response:
        return _atom(
            reports_feed, road.store.reports(speaker=name, limit=50, newest_first=True), name, request
        )

    @app.get("/style.css", include_in_schema=False)
    def style() -> Response:
        return _static("style.css", "text/css")

    @app.get("/card.js", include_in_schema=False)
    def script() -> Response:
        return _static("card.js", "text/javascript")

    return app


def _static(name: str, media_type: str) -> Response:
    text = (files("tawatur.web") / "static" / name).read_text("utf-8")
    return Response(text, media_type=media_type, headers={"Cache-Control": "max-age=300"})


def _outline(road: Road, number: int) -> Story:
    found = road.story(number, whole=False)
    if found is None:
        raise HTTPException(404)
    return found


def _claim(road: Road, number: int, claim: str) -> tuple[Story, Claim]:
    found = road.story(number)
    chosen = found.claim(claim) if found else None
    if found is None or chosen is None:
        raise HTTPException(404)
    return found, chosen


def _atom(make: Callable[..., bytes], found: Sequence[Any], title: str, request: Request) -> Response:
    body = make(found, title, str(request.base_url), str(request.url))
    return Response(body, media_type="application/atom+xml")


class _Pages:
    """Renders templates in the language of the reader."""

    def __init__(self, road: Road) -> None:
        self._road = road
        self._templates = Environment(
            loader=PackageLoader("tawatur.web"), autoescape=select_autoescape(default=True)
        )
        self._templates.filters["path"] = lambda text: quote(str(text), safe="")
        self._templates.globals.update(
            direction=direction,
            marked=marked,
            passage=passage,
            keywords=keywords,
            difference=difference,
            safe_link=_safe_link,
            said_in=_said_in,
            dated=_dated,
            sentence=sentence,
            claim_sentence=claim_sentence,
            is_rtl=is_right_to_left,
            advice=advice,
            heard_in_words=heard_in_words,
            doubt_in_words=doubt_in_words,
        )

    def story(self, request: Request, found: Story, most: int) -> HTMLResponse:
        """A story's page, with at most so many reports listed."""
        words, naming = _language(request), self._naming(request)
        briefs = {one.id: one for one in found.briefs}
        groups = found.provenance.copy_groups
        copies = {
            group.first: [briefs[one] for one in group.members if one != group.first] for group in groups
        }
        folded = {one.id for own in copies.values() for one in own}
        listed = [one for one in found.briefs if one.id not in folded]
        drawn = picture(
            found.provenance, briefs, right_to_left=words.direction == "rtl", outlet_name=naming,
            more=lambda what, n: words.count(f"more_{what}", n),
        )  # fmt: skip
        shown = [step.evidence for step in drawn.steps]
        shown += [chain.evidence for origin in found.provenance.origins[:30] for chain in origin.chains[:12]]
        return self.render(
            request, "story.html", story=found, briefs=briefs, copies=copies, listed=listed[:most], most=most,
            unlisted=max(0, len(listed) - most), drawn=drawn, proofs=self._proofs(shown, briefs),
            uncredited={one for group in groups for one in group.uncredited}, unknown=set(found.provenance.unknown),
            old=dict(found.provenance.resurfaced), names=found.provenance.names, edited=self._edited(found.id),
            remarks=list(remarks(found.provenance, self._road.outlets, self._polled(found), words, naming)),
        )  # fmt: skip

    def _edited(self, story: int) -> set[int]:
        """The reports of a story whose pages were changed without a word."""
        found = self._road.store.changes(silent_only=True, story=story, limit=_LARGE)
        return {one.article.id for one in found}

    def _polled(self, found: Story) -> set[str]:
        return self._road.store.publishing(found.provenance.outside)

    def _proofs(self, shown: Sequence[Evidence], briefs: Mapping[int, Brief]) -> dict[Evidence, Proof]:
        needed = sorted({one.report for one in shown if one.paragraph is not None})
        return proofs(shown, self._road.store.paragraphs(needed), briefs)

    def card(self, request: Request, found: Story, claim: Claim, template: str = "card.html") -> HTMLResponse:
        """The card of one claim of a story."""
        briefs = {one.id: one for one in found.briefs}
        names = found.provenance.names
        response = self.render(
            request, template, story=found, claim=claim, briefs=briefs,
            names=names, ways=ways(claim, briefs, self._naming(request)), lines=lines_of(claim.statements[0].text),
            sentence_lines=lines_of(claim_sentence(claim, briefs, names, _language(request), self._naming(request))),
        )  # fmt: skip
        response.headers["Content-Security-Policy"] = _CARD_POLICY
        return response

    def _naming(self, request: Request) -> Callable[[str], str]:
        english = _language(request).code == "en"
        shown = {outlet.name: outlet.name_en for outlet in self._road.outlets} if english else {}
        return lambda name: shown.get(name) or name

    def render(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        words = _language(request)
        text = self._templates.get_template(template).render(
            words=words,
            say=words.say,
            count=words.count,
            path="/" + request.url.path.lstrip("/\\"),  # «//host» would lead to another site
            outlet_name=self._naming(request),
            quantity=lambda counts: words.words.get(counts, counts),
            **values,
        )
        return HTMLResponse(text, status)


def _language(request: Request) -> Interface:
    wish = request.query_params.get("lang") or request.cookies.get("lang")
    return interface(wish if wish in ("ar", "en") else "ar")


def _safe_link(url: str | None) -> str | None:
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:  # an address of no form
        return None


def _dated(report: Report) -> date:
    """When a report was published, to the precision that its page states."""
    published = report.article.published
    return published if published and not isinstance(published, datetime) else report.time


def _said_in_title(road: Road, report: Report) -> list[Attribution]:
    article = replace(report.article, outlet=report.outlet)
    return [one for one in told_in_title(article, road.outlets) if one.told]


def _said_in(report: Report, paragraph: int) -> list[Attribution]:
    """The statements of a paragraph; what somebody is only said to believe or to want is none."""
    return [one for one in report.attributions if one.paragraph == paragraph and one.told]
