"""Numbers that a summary may use: those of the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.analysis.grounding.amounts import Amount, Amounts, Value

_NEAR = 40  # characters between the beginnings of two numbers that are told in one breath


class Numbers:
    """The numbers of some texts in one language, with the day of publication."""

    def __init__(self, texts: Iterable[str], language: str, published: date | None = None) -> None:
        self._units: defaultdict[Value, set[str]] = defaultdict(set)
        for text in texts:
            for amount in _sharing_magnitudes(Amounts(text, language, as_source=True)):
                self._add(amount.values, amount.unit)
        if published is not None:
            self._add((Decimal(part) for part in (published.year, published.month, published.day)), "")

    def also(self, texts: Iterable[str], language: str, counted: int) -> Numbers:
        """These and those of other texts, and counts from 0 up to `counted`."""
        more = Numbers(texts, language)
        for value, units in self._units.items():
            more._units[value] |= units
        more._add(map(Decimal, range(counted + 1)), "")
        return more

    def unmatched(self, text: str, language: str) -> Iterator[str]:
        """The numbers of `text`, as written, that are not among these in value and unit."""
        for amount in _sharing_magnitudes(Amounts(text, language, as_source=False)):
            cites_paragraph = text[: amount.start].endswith("¶")
            if not (cites_paragraph or self._holds(amount)):
                yield amount.surface

    def _add(self, values: Iterable[Value], unit: str) -> None:
        for value in values:
            self._units[value].add(unit)

    def _holds(self, amount: Amount) -> bool:
        """A unit may be left out on either side, never changed."""
        units = [self._units[value] for value in amount.values if value in self._units]
        return any(not amount.unit or amount.unit in known or "" in known for known in units)


def _sharing_magnitudes(amounts: Iterable[Amount]) -> Iterator[Amount]:
    """In "from 48 to 131 million" the first number may mean millions too."""
    listed = list(amounts)
    for at, amount in enumerate(listed):
        neighbours = (near for near in listed[max(0, at - 1) : at + 2] if abs(near.start - amount.start) <= _NEAR)
        magnitude = max((near.magnitude for near in neighbours), default=1)
        if amount.magnitude == 1 and magnitude > 1:
            shared = {value * magnitude for value in amount.values if isinstance(value, Decimal)}
            amount = replace(amount, values=amount.values | shared)
        yield amount
