"""The Discuss button: a thread about the article of a card."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.services.discuss import Discuss
from bot.services.summarize import Summarize
from bot.ui import cards
from bot.ui.calls import Call, Use
from bot.ui.options import given
from bot.ui.sentences import NOTES
from bot.ui.threads import open_thread


class DiscussionAnswers:
    """Opens a discussion; who opens it twice is led to the first."""

    def __init__(self, summarize: Summarize, discuss: Discuss) -> None:
        self._summarize, self._discuss = summarize, discuss

    def uses(self) -> Mapping[str, Use]:
        """Told to who pressed alone; the thread is there for all."""
        return {"discuss": Use(answer=self.open)}

    async def open(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Open the thread, say in it what it is about and how to ask, and tell who pressed where it is."""
        answer = await self._summarize.again(int(args["article"]), given(args), call.asker, progress=call.progress)
        thread = await open_thread(call.interaction, answer.article.title)
        message = call.interaction.message
        assert message is not None, "open_thread has looked"
        its_id = message.id  # the thread's as well
        link = "Open the thread", f"https://discord.com/channels/{call.asker.guild_id}/{its_id}"
        if thread is None:
            return cards.note(NOTES["thread-there"], link)
        await self._discuss.opened(call.asker, thread_id=thread.id, article_id=answer.article_id)
        await thread.send(view=cards.essence(answer))
        return cards.note(NOTES["thread-opened"], link)
