"""Attributions in Arabic against the golds of attribution_gold: ar.jsonl (dev, test), ar_second.jsonl to ar_eighth.jsonl,
and ar_fictional.jsonl to ar_fictional_sixteenth.jsonl, whose texts were written for it.

    python benchmarks/attribution_ar.py [dev|test|second|…|eighth|fictional|fictional_second|…|fictional_sixteenth] [--show]

An attribution is found if its cue overlaps the gold's and its source does (or both have none). Of those found: the F1 of
the characters of the content, the chain (speaker and outlets), named or not, the speaker alone. False alarms are
statements in the paragraphs that have none.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from arabic_texts import RADIO, articles
from scores import score
from train_frequencies import DATA

import tawatur
from tawatur.language.text import words
from tawatur.model import Article, Attribution, Span
from tawatur.outlets import fold, known

GOLD = Path(__file__).resolve().parent / "attribution_gold"


def paragraphs(part: str) -> Iterator[tuple[dict[str, Any], Sequence[str], list[Attribution]]]:
    """The gold of each paragraph, the article's paragraphs up to it, and what is found in it."""
    texts = articles()
    for line in "".join(path.read_text("utf-8") for path in sorted(GOLD.glob("*.jsonl"))).splitlines():
        gold = json.loads(line)
        if gold["part"] == part:
            written = gold.get("paragraphs")
            article = Article(None, tuple(written), language="ar") if written else texts[gold["id"]]
            found = tawatur.attributions(article)
            yield gold, article.paragraphs, [one for one in found if one.paragraph == gold["paragraph"]]


def overlaps(gold: Sequence[int] | None, span: Span | None) -> bool:
    """Whether the two have a character in common, or both are none."""
    if gold is None or span is None:
        return gold is None and span is None
    return gold[0] < span.end and span.start < gold[1]


def content_f1(gold: Sequence[int], span: Span | None) -> float:
    """F1 of the characters of the two."""
    if span is None:
        return 0.0
    both = max(0, min(gold[1], span.end) - max(gold[0], span.start))
    return 2 * both / (gold[1] - gold[0] + span.end - span.start)


def same_name(one: str, other: str) -> bool:
    """One outlet by two of its names, or all the words of one name among those of the other."""
    outlet = known().canonical(one)
    if known().named(outlet) and outlet == known().canonical(other):
        return True
    # By words: a comma or a quotation mark beside a name is no part of it.
    first, second = set(words(fold(one))), set(words(fold(other)))
    return bool(first and second) and (first <= second or second <= first)


def main() -> None:
    if not (DATA / RADIO).exists():
        sys.exit(f"the corpus is not there: {DATA / RADIO}")
    part = next((word for word in sys.argv[1:] if not word.startswith("-")), "dev")
    show = "--show" in sys.argv
    wanted = given = both = alarmed = quiet = 0
    contents: list[float] = []
    right: dict[str, list[bool]] = {"chain": [], "named": [], "speaker": [], "outlets": []}
    start, count = time.process_time(), 0
    for gold, texts, found in paragraphs(part):
        count += len(texts)
        text = texts[gold["paragraph"]]
        left = list(found)
        given += len(found)
        wanted += len(gold["attributions"])
        if not gold["attributions"]:
            quiet += 1
            alarmed += bool(found)
        for one in gold["attributions"]:
            match = next(
                (
                    two
                    for two in left
                    if overlaps(one["cue"], two.cue) and overlaps(one["source"], two.source)
                ),
                None,
            )
            if match is None:
                if show:
                    print(f"- {gold['id']} «{text[slice(*one['source'])] if one['source'] else ''}» [{text[slice(*one['cue'])]}] …{text[max(0, one['cue'][0] - 60) : one['cue'][1] + 90]}…")  # fmt: skip
                continue
            left.remove(match)
            both += 1
            if one["content"]:
                contents.append(content_f1(one["content"], match.content))
            outlets = [texts[at][first:last] for at, first, last in one["via"]]
            same_outlets = len(outlets) == len(match.via) and all(map(same_name, outlets, match.via))
            right["outlets"].append(same_outlets)
            right["named"].append(one["named"] == match.speaker.named)
            if show and not right["named"][-1]:
                print(f"n {gold['id']} [{match.cue.text}] named {one['named']} | {match.speaker}")
            if one["speaker"]:
                at, first, last = one["speaker"]
                speaker = same_name(texts[at][first:last], match.speaker.name)
                right["speaker"].append(speaker)
                right["chain"].append(speaker and same_outlets)
                if show and not (speaker and same_outlets):
                    print(
                        f"~ {gold['id']} [{match.cue.text}] {texts[at][first:last]} {outlets} | {match.speaker.name} {match.via}"
                    )
            if show and one["content"] and contents[-1] < 0.6:
                print(
                    f"c {gold['id']} [{match.cue.text}] {text[slice(*one['content'])][:90]} | {match.content.text[:90] if match.content else None}"
                )
        if show:
            for two in left:
                print(
                    f"+ {gold['id']} «{two.source.text if two.source else ''}» [{two.cue.text}] …{text[max(0, two.cue.start - 50) : two.cue.end + 80]}…"
                )
    if not count:
        sys.exit(f"there is no part {part}: see the first lines of this script")
    seconds = time.process_time() - start
    f1, precision, recall = score(both, wanted, given)
    print(f"{part}: {wanted} attributions; found {given}; source and cue right {both}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")  # fmt: skip
    print(f"content F1 {statistics.fmean(contents):.3f}  " + "  ".join(f"{name} {statistics.fmean(values):.3f}" for name, values in right.items()))  # fmt: skip
    print(
        f"false alarms in {alarmed} of {quiet} paragraphs without one; {count / seconds:.0f} paragraphs/s with reading the corpus"
    )


if __name__ == "__main__":
    main()
