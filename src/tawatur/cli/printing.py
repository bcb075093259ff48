"""What the commands print for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tawatur.as_json import as_json
from tawatur.model import (
    Attribution,
    Brief,
    Chain,
    Change,
    Counts,
    Page,
    Provenance,
    Report,
    Story,
    StorySummary,
    Why,
)
from tawatur.outlets import Outlets
from tawatur.road.doctor import Finding
from tawatur.web.evidence import sentence_at
from tawatur.web.interface import interface
from tawatur.web.telling import claim_sentence, doubt_in_words, heard_in_words, plain, remarks, sentence

_CLAIMS = 12  # of a story that are printed
_WIDE = 120  # columns of a table that is piped into another program
# What is piped into another program is not cut into lines.
_piped = not sys.stdout.isatty()
console = Console(width=_WIDE if _piped else None, soft_wrap=_piped)
errors = Console(stderr=True)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _followed(number: int) -> str:
    return f" [dim](followed by {_count(number, 'report')})[/]" if number else ""


def print_json(value: Any) -> None:
    """Print a value as JSON, Arabic as it is."""
    typer.echo(json.dumps(as_json(value), ensure_ascii=False, indent=1))


def print_counts(counts: Counts) -> None:
    """What adding did, and what was skipped."""
    console.print(
        f"{_count(counts.added, 'article')} added, {counts.revised} revised, {counts.unchanged} already there"
    )
    for problem in counts.problems[:20]:
        errors.print(f"[yellow]skipped[/] {escape(problem)}")
    if len(counts.problems) > 20:
        errors.print(f"[yellow]… and {len(counts.problems) - 20} more skipped[/]")


def print_reread(counts: Counts) -> None:
    """What reading the kept pages again did."""
    console.print(
        f"{_count(counts.revised, 'article')} read better, {counts.added} found, {counts.unchanged} as they were"
    )
    for problem in counts.problems[:20]:
        errors.print(f"[yellow]skipped[/] {escape(problem)}")


def print_findings(found: Sequence[Finding]) -> None:
    """What is wrong with a store and its sources, and what to do."""
    words = interface("en")
    for one in found:
        state = "[green]mended[/]" if one.mended else "[yellow]wrong[/]"
        console.print(f"{state} {one.about}: {escape(one.text)}")
        if not one.mended:
            console.print(f"    {escape(words.say(f'do_{one.advice or one.about}'))}", style="dim")
    if not found:
        console.print("nothing is wrong")


def print_page(page: Page) -> None:
    """The parts of a page."""
    for article in page.articles:
        console.rule(f"{article.role} · {article.language}")
        console.print(f"[bold]{escape(article.title or '—')}[/]")
        details = [str(one) for one in (article.published, article.byline, article.outlet) if one]
        if details:
            console.print(escape(" · ".join(details)), style="dim")
        for paragraph in article.paragraphs:
            console.print(escape(paragraph) + "\n")
    for name in ("credits", "keywords", "inline_links", "similar"):
        if values := getattr(page, name):
            console.print(f"[bold]{name.replace('_', ' ')}[/]: " + escape(" · ".join(values)))


def print_stories(stories: Iterable[StorySummary]) -> None:
    """A table of stories."""
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "last", "reports", "outlets", "copies", "origins"):
        table.add_column(heading, justify="right" if heading != "last" else "left", no_wrap=True)
    table.add_column("story", ratio=1)
    for one in stories:
        origins = f"{one.origins}" + (" +?" if one.unknown else "")
        notes = [
            name
            for name, true in (
                ("single origin", one.single_origin),
                ("unnamed only", one.anonymous_only),
                ("circular", one.circular),
            )
            if true
        ]
        title = escape(one.title) + (f" [yellow]({', '.join(notes)})[/]" if notes else "")
        table.add_row(
            str(one.id),
            f"{one.last:%Y-%m-%d %H:%M}",
            str(one.reports),
            str(one.outlets),
            str(one.copies),
            origins,
            title,
        )
    console.print(table)


def print_story(story: Story, outlets: Outlets, polled: Container[str]) -> None:
    """A story: where it comes from, who says what, its timeline and its reports; `polled` are as for `remarks`."""
    found, words = story.provenance, interface("en")
    console.rule(f"story {story.id}")
    console.print(f"[bold]{escape(story.title)}[/]")
    console.print(escape(plain(sentence(found, len(story.briefs), len(story.outlets), words, _as_it_is))))
    console.print(f"first reported by {escape(found.first_reporter or '?')}")
    for remark in remarks(found, outlets, polled, words, _as_it_is):
        console.print(f"  [yellow]{escape(plain(remark.text))}[/]")
    _print_origins(found)
    by_id = {brief.id: brief for brief in story.briefs}
    for group in found.copy_groups:
        if group.uncredited:
            by = ", ".join(f"{escape(by_id[one].outlet)} ({one})" for one in group.uncredited)
            first = by_id[group.first]
            console.print(f"[yellow]copied without credit:[/] {by} from {escape(first.outlet)} ({first.id})")
    _print_claims(story, by_id)
    for step in story.developments:
        console.print(f"  {step.time:%Y-%m-%d %H:%M}  {escape(step.title)}{_followed(len(step.followers))}")
    for brief in story.briefs:
        console.print(
            f"  [dim]{brief.id:>5}[/] {brief.time:%m-%d %H:%M} {escape(brief.outlet)}: {escape(brief.title or '—')}"
        )


def _print_origins(found: Provenance) -> None:
    words = interface("en")
    for origin in found.origins:
        name = escape(origin.name) + (
            "" if origin.named else f" [yellow](unnamed, known through {escape(origin.outlet or '?')})[/]"
        )
        heard = heard_in_words(origin, words)
        console.print(
            f"  [cyan]origin[/] {name}: {_count(len(origin.reports), 'report')}"
            + (f", {heard}" if heard else "")
        )
        for chain in list(dict.fromkeys(map(chain_in_words, origin.chains)))[:6]:
            console.print(f"      {escape(chain)}", style="dim")
    if found.least != found.most:
        console.print(f"  between {found.least} and {found.most} origins:", style="dim")
    for doubt in found.doubts:
        console.print(f"      {escape(plain(doubt_in_words(doubt, words, _as_it_is)))}", style="dim")


def _print_claims(story: Story, by_id: Mapping[int, Brief]) -> None:
    names = story.provenance.names
    words = interface("en")
    for claim in story.claims[:_CLAIMS]:
        console.print(f"  [cyan]claim[/] {escape(claim.statements[0].text[:160])}")
        told = claim_sentence(claim, by_id, names, words, _as_it_is)
        console.print(
            f"      {escape(plain(told))}{' [yellow]disputed[/]' if claim.disputed else ''}", style="dim"
        )
    for one in story.disagreements:
        values = ", ".join(
            f"{value.text} ({by_id[value.evidence.report].outlet}"
            + (f" ← {value.speaker.name})" if value.speaker else ")")
            for value in one.values
        )
        console.print(f"  [yellow]numbers that do not agree[/] ({escape(one.counts)}): {escape(values)}")


def print_explanation(report: Report, chains: Sequence[Chain], story: Story, old: Report | None) -> None:
    """Where one article comes from."""
    words = interface("en")
    console.print(f"[bold]{escape(report.article.title or '—')}[/]")
    console.print(escape(f"{report.outlet}, {words.when(story_brief(story, report.id).dated)}"), style="dim")
    if old:
        console.print(
            f"[yellow]old news:[/] its text was published on {old.time:%Y-%m-%d} by {escape(old.outlet)} (article {old.id})"
        )
    if all(len(chain.links) == 1 for chain in chains):
        console.print("it names no source, and is nobody's copy: its origin is unknown")
        return
    for chain in chains:
        console.print(f"  {escape(chain_in_words(chain))}")
        place = chain.evidence
        if place.paragraph is not None and place.paragraph < len(report.article.paragraphs):
            shown = sentence_at(report.article.paragraphs[place.paragraph], place.start)
            console.print(f"      {escape(shown)}", style="dim")
    origins = [one for one in story.provenance.origins if report.id in one.reports]
    others = {id_ for one in origins for id_ in one.reports} - {report.id}
    console.print(
        f"{_count(len(origins), 'origin')}; {_count(len(others), 'other report')} of story {story.id} go back to the same"
    )


def story_brief(story: Story, report: int) -> Brief:
    """A report of a story, by its id. Raises StopIteration where it has none."""
    return next(one for one in story.briefs if one.id == report)


def _as_it_is(name: str) -> str:
    return name


def chain_in_words(chain: Chain) -> str:
    """A chain from the publisher to the origin."""
    return " ← ".join(link.name for link in chain.links)


def print_attributions(paragraphs: Iterable[str], found: Iterable[Attribution]) -> None:
    """The statements of a text, and of its title."""
    texts = list(paragraphs)
    for one in found:
        place = f"paragraph {one.paragraph + 1} of {len(texts)}" if one.paragraph < len(texts) else "title"
        who = escape(one.speaker.name or "—") + ("" if one.speaker.named else " [yellow](unnamed)[/]")
        through = " ← ".join(one.via)
        console.print(
            f"[cyan]{who}[/] [green]{escape(one.cue.text)}[/] {'[magenta]' + escape(through) + '[/] ' if through else ''}[dim]{place}, {one.stance}[/]"
        )
        if one.content:
            console.print(f"    {escape(one.content.text)}")


def print_report(report: Report, source: Report | None) -> None:
    """One stored article, and whose text it copied."""
    article = report.article
    console.print(f"[bold]{escape(article.title or '—')}[/]")
    console.print(
        escape(
            " · ".join(
                str(one) for one in (report.outlet, article.published, article.byline, article.url) if one
            )
        ),
        style="dim",
    )
    for paragraph in article.paragraphs:
        console.print(escape(paragraph) + "\n")
    for note in article.corrections:
        console.print(escape(note) + "\n", style="italic")
    if article.credits:
        console.print(f"credit: {escape(' · '.join(article.credits))}")
    console.print(
        f"story {report.story}" + (f", copied from {source.outlet} (article {source.id})" if source else "")
    )
    print_attributions(article.paragraphs, report.attributions)


_TOLD = {
    "silent": "[yellow]changed without a word[/]", "dated": "gives a new time of change", "noted": "changed with a note of the editors",
}  # fmt: skip


def print_changes(changes: Sequence[Change]) -> None:
    """Articles that were changed after publication, a line each."""
    for one in changes:
        article = one.article
        console.print(
            f"{article.id:>6}  {one.seen:%Y-%m-%d %H:%M}  {escape(article.outlet)}  {escape(article.title)}  ({_TOLD[one.announced]})"
        )
    if not changes:
        console.print("no article that was read has changed yet")


def print_why(why: Why | None) -> None:
    """By what an article joined its story."""
    if why is None:
        console.print("it opened its story")
        return
    near = why.nearest
    console.print(
        f"joined its story with a chance of {why.chance:.2f}, next to article {near.id}"
        f" ({escape(near.outlet)}): {escape(near.article.title or '—')}"
    )
    for name in ("words", "names", "places", "numbers"):
        if values := getattr(why.shared, name):
            console.print(f"    the same {name}: {escape('، '.join(values))}")
