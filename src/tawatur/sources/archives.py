"""Archives: JSONL, saved pages, plain-text dumps, WARC files, and folders of them, as articles."""

from __future__ import annotations

import gzip
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecordType

from tawatur.dates import parse
from tawatur.language.text import LONE_SURROGATE
from tawatur.model import Article
from tawatur.page import read

_LONGEST_LINE = 10_000_000
_LARGEST_FILE = 20_000_000
_HEAD = 1024  # bytes that tell what a file is
_GZIP = b"\x1f\x8b"
_EARLIEST = 1600  # no newspaper is older
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".text")
_LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_WARCS = (".warc", ".warc.gz")
SUFFIXES = _PAGES + _TEXTS + _LINES + _WARCS


class ArchiveError(Exception):
    """A file cannot be imported; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article of an archive and when its copy was made, or (article None) what is wrong at a place of it."""

    article: Article | None
    seen: datetime
    problem: str | None = None


def files_under(path: Path) -> list[Path]:
    """The file itself, or the files of a folder that can be imported, by name. Raises ArchiveError."""
    if path.is_dir():
        found = sorted(_walk(path))
        if not found:
            raise ArchiveError(f"{path}: no file to import in this folder; known are {', '.join(SUFFIXES)}")
        return found
    if not path.exists():
        raise ArchiveError(f"there is no file {path}")
    if not os.access(path, os.R_OK):
        raise ArchiveError(f"no permission to read {path}")
    if path.stat().st_size == 0:
        raise ArchiveError(f"{path} is empty")
    return [path]


def _walk(folder: Path) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        raise ArchiveError(f"no permission to read the folder {error.filename}") from error

    for inside, _, names in os.walk(folder, onerror=refused):
        for name in names:
            path = Path(inside) / name
            if name.lower().endswith(SUFFIXES) and path.is_file():
                yield path


def read_archive(path: Path, progress: Callable[[int], None] | None = None) -> Iterator[Found]:
    """The articles of one file, in its order; what cannot be read is given as a problem, and the rest goes on.

    `progress` is told how many bytes of the file were read. Raises ArchiveError for a file of no known kind.
    """
    _refuse_binary(path)
    name = path.name.lower()
    seen = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    if name.endswith(_WARCS):
        yield from _warc(path, seen, progress)
    elif name.endswith(_LINES) or _looks_like_lines(path):
        yield from _lines(path, seen, progress)
    else:
        yield from _page(path, seen)
        if progress:
            progress(path.stat().st_size)


