"""Plain text that has a line for each element of its page: a sentence with a link or a bold word in it stands on several.

Such lines are made one again. That two of them are one sentence is seen from where they break (before a comma, behind
"of", before a small letter), and where a dump has broken sentences at all, from how many lines stand between two that end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tawatur.language import languages
from tawatur.outlets import fold
from tawatur.page.lines import is_stamp
from tawatur.page.live import clock
from tawatur.page.markers import Marker, marker

_FEWEST = 3  # places where a sentence is surely broken, in a dump of which sentences are
_SHORT = 4  # words of a link or of bold text in a sentence
_MOST = 6  # lines of a sentence before its last one
_FEW = 5  # words beside a sign between labels
_TOLD = 4  # words of a sentence that ends a paragraph
_CLOSING = re.compile(r"[،,.؛;:!؟?)\]”۔](?!\w)")
_OPENED = re.compile(r"[(\[«“]$")
_SIGN = re.compile(r"[+|:/،,–—-]|::")
_ENDS = (".", "؟", "?", "!", "…", "»", '"', "”", "۔", ":", "؛")
_QUOTES = ("»", '"', "”")
_LIST = re.compile(r"\s*(?:[•▪■►◄●○◦‣·*]|[-–—]\s|\d{1,2}[.)]\s)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def mended(page: str) -> str:
    """A dump with broken sentences on one line each; any other text as it is."""
    lines = [line.strip() for line in page.replace("\r\n", "\n").split("\n")]
    if sum(_is_broken(above, below) for above, below in pairwise(lines)) < _FEWEST:
        return page
    return "\n".join(_paired(_joined(lines)))


def _is_broken(above: str, below: str) -> bool:
    """Whether a sentence or a row of labels surely goes on from one line to the next."""
    if not (above and below) or _LIST.match(below):
        return False
    if _SIGN.fullmatch(below) or _CLOSING.match(below):
        return below not in ("|", "/", "-", "–", "—", ".") and not above.endswith(_ENDS)
    if above.endswith(_ENDS):
        return False
    if below[0].islower() and above[0].isupper():
        return len(above.split()) + len(below.split()) > _FEW
    return _ends_open(above)


def _ends_open(line: str) -> bool:
    """Whether a line ends with a word, or with a sign, behind which something must come."""
    if line.endswith(("،", ",")) or _OPENED.search(line):
        return True
    words = line.split()
    return len(words) > 1 and _word(words[-1]) in _leading()


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    return fold(word)


@cache
def _leading() -> frozenset[str]:
    """Words that no sentence and no headline ends with."""
    return frozenset(
        fold(word) for spoken in languages() for word in spoken.data.get("markers", {}).get("leading", ())
    )


class _Line(NamedTuple):
    text: str
    broken: bool = False  # it was made of several


def _joined(lines: Sequence[str]) -> list[_Line]:
    """The lines, with those joined that surely are one."""
    found: list[_Line] = []
    glued = False  # the line above ends with a sign that joins what stands around it
    for line in lines:
        above = found[-1].text if found else ""
        if not (line and above):
            found.append(_Line(line))
            glued = False
        elif glued:
            found[-1] = _Line(f"{above} {line}")
            glued = False
        elif _SIGN.fullmatch(line):
            if glued := _joins(line, above):
                found[-1] = _Line(f"{above}{line}" if line in ":،," else f"{above} {line}")
            else:
                found.append(_Line(line))
        elif _is_broken(above, line):
            tight = _CLOSING.match(line) or _OPENED.search(above)
            found[-1] = _Line(f"{above}{line}" if tight else f"{above} {line}", True)
        else:
            found.append(_Line(line))
    return found


def _joins(sign: str, above: str) -> bool:
    if sign in ":،,+":
        return not above.endswith(_ENDS)
    return sign == "|" and len(above.split()) <= _FEW


def _paired(lines: Sequence[_Line]) -> list[str]:
    """The lines, with those joined to a sentence that a link or bold text in it has broken off.

    What stands before it comes in pairs: the words that lead to the link, and the link. One more above them is a subheading.
    """
    found: list[_Line] = []
    free = 0  # lines since the last sentence
    first = True
    for line in lines:
        if not line.text or _is_apart(line.text):
            found.append(line)
            free = _behind(marker(line.text))
            continue
        if not _ends(line.text):
            found.append(line)
            free += 1
            continue
        pairs = 0 if not _goes_on(line) else 1 if free > 0 and found[-1].broken else free // 2 * 2
        if pairs > 0 and free <= _MOST and _are_pairs(found[-pairs:], first=first):
            found[-pairs:] = [_Line(" ".join([*(one.text for one in found[-pairs:]), line.text]))]
        else:
            found.append(line)
        first = first and len(line.text.split()) < _TOLD
        free = _MOST + 1 if line.text.endswith(":") else 0  # a list may follow
    return [line.text for line in found]


def _behind(opened: Marker | None) -> int:
    """Lines that seem to stand behind a marker: none behind most, one fewer where its link follows, too many in the frame."""
    if opened is None or opened.what in ("stamp", "byline", "correction", "notice"):
        return 0
    if opened.what in ("read_also", "credit"):
        return 0 if opened.rest else -1
    return _MOST + 1


def _goes_on(line: _Line) -> bool:
    """Whether a line may be the rest of a sentence: in scripts that have capitals it begins without one, and it asks nothing."""
    first = line.text[0]
    return (first.islower() or not first.isupper()) and not line.text.endswith(("؟", "?"))


def _ends(line: str) -> bool:
    """Whether a line ends a sentence; a few words in quotes do not."""
    return line.endswith(_ENDS) and len(line.split()) >= (_TOLD if line.endswith(_QUOTES) else 2)


def _is_apart(line: str) -> bool:
    """A line that is something by itself: a label, a date, an item of a list."""
    signs = "|" in line or not any(map(str.isalpha, line))
    return bool(signs or _LIST.match(line) or clock(line) or is_stamp(line) or marker(line))


def _are_pairs(lines: Sequence[_Line], *, first: bool) -> bool:
    """Whether lines are words that lead to a link and the link, in turn; above the `first` sentence only such as no headline is."""
    if any(len(line.text.split()) > _SHORT for line in lines[1::2]):
        return False
    lead = lines[0].text.split()
    sure = lines[-1].broken and len(lines) == 1
    return len(lead) > 1 and (sure or not first or _word(lead[0]) in _leading())
