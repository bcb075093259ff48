"""Attributions: every reported statement of a text as source, cue and content, with the chain behind it."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import lexicon
from tawatur.attribution.reading import Reading
from tawatur.language import detect
from tawatur.model import Attribution
from tawatur.outlets import Outlets, known


def attributions(
    paragraphs: Sequence[str],
    *,
    language: str | None = None,
    outlet: str | None = None,
    outlets: Outlets | None = None,
) -> tuple[Attribution, ...]:
    """The reported statements in `paragraphs`, in order.

    `language` is an ISO 639-1 code (detected where it is None); a language without a reporting lexicon gives
    none. `outlet` is the publisher: what is said to the publisher itself came through nobody else.
    """
    code = language or detect("\n".join(paragraphs))
    words = lexicon(code)
    if words is None:
        return ()
    return tuple(Reading(words, outlets or known(), outlet).read(paragraphs))
