"""What the outlet calls itself whose page is read: by the page's metadata, by its address, by whose rights it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tawatur.outlets import fold, known
from tawatur.page.blocks import Block

_RIGHTS = "©"
_LONGEST = 200  # letters of a line of rights
_PARTS = re.compile(r"[©|.،,–—()-]|\d{4}|\s{2,}")
_NAME = 4  # words


def own_names(blocks: Sequence[Block], outlet: str | None, url: str | None) -> frozenset[str]:
    """The folded names of the outlet of a page, none where nothing tells them; `outlet` is what the metadata call it."""
    found = {fold(outlet)} if outlet else set()
    if listed := known().at(url):
        found.update(map(fold, filter(None, (listed.name, listed.name_en, *listed.aliases))))
    found.update(name for block in blocks if _RIGHTS in block.text for name in _with_rights(block.text))
    return frozenset(found)


def _with_rights(line: str) -> Iterator[str]:
    """The names in a line that says whose the rights are."""
    if len(line) > _LONGEST:
        return
    for part in _PARTS.split(line):
        name = fold(part.strip(" :\"«»"))
        if name and len(name.split()) <= _NAME:
            yield name
