"""Articles and summaries in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.cli.terminal import blank_between, facts, label, plain, point, print_card, print_part, small
from bot.models.article import Article
from bot.models.summary import Argument, Quote
from bot.services.summarize import Summarized
from bot.ui import phrases
from bot.ui.sentences import fallback_sentence


def print_summary(answer: Summarized) -> None:
    """The card of a summary, on standard output."""
    print_card(phrases.kind_and_outlet(answer.article), _sections(answer))


def print_article(article: Article) -> None:
    """The article itself: what is known of it, its numbered paragraphs, its readers."""
    parts: list[RenderableType] = [facts(article)]
    parts += [Group(Text(f"¶{n}", style="dim"), plain(p)) for n, p in enumerate(article.paragraphs, 1)]
    if article.bio:
        parts.append(Group(label("About the author"), plain(article.bio)))
    if article.comments:
        said = [plain(f"{c.author or 'a reader'}: {c.text}") for c in article.comments]
        parts.append(Group(label(f"Readers ({len(said)})"), *blank_between(said)))
    for part in blank_between(parts):
        print_part(part, wraps_itself=True)


def _sections(answer: Summarized) -> Iterator[RenderableType]:
    article, summary = answer.article, answer.summary
    yield facts(article)
    yield Text.assemble(("In short  ", "bold"), plain(summary.tldr))
    if summary.thesis:
        yield Group(label("The author claims"), plain(summary.thesis))
    if summary.arguments:
        yield Group(label("On these grounds"), *map(_argument, summary.arguments))
    if summary.quotes:
        yield Group(label("In their words"), *map(_quote, summary.quotes))
    if summary.critique:
        yield Group(label("What a critic would ask"), *(point(plain(str(r))) for r in summary.critique))
    if article.comments:
        yield Group(label(f"Readers ({len(article.comments)})"), plain(summary.reader_reaction))
    yield small(_footer(answer))


def _argument(argument: Argument) -> RenderableType:
    said = Text.assemble(
        plain(argument.claim), (f"  {argument.nature.value} {phrases.cited(argument.paragraphs)}", "cyan")
    )
    return Group(point(said), *_supported(argument.support))


def _supported(support: str) -> Iterable[RenderableType]:
    return [Padding(plain(support, "dim"), (0, 0, 0, 4))] if support else []


def _quote(quote: Quote) -> RenderableType:
    speaker = f"  {quote.speaker}" if quote.speaker else ""
    return point(Text.assemble("“", plain(quote.text, "italic"), "”", plain(speaker), (f" ¶{quote.paragraph}", "cyan")))


def _footer(answer: Summarized) -> Iterator[str]:
    said = answer.summary
    made = phrases.made_by(said.signature, answer.usage, cached=answer.cached)
    yield " · ".join((made, *phrases.checked(said.grounding)))
    if answer.earlier:
        yield f"This is a later edition than the one first read on {answer.earlier:%d %B %Y, %H:%M} UTC."
    if said.fallback:
        yield fallback_sentence(said.fallback)
