"""Lines between the paragraphs of a dump that are all a link: headlines set into the text by their looks, without a label.

Where a dump shows which words are links, such lines are given the label that they lack.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.page.lines import LINE_END, SENTENCE_END, is_date, reads_as_headline
from tawatur.page.wording.markers import marker
from tawatur.page.wording.phrases import listed

_WHOLE = re.compile(r"(?:[•*+-]\s+)?(?:\[([^\[\]]+)\]\(<?[^()\s]*>?\)([^\[\]]*)|\[\d{1,4}\]([^\[\]]+))")
_MOST = 4  # links beside one another
_OF_TEXT = 0.4  # of the sentences of a page there are as many places of such links, at most
_TOLD = 4  # words of a sentence above them
_SENTENCE = 8  # words of one below them


def labelled(lines: Sequence[str]) -> list[str]:
    """The paragraphs of a dump, with the label of a read-also link on such lines."""
    shown = [at for at, line in enumerate(lines) if line.strip()]
    links: dict[int, str] = {}
    places = 0  # at which they stand
    run: list[tuple[int, str]] = []
    for place, at in enumerate(shown):
        if headline := _linked(lines[at].strip()):
            run.append((at, headline))
            continue
        above = lines[shown[place - len(run) - 1]].rstrip() if place > len(run) else ""
        if (
            0 < len(run) <= _MOST
            and _tells(above)
            and _goes_on([lines[one] for one in shown[place : place + 2]])
        ):
            links.update(run)
            places += 1
        run = []
    label, told = next(listed("read_also")), sum(_goes_on([lines[at]]) for at in shown)
    if places > _OF_TEXT * told:
        return list(lines)  # of news in brief
    return [f"{label}: {links[at]}" if at in links else line for at, line in enumerate(lines)]


def _linked(line: str) -> str | None:
    """The headline that a line is a link on, it may be with its date behind it; None for any other line."""
    found = _WHOLE.fullmatch(line)
    if found is None or (found[2] and found[2].strip() and not is_date(found[2])):
        return None
    headline = (found[1] or found[3]).strip()
    return headline if reads_as_headline(headline) and marker(headline) is None else None


def _tells(line: str) -> bool:
    return line.endswith(SENTENCE_END) and not line.endswith(":") and len(line.split()) >= _TOLD


def _goes_on(below: Sequence[str]) -> bool:
    """Whether one of the next two lines is a sentence."""
    return any(len(line.split()) >= _SENTENCE and line.rstrip().endswith(LINE_END) for line in below)
