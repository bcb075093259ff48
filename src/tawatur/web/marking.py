"""A paragraph with its statements marked, and texts with their differences, as HTML. All that came from a page is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from tawatur.model import Attribution, Span


def marked(paragraph: str, attributions: Iterable[Attribution]) -> Markup:
    """`paragraph` with source and cue of each statement marked, each a link to the element `said-PARAGRAPH-NUMBER` about it.

    Where statements nest or overlap the mark that starts first is kept, so that the HTML is always well formed.
    """
    spans: list[tuple[Span, str, str]] = []
    for number, one in enumerate(attributions):
        about = f"said-{one.paragraph}-{number}"
        spans += [(span, kind, about) for span, kind in ((one.source, "source"), (one.cue, "cue")) if span]
    pieces: list[Markup] = []
    at = 0
    for span, kind, about in sorted(spans, key=lambda mark: (mark[0].start, mark[0].end)):
        if span.start < at or span.end > len(paragraph):
            continue
        pieces.append(escape(paragraph[at : span.start]))
        pieces.append(
            Markup('<mark class="{}"><a href="#{}">{}</a></mark>').format(
                kind, about, paragraph[span.start : span.end]
            )
        )
        at = span.end
    pieces.append(escape(paragraph[at:]))
    return Markup("").join(pieces)


_MOST_WORDS = 2000  # of a text: a comparison takes the square of it at worst


def difference(before: Sequence[str], after: Sequence[str]) -> list[Markup]:
    """The paragraphs of `after` with what was put in and what of `before` was taken out, word by word.

    Of very long texts only the beginnings are compared.
    """
    old, new = _words(before), _words(after)
    pieces: list[Markup] = []
    for what, first, end, new_first, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            pieces.append(_piece("del", [word for word in old[first:end] if word]))
        if what == "equal":
            pieces.append(escape(" ").join(word or _BREAK for word in new[new_first:new_end]))
        elif what in ("insert", "replace"):
            pieces += [_piece("ins", [word]) if word else _BREAK for word in new[new_first:new_end]]
    text = Markup(" ").join(piece for piece in pieces if piece)
    return [paragraph for part in text.split(_BREAK) if (paragraph := Markup(part.strip()))]


_BREAK = Markup("<!---->")  # nothing that comes from a page looks so: its angle brackets are escaped


def _words(paragraphs: Sequence[str]) -> list[str]:
    """The words of paragraphs, an empty one after each paragraph."""
    return [word for paragraph in paragraphs for word in (*paragraph.split(), "")][:_MOST_WORDS]


def _piece(element: str, words: Sequence[str]) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(Markup(element), " ".join(words)) if words else Markup("")
