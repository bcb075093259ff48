"""What would change the number of origins, and between which numbers it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tawatur.model import Doubt, Origin
from tawatur.provenance.graph import Voice
from tawatur.provenance.identity import Identity
from tawatur.provenance.tracing import Tracing, text_of

_TIE = 300  # seconds within which two outlets are first together
_ALIKE = 200  # speakers beyond which names are no longer held against each other


def doubts(
    tracing: Tracing, speakers: dict[Identity, Voice], origins: Sequence[Origin], unknown: Sequence[int]
) -> tuple[Doubt, ...]:
    """What is not certain about a story's origins, the weightiest first."""
    found: list[Doubt] = []
    if unknown:
        found.append(Doubt("no_source", count=len(unknown)))
    if len(origins) + len(unknown) > 1:
        found += [Doubt("outside", (one.name,)) for one in origins if _outside(tracing, one)]
        found += [Doubt("unnamed", (one.outlet or "",)) for one in origins if not one.named]
    found += [Doubt("alike", names) for names in _alike(speakers)]
    if tied := tuple(_tied(tracing)):
        found.append(Doubt("tie", tied))
    return tuple(found)


def bounds(tracing: Tracing, origins: Sequence[Origin], found: Sequence[Doubt]) -> tuple[int, int]:
    """The least and the most that the number of origins can be by these doubts."""
    unsure = sum(not one.named or _outside(tracing, one) for one in origins)
    alike = sum(one.kind == "alike" for one in found)
    least = max(len(origins) - unsure - alike, min(1, len(origins)))
    return least, len(origins) + sum(one.count for one in found if one.kind == "no_source")


def _outside(tracing: Tracing, origin: Origin) -> bool:
    return origin.kind == "outlet" and origin.node.removeprefix("outlet:") in tracing.standings.cited


def _alike(speakers: dict[Identity, Voice]) -> Iterator[tuple[str, str]]:
    """Two persons of one language who share a word of their names, as two forms of one name do."""
    persons: dict[str, tuple[Voice, set[str], str]] = {}
    for name, voice in speakers.items():
        if name.named and name.kind == "person" and not name.nameless:
            persons.setdefault(voice.node, (voice, set(), name.language))[1].update(name.words)
    if len(persons) > _ALIKE:
        return
    for (one, words, language), (other, others, also) in combinations(persons.values(), 2):
        if language == also and words & others:
            yield one.speaker.name, other.speaker.name


def _tied(tracing: Tracing) -> Iterator[str]:
    """The outlets that published a text of their own within five minutes of the earliest report."""
    if not tracing.order:
        return
    earliest = tracing.order[0][0]
    met = {tracing.outlet(tracing.signs[tracing.order[0][1]].report)}
    for time, report in tracing.order:
        if (time - earliest).total_seconds() > _TIE:
            return
        signs = tracing.signs[report]
        own = tracing.outlet(signs.report)
        if (
            own not in met
            and tracing.first_of(report) == report
            and text_of(signs.report) not in tracing.standings.relaying
        ):
            met.add(own)
            yield own
