"""Attributions in English against PolNeAR (../shared/data/attribution_en).

    python benchmarks/attribution_en.py [dev|train] [--show]

An attribution is found if its cue overlaps the gold's and its source does (or both have none). Content is scored by the
F1 of its tokens over those found. Beside it in the same run: a list of cues (the words that open a quarter or more of
their uses in the training part), with the noun phrase before or behind it as source and the rest of the sentence as
content; how far the annotators agree; and textacy's direct quotations, where textacy and a model of spaCy are installed.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scores import score

import tawatur

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "attribution_en"
Ranges = tuple[tuple[int, int], ...]
Found = tuple[Ranges, Ranges, Ranges]  # source, cue, content, each as ranges of characters
LEAST_PARAGRAPH = 60  # characters; shorter ones are headings
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SAYS = re.compile(
    r"\b(said|says|told|according to|added|argued|claimed|announced|wrote|tweeted|asked|called|noted|think|thinks|believe|believes|want|wants|suggested|reported|explained|insisted|warned)\b"
)


def articles(part: str) -> Iterator[tuple[str, list[Found]]]:
    """The text of each article and its gold."""
    with gzip.open(DATA / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield (
                article["text"],
                [
                    tuple(tuple(tuple(span) for span in one[name]) for name in ("source", "cue", "content"))  # type: ignore[misc]
                    for one in article["attributions"]
                ],
            )


def ours(text: str) -> list[Found]:
    """What Tawatur finds."""
    paragraphs, starts, at = [], [], 0
    for paragraph in text.split("\n"):
        paragraphs.append(paragraph)
        starts.append(at)
        at += len(paragraph) + 1
    found = []
    for one in tawatur.attributions(paragraphs, language="en"):
        base = starts[one.paragraph]
        spans = [
            ((span.start + base, span.end + base),) if span else ()
            for span in (one.source, one.cue, one.content)
        ]
        found.append((spans[0], spans[1], spans[2]))
    return found


def cue_list(text: str) -> list[Found]:
    """A baseline: a listed cue, the four words before it, and the rest of its sentence."""
    found: list[Found] = []
    for sentence in re.finditer(r"[^.!?\n]+[.!?]?", text):
        for cue in _SAYS.finditer(sentence.group()):
            start, end = sentence.start() + cue.start(), sentence.start() + cue.end()
            before = re.search(r"(?:\S+\s+){1,4}$", text[sentence.start() : start])
            source = ((sentence.start() + before.start(), start),) if before else ()
            found.append((source, ((start, end),), ((end, sentence.end()),)))
    return found


def overlap(one: Ranges, other: Ranges) -> bool:
    """Whether the two share a character, or both are empty."""
    if not one or not other:
        return not one and not other
    return any(a < d and c < b for a, b in one for c, d in other)


def same_as(one: Found, others: list[Found]) -> Found | None:
    """The first of `others` whose cue and source overlap those of `one`."""
    return next((two for two in others if overlap(one[1], two[1]) and overlap(one[0], two[0])), None)


def tokens(text: str, ranges: Ranges) -> set[int]:
    """The tokens of the ranges, by where each starts."""
    return {found.start() + a for a, b in ranges for found in _TOKEN.finditer(text[a:b])}


def show_one(sign: str, text: str, one: Found) -> None:
    """Print one attribution: missing (-) or too much (+)."""
    source, cue, content = ([text[a:b] for a, b in part] for part in one)
    print(sign, source, cue, "|", " ".join(content)[:80])


def measure(name: str, part: str, extract: Callable[[str], list[Found]], show: bool = False) -> None:
    """Print one row."""
    wanted = given = both = 0
    contents: list[float] = []
    start, paragraphs = time.process_time(), 0
    for text, gold in articles(part):
        left = extract(text)
        paragraphs += sum(bool(line.strip()) for line in text.split("\n"))
        wanted, given = wanted + len(gold), given + len(left)
        for one in gold:
            match = same_as(one, left)
            if match is None:
                if show and one[1]:
                    show_one("-", text, one)
                continue
            left.remove(match)
            both += 1
            mine, its = tokens(text, match[2]), tokens(text, one[2])
            if its:
                contents.append(2 * len(mine & its) / max(1, len(mine) + len(its)))
        if show:
            for two in left:
                show_one("+", text, two)
    seconds = time.process_time() - start
    f1, precision, recall = score(both, wanted, given)
    print(f"{name:9} {wanted} attributions; precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}  content F1 {statistics.fmean(contents):.3f}  {paragraphs / seconds:.0f} paragraphs/s")  # fmt: skip


def annotated_twice() -> None:
    """Print how far two annotations of one paragraph agree: of those that stand in two articles of the training part."""
    seen: dict[str, dict[str, list[Found]]] = {}
    for text, gold in articles("train"):
        at = 0
        for line in text.split("\n"):
            own = [one for one in gold if one[1] and at <= one[1][0][0] < at + len(line)]
            if len(line) > LEAST_PARAGRAPH:
                moved = [tuple(tuple((a - at, b - at) for a, b in part) for part in one) for one in own]
                seen.setdefault(line, {}).setdefault(text, moved)  # type: ignore[arg-type]
            at += len(line) + 1
    pairs = [tuple(by.values())[:2] for by in seen.values() if len(by) > 1]
    both = 0
    for one, other in pairs:
        left = list(other)
        for each in one:
            match = same_as(each, left)
            if match:
                left.remove(match)
                both += 1
    f1, _, _ = score(both, sum(len(one) for one, _ in pairs), sum(len(other) for _, other in pairs))
    print(f"annotators: {len(pairs)} paragraphs that were annotated in two articles agree with F1 {f1:.3f}")


def textacy_quotations() -> Callable[[str], list[Found]]:
    """textacy's direct quotations. Raises ImportError or OSError where it or its model is not installed."""
    import importlib

    extract: Any = importlib.import_module("textacy.extract")
    model: Any = importlib.import_module("spacy").load("en_core_web_sm")

    def find(text: str) -> list[Found]:
        def span(part: Any) -> Ranges:
            first, last = (part[0], part[-1]) if len(part) else (None, None)
            return ((first.idx, last.idx + len(last)),) if first is not None and last is not None else ()

        return [
            (span(one.speaker), span(one.cue), span(one.content))
            for one in extract.direct_quotations(model(text))
        ]

    return find


def main() -> None:
    if not DATA.is_dir():
        sys.exit(f"the corpus is not there: {DATA}")
    part = next((word for word in sys.argv[1:] if not word.startswith("-")), "dev")
    measure("tawatur", part, ours, "--show" in sys.argv)
    measure("cue list", part, cue_list)
    annotated_twice()
    try:
        measure("textacy", part, textacy_quotations())
    except (ImportError, OSError) as error:
        print(f"textacy is not measured: {str(error).splitlines()[0]}")


if __name__ == "__main__":
    main()
