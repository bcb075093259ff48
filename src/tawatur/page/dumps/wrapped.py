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

from tawatur.page.dumps.linked import labelled
from tawatur.page.lines import LINE_END, SENTENCE_END, is_date
from tawatur.page.wording.markers import marker

_NARROWEST, _WIDEST = 50, 140  # columns
_BREAKS = 2  # lines that break at the same width, at least
_TOO_WIDE = 0.1  # sentences on wider lines, for each line that breaks
_FEWEST_LINKS = 4  # numbers of links on a page that has them numbered
_LISTED = 3  # addresses in a list of them at the end
_HEADING_OF_LINKS = 2  # lines over that list, and words on each
_SLACK = 6  # columns
_FIRST_LINE = 8  # columns that the first line of a paragraph may be indented by
_OFF_CENTRE = 3  # columns between the middles of centred lines

_QUOTED = re.compile(r"^\s*(?:>[ \t]?)+")
_MARK = re.compile(r"\s*(?:[•▪■►◄▶◀●○◦□◆‣»·*+]|#{1,6}|[-–—]|\d{1,2}[.)]|\(?[a-zأ-ي][.)])\s+")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_RULE = re.compile(r"\s*[-_=~*━─═│┃┌┐└┘├┤┬┴┼╌┄.·+|]{3,}\s*")
_TABLE = re.compile(r"[│┃|].*[│┃|]")
_ADDRESS = re.compile(r"\s*(?:\d{1,4}\.|\[\d{1,4}\]:?)\s+(?:[a-z][a-z+.-]*:\S|/|#|\S+\.\w{2,4}$)\S*")
_LINK = re.compile(r"\[\d{1,4}\](?=[^\s:(])")  # before the words of a link
_OTHER_LINK = re.compile(r"(?:[\s،,;|/·•-]*)\[\d{1,4}\](?=\S)")
_MARKED_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\(<?[^()\s]*>?(?:\s+\"[^\"]*\")?\)|\[\d{1,4}\])")
_BROKEN_LINK = re.compile(
    r"\[[^\[\]\n]{0,300}(?:\n[^\[\]\n]{0,300}){1,3}\]\(<?[^()\s]*>?(?:\s+\"[^\"\n]*\")?\)"
)
_ADDRESSED = re.compile(r"\[[^\[\]\n]+\]\(<?(?:[a-z]{2,8}:|[/#?]|\.{1,2}/)[^()\s]*>?[) ]")
_BARE_LINK = re.compile(r"\[\s*\](?:\(<?[^()\s]*>?\)|\[\d{1,4}\])")
_HEADED = re.compile(r"(?<=\[)\s*#{1,6}\s+")
_IMAGE = re.compile(
    r"!\[[^\[\]]*\](?:\([^()]*\)|\[\d*\])"
    r"|\[(?:IMG|INLINE|IMAGE|LINK|EMBED|VIDEO|AUDIO|USEMAP|ISMAP|[^\[\]\s]+\.(?:jpe?g|png|gif|webp|svg|avif|bmp))\]",
    re.I,
)
_FIELD = re.compile(r"\(BUTTON\)|\[BUTTON\]|_{4,}|\[[_ xX*]?\]|\([_ *]?\)(?=\s)|\[ {2,}\]")
_BOLD = re.compile(r"\*{2,}([^*\n]+?)\*{2,}")
_SLANTED = re.compile(r"(?<![\w_])_([^_\n]+)_(?![\w_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_ENDS = (*LINE_END, ")", "]")


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
    lines = [_line(line) for line in page.split("\n")]
    width = _width(lines)
    page, broken = _BROKEN_LINK.subn(lambda link: " ".join(link[0].split()), page)
    numbered = len(_LINK.findall(page)) >= _FEWEST_LINKS
    marked = _ADDRESSED.search(page) is not None or len(_MARKED_LINK.findall(page)) >= _FEWEST_LINKS
    if width is None and not (numbered or marked):
        return page
    if broken:
        lines = [_line(line) for line in page.split("\n")]
    lines = _with_bullets(_without_addresses(lines))
    texts = (
        _joined(_with_titles(lines, width), width)
        if width
        else [" " * line.indent + line.text for line in lines]
    )
    texts = labelled([_without_images(text) for text in texts])
    return "\n".join(_plain(text, linked=numbered or marked) for text in texts)


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
    """The width at which most lines break; None where the lines of a text are not broken.

    Hardly a sentence stands on a wider line, and few of the lines that break end one. Of lines right below one another
    only those count that end with a sentence: others are a list.
    """
    breaks: Counter[int] = Counter()
    ended: Counter[int] = Counter()
    wide: list[int] = []  # lines that are a sentence
    below, told = _line(""), False
    for line in reversed(lines):
        ends = line.text.endswith(SENTENCE_END)
        if ends and not (line.is_marked or _is_unbroken(line)):
            wide.append(line.width)
        told = bool(below.text) and (told or below.text.endswith(SENTENCE_END))
        if told and line.text and _hangs(line, below, first=True):
            between = range(max(line.width, _NARROWEST), min(line.width + below.word, _WIDEST) + 1)
            breaks.update(between)
            ended.update(between if ends else ())
        below = line
    widths = [
        width
        for width, count in breaks.items()
        if count >= _BREAKS
        and ended[width] <= count / 2
        and sum(one > width for one in wide) <= _TOO_WIDE * count
    ]
    return max(widths, key=lambda width: (breaks[width], width), default=None)


