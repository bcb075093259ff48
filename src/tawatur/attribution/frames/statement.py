"""One reported statement as the grammar finds it: token ranges of its paragraph."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.sentence import Sentence
from tawatur.model import Quotation, Stance


class Statement(NamedTuple):
    """One reported statement as token ranges of its paragraph; `via` are the ranges that name outlets."""

    cue: Range
    source: Range | None
    content: Range | None
    via: tuple[Range, ...]
    form: Cue | None
    stance: Stance
    quotation: Quotation
    sentence: int
    turned: bool  # the sentence turns to another speaker (من جانبه)
    inner: bool = False  # it stands in another statement («قال إن المتهم اعترف»): who speaks goes on to be the outer one
    previous: Sentence | None = None  # the sentence before, where nobody is named
    of_nobody: bool = False  # it may be anybody's: «ويعتقد أن»
    meant: Range | None = None  # whom a relative pronoun as source means: "the mayor, who said"


def statement_of(
    s: Sentence,
    cue: Cue | None,
    at: Range,
    source: Range | None,
    content: Range | None,
    via: tuple[Range | None, ...] = (),
) -> Statement:
    return Statement(
        cue=at,
        source=source,
        content=content,
        via=tuple(part for part in via if part),
        form=cue,
        stance=cue.stance if cue else "asserted",
        quotation=_quotation(s, content),
        sentence=s.number,
        turned=s.turned,
    )


def _quotation(s: Sentence, content: Range | None) -> Quotation:
    if content is None:
        return "indirect"
    start, end = content
    if start in s.pairs and s.pairs[start] >= end - 2:
        return "direct"
    return "mixed" if s.paragraph.quotations_in(start, end) else "indirect"
