"""Which answers are pages: their types, charsets and first bytes."""

from __future__ import annotations

import codecs
import re

from bot.errors import WrongType

ACCEPT = "text/html,application/xhtml+xml;q=0.9,text/markdown;q=0.8,text/plain;q=0.8"
ACCEPT_FEED = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.8,"
    "text/xml;q=0.8,application/json;q=0.7,text/html;q=0.5,*/*;q=0.1"
)
_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"})
_NO_TEXTS = frozenset({"audio", "font", "image", "model", "video"})

# Names of Python's codecs for the encodings of the web (WHATWG Encoding Standard): a header must not choose among the
# rest of them, some of which are no charsets ("zip"), read escapes ("unicode_escape") or hide markup ("utf-7").
_CHARSETS = frozenset(
    """
    ascii big5 big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932 cp949
    euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15
    iso8859-16 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 koi8-r koi8-u
    mac-cyrillic mac-roman shift_jis tis-620 utf-16 utf-16-be utf-16-le utf-8 utf-8-sig
    """.split()
)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?'?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)

_MAGIC = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "application/zip",
    b"\x1f\x8b": "application/gzip",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
    b"BZh": "application/x-bzip2",
    b"7z\xbc\xaf": "application/x-7z-compressed",
    b"\x7fELF": "application/octet-stream",
    b"OggS": "audio/ogg",
    b"ID3": "audio/mpeg",
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 1_024


def declared(header: str) -> tuple[str, str]:
    """Media type in lower case and charset of a Content-Type header, "" for what is not said or not known."""
    media_type = header.partition(";")[0].strip().lower()
    found = _CHARSET.search(header)
    return media_type, found[1].lower() if found and _is_charset(found[1]) else ""


def refuse_unless_page(site: str, media_type: str) -> None:
    """Raises WrongType."""
    if media_type not in _TYPES:
        raise WrongType(site=site, content_type=media_type[:80])


def refuse_unless_feed(site: str, media_type: str) -> None:
    """Feeds go under any name of a text, and under no name at all; their bytes decide. Raises WrongType."""
    if media_type.partition("/")[0] in _NO_TEXTS:
        raise WrongType(site=site, content_type=media_type[:80])


def refuse_binary(site: str, body: bytes, charset: str) -> None:
    """A picture that calls itself a page is none. Raises WrongType."""
    head = body[:_HEAD]
    kind = next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), "")
    wide = head.startswith(_UTF_16) or charset.startswith("utf-16")
    if not kind and not wide and head.count(0) > len(head) // 20:
        kind = "application/octet-stream"
    if kind:
        raise WrongType(site=site, content_type=kind)


def _is_charset(label: str) -> bool:
    try:
        return codecs.lookup(label).name in _CHARSETS
    except LookupError:
        return False
