"""Pull quotes: words of the article set again beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.sources.extract.blocks import Block

_LONGEST = 400
_WORD = re.compile(r"\w+")
_FEWEST_LETTERS = 20
_SHINGLE = 3
_MOST_BLOCKS = 1_000  # each is looked for in all others
_NOT_LETTERS = re.compile(r"[\W_]+")
_ALIKE = 0.6
_LISTED = frozenset(("li", "tr", "td", "th", "dt", "dd", "pre"))
_FRAMES = frozenset(("blockquote", "q", "aside", "figure"))


def without_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that do not repeat another: whole ones anywhere, and in a frame also those reworded a little."""
    if len(blocks) > _MOST_BLOCKS:
        return list(blocks)
    letters = [_letters(block.text) for block in blocks]
    everything = "\n".join(letters)
    return [block for n, block in enumerate(blocks) if not _is_pull_quote(n, blocks, letters, everything)]


def _is_pull_quote(n: int, blocks: Sequence[Block], letters: Sequence[str], everything: str) -> bool:
    block, text = blocks[n], letters[n]
    if (
        not len(text) >= _FEWEST_LETTERS
        or len(block.text) > _LONGEST
        or block.is_heading
        or block.element.tag in _LISTED
    ):
        return False
    if everything.count(text) > 1 and any(len(text) < len(longer) and text in longer for longer in letters):
        return True
    return _is_framed(block) and (text in letters[:n] or _is_reworded(n, blocks))


def _is_reworded(n: int, blocks: Sequence[Block]) -> bool:
    wanted = _shingles(blocks[n].text)
    others = (block for other, block in enumerate(blocks) if other != n and len(block.text) > len(blocks[n].text))
    return bool(wanted) and any(len(wanted & _shingles(other.text)) >= _ALIKE * len(wanted) for other in others)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())


def _is_framed(block: Block) -> bool:
    parent = block.element.getparent()
    return block.element.tag in _FRAMES or (parent is not None and parent.tag in _FRAMES)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))
