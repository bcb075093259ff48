"""Reported statements in one paragraph: where the cue, the source and the content stand.

A finite-state grammar over tokens. A cue opens a frame; the frame looks for what marks its statement (that, a
quotation, a preposition) within the sentence; what stands between is the source, bounded by the words that end
a noun phrase. The scheme of spans is that of PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur.attribution.introductions import introductions
from tawatur.attribution.lexicon import Cue, Lexicon, starts
from tawatur.attribution.paragraph import CLOSING, COMMAS, OPENING, Paragraph, Range
from tawatur.language.weights import weight
from tawatur.model import Quotation, Stance
from tawatur.outlets import Outlets

_FARTHEST = 45
_SHADDA = "\u0651"
_RARE = 8.0  # weight of a word that is hardly anything but a name
_LONGEST_SUBJECT = 20  # tokens between «كان» and «قد»


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported statement as token ranges of its paragraph; `via` are the ranges that name outlets."""

    cue: Range
    source: Range | None
    content: Range | None
    via: tuple[Range, ...]
    form: Cue | None
    stance: Stance
    quotation: Quotation
    sentence: int
    turned: bool  # the sentence turns to another speaker (من جانبه)


def statements(paragraph: Paragraph, lexicon: Lexicon, outlets: Outlets) -> Iterator[Statement]:
    """The reported statements of one paragraph, in the order of their cues."""
    for number, (first, end) in enumerate(paragraph.sentence_ranges()):
        yield from _Sentence(paragraph, lexicon, outlets, number, first, end).statements()


