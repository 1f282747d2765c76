"""The cards of what is remembered in a room: shown, asked about before it is forgotten, forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import discord

from bot.models.discussion import Kept, Memo, Memory
from bot.services.discuss import RoomShown
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import Button, Card, button
from bot.ui.cards.paging import Line, Point, Section, sheet
from bot.ui.escape import escaped, shortened

_COLOUR = discord.Colour(0x99AAB5)
_DANGER = discord.Colour(0xED4245)
_BLOCKS = 10  # of a bar that is full

# What the parts of a prompt are called, in the order in which they stand in it.
_PARTS = {
    "instructions": "instructions",
    "articles": "the articles",
    "memory": "what is remembered",
    "window": "the latest turns, word for word",
    "passages": "passages looked up",
    "recalled": "older turns looked up",
    "question": "the question",
}
_HEADINGS = {
    Kept.FACT: "**What is known**",
    Kept.POSITION: "**Who thinks what**",
    Kept.QUESTION: "**Open questions**",
}
_NOUNS = {Kept.FACT: "fact", Kept.POSITION: "position", Kept.QUESTION: "open question"}
_NOTHING_SAID = "Nobody has asked me anything here yet."
_NOTHING_TO_FORGET = "There is no discussion here that could be forgotten."


def context(
    room: RoomShown, ids: Ids | None, *, days: int, may_clear: bool = False, page: int = 1
) -> discord.ui.LayoutView:
    """Articles, turns, the memory in words, and what of the next prompt each takes.

    days: for which a turn is kept. may_clear: whether who looks at it may have it forgotten.
    """
    head, foot = f"### What I remember here\n{_said(room)}", parts.small(_foot(room, days))
    shown = sheet(tuple(_sections(room)), page, beside=(head, foot))
    turns = parts.turns(shown, ids, lambda n: Ask("context", {"page": str(n)}))
    rows = [turns, list(_clear(room, ids)) if may_clear else []]
    return Card([head, *shown.texts, shown.told(foot)], rows, colour=_COLOUR)


def clearing(room: RoomShown, ids: Ids) -> discord.ui.LayoutView:
    """What would be forgotten and what not, and the button that does it."""
    if not _holds(room):
        return Card([_NOTHING_TO_FORGET], colour=_COLOUR)
    question = (
        f"### Forget this discussion?\n- **Goes:** {_what(room)}\n"
        "- **Stays:** the articles of this channel, and your messages and mine, which are in Discord"
    )
    sure = button("Forget it", ids(Ask("cleared")), discord.ButtonStyle.danger)
    return Card(
        [question, "-# Nothing brings it back. I shall know nothing of it when you ask me next."],
        [[sure]],
        colour=_DANGER,
    )


def cleared(room: RoomShown) -> discord.ui.LayoutView:
    """What was forgotten. `room`: as it was before."""
    text = (
        f"**Forgotten:** {_what(room)}.\n-# The articles of this channel stay." if _holds(room) else _NOTHING_TO_FORGET
    )
    return Card([text], colour=_COLOUR)


def _holds(room: RoomShown) -> bool:
    return bool(room.turns or room.memory)


def _what(room: RoomShown) -> str:
    """`12 turns with their answers, and what I remember of them: 2 facts, 1 position`."""
    counted = Counter(memo.kind for memo in room.memory.memos) if room.memory else Counter[Kept]()
    memos = ", ".join(parts.count(counted[kind], noun) for kind, noun in _NOUNS.items() if counted[kind])
    turns = parts.count(room.turns, "question") + (" with its answer" if room.turns == 1 else " with their answers")
    return f"{turns}, and what I remember of older ones: {memos}" if memos else turns


def _said(room: RoomShown) -> str:
    if room.first_at is None or room.last_at is None:
        return _NOTHING_SAID
    first, last = (discord.utils.format_dt(moment, "R") for moment in (room.first_at, room.last_at))
    since = f"the first {first}, the last {last}" if room.turns > 1 else last
    return f"{parts.count(room.turns, 'question')} with what I answered, {since}"


def _sections(room: RoomShown) -> Iterator[Section]:
    yield from parts.section("**Articles**", (_article(room, n) for n in room.articles))
    if room.memory:
        yield from _memory(room.memory)
    yield Section("**My next prompt**", ((Line("", _total(room)), *_parts_of(room)),))


def _article(room: RoomShown, n: int) -> Point:
    article = room.articles[n]
    facts = shortened(escaped(" · ".join(filter(None, (", ".join(article.authors), article.site)))), 120)
    return (Line("- ", " · ".join(filter(None, (f"**{n}** {parts.title(article, limit=100)}", facts)))),)


def _memory(memory: Memory) -> Iterator[Section]:
    for kind, heading in _HEADINGS.items():
        yield from parts.section(heading, (_memo(memo) for memo in memory.memos if memo.kind is kind))


def _memo(memo: Memo) -> Point:
    """With the name of whose position it is, or who asked."""
    said = parts.line("- ", memo.text)
    if not said or memo.person is None:
        return said
    name = shortened(escaped(memo.person.name), 60) or "Somebody"
    return (Line("- ", f"**{name}:** {said[0].text}"),)


def _total(room: RoomShown) -> str:
    """How much of the budget the prompt takes."""
    total = sum(room.tokens.values())
    return f"{_bar(total, room.budget)} {_counted(total, room)} of {room.budget:,} tokens, before your question"


def _parts_of(room: RoomShown) -> Iterator[Line]:
    """How much of the prompt each part takes, in the order of the prompt."""
    total = sum(room.tokens.values())
    known = {name: room.tokens[name] for name in _PARTS if name in room.tokens}
    others: Mapping[str, int] = {name: tokens for name, tokens in room.tokens.items() if name not in known}
    for name, tokens in (*known.items(), *others.items()):
        if tokens > 0:
            called = _PARTS.get(name) or shortened(escaped(name), 60)
            yield Line("-# ", f"{_bar(tokens, total)} {_counted(tokens, room)} {called}")


def _counted(tokens: int, room: RoomShown) -> str:
    return f"{tokens:,}" if room.is_exact else f"≈ {tokens:,}"


def _bar(part: int, whole: int) -> str:
    """Ten blocks; whatever is there shows at least one."""
    filled = min(_BLOCKS, max(1 if part > 0 else 0, round(_BLOCKS * part / whole))) if whole > 0 else 0
    return "▰" * filled + "▱" * (_BLOCKS - filled)


def _foot(room: RoomShown, days: int) -> Iterator[str]:
    if _holds(room):
        yield f"A question is kept for {parts.count(days, 'day')}, with its answer, and is then deleted from my file"
    yield "Each channel, thread and direct message is by itself. Of messages that do not speak to me I see nothing"


def _clear(room: RoomShown, ids: Ids | None) -> Iterator[Button]:
    if ids and _holds(room):
        yield button("Forget this discussion …", ids(Ask("clear")), discord.ButtonStyle.danger)
