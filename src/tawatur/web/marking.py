"""Paragraphs and passages with their statements marked, and texts with their differences, as HTML. All that came from a page is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from tawatur.model import Attribution, Span

_Mark = tuple[Span, str, str]  # what is marked, as what, and the address it leads to


def marked(paragraph: str, attributions: Iterable[Attribution]) -> Markup:
    """`paragraph` with source and cue of each statement marked, each a link to the element `said-PARAGRAPH-NUMBER` about it."""
    about = ((one, f"#said-{one.paragraph}-{number}") for number, one in enumerate(attributions))
    marks = [mark for one, address in about for mark in _marks(one, address)]
    return _with_marks(paragraph, 0, len(paragraph), marks)


def passage(paragraph: str, one: Attribution, address: str) -> Markup:
    """What one statement takes of `paragraph`, as it stands there, with its source and its cue as links to `address`."""
    spans = [span for span in (one.source, one.cue, one.content) if span]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return _with_marks(paragraph, start, min(end, len(paragraph)), _marks(one, address))


def _marks(one: Attribution, address: str) -> list[_Mark]:
    found = (one.source, "source"), (one.cue, "cue")
    return [(span, kind, address) for span, kind in found if span]


def _with_marks(paragraph: str, start: int, end: int, marks: Iterable[_Mark]) -> Markup:
    """The characters from `start` to `end` with marks.

    Where statements nest or overlap the mark that starts first is kept, so that the HTML is always well formed.
    """
    pieces: list[Markup] = []
    at = start
    for span, kind, address in sorted(marks, key=lambda mark: (mark[0].start, mark[0].end)):
        if span.start < at or span.end > end:
            continue
        pieces.append(escape(paragraph[at : span.start]))
        pieces.append(
            Markup('<mark class="{}"><a href="{}">{}</a></mark>').format(
                kind, address, paragraph[span.start : span.end]
            )
        )
        at = span.end
    pieces.append(escape(paragraph[at:end]))
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
