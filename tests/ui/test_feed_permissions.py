"""Whatever somebody asks of `/feed` that is not theirs to ask: refused with a sentence, nothing told, nothing changed.

Discord lets nobody choose some of it. What is tried here is what a forged command, or a button from before somebody
lost a right, would come to: buttons with our own signature, pressed by whoever sees them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.store.asks import NewAsk
from bot.store.database import open_store
from bot.store.follows import NewFollow
from bot.ui.asks import Ask
from bot.ui.keys import Signer
from tests.clocks import START, ManualClock
from tests.ui.simulated import member_of, rows, running, shown
from tests.ui.test_feed_command import a_feed
from tests.web import Web

NO_CHANNEL = "I know no such channel here"
NO_FEED = "I know no such feed here"
NO_RIGHT = "You need the permission Manage Server"
SECRET = "Zanzibar"  # stands in all that is another's, and nowhere else
OPEN = "Gazette"
HIDDEN = discord.PermissionOverwrite(view_channel=False)
MUTE = discord.PermissionOverwrite(send_messages=False)
OF_A_FEED = ("feed remove", "feed pause", "feed resume", "feed undo", "feed test")


@dataclass
class Scene:
    """feeds: ids of followings that are not theirs, in words; channels likewise."""

    env: simcord.Env
    moderator: Any
    member: Any
    channel: Any
    url: str
    tmp_path: Path
    feeds: dict[str, int] = field(default_factory=dict)
    channels: dict[str, int] = field(default_factory=dict)

    async def pressed(self, by: Any, use: str, **args: object) -> str:
        """What somebody is shown who presses a button that asks this."""
        [(secret,)] = rows(self.tmp_path, "SELECT value FROM installation WHERE name = 'secret'")
        ids = Signer(bytes.fromhex(secret)).at(self.channel.guild.id)
        ask = Ask(use, {name: str(value) for name, value in args.items()})
        view = discord.ui.LayoutView(timeout=None)
        view.add_item(discord.ui.ActionRow(discord.ui.Button(label="Do", custom_id=ids(ask))))
        view.stop()
        place = self.env.bot.get_channel(self.channel.id)
        assert isinstance(place, discord.TextChannel)
        bait = await place.send(view=view)
        answer = await by.click(bait, label="Do")
        return shown(answer.response) + shown(await place.fetch_message(bait.id))

    def kept(self) -> list[tuple[Any, ...]]:
        """All that `/feed` and `/settings alerts` could have changed."""
        return [
            row
            for table in ("follow", "feed", "preference", "entry")
            for row in rows(self.tmp_path, f"SELECT * FROM {table}")
        ]


async def followed(tmp_path: Path, guild_id: int, channel_id: int, name: str, *, removed: bool = False) -> int:
    """The id of a new following."""
    async with open_store(tmp_path / "commentary.sqlite3", ManualClock()) as store, store.write() as tx:
        url = f"https://{name.lower()}.example/feed"
        follows = tx.guild(guild_id).follows
        follow_id = await follows.add(NewFollow(url=url, title=name, channel_id=channel_id, since=START))
        assert follow_id
        if removed:
            await follows.remove(follow_id)
        return follow_id


@asynccontextmanager
async def scene(tmp_path: Path, web: Web) -> AsyncIterator[Scene]:
    """A server with feeds where its moderator may not look, and another server with feeds of its own."""
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        moderator, channel = member_of(env, "moderator", manage_guild=True)
        guild, me = channel.guild, env.bot.user
        member = guild.add_member(env.create_user("member"))
        _, elsewhere = member_of(env, "stranger", manage_guild=True)
        unseen = guild.create_text_channel("unseen", overwrites={moderator: HIDDEN, member: HIDDEN})
        await env.settle()
        here = Scene(env, moderator, member, channel, url, tmp_path)
        here.channels = {
            "another server's": elsewhere.id,
            "one that never was": 42,
            "hidden from the moderator": unseen.id,
            "hidden from the bot": guild.create_text_channel("hidden", overwrites={me: HIDDEN}).id,
            "a category": guild.create_category("category").id,
        }
        await followed(tmp_path, guild.id, 0, OPEN)
        there = elsewhere.guild.id
        here.feeds = {
            "another server's": await followed(tmp_path, there, 0, SECRET),
            "another server's channel's": await followed(tmp_path, there, elsewhere.id, SECRET),
            "of a channel that they cannot see": await followed(tmp_path, guild.id, unseen.id, f"{SECRET}-staff"),
            "one that never was": 4_242,
        }
        yield here


async def test_feeds_that_are_not_theirs_are_not_there(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        before = here.kept()
        for name, feed_id in here.feeds.items():
            for use in OF_A_FEED:
                text = await here.pressed(here.moderator, use, feed=feed_id)
                assert NO_FEED in text, (name, use, text)
                assert SECRET not in text, (name, use)
        assert here.kept() == before
        assert not here.env.errors


async def test_what_was_removed_elsewhere_is_not_brought_back(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        places = ((4_711, 0), (here.channel.guild.id, here.channels["hidden from the moderator"]))
        for guild_id, channel_id in places:
            gone = await followed(tmp_path, guild_id, channel_id, f"{SECRET}-{guild_id}", removed=True)
            text = await here.pressed(here.moderator, "feed undo", feed=gone)
            assert NO_FEED in text
            assert SECRET not in text
        assert rows(tmp_path, "SELECT count(*) FROM follow WHERE removed_at IS NOT NULL") == [(len(places),)]


async def test_names_and_addresses_of_what_is_not_theirs_find_nothing(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        before = here.kept()
        for typed in (
            SECRET,
            f"{SECRET}-staff",
            f"https://{SECRET.lower()}.example/feed",
            *map(str, here.feeds.values()),
        ):
            for command in ("feed remove", "feed pause", "feed resume"):
                text = shown((await here.moderator.slash(here.channel, command, feed=typed)).response)
                assert NO_FEED in text, (command, typed)
                assert "The Gazette" not in text
        assert here.kept() == before


async def test_nobody_follows_for_a_channel_that_is_not_theirs_to_name(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        before = here.kept()
        for name, channel_id in here.channels.items():
            asks: Mapping[str, Mapping[str, object]] = {
                "feed add": {"url": here.url, "channel": channel_id},
                "settings": {"name": "alerts", "value": channel_id},
            }
            for use, args in asks.items():
                text = await here.pressed(here.moderator, use, **args)
                assert NO_CHANNEL in text, (name, use, text)
        assert here.kept() == before
        assert web.requests == [], "nothing is fetched for what is refused"


async def test_who_may_not_manage_the_server_changes_and_exports_nothing(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        before = here.kept()
        for use in OF_A_FEED:
            assert NO_RIGHT in await here.pressed(here.member, use, feed=1), use
        others: Mapping[str, Mapping[str, object]] = {
            "feed add": {"url": here.url},
            "feed chosen": {"ask": 1, "link": 0},
            "feed import": {},
            "feed report": {"ask": 1},
            "feed export": {},
            "settings": {"name": "alerts", "value": here.channel.id},
        }
        for use, args in others.items():
            text = await here.pressed(here.member, use, **args)
            assert NO_RIGHT in text, (use, text)
            assert OPEN not in text
        commands: Mapping[str, Mapping[str, object]] = {
            "feed add": {"url": here.url},
            **{use: {"feed": "1"} for use in OF_A_FEED if use != "feed undo"},
            "feed import": {"file": ("x.opml", b"<opml><body/></opml>")},
            "feed export": {},
        }
        for command, options in commands.items():
            answer = (await here.member.slash(here.channel, command, **options)).response
            assert NO_RIGHT in shown(answer), command
            assert OPEN not in shown(answer)
            assert not answer.attachments
        assert here.kept() == before
        assert web.requests == []
        assert not here.env.errors


async def test_a_report_and_a_choice_of_another_server_are_not_there(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        async with open_store(tmp_path / "commentary.sqlite3", ManualClock()) as store, store.write() as tx:
            [ask_id] = await tx.guild(4_711).asks.note([NewAsk(channel_id=1, user_id=1, token="t")])
            args = {"report": f'[100, 0, [[1, "followed", "{SECRET}", ""]]]', "link0": here.url, "url": here.url}
            await tx.guild(4_711).asks.tell(ask_id, "feed report", args)
        for use, said in (("feed report", "I know no such report here"), ("feed chosen", NO_FEED)):
            text = await here.pressed(here.moderator, use, ask=ask_id, link=0)
            assert said in text
            assert SECRET not in text


async def test_the_list_holds_what_its_reader_can_see(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        for reader in (here.member, here.moderator):
            text = shown((await reader.slash(here.channel, "feed list")).response)
            assert "### 1 feed\n" in f"{text}\n"
            assert OPEN in text
            assert SECRET not in text
            offered = await reader.autocomplete(here.channel, "feed test", "feed", "")
            assert [choice["name"] for choice in offered] == [f"{OPEN} · #1"]
            for typed in (SECRET[:3], *map(str, here.feeds.values())):
                assert await reader.autocomplete(here.channel, "feed test", "feed", typed) == []


async def test_feeds_of_a_channel_that_is_gone_are_shown_to_moderators_who_can_clear_up(
    tmp_path: Path, web: Web
) -> None:
    async with scene(tmp_path, web) as here:
        follow_id = await followed(tmp_path, here.channel.guild.id, 777, "Ledger")
        text = shown((await here.moderator.slash(here.channel, "feed list")).response)
        assert "**A channel that is gone**" in text
        assert "Ledger" in text
        assert "Ledger" not in shown((await here.member.slash(here.channel, "feed list")).response)
        removed = await here.moderator.slash(here.channel, "feed remove", feed=str(follow_id))
        assert "**Removed:** [Ledger]" in shown(removed.response)


async def test_notices_go_where_the_bot_may_write_and_their_channel_is_hidden_from_who_cannot_see_it(
    tmp_path: Path, web: Web
) -> None:
    async with scene(tmp_path, web) as here:
        guild = here.channel.guild
        mute = guild.create_text_channel("mute", overwrites={here.env.bot.user: MUTE})
        text = shown((await here.moderator.slash(here.channel, "settings alerts", channel=mute)).response)
        assert "I lack Send Messages" in text
        assert rows(tmp_path, "SELECT count(*) FROM preference") == [(0,)]
        role = guild.create_role("another", permissions=discord.Permissions(manage_guild=True))
        second = guild.add_member(here.env.create_user("second moderator"), roles=[role])
        staff = guild.create_text_channel("staff", overwrites={here.moderator: HIDDEN})
        told = shown((await second.slash(here.channel, "settings alerts", channel=staff)).response)
        assert f"**Alerts** in <#{staff.id}>" in told
        text = shown((await here.moderator.slash(here.channel, "settings show")).response)
        assert "**Alerts** in a channel that you cannot see" in text
        assert str(staff.id) not in text


async def test_who_lost_the_right_before_the_button_changes_nothing(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        removed = (await here.moderator.slash(here.channel, "feed remove", feed="1")).response
        guild = here.channel.guild
        guild.remove_member(here.moderator)
        again = guild.add_member(here.moderator.user)
        await again.click(removed, label="Undo")
        assert NO_RIGHT in shown(removed)
        assert rows(tmp_path, "SELECT count(*) FROM follow WHERE removed_at IS NOT NULL") == [(1,)]


async def test_help_offers_moderators_all_and_members_the_list(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        of_member, of_moderator = [
            shown((await one.slash(here.channel, "help")).response) for one in (here.member, here.moderator)
        ]
        assert "</feed list:" in of_member
        assert "feed add" not in of_member.replace("`/feed add`", "")
        for name in ("add", "remove", "list", "pause", "resume", "test", "import", "export"):
            assert f"</feed {name}:" in of_moderator
