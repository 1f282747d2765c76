"""Which entries are commentary and which are reports, by what their outlets call them.

A feed says no more than labels, addresses and titles; the article itself, once it is read, says more (`sources.kind`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from bot.models.article import Kind
from bot.models.feed import Entry, Feed
from bot.sources.kind_words import ALONE, GUESTS, LABELS

_COMMENTARY = frozenset((Kind.OP_ED, Kind.EDITORIAL, Kind.COLUMN, Kind.ANALYSIS, Kind.LETTER))
_ACCENT = re.compile("[\u0300-\u036f]")
_BETWEEN_LABELS = re.compile(r"\s+[-–—]\s+|[|/›»·•:,;()\[\]]")
_TITLE_PREFIX = re.compile(r"^[\[（(【「]?\s*([^:|：\]）)】」]{2,40}?)\s*(?:[:|：\]）)】」]|\s[-–—]\s)\s*\S")
_TITLE_TAIL = re.compile(r"[|（(\[]\s*([^|（(\[\]）)]{2,40})\s*[\]）)]?$")
_LONGEST_LABEL = 60  # characters; a longer one is a sentence
_WORDS = 4
_WORD = re.compile(r"[^\s,;:|/()\[\]]+")


def _folded(text: str) -> str:
    """Without case and accents, hyphens as blanks: as labels and addresses differ in them."""
    if text.isascii():
        return " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    plain = _ACCENT.sub("", unicodedata.normalize("NFD", text.casefold()))
    return " ".join(unicodedata.normalize("NFC", plain).replace("-", " ").replace("_", " ").split())


_LABELS = frozenset(
    _folded(phrase)
    for phrases in (*(words for kind, words in LABELS if kind in _COMMENTARY), GUESTS)
    for phrase in phrases
)
_WITHIN = _LABELS - frozenset(map(_folded, ALONE))  # what is no topic, and so tells within a longer name too
_REPORTS = frozenset(_folded(phrase) for kind, words in LABELS if kind is Kind.REPORT for phrase in words)
_LIST = re.compile(r"[,&+、]|\b(?:and|und|et|y|e|en|och|og|i|и)\b", re.IGNORECASE)


def argues(entry: Entry) -> bool:
    """Whether an entry argues rather than reports, by its address, its title and its labels."""
    return any(label in _LABELS for label in _title_labels(entry.title)) or any(
        _is_label(label) for label in (*entry.labels, *_folders(entry.url))
    )


def is_of_commentary(feed: Feed) -> bool:
    """Whether all of a feed is commentary: its title says so, or the address of its part of the site."""
    folders = (*_folders(feed.site, all_of_it=True), *_folders(feed.url))
    return _names_commentary(feed.title) or any(map(_is_label, folders))


def _title_labels(title: str) -> Iterator[str]:
    """ "Opinion: …", "… | Analysis"."""
    for found in (_TITLE_PREFIX.match(title), _TITLE_TAIL.search(title)):
        if found:
            yield _folded(found[1])


def _names_commentary(title: str) -> bool:
    """ "The Courier | Opinion", but not "The Courier: news, sport and opinion"."""
    named = _folded(title)
    if _LIST.search(title) and _holds(named, _REPORTS):
        return False
    return _is_label(title) or _holds(named, _WITHIN)


def _is_label(text: str) -> bool:
    """A label, or a path of labels, of which one is known."""
    if len(text) > _LONGEST_LABEL:
        return False
    parts = _BETWEEN_LABELS.split(text)
    return any(_folded(part) in _LABELS for part in (parts if len(parts) == 1 else (text, *parts)))


def _holds(text: str, phrases: Iterable[str]) -> bool:
    words = _WORD.findall(text)
    runs = {" ".join(words[at : at + n]) for at in range(min(len(words), 20)) for n in range(1, _WORDS + 1)}
    return not runs.isdisjoint(phrases)


def _folders(url: str, *, all_of_it: bool = False) -> list[str]:
    """The folders of a path and the parts of its host; the last part of the path, an article's name, if asked for."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return []
    path = [segment for segment in unquote(parts.path).split("/") if segment]
    hosts = (parts.hostname or "").split(".")[:-2]
    return [*hosts, *(path if all_of_it else path[:-1])]
