"""What an article costs the stories, and the memory they take, over a long stream: ten thousand articles a week.

    python benchmarks/story_stream.py ARTICLES

A second process stops at the 10,000th article and keeps what is in sight there. At every later mark the two go on in turns, a
few hundred articles each, so that a machine whose speed drifts over the hour meets both alike.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection

import train_frequencies
from scores import print_cost
from stories import WEEK, analysed

from tawatur.language import Analysis
from tawatur.language.weights import counted
from tawatur.stories import Stories

A_WEEK = 10_000  # articles
MARKS = (100_000, 1_000_000)
TURNS, TURN, WARMING = 10, 300, 2  # turns, articles of each, and turns before them that do not count


def renamed(base: list[Analysis], turns: range) -> Iterator[Analysis]:
    """The articles again and again, shuffled, their rarer words and names other ones each time."""
    for turn in turns:
        for at in random.Random(turn).sample(range(len(base)), len(base)):
            own = base[at]

            def other(stem: str, turn: int = turn) -> str:
                return stem if counted(stem, "ar") else f"{stem}{turn}"

            yield replace(
                own,
                title=tuple(map(other, own.title)),
                body=tuple(map(other, own.body)),
                names=frozenset(f"{name}{turn}" for name in own.names),
            )


class Stream:
    """The stories of all articles so far."""

    def __init__(self, base: list[Analysis], total: int) -> None:
        self.stories = Stories()
        self.number = 0
        self._articles = renamed(base, range(1 + total // len(base)))

    def advance(self, articles: int) -> float:
        """Place so many more; returns the seconds of processor time it took."""
        started = time.process_time()
        for _ in range(articles):
            moment = self.number * WEEK / A_WEEK
            if self.number % 500 == 0:
                self.stories.forget(moment - WEEK)
            analysis = next(self._articles)
            placement = self.stories.place(analysis, moment, WEEK)
            for gone in placement.same:
                self.stories.merge(gone, placement.story or 0)
            story = self.number if placement.story is None else placement.story
            self.stories.add(self.number, story, analysis, moment)
            self.number += 1
        return time.process_time() - started


def advance_when_asked(stream: Stream, line: Connection) -> None:
    while articles := line.recv():
        line.send(stream.advance(articles))


def in_turns(stream: Stream, line: Connection) -> None:
    """Print what an article takes here and in the process that stayed behind, and how many times as long."""
    behind: list[float] = []
    here: list[float] = []
    for _ in range(WARMING + TURNS):
        line.send(TURN)
        behind.append(line.recv() / TURN)
        here.append(stream.advance(TURN) / TURN)
    ratios = [one / other for one, other in zip(here[WARMING:], behind[WARMING:], strict=True)]
    then, now = statistics.median(behind[WARMING:]), statistics.median(here[WARMING:])
    print(
        f"  in turns: {1e6 * then:.0f} µs at 10,000 and {1e6 * now:.0f} µs at {stream.number:,}; "
        f"{now / then:.2f} times (from {min(ratios):.2f} to {max(ratios):.2f})",
        flush=True,
    )


def main() -> None:
    total = int(sys.argv[1])
    base = [
        analysed("ar", row["title"], row["paragraphs"], 0.0)
        for row in train_frequencies.rows("arabic_news/articles.jsonl.gz")
    ]
    turns = TURN * (WARMING + TURNS) * len(MARKS)
    stream = Stream(base, total + turns)
    stream.advance(A_WEEK - TURN)
    print_cost(TURN, A_WEEK, stream.advance(TURN), len(stream.stories))
    line, other_end = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=advance_when_asked, args=(stream, other_end))
    process.start()
    for mark in [*(mark for mark in MARKS if mark < total), total]:
        stream.advance(mark - TURN - stream.number)
        print_cost(TURN, mark, stream.advance(TURN), len(stream.stories))
        in_turns(stream, line)
    line.send(0)
    process.join()


if __name__ == "__main__":
    main()
