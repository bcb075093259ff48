"""In whose words an article goes on: what stands in a statement came through its outlets, and what follows an opening
«ووفقا لما نشرته الساحل، …» through that one."""

from __future__ import annotations

from tawatur.attribution.text.paragraph import Range

_LONGEST_SCOPE = 3  # paragraphs


class Framing:
    """The outlets by which one article was told so far."""

    def __init__(self) -> None:
        self._outlet: str | None = None  # by which the article goes on
        self._since = 0  # the paragraph that it begins
        self._told: tuple[int, Range, tuple[str, ...]] | None = (
            None  # what was said last through outlets: where, which
        )

    def goes_on(self, paragraph: int, outlet: str) -> None:
        """The article goes on by an outlet from here."""
        self._outlet, self._since = outlet, paragraph

    def said(self, paragraph: int, content: Range, outlets: tuple[str, ...]) -> None:
        """Something was said through outlets; others than that by which the article goes on end its part."""
        self._told = paragraph, content, outlets
        if self._outlet not in outlets:
            self._outlet = None

    def around(self, paragraph: int, at: int) -> tuple[str, ...]:
        """The outlets through which that was said in which the token `at` stands; none where there are none."""
        if self._told is None or self._told[0] != paragraph:
            return ()
        (start, end), outlets = self._told[1:]
        return outlets if start <= at < end else ()

    def behind(self, paragraph: int, turned: bool) -> tuple[str, ...]:
        """The outlet by which the article still goes on; it does not where a sentence has `turned` to somebody else."""
        if turned or paragraph - self._since > _LONGEST_SCOPE:
            self._outlet = None
        return (self._outlet,) if self._outlet else ()
