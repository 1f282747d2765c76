"""The headline: the heading most like what the page's metadata say, without the outlet's name, byline or section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from bot.sources.extract.document import Document
from bot.sources.extract.outlet import Outlet
from bot.sources.extract.structured import Structured, first, strings, types
from bot.sources.extract.wording import squeezed, text_of, word_set
from bot.sources.kind_words import LABELS

_METAS = tuple("og:title twitter:title twitter:text:title parsely-title sailthru.title dc.title title headline".split())
SEPARATOR = re.compile(r"\s+[|\-–—:•·»«/~>]+\s+|\s*[|•»｜＿]\s*|(?<=\w):\s+|\s*[-–—]{2,}\s*|(?<=\w)_(?=\w)|：")
_KICKER = re.compile(
    r"kicker|overline|dachzeile|topline|topic|roof|supra|prefix|label|spitzmarke|oberzeile|eyebrow|rubri|"
    r"section|categor|channel|volanta|antetit|hidden|badge|strapline|surtitre|occhiello|pretitle"
)
_TITLE = re.compile(r"headline|title")
_ALIKE = 0.5
_BARELY_ALIKE = 0.34
_ALIKE_BELOW_H1 = 0.8
_FEW_WORDS = 4
_OWN_WORDINGS = 3  # JSON-LD headline, og:title, twitter:title
_MOST_HEADINGS = 60
_LARGE = ("b", "strong", "big", "font", "h5", "h6", "center", "p", "div", "span", "td")
_MOST_LARGE = 400
_FEWEST_LETTERS = 8
_LONGEST = 400


@dataclass(frozen=True)
class Headline:
    """The title in words, and the heading that shows it (None when only the metadata have it)."""

    text: str
    heading: HtmlElement | None


def choose(document: Document, structured: Structured, outlet: Outlet) -> Headline:
    """The outlet's names, authors and sections may hang on a title without being part of it."""
    labels = _Labels(outlet, (*structured.authors, *_sections(document, structured)))
    told = [trimmed for text in _told(document, structured) if (trimmed := labels.trim(text[:_LONGEST]))]
    heading = _heading(document, told, labels)
    if heading is None:
        return Headline(text=told[0] if told else "", heading=None)
    shown = labels.trim(_without_kicker(heading, told)[:_LONGEST])
    if "newsarticle" in types(structured.article):
        shown = _official(told, shown)
    return Headline(text=shown, heading=heading)


def _official(told: Sequence[str], shown: str) -> str:
    """What two of a newsroom's own wordings say, where none of its metadata bears the heading out."""
    if _is_told(shown, told):
        return shown
    own = told[:_OWN_WORDINGS]
    return next(
        (text for i, text in enumerate(own) if _is_told(text, own[i + 1 :]) and not _is_labelled(text, shown)), shown
    )


def _is_labelled(text: str, shown: str) -> bool:
    """Whether a wording is the heading's with the kind of piece in front ("Opinion: …")."""
    front = text[: -len(shown)].casefold() if squeezed(text).endswith(squeezed(shown)) else ""
    word = front.strip(" :|-–—").partition(" ")[0]
    return any(word in phrases for _, phrases in LABELS)


@dataclass(frozen=True, slots=True)
class _Labels:
    """Names that are no title."""

    outlet: Outlet
    others: Sequence[str]

    def hold(self, piece: str) -> bool:
        """Whether a piece is one of them, case, blanks and punctuation apart; of the outlet's, nearly is enough."""
        bare = squeezed(piece)
        return self.outlet.calls_itself(piece) or (bool(bare) and any(bare == squeezed(other) for other in self.others))

    def trim(self, title: str) -> str:
        """The title up to the first label behind it, and from the last label before it."""
        cuts = [cut for cut in SEPARATOR.finditer(title) if title[: cut.start()].strip() and title[cut.end() :].strip()]
        starts = [0, *(cut.end() for cut in cuts)]
        ends = [*(cut.start() for cut in cuts), len(title)]
        labelled = [self.hold(title[start:end]) for start, end in zip(starts, ends, strict=True)]
        front = next((i for i, is_label in enumerate(labelled) if not is_label), 0)
        back = next((i for i in range(front + 1, len(labelled)) if labelled[i]), len(labelled))
        return _before_bar(title[starts[front] : ends[back - 1]].strip())


def _before_bar(title: str) -> str:
    """A bar with a few words behind it hangs a label on a title, known or not."""
    front, bar, tail = title.rpartition("|")
    return front.strip() if bar and len(front.split()) >= _FEW_WORDS >= len(tail.split()) else title


