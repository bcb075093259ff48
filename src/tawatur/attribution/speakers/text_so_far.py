"""What one article has told up to a statement: its paragraphs, who spoke, and so what a phrase in it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.antecedents import Antecedents
from tawatur.attribution.speakers.capitalised_phrases import PARTICIPLES
from tawatur.attribution.speakers.introductions import introduced_by_noun
from tawatur.attribution.speakers.mention import Mention, mention
from tawatur.attribution.text.paragraph import Paragraph, Range
from tawatur.outlets import Outlets

_PUBLISHED = 12  # words behind the phrase of a text that tell who published it


class TextSoFar:
    """One article while it is read: all of its paragraphs, those before the one in hand, and who spoke in them."""

    def __init__(self, words: Lexicon, outlets: Outlets, publisher: str | None) -> None:
        self.words, self.outlets = words, outlets
        known_publisher = outlets.named(publisher) if publisher else None
        self.publisher = known_publisher.name if known_publisher else publisher
        self.antecedents = Antecedents(words)
        self.earlier: list[Paragraph] = []
        self.all: list[Paragraph] = []
        self.paragraph: Paragraph | None = None

    def read(self, paragraphs: Sequence[str]) -> Iterator[Paragraph]:
        """Each paragraph in turn, as the one in hand."""
        self.all = []
        for text in paragraphs:
            self.all.append(Paragraph(text, self.words, self.all[-1] if self.all else None))
        for index, paragraph in enumerate(self.all):
            self.antecedents.paragraph, self.paragraph = index, paragraph
            yield paragraph
            self.earlier.append(paragraph)

    def mention(self, paragraph: Paragraph, part: Range) -> Mention:
        """Who or what a phrase names, as far as the text tells."""
        start, end = paragraph.span(part)
        if self.words.subject_first:
            end -= _owning(paragraph.folded[part[1] - 1])
        found = mention(paragraph.text[start:end], self.words, self.outlets)
        if self.words.subject_first and found.kind == "document" and not found.named:
            found = self._published(paragraph, part, found)
        # «الرواق» is an everyday word, but not once «موقع الرواق» was cited.
        outlet = self.outlets.named(found.text) if found.kind in ("organisation", "person") else None
        if outlet is None or not (self.antecedents.has_cited(outlet.name) or outlet.name == self.publisher):
            return found
        return found._replace(kind="outlet", name=outlet.name, named=True, role=None)

    def _published(self, paragraph: Paragraph, part: Range, text: Mention) -> Mention:
        """A text by who published it, where that is told behind its phrase: "a study", which goes on "published by the institute"."""
        start, end = part
        if end == len(paragraph.folded) or not any(
            word.endswith(PARTICIPLES) for word in paragraph.folded[end - 1 : end + 1]
        ):
            return text  # neither "a study | released by", nor "a study released | on Friday by"
        behind = range(end, min(end + _PUBLISHED, len(paragraph.folded)))
        end = next((at for at in behind if not paragraph.is_word[at]), behind.stop)
        whole = mention(paragraph.text[slice(*paragraph.span((start, end)))], self.words, self.outlets)
        issuer = whole.name if whole.name != whole.text else text.name
        return text._replace(name=issuer, named=True) if whole.named else text

    def introduced_noun(self, paragraph: Paragraph, head: str) -> Mention | None:
        """What the text first names by a (folded) noun, up to a paragraph; None where it does not."""
        for earlier in (*self.earlier, paragraph):
            if part := introduced_by_noun(earlier, head, self.words):
                return self.mention(earlier, part)
        return None


def _owning(word: str) -> int:
    """How many letters are written on to an English noun that owns something: "Aziz's", "the workers'"."""
    owner = word.removesuffix("'s").removesuffix("'") if word.endswith(("'s", "s'")) else word
    return len(word) - len(owner)
