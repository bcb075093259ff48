"""Rows of links to the pages of topics, as text browsers print them: keywords that a page shows by its looks, without a label.

Such a row, right below a text, is given the label that it lacks. A text browser lists the addresses at the end, others print
each behind its words; there a link to the page of an author is given a label too.
"""

from __future__ import annotations

import re

from tawatur.page.lines import SENTENCE_END
from tawatur.page.wording.markers import marker
from tawatur.page.wording.phrases import listed

_PATH = r"/(?:tags?|topics?|keywords?|hashtags?|وسم)/"
_ADDRESS = re.compile(rf"^[ \t]*(?:(\d{{1,4}})\.|\[(\d{{1,4}})\]:?)[ \t]+\S*{_PATH}\S", re.M)
_MARKED = re.compile(r"(?:[\s،,|·•]*\[[^\[\]]+\]\([^()\s]+\))+")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_OF_TOPIC = re.compile(_PATH)
_OF_AUTHOR = re.compile(r"/(?:authors?|writers?|columnists?|كاتب|كتاب)/[^/]")
_NAME = (2, 4)  # words
_CLOSING = ("credit", "byline", "stamp")  # what stands below the end of a text
_ROW = re.compile(r"(?:\[\d{1,4}\][^\[\]:]+){2,}")
_NUMBER = re.compile(r"\[(\d{1,4})\]")


def labelled(page: str) -> str:
    """A dump with a label before such rows; any other text as it is."""
    topics = {one or other for one, other in _ADDRESS.findall(page)}
    if not topics:
        return _marked(page) if "](" in page else page
    lines = page.split("\n")
    label = next(listed("keywords"))
    above, parted = "", False  # the last line that is not empty, and whether an empty one parts it
    for at, line in enumerate(lines):
        row = line.strip()
        below_text = parted and above.endswith(SENTENCE_END)
        if below_text and _ROW.fullmatch(row) and topics.issuperset(_NUMBER.findall(row)):
            lines[at] = line.replace(row, f"{label}: {row}")
        above, parted = (row, False) if row else (above, True)
    return "\n".join(lines)


def _marked(page: str) -> str:
    """A dump that has its addresses behind its links with a label before a row of topics, and before the first author."""
    lines = page.split("\n")
    above, authors = "", 0
    for at, line in enumerate(lines):
        row = line.strip()
        links = _LINK.findall(row) if row.startswith("[") and _MARKED.fullmatch(row) else []
        topics = len(links) > 1 and all(_OF_TOPIC.search(address) for _, address in links)
        if topics and not row.startswith("[#") and _is_below_text(above):
            lines[at] = f"{next(listed('keywords'))}: {' | '.join(name for name, _ in links)}"
        elif len(links) == 1 and _is_author(*links[0]) and not authors:
            authors += 1
            lines[at] = f"{next(listed('byline'))}: {links[0][0]}"
        above = row or above
    return "\n".join(lines)


def _is_below_text(above: str) -> bool:
    """Whether the line above a row ends a sentence, or says who wrote it or whom it credits."""
    opened = marker(above)
    return above.endswith(SENTENCE_END) or (
        opened is not None and opened.what in _CLOSING and opened.rest != ""
    )


def _is_author(name: str, address: str) -> bool:
    fewest, most = _NAME
    return fewest <= len(name.split()) <= most and _OF_AUTHOR.search(address) is not None
