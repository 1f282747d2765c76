"""The only maker of an Answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analysis.engine import AnswerAsk
from bot.models.comparison import Citation
from bot.models.discussion import Answer
from bot.models.summary import Fallback, Signature

NOTHING_CONFIRMED = "Nothing of the answer could be confirmed by the articles here."

_CITED = re.compile(r"\[(\d{1,3})¶(\d{1,4})\]")


class AnswerCheck:
    """One answer's way through the check, piece by piece."""

    def __init__(self, ask: AnswerAsk, instructions: Sequence[str] = ()) -> None:
        self._ask, self._instructions = ask, tuple(instructions)
        self._whole, self._dropped, self.text = "", 0, ""

    def feed(self, piece: str) -> bool:
        """Takes the next piece; True when `text` has grown."""
        self._whole += piece
        before = self.text
        self.text = self._whole[: max(self._whole.rfind(stop) + 1 for stop in ".!?]")].strip()
        return len(self.text) > len(before)

    def start_over(self) -> None:
        """Forgets everything that was fed."""
        self._whole, self._dropped, self.text = "", 0, ""

    def finish(self, signature: Signature, fallback: Fallback | None = None) -> Answer:
        """The answer; its text is never empty."""
        self.text = self._whole.strip() or NOTHING_CONFIRMED
        cited = dict.fromkeys(Citation(n=int(n), paragraph=int(p)) for n, p in _CITED.findall(self.text))
        return Answer(
            text=self.text, citations=tuple(cited), dropped=self._dropped, signature=signature, fallback=fallback
        )
