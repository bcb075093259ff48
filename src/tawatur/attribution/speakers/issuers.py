"""Who issued a text that is told without him: «البيان», «نص البلاغ», «بيان أصدرته»."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.text.paragraph import Paragraph


def names_no_issuer(text: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase of a text says nothing but which: «البلاغ», «نص البيان», «البيان ذاته»."""
    folded = lexicon.language.normalise(text.text).split()
    of_same = [word for word in folded if word not in lexicon.same]
    return (
        bool(of_same)
        and lexicon.definite(of_same[-1])
        and all(lexicon.bare(word) in lexicon.issued_texts for word in of_same)
    )


def points_to_issuer(text: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase of a text ends with what somebody did who is not named in it: «بيان أصدرته», «بلاغ له»."""
    folded = lexicon.language.normalise(text.text).split()
    return len(folded) > 1 and not text.named and folded[-1] in lexicon.issuing_verbs


def is_announced(text: Mention, paragraphs: Iterable[Paragraph], lexicon: Lexicon) -> bool:
    """Whether the text was told of before without the article: «في بلاغ», «أصدرت بيانا», «في بيانها»."""
    kinds = text.words & lexicon.issued_texts
    return any(
        not lexicon.definite(word)
        and any(kind in kinds for kind in (*lexicon.nominatives(word), lexicon.unpossessed(word)))
        for paragraph in paragraphs
        for word in paragraph.folded
    )
