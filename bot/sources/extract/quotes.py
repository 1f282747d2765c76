"""Pull quotes: words of the article set again beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.sources.extract.blocks import Block

_LONGEST = 400
_WORD = re.compile(r"\w+")
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
    squeezed_texts = [_letters(block.text) for block in blocks]
    kept: list[Block] = []
    for n, block in enumerate(blocks):
        may_be_one = len(block.text) <= _LONGEST and not block.is_heading and block.element.tag not in _LISTED
        if not (may_be_one and _is_repeated(n, blocks, squeezed_texts)):
            kept.append(block)
    return kept


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())


def _is_repeated(n: int, blocks: Sequence[Block], squeezed_texts: Sequence[str]) -> bool:
    text = squeezed_texts[n]
    if len(text) < 20:
        return False
    framed = _is_framed(blocks[n])
    wanted = _shingles(blocks[n].text) if framed else frozenset()
    for other, longer in enumerate(squeezed_texts):
        if other == n or len(longer) < len(text) or (longer == text and (not framed or other > n)):
            continue
        if text in longer:
            return True
        if framed and wanted and len(wanted & _shingles(blocks[other].text)) >= _ALIKE * len(wanted):
            return True
    return False


def _is_framed(block: Block) -> bool:
    parent = block.element.getparent()
    return block.element.tag in _FRAMES or (parent is not None and parent.tag in _FRAMES)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1))
