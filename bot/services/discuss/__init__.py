"""Discussions: a question in a room, a checked answer out; what is remembered of it, shown and forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.asker import Asker
from bot.models.discussion import Question, Room
from bot.models.summary import Options, Progress, unwatched
from bot.services.discuss.asking import Asked, Asking
from bot.services.discuss.checking import Told, unheard
from bot.services.discuss.following import Following
from bot.services.discuss.showing import RoomShown, Showing
from bot.services.shared.asked_articles import Source
from bot.services.shared.folding import Folding

__all__ = ["Asked", "Discuss", "RoomShown"]


class Discuss:
    """The use case behind `/ask`, mentions, replies and threads, `/context`, and the command line."""

    def __init__(self, asking: Asking, showing: Showing, following: Following, folding: Folding) -> None:
        self._asking, self._showing, self._following, self._folding = asking, showing, following, folding

    async def run(
        self,
        question: Question,
        asker: Asker,
        options: Options,
        *,
        articles: Sequence[Source] = (),
        progress: Progress = unwatched,
        told: Told = unheard,
    ) -> Asked:
        """Answer a question in the asker's room; see `Asking.run`."""
        return await self._asking.run(question, asker, options, articles=articles, progress=progress, told=told)

    async def again(self, asker: Asker, turn_id: int) -> Asked:
        """What was answered to a turn of the asker's room. Raises NotHere."""
        return await self._showing.again(asker, turn_id)

    async def show(self, asker: Asker, options: Options) -> RoomShown:
        """What is remembered in the asker's room, and what of it the next prompt would hold."""
        return await self._showing.show(asker, options)

    async def clear(self, asker: Asker) -> None:
        """Everything that was said in the asker's room, and what is remembered of it, is forgotten."""
        await self._showing.clear(asker)

    async def shown(self, asker: Asker, turn_id: int, message_ids: Sequence[int]) -> None:
        """The turn's answer stands in these messages, so that a reply to one of them goes on from it."""
        await self._following.shown(asker, turn_id, message_ids)

    async def edited(self, room: Room, message_id: int, text: str) -> None:
        """Somebody changed a question; any other message is none of ours."""
        await self._following.edited(room, message_id, text)

    async def deleted(self, room: Room, message_ids: Sequence[int]) -> int:
        """These messages are gone, and with them what was kept of them; returns how many turns that touched."""
        return await self._following.deleted(room, message_ids)

    async def gone(self, guild_id: int, channel_id: int) -> None:
        """The channel or thread is gone, and so is all that was kept for it."""
        await self._following.gone(guild_id, channel_id)

    async def folded(self) -> None:
        """Wait until what has left a window is remembered, however long an engine takes for it."""
        await self._folding.drain(None)

    async def opened(self, asker: Asker, *, thread_id: int, article_id: int) -> None:
        """A thread was opened under the asker's channel; its article is the thread's as well."""
        await self._following.opened(asker, thread_id=thread_id, article_id=article_id)
