"""Rows of links to the pages of topics, as text browsers print them: keywords that a page shows by its looks, without a label.

A text browser lists the addresses at the end; such a row, right below a text, is given the label that it lacks.
"""

from __future__ import annotations

import re

from tawatur.page.lines import SENTENCE_END
from tawatur.page.wording.phrases import listed

_ADDRESS = re.compile(
    r"^[ \t]*(?:(\d{1,4})\.|\[(\d{1,4})\]:?)[ \t]+\S*/(?:tags?|topics?|keywords?|hashtags?|وسم)/\S", re.M
)
_ROW = re.compile(r"(?:\[\d{1,4}\][^\[\]:]+){2,}")
_NUMBER = re.compile(r"\[(\d{1,4})\]")


def labelled(page: str) -> str:
    """A dump with a label before such rows; any other text as it is."""
    topics = {one or other for one, other in _ADDRESS.findall(page)}
    if not topics:
        return page
    lines = page.replace("\r\n", "\n").split("\n")
    label = next(listed("keywords"))
    above, parted = "", False  # the last line that is not empty, and whether an empty one parts it
    for at, line in enumerate(lines):
        row = line.strip()
        below_text = parted and above.endswith(SENTENCE_END)
        if below_text and _ROW.fullmatch(row) and topics.issuperset(_NUMBER.findall(row)):
            lines[at] = line.replace(row, f"{label}: {row}")
        above, parted = (row, False) if row else (above, True)
    return "\n".join(lines)
