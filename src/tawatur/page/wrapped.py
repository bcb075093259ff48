"""Plain text as text browsers print it (lynx, w3m, links, html2text): lines of one width, numbered links, marks for images.

Such a dump is made one again with a paragraph on each line. Where its lines break is seen from the lines themselves: a
browser breaks a line only where the next word has no more room on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NARROWEST, _WIDEST = 50, 140  # columns
_BREAKS = 3  # lines that break at the same width, at least
_TOO_WIDE = 0.1  # the share of the letters in lines that are wider than that
_FEWEST_LINKS = 4  # numbers of links on a page that has them numbered
_LISTED = 3  # addresses in a list of them at the end
_HEADING_OF_LINKS = 2  # lines over that list, and words on each
_SLACK = 6  # columns
_FIRST_LINE = 8  # columns that the first line of a paragraph may be indented by

_QUOTED = re.compile(r"^\s*(?:>[ \t]?)+")
_MARK = re.compile(r"\s*(?:[•▪■►◄▶◀●○◦□◆‣»·*+#]|[-–—]|\d{1,2}[.)]|\(?[a-zأ-ي][.)])\s+")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_RULE = re.compile(r"\s*[-_=~*━─═│┃┌┐└┘├┤┬┴┼╌┄.·+|]{3,}\s*")
_TABLE = re.compile(r"[│┃|].*[│┃|]")
_ADDRESS = re.compile(r"\s*(?:\d{1,4}\.|\[\d{1,4}\]:?)\s+(?:[a-z][a-z+.-]*:\S|/|#|\S+\.\w{2,4}$)\S*")
_LINK = re.compile(r"\[\d{1,4}\](?=[^\s:(])")  # before the words of a link
_OTHER_LINK = re.compile(r"(?:[\s،,;|/·•-]*)\[\d{1,4}\](?=\S)")
_MARKED_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\(<?[^()\s]*>?(?:\s+\"[^\"]*\")?\)|\[\d{1,4}\])")
_IMAGE = re.compile(
    r"!\[[^\[\]]*\](?:\([^()]*\)|\[\d*\])"
    r"|\[(?:IMG|INLINE|IMAGE|LINK|EMBED|VIDEO|AUDIO|USEMAP|ISMAP|[^\[\]\s]+\.(?:jpe?g|png|gif|webp|svg|avif|bmp))\]",
    re.I,
)
_FIELD = re.compile(r"\(BUTTON\)|\[BUTTON\]|_{4,}|\[[_ xX*]?\]|\([_ *]?\)(?=\s)|\[ {2,}\]")
_BOLD = re.compile(r"\*{2,}([^*\n]+?)\*{2,}")
_SLANTED = re.compile(r"(?<![\w_])_([^_\n]+)_(?![\w_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_SENTENCE = (".", "؟", "?", "!", "…", "۔", "»", '"', "”")


class _Line(NamedTuple):
    """A line of a dump: its text from `indent` on, with any mark of a list, whose own text begins at `hangs`."""

    text: str
    indent: int
    hangs: int
    width: int  # columns to its end
    word: int  # columns of its first word

    @property
    def is_marked(self) -> bool:
        return self.hangs > self.indent


def unwrapped(page: str) -> str:
    """A dump with each paragraph on one line, without what a text browser adds; any other text as it is."""
    lines = [_line(line) for line in page.replace("\r\n", "\n").split("\n")]
    width = _width(lines)
    numbered = len(_LINK.findall(page)) >= _FEWEST_LINKS
    marked = len(_MARKED_LINK.findall(page)) >= _FEWEST_LINKS
    if width is None and not (numbered or marked):
        return page
    lines = _without_addresses(lines)
    texts = _joined(lines, width) if width else [" " * line.indent + line.text for line in lines]
    return "\n".join(_plain(text, numbered=numbered) for text in texts)


def _line(line: str) -> _Line:
    line = _QUOTED.sub(lambda found: " " * len(found[0]), line.expandtabs()).rstrip()
    text = line.lstrip()
    if not text or _RULE.fullmatch(line):
        return _Line("", 0, 0, 0, 0)
    indent = len(line) - len(text)
    mark = _MARK.match(line)
    word = text.partition(" ")[0]
    return _Line(text, indent, mark.end() if mark else indent, _columns(line), _columns(word))


def _columns(text: str) -> int:
    """How many columns a terminal shows a text in: signs above letters take none, wide letters two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in ("Mn", "Me", "Cf") for letter in text)


