"""The plain-text dump of a page: which of its lines are running text, and which stand as its title.

A dump has no markup to go by. The article is the stretch of lines that gains most by its sentences and loses least by
the labels and headlines between them (a maximum-sum stretch, Bentley 1984), never across a line that opens or ends
something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.outlets import fold
from tawatur.page.document.blocks import Block, count_words
from tawatur.page.document.places import Place
from tawatur.page.dumps.boxes import bare_among, boxed, end_below, goes_on_behind, headlines_below
from tawatur.page.dumps.cells import unlaid
from tawatur.page.dumps.drawn import marked, undrawn
from tawatur.page.dumps.fragments import mended
from tawatur.page.dumps.heard import unheard
from tawatur.page.dumps.prose import chances
from tawatur.page.dumps.rows import parted
from tawatur.page.dumps.tagged import untagged
from tawatur.page.dumps.topics import labelled
from tawatur.page.dumps.wrapped import unwrapped
from tawatur.page.lines import LINE_END, in_common, is_date, is_stamp, opening
from tawatur.page.text.live import clock
from tawatur.page.wording.markers import Marker, is_bare_label, is_kicked, marker
from tawatur.page.wording.phrases import listed, openings

_BULLET = re.compile(r"^\s*(?:[•▪■►◄▶◀●○◦‣»·*]\ufe0f?|[-–—]\s)\s*")  # drawn in colour, it may be
_HASHES = re.compile(r"^#{1,6}\s+")  # of a heading, where a dump keeps some of its markup
_GAP = re.compile(r"(?:[ \u00a0]{3,}|\t+)")  # columns: keywords in a row
_NARROW = re.compile(r"(?<![.!؟?:،,؛|])(?:[ \u00a0]{2,}|\t+)")  # gaps in a row that has several
_LONG = 22  # words of a line that is hardly a headline, however it ends
_SHORTEST = 4  # words of a sentence
_LOSS = 6.0  # what a label or a headline between sentences costs, in words
_FIGURE = re.compile(r"\d[\d.,٫٬]*\s?[%٪]?\s\D*[^\d.؟?!:]")  # a line of a list of figures
_FIGURES = 3  # lines of such a list, at least
_POINT = 8  # words of one
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_UNLIKELY = (
    0.25  # the chance of a line that looks like a sentence and is none of the text: of a notice, a teaser
)
_LIKELY = 0.5  # of one that surely is of the text where another such stands beside it
_GOES_ON = 2  # lines of text below a credit inside it
_NEVER = 0.05  # and of one that is none wherever it stands
_ROW = 1.0  # what a row of a table costs
_COLUMNS = 2  # bars between columns of a table, or headlines of a ticker, at least
_TICKER = re.compile(r"\s(?:::|\*{2,3}|•|■|●|◆|//)(?:\s|$)")
_MOST = 60  # words that one line counts for
_ENOUGH = 0.4  # the first stretch that has so much of the best one's gain is the article
_TITLE_ABOVE = 6  # lines above the text within which its title stands
_BOX = 8  # lines of a box inside a text: a newsletter's form
_ENTRIES = 3  # clock times among the lines of a live blog
_TABLE = 40  # lines of a table that has a cell on each
_USUAL = 12  # words of a headline
_HALF = ("؛", ";")  # the end of half a sentence
_CAPTION = re.compile(r"\s[-–—/|]\s.{2,30}$")  # who took the picture
_PATH = re.compile(r"[/>»›].*[/>»›]")  # where a page stands on its site
_PARTS = re.compile(r"\s[-–—|]\s|\s::\s")  # of the title of a page: its headline, its site's name
_QUOTED = re.compile(r"«[^«»]*»")
_HEAD_ABOVE = 20  # lines, where buttons and a caption stand between it and the text
_FAR = 30  # lines from which it is no matter how many
_FARTHEST = 500
_SHARED = 0.5  # of the words of a headline that stands so far above the text, at least
_HEAD = 4  # lines below a headline in which its date or byline stands
_HEADED = {1: 1.5, 2: 0.5}  # what speaks for a line that the page marks as a heading of this level
_NAMED = 1.5  # and for one with which the page's first line begins, which is its name
_KICKER = 1.0  # what speaks against the line above a headline
_FEWEST = 4  # words of a headline that is found far above the text
_FULL = 6  # words from which a headline is none of the short ones
_LONGEST_TITLE = 22  # words
_BARRIERS = ("similar", "keywords", "end", "credit", "frame")


class Lines(NamedTuple):
    """The lines of a dump as blocks; the indices of those above which it leaves a line empty; the levels of those it marks as headings."""

    blocks: list[Block]
    parted: frozenset[int]
    headed: Mapping[int, int]


class Dump(NamedTuple):
    """The lines of a dump as blocks, and which of them are the article's text."""

    blocks: list[Block]
    text: frozenset[int]


