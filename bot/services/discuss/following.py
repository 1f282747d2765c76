"""What happens in Discord to what was said: shown, edited, deleted, moved to a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.models.asker import Asker
from bot.models.discussion import Room
from bot.services.discuss.rooms import question_of, room_of, terms_of
from bot.services.shared.folding import Folding
from bot.store.database import Store


class Following:
    """What is taken back takes memories along; what others said is folded anew."""

    def __init__(self, store: Store, folding: Folding) -> None:
        self._store, self._folding = store, folding

    async def shown(self, asker: Asker, turn_id: int, message_ids: Sequence[int]) -> None:
        """The turn's answer stands in these messages."""
        room = room_of(asker)
        async with self._store.write() as tx:
            await tx.guild(room.guild_id).turns.shown(room.channel_id, turn_id, message_ids)

    async def edited(self, room: Room, message_id: int, text: str) -> None:
        """A question reads otherwise from now on; its answer stays. Anybody's other message is none of ours."""
        turn = await self._store.turns.of_message(room, message_id)
        if turn is None or turn.message_id != message_id or turn.text == text:
            return
        found_by = terms_of(replace(question_of(turn), text=text))
        async with self._store.write() as tx:
            await tx.guild(room.guild_id).turns.edited(room.channel_id, message_id, text, found_by)
        self._folding.schedule(room)

    async def deleted(self, room: Room, message_ids: Sequence[int]) -> int:
        """A question's message takes its turn with it, an answer's only the answer; returns how many turns."""
        async with self._store.write() as tx:
            touched = await tx.guild(room.guild_id).turns.deleted(room.channel_id, message_ids)
        if touched:
            self._folding.schedule(room)
        return touched

    async def gone(self, guild_id: int, channel_id: int) -> None:
        """A channel or a thread was deleted: what was said there, and what it has read."""
        async with self._store.write() as tx:
            server = tx.guild(guild_id)
            await server.turns.clear(channel_id)
            await server.articles.forget(channel_id)

    async def opened(self, asker: Asker, *, thread_id: int, article_id: int) -> None:
        """A thread was opened under the asker's channel; its article is the thread's as well."""
        if asker.guild_id is None or asker.channel_id is None:
            return
        async with self._store.write() as tx:
            server = tx.guild(asker.guild_id)
            await server.threads.opened(thread_id=thread_id, channel_id=asker.channel_id, article_id=article_id)
            await server.articles.met(thread_id, article_id)