def _is_unbroken(line: _Line) -> bool:
    """A line of a kind that is not broken everywhere: a row of a table, an address, a link with its address."""
    return bool(_TABLE.search(line.text) or _ADDRESS.match(line.text) or "](" in line.text)


def _hangs(line: _Line, below: _Line, *, first: bool) -> bool:
    """Whether a line stands where the text of the one above it goes on; `first`: that one is the first of its paragraph."""
    if below.is_marked and (below.indent != line.indent or line.is_marked or not _NUMBERED.match(below.text)):
        return False
    hangs = line.hangs if first else line.indent
    return below.indent == hangs or (first and not line.is_marked and 0 < hangs - below.indent <= _FIRST_LINE)


def _is_open(line: _Line) -> bool:
    """Whether a heading ends inside the words of a link; the rest of them is not set in as it is."""
    return line.text.startswith("#") and line.text.rfind("[") > line.text.rfind("]")


def _is_full(line: _Line, below: _Line, width: int) -> bool:
    """Whether the first word of the line below had no more room; where no sentence ends, signs may be counted otherwise."""
    slack = 0 if line.text.endswith(SENTENCE_END) else _SLACK
    return line.width + below.word >= width - slack


def _joined(lines: Sequence[_Line], width: int) -> list[str]:
    """The paragraphs of lines that break at a width, with their indentation; an empty line where there is one.

    Where paragraphs end with a sentence, several lines that do not are a row of links: an item.
    """
    paragraphs = list(_paragraphs(lines, width))
    broken = [parts for _, parts in paragraphs if len(parts) > 1]
    ended = sum(parts[-1].endswith(_ENDS) for parts in broken) > len(broken) / 2
    return [
        " " * line.indent + ("• " if ended and _is_row(line, parts) else "") + " ".join(parts)
        for line, parts in paragraphs
    ]


def _is_row(line: _Line, parts: Sequence[str]) -> bool:
    return len(parts) > 1 and not line.is_marked and not parts[-1].endswith(_ENDS)


