"""How well statements of one claim are found: pairs of statements of the demo world against the gold of claims_gold.

    python benchmarks/claims.py [--show]

Thresholds were chosen on one.toml (six stories); two.toml (the other six) was written apart from them.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from tawatur.attribution import attributions
from tawatur.demo import world
from tawatur.model import Article, Report, Said
from tawatur.outlets import known
from tawatur.provenance import signs_of, traced
from tawatur.provenance.claims import grouped, said_in
from tawatur.provenance.disagreements import disagreements

GOLD = Path(__file__).parent / "claims_gold"
OUTLETS = known().extended(world().outlets.values())


def reports_of(story: str) -> tuple[list[Report], dict[int, str]]:
    """The reports of a story of the demo world as first published, and their names by id."""
    own = sorted((one for one in world().reports if one.story == story), key=lambda one: one.published)
    ids = {one.id: number for number, one in enumerate(own, 1)}
    whole = {one.id for one in own if one.copy in ("full", "short")}
    copied = {one.copy_of for one in own if one.id in whole}
    found = []
    for one in own:
        group = ids[one.copy_of] if one.id in whole else ids[one.id] if one.id in copied else None
        outlet = world().outlets[one.outlet].name
        article = Article(
            one.title, one.paragraphs, published=one.published, language=one.language, outlet=outlet,
            credits=(one.credit,) if one.credit else (),
        )  # fmt: skip
        said = attributions(one.paragraphs, language=one.language, outlet=outlet, outlets=OUTLETS)
        found.append(
            Report(ids[one.id], article, outlet, one.published, one.published, 1, group, (), None, said)
        )
    return found, {number: name for name, number in ids.items()}


def labelled(
    statements: list[Said], names: dict[int, str], reports: list[Report], gold: list[dict[str, Any]]
) -> dict[int, set[int]]:
    """Which claims of the gold each statement belongs to: its content shares characters with the gold's words."""
    text = {names[report.id]: report.article.paragraphs for report in reports}
    found: dict[int, set[int]] = defaultdict(set)
    for number, claim in enumerate(gold):
        for one in claim["statements"]:
            start = text[one["report"]][one["paragraph"]].index(one["text"])
            end = start + len(one["text"])
            for at, said in enumerate(statements):
                place = said.evidence
                if (names[place.report], place.paragraph) == (one["report"], one["paragraph"]) and (
                    (place.start or 0) < end and start < (place.end or 0)
                ):
                    found[at].add(number)
    return found


def measure(path: Path, semantic: bool, show: bool) -> None:
    counts: Counter[str] = Counter()
    by_story: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in tomllib.loads(path.read_text("utf-8")).get("claim", []):
        by_story[claim["story"]].append(claim)
    for story, gold in by_story.items():
        reports, names = reports_of(story)
        statements = said_in(traced(map(signs_of, reports), OUTLETS), reports)
        labels = labelled(statements, names, reports, gold)
        together = {
            pair for group in grouped(statements, semantic) for pair in combinations(sorted(group), 2)
        }
        for one, other in combinations(range(len(statements)), 2):
            if statements[one].evidence.report == statements[other].evidence.report:
                continue
            wanted, found = bool(labels[one] & labels[other]), (one, other) in together
            counts[f"{wanted}{found}"] += 1
            if show and wanted != found:
                print(
                    "missed" if wanted else "wrong",
                    "|",
                    statements[one].text[:90],
                    "|",
                    statements[other].text[:90],
                )
    right = counts["TrueTrue"]
    precision = right / max(1, right + counts["FalseTrue"])
    recall = right / max(1, right + counts["TrueFalse"])
    print(
        f"{path.stem}, {'meanings too' if semantic else 'words only'}: precision {precision:.3f}, recall {recall:.3f} of {right + counts['TrueFalse']} pairs"
    )


def main() -> None:
    for path in sorted(GOLD.glob("*.toml")):
        for semantic in (True, False):
            measure(path, semantic, "--show" in sys.argv)
    for story in world().stories:
        reports, names = reports_of(story)
        tracing = traced(map(signs_of, reports), OUTLETS)
        for one in disagreements(tracing, reports, said_in(tracing, reports)):
            print(story, one.counts, [(names[value.evidence.report], value.text) for value in one.values])


if __name__ == "__main__":
    main()
