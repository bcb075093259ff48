"""What can be seen of a block that tells running text from what stands around it: general, in any language."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from tawatur.language.text import letters_of
from tawatur.page.document.blocks import Block
from tawatur.page.document.places import Place

_STOPS = re.compile(r"[.،,؛;؟?!:»\"”。、]")
SENTENCE_END = (".", "؟", "?", "!", "…", "»", '"', "”", "。", "۔", ")", "“", "’")
CUT = ("...", "…", "[…]", "[...]")  # the end of a teaser
_PLACES = tuple((place.name.lower(), int(place)) for place in Place)
_BODIES = int(Place.ARTICLE | Place.MAIN | Place.TEXT | Place.BODY_PROPERTY)
_FRAMES = int(
    Place.ASIDE | Place.FOOTER | Place.NAVIGATION | Place.FIGURE | Place.FORM | Place.HIDDEN | Place.RELATED | Place.COMMENTS
    | Place.SHARING | Place.AUTHOR | Place.CAPTION | Place.DETAILS | Place.ADVERT | Place.MENU
)  # fmt: skip
# Of the site, its readers and its software.
_OTHERS = int(Place.HIDDEN | Place.COMMENTS | Place.NAVIGATION | Place.FOOTER | Place.NOTICES)
# Where the prose of others may be longer than a short article.
_ELSEWHERE = int(
    Place.FOOTER
    | Place.ASIDE
    | Place.RELATED
    | Place.COMMENTS
    | Place.MENU
    | Place.HIDDEN
    | Place.NOTICES
    | Place.AUTHOR
)
# What is in these is nobody's article, unless all of the page is.
NEVER = int(Place.HIDDEN | Place.COMMENTS | Place.NOTICES | Place.EMBED)
_TELLING = 60  # letters of a block that are looked for in the text that the page's metadata states
_TITLE = 20  # letters of a title that is no site's name
_HEAD = 80  # characters of a block that are compared with what the metadata state
_SEVERAL = 4
_APART = 0.8
_LABEL = 3  # words
_NEAR = 3  # blocks on each side
_DISTANCES = (1, 1, 2, 3, 5, 8)  # from an element to those around it, for its vote


def folded(text: str) -> str:
    """Letters and figures only: how texts from different places of a page are compared."""
    return letters_of(text).casefold()


class Surroundings:
    """What a page's blocks have in common: where the prose is, and what the metadata say."""

    def __init__(
        self, blocks: Sequence[Block], titles: Sequence[str], body: str | None, summary: str | None
    ) -> None:
        self.titles = tuple(map(folded, titles))
        self.title = next(iter(self.titles), "")
        self.body = folded(body or "")
        self.summary = folded(summary or "")
        self.heading, self.next_heading = self._headings(blocks)
        self.below_link = frozenset(
            at
            for at, above in enumerate(blocks[:-1], 1)
            if (above.level or above.words >= 3) and above.is_link
        )
        # Pages of endless reading: what stands under the next article's heading is not this one's; nor is a teaser.
        self.prose = [
            own and own * (1.0 if at < self.next_heading else 0.2) * (0.2 if at in self.below_link else 1.0)
            for at, own in enumerate(map(_prose, blocks))
        ]
        self.total = sum(self.prose) or 1.0
        telling = [(block, prose) for block, prose in zip(blocks, self.prose, strict=True) if prose]
        self.best, self.within = _container(telling)
        signatures: dict[str, int] = defaultdict(int)
        parents: dict[tuple[int, ...], int] = defaultdict(int)
        shares: dict[int, int] = defaultdict(int)
        for block, prose in telling:
            signatures[block.signature] += int(prose)
            shares[block.place] += int(prose)
            parents[block.path[-2:-1]] += int(prose)
        parents.pop((), None)
        self.signatures = {name: _share(prose / self.total) for name, prose in signatures.items()}
        self.parents = {parent: _share(prose / self.total) for parent, prose in parents.items()}
        spoken_of = reduce(or_, shares, 0)
        self.wide = frozenset(one for one, prose in self.within.items() if prose > 0.6 * self.total)
        self.usual = sum(
            bit
            for _, bit in _PLACES
            if spoken_of & bit
            and sum(share for place, share in shares.items() if place & bit)
            > (0.9 if bit & _ELSEWHERE else 0.6) * self.total
        )
        self.made = Counter([block.standing for block in blocks])
        self.spread = _spread(self.made)
        self.seen = Counter([block.text for block in blocks])
        long = [at for at, prose in enumerate(self.prose) if prose > 80]
        inside = [at for at in long if self.best in blocks[at].path]
        self.first, self.last = (inside[0], inside[-1]) if inside else (long[0], long[-1]) if long else (0, 0)

    def _headings(self, blocks: Sequence[Block]) -> tuple[int, int]:
        """The heading of the article (-1 for none), and that of another one below it (the end for none)."""
        first = [at for at, block in enumerate(blocks) if block.level == 1]
        own = next((at for at in first if self._is_title(blocks[at])), None)
        if own is None:  # where the page states its own name for a title
            own = next((at for at in first if self._is_told(blocks[at])), -1)
        other = (at for at in first if at > own >= 0 and not self._is_title(blocks[at]))
        return own, next(other, len(blocks))

    def _is_title(self, block: Block) -> bool:
        text = folded(block.text)
        return not self.title or text[:30] in self.title or self.title[:30] in text

    def _is_told(self, block: Block) -> bool:
        """Whether a heading is in another of the stated titles; the name of a site is shorter."""
        text = folded(block.text)[:30]
        return len(text) >= _TITLE and any(text in title for title in self.titles[1:])


