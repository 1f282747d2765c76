"""A comparison in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.cli.terminal import facts, label, plain, point, print_card, small
from bot.models.article import Article
from bot.models.comparison import Agreement, Conflict, Only, Quoted, Side
from bot.services.compare import Compared
from bot.ui import phrases
from bot.ui.sentences import fallback_sentence

NOT_COMPARABLE = "These articles are not about the same thing; there is nothing to compare."
NOTHING_FOUND = "They are about the same thing, but no point was found that their texts bear out."


def print_comparison(answer: Compared) -> None:
    """The card of a comparison, on standard output."""
    print_card("Side by side", _sections(answer))


def _sections(answer: Compared) -> Iterator[RenderableType]:
    said, articles = answer.comparison, answer.articles
    yield Group(*(facts(article, f"{n}  ") for n, article in enumerate(articles, 1)))
    if not said.comparable:
        yield Text(NOT_COMPARABLE)
    elif not (said.agreements or said.conflicts or said.only):
        yield Text(NOTHING_FOUND)
    if said.question:
        yield Text.assemble(("The question  ", "bold"), plain(said.question))
    if said.agreements:
        yield Group(label("Where they agree"), *map(_agreement, said.agreements))
    if said.conflicts:
        yield Group(label("Where they conflict"), *(_conflict(conflict, articles) for conflict in said.conflicts))
    if said.only:
        yield Group(label("What only one of them says"), *(_only(only, articles) for only in said.only))
    if said.quoted:
        yield Group(label("Whom they quote"), *map(_quoted, said.quoted))
    yield small(_footer(answer))


def _agreement(agreement: Agreement) -> RenderableType:
    return _cited(agreement.point, " ".join(map(str, agreement.citations)))


def _conflict(conflict: Conflict, articles: tuple[Article, ...]) -> RenderableType:
    sides = (Padding(_side(side, articles), (0, 0, 0, 2)) for side in conflict.sides)
    return Group(point(plain(conflict.point)), *sides)


def _side(side: Side, articles: tuple[Article, ...]) -> RenderableType:
    return _cited(f"{_name(articles[side.n - 1])}: {side.claim}", _places(side.n, side.paragraphs))


def _only(only: Only, articles: tuple[Article, ...]) -> RenderableType:
    return _cited(f"{_name(articles[only.n - 1])}: {only.point}", _places(only.n, only.paragraphs))


def _quoted(quoted: Quoted) -> RenderableType:
    return _cited(quoted.speaker, _places(quoted.n, quoted.paragraphs))


def _name(article: Article) -> str:
    return ", ".join(article.authors) or article.site or article.title or "Unsigned"


def _cited(text: str, places: str) -> RenderableType:
    return point(Text.assemble(plain(text), (f"  {places}", "cyan")))


def _places(n: int, paragraphs: tuple[int, ...]) -> str:
    return " ".join(f"{n}¶{p}" for p in paragraphs)


def _footer(answer: Compared) -> Iterator[str]:
    said = answer.comparison
    dropped = f"{said.dropped} points dropped that their articles do not bear out" if said.dropped else ""
    made = phrases.made_by(said.signature, answer.usage, cached=answer.cached)
    yield " · ".join(filter(None, (made, dropped)))
    if said.fallback:
        yield fallback_sentence(said.fallback)
