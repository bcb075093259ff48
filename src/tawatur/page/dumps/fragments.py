"""Plain text that has a line for each element of its page: a sentence with a link or a bold word in it stands on several.

Such lines are made one again. That two of them are one sentence is seen from where they break (before a comma, behind
"of", before a small letter), and where a dump has broken sentences at all, from how many lines stand between two that end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tawatur.outlets import fold
from tawatur.page.lines import LINE_END, is_stamp
from tawatur.page.text.live import clock
from tawatur.page.wording.markers import Marker, is_bare_label, marker
from tawatur.page.wording.phrases import listed_words

_FEWEST = 3  # places where a sentence is surely broken, in a dump of which sentences are
_SHORT = 4  # words of a link or of bold text in a sentence
_IN_TEXT = (
    "stamp",
    "byline",
    "correction",
    "notice",
    "read_also",
    "credit",
)  # markers that text stands below
_MOST = 6  # lines of a sentence before its last one
_LONGEST = 2_000  # letters of a paragraph
_FEW = 5  # words beside a sign between labels
_TOLD = 4  # words of a sentence that ends a paragraph
_CLOSING = re.compile(r"[،,.؛;:!؟?)\]”۔](?!\w)")
_COMMA = re.compile(r"[،,؛](?:\s|$)|\.$")
_OPENED = ("(", "[", "«", "“")
_SIGN = re.compile(r"[+|:/،,–—-]|::")
_QUOTES = ("»", '"', "”")
_LIST = re.compile(r"\s*(?:[•▪■►◄●○◦‣·*]|[-–—]\s|\d{1,2}[.)]\s)")


def mended(page: str) -> str:
    """A dump with broken sentences on one line each; any other text as it is."""
    lines = [line.strip() for line in page.split("\n")]
    seen = 0
    for above, below in pairwise(lines):
        if _is_broken(above, below):
            seen += _FEWEST if _COMMA.match(below) else 1
            if seen >= _FEWEST:
                return "\n".join(_paired(_joined(lines)))
    return page


def _is_broken(above: str, below: str) -> bool:
    """Whether a sentence or a row of labels surely goes on from one line to the next."""
    if not (above and below) or _LIST.match(below):
        return False
    if not below[0].isalnum() and (_SIGN.fullmatch(below) or _CLOSING.match(below)):
        quoted = _COMMA.match(below) is not None and above.endswith(_QUOTES)
        return below not in ("|", "/", "-", "–", "—") and (quoted or not above.endswith(LINE_END))
    if above.endswith(LINE_END):
        return False
    if below[0].islower() and above[0].isupper():
        return len(above.split()) + len(below.split()) > _FEW
    return _ends_open(above) or _begins_open(below)


def _begins_open(line: str) -> bool:
    """Whether a line of some words begins with one that no sentence and no headline does."""
    words = line.split(None, _TOLD)
    return len(words) >= _TOLD and _word(words[0]) in listed_words("following")


def _ends_open(line: str) -> bool:
    """Whether a line ends with a word, or with a sign, behind which something must come."""
    if line.endswith(("،", ",", *_OPENED)):
        return True
    words = line.rsplit(None, 1)
    return len(words) > 1 and _word(words[-1]) in listed_words("leading")


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    return fold(word)


class _Line(NamedTuple):
    text: str
    parts: int = 1  # lines of the dump that surely are one sentence


def _joined(lines: Sequence[str]) -> list[_Line]:
    """The lines, with those joined that surely are one."""
    found: list[_Line] = []
    glued = False  # the line above ends with a sign that joins what stands around it
    for line in lines:
        above = found[-1].text if found else ""
        if not (line and above) or len(above) > _LONGEST:
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
            tight = _CLOSING.match(line) or above.endswith(_OPENED)
            found[-1] = _Line(f"{above}{line}" if tight else f"{above} {line}", found[-1].parts + 1)
        else:
            found.append(_Line(line))
    return found


def _joins(sign: str, above: str) -> bool:
    if sign in ":،,+":
        return not above.endswith(LINE_END)
    return sign == "|" and len(above.split()) <= _FEW


def _paired(lines: Sequence[_Line]) -> list[str]:
    """The lines, with those joined to a sentence that a link or bold text in it has broken off.

    What stands before it comes in pairs: the words that lead to the link, and the link. One more above them is a subheading.
    """
    found: list[_Line] = []
    free = 0  # lines since the last sentence
    first, listed_below = True, False  # the frame, or a list below a colon: whole lines that end no sentence
    for line in lines:
        if not line.text or _is_apart(line.text):
            found.append(line)
            opened = marker(line.text)
            free = _behind(opened)
            listed_below = opened is not None and opened.what not in _IN_TEXT
            continue
        if not _ends(line.text):
            found.append(line)
            free += line.parts
            continue
        count = _broken_off(found, line, free) if line.parts > 1 or not listed_below else 0
        if count and _are_pairs(found[-count:], first=first):
            found[-count:] = [_Line(" ".join([*(one.text for one in found[-count:]), line.text]))]
        else:
            found.append(line)
        first = first and len(line.text.split()) < _TOLD
        free, listed_below = 0, line.text.endswith(":")
    return [line.text for line in found]


def _broken_off(found: Sequence[_Line], line: _Line, free: int) -> int:
    """How many lines before the last one of a sentence are of it, by the number of all since the sentence before."""
    inside = line.parts - 1  # what it has of pairs already
    missing = (free + inside) // 2 * 2 - inside
    if not 0 < missing <= free <= _MOST or not (inside or _goes_on(line)):
        return 0
    count = 0
    while missing > 0:
        count += 1
        missing -= found[-count].parts
    return count if missing == 0 else 0


def _behind(opened: Marker | None) -> int:
    """Lines that count as standing behind a marker: one fewer than do where its link follows."""
    return -1 if is_bare_label(opened, "read_also", "credit") else 0


def _goes_on(line: _Line) -> bool:
    """Whether a line may be the rest of a sentence: in scripts that have capitals it begins without one, and it asks nothing."""
    first = line.text[0]
    return (first.islower() or not first.isupper()) and not line.text.endswith(("؟", "?"))


def _ends(line: str) -> bool:
    """Whether a line ends a sentence; a few words in quotes do not."""
    return line.endswith(LINE_END) and len(line.split()) >= (_TOLD if line.endswith(_QUOTES) else 2)


def _is_apart(line: str) -> bool:
    """A line that is something by itself: a label, a date, an item of a list."""
    signs = "|" in line or not any(map(str.isalpha, line))
    return bool(signs or _LIST.match(line) or clock(line) or is_stamp(line) or marker(line))


def _are_pairs(lines: Sequence[_Line], *, first: bool) -> bool:
    """Whether lines are words that lead to a link and the link, in turn; above the `first` sentence only such as no headline is."""
    if any(len(line.text.split()) > _SHORT for line in lines[1::2]):
        return False
    lead = lines[0].text.split()
    told = not first or lines[0].parts > 1 or _word(lead[0]) in listed_words("leading")
    return len(lead) > 1 and told
