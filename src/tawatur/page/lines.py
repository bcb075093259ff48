"""What one block, or one line of a dump, is by itself: prose, a date, headlines, keywords, a label on its links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from tawatur.dates import calendar_words, holds_date, is_dated
from tawatur.language.text import letters_of
from tawatur.outlets import fold
from tawatur.page.document.blocks import Block
from tawatur.page.document.places import Place
from tawatur.page.wording.labels import What
from tawatur.page.wording.markers import Marker, is_bare_label, marker
from tawatur.page.wording.phrases import listed_words

SENTENCE_END = (".", "؟", "?", "!", "…", "»", '"', "”", ":", "۔")
LINE_END = (*SENTENCE_END, "؛", ".)")  # of a line of a dump that is no label
LABELS = re.compile(r"\s*[|•·]\s*")  # between the labels of one line
_RULE = re.compile(r"[\s_ـ=~─━–—*•·-]{3,}")
_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)?")
_LONGER = re.compile(r"[^\W\d_]{3,}")
_SENTENCE = re.compile(r"(?:\S+\s+){5}.*[^\W\d_]{4}[.!؟?]$")  # its last word is no «p.m.»
_SHORT_LINE, _DATE_LINE = 70, 100  # letters of a line that is a date
_FEW, _OTHERS, _MANY_WORDS = 2, 4, 6  # words beside its figures: those of no date, all of a short line
_FIGURED = 5  # words of a headline with figures in it
_CLOCK = re.compile(r"\d\s?:\s?\d")
_BEHIND = re.compile(
    r"(?:\s+[-–—|]\s+|\s*[(\[]\s*)([^()\[\]|]{6,40}?)\s*[)\]]?\s*$"
)  # a sign, and what may be a date
_DAY_BEFORE = re.compile(r"^\d{1,4}([./-])\d{1,2}\1\d{1,4}\s*[-–—|:]\s+")
_DAY_BEHIND = re.compile(r"\s+\d{1,4}([./-])\d{1,2}\1\d{1,4}$")
_AGO = 30  # letters of a line such as "3 hours ago"
_HEADLINE = (4, 25)  # words
_NO_HEADLINE = re.compile(r"://|\bwww\.|^[@#]|\bpdf\b|\b[\w-]+\.(?:com|net|org)\b", re.I)
_SEPARATORS = re.compile(r"[،,|#;؛•·]+|\s[-–—/]\s")
_LETTER = re.compile(r"[^\W\d_]")
_HASHTAGS = re.compile(r"#[^\s#]+(?:[\s،,|]+#[^\s#]+)+")
_HASHTAG = re.compile(
    r"#(?!\d)[\w\u064b-\u0652\u0670\u200c]+(?: [\w\u064b-\u0652\u0670\u200c]+){0,3}"
)  # one may have several words
_SAID = int(Place.QUOTE | Place.EMBED)  # by others than the page
_SIGNED = " | "  # between keywords
_MANY = 1_000  # paragraphs: comparing each with all others takes too long
_MUCH = 100_000_000  # letters to be looked at
_CREDIT_LINE = 8  # words
_SECTION = 3  # words
_LABEL_WORDS = 2  # no headline has so few words
_QUOTE = 15  # letters of a quote
_OPENING = 5  # paragraphs that a headline is compared with
_HEAD_OF_LINE = 1_000  # characters
_WORD = 4  # letters of a word that tells
_ENDING = 2  # letters
_OPENING_QUOTES = ("«", '"', "“", "”", "„", "‘", "»")


def is_prose(block: Block) -> bool:
    """Running text rather than a label, a date line or a row of links."""
    words = block.words
    if block.link_share > 0.6 and words < 40:
        return False
    if block.kind == "heading":
        return words >= 2
    if words < 5 and not block.text.rstrip().endswith(SENTENCE_END):
        return False
    return not is_date(block.text)


def is_date(text: str) -> bool:
    """A line of two numbers or more with few words, or few beside those of dates, that is no sentence: a date, a time, a count."""
    if len(text) >= _DATE_LINE or (numbers := len(_NUMBER.findall(text))) < 2:
        return False
    words = _LONGER.findall(text)
    if len(words) <= _FEW:
        return len(text) < _SHORT_LINE and not _SENTENCE.search(text)
    others = sum(fold(word) not in _of_dates() for word in words)
    few = len(text) < _SHORT_LINE and len(words) <= _MANY_WORDS and others <= max(_OTHERS, numbers)
    return (few or others <= _FEW) and not _SENTENCE.search(text)


@cache
def _of_dates() -> frozenset[str]:
    return frozenset(map(fold, calendar_words()))


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a row of strokes."""
    return _RULE.fullmatch(text) is not None


def is_stamp(text: str) -> bool:
    """A date, or a line that says how long ago something was."""
    return is_date(text) or (len(text) < _AGO and is_dated(text))


def dates_headline(text: str) -> bool:
    """Whether a text in a list of headlines is the date of one, not itself one that has figures ("Profits up 12% in 2025")."""
    if not is_stamp(text) or is_dated_headline(text):
        return False
    return len(text.split()) < _FIGURED or _CLOCK.search(text) is not None or holds_date(text)


