"""Provenance in words: the sentence a story opens with, what is notable about it, what would change its number."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.model import Brief, Claim, Doubt, Origin, Provenance
from tawatur.outlets import Outlets
from tawatur.web.interface import Interface

_ISOLATE, _POP = "\u2068", "\u2069"
_ADVISED = 3  # outlets that are cited and not polled; of more they are only listed
_LISTED = 12
_NAMED = 4  # origins that the sentence names
Naming = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something notable: its kind (a key of the interface) and what to say."""

    kind: str
    text: str


def sentence(found: Provenance, reports: int, outlets: int, words: Interface, outlet_name: Naming) -> str:
    """How many reports in how many outlets go back to how many origins, and to which."""
    copied = sum(len(group.members) - 1 for group in found.copy_groups)
    copies = f" {words.count('of_them_copies', copied)}" if copied else ""
    begin = f"{words.count('reports', reports)}{copies} {words.say('in')} {words.count('inside_outlets', outlets)}"
    unknown = words.count("unknown_texts", len(found.unknown)) if found.unknown else ""
    if not found.origins:
        return f"{begin}{words.say('stop_unknown')} {unknown or words.say('no_origin')}."
    to = words.say(
        "goes_back",
        verb=words.count("go_back", reports),
        origins=words.count("to_origins", len(found.origins)),
    )
    most_carried = sorted(found.origins, key=lambda one: -len(one.reports))
    named = [origin_in_words(one, words, outlet_name) for one in most_carried[:_NAMED]]
    if len(found.origins) > _NAMED:
        named.append(words.count("more_origins", len(found.origins) - _NAMED))
    text = f"{begin}{words.say('before_verb')}{to}: {joined(named, words)}."
    return f"{text} {words.say('besides', unknown=unknown)}." if unknown else text


def claim_sentence(
    claim: Claim, briefs: Mapping[int, Brief], names: Mapping[str, str], words: Interface, outlet_name: Naming
) -> str:
    """How many reports in how many outlets carry a claim, and to whom it goes back."""
    outlets = {briefs[report].outlet for report in claim.reports}
    begin = f"{words.count('reports', len(claim.reports))} {words.say('in')} {words.count('inside_outlets', len(outlets))}"
    to = words.say(
        "goes_back",
        verb=words.count("go_back", len(claim.reports)),
        origins=words.count("to_origins", len(claim.origins)),
    )

    def who(nodes: Sequence[str]) -> str:
        shown = [outlet_name(names.get(node, node.partition(":")[2])) for node in nodes[:_NAMED]]
        return joined(shown, words)

    denied = words.say("denied_by", names=who(claim.denied_by)) if claim.denied_by else ""
    return f"{begin}{words.say('before_verb')}{to}: {who(claim.origins)}.{denied}"


def origin_in_words(origin: Origin, words: Interface, outlet_name: Naming) -> str:
    """An origin's name; for an unnamed one through whom he is known. Names keep the direction of their script."""
    name = outlet_name(origin.name)
    if origin.named or origin.outlet is None:
        return name
    outlet = joined([outlet_name(origin.outlet)], words)
    return words.say("known_through", name=joined([name], words), outlet=outlet)


def heard_in_words(origin: Origin, words: Interface) -> str:
    """That several outlets heard one speaker themselves, which does not make him more than one origin; "" where none or one did."""
    return words.count("heard_by", len(origin.heard_by)) if len(origin.heard_by) > 1 else ""


def remarks(
    found: Provenance, outlets: Outlets, polled: Container[str], words: Interface, outlet_name: Naming
) -> Iterator[Remark]:
    """What is notable about a story's provenance, the gravest first. `polled` are the outlets that have articles in the store."""
    for ring in found.circular:
        yield Remark(
            "circular",
            words.say(
                "circular_is", ring=" ⇄ ".join(f"{_ISOLATE}{outlet_name(name)}{_POP}" for name in ring)
            ),
        )
    if found.anonymous_only:
        yield Remark("unnamed_only", words.say("unnamed_only_is"))
    if found.single_origin and len(found.reporters) > 1:
        yield Remark("single", words.say("single_is"))
    if uncredited := sum(len(group.uncredited) for group in found.copy_groups):
        yield Remark("uncredited", words.count("uncredited_is", uncredited))
    if found.resurfaced:
        yield Remark("resurfaced", words.count("resurfaced_is", len(found.resurfaced)))
    here = [name for name in found.outside if name in polled]
    if here:
        shown = joined([outlet_name(name) for name in here[:_LISTED]], words)
        yield Remark("outside", words.say("not_here", names=shown))
    away = [name for name in found.outside if name not in polled]
    if len(away) > _ADVISED:
        shown = joined([outlet_name(name) for name in away[:_LISTED]], words)
        yield Remark("outside", words.say("many_outside", n=len(away), names=shown))
        return
    for name in away:
        known = outlets.named(name)
        domain = known.domains[0] if known and known.domains else None
        advice = words.say("add_feed", address=f"https://{domain}") if domain else words.say("add_feed_of")
        yield Remark(
            "outside", words.say("outside_is", name=joined([outlet_name(name)], words), advice=advice)
        )


def doubt_in_words(doubt: Doubt, words: Interface, outlet_name: Naming) -> str:
    """What would change the number of origins."""
    names = joined([outlet_name(name) for name in doubt.names], words)
    if doubt.kind == "no_source":
        return words.count("doubt_no_source", doubt.count)
    return words.say(f"doubt_{doubt.kind}", names=names)


def joined(names: Sequence[str], words: Interface) -> str:
    """Names in a row, the last with "and"; each keeps the direction of its script (Unicode Annex 9, isolates)."""
    isolated = [f"{_ISOLATE}{name}{_POP}" for name in names]
    if len(isolated) < 2:
        return "".join(isolated)
    return f"{words.say('comma')} ".join(isolated[:-1]) + words.say("and") + isolated[-1]


def plain(text: str) -> str:
    """A text without isolates, for a terminal."""
    return text.replace(_ISOLATE, "").replace(_POP, "")
