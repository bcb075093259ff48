"""The nearest texts by meaning, over all languages, among those of some days: exact, by one product of matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_NEAREST = 20


class Meanings:
    """Vectors of articles with their times."""

    def __init__(self) -> None:
        self._articles: list[int] = []
        self._times: list[float] = []
        self._vectors: np.ndarray[Any, Any] | None = None  # room for more rows than there are articles

    def add(self, article: int, time: float, vector: np.ndarray[Any, Any]) -> None:
        """Remember the vector (of length one) of an article of this time (seconds)."""
        import numpy as np

        size = len(self._articles)
        if self._vectors is None:
            self._vectors = np.zeros((1024, len(vector)), np.float32)
        elif size == len(self._vectors):
            self._vectors = np.vstack([self._vectors, np.zeros_like(self._vectors)])
        self._vectors[size] = vector
        self._articles.append(article)
        self._times.append(time)

    def forget(self, before: float) -> None:
        """Forget the articles that are older than this time (seconds)."""
        kept = [at for at, time in enumerate(self._times) if time >= before]
        if self._vectors is None or len(kept) == len(self._times):
            return
        self._vectors[: len(kept)] = self._vectors[kept]
        self._articles = [self._articles[at] for at in kept]
        self._times = [self._times[at] for at in kept]

    def nearest(self, vector: np.ndarray[Any, Any], time: float, within: float) -> list[int]:
        """The articles nearest to a vector, of those no further than `within` seconds from a time; the nearest first."""
        import numpy as np

        if self._vectors is None:
            return []
        size = len(self._articles)
        alike = self._vectors[:size] @ vector
        alike[np.abs(np.asarray(self._times) - time) > within] = -1.0
        best = np.argsort(-alike, kind="stable")[:_NEAREST]
        return [self._articles[at] for at in best if alike[at] > 0]
