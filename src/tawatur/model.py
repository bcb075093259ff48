"""The values that travel the road, in the words of the design. All of them are immutable."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Role = Literal["main", "read_also", "entry"]
SpeakerKind = Literal["person", "organisation", "outlet", "group", "document"]
Stance = Literal[
    "asserted", "denied", "claimed", "called_for", "expected", "believed", "intended", "spoken_of", "unsaid"
]
Quotation = Literal["direct", "indirect", "mixed"]
Announced = Literal["noted", "dated", "silent"]  # how a page tells that it was changed
TOLD = frozenset({"asserted", "denied", "claimed", "called_for", "expected"})


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its title, as a page or an archive gives it.

    `published` is a `datetime` where the page states a time (aware where it states an offset) and a plain
    `date` where it states only the day; None where it states nothing. `language` is an ISO 639-1 code, or
    "und" where the text is too short to tell. `identifier` is the archive's own id of the text, if it has one.
    `modified` is when the page says that it was changed last, as `published`; `corrections` are the notes in which its editors
    say what they changed.
    """

    title: str | None
    paragraphs: tuple[str, ...]
    role: Role = "main"
    published: date | None = None
    byline: str | None = None
    language: str = "und"
    outlet: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    identifier: str | None = None
    modified: date | None = None
    corrections: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Page:
    """What one fetched document holds, taken apart.

    `credits` are the names in the credit lines, `keywords` those shown to the reader, `inline_links` the
    titles of the read-also links inside the body, `similar` the headlines of the related list; all in page
    order, each empty where the page has none.
    """

    articles: tuple[Article, ...]
    credits: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    inline_links: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: its name, its other names in any language, its domains, and its kind (agency, …).

    `country` and `language` are ISO codes, None where they are not known. `common` says that its name is an
    everyday word too, which in running text counts as a name only after صحيفة, قناة or the like.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: str = "site"
    name_en: str | None = None
    country: str | None = None
    language: str | None = None
    common: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (end not included) of one paragraph, and the text there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: `name` as first named in full in the article (for an unnamed one his description).

    `name` is "" where the text names nobody: "prices are expected to fall".
    """

    name: str
    named: bool
    kind: SpeakerKind
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One reported statement: who (source) says (cue) what (content), and through whom (via).

    `paragraph` is the index of the paragraph whose characters the three spans count. `source` is None where
    the verb alone carries its subject, `content` None where nothing of the statement follows. `via` holds the
    outlets it came through, from the publisher's side inwards. `stance` is what the source does with the content: says it
    is so, denies it, claims it, calls for it, expects it; or, where it is no report of what he said, believes or
    intends it, speaks of it, does not say it.
    """

    paragraph: int
    source: Span | None
    cue: Span
    content: Span | None
    speaker: Speaker
    via: tuple[str, ...] = ()
    stance: Stance = "asserted"
    quotation: Quotation = "indirect"

    @property
    def told(self) -> bool:
        """Whether somebody is reported to have said the content, rather than to think, to want or to speak of it."""
        return self.stance in TOLD and self.speaker.name != ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3-style time expression: its type, its value, and its characters in the text."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """An article as the store keeps it: with its id, its times (UTC) and its place in groups and stories.

    `time` is when it was published, or first seen where the page does not say (or says a later time).
    `copy_of` is the first publisher's report of its copy group (its own id in a group it leads, None outside
    any), `reused` the paragraphs that it shares with an earlier report as (paragraph, report id) pairs, `old` an article
    months older whose text it is.
    """

    id: int
    article: Article
    outlet: str
    time: datetime
    seen: datetime
    story: int
    copy_of: int | None = None
    reused: tuple[tuple[int, int], ...] = ()
    old: int | None = None
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article: what its page said when it was seen.

    `announced` is how the page told that it was changed to this: "noted" by a new note of its editors, "dated" by a later time of
    change, "silent" where it did neither; None for the first state, and where it is not known.
    """

    seen: datetime
    title: str | None
    paragraphs: tuple[str, ...]
    announced: Announced | None = None


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """The same text carried by several outlets. `first` is the first publisher's report."""

    first: int
    members: tuple[int, ...]
    uncredited: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a report shows something: characters `start` to `end` (not included) of one of its paragraphs.

    `paragraph` is None where it is no sentence that shows it (a credit line, the whole text).
    """

    report: int
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whom a report quotes or cites, the outlets on the way to him, and its first sentence that shows it (the cue's place)."""

    speaker: Speaker
    via: tuple[str, ...]
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Brief:
    """An article as a list shows it; `title` is the beginning of the text where it has none, `day_only` that no hour is known."""

    id: int
    title: str
    outlet: str
    time: datetime
    language: str
    story: int
    copy_of: int | None
    day_only: bool = False

    @property
    def dated(self) -> date:
        """When it was published, to the precision that its page states."""
        return self.time.date() if self.day_only else self.time


