"""Polling over real HTTP: what is asked for, what is kept, what is lost when it is killed (nothing)."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import Press
from tawatur.fetch import Fetcher
from tawatur.fetch.client import agent
from tawatur.model import Counts, Kept, Source
from tawatur.road import Road, open_store
from tawatur.road.advice import advice, kinds
from tawatur.road.doctor import examine
from tawatur.road.polling import poll
from tawatur.road.rhythm import LONGEST, SHORTEST, after_failure, is_due, pause, per_day
from tawatur.sources import read_opml, write_opml
from tawatur.web.interface import interface

NOW = datetime(2026, 5, 8, 12, tzinfo=UTC)


async def polled(road: Road, press: Press, now: datetime, *, only_due: bool = True) -> Counts:
    async with Fetcher(allowed=[press.host(number) for number in range(press.feeds)], delay=0.0) as fetcher:
        return await poll(road, fetcher, only_due=only_due, now=now)


def stock(road: Road, press: Press) -> None:
    with road.store.writing() as writer:
        for source in press.sources():
            writer.add_source(source)


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    with open_store(tmp_path / "store.db", semantic=False) as opened:
        yield opened


def test_the_second_round_asks_for_what_may_have_changed_only(road: Road) -> None:
    async def play() -> None:
        async with Press(3, 8) as press:
            stock(road, press)
            first = await polled(road, press, NOW)
            assert (first.added, press.busiest <= 2) == (24, True)
            assert all(count == 1 for count in press.asked.values())
            assert not [url for url in press.asked if "/private/" in url]
            sent = press.sent
            press.changed.add(press.url(1, 3))
            # Within the hour nothing is due but the feeds, and those have not changed.
            await polled(road, press, NOW + timedelta(minutes=45))
            assert sum("/page/" in url and count > 1 for url, count in press.asked.items()) == 0
            # All of them, on demand: one page has changed, of the others no byte comes.
            press.sent = 0
            second = await polled(road, press, NOW + timedelta(hours=2), only_due=False)
            assert (second.added, second.revised) == (
                0,
                0,
            )  # the feeds themselves are as they were: nobody looked at the pages
            assert press.sent < 0.1 * sent

    asyncio.run(play())


def test_a_page_that_changed_is_found_by_the_next_look_at_it(road: Road) -> None:
    async def play() -> None:
        async with Press(1, 3) as press:
            stock(road, press)
            await polled(road, press, NOW)
            press.changed.add(press.url(0, 1))
            with road.store.writing() as writer:  # a feed that gained an entry has another ETag
                (source,) = road.store.sources()
                writer.update_source(replace(source, etag=None))
            counts = await polled(road, press, NOW + timedelta(hours=3), only_due=False)
            assert (counts.added, counts.revised) == (0, 1)
            (kept,) = road.store.kept([press.url(0, 2)]).values()
            assert (kept.fetched, kept.checked) == (NOW, NOW + timedelta(hours=3))

    asyncio.run(play())


def test_pages_are_kept_and_read_again(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        async with Press(1, 4) as press:
            stock(road, press)
            await polled(road, press, NOW)

    asyncio.run(play())
    assert road.store.counts()["pages"] == 4
    before = list(road.store.all_reports())
    assert road.reread() == Counts(unchanged=4)
    assert list(road.store.all_reports()) == before
    # A reader that found only the first paragraph, long ago: what is stored becomes what today's reader finds.
    with road.store.writing() as writer:
        writer._connection.exec_driver_sql(
            "UPDATE article SET paragraphs = '[\"نص ناقص.\"]', text_hash = 'x' WHERE id = 2"
        )
        writer._connection.exec_driver_sql("UPDATE revision SET text_hash = 'x' WHERE article_id = 2")
    assert road.reread() == Counts(revised=1, unchanged=3)
    assert list(road.store.all_reports()) == before
    assert len(road.revisions(2)) == 1
    assert list(examine(road, mend=False, now=NOW)) == []


def test_a_poll_that_is_killed_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    script = """
import asyncio, sys
sys.path.insert(0, sys.argv[1])
from test_polling import polled, stock, NOW
from press import Press
from tawatur.road import open_store
class There(Press):
    async def __aenter__(self): return self
    async def __aexit__(self, *_): pass
press = There(6, 10); press.port = int(sys.argv[3])
with open_store(sys.argv[2], semantic=False) as road:
    stock(road, press)
    print("begun", flush=True)
    asyncio.run(polled(road, press, NOW))
