"""The card of what a caller can do here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import discord

from bot.ui.cards.layout import TEXT, Card
from bot.ui.cards.paging import Line, Section, paginated
from bot.ui.escape import escaped, length

_HEAD = "### What you can do here"
_BREAKS = 200  # units for the line breaks between groups
_MORE = "-# There are more: type / to see them all."
_BUTTONS = (
    "On a card, **Discuss** opens a thread, **Quotes** and **Critique** are shown to you alone, **Shorter** and"
    " **Longer** turn the card into another, ◀ ▶ turn its pages. They keep working."
)
_TALKING = (
    "**Ask me** by a mention, by a reply to one of my messages with its ping on, in a direct message just by writing. I"
    " answer from the articles that this place has met, say in which paragraph it stands, and remember what was said."
)
_DIGESTS = (
    "**A digest a day:** `/feed add` says whom to follow, `/digest schedule` when a channel is told, `/digest preview`"
    " what it would be told now. One event is told once, with opposing views side by side."
)
_PRIVACY = (
    "-# I read what I am asked about and nothing else in this channel. Give `private` to keep an answer to yourself;"
    " `/privacy show` says what I keep of you."
)
_NO_MODEL = (
    "-# “Key sentences, no AI”: no model is set up here, so I choose sentences of the author's own. Nothing is"
    " rephrased, and nothing leaves the machine that I run on but the visit to the article's page."
)


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """mention: how it is called, as Markdown of ours: "</summarize:123>"; says: what it does; group: its heading."""

    mention: str
    says: str
    group: str


def help(commands: Sequence[CommandHelp], *, model: bool = True) -> discord.ui.LayoutView:  # noqa: A001
    """The commands, how to talk, the buttons, what is read. `model`: whether a language model writes the summaries."""
    digests = [_DIGESTS] if any("digest schedule" in command.mention for command in commands) else []
    feet = [_TALKING, _BUTTONS, *digests, "\n".join((_PRIVACY, *(() if model else (_NO_MODEL,))))]
    pages = paginated(tuple(_sections(commands)), TEXT - sum(map(length, (_HEAD, _MORE, *feet))) - _BREAKS)
    listed = [_HEAD, *pages[0], *((_MORE,) if len(pages) > 1 else ())]
    return Card(["\n\n".join(listed), *feet], colour=discord.Colour(0x5865F2))


def _sections(commands: Sequence[CommandHelp]) -> Iterator[Section]:
    for group in dict.fromkeys(command.group for command in commands):
        lines = [(Line("- ", f"{c.mention} {escaped(c.says)}"),) for c in commands if c.group == group]
        yield Section(f"**{escaped(group)}**", tuple(lines))
