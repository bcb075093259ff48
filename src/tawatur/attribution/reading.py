"""One reading of one article: who spoke so far, and in which outlet's words; statements in, attributions out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.attribution.frames.headlines import headline_speaker
from tawatur.attribution.frames.statements import Statement, statements, who_acts
from tawatur.attribution.lexicon import Lexicon
from tawatur.attribution.speakers.antecedents import Antecedents, is_honoured
from tawatur.attribution.speakers.framing import Framing
from tawatur.attribution.speakers.introductions import (
    introduced_as,
    introduced_by_given,
    introduced_by_noun,
    introduced_by_role,
    introductions,
)
from tawatur.attribution.speakers.issuers import is_announced, names_no_issuer, points_to_issuer
from tawatur.attribution.speakers.mention import Mention, mention
from tawatur.attribution.text.paragraph import Paragraph, Range
from tawatur.model import Attribution, Span, Speaker
from tawatur.outlets import Outlets

_FIRST = frozenset({"first", "own"})  # classes of words by which who speaks means himself
_OWN = _FIRST | {"second", "yours"}


class Reading:
    """One pass over one article: remembers who spoke, and in which outlet's words."""

    def __init__(self, words: Lexicon, outlets: Outlets, publisher: str | None) -> None:
        self.words, self.outlets = words, outlets
        known_publisher = outlets.named(publisher) if publisher else None
        self.publisher = known_publisher.name if known_publisher else publisher
        self.antecedents = Antecedents(words)
        self.earlier: list[Paragraph] = []
        self.all: list[Paragraph] = []
        self.paragraph: Paragraph | None = None
        self.framing = Framing()

    def read(self, paragraphs: Sequence[str]) -> Iterator[Attribution]:
        self.all = []
        for text in paragraphs:
            self.all.append(Paragraph(text, self.words, self.all[-1] if self.all else None))
        for index, paragraph in enumerate(self.all):
            self.antecedents.paragraph = index
            found = (
                self._attribution(index, paragraph, statement)
                for statement in statements(paragraph, self.words, self.outlets)
            )
            yield from self._with_own_words([one for one in found if one])
            self.earlier.append(paragraph)

    def _attribution(self, index: int, paragraph: Paragraph, statement: Statement) -> Attribution | None:
        self.paragraph = paragraph
        if statement.of_nobody:
            return self._nobody_named(index, paragraph, statement)
        named = statement.meant or statement.source
        source = self._mention(paragraph, named) if named else None
        if source and source.kind == "document" and not self.words.subject_first:
            source = self._with_issuer(paragraph, source)
        if source and named and statement.form and statement.form.feminine:
            source = self._as_outlet(paragraph, named, source)
        if self.words.subject_first and (source is None or self._class_of(source.text) in _OWN):
            return self._nobody_named(index, paragraph, statement)
        via = tuple(dict.fromkeys(name for part in statement.via if (name := self._outlet(paragraph, part))))
        if source is None and statement.form is not None and statement.form.kind == "relay" and via:
            return None
        via = via or self._relaying(statement)
        nobody_yet = self.antecedents.last("person") is None and self.antecedents.last("organisation") is None
        self._introduce(paragraph, source)
        if source and self._points_back(source):
            source_meant = self._outlet_meant(source)
            if source_meant is None:
                return None
        else:
            source_meant = source
        known_speaker = self.antecedents.resolve(source_meant, statement.form, via, statement.inner)
        nobody = known_speaker is None and self.antecedents.latest is None
        if nobody and (told := self._told_before(paragraph, statement)):
            known_speaker = self.antecedents.resolve(told, statement.form, via, statement.inner)
        if known_speaker is None:  # «… حسب قوله» says nothing where nobody was named
            return self._nobody_named(index, paragraph, statement) if statement.form else None
        if statement.content is None:
            return None
        meant = known_speaker.mention
        through = known_speaker.via
        if meant.kind == "outlet":
            self.antecedents.note(meant)
            self._frame(index, statement, meant.name, nobody_yet)
        else:
            through = through or self._framed(index, statement)
        through = tuple(name for name in through if name not in (meant.name, self.publisher))
        if through:
            self.framing.said(index, statement.content, through)
        return Attribution(
            paragraph=index,
            source=_span(paragraph, statement.source, source) if statement.source else None,
            cue=_plain(paragraph, statement.cue),
            content=_plain(paragraph, statement.content),
            speaker=Speaker(meant.name, meant.named, meant.kind, meant.role),
            via=through,
            stance=statement.stance,
            quotation=statement.quotation,
        )

    def _as_outlet(self, paragraph: Paragraph, part: Range, source: Mention) -> Mention:
        """«ذكرت "صباح الساحل" أن»: a name in quotation marks that is no person's, of which a verb tells in the feminine."""
        marked = _within_quotes(paragraph, part) is not None and source.kind == "person"
        first = paragraph.folded[part[0] + (part[0] in paragraph.pairs)]
        personal = first in self.words.given_names or self.words.role(first)
        return (
            source._replace(kind="outlet", role=None) if marked and source.named and not personal else source
        )

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
        contrasted = at > 0 and self.all[index].folded[at - 1] in self.words.contrasts  # «…، فيما قال الوزير»
        around = () if contrasted else self.framing.around(index, at)
        return around or self.framing.behind(index, statement.turned)

    def _told_before(self, paragraph: Paragraph, statement: Statement) -> Mention | None:
        """Whom a bare verb can mean where nobody has spoken yet: who acts before it, or the headline's speaker."""
        if self.words.subject_first or statement.source:
            return None
        if statement.before:
            return self._mention(paragraph, statement.before)
        headline = self.all[0]
        if part := headline_speaker(headline, self.words, self.outlets):
            return self._mention(headline, part)
        if not self.earlier or statement.form is None:
            return None
        before = self.earlier[-1]
        part = who_acts(before, statement.form, self.words, self.outlets)
        found = self._mention(before, part) if part else None
        return found if found and found.named else None

    def _class_of(self, source: str) -> str | None:
        """The closed class of a source of one word; None for any other."""
        return self.words.classes.get(self.words.language.normalise(source))

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
                if told := next(
                    again, None
                ):  # a headline run together with its text: «طالب بفتحه طالب الوزير»
                    one = replace(one, speaker=told.speaker)
            own = one.source and self._class_of(one.source.text) in _FIRST
            if own and not one.speaker.name:
                around = (
                    other for other in found if other.speaker.name and _is_within(one.cue, other.content)
                )
                if outer := next(around, None):
                    one = replace(one, speaker=outer.speaker, via=outer.via)
            yield one

    def _introduce(self, paragraph: Paragraph, source: Mention | None) -> None:
        """Make a speaker known who was named in full where he did something else than speak."""
        if source and len(source.words) == 1 and is_honoured(source, self.words):
            self._introduce_anybody(paragraph)
            return
        if source and len(source.words) > 1 and source.kind == "person" and source.named:
            self._introduce_role(source)
            return
        if source and source.kind == "document" and source.name != source.text:
            return  # who issued it is known
        if source and len(source.words) == 1 and source.kind in ("person", "organisation", "document"):
            family = self.words.language.normalise(source.text)
            if (
                family in self.words.language.stopwords
                or (self.words.subject_first and self.antecedents.knows(source))
                or self._is_last(family)
            ):
                return
            for earlier in (paragraph, *reversed(self.earlier)):
                part = introduced_as(earlier, family, self.words)
                if part := part or introduced_by_given(earlier, family, self.words):
                    found = self._mention(earlier, part)
                    if found.named:
                        self.antecedents.introduce(found)
                    return
            head = self.words.bare(family)
            if source.definite and head in self.words.nouns and not self.antecedents.knows(source):
                self._introduce_noun(paragraph, head)
                if head in self.words.anyone and not self.antecedents.knows(source):
                    self._introduce_anybody(paragraph)

    def _introduce_anybody(self, paragraph: Paragraph) -> None:
        """«معاليه», «المؤلف» where nobody has spoken yet: the first whom the text names with his role."""
        parts = ((one, part) for one in (*self.earlier, paragraph) for part in introductions(one, self.words))
        if self.antecedents.last("person") is None and (first := next(parts, None)):
            self.antecedents.introduce(self._mention(*first))

    def _is_last(self, family: str) -> bool:
        """Whether the person who spoke last is of this (folded) family name: «بسمة الحداد» goes on, not «سالم الحداد»."""
        last = self.antecedents.last("person")
        name = self.words.language.normalise(last.mention.name).split() if last else []
        return len(name) > 1 and name[-1] == family

    def _introduce_role(self, source: Mention) -> None:
        """«وزير النقل» whom the text names before or after this, with his role."""
        if source.name != source.role or self.words.subject_first or self.antecedents.knows(source):
            return
        if met := introduced_by_role(self.all, source.words, self.words):
            found = self._mention(*met)
            if found.named and found.name != found.role:
                self.antecedents.introduce(found)
                self.antecedents.alias(source, found)

    def _introduce_noun(self, paragraph: Paragraph, head: str) -> None:
        """«المواطن», «الشركة» of whom nothing was said before: where the text first has him."""
        if not self.antecedents.headed(head) and (found := self._introduced_noun(paragraph, head)):
            self.antecedents.introduce(found)

    def _introduced_noun(self, paragraph: Paragraph, head: str) -> Mention | None:
        for earlier in (*self.earlier, paragraph):
            if part := introduced_by_noun(earlier, head, self.words):
                return self._mention(earlier, part)
        return None

    def _with_issuer(self, paragraph: Paragraph, text: Mention) -> Mention:
        """A text with who issued it, in full where the phrase tells him short («بلاغ للهيئة») or not at all («البلاغ»)."""
        words = self.words
        if names_no_issuer(text, words):
            if self.antecedents.knows(text) or not is_announced(text, (*self.earlier, paragraph), words):
                return text
            issuer = self._issuer_told(paragraph, text) or self._last_issuer()
        elif points_to_issuer(text, words):
            issuer = self._last_issuer(self.antecedents.latest)
        else:
            issuer = self._in_full(paragraph, text.name) if text.name != text.text else None
        return text._replace(name=issuer, named=True) if issuer else text

    def _issuer_told(self, paragraph: Paragraph, text: Mention) -> str | None:
        """Who issued a text where it is told of first: «بلاغ صادر عن المعهد»."""
        for head in text.words & self.words.issued_texts:
            first = self._introduced_noun(paragraph, head)
            if first and first.kind == "document" and first.named and first.name != first.text:
                return self._in_full(paragraph, first.name)
        return None

    def _last_issuer(self, latest: Mention | None = None) -> str | None:
        """Who issued a text, if it was who spoke last: an institution, or else a person."""
        kinds = ("organisation", "person")
        known = (
            [latest] if latest else [one.mention for kind in kinds if (one := self.antecedents.last(kind))]
        )
        bodies = (one for one in known if one.kind == "person" or one.head in self.words.organisations)
        return next((one.name for one in bodies if one.named and one.kind in kinds), None)

    def _in_full(self, paragraph: Paragraph, name: str) -> str:
        """The name of an institution as the text has it in full: «المعهد الوطني للرصد الجوي» for «المعهد»."""
        head = self.words.bare(self.words.language.normalise(name))
        if head not in self.words.organisations:
            return name
        full = self.antecedents.headed(head) or self._introduced_noun(paragraph, head)
        return full.name if full and full.named else name

    def _points_back(self, meant: Mention) -> bool:
        """«الموقع», «الصحيفة», "the station": an outlet that is named only elsewhere."""
        return (
            meant.definite
            and (
                meant.kind == "outlet"
                or meant.head in self.words.outlets
                or meant.head in self.words.also_outlets
            )
            and len(meant.words - self.words.articles) == 1
            and self.outlets.named(meant.text) is None
        )

    def _outlet_meant(self, pointing: Mention) -> Mention | None:
        """The outlet cited latest, one that goes by the same noun first; None for the publisher, and for none."""
        earlier = self.antecedents.last_outlet(self.words.anaphora_of(pointing.text) | {pointing.head})
        if earlier:
            return earlier.mention
        own = self.words.language.normalise(self.publisher or "").split()
        if own and own[0] == pointing.head:
            return None
        if earlier := self.antecedents.last_outlet():
            return earlier.mention
        return self._outlet_introduced(pointing.head)

    def _outlet_introduced(self, head: str) -> Mention | None:
        """«الوكالة» of an outlet that the text names, but has not cited."""
        if head in self.words.ambiguous_outlets or self.words.subject_first:
            return None
        for paragraph in filter(None, (self.paragraph, *reversed(self.earlier))):
            if part := introduced_by_noun(paragraph, head, self.words):
                found = self._mention(paragraph, (part[0], self._name_end(paragraph, part[0] + 1)))
                if found.kind == "outlet":
                    return found
        return None

    def _name_end(self, paragraph: Paragraph, at: int) -> int:
        """One past an outlet's name behind its noun: a word, or several that go on with the article or in quotation marks."""
        if at in paragraph.pairs:
            return paragraph.pairs[at] + 1
        end = at + 1
        while end < len(paragraph.folded) and all(
            map(self.words.definite, paragraph.folded[end - 1 : end + 1])
        ):
            end += 1
        close = paragraph.marked_names.get(end)
        return end if close is None else close + 1

    def _mention(self, paragraph: Paragraph, part: Range) -> Mention:
        start, end = paragraph.span(part)
        tokens, folded = paragraph.tokens[part[0] : part[1]], paragraph.folded[part[0] : part[1]]
        if self.words.subject_first and folded[-1].endswith(("'s", "s'")):
            owner = folded[-1].removesuffix("'s").removesuffix("'")
            end -= len(folded[-1]) - len(owner)
            folded = [*folded[:-1], owner]
            tokens = [*tokens[:-1], tokens[-1]._replace(text=paragraph.text[tokens[-1].start : end], end=end)]
        found = mention(
            paragraph.text[start:end],
            tokens,
            folded,
            self.words,
            self.outlets,
        )
        # «الرواق» is an everyday word, but not once «موقع الرواق» was cited.
        outlet = self.outlets.named(found.text) if found.kind in ("organisation", "person") else None
        if outlet is None or not (self.antecedents.has_cited(outlet.name) or outlet.name == self.publisher):
            return found
        return found._replace(kind="outlet", name=outlet.name, named=True, role=None)

    def _is_programme(self, word: str) -> bool:
        """Whether a folded word is the noun of a programme, with or without «ل» written on to it."""
        return word.removeprefix(self.words.to) in self.words.programmes

    def _outlet(self, paragraph: Paragraph, part: Range) -> str | None:
        if part[0] + 1 in paragraph.pairs and self._is_programme(paragraph.folded[part[0]]):
            part = part[0] + 1, part[1]
        if paragraph.folded[part[1] - 1] in self.words.kinds_of_outlets and part[1] in paragraph.pairs:
            part = part[0], paragraph.pairs[part[1]] + 1  # «وكالة أنباء "السهوب"»
        found = self._mention(paragraph, part)
        if found.kind != "outlet" and (quoted := _within_quotes(paragraph, part)):
            return _plain(paragraph, quoted).text  # «حوار نشرته "الساحل"», «قال لـ"الساحل"»
        if found.kind != "outlet":
            of_outlet = found.head in self.words.reporters and part[1] - part[0] > 1
            return self._outlet(paragraph, (part[0] + 1, part[1])) if of_outlet else None
        if self._points_back(found):
            meant = self._outlet_meant(found)
            return meant.name if meant else None
        self.antecedents.note(found)
        return found.name


def _within_quotes(paragraph: Paragraph, part: Range) -> Range | None:
    """What stands in the quotation marks around a range, or at its ends; None where there are none."""
    if paragraph.pairs.get(part[0] - 1) == part[1]:
        return part
    return (part[0] + 1, part[1] - 1) if paragraph.pairs.get(part[0]) == part[1] - 1 else None


def _is_within(inner: Span, outer: Span | None) -> bool:
    return outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _plain(paragraph: Paragraph, part: Range) -> Span:
    start, end = paragraph.span(part)
    return Span(start, end, paragraph.text[start:end])


def _span(paragraph: Paragraph, part: Range, named: Mention | None) -> Span:
    start, end = paragraph.span(part)
    before = paragraph.text[start:end].removesuffix(named.text) if named else ""
    if named and before != paragraph.text[start:end] and not (before[-1:] == " " and before[:1].isalpha()):
        start = end - len(named.text)
    return Span(start, end, paragraph.text[start:end])
