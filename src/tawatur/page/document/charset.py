"""From the bytes of a page in any charset to UTF-8."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.I)
_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PIECE = 16_384  # bytes
_ARABIC_LEGACY = ("cp1256", "iso8859-6")


def utf8(page: bytes, content_type: str | None = None) -> bytes:
    """A page in UTF-8, read by its byte order mark, the header, its own declaration, or what its bytes look like.

    A declared charset that the bytes contradict is not believed. Never raises: bytes that no charset explains
    become U+FFFD.
    """
    text = _decoded(page, content_type)
    return page if text is None else text.encode("utf-8", "replace")


def _decoded(page: bytes, content_type: str | None) -> str | None:
    """The text of a page; None where its bytes are UTF-8 as they stand."""
    for mark, name in _BOMS:
        if page.startswith(mark):
            return page.decode(name, "replace")
    declared = [
        found[1].decode("ascii") if isinstance(found[1], bytes) else found[1]
        for found in (_HEADER.search(content_type or ""), _META.search(page[:4096]), _XML.search(page[:200]))
        if found
    ]
    # Text in another charset is hardly ever valid UTF-8, and UTF-8 is often labelled as something else; the charsets
    # that switch by escapes (ISO-2022) look like ASCII.
    switching = [name for name in declared if name.lower().startswith(("iso-2022", "hz", "utf-16"))]
    for name in [*switching, "utf-8", *declared]:
        if name == "utf-8":
            if _is_utf8(page):
                return None
        elif (text := _strictly(page, name)) is not None:
            return text
    for name in declared:
        if _usable(name):
            text = page.decode(name, "replace")
            # A stray byte is damage; one in fifty is another charset.
            if text.count("\ufffd") * 50 < len(text):
                return text
    return _strictly(page, _ARABIC_LEGACY[0]) or page.decode("utf-8", "replace")


def _is_utf8(page: bytes) -> bool:
    # In pieces: memory for the text of the whole, which nobody wants, takes its time too.
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        for at in range(0, len(page), _PIECE):
            decode(page[at : at + _PIECE])
        decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _strictly(page: bytes, name: str) -> str | None:
    # Browsers read Latin 1 as windows-1252 (WHATWG Encoding, section 4.2); so do we.
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "utf-8"}.get(
        name.lower(), name
    )
    if not _usable(name):
        return None
    try:
        return page.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _usable(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False
