"""Discord's limits as types: what is built here, Discord accepts.

Sources: Discord's component reference and its published OpenAPI, August 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

import discord

from bot.ui.escape import length, one_line, shortened, web_address

TEXT = 4_000  # units over all text displays of a message
COMPONENTS = 40  # nested ones included
ROW = 5  # buttons
LABEL = 80
CUSTOM_ID = 100
OPTIONS = 25
OPTION = 100  # label, value and description of an option, each
URL = 512  # of a link button

Button = discord.ui.Button[discord.ui.LayoutView]
Select = discord.ui.Select[discord.ui.LayoutView]
Row = Sequence[Button] | Select


class BeyondDiscord(ValueError):
    """A layout that Discord would refuse; a bug of a card's."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A text with a button at its side."""

    text: str
    button: Button


class Card(discord.ui.LayoutView):
    """One box: texts, each apart from the next by a line, and rows of buttons below. Raises BeyondDiscord.

    file: the name of one that is sent with it, shown below the texts.
    """

    def __init__(
        self, texts: Sequence[str | Beside], rows: Sequence[Row] = (), *, colour: discord.Colour, file: str = ""
    ) -> None:
        super().__init__(timeout=None)
        _check_texts([part.text if isinstance(part, Beside) else part for part in texts])
        _check_ids([item.custom_id for item in _items(texts, rows) if item.custom_id])
        files = [discord.ui.File[discord.ui.LayoutView](f"attachment://{file}")] if file else []
        children = [*_separated(texts), *files, *(_row(row) for row in rows if row)]
        box: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(*children, accent_colour=colour)
        if 1 + sum(1 for _ in box.walk_children()) > COMPONENTS:
            raise BeyondDiscord("more components than a message takes")
        self.add_item(box)
        self.stop()  # a press is answered by what its custom id says: nothing has to listen, or to be kept


def button(
    label: str, custom_id: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary, *, disabled: bool = False
) -> Button:
    """A button that asks something."""
    _check_id(custom_id)
    return discord.ui.Button(label=plain(label, LABEL), custom_id=custom_id, style=style, disabled=disabled)


def link_button(label: str, url: str) -> Iterator[Button]:
    """A button that opens an address, if Discord takes it: it refuses a whole message for a host without a dot."""
    address = web_address(url)
    if address and length(address) <= URL and re.search(r"\w\.\w", urlsplit(address).netloc):
        yield discord.ui.Button(label=plain(label, LABEL), url=address)


def select(placeholder: str, custom_id: str, options: Sequence[tuple[str, str]]) -> Select:
    """A menu of (label, description), of which one is chosen; its value is its index. At most OPTIONS."""
    _check_id(custom_id)
    if not 0 < len(options) <= OPTIONS:
        raise BeyondDiscord(f"a menu of {len(options)} options")
    return discord.ui.Select(
        custom_id=custom_id,
        placeholder=plain(placeholder, OPTION),
        options=[
            discord.SelectOption(
                label=plain(label, OPTION) or f"Number {n + 1}", description=plain(detail, OPTION) or None, value=str(n)
            )
            for n, (label, detail) in enumerate(options)
        ],
    )


def plain(text: str, limit: int) -> str:
    """For places that know no Markdown."""
    return shortened(one_line(text), limit)


def _separated(texts: Sequence[str | Beside]) -> Iterator[discord.ui.Item[discord.ui.LayoutView]]:
    for n, part in enumerate(texts):
        if n:
            yield discord.ui.Separator()
        if isinstance(part, Beside):
            yield discord.ui.Section(part.text, accessory=part.button)
        else:
            yield discord.ui.TextDisplay(part)


def _row(row: Row) -> discord.ui.ActionRow[discord.ui.LayoutView]:
    items = (row,) if isinstance(row, discord.ui.Select) else row
    if len(items) > ROW:
        raise BeyondDiscord(f"{len(items)} buttons in a row")
    return discord.ui.ActionRow(*items)


def _items(texts: Sequence[str | Beside], rows: Sequence[Row]) -> Iterator[Button | Select]:
    yield from (part.button for part in texts if isinstance(part, Beside))
    yield from chain.from_iterable((row,) if isinstance(row, discord.ui.Select) else row for row in rows)


def _check_texts(texts: Sequence[str]) -> None:
    if not texts or not all(text.strip() for text in texts):
        raise BeyondDiscord("a text with nothing in it")
    if (units := sum(map(length, texts))) > TEXT:
        raise BeyondDiscord(f"{units} units of text")


def _check_ids(ids: Sequence[str]) -> None:
    if len(set(ids)) < len(ids):
        raise BeyondDiscord("two buttons with one custom id")


def _check_id(custom_id: str) -> None:
    if not 0 < len(custom_id) <= CUSTOM_ID:
        raise BeyondDiscord(f"a custom id of {len(custom_id)} characters")
