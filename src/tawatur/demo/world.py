"""The demo world: a fictional newswire as data, with its gold beside it. Nothing in it is real."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from tawatur.model import Outlet

_FIRST_DAY = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class WorldReport:
    """One report of the demo world as published; `copy_of` is the id of the report whose text it took."""

    id: str
    story: str
    outlet: str
    published: datetime
    language: str
    title: str
    paragraphs: tuple[str, ...]
    copy_of: str
    copy: str  # "full", "short", "partial" or ""
    credit: str
    byline: str
    keywords: tuple[str, ...]
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class WorldStory:
    """A story's gold: its origins and what is notable about them."""

    id: str
    title: str
    origins: tuple[dict[str, Any], ...]
    first_reporter: str
    circular: tuple[str, ...]
    single_origin: bool
    anonymous_only: bool


@dataclass(frozen=True, slots=True)
class World:
    """All outlets, stories and reports. `at` gives the reports as they stood at a moment."""

    outlets: dict[str, Outlet]
    pages: dict[str, dict[str, str]]  # how each polled outlet publishes: page, feed, charset
    stories: dict[str, WorldStory]
    reports: tuple[WorldReport, ...]
    revisions: tuple[WorldReport, ...]

    def at(self, moment: datetime | None = None) -> list[WorldReport]:
        """The reports published until `moment` (all, where it is None), in their state then, oldest first."""
        current = {one.id: one for one in self.reports if moment is None or one.published <= moment}
        for revised in self.revisions:
            if revised.id in current and (
                moment is None or (revised.modified and revised.modified <= moment)
            ):
                current[revised.id] = revised
        return sorted(current.values(), key=lambda one: (one.published, one.id))


@cache
def world() -> World:
    """The demo world that ships with Tawatur."""
    folder = files("tawatur.demo")
    tables = tomllib.loads((folder / "outlets.toml").read_text("utf-8"))["outlet"]
    outlets = {
        table["id"]: Outlet(table["name"], tuple(table["aliases"]), (), table["kind"], table["name_en"])
        for table in tables
    }
    pages = {
        table["id"]: {k: table.get(k, "utf-8") for k in ("page", "feed", "charset")}
        for table in tables
        if "page" in table
    }
    stories: dict[str, WorldStory] = {}
    reports: list[WorldReport] = []
    revisions: list[WorldReport] = []
    for path in sorted((folder / "world").iterdir(), key=lambda one: one.name):
        if path.name.endswith(".toml"):
            data = tomllib.loads(path.read_text("utf-8"))
            story = _story(data)
            stories[story.id] = story
            own, changed = _reports(data, story.id, outlets)
            reports += own
            revisions += changed
    return World(outlets, pages, stories, tuple(reports), tuple(revisions))


def _story(data: dict[str, Any]) -> WorldStory:
    table = data["story"]
    return WorldStory(
        id=table["id"],
        title=table["title_ar"],
        origins=tuple(data["origin"]),
        first_reporter=table["first_reporter"],
        circular=tuple(table.get("circular", ())),
        single_origin=table.get("single_origin", False),
        anonymous_only=table.get("anonymous_only", False),
    )


def _reports(
    data: dict[str, Any], story: str, outlets: dict[str, Outlet]
) -> tuple[list[WorldReport], list[WorldReport]]:
    texts = {table["id"]: table["paragraphs"] for table in data["report"]}
    own, changed = [], []
    for table in data["report"]:
        published = _moment(table)
        credit = table.get("credit", "")
        if credit in outlets:
            name = outlets[credit]
            credit = (name.name_en or name.name) if table["language"] == "en" else name.name
        paragraphs = tuple(
            _paragraph(one, texts.get(table.get("copy_of", ""), [])) for one in table["paragraphs"]
        )
        report = WorldReport(
            table["id"], story, table["outlet"], published, table["language"], table["title"], paragraphs,
            table.get("copy_of", ""), table.get("copy", ""), credit, table.get("byline", ""),
            tuple(table.get("keywords", ())),
        )  # fmt: skip
        own.append(report)
        changed += [
            replace(
                report,
                title=revision.get("title", report.title),
                paragraphs=tuple(_paragraph(one, table["paragraphs"]) for one in revision["paragraphs"]),
                modified=_moment(revision),
            )
            for revision in table.get("revision", ())
        ]
    return own, changed


def _paragraph(text: str, parent: list[str]) -> str:
    reference = re.fullmatch(r"@(\d+)", text)
    return parent[int(reference[1])] if reference else text


def _moment(table: dict[str, Any]) -> datetime:
    hours, minutes = table["time"].split(":")
    return _FIRST_DAY + timedelta(days=table["day"] - 1, hours=int(hours), minutes=int(minutes))
