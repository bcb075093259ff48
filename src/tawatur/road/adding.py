"""The road for newly read articles: copies, attributions, story, provenance, store. One batch, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tawatur.attribution import attributions
from tawatur.dates import days, moment
from tawatur.language import Analysis, analyse, detect
from tawatur.language.meaning import meanings
from tawatur.model import Announced, Article, Counts, Kept, Report, StorySummary
from tawatur.outlets import Outlets, fold, host_of
from tawatur.provenance import Tracing, signs_of, tally
from tawatur.provenance.roots import circular, first_reporter
from tawatur.road.announced import announced
from tawatur.road.archive import Archive, sketch
from tawatur.road.identity import canonical_url, key, text_hash, whole_characters
from tawatur.road.neighbourhood import Neighbourhood
from tawatur.road.tracings import Tracings
from tawatur.store import Writer
from tawatur.store.writer import Entry, Known

_AHEAD = timedelta(hours=26)  # a page dated further ahead than any time zone explains is not believed
UNKNOWN_OUTLET = "?"
_LEAD = 2  # paragraphs that say when it happened


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way in, when its page was seen, and that page, if it is to be kept."""

    article: Article
    seen: datetime
    page: Kept | None = None


class Adding:
    """Adds batches of articles inside a writing transaction."""

    def __init__(
        self,
        writer: Writer,
        near: Neighbourhood,
        tracings: Tracings,
        outlets: Outlets,
        *,
        semantic: bool,
        reread: bool = False,
    ) -> None:
        self._writer, self._near, self._tracings = writer, near, tracings
        self._outlets, self._semantic, self._reread = outlets, semantic, reread
        self._touched: set[int] = set()
        self._new: list[Entry] = []
        self._led: set[int] = set()
        self.revised_any = False

    def add(self, batch: Sequence[Incoming]) -> Counts:
        """Add a batch. What is there already changes nothing; a changed text becomes a revision."""
        prepared = [self._prepared(one) for one in batch]
        self._near.load(self._writer, [int(entry.time.timestamp()) for entry in prepared])
        known = _Index(
            self._writer.known(
                [entry.key for entry in prepared],
                [entry.article.url or "" for entry in prepared],
                [entry.text_hash for entry in prepared],
            )
        )
        if self._semantic:
            prepared = _with_meanings(prepared, known)
        self._archive = Archive(self._writer, prepared)
        self._next_id = self._writer.next_article()
        counts = Counts()
        for entry, one in zip(prepared, batch, strict=True):
            taken = self._taken(entry, known, one.page)
            if one.page:
                self._writer.keep(one.page, changed=not taken.unchanged)
            counts += taken
        self._writer.add(self._new)
        self._writer.lead_copies(self._led)
        self._writer.set_stories([self._summary(story) for story in sorted(self._touched)])
        self._tracings.shrink()
        return counts

    def _taken(self, entry: Entry, known: _Index, page: Kept | None) -> Counts:
        """What became of an entry: a new article, a revision, or nothing."""
        earlier = known.find(entry)
        if earlier is not None:
            changed = self._changed(entry, earlier, page)
            return Counts(revised=1) if changed else Counts(unchanged=1)
        placed = self._placed(replace(entry, id=self._next_id))
        self._next_id += 1
        self._new.append(placed)
        article = placed.article
        known.add(
            Known(
                placed.id, placed.key, article.role, placed.text_hash, article.identifier, placed.outlet, article.url
            )
        )  # fmt: skip
        return Counts(added=1)

    def _summary(self, story: int) -> StorySummary:
        return summary(story, self._tracings.of(story, self._writer, self._outlets))

    def _prepared(self, one: Incoming) -> Entry:
        article = whole_characters(one.article)
        url = canonical_url(article.url) if article.url else None
        outlet = self._outlet_named(article.outlet) if article.outlet else self._outlet_at(url)
        if article.language == "und":
            article = replace(article, language=detect(f"{article.title or ''}\n{article.text}"))
        article = replace(article, url=url, outlet=outlet)
        time = moment(article.published) if article.published else one.seen
        if time > one.seen + _AHEAD:
            time = one.seen
        analysis = analysis_of(article)
        return Entry(
            id=0, key=key(article, outlet), article=article, outlet=outlet, text_hash=text_hash(article),
            time=time, seen=one.seen, story=0, copy_of=None, reused=(), attributions=(),
            analysis=analysis, likeness=0.0, nearest=None, old=None, signs=None, sketch=sketch(analysis),
        )  # fmt: skip

    def _outlet_named(self, name: str) -> str:
        """The name that the catalogue has for an outlet, so that it is one in counts, chains and pages."""
        found = self._outlets.named(name)
        if found is None:
            return name
        spellings = {fold(spelling) for spelling in (found.name, found.name_en or "", *found.aliases)}
        # «موقع المدينة» need not be the newspaper المدينة: the whole name has to be one of the catalogue's.
        return found.name if fold(name) in spellings else name

    def _outlet_at(self, url: str | None) -> str:
        found = self._outlets.at(url)
        return found.name if found else host_of(url).removeprefix("www.") or UNKNOWN_OUTLET

    def _placed(self, entry: Entry) -> Entry:
        """The entry with its copy group, attributions and story; it joins the neighbourhood and its story's tracing."""
        seconds = int(entry.time.timestamp())
        match = self._near.match(entry.analysis, seconds)
        group: int | None = None
        nearest: int | None = match.same
        if match.same is not None:
            group = self._near.group(match.same)
            story, likeness = self._near.story(match.same), 1.0
            if group == match.same and group not in self._led:
                self._led.add(group)
                self._tracings.lead(story, group, self._writer, self._outlets)
        else:
            placement = self._near.place(entry.analysis, seconds)
            nearest = placement.nearest
            if placement.story is None:
                story, likeness = entry.id, 0.0
                self._tracings.begin(story, self._outlets)
            else:
                story, likeness = self._merged(placement.story, placement.same, entry), placement.chance
        self._near.add(entry.id, seconds, story, group, entry.analysis)
        self._touched.add(story)
        old = self._archive.old(entry) if match.same is None else None
        placed = self._signed(
            replace(entry, story=story, copy_of=group, reused=match.reused, likeness=likeness, nearest=nearest, old=old)
        )  # fmt: skip
        assert placed.signs is not None
        self._tracings.add(story, placed.signs, self._writer, self._outlets)
        return placed

    def _signed(self, entry: Entry) -> Entry:
        """The entry with its statements, and what it shows of where it has its matter from."""
        article = entry.article
        found = attributions(
            article.paragraphs, language=article.language, outlet=entry.outlet, outlets=self._outlets
        )
        report = Report(
            entry.id, article, entry.outlet, entry.time, entry.seen, entry.story, entry.copy_of, entry.reused, entry.old,
            found,
        )  # fmt: skip
        return replace(entry, attributions=found, signs=signs_of(report, self._outlets))

    def _merged(self, story: int, same: Sequence[int], entry: Entry) -> int:
        """The oldest of stories that an article shows to be one, after the others went into it."""
        into, *others = sorted((story, *same))
        for gone in others:
            self._near.merge(gone, into)
            self._tracings.merge(gone, into, self._writer, self._outlets)
            self._writer.merge_stories(gone, into, entry.id, entry.seen)
            self._new = [replace(new, story=into) if new.story == gone else new for new in self._new]
            self._touched.discard(gone)
        return into

    def _changed(self, entry: Entry, earlier: Known, page: Kept | None) -> bool:
        """Record a changed text, or the page of an article met before inside another page; False if nothing changed.

        A text that the article had before is a change only where its page was fetched just now: archives hold old states.
        """
        promoted = earlier.role == "read_also" and entry.article.role == "main"
        if entry.article.role == "read_also" or earlier.id in {new.id for new in self._new}:
            return False
        if self._reread:
            return self._read_better(entry, earlier)
        same = entry.text_hash == earlier.text_hash
        if not promoted and (same or (not page and self._writer.has_revision(earlier.id, entry.text_hash))):
            return False
        read_before = page is not None and not promoted and self._writer.was_read(page.url)
        told = announced(self._stored(earlier).article, entry.article) if read_before else None
        self._revise(entry, earlier, in_place=False, told=told)
        return not promoted

    def _read_better(self, entry: Entry, earlier: Known) -> bool:
        """Put what a better reader found in place of what was read from the same page; no revision, for the page is as it was."""
        if _as_read(self._stored(earlier).article) == _as_read(entry.article):
            return False
        self._revise(entry, earlier, in_place=True)
        return True

    def _revise(self, entry: Entry, earlier: Known, *, in_place: bool, told: Announced | None = None) -> None:
        self._writer.revise(self._signed(replace(entry, id=earlier.id)), in_place=in_place, announced=told)
        report = self._stored(earlier)
        self._tracings.add(report.story, signs_of(report, self._outlets), self._writer, self._outlets)
        self._touched.add(report.story)
        self.revised_any = True

    def _stored(self, known: Known) -> Report:
        (report,) = self._writer.reports_with([known.id])
        return report


