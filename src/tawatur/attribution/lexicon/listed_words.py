"""The words of one language by what they are used for: the lists of its `cues.toml` and `speakers.toml`, folded as its texts are folded.

What each list is for, and an example, stands beside it in these files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tawatur.attribution.lexicon.cues import cue_forms, quoting_forms
from tawatur.attribution.lexicon.lists import Lists
from tawatur.attribution.lexicon.phrases import Phrase, phrases
from tawatur.language import Language
from tawatur.language.text import words
from tawatur.model import Stance

_LABELS = ("credit", "byline", "read_also")  # lists of `markers.toml`


def _any_of(phrases: tuple[Phrase, ...]) -> str:
    """A pattern for phrases that begin with the same word."""
    first = phrases[0][0]
    rests = (re.escape(" ".join(phrase).removeprefix(first)) for phrase in phrases)
    return f"{re.escape(first)}(?:{'|'.join(rests)})"


class ListedWords:
    """The lists of one language, those that it does not have being empty."""

    def __init__(self, spoken: Language) -> None:
        self.language, self._fold = spoken, spoken.normalise
        cues, nouns, markers = (
            Lists(spoken.data.get(name, {}), self._fold) for name in ("cues", "speakers", "markers")
        )
        various = Lists(nouns.table["words"], self._fold)
        self.subject_first = cues.table["subject"] == "before"
        self.cues, self.quoting = cue_forms(spoken), quoting_forms(spoken)
        self.classes = {
            self._fold(word): name
            for name, listed in spoken.data.get("grammar", {}).items()
            for word in listed
        }
        self.given_names = self._set(spoken.data.get("given_names", ()))
        self._read_letters(various)
        self._read_phrases(cues)
        self._read_who_speaks(nouns)
        self._read_people(various)
        self._read_names(various)
        self._read_things(various)
        self._read_verbs(various)
        self._read_particles(various)
        self._read_clauses(various)
        self._read_manners(various)
        self._read_dates(spoken.data.get("dates", {}))
        self._read_labels(various, markers)

    def _set(self, listed: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self._fold, listed))

    def _read_letters(self, listed: Lists) -> None:
        """What is written on to words, and what words begin or end with."""
        self.to = listed.word("to")
        self.duals = listed.endings("duals")
        self.conjunction = listed.word("conjunction")
        self.conjunctions = listed.endings("conjunctions")
        self.proclitics = listed.written("proclitics")
        self.joined_prepositions = listed.endings("joined_prepositions")
        self.article = listed.word("article")
        self.joined_article = listed.word("joined_article")
        self.origin_endings = listed.endings("origin_endings")
        self.written_feminine = listed.written("feminine_endings")
        self.feminine_endings = listed.endings("feminine_endings")
        self.feminine_plurals = listed.endings("feminine_plurals")
        self.feminine_duals = listed.endings("feminine_duals")
        self.plural_endings = listed.endings("plural_endings")
        self.objective_plurals = listed.endings("objective_plurals")
        self.accusatives = listed.endings("accusatives")
        self.written_accusatives = listed.written("written_accusatives")
        self.possessives = listed.endings("possessives")
        self.long_ending = listed.word("long_ending", "ا")
        self.short_ending = listed.word("short_ending", "ى")
        self.plural_verb = listed.endings("plural_verb")
        self.not_of_verbs = listed.written("not_of_verbs")
        self.present = listed.endings("present")
        self.present_of_her = listed.endings("present_of_her")
        self.future = listed.word("future")
        self.written_of_me = listed.written("of_me")
        self.of_me = listed.endings("of_me")
        self.of_us = listed.endings("of_us")
        self.ours = listed.endings("ours")
        self.we_shall = listed.endings("we_shall")
        self.second_form = listed.endings("second_form")
        self.verbal_beginnings = listed.endings("verbal_beginnings")
        self.written_verbal = listed.written("written_verbal")
        self.feminine_past = listed.written("feminine_past") or ("\0",)

    def _read_phrases(self, listed: Lists) -> None:
        """What stands around a statement beside its verb."""
        self.that = listed.words("that")
        self.about = listed.words("about")
        self.how = listed.words("how")
        self.of_things = listed.words("of_things")
        self.thereby_starts = listed.words("thereby_starts")
        self.ascribed = listed.phrases("ascribed")
        self.citing = listed.phrases("citing")
        self.thus = listed.phrases("thus")
        self.according = listed.phrases("according")
        self.aside = listed.phrases("aside")
        self.taking_up = listed.phrases("taking_up")
        self.own_view = listed.phrases("own_view")
        self.besides_content = listed.phrases("besides_content")
        self.according_verbs = listed.phrases("according_verbs")
        self.delivered = listed.phrases("delivered")
        self.turns = listed.phrases("turns")
        self.relay_nouns = listed.phrases("relay_nouns")
        self.according_starts = dict(self.according)  # with «و» written on to the first word as well
        for word, those in self.according.items():
            self.according_starts["و" + word] = self.according.get("و" + word, ()) + those
        self.relay_from = self._set(one["from"] for one in listed.table["relay"] if "from" in one)

    def _read_who_speaks(self, listed: Lists) -> None:
        """Nouns of those who speak, or in which something is said."""
        self.occupations = listed.words("occupations")
        self.roles = listed.words("roles") | self.occupations
        self.organisations = listed.words("organisations")
        self.outlets = listed.words("outlets")
        self.not_outlets = listed.words("not_outlets")
        self.also_outlets = listed.words("also_outlets")
        self.ambiguous_outlets = listed.words("ambiguous_outlets")
        self.kinds_of_outlets = listed.words("kinds_of_outlets")
        self.outlet_words = listed.words("outlet_words")
        self.many_outlets = listed.words("many_outlets")
        self.programmes = listed.words("programmes")
        self.documents = listed.words("documents")
        self.studies = listed.words("studies")
        self.issued_texts = listed.words("issued_texts")
        self.said_in = listed.words("said_in")
        self.reports = listed.words("reports")
        self.informing = listed.words("informing")
        self.numerals = listed.words("numerals")
        self.members = listed.words("members")
        self.delegations = listed.words("delegations")
        self.kin = listed.words("kin")
        self.serving = listed.words("serving")
        self.by_child = listed.words("by_child")
        self.honours = listed.words("honours")
        self.each_of = listed.phrases("each_of")
        self.courtesies = listed.words("courtesies")
        self.ranks = listed.words("ranks")
        self.anyone = listed.words("anyone")
        self.epithets = listed.words("epithets")
        self.sources = listed.words("sources")
        self.aged = listed.words("aged")
        self.groups = self._with_objective(listed.words("groups"))
        self.anonymous = self._with_objective(listed.words("anonymous") | self.occupations)
        self.trades = listed.words("trades")
        self.withholding = listed.phrases("withheld")
        self.withheld = tuple(" ".join(words(self._fold(phrase))) for phrase in listed.table["withheld"])
        # By first words: to try each phrase at each letter would take three times as long.
        self._withheld = re.compile("|".join(map(_any_of, self.withholding.values())))
        self._withheld_starts = tuple({phrase.split()[0] for phrase in self.withheld})
        self.anaphora = {
            " ".join(words(self._fold(noun))): self._set(heads)
            for noun, heads in listed.table["anaphora"].items()
        }

    def _with_objective(self, nouns: frozenset[str]) -> frozenset[str]:
        """Nouns, and the plurals among them as they stand behind a preposition, a verb or another noun: معلمون, معلمين."""
        ends = self.plural_endings
        return nouns | {
            word.removesuffix(ends[0]) + ends[1] for word in nouns if ends and word.endswith(ends[0])
        }

    def _read_people(self, listed: Lists) -> None:
        """Further people and bodies, and what ties them to others."""
        self.reporters = listed.words("reporters")
        self.spokesmen = listed.words("spokesmen")
        self.role_fillers = listed.words("role_fillers")
        self.as_role = {
            self._fold(one): self._fold(other) for one, other in listed.table.get("as_role", {}).items()
        }
        self.addressees = listed.words("addressees")
        self.called_on = listed.words("called_on")
        self.called_upon = listed.words("called_upon")
        self.guests = listed.words("guests")
        self.natives = listed.words("natives")
        self.homes = listed.words("homes")
        self.people_bodies = listed.words("people_bodies")
        self.media = listed.words("media")
        self.of_both = listed.words("of_both")
        self.elatives = listed.words("elatives")
        self.as_feminine = listed.words("as_feminine")
        self.others = listed.words("others")
        self.in_name_of = listed.words("in_name_of")
        self.speaking_for = listed.words("speaking_for")
        self.attached = listed.words("attached")
        self.along = listed.words("along")
        self.broadcast = listed.words("broadcast")
        self.bringing = listed.words("bringing")
        self.venues = listed.words("venues")
        self.by = listed.words("by")
        self.carriers = self.by | listed.words("carriers")
        self.issuing = self.by | listed.words("issuing")
        self.written_by = self.by | listed.words("written_by")

    def _read_names(self, listed: Lists) -> None:
        """Parts of names, and what stands before one."""
        self.half_names = listed.words("half_names")
        self.name_letters = str.maketrans(listed.table.get("name_letters", {}))
        self.not_names = listed.words("not_names")
        self.in_name = listed.words("in_name")
        self.before_names = listed.words("before_names")
        self.role_names = listed.words("role_names")
        self.called = listed.words("called")
        self.titles = listed.words("titles")
        self.name_suffixes = listed.words("name_suffixes")
        self.in_surnames = listed.words("in_surnames")
        self.also_roles = listed.words("also_roles")
        self.also_groups = listed.words("also_groups")
        self.also_bodies = listed.words("also_bodies")
        self.also_documents = listed.words("also_documents")
        self.former = listed.words("former")
        self.masculine_places = listed.words("masculine_places")

    def _read_things(self, listed: Lists) -> None:
        """Nouns of what is said, and of what something is said of."""
        self.occasions = listed.words("occasions")
        self.cognates = listed.words("cognates")
        self.verbal_nouns = listed.words("verbal_nouns")
        self.also_verbal_nouns = listed.words("also_verbal_nouns")
        self.unsaying = listed.words("unsaying")
        self.told = listed.words("told")
        self.telling = listed.words("telling")
        self.carrying = listed.words("carrying")
        self.sayings = listed.words("sayings")
        self.governing = listed.words("governing")
        self.masculine_texts = listed.words("masculine_texts")
        self.measured = listed.words("measured")
        self.states = listed.words("states")
        self.matters = listed.words("matters")
        self.promised = listed.words("promised")
        self.rules = listed.words("rules")
        self.codes = listed.words("codes")
        self.following = listed.words("following")
        endings = ("", *self.accusatives, *self.feminine_plurals, *self.possessives)
        self.no_article = frozenset(
            form + ending for form in listed.words("no_article") for ending in endings
        )

    def _read_verbs(self, listed: Lists) -> None:
        """Verbs, and lemmas of those that are cues."""
        self.ambiguous = frozenset(listed.written("ambiguous"))
        self.speaking = frozenset(listed.written("speaking"))
        self.plainly = frozenset(listed.written("plainly"))
        self.pointing_verbs = frozenset(listed.written("pointing_verbs"))
        self.describing = frozenset(listed.written("describing"))
        self.deeming = frozenset(listed.written("deeming"))
        self.writing = listed.words("writing")
        self.urging = frozenset(listed.written("urging"))
        self.affirming = frozenset(listed.written("affirming"))
        self.proved = listed.words("proved")
        self.revealing = frozenset(listed.written("revealing"))
        self.finding = frozenset(listed.written("finding"))
        self.impersonal = listed.words("impersonal")
        self.taking_in_hand = frozenset(listed.written("taking_in_hand"))
        self.case_bodies = listed.words("case_bodies")
        self.cases = listed.words("cases")
        self.going_on_with = listed.words("going_on_with")
        self.impersonal_beliefs = frozenset(listed.written("impersonal_beliefs"))
        self.auxiliaries = listed.words("auxiliaries")
        self.passives = listed.words("passives")
        self.was = listed.words("was")
        self.already = listed.words("already")
        self.seeming = listed.words("seeming")
        self.taking_place = listed.words("taking_place")
        self.of_manner = listed.words("of_manner")
        self.also_others = listed.words("also_others")
        self.also_nouns = listed.words("also_nouns")
        self.issued = listed.words("issued")
        self.issuing_verbs = listed.words("issuing_verbs")
        self.questioning = listed.words("questioning")

    def _read_particles(self, listed: Lists) -> None:
        """Prepositions, pronouns, and what else stands before a noun."""
        self.written_prepositions = frozenset(listed.written("prepositions"))
        self.prepositions = listed.words("prepositions")
        self.before_nouns = frozenset(listed.written("before_nouns"))
        self.before_clauses = listed.words("before_clauses")
        self.partitive = listed.words("partitive")
        self.not_from = listed.words("not_from")
        self.within = listed.words("within")
        self.reaching = listed.words("reaching")
        self.leading_to = listed.words("leading_to")
        self.receiving = listed.words("receiving")
        self.facing = listed.words("facing")
        self.contented = listed.words("contented")
        self.also_able = listed.words("also_able")
        self.may_be_told = listed.written("may_be_told")
        self.commenting = listed.written("commenting")
        self.also_elatives = listed.words("also_elatives")
        self.half_particles = frozenset(listed.written("half_particles"))
        self.that_not = listed.written("that_not")
        self.in_it = listed.words("in_it")
        self.of_it = listed.words("of_it")
        self.no_source = listed.words("no_source")
        self.pronouns = listed.words("pronouns")
        self.demonstratives = listed.words("demonstratives")
        self.same = listed.words("same")
        self.one_of = listed.words("one_of")
        self.quantifiers = listed.words("quantifiers")
        self.articles = listed.words("articles")
        self.the = listed.words("definite")
        self.belonging = listed.words("belonging")
        self.times = listed.words("times")
        self.plural = listed.words("plural")

    def _read_clauses(self, listed: Lists) -> None:
        """What opens a clause, and what ends a phrase."""
        self.and_that = listed.words("and_that")
        self.likewise = listed.words("likewise")
        self.contrasts = listed.words("contrasts")
        self.clause_openers = listed.words("clause_openers")
        self.resuming = listed.words("resuming")
        self.excepting = listed.words("excepting")
        self.yet = listed.words("yet")
        self.not_that = self.yet | listed.words("not_that")
        self.besides = listed.words("besides")
        self.especially = listed.words("especially")
        self.hoping = listed.words("hoping")
        self.going_on = listed.words("going_on")
        self.still = listed.words("still") | frozenset(self.conjunctions)
        self.then = listed.words("then")
        self.beginnings = listed.phrases("beginnings")
        self.firmly = listed.phrases("firmly")
        self.breaks = listed.phrases("breaks", "firmly")
        self.phrase_ends = listed.words("phrase_ends")
        self.topics = listed.words("topics")
        self.relatives = listed.words("relatives")
        self.feminine_relative = listed.word("feminine_relative", "\0")
        self.what = listed.words("what")
        self.that_which = listed.words("that_which")
        self.with_what = {
            self._fold(one): self._set(forms) for one, forms in listed.table.get("with_what", {}).items()
        }

    def _read_manners(self, listed: Lists) -> None:
        """What tells how something is said: by whom himself, as a question, with a negation."""
        self.negations = listed.words("negations")
        self.negating = listed.words("negating")
        self.even_so: Mapping[str, Stance] = listed.table.get("even_so", {})
        self.asking = listed.words("asking")
        self.claims = listed.words("claims")
        self.own_words = listed.words("own_words")
        self.we = listed.words("we")
        self.editorial = listed.words("editorial")
        self.thereby = listed.words("thereby")

    def _read_dates(self, dates: Mapping[str, Any]) -> None:
        """The names of months, and what stands behind a word of time: الماضي."""
        passing = [
            word for when in ("past", "next", "current") for word in dates.get("words", {}).get(when, ())
        ]
        self.passing = self._set(passing) - self.demonstratives
        self.months = self._set(
            words(name)[0] for names in dates.get("months", {}).values() for name in names
        )

    def _read_labels(self, listed: Lists, markers: Lists) -> None:
        """What stands before the colon of a line that nobody says, and what opens a byline."""
        others = (label for name in _LABELS for label in markers.table.get(name, ()))
        self.labels = phrases((*listed.table.get("labels", ()), *others), self._fold)
        self.bylines = markers.words("byline_bare")
