"""Cards of a sentence or two: a failure, progress, a note, a greeting."""

from __future__ import annotations

import discord

from bot.ui.cards.layout import Card, button
from bot.ui.escape import escaped, shortened

_SENTENCE = 1_500  # units


def failure(sentence: str, incident: str, retry: str | None = None) -> discord.ui.LayoutView:
    """What happened and what to do next, the id that the log has, and a button to ask again where that can help.

    retry: the button's custom id.
    """
    rows = [[button("Ask again", retry, discord.ButtonStyle.primary)]] if retry else []
    text = f"{shortened(escaped(sentence), _SENTENCE)}\n-# {shortened(escaped(incident), 100)}"
    return Card([text], rows, colour=discord.Colour(0xED4245))
