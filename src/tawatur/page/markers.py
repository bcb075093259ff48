"""The words that open a credit, a read-also link, a list of keywords or similar headlines, or a frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Literal, NamedTuple

from tawatur.dates import holds_date
from tawatur.language import languages
from tawatur.outlets import fold, known, reads_like_outlet

What = Literal[
    "credit", "read_also", "similar", "keywords", "frame", "byline", "end", "stamp", "notice", "correction"
]
# The lists of `markers.toml` and what their phrases open; of two that have the same phrase the later one.
_LISTS: dict[str, What] = {
    "published": "stamp", "modified": "stamp", "read_also": "read_also", "similar": "similar", "credit": "credit",
    "keywords": "keywords", "byline": "byline", "frame": "frame", "end": "end",
}  # fmt: skip
_OF_HEADLINES = ("read_also", "similar")
# … with, it may be, the initials of who wrote it: (BNA) m.k/s.r
_PARENTHESES = re.compile(
    r"(?:[(\[]\s*(?P<in>[^()\[\]]{2,80}?)\s*[)\]]|/\s*(?P<out>[^()\[\]/]{2,80}?)\s*/)\.?(?:\s*\w{1,2}(?:[./\s-]{1,2}\w{1,2}){1,4}\.?)?"
)
_PICTURED = re.compile(r"\s[(\[]([^()\[\]]{2,40})[)\]]$")
_BESIDE = re.compile(r"\s*[+،,/]\s*|\s[-–—|]\s")
DASH = re.compile(r"\s[-–—]\s")  # between two names
_OF_OUTLET = re.compile(r"([^/|()\[\]]+?)(?:\s[-–—]\s|\s*[/|(\[])\s*([^/|()\[\]]+)[)\]]?")
_TOGETHER = re.compile(r"\s*[+،,/؛;]\s*|\s\|\s")
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*")  # behind a label: by what it was chosen
_ADAPTED = re.compile(r"\s*[(\[]([^()\[\]]{2,30})[)\]]\s*\.?$")
_MARK_OF_WIRE = re.compile(r"//\s*[^/]{2,20}\s*//")  # that a report goes on, or is over
_FIRST = re.compile(r"(?!\d)[\w\u064b-\u065f\u0670\u0640\u200c\u200d]+")
_NUMBER = re.compile(r"\d+")
_BEHIND = re.compile(r"(?<=\s)\w")  # where a word begins, but the first
_COLON = re.compile(r"\W{0,2}\s*[:：|.…–—/>›»→←▸-]")
_LABEL = 4  # words of a label, and one more
_STAMP = 120  # letters of a line that says when something was published
_BARS = (" — ", " – ", " - ", " | ", " · ", " • ")
_BAR = re.compile(" [—–|·•-] ")  # any of these
_AGAIN = ("/", "|", "-", "–", "—", "·", "•", "(")  # between a label and the same in another language
_NEVER = re.compile(r"(?!)")
_HEADLINE = 3  # words
_SECTION = 3  # words of a section's name with what leads on to it
_BARE = 5  # words of a name without a colon before it
_BYLINE = 7  # words of the names of one or two persons
_DAY = 7  # words of a date with its time
_SITE = (25, 400)  # letters of a line about the site, at least and at most
_CREDIT_LINE = 60  # letters
_REQUEST = 12  # words
_LONGEST = 300  # letters of a line that is a marker with what it opens
_TELLING = 4  # words of a label that leave no doubt: "this story was first published by"
_CREDITED = 5  # words of an outlet's name
_ACRONYM = 5  # letters of a name in Latin script that counts in capitals only: AP, AFP
_TRIM = " \t:：-–—|*•▪■►▸«»‹›<>→←،.#!؟?…"


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line, and what stands after it on the line."""

    what: What
    rest: str
    with_colon: bool


def listed(name: str) -> Iterator[str]:
    """The phrases of one list of `markers.toml` in all languages, as they are written."""
    for spoken in languages():
        yield from spoken.data.get("markers", {}).get(name, ())


@cache
def listed_words(name: str) -> frozenset[str]:
    """The words of one list of `markers.toml` in all languages, folded."""
    return frozenset(map(fold, listed(name)))


