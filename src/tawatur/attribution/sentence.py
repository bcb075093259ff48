"""One sentence of a paragraph, as the frames of the grammar look at it: its noun phrases, outlets and clauses."""

from __future__ import annotations

from tawatur.attribution.contents_of_sentence import SentenceContents
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.paragraph import Range
from tawatur.attribution.sources_of_sentence import SentenceSources
from tawatur.attribution.statement import Statement
from tawatur.model import Quotation


class Sentence(SentenceSources, SentenceContents):
    """A sentence, and the statements made of its ranges."""

    def statement(
        self,
        cue: Cue | None,
        at: Range,
        source: Range | None,
        content: Range | None,
        via: tuple[Range | None, ...] = (),
    ) -> Statement:
        return Statement(
            cue=at,
            source=source,
            content=content,
            via=tuple(part for part in via if part),
            form=cue,
            stance=cue.stance if cue else "asserted",
            quotation=self._quotation(content),
            sentence=self.number,
            turned=self.turned,
        )

    def _quotation(self, content: Range | None) -> Quotation:
        if content is None:
            return "indirect"
        start, end = content
        if start in self.pairs and self.pairs[start] >= end - 2:
            return "direct"
        return "mixed" if any(start <= opening < end for opening in self.pairs) else "indirect"
