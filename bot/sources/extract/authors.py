"""Who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from bot.sources.extract import names, signatures
from bot.sources.extract.dates import DATE
from bot.sources.extract.document import Document
from bot.sources.extract.outlet import Outlet
from bot.sources.extract.structured import Structured
from bot.sources.extract.surroundings import Line, Surroundings
from bot.sources.extract.wording import is_in_comments, squeezed, text_of, tidy

_METAS = tuple(
    """
    citation_author author article:author parsely-author sailthru.author dc.creator dcterms.creator byl byline
    cxenseparse:author og:author og:article:author bc:authors
    """.split()
)
Test = Callable[[str], bool]

_MARKED = re.compile(
    r"author|autor|byline|by-line|verfasser|redact|redakt|writer|firma\b|signature|contributor|"
    r"columnist|colunist|kolumnist|editorialist|chroniqueu|skribent|yazar\b"
)
_SURE = re.compile(r"\bauthor\b|author[-_]?name|\bfn\b|byline[-_]?name")
_CAPTION = re.compile(r"caption|image|photo|foto|figure|picture|credit|copyright")
_BAR = re.compile(r"\s[|–—-]\s")
_PORTRAIT = re.compile(r"avatar|author|profile|headshot|portrait|rounded-full")
_MOST_PICTURES = 80
_HOLDERS = 4
_LONGEST_TEXT = 100_000
_LONGEST_LABEL = 30
_MOST_TEXTS = 4_000
_SHORT = 12
_CREDITED = (
    "//*[@itemprop='author' or @rel='author' or contains(@class,'byline') or contains(@class,'author')"
    " or contains(@class,'signature') or @class='sig' or contains(@href,'/author/')]"
)
_MARKED_ANYWHERE = "//a[@href]|//p[@class]|//span[@class]|//div[@class]|//h2[@class]|//h3[@class]|//h4[@class]"
_MOST_MARKED = 400
_LONGEST_NAME = 60
_SIGNED = re.compile(r"signature|\bsig\b")
_MOST_CREDITS = 30
_LONGEST_CREDIT = 300


def read(document: Document, structured: Structured, near: Surroundings, outlet: Outlet, title: str) -> tuple[str, ...]:
    """Persons, in the page's order; empty when none is named."""

    def is_other(name: str) -> bool:
        """Whether it is the outlet or the title; a blogger's own name may be both outlet and person."""
        is_own_site = " " in name and squeezed(name) in structured.persons
        return (outlet.is_author(name) and not is_own_site) or squeezed(name) == squeezed(title)

    names_a_team = any(not outlet.is_author(name) for name in structured.authors)
    return (
        _persons(structured.authors, is_other)
        or _in_metas(document, is_other)
        or _bylines(near, is_other)
        or _persons(_in_title(document), is_other)
        or _borne_out(document, is_other)
        or _credits(document, is_other)
        or _portrayed(document, is_other)
        or _labelled(document, is_other)
        or (() if names_a_team else _unmarked(document, near, is_other))
        or signatures.read(document, title, is_other)
    )


def _persons(texts: Iterable[str], is_other: Test) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        for name in names.persons(text, is_other):
            found.setdefault(squeezed(name), name)
    return tuple(found.values())


def _in_metas(document: Document, is_other: Test) -> tuple[str, ...]:
    """Of the first meta element that names a person."""
    labelled = (
        document.meta.get(f"twitter:data{number}", ())
        for number in ("1", "2")
        if names.is_introduction("".join(document.meta.get(f"twitter:label{number}", ())[:1]))
    )
    for texts in (*(document.meta.get(name, ()) for name in _METAS), *labelled):
        if found := _persons((text for text in texts if not text.startswith(("http", "/"))), is_other):
            return found
    return ()


def _bylines(near: Surroundings, is_other: Test) -> tuple[str, ...]:
    """The first line that is marked or begins as a byline, with those of its kind that follow at once."""
    found: list[str] = []
    kind = None
    lines = (*near.after, *near.before)
    for previous, line in zip((None, *lines), lines, strict=False):
        if kind is not None and _kind(line) != kind:
            break
        before = previous.text if previous else ""
        if names.is_introduction(before) or (is_byline(line) and not names.is_other_credit(before)):
            sure = names.is_introduced(line.text) or names.is_introduction(before) or _SURE.search(line.marks)
            lone = 1 if sure and not (line.text.islower() and not names.is_introduced(line.text)) else 0
            persons = names.persons("\n".join(line.parts), is_other, lone=lone)
            found += [name for name in persons if name not in found]
            kind = _kind(line) if found else None
    return tuple(found)


def _kind(line: Line) -> tuple[str, str]:
    return line.element.tag, line.element.get("class") or ""


def is_byline(line: Line) -> bool:
    """Whether a line near the headline names its author, by its marks or its first words."""
    if len(line.text) > _LONGEST_CREDIT or _is_caption(line):
        return False
    return bool(_MARKED.search(line.marks) or names.is_introduced(line.text))