"""
    command = [sys.executable, "-c", script, str(Path(__file__).parent)]
    moments = random.Random(20260508)

    async def play() -> None:
        async with Press(6, 10) as press:
            store = str(tmp_path / "killed.db")
            for _ in range(int(os.environ.get("TAWATUR_TEST_KILLS", "12"))):
                process = await asyncio.create_subprocess_exec(
                    *command, store, str(press.port), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
                assert process.stdout
                await process.stdout.readline()
                await asyncio.sleep(moments.uniform(0.0, 1.2))
                with suppress(ProcessLookupError):  # it may have come to its end
                    process.send_signal(signal.SIGKILL)
                await process.wait()
            with open_store(store, semantic=False) as road:
                await polled(road, press, NOW + timedelta(days=1))
                await polled(road, press, NOW + timedelta(days=2))
                urls = [one.article.url for one in road.store.all_reports()]
                assert sorted(map(str, urls)) == sorted(
                    press.url(feed, entry) for feed in range(6) for entry in range(10)
                )
                assert all(len(one.article.paragraphs) == 2 for one in road.store.all_reports())
                assert list(examine(road, mend=False, now=NOW + timedelta(days=2))) == []

    asyncio.run(play())


def test_how_often_a_source_is_visited() -> None:
    hourly = [NOW - timedelta(hours=one) for one in range(20)]
    assert pause(hourly, NOW) == timedelta(minutes=30)
    assert pause([NOW - timedelta(minutes=one) for one in range(20)], NOW) == SHORTEST
    assert pause([NOW - timedelta(days=40)], NOW) == LONGEST
    assert pause(hourly, NOW, asked=[timedelta(hours=3), None]) == timedelta(hours=3)
    assert pause(hourly, NOW, asked=[timedelta(days=300)]) == LONGEST
    assert NOW + pause(hourly, NOW, skip_hours=frozenset(range(12, 18))) == NOW.replace(hour=18)
    assert (NOW + pause(hourly, NOW, skip_days=frozenset({4, 5}))).weekday() == 6
    assert pause(hourly, NOW, skip_hours=frozenset(range(24))) == timedelta(minutes=30)
    assert per_day(hourly) == 24.0
    assert per_day([NOW]) is None


@given(
    st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), max_size=30),
    st.frozensets(st.integers(0, 23), max_size=23),
)
def test_no_entry_dates_make_a_source_be_forgotten(dates: list[datetime], hours: frozenset[int]) -> None:
    assert SHORTEST <= pause(dates, NOW, skip_hours=hours) <= LONGEST + timedelta(days=1)


def test_a_failing_source_is_left_alone_longer_and_longer() -> None:
    waits = [after_failure(failures, None) for failures in range(1, 12)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=2)
    assert after_failure(1, 3 * 86_400) == timedelta(days=3)
    assert after_failure(1, 1e9) == timedelta(days=7)


def test_a_page_is_looked_at_again_at_growing_intervals() -> None:
    def page(checked: timedelta) -> Kept:
        return Kept("u", "u", NOW, NOW + checked, ())

    assert not is_due(page(timedelta()), NOW + timedelta(minutes=59))
    assert is_due(page(timedelta()), NOW + timedelta(hours=1))
    assert not is_due(page(timedelta(hours=4)), NOW + timedelta(hours=7))
    assert is_due(page(timedelta(hours=4)), NOW + timedelta(hours=8))
    assert not is_due(page(timedelta(days=8)), NOW + timedelta(days=17))


def test_every_error_has_advice_in_both_languages() -> None:
    for kind in (*kinds(), "file", "index", "stories", "disk", "clock", "schedule", "source"):
        assert all(interface(code).say(f"do_{kind}") for code in ("ar", "en"))
    assert advice("the server answers 403") == "refused"
    assert advice("x leads to 10.0.0.1, which is not on the public internet") == "inside"
    assert advice("who knows") == "unknown"


def test_servers_are_told_who_asks_and_where_to_reach_him() -> None:
    assert agent() == "Tawatur/0.1 (self-hosted news aggregator)"
    assert (
        agent("https://you.example/about")
        == "Tawatur/0.1 (self-hosted news aggregator; +https://you.example/about)"
    )
    assert "\n" not in agent("a\nX-Evil: 1")


def test_the_status_page_and_the_metrics(tmp_path: Path) -> None:
    from fastapi.testclient import TestClient

    from tawatur.web.app import make_app

    with open_store(tmp_path / "s.db", semantic=False) as road:
        client = TestClient(make_app(road))
        assert "tawatur add URL" in client.get("/status").text
        with road.store.writing() as writer:
            writer.add_source(Source("https://one.example/feed", "feed", outlet='وكالة "أولى"'))
            writer.add_source(Source("https://two.example/feed", "feed"))
        (first, second) = road.store.sources()
        with road.store.writing() as writer:
            writer.update_source(
                replace(
                    first,
                    last_success=NOW,
                    last_poll=NOW,
                    next_poll=NOW + timedelta(hours=1),
                    entries=7,
                    per_day=3.5,
                )
            )
            writer.update_source(replace(second, error="the server answers 403", failures=3))
        page = client.get("/status?lang=en").text
        assert "failing, 3 times in a row" in page
        assert "The site refuses us" in page
        assert page.index("two.example") < page.index("one.example")
        lines = client.get("/metrics").text.splitlines()
        assert 'tawatur_source_failures{outlet="",url="https://two.example/feed"} 3.0' in lines
        assert 'tawatur_source_per_day{outlet="وكالة \\"أولى\\"",url="https://one.example/feed"} 3.5' in lines
        assert "tawatur_sources 2.0" in lines
        assert [one.advice for one in examine(road, mend=False, now=NOW)] == ["refused"]


@given(st.lists(st.tuples(st.text(max_size=30), st.text("abcé/&<>\"'?=%١", max_size=20)), max_size=5))
def test_a_list_of_sources_comes_back_from_opml(names: list[tuple[str, str]]) -> None:
    sources = [Source(f"https://one.example/{path}", "feed", outlet=name or None) for name, path in names]
    back = read_opml(write_opml(sources))
    assert [one.url for one in back] == [one.url for one in sources]
    assert all(one.outlet for one in back)