def _as_read(article: Article) -> tuple[object, ...]:
    """What a reader finds in a page of an article."""
    return (
        article.title, article.paragraphs, article.published, article.byline, article.language, article.credits,
        article.keywords, article.modified, article.corrections,
    )  # fmt: skip


class _Index:
    """The stored articles that those of a batch may be."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._by_key: dict[str, Known] = {}
        self._by_url: dict[str, Known] = {}
        self._by_text: dict[tuple[str, str], Known] = {}
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        self._by_key.setdefault(one.key, one)
        if one.url:
            self._by_url.setdefault(one.url, one)
        self._by_text.setdefault((one.outlet, one.text_hash), one)

    def find(self, entry: Entry) -> Known | None:
        """The stored article that this one is; None if it is new."""
        if same_key := self._by_key.get(entry.key):
            return same_key
        url = entry.article.url
        at_url = self._by_url.get(url) if url and entry.article.role == "main" else None
        # Two ids at one address are two articles of an archive; a page without an id is the one at its address.
        if at_url and not (entry.article.identifier and at_url.identifier):
            return at_url
        same_text = self._by_text.get((entry.outlet, entry.text_hash))
        if same_text and "read_also" in (entry.article.role, same_text.role):
            return same_text
        return None


def analysis_of(article: Article) -> Analysis:
    """The analysis of an article in a known language, with the days that its title and opening name."""
    named: frozenset[str] = frozenset()
    if article.published:
        lead = (article.title or "", *article.paragraphs[:_LEAD])
        named = days(lead, reference=article.published, language=article.language)
    return analyse(article.title, article.paragraphs, article.language, named)


def _with_meanings(prepared: Sequence[Entry], known: _Index) -> list[Entry]:
    """The entries, those of a new text with its meaning (which takes long)."""
    new = [
        at
        for at, entry in enumerate(prepared)
        if (earlier := known.find(entry)) is None or earlier.text_hash != entry.text_hash
    ]
    found = meanings([(prepared[at].article.title, prepared[at].article.paragraphs) for at in new])
    entries = list(prepared)
    for at, meaning in zip(new, found, strict=True):
        entries[at] = replace(entries[at], analysis=replace(entries[at].analysis, meaning=meaning))
    return entries


def summary(story: int, tracing: Tracing) -> StorySummary:
    """What a list says of a story."""
    named, unnamed, unknown = tally(tracing)
    first, last = (tracing.signs[report].report for _, report in (tracing.order[0], tracing.order[-1]))
    return StorySummary(
        id=story,
        title=first.title or "—",
        language=first.language,
        first=first.time,
        last=last.time,
        reports=len(tracing.signs),
        outlets=tracing.outlets(),
        copies=len(tracing.signs) - len(tracing.carriers),
        origins=named + unnamed,
        unknown=unknown,
        single_origin=named + unnamed == 1 and not unknown,
        anonymous_only=bool(unnamed) and not named and not unknown,
        circular=bool(circular(tracing)),
        first_reporter=first_reporter(tracing),
    )