def _is_caption(line: Line) -> bool:
    return line.element.tag == "figcaption" or bool(_CAPTION.search(line.element.get("class") or ""))


def _unmarked(document: Document, near: Surroundings, is_other: Test) -> tuple[str, ...]:
    """Full names in a date line or beside one, in a line with a role under it, or in a bold paragraph of their own."""
    lines = [line for line in (*near.before, *near.after) if not _is_caption(line)]
    dated = [i for i, line in enumerate(lines) if line.words <= _SHORT and DATE.search(line.text)]
    roles = [i for i, line in enumerate(lines) if line.words <= _SHORT and names.is_role(line.text)]
    alone = [i for i, line in enumerate(lines) if line.words <= _SHORT and _is_set_apart(line)]
    beside = [k for i in dated for k in (i, i - 1, i + 1)]
    for i in (*beside, *(i - 1 for i in roles), *alone):
        if 0 <= i < len(lines) and lines[i].words <= _SHORT:
            found = names.persons("\n".join(lines[i].parts), is_other, lone=0)
            if found and not all(_is_plain_words(name, document) for name in found):
                return found
    return ()


def _is_plain_words(name: str, document: Document) -> bool:
    """Whether the page writes each word of a supposed name in lower case elsewhere ("Remote Instruction")."""
    text = document.tree.text_content()[:_LONGEST_TEXT]
    return all(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) for word in name.split())


def _is_set_apart(line: Line) -> bool:
    """A paragraph in bold or italics altogether."""
    marked = next(line.element.iter("strong", "b", "em", "i"), None) if line.element.tag == "p" else None
    return marked is not None and squeezed("".join(marked.itertext())) == squeezed(line.text)


def _in_title(document: Document) -> Iterator[str]:
    """ "The meeting | by Ann Lee | Outlet"."""
    page_title = document.tree.find(".//title")
    pieces = _BAR.split(page_title.text_content()) if page_title is not None else []
    return (piece for piece in pieces[1:] if names.is_introduced(tidy(piece)))


def _borne_out(document: Document, is_other: Test) -> tuple[str, ...]:
    """The first marked name anywhere that the page's title or address holds as well."""
    page_title = document.tree.find(".//title")
    told = squeezed(f"{'' if page_title is None else page_title.text_content()} {document.url}")
    for element in document.tree.xpath(_MARKED_ANYWHERE)[:_MOST_MARKED]:
        if not _MARKED.search(f"{element.get('class')} {element.get('href')}".lower()):
            continue
        if len(text := text_of(element)) <= _LONGEST_NAME:
            found = names.persons(text, is_other, lone=0)
            if found and all(squeezed(name) in told for name in found):
                return found
    return ()


def _credits(document: Document, is_other: Test) -> tuple[str, ...]:
    """The first credit anywhere that is not a reader's."""
    credited = document.tree.xpath(_CREDITED)[:_MOST_CREDITS]
    signed = {text_of(element) for element in credited if _SIGNED.search(element.get("class") or "")}
    for element in credited if len(signed) < 2 else ():  # several sign a page of letters
        parts = [part for text in element.itertext() if (part := tidy(text))]
        if parts and sum(map(len, parts)) < _LONGEST_CREDIT and not _is_elsewhere(element):
            sure = element.get("itemprop") == "author" or "author" in (element.get("rel") or "").split()
            return names.persons("\n".join(parts), is_other, lone=1 if sure else 0)
    return ()


def _portrayed(document: Document, is_other: Test) -> tuple[str, ...]:
    """Whom a portrait names that is no reader's."""
    for picture in islice(document.tree.iter("img"), _MOST_PICTURES):
        name = tidy(picture.get("alt") or "")
        if name and _PORTRAIT.search(f"{picture.get('class')} {picture.get('src')}".lower()):
            found = names.persons(name, is_other, lone=0)
            if found == (name,) and not is_in_comments(picture):
                return found
    return ()


def _labelled(document: Document, is_other: Test) -> tuple[str, ...]:
    """Who follows a label of their own anywhere on the page ("Article by" over a card)."""
    previous = ""
    for element in islice(
        document.tree.iter("p", "div", "span", "a", "h2", "h3", "h4", "b", "strong", "li"), _MOST_TEXTS
    ):
        if not (text := tidy(element.text or "")):
            continue
        if previous and (found := names.persons(text[:_LONGEST_CREDIT], is_other, lone=int(text.istitle()))):
            return () if is_in_comments(element) else found
        previous = text if len(text) < _LONGEST_LABEL and " " in text and names.is_introduction(text) else ""
    return ()


def _is_elsewhere(element: HtmlElement) -> bool:
    """In readers' comments or in a picture's caption."""
    holders = (element, *element.iterancestors())
    return is_in_comments(element) or any(
        holder.tag in ("figure", "figcaption") or _CAPTION.search(holder.get("class") or "")
        for holder in holders[:_HOLDERS]
    )
