"""The words of a comment without what its page sets around every one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from bot.sources.extract.blocks import Block

_TEXT_PARTS = frozenset(
    """
    text txt body content contents message msg said copy prose description markup html tekst texte texto testo inhalt
    nachricht bericht mensaje contenido contenu corpo tresc zawartosc innehall innhold
    """.split()
)
_TEXT_ENDINGS = ("text", "body", "content", "message")
_PART = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"[\d.,+#()\[\]\s–—-]+")
_LINE_CHARACTERS = 50
_LABEL_CHARACTERS = 24
_LINK_WORDS = 4
_SALUTATION = (",", ":", "–", "—", "-")  # "Dear editor,"
_ENDS = (".", "!", "?", "…", "。", "！", "？")


def of_text_frame(blocks: Sequence[Block], head: Block) -> list[Block]:
    """Where elements that do not hold the head are called the text: their lines, and sentences beside them."""
    above = {head.element, *head.element.iterancestors()}
    framed = {block for block in blocks if _is_framed(block.element, above)}
    return [block for block in blocks if not framed or block in framed or _is_sentence(block.text)]


def _is_sentence(text: str) -> bool:
    return len(text) > _LINE_CHARACTERS or text.endswith(_ENDS)


def _is_framed(element: HtmlElement, above: set[HtmlElement]) -> bool:
    node: HtmlElement | None = element
    while node is not None and node not in above:
        if _is_called_text(node):
            return True
        node = node.getparent()
    return False


def _is_called_text(element: HtmlElement) -> bool:
    if element.get("itemprop") in ("text", "commentText", "description", "reviewBody"):
        return True
    called = f"{(element.get('class') or '')[:300]} {(element.get('id') or '')[:100]}".lower()
    return any(part in _TEXT_PARTS or part.endswith(_TEXT_ENDINGS) for part in _PART.findall(called))


def without_links_around(blocks: Sequence[Block]) -> list[Block]:
    """Without the few words at either end that are links and no sentence: "Quote", "Reply to this"."""
    kept = list(blocks)
    while len(kept) > 1 and _is_button(kept[-1]):
        kept.pop()
    while len(kept) > 1 and _is_button(kept[0]):
        kept.pop(0)
    return kept


def _is_button(block: Block) -> bool:
    text = block.text
    return block.linked >= 0.9 * len(text) and len(text.split()) <= _LINK_WORDS and not text.endswith(_ENDS)


def without_repeated(comments: Sequence[Sequence[str]]) -> list[list[str]]:
    """Without the short lines that stand in most comments, whatever their numbers say: "Posts: 31", "Pidän (4)"."""
    counts = Counter(key for lines in comments for key in {_key(line) for line in lines if len(lines) > 1})
    common = {key for key, count in counts.items() if key and count >= max(2, len(comments) / 2)}
    return [list(_unless(common, lines)) for lines in comments]


def _unless(common: set[str], lines: Sequence[str]) -> Iterator[str]:
    if all(_key(line) in common for line in lines):
        yield from lines
    else:
        yield from (line for line in lines if _key(line) not in common)


def _key(line: str) -> str:
    """A short line without its numbers, or its label alone; "" for words of a reader's."""
    if len(line) > _LINE_CHARACTERS or line.endswith(_SALUTATION):
        return ""
    label, colon, value = line.partition(":")
    if colon and value and len(label) <= _LABEL_CHARACTERS:
        return f"{label.casefold()}:"
    return _DIGITS.sub(" ", line.casefold()).strip()