@dataclass(frozen=True, slots=True)
class Change:
    """An article that was changed after publication: when that was seen, and how its page told of it."""

    article: Brief
    seen: datetime
    announced: Announced


@dataclass(frozen=True, slots=True)
class Signs:
    """What a report shows of where it has its matter from: all that provenance needs of it.

    `hearings` are whom it quotes or cites itself, once for each way; `cited` every outlet that its statements name, `frame`
    those of them through which its unnamed sources may have come, `credits` the outlets of its credit lines, all as it writes
    them; `reused` the paragraphs that it shares with other reports; `old` an article months older whose text it is.
    """

    report: Brief
    hearings: tuple[Hearing, ...] = ()
    cited: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    reused: tuple[tuple[int, int], ...] = ()
    old: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a claim has it: `evidence` is the place of its content, `text` that content.

    `node` is the speaker's node in the story's graph, or that of the outlet where nobody else is quoted.
    """

    evidence: Evidence
    text: str
    language: str
    speaker: Speaker
    via: tuple[str, ...]
    stance: Stance
    node: str

    @property
    def id(self) -> str:
        """The statement by its place: article, paragraph, character."""
        return f"{self.evidence.report}-{self.evidence.paragraph}-{self.evidence.start}"


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of one content, in whatever words and language, by whomever, the first first.

    `id` names its first statement (article and place), by which it is found again when more join it. `reports` are all that
    carry it, copies too, `origins` the nodes of the origins that it goes back to, `denied_by` those of who denies it. Where
    nobody says what is denied, the denial is the claim.
    """

    id: str
    statements: tuple[Said, ...]
    reports: tuple[int, ...]
    origins: tuple[str, ...]
    denied_by: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Somebody denies what somebody else says."""
        return bool(self.denied_by)


@dataclass(frozen=True, slots=True)
class Value:
    """A number that a report gives for a quantity: as a value, as it is written, and by whom it is said (None: the report itself)."""

    value: float
    text: str
    evidence: Evidence
    speaker: Speaker | None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One quantity for which the reports of a story give different numbers, the earliest first.

    `counts` is what is counted: the lexicon's word for it («dead»), or a word of the texts.
    """

    counts: str
    values: tuple[Value, ...]


