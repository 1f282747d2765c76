"""Lists of feeds as other readers write them; `opml_writing` writes ours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from bot.errors import NotOpml
from bot.models.feed import BadLine, OpmlFeed
from bot.sources.charset import decode
from bot.sources.feeds.addresses import LONGEST, absolute, written_out
from bot.sources.feeds.opml_writing import PREFIX, write_opml
from bot.sources.feeds.texts import cut, tidy

__all__ = ["read_opml", "write_opml"]

_LARGEST = 5_000_000  # bytes
_LINES = 10_000  # feeds and bad lines
_DEPTH = 50  # outlines within outlines
_TITLE = 300  # characters
_SHOWN = 100  # characters of what stands in a bad line
_FACT = 1_000  # characters

_PROLOG = re.compile(r"\s*<\?xml[^<>]*\?>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(?:x[0-9a-fA-F]+|\d+);|(\w{1,30};)?)")
_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_SCHEME = re.compile(r"^([a-zA-Z][\w+-]*):")  # with a dot in it, it is a host and its port


def read_opml(body: bytes) -> tuple[tuple[OpmlFeed, ...], tuple[BadLine, ...]]:
    """The feeds in their order, and the lines that name none that we take.

    Reasons of bad lines: "no-address", "scheme", "too-long", "malformed". Raises NotOpml, with the line, for what is no
    OPML ("broken", "no-opml"), brings definitions of its own ("dtd"), or is beyond all measure ("too-big", "too-deep").
    """
    if len(body) > _LARGEST:
        raise NotOpml(line=0, reason="too-big")
    reading = _Reading()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, facts: reading.start(name, facts, parser.CurrentLineNumber)
    parser.EndElementHandler = reading.end
    parser.EntityDeclHandler = lambda *_: reading.refuse("dtd", parser.CurrentLineNumber)
    try:
        parser.Parse(_mended(decode(body)).encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise NotOpml(str(error), line=error.lineno, reason="broken" if reading.is_opml else "no-opml") from error
    if not reading.is_opml:
        raise NotOpml(line=1, reason="no-opml")
    return tuple(reading.feeds), tuple(reading.bad)


def _mended(markup: str) -> str:
    """A bare "&" is the commonest fault of such files; names of HTML's characters are another."""
    return _REFERENCE.sub(_reference, _PROLOG.sub(lambda found: "\n" * found[0].count("\n"), markup, count=1))


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if found[0].startswith("&#") or name in _XML:
        return found[0]
    known = html5.get(name or "")
    return "".join(f"&#{ord(char)};" for char in known) if known else "&amp;" + found[0][1:]


@dataclass(slots=True)
class _Reading:
    feeds: list[OpmlFeed] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)
    is_opml: bool = False
    _open: list[str | None] = field(default_factory=list)  # the folders' names; None for what is no folder

    def start(self, name: str, facts: dict[str, str], line: int) -> None:
        """Raises NotOpml for what is beyond all measure."""
        name = name.lower()
        if name == "opml":
            self.is_opml = True
        if name == "outline" and self.is_opml:
            self._outline({key.lower(): value for key, value in facts.items()}, line)
        else:
            self._open.append(None)
        if len(self._open) > _DEPTH:
            self.refuse("too-deep", line)
        if len(self.feeds) + len(self.bad) > _LINES:
            self.refuse("too-big", line)

    def end(self, _: str) -> None:
        """Of any element."""
        self._open.pop()

    def refuse(self, reason: str, line: int) -> None:
        """Raises NotOpml."""
        raise NotOpml(line=line, reason=reason)

    def _outline(self, facts: dict[str, str], line: int) -> None:
        title = cut(tidy(facts.get("title") or facts.get("text") or ""), _TITLE)
        kind = facts.get("type", "").lower()
        address = facts.get("xmlurl") or (facts.get("url", "") if kind in ("rss", "atom") else "")
        if "xmlurl" not in facts and not address and kind not in ("rss", "atom"):
            self._open.append(title or None)
            return
        url, reason = _address(address)
        if reason:
            self.bad.append(BadLine(line=line, reason=reason, text=cut(title or tidy(address[:LONGEST]), _SHOWN)))
        else:
            self.feeds.append(self._feed(url, title, facts, line))
        self._open.append(None)

    def _feed(self, url: str, title: str, facts: dict[str, str], line: int) -> OpmlFeed:
        own = {key.removeprefix(PREFIX): value[:_FACT] for key, value in facts.items() if key.startswith(PREFIX)}
        return OpmlFeed(
            url=url,
            title="" if title == url else title,
            site=absolute(facts.get("htmlurl", ""), ""),
            folders=tuple(name for name in self._open if name),
            line=line,
            facts=own,
        )


def _address(written: str) -> tuple[str, str]:
    """The address, and a reason where it is none that we take."""
    text = written.strip()
    if not text:
        return "", "no-address"
    if len(text) > LONGEST:
        return "", "too-long"
    text = written_out(text)
    scheme = _SCHEME.match(text)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return "", "scheme"
    url = absolute(text if scheme else f"http://{text.lstrip('/')}", "")
    return (url, "") if url else ("", "malformed")
