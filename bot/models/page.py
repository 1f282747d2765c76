"""What came from an address or a file, not read yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes and what was said about them.

    asked: the address (or path) that was asked for.
    url: the address that answered, after redirects; empty for a file of unknown origin.
    content_type: media type in lower case without parameters ("text/html"); "" when nothing was said.
    charset: as declared by the answer's header; "" when it was not.
    body: decompressed.
    """

    asked: str
    url: str = ""
    content_type: str = ""
    charset: str = ""
    body: bytes = b""
