"""What sort of piece it is: op-ed, editorial, column, analysis, letter, interview, report; `unknown` beats a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from bot.models.article import Kind
from bot.sources import voice
from bot.sources.extract.document import Document
from bot.sources.extract.metadata import Metadata
from bot.sources.kind_words import ALONE, CREDITS, GUESTS, LABELS, SALUTATIONS

_TOKEN = re.compile(r"\w+")
_LONGEST_PHRASE = 6  # words
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ACCENT = re.compile("[\u0300-\u036f\u200c]")  # … and the joint that Persian may leave out
_TYPES = {
    "opinionnewsarticle": Kind.OP_ED,
    "analysisnewsarticle": Kind.ANALYSIS,
    "reportagenewsarticle": Kind.REPORT,
}
_TITLE_LABEL = re.compile(r"^[\[（(【「]?\s*([^:|：\]）)】」]{2,40}?)\s*(?:[:|：\]）)】」]|\s[-–—]\s)\s*\S")
_TITLE_TAIL = re.compile(r"[|（(\[]\s*([^|（(\[\]）)]{2,40})\s*[\]）)]?$")
_WORDS_OF_A_LABEL = 4
_NO_SECTIONS = frozenset(("comment", "comments", "tag", "tags", "author", "authors", "people"))
_NO_SERIES = frozenset(("articles", "posts", "stories", "profile", "page", "website", "archive", "pieces", "more"))
_NO_SLUG_LABELS = frozenset(("opinion", "opinions"))  # "opinion-polls-…"


def _folded(text: str) -> str:
    """Without case, and without the accents that addresses leave out."""
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text.casefold())))


def _runs(text: str) -> frozenset[str]:
    """Every run of up to `_LONGEST_PHRASE` words."""
    words = _TOKEN.findall(text)
    return frozenset(
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_PHRASE) + 1)
    )


class _Phrases:
    """Phrases to be found in a text: as whole words in scripts that part them, in any place in those that do not."""

    def __init__(self, phrases: Iterable[str]) -> None:
        folded = [_folded(phrase) for phrase in phrases]
        self._parted = frozenset(" ".join(_TOKEN.findall(p)) for p in folded if not _UNSPACED.search(p))
        self._unparted = tuple(p for p in folded if _UNSPACED.search(p))

    def are_in(self, text: str) -> bool:
        """`text` is folded already."""
        return not self._parted.isdisjoint(_runs(text)) or any(phrase in text for phrase in self._unparted)


_RANKED = tuple(kind for kind, _ in LABELS)
_ALONE = frozenset(map(_folded, ALONE))
_WITHIN = tuple((kind, _Phrases(phrase for phrase in phrases if phrase not in ALONE)) for kind, phrases in LABELS)
_EXACT = tuple((kind, frozenset(map(_folded, phrases))) for kind, phrases in LABELS)
_GUEST = _Phrases(GUESTS)
_CREDITS = tuple((kind, _Phrases(phrases)) for kind, phrases in CREDITS)
_SALUTATION = re.compile(rf"(?:{'|'.join(re.escape(_folded(phrase)) for phrase in SALUTATIONS)})\s*[,:;.–—-]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the kind is read from."""

    facts: Metadata
    address: str
    paragraphs: Sequence[str]


def of(document: Document, metadata: Metadata, paragraphs: Sequence[str]) -> Kind:
    """The kind of an article; `paragraphs` is its body. The surest clue decides. Never raises."""
    piece = _Piece(metadata, metadata.canonical_url or document.url, paragraphs)
    if _is_section_front(piece.address) or "profile" in document.meta.get("og:type", ()):
        return Kind.UNKNOWN
    clues = (_by_title, _by_labels, _by_shape, _by_tags, _by_voice)
    return next((kind for clue in clues if (kind := clue(piece))), Kind.UNKNOWN)


def _by_title(piece: _Piece) -> Kind | None:
    """ "Opinion: …", "（社説）…", "Leitartikel zur Wahl: …", "… | Analysis"."""
    title = _folded(piece.facts.title)
    for found in (_TITLE_LABEL.match(title), _TITLE_TAIL.search(title)):
        if found and (kind := _heading(found[1])) and kind is not Kind.REPORT:
            return kind
    return None


