"""Who is meant: short forms, pronouns and bare verbs go back to the first full mention of their speaker."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.attribution.lexicon import Cue, Lexicon
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.speakers.role_words import heads_role, role_words

_REMEMBERED = 60
_PARTS = re.compile("[،,]")  # of a role: «الدكتور، وزير النقل»
_NOUN_AND_ADJECTIVE = 2  # words
_GUEST = 3  # words of «ضيف» and a programme
_POINTING = frozenset({"third", "thing", "relative", "that", "possessive", "object"})  # classes of pronouns


class Known(NamedTuple):
    """A speaker met before, with the outlets on the way to him, and the paragraph in which they last were that."""

    mention: Mention
    via: tuple[str, ...]
    paragraph: int = 0


def is_honoured(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a phrase means somebody by a word of honour and a pronoun alone: «معاليه», «سيادته»."""
    return lexicon.folded(mention.text) in lexicon.by_honour


class Antecedents:
    """The speakers of one article so far, the latest last."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.paragraph = 0  # the one that is read
        self._known: list[Known] = []
        self._last: Known | None = None
        self._outlets: list[Known] = []
        self._aliases: dict[str, Mention] = {}

    def resolve(
        self, mention: Mention | None, cue: Cue | None, via: tuple[str, ...], inner: bool = False
    ) -> Known | None:
        """The speaker that a phrase (or, for None, the verb alone) means; None if nobody was named before.

        A bare verb after this is his, unless he is the speaker of an `inner` statement, or it is a complaint or a rumour.
        """
        last = self._last
        found = self._resolved(mention, cue, via)
        if inner or (mention is not None and mention.head in self._lexicon.carrying):
            self._last = last
        return found

    def _resolved(self, mention: Mention | None, cue: Cue | None, via: tuple[str, ...]) -> Known | None:
        if mention is None or self._is_pronoun(mention):
            found = self._agreeing(cue, mention)
            return self._spoke(found.mention, via or found.via) if found else None
        mention = self._aliases.get(mention.text, mention)
        if earlier := self._earlier(mention) or self._described(mention):
            return self._spoke(earlier.mention, via or self._still_through(earlier))
        if pointed := self._pointed_at(mention):
            return self._spoke(pointed.mention, via or pointed.via)
        return self._spoke(mention, via)

    def _spoke(self, mention: Mention, via: tuple[str, ...]) -> Known:
        return self._remember(Known(mention, via, self.paragraph))

    def _still_through(self, known: Known) -> tuple[str, ...]:
        """The outlets on the way to somebody met before: who is named again further on may speak to anybody."""
        return known.via if known.paragraph == self.paragraph or not known.mention.named else ()

    def introduce(self, mention: Mention) -> None:
        """Make somebody known who has not spoken yet; a bare verb after this is his."""
        if not self.knows(mention):
            self._spoke(mention, ())

    def knows(self, mention: Mention) -> bool:
        """Whether a phrase means somebody met before."""
        return self.names(mention) or self._described(mention) is not None

    def names(self, mention: Mention) -> bool:
        """Whether a phrase means somebody met before by words of his name or his role."""
        return self._earlier(mention) is not None

    def alias(self, mention: Mention, named: Mention) -> None:
        """From here on a phrase means somebody whom the text names elsewhere: a role told without the name."""
        self._aliases[mention.text] = named

    def headed(self, head: str) -> Mention | None:
        """The latest speaker whose phrase has this head."""
        return next((known.mention for known in reversed(self._known) if known.mention.head == head), None)

    @property
    def latest(self) -> Mention | None:
        """Who spoke last."""
        return self._last.mention if self._last else None

    def last(self, kind: str) -> Known | None:
        """The latest speaker of a kind."""
        return next((known for known in reversed(self._known) if known.mention.kind == kind), None)

    def note(self, outlet: Mention) -> None:
        """Remember an outlet that a statement came through; it does not speak by that."""
        self._outlets.append(Known(outlet, ()))
        del self._outlets[:-_REMEMBERED]

    def has_cited(self, outlet: str) -> bool:
        """Whether an outlet was cited before, as a speaker or on the way to one."""
        return any(
            known.mention.kind == "outlet" and known.mention.name == outlet
            for known in (*self._outlets, *self._known)
        )

    def last_outlet(self, heads: frozenset[str] | None = None) -> Known | None:
        """The outlet cited latest, be it as a speaker or on the way to one; with `heads`, one that goes by such a noun."""
        cited = [*(known for known in self._known if known.mention.kind == "outlet"), *self._outlets]
        return next(
            (known for known in reversed(cited) if heads is None or known.mention.head in heads), None
        )

    def _remember(self, known: Known) -> Known:
        self._last = known
        met = next((at for at, other in enumerate(self._known) if other.mention == known.mention), None)
        if met is None:
            self._known.append(known)
            del self._known[:-_REMEMBERED]
        elif known.via:
            self._known[met] = known
        return known

    def _pointed_at(self, mention: Mention) -> Known | None:
        """«المصدر ذاته» after a speaker of any other description is the last one."""
        words = self._words(mention)
        bare = [word for word in words if word not in self._lexicon.same]
        if self._is_epithet(bare):
            return self._last_of_whom(mention)
        if mention.head in self._lexicon.guests and len(words) <= _GUEST:
            return self.last("person")
        if self._is_native(words) or self._is_same(words, bare):
            return self.last("person")
        points = len(words) == 1 and words[0] in self._lexicon.anaphora and mention.kind == "person"
        anybody = mention.head in self._lexicon.anonymous and mention.head not in self._lexicon.reporters
        if points and not anybody:
            return self.last("person")  # «المتحدث» of any role
        if (
            len(bare) == len(words)
            or " ".join(bare) not in self._lexicon.anaphora
            or mention.kind == "outlet"
        ):
            return None
        return self._last

    def _is_epithet(self, words: list[str]) -> bool:
        """«الرجل», «الستيني»: one word with the article that means who was named before."""
        lexicon = self._lexicon
        return len(words) == 1 and lexicon.definite(words[0]) and lexicon.bare(words[0]) in lexicon.epithets

    def _last_of_whom(self, mention: Mention) -> Known | None:
        """The latest person, by name, of whom a word of this gender may be said."""
        people = (one for one in reversed(self._known) if one.mention.kind == "person" and one.mention.named)
        return next((one for one in people if one.mention.feminine == mention.feminine), None)

    def _words(self, mention: Mention) -> list[str]:
        """The folded words of a phrase, without the clause that says why somebody is not named: «المصدر نفسه، طالبا عدم ذكر اسمه»."""
        before, *behind = _PARTS.split(mention.text, maxsplit=1)
        withheld = any(self._lexicon.withholds(self._lexicon.folded(clause)) for clause in behind)
        return [*map(self._lexicon.folded, (before if withheld else mention.text).split())]

    def _is_same(self, words: list[str], bare: list[str]) -> bool:
        """«النقابي ذاته»: whether somebody is told by a role alone, and said to be the one who spoke."""
        lexicon = self._lexicon
        said = [word for word in words if word in lexicon.same and not word.endswith(lexicon.origin_endings)]
        return len(bare) == len(said) == 1 and lexicon.definite(bare[0]) and lexicon.role(bare[0])

    def _is_native(self, words: list[str]) -> bool:
        """«ابن مدينة الساحل»: whether somebody is told by where he comes from, who was named before."""
        lexicon = self._lexicon
        home = len(words) > 1 and words[0] in lexicon.natives
        return home and (lexicon.bare(words[1]) in lexicon.homes or lexicon.is_place(*words[1:]))

    def _is_pronoun(self, mention: Mention) -> bool:
        word = self._lexicon.folded(mention.text)
        lexicon = self._lexicon
        pronoun = word in lexicon.pronouns or word in lexicon.by_honour or lexicon.to_pronoun(word)
        return pronoun or lexicon.classes.get(word) in _POINTING

    def _agreeing(self, cue: Cue | None, mention: Mention | None) -> Known | None:
        if self._lexicon.subject_first and mention is not None:
            return self._pronounced(self._lexicon.folded(mention.text))
        if mention is not None and is_honoured(mention, self._lexicon):
            return self.last("person")
        if cue is None or cue.kind not in ("verb", "participle"):
            return self._last
        if cue.plural and cue.kind == "participle" and self._last and self._last.mention.kind == "person":
            people = (known for known in reversed(self._known) if self._are_people(known.mention))
            return self._last if self._are_people(self._last.mention) else next(people, None)
        if not (cue.plural or cue.feminine) and self._last and self._are_men(self._last.mention):
            one = (known for known in reversed(self._known) if not self._are_men(known.mention))
            return next(one, self._last)  # «اعترف الشخصان. كما أشار إلى»
        if cue.plural and self._last and cue.kind == "verb" and not self._several(self._last.mention):
            return next((known for known in reversed(self._known) if self._several(known.mention)), None)
        # A bare feminine verb («وأضافت») goes back to an outlet, an organisation or a woman.
        if cue.feminine and self._last and not self._last.mention.feminine:
            agreeing = next((known for known in reversed(self._known) if known.mention.feminine), None)
            return agreeing or (self._last if cue.kind == "verb" or not self._is_role(self._last) else None)
        return self._last

    def _is_role(self, known: Known) -> bool:
        """Whether a speaker is told by a role, which shows that he is a man; a name alone does not."""
        return self._lexicon.role(known.mention.head)

    def _several(self, mention: Mention) -> bool:
        """Whether the verb of a speaker is a plural: «وأضافوا» said no one person, nor a state."""
        words = self._lexicon.language.normalise(mention.name).split()
        return mention.plural or (mention.kind != "person" and not self._lexicon.is_state(*words))

    def _are_men(self, mention: Mention) -> bool:
        """Whether somebody is told by the plural or the dual of a noun, behind which no verb is a singular: «المتهمون»."""
        endings = (*self._lexicon.plural_endings, *self._lexicon.duals)
        return mention.plural and not mention.named and mention.head.endswith(endings)

    @staticmethod
    def _are_people(mention: Mention) -> bool:
        return mention.kind == "group" or (mention.plural and mention.kind == "person")

    def _tells_less(self, mention: Mention, other: Mention) -> bool:
        """Whether a phrase says nothing that another does not say as well: «المكتب السياسي للحزب» of «المكتب السياسي لحزب العمل»."""
        words = role_words(mention.words, self._lexicon)
        return bool(words) and words <= role_words(other.words, self._lexicon)

    def _pronounced(self, pronoun: str) -> Known | None:
        """Whom "he", "it", "they" can mean: the latest person, the latest that is no person, the latest of any kind."""
        classes = self._lexicon.classes
        several = pronoun in self._lexicon.plural
        if several and self._last and self._last.mention.kind == "person":
            return next(filter(self._may_be_they, reversed(self._known)), self._last)
        if several or pronoun in self._lexicon.relatives:
            return self._last
        person = classes.get(pronoun) != "thing" and pronoun not in self._lexicon.impersonal
        if person:
            fitting = (one for one in reversed(self._known) if self._may_be_one(one.mention))
        else:
            fitting = (one for one in reversed(self._known) if one.mention.kind not in ("person", "group"))
        return next(fitting, self._last)

    def _may_be_they(self, known: Known) -> bool:
        """Whether "they" can mean somebody: several people, or a body, of whom this paragraph or the one before told."""
        return known.mention.kind in ("group", "organisation") and self.paragraph - known.paragraph <= 1

    def _may_be_one(self, mention: Mention) -> bool:
        """Whether "he" can mean somebody: who is named, or told by what only a person is: "a nurse"; not "the new version"."""
        lexicon = self._lexicon
        told = lexicon.is_any(mention.head, lexicon.roles, lexicon.also_roles, lexicon.anonymous)
        return mention.kind == "person" and (mention.named or told)

    def _earlier(self, mention: Mention) -> Known | None:
        words = self._words(mention)
        bare = [word for word in words if word not in self._lexicon.pointing]  # «أحد هذه المصادر»
        if self._is_one_of_several(words):
            return next((known for known in reversed(self._known) if known.mention == mention), None)
        heads = self._lexicon.anaphora.get(" ".join(bare))
        same = len(bare) == 1 < len(words) and self._lexicon.definite(bare[0])  # «ذات الأرقام»
        for known in reversed(self._known):
            other = known.mention
            if other == mention or self._is_family_name(words, other):
                return known
            if self._same_document(mention, other):
                return known
            if heads and (other.head in heads or (mention.head == other.head)):
                return known
            if same and self._lexicon.bare(bare[0]) == other.head:
                return known
            if mention.definite and len(bare) <= 2 and self._same_head(mention, other, bare):
                return known
            if mention.definite and len(bare) <= 2 and self._is_of_counted(bare, other):
                return known
            if mention.head == other.head and len(bare) > 1 and self._tells_less(mention, other):
                return known
            if self._is_role_of(mention, other) or self._is_kin_of(mention, other):
                return known
            if (
                mention.named
                and other.named
                and self._may_be(mention, other)
                and self._part_of(mention, other)
            ):
                return known
        return None

    def _is_of_counted(self, bare: list[str], other: Mention) -> bool:
        """«الدول» or «الدول التسع» after «تسع دول أوروبية»."""
        lexicon = self._lexicon
        counted = other.head in lexicon.numerals and other.head not in lexicon.one_of
        return bool(bare) and counted and lexicon.bare(bare[0]) in other.words

    def _is_one_of_several(self, words: list[str]) -> bool:
        """«أحد العمال»: one of those of whom the text may have told, and nobody of whom it did; not «أحد هذه المصادر»."""
        lexicon = self._lexicon
        return len(words) > 1 and words[0] in lexicon.one_of and words[1] not in lexicon.demonstratives

    def _described(self, mention: Mention) -> Known | None:
        """«المسؤول الإيراني», «السياسي المعارض», «الخبير» after one person only: he is told anew, and by no name."""
        words = self._words(mention)
        if self._is_one_of_several(words):
            return None
        bare = [word for word in words if word not in self._lexicon.pointing]
        if not self._tells_anew(mention, bare) or (mention.role != mention.name and mention.named):
            return None
        people = [known for known in self._known if known.mention.kind == "person" and known.mention.named]
        if (
            len({known.mention.name for known in people}) != 1
            or people[-1].mention.name == people[-1].mention.role
        ):
            return None
        known = people[-1]
        fits = mention.head in self._lexicon.anyone or mention.head in known.mention.words
        return known if fits and known.mention.feminine in (mention.feminine, False) else None

    def _tells_anew(self, mention: Mention, bare: list[str]) -> bool:
        """Whether a phrase is a noun with the article and an adjective; one that may be anybody's needs none, or an age."""
        lexicon = self._lexicon
        if mention.kind != "person" or not (bare and lexicon.definite(bare[0])):
            return False
        if mention.head in lexicon.anyone and (len(bare) == 1 or not lexicon.aged.isdisjoint(bare)):
            return True
        if len(bare) != _NOUN_AND_ADJECTIVE or not lexicon.definite(bare[1]):
            return False
        of_origin = bare[1].endswith(lexicon.origin_endings)
        return of_origin or (mention.head in lexicon.anyone and not lexicon.is_name(bare[1]))

    def _is_kin_of(self, mention: Mention, other: Mention) -> bool:
        """«ابن عم الشهيد» after «سالم الحداد ابن عم الشهيد أحمد الغربي»."""
        kin = mention.head in self._lexicon.kin and len(mention.words) > 1 and other.role
        return bool(kin) and other.kind == mention.kind and mention.words <= other.words

    def _is_family_name(self, words: list[str], other: Mention) -> bool:
        """«الشاهد», which is a witness as well, after «رئيس الحكومة يوسف الشاهد»."""
        if len(words) != 1 or not self._lexicon.definite(words[0]):
            return False
        name = self._lexicon.folded(other.name).split()
        return other.named and other.kind == "person" and other.name != other.role and name[1:] == words

    def _is_role_of(self, mention: Mention, other: Mention) -> bool:
        """«مدير الإنتاج», «المدير» after «سالم الحداد مدير الإنتاج»: the role alone, where the name stood before it."""
        if not other.role or other.role == other.name or mention.kind != "person" or other.kind != "person":
            return False
        lexicon = self._lexicon
        if lexicon.subject_first:
            return self._is_office_of(mention, other)
        if len(mention.words) > 1:
            alone = mention.name == mention.role and self._tells_less(mention, other)
            return alone and heads_role(mention.head, other.role, lexicon)
        if not (mention.definite and lexicon.role(mention.head)):
            return False
        parts = (lexicon.folded(part).split() for part in _PARTS.split(other.role))
        first = (next((word for word in part if word not in lexicon.pronouns), "") for part in parts)
        heads = set(map(lexicon.bare, first)) | self._further_roles(other.role)
        return mention.head in heads

    def _is_office_of(self, mention: Mention, other: Mention) -> bool:
        """ "The senator", "the Rivana senator" after "Rivana Sen. Omar Haddad": an office, and nothing that was not told of him."""
        lexicon = self._lexicon
        if not (mention.definite and other.named and mention.role in (None, mention.name)):
            return False
        told = {lexicon.role_word(word.strip(".,")) for word in lexicon.folded(other.role or "").split()}
        others = mention.words - lexicon.articles - lexicon.former - {mention.head}
        office = (
            lexicon.is_any(mention.head, lexicon.nouns, lexicon.also_roles)
            and lexicon.role_word(mention.head) in told
        )
        return office and others <= other.words

    def _further_roles(self, role: str) -> set[str]:
        """«باحث» of «الجامعي والباحث»: the heads of the roles that «و» joins to the first, all with the article."""
        lexicon = self._lexicon
        words = lexicon.folded(role).split()
        if not words or not lexicon.definite(words[0]):
            return set()
        joined = (
            word.removeprefix(lexicon.conjunction)
            for word in words[1:]
            if word.startswith(lexicon.conjunction)
        )
        return {lexicon.bare(word) for word in joined if lexicon.definite(word) and lexicon.role(word)}

    def _same_document(self, mention: Mention, other: Mention) -> bool:
        """ "The two-year study, which …": a document of which nothing says who issued it is the one met before."""
        return (
            mention.kind == other.kind == "document"
            and mention.definite
            and (mention.head == other.head or {mention.head, other.head} <= self._lexicon.studies)
            and mention.name == mention.text
            and not mention.words & self._lexicon.organisations
            and not any(word[:1].isupper() for word in mention.text.split()[1:])
        )

    def _same_head(self, mention: Mention, other: Mention, bare: list[str]) -> bool:
        return mention.head == other.head and (
            len(bare) == 1 or mention.words <= other.words or self._lexicon.subject_first
        )

    def _may_be(self, mention: Mention, other: Mention) -> bool:
        # A lone definite word may be a family name as well as an institution («الموساد», «البرّاك»); «النادي» is nobody's.
        lone = len(mention.words) == 1 and mention.kind == "organisation" and other.kind == "person"
        lone = lone and mention.head not in self._lexicon.organisations
        return mention.kind == other.kind or lone

    def _part_of(self, mention: Mention, other: Mention) -> bool:
        if mention.kind == "person" or other.kind == "person":
            lexicon = self._lexicon
            if lexicon.subject_first and other.name == other.role:
                return False  # "a spokesman for Haddad"
            name, full = lexicon.name_words(mention.name), lexicon.name_words(other.name)
            return (
                bool(name)
                and name <= full
                and not (name <= lexicon.roles and name.isdisjoint(lexicon.given_names))
            )
        return mention.words <= other.words
