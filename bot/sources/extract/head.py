"""Kicker, dek, byline and date line as they stand around the headline, for whoever cuts them off the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.sources.extract import authors, labels, published
from bot.sources.extract.document import Document
from bot.sources.extract.structured import first
from bot.sources.extract.surroundings import Line, Surroundings
from bot.sources.extract.wording import squeezed

_DEK = re.compile(
    r"\bdek\b|[-_]dek\b|deck|standfirst|sub-?(?:title|head|line)|summary|excerpt|strap|chapo|chapeau|entradilla|bajada|"
    r"sumario|occhiello|sommario|linha-?fina|intro\b|vorspann|teaser|untertitel|description|lead-?text|abstract"
)
_READING_TIME = re.compile(r"^\d+\s*-?\s*min", re.IGNORECASE)
_MOST_WORDS = 15  # a longer line with a byline's marks is the author's bio
_DESCRIPTIONS = ("description", "og:description", "twitter:description")


def texts(document: Document, near: Surroundings) -> tuple[str, ...]:
    """In the page's order, each once."""
    told = {squeezed(first(document.meta.get(name))) for name in _DESCRIPTIONS} - {""}
    before = (line.text for line in near.before if labels.is_kicker(line))
    return tuple(dict.fromkeys((*before, *_after(near.after, told))))


def _after(lines: tuple[Line, ...], told: set[str]) -> Iterator[str]:
    for i, line in enumerate(lines):
        is_subheading = i == 0 and line.element.tag in ("h2", "h3", "h4", "h5")
        if (
            is_subheading
            or _DEK.search(line.element.get("class") or "")
            or squeezed(line.text) in told
            or (authors.is_byline(line) and line.words <= _MOST_WORDS)
            or published.is_date_line(line)
            or _READING_TIME.match(line.text)
        ):
            yield line.text