def _by_labels(piece: _Piece) -> Kind | None:
    """The most telling of all labels: a letter under "Opinion" is a letter. News must sound like news."""
    told = [*piece.facts.labels.sections, *_segments(piece.address), _slug_label(piece.address)]
    kinds = {kind for label in told if (kind := _labelled(label))}
    kinds |= {kind for text in map(_folded, piece.facts.head_texts) for kind, said in _CREDITS if said.are_in(text)}
    if any(_is_of_its_writer(label, piece.facts.authors) for label in (*told, *piece.facts.labels.tags)):
        kinds.add(Kind.COLUMN)
    kinds |= {_TYPES[name] for name in piece.facts.types if name in _TYPES}
    if any(_GUEST.are_in(_folded(label)) for label in told):
        return Kind.OP_ED
    best = next((kind for kind in _RANKED if kind in kinds), None)
    if best is Kind.REPORT and not voice.reports(piece.paragraphs, piece.facts.language):
        return None
    return best


def _is_of_its_writer(label: str, authors: Sequence[str]) -> bool:
    """Whether a series bears the name of who writes it ("Quill's Sidings")."""
    words = _folded(label.replace("’", "'")).split()
    surnames = {_folded(name.split()[-1]) for name in authors}
    owned = [word for word in words if word.endswith("s") and {word[:-1].removesuffix("'"), word[:-1]} & surnames]
    return bool(owned) and 1 < len(words) <= _WORDS_OF_A_LABEL and _NO_SERIES.isdisjoint(words)


def _by_shape(piece: _Piece) -> Kind | None:
    """A letter's salutation; questions and answers in turn."""
    if any(_SALUTATION.match(_folded(paragraph[:60])) for paragraph in piece.paragraphs[:1]):
        return Kind.LETTER
    return Kind.INTERVIEW if voice.asks_and_answers(piece.paragraphs, piece.facts.language) else None


def _by_tags(piece: _Piece) -> Kind | None:
    """Tags and the template's marks, of which only whole phrases count that are no topics."""
    tags = {_folded(tag) for tag in piece.facts.labels.tags} - _ALONE
    kinds = {kind for kind, phrases in _EXACT if tags & phrases} - {Kind.REPORT}
    if piece.facts.authors:
        kinds.discard(Kind.EDITORIAL)  # as a tag it means any article of the outlet's own
    return next((kind for kind in _RANKED if kind in kinds), None)


def _by_voice(piece: _Piece) -> Kind | None:
    if voice.argues(piece.paragraphs, piece.facts.language):
        return Kind.OP_ED
    is_news = "newsarticle" in piece.facts.types
    return Kind.REPORT if is_news and voice.reports(piece.paragraphs, piece.facts.language) else None


def _heading(label: str) -> Kind | None:
    """A title's own label is a known phrase, or begins with one, or ends with one after a single word."""
    words = label.split()
    spans = [" ".join(words[:n]) for n in range(1, len(words))] + [" ".join(words[1:])]
    parts = [label, *(span for span in spans if span not in _ALONE)] if len(words) <= _WORDS_OF_A_LABEL else [label]
    if _GUEST.are_in(label):
        return Kind.OP_ED
    return next((kind for part in parts for kind, phrases in _EXACT if part in phrases), None)


def _labelled(label: str) -> Kind | None:
    """The kind that a short label names; a word that may be a topic or a button counts only when it stands alone."""
    text = _folded(label).strip(" :|-–—.#")
    for kind, phrases in _EXACT:
        if text in phrases:
            return kind
    if len(text.split()) > _WORDS_OF_A_LABEL or any(c.isdigit() for c in text):
        return None
    return next((kind for kind, phrases in _WITHIN if phrases.are_in(text)), None)


def _segments(url: str) -> Iterator[str]:
    """Folders of a path and words of the host, as labels; the last part of a path is the article's own name."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    yield from (word for word in (parts.hostname or "").split(".")[:-2] if word != "www")
    for segment in unquote(parts.path).strip("/").split("/")[:-1]:
        if segment.lower() not in _NO_SECTIONS:
            yield segment.replace("-", " ").replace("_", " ")


def _is_section_front(url: str) -> bool:
    """Whether the last part of an address is nothing but a section's name ("/opinion/"): a list of pieces, not one."""
    slug = _folded(unquote(url).rstrip("/").rpartition("/")[2]).replace("-", " ")
    return any(slug in phrases for _, phrases in _EXACT)


def _slug_label(url: str) -> str:
    """The first word of an article's own name in its address ("kommentar-die-bahnhofsuhr")."""
    word = _folded(re.split(r"[-_.]", unquote(url).rstrip("/").rpartition("/")[2], maxsplit=1)[0])
    return "" if word in _ALONE or word in _NO_SLUG_LABELS else word