def dump(page: str) -> Dump:
    """The lines of a plain-text page, its title made a heading, with the indices of its running text."""
    found, apart, headed = lines(page)
    opened = [marker(block.text) for block in found]
    likely = chances(found, opened)
    stretch = _article(found, opened, likely)
    if stretch is None:
        return Dump(found, frozenset())
    first, last = _without_kicker(found, *stretch)
    title = _title(found, opened, apart, headed, first)
    if title is not None:
        headline = _without_site(found[title].text, found[:title] + found[title + 1 : first])
        found[title] = Block(headline, "heading", 1, count_words(headline))
    for at in range(first, last + 1):
        if at > first and clock(found[at - 1].text) and _is_label(found[at]):
            found[at] = found[at]._replace(kind="heading", level=2)  # of an entry of a live blog
    for at in headed.keys() & range(first + 1, last + 1):
        found[at] = found[at]._replace(kind="heading")
    pictured = {at for at in range(first, last) if _is_of_picture(found, opened, likely, at)}
    for at in pictured:
        found[at] = found[at]._replace(place=int(Place.CAPTION))
    live = _is_live(found, first, last)
    linked = boxed(found, opened, range(first, last + 1))
    bare = frozenset() if live else bare_among(found, range(first, last + 1)) - headed.keys()
    text = [
        at
        for at in range(first, last + 1)
        if opened[at] is None
        and at not in linked
        and not found[at].level
        and (found[at].words >= 2 or at in headed or not _is_label(found[at]))
        and not _is_stamp(found[at])
        and not (_is_label(found[at]) and (live or not _is_between(found, opened, linked, at)))
        and at not in bare
        and not (at + 1 in pictured and _is_label(found[at]))
        and (likely[at] > _NEVER or found[at].words < _USUAL)
    ]
    return Dump(found, frozenset(text))


def lines(page: str) -> Lines:
    """The lines of a plain-text page, put together again where it was drawn, wrapped, tagged or cut."""
    page = unlaid(untagged(unheard(page.replace("\r\n", "\n"))))
    found = _lines(mended(parted(unwrapped(labelled(undrawn(marked(page)))))))
    return found._replace(blocks=_with_figures(found.blocks))


def _lines(page: str) -> Lines:
    found: list[Block] = []
    headed: dict[int, int] = {}
    parted: set[int] = set()
    empty = True
    for line in page.split("\n"):
        line = line.strip()
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
        while end < len(found) and _FIGURE.fullmatch(found[end].text) and found[end].words <= _POINT:
            end += 1
        above = any(_worth(one, None) > 0 for one in found[max(0, at - 2) : at])
        below = end < len(found) and _worth(found[end], None) > 0
        if end - at >= _FIGURES and above and below and not _is_numbered(found[at:end]):
            marked[at:end] = [one._replace(kind="item") for one in found[at:end]]
        at = max(end, at + 1)
    return marked


def _is_numbered(lines: Sequence[Block]) -> bool:
    """Whether the figures that lines begin with only count them."""
    return [line.text.split()[0].rstrip(".)-") for line in lines[:2]] in (["1", "2"], ["١", "٢"], ["۱", "۲"])


def _article(
    found: Sequence[Block], opened: Sequence[Marker | None], likely: Sequence[float]
) -> tuple[int, int] | None:
    """The first and the last line of the article; None where no line is a sentence. `likely` are the chances of the lines."""
    stretches: list[tuple[float, int, int]] = []
    gain, start, best, end = 0.0, 0, 0.0, -1
    box_ends = 0  # where the box of headlines ends that the text goes on behind
    sentence = next((at for at, block in enumerate(found) if _worth(block, None) > 0), len(found))
    closing, least = _closing(opened, sentence)
    for at, block in enumerate(found):
        is_box = sentence < at < closing and goes_on_behind(found, opened, at, closing, least=least)
        inside = is_box or _is_of_picture(found, opened, likely, at)
        if _is_barrier(found, at, opened[at], at > closing) and not inside:
            if best > 0:
                stretches.append((best, start, end))
            gain, start, best, end = 0.0, at + 1, 0.0, -1
            continue
        box_ends = end_below(found, headlines_below(found, opened, at)) if is_box else box_ends
        worth = _worth(block, opened[at]) if at >= box_ends else 0.0
        gain += worth if worth <= 0 or likely[at] > _UNLIKELY else -_LOSS
        if gain <= 0:
            if best > 0:
                stretches.append((best, start, end))
            gain, start, best, end = 0.0, at + 1, 0.0, -1
        elif gain > best:
            best, end = gain, at
    if best > 0:
        stretches.append((best, start, end))
    if not stretches:
        return None
    most = max(stretches)[0]
    chosen = next(at for at, one in enumerate(stretches) if one[0] >= _ENOUGH * most)
    _, first, last = stretches[chosen]
    if chosen and _is_live(found, first - 1, last):
        _, above, end = stretches[chosen - 1]
        if first - end <= _HEAD_ABOVE and not any(opened[at] for at in range(end, first)):
            first = above  # the head of a live blog
    return first, _to_closing(found, opened, last)


