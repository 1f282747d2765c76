"""An answer's bytes, unpacked slice by slice, so that a bomb is never unfolded."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

ACCEPT_ENCODING = "gzip, deflate"
_SLICE = 65_536  # bytes that come out at once
_MEMBERS = 100  # that one gzip stream may hold; honest ones have one
_GZIP_MAGIC = b"\x1f\x8b"


class Broken(ValueError):
    """Not what its Content-Encoding says."""


class Unpacker(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]:
        """What comes out, in slices. Raises Broken."""
        ...

    def is_complete(self) -> bool:
        """Whether the stream ended where it says it ends."""
        ...


def unpacker(content_encoding: str) -> Unpacker | None:
    """The one for a Content-Encoding header, None for those that were not asked for, stacked ones among them."""
    match content_encoding.strip().lower():
        case "" | "identity" | "none":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Inflated(gzip=True)
        case "deflate":
            return _Inflated(gzip=False)
        case _:
            return None


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        """As it came, in one slice."""
        yield data

    def is_complete(self) -> bool:
        """Always: bytes that are not packed do not say where they end."""
        return True


class _Inflated:
    """gzip, or deflate with and without zlib's header (both are sent under that name)."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._head = b""
        self._members = 0
        self._stream: zlib._Decompress | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Slices of at most 64 KiB; nothing before there are two bytes to tell the format by. Raises Broken."""
        if self._stream is None:
            data = self._head = self._head + data
            if len(data) < 2:
                return
            self._stream = self._next_member(data)
        try:
            yield from self._inflate(data)
        except zlib.error as error:
            raise Broken(str(error)) from error

    def is_complete(self) -> bool:
        """An empty body is; a single byte is not."""
        return self._stream.eof if self._stream else not self._head

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        assert self._stream
        while True:
            if self._stream.eof:
                if not (self._gzip and data.startswith(_GZIP_MAGIC)):
                    return  # what follows the end is no content; browsers skip it too
                self._stream = self._next_member(data)
            out = self._stream.decompress(data, _SLICE)
            if out:
                yield out
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
            if not data and len(out) < _SLICE:
                return

    def _next_member(self, data: bytes) -> zlib._Decompress:
        self._members += 1
        if self._members > _MEMBERS:
            raise Broken("too many members")
        if self._gzip:
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        has_header = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