def is_dated_headline(text: str) -> bool:
    """Whether a text is a headline with its date behind it."""
    bare = without_day(_DAY_BEHIND.sub("", text))
    told = bare != text and len(bare.split()) >= _FIGURED and not any(map(str.isdigit, bare))
    return told and marker(bare) is None


def ends_with_day(text: str) -> bool:
    """Whether a line ends with a date, behind a sign or bare: "The bridge reopens (2 May 2024)"."""
    return _DAY_BEHIND.search(text) is not None or without_day(text) != text


def without_day(text: str) -> str:
    """A headline without the date that stands behind it in brackets or behind a dash or a bar, or before it and a dash."""
    text = _DAY_BEFORE.sub("", text)
    found = _BEHIND.search(text)
    if found is None or len(text[: found.start()].split()) < _SECTION:
        return text
    return text[: found.start()] if is_stamp(found[1]) and holds_date(found[1]) else text


def without_days(headlines: Sequence[str]) -> list[str]:
    """The headlines of a list without the dates that they end with, where each ends with one."""
    bare = [_DAY_BEHIND.sub("", headline) for headline in headlines]
    dated = all(one != headline for one, headline in zip(bare, headlines, strict=True))
    return bare if dated and len(bare) > 1 else list(headlines)


def keywords(block: Block, text: str) -> list[str]:
    """The keywords in a text of the block: its links, or what stands between separators and in labels side by side."""
    labels = [piece for piece in block.pieces if piece in text]
    names = list(block.links) or [
        name for part in (labels if len(labels) > 1 else [text]) for name in _SEPARATORS.split(part)
    ]
    return [name.strip(" .:#") for name in names if name.strip(" .:#") and len(name.split()) <= 8]


def linked_in(block: Block, rest: str) -> list[str]:
    """The headlines that a block links to behind a label: the longest link, or all where nothing but signs stands between them."""
    inside = [link for link in block.links if fold(link).strip(" .…") in fold(rest)]
    between = rest
    for link in inside:
        between = between.replace(link, "", 1)
    if (
        len(inside) > 1
        and not _LETTER.search(between)
        and min(map(len, map(str.split, inside))) > _LABEL_WORDS
    ):
        return inside
    return [max(inside, key=len)] if inside else [rest]


def is_advert(block: Block) -> bool:
    """Whether a link of a list says beside its headline that somebody has paid for it."""
    return any(
        fold(piece).strip(" .:|-") in listed_words("advert") for piece in (*block.pieces, *block.links[1:])
    )


def reads_as_headline(text: str) -> bool:
    """Whether the text of a link, or a line of a dump, reads as a headline: by its length, its end and what it speaks of."""
    fewest, most = _HEADLINE
    told = text.endswith((".", "،", ",")) and not text.endswith("..")
    if told or not fewest <= len(text.split()) <= most:
        return False
    if _NO_HEADLINE.search(text) or dates_headline(text):
        return False
    return listed_words("press").isdisjoint(fold(text).split())


def headlines(block: Block) -> list[str]:
    """The headlines in a block of a list: its links, where it has any that read like one."""
    links = [link for link in block.links if len(link.split()) >= 3]
    if len(links) < len(block.links):  # beside buttons: «Print | Send to a friend»
        links = [link for link in links if not is_bare_label(marker(link), "frame")]
    mostly = bool(links) and (block.link_share > 0.5 or holds_date(block.text.partition(links[0])[2]))
    told = map(without_day, links) if mostly else [_undated(_without_section(block))]
    return list(map(_without_bullet, told))


def _without_section(block: Block) -> str:
    """The text of a card without the section's name that stands in front of its headline, side by side with it."""
    section, *others = block.pieces or (block.text,)
    headed = len(others) == 1 and len(section.split()) <= _SECTION and reads_as_headline(others[0])
    return others[0] if headed else block.text


def without_sections(headlines: Sequence[str]) -> list[str]:
    """The headlines of a list without the sections' names, where each has one before a bar: «رياضة | …»."""
    parted = [headline.partition("|")[::2] for headline in headlines]
    named = all(
        0 < len(section.split()) <= _SECTION and len(rest.split()) > _SECTION for section, rest in parted
    )
    return [rest.strip() for _, rest in parted] if named and len(parted) > 1 else list(headlines)


def _undated(text: str) -> str:
    """A headline of a dump without the picture's label before it and the date behind it."""
    text = re.sub(r"^\[[^\[\]]{2,12}\]\s*", "", text)
    head, _, tail = max(
        (text.rpartition(dash) for dash in (" - ", " – ", " — ", " | ", " (", " [")),
        key=lambda parts: len(parts[0]),
    )
    return head if len(head.split()) >= 3 and is_stamp(tail) else text