class _Sentence:
    def __init__(
        self, paragraph: Paragraph, lexicon: Lexicon, outlets: Outlets, number: int, first: int, end: int
    ) -> None:
        self.paragraph, self.lexicon, self.outlets = paragraph, lexicon, outlets
        self.folded, self.tokens, self.pairs = paragraph.folded, paragraph.tokens, paragraph.pairs
        self.number, self.first, self.end = number, first, end
        self.subject: Range | None = None  # who said the last statement of the sentence, as it names him
        self.found = False  # a statement before this one in the sentence
        self.turned = any(starts(lexicon.turns, self.folded, at) for at in range(first, min(first + 4, end)))

    def statements(self) -> Iterator[Statement]:
        at, openers, folded = self.first, self.lexicon.openers, self.folded
        while at < self.end:
            found = self._at(at) if folded[at] in openers else None
            if found:
                found = self._with_subject(found)
                self.found = True
                yield found
                # What stands between a cue and its statement (an outlet on the way) belongs to it.
                begins = found.content[0] if found.content else 0
                at = max(found.cue[1], at + 1, begins)
            else:
                at += 1

    def _with_subject(self, found: Statement) -> Statement:
        """A circumstance (مضيفا، مشيرة إلى) is said by the subject of its sentence."""
        if found.source is None and found.form is not None and found.form.kind == "participle":
            subject = self.subject or (
                self._leading_noun(found.cue[0]) if self.lexicon.subject_first else None
            )
            found = replace(found, source=subject)
        elif found.source is not None or found.form is None or found.form.kind == "verb":
            self.subject = found.source
        return found

    def _at(self, at: int) -> Statement | None:
        if not self.tokens[at].is_word:
            return None
        if length := starts_according(self.lexicon, self.folded, at):
            return self._according(at, at + length)
        for phrase, cue in self.lexicon.cues.get(self.folded[at], ()):
            after = at + len(phrase)
            if (
                after > self.end
                or tuple(self.folded[at:after]) != phrase
                or (cue.marked and _SHADDA not in self.tokens[at].text)
            ):
                continue
            found = self._relay(cue, at, after) if cue.kind == "relay" else self._verb(cue, at, after)
            if found:
                return found
        return None

    # --- frames -------------------------------------------------------------------------------------------

    def _verb(self, cue: Cue, at: int, after: int) -> Statement | None:
        if self.lexicon.subject_first:
            return self._subject_first(cue, at, after)
        if cue.kind == "verb" and at > self.first and self.folded[at - 1] in self.lexicon.what:
            return self._what_he_called(cue, at, after)
        if cue.kind == "noun" or self._withholds(at, after):
            return None  # «طلب عدم ذكر اسمه» tells who he is, not what he says
        marker = self._marker(cue, after)
        if marker is None:
            quoted = self._quotation_before(at)
            if quoted is None or "quote" not in cue.takes:
                return None
            source, via = self._source(after, self._clause_end(after))
            return self._statement(cue, (at, after), source, quoted, via)
        region_end, content_start = marker
        source, via = self._source(after, region_end)
        if source is None and cue.kind == "verb":
            source = (
                self._subject_before(at)
                or self._relative_subject(at)
                or self._topic(at)
                or self._subject_of_sentence(cue, at)
            )
            if source is None and (
                self.folded[at] in self.lexicon.editorial or (not via and not self._opens_clause(at))
            ):
                return None
        return self._statement(cue, (at, after), source, self._content(content_start), via)

    def _what_he_called(self, cue: Cue, at: int, after: int) -> Statement | None:
        """«ما وصفه بالتدخل», «ما اعتبرته تقصيرا»: up to a comma."""
        if not self.folded[at].endswith(self.lexicon.possessives):
            return None
        content = self._trim((after, self._clause_end(after)))
        return self._statement(cue, (at, after), self.subject, content) if content else None

    def _withholds(self, at: int, after: int) -> bool:
        before = " ".join(self.folded[max(0, at - 1) : at + 3])
        return before.startswith(self.lexicon.withheld) or " ".join(
            self.folded[after : after + 4]
        ).startswith(self.lexicon.withheld)

    def _marker(self, cue: Cue, after: int) -> Range | None:
        """Where the source ends and the statement begins."""
        lexicon, folded = self.lexicon, self.folded
        preposition: int | None = None
        at = after
        while at < min(self.end, after + _FARTHEST):
            if at > after and (length := starts_according(lexicon, folded, at)):
                at = self._skip_verbs(at + length)
                continue
            word = folded[at]
            if word in lexicon.that and "that" in cue.takes:
                source_end = preposition if preposition == at - 1 else at
                return (source_end, at + 1 if len(word) <= 3 else at) if at + 1 < self.end else None
            if at in self.pairs:
                close = self.pairs[at]
                if "quote" in cue.takes and not self._names_something(at, close):
                    return at, at
                at = close + 1
                continue
            if word == ":" and "quote" in cue.takes and at + 1 < self.end:
                return at, at + 1
            if word in OPENING and at > after and at not in self.paragraph.closes and "quote" in cue.takes:
                return at, at  # a quotation that nothing closes
            if (
                preposition is None
                and cue.preposition
                and self._is_preposition(word, cue.preposition, at, after)
            ):
                preposition = at
                if "that" in cue.takes and at + 1 < self.end and folded[at + 1] in lexicon.that:
                    at += 1
                    continue
                if {"object", "to", "whom"} & cue.takes:
                    break
            if at > after and self._is_verb_cue(at) and not self._withholds(at, at + 1):
                break
            at += 1
        if preposition is not None and preposition + 1 < self.end:
            if "object" in cue.takes:
                inside = len(cue.preposition or "") == 1
                return preposition, preposition if inside else preposition + 1
            if "to" in cue.takes:
                return self._addressee(after, preposition)
            if "whom" in cue.takes:
                return self._addressee(after, preposition) if preposition > after else (after, after)
        if "object" in cue.takes and cue.preposition is None and cue.kind == "verb":
            return self._object(after)
        return None

    def _is_preposition(self, word: str, preposition: str, at: int, after: int) -> bool:
        if len(preposition) > 1 or word == preposition:
            return word == preposition
        # A preposition written on to its noun shows only where something stands before it.
        return (
            word.startswith(preposition)
            and len(word) > 3
            and word[1:] not in self.lexicon.occasions
            and (at > after or not self._is_name(word[1:]))
        )

    def _is_verb_cue(self, at: int) -> bool:
        found = self.lexicon.cues.get(self.folded[at])
        return (
            found is not None
            and found[0][1].kind == "verb"
            and found[0][1].lemma not in ("بين", "ذكر", "عبر")
        )

    def _names_something(self, opening: int, closing: int) -> bool:
        """A quotation of a word or two before the marker is a name («حركة "النهضة"»), not a statement."""
        if closing - opening - 1 > 3:
            return False
        following = self.folded[closing + 1 : closing + 12]
        return any(word in self.lexicon.that or word == ":" for word in following) or any(
            at in self.pairs for at in range(closing + 1, min(closing + 12, self.end))
        )

    def _addressee(self, after: int, preposition: int) -> Range | None:
        """دعا X Y إلى: the source ends at a comma, or with its first noun and what belongs to it."""
        commas = [at for at in range(after, preposition) if self.tokens[at].text in COMMAS]
        if commas:
            return commas[-1], commas[-1] + 1
        at = after + 1
        while at < preposition and not self._begins_addressee(after, at):
            at += 1
        return at, at

    def _begins_addressee(self, after: int, at: int) -> bool:
        lexicon, word = self.lexicon, self.folded[at]
        if not lexicon.definite(word):
            return False
        if not lexicon.definite(self.folded[at - 1]):
            return at - after >= 3 and lexicon.bare(self.folded[at - 1]) not in lexicon.nouns
        if at - after >= 2 and self.folded[at - 1].endswith(("ي", "يه")) and not word.endswith(("ي", "يه")):
            return True  # behind an adjective of origin nothing more belongs to the first noun
        # Two nouns with the article: an adjective (الوزير الألماني), or a name and whom it calls on.
        named = at == after + 1 and lexicon.bare(self.folded[after]) not in lexicon.nouns
        return lexicon.bare(word) in lexicon.nouns or (named and not word.endswith(("ي", "يه")))

    def _object(self, after: int) -> Range | None:
        """أعلنت X، اليوم، Y: an object is told from its source by a comma or by words of time or occasion."""
        at = after
        while at < min(self.end, after + 18):
            if self.tokens[at].text in COMMAS and at > after:
                resumed = at + 1
                while resumed < min(self.end, at + 14) and self.tokens[resumed].text not in COMMAS:
                    resumed += 1
                if resumed < min(self.end, at + 14) and self._ends_phrase(at + 1):
                    return at, resumed + 1
                return None
            if at > after and self._ends_phrase(at):
                comma = at
                if (outlet := self._outlet_at(at)) and self._is_to_outlet(at) and outlet[1] < self.end:
                    return at, self._after_place(outlet[1])
                while comma < min(self.end, at + 6):
                    if self.tokens[comma].text in COMMAS:
                        return at, comma + 1
                    comma += 1
                if self._is_occasion(at):
                    behind = self._after_occasion(at)
                    return (at, behind) if behind is not None else None
                return (at, at + 1) if comma - at >= 6 and self._is_time(at) else None
            at += 1
        return None

    def _after_occasion(self, at: int) -> int | None:
        """Past «في بلاغ أصدرته اليوم الاثنين»: what follows the last of its words of time; None without such a word."""
        for time in range(at, min(self.end - 1, at + 10)):
            if self._is_time(time):
                return self._after_place(time)
        return None

    def _after_place(self, at: int) -> int:
        """Past the words of time or place behind an outlet: «لرويترز اليوم»."""
        while at < self.end - 1 and (
            starts(self.lexicon.breaks, self.folded, at) or not self.tokens[at].is_word
        ):
            at += max(1, starts(self.lexicon.breaks, self.folded, at))
        return at

    def _is_time(self, at: int) -> bool:
        return self.lexicon.definite(self.folded[at]) and bool(starts(self.lexicon.breaks, self.folded, at))

    def _relay(self, cue: Cue, at: int, after: int) -> Statement | None:
        """نقلت X عن Y قوله إن: the outlet stands between the verb and عن, the speaker after it."""
        if self.lexicon.subject_first:
            return self._relay_subject_first(cue, at, after)
        middle = self._find(cue.preposition or "", after, after + 12)
        if middle is None:
            return None
        outlet = (after, middle) if middle > after else self._subject_before(at)
        for index in range(middle + 1, min(self.end, middle + _FARTHEST)):
            word = self.folded[index]
            if length := starts(self.lexicon.relay_nouns, self.folded, index):
                start = index + length
                while start < self.end and (
                    self.folded[start] in self.lexicon.that or self.tokens[start].text in COMMAS | {":"}
                ):
                    start += 1
                break
            if word in self.lexicon.that or word == ":":
                start = index + 1
                break
            if index in self.pairs and self.pairs[index] - index > 3:
                start = index
                break
        else:
            return None
        source, via = self._source(middle + 1, index)
        through = (self._trim(outlet),) if outlet and self._trim(outlet) else ()
        return self._statement(cue, (at, after), source, self._content(start), (*through, *via))

    def _according(self, at: int, after: int) -> Statement | None:
        cue_end = self._skip_verbs(after)
        has_verb = cue_end > after
        opens = not any(token.is_word for token in self.tokens[self.first : at])
        limit = self._clause_end(cue_end)
        if opens and limit >= self.end:
            limit = self._until_verb(cue_end)
        source, via = self._source(cue_end, limit, to=False)
        if source is None:
            return None
        if not has_verb and not self._could_speak(source):
            return None
        heard = self._find_any(self.lexicon.relay_from, source[0] + 1, source[1])
        if heard is not None and heard + 1 < source[1]:
            # وفقا لما نقلته صحيفة عن مصدر: the outlet stands before عن, its speaker after it.
            source, via = (heard + 1, source[1]), ((source[0], heard), *via)
        nested = source[1] + (self.tokens[source[1]].text in COMMAS if source[1] < self.end else 0)
        if nested < self.end and (length := starts_according(self.lexicon, self.folded, nested)):
            inner_start = self._skip_verbs(nested + length)
            limit = self._clause_end(inner_start)
            inner, more = self._source(inner_start, limit, to=False)
            if inner:
                source, via = inner, (source, *via, *more)
        # Where no comma parts them the statement follows its source at once.
        begins = limit if limit < self.end else source[1]
        content = self._content(begins) if opens else self._trim((self.first, at))
        if content is None:
            return None
        return self._statement(None, (at, cue_end), source, content, via)

    # --- English order --------------------------------------------------------------------------------------

    def _subject_first(self, cue: Cue, at: int, after: int) -> Statement | None:
        quoted = self._quotation_before(at, within=12)
        follows = self._content_after(cue, after)
        if cue.kind == "participle":
            return self._statement(cue, (at, after), None, follows[0], follows[1]) if follows else None
        if quoted is not None and not self._has_words(quoted[1], at):
            source, via = self._source(after, self._clause_end(after))
            allowed = "quote" in cue.takes and source is not None
            return self._statement(cue, (at, after), source, quoted, via) if allowed else None
        before = self.folded[at - 1] if at > self.first else ""
        if before in self.lexicon.passives:
            return None
        source = (at - 1, at) if before in self.lexicon.relatives else self._subject(at)
        if source is None or self.folded[source[0]] in self.lexicon.no_source:
            return None
        if follows is not None:
            return self._statement(cue, (at, after), source, *follows)
        content = quoted if quoted and source[0] >= quoted[1] else self._clause_before(source[0])
        if content is None or not {"quote", "bare"} & cue.takes:
            return None
        _, via = self._skip_addressee(after)
        _, more = self._source(after, self._clause_end(after))
        return self._statement(cue, (at, after), source, content, (*via, *more))

    def _has_words(self, start: int, end: int) -> bool:
        return any(token.is_word for token in self.tokens[start:end])

    def _clause_before(self, source: int) -> Range | None:
        """«The port will close, he said»: a clause and a comma before the source."""
        comma = source - 1
        if comma <= self.first + 3 or self.tokens[comma].text != ",":
            return None
        return self._trim((self.first, comma))

    def _leading_noun(self, before: int) -> Range | None:
        """What a sentence opens with, up to its first verb or mark: «Mrs Haddad attacked the plan, saying»."""
        end = self.first
        while end < before and self.tokens[end].is_word and end - self.first < 8:
            word = self.folded[end]
            if end > self.first and (
                word.endswith("ed") or word in self.lexicon.cues or word in self.lexicon.auxiliaries
            ):
                break
            end += 1
        if self.folded[self.first] in self.lexicon.no_source:
            return None
        return self._trim((self.first, end)) if self.first < end < before else None

    def _subject(self, at: int) -> Range | None:
        """The noun phrase before the verb at `at`: back to a comma, a quotation or a conjunction."""
        end = at
        while end > self.first and starts(self.lexicon.breaks, self.folded, end - 1):
            end -= 1
        if end > self.first and self.tokens[end - 1].text in COMMAS:
            comma = end - 1
            start = comma - 1
            while start > self.first and self.tokens[start].text not in COMMAS | CLOSING:
                start -= 1
            if self.tokens[start].text in COMMAS:
                end_name = start
                start = self._back(end_name)
                return self._trim((start, comma))
            return self._trim((start, comma))
        return self._trim((self._back(end), end))

    def _back(self, end: int) -> int:
        start = end
        stops = self.lexicon.that | {"and", "but", "because", "as", "while", "when", "after", "if"}
        while start > self.first:
            before = self.tokens[start - 1]
            if before.text in COMMAS | CLOSING | {":", "—", "–"} or self.folded[start - 1] in stops:
                break
            start -= 1
        return start

    def _content_after(self, cue: Cue, after: int) -> tuple[Range, tuple[Range, ...]] | None:
        start = after
        via: tuple[Range, ...] = ()
        if cue.lemma in ("tell",) or self.folded[after - 1] in self.lexicon.addressed:
            start, via = self._skip_addressee(after)
        if start >= self.end:
            return None
        word = self.folded[start]
        if "that" in cue.takes:
            that = self._find_any(self.lexicon.that, start, start + 10)
            if that is not None and not any(self.tokens[i].text in COMMAS for i in range(start, that)):
                content = self._content(that + 1)
                return (content, via) if content else None
        if "quote" in cue.takes:
            for index in range(start, min(self.end, start + 6)):
                if index in self.pairs:
                    content = self._content(index)
                    return (content, via) if content else None
        if word == ":" or self.tokens[start].text in COMMAS:
            content = self._content(start + 1) if word == ":" and "quote" in cue.takes else None
            return (content, via) if content else None
        if not ({"bare", "object"} & cue.takes or ("to" in cue.takes)) or self.end - start < 4:
            return None
        content = self._content(start)
        return (content, via) if content else None

    def _skip_addressee(self, after: int) -> tuple[int, tuple[Range, ...]]:
        at = after + (after < self.end and self.folded[after] == "the")
        found = self.outlets.starting(self.folded[at : min(self.end, at + 7)])
        if found:
            return at + found[1], ((at, at + found[1]),)
        if at < self.end and self.folded[at] in (
            "reporters",
            "journalists",
            "parliament",
            "lawmakers",
            "him",
            "her",
            "them",
            "us",
            "me",
        ):
            return at + 1, ()
        return after, ()

    def _relay_subject_first(self, cue: Cue, at: int, after: int) -> Statement | None:
        outlet = self._subject(at)
        for index in range(after, min(self.end, after + 30)):
            if length := starts(self.lexicon.relay_nouns, self.folded, index):
                source, via = self._source(after, index)
                start = index + length
                if start < self.end and self.folded[start] in self.lexicon.that:
                    start += 1
                through = tuple(self._outlets_in(*outlet))[-1:] or (outlet,) if outlet else ()
                return self._statement(cue, (at, after), source, self._content(start), (*through, *via))
        source, via = self._source(after, self._clause_end(after))
        content = self._trim((self.first, at))
        # «…, quoting X»: what is quoted stands before, and so does the outlet that said it.
        if source is None or content is None or not self.folded[at].endswith("ing"):
            return None
        return self._statement(cue, (at, after), source, content, via)

    # --- parts ----------------------------------------------------------------------------------------------

    def _source(self, start: int, end: int, to: bool = True) -> tuple[Range | None, tuple[Range, ...]]:
        """The noun phrase at the start of a token range, and the outlets named after it («لصحيفة …»).

        `to` is False where the «ل» of its first word belongs to the cue (وفقا لصحيفة).
        """
        while start < end and (self.tokens[start].text in COMMAS or self._is_time(start)):
            start += 1
        if start < end and self.folded[start] in self.lexicon.demonstratives:
            return None, tuple(self._outlets_in(start, end))
        at = start
        while at < end:
            if self.tokens[at].text in COMMAS and self._leaves_phrase(at, end):
                break
            if (
                at > start
                or not self.tokens[at].is_word
                or self._is_occasion(at)
                or (to and self._is_to_outlet(at))
            ):
                if self._ends_phrase(at):
                    break
            elif starts(self.lexicon.breaks, self.folded, at):
                break
            at += 1
        while start < at and self.folded[start] in self.lexicon.no_source:
            start += 1
        source = self._trim((start, at))
        return source, tuple(self._outlets_in(at, end))

    def _leaves_phrase(self, comma: int, end: int) -> bool:
        """Whether a comma inside a source ends it, rather than opening an apposition."""
        rest = comma + 1
        if rest >= end or self._ends_phrase(rest):
            return True
        following = [at for at in range(rest, end) if self.tokens[at].text in COMMAS]
        close = following[0] if following else end
        return close - rest > 9

    def _ends_phrase(self, at: int) -> bool:
        word = self.folded[at]
        if starts(self.lexicon.breaks, self.folded, at) or self._is_occasion(at):
            return True
        to = self.lexicon.to
        if word == to or self._is_to_outlet(at) or starts_according(self.lexicon, self.folded, at):
            return True
        return bool(to) and word.startswith(self.lexicon.joined_article) and self._outlet_at(at) is not None

    def _is_to_outlet(self, at: int) -> bool:
        """«لصحيفة …», «لرويترز»: an outlet with the preposition written on to it."""
        to, word = self.lexicon.to, self.folded[at]
        if not to or not word.startswith(to):
            return False
        rest = word[len(to) :]
        return rest in self.lexicon.outlets | self.lexicon.reporters or (
            len(rest) > 3 and self.outlets.starting([rest, *self.folded[at + 1 : at + 7]]) is not None
        )

    def _is_occasion(self, at: int) -> bool:
        return (
            at + 1 < self.end
            and len(self.folded[at]) <= 3
            and self.folded[at + 1] in self.lexicon.occasions
            and not self.lexicon.definite(self.folded[at])
        )

    def _outlet_at(self, at: int) -> Range | None:
        """An outlet named at `at`, with or without what is written on to its first word."""
        lexicon = self.lexicon
        window = self.folded[at : min(self.end, at + 7)]
        spellings = [window]
        if lexicon.to and window and window[0].startswith(lexicon.to):
            spellings.append([window[0][1:], *window[1:]])
            spellings.append([lexicon.article + window[0][2:], *window[1:]])
        for spelling in spellings:
            if found := self.outlets.starting(spelling):
                return at, at + found[1]
        head = window[0][1:] if window and len(spellings) > 1 and window[0][1:] in lexicon.outlets else None
        if (
            window
            and (head or window[0] in lexicon.outlets)
            and len(window) > 1
            and self.tokens[at + 1].is_word
        ):
            if window[1] in lexicon.not_outlets:
                return None
            return at, at + 2
        return None

    def _outlets_in(self, start: int, end: int) -> Iterator[Range]:
        at = start
        while at < end:
            found = self._outlet_at(at) if self.tokens[at].is_word else None
            if found:
                yield found[0], min(found[1], end)
                at = found[1]
            else:
                at += 1

    def _could_speak(self, source: Range) -> bool:
        """Whether a phrase after «وفق» names somebody who speaks, not a plan or a rule."""
        lexicon = self.lexicon
        first = self.folded[source[0]]
        if first in lexicon.same and source[0] + 1 < source[1]:
            first = self.folded[source[0] + 1]
        for word in {first, first.removeprefix(lexicon.to) if lexicon.to else first, lexicon.bare(first)}:
            if (
                word
                in lexicon.roles
                | lexicon.organisations
                | lexicon.outlets
                | lexicon.documents
                | lexicon.groups
            ):
                return True
            if word in lexicon.anonymous:
                return True
        if lexicon.subject_first:
            return any(self.tokens[at].text[:1].isupper() or self._speaks(at) for at in range(*source))
        if source[1] - source[0] == 1 and lexicon.definite(first) and self._is_name(first):
            return True
        return self._outlet_at(source[0]) is not None or (
            first.startswith(lexicon.to) and source[1] - source[0] >= 2
        )

    def _is_name(self, word: str) -> bool:
        spoken = self.lexicon.language
        return weight(spoken.stem(word), spoken.code) >= _RARE

    def _speaks(self, at: int) -> bool:
        lexicon, word = self.lexicon, self.folded[at]
        return (
            word
            in lexicon.roles
            | lexicon.organisations
            | lexicon.documents
            | lexicon.anonymous
            | lexicon.groups
            | lexicon.pronouns
        )

    def _subject_before(self, at: int) -> Range | None:
        """وكان الوزير قد قال / الوزير قال: a short phrase between the sentence's start and the verb."""
        end = at
        while end > self.first and starts(self.lexicon.breaks, self.folded, end - 1):
            end -= 1
        start = self.first
        if start < end and self.folded[start] in self.lexicon.was:
            start += 1
            if (
                self.folded[end] in self.lexicon.already
                and 0 < end - start <= _LONGEST_SUBJECT
                and self._may_act(start)
            ):
                return self._source(start, end)[0]
        elif start < end and any(self.tokens[i].text in COMMAS for i in range(start, end)):
            return None
        if not 0 < end - start <= 6 or not all(self.tokens[i].is_word for i in range(start, end)):
            return None
        bare = self.lexicon.bare(self.folded[start])
        known = (
            self.lexicon.roles | self.lexicon.organisations | self.lexicon.outlets | self.lexicon.anonymous
        )
        if bare not in known | self.lexicon.documents and self._outlet_at(start) is None:
            return None
        return start, end

    def _may_act(self, at: int) -> bool:
        lexicon, word = self.lexicon, self.folded[at]
        return (
            lexicon.definite(word) or lexicon.bare(word) in lexicon.nouns or self._outlet_at(at) is not None
        )

    def _relative_subject(self, at: int) -> Range | None:
        """معتمد المدينة سامي الحداد، الذي قال: the noun phrase before the relative pronoun."""
        relative = at - 1
        if relative > self.first and self.folded[relative] in self.lexicon.already:
            relative -= 1
        if relative <= self.first or self.folded[relative] not in self.lexicon.relatives:
            return None
        end = relative - 1 if self.tokens[relative - 1].text in COMMAS else relative
        start = end
        while (
            start > self.first
            and end - start < 8
            and self.tokens[start - 1].is_word
            and not self._ends_phrase(start - 1)
        ):
            start -= 1
        while start < end and not self._may_act(start):
            start += 1
        return self._trim((start, end))

    def _topic(self, at: int) -> Range | None:
        """أما X، …، فقال: the topic that a sentence opens with, where the verb takes it up."""
        if self.folded[self.first] not in self.lexicon.topics or not self.folded[at].startswith("ف"):
            return None
        return self._source(self.first + 1, at)[0]

    def _subject_of_sentence(self, cue: Cue, at: int) -> Range | None:
        """انتقدت X …، وقالت: who did the first thing of the sentence does the second one too."""
        lexicon = self.lexicon
        start = self.first + 1
        if self.folded[at][0] not in "وف" or self.found or start + 1 >= at:
            return None
        for turn in range(self.first, min(self.first + 4, at)):
            if length := starts(lexicon.turns, self.folded, turn):
                start = turn + length + (self.tokens[turn + length].text in COMMAS) + 1
        head = lexicon.unpossessed(lexicon.bare(self.folded[start]))
        if (
            start >= at
            or head not in lexicon.roles | lexicon.anonymous | lexicon.organisations | lexicon.outlets
        ):
            return None
        if cue.feminine != self.folded[start - 1].endswith("ت"):
            return None
        for first, end in introductions(self.paragraph, lexicon):
            if first == start and end <= at:
                return first, end
        end = start + 1
        while end < at and self.tokens[end].is_word and not lexicon.definite(self.folded[end - 1]):
            end += 1
            if not lexicon.definite(self.folded[start]) and head in lexicon.anonymous:
                break
        while end < at and lexicon.definite(self.folded[end]):
            end += 1
        return start, end

    def _opens_clause(self, at: int) -> bool:
        """A verb without a source speaks of the last speaker only where it opens a clause of its own."""
        before = at - 1
        while before >= self.first and starts(self.lexicon.breaks, self.folded, before):
            before -= 1
        conjoined = (
            self.folded[at].startswith("و") and self.lexicon.cues[self.folded[at]][0][1].lemma[0] != "و"
        )
        return (
            before < self.first
            or conjoined
            or self.tokens[before].text in COMMAS
            or self.folded[before] == "كما"
        )

    def _quotation_before(self, at: int, within: int = 2) -> Range | None:
        """A quotation that closes just before `at`, a comma between allowed; as far back as `within` tokens."""
        for close in range(at - 1, max(self.first, at - within - 1) - 1, -1):
            if close in self.paragraph.closes and self.tokens[close].text in CLOSING:
                start = self.paragraph.closes[close]
                return (start, close + 1) if close - start > 2 else None
            if self.tokens[close].text in COMMAS and close < at - 1 and within <= 2:
                return None
        return None

    def _content(self, start: int) -> Range | None:
        """From `start` to the end of its quotation or sentence, a following circumstance (مضيفا أن) left out."""
        while start < self.end and self.tokens[start].text in COMMAS | {":"}:
            start += 1
        if start >= self.end:
            return None
        if start in self.pairs:
            close = self.pairs[start]
            rest = close + 1
            if rest >= self.end or not self.tokens[rest].is_word:
                return start, min(close + 1, self.end)
        end = start
        while end < self.end:
            if end in self.pairs:
                end = self.pairs[end] + 1
                continue
            if self.tokens[end].text in COMMAS and end + 1 < self.end and self._opens_another(end + 1):
                break
            if end > start + 1 and self._is_circumstance(end):
                break
            end += 1
        return self._trim((start, min(end, self.end)))

    def _is_circumstance(self, at: int) -> bool:
        """«… مضيفا أن», «… مشيرا إلى», with no comma before."""
        found = self.lexicon.cues.get(self.folded[at])
        if not found or found[0][1].kind != "participle" or at + 1 >= self.end:
            return False
        following = self.folded[at + 1]
        opening = following in self.lexicon.that or any(following == cue.preposition for _, cue in found)
        return opening or at + 1 in self.pairs

    def _opens_another(self, at: int) -> bool:
        if starts_according(self.lexicon, self.folded, at):
            return True
        if self.folded[at] in ("وذلك",) and at + 1 < self.end:
            return bool(starts_according(self.lexicon, self.folded, at + 1))
        found = self.lexicon.cues.get(self.folded[at])
        return found is not None and found[0][1].kind == "participle"

    def _clause_end(self, start: int) -> int:
        at = start
        while at < self.end and self.tokens[at].text not in COMMAS | {"."}:
            at = self.pairs.get(at, at) + 1
        return min(at, self.end)

    def _until_verb(self, start: int) -> int:
        at = start + 1
        while at < self.end and not self._is_verb_cue(at):
            at += 1
        return at

    def _skip_verbs(self, at: int) -> int:
        """Past «ما», «لما» and the verb of a phrase such as «وفقا لما نشرته»."""
        after = at
        if after < self.end and self.folded[after] in ("ما", "لما", "بما"):
            after += 1
            if length := starts(self.lexicon.according_verbs, self.folded, after):
                return after + length
            return after
        length = starts(self.lexicon.according_verbs, self.folded, after) if after < self.end else 0
        return after + length

    def _find(self, word: str, start: int, end: int) -> int | None:
        return self._find_any(frozenset({word}), start, end)

    def _find_any(self, wanted: frozenset[str], start: int, end: int) -> int | None:
        return next((at for at in range(start, min(end, self.end)) if self.folded[at] in wanted), None)

    def _trim(self, part: Range) -> Range | None:
        start, end = part
        loose = COMMAS | {".", ":", "-", "–", "—", "!", "؟", "?"}
        while start < end and self.tokens[start].text in loose:
            start += 1
        while start < end and self.tokens[end - 1].text in loose:
            end -= 1
        return (start, end) if any(token.is_word for token in self.tokens[start:end]) else None

    def _statement(
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


def starts_according(lexicon: Lexicon, folded: Sequence[str], at: int) -> int:
    """How many tokens an according-to phrase takes at `at`; a final «ل» may be written on to the next word."""
    first = folded[at]
    for spelling in (first, first.removeprefix("و")):
        for phrase in lexicon.according.get(spelling, ()):
            whole = [spelling, *folded[at + 1 : at + len(phrase)]]
            if tuple(whole) == phrase:
                return len(phrase)
            if len(phrase) > 1 and phrase[-1] == lexicon.to and lexicon.to:
                following = folded[at + len(phrase) - 1] if at + len(phrase) - 1 < len(folded) else ""
                if tuple(whole[:-1]) == phrase[:-1] and following.startswith(lexicon.to):
                    return len(phrase) - 1
    return 0