def _looks_like_lines(path: Path) -> bool:
    if path.name.lower().endswith(_PAGES + _TEXTS):
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return head[:2] == _GZIP or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def _refuse_binary(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"\0" in head and not head.startswith((_GZIP, b"\xff\xfe", b"\xfe\xff")):
        raise ArchiveError(f"{path} is binary; import JSONL, saved pages (HTML), plain text or WARC")


def _lines(path: Path, seen: datetime, progress: Callable[[int], None] | None) -> Iterator[Found]:
    with path.open("rb") as raw:
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        file: IO[bytes] = gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[assignment]
        number, told = 0, 0
        while True:
            number += 1
            try:
                line = file.readline(_LONGEST_LINE + 1)
            except (OSError, EOFError, zlib.error) as error:
                yield Found(None, seen, f"{path.name}: damaged after line {number - 1} ({error})")
                return
            if not line:
                return
            place = f"{path.name}, line {number}"
            if len(line) > _LONGEST_LINE:
                while line and not line.endswith(b"\n"):
                    line = file.readline(_LONGEST_LINE)
                yield Found(
                    None,
                    seen,
                    f"{place}: longer than {_LONGEST_LINE // 1_000_000} MB; put one article on a line",
                )
                continue
            if line.strip():
                yield _line(line, place, seen)
            if progress and number % 100 == 0:
                progress(raw.tell() - told)
                told = raw.tell()


def _line(line: bytes, place: str, seen: datetime) -> Found:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Found(None, seen, f"{place}: not UTF-8")
    except (ValueError, RecursionError) as error:
        return Found(None, seen, f"{place}: not JSON ({str(error)[:80]})")
    if not isinstance(fields, dict):
        return Found(None, seen, f"{place}: not an object with the fields of an article")
    try:
        return Found(_article(fields), seen)
    except ValueError as error:
        return Found(None, seen, f"{place}: {error}")


def _article(fields: dict[str, Any]) -> Article:
    """The article in one JSONL object. Raises ValueError naming the field that is wrong."""
    paragraphs = fields.get("paragraphs")
    if paragraphs is None:
        text = fields.get("text")
        if text is not None and not isinstance(text, str):
            raise ValueError('"text" is no string')
        paragraphs = (text or "").split("\n")
    if not isinstance(paragraphs, list) or not all(isinstance(one, str) for one in paragraphs):
        raise ValueError('"paragraphs" is no list of strings')
    clean = tuple(line for one in paragraphs if (line := " ".join(one.split())))
    if any(LONE_SURROGATE.search(one) for one in clean):
        raise ValueError("half a character (a lone surrogate) in the text")
    title = _text(fields, "title")
    if not clean and not title:
        raise ValueError('no text: "paragraphs" or "text" is needed')
    identifier = fields.get("id")
    return Article(
        title=title,
        paragraphs=clean,
        published=_date(fields, "published"),
        modified=_date(fields, "modified"),
        corrections=_listed(fields, "corrections"),
        byline=_text(fields, "byline"),
        language=_language(fields),
        outlet=_text(fields, "outlet"),
        url=_url(fields),
        credits=_listed(fields, "credits"),
        keywords=_listed(fields, "keywords"),
        identifier=str(identifier)
        if isinstance(identifier, str | int) and not isinstance(identifier, bool)
        else None,
    )


def _text(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{name}" is no string')
    if value and LONE_SURROGATE.search(value):
        raise ValueError(f'half a character (a lone surrogate) in "{name}"')
    return " ".join(value.split()) or None if value else None


def _listed(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    values = fields.get(name) or []
    if not isinstance(values, list) or not all(
        isinstance(one, str) and not LONE_SURROGATE.search(one) for one in values
    ):
        raise ValueError(f'"{name}" is no list of strings')
    return tuple(values)


def _language(fields: dict[str, Any]) -> str:
    code = (_text(fields, "language") or "und").replace("_", "-").split("-")[0].lower()
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise ValueError('"language" is no ISO 639 code, such as "ar"')
    return code


def _url(fields: dict[str, Any]) -> str | None:
    url = _text(fields, "url")
    try:
        urlsplit(url or "")
    except ValueError as error:
        raise ValueError(f'"url" is no address ({error})') from error
    return url


def _date(fields: dict[str, Any], name: str) -> date | None:
    stated = fields.get(name)
    found = parse(stated)
    if stated not in (None, "") and (found is None or found.year < _EARLIEST):
        raise ValueError(f'"{name}" is no date, such as "2026-03-01T10:15:00+03:00"')
    return found


def _page(path: Path, seen: datetime) -> Iterator[Found]:
    if path.stat().st_size > _LARGEST_FILE:
        yield Found(
            None,
            seen,
            f"{path.name}: larger than {_LARGEST_FILE // 1_000_000} MB; cut it, or make JSONL of it",
        )
        return
    try:
        page = read(
            path.read_bytes(), content_type="text/plain" if path.name.lower().endswith(_TEXTS) else None
        )
    except (ValueError, OSError) as error:
        yield Found(None, seen, f"{path.name}: {error}")
        return
    if not page.articles:
        yield Found(None, seen, f"{path.name}: no article found on this page")
    for article in page.articles:
        yield Found(article, seen)


def _warc(path: Path, seen: datetime, progress: Callable[[int], None] | None) -> Iterator[Found]:
    told = 0
    with path.open("rb") as file:
        records = ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True)
        while True:
            try:
                record = next(iter(islice(records, 1)), None)
            except Exception as error:  # the reader's own errors have no common class
                yield Found(None, seen, f"{path.name}: damaged ({error})")
                return
            if record is None:
                return
            yield from _record(record, path.name, seen)
            if progress:
                progress(file.tell() - told)
                told = file.tell()


def _record(record: Any, name: str, seen: datetime) -> Iterator[Found]:
    url = record.headers.get("WARC-Target-URI")
    kind = record.http_headers.get("Content-Type", "") if record.http_headers else ""
    if "html" not in kind:
        return
    captured = parse(record.headers.get("WARC-Date"))
    moment = captured if isinstance(captured, datetime) else seen
    try:
        page = read(record.reader.read(_LARGEST_FILE), url=url, content_type=kind)
    except ValueError as error:
        yield Found(None, seen, f"{name}, {url}: {error}")
        return
    for article in page.articles:
        yield Found(article, moment)
