"""The bytes of a feed as a document that a parser reads: unpacked, decoded, mended, of bounded size."""

from __future__ import annotations

import html.entities
import re
import zlib
from xml.sax.saxutils import escape

from tawatur.page.document.charset import utf8
from tawatur.sources.values import CONTROL

_LARGEST = 50_000_000
_MOST_PARSED = 10_000  # some of which may be the same, or lead nowhere
_REPAIRED = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:#(?P<code>x[\da-f]+|\d+);|(?P<name>\w+);)?",
    re.I | re.S,
)
_UNCLOSED = re.compile(
    r"<(title|link|guid|pubdate)>([^<]*)(?=<(?!/\1)/?(?:title|link|guid|pubdate|description|item|entry)\b)",
    re.I,
)
_LONG_TAG = re.compile(r"<(?P<name>[\w:.-]+)\s[^<>]{5000,}>")
_MOST_ATTRIBUTES = 200
_ENTRY_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.I)
_PREDEFINED = ("lt", "gt", "amp", "quot", "apos")
_LATIN = re.compile(r"charset\s*=\s*[\"']?(?:iso-?8859-1|latin-?1|us-ascii|windows-1252)\b", re.I)


def text_of(data: bytes, content_type: str | None) -> str:
    """What the bytes say, whatever they are packed and encoded in; control characters are left out."""
    data = _unpacked(data)
    if data.startswith((b"<\0?\0", b"<\0r\0", b"<\0f\0", b"{\0")):
        data = b"\xff\xfe" + data
    elif data.startswith((b"\0<\0", b"\0{\0")):
        data = b"\xfe\xff" + data
    header = content_type or ""
    # Servers label what they know nothing about as Latin 1: the document's own word is better.
    if b"encoding" in data[:200] and _LATIN.search(header):
        header = ""
    text = utf8(data, f"{header}; charset=utf-8").decode("utf-8", "replace")
    return CONTROL.sub("", text).lstrip("\ufeff \t\r\n")


def mended(document: str) -> str:
    """A document whose references XML knows, whose tags are closed, and which no parser takes minutes over."""
    document = _UNCLOSED.sub(r"<\1>\2</\1>", _REPAIRED.sub(_repair, document))
    return _shortened(_LONG_TAG.sub(_few_attributes, document))


def _unpacked(data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    unpacked = bytearray()
    try:
        # A bomb unpacks no further than the limit; of a damaged file, what stands before the damage is read.
        for start in range(0, len(data), 4096):
            unpacked += unpacker.decompress(data[start : start + 4096], _LARGEST)
            if len(unpacked) > _LARGEST:
                break
    except zlib.error:
        pass
    return bytes(unpacked[:_LARGEST])


def _repair(found: re.Match[str]) -> str:
    """A reference that XML knows, in place of one that only HTML or a DTD does; character data closed, no comment."""
    whole = found[0]
    if whole.startswith("<!["):
        return whole if whole.endswith("]]>") else whole + "]]>"
    if whole.startswith("<!"):
        return ""
    if code := found["code"]:
        number = 0 if len(code) > 9 else int("0" + code, 16) if code[0] in "xX" else int(code)
        return whole if 31 < number < 0xD800 or 0xDFFF < number < 0x110000 or number in (9, 10, 13) else ""
    if (name := found["name"]) is None:
        return "&amp;"
    return whole if name in _PREDEFINED else escape(html.entities.html5.get(f"{name};", whole))


def _few_attributes(tag: re.Match[str]) -> str:
    """A tag; without its attributes, where it has so many that a parser would take minutes over them."""
    return tag[0] if tag[0].count("=") <= _MOST_ATTRIBUTES else f"<{tag['name']}>"


def _shortened(document: str) -> str:
    """A feed without its last entries, where it has far more than are read."""
    ends = [end.end() for end in _ENTRY_END.finditer(document)]
    return document[: ends[_MOST_PARSED - 1]] + document[ends[-1] :] if len(ends) > _MOST_PARSED else document
