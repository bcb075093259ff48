"""The sentences that show where something comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.language.text import Tokens, sentences
from tawatur.model import Brief, Evidence

_LONGEST = 300  # characters of a sentence that is shown


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence of a report in its language; `text` is None where the whole text, or a credit line, is the evidence."""

    report: int
    text: str | None
    language: str
    paragraph: int | None


def proofs(
    evidence: Iterable[Evidence], paragraphs: Mapping[int, Sequence[str]], reports: Mapping[int, Brief]
) -> dict[Evidence, Proof]:
    """The sentence for each piece of evidence; a place that is no longer in its text has none."""
    found = {}
    for one in evidence:
        texts = paragraphs.get(one.report, ())
        text = None
        if one.paragraph is not None and one.paragraph < len(texts):
            text = sentence_at(texts[one.paragraph], one.start)
        language = reports[one.report].language if one.report in reports else "und"
        found[one] = Proof(one.report, text, language, one.paragraph)
    return found


def sentence_at(paragraph: str, start: int | None) -> str:
    """The sentence of a paragraph that the character at `start` is in; its first where it is None."""
    parts = Tokens(paragraph)
    for first, end in sentences(parts):
        if parts.end(end - 1) > (start or 0):
            return _short(paragraph[parts.start(first) : parts.end(end - 1)])
    return _short(paragraph)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
