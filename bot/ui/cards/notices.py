"""Cards of a sentence or two: a failure, progress, a note, a greeting."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.models.summary import Stage
from bot.ui.cards.layout import Card, button, link_button
from bot.ui.escape import escaped, shortened

_SENTENCE = 2_000  # units
_FAILED = discord.Colour(0xED4245)
_CALM = discord.Colour(0x99AAB5)
_FRIENDLY = discord.Colour(0x5865F2)
GREETS_WITH = ("summarize", "compare", "ask", "feed add", "digest schedule", "help")
_STAGES = {
    Stage.FETCHING: "Fetching the article …",
    Stage.READING: "Reading …",
    Stage.THINKING: "Thinking …",
    Stage.CHECKING: "Checking every quotation …",
}


def failure(sentence: str, incident: str, retry: str | None = None) -> discord.ui.LayoutView:
    """What happened and what to do next, the id that the log has, and a button to ask again where that can help.

    retry: the button's custom id.
    """
    rows = [[button("Ask again", retry, discord.ButtonStyle.primary)]] if retry else []
    return Card([f"{_told(sentence)}\n-# Incident {shortened(escaped(incident), 100)}"], rows, colour=_FAILED)


def progress(stage: Stage | None, ahead: int = 0, waits: str = "") -> discord.ui.LayoutView:
    """How far an answer is, or how many others are answered before it; `waits`: what it waits for, in words of ours."""
    if waits:
        text = escaped(waits)
    elif ahead > 0:
        text = "One ask is before yours" if ahead == 1 else f"{ahead} asks are before yours"
    else:
        text = _STAGES[stage] if stage else "Starting …"
    return Card([f"{_bar(stage)} {text}"], colour=_CALM)


def note(sentence: str, link: tuple[str, str] | None = None) -> discord.ui.LayoutView:
    """Something said, and where it leads: the label and the address of a button."""
    return Card([_told(sentence)], [list(link_button(*link))] if link else [], colour=_CALM)


def greeting(commands: Mapping[str, str]) -> discord.ui.LayoutView:
    """What a server reads when the bot joins it. `commands`: how each is called in a text, by its name."""
    called = {name: commands.get(name, f"`/{name}`") for name in GREETS_WITH}
    hello = (
        "### Hello, I read commentary\n"
        "Give me an op-ed, a column or an editorial: I say what its author claims and on what grounds, and show no"
        " quotation that does not stand in the text."
    )
    first_steps = (
        f"1. {called['summarize']} with the address of an article\n"
        "2. On a message with a link: **Apps**, then **Summarize article**\n"
        f"3. {called['compare']} with two or three articles, to see where they agree and where they do not\n"
        f"4. Ask me about them: by a mention, a reply to me, or {called['ask']}; I remember what was said\n"
        f"5. A digest a day: a moderator tells me whom to follow by {called['feed add']}, and when by"
        f" {called['digest schedule']}"
    )
    more = f"-# {called['help']} shows all that you can do here. I read what speaks to me, and nothing else."
    return Card([hello, first_steps, more], colour=_FRIENDLY)


def _told(sentence: str) -> str:
    return shortened(escaped(sentence), _SENTENCE) or "…"


def _bar(stage: Stage | None) -> str:
    done = list(Stage).index(stage) + 1 if stage else 0
    return "▰" * done + "▱" * (len(Stage) - done)
