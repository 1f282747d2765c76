"""An area of readers' comments, taken apart: who said what.

Every comment has one head: its author, its time, or both side by side. Heads are found first; a comment is then the
largest element around one head only, or, where comments are not framed at all, what stands between two heads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from bot.models.article import Comment
from bot.sources.extract.blocks import Block, read_lines
from bot.sources.extract.comment_lines import (
    author_in,
    is_control,
    is_name,
    is_notice,
    named_in,
    plain_name,
    tells_time,
)
from bot.sources.extract.comment_marks import AUTHOR, TIME, marked
from bot.sources.extract.comment_texts import of_text_frame, without_links_around, without_repeated

_MOST_HEADS = 3_000


def read(area: Sequence[HtmlElement], announced: int | None = None) -> list[Comment]:
    """The comments in sibling elements, in their order.

    announced: the number that the page gives for them; only with one are names told by bold type alone.
    """
    with marked(area) as mark_bold_names:
        blocks = _lines(area)
        heads = _heads(blocks, announced)
        if not heads and announced:
            mark_bold_names()
            blocks = _lines(area)
            heads = _heads(blocks, announced)
        return list(_comments(blocks, heads[:_MOST_HEADS], area)) if heads else []


def _lines(area: Iterable[HtmlElement]) -> list[Block]:
    return [
        block
        for element in area
        for block in read_lines(element)
        if block.element.tag == AUTHOR or _is_time(block) or not (is_control(block.text) or is_notice(block.text))
    ]


def _heads(blocks: Sequence[Block], announced: int | None) -> list[int]:
    """Indices of the blocks that stand for one comment each: its author where authors are marked, else its time."""
    authors = _firsts(n for n, block in enumerate(blocks) if _named_by(block))
    times = _firsts(n for n, block in enumerate(blocks) if _is_time(block))
    if announced is not None:
        for heads in (authors, times):
            if len(heads) == announced:
                return heads
    return times if len(times) > len(authors) or len(authors) > 1.5 * len(times) > 1 else authors


def _named_by(block: Block) -> str:
    """The author that a line names and does nothing else: "Gesa sagt:", "Alois H. schrieb am 16.03.2004:"."""
    if block.element.tag == AUTHOR:
        return plain_name(block.text)
    return named_in(block.text)


def _firsts(indices: Iterable[int]) -> list[int]:
    """Of neighbours the first."""
    found: list[int] = []
    last = -2
    for n in indices:
        if n != last + 1:
            found.append(n)
        last = n
    return found


def _is_time(block: Block) -> bool:
    return block.element.tag == TIME or tells_time(block.text)


def _comments(blocks: Sequence[Block], heads: Sequence[int], area: Sequence[HtmlElement]) -> Iterator[Comment]:
    owned = _owned(blocks, heads, area)
    names = [_name_for(blocks, head, owned[head]) for head in heads]
    said = [_texts(blocks, head, name, owned[head]) for head, name in zip(heads, names, strict=True)]
    for name, texts in zip(names, without_repeated(said), strict=True):
        author = "" if name is None else _named_by(blocks[name]) or plain_name(blocks[name].text)
        if not author and texts:
            author, texts[0] = author_in(texts[0])
        text = "\n".join(texts).strip()
        if text:
            yield Comment(author=author, text=text)


def _texts(blocks: Sequence[Block], head: int, name: int | None, lines: Sequence[int]) -> list[str]:
    """A comment's own lines: those after its head, or before it where names stand below."""
    own = [n for n in lines if n not in (head, name) and not _is_time(blocks[n])]
    after = [blocks[n] for n in own if n > head]
    before = [blocks[n] for n in own if n < head]
    is_below = sum(len(block.text) for block in before) > 3 * sum(len(block.text) for block in after)
    lines_said = of_text_frame(before if is_below else after, blocks[head])
    return [block.text for block in without_links_around(lines_said)]


def _owned(blocks: Sequence[Block], heads: Sequence[int], area: Sequence[HtmlElement]) -> dict[int, list[int]]:
    """Which blocks belong to each head: those in the largest element around it alone, or else those up to the next."""
    tops = {parent for element in area if (parent := element.getparent()) is not None}
    counts: Counter[HtmlElement] = Counter()
    for head in heads:
        counts.update(_upward(blocks[head].element, tops))
    frame_of: dict[HtmlElement, int] = {}
    for head in heads:
        for element in _upward(blocks[head].element, tops):
            if counts[element] > 1:
                break
            frame_of[element] = head
    owned: dict[int, list[int]] = {head: [] for head in heads}
    loose: list[int] = []
    for n, block in enumerate(blocks):
        nearest = next((above for above in _upward(block.element, tops) if counts[above]), None)
        if nearest is not None and nearest in frame_of and len(heads) > 1:
            owned[frame_of[nearest]].append(n)
        else:
            loose.append(n)
    _hand_back(blocks, heads, owned)
    _give_away(blocks, heads, owned, loose)
    return owned


def _hand_back(blocks: Sequence[Block], heads: Sequence[int], owned: dict[int, list[int]]) -> None:
    """An answer that stands in the frame of what it answers has that frame's first lines, which are not its own."""
    for previous, head in pairwise(heads):
        name = _name_for(blocks, head, owned[head])
        told = [n for n in owned[head] if n not in (head, name) and not _is_time(blocks[n])]
        early = [n for n in told if n < head]
        if early and early != told and not _has_text(blocks, previous, owned[previous]):
            owned[previous].extend(early)
            owned[head] = [n for n in owned[head] if n not in early]


def _give_away(blocks: Sequence[Block], heads: Sequence[int], owned: dict[int, list[int]], loose: list[int]) -> None:
    """Lines outside every frame go to the head before them, when it has no text in a frame of its own."""
    bare = {head for head in heads if not _has_text(blocks, head, owned[head])}
    position = 0
    for n in loose:
        while position + 1 < len(heads) and heads[position + 1] <= n:
            position += 1
        head = heads[position]
        is_own_name = n == head - 1 and not _named_by(blocks[head])
        if head in bare and (n >= head or is_own_name):
            owned[head].append(n)
    for head in bare:
        owned[head].sort()


def _has_text(blocks: Sequence[Block], head: int, lines: Sequence[int]) -> bool:
    name = _name_for(blocks, head, lines)
    return any(n not in (head, name) and not _is_time(blocks[n]) for n in lines)


def _upward(element: HtmlElement, tops: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The element and those around it, within the area."""
    while element not in tops:
        yield element
        parent = element.getparent()
        if parent is None:
            return
        element = parent


def _name_for(blocks: Sequence[Block], head: int, lines: Sequence[int]) -> int | None:
    """The block with the author's name: marked as such, or a short one right beside the time."""
    if _named_by(blocks[head]):
        return head
    marked = [n for n in lines if _named_by(blocks[n])]
    if marked:
        return marked[0]
    for n in (head - 1, head + 1):
        if n in lines and is_name(plain_name(blocks[n].text)):
            return n
    return next((n for n in lines[:1] if n != head and is_name(blocks[n].text)), None)
