"""Claims: the statements of a story's reports that say the same, by one speaker or by several.

Two statements say the same if their content words are (weighted by rarity) nearly the same, or if their meanings are near and
nothing speaks against it: numbers that differ, places that differ. Of one speaker less is asked than of two. The order of
the reports does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from heapq import nlargest
from itertools import combinations

from tawatur.language import language
from tawatur.language.figures import figures
from tawatur.language.gazetteer import gazetteer
from tawatur.language.meaning import likeness
from tawatur.language.names import skeleton
from tawatur.language.recognise import recognise
from tawatur.language.text import words
from tawatur.language.weights import weight
from tawatur.model import Attribution, Claim, Evidence, Report, Said
from tawatur.provenance.graph import Voice, outlet_node, voices
from tawatur.provenance.identity import Identity
from tawatur.provenance.signs import top_level
from tawatur.provenance.tracing import Tracing, text_of

_LEAST = 3  # content words: a shorter statement says too little to be found again
_WORDS = 0.40  # weighted Jaccard of two statements of one speaker
_WORDS_OTHERS = 0.55  # of two speakers
_MEANING = 0.43  # cosine of two statements of one speaker
_MEANING_OTHERS = 0.58
_NUMBER = 0.08  # by so much less may they be alike that give the same number
_TRANSLATED = 0.65  # one speaker's statements in two languages may write a number in two ways («أربعة أمتار وستين سنتيمترا»)
_MOST_STATEMENTS = 3000
_MOST_MEANINGS = 1500  # statements; of more only words, names and numbers are compared
_CARRIED = 0.8  # of a statement's words that a reworded copy has
_TELLING = 8  # words of a statement by which those like it are looked up
_MOST_HOLDERS = 40  # statements that share a word
_KEYS = 3  # names and places that one speaker's statements share, where meanings are not compared
_TELLING_NUMBER = 10  # a number from which on it is told by chance no more


@dataclass(frozen=True, slots=True)
class Content:
    """What a statement says, ready to be compared."""

    language: str
    stems: frozenset[str]
    numbers: frozenset[float]
    places: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=20_000)
def content_of(text: str, code: str) -> Content:
    """The content of a statement in the language with this code."""
    spoken = language(code)
    run = words(spoken.normalise(text))
    named = recognise([text], [run], spoken)
    return Content(
        code,
        frozenset(spoken.stems_of(run)),
        frozenset(figure.value for figure in figures(text, spoken)),
        frozenset(place for _, _, place in gazetteer(spoken).find(run)),
        named.others | {key for word in run if len(key := skeleton(word)) > 3 and key in named.others},
    )


def claims(
    tracing: Tracing, reports: Sequence[Report], statements: Sequence[Said], *, semantic: bool
) -> tuple[Claim, ...]:
    """The claims that two reports of a story or more carry, those most carried first.

    `reports` are the story's reports with their texts, `statements` what is said in them (see `said_in`). A copy that is not
    among them counts as carrying all of its text.
    """
    carrying = _Carrying(tracing, reports)
    found = []
    for group in grouped(statements, semantic):
        members = sorted((statements[at] for at in group), key=lambda one: _order(tracing, one))
        carried = sorted({place for said in members for place in carrying.places(said)})
        if len(carried) < 2:
            continue
        reports_of = tuple(report for _, report in carried)
        found.append(
            Claim(
                members[0].id,
                tuple(members),
                reports_of,
                *_origins(tracing, members),
            )
        )
    return tuple(sorted(found, key=lambda claim: (-len(claim.reports), -len(claim.statements), claim.id)))


class _Carrying:
    """Which reports carry a statement: that of its text's first publisher, and those copies that did not cut it."""

    def __init__(self, tracing: Tracing, reports: Sequence[Report]) -> None:
        self._carriers = {
            tracing.standings.of[text].first: places for text, places in tracing.carriers.items()
        }
        self._reports = {report.id: report for report in reports}
        self._stems: dict[int, frozenset[str]] = {}

    def places(self, said: Said) -> list[tuple[datetime, int]]:
        first = said.evidence.report
        return [place for place in self._carriers[first] if place[1] == first or self._has(place[1], said)]

    def _has(self, copy: int, said: Said) -> bool:
        report, first = self._reports.get(copy), self._reports[said.evidence.report]
        if (
            report is None
            or first.article.paragraphs[said.evidence.paragraph or 0] in report.article.paragraphs
        ):
            return True
        if copy not in self._stems:
            spoken = language(report.article.language)
            self._stems[copy] = frozenset(spoken.stems(report.article.text))
        stems = content_of(said.text, said.language).stems
        return len(stems & self._stems[copy]) >= _CARRIED * len(stems)


def said_in(tracing: Tracing, reports: Sequence[Report]) -> list[Said]:
    """The statements of each text, from the report of its first publisher."""
    speakers = voices(tracing)
    firsts = [report for report in reports if tracing.is_first(report.id)]
    # Of a story too large to be compared whole the texts that most reports carry are.
    firsts.sort(
        key=lambda report: (-len(tracing.carriers[text_of(tracing.signs[report.id].report)]), report.id)
    )
    found: list[Said] = []
    for report in firsts:
        if len(found) >= _MOST_STATEMENTS:
            break
        found += _said(tracing, speakers, report)
    return found


