"""What sort of piece it is: op-ed, editorial, column, analysis, letter, interview, report; `unknown` beats a guess."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.models.article import Kind
from bot.sources.extract.document import Document
from bot.sources.extract.metadata import Metadata

_SEGMENTS = {
    "opinion": Kind.OP_ED,
    "opinions": Kind.OP_ED,
    "op-ed": Kind.OP_ED,
    "editorial": Kind.EDITORIAL,
    "editorials": Kind.EDITORIAL,
    "letters": Kind.LETTER,
    "columns": Kind.COLUMN,
    "columnists": Kind.COLUMN,
    "analysis": Kind.ANALYSIS,
    "interviews": Kind.INTERVIEW,
    "news": Kind.REPORT,
}


def of(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind:
    """The kind of an article; `paragraphs` is its body."""
    for segment in reversed(urlsplit(metadata.canonical_url or document.url).path.lower().split("/")):
        if kind := _SEGMENTS.get(segment):
            return kind
    return Kind.UNKNOWN
