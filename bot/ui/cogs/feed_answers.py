"""What is answered about one feed: followed, chosen, removed and brought back, paused, resumed, tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import discord

from bot.errors import FeedFails, NoSuchChannel, NotHere, TooBig, Unreadable, WrongType
from bot.models.feed import FeedLinks
from bot.services.follow import Follow, Wanted
from bot.services.waiting import Waiting
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Reply, Use
from bot.ui.channels import visible
from bot.ui.moderators import check_moderator, seen_by

_LINK = "link"  # options that carry the feeds of a site, each with its number behind


class FeedAnswers:
    """Speaks to moderators; each answer raises NotAllowed for all others, NotHere for what is not this server's."""

    def __init__(self, follow: Follow, waiting: Waiting) -> None:
        self._follow, self._waiting = follow, waiting

    def uses(self) -> Mapping[str, Use]:
        """What reads a feed waits in line. A card that was pressed turns into its answer."""
        return {
            "feed add": Use(answer=self.add),
            "feed chosen": Use(answer=self.chosen, reply=Reply.IN_PLACE),
            "feed remove": Use(answer=self.remove, reply=Reply.IN_PLACE, quick=True),
            "feed undo": Use(answer=self.undo, reply=Reply.IN_PLACE, quick=True),
            "feed pause": Use(answer=self.pause, reply=Reply.IN_PLACE, quick=True),
            "feed resume": Use(answer=self.resume, reply=Reply.IN_PLACE, quick=True),
            "feed test": Use(answer=self.test),
        }

    async def add(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What is followed now; or a menu of the site's feeds.

        Raises AlreadyFollowed, TooManyFeeds, NoSuchChannel, FeedFails and what the door raises.
        """
        check_moderator(call.interaction)
        wanted = Wanted(
            include=args.get("include", ""), exclude=args.get("exclude", ""), channel_id=_channel_id(call, args)
        )
        with _told_as_a_feed():
            found = await self._follow.add(call.asker, args["url"], wanted)
        if isinstance(found, FeedLinks):
            offered = {f"{_LINK}{n}": one.url for n, one in enumerate(found.links)}
            await self._waiting.tell(call.asker, call.ask_id, "feed add", {**args, **offered})
            return cards.feed_choice(found, call.ids(Ask("feed chosen", {"ask": str(call.ask_id)})))
        return cards.feed_added(found, call.ids)

    async def chosen(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """The feed that was chosen is followed. Raises NotHere for a menu that is too old."""
        check_moderator(call.interaction)
        kept = await self._waiting.find(call.asker, int(args["ask"]))
        url = kept.args.get(f"{_LINK}{args.get('link', '')}") if kept else None
        if kept is None or url is None:
            raise NotHere(thing="feed")
        asked = {name: value for name, value in kept.args.items() if not name.startswith(_LINK)}
        return await self.add(call, {**asked, "url": url})

    async def remove(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """It is followed no more."""
        check_moderator(call.interaction)
        removed = await self._follow.remove(call.asker, args["feed"], seen_by(call.interaction))
        return cards.feed_removed(removed, call.ids)

    async def undo(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What was removed is followed again. Raises AlreadyFollowed, TooManyFeeds."""
        check_moderator(call.interaction)
        restored = await self._follow.undo(call.asker, int(args["feed"]), seen_by(call.interaction))
        return cards.feed_restored(restored, call.ids)

    async def pause(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Nothing of it is told."""
        check_moderator(call.interaction)
        paused = await self._follow.pause(call.asker, args["feed"], seen_by(call.interaction))
        return cards.feed_paused(paused, call.ids)

    async def resume(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """It is told from now on."""
        check_moderator(call.interaction)
        resumed = await self._follow.resume(call.asker, args["feed"], seen_by(call.interaction))
        return cards.feed_resumed(resumed, call.ids)

    async def test(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What it says now. Raises FeedFails and what the door raises."""
        check_moderator(call.interaction)
        with _told_as_a_feed():
            tested = await self._follow.test(call.asker, args["feed"], seen_by(call.interaction))
        return cards.feed_tested(tested)


@contextmanager
def _told_as_a_feed() -> Iterator[None]:
    """What is said of these where an article was meant, would mislead."""
    try:
        yield
    except (TooBig, WrongType, Unreadable) as error:
        raise FeedFails("", **{**error.facts, "failure": error.kind}) from error


def _channel_id(call: Call, args: Mapping[str, str]) -> int:
    """0 for all channels. Raises NoSuchChannel."""
    named = args.get("channel", "")
    if named and not named.isdecimal():  # as it was noted before a crash: by its name
        raise NoSuchChannel
    return visible(call.interaction, int(named)).id if named else 0
