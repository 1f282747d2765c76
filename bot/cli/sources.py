"""SOURCE on the command line: an address, a file, or `-` for standard input."""

from __future__ import annotations

import mimetypes
import sys
from pathlib import Path

from bot.errors import NoSuchFile, TooBig
from bot.models.page import Page

_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".xhtml": "application/xhtml+xml"}


def source_of(text: str, *, url: str, max_bytes: int) -> str | Page:
    """An address as it is, anything else as a page that is here already. Raises NoSuchFile and TooBig.

    url: where a file came from, "" when nobody said.
    """
    if "://" in text:
        return text
    if text == "-":
        return _page("-", sys.stdin.buffer.read(max_bytes + 1), "", url, max_bytes)
    path = Path(text)
    try:
        with path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except FileNotFoundError:
        reason = "there is no such file; an address starts with https://"
        raise NoSuchFile(path=text, reason=reason) from None
    except OSError as error:
        raise NoSuchFile(path=text, reason=error.strerror or str(error)) from error
    return _page(text, body, _type_of(path), url, max_bytes)


def _type_of(path: Path) -> str:
    kind = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or ""
    return kind if kind.startswith("text/") or kind == "application/xhtml+xml" else ""


def _page(asked: str, body: bytes, content_type: str, url: str, max_bytes: int) -> Page:
    if len(body) > max_bytes:
        raise TooBig(site=asked, limit_mb=round(max_bytes / 1_000_000))
    return Page(asked=asked, url=url, content_type=content_type, body=body)