def _is_of_picture(
    found: Sequence[Block], opened: Sequence[Marker | None], likely: Sequence[float], at: int
) -> bool:
    """Whether a credit is whose picture stands there: running text stands right below it."""
    below = range(at + 1, min(at + 1 + _GOES_ON, len(found)))
    return (
        (one := opened[at]) is not None
        and one.what == "credit"
        and len(below) == _GOES_ON
        and all(_worth(found[line], opened[line]) >= _USUAL and likely[line] > _LIKELY for line in below)
    )


def _closing(opened: Sequence[Marker | None], sentence: int) -> tuple[int, int]:
    """The line that closes a text which begins with a sentence at `sentence`, and how many paragraphs show that it goes on behind a list.

    It is a credit or keywords; without these the second list of similar headlines, for the first may be a box inside the text.
    """
    marked = [(at, one.what) for at, one in enumerate(opened) if one is not None and at > sentence]
    closings = [at for at, what in marked if what in ("credit", "keywords")]
    lists = [at for at, what in marked if what == "similar"]
    if closings:
        return closings[0], 1
    return (lists[1], 2) if len(lists) > 1 else (len(opened), 3)


def _without_kicker(found: Sequence[Block], first: int, last: int) -> tuple[int, int]:
    """The first and the last line of an article that does not begin with half a sentence, as stands above its headline."""
    kicker = found[first].text.endswith(_HALF) and found[first].words <= _USUAL
    return first + (kicker and first < last), last


def _to_closing(found: Sequence[Block], opened: Sequence[Marker | None], last: int) -> int:
    """The last line of an article: it goes on behind a table, where sentences stand right above its credit or keywords."""
    for at in range(last + 1, min(last + 1 + _TABLE, len(found))):
        one = opened[at]
        if one is not None and one.what in ("credit", "keywords"):
            return at - 1 if at - 1 > last and _worth(found[at - 1], opened[at - 1]) > 0 else last
        if _is_barrier(found, at, one, closed=False):
            break
    return last


def _is_between(
    found: Sequence[Block], opened: Sequence[Marker | None], linked: frozenset[int], at: int
) -> bool:
    """Whether a line stands between sentences or items, markers apart, as a subheading does; one that is numbered, a list's figure or right behind a box above them."""
    before = next((one for one in range(at - 1, -1, -1) if _stands(opened[one])), None)
    after = next((one for one in range(at + 1, len(found)) if opened[one] is None), None)
    listed = found[at].kind == "item" and _FIGURE.fullmatch(found[at].text)
    below = listed or _NUMBERED.match(found[at].text) or at - 1 in linked
    sides = (after,) if below else (before, after)
    return all(one is None or _worth(found[one], None) > 0 or found[one].kind == "item" for one in sides)


def _stands(opened: Marker | None) -> bool:
    """Whether a line counts for what stands below it: no marker but a notice, above which a form may stand."""
    return opened is None or opened.what == "notice"


def _is_live(found: Sequence[Block], first: int, last: int) -> bool:
    """Whether these are the lines of a live blog: clock times stand between them."""
    return sum(clock(block.text) is not None for block in found[first:last]) >= _ENTRIES


def _is_barrier(found: Sequence[Block], at: int, opened: Marker | None, closed: bool) -> bool:
    """Whether a marker ends an article: also a bare read-also below a credit, where another article stands."""
    if opened is None:
        return False
    if (
        opened.what == "frame"
    ):  # a share button between paragraphs, or below an entry of a live blog, is no end
        near = found[at + 1 : at + 4]
        beyond = (block for block in found[at + 1 : at + _BOX] if block.words >= _USUAL)
        return not any(_worth(block, None) > 0 or clock(block.text) for block in near) and not any(
            block.text.endswith(LINE_END) for block in beyond
        )
    return opened.what in _BARRIERS or (closed and is_bare_label(opened, "read_also"))


def _worth(block: Block, opened: Marker | None) -> float:
    if opened is not None or clock(block.text):
        return 0.0
    if len(_TICKER.findall(block.text)) >= _COLUMNS:
        return -_LOSS
    if (block.words >= _LONG and block.kind != "item") or (
        block.words >= _SHORTEST and block.text.endswith(LINE_END)
    ):
        return float(min(block.words, _MOST)) if not _is_stamp(block) else -_LOSS
    if f" {block.text} ".count(" | ") >= _COLUMNS:
        return -_ROW
    return -_LOSS / 2 if block.kind == "item" else -_LOSS