NodeKind = Literal["report", "outlet", "speaker", "document"]
How = Literal["carries", "copies", "copies_in_part", "credits", "cites", "quotes"]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a provenance graph. `named` is False for an unnamed source, `report` the id where the node is a report."""

    id: str
    kind: NodeKind
    name: str
    named: bool = True
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A step of a provenance graph, from who has something to whom he has it from (an outlet carries its report)."""

    source: str
    target: str
    how: How
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: the outlet or speaker, and how the one before it has the statement from him.

    `report` is the report that shows it; None where nothing but the name is known.
    """

    name: str
    how: Literal["publishes"] | How
    report: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Ordered links from the publisher to the speaker, with the sentence that is the evidence."""

    links: tuple[Link, ...]
    evidence: Evidence

    @property
    def report(self) -> int:
        """The report whose chain it is."""
        return self.evidence.report


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of a story's provenance graph. `node` is its node there.

    `kind` is the speaker's kind; `named` is False for an unnamed source, who is known only through `outlet`. `chains` are of
    the reports that heard or cite it themselves, `reports` all that go back to it, in order of time.
    """

    node: str
    name: str
    kind: SpeakerKind
    named: bool
    outlet: str | None
    chains: tuple[Chain, ...]
    reports: tuple[int, ...]

    @property
    def heard_by(self) -> tuple[str, ...]:
        """The outlets that heard a speaker themselves, through no other outlet."""
        return tuple(
            dict.fromkeys(
                one.links[0].name
                for one in self.chains
                if len(one.links) == 2 and one.links[1].how == "quotes"
            )
        )


@dataclass(frozen=True, slots=True)
class Doubt:
    """What would change the number of origins. `kind` says how to word it:

    "no_source" (`count` texts show no source: each may have an origin of its own), "outside" (outlet `names` is cited and has
    no report here: it may go back to an origin counted already), "unnamed" (the unnamed source known through `names` may be one of the
    others), "alike" (the two `names` may be one speaker), "tie" (`names` published within five minutes of the first).
    """

    kind: Literal["no_source", "outside", "unnamed", "alike", "tie"]
    names: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a story comes from: its independent origins, and what is notable about them.

    `unknown` are the reports that show no source at all and copy none: they are never counted as independent. `reporters` are
    the first report of every outlet, by time, `first_reporter` the outlet to which the earliest of them leads. `circular` are
    the rings of outlets that have it from each other only, `outside` the outlets that are cited and have no report in the
    story, `resurfaced` the reports whose text is months old, each with the old article. The number of origins is between
    `least` and `most`, by what the `doubts` say.
    """

    origins: tuple[Origin, ...]
    unknown: tuple[int, ...]
    first_reporter: str | None
    reporters: tuple[Brief, ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()
    outside: tuple[str, ...] = ()
    copy_groups: tuple[CopyGroup, ...] = ()
    resurfaced: tuple[tuple[int, int], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    least: int = 0
    most: int = 0
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names of the nodes, by their ids."""
        return {node.id: node.name for node in self.nodes}

    @property
    def single_origin(self) -> bool:
        """All that is known comes from one origin."""
        return len(self.origins) == 1 and not self.unknown

    @property
    def anonymous_only(self) -> bool:
        """Every origin is an unnamed source."""
        return bool(self.origins) and not self.unknown and not any(origin.named for origin in self.origins)


def heading(title: str | None, paragraphs: Sequence[str]) -> str:
    """What stands for an article in a list: its title, else the beginning of its text; "" where it has neither."""
    return title or (paragraphs[0][:120] if paragraphs else "")


@dataclass(frozen=True, slots=True)
class Development:
    """A step in a story's timeline: the report that first brought it, and those that followed with it.

    `new` are the names, figures and telling words of the report that the story did not have before, as it writes them.
    """

    time: datetime
    report: int
    title: str
    followers: tuple[int, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article has in common with another, as it writes it: telling words, names, places, figures."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why an article is in its story: the report it is likest to, the chance (0 to 1) by which it joined, and what they share."""

    nearest: Report
    chance: float
    shared: Shared


@dataclass(frozen=True, slots=True)
class Merge:
    """A story that was found to be another: its number, the article that showed it, and when."""

    gone: int
    article: int
    time: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one happening, first to last, with what is known of where they come from.

    `briefs` are all its reports, `reports` the same with their texts and statements. Of a story that was not asked for as a
    whole there are no `reports`, and nothing that needs them: developments, claims, disagreements, keywords.
    """

    id: int
    title: str
    language: str
    first: datetime
    last: datetime
    briefs: tuple[Brief, ...]
    provenance: Provenance
    reports: tuple[Report, ...] = ()
    developments: tuple[Development, ...] = ()
    claims: tuple[Claim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    merges: tuple[Merge, ...] = ()
    keywords: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that carry it, in the order in which they came to it."""
        return tuple(dict.fromkeys(brief.outlet for brief in self.briefs))

    def claim(self, name: str) -> Claim | None:
        """The claim that has the statement with this id, its first or any other; None if there is none."""
        return next((claim for claim in self.claims if any(one.id == name for one in claim.statements)), None)


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story as a list shows it. Counts only: the story itself has the rest."""

    id: int
    title: str
    language: str
    first: datetime
    last: datetime
    reports: int
    outlets: int
    copies: int
    origins: int
    unknown: int
    single_origin: bool
    anonymous_only: bool
    circular: bool
    first_reporter: str | None


@dataclass(frozen=True, slots=True)
class Glance:
    """A story at a glance: its outlets, the first to report first, and the title of its newest report that is no copy."""

    outlets: tuple[str, ...]
    latest: int
    latest_title: str
    latest_language: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A related article: its id, title, outlet, time, and how much later (or, below zero, earlier) it is."""

    id: int
    title: str
    outlet: str
    time: datetime
    language: str
    seconds_later: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Related:
    """What to read with an article: the one to read next (None if nothing fits) and similar headlines."""

    read_also: Headline | None
    similar: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What is polled: a feed, a sitemap or a single page, with what the last visit left behind.

    `entries` is how many articles came from it so far, `per_day` how many a day it brings by the dates of its latest ones.
    """

    url: str
    kind: Literal["feed", "sitemap", "page"]
    id: int | None = None
    outlet: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    next_poll: datetime | None = None
    last_success: datetime | None = None
    failures: int = 0
    error: str | None = None
    active: bool = True
    last_poll: datetime | None = None
    entries: int = 0
    per_day: float | None = None


def pack(body: bytes) -> bytes:
    """The body of a page as it is kept: compressed with zlib (RFC 1950); empty if it is."""
    return zlib.compress(body, 6) if body else b""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was fetched: asked for at `url`, found at `at`, with the headers that tell how to read and to ask for it.

    `fetched` is when its article was first in this state, `checked` when it was last seen to be; `next_check` is when to look
    again whether it still is, None where nobody is going to. `packed` is its body, compressed by `pack`; empty where it could
    not be read so far.
    """

    url: str
    at: str
    fetched: datetime
    checked: datetime
    headers: tuple[tuple[str, str], ...]
    packed: bytes = b""
    next_check: datetime | None = None

    @property
    def body(self) -> bytes:
        """What the server sent, its own compression undone."""
        return zlib.decompress(self.packed) if self.packed else b""

    def header(self, name: str) -> str | None:
        """A header's value; None where the server sent none."""
        return next((value for own, value in self.headers if own.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Counts:
    """What adding articles did. `problems` are one line each, saying what was skipped and why."""

    added: int = 0
    revised: int = 0
    unchanged: int = 0
    problems: tuple[str, ...] = field(default=())

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.added + other.added,
            self.revised + other.revised,
            self.unchanged + other.unchanged,
            self.problems + other.problems,
        )
