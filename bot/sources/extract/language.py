"""The language of a page: what it says, checked against its text."""

from __future__ import annotations

import re

from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first

_SUBTAG = re.compile(r"^[a-z]{2,3}(?=$|[-_])")


def read(document: Document, structured: Structured) -> str:
    for told in (
        document.tree.get("lang") or "",
        first(document.meta.get("og:locale")),
        first(document.meta.get("content-language")),
        first(structured.article.get("inLanguage")),
    ):
        if found := _SUBTAG.match(told.strip().lower()):
            return found[0]
    return ""
