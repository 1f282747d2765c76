"""The cards of what is kept about who asks: shown, asked about before it is forgotten, forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import discord

from bot.store.people import AboutPerson, Forgotten
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import Button, Card, button
from bot.ui.escape import escaped, shortened

_COLOUR = discord.Colour(0x99AAB5)
_DANGER = discord.Colour(0xED4245)
_NAMES = 300  # units
_HEAD = "### What I keep about you\n-# In all servers and direct messages, not only here"
_NOTHING = "**Nothing:** no question of yours, no name, no note."
_PRIVATE = "-# A private answer is never remembered. Messages in Discord, yours and mine, are Discord's to keep."
_CHANGES = (
    "- **Changes:** what I remember of discussions, and answers to others, wherever they name or repeat you: that goes"
    " too. What others said in their own words stays theirs"
)
_NOT_MINE = (
    "messages in Discord, yours and mine, which you can delete there, and copies of my file that whoever runs this bot"
    " made before"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How long things are kept, in days, and whether a language model is sent what is asked.

    turns: questions and answers; asks: what can be asked again; left: what was a server's, after it removed the bot.
    """

    turns: int
    asks: int
    left: int
    model: bool


def privacy(about: AboutPerson, ids: Ids, terms: Terms) -> discord.ui.LayoutView:
    """What is kept about somebody in numbers, for how long, and who can see it."""
    kept = "\n".join(_items(_kept(about)))
    texts = [_HEAD, f"**Kept**\n{kept}" if kept else _NOTHING, _how_long(terms), _who(terms), _PRIVATE]
    return Card(texts, [list(_forget(about, ids))], colour=_COLOUR)


def forgetting(about: AboutPerson, ids: Ids) -> discord.ui.LayoutView:
    """What would be forgotten, what would change and what would stay, and the button that does it."""
    if not any(_kept(about)):
        return Card([_NOTHING], colour=_COLOUR)
    goes = "\n".join(f"  {item}" for item in _items(_kept(about)))
    question = f"### Forget you everywhere?\n- **Goes:**\n{goes}\n{_CHANGES}\n- **Stays:** {_NOT_MINE}"
    sure = button("Forget me", ids(Ask("forgotten")), discord.ButtonStyle.danger)
    return Card([question, "-# In all servers and direct messages. Nothing brings it back."], [[sure]], colour=_DANGER)


def forgotten(gone: Forgotten) -> discord.ui.LayoutView:
    """What was forgotten, and what is not ours to forget."""
    went = [
        *_counted(gone.turns, "question with its answer", "questions with their answers"),
        *_counted(gone.remarks, "message that others asked about", "messages that others asked about"),
        *_counted(gone.memos, "note in what I remember", "notes in what I remember"),
        *_counted(gone.answers, "answer to others that named you", "answers to others that named you"),
        *_counted(gone.asks, "ask under way or failed", "asks under way or failed"),
        *_counted(gone.usage, "booking under your id", "bookings under your id"),
    ]
    if not went:
        return Card([_NOTHING], colour=_COLOUR)
    told = "\n".join(_items(went))
    return Card(
        [f"**You are forgotten:** I know nothing of you any more.\n{told}", f"-# Not mine to delete: {_NOT_MINE}."],
        colour=_COLOUR,
    )


def _kept(about: AboutPerson) -> Iterator[str]:
    since = f", the first {discord.utils.format_dt(about.since, 'R')}" if about.since else ""
    rooms = (
        "one channel, thread or direct message"
        if about.rooms == 1
        else f"{about.rooms} channels, threads or direct messages"
    )
    for told in _counted(about.turns, "question with what I answered", "questions with what I answered"):
        yield f"{told}, in {rooms}{since}"
    yield from _counted(
        about.remarks, "message of yours that others asked me about", "messages of yours that others asked me about"
    )
    yield from _counted(about.memos, "note on what you think or asked", "notes on what you think or asked")
    yield from _counted(
        about.asks,
        "ask of these days, so that a button can repeat it",
        "asks of these days, so that a button can repeat them",
    )
    yield from _counted(
        about.usage,
        "use of the model booked under your id: tokens and cost, no words",
        "uses of the model booked under your id: tokens and cost, no words",
    )
    if names := shortened(", ".join(filter(None, map(escaped, about.names))), _NAMES):
        yield f"your name, as it was shown: {names}"


def _counted(number: int, one: str, many: str) -> Iterator[str]:
    if number:
        yield f"1 {one}" if number == 1 else f"{number:,} {many}"


def _items(told: Iterable[str]) -> Iterator[str]:
    return (f"- {one}" for one in told)


def _how_long(terms: Terms) -> str:
    turns, asks, left = (parts.count(days, "day") for days in (terms.turns, terms.asks, terms.left))
    return (
        f"**For how long**\n- Questions, answers and what is remembered of them: {turns}\n- Asks to repeat: {asks}\n"
        f"- All that is a server's: until {left} after it removed me\n"
        f"- Bookings: your id in them {turns}; what was spent stays, under nobody's name"
    )


def _who(terms: Terms) -> str:
    sent = (
        "- Whoever serves the language model: it is sent your question, your name, and what was said before"
        if terms.model
        else "- Nobody else: no language model is set up here, so nothing of it leaves the machine that I run on"
    )
    return (
        "**Who can see it**\n- Whoever can use `/context show` where you asked: what I remember there, by name\n"
        f"- Whoever runs this bot: its file\n{sent}"
    )


def _forget(about: AboutPerson, ids: Ids) -> Iterator[Button]:
    if any(_kept(about)):
        yield button("Forget me …", ids(Ask("forget")), discord.ButtonStyle.danger)
