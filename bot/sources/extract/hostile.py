"""What is taken from a page before it is parsed, because it hangs or bloats a parser. Honest pages pass unchanged.

The limits stand far above what honest pages hold, and far below what stalls libxml2 or trafilatura: hundreds of
thousands of elements or attributes, thousands of levels, megabytes of script in one block or of title.
"""

from __future__ import annotations

import re

_ELEMENTS = 30_000  # the page ends there; of 378 saved news pages the largest has a seventh of that
_DEPTH = 200  # levels that are not closed by what follows them; deeper elements lose their tags, not their text
_ATTRIBUTES = 4_000  # names and values of one element, a forgotten quotation mark can make hundreds of them
_SHORT = 10_000  # characters of attributes that need no counting
_SCRIPT = 600_000  # characters of a script or style
_TITLE = 1_000  # characters

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)((?>[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>?|<!--")
_ATTRIBUTE = re.compile(r"\"[^\"]*+\"|'[^']*+'|[^\s\"'=/]++")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "title", "textarea")}
_LONGEST = {"script": _SCRIPT, "style": _SCRIPT, "title": _TITLE, "textarea": _SCRIPT}

# Elements that have no end, or are ended by the next of their kind.
_ENDLESS = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    colgroup dd dt li option optgroup p tbody td tfoot th thead tr
    """.split()
)


def tame(markup: str) -> str:
    """The page within bounds, in one pass."""
    return "".join(_Taming(markup).kept())


class _Taming:
    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._pieces: list[str] = []
        self._copied = 0  # where what is not decided yet begins
        self._open: list[str] = []
        self._last_comment_ends: int | None = None
        self._dropped = 0  # levels that are open beyond the deepest one

    def kept(self) -> list[str]:
        """The pieces that stay, to be joined; to be called once."""
        position, elements = 0, 0
        while tag := _TAG.search(self._markup, position):
            closes, name = tag[1], (tag[2] or "").lower()
            position = tag.end()
            if tag[0] == "<!--":
                position = self._comment(position)
            elif closes:
                self._close(tag, name)
            else:
                elements += 1
                if elements > _ELEMENTS:
                    self._drop(tag.start(), len(self._markup))
                    break
                self._open_element(tag, name)
                if name in _RAW:
                    position = self._raw_text(name, position)
        return [*self._pieces, self._markup[self._copied :]]

    def _drop(self, start: int, end: int, instead: str = "") -> None:
        self._pieces += (self._markup[self._copied : start], instead)
        self._copied = end

    def _open_element(self, tag: re.Match[str], name: str) -> None:
        if name not in _ENDLESS and name not in _RAW:
            if len(self._open) >= _DEPTH:
                self._dropped += 1
                self._drop(tag.start(), tag.end())
                return
            self._open.append(name)
        attributes = tag[3]
        if len(attributes) > _SHORT and len(_ATTRIBUTE.findall(attributes)) > _ATTRIBUTES:
            self._drop(tag.start(), tag.end(), f"<{name}>")

    def _close(self, tag: re.Match[str], name: str) -> None:
        if name in _ENDLESS:
            return
        if self._dropped:
            self._dropped -= 1
            self._drop(tag.start(), tag.end())
        elif name in self._open:
            while self._open.pop() != name:
                pass

    def _comment(self, start: int) -> int:
        if self._last_comment_ends is None:
            self._last_comment_ends = self._markup.rfind("-->")
        return self._markup.find("-->", start) if start <= self._last_comment_ends else start

    def _raw_text(self, name: str, start: int) -> int:
        """Skips what a parser does not read as markup; returns where it ends."""
        end = _RAW[name].search(self._markup, start)
        stop = end.start() if end else len(self._markup)
        longest = _LONGEST[name]
        if name == "title" and stop - start > longest:
            self._drop(start + longest, stop, "" if end else "</title>")
        elif stop - start > longest:
            self._drop(start, stop)
        return stop
