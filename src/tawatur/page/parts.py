"""What un-mixing finds on a page, before it becomes articles."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Further:
    """A read-also article in full."""

    title: str
    paragraphs: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)  # the dates between title and text
    byline: str | None = None


@dataclass(slots=True)
class Parts:
    """What the blocks of a page were found to be."""

    title: str | None = None
    headings: list[str] = field(default_factory=list)  # above the text, in order
    paragraphs: list[str] = field(default_factory=list)
    also: list[Further] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    inline_links: list[str] = field(default_factory=list)
    similar: list[str] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)  # what the editors say they changed
    byline: str | None = None
    signature: str | None = None  # whom the text names at its end
    editor: str | None = None  # who edited it, as its end says
    header: list[str] = field(default_factory=list)  # the lines above the text
    labels: list[str] = field(default_factory=list)  # the links and labels in those below the title
    footer: list[str] = field(default_factory=list)  # the dates right below it
    below_title: int = 0  # how many of them stand above the title
