"""One reading of one article: who spoke so far, and in which outlet's words; statements in, attributions out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.attribution.frames.headlines import headline_speaker
from tawatur.attribution.frames.statements import Statement, statements, who_acts, who_acts_first
from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.antecedents import Known
from tawatur.attribution.speakers.framing import Framing
from tawatur.attribution.speakers.introducing import introduce
from tawatur.attribution.speakers.issuers import with_issuer
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.speakers.outlets_meant import of_feminine_verb, outlet_meant, outlet_of, points_back
from tawatur.attribution.speakers.text_so_far import TextSoFar
from tawatur.attribution.text.paragraph import OPENING, Paragraph, Range
from tawatur.model import Attribution, Span, Speaker
from tawatur.outlets import Outlets

_FIRST = frozenset({"first", "own"})  # classes of words by which who speaks means himself
_OWN = _FIRST | {"second", "yours"}


class Reading:
    """One pass over one article: remembers who spoke, and in which outlet's words."""

    def __init__(self, words: Lexicon, outlets: Outlets, publisher: str | None) -> None:
        self.words, self.outlets = words, outlets
        self.so_far = TextSoFar(words, outlets, publisher)
        self.antecedents = self.so_far.antecedents
        self.framing = Framing()

    def read(self, paragraphs: Sequence[str]) -> Iterator[Attribution]:
        """The attributions of an article, in order."""
        for index, paragraph in enumerate(self.so_far.read(paragraphs)):
            found = (
                self._attribution(index, paragraph, _with_words(paragraph, statement))
                for statement in statements(paragraph, self.words, self.outlets)
            )
            yield from self._with_own_words([one for one in found if one])

    def _attribution(self, index: int, paragraph: Paragraph, statement: Statement) -> Attribution | None:
        if statement.of_nobody:
            return self._nobody_named(index, paragraph, statement)
        source = self._source(paragraph, statement)
        if self.words.subject_first and (source is None or self._class_of(source.text) in _OWN):
            return self._nobody_named(index, paragraph, statement)
        outlets = (outlet_of(self.so_far, paragraph, part) for part in statement.via)
        via = tuple(dict.fromkeys(filter(None, outlets)))
        if source is None and statement.form is not None and statement.form.kind == "relay" and via:
            return None
        via = via or self._relaying(statement)
        nobody_yet = self.antecedents.last("person") is None and self.antecedents.last("organisation") is None
        introduce(self.so_far, paragraph, source)
        meant = outlet_meant(self.so_far, source) if source and points_back(self.so_far, source) else source
        if source and meant is None:
            return None
        known = self._known(paragraph, statement, meant, via)
        if known is None:  # «… حسب قوله» says nothing where nobody was named
            return self._nobody_named(index, paragraph, statement) if statement.form else None
        if statement.content is None:
            return None
        through = self._through(index, statement, known, nobody_yet)
        if through:
            self.framing.said(index, statement.content, through)
        speaker = known.mention
        return Attribution(
            paragraph=index,
            source=_span(paragraph, statement.source, source) if statement.source else None,
            cue=_plain(paragraph, statement.cue),
            content=_plain(paragraph, statement.content),
            speaker=Speaker(speaker.name, speaker.named, speaker.kind, speaker.role),
            via=through,
            stance=statement.stance,
            quotation=statement.quotation,
        )

    def _source(self, paragraph: Paragraph, statement: Statement) -> Mention | None:
        """What the source of a statement names; a text by who issued it."""
        named = statement.meant or statement.source
        if named is None:
            return None
        source = self.so_far.mention(paragraph, named)
        if source.kind == "document" and not self.words.subject_first:
            source = with_issuer(self.so_far, paragraph, source)
        form = statement.form
        if form is None or not form.feminine:
            return source
        return of_feminine_verb(self.so_far, paragraph, named, source, form.lemma)

    def _known(
        self, paragraph: Paragraph, statement: Statement, meant: Mention | None, via: tuple[str, ...]
    ) -> Known | None:
        """Who speaks, as the text has named him; None where it named nobody."""
        known = self.antecedents.resolve(meant, statement.form, via, statement.inner)
        nobody = known is None and self.antecedents.latest is None
        if nobody and (told := self._told_before(paragraph, statement)):
            return self.antecedents.resolve(told, statement.form, via, statement.inner)
        return known

    def _through(self, index: int, statement: Statement, known: Known, nobody_yet: bool) -> tuple[str, ...]:
        """The outlets on the way to who speaks."""
        speaker, through = known.mention, known.via
        if speaker.kind == "outlet":
            self.antecedents.note(speaker)
            self._frame(index, statement, speaker.name, nobody_yet)
        else:
            through = through or self._framed(index, statement)
        return tuple(name for name in through if name not in (speaker.name, self.so_far.publisher))

    def _relaying(self, statement: Statement) -> tuple[str, ...]:
        """«ونسبت إلى مسؤول قوله إن»: the outlet that spoke last, where none is named that relays what somebody said."""
        latest = self.antecedents.latest
        form = statement.form
        relays = form is not None and form.kind == "relay" and latest is not None and latest.kind == "outlet"
        return (latest.name,) if relays and latest and form and form.feminine == latest.feminine else ()

    def _frame(self, index: int, statement: Statement, outlet: str, first: bool) -> None:
        """Remember what an outlet said; the article goes on by one that begins a paragraph: «ووفقا لما نشرته الساحل، …»."""
        if statement.content:
            self.framing.said(index, statement.content, (outlet,))
            if (
                first
                and statement.sentence == 0
                and statement.form is None
                and statement.cue < statement.content
            ):
                self.framing.goes_on(index, outlet)

    def _framed(self, index: int, statement: Statement) -> tuple[str, ...]:
        """The outlets in whose words a statement stands, or by which the article goes on; none where there is none."""
        at = statement.cue[0]
        contrasted = (
            at > 0 and self.so_far.all[index].folded[at - 1] in self.words.contrasts
        )  # «…، فيما قال الوزير»
        around = () if contrasted else self.framing.around(index, at)
        return around or self.framing.behind(index, statement.turned)

    def _told_before(self, paragraph: Paragraph, statement: Statement) -> Mention | None:
        """Whom a bare verb can mean where nobody has spoken yet: who acts before it, or the headline's speaker."""
        if self.words.subject_first or statement.source:
            return None
        form = statement.form
        if statement.previous and form and (acts := who_acts(statement.previous, form)):
            return self.so_far.mention(paragraph, acts)
        headline = self.so_far.all[0]
        part = headline_speaker(headline, self.words, self.outlets)
        if part and headline.has_word(part):
            return self.so_far.mention(headline, part)
        if not self.so_far.earlier or form is None:
            return None
        before = self.so_far.earlier[-1]
        part = who_acts_first(before, form, self.words, self.outlets)
        found = self.so_far.mention(before, part) if part else None
        return found if found and found.named else None

    def _class_of(self, source: str) -> str | None:
        """The closed class of a source of one word; None for any other."""
        return self.words.classes.get(self.words.folded(source))

    def _nobody_named(self, index: int, paragraph: Paragraph, statement: Statement) -> Attribution | None:
        """A statement whose speaker the text does not name, or not yet: "prices are expected to fall", "I think"."""
        if statement.content is None:
            return None
        return Attribution(
            paragraph=index,
            source=_plain(paragraph, statement.source) if statement.source else None,
            cue=_plain(paragraph, statement.cue),
            content=_plain(paragraph, statement.content),
            speaker=Speaker("", False, "person"),
            stance=statement.stance,
            quotation=statement.quotation,
        )

    def _with_own_words(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """The statements of a paragraph; "I think" in a quotation is said by who is quoted."""
        for one in found:
            if not one.speaker.name and one.source is None and one.cue.start == one.paragraph == 0:
                again = (two for two in found if two.speaker.name and two.cue.text == one.cue.text)
                # a headline run together with its text: «طالب بفتحه طالب الوزير»
                if told := next(again, None):
                    one = replace(one, speaker=told.speaker)
            own = one.source and self._class_of(one.source.text) in _FIRST
            if own and not one.speaker.name:
                around = (
                    other for other in found if other.speaker.name and _is_within(one.cue, other.content)
                )
                if outer := next(around, None):
                    one = replace(one, speaker=outer.speaker, via=outer.via)
            yield one


def _is_within(inner: Span, outer: Span | None) -> bool:
    return outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _plain(paragraph: Paragraph, part: Range) -> Span:
    start, end = paragraph.span(part)
    return Span(start, end, paragraph.text[start:end])


def _with_words(paragraph: Paragraph, statement: Statement) -> Statement:
    """The statement without a source, and without outlets on the way, that are nothing but marks («بحسب …»)."""
    source, via = statement.source, statement.via
    if all(map(paragraph.has_word, (*via, *filter(None, [source])))):
        return statement
    via = tuple(filter(paragraph.has_word, via))
    return statement._replace(source=source if source and paragraph.has_word(source) else None, via=via)


def _span(paragraph: Paragraph, part: Range, named: Mention | None) -> Span:
    start, end = paragraph.span(part)
    before = paragraph.text[start:end].removesuffix(named.text) if named else ""
    if named and before != paragraph.text[start:end] and not (before[-1:] == " " and before[:1].isalpha()):
        start = end - len(named.text) - (before[-1:] in OPENING)
    return Span(start, end, paragraph.text[start:end])
