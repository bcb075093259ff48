"""Polling over real HTTP: what is asked for, what is kept, what is lost when it is killed (nothing)."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press import Press
from tawatur.fetch import Fetcher
from tawatur.fetch.client import agent
from tawatur.model import Counts, Kept, Source
from tawatur.road import Road, adding, open_store, polling, visiting
from tawatur.road.advice import advice, kinds
from tawatur.road.doctor import examine
from tawatur.road.polling import keep_polling, poll
from tawatur.road.rhythm import LONGEST, SHORTEST, after_failure, is_told_of, next_look, pause, per_day
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
            # An hour later all pages are looked at: one has changed, of the others no byte comes.
            press.sent = 0
            second = await polled(road, press, NOW + timedelta(hours=1))
            assert (second.added, second.revised) == (0, 1)
            assert press.sent < 0.3 * sent
            assert press.busiest <= 2
            # A feed that is as it was is no reason to look again, nor one that is read again.
            asked = press.asked.total()
            await polled(road, press, NOW + timedelta(hours=2))
            assert sum("/page/" in url and count > 2 for url, count in press.asked.items()) == 0
            assert press.asked.total() - asked <= 3

    asyncio.run(play())


def test_a_page_that_changed_is_found_by_the_next_look_at_it(road: Road) -> None:
    async def play() -> None:
        async with Press(1, 3) as press:
            stock(road, press)
            await polled(road, press, NOW)
            press.changed.add(press.url(0, 1))
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


def test_a_page_that_cannot_be_read_is_not_asked_for_with_every_change_of_its_feed(road: Road) -> None:
    async def play() -> None:
        async with Press(1, 4) as press:
            stock(road, press)
            press.broken.add(press.url(0, 2))
            first = await polled(road, press, NOW)
            assert first.added == 4  # the feed itself has a title
            assert sum("answers 500" in problem for problem in first.problems) == 1
            await polled(road, press, NOW + timedelta(minutes=40))
            forget_etag(road)
            await polled(road, press, NOW + timedelta(minutes=50), only_due=True)
            assert press.asked[press.url(0, 2)] == 1
            press.broken.clear()
            later = await polled(road, press, NOW + timedelta(hours=1))
            assert (later.added, later.revised) == (0, 1)
            assert road.store.changes() == []  # it was we who had not read it
            assert road.store.counts()["pages"] == 4

    asyncio.run(play())


def test_a_feed_that_drops_and_rewrites_its_entries_does_no_harm(road: Road) -> None:
    async def play() -> None:
        async with Press(1, 6) as press:
            stock(road, press)
            await polled(road, press, NOW)
            before = list(road.store.all_reports())
            for entries, renamed in ((2, False), (0, False), (6, True)):
                press.entries, press.renamed = entries, renamed
                forget_etag(road)
                counts = await polled(road, press, NOW + timedelta(minutes=30))
                assert (counts.added, counts.revised) == (0, 0)
            assert list(road.store.all_reports()) == before
            assert all(press.asked[press.url(0, entry)] == 1 for entry in range(6))

    asyncio.run(play())


def forget_etag(road: Road) -> None:
    with road.store.writing() as writer:
        for source in road.store.sources():
            writer.update_source(replace(source, etag=None, next_poll=None))


def test_a_long_feed_is_read_in_portions(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visiting, "_PAGES", 3)

    async def play() -> None:
        async with Press(1, 7) as press:
            stock(road, press)
            moments = [NOW + timedelta(minutes=2 * turn) for turn in range(4)]
            counts = [await polled(road, press, moment) for moment in moments]
            assert [one.added for one in counts] == [2, 3, 2, 0]  # one entry is disallowed
            assert all(press.asked[press.url(0, entry)] == 1 for entry in range(7))

    asyncio.run(play())


def test_very_large_pages_are_read_in_portions_too(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visiting, "_BYTES", 1)
    monkeypatch.setattr(visiting, "_PAGES_AT_ONCE", 2)

    async def play() -> None:
        async with Press(1, 5) as press:
            stock(road, press)
            added = 0
            for turn in range(6):
                counts = await polled(road, press, NOW + timedelta(minutes=2 * turn))
                assert counts.added <= 3
                added += counts.added
            assert added == 5

    asyncio.run(play())


def test_a_site_that_does_not_answer_keeps_no_other_waiting(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "_TOGETHER", 0.2)

    async def play() -> None:
        async with Press(3, 2) as press:
            stock(road, press)
            press.silent.add(press.url(1, 0))
            clock = iter(NOW + timedelta(days=turn) for turn in range(1000))
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

            def tell(counts: Counts) -> None:
                if press.asked[f"http://{press.host(2)}:{press.port}/feed"] >= 3 and not done.done():
                    done.set_result(None)

            async with Fetcher(allowed=[press.host(one) for one in range(3)], delay=0.0) as fetcher:
                await asyncio.wait_for(keep_polling(road, fetcher, done, tell, clock=lambda: next(clock)), 60)
            assert press.asked[press.url(1, 0)] == 1
            urls = {one.article.url for one in road.store.all_reports()}
            assert urls == {press.url(feed, entry) for feed in (0, 2) for entry in range(2)}

    asyncio.run(play())


def test_an_article_that_breaks_a_stage_is_left_out_and_no_other(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = adding.attributions

    def breaks(paragraphs: Sequence[str], **more: Any) -> Any:
        if "المصنع رقم 2 " in paragraphs[0]:
            raise RuntimeError("an error of ours")
        return whole(paragraphs, **more)

    monkeypatch.setattr(adding, "attributions", breaks)

    async def play() -> None:
        async with Press(1, 5) as press:
            stock(road, press)
            counts = await polled(road, press, NOW)
            assert counts.added == 4
            assert sum("an error of ours" in problem for problem in counts.problems) == 1
            forget_etag(road)
            await polled(road, press, NOW + timedelta(minutes=30))
            assert press.asked[press.url(0, 2)] == 1
            assert all(source.error is None for source in road.store.sources())

    asyncio.run(play())


def test_a_source_that_moves_to_where_another_is_ends(road: Road) -> None:
    with road.store.writing() as writer:
        writer.add_source(Source("https://one.example/feed", "feed"))
        writer.add_source(Source("https://two.example/feed", "feed"))
    first, second = road.store.sources()
    with road.store.writing() as writer:
        writer.update_source(replace(first, url=second.url))
    first, second = road.store.sources()
    assert (first.url, first.active) == ("https://one.example/feed", False)
    assert advice(first.error or "") == "double"
    assert second.active


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
    page = Kept("u", "u", NOW, NOW, (), b"", next_look(None, NOW))
    looks = [NOW]
    while page.next_check:
        looks.append(page.next_check)
        page = replace(page, checked=looks[-1], next_check=next_look(page, looks[-1]))
    waits = [later - earlier for earlier, later in pairwise(looks)]
    assert waits[0] == timedelta(hours=1)
    assert waits == sorted(waits)
    assert timedelta(days=10) < looks[-1] - NOW < timedelta(days=16)
    assert len(looks) < 20
    # A look before its time puts nothing off, one that comes late does.
    early = Kept("u", "u", NOW, NOW, (), b"", NOW + timedelta(hours=5))
    assert next_look(early, NOW + timedelta(hours=1)) == early.next_check
    assert next_look(early, NOW + timedelta(hours=8)) == NOW + timedelta(hours=8) + timedelta(hours=7.5)


def test_what_a_feed_says_of_its_changes_is_believed_once_an_hour() -> None:
    page = Kept("u", "u", NOW, NOW, ())
    later = NOW + timedelta(hours=2)
    assert is_told_of(page, later, later)
    assert not is_told_of(page, NOW - timedelta(days=1), later)
    assert not is_told_of(page, None, later)
    assert not is_told_of(page, NOW + timedelta(days=400), NOW + timedelta(minutes=30))


def test_a_clock_that_was_ahead_leaves_nothing_waiting(road: Road) -> None:
    async def play() -> None:
        async with Press(2, 3) as press:
            stock(road, press)
            await polled(road, press, NOW + timedelta(days=3650))
            assert all(
                source.next_poll > NOW + timedelta(days=3600)
                for source in road.store.sources()
                if source.next_poll
            )
            press.changed.add(press.url(1, 2))
            counts = await polled(road, press, NOW)
            assert (counts.added, counts.revised) == (0, 1)
            assert all(
                source.next_poll < NOW + timedelta(days=2)
                for source in road.store.sources()
                if source.next_poll
            )
            again = press.asked.total()
            await polled(road, press, NOW + timedelta(seconds=5))
            assert press.asked.total() == again

    asyncio.run(play())


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