@cache
def _folded(name: str) -> tuple[str, ...]:
    return tuple(map(fold, listed(name)))


@cache
def openings(name: str) -> tuple[str, ...]:
    """The phrases of a list of `markers.toml`, folded, as they open a line that goes on."""
    return tuple(phrase + " " for phrase in _folded(name))


@cache
def _phrases() -> dict[str, list[tuple[str, What]]]:
    """By their first word: the phrases, the longest first, and what each opens."""
    found: dict[str, What] = dict.fromkeys(_combined(), "similar")
    for name, what in _LISTS.items():
        found |= dict.fromkeys(_folded(name), what)
        if what in _OF_HEADLINES:  # words of a label that a template parts by their look only
            found |= dict.fromkeys((phrase.replace(" ", "") for phrase in _folded(name)), what)
    by_word: dict[str, list[tuple[str, What]]] = {}
    for phrase, what in sorted(found.items(), key=lambda pair: -len(pair[0])):
        by_word.setdefault(_FIRST.findall(phrase)[0], []).append((phrase, what))
    return by_word


def _combined() -> Iterator[str]:
    """The labels of similar headlines that two words make, each of a list of its own: "related stories"."""
    for spoken in languages():
        lists = spoken.data.get("markers", {})
        pairs = product(lists.get("similar_first", ()), lists.get("similar_second", ()))
        yield from (fold(" ".join(pair)) for pair in pairs)


def _is_credited(folded: str) -> bool:
    """Whether what stands in brackets is nothing but a credit's name, or says that the report is the outlet's own."""
    spelt = folded.replace(".", " ").split()
    return folded in _credit_names() or " ".join(spelt) in _credit_names() or folded in _folded("own_report")


def is_kicked(opened: Marker | None) -> bool:
    """Whether a line may be a headline behind a word for what stands below it, that may open a byline or a link too: «تقرير: …»."""
    told = opened is not None and opened.with_colon and opened.what in ("byline", "read_also")
    return told and opened is not None and len(opened.rest.split()) >= _TELLING


def is_caption(line: str) -> bool:
    """Whether a line is no sentence and ends with the credit of a picture: «مدخل السوق (رويترز)»."""
    found = _PICTURED.search(line)
    if found is None or line[: found.start()].rstrip().endswith(
        (".", "؟", "?", "!", "»", '"', "”", "…", "۔")
    ):
        return False
    return any(_is_credited(fold(one)) or reads_like_outlet(one) for one in credited(found[1]))


@cache
def _credit_names() -> frozenset[str]:
    return frozenset(_folded("credit_names"))


class _Phrase(NamedTuple):
    pattern: re.Pattern[str]
    what: What
    several: bool  # it has several words


class _Opening(NamedTuple):
    """What a line may be that begins with a certain word."""

    is_notice: bool
    phrases: tuple[_Phrase, ...]  # one that matches nothing where only a credit name begins so


_NOTHING = _Opening(False, ())


@lru_cache(maxsize=32_768)
def _opened_by(word: str) -> _Opening:
    folded = fold(word)
    phrases = tuple(_compiled(phrase, what) for phrase, what in _phrases().get(folded, ()))
    if not phrases and folded in _credit_openers():
        phrases = (_Phrase(_NEVER, "credit", False),)
    is_notice = folded in _notice_openers()
    return _Opening(is_notice, phrases) if phrases or is_notice else _NOTHING


def _compiled(phrase: str, what: What) -> _Phrase:
    words = re.escape(phrase).replace(r"\ ", r"\s+")
    return _Phrase(re.compile(r"\W{0,4}(?:\d+\W{1,3})?" + words + r"(?!\w)"), what, " " in phrase)


@cache
def _credit_openers() -> frozenset[str]:
    return frozenset(_FIRST.findall(name)[0] for name in _credit_names())


