"""What several cards share: an article's head, points, page turns, colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import discord

from bot.models.article import Article, Kind
from bot.models.money import Usage
from bot.models.summary import Argument, Fallback, Quote, Remark, Signature
from bot.ui import phrases
from bot.ui.asks import Ask, Ids
from bot.ui.cards.layout import Button, button, link_button
from bot.ui.cards.paging import Line, Point, Section, Sheet
from bot.ui.escape import escaped, link, shortened
from bot.ui.sentences import fallback_sentence

COLOURS = {
    Kind.OP_ED: discord.Colour(0x5865F2),
    Kind.EDITORIAL: discord.Colour(0xC0392B),
    Kind.COLUMN: discord.Colour(0x1ABC9C),
    Kind.ANALYSIS: discord.Colour(0x3498DB),
    Kind.LETTER: discord.Colour(0xE6B422),
    Kind.INTERVIEW: discord.Colour(0x9B59B6),
    Kind.REPORT: discord.Colour(0x607D8B),
    Kind.UNKNOWN: discord.Colour(0x99AAB5),
}


def head(article: Article) -> str:
    """Kind and outlet; the title, linked; author, day and reading time."""
    outlet = shortened(escaped(phrases.kind_and_outlet(article)), 160)
    byline = shortened(escaped(phrases.author_day_and_length(article)), 300)
    return "\n".join(filter(None, (f"-# {outlet}" if outlet else "", f"### {title(article)}", f"-# {byline}")))


def title(article: Article, *, limit: int = 256, longest: int = 700) -> str:
    """Of at most twice `limit` units, linked where the address is of at most `longest`."""
    return link(article.title, address_of(article), limit, longest) or "Untitled"


def address_of(article: Article) -> str:
    """Where the article is to be read."""
    return article.canonical_url or article.url


def original(article: Article) -> Iterator[Button]:
    """The button that leads to it."""
    return link_button("Read the original", address_of(article))


def section(heading: str, points: Iterable[Point]) -> Iterator[Section]:
    """A section, unless nothing in it can be seen."""
    if shown := tuple(point for point in points if point):
        yield Section(heading, shown)


def line(mark: str, said: str, *after: str) -> Point:
    """Somebody's words, and ours after them; nothing when there are none."""
    text = escaped(said)
    return (Line(mark, " ".join(filter(None, (text, *after)))),) if text else ()


def argument(said: Argument) -> Point:
    """A claim with its nature and paragraphs, and the support offered for it."""
    claim = line("- ", said.claim, f"*{said.nature.value}*", phrases.cited(said.paragraphs))
    return claim + line("-# ", said.support)


def quotation(said: Quote) -> Point:
    """Words, and under them who said them and where."""
    words, by = escaped(said.text), " · ".join(filter(None, (escaped(said.speaker), f"¶{said.paragraph}")))
    return (Line("> ", f"“{words}”"), Line("> -# ", by)) if words else ()


def remark(said: Remark) -> Point:
    """A critic's question."""
    return line("- ", str(said)) if escaped(said.text) else ()


def turns(sheet: Sheet, ids: Ids | None, ask: Callable[[int], Ask]) -> list[Button]:
    """◀ 2/3 ▶, where there are several pages; `ask` is the ask for a page."""
    if ids is None or sheet.of == 1:
        return []
    n = sheet.number
    return [
        button("◀", ids(ask(n - 1)), disabled=n == 1),
        button(f"{n}/{sheet.of}", ids(ask(n)), disabled=True),
        button("▶", ids(ask(n + 1)), disabled=n == sheet.of),
    ]


def foot(
    signature: Signature,
    usage: Usage,
    fallback: Fallback | None,
    *,
    cached: bool,
    checked: Iterable[str],
    free: str = phrases.KEY_SENTENCES,
) -> list[str]:
    """Who wrote it, at what cost, and what the check found; bounded, so that a page is left for the rest."""
    made = phrases.made_by(signature, usage, cached=cached, free=free)
    lines = [shortened(escaped(" · ".join((made, *checked))), 600)]
    if fallback:
        lines.append(shortened(escaped(fallback_sentence(fallback, free)), 400))
    return lines


def small(lines: Iterable[str]) -> str:
    """Lines in small print."""
    return "\n".join(f"-# {text}" for text in lines)


def count(number: int, noun: str) -> str:
    """`1 quotation`, `2 quotations`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
