"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_CLOSES = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}
_EITHER_WAY = "\"'»›“‘"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: `text` is `paragraph[start:end]`, marks and blanks at the rims left out.

    depth: 0 for an outer quotation, 1 for one inside it.
    whole: False when the mark is still open at the paragraph's end, for the next paragraph goes on with it.
    """

    paragraph: int
    start: int
    end: int
    depth: int
    text: str
    whole: bool = True


def quotations(paragraphs: tuple[str, ...]) -> list[Quotation]:
    """All of them, in order of their beginning."""
    found: list[Quotation] = []
    for number, text in enumerate(paragraphs, 1):
        following = paragraphs[number][:1] if number < len(paragraphs) else ""
        found += sorted(_in_paragraph(number, text, following), key=lambda q: (q.start, q.depth))
    return found


def _in_paragraph(number: int, text: str, following: str) -> Iterator[Quotation]:
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if stack and _closes(stack[-1][0], text, at):
            _, opened = stack.pop()
            yield from _made(number, text, opened + 1, at, len(stack), whole=True)
        elif char in _CLOSES and _opens(char, text, at):
            stack.append((char, at))
        elif len(stack) > 1 and _closes(stack[-2][0], text, at):  # the inner mark was none
            stack.pop()
            _, opened = stack.pop()
            yield from _made(number, text, opened + 1, at, len(stack), whole=True)
    if stack and stack[0][0] == following:
        yield from _made(number, text, stack[0][1] + 1, len(text), 0, whole=False)


def _made(number: int, text: str, start: int, end: int, depth: int, *, whole: bool) -> Iterator[Quotation]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Quotation(number, start, end, depth, text[start:end], whole)


def _opens(char: str, text: str, at: int) -> bool:
    if char not in _EITHER_WAY:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free = not before or before.isspace() or before in "([{—–-„“\"'«‘‚:/"
    if char == "'":
        return free and after.isalpha() and not after.isdigit()
    return free and bool(after) and not after.isspace()


def _closes(opened: str, text: str, at: int) -> bool:
    if text[at] not in _CLOSES[opened]:
        return False
    after = text[at + 1 : at + 2]
    if text[at] in "'’":
        return not after.isalnum()
    return not (opened == '"' and after.isalnum())
