"""What stands beside a sentence: who says something is often told by its neighbours."""

from __future__ import annotations

from bot.analysis.extractive.reading import Reading

Signals = dict[str, float]

# Of the line before in the same paragraph, of the one that ends the paragraph above, of the line that follows.
_BEFORE = ("reports", "own", "figure", "quoted")
_ABOVE = ("reported",)
_NEXT = ("asides", "attributes", "figure", "own", "quoted", "reported")
# One of these in a paragraph's first sentence, and what follows in it may be somebody else's view.
_OPENS = ("attributes", "reports", "institutions")


def around(reading: Reading, seen: list[Signals]) -> list[Signals]:
    """One mapping for every line, from what was seen of each line alone."""
    found: list[Signals] = []
    for index, line in enumerate(reading.lines):
        near: Signals = {}
        if index and not line.first:
            near |= {f"{name}_before": seen[index - 1].get(name, 0.0) for name in _BEFORE}
            opener = seen[reading.paragraphs[line.paragraph][0]]
            near["opener_attributes"] = max(opener.get(name, 0.0) for name in _OPENS)
        elif index:
            near |= {f"{name}_above": seen[index - 1].get(name, 0.0) for name in _ABOVE}
        if not line.last:
            near |= {f"{name}_next": seen[index + 1].get(name, 0.0) for name in _NEXT}
        found.append(near)
    return found
