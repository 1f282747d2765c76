"""What somebody wants from the bot, as a value: it can be kept, put on a button, and asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ask:
    """use: what is wanted, as a name of `Uses`; args: its options in words, without those that are not given."""

    use: str
    args: Mapping[str, str] = field(default_factory=dict)

    def but(self, **changes: str) -> Ask:
        """The same with other options; "" takes one away."""
        return Ask(self.use, {name: value for name, value in {**self.args, **changes}.items() if value})


# The custom id of a button that asks this, here. Cards are given one, so that they know nothing of signing.
Ids = Callable[[Ask], str]
