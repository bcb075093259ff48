"""Which quotation marks go together, also where one is missing."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.language.text import Tokens

_CLOSED_BY = {"«": "»", "“": "”", '"': '"'}
OPENING = frozenset(_CLOSED_BY)
CLOSING = frozenset('»”"')
_MARKS = OPENING | CLOSING
_LONGEST = 400  # tokens; farther apart, marks are astray
_STRAIGHT = '"'  # opens as well as closes
_BEHIND_CLOSING = frozenset(".،,;:!؟?)؛")
_BEFORE_OPENING = frozenset("(:،,-–—")


def quotation_pairs(parts: Tokens) -> dict[int, int]:
    """The token that opens each quotation, with the one that closes it."""
    written = parts.written
    marks = [at for at in parts.marks if written[at] in _MARKS]
    if not marks:
        return {}
    pairs = _paired(parts, marks)
    return {start: end for start, end in pairs.items() if end - start <= _LONGEST}


def _paired(parts: Tokens, marks: Sequence[int]) -> dict[int, int]:
    written = parts.written
    pairs = _in_turn(written, marks)
    straight = [at for at in marks if written[at] == _STRAIGHT]
    crossed = (closes_by_place(parts, start) and opens_by_place(parts, end) for start, end in pairs.items())
    if len(straight) == len(marks) and (len(marks) % 2 or any(crossed)):
        return _by_place(parts, marks)
    return pairs


def opens_by_place(parts: Tokens, at: int) -> bool:
    """Whether a mark is written on to the word behind it, and not to the one before."""
    return not _touches_before(parts, at) and (
        _touches_behind(parts, at) or (at > 0 and parts.written[at - 1] == ":")
    )


def closes_by_place(parts: Tokens, at: int) -> bool:
    """Whether a mark that may open a quotation is written on to the word before it, and not to the one behind."""
    if parts.written[at] != _STRAIGHT or _touches_behind(parts, at):
        return False
    return _touches_before(parts, at) or (
        at + 1 < len(parts) and parts.written[at + 1] in _BEHIND_CLOSING - {":"}
    )


def _touches_before(parts: Tokens, at: int) -> bool:
    return parts.touches(at) and parts.written[at - 1] not in _BEFORE_OPENING


def _touches_behind(parts: Tokens, at: int) -> bool:
    return parts.touches(at + 1) and parts.written[at + 1] not in _BEHIND_CLOSING


def _in_turn(written: Sequence[str], marks: Sequence[int]) -> dict[int, int]:
    """The marks paired one after the other."""
    pairs: dict[int, int] = {}
    opened: int | None = None
    for at in marks:
        mark = written[at]
        if opened is None and mark in _CLOSED_BY:
            opened = at
        elif opened is not None and mark == _CLOSED_BY[written[opened]]:
            pairs[opened] = at
            opened = None
    return pairs


def _by_place(parts: Tokens, marks: Sequence[int]) -> dict[int, int]:
    """The marks paired by the words that they are written on to: one that closes nothing opens nothing, and one behind which
    another opens stays open."""
    pairs: dict[int, int] = {}
    opened: int | None = None
    for at in marks:
        if opened is None:
            opened = None if closes_by_place(parts, at) else at
        elif opens_by_place(parts, at):
            opened = at
        else:
            pairs[opened] = at
            opened = None
    return pairs
