"""The first and last blocks of a body that belong to its head and foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from bot.sources.extract.blocks import Block
from bot.sources.extract.edge_words import DATE_LINES, FOOT, FOOT_ANYWHERE, HEAD_NAMES, SUMMARY_HEADINGS, words
from bot.sources.extract.furniture import is_long, names_of
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import squeezed, text_of

_FOOT = words(FOOT)
_ANYWHERE = words(FOOT_ANYWHERE)
_HEAD_NAMES = frozenset(words(HEAD_NAMES))
_SUMMARY_HEADINGS = frozenset(words(SUMMARY_HEADINGS))
_DATE_LINES = words(DATE_LINES)
_DATE_LINE_CHARACTERS = 120
_PART = re.compile(r"[a-z]+")
_HEAD_BLOCKS = 12
_SAME_MAKE = 3
_DEK_CHARACTERS = 200  # what is longer is a first paragraph, whatever it is called
_LISTED = frozenset(("li", "dd", "dt"))
_FOOT_BLOCKS = 6
_FOOT_CHARACTERS = 400
_LINKS_CHARACTERS = 120
_NOTE_CHARACTERS = 300
_SLANTED = ("i", "em")
_MOST_SLANTED = 40
_READING_TIME = re.compile(
    r"^\W*\d{1,3}\s*(?:-|–)?\s*(?:min|minute|minuten|minutes|minutos|minuti)\b.{0,20}$", re.IGNORECASE
)
_SENTENCE_END = (".", "!", "?", "…", "”", '"', "“", "»", "。", "！", "？", "’", ":", ")")


def without_head(blocks: Sequence[Block], title: str, head_texts: Sequence[str], authors: Sequence[str]) -> list[Block]:
    """Drop title, kicker, byline, dek and date before the first paragraph."""
    known = {squeezed(text) for text in (title, *head_texts)} - {""}
    names = [squeezed(author) for author in authors if author]
    makes = Counter(_make(block) for block in blocks if is_long(block.text) and not block.is_heading)
    kept: list[Block] = []
    in_head = True
    for n, block in enumerate(without_summaries(blocks)):
        text = squeezed(block.text)
        unlike = makes[_make(block)] < _SAME_MAKE and len(block.text) < _DEK_CHARACTERS
        is_note = n == 0 and is_slanted(block) and _mentions(text, names)
        is_known = is_note or (text in known and (unlike or text == squeezed(title)))
        is_head = in_head and (_is_of_head(block, text, names) or (unlike and _is_called_head(block)))
        if n < _HEAD_BLOCKS and (is_known or is_head):
            continue
        in_head = in_head and (block.is_heading or not is_long(block.text))
        kept.append(block)
    return kept


def _mentions(text: str, names: Sequence[str]) -> bool:
    """Whether a short text names an author without being about them."""
    return len(text) <= _FOOT_CHARACTERS and any(name in text and not text.startswith(name) for name in names)


def _announces_summary(block: Block) -> bool:
    return block.text.casefold().replace("’", "'").strip(" :") in _SUMMARY_HEADINGS


def _is_called_head(block: Block) -> bool:
    """Whether the element's own name says dek, kicker or byline."""
    return any(part in _HEAD_NAMES for name in names_of(block.element) for part in _PART.findall(name.lower()))


def _make(block: Block) -> tuple[HtmlElement | None, object, str | None]:
    """Where a block stands and what it is: paragraphs of the body have this in common."""
    return block.element.getparent(), block.element.tag, block.element.get("class")


def _is_of_head(block: Block, text: str, names: Sequence[str]) -> bool:
    """A date, a reading time, a byline, or a label that is no sentence."""
    if len(block.text) < _DATE_LINE_CHARACTERS and block.text.casefold().startswith(_DATE_LINES):
        return any(c.isdigit() for c in block.text)
    if is_long(block.text):
        return False
    if is_timestamp(block.text) or _READING_TIME.match(block.text) or _is_label(block):
        return True
    if any(name in text for name in names) and len(text) <= 60 + max(map(len, names)):
        return not block.text.endswith(_SENTENCE_END)
    return not block.is_heading and not block.text.endswith(_SENTENCE_END) and block.text.isupper()


def _is_label(block: Block) -> bool:
    """A link alone ("Join the conversation (38)"), or a word in capitals over the text ("TRANSCRIPT:")."""
    if block.is_heading:
        return False
    is_link = block.linked >= 0.9 * len(block.text) and not block.text.endswith(_SENTENCE_END[:-1])
    return is_link or (block.text.endswith(":") and block.text.isupper())


def without_summaries(blocks: Sequence[Block]) -> list[Block]:
    """Drop "Key takeaways" and the list below it, wherever they stand."""
    kept: list[Block] = []
    in_summary = False
    for block in blocks:
        in_summary = _announces_summary(block) or (in_summary and block.element.tag in _LISTED)
        if not in_summary:
            kept.append(block)
    return kept


def without_foot(blocks: Sequence[Block]) -> list[Block]:
    """Drop credits, syndication, appeals and rights at the end."""
    first = max(1, len(blocks) - _FOOT_BLOCKS)
    kept = [block for n, block in enumerate(blocks) if not (is_foot(block.text, last=n >= first))]
    while len(kept) > 1 and _is_row_of_links(kept[-1]):
        kept.pop()
    return kept


def _is_row_of_links(block: Block) -> bool:
    """A few words that lead elsewhere, as "Share this: …" or "Back | Home": no sentence, mostly linked."""
    is_short = len(block.text) < _LINKS_CHARACTERS and not block.text.endswith(_SENTENCE_END)
    return is_short and block.linked >= 0.45 * len(block.text)


def without_notes(blocks: Sequence[Block]) -> list[Block]:
    """Drop the last short paragraphs that are set in italics or behind a rule, where the text is not."""
    kept = list(blocks)
    while len(kept) > _FOOT_BLOCKS // 2 and _is_note(kept[-1]) and not is_set_apart(kept[-_FOOT_BLOCKS // 2]):
        kept.pop()
    return kept


def _is_note(block: Block) -> bool:
    return not block.is_heading and len(block.text) <= _NOTE_CHARACTERS and is_slanted(block)


def is_set_apart(block: Block) -> bool:
    """In italics as a whole, directly behind a rule, or in a footer."""
    before = block.element.getprevious()
    parent = block.element.getparent()
    is_behind_rule = before is not None and before.tag == "hr" and not (before.tail or "").strip()
    return is_slanted(block) or is_behind_rule or (parent is not None and parent.tag == "footer")


def is_slanted(block: Block) -> bool:
    """Whether the whole text stands in italics."""
    if any(above.tag in _SLANTED for above in islice(block.element.iterancestors(), 2)):
        return True
    wanted = squeezed(block.text)
    return any(squeezed(text_of(element)) == wanted for element in islice(block.element.iter(*_SLANTED), _MOST_SLANTED))


def is_foot(text: str, *, last: bool) -> bool:
    """Whether a line belongs to the foot of a page; at the end of a text more lines do."""
    if len(text) > _FOOT_CHARACTERS:
        return False
    start = text.casefold().lstrip(" *_(—–-•|[“\"'").replace("’", "'")
    return start.startswith(_ANYWHERE) or (last and start.startswith(_FOOT))
