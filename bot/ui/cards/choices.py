"""A message's link, or file, out of several."""

from __future__ import annotations

from collections.abc import Sequence

import discord

from bot.ui.cards.layout import OPTIONS, Card, select


def choice(links: Sequence[tuple[str, str]], custom_id: str) -> discord.ui.LayoutView:
    """A menu of (label, detail); what is chosen comes back as its index. One link or more."""
    text = "**This message has several articles.** Which one shall I read?"
    if (left := len(links) - OPTIONS) > 0:
        text += f"\n-# The menu holds the first {OPTIONS}; {left} more {'is' if left == 1 else 'are'} left out"
    menu = select("Choose an article", custom_id, links[:OPTIONS])
    return Card([text], [menu], colour=discord.Colour(0x99AAB5))
