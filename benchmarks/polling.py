"""Many feeds polled twice in one process: bytes, connections, memory, time.

    python benchmarks/polling.py [FEEDS [ENTRIES]]

The press (tests/press.py) is a process of its own on loopback, each feed at an address of its own; pages have 30 kB. The second round
is a day later, when every page is looked at again.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import tawatur
from tawatur.fetch import Fetcher
from tawatur.road.polling import poll

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from press import Press

NOW = datetime(2026, 5, 8, 12, tzinfo=UTC)
_SERVER = """
import asyncio, json, sys
sys.path.insert(0, sys.argv[1])
from press import Press

async def serve():
    async with Press(int(sys.argv[2]), int(sys.argv[3]), padding=28_000) as press:
        print(press.port, flush=True)
        loop = asyncio.get_running_loop()
        while await loop.run_in_executor(None, sys.stdin.readline):
            disallowed = [url for url in press.asked if "/private/" in url]
            print(json.dumps([press.sent, press.busiest, len(disallowed), sum(press.asked.values())]), flush=True)

asyncio.run(serve())
"""


async def main() -> None:
    feeds, entries = (int(one) for one in (*sys.argv[1:3], *("2000", "20")[len(sys.argv) - 1 :]))
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _SERVER, sys.path[0], str(feeds), str(entries),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert server.stdin is not None
    assert server.stdout is not None
    press = Press(feeds, entries)
    press.port = int(await server.stdout.readline())
    with tempfile.TemporaryDirectory() as folder, tawatur.open(Path(folder) / "s.db", semantic=False) as road:
        with road.store.writing() as writer:
            for source in press.sources():
                writer.add_source(source)
        before = 0
        for round_, now in (("first", NOW), ("second", NOW + timedelta(days=1))):
            started, cpu = time.perf_counter(), time.process_time()
            async with Fetcher(allowed=[press.host(one) for one in range(feeds)], delay=0.0) as fetcher:
                counts = await poll(road, fetcher, now=now)
            server.stdin.write(b"\n")
            sent, busiest, disallowed, asked = json.loads(await server.stdout.readline())
            print(
                f"{round_}: {counts.added:,} added, {counts.revised} revised, {(sent - before) / 1e6:,.1f} MB, "
                f"{asked:,} requests so far, at most {busiest} at once to a host, {disallowed} disallowed; "
                f"{time.perf_counter() - started:,.0f} s, {time.process_time() - cpu:,.0f} s of CPU, "
                f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB at most"
            )
            before = sent
    server.stdin.close()
    await server.wait()


asyncio.run(main())
