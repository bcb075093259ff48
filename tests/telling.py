"""What a text tells, in a form that is easily written down: who says, by which word, what."""

from __future__ import annotations

import tawatur

Found = tuple[str | None, str, str]


def found(*paragraphs: str) -> list[Found]:
    """The source (None where there is none), the cue and the content of each statement in Arabic paragraphs."""
    return [
        (one.source.text if one.source else None, one.cue.text, one.content.text)
        for one in tawatur.attributions(paragraphs, language="ar")
        if one.content
    ]
