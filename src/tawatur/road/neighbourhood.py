"""The articles near in time to those being added, ready to compare with.

Loaded day by day from the store when first needed, and always the same whatever was loaded before: adding
goes on after a restart as if there had been none.
"""

from __future__ import annotations

from tawatur.copies import Copies, CopyMatch
from tawatur.language import Analysis
from tawatur.store import Writer
from tawatur.stories import Placement, Stories

_DAY = 86_400
_WINDOW_DAYS = 7
_MANY = 20_000  # articles in memory; beyond, the days that are out of sight are forgotten
_MOST = 150_000  # beyond, everything is, and what is needed loaded again: an archive in no order is slow then, but no larger


class Neighbourhood:
    """Copies and stories among the articles within a week of the one in hand."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything; what is needed is loaded again."""
        self._copies = Copies()
        self._stories = Stories()
        self._days: set[int] = set()
        self._group: dict[int, int | None] = {}

    def load(self, writer: Writer, times: list[int]) -> None:
        """Make sure that all stored articles within a week of these times are here."""
        if len(self._stories) > _MANY:
            self._forget(min(times))
        wanted = {
            day + shift
            for day in {time // _DAY for time in times}
            for shift in range(-_WINDOW_DAYS, _WINDOW_DAYS + 1)
        }
        missing = sorted(wanted - self._days)
        at = 0
        while at < len(missing):
            end = at
            while end + 1 < len(missing) and missing[end + 1] == missing[end] + 1:
                end += 1
            for neighbour in writer.neighbours(missing[at] * _DAY, (missing[end] + 1) * _DAY):
                self.add(neighbour.id, neighbour.time, neighbour.story, neighbour.copy_of, neighbour.analysis)
            at = end + 1
        self._days |= wanted

    def _forget(self, earliest: int) -> None:
        """Forget the days that no article from this time on sees; all, where there is too much even so.

        The days that come later stay: a source that brings old articles is followed by others that bring new ones.
        """
        first = earliest // _DAY - _WINDOW_DAYS
        if len(self._stories) > _MOST:
            self.clear()
        elif any(day < first for day in self._days):
            self._copies.forget(first * _DAY)
            self._stories.forget(first * _DAY)
            self._group = {article: self._group[article] for article in self._stories}
            self._days = {day for day in self._days if day >= first}

    def add(self, article: int, time: int, story: int, copy_of: int | None, analysis: Analysis) -> None:
        """Put an article among the neighbours."""
        self._copies.add(article, analysis.shingles, time)
        self._stories.add(article, story, analysis, time)
        self._group[article] = copy_of

    def match(self, analysis: Analysis, time: int) -> CopyMatch:
        """What the text shares with its neighbours'."""
        return self._copies.match(analysis.shingles, time, _WINDOW_DAYS * _DAY)

    def place(self, analysis: Analysis, time: int) -> Placement:
        """The story it belongs to."""
        return self._stories.place(analysis, time, _WINDOW_DAYS * _DAY)

    def group(self, article: int) -> int:
        """The copy group of a neighbour; its own id where it had none until now."""
        group = self._group[article]
        if group is None:
            group = self._group[article] = article
        return group

    def story(self, article: int) -> int:
        """The story of a neighbour."""
        return self._stories.story(article)

    def merge(self, gone: int, into: int) -> None:
        """Let the neighbours of one story belong to another."""
        self._stories.merge(gone, into)
