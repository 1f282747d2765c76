"""What a model writes besides its answer, taken out while it comes: hidden thoughts, code blocks, blanks in rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_CLOSERS: Mapping[str, str] = MappingProxyType(
    {"```": "```", "~~~": "~~~"} | {f"<{name}>": f"</{name}>" for name in ("think", "thinking", "thought", "reasoning")}
)
_OPENER = re.compile("|".join(map(re.escape, _CLOSERS)), re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Noise:
    """Gives back what may be read, the same however the stream is cut; holds back what may still begin a block.

    Blanks in a row come as one, as a line break, or as two where there was an empty line, and only with what follows.
    blocks: how many blocks were taken out.
    """

    def __init__(self) -> None:
        self.blocks = 0
        self._held, self._closer, self._blank = "", "", ""

    def feed(self, piece: str) -> str:
        """What is sure to be read, of this piece and what was held back before it."""
        self._held += piece
        return self._single_blanks("".join(self._outside()))

    def end(self) -> str:
        """What was held back, when no more comes; a block that never closes is no answer."""
        held, self._held = "" if self._closer else self._held, ""
        return self._single_blanks(held)

    def _outside(self) -> Iterator[str]:
        while True:
            if self._closer:
                at = self._held.casefold().find(self._closer)
                if at < 0:
                    self._held = self._held[-len(self._closer) + 1 :]
                    return
                self._held, self._closer = self._held[at + len(self._closer) :], ""
                yield "\n\n"
            opener = _OPENER.search(self._held)
            if opener is None:
                sure = len(self._held) - _held_back(self._held)
                yield self._held[:sure]
                self._held = self._held[sure:]
                return
            yield self._held[: opener.start()]
            self._held, self._closer = self._held[opener.end() :], _CLOSERS[opener[0].casefold()]
            self.blocks += self._closer.startswith(("`", "~"))

    def _single_blanks(self, text: str) -> str:
        text = self._blank + text
        kept = text.rstrip()
        self._blank = _held(text[len(kept) :])
        return _BLANKS.sub(lambda run: _single(run[0]), kept)


def _held(blanks: str) -> str:
    """The same blanks, single as far as that is sure: a carriage return may be half of a line break."""
    sure = blanks.removesuffix("\r")
    return _single(sure) + blanks[len(sure) :]


def _single(blanks: str) -> str:
    lines = len(_LINE_BREAK.findall(blanks))
    return "\n\n" if lines > 1 else "\n" if lines else " " if blanks else ""


def _held_back(text: str) -> int:
    """How many characters at the end may be the beginning of an opener."""
    tail = text[-11:].casefold()
    sizes = range(min(len(tail), 11), 0, -1)
    return next((size for size in sizes if any(o.startswith(tail[-size:]) and len(o) > size for o in _CLOSERS)), 0)
