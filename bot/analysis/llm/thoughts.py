"""Hidden thoughts that a model writes in front of its answer: never a part of it."""

from __future__ import annotations

import re

_TAGS = ("<think>", "<thinking>", "<thought>", "<reasoning>")
_NAMES = "|".join(tag.strip("<>") for tag in _TAGS)
_OPEN = re.compile(rf"<(?:{_NAMES})>")
_WHOLE = re.compile(rf"\A(?:<({_NAMES})>.*?</\1>\s*)+", re.DOTALL)
_LONGEST_END = len("</reasoning>")


class Thoughts:
    """Takes an answer's pieces and gives back what is meant to be read; what may still begin a thought is held back."""

    def __init__(self) -> None:
        self._held, self._has_begun = "", False

    def feed(self, piece: str) -> str:
        """What is sure to be the answer's, without blanks before its first word."""
        if self._has_begun:
            return piece
        self._held = _WHOLE.sub("", (self._held + piece).lstrip())
        if opened := _OPEN.match(self._held):
            self._held = opened[0] + self._held[opened.end() :][-_LONGEST_END:]  # its end is all that is waited for
            return ""
        self._has_begun = not any(tag.startswith(self._held) for tag in _TAGS)
        return self._held if self._has_begun else ""

    def end(self) -> str:
        """What was held back and is no thought, when no more comes."""
        return "" if self._has_begun or _OPEN.match(self._held) else self._held
