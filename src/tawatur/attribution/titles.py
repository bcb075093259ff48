"""Who says what in a title, and whose news it says it is: «رويترز: …», «رويترز عن مسؤول: …», «مسؤول لرويترز: …», "… - Reuters"."""

from __future__ import annotations

import re

from tawatur.attribution import attributions
from tawatur.attribution.lexicon import lexicon
from tawatur.model import Article, Attribution, Outlet
from tawatur.outlets import Outlets, fold

_COLON = ":"
_SIGNED = re.compile(r"\s[-–—|]\s*([^-–—|]{2,60})$")


def told_in_title(article: Article, outlets: Outlets) -> tuple[Attribution, ...]:
    """The reported statements in an article's title; their `paragraph` is the number of its paragraphs.

    It is read behind the text, so that whom the headline names briefly («روبيو: …») is named as the text first names him in full.
    What nobody in the title itself says is left out.
    """
    if not article.title:
        return ()
    found = attributions(
        (*article.paragraphs, article.title),
        language=article.language,
        outlet=article.outlet,
        outlets=outlets,
    )
    return tuple(one for one in found if one.paragraph == len(article.paragraphs) and one.source)


def outlet_in_title(title: str, language: str, outlets: Outlets) -> Outlet | None:
    """The outlet before a title's colon or behind its last dash; None where none that is known stands there.

    `language` is an ISO 639-1 code.
    """
    label, _, told = title.partition(_COLON)
    if told.strip():
        return _before_colon(label, language, outlets) or _spoken_to(title, language, outlets)
    signed = _SIGNED.search(title)
    return outlets.cited(signed[1]) if signed else None


def _before_colon(label: str, language: str, outlets: Outlets) -> Outlet | None:
    folded = fold(label).split()
    outlet, length = outlets.starting(folded) or (None, 0)
    words = lexicon(language)
    from_whom = words.relay_from if words else frozenset()
    return outlet if length == len(folded) or folded[length] in from_whom else None


def _spoken_to(title: str, language: str, outlets: Outlets) -> Outlet | None:
    found = attributions((title,), language=language, outlets=outlets)
    ways = (name for one in found if one.cue.text == _COLON for name in one.via)
    return next(filter(None, map(outlets.named, ways)), None)