def _spread(made: Mapping[tuple[str, tuple[int, ...]], int]) -> frozenset[str]:
    """The signatures of elements, four or more of one kind, most of which stand each in another one.

    The paragraphs of a text stand together; teasers each in a card of its own.
    """
    elements = Counter([signature for signature, _ in made])
    counts: Counter[str] = Counter()
    for (signature, _), count in made.items():
        counts[signature] += count
    return frozenset(
        name for name, count in counts.items() if count >= _SEVERAL and elements[name] / count > _APART
    )


def _prose(block: Block) -> float:
    """How much running text a block has, in characters that are not links; 0 for labels and rows of links."""
    if block.level or block.link_share > 0.5 or len(block.text) < 40 or block.text.endswith(CUT):
        return 0.0
    if block.tag == "marquee":  # as long as many a text, and nothing but headlines
        return 0.0
    own = len(block.text) * (1 - block.link_share)
    if block.place & _OTHERS:
        own *= 0.2
    return own if len(block.text) > 140 or _STOPS.search(block.text) else own * 0.3


def _container(telling: Sequence[tuple[Block, float]]) -> tuple[int, dict[int, float]]:
    """The element for which the prose near it votes (the idea of Readability: Arc90 2009), and all elements' prose."""
    votes: dict[int, float] = defaultdict(float)
    within: dict[int, float] = defaultdict(float)
    for block, weight in telling:
        for element, distance in zip(reversed(block.path), _DISTANCES, strict=False):
            votes[element] += weight / distance
        for element in block.path:
            within[element] += weight
    return max(votes, key=lambda element: votes[element]) if votes else 0, within


class Look(NamedTuple):
    """What holds for a block, by name: of its form, and of where it stands. Many blocks have the same of each."""

    form: tuple[str, ...]
    standing: tuple[str, ...]


def features(blocks: Sequence[Block], around: Surroundings) -> list[Look | None]:
    """What can be seen of each block; None for one that cannot be text: links, and labels far from the prose."""
    return [
        None if _is_hopeless(block, around.best) else _look(block, at, around)
        for at, block in enumerate(blocks)
    ]


def _is_hopeless(block: Block, best: int) -> bool:
    if block.level or (block.tag == "p" and block.words > _LABEL):
        return False
    return block.link_share > 0.97 or (
        (block.words <= _LABEL or block.link_share > 0.6) and best not in block.path
    )


def _look(block: Block, at: int, around: Surroundings) -> Look:
    text, words, path = block.text, block.words, block.path
    kind = "h" if block.level else "l" if block.kind == "item" else "p" if block.tag == "p" else "o"
    inside = around.best in path
    form = _form(
        block.tag if block.tag in _TAGS else "other", kind, _SIZES[bisect(_SIZE_ENDS, words)],
        _LINKED[bisect(_LINKED_ENDS, block.link_share)], words > 3 and text.endswith(SENTENCE_END), stops_in(text, words),
        block.strong > 0.9, block.place & ~around.usual, block.own, inside,
        bool(around.usual & _BODIES and not block.place & around.usual & _BODIES),
    )  # fmt: skip
    standing = _standing(
        kind, "before" if at < around.first else "after" if at > around.last else "between",
        block.signature in around.spread, text.endswith(CUT), at in around.below_link,
        min(4, len(path) - 1 - path.index(around.best)) if inside else -1,
        around.signatures.get(block.signature, "no"), around.parents.get(path[-2:-1], "no"),
        "" if inside else _apart(path, around), _stated(text, around), around.seen[text] > 1, _under_heading(at, around),
    )  # fmt: skip
    return Look(form, standing)


_SIZE_ENDS, _SIZES = (2, 5, 9, 16, 31, 61), ("1", "4", "8", "15", "30", "60", "more")
_LINKED_ENDS, _LINKED = (1e-9, 0.25, 0.6, 0.95), ("none", "some", "half", "most", "all")
_TAGS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "td", "span", "blockquote", "section", "article"]
)