def marker(line: str, *, linked: bool = False) -> Marker | None:
    """The marker that opens this line of a page; None where the words only begin a sentence.

    A marker is the whole line, or is followed by a colon, or (credits and frames) leaves a short rest. A notice or a
    correction is a line of any length that begins with its phrase. A line that is all a link (`linked`) needs no colon to read on.
    """
    if not line:
        return None
    if line[0] in "([" and _signs(line):
        return Marker("byline", "", False)
    first = _FIRST.search(line, 0, 60)
    opening = _opened_by(first[0]) if first else _NOTHING
    if (line[0] == "©" or opening.is_notice) and (what := _notice(line)):
        return Marker(what, line, False)
    if _tells_of_site(line) or (line[0] == "/" and _MARK_OF_WIRE.fullmatch(line)):
        return Marker("notice", line, False)
    if len(line) > _LONGEST or not (opening.phrases or line[0] in "([/"):
        return _parted(line) if len(line) < _STAMP and _BAR.search(line) else None
    folded = fold(line)
    return _named(line, folded) or _phrased(line, folded, opening, linked) or _joint(line, folded)


def _signs(line: str) -> bool:
    """Whether a line in brackets says who worked on a report: "(Reporting by A in B; editing by C)"."""
    closed = line.rstrip(". ").endswith((")", "]"))
    return closed and len(line) < _LONGEST and fold(line[1:60]).startswith(openings("byline_in_brackets"))


def _named(line: str, folded: str) -> Marker | None:
    """A credit that is the whole line: a name that always is one, or an outlet's or a credit in brackets."""
    if alone := _PARENTHESES.fullmatch(line):
        inside = alone["in"] or alone["out"]
        inner = marker(inside)
        if inner and inner.what == "credit":
            return inner
        named = _without_bare(inside)
        if any(_is_credited(fold(one)) or reads_like_outlet(one) for one in credited(named)):
            return Marker("credit", named, False)
    acronym = len(folded) <= _ACRONYM and line.isascii()
    if folded.strip(_TRIM) in _credit_names() and (line.isupper() or not acronym):
        return Marker("credit", line.strip(_TRIM), False)
    return None


def _phrased(line: str, folded: str, opening: _Opening, linked: bool) -> Marker | None:
    for pattern, what, several in opening.phrases:
        if found := pattern.match(folded):
            tail = folded[found.end() :]
            rest = line[found.end() :] if len(line) == len(folded) else _rest(line, len(tail))
            if again := _in_other_words(rest, what):
                return again
            dashed = tail.lstrip().startswith(("-", "–", "—"))
            colon = _COLON.match(tail) is not None and (what == "byline" or not dashed)
            if not rest.strip(_TRIM) or _ASIDE.fullmatch(rest):
                return Marker(what, "", colon)
            if what == "read_also" and several and _names_section(tail):
                return Marker(what, "", False)
            if linked and what == "read_also" and _is_of_headline(folded, tail):
                return Marker(what, line.strip(), False)
            shouted = what == "credit" and _is_shouted(line.removesuffix(rest), rest)
            if shouted or _counts(
                what, folded, rest, colon=colon, linked=linked, several=several, length=len(line)
            ):
                whole = what in ("stamp", "frame", "end") or not (colon or linked)
                return Marker(what, rest if whole else _ends(rest), colon)
            return None
    return None


def _names_section(tail: str) -> bool:
    """Whether what stands behind a label says which section its headlines are of: "Read also in politics"."""
    return len(tail.split()) <= _SECTION and tail.lstrip().startswith(openings("of_section"))


def _is_of_headline(folded: str, tail: str) -> bool:
    """Whether a verb with dots behind it is the headline's own: «شاهد.. لحظة انهيار السقف»."""
    verb = folded.removesuffix(tail).strip(_TRIM)
    return tail.lstrip().startswith(("..", "…")) and verb in listed_words("headline_verbs")


def _parted(line: str) -> Marker | None:
    """The marker of a line with bars in it: that the report is an outlet's own («سنابل - خاص»), or times."""
    if len(line) < _CREDIT_LINE and line.endswith(_own_endings()) and len(line.split()) <= _CREDITED + 2:
        return Marker("credit", line, False)
    return _stamped(line)


@cache
def _own_endings() -> tuple[str, ...]:
    return tuple(" " + phrase for phrase in listed("own_report"))


def _stamped(line: str) -> Marker | None:
    """A line of times the last of which has a label: «بدأت التغطية: 3/5/2026، 07:00 — آخر تحديث 14:35»."""
    first, _, last = line.rpartition(next(filter(line.__contains__, _BARS)))
    labelled = len(_NUMBER.findall(first)) > 1 and (again := marker(last)) and again.what == "stamp"
    return Marker("stamp", line, False) if labelled else None


