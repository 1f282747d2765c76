"""Readers' comments at the end of a text, by the lines that open them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.models.article import Comment
from bot.sources.extract.comment_lines import is_control, is_name, is_notice, named_in, plain_name
from bot.sources.extract.comments import announced
from bot.sources.extract.timestamps import is_timestamp

_INLINE = re.compile(r"^(?P<name>[^.!?:\n]{2,40}):\s+(?P<text>\S.*)$", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[•*·‣▪●○◦+-]|\d{1,4}[.)])\s+")
_CONTROLS = re.compile(r"\s{2,}|\s[|·•]\s")
_NUMBERED = re.compile(r"^#\s?\d{1,4}\b\W*")

Chunk = tuple[str, ...]


def split(chunks: Sequence[Chunk]) -> tuple[list[Chunk], tuple[Comment, ...]]:
    """The text before the comments, and the comments.

    They begin at a line such as "3 Comments", or at the first "NAME said:"; without either there are none.
    """
    start = _start(chunks)
    before = [kept for chunk in chunks[:start] if (kept := tuple(line for line in chunk if not is_notice(line)))]
    return before, _comments([_clean(line) for chunk in chunks[start:] for line in (*chunk, "")])


def _start(chunks: Sequence[Chunk]) -> int:
    for n, chunk in enumerate(chunks):
        if n < 2:
            continue
        line = chunk[0]
        number = announced(line)
        if number is not None and (number or _opens(chunks[n + 1 :][:2])):
            return n
        if _says(line) and _BULLET.match(line):
            return n
        if _says(line) and line.rstrip().endswith(":") and sum(bool(_says(other[0])) for other in chunks[n:]) > 1:
            return n
    return len(chunks)


def _says(line: str) -> str:
    return named_in(_BULLET.sub("", line))


def _opens(chunks: Sequence[Chunk]) -> bool:
    """Whether a name, alone or with a time, comes next."""
    if not chunks:
        return False
    line = _BULLET.sub("", chunks[0][0])
    return bool(named_in(line)) or is_name(line) or _INLINE.match(line) is not None


def _clean(line: str) -> str:
    """A line without its bullet; "" for controls, notices and announcements."""
    plain = _NUMBERED.sub("", _BULLET.sub("", line))
    if all(is_control(part) for part in _CONTROLS.split(plain)) or _is_row_of_controls(plain) or is_notice(plain):
        return ""
    return "" if announced(plain) is not None else plain


def _is_row_of_controls(line: str) -> bool:
    """ "Reply Report", whose blanks a reader has joined."""
    words = line.split()
    return 0 < len(words) <= 6 and all(is_control(word) for word in words)


def _comments(lines: Sequence[str]) -> tuple[Comment, ...]:
    lines = [line for line in lines if line]
    heads = _heads(lines)
    found: list[Comment] = []
    for position, (n, author, length) in enumerate(heads):
        until = heads[position + 1][0] if position + 1 < len(heads) else len(lines)
        text = "\n".join(line for line in lines[n + length : until] if not is_timestamp(line))
        if text:
            found.append(Comment(author=author, text=text))
    return tuple(found or _inline(lines))


def _inline(lines: Sequence[str]) -> list[Comment]:
    """Comments of one line each: "Dunmore patron: It's true about ours …"."""
    told = [(_INLINE.match(line), line) for line in lines]
    return [Comment(author=one["name"].strip() if one else "", text=one["text"] if one else line) for one, line in told]


def _heads(lines: Sequence[str]) -> list[tuple[int, str, int]]:
    """Where comments begin: index, author, and how many lines the head takes."""
    heads: list[tuple[int, str, int]] = []
    n = 0
    while n < len(lines):
        author, length = _head_at(lines, n)
        if length:
            heads.append((n, author, length))
        n += max(1, length)
    return heads


def _head_at(lines: Sequence[str], n: int) -> tuple[str, int]:
    line = lines[n]
    following = lines[n + 1] if n + 1 < len(lines) else ""
    if author := named_in(line):
        return author, 2 if following and is_timestamp(following) else 1
    if following and is_timestamp(following) and is_name(line):
        return plain_name(line), 2
    if is_timestamp(line) and is_name(following):
        return plain_name(following), 2
    return "", 0