def label(block: Block) -> Marker | None:
    """A marker written on to the links behind it: «الوسوم<a>…</a>»."""
    if not (block.links or block.pieces or block.strong or block.text.startswith("#")):
        return None
    tagged = block.text.startswith("#") and not block.place & _SAID
    if tagged and (tags := _HASHTAGS.fullmatch(block.text)):
        return Marker("keywords", tags[0], True)
    if len(block.pieces) > 1 and all(piece.startswith("#") for piece in block.pieces):
        return Marker("keywords", _SIGNED.join(block.pieces), True)
    if len(block.pieces) > 1 and not block.links and (opened := _beside(block)):
        return opened
    if len(block.pieces) > 1 and len(block.links) == 1 and (opened := _in_link(block)):
        return opened
    if len(block.pieces) > 1 and not block.links and (opened := _alone(block.pieces[0], "similar")):
        # tabs: «Related | By the same author»
        return opened if all(_alone(piece, "frame") for piece in block.pieces[1:]) else None
    if block.strong > 0.5 and not block.links and block.words <= _CREDIT_LINE:
        return _before_bold(block)
    if not block.links or block.link_share < 0.5:
        return None
    before = block.text.partition(block.links[0])[0].strip()
    if len(block.links) > 1 and all(link.startswith("#") for link in block.links):
        return None if _is_newest(before) else Marker("keywords", block.text[len(before) :].strip(), True)
    first = marker(block.links[0]) if len(block.links) > 1 and not before else None
    if is_bare_label(first, "similar", "frame"):
        return first  # tabs: «Related | By the same author»; buttons: «Print | Send to a friend»
    opened = marker(before) if before and before != block.text and len(before) < 40 else None
    return (
        Marker(opened.what, block.text[len(before) :].strip(), True) if opened and not opened.rest else None
    )


def has_hashtag(block: Block) -> bool:
    """Whether a block is nothing but one hashtag."""
    return not block.place & _SAID and _HASHTAG.fullmatch(block.text) is not None


def _beside(block: Block) -> Marker | None:
    """A label and what it opens side by side, without a colon: «المصدر<span>رويترز</span>»."""
    first, *others = block.pieces
    opened = _alone(first, "credit", "keywords")
    return Marker(opened.what, _SIGNED.join(others), True) if opened else None


def _in_link(block: Block) -> Marker | None:
    """A read-also label and its headline side by side in one link: «<a><span>اقرأ أيضا</span><span>…</span></a>»."""
    first, *others = block.pieces
    if not _alone(first, "read_also", "similar"):
        return None
    told = [one for one in others if len(one.split()) > _LABEL_WORDS and not is_stamp(one)]
    return Marker("read_also", told[0], True) if told else None  # what a card tells comes behind its headline


def _alone(text: str, *kinds: What) -> Marker | None:
    """The marker of a text that is nothing but a label of one of these kinds."""
    opened = marker(text) if text else None
    return opened if is_bare_label(opened, *kinds) else None


def _is_newest(label: str) -> bool:
    """Whether a label says that what it stands over is what is talked of on the site."""
    return any(word in listed_words("newest") for word in fold(label).strip(" :").split())


def _before_bold(block: Block) -> Marker | None:
    """A credit without a colon whose names are in bold."""
    before = block.text[: len(block.text) - round(block.strong * len(block.text))].strip()
    return Marker("credit", block.text[len(before) :].strip(), False) if _alone(before, "credit") else None


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """The innermost element around both."""
    length = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[:length]


def _without_bullet(text: str) -> str:
    return text.lstrip("•-–—*▪■►·»›→←▸▹◆✓+ \t").strip()


def without_quotes(blocks: list[Block]) -> list[str]:
    """The texts of paragraphs without quotes set large, which only repeat a part of another paragraph."""
    usual = Counter(block.signature for block in blocks).most_common(1)
    quotes = [
        _is_quote(block) or (at > 0 and block.signature != usual[0][0] and not block.level)
        for at, block in enumerate(blocks)
    ]  # a standfirst, which comes first, may repeat a sentence
    letters = sum(len(block.text) for block in blocks)
    if len(blocks) > _MANY or letters * sum(quotes) > _MUCH or not any(quotes):
        return [block.text for block in blocks]
    folded = [letters_of(block.text) for block in blocks]
    whole = "\n".join(folded)
    return [
        block.text
        for block, own, quote in zip(blocks, folded, quotes, strict=True)
        if not (quote and len(own) >= _QUOTE and whole.count(own) > folded.count(own))
    ]


def _is_quote(block: Block) -> bool:
    return block.kind != "heading" and (
        bool(block.place & Place.QUOTE) or block.text.startswith(_OPENING_QUOTES)
    )


def opening(paragraphs: Iterable[str]) -> str:
    """The first words of a text, as a headline is compared with them."""
    return fold(" ".join(text[:_HEAD_OF_LINE] for text in islice(paragraphs, _OPENING)))


def in_common(headline: str, opening: str) -> float:
    """The share of the longer words of a headline that a text opens with, whatever their endings."""
    long = [word for word in fold(headline).split() if len(word) >= _WORD]
    return (
        sum(word[: max(_WORD, len(word) - _ENDING)] in opening for word in long) / len(long) if long else 0.0
    )


def unique(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))
