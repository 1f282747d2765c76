"""What sort of piece it is: op-ed, editorial, column, analysis, letter, interview, report; `unknown` beats a guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from bot.models.article import Kind
from bot.sources import voice
from bot.sources.extract.document import Document
from bot.sources.extract.metadata import Metadata
from bot.sources.kind_words import ALONE, CREDITS, GUESTS, LABELS, SALUTATIONS

Clue = Callable[[Document, Metadata, Sequence[str]], Kind | None]

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TYPES = {
    "opinionnewsarticle": Kind.OP_ED,
    "analysisnewsarticle": Kind.ANALYSIS,
    "reportagenewsarticle": Kind.REPORT,
}
_TITLE_LABEL = re.compile(r"^[\[（(【「]?\s*([^:|：\]）)】」]{2,40}?)\s*(?:[:|：\]）)】」]|\s[-–—]\s)\s*\S")
_TITLE_TAIL = re.compile(r"[|（(\[]\s*([^|（(\[\]）)]{2,40})\s*[\]）)]?$")
_WORDS_OF_A_LABEL = 4
_NEVER_A_SECTION = frozenset(("comment", "comments", "tag", "tags", "author", "authors", "people"))


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole words in scripts that part them, any place in those that do not."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    return re.compile(
        "|".join(re.escape(p) if _UNSPACED.search(p) else rf"(?<!\w){re.escape(p)}(?!\w)" for p in ordered)
    )


_WITHIN = tuple((kind, _pattern(p for p in phrases if p not in ALONE)) for kind, phrases in LABELS)
_EXACT = tuple((kind, frozenset(phrases)) for kind, phrases in LABELS)
_GUEST = _pattern(GUESTS)
_CREDITS = tuple((kind, _pattern(phrases)) for kind, phrases in CREDITS)
_SALUTATION = re.compile(rf"^(?:{'|'.join(map(re.escape, SALUTATIONS))})\s*[,:;.–—-]", re.IGNORECASE)


def of(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind:
    """The kind of an article; `paragraphs` is its body. Never raises."""
    clues: tuple[Clue, ...] = (_by_title, _by_labels, _by_shape, _by_tags, _by_voice)
    return next((kind for clue in clues if (kind := clue(document, metadata, paragraphs))), Kind.UNKNOWN)


def _by_title(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind | None:
    """ "Opinion: …", "（社説）…", "Leitartikel zur Wahl: …", "… | Analysis"."""
    title = metadata.title.casefold()
    for found in (_TITLE_LABEL.match(title), _TITLE_TAIL.search(title)):
        if found and (kind := _headed(found[1])) and kind is not Kind.REPORT:
            return kind
    return None


def _headed(label: str) -> Kind | None:
    """A title's own label is a known phrase, or one with a few words before or behind it."""
    words = label.split()
    spans = [" ".join(words[:n]) for n in range(1, len(words))] + [" ".join(words[1:])]
    parts = [label, *(span for span in spans if span not in ALONE)] if len(words) <= _WORDS_OF_A_LABEL else [label]
    return next((kind for part in parts for kind, phrases in _EXACT if part in phrases), None)


def _by_labels(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind | None:
    """The most telling of all labels: a letter under "Opinion" is a letter."""
    address = metadata.canonical_url or document.url
    told = [*metadata.labels.sections, *_segments(address), _slug_label(address)]
    kinds = {kind for label in told if (kind := _labelled(label))}
    kinds |= {kind for text in metadata.head_texts for kind, pattern in _CREDITS if pattern.search(text.casefold())}
    if any(_GUEST.search(label) for label in told):
        return Kind.OP_ED
    kinds |= {_TYPES[name] for name in metadata.types if name in _TYPES}
    return next((kind for kind, _ in LABELS if kind in kinds and kind is not Kind.REPORT), None) or (
        Kind.REPORT if Kind.REPORT in kinds and voice.reports(paragraphs, metadata.language) else None
    )


def _by_shape(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind | None:
    """A letter's salutation; questions and answers in turn."""
    if any(_SALUTATION.match(paragraph) for paragraph in paragraphs[:1]):
        return Kind.LETTER
    return Kind.INTERVIEW if voice.asks_and_answers(paragraphs, metadata.language) else None


def _by_tags(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind | None:
    """Tags and the template's marks, of which only whole phrases count."""
    kinds = {
        kind for tag in metadata.labels.tags for kind, phrases in _EXACT if tag in phrases and kind is not Kind.REPORT
    }
    if metadata.authors:
        kinds.discard(Kind.EDITORIAL)  # as a tag it means any article of the outlet's own
    return next((kind for kind, _ in LABELS if kind in kinds), None)


def _by_voice(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind | None:
    if voice.argues(paragraphs, metadata.language):
        return Kind.OP_ED
    return Kind.REPORT if voice.reports(paragraphs, metadata.language) and "newsarticle" in metadata.types else None


def _labelled(label: str) -> Kind | None:
    """The kind that a short label names; a word that may be a topic or a button counts only when it stands alone."""
    text = label.casefold().strip(" :|-–—.#")
    if _GUEST.search(text):
        return Kind.OP_ED
    for kind, phrases in _EXACT:
        if text in phrases:
            return kind
    if len(text.split()) > _WORDS_OF_A_LABEL or any(c.isdigit() for c in text):
        return None
    return next((kind for kind, pattern in _WITHIN if pattern.search(text)), None)


def _segments(url: str) -> Iterator[str]:
    """Folders of a path and words of the host, as labels; the last one is the article's own and left out."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    yield from (word for word in (parts.hostname or "").split(".")[:-2] if word != "www")
    for segment in unquote(parts.path).strip("/").split("/")[:-1]:
        if segment.lower() not in _NEVER_A_SECTION:
            yield segment.replace("-", " ").replace("_", " ")


def _slug_label(url: str) -> str:
    """The first word of an article's own name in its address ("kommentar-die-bahnhofsuhr")."""
    slug = unquote(url).rstrip("/").rpartition("/")[2]
    word = re.split(r"[-_.]", slug, maxsplit=1)[0].lower()
    return "" if word in ALONE else word
