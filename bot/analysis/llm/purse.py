"""What an estimate promised is kept: no call is made that could spend more."""

from __future__ import annotations

from bot.analysis.engine import Meter
from bot.models.money import Usage


class Purse:
    """A meter that knows how much is left of an estimate."""

    def __init__(self, meter: Meter, estimate: Usage) -> None:
        self._meter, self._estimate, self._spent = meter, estimate, Usage()

    def book(self, usage: Usage) -> None:
        """On the meter as well, even beyond the estimate: what was spent is never left out."""
        self._spent += usage
        self._meter.book(usage)

    def affords(self, usage: Usage) -> bool:
        """Whether the estimate holds with this spent too; a token of the answer is never cheaper than the prompt's."""
        after = self._spent + usage
        completion = after.completion_tokens <= self._estimate.completion_tokens
        return completion and _all(after) <= _all(self._estimate)


def _all(usage: Usage) -> int:
    return usage.prompt_tokens + usage.completion_tokens