def _in_other_words(rest: str, what: What) -> Marker | None:
    """The marker that a label opens which says the same again in another language: «المصدر / Source:», «الوسوم (Tags)»."""
    beyond = rest.lstrip()
    if beyond[:1] not in _AGAIN or len(beyond) < 2:
        return None
    words = beyond[1:].replace(")", "", beyond[0] == "(").split()
    again = marker(" ".join(words))
    if again and again.what == what:
        return again
    for length in range(1, min(_LABEL, len(words))):
        label = marker(" ".join(words[:length]))
        if label and label.what == what and not label.rest:
            return Marker(what, " ".join(words[length:]), True)
    return None


def _is_shouted(label: str, name: str) -> bool:
    """Whether a label in capitals stands before a name that is not, as at the end of press releases: "SOURCE The Foundation"."""
    name = name.strip()
    return label.isupper() and name[:1].isupper() and not name.isupper() and len(name.split()) <= _CREDITED


def _counts(
    what: What, folded: str, rest: str, *, colon: bool, linked: bool, several: bool, length: int
) -> bool:
    """Whether what stands behind a phrase lets it be a marker; `several`: the phrase has several words."""
    words = len(rest.split())
    if what == "stamp":
        return length < _STAMP and len(_NUMBER.findall(rest)) >= (1 if colon else 2)
    if what in ("frame", "end"):  # one word is said of much else
        plain = several or not any(map(str.isalpha, rest))
        return plain and words <= 3 and length < 40 and not rest.rstrip().endswith((".", "؟"))
    if what == "byline":
        bare = (
            folded.lstrip().startswith(openings("byline_bare"))
            and (words <= _BARE or _is_dated_name(rest))
            and not rest.endswith((".", "؟"))
        )
        return (words <= _BYLINE or _is_dated_name(rest)) and (colon or bare)
    if what == "credit":
        return (colon and len(rest) <= 120) or _is_bare_credit(folded, rest)
    return colon or (linked and what == "read_also" and words >= _HEADLINE)


def _is_dated_name(rest: str) -> bool:
    """Whether a few words and a date are all that stands behind a byline's label."""
    figure = _NUMBER.search(rest)
    if figure is None:
        return False
    name, day = rest[: figure.start()].split(), rest[figure.start() :]
    return 2 <= len(name) <= _BYLINE and len(day.split()) <= _DAY and holds_date(day)


def _ends(rest: str) -> str:
    return rest.strip(" \t:：|.…-–—/>›→←▸").removeprefix("»").lstrip(" :")


def _joint(line: str, folded: str) -> Marker | None:
    joint = len(line) < _CREDIT_LINE and _is_joint_credit(folded)
    return Marker("credit", line, False) if joint else None


@cache
def _notice_openers() -> frozenset[str]:
    phrases = (*_folded("notice"), *_folded("correction"), *_folded("follow"))
    return frozenset(first[0] for notice in phrases if (first := _FIRST.search(notice)))


def is_update(line: str) -> bool:
    """Whether a line begins as one that says when a page was changed."""
    return fold(line).lstrip(_TRIM).startswith(_folded("modified"))


def _notice(line: str) -> What | None:
    """What a line is that begins as a notice of the site (whose rights, whose opinions) or of its editors (what was corrected)."""
    head = fold(line[:60]).lstrip()
    if head.startswith(_folded("correction")):
        return "correction"
    return "notice" if head.startswith(_folded("notice")) or _asks_to_follow(line, head) else None


def _asks_to_follow(line: str, head: str) -> bool:
    """Whether a line asks to follow the site elsewhere: "Follow us on Telegram"."""
    short = len(line.split()) <= _REQUEST
    return (
        short
        and head.startswith(openings("follow"))
        and any(map(fold(line).__contains__, _folded("platforms")))
    )


def signature(line: str) -> str | None:
    """The names behind a byline's label and colon inside a line, as behind its date; None where there are none."""
    found = _signatures().search(line) if ":" in line else None
    return found[1].strip() if found and 2 <= len(found[1].split()) <= _BYLINE else None


