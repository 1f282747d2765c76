"""What cards in a terminal are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.models.article import Article
from bot.ui import phrases

WIDTH = 100


def print_card(title: str, sections: Iterable[RenderableType]) -> None:
    """Sections in a frame, on standard output."""
    body = Group(*blank_between(sections))
    print_part(Panel(body, title=plain(title), title_align="left", padding=(1, 2)))


def print_part(what: RenderableType, *, wraps_itself: bool = False) -> None:
    """wraps_itself: a paragraph stays one line for whoever reads from a pipe."""
    console = Console(highlight=False)
    console.print(what, width=min(console.width, WIDTH), soft_wrap=wraps_itself and not console.is_terminal)


def facts(article: Article, before: str = "") -> RenderableType:
    """Title, author, day, length and address."""
    title = plain(f"{before}{article.title or 'Untitled'}", "bold")
    lines = filter(None, (phrases.author_day_and_length(article), article.canonical_url or article.url))
    return Group(title, *(plain(line, "dim") for line in lines))


def point(text: Text) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_row("•", text)
    return grid


def label(text: str) -> Text:
    return Text(text, style="bold")


def small(lines: Iterable[str]) -> RenderableType:
    return Group(*(Text(line, style="dim") for line in lines))


def blank_between(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for n, part in enumerate(parts):
        if n:
            yield ""
        yield part


def plain(text: str, style: str = "") -> Text:
    """Text of a stranger: nothing in it reaches the terminal as a command."""
    return Text("".join(c for c in text if c.isprintable() or c == "\n"), style=style)
