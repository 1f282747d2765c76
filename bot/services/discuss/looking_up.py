"""Which of what was found for a question is shown: the best that fits, and nothing that stands there anyway; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from bot.analysis.lines import passage_line
from bot.models.discussion import Passage, Standing, Turn
from bot.services.discuss.finding import Material
from bot.services.discuss.shortening import turn_size
from bot.services.discuss.standing import head_only, standing_size

Count = Callable[[str], int]

# What stands still holds most of what is asked about, at a tenth of the price of what is looked up.
MOST_PASSAGES, MOST_RECALLED = 3, 6

_Item = Passage | tuple[Turn, ...]


def looked_up(
    material: Material, articles: Sequence[Standing], window: Sequence[Turn], room: int, count: Count
) -> tuple[tuple[Passage, ...], tuple[Turn, ...]]:
    """Passages, the best first, and older turns, each once and in their order, in `room` tokens."""
    stands = {(standing.n, line.paragraph, line.text) for standing in articles for line in standing.lines}
    headed = {standing.n for standing in articles}
    shown = {turn.id for turn in window}
    passages: list[Passage] = []
    recalled: dict[int, Turn] = {}
    for item in _items(material, stands, shown):
        if isinstance(item, Passage):
            size = count(passage_line(item)) + 1
            if item.n not in headed:
                size += standing_size(head_only(item.n, material.articles[item.n]), count)
            if size <= room:
                passages.append(item)
                headed.add(item.n)
                room -= size
        else:
            turns = [turn for turn in item if turn.id not in shown]
            size = sum(turn_size(turn, count) for turn in turns)
            if size <= room:
                recalled |= {turn.id: turn for turn in turns}
                shown |= recalled.keys()
                room -= size
    return tuple(passages), tuple(recalled[turn_id] for turn_id in sorted(recalled))


def _items(material: Material, stands: set[tuple[int, int, str]], shown: set[int]) -> Iterator[_Item]:
    """What is replied to, then the best of each kind in turns, then what led to what is replied to."""
    if material.chain:
        yield material.chain[-1:]
    passages = [each for each in material.passages if (each.n, each.paragraph, each.text) not in stands]
    groups = [group for group in material.recalled if any(turn.id not in shown for turn in group)]
    for passage, group in zip_longest(passages[:MOST_PASSAGES], groups[:MOST_RECALLED]):
        yield from (item for item in (group, passage) if item)
    yield from ((turn,) for turn in reversed(material.chain[:-1]))