@cache
def _signatures() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(listed("byline"), key=len, reverse=True)))
    return re.compile(rf"[^\s:]\s(?:{labels})\s*:\s*([^\d:|•]+)", re.I)


def is_corrected(title: str) -> bool:
    """Whether a title says that its text was corrected or updated: "CORRECTED: …", «… (محدّث)»."""
    return _in_titles().search(fold(title)) is not None


@cache
def _in_titles() -> re.Pattern[str]:
    marked = "|".join(map(re.escape, _folded("correction_in_title")))
    return re.compile(rf"^(?:{marked})\s*(?:\d+\s*)?[-–—:|]|[(\[](?:{marked})(?!\w)")


def is_joint_credit(line: str) -> bool:
    """Whether a line is nothing but names of which one is a credit's."""
    return _is_joint_credit(fold(line))


def _is_joint_credit(folded: str) -> bool:
    """Whether a line is nothing but two names or three, of which one is a credit's: «وكالات - ملاعب اليوم»."""
    names = [name.strip(_TRIM) for name in _BESIDE.split(folded)]
    own = len(names) == 2 and any(name in _folded("own_report") for name in names)
    return 1 < len(names) < 4 and (own or any(name in _credit_names() for name in names))


def credited(names: str) -> list[str]:
    """Whom a credit names: one, or several with a sign between them («رويترز + وكالات»)."""
    names = _without_adaptation(names)
    parts = _BESIDE if _is_joint_credit(fold(names)) or _names_outlet_beside(names) else _TOGETHER
    apart = (name for one in parts.split(names) for name in _parted_between(_without_bare(one.strip())))
    each = (name for one in apart for name in _parted_by_and(one))
    found = [name for one in each if (name := _named_in(_without_and(one.strip())))]
    if not _BAR.search(names):
        return found
    return [name for name in found if fold(name) not in _folded("own_report")] or found


def _named_in(text: str) -> str:
    """A name without the signs around it; one that closes what was opened inside stays."""
    name = text.strip(_TRIM + "()[]")
    for opening, closing in ("«»", "()", "[]"):
        name += closing if name.count(opening) > name.count(closing) else ""
    return name


def is_source(name: str) -> bool:
    """Whether a name is a credit's or reads like an outlet's or a press office's."""
    return _is_credited(fold(name).strip(_TRIM)) or reads_like_outlet(name) or is_press_office(name)


def is_press_office(name: str) -> bool:
    """Whether a name is that of the part of an office that gives out its news: «المكتب الإعلامي للبلدية», "city press office"."""
    folded = f" {fold(name).strip(_TRIM)} "
    offices = tuple(f" {office} " for office in _folded("press_offices"))
    return folded.startswith(offices) or folded.endswith(offices)


def is_agency(name: str) -> bool:
    """Whether a name is a credit's by itself or that of an agency of the catalogue."""
    outlet = known().named(name)
    return _is_credited(fold(name).strip(_TRIM)) or (outlet is not None and outlet.kind == "agency")


def _parted_between(names: str) -> list[str]:
    """The names that a word parts which says whose report the first was: «رويترز عبر سكاي نيوز», "The Ledger via AP"."""
    parts = [name for name in _between().split(names) if name]
    return parts if all(len(name.split()) <= _CREDITED for name in parts) else [names]


@cache
def _between() -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed("credit_between")))
    return re.compile(rf"^(?:{words})\s*:\s*|\s[(\[]?(?:{words})\s*:?\s+", re.I)


def _parted_by_and(names: str) -> list[str]:
    """The names that "and" joins, where each is an outlet's: "Reuters and AP", «رويترز ووكالة الضفة»."""
    for found in _and().finditer(names):
        before, behind = names[: found.start()], names[found.end() :]
        known = _is_credited(fold(before)) or (1 < len(before.split()) <= _CREDITED and is_source(before))
        named = len(before.split()) <= _CREDITED and not any(word[0].islower() for word in before.split())
        if (known and is_source(behind)) or (named and _is_credited(fold(behind))):
            return [before, *_parted_by_and(behind)]
    return [names]


