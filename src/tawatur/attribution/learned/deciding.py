"""Which words of a sentence are cues, and which phrase is the source of each: each word by itself first, then all together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.attribution.learned.clause import Clause, CueWord, Phrase
from tawatur.attribution.learned.decisions import Decisions, probability, shares, weighed
from tawatur.attribution.learned.features import (
    core_features,
    further_features,
    none_features,
    phrase_features,
    phrases_near,
    place_features,
)

_HOPELESS = -2.0  # log odds by the core features that the others never make up for
_UNLIKELY = -1.2  # log odds that no neighbour makes up for
_LIKELY = -0.4  # log odds of a word that is taken for a cue when the words around it are looked at
_BEHIND = 2.5  # log odds by the place features that the others hardly make up for
_NOTHING = -5.0  # log odds of a neighbour that is not there
_FAR = 30
_FORMS = ("base", "s", "past", "ing", "noun", "adjective", "mark")


class Look(NamedTuple):
    """What is thought of a word by itself: the log odds that it is a cue, its likeliest source, and how likely that is."""

    cue: CueWord
    odds: float
    phrase: Phrase | None
    rank: int
    sure: float


def decided(clause: Clause, learned: Decisions) -> Iterator[tuple[CueWord, Phrase | None]]:
    """The words of a sentence that are cues, each with the phrase that is its source (None: it has none)."""
    looks = looked_at(clause, learned)
    for look, seen in zip(looks, views(clause, looks), strict=True):
        if probability(learned.trees.total(seen)) >= learned.least:
            yield look.cue, look.phrase


def looked_at(clause: Clause, learned: Decisions) -> list[Look]:
    """The words that may be cues, each by itself; those that hardly are left out."""
    looks: list[Look] = []
    last: Phrase | None = None
    for number, one in enumerate(clause.cues):
        odds = weighed(core_features(clause, one), learned.cue, learned.cue_bias)
        if odds < _HOPELESS:
            continue
        odds = weighed(further_features(clause, number), learned.cue, odds)
        if odds < _UNLIKELY:
            continue
        phrase, rank, sure = likely_source(clause, one, learned, last)
        looks.append(Look(one, odds, phrase, rank, sure))
        if odds > _LIKELY:
            last = phrase
    return looks


def likely_source(
    clause: Clause, one: CueWord, learned: Decisions, last: Phrase | None
) -> tuple[Phrase | None, int, float]:
    """The phrase that is most likely the source of a cue word (None: it has none), how far it is, and how likely."""
    weights = learned.source
    near = phrases_near(clause, one)
    first = [weighed(place_features(clause, one, place), weights, 0.0) for place in near]
    least = max(first, default=0.0) - _BEHIND
    choices: list[tuple[Phrase | None, int]] = [(None, 0)]
    odds = [weighed(none_features(clause, one, last), weights, 0.0)]
    for place, so_far in zip(near, first, strict=True):
        if so_far >= least:
            choices.append((place.phrase, place.rank))
            odds.append(weighed(phrase_features(clause, one, place, last), weights, so_far))
    best = odds.index(max(odds))
    return *choices[best], shares(odds)[best]


def views(clause: Clause, looks: Sequence[Look]) -> Iterator[list[float]]:
    """What can be seen of each word among the others of its sentence, as numbers."""
    if not looks:
        return
    chances = [probability(look.odds) for look in looks]
    whole = [
        len(looks), clause.end - clause.first, clause.s.number, bool(clause.s.pairs), clause.titled,
        clause.is_ended, clause.between(clause.first, clause.end)[1],
    ]  # fmt: skip
    for number, look in enumerate(looks):
        one, phrase = look.cue, look.phrase
        others = chances[:number] + chances[number + 1 :]
        before, behind = looks[number - 1 : number], looks[number + 1 : number + 2]
        same = (two.odds for two in looks if two is not look and two.phrase is phrase)
        yield [
            look.odds, look.sure, look.rank if phrase else _FAR, _away(look), max(same, default=_NOTHING),
            before[0].odds if before else _NOTHING, one.group - before[0].cue.after if before else _FAR,
            behind[0].odds if behind else _NOTHING, behind[0].cue.group - one.after if behind else _FAR,
            sum(others), max(others, default=0.0), number, one.at - clause.first, clause.end - one.after,
            clause.quoted[one.at - clause.first], clause.between(clause.first, one.group)[0], _FORMS.index(one.form), *whole,
        ]  # fmt: skip


def _away(look: Look) -> int:
    """How many tokens the source is away."""
    if look.phrase is None:
        return _FAR
    one, phrase = look.cue, look.phrase
    return one.group - phrase.end if look.rank < 0 else phrase.start - one.after