def _title(
    found: Sequence[Block],
    opened: Sequence[Marker | None],
    parted: frozenset[int],
    headed: Mapping[int, int],
    first: int,
) -> int | None:
    """The line above the text that reads like its headline.

    Its words are the text's, its date or byline stands right below it (or its date above), an empty line parts it from others, it is
    near and not long, the page marks it as a heading or is called so.
    """
    text = opening(block.text for block in found[first:] if _worth(block, None) > 0)

    def worth(at: int) -> float:
        shared = in_common(found[at].text, text)
        below = range(at + 1, min(at + 1 + _HEAD, first))
        return (
            2 * shared * min(1.0, found[at].words / _FULL)
            + any(_is_of_head(found[one], opened[one]) for one in below)
            + 0.5 * (at > 0 and is_date(found[at - 1].text))
            + 0.5 * (at in parted and _is_apart(found, opened, parted, at + 1))
            - 0.05 * max(0, found[at].words - _USUAL)
            - 0.02 * min(first - at, _FAR)
            - 0.2 * max(0, _FULL - found[at].words)
            - 0.7 * bool(_CAPTION.search(found[at].text))
            - _KICKER * _is_kicker(found, opened, at)
            + _HEADED.get(headed.get(at, 0), 0.0)
            + _NAMED * (at > 0 and _names(found[0].text, found[at].text))
        )

    near = [
        at
        for at in range(max(0, first - _FARTHEST), first + 1)
        if _may_head(found[at], opened[at], first - at)
        and (first - at <= _HEAD_ABOVE or in_common(found[at].text, text) >= _SHARED)
    ]
    return max(near, key=worth, default=None)


def _may_head(block: Block, opened: Marker | None, above: int) -> bool:
    """Whether a line may be the headline of a text that begins so many lines below it: the further above the fuller."""
    text, fewest = block.text, 2 if above <= _TITLE_ABOVE else _FEWEST if above <= _HEAD_ABOVE else _FULL
    ends = text.endswith((".", "،", ":", "؛")) or "(" in text[-30:]
    return (
        fewest <= block.words <= _LONGEST_TITLE
        and block.kind != "item"
        and (opened is None or is_kicked(opened))
        and not (ends or clock(text) or _is_stamp(block) or _PATH.search(_QUOTED.sub("", text)))
    )


def _names(name: str, headline: str) -> bool:
    """Whether the name of a page is a headline, it may be with the site's behind it."""
    return len(headline.split()) >= _FEWEST and fold(name).startswith(fold(headline))


def _without_site(title: str, others: Sequence[Block]) -> str:
    """A title without the site's name beside it, where it stands once more without: on one of the other lines, or in a cell of one."""
    headline = max(_PARTS.split(title), key=len)
    again = headline != title and any(headline in one.text.split(" | ") for one in others)
    return headline if again else title


def _is_kicker(found: Sequence[Block], opened: Sequence[Marker | None], at: int) -> bool:
    """Whether a line begins as half a sentence, as those do that stand above a headline, and a whole one stands beside it."""
    near = (one for one in (at - 1, at + 1) if 0 <= one < len(found))
    beside = any(
        opened[one] is None
        and found[one].words >= _FEWEST
        and _is_label(found[one])
        and not _is_stamp(found[one])
        for one in near
    )
    return beside and fold(found[at].text).startswith(openings("subordinate"))


def _is_of_head(block: Block, opened: Marker | None) -> bool:
    """A line that stands below a headline: when the article was published, and by whom."""
    return is_stamp(block.text) or (opened is not None and opened.what in ("stamp", "byline"))


def _is_apart(
    found: Sequence[Block], opened: Sequence[Marker | None], parted: frozenset[int], below: int
) -> bool:
    """Whether the line below a headline is apart from it: behind an empty line, or of another kind."""
    return below < len(found) and (below in parted or _is_stamp(found[below]) or opened[below] is not None)


def _is_label(block: Block) -> bool:
    return block.words <= _LONGEST_TITLE and not block.text.endswith(LINE_END)


def _is_stamp(block: Block) -> bool:
    """A line of dates, figures and signs: when it was published, the weather, the exchange rates."""
    text = block.text
    if is_date(text):
        return True
    if block.words >= _USUAL and text.endswith(LINE_END):
        return False
    marks = sum(text.count(mark) for mark in "|▲▼°>»·[]") - text.count("«")
    return marks >= 2 or _stamps().search(text) is not None


@cache
def _stamps() -> re.Pattern[str]:
    phrases = (re.escape(phrase) for phrase in listed("published") if len(phrase.split()) > 1)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})\s")
