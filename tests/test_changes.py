"""Pages that change after publication: which tell of it, and which do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

import tawatur
from tawatur.dates import change_date
from tawatur.model import Announced, Article, Kept, pack
from tawatur.road import Incoming, Road
from tawatur.road.announced import announced
from tawatur.web.app import make_app
from test_road import SEEN, WIRE, wire

OTHERWISE = (WIRE[0], WIRE[1].replace("الخامس", "السادس"), WIRE[2])


def fetched(article: Article, hours: int) -> Incoming:
    seen = SEEN + timedelta(hours=hours)
    body = "\n".join(article.paragraphs).encode()
    return Incoming(article, seen, Kept(article.url or "", article.url or "", seen, seen, (), pack(body)))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {}, "silent"),
        ({"modified": SEEN}, {"modified": SEEN}, "silent"),
        ({"modified": SEEN}, {}, "silent"),
        ({"modified": SEEN}, {"modified": SEEN + timedelta(minutes=1)}, "dated"),
        ({}, {"modified": date(2026, 3, 2)}, "dated"),
        ({}, {"corrections": ("تصحيح: الرصيف السادس لا الخامس.",)}, "noted"),
        ({"corrections": ("تصحيح: أول.",)}, {"corrections": ("تصحيح: أول.",)}, "silent"),
        ({}, {"title": "إغلاق رصيف الحاويات (تصحيح)"}, "noted"),
        ({}, {"title": "CORRECTED: Port closes quay"}, "noted"),
        ({"title": "UPDATE 1-Port closes quay"}, {"title": "UPDATE 1-Port closes quay"}, "silent"),
        ({}, {"title": "Updated rules for ports"}, "silent"),
        ({"paragraphs": OTHERWISE}, {"paragraphs": tuple(f"{one} ." for one in OTHERWISE)}, None),
    ],
)
def test_how_a_page_tells_of_its_change(
    before: dict[str, object], after: dict[str, object], told: Announced | None
) -> None:
    assert announced(wire(**before), wire(**{"paragraphs": OTHERWISE, **after})) == told


def test_a_silent_edit_is_flagged_and_an_old_state_in_an_archive_is_none(road: Road) -> None:
    road.add([fetched(wire(), 0)])
    assert road.add([fetched(wire(paragraphs=OTHERWISE), 1)]).revised == 1
    assert road.add([wire()], seen=SEEN + timedelta(hours=2)).revised == 0  # an archive has the first state
    # The page went back to what it said before: that is a change, too.
    back = wire(modified=SEEN + timedelta(hours=3))
    assert road.add([fetched(back, 3)]).revised == 1
    (report,) = road.store.all_reports()
    assert report.article.paragraphs == WIRE
    assert [one.announced for one in road.revisions(report.id)] == [None, "silent", "dated"]
    assert [(one.article.id, one.announced) for one in road.store.changes()] == [
        (report.id, "dated"), (report.id, "silent"),
    ]  # fmt: skip
    assert [one.announced for one in road.store.changes(silent_only=True)] == ["silent"]


def test_changes_are_shown_in_both_languages(road: Road) -> None:
    client = TestClient(make_app(road))
    assert "لم يتغير بعد" in client.get("/changes").text
    road.add([fetched(wire(), 0)])
    note = "تصحيح: السفن تحول إلى <b>السادس</b>."
    road.add([fetched(wire(paragraphs=OTHERWISE), 1)])
    road.add([fetched(wire(corrections=(note,), keywords=("موانئ",)), 2)])
    (report,) = road.store.all_reports()
    page = client.get(f"/article/{report.id}?lang=en").text
    assert "changed without a word" in page
    assert "with a note of the editors" in page
    assert "<del>السادس" in page
    assert "تصحيح: السفن تحول إلى &lt;b&gt;السادس&lt;/b&gt;." in page
    assert "عُدّل دون إشارة" in client.get("/changes?silent=true&lang=ar").text
    assert f'href="/article/{report.id}#changes">عُدّل دون إشارة' in client.get(f"/story/{report.story}").text
    found = client.get(f"/api/articles/{report.id}/revisions").json()
    assert [one["announced"] for one in found] == [None, "silent", "noted"]
    assert [one["announced"] for one in client.get("/api/changes").json()] == ["noted", "silent"]


PAGE = """<html lang="ar"><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p class="date">{line}</p>
{text}{note}</article></body></html>"""


@pytest.mark.parametrize(
    ("head", "line", "modified"),
    [
        ('<meta property="article:modified_time" content="2026-03-01T11:30:00+03:00">', "", "2026-03-01T08:30:00+00:00"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","dateModified":"2026-03-01T09:00:00Z"}</script>', "", "2026-03-01T09:00:00+00:00"),
        ("", "نشر في 1 مارس 2026 - آخر تحديث: 2 مارس 2026", "2026-03-02"),
        ("", "1 مارس 2026", None),
    ],
)  # fmt: skip
def test_when_a_page_was_changed_and_what_its_editors_say_of_it(
    head: str, line: str, modified: str | None
) -> None:
    note = "تصحيح: ذكرت نسخة سابقة من هذا الخبر أن السفن تحول إلى الرصيف السادس، والصحيح أنه الخامس."
    text = "".join(f"<p>{one}</p>" for one in WIRE)
    page = PAGE.format(title=wire().title, head=head, line=line, text=text, note=f"<p>{note}</p>")
    (article,) = tawatur.read(page).articles
    found = article.modified
    if isinstance(found, datetime):
        found = found.astimezone(UTC)
    assert (found.isoformat() if found else None) == modified
    assert article.paragraphs == WIRE
    assert article.corrections == (note,)
    unnoted = PAGE.format(title=wire().title, head=head, line=line, text=text, note="")
    assert tawatur.read(unnoted).articles == (replace(article, corrections=()),)


def test_the_line_of_a_change() -> None:
    assert change_date("Published 1 March 2026. Updated: 2 March 2026", code="en") == date(2026, 3, 2)
    assert change_date("Published 1 March 2026", code="en") is None
