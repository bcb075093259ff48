"""Classes of words that are joined from several lists, and what is asked of one word: is it a name, definite, a plural."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from tawatur.attribution.lexicon.listed_words import ListedWords
from tawatur.attribution.remembered import remembered
from tawatur.language import Language
from tawatur.language.gazetteer import gazetteer
from tawatur.language.text import words
from tawatur.language.weights import counted

_LONG = 5  # letters
_BROKEN_PLURAL = (4, 5)  # letters


class Lexicon(ListedWords):
    """The words of one language by what they are used for, and what is asked of a single word."""

    def __init__(self, spoken: Language) -> None:
        super().__init__(spoken)
        # Joined once: the grammar asks for them at every noun.
        self._join_nouns()
        self._join_names()
        self._join_particles()
        self._join_openers()

    def _join_nouns(self) -> None:
        """Nouns of several classes."""
        self.speakers = self.roles | self.organisations | self.outlets | self.anonymous
        self.nouns = self.speakers | self.documents | self.groups
        self.outlet_nouns = self.outlets | {self.article + noun for noun in self.outlets}
        self.bodies = self.organisations | self.outlets | self.documents | self.groups
        self.people = self.groups | self.addressees | self.anonymous
        self.several = self.groups | self.numerals
        self.counted_nouns = self.nouns | self.numerals
        self.indefinite = self.documents | self.groups | self.anonymous  # «نواب يطالبون», «تقرير يتهم»
        self.heard = self.speakers | self.also_outlets | self.documents | self.groups | self.pronouns
        self.offices = self.roles - self.anonymous - self.reporters
        self.press = self.reporters | self.outlets
        self.publishing = self.organisations | self.outlets
        self.common = self.roles | self.articles | self.numerals | self.anonymous | self.pronouns
        self.institutions = (
            self.roles | self.organisations | self.outlets | self.documents | self.groups | self.occasions
        )
        self.plain_verbal_nouns = self.verbal_nouns - self.given_names
        self.pointing = self.same | self.demonstratives | self.one_of

    def _join_names(self) -> None:
        """Words of which names are made."""
        self.names = self.given_names | self.not_names
        self.name_parts = self.given_names | self.half_names
        self.of_given = self.given_names - self.not_names
        self.no_given = self.nouns - self.given_names
        halves = (half for half in self.half_names if len(half) > 2 and not half.startswith(self.article))
        self._joined_names = tuple(half + self.article for half in halves)  # «عبدالعزيز»
        articles = (self.joined_article, self.to + self.article, "و" + self.article, self.article)
        self._articles = tuple(filter(None, articles))
        self.by_honour = frozenset(
            self._before_suffix(honour) + suffix for honour in self.honours for suffix in self.possessives
        )

    def _before_suffix(self, noun: str) -> str:
        """A folded noun as it stands before a pronoun that is written on to it (سعادة: سعادت)."""
        stem = noun.removesuffix("".join(self.feminine_endings))
        return noun if stem == noun else stem + "ت"

    def _join_particles(self) -> None:
        """Words that are no nouns, and everyday words of any kind."""
        self.particles = self.no_source | self.prepositions
        self.before_deeds = (self.prepositions | self.about) - self.partitive
        self.no_name = (self.particles | self.that | frozenset({self.to})) - self.given_names
        self.meanwhile = self.likewise | self.contrasts
        self.joining = self.meanwhile | frozenset(self.conjunctions)
        # With these no speaker's phrase ends; «علي» is written as «على» is.
        self.no_end = (self.no_source - self.that - self.given_names) | frozenset(self.conjunctions)
        self.before_verbs = (
            self.clause_openers
            | self.likewise
            | self.already
            | self.negations
            | self.relatives
            | self.what
            | frozenset(self.conjunctions)
        )
        self.everyday = (
            (self.language.stopwords | self.nouns | self.particles | self.before_verbs | self.that)
            - self.given_names
        ) | self.cues.keys()

    def _join_openers(self) -> None:
        """Words at which a clause, a statement or the end of a phrase may be; at all others it need not be looked for."""
        self.opening_clauses = self.likewise | self.clause_openers | self.resuming
        self.relays = frozenset(
            word for word, found in self.cues.items() if any(cue.kind == "relay" for _, cue in found)
        )
        self.own_word_starts = self.thereby | self.thereby_starts | self.own_view.keys()
        self.openers = (
            self.thereby_starts
            | self.own_view.keys()
            | self.according_starts.keys()
            | self.aside.keys()
            | self.taking_up.keys()
            | self.cues.keys()
        )
        self.content_ends = (
            self.own_word_starts | self.cues.keys() | self.meanwhile | self.going_on | self.likewise
        )
        self._phrase_enders = (
            self.what
            | self.likewise
            | self.cognates
            | {word for word, found in self.cues.items() if found[0][1].kind in ("participle", "noun")}
            | self.breaks.keys()
            | self.turns.keys()
            | self.ascribed.keys()
            | self.according_starts.keys()
        )

    @remembered
    def withholds(self, text: str) -> bool:
        """Whether a folded phrase says that somebody will not be named."""
        return self._withheld.search(text) is not None

    @remembered
    def may_withhold(self, word: str) -> bool:
        """Whether a phrase that says that somebody will not be named may begin with a folded word."""
        return word.startswith(self._withheld_starts)

    def feminine_noun(self, text: str) -> bool:
        """Whether a noun as it is written, before it is folded, ends as a feminine singular does."""
        return text.endswith(self.written_feminine)

    def feminine_ending(self, word: str) -> bool:
        """Whether a folded noun ends as a feminine singular does (وزارة)."""
        return word.endswith(self.feminine_endings)

    @remembered
    def folded(self, text: str) -> str:
        """A word or a phrase of a text with its spelling folded."""
        return self._fold(text)

    @remembered
    def is_as_written(self, text: str) -> bool:
        """Whether a word as it is written is another once it is folded: «على» would be علي, and «ألكسي» would have the article."""
        folded = self.folded(text)
        looks = self.definite(folded) and not self.definite(text) and not self.joined(folded)
        foreign = looks and self.is_name(folded) and folded not in self.given_names
        return text in self.written_prepositions or foreign

    @remembered
    def bare(self, word: str) -> str:
        """A folded noun without its article and what is written on to it; «والدة» has neither."""
        if not word.startswith(self._articles) or word in self.nouns or word in self.no_article:
            return word
        for one in self._articles:
            if word.startswith(one) and len(word) - len(one) >= 2:
                return word[len(one) :]
        return word

    @remembered
    def is_name(self, word: str) -> bool:
        """Whether a folded word is none of everyday language, or is written as «عبدالعزيز» is; an empty one is no name."""
        rare = bool(word) and not counted(self.language.stem(word), self.language.code)
        return rare or word.startswith(self._joined_names)

    def anaphora_of(self, text: str) -> frozenset[str]:
        """The heads that a definite noun may point back to; none for any other phrase."""
        return self.anaphora.get(" ".join(words(self._fold(text))), frozenset())

    def tells(self, word: str, *kinds: str) -> bool:
        """Whether a cue of one of these kinds begins with a folded word."""
        return word in self.cues and any(cue.kind in kinds for _, cue in self.cues[word])

    def is_place(self, *words: str) -> bool:
        """Whether folded words are the name of a place and nothing else."""
        return gazetteer(self.language).is_name(words)

    def is_state(self, *words: str) -> bool:
        """Whether folded words name a state or a city that may speak; not an adjective of origin («سوري»), nor a given name."""
        people = self.definite(words[0]) and words[-1].endswith(self.plural_endings)
        people = people or (len(words) == 1 and gazetteer(self.language).is_adjective(words[0]))
        return not people and words[0] not in self.given_names and self.is_place(*words)

    def opens_name(self, word: str) -> bool:
        """Whether a folded word is the first half of a given name: «عبد»."""
        return word in self.half_names and not self.definite(word)

    @remembered
    def role_word(self, word: str) -> str:
        """A (folded, bare) noun of a role as any telling of it has it: «بالاتحاد» as «للاتحاد», «نرويجي» as «نرويج», «ناطق» as «متحدث»."""
        rest = word[1:]
        joined = word.startswith(self.proclitics) and word not in self.nouns
        if joined and self.definite(rest):
            word = self.bare(rest)
        elif joined and (rest in self.nouns or self.is_place(rest)):
            word = rest
        stem = word.removesuffix(self.origin_endings[0]) if self.origin_endings else word
        country = stem != word and (self.is_place(stem) or self.is_place(self.article + stem))
        return self.as_role.get(word, stem if country else word)

    @remembered
    def name_words(self, name: str) -> frozenset[str]:
        """The folded words of a name without their articles; «عبد العزيز» is one word, as «عبدالعزيز» is, and «قايد» «قائد»."""
        found: list[str] = []
        for word in self.folded(name).translate(self.name_letters).split():
            if found and self.opens_name(found[-1]):
                found[-1] += word
            else:
                found.append(word)
        return frozenset(map(self.bare, found))

    def joined(self, word: str) -> bool:
        """Whether a preposition and the article are written on to a folded word (للوزارة)."""
        return bool(self.joined_article) and word.startswith(self.joined_article)

    @remembered
    def role(self, word: str) -> bool:
        """Whether a folded word is the noun of a role, whatever is written on to it (الوزير، مديرته)."""
        return self.head(word) in self.roles

    @remembered
    def head(self, word: str) -> str:
        """A folded noun without its article, or without the pronoun at its end if we know it then (الوزارة: وزارة, مديرته: مدير)."""
        return self.unpossessed(self.bare(word))

    @remembered
    def behind_to(self, word: str) -> str | None:
        """What the preposition of an addressee is written on to (لصحيفة: صحيفة; nothing behind «ل» alone); None without it."""
        return word[len(self.to) :] if self.to and word.startswith(self.to) else None

    def possessed(self, written: str) -> bool:
        """Whether a word, as it is written, ends with the letters of a pronoun, and is no feminine noun: «زميله», not «زميلة»."""
        return written.endswith(self.possessives) and not self.feminine_noun(written)

    def without_pronoun(self, word: str) -> Iterator[str]:
        """A folded noun, and what it may be without the pronoun at its end (سياسته: سياسه)."""
        yield word
        for suffix in self.possessives:
            if (stem := word.removesuffix(suffix)) != word:
                yield from (stem, *(stem.removesuffix("ت") + ending for ending in self.feminine_endings))

    def without_object(self, word: str) -> Iterator[str]:
        """A folded verb, and what it may be without the object at its end (نفاه: نفى, وصفوه: وصفوا)."""
        yield word
        for suffix in self.possessives:
            if (stem := word.removesuffix(suffix)) != word:
                yield from (stem, stem + self.long_ending)
                if stem.endswith(self.long_ending):
                    yield stem.removesuffix(self.long_ending) + self.short_ending

    def of_long_form(self, word: str) -> bool:
        """Whether a folded noun has the shape of the longer verbal nouns: «انكماش», «استياء»."""
        plural = word.endswith(self.feminine_plurals)
        return len(word) > _LONG and word[:1] == word[-2:-1] == self.long_ending and not plural

    def of_second_form(self, word: str) -> bool:
        """Whether a folded noun has the shape of the verbal nouns of the second form: «تعليق», «تأجيل»."""
        return len(word) == _LONG and (word[:1], word[-2:-1]) == self.second_form

    @remembered
    def of_broken_plural(self, word: str) -> bool:
        """Whether a folded noun has a shape that adjectives of a feminine noun have not: «أطفال», «آبار»."""
        return len(word) in _BROKEN_PLURAL and word[:1] == word[-2:-1] == self.long_ending

    @remembered
    def nominatives(self, word: str) -> frozenset[str]:
        """A folded noun, and what it is without the ending of its accusative (عددا: عدد)."""
        return frozenset({word, *(word.removesuffix(ending) for ending in self.accusatives)})

    @remembered
    def of_object(self, word: str) -> bool:
        """Whether a folded word is an everyday noun as the object of a verb (وفدا)."""
        stems, known = self.nominatives(word) - {word}, self.language.is_known
        return bool(stems) and known is not None and all(map(known, stems)) and word not in self.given_names

    @remembered
    def may_end_phrase(self, word: str) -> bool:
        """Whether a noun phrase may end before a folded word or a dash, by what stands around it; most words never end one."""
        return (
            self.subject_first
            or word in self._phrase_enders
            or word.startswith(self.to)
            or word.endswith(self.plural_verb)
            or word.removeprefix(self.conjunction) in self.prepositions
        )

    @remembered
    def of_people(self, word: str) -> bool:
        """Whether a folded noun names several people, whole or cut for the noun behind it (مستمعون: مستمعي)."""
        return word in self.people or self.of_cut_plural(word)

    @remembered
    def of_cut_plural(self, word: str) -> bool:
        """Whether a folded noun names several people and is cut for the noun behind it (مواطنو البلدة)."""
        whole = (word[:-1] + ending for ending in self.plural_endings if word[-1:] == ending[0])
        return not self.people.isdisjoint(whole)

    def of_dual(self, word: str) -> bool:
        """Whether a folded noun is two of one that we know, as a subject (الوزيران: وزير); not «سلطان», a name."""
        stems = (word.removesuffix(ending) for ending in self.duals if word.endswith(ending))
        return word not in self.given_names and any(stem in self.nouns for stem in stems)

    def of_two(self, word: str) -> bool:
        """Whether a folded noun is two of a feminine one that we know, cut for the noun behind it and not a subject (حكومتي)."""
        stems = (
            word.removesuffix(ending[:-1]) for ending in self.feminine_duals if word.endswith(ending[:-1])
        )
        return any(stem + ending in self.nouns for stem in stems for ending in self.feminine_endings)

    @remembered
    def unpossessed(self, word: str) -> str:
        """A folded noun that we know, without the pronoun at its end (مديرته: مدير or مديرة); else `word`."""
        for suffix in self.possessives:
            stem = word.removesuffix(suffix)
            if stem == word or word in self.nouns:
                continue
            for noun in (stem.removesuffix("ت") + "ه" if stem.endswith("ت") else stem, stem):
                if noun in self.nouns:
                    return noun
        return word

    def to_pronoun(self, word: str) -> bool:
        """Whether a folded word is a pronoun with the preposition of an according-to phrase: «وفقا لها»."""
        return self.behind_to(word) in self.possessives

    def is_outlet(self, phrase: Sequence[str]) -> bool:
        """Whether folded words that begin with an outlet's noun tell of one: not «وكالة التنمية», «موقع وزارة», «الوكالة الفنية للنقل»."""
        behind, news = phrase[1:4], self.kinds_of_outlets
        noun = self.bare(phrase[0].removeprefix(self.to))
        body = noun in self.ambiguous_outlets and any(
            self.bare(word) in self.organisations for word in behind[:1]
        )
        whose = self.definite(phrase[0]) and any(
            word.startswith(self.to) and self.bare(word) not in news for word in behind[1:]
        )
        return not (body or whose or any(word in self.not_outlets for word in behind[:2]))

    @staticmethod
    def is_any(word: str, *classes: Set[str]) -> bool:
        """Whether a folded word is in any of some classes; to unite them for each word would take far longer."""
        return any(word in one for one in classes)

    @remembered
    def definite(self, word: str) -> bool:
        """Whether a folded noun carries the article."""
        if not self.article or not word.startswith((self.article, self.joined_article)) or len(word) <= 3:
            return False
        return word not in self.no_article