def _width(lines: Sequence[_Line]) -> int | None:
    """The width at which most lines break; None where the lines of a text are not broken."""
    breaks: Counter[int] = Counter()
    letters: Counter[int] = Counter()
    for line, below in zip(lines, [*lines[1:], _line("")], strict=True):
        if not _is_table(line):
            letters[line.width] += len(line.text)
        if line.text and below.text and _hangs(line, below, first=True):
            breaks.update(range(max(line.width, _NARROWEST), min(line.width + below.word, _WIDEST) + 1))
    if not breaks:
        return None
    width = max(breaks, key=lambda one: (breaks[one], one))
    wider = sum(count for columns, count in letters.items() if columns > width)
    return width if breaks[width] >= _BREAKS and wider <= _TOO_WIDE * letters.total() else None


def _is_table(line: _Line) -> bool:
    return bool(_TABLE.search(line.text) or _ADDRESS.match(line.text))


def _hangs(line: _Line, below: _Line, *, first: bool) -> bool:
    """Whether a line stands where the text of the one above it goes on; `first`: that one is the first of its paragraph."""
    if below.is_marked and (below.indent != line.indent or line.is_marked or not _NUMBERED.match(below.text)):
        return False
    hangs = line.hangs if first else line.indent
    return below.indent == hangs or (first and not line.is_marked and 0 < hangs - below.indent <= _FIRST_LINE)


def _is_full(line: _Line, below: _Line, width: int) -> bool:
    """Whether the first word of the line below had no more room; where no sentence ends, signs may be counted otherwise."""
    slack = 0 if line.text.endswith(_SENTENCE) else _SLACK
    return line.width + below.word >= width - slack


def _joined(lines: Sequence[_Line], width: int) -> Iterator[str]:
    """The paragraphs of lines that break at a width, with their indentation; an empty line where there is one."""
    at = 0
    while at < len(lines):
        line, parts = lines[at], [lines[at].text]
        above, first = line, True
        while (
            at + 1 < len(lines)
            and (below := lines[at + 1]).text
            and _is_full(above, below, width)
            and _hangs(above, below, first=first)
        ):
            parts.append(below.text)
            above, first, at = below, False, at + 1
        yield " " * line.indent + " ".join(parts)
        at += 1


def _without_addresses(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without the list of a page's addresses at its end and what stands over it."""
    addresses = {at for at, line in enumerate(lines) if _ADDRESS.match(line.text)}
    if len(addresses) < _LISTED:
        return list(lines)
    first = min(addresses)
    if all(at in addresses or len(line.text.split()) <= _HEADING_OF_LINKS for at, line in enumerate(lines) if at > first):
        over = [at for at in range(first) if lines[at].text][-_HEADING_OF_LINKS:]
        for at in reversed(over):
            if len(lines[at].text.split()) > _HEADING_OF_LINKS:
                break
            first = at
        return list(lines[:first])
    return [line for at, line in enumerate(lines) if at not in addresses]


def _plain(text: str, *, numbered: bool) -> str:
    """A paragraph without marks for links, images, fields and letters."""
    text = _MARKED_LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _FIELD.sub("", text)
    if numbered:
        text = _without_numbers(text)
    text = _SLANTED.sub(r"\1", _BOLD.sub(r"\1", text))
    return _ESCAPED.sub(r"\1", text)


def _without_numbers(text: str) -> str:
    """A line without the numbers of its links; of a row of links with bars between them."""
    label, colon, rest = text.partition(":")
    before, links = (label + colon, rest) if colon and "[" not in label else ("", text)
    is_row = len(_LINK.findall(links)) > 1 and links.lstrip(" *•+-").startswith("[")
    if not is_row or links.rstrip().endswith(_SENTENCE):
        return _LINK.sub("", text)
    start = links.index("[")
    first = _LINK.sub("", links[start:], count=1)
    return before + links[:start] + _OTHER_LINK.sub(" | ", first)
