"""What the commands print for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tawatur.as_json import as_json
from tawatur.model import Attribution, Chain, Counts, Page, Report, Story, StorySummary, Why

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


def print_story(story: Story) -> None:
    """A story with its origins, reports and timeline."""
    console.rule(f"story {story.id}")
    console.print(f"[bold]{escape(story.title)}[/]")
    found = story.provenance
    console.print(
        ", ".join(
            [
                f"{_count(len(story.reports), 'report')} in {_count(len(story.outlets), 'outlet')}",
                _count(
                    sum(len(group.members) - 1 for group in story.provenance.copy_groups), "copy", "copies"
                ),
                _count(len(found.origins), "independent origin"),
                *([f"{_count(len(found.unknown), 'report')} of unknown origin"] if found.unknown else []),
            ]
        )
    )
    console.print(f"first reported by {escape(found.first_reporter or '?')}")
    for ring in found.circular:
        console.print(f"[yellow]circular citation:[/] {escape(' → '.join((*ring, ring[0])))}")
    for origin in found.origins:
        name = escape(origin.name) + (
            "" if origin.named else f" [yellow](unnamed, known through {escape(origin.outlet or '?')})[/]"
        )
        console.print(f"  [cyan]origin[/] {name}: {_count(len(origin.reports), 'report')}")
        for words in list(dict.fromkeys(map(chain_in_words, origin.chains)))[:6]:
            console.print(f"      {escape(words)}", style="dim")
    for group in story.provenance.copy_groups:
        if group.uncredited:
            outlets = {report.id: report.outlet for report in story.reports}
            by = ", ".join(f"{escape(outlets[one])} ({one})" for one in group.uncredited)
            console.print(
                f"[yellow]copied without credit:[/] {by} from {escape(outlets[group.first])} ({group.first})"
            )
    for step in story.developments:
        console.print(f"  {step.time:%Y-%m-%d %H:%M}  {escape(step.title)}{_followed(len(step.followers))}")
    for report in story.reports:
        console.print(
            f"  [dim]{report.id:>5}[/] {report.time:%m-%d %H:%M} {escape(report.outlet)}: {escape(report.article.title or '—')}"
        )


def chain_in_words(chain: Chain) -> str:
    """A chain from the publisher to the origin."""
    return " ← ".join(link.name for link in chain.links)


def print_attributions(paragraphs: Iterable[str], found: Iterable[Attribution]) -> None:
    """The statements of a text."""
    texts = list(paragraphs)
    for one in found:
        who = escape(one.speaker.name) + ("" if one.speaker.named else " [yellow](unnamed)[/]")
        through = " ← ".join(one.via)
        console.print(
            f"[cyan]{who}[/] [green]{escape(one.cue.text)}[/] {'[magenta]' + escape(through) + '[/] ' if through else ''}[dim]paragraph {one.paragraph + 1} of {len(texts)}, {one.stance}[/]"
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
    if article.credits:
        console.print(f"credit: {escape(' · '.join(article.credits))}")
    console.print(
        f"story {report.story}" + (f", copied from {source.outlet} (article {source.id})" if source else "")
    )
    print_attributions(article.paragraphs, report.attributions)


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