def stops_in(text: str, words: int) -> int:
    """How often the voice stops in a dozen words, at most 3; -1 for a text too short to say."""
    return min(3, len(_STOPS.findall(text)) * 12 // (words + 4)) if words > 3 else -1


@lru_cache(maxsize=16_384)
def _form(
    tag: str, kind: str, size: str, linked: str, ends: bool, stops: int, bold: bool, place: int, own: int, inside: bool, out_of_body: bool
) -> tuple[str, ...]:  # fmt: skip
    """What can be seen of a block by itself and of the kinds of elements around it."""
    found = ["bias", f"tag:{tag}", f"size:{kind}{size}", f"links:{linked}", f"links:{linked}{kind}"]
    if stops >= 0:
        found += ["ends" if ends else "open", f"stops:{stops}"]
    if bold:
        found.append("bold" + kind)
    found.append("own:" if own else "own:nothing")
    for name, bit in _PLACES:
        if place & bit:
            found.append(name + kind)
            if own & bit:
                found.append("own:" + name)
    if out_of_body:
        found.append("outofbody" + kind)
    where = f"{'in' if inside else 'out'}:{'framed' if place & _FRAMES else 'free'}{kind}"
    return (*found, where, where + size, where + linked)


@lru_cache(maxsize=16_384)
def _standing(
    kind: str, among: str, spread: bool, cut: bool, below_link: bool, depth: int, signed: str, parent: str, apart: str,
    stated: tuple[str, ...], twice: bool, under: tuple[str, ...],
) -> tuple[str, ...]:  # fmt: skip
    """Where a block stands with regard to the page's prose and headings, and to what its metadata state."""
    found = [among + kind, f"signed{kind}:{signed}", f"parent{kind}:{parent}"]
    found += [
        name + kind for name, holds in (("spread", spread), ("cut", cut), ("belowlink", below_link)) if holds
    ]
    found += [f"inside{kind}{depth}"] if depth >= 0 else ["outside" + kind, *apart.split()]
    if twice:
        found.append("twice")
    return (*found, *(name.replace("*", kind) for name in (*stated, *under)))


def _apart(path: tuple[int, ...], around: Surroundings) -> str:
    """Of a block outside the element with most of the prose: whether its own holds any, and how near it is."""
    own = around.within.get(path[-1], 0.0) / around.total
    # Elements with most of the prose stand inside one another.
    shared = len(around.wide.intersection(path))
    near = f"near{min(4, len(path) - shared + 1)}" if shared else "far"
    return f"prose:{'much' if own > 0.2 else 'some' if own > 0.05 else 'no'} {near}"


def _under_heading(at: int, around: Surroundings) -> tuple[str, ...]:
    """Where it stands with regard to the heading of the article, and to that of the next article; * is its kind."""
    if around.heading < 0:
        return ()
    if at < around.heading:
        return ("aboveheading",)
    if at == around.heading:
        return ("isheading",)
    under = ("underheading*",) if at - around.heading <= 4 else ()
    return (*under, "underanother*") if at > around.next_heading else under


def _share(share: float) -> str:
    return "most" if share > 0.5 else "much" if share > 0.2 else "some" if share > 0.05 else "no"


def _stated(text: str, around: Surroundings) -> tuple[str, ...]:
    """Whether the metadata of the page state the same words; * is the block's kind."""
    short = len(text) <= 2 * len(around.title)
    if not (around.body or around.summary or short):
        return ()
    letters = folded(text[:_HEAD])
    if not letters:
        return ()
    found = []
    if around.body:
        if letters[:_TELLING] in around.body:
            found.append("stated*" if len(letters) > 12 else "statedshort")
        else:
            found.append("unstated*" if len(around.body) > 600 else "unstatedshort*")
    if (
        len(letters) > 20
        and around.summary
        and (letters[:40] in around.summary or around.summary[:40] in letters)
    ):
        found.append("summary*")
    if short and around.title.startswith(letters):
        found.append("title*")
    return tuple(found)


def beside(chances: Sequence[float], blocks: Sequence[Block], at: int) -> tuple[str, ...]:
    """What a first look at its neighbours says of a block."""
    before, after = chances[max(0, at - _NEAR) : at], chances[at + 1 : at + 1 + _NEAR]
    block, own = blocks[at], chances[at]
    return _beside(
        "h" if block.level else "l" if block.kind == "item" else "p",
        int(own * 10),
        _level(own),
        _level(before[-1] if before else 0.0) + _level(after[0] if after else 0.0),
        _level(sum(before) / len(before) if before else 0.0)
        + _level(sum(after) / len(after) if after else 0.0),
    )


@lru_cache(maxsize=16_384)
def _beside(kind: str, tenths: int, own: str, next_to: str, wide: str) -> tuple[str, ...]:
    return (
        f"self:{tenths}",
        f"self{kind}:{own}",
        f"beside{kind}:{next_to}",
        f"around{kind}:{wide}",
        "around:" + wide,
    )


def _level(chance: float) -> str:
    return "0" if chance < 0.2 else "1" if chance < 0.5 else "2" if chance < 0.8 else "3"
