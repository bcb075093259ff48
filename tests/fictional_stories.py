"""The fictional stories of tests/origins: read as if they had been published, without a store."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tawatur.attribution import attributions
from tawatur.copies import Copies
from tawatur.model import Article, Outlet, Provenance, Report
from tawatur.outlets import known
from tawatur.provenance import provenance, signs_of, traced
from tawatur.road.adding import analysis_of

FOLDER = Path(__file__).parent / "origins"
_WEEK = 7 * 86_400
OUTLETS = known().extended(
    Outlet(name, (), (), kind, english)
    for name, kind, english in (
        ("وكالة النور", "agency", "Al-Noor Agency"), ("صحيفة الساحل", "newspaper", "Al-Sahel"),
        ("قناة المدى", "broadcaster", "Al-Mada"), ("موقع الرواق", "site", "Al-Riwaq"),
        ("صحيفة البيدر", "newspaper", "Al-Baydar"), ("إذاعة الجسر", "radio", "Al-Jisr Radio"),
        ("Plain Herald", "newspaper", "Plain Herald"), ("Gulf Ledger", "site", "Gulf Ledger"),
        ("موقع مشكاة", "site", "Mishkat"), ("صحيفة الأرجوان", "newspaper", "Al-Urjuwan"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A fictional story: what its file says is right, and what was found."""

    gold: dict[str, Any]
    found: Provenance
    names: dict[int, str]  # reports by the ids of the file

    def right(self) -> dict[str, bool]:
        """For each thing that the file says, whether it was found so."""
        gold, found = self.gold, self.found
        ring = [sorted(gold["circular"])] if gold["circular"] else []
        uncredited = {self.names[one] for group in found.copy_groups for one in group.uncredited}
        return {
            "origins": len(found.origins) == len(gold["origins"]),
            "first reporter": found.first_reporter == gold["first_reporter"],
            "unknown": len(found.unknown) == gold["unknown"],
            "circular": sorted(map(sorted, found.circular)) == ring,
            "uncredited": uncredited == set(gold["uncredited"]),
            "single origin": found.single_origin == gold["single_origin"],
            "unnamed only": found.anonymous_only == gold["anonymous_only"],
            "outside": sorted(found.outside) == sorted(gold["outside"]),
        }


def stories(name: str) -> Iterator[Told]:
    """The stories of a file of tests/origins."""
    for gold in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["story"]:
        reports, names = reports_of(gold)
        yield Told(gold, provenance(traced(map(signs_of, reports), OUTLETS)), names)


def reports_of(gold: dict[str, Any]) -> tuple[list[Report], dict[int, str]]:
    """The reports of a story with their copy groups and statements, and their names in the file."""
    texts = {table["id"]: table["paragraphs"] for table in gold["report"]}
    copies, group_of = Copies(), dict[int, int]()
    reports: list[Report] = []
    ordered = sorted(gold["report"], key=lambda table: str(table["time"]))
    for number, table in enumerate(ordered, 1):
        article = _article(table, texts)
        assert isinstance(article.published, datetime)
        shingles, time = analysis_of(article).shingles, article.published.timestamp()
        match = copies.match(shingles, time, _WEEK)
        copies.add(number, shingles, time)
        if match.same is not None:
            group_of[number] = group_of.setdefault(match.same, match.same)
        said = attributions(
            article.paragraphs, language=article.language, outlet=article.outlet, outlets=OUTLETS
        )
        reports.append(
            Report(
                number, article, table["outlet"], article.published, article.published, 1, None, match.reused, None, said
            )
        )  # fmt: skip
    names = {number: str(table["id"]) for number, table in enumerate(ordered, 1)}
    return [replace(report, copy_of=group_of.get(report.id)) for report in reports], names


def _article(table: dict[str, Any], texts: dict[str, list[str]]) -> Article:
    paragraphs = tuple(
        texts[table["copy_of"]][int(text[1:])] if text.startswith("@") else text
        for text in table["paragraphs"]
    )
    published = datetime.fromisoformat(str(table["time"]).replace("Z", "+00:00"))
    credits = (table["credit"],) if table["credit"] else ()
    return Article(
        table["title"], paragraphs, language=table["language"], published=published, outlet=table["outlet"], credits=credits
    )  # fmt: skip
