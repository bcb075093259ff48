"""The reporting lexicon of one language, made ready for matching: its cues, its classes of words, and what is asked of a word."""

from functools import cache

from tawatur.attribution.lexicon.cues import Cue
from tawatur.attribution.lexicon.phrases import starts
from tawatur.attribution.lexicon.questions import Lexicon
from tawatur.language import language

__all__ = ["Cue", "Lexicon", "lexicon", "starts"]


@cache
def lexicon(code: str) -> Lexicon | None:
    """The reporting lexicon of a language; None where it has none."""
    spoken = language(code)
    return Lexicon(spoken) if "cues" in spoken.data and "speakers" in spoken.data else None
