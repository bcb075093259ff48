"""A paragraph with its statements marked, as HTML. Everything that came from a page is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from tawatur.model import Attribution, Span


def marked(paragraph: str, attributions: Iterable[Attribution]) -> Markup:
    """`paragraph` with source, cue and content of each statement in an element of its own.

    Where statements nest or overlap the mark that starts first is kept, so that the HTML is always well formed.
    """
    spans: list[tuple[Span, str]] = []
    for one in attributions:
        spans += [(span, kind) for span, kind in ((one.source, "source"), (one.cue, "cue")) if span]
    pieces: list[Markup] = []
    at = 0
    for span, kind in sorted(spans, key=lambda pair: (pair[0].start, pair[0].end)):
        if span.start < at or span.end > len(paragraph):
            continue
        pieces.append(escape(paragraph[at : span.start]))
        pieces.append(Markup('<mark class="{}">{}</mark>').format(kind, paragraph[span.start : span.end]))
        at = span.end
    pieces.append(escape(paragraph[at:]))
    return Markup("").join(pieces)
