"""Who issued a text that is told without him: «البيان», «نص البلاغ», «بيان أصدرته»."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.speakers.text_so_far import TextSoFar
from tawatur.attribution.text.paragraph import Paragraph


def with_issuer(so_far: TextSoFar, paragraph: Paragraph, text: Mention) -> Mention:
    """A text with who issued it, in full where the phrase tells him short («بلاغ للهيئة») or not at all («البلاغ»)."""
    words = so_far.words
    if _names_no_issuer(text, words):
        if so_far.antecedents.knows(text) or not _is_announced(text, (*so_far.earlier, paragraph), words):
            return text
        issuer = _issuer_told(so_far, paragraph, text) or _last_issuer(so_far)
    elif _points_to_issuer(text, words):
        issuer = _last_issuer(so_far, so_far.antecedents.latest)
    else:
        issuer = _in_full(so_far, paragraph, text.name) if text.name != text.text else None
    return text._replace(name=issuer, named=True) if issuer else text


def _issuer_told(so_far: TextSoFar, paragraph: Paragraph, text: Mention) -> str | None:
    """Who issued a text where it is told of first: «بلاغ صادر عن المعهد»."""
    for head in text.words & so_far.words.issued_texts:
        first = so_far.introduced_noun(paragraph, head)
        if first and first.kind == "document" and first.named and first.name != first.text:
            return _in_full(so_far, paragraph, first.name)
    return None


def _last_issuer(so_far: TextSoFar, latest: Mention | None = None) -> str | None:
    """Who issued a text, if it was who spoke last: an institution, or else a person."""
    kinds = ("organisation", "person")
    known = [latest] if latest else [one.mention for kind in kinds if (one := so_far.antecedents.last(kind))]
    bodies = (one for one in known if one.kind == "person" or one.head in so_far.words.organisations)
    return next((one.name for one in bodies if one.named and one.kind in kinds), None)


def _in_full(so_far: TextSoFar, paragraph: Paragraph, name: str) -> str:
    """The name of an institution as the text has it in full: «المعهد الوطني للرصد الجوي» for «المعهد»."""
    head = so_far.words.bare(so_far.words.language.normalise(name))
    if head not in so_far.words.organisations:
        return name
    full = so_far.antecedents.headed(head) or so_far.introduced_noun(paragraph, head)
    return full.name if full and full.named else name


def _names_no_issuer(text: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase of a text says nothing but which: «البلاغ», «نص البيان», «البيان ذاته»."""
    folded = lexicon.language.normalise(text.text).split()
    of_same = [word for word in folded if word not in lexicon.same]
    return (
        bool(of_same)
        and lexicon.definite(of_same[-1])
        and all(lexicon.bare(word) in lexicon.issued_texts for word in of_same)
    )


def _points_to_issuer(text: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase of a text ends with what somebody did who is not named in it: «بيان أصدرته», «بلاغ له»."""
    folded = lexicon.language.normalise(text.text).split()
    return len(folded) > 1 and not text.named and folded[-1] in lexicon.issuing_verbs


def _is_announced(text: Mention, paragraphs: Iterable[Paragraph], lexicon: Lexicon) -> bool:
    """Whether the text was told of before without the article: «في بلاغ», «أصدرت بيانا», «في بيانها»."""
    kinds = text.words & lexicon.issued_texts
    return any(
        not lexicon.definite(word)
        and any(kind in kinds for kind in (*lexicon.nominatives(word), lexicon.unpossessed(word)))
        for paragraph in paragraphs
        for word in paragraph.folded
    )
