"""A page saved as text, or Markdown: title, dek, paragraphs, author, bio, readers' comments, told apart by shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.models.article import Comment
from bot.models.page import Page
from bot.sources.charset import decode
from bot.sources.extract import dates, language, line_comments, markdown, names
from bot.sources.extract.bio_sentences import begins_about_author
from bot.sources.extract.edges import is_foot
from bot.sources.extract.furniture import is_control
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import squeezed, tidy

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_TAIL = re.compile(r"\s+[|•»]\s+|\s+[–—]\s+|\s+-\s+")
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|div|p|meta|article|script|title|table|span|h1|br)\b", re.IGNORECASE)
_MARKUP_CHARACTERS = 4_000
_TITLE_CHARACTERS = 250
_DEK_CHARACTERS = 160
_LABEL_CHARACTERS = 40
_HEAD_CHUNKS = 5
_WRAPPED = 50
_SIGNATURE_CHARACTERS = 120
_INITIAL_AT_END = re.compile(r"\b\w{1,3}\.$")
_SALUTATION = re.compile(
    r"^(?:dear|sir|madam|to the editor|liebe[rs]?|sehr geehrte[rs]?|chère?|monsieur|madame|querid[oa]|estimad[oa])\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:;,。！？][\"'”’»)]*$")
_BODY_NAMES = re.compile(r"\b(?:board|redaktion|rédaction|redacción|redazione|staff|editors?|desk)\b", re.IGNORECASE)
_TEXT_TYPES = ("text/plain", "text/markdown", "text/x-markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says of itself. Empty texts and None: not told."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    site: str = ""
    language: str = ""
    bio: str = ""
    paragraphs: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    head_texts: tuple[str, ...] = ()


def is_text(page: Page) -> bool:
    """Whether to read it as text: declared so or not declared, and without markup."""
    if page.content_type and page.content_type not in _TEXT_TYPES:
        return False
    characters = _MARKUP_CHARACTERS // 8 if page.content_type else _MARKUP_CHARACTERS
    return not _MARKUP.search(decode(page.body[:_MARKUP_CHARACTERS], page.charset)[:characters])


def read(text: str, content_type: str = "") -> Reading:
    """Never raises; what has no shape is one title and its paragraphs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    if "markdown" in content_type or markdown.looks_like_it(text):
        fields, text = markdown.front_matter(text)
        text = markdown.plain(text)
    chunks = [chunk for part in _BLANK.split(text) if (chunk := _chunk(part))]
    if len(chunks) < 2:
        chunks = [(line,) for chunk in chunks for line in chunk]
    body, comments = line_comments.split(chunks)
    return _reading(["\n".join(chunk) for chunk in body], comments, fields)


def _chunk(part: str) -> tuple[str, ...]:
    """The lines between two blank ones; hard-wrapped lines are joined again."""
    lines = [line for raw in part.split("\n") if (line := tidy(raw))]
    if len(lines) > 1 and all(len(line) >= _WRAPPED for line in lines[:-1]):
        lines = [" ".join(lines)]
    return tuple(lines)


def _reading(chunks: list[str], comments: tuple[Comment, ...], fields: dict[str, str]) -> Reading:
    title, site, rest = _title(chunks, fields)
    spoken = language.of_text(" ".join(rest)[:3_000], fields.get("lang", fields.get("language", ""))[:2].lower())
    head, rest = _head(rest)
    by_head = tuple(name for line in head if names.is_introduced(line) for name in names.persons(line))
    authors = names.persons(fields.get("author", "") or fields.get("authors", "").strip("[]")) or by_head
    rest = [chunk for chunk in rest if not is_control(chunk)]
    rest, signed, bio = _signature(rest, authors)
    rest = [chunk for n, chunk in enumerate(rest) if not is_foot(chunk, last=n >= len(rest) - 3 and n > 0)]
    told = [fields.get("date", ""), *(line for line in head if is_timestamp(line) or names.is_introduced(line))]
    return Reading(
        title=title,
        authors=authors or signed,
        published=next((day for line in told if line and (day := dates.parse(line, spoken))), None),
        site=site or fields.get("site", fields.get("publication", "")),
        language=spoken,
        bio=bio,
        paragraphs=tuple(tidy(chunk) for chunk in rest),
        comments=comments,
        head_texts=tuple(head),
    )


