"""What the machine does to a store: another writer, a full disk. Nothing that was stored is lost, and it goes on afterwards."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from press import Press
from tawatur.fetch import Fetcher
from tawatur.model import Article, Counts
from tawatur.road import Road, open_store, polling
from tawatur.road.doctor import examine
from tawatur.road.polling import keep_polling
from tawatur.store import StoreError, engine
from test_polling import NOW, stock
from test_road import SEEN, wire


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(engine, "_BUSY", 0.2)
    return tmp_path / "store.db"


@pytest.fixture
def road(store: Path) -> Iterator[Road]:
    with open_store(store, semantic=False) as opened:
        opened.add([wire()], seen=SEEN)
        yield opened


def another(number: int) -> Article:
    whole = wire()
    paragraphs = tuple(
        f"{text} {number} " + " ".join(f"كلمة{number}{at}" for at in range(200)) for text in whole.paragraphs
    )
    return replace(whole, url=f"https://one.example/a/{number}", title=f"خبر رقم {number}", paragraphs=paragraphs)  # fmt: skip


def test_a_store_that_another_program_writes_to_is_read_and_written_afterwards(
    road: Road, store: Path
) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing to this store"):
            road.add([another(2)], seen=SEEN)
        assert len(list(road.store.all_reports())) == 1
        assert len(road.stories()) == 1
        other.execute("ROLLBACK")
    assert road.add([another(2)], seen=SEEN).added == 1
    assert len(list(road.store.all_reports())) == 2


def test_a_full_disk_is_said_and_what_was_stored_stays(road: Road, store: Path) -> None:
    with closing(sqlite3.connect(store)) as other:
        (pages,) = other.execute("PRAGMA page_count").fetchone()
    full = f"PRAGMA max_page_count = {pages + 3}"
    with road.store._engine.connect() as connection:  # the one connection of the pool
        connection.exec_driver_sql(full)
    before = list(road.store.all_reports())
    with pytest.raises(StoreError, match="make room on it"):
        road.add([another(number) for number in range(2, 30)], seen=SEEN)
    assert list(road.store.all_reports()) == before
    assert [one.about for one in examine(road, mend=False, now=SEEN) if one.about != "disk"] == []
    with road.store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert road.add([another(number) for number in range(2, 30)], seen=SEEN).added == 28
    assert list(road.store.all_reports())[:1] == before


def test_polling_goes_on_when_the_store_can_be_written_to_again(
    road: Road, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "_PATIENCE", timedelta(seconds=0.2))
    told: list[Counts] = []

    async def play() -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        other = sqlite3.connect(store, isolation_level=None)

        def tell(counts: Counts) -> None:
            told.append(counts)
            if counts.problems and other.in_transaction:
                other.execute("ROLLBACK")
            elif counts.added and not done.done():
                done.set_result(None)

        async with (
            Press(2, 3) as press,
            Fetcher(allowed=[press.host(0), press.host(1)], delay=0.0) as fetcher,
        ):
            stock(road, press)
            other.execute("BEGIN IMMEDIATE")
            await asyncio.wait_for(keep_polling(road, fetcher, done, tell, clock=lambda: NOW), 60)
        other.close()

    asyncio.run(play())
    assert "another program is writing" in " ".join(told[0].problems)
    assert sum(counts.added for counts in told) == 6
    assert all(source.last_success for source in road.store.sources())
