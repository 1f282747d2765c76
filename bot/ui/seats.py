"""Where somebody asks from, and how an answer gets there: as an interaction's reply, or as a reply to a message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TypeVar

import aiohttp
import discord
from discord.utils import MISSING

from bot.models.asker import Asker
from bot.ui import cards
from bot.ui.calls import Answered, Attached, Way, asker_of
from bot.ui.sentences import NOTES

NOT_SENT = (discord.HTTPException, aiohttp.ClientError, TimeoutError)

T = TypeVar("T")
_NO_REPLIES = 160002  # Discord's code for who may not read what was said before


class Pressed:
    """A command, a press, a form: its deferred reply is edited. private: none but who asked may see it."""

    def __init__(self, interaction: discord.Interaction, *, private: bool) -> None:
        self.asker, self.interaction, self._private = asker_of(interaction), interaction, private
        self.came, self.channel, self.person = interaction.id, interaction.channel, interaction.user

    async def edit(self, view: discord.ui.LayoutView, files: Sequence[Attached] = ()) -> int:
        """By the interaction's token, which lives for 15 minutes."""

        async def edited() -> int:
            attached = [file.to_send() for file in files] or MISSING
            return (await self.interaction.edit_original_response(view=view, attachments=attached)).id

        return await again_if_broken_off(edited)

    async def tell(self, view: discord.ui.LayoutView) -> None:
        """A message that nobody else sees."""
        await self.interaction.followup.send(view=view, ephemeral=True)

    async def take_back(self, view: discord.ui.LayoutView) -> None:
        """There is a reply from the beginning."""
        await self.edit(view)

    def ways(self) -> Sequence[Way]:
        """Another reply, if the first was deleted; the channel, if its token is over; a direct message."""
        ways: list[Way] = [] if self.interaction.is_expired() else [self._another_reply]
        if not self._private and _writes_in(self.interaction):
            ways.append(self._in_channel)
        return [*ways, _to(self.person)]

    async def _another_reply(self, answered: Answered) -> int:
        sent = await self.interaction.followup.send(
            view=answered.view, files=answered.to_send(), ephemeral=self._private, wait=True
        )
        return sent.id

    async def _in_channel(self, answered: Answered) -> int:
        assert isinstance(self.interaction.channel, discord.abc.Messageable), "_writes_in has looked"
        return (await self.interaction.channel.send(view=answered.view, files=answered.to_send())).id


class Said:
    """A message to the bot: the reply to it is sent with the first thing to show, and edited from then on.

    replied: is told the id of each reply as soon as it stands there.
    """

    interaction = None

    def __init__(self, message: discord.Message, replied: Callable[[int], None]) -> None:
        self.asker, self.came = writer_of(message), message.id
        self.channel, self.person = message.channel, message.author
        self._message, self._replied = message, replied
        self._reply: discord.Message | None = None
        self._replies = 0

    async def edit(self, view: discord.ui.LayoutView, files: Sequence[Attached] = ()) -> int:
        """Of the reply, which is made when there is none yet. No question is answered by a file."""
        reply = self._reply
        if reply is None:
            return await self._new_reply(view)
        await again_if_broken_off(lambda: reply.edit(view=view))
        return reply.id

    async def tell(self, view: discord.ui.LayoutView) -> None:
        """There is no private reply to a message."""
        await self.edit(view)

    async def take_back(self, view: discord.ui.LayoutView) -> None:
        """Where nothing stands, nothing is said."""
        if self._reply:
            await self.edit(view)

    def ways(self) -> Sequence[Way]:
        """Another reply, which opens a thread in the archive too; a direct message."""
        return [*([self._another_reply] if self._reply else []), _to(self.person)]

    async def _another_reply(self, answered: Answered) -> int:
        old, message_id = self._reply, await self._new_reply(answered.view)
        if old:
            with suppress(*NOT_SENT):
                await old.delete()  # half an answer, or nothing
        return message_id

    async def _new_reply(self, view: discord.ui.LayoutView) -> int:
        """With a nonce, so that trying again makes no second one.

        Where one may not reply, since that takes the right to read what was said before, it is a message as any other.
        """
        self._replies += 1
        nonce, channel = f"{self._message.id}{self._replies}", self.channel
        reference = self._message.to_reference(fail_if_not_exists=False)
        try:
            sent = await again_if_broken_off(lambda: channel.send(view=view, nonce=nonce, reference=reference))
        except discord.HTTPException as error:
            if error.code != _NO_REPLIES:
                raise
            sent = await again_if_broken_off(lambda: channel.send(view=view, nonce=nonce))
        self._reply = sent
        self._replied(sent.id)
        return sent.id


def writer_of(message: discord.Message) -> Asker:
    """Who wrote it, and where."""
    guild_id = message.guild.id if message.guild else None
    return Asker(guild_id=guild_id, channel_id=message.channel.id, user_id=message.author.id)


async def again_if_broken_off(send: Callable[[], Awaitable[T]]) -> T:
    """For what does the same when it is done twice: whether a connection broke before or after it, nobody knows."""
    try:
        return await send()
    except (aiohttp.ClientError, TimeoutError):
        return await send()


def _to(person: discord.User | discord.Member) -> Way:
    async def direct(answered: Answered) -> int:
        """All of it, since buttons of another place mean nothing there."""
        await person.send(view=cards.note(NOTES["moved-here"]))
        for view in answered.elsewhere or (answered.view,):
            await person.send(view=view, files=answered.to_send())
        return 0

    return direct


def _writes_in(interaction: discord.Interaction) -> bool:
    """Whether the bot is there itself; as a user's own app it may be used where it is not."""
    channel, guild_id = interaction.channel, interaction.guild_id
    here = interaction.context.dm_channel if guild_id is None else interaction.client.get_guild(guild_id) is not None
    return here and isinstance(channel, discord.abc.Messageable)