def _said(tracing: Tracing, speakers: dict[Identity, Voice], report: Report) -> Iterator[Said]:
    code = report.article.language
    for one in top_level([one for one in report.attributions if one.told]):
        if one.content is None or len(content_of(one.content.text, code).stems) < _LEAST:
            continue
        evidence = Evidence(report.id, one.paragraph, one.content.start, one.content.end)
        node = _node(tracing, speakers, report, one)
        via = tuple(map(tracing.shown, one.via))
        yield Said(evidence, one.content.text, code, one.speaker, via, one.stance, node)


def _node(tracing: Tracing, speakers: dict[Identity, Voice], report: Report, one: Attribution) -> str:
    """The node of who says it: the speaker's, or the outlet's that is cited for it."""
    if one.speaker.kind != "outlet":
        signs = tracing.signs[report.id]
        hearing = next(
            (heard for heard in signs.hearings if (heard.speaker, heard.via) == (one.speaker, one.via)), None
        )
        if hearing is not None:
            voice = speakers.get(tracing.heard(signs, hearing))
            if voice:
                return voice.node
    return outlet_node(tracing.canonical(one.speaker.name))


def _origins(tracing: Tracing, members: Sequence[Said]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom a claim goes back to, and who denies it; an outlet that is cited for it only where no speaker is known."""
    saying = [one for one in members if one.stance != "denied"] or list(members)
    nodes = dict.fromkeys(one.node for one in saying)
    spoken = [node for node in nodes if not node.startswith("outlet:")]
    publishers = {outlet_node(tracing.outlet(tracing.signs[one.evidence.report].report)) for one in members}
    outside = [node for node in nodes if node.startswith("outlet:") and node not in publishers]
    origins = tuple([*spoken, *outside] or nodes)
    denying = dict.fromkeys(one.node for one in members if one not in saying)
    return origins, tuple(node for node in denying if node not in origins)


def grouped(statements: Sequence[Said], semantic: bool) -> Iterator[list[int]]:
    """The statements that say the same: the most alike are joined first, and no two of one report, which says two things by them."""
    groups = {at: [at] for at in range(len(statements))}
    group_of = list(range(len(statements)))
    for _, one, other in sorted(same_claims(statements, semantic), key=lambda link: (-link[0], link[1:])):
        into, gone = group_of[one], group_of[other]
        if into == gone:
            continue
        reports = {statements[at].evidence.report for at in groups[into]}
        if any(statements[at].evidence.report in reports for at in groups[gone]):
            continue
        for at in groups[gone]:
            group_of[at] = into
        groups[into] += groups.pop(gone)
    yield from groups.values()


def same_claims(statements: Sequence[Said], semantic: bool) -> Iterator[tuple[float, int, int]]:
    """The pairs of statements that say the same, each with how alike they are; meanings are compared where `semantic`."""
    contents = [content_of(one.text, one.language) for one in statements]
    semantic = semantic and len(statements) <= _MOST_MEANINGS
    near = likeness([one.text for one in statements]) if semantic and statements else None
    pairs = combinations(range(len(statements)), 2) if near is not None else sharing(contents)
    for one, other in pairs:
        alike = float(near[one][other]) if near is not None else None
        if _same(contents[one], contents[other], alike, statements[one].node == statements[other].node):
            yield max(alike or 0.0, worded_alike(contents[one], contents[other])), one, other


def sharing(contents: Sequence[Content]) -> Iterator[tuple[int, int]]:
    """The pairs that share a telling word, a number or a name: those that say the same do."""
    holders: dict[object, list[int]] = defaultdict(list)
    for at, one in enumerate(contents):
        telling = nlargest(_TELLING, sorted(one.stems), key=lambda stem: weight(stem, one.language))
        near: dict[int, None] = {}
        for key in (*((one.language, stem) for stem in telling), *one.numbers, *one.names, *one.places):
            near.update(dict.fromkeys(holders[key][-_MOST_HOLDERS:]))
            holders[key].append(at)
        yield from ((other, at) for other in near)


def _same(one: Content, other: Content, alike: float | None, one_speaker: bool) -> bool:
    if one.places and other.places and not one.places & other.places:
        return False
    if differ(one, other):
        return one_speaker and one.language != other.language and alike is not None and alike >= _TRANSLATED
    if worded_alike(one, other) >= (_WORDS if one_speaker else _WORDS_OTHERS):
        return True
    if alike is None:
        return one_speaker and (
            any(number >= _TELLING_NUMBER for number in one.numbers & other.numbers)
            or len(one.places & other.places | one.names & other.names) >= _KEYS
        )
    least = _MEANING if one_speaker else _MEANING_OTHERS
    return alike >= least - (_NUMBER if one.numbers & other.numbers else 0)


def differ(one: Content, other: Content) -> bool:
    """Whether both give numbers, and none that is the other's."""
    return bool(one.numbers) and bool(other.numbers) and not one.numbers & other.numbers


def worded_alike(one: Content, other: Content) -> float:
    """The weighted Jaccard similarity of their words, 0 to 1; 0 over languages."""
    if one.language != other.language:
        return 0.0
    return _weight(one.stems & other.stems, one.language) / (
        _weight(one.stems | other.stems, one.language) or 1.0
    )


def _weight(stems: frozenset[str], code: str) -> float:
    return sum(weight(stem, code) for stem in stems)


def _order(tracing: Tracing, said: Said) -> tuple[float, int, int, int]:
    evidence = said.evidence
    time = tracing.signs[evidence.report].report.time.timestamp()
    return time, evidence.report, evidence.paragraph or 0, evidence.start or 0