def _title(chunks: list[str], fields: dict[str, str]) -> tuple[str, str, list[str]]:
    """Title, outlet and what follows. "Title | Outlet" is known by the title that stands alone below it."""
    if not chunks or len(chunks[0]) > _TITLE_CHARACTERS:
        return fields.get("title", ""), "", chunks
    first, *rest = chunks
    title, site = first, ""
    for found in reversed(list(_TAIL.finditer(first))):
        alone, tail = first[: found.start()], first[found.end() :]
        if (rest and squeezed(rest[0]) == squeezed(alone)) or found[0].strip() == "|":
            title, site = alone, tail
            break
    told = fields.get("title", "")
    if told and squeezed(told) != squeezed(title):
        return told, site, chunks
    while rest and squeezed(rest[0]) == squeezed(title):
        title, rest = rest[0], rest[1:]
    return tidy(title), tidy(site), rest


def _head(chunks: Sequence[str]) -> tuple[list[str], list[str]]:
    """Label, dek, byline and date between title and text; and the text."""
    head: list[str] = []
    rest = list(chunks)
    has_dek = False
    while len(rest) > 1 and len(head) < _HEAD_CHUNKS:
        line = rest[0]
        if is_timestamp(line) or (names.is_introduced(line) and len(line) < _DEK_CHARACTERS) or _is_label(line):
            pass
        elif not has_dek and _is_dek(line, rest[1:]):
            has_dek = True
        else:
            break
        head.append(rest.pop(0))
    return head, rest


def _is_label(line: str) -> bool:
    """ "Tribune", "OPINION"; a salutation ends in a comma and is text."""
    return len(line) <= _LABEL_CHARACTERS and not _SENTENCE_END.search(line)


def _is_dek(line: str, following: Sequence[str]) -> bool:
    """A short line before a longer one; what follows a byline or date below it."""
    if len(line) > _DEK_CHARACTERS or line.endswith((",", ":", ";")) or _SALUTATION.match(line):
        return False
    after = (
        chunk for chunk in following if not (is_timestamp(chunk) or names.is_introduced(chunk) or chunk.endswith(","))
    )
    return len(next(after, "")) > len(line)


def _signature(chunks: list[str], authors: tuple[str, ...]) -> tuple[list[str], tuple[str, ...], str]:
    """The text without the author's line and bio at its end, the names in that line, and the bio."""
    ends = list(chunks)
    bio: list[str] = []
    for _ in range(3):
        if len(ends) < 2:
            break
        known = authors or _names_in(ends[-2])
        if known and begins_about_author(ends[-1], known):
            bio.insert(0, ends.pop())
        elif is_foot(ends[-1], last=True):
            ends.pop()
        else:
            break
    signed: tuple[str, ...] = ()
    if len(ends) > 1 and (_names_in(ends[-1]) or _is_body_signature(ends[-1])):
        signed = _names_in(ends.pop())
    return ends, signed, tidy(" ".join(bio))


def _names_in(line: str) -> tuple[str, ...]:
    """The persons that a short line names and nothing else."""
    if len(line) > _SIGNATURE_CHARACTERS or "\n" in line or _BODY_NAMES.search(line):
        return ()
    if _SENTENCE_END.search(line) and not _INITIAL_AT_END.search(line):
        return ()
    found = names.persons(line)
    named = sum(len(squeezed(name)) for name in found)
    return found if named >= 0.6 * len(squeezed(line)) and all(" " in name for name in found) else ()


def _is_body_signature(line: str) -> bool:
    """ "Editorial board", "The Wexcombe Gazette": a body signs, and no person."""
    if len(line) > _LABEL_CHARACTERS or _SENTENCE_END.search(line):
        return False
    return _BODY_NAMES.search(line) is not None or all(word[0].isupper() for word in line.split())
