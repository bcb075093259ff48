"""Unpacking a compressed body a piece at a time, so that a small answer cannot become a huge one unnoticed."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

_PIECE = 65_536
_MOST_MEMBERS = 1000
_COMPRESSIONS = frozenset(("gzip", "deflate", "br", "zstd", "compress", "dcb", "dcz"))


class Garbled(ValueError):
    """The body is not what its Content-Encoding says."""


class Unpacker(Protocol):
    """Unpacks a body that is fed to it; `whole` says whether its end was reached."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the next part of the body holds, in pieces of limited length."""

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""


class _Plain:
    whole = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Zlib:
    """Gzip and deflate, which is sent with a header of zlib's and without one."""

    def __init__(self) -> None:
        self._decoder: Any = None
        self._members = 0
        self._gzip = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._decoder is None or self._decoder.eof:
                if self._decoder is not None and not (self._gzip and data[0] == 0x1F):
                    return
                self._begin(data[0])
            yield from self._pieces(data)
            data = self._decoder.unused_data

    @property
    def whole(self) -> bool:
        return self._decoder is None or self._decoder.eof

    def _begin(self, first: int) -> None:
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise Garbled("the answer is packed in too many parts")
        self._gzip = first == 0x1F
        headed = self._gzip or first & 0xF == 8
        self._decoder = zlib.decompressobj(zlib.MAX_WBITS | 32 if headed else -zlib.MAX_WBITS)

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        full = True
        while (data or full) and not self._decoder.eof:
            try:
                piece = self._decoder.decompress(data, _PIECE)
            except zlib.error as error:
                raise Garbled("the answer cannot be unpacked") from error
            yield piece
            data, full = self._decoder.unconsumed_tail, len(piece) == _PIECE


class _Brotli:
    def __init__(self, library: Any) -> None:
        self._library = library
        self._decoder = library.Decompressor()
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._begun = True
        while data or not self._decoder.can_accept_more_data():
            try:
                piece = self._decoder.process(data, output_buffer_limit=_PIECE)
            except self._library.error as error:
                raise Garbled("the answer cannot be unpacked") from error
            yield piece
            data = b""

    @property
    def whole(self) -> bool:
        return not self._begun or self._decoder.is_finished()


def _brotli() -> Any:
    """The library, if there is one whose output can be limited."""
    try:
        library: Any = importlib.import_module("brotli")
    except ImportError:
        return None
    return library if hasattr(library.Decompressor, "can_accept_more_data") else None


_BROTLI = _brotli()
ACCEPTED = "gzip, deflate, br" if _BROTLI else "gzip, deflate"


def unpacker(headers: Iterable[str]) -> Unpacker:
    """What unpacks a body with these headers of Content-Encoding. Raises Garbled where nothing does.

    A name that is no compression at all ("utf-8", "none") is a frequent mistake, and means nothing.
    """
    names = [name.strip().lower().removeprefix("x-") for header in headers for name in header.split(",")]
    packed = [name for name in names if name in _COMPRESSIONS]
    match packed:
        case []:
            return _Plain()
        case ["gzip" | "deflate"]:
            return _Zlib()
        case ["br"] if _BROTLI:
            return _Brotli(_BROTLI)
    raise Garbled(f"the answer is packed in a way that was not asked for ({', '.join(packed)})")
