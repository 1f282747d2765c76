"""The first and last blocks of a body that belong to its head and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.sources.extract.blocks import Block
from bot.sources.extract.edge_words import FOOT, FOOT_ANYWHERE
from bot.sources.extract.furniture import PROSE_CHARACTERS
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import squeezed

_FOOT = tuple(line.strip() for line in FOOT.replace("\n", "").split("|") if line.strip())
_ANYWHERE = tuple(line.strip() for line in FOOT_ANYWHERE.replace("\n", "").split("|") if line.strip())
_HEAD_BLOCKS = 12
_FOOT_BLOCKS = 6
_FOOT_CHARACTERS = 400
_READING_TIME = re.compile(
    r"^\W*\d{1,3}\s*(?:-|–)?\s*(?:min|minute|minuten|minutes|minutos|minuti)\b.{0,20}$", re.IGNORECASE
)
_SENTENCE_END = (".", "!", "?", "…", "”", '"', "“", "»", "。", "！", "？", "’", ":", ")")


def without_head(blocks: Sequence[Block], title: str, head_texts: Sequence[str], authors: Sequence[str]) -> list[Block]:
    """Drop title, kicker, byline, dek and date before the first paragraph."""
    known = {squeezed(text) for text in (title, *head_texts)} - {""}
    names = [squeezed(author) for author in authors if author]
    kept: list[Block] = []
    in_head = True
    for n, block in enumerate(blocks):
        text = squeezed(block.text)
        if n < _HEAD_BLOCKS and (text in known or (in_head and _is_of_head(block, text, names))):
            continue
        in_head = in_head and (block.is_heading or len(block.text) < PROSE_CHARACTERS)
        kept.append(block)
    return kept


def _is_of_head(block: Block, text: str, names: Sequence[str]) -> bool:
    """A date, a reading time, a byline, or a label that is no sentence."""
    if len(block.text) >= PROSE_CHARACTERS:
        return False
    if is_timestamp(block.text) or _READING_TIME.match(block.text):
        return True
    if any(name in text for name in names) and len(text) <= 60 + max(map(len, names)):
        return not block.text.endswith(_SENTENCE_END)
    return not block.is_heading and not block.text.endswith(_SENTENCE_END) and block.text.upper() == block.text


def without_foot(blocks: Sequence[Block]) -> list[Block]:
    """Drop credits, syndication, appeals and rights at the end."""
    first = max(1, len(blocks) - _FOOT_BLOCKS)
    return [block for n, block in enumerate(blocks) if not (is_foot(block.text, last=n >= first))]


def is_foot(text: str, *, last: bool) -> bool:
    """Whether a line belongs to the foot of a page; at the end of a text more lines do."""
    if len(text) > _FOOT_CHARACTERS:
        return False
    start = text.casefold().lstrip(" *_(—–-•|[“\"'").replace("’", "'")
    return start.startswith(_ANYWHERE) or (last and start.startswith(_FOOT))