def _without_and(name: str) -> str:
    """A name without the "and" that joins it to those before."""
    found = _and().match(" " + name)
    rest = name[found.end() - 1 :] if found else name
    return rest if is_source(rest) and not is_source(name) else name


@cache
def _and() -> re.Pattern[str]:
    apart, attached = ("|".join(map(re.escape, listed(one))) for one in ("and", "and_attached"))
    return re.compile(rf"\s(?:(?:{apart})\s+|(?:{attached})(?=\w))", re.I)


def _without_adaptation(names: str) -> str:
    """Names without what is said behind them: that their text was shortened or translated."""
    found = _ADAPTED.search(names)
    if found and fold(found[1]) in _folded("adapted"):
        return names[: found.start()]
    last = names.rstrip(". ").rpartition(" ")
    return last[0] if last[0] and fold(last[2]) in _folded("adapted") else names


def without_credit(byline: str) -> tuple[str, str | None]:
    """The names of a byline, and the outlet behind a sign that they are of: «سليم الصباغ – صحيفة الضفاف»."""
    found = _OF_OUTLET.fullmatch(byline)
    if (
        found is None
        or reads_like_outlet(found[1])
        or not (is_agency(found[2]) or reads_like_outlet(found[2]))
    ):
        return byline, None
    return found[1].strip(), found[2].strip(_TRIM + "()[]")


def without_stamp(names: str) -> tuple[str, str]:
    """The names of a credit, and the date or the number of readers that a template has written on to them; empty for none."""
    starts = [found.start() for found in _BEHIND.finditer(names)]
    dated = (at for at in reversed(starts) if len(_NUMBER.findall(names[at:])) > 1 and holds_date(names[at:]))
    counted = (at for at in starts if _counted().match(fold(names[at:])))
    at = next(dated, next(counted, len(names)))
    bare = names[:at].rstrip(_TRIM + ",") if at < len(names) else names
    before, _, last = bare.rpartition(" ")
    on_day = at < len(names) and fold(last) in _weekdays()
    return (before.rstrip(_TRIM + ",") if on_day else bare), names[at:]


@cache
def _weekdays() -> frozenset[str]:
    days = (spoken.data.get("dates", {}).get("weekdays", {}) for spoken in languages())
    return frozenset(fold(name) for week in days for names in week.values() for name in names)


@cache
def _counted() -> re.Pattern[str]:
    """A number of readers, as it stands beside a date: "3211 views"."""
    return re.compile(rf"\d[\d.,]*\s+(?:{'|'.join(map(re.escape, _folded('counted')))})(?!\w)")


def _names_outlet_beside(names: str) -> bool:
    """Whether a dash stands before or behind the name of an outlet or a press office: «سنابل - وكالة ضفة»."""
    parts = DASH.split(names)
    return len(parts) > 1 and any(reads_like_outlet(part) or is_press_office(part) for part in parts)


def _tells_of_site(line: str) -> bool:
    """Whether a line speaks of the site itself, wherever it says so: "an automatic search engine for news"."""
    return _SITE[0] < len(line) < _SITE[1] and any(map(line.__contains__, _of_site()))


@cache
def _of_site() -> tuple[str, ...]:
    return tuple(listed("of_site"))


def _without_bare(name: str) -> str:
    """What is credited, without a word such as "with" before it."""
    folded = fold(name)
    opening = next((bare for bare in openings("credit_bare") if folded.startswith(bare)), "")
    return name[len(opening) :] if len(folded) == len(name) else name


def _is_bare_credit(folded: str, rest: str) -> bool:
    """A short line that begins as a credit does and names an outlet, without a colon: «نقلاً عن رويترز»."""
    short = len(rest.split()) <= _CREDITED and not rest.endswith(("؟", "?", "!"))
    opening = next(filter(folded.lstrip(_TRIM).startswith, openings("credit_bare")), "")
    told = len(opening.split()) >= _TELLING and rest.strip()[:1].isupper()
    return short and bool(opening) and (told or not rest.isascii() or reads_like_outlet(rest))


def _rest(line: str, length: int) -> str:
    """The end of `line` that folds to `length` characters."""
    at = len(line)
    count = 0
    while at > 0 and count < length:
        at -= 1
        count += len(fold(line[at]))
    return line[at:]
