"""What an article says somebody says, and when: spans of its characters, attributions, time expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeakerKind = Literal["person", "organisation", "outlet", "group", "document"]


Stance = Literal[
    "asserted", "denied", "claimed", "called_for", "expected", "believed", "intended", "spoken_of", "unsaid"
]


Quotation = Literal["direct", "indirect", "mixed"]


TOLD = frozenset({"asserted", "denied", "claimed", "called_for", "expected"})


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (end not included) of one paragraph, and the text there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: `name` as first named in full in the article (for an unnamed one his description).

    `name` is "" where the text names nobody: "prices are expected to fall".
    """

    name: str
    named: bool
    kind: SpeakerKind
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One reported statement: who (source) says (cue) what (content), and through whom (via).

    `paragraph` is the index of the paragraph whose characters the three spans count. `source` is None where
    the verb alone carries its subject, `content` None where nothing of the statement follows. `via` holds the
    outlets it came through, from the publisher's side inwards. `stance` is what the source does with the content: says it
    is so, denies it, claims it, calls for it, expects it; or, where it is no report of what he said, believes or
    intends it, speaks of it, does not say it.
    """

    paragraph: int
    source: Span | None
    cue: Span
    content: Span | None
    speaker: Speaker
    via: tuple[str, ...] = ()
    stance: Stance = "asserted"
    quotation: Quotation = "indirect"

    @property
    def told(self) -> bool:
        """Whether somebody is reported to have said the content, rather than to think, to want or to speak of it."""
        return self.stance in TOLD and self.speaker.name != ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3-style time expression: its type, its value, and its characters in the text."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