def _sections(document: Document, structured: Structured) -> Iterator[str]:
    yield from strings(structured.article.get("articleSection"))
    yield from document.meta.get("article:section", ())


def _told(document: Document, structured: Structured) -> Iterator[str]:
    """The titles of the metadata, the surest first."""
    yield first(structured.article.get("headline"))
    yield from (first(document.meta.get(name)) for name in _METAS)
    page_title = document.tree.find(".//title")
    yield text_of(page_title) if page_title is not None else ""
    yield first(structured.article.get("alternativeHeadline"))


def _heading(document: Document, told: Sequence[str], labels: _Labels) -> HtmlElement | None:
    """The likest h1; else a lower heading that says what the metadata say; else an h1 that is at least akin."""
    first_level = _ranked(document.tree.iter("h1"), told, labels)
    if first_level and first_level[0][0] >= _ALIKE:
        return first_level[0][1]
    lower = _ranked(document.tree.iter("h2", "h3", "h4"), told, labels)
    if lower and lower[0][0] >= _ALIKE_BELOW_H1:
        return lower[0][1]
    if first_level and (first_level[0][0] >= _BARELY_ALIKE or not told):
        return first_level[0][1]
    return _unmarked(document, told)


def _unmarked(document: Document, told: Sequence[str]) -> HtmlElement | None:
    """On pages older than headings: the longest bold or large line that begins or ends a told title."""
    bare_told = [squeezed(text) for text in told]
    best: tuple[int, HtmlElement | None] = (_FEWEST_LETTERS, None)
    for element in islice(document.tree.iter(*_LARGE), _MOST_LARGE):
        text = "" if len(element) > 2 else text_of(element)
        if best[0] < len(text) <= _LONGEST and _is_end(text, bare_told):
            best = (len(text), element)
    return best[1]


def _ranked(headings: Iterable[HtmlElement], told: Sequence[str], labels: _Labels) -> list[tuple[float, HtmlElement]]:
    """Headings with their likeness to the told titles, the likest first."""
    wanted = [word_set(text) for text in told]
    bare_told = [squeezed(text) for text in told]
    found = []
    for heading in islice(headings, _MOST_HEADINGS):
        text = text_of(heading)
        if text and not labels.hold(text) and not _is_logo(heading):
            found.append((1.0 if _is_end(text, bare_told) else _likeness(word_set(text), wanted), heading))
    return sorted(found, key=lambda one: -one[0])


def _is_end(text: str, bare_told: Sequence[str]) -> bool:
    """Whether a heading of several words begins or ends a told title, whose other end is then a tail."""
    bare = squeezed(text)
    return len(word_set(text)) > 1 and any(one.startswith(bare) or one.endswith(bare) for one in bare_told)


def _is_logo(heading: HtmlElement) -> bool:
    """A heading that links to the front page."""
    link = next(heading.iter("a"), None)
    href = (link.get("href") or "") if link is not None else ""
    try:
        return href != "" and urlsplit(href).path.strip("/") == "" and not urlsplit(href).query and "#" not in href
    except ValueError:
        return False


def _likeness(have: frozenset[str], wanted: Sequence[frozenset[str]]) -> float:
    """0 … 1: the share of its words that the shorter of two titles has in common with the longer, at best."""
    return max(
        (len(have & want) / max(_FEW_WORDS, min(len(have), len(want))) if have != want else 1.0 for want in wanted),
        default=0.0,
    )


def _without_kicker(heading: HtmlElement, told: Sequence[str]) -> str:
    """What the heading says, without a first part that is marked as a kicker or that the metadata leave out."""
    whole = text_of(heading)
    for child in heading.iterdescendants():
        text, mark = text_of(child), (child.get("class") or "").lower()
        if text and whole.startswith(text) and (rest := whole[len(text) :].strip(" :-–—|")):
            if _KICKER.search(mark) or _is_told(rest, told):
                return rest
        elif text and whole.endswith(text) and _TITLE.search(mark) and len(text) > len(whole) / 3:
            return text
    return next((rest for rest in _tails(whole) if _is_told(rest, told)), whole)


def _tails(text: str) -> Iterator[str]:
    return (text[cut.end() :] for cut in SEPARATOR.finditer(text))


def _is_told(text: str, told: Sequence[str]) -> bool:
    bare = squeezed(text)
    return any(squeezed(one) == bare for one in told)
