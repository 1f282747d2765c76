"""Which characters the bytes of a page or a feed stand for."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w-]{2,30})|encoding=[\"']([\w-]{2,30})[\"']",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 20_000
_CONTROL = bytes((*range(9), 11, *range(14, 27), *range(28, 32)))  # but escape, which Japanese charsets shift with

# What a byte that is no UTF-8 is in a text that is, by the surrogate that stands for it.
_STRAY = {0xDC00 + byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}

# The web's labels name the larger sets that their authors really used (WHATWG Encoding Standard, "Names and labels").
_WIDER = {
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}


def decode(body: bytes, header_charset: str = "") -> str:
    """The text of a page, without control characters.

    A byte order mark wins, then bytes that are valid UTF-8, whatever is declared; then the header's charset, the page's
    own, and a guess. Bytes that are no UTF-8 where it is declared are Windows-1252, which is what mislabels itself so;
    bytes that fit nothing are shown as replacement characters.
    """
    is_wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return _decoded(body if is_wide else body.translate(None, _CONTROL), header_charset)


def _decoded(body: bytes, header_charset: str) -> str:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    declared = (_known(header_charset), _known(_declared_in(body)))
    stateful = next((name for name in declared if name.startswith("iso2022")), "")
    if not stateful:
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    name = stateful or next((name for name in declared if name and name != "utf-8"), "")
    if not name and "utf-8" not in declared:
        name = _guessed(body)
    if name and name != "utf-8":
        return body.decode(name, "replace")
    return body.decode("utf-8", "surrogateescape").translate(_STRAY)


def _declared_in(body: bytes) -> str:
    found = _DECLARED.search(body[:_HEAD_BYTES])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _known(label: str) -> str:
    try:
        name = codecs.lookup(label.strip()).name
        "a".encode(name)
    except (LookupError, ValueError):  # unknown, or no charset at all ("hex")
        return ""
    return _WIDER.get(name, name)


def _guessed(body: bytes) -> str:
    from charset_normalizer import from_bytes  # seldom needed

    best = from_bytes(body[:_SAMPLE_BYTES]).best()
    name = _known(best.encoding) if best else ""
    return name if name and "<".encode(name) == b"<" else "cp1252"  # a page's markup is ASCII
