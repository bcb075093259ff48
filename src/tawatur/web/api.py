"""The JSON API: the same values as the pages show."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query

from tawatur.as_json import as_json
from tawatur.road import Road


def router(road: Road) -> APIRouter:
    """The routes of the API over one store."""
    api = APIRouter()

    @api.get("/stories")
    def stories(
        limit: Annotated[int, Query(ge=1, le=500)] = 50,
        offset: Annotated[int, Query(ge=0, le=1_000_000_000)] = 0,
    ) -> Any:
        """Stories, the newest development first."""
        return as_json(road.stories(limit=limit, offset=offset))

    @api.get("/stories/{number}")
    def story(number: int) -> Any:
        """One story with its reports, timeline and provenance."""
        return _found(road.story(number))

    @api.get("/stories/{number}/provenance")
    def provenance(number: int) -> Any:
        """Where a story comes from: origins, chains, the graph with its evidence."""
        found = road.story(number, whole=False)
        return as_json(found.provenance) if found else _found(found)

    @api.get("/stories/{number}/claims/{claim}")
    def claim(number: int, claim: str) -> Any:
        """One claim: who says it, in which reports, and to which origins it goes back."""
        found = road.story(number)
        return _found(found.claim(claim) if found else None)

    @api.get("/articles/{number}/explain")
    def explain(number: int) -> Any:
        """Every way from an article to the origins of what it says."""
        if road.article(number) is None:
            return _found(None)
        return as_json(road.explain(number))

    @api.get("/articles/{number}")
    def article(number: int) -> Any:
        """One article with its statements."""
        return _found(road.article(number))

    @api.get("/articles/{number}/revisions")
    def revisions(number: int) -> Any:
        """The states of an article, the first one first, and how its page told of each change."""
        _found(road.article(number))
        return as_json(road.revisions(number))

    @api.get("/changes")
    def changes(silent: bool = False, limit: Annotated[int, Query(ge=1, le=500)] = 100) -> Any:
        """Articles whose pages were changed after publication, the latest change first; with `silent` those that do not tell."""
        return as_json(road.store.changes(silent_only=silent, limit=limit))

    @api.get("/articles/{number}/related")
    def related(number: int) -> Any:
        """What to read with an article."""
        _found(road.article(number))
        return as_json(road.related(number))

    @api.get("/search")
    def search(
        q: Annotated[str, Query(max_length=300)], limit: Annotated[int, Query(ge=1, le=200)] = 50
    ) -> Any:
        """Articles that have all the words of `q`."""
        return as_json(road.search(q, limit=limit))

    return api


def _found(value: Any) -> Any:
    if value is None:
        raise HTTPException(404, "not found")
    return as_json(value)
