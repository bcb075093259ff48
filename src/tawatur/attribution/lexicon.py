"""The reporting lexicon of one language, made ready for matching: every form leads to what it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tawatur.attribution.remembered import remembered
from tawatur.language import Language, language
from tawatur.language.form import Form
from tawatur.language.gazetteer import gazetteer
from tawatur.language.text import words
from tawatur.language.weights import counted
from tawatur.model import Stance

Phrase = tuple[str, ...]

_TOLD = frozenset({"that", "quote"})
_LONG = 5  # letters
_LABELS = ("credit", "byline", "read_also")  # lists of `markers.toml`


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: its lemma, what kind of form it is, what may follow it, and what it claims."""

    lemma: str
    kind: str  # "verb", "participle", "noun", "deed", "purpose", "adjective", "mark", "relay"
    takes: frozenset[str]
    preposition: str | None
    stance: Stance
    feminine: bool
    plural: bool
    marked: bool = False  # counts only where it is written with its shadda
    opening: bool = False  # counts only where it opens a clause
    calls: frozenset[str] = frozenset()  # nouns that name what is said («وجه نداء»)
    present: bool = False  # a verb of the present: «يعلن»
    sense: str = ""  # the group of words that it stands with; only where the subject comes first


class Lexicon:
    """The words of one language's `cues.toml` and `speakers.toml`, folded as its texts are folded."""

    def __init__(self, spoken: Language) -> None:
        cues, nouns = spoken.data["cues"], spoken.data["speakers"]
        markers = spoken.data.get("markers", {})
        self._fold = spoken.normalise
        self.language = spoken
        self.subject_first = cues["subject"] == "before"
        self.cues = self._forms(cues, spoken)
        self.classes = {
            self._fold(word): name
            for name, listed in spoken.data.get("grammar", {}).items()
            for word in listed
        }
        self.that = self._set(cues["that"])
        self.about = self._set(cues.get("about", ()))
        self.ascribed = self._phrases(cues.get("ascribed", ()))
        self.how = self._set(cues.get("how", ()))
        self.of_things = self._set(cues.get("of_things", ()))
        self.citing = self._phrases(cues.get("citing", ()))
        self.thus = self._phrases(cues.get("thus", ()))
        self.according = self._phrases(cues["according"])
        self.according_starts = dict(self.according)  # with «و» written on to the first word as well
        for word, phrases in self.according.items():
            self.according_starts["و" + word] = self.according.get("و" + word, ()) + phrases
        self.thereby_starts = self._set(cues.get("thereby_starts", ()))
        # The words at which a statement can be: every other word is passed over at once.
        self.aside = self._phrases(cues.get("aside", ()))
        self.taking_up = self._phrases(cues.get("taking_up", ()))
        self.openers = (
            self.thereby_starts
            | self.according_starts.keys()
            | self.aside.keys()
            | self.taking_up.keys()
            | self.cues.keys()
        )
        self.relays = frozenset(word for word in self.cues if self.tells(word, "relay"))
        self.according_verbs = self._phrases(cues["according_verbs"])
        self.delivered = self._phrases(cues.get("delivered", ()))
        self.turns = self._phrases(cues["turns"])
        self.relay_from = self._set(one["from"] for one in cues["relay"] if "from" in one)
        self.relay_nouns = self._phrases(cues["relay_nouns"])
        self.roles = self._set(nouns["roles"])
        self.organisations = self._set(nouns["organisations"])
        self.outlets = self._set(nouns["outlets"])
        self.not_outlets = self._set(nouns["not_outlets"])
        self.ambiguous_outlets = self._set(nouns.get("ambiguous_outlets", ()))
        self.documents = self._set(nouns["documents"])
        self.reports = self._set(nouns.get("reports", ()))
        self.informing = self._set(nouns.get("informing", ()))
        self.groups = self._set(nouns["groups"])
        self.numerals = self._set(nouns["numerals"])
        self.anonymous = self._set(nouns["anonymous"])
        self.members = self._set(nouns.get("members", ()))
        self.many_outlets = self._set(nouns.get("many_outlets", ()))
        self.kin = self._set(nouns.get("kin", ()))
        self.serving = self._set(nouns.get("serving", ()))
        self.by_child = self._set(nouns.get("by_child", ()))
        self.honours = self._set(nouns.get("honours", ()))
        self.courtesies = self._set(nouns.get("courtesies", ()))
        self.issued_texts = self._set(nouns.get("issued_texts", ()))
        self.kinds_of_outlets = self._set(nouns.get("kinds_of_outlets", ()))
        self.anyone = self._set(nouns.get("anyone", ()))
        self.sources = self._set(nouns.get("sources", ()))
        self.programmes = self._set(nouns.get("programmes", ()))
        self.aged = self._set(nouns.get("aged", ()))
        self.withheld = tuple(" ".join(words(self._fold(phrase))) for phrase in nouns["withheld"])
        self._withheld = re.compile("|".join(map(re.escape, self.withheld)))
        self._withheld_starts = tuple({phrase.split()[0] for phrase in self.withheld})
        self.withholding = self._phrases(nouns["withheld"])
        self.anaphora = {
            " ".join(words(self._fold(noun))): self._set(heads) for noun, heads in nouns["anaphora"].items()
        }
        various = nouns["words"]
        self.occasions = self._set(various["occasions"])
        self.breaks = self._phrases(various["breaks"])
        self.ambiguous = frozenset(various.get("ambiguous", ()))
        self.and_that = self._set(various.get("and_that", ()))
        self.likewise = self._set(various.get("likewise", ()))
        self.clause_openers = self._set(various.get("clause_openers", ()))
        self.resuming = self._set(various.get("resuming", ()))
        self.rules = self._set(various.get("rules", ()))
        self.yet = self._set(various.get("yet", ()))
        self.not_that = self.yet | self._set(various.get("not_that", ()))
        self.before_nouns = frozenset(various.get("before_nouns", ()))
        self.before_clauses = self._set(various.get("before_clauses", ()))
        self.times = self._set(various.get("times", ()))
        self.questioning = self._set(various.get("questioning", ()))
        self.quantifiers = self._set(various.get("quantifiers", ()))
        self.even_so = self._set(various.get("even_so", ()))
        self.thereby = self._set(various.get("thereby", ()))
        self.own_word_starts = self.thereby | self.thereby_starts
        self.sayings = self._set(various.get("sayings", ()))
        self.joined_prepositions = tuple(map(self._fold, various.get("joined_prepositions", ())))
        self.impersonal_beliefs = frozenset(various.get("impersonal_beliefs", ()))
        self.beginnings = self._phrases(various.get("beginnings", ()))
        self.then = self._set(various.get("then", ()))
        self.promised = self._set(various.get("promised", ()))
        self.revealing = frozenset(various.get("revealing", ()))
        self.finding = frozenset(various.get("finding", ()))
        self.plainly = frozenset(various.get("plainly", ()))
        self.not_from = self._set(various.get("not_from", ()))
        self.partitive = self._set(various.get("partitive", ()))
        self.contrasts = self._set(various.get("contrasts", ()))
        self.conjunctions = tuple(map(self._fold, various.get("conjunctions", ())))
        self.meanwhile = self.likewise | self.contrasts
        self.joining = self.meanwhile | frozenset(self.conjunctions)
        self.governing = self._set(various.get("governing", ()))
        self.speaking = frozenset(various.get("speaking", ()))
        self.own_words = self._set(various.get("own_words", ()))
        self.written_of_me = tuple(various.get("of_me", ()))
        self.of_me = tuple(map(self._fold, self.written_of_me))
        self.within = self._set(various.get("within", ()))
        self.titles = self._set(various.get("titles", ()))
        self.written_verbal = tuple(various.get("written_verbal", ()))
        self.asking = self._set(various.get("asking", ()))
        self.negations = self._set(various.get("negations", ()))
        self.called = self._set(various.get("called", ()))
        self.not_names = self._set(various.get("not_names", ()))
        self.cognates = self._set(various.get("cognates", ()))
        self.verbal_nouns = self._set(various.get("verbal_nouns", ()))
        self.also_others = self._set(various.get("also_others", ()))
        self.also_verbal_nouns = self._set(various.get("also_verbal_nouns", ()))
        self.as_feminine = self._set(various.get("as_feminine", ()))
        self.of_both = self._set(various.get("of_both", ()))
        self.written_active = tuple(various.get("written_active", ()))
        self.describing = frozenset(various.get("describing", ()))
        self.measured = self._set(various.get("measured", ()))
        self.masculine_texts = self._set(various.get("masculine_texts", ()))
        self.called_upon = self._set(various.get("called_upon", ()))
        self.masculine_places = self._set(various.get("masculine_places", ()))
        self.called_on = self._set(various.get("called_on", ()))
        self.besides = self._set(various.get("besides", ()))
        self.hoping = self._set(various.get("hoping", ()))
        self.codes = self._set(various.get("codes", ()))
        self.feminine_past = tuple(various.get("feminine_past", ())) or ("\0",)
        self.of_manner = self._set(various.get("of_manner", ()))
        self.taking_place = self._set(various.get("taking_place", ()))
        self.deeming = frozenset(various.get("deeming", ()))
        self.speaking_for = self._set(various.get("speaking_for", ()))
        self.feminine_relative = self._fold(various.get("feminine_relative", "\0"))
        self.seeming = self._set(various.get("seeming", ()))
        self.states = self._set(various.get("states", ()))
        self.going_on = self._set(various.get("going_on", ()))
        self.urging = frozenset(various.get("urging", ()))
        self.people_bodies = self._set(various.get("people_bodies", ()))
        self.role_names = self._set(various.get("role_names", ()))
        self.guests = self._set(various.get("guests", ()))
        self.especially = self._set(various.get("especially", ()))
        self.media = self._set(various.get("media", ()))
        self.also_nouns = self._set(various.get("also_nouns", ()))
        self.carrying = self._set(various.get("carrying", ()))
        self.with_what = {
            self._fold(one): self._set(forms) for one, forms in various.get("with_what", {}).items()
        }
        self.following = self._set(various.get("following", ()))
        self.still = self._set(various.get("still", ())) | frozenset(self.conjunctions)
        self.excepting = self._set(various.get("excepting", ()))
        self.writing = self._set(various.get("writing", ()))
        self.natives = self._set(various.get("natives", ()))
        self.homes = self._set(various.get("homes", ()))
        self.along = self._set(various.get("along", ()))
        self.attached = self._set(various.get("attached", ()))
        self.half_names = self._set(various.get("half_names", ()))
        self.written_accusatives = tuple(various.get("written_accusatives", ()))
        self.accusatives = tuple(map(self._fold, various.get("accusatives", ())))
        self.objective_plurals = tuple(map(self._fold, various.get("objective_plurals", ())))
        self.feminine_duals = tuple(map(self._fold, various.get("feminine_duals", ())))
        self.verbal_beginnings = tuple(map(self._fold, various.get("verbal_beginnings", ())))
        self.plural_verb = tuple(map(self._fold, various.get("plural_verb", ())))
        self.feminine_plurals = tuple(map(self._fold, various.get("feminine_plurals", ())))
        self.long_ending = self._fold(various.get("long_ending", "ا"))
        self.short_ending = self._fold(various.get("short_ending", "ى"))
        self.conjunction = self._fold(various.get("conjunction", ""))
        self.proclitics = tuple(various.get("proclitics", ()))
        self.unsaying = self._set(various.get("unsaying", ()))
        self.spokesmen = self._set(various.get("spokesmen", ()))
        self.issued = self._set(various.get("issued", ()))
        self.issuing_verbs = self._set(various.get("issuing_verbs", ()))
        self.to = self._fold(various.get("to", ""))
        self.joined_article = self._fold(various.get("joined_article", ""))
        self.article = self._fold(various.get("article", ""))
        bare_forms = self._set(various.get("no_article", ()))
        halves = (half for half in self.half_names if len(half) > 2 and not half.startswith(self.article))
        self._joined_names = tuple(half + self.article for half in halves)  # «عبدالعزيز»
        articles = (self.joined_article, self.to + self.article, "و" + self.article, self.article)
        self._articles = tuple(filter(None, articles))
        self.origin_endings = tuple(self._fold(ending) for ending in various.get("origin_endings", ()))
        self.written_feminine = tuple(various.get("feminine_endings", ()))
        self.feminine_endings = tuple(self._fold(ending) for ending in various.get("feminine_endings", ()))
        self.the = self._set(various.get("definite", ()))
        self.phrase_ends = self._set(various.get("phrase_ends", ()))
        self.by = self._set(various.get("by", ()))
        self.in_name = self._set(various.get("in_name", ()))
        self.addressees = self._set(various.get("addressees", ()))
        self.also_outlets = self._set(nouns.get("also_outlets", ()))
        self.articles = self._set(various.get("articles", ()))
        self.same = self._set(various.get("same", ()))
        self.others = self._set(various.get("others", ()))
        self.no_source = self._set(various.get("no_source", ()))
        self.relatives = self._set(various.get("relatives", ()))
        self.demonstratives = self._set(various.get("demonstratives", ()))
        dated = spoken.data.get("dates", {}).get("words", {})
        passing = [word for when in ("past", "next", "current") for word in dated.get(when, ())]
        self.passing = self._set(passing) - self.demonstratives  # الماضي
        months = spoken.data.get("dates", {}).get("months", {}).values()
        self.months = self._set(words(name)[0] for names in months for name in names)
        self.editorial = self._set(various.get("editorial", ()))
        self.what = self._set(various.get("what", ()))
        self.labels = self._phrases(
            (*various.get("labels", ()), *(one for name in _LABELS for one in markers.get(name, ())))
        )
        self.telling = self._set(various.get("telling", ()))
        self.venues = self._set(various.get("venues", ()))
        self.matters = self._set(various.get("matters", ()))
        self.claims = self._set(various.get("claims", ()))
        self.negating = self._set(various.get("negating", ()))
        self.we = self._set(various.get("we", ()))
        self.ours = tuple(map(self._fold, various.get("ours", ())))
        self.of_us = tuple(map(self._fold, various.get("of_us", ())))
        self.we_shall = tuple(map(self._fold, various.get("we_shall", ())))
        self.bylines = self._set(markers.get("byline_bare", ()))
        self.present = tuple(map(self._fold, various.get("present", ())))
        self.present_of_her = tuple(map(self._fold, various.get("present_of_her", ())))
        self.that_which = self._set(various.get("that_which", ()))
        self.written_prepositions = frozenset(various.get("prepositions", ()))
        self.prepositions = self._set(various.get("prepositions", ()))
        self.in_it = self._set(various.get("in_it", ()))
        self.of_it = self._set(various.get("of_it", ()))
        self.told = self._set(various.get("told", ()))
        self.not_of_verbs = tuple(various.get("not_of_verbs", ()))
        self.reporters = self._set(various.get("reporters", ()))
        self.auxiliaries = self._set(various.get("auxiliaries", ()))
        self.passives = self._set(various.get("passives", ()))
        self.was = self._set(various.get("was", ()))
        self.already = self._set(various.get("already", ()))
        self.pronouns = self._set(various.get("pronouns", ()))
        self.belonging = self._set(various.get("belonging", ()))
        self.before_names = self._set(various.get("before_names", ()))
        self.carriers = self.by | self._set(various.get("carriers", ()))
        self.issuing = self.by | self._set(various.get("issuing", ()))
        self.impersonal = self._set(various.get("impersonal", ()))
        self.plural = self._set(various.get("plural", ()))
        self.topics = self._set(various.get("topics", ()))
        self.given_names = self._set(spoken.data.get("given_names", ()))
        self.possessives = tuple(self._fold(suffix) for suffix in various.get("possessives", ()))
        endings = ("", *self.accusatives, *self.feminine_plurals, *self.possessives)
        self.no_article = frozenset(form + ending for form in bare_forms for ending in endings)
        self.by_honour = frozenset(
            one + suffix
            for honour in self.honours
            for one in (self._before_suffix(honour),)
            for suffix in self.possessives
        )
        # With these no speaker's phrase ends; «علي» is written as «على» is.
        self.no_end = (self.no_source - self.that - self.given_names) | frozenset(self.conjunctions)
        self.plural_endings = tuple(self._fold(ending) for ending in various.get("plural_endings", ()))
        self.groups |= self._objective(self.groups)
        self.anonymous |= self._objective(self.anonymous)
        self.before_deeds = (self.prepositions | self.about) - self.partitive
        self.one_of = self._set(various.get("one_of", ()))
        self.pointing = self.same | self.demonstratives | self.one_of
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
        # Joined once: the grammar asks for them at every noun.
        self.speakers = self.roles | self.organisations | self.outlets | self.anonymous
        self.nouns = self.speakers | self.documents | self.groups
        self.bodies = self.organisations | self.outlets | self.documents | self.groups
        self.people = self.groups | self.addressees | self.anonymous
        self.several = self.groups | self.numerals
        self.counted_nouns = self.nouns | self.numerals
        self.before_verbs = (
            self.clause_openers
            | self.likewise
            | self.already
            | self.negations
            | self.relatives
            | self.what
            | frozenset(self.conjunctions)
        )
        self.particles = self.no_source | self.prepositions
        self.everyday = (
            (self.language.stopwords | self.nouns | self.particles | self.before_verbs | self.that)
            - self.given_names
        ) | self.cues.keys()
        self.no_given = self.nouns - self.given_names
        self.offices = self.roles - self.anonymous - self.reporters
        self.no_name = (self.particles | self.that | frozenset({self.to})) - self.given_names
        self.names = self.given_names | self.not_names
        self.name_parts = self.given_names | self.half_names
        self.plain_verbal_nouns = self.verbal_nouns - self.given_names
        self.of_given = self.given_names - self.not_names
        self.common = self.roles | self.articles | self.numerals | self.anonymous | self.pronouns
        self.press = self.reporters | self.outlets
        self.publishing = self.organisations | self.outlets
        self.opening_clauses = self.likewise | self.clause_openers | self.resuming
        self.institutions = (
            self.roles | self.organisations | self.outlets | self.documents | self.groups | self.occasions
        )

    def _set(self, listed: Iterable[str]) -> frozenset[str]:
        return frozenset(self._fold(word) for word in listed)

    def _before_suffix(self, noun: str) -> str:
        """A folded noun as it stands before a pronoun that is written on to it (سعادة: سعادت)."""
        stem = noun.removesuffix("".join(self.feminine_endings))
        return noun if stem == noun else stem + "ت"

    def _objective(self, nouns: Iterable[str]) -> frozenset[str]:
        """The plurals among `nouns` as they stand behind a preposition, a verb or another noun: معلمون, معلمين."""
        ends = self.plural_endings
        return frozenset(
            word.removesuffix(ends[0]) + ends[1] for word in nouns if ends and word.endswith(ends[0])
        )

    def _phrases(self, listed: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
        found: dict[str, list[Phrase]] = {}
        for text in listed:
            phrase = tuple(words(self._fold(text)))
            found.setdefault(phrase[0], []).append(phrase)
        return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}

    def _forms(self, cues: dict[str, object], spoken: Language) -> dict[str, tuple[tuple[Phrase, Cue], ...]]:
        found: dict[str, list[tuple[Phrase, Cue]]] = {}
        prefixes: Sequence[str] = cues["prefixes"]  # type: ignore[assignment]
        relays: list[dict[str, Any]] = cues["relay"]  # type: ignore[assignment]
        groups: list[dict[str, Any]] = cues.get("verbs", [])  # type: ignore[assignment]
        irregular: dict[str, list[str]] = cues.get("irregular", {})  # type: ignore[assignment]
        verbs: list[dict[str, object]] = [
            *cues.get("verb", ()),  # type: ignore[misc]
            *(
                {**group, "lemma": lemma, "irregular": irregular.get(lemma.split()[0])}
                for group in groups
                for lemma in group["lemmas"]
            ),
        ]

        present = tuple(spoken.data["speakers"]["words"].get("present", ()))

        def add(form: str, cue: Cue, joined: Sequence[str] = prefixes) -> None:
            for prefix in (*joined, *cues.get("noun_prefixes", ())) if cue.kind == "noun" else joined:  # type: ignore[misc]
                phrase = tuple(words(self._fold(prefix + form))) or (form,)  # a mark has no words
                found.setdefault(phrase[0], []).append((phrase, cue))

        for relay in relays:
            through = self._fold(relay["from"]) if "from" in relay else None
            for form in relay["forms"]:
                takes = frozenset(relay.get("takes", ()))
                add(form, Cue(form, "relay", takes, through, "asserted", _is_feminine(form), False))
        for verb in verbs:
            takes = frozenset(verb.get("takes", ()))  # type: ignore[call-overload]
            preposition = self._fold(str(verb["preposition"])) if "preposition" in verb else None
            stance: Stance = verb.get("stance", "asserted")  # type: ignore[assignment]
            forms: list[str] = verb.get("forms", [])  # type: ignore[assignment]
            kind = str(verb.get("kind", "verb"))
            given = [
                Form(form, kind, _is_feminine(form), form.endswith("وا"), form.startswith(present))
                for form in forms
            ]
            for one in (*spoken.inflect(verb), *given):
                cue = Cue(
                    str(verb["lemma"]),
                    one.kind,
                    takes,
                    preposition,
                    stance,
                    one.feminine,
                    one.plural,
                    bool(verb.get("marked")),
                    bool(verb.get("opening")),
                    self._set(verb.get("calls", ())),  # type: ignore[arg-type]
                    one.present,
                    str(verb.get("sense", "")),
                )
                add(one.text, cue)
                if one.present and "that" in takes:
                    # «…، ليوضح أن»: a circumstance; «وليوضح أن» is what for
                    for to in cues.get("so_that", ()):  # type: ignore[attr-defined]
                        circumstance = replace(cue, kind="participle", takes=takes & _TOLD)
                        add(to + one.text, circumstance, ("",))
        return {
            first: tuple(sorted(frames, key=lambda frame: -len(frame[0]))) for first, frames in found.items()
        }

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
    def folded(self, word: str) -> str:
        """A word of a text with its spelling folded."""
        return self._fold(word)

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

    def opens_name(self, word: str) -> bool:
        """Whether a folded word is the first half of a given name: «عبد»."""
        return word in self.half_names and not self.definite(word)

    def name_words(self, name: str) -> set[str]:
        """The folded words of a name without their articles; «عبد العزيز» is one word, as «عبدالعزيز» is."""
        found: list[str] = []
        for word in self._fold(name).split():
            if found and self.opens_name(found[-1]):
                found[-1] += word
            else:
                found.append(word)
        return set(map(self.bare, found))

    def joined(self, word: str) -> bool:
        """Whether a preposition and the article are written on to a folded word (للوزارة)."""
        return bool(self.joined_article) and word.startswith(self.joined_article)

    @remembered
    def role(self, word: str) -> bool:
        """Whether a folded word is the noun of a role, whatever is written on to it (الوزير، مديرته)."""
        return self.unpossessed(self.bare(word)) in self.roles

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

    @remembered
    def nominatives(self, word: str) -> frozenset[str]:
        """A folded noun, and what it is without the ending of its accusative (عددا: عدد)."""
        return frozenset({word, *(word.removesuffix(ending) for ending in self.accusatives)})

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
        return bool(self.to) and word.startswith(self.to) and word[len(self.to) :] in self.possessives

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


def _is_feminine(form: str) -> bool:
    """Whether a form that is listed as it stands is one of a feminine verb («تعهدت», «جاءت في»)."""
    return form.split()[0].endswith(("ت", "ها"))


def starts(phrases: dict[str, tuple[Phrase, ...]], folded: Sequence[str], at: int) -> int:
    """How many words the longest of `phrases` takes that stands at `at`; 0 where none does."""
    longest_first = phrases.get(folded[at]) if at < len(folded) else None
    if longest_first is None:
        return 0
    following = folded[at + 1] if at + 1 < len(folded) else ""
    for phrase in longest_first:
        if len(phrase) == 1 or (
            phrase[1] == following and tuple(folded[at + 2 : at + len(phrase)]) == phrase[2:]
        ):
            return len(phrase)
    return 0


@cache
def lexicon(code: str) -> Lexicon | None:
    """The reporting lexicon of a language; None where it has none."""
    spoken = language(code)
    return Lexicon(spoken) if "cues" in spoken.data and "speakers" in spoken.data else None
