"""What the reports of a story say, by whomever, and where their numbers disagree."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.reports import Evidence
from tawatur.model.statements import Speaker, Stance


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a claim has it: `evidence` is the place of its content, `text` that content.

    `node` is the speaker's node in the story's graph, or that of the outlet where nobody else is quoted.
    """

    evidence: Evidence
    text: str
    language: str
    speaker: Speaker
    via: tuple[str, ...]
    stance: Stance
    node: str

    @property
    def id(self) -> str:
        """The statement by its place: article, paragraph, character."""
        return f"{self.evidence.report}-{self.evidence.paragraph}-{self.evidence.start}"


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of one content, in whatever words and language, by whomever, the first first.

    `id` names its first statement (article and place), by which it is found again when more join it. `reports` are all that
    carry it, copies too, `origins` the nodes of the origins that it goes back to, `denied_by` those of who denies it. Where
    nobody says what is denied, the denial is the claim.
    """

    id: str
    statements: tuple[Said, ...]
    reports: tuple[int, ...]
    origins: tuple[str, ...]
    denied_by: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Somebody denies what somebody else says."""
        return bool(self.denied_by)


@dataclass(frozen=True, slots=True)
class Value:
    """A number that a report gives for a quantity: as a value, as it is written, and by whom it is said (None: the report itself)."""

    value: float
    text: str
    evidence: Evidence
    speaker: Speaker | None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One quantity for which the reports of a story give different numbers, the earliest first.

    `counts` is what is counted: the lexicon's word for it («dead»), or a word of the texts.
    """

    counts: str
    values: tuple[Value, ...]
