"""Pull quotes: words of the article set again beside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.sources.extract.blocks import Block

_LONGEST = 400
_WORD = re.compile(r"\w+")
_FEWEST_LETTERS = 20
_SHINGLE = 3
_MOST_ALIKE = 20  # texts with the same beginning or words; more are no quotations, and would take long
_NOT_LETTERS = re.compile(r"[\W_]+")
_ALIKE = 0.6
_LISTED = frozenset(("li", "tr", "td", "th", "dt", "dd", "pre"))
_FRAMES = frozenset(("blockquote", "q", "aside", "figure"))

Shingle = tuple[str, ...]


def without_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that do not repeat another: whole ones anywhere, and in a frame also those reworded a little."""
    letters = [_letters(block.text) for block in blocks]
    may_be = [n for n, block in enumerate(blocks) if _may_be_pull_quote(block, letters[n])]
    quoted = {*_within_longer(letters, may_be), *_framed_again(blocks, letters, may_be)}
    return [block for n, block in enumerate(blocks) if n not in quoted]


def _may_be_pull_quote(block: Block, letters: str) -> bool:
    is_of_length = len(letters) >= _FEWEST_LETTERS and len(block.text) <= _LONGEST
    return is_of_length and not block.is_heading and block.element.tag not in _LISTED


def _within_longer(letters: Sequence[str], may_be: Sequence[int]) -> Iterator[int]:
    """Texts that a longer one holds: those that begin alike are looked up by their first letters, in one pass."""
    beginning: defaultdict[str, list[int]] = defaultdict(list)
    for n in may_be:
        if len(group := beginning[letters[n][:_FEWEST_LETTERS]]) < _MOST_ALIKE:
            group.append(n)
    for longer in letters if beginning else ():
        for at in range(len(longer) - _FEWEST_LETTERS + 1):
            for n in beginning.get(longer[at : at + _FEWEST_LETTERS], ()):
                if len(letters[n]) < len(longer) and longer.startswith(letters[n], at):
                    yield n


def _framed_again(blocks: Sequence[Block], letters: Sequence[str], may_be: Sequence[int]) -> Iterator[int]:
    """Texts in a frame that stood before, or most of whose words stand in one row in a longer text."""
    framed = [n for n in may_be if _is_framed(blocks[n])]
    if not framed:
        return
    first = {text: n for n, text in reversed(list(enumerate(letters)))}
    places: defaultdict[Shingle, list[int]] = defaultdict(list)
    for n, block in enumerate(blocks):
        for shingle in _shingles(block.text):
            if len(known := places[shingle]) < _MOST_ALIKE:
                known.append(n)
    for n in framed:
        if first[letters[n]] < n or _is_reworded(n, blocks, places):
            yield n


def _is_reworded(n: int, blocks: Sequence[Block], places: Mapping[Shingle, Sequence[int]]) -> bool:
    wanted = _shingles(blocks[n].text)
    shared = Counter(other for shingle in wanted for other in places[shingle])
    longer = (count for other, count in shared.items() if len(blocks[other].text) > len(blocks[n].text))
    return max(longer, default=0) >= _ALIKE * max(1, len(wanted))


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())


def _is_framed(block: Block) -> bool:
    parent = block.element.getparent()
    return block.element.tag in _FRAMES or (parent is not None and parent.tag in _FRAMES)


def _shingles(text: str) -> frozenset[Shingle]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))
