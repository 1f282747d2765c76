"""A room in a terminal: what is remembered there, and what the next prompt would hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from bot.cli.terminal import label, plain, point, print_card, small
from bot.models.article import Article
from bot.models.discussion import Kept, Memo
from bot.services.discuss import RoomShown

BAR = 40  # characters of the whole budget
_KINDS = {Kept.FACT: "Facts", Kept.POSITION: "Positions", Kept.QUESTION: "Open questions"}


def print_room(name: str, shown: RoomShown) -> None:
    """On standard output."""
    print_card(name, _sections(shown))


def _sections(shown: RoomShown) -> Iterator[RenderableType]:
    yield Text(_said(shown))
    if shown.articles:
        yield Group(label("Articles"), *(_article(n, article) for n, article in shown.articles.items()))
    for kind, title in _KINDS.items():
        if memos := [memo for memo in shown.memory.memos if memo.kind is kind] if shown.memory else []:
            yield Group(label(title), *map(_memo, memos))
    yield Group(label("The next prompt"), *_parts(shown.tokens, shown.budget))
    yield small([_total(shown)])


def _said(shown: RoomShown) -> str:
    if shown.first_at is None or shown.last_at is None:
        return "Nothing was said here yet."
    turns = f"{shown.turns:,} {'turn' if shown.turns == 1 else 'turns'}"
    return f"{turns}, from {shown.first_at:%d %B %Y, %H:%M} to {shown.last_at:%d %B %Y, %H:%M} UTC"


def _article(n: int, article: Article) -> RenderableType:
    facts = filter(None, (article.title or "Untitled", ", ".join(article.authors), article.site))
    return Text.assemble((f"{n}  ", "cyan"), plain(" · ".join(facts)))


def _memo(memo: Memo) -> RenderableType:
    who = f"{memo.person.name}: " if memo.person else ""
    return point(Text.assemble(plain(f"{who}{memo.text}"), (f"  {' '.join(f'#{n}' for n in memo.turns)}", "cyan")))


def _parts(tokens: Mapping[str, int], budget: int) -> Iterator[RenderableType]:
    for part, count in tokens.items():
        bar = "█" * -(-count * BAR // budget)
        yield Text.assemble(f"{part:14}{count:>8,}  ", (bar, "cyan"))


def _total(shown: RoomShown) -> str:
    about = "" if shown.is_exact else "≈ "
    return f"{about}{sum(shown.tokens.values()):,} of at most {shown.budget:,} tokens, the question not counted"
