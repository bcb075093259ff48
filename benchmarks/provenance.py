"""What provenance costs in a large story: per report as they come, and for the story's page.

    python benchmarks/provenance.py [REPORTS]

The story is built: wires with their copies (credited and not), reports that cite, that hear a minister, an unnamed source.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

from fastapi.testclient import TestClient

import tawatur
from tawatur.attribution import attributions
from tawatur.model import Article, Report
from tawatur.outlets import Outlets
from tawatur.provenance import Tracing, provenance, signs_of, tally
from tawatur.road.adding import analysis_of, summary
from tawatur.road.identity import key, text_hash
from tawatur.store.writer import Entry
from tawatur.web.app import make_app

START = datetime(2026, 5, 1, tzinfo=UTC)
FAMILIES = [
    "الكناني",
    "المرواني",
    "الحلواني",
    "الصافي",
    "الجبوري",
    "الزيلعي",
    "الدغيثر",
    "البكري",
    "الشامخ",
    "الخطيب",
]
GIVEN = ["سالم", "هدى", "فارس", "ليان", "هيفاء", "حازم", "سلمى", "نزار", "منذر", "مازن", "نوال", "رامز"]
TOPICS = ["الميناء", "الجسر", "السد", "المستشفى", "المطار", "السوق", "الجامعة", "المحطة"]
WORDS = ["".join(letters) for letters in product("بتجدرسعفقكلمن", "اوي", "بتجدرسعفقكلمن", ("", "ة", "ات"))]


def articles(many: int) -> list[tuple[Article, int | None]]:
    """The reports of one large story, each with the index of the report whose text it copies."""
    chance = random.Random(20261127)
    outlets = [
        f"صحيفة {word} {number}"
        for number in range(40)
        for word in ("النور", "الأفق", "الساحل", "المدى", "البيدر")
    ]
    made: list[tuple[Article, int | None]] = []
    own: list[int] = []
    for at in range(many):
        outlet = chance.choice(outlets)
        published = START + timedelta(minutes=2 * at)
        copied = chance.choice(own[-200:]) if own and chance.random() < 0.6 else None
        if copied is not None:
            source = made[copied][0]
            credits = (source.outlet or "",) if chance.random() < 0.7 else ()
            made.append(
                (
                    replace(
                        source,
                        outlet=outlet,
                        published=published,
                        credits=credits,
                        url=f"https://old.example/{at}",
                    ),
                    copied,
                )
            )
            continue
        own.append(at)
        made.append((_own(chance, at, outlet, chance.choice(outlets), published), None))
    return made


def _own(chance: random.Random, at: int, outlet: str, other: str, published: datetime) -> Article:
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILIES)}"
    filler = " ".join(chance.choices(WORDS, k=60))

    def word() -> str:
        return chance.choice(WORDS)

    topic = chance.choice(TOPICS)
    kinds = [
        f"قال المتحدث باسم الوزارة {name} إن أعمال {topic} {word()} {word()} تتقدم وإن {at + 20} عاملا {word()} يشاركون فيها منذ الصباح.",
        f"ذكرت {other} أن أعمال {topic} {word()} {word()} توقفت ساعات {word()} قبل أن تستأنف في المساء بمشاركة {at + 20} عاملا.",
        f"كشف مصدر مطلع أن أعمال {topic} {word()} {word()} ستستمر {word()} أسبوعين آخرين وأن كلفتها بلغت {at + 20} مليون دينار.",
        f"تتواصل أعمال {topic} {word()} {word()} لليوم الثالث، ويشارك {word()} فيها {at + 20} عاملا من أقاليم مختلفة.",
    ]
    lines = [
        chance.choice(kinds),
        f"وأضاف أن {topic} {word()} {word()} سيفتح {word()} بعد {chance.randint(2, 90)} يوما، بحسب {word()} خطة {word()} رقمها {at}.",
    ]
    lines.append(filler + ".")
    lines.append(
        f"ويقع {topic} {word()} {word()} على بعد {chance.randint(2, 90)} كيلومترا من {word()}، وقد بني قبل {at + 3} شهرا."
    )
    return Article(
        f"تقدم أعمال {topic} رقم {at}", tuple(lines), language="ar", published=published, outlet=outlet
    )


def reports(made: list[tuple[Article, int | None]], outlets: Outlets) -> list[Report]:
    copied = {source for _, source in made if source is not None}
    found = []
    for at, (article, source) in enumerate(made):
        group = source + 1 if source is not None else at + 1 if at in copied else None
        said = attributions(article.paragraphs, language="ar", outlet=article.outlet, outlets=outlets)
        assert isinstance(article.published, datetime)
        found.append(
            Report(
                at + 1,
                article,
                article.outlet or "",
                article.published,
                article.published,
                1,
                group,
                (),
                None,
                said,
            )
        )
    return found


def stored(road: tawatur.Road, found: list[Report]) -> None:
    """Put a story into a store as it is."""
    with road.store.writing() as writer:
        entries = [
            Entry(
                report.id, key(report.article, report.outlet), report.article, report.outlet, text_hash(report.article),
                report.time, report.seen, 1, report.copy_of, (), report.attributions, analysis_of(report.article),
                1.0, None, None, signs_of(report), (),
            )
            for report in found
        ]  # fmt: skip
        tracing = Tracing(road.outlets)
        for entry in entries:
            assert entry.signs is not None
            tracing.add(entry.signs)
        writer.set_stories([summary(1, tracing)])
        writer.add(entries)


def keeping_up(found: list[Report], outlets: Outlets) -> None:
    signs = [signs_of(report) for report in found]
    tracing = Tracing(outlets)
    at = 0
    for mark in sorted({100, 1000, len(signs)}):
        started = time.process_time()
        first = at
        while at < mark:
            tracing.add(signs[at])
            tally(tracing)
            at += 1
        spent = (time.process_time() - started) / max(1, at - first)
        print(f"  to {mark:>6,} reports: {1e6 * spent:7.0f} µs a report, with its story's numbers after each")
    started = time.process_time()
    result = provenance(tracing)
    print(
        f"  read out at the end: {1000 * (time.process_time() - started):.0f} ms, {len(result.origins)} origins, "
        f"{len(result.nodes):,} nodes, {len(result.edges):,} edges"
    )


def adding(stories: list[list[Report]], made: list[tuple[Article, int | None]]) -> list[float]:
    """Milliseconds of CPU to add one article to each stored story, each in a transaction of its own, turn by turn: medians of 150."""
    with ExitStack() as stack:
        roads = []
        for found in stories:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            roads.append(stack.enter_context(tawatur.open(Path(folder) / "s.db", semantic=False)))
            stored(roads[-1], found)
        took: list[list[float]] = [[] for _ in stories]
        for number in range(160):
            for road, found, times in zip(roads, stories, took, strict=True):
                last = made[len(found) - 1][0]
                assert isinstance(last.published, datetime)
                article = replace(
                    last,
                    outlet=f"موقع جديد {number % 9}",
                    published=last.published + timedelta(minutes=number + 1),
                    url=f"https://new.example/{number}",
                )
                started = time.process_time()
                road.add([article], seen=article.published)  # type: ignore[arg-type]
                times.append(1000 * (time.process_time() - started))
        return [statistics.median(times[10:]) for times in took]


def page(found: list[Report]) -> None:
    with tempfile.TemporaryDirectory() as folder, tawatur.open(Path(folder) / "s.db", semantic=False) as road:
        stored(road, found)
        client = TestClient(make_app(road))
        client.get("/")
        for address in ("/story/1", "/api/stories/1/provenance", f"/article/{found[-1].id}"):
            took = []
            for _ in range(7):
                started = time.perf_counter()
                response = client.get(address)
                took.append(1000 * (time.perf_counter() - started))
                assert response.status_code == 200
            print(
                f"  {address}: first {took[0]:.0f} ms, then median {statistics.median(took[1:]):.0f} ms, "
                f"{len(response.content) / 1000:,.0f} kB"
            )


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    made = articles(many)
    outlets = Outlets(())
    found = reports(made, outlets)
    print(f"one story of {many:,} reports in {len({one.outlet for one in found})} outlets")
    keeping_up(found, outlets)
    small, large = adding([found[:100], found], made)
    print(
        f"  one article more, stored: {small:.2f} ms at 100 reports, {large:.2f} ms at {many:,} ({large / small:.2f} times)"
    )
    page(found)


if __name__ == "__main__":
    main()
