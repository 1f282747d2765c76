"""Articles and summaries in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.models.article import Article
from bot.models.summary import Argument, Quote
from bot.services.summarize import Summarized
from bot.ui import phrases
from bot.ui.sentences import fallback_sentence

WIDTH = 100


def print_summary(answer: Summarized) -> None:
    """The card of a summary, on standard output."""
    _print(
        Panel(
            Group(*_blank_between(_sections(answer))),
            title=_plain(phrases.kind_and_outlet(answer.article)),
            title_align="left",
            padding=(1, 2),
        )
    )


def print_article(article: Article) -> None:
    """The article itself: what is known of it, its numbered paragraphs, its readers."""
    parts: list[RenderableType] = [_facts(article)]
    parts += [Group(Text(f"¶{n}", style="dim"), _plain(p)) for n, p in enumerate(article.paragraphs, 1)]
    if article.bio:
        parts.append(Group(_label("About the author"), _plain(article.bio)))
    if article.comments:
        said = [_plain(f"{c.author or 'a reader'}: {c.text}") for c in article.comments]
        parts.append(Group(_label(f"Readers ({len(said)})"), *_blank_between(said)))
    for part in _blank_between(parts):
        _print(part, wraps_itself=True)


def _print(what: RenderableType, *, wraps_itself: bool = False) -> None:
    """wraps_itself: a paragraph stays one line for whoever reads from a pipe."""
    console = Console(highlight=False)
    console.print(what, width=min(console.width, WIDTH), soft_wrap=wraps_itself and not console.is_terminal)


def _sections(answer: Summarized) -> Iterator[RenderableType]:
    article, summary = answer.article, answer.summary
    yield _facts(article)
    yield Text.assemble(("In short  ", "bold"), _plain(summary.tldr))
    if summary.thesis:
        yield Group(_label("The author claims"), _plain(summary.thesis))
    if summary.arguments:
        yield Group(_label("On these grounds"), *map(_argument, summary.arguments))
    if summary.quotes:
        yield Group(_label("In their words"), *map(_quote, summary.quotes))
    if summary.critique:
        yield Group(_label("What a critic would ask"), *(_point(_plain(str(r))) for r in summary.critique))
    if article.comments:
        yield Group(_label(f"Readers ({len(article.comments)})"), _plain(summary.reader_reaction))
    yield Group(*(Text(line, style="dim") for line in _footer(answer)))


def _facts(article: Article) -> RenderableType:
    title = _plain(article.title or "Untitled", "bold")
    lines = filter(None, (phrases.author_day_and_length(article), article.canonical_url or article.url))
    return Group(title, *(_plain(line, "dim") for line in lines))


def _argument(argument: Argument) -> RenderableType:
    said = Text.assemble(
        _plain(argument.claim), (f"  {argument.nature.value} {phrases.cited(argument.paragraphs)}", "cyan")
    )
    return Group(_point(said), *_supported(argument.support))


def _supported(support: str) -> Iterable[RenderableType]:
    return [Padding(_plain(support, "dim"), (0, 0, 0, 4))] if support else []


def _quote(quote: Quote) -> RenderableType:
    speaker = f"  {quote.speaker}" if quote.speaker else ""
    return _point(
        Text.assemble("“", _plain(quote.text, "italic"), "”", _plain(speaker), (f" ¶{quote.paragraph}", "cyan"))
    )


def _point(text: Text) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_row("•", text)
    return grid


def _label(text: str) -> Text:
    return Text(text, style="bold")


def _blank_between(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for n, part in enumerate(parts):
        if n:
            yield ""
        yield part


def _plain(text: str, style: str = "") -> Text:
    """Text of a stranger: nothing in it reaches the terminal as a command."""
    return Text("".join(c for c in text if c.isprintable() or c == "\n"), style=style)


def _footer(answer: Summarized) -> Iterator[str]:
    said = answer.summary
    made = phrases.made_by(said.signature, answer.usage, cached=answer.cached)
    yield " · ".join((made, *phrases.checked(said.grounding)))
    if answer.earlier:
        yield f"This is a later edition than the one first read on {answer.earlier:%d %B %Y, %H:%M} UTC."
    if said.fallback:
        yield fallback_sentence(said.fallback)