def _paragraphs(lines: Sequence[_Line], width: int) -> Iterator[tuple[_Line, list[str]]]:
    """The first line of each paragraph, and the texts of all of its lines."""
    at = 0
    while at < len(lines):
        line, parts = lines[at], [lines[at].text]
        above, first = line, True
        while (
            at + 1 < len(lines)
            and (below := lines[at + 1]).text
            and not (line.is_marked and is_date(below.text))
            and (_is_open(above) or (_is_full(above, below, width) and _hangs(above, below, first=first)))
        ):
            parts.append(below.text)
            above, first, at = below, False, at + 1
        yield line, parts
        at += 1


def _without_addresses(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without the list of a page's addresses at its end and what stands over it."""
    addresses = {at for at, line in enumerate(lines) if _ADDRESS.match(line.text)}
    if len(addresses) < _LISTED:
        return list(lines)
    first = min(addresses)
    if all(
        at in addresses or len(line.text.split()) <= _HEADING_OF_LINKS
        for at, line in enumerate(lines)
        if at > first
    ):
        over = [at for at in range(first) if lines[at].text][-_HEADING_OF_LINKS:]
        for at in reversed(over):
            if len(lines[at].text.split()) > _HEADING_OF_LINKS:
                break
            first = at
        return list(lines[:first])
    return [line for at, line in enumerate(lines) if at not in addresses]


def _with_bullets(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with bullets for the numbers of lists, which are set further in than paragraphs."""
    usual = _usual_column(lines)
    return [
        line._replace(text="• " + line.text[line.hangs - line.indent :])
        if line.indent > usual and _NUMBERED.match(line.text)
        else line
        for line in lines
    ]


def _with_titles(lines: Sequence[_Line], width: int) -> list[_Line]:
    """The lines, with those made one that are a title, centred over several of them."""
    usual = _usual_column(lines)
    found: list[_Line] = []
    for line in lines:
        if found and _goes_on_centred(found[-1], line, usual, width):
            found[-1] = line._replace(text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _goes_on_centred(line: _Line, below: _Line, usual: int, width: int) -> bool:
    """Whether a line set far in, as long as most of one, goes on below around the same middle; with no date, byline or label."""
    set_in = (
        line.indent > usual and below.indent > usual + _FIRST_LINE and not (line.is_marked or below.is_marked)
    )
    off = abs(line.indent + line.width - below.indent - below.width)
    if not (line.text and below.text and set_in) or off > 2 * _OFF_CENTRE:
        return False
    ended = line.text.endswith(LINE_END) or is_date(below.text) or marker(below.text) is not None
    return len(line.text) > width / 2 and not ended


def _usual_column(lines: Sequence[_Line]) -> int:
    """The column at which most paragraphs begin."""
    columns = Counter(
        line.indent for line in lines if line.text.endswith(SENTENCE_END) and not line.is_marked
    )
    return max(columns, key=lambda column: columns[column], default=0)


def _without_images(text: str) -> str:
    """A paragraph without images, links that have no words beside them, and marks of a heading inside a link."""
    return _HEADED.sub("", _BARE_LINK.sub("", _IMAGE.sub("", text)))


def _plain(text: str, *, linked: bool) -> str:
    """A paragraph without marks for links, fields and letters."""
    text = _FIELD.sub("", _MARKED_LINK.sub(lambda found: f"[0]{found[1].strip()}", text))
    if linked:
        text = _without_numbers(text)
    text = _SLANTED.sub(r"\1", _BOLD.sub(r"\1", text))
    return _ESCAPED.sub(r"\1", text)


def _without_numbers(text: str) -> str:
    """A line without the numbers of its links; of a row of links with bars between them."""
    label, colon, rest = text.partition(":")
    before, links = (label + colon, rest) if colon and "[" not in label else ("", text)
    is_row = len(_LINK.findall(links)) > 1 and links.lstrip(" *•+-").startswith("[")
    if not is_row or links.rstrip().endswith(SENTENCE_END):
        return _LINK.sub("", text)
    start = links.index("[")
    first = _LINK.sub("", links[start:], count=1)
    return before + links[:start] + _OTHER_LINK.sub(" | ", first)
