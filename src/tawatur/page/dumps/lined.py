"""The lines of a dump as blocks, put together again where it was drawn, wrapped, tagged or cut."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawatur.page.document.blocks import Block, count_words
from tawatur.page.dumps.cells import unlaid
from tawatur.page.dumps.drawn import marked, undrawn
from tawatur.page.dumps.fragments import mended
from tawatur.page.dumps.heard import unheard
from tawatur.page.dumps.numbered import unnumbered
from tawatur.page.dumps.rows import parted
from tawatur.page.dumps.tagged import untagged
from tawatur.page.dumps.topics import labelled
from tawatur.page.dumps.worth import worth
from tawatur.page.dumps.wrapped import unwrapped
from tawatur.page.lines import LINE_END

_BULLET = re.compile(
    r"^\s*(?:[•▪▫■□►▸▹◄▶◀●○◦◆◇❖‣⁃∙»·*٭✓✔★☆]\ufe0f?|[-–—]\s)\s*"
)  # drawn in colour, it may be
_DIRECTIONS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"  # marks that nobody sees
_HASHES = re.compile(r"^#{1,6}\s+")  # of a heading, where a dump keeps some of its markup
_GAP = re.compile(r"(?:[ \u00a0]{3,}|\t+)")  # columns: keywords in a row
_NARROW = re.compile(r"(?<![.!؟?:،,؛|])(?:[ \u00a0]{2,}|\t+)")  # gaps in a row that has several
FIGURE = re.compile(r"\d[\d.,٫٬]*\s?[%٪]?\s\D*[^\d.؟?!:]")  # a line of a list of figures
_FIGURES = 3  # lines of such a list, at least
_POINT = 8  # words of one
_COLUMNS = 2  # gaps in a row of columns, at least


class Lines(NamedTuple):
    """The lines of a dump as blocks; the indices of those above which it leaves a line empty; the levels of those it marks as headings."""

    blocks: list[Block]
    parted: frozenset[int]
    headed: Mapping[int, int]


def lines(page: str) -> Lines:
    """The lines of a plain-text page, put together again where it was drawn, wrapped, tagged or cut."""
    page = unlaid(untagged(unheard(page.replace("\r\n", "\n"))))
    found = _lines(mended(parted(unnumbered(unwrapped(labelled(undrawn(marked(page))))))))
    return found._replace(blocks=_with_figures(found.blocks))


def _lines(page: str) -> Lines:
    found: list[Block] = []
    headed: dict[int, int] = {}
    parted: set[int] = set()
    empty = True
    for line in page.split("\n"):
        line = line.strip().strip(_DIRECTIONS).strip()
        hashes = _HASHES.match(line)
        line = line[hashes.end() :] if hashes else line
        bullet = _BULLET.match(line)
        line = line[bullet.end() :] if bullet else line
        row = len(_NARROW.findall(line)) >= _COLUMNS and not line.endswith(LINE_END)
        line = (_NARROW if row else _GAP).sub(" | ", line)
        clean = " ".join(line.replace("\ufeff", "").split())
        if clean:
            if empty:
                parted.add(len(found))
            if hashes:
                headed[len(found)] = len(hashes[0].strip())
            found.append(Block(clean, "item" if bullet else "paragraph", 0, count_words(clean)))
        empty = not clean
    return Lines(found, frozenset(parted), headed)


def _with_figures(found: list[Block]) -> list[Block]:
    """The lines, with those made items that list figures inside a text: «120 minutes», «7 penalties», «3 saves»."""
    marked = list(found)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and FIGURE.fullmatch(found[end].text) and found[end].words <= _POINT:
            end += 1
        above = any(worth(one, None) > 0 for one in found[max(0, at - 2) : at])
        below = end < len(found) and worth(found[end], None) > 0
        if end - at >= _FIGURES and above and below and not _is_numbered(found[at:end]):
            marked[at:end] = [one._replace(kind="item") for one in found[at:end]]
        at = max(end, at + 1)
    return marked


def _is_numbered(lines: Sequence[Block]) -> bool:
    """Whether the figures that lines begin with only count them."""
    return [line.text.split()[0].rstrip(".)-") for line in lines[:2]] in (["1", "2"], ["١", "٢"], ["۱", "۲"])
