"""Reporting words: every form of those in `cues.toml`, and what it may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tawatur.attribution.lexicon.phrases import Phrase
from tawatur.language import Language
from tawatur.language.form import Form
from tawatur.language.text import words
from tawatur.model import Stance

_TOLD = frozenset({"that", "quote"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: its lemma, what kind of form it is, what may follow it, and what it claims."""

    lemma: str
    kind: str  # "verb", "participle", "noun", "deed", "led", "purpose", "adjective", "mark", "relay"
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


def cue_forms(spoken: Language) -> dict[str, tuple[tuple[Phrase, Cue], ...]]:
    """Every form of every reporting word by its first word, with its cue; the longest forms of a word first."""
    table, found = spoken.data["cues"], dict[str, list[tuple[Phrase, Cue]]]()
    prefixes = tuple(table["prefixes"])
    before_nouns = (*prefixes, *table.get("noun_prefixes", ()))
    for form, cue in (*_relays(table, spoken.normalise), *_verbs(spoken, _entries(table))):
        for prefix in before_nouns if cue.kind in ("noun", "led") else prefixes:
            _add(found, prefix + form, cue, spoken.normalise)
        if cue.present and "that" in cue.takes:
            # «…، ليوضح أن»: a circumstance; «وليوضح أن» is what for
            circumstance = replace(cue, kind="participle", takes=cue.takes & _TOLD)
            for to in table.get("so_that", ()):
                _add(found, to + form, circumstance, spoken.normalise)
    return _longest_first(found)


def quoting_forms(spoken: Language) -> Mapping[str, tuple[tuple[Phrase, Cue], ...]]:
    """The same of the verbs that tell words only where these are quoted."""
    table, found = spoken.data["cues"], dict[str, list[tuple[Phrase, Cue]]]()
    for form, cue in _verbs(spoken, table.get("quoting", ())):
        for prefix in table["prefixes"]:
            _add(found, prefix + form, cue, spoken.normalise)
    return _longest_first(found)


def _longest_first(
    found: Mapping[str, list[tuple[Phrase, Cue]]],
) -> dict[str, tuple[tuple[Phrase, Cue], ...]]:
    return {first: tuple(sorted(frames, key=lambda frame: -len(frame[0]))) for first, frames in found.items()}


def _add(found: dict[str, list[tuple[Phrase, Cue]]], form: str, cue: Cue, fold: Callable[[str], str]) -> None:
    phrase = tuple(words(fold(form))) or (form,)  # a mark has no words
    found.setdefault(phrase[0], []).append((phrase, cue))


def _relays(table: Mapping[str, Any], fold: Callable[[str], str]) -> Iterator[tuple[str, Cue]]:
    """What says from whom something was heard: «نقلا عن»."""
    for relay in table["relay"]:
        through = fold(relay["from"]) if "from" in relay else None
        takes = frozenset(relay.get("takes", ()))
        for form in relay["forms"]:
            yield form, Cue(form, "relay", takes, through, "asserted", _is_feminine(form), False)


def _verbs(spoken: Language, entries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Cue]]:
    """The forms of each verb or noun of saying: those that its language makes of it, and those that are listed."""
    fold, present = spoken.normalise, tuple(spoken.data["speakers"]["words"].get("present", ()))
    for verb in entries:
        kind = verb.get("kind", "verb")
        listed = [
            Form(form, kind, _is_feminine(form), form.endswith("وا"), form.startswith(present))
            for form in verb.get("forms", ())
        ]
        for form in (*spoken.inflect(verb), *listed):
            yield (
                form.text,
                Cue(
                    verb.get("lemma", form.text),
                    form.kind,
                    frozenset(verb.get("takes", ())),
                    fold(verb["preposition"]) if "preposition" in verb else None,
                    verb.get("stance", "asserted"),
                    form.feminine,
                    form.plural,
                    bool(verb.get("marked")),
                    bool(verb.get("opening")),
                    frozenset(map(fold, verb.get("calls", ()))),
                    form.present,
                    verb.get("sense", ""),
                ),
            )


def _entries(table: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """One entry for each verb: those that are listed alone, and those of groups whose verbs are used alike."""
    irregular = table.get("irregular", {})
    yield from table.get("verb", ())
    for group in table.get("verbs", ()):
        for lemma in group["lemmas"]:
            yield {**group, "lemma": lemma, "irregular": irregular.get(lemma.split()[0])}


def _is_feminine(form: str) -> bool:
    """Whether a form that is listed as it stands is one of a feminine verb («تعهدت», «جاءت في»)."""
    return form.split()[0].endswith(("ت", "ها"))
