"""The day of publication, local as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from bot.models.article import count_words
from bot.sources.extract import dates
from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first, types
from bot.sources.extract.surroundings import Line, Surroundings
from bot.sources.extract.wording import is_in_comments, text_of, tidy

_METAS = tuple(
    """
    article:published_time og:article:published_time datepublished article:published published_time parsely-pub-date
    sailthru.date dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created date pubdate publishdate
    publish-date publication_date publisheddate cxenseparse:publishtime release_date datecreated
    citation_publication_date citation_date bt:pubdate creation_date
    """.split()
)
_UPDATED = re.compile(
    r"updat|modif|aktualis|geändert|mis à jour|actualiza|aggiornat|atualizad|bijgewerkt|güncel|oppdater|uppdater|"
    r"opdater|päivitet|更新|обновл|review",
    re.IGNORECASE,
)
_DATED = "//*[contains(@class,'date') or contains(@class,'publish') or contains(@class,'timestamp')]"
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 24
_FEW_WORDS = 4
_MOST_MARKED = 30
_LONGEST_MARKED = 160
_DATELINE = re.compile(
    r"^\W{0,3}(\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]{3,12})\s?\d{4}|[^\W\d]{3,12}\.?\s\d{1,2},\s\d{4})\s?[–—:|-]\s"
)
_FIRST_PARAGRAPHS = 12


def read(
    document: Document, structured: Structured, near: Surroundings, canonical_url: str, language: str
) -> date | None:
    """None when no day is told. A day of an update is taken only where a page shows no other."""
    lines = [line for line in (*near.after, *near.before) if line.words <= _MOST_WORDS]
    told = _first(_told(document, structured), language)
    shown = next((day for line in lines if (day := _shown(line, language))), None)
    dated = next((day for line in lines if is_date_line(line) and (day := _shown(line, language))), None)
    return (
        (
            dated if told and dated and dated < told else None
        )  # a structured day that follows the shown one is a revision's
        or told
        or shown
        or dates.in_address(canonical_url)
        or _first(_marked(document), language)
        or _first(_datelines(document), language)
        or next((day for line in lines if (day := dates.parse(line.text, language))), None)
    )


def is_date_line(line: Line) -> bool:
    """Whether a line holds a date and hardly anything else."""
    if not _DIGIT.search(line.text):
        return False
    rest, dates_in_it = dates.DATE.subn(" ", line.text)
    return dates_in_it > 0 and line.element.tag != "figcaption" and count_words(rest) <= _FEW_WORDS


def _first(texts: Iterable[str], language: str) -> date | None:
    return next((day for text in texts if (day := dates.parse(text, language))), None)


def _told(document: Document, structured: Structured) -> Iterator[str]:
    yield first(structured.article.get("datePublished"))
    yield from (first(document.meta.get(name)) for name in _METAS)
    yield from (first(node.get("datePublished")) for node in structured.nodes if "webpage" in types(node))


def _shown(line: Line, language: str) -> date | None:
    """The first day in a line that is not introduced as an update's."""
    if _UPDATED.search(line.element.get("class") or ""):
        return None
    end = 0
    for start, day in dates.find(line.text, language):
        if not _UPDATED.search(line.text[end:start]):
            return day
        end = start
    return None


def _marked(document: Document) -> Iterator[str]:
    """Short texts anywhere that are marked as a date, readers' comments apart."""
    for element in islice(document.tree.iterfind(".//time"), _MOST_MARKED):
        if not _UPDATED.search(element.get("class") or "") and not is_in_comments(element):
            yield element.get("datetime") or text_of(element)
    for element in islice(document.tree.xpath(_DATED), _MOST_MARKED):
        text = text_of(element)
        if len(text) <= _LONGEST_MARKED and not _UPDATED.search(text) and not is_in_comments(element):
            yield text


def _datelines(document: Document) -> Iterator[str]:
    """The day that a text begins with ("29.11.2022 – The minister …")."""
    for paragraph in islice(document.tree.iter("p"), _FIRST_PARAGRAPHS):
        if found := _DATELINE.match(tidy("".join(paragraph.itertext()))[:60]):
            yield found[1]
