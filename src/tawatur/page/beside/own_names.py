"""What the outlet calls itself whose page is read: in the page's metadata, by its address, where it states its rights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.outlets import fold, known
from tawatur.page.document.blocks import Block
from tawatur.page.wording.markers import Marker
from tawatur.page.wording.phrases import folded_phrases

_LONGEST = 200  # letters of a line of rights
_SHORTEST = 2  # letters of a name


class OwnNames:
    """The names of the outlet of a page; none where nothing tells them."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = tuple(f" {' '.join(fold(name).split())} " for name in names)

    def __bool__(self) -> bool:
        return bool(self._names)

    def has(self, name: str) -> bool:
        """Whether a name is the outlet's, or the telling part of it: «النور» of «وكالة النور للأنباء»."""
        folded = " ".join(fold(name).split())
        telling = len(folded) > _SHORTEST and not folded.isdigit()
        return telling and any(f" {folded} " in own for own in self._names)


NOBODY = OwnNames()


def own_names(
    blocks: Sequence[Block], opened: Sequence[Marker | None], stated: Iterable[str | None], url: str | None
) -> OwnNames:
    """The names of the outlet of a page, of which `stated` are in its metadata; `opened` are the markers of its blocks."""
    listed = known().at(url)
    names = [*stated, *((listed.name, listed.name_en, *listed.aliases) if listed else ())]
    noticed = (
        (block.text, one) for block, one in zip(blocks, opened, strict=True) if one or "©" in block.text
    )
    lines = [text for text, one in noticed if _states_rights(text, one)]
    return OwnNames([*filter(None, names), *lines])


def _states_rights(line: str, opened: Marker | None) -> bool:
    if len(line) > _LONGEST:
        return False
    if "©" in line:
        return True
    noticed = opened is not None and opened.what in ("notice", "frame")
    return noticed and fold(line).startswith(folded_phrases("rights"))
