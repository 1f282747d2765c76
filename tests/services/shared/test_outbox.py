"""The outbox: each post once, in its order, and nothing for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.models.digest import Told
from bot.models.post import Delivered, Delivery, Notice, Post
from bot.services.shared.outbox import Outbox
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.shared.false_channel import FalseChannels
from tests.services.shared.outboxes import ALERTS, GUILD, HERE, THERE, go, put, slots, states
from tests.store.files import change, rows


async def test_parts_come_in_their_order_and_close_their_slot(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock, 3)
    await go(outbox, discord, clock, 3)
    sent = rows(path, "SELECT mark, message_id, state, body FROM post ORDER BY place")
    assert discord.marks(HERE) == [mark for mark, *_ in sent]
    assert [tuple(rest) for _, *rest in sent] == [(n, "sent", "null") for n in (1, 2, 3)]
    assert slots(path) == [("sent", "")]


async def test_what_is_tried_is_written_down_before(
    store: Store, clock: ManualClock, outbox: Outbox, path: Path
) -> None:
    seen = list[str]()

    class Looking(FalseChannels):
        async def send(self, post: Post) -> Delivered:
            seen.extend(states(path))
            return await super().send(post)

    await put(store, clock)
    await go(outbox, Looking(clock), clock)
    assert seen == ["sending"]
    assert states(path) == ["sent"]


async def test_busy_is_waited_for_and_is_no_doubt(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock)
    discord.moods = [Delivery.BUSY, Delivery.BUSY]
    await go(outbox, discord, clock, 29)
    assert len(discord.tries) == 1
    await go(outbox, discord, clock, 120)
    assert (len(discord.tries), discord.looks) == (3, 0)
    assert states(path) == ["sent"]


@pytest.mark.parametrize(
    ("how", "reason", "told"),
    [
        (Delivery.CHANNEL_GONE, "channel-gone", 1),
        (Delivery.FORBIDDEN, "forbidden", 1),
        (Delivery.ARCHIVED, "archived", 1),
        (Delivery.SERVER_GONE, "server-gone", 0),
    ],
)
async def test_where_nothing_can_be_posted_the_schedule_is_paused_and_moderators_told_once(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path,
    how: Delivery, reason: str, told: int,
) -> None:  # fmt: skip
    await put(store, clock, 3)
    await put(store, clock, 1, channel_id=THERE)
    discord.moods = [how]
    await go(outbox, discord, clock, 3_600, every=60)
    assert discord.marks(HERE) == []
    assert len(discord.marks(ALERTS)) == told
    assert len(discord.marks(THERE)) == 1, "other channels get theirs"
    assert states(path)[:3] == ["dropped"] * 3
    assert slots(path)[0] == ("dropped", reason)
    paused = rows(path, "SELECT paused, next_at FROM schedule ORDER BY channel_id")
    assert paused == [(reason, None), ("", None)]
    assert len(discord.tries) == 2 + told, "nothing is tried for ever"


async def test_the_channel_for_notices_is_the_one_that_was_chosen(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox
) -> None:
    await put(store, clock)
    async with store.write() as tx:
        await tx.guild(GUILD).preferences.put("alerts", "77")
    discord.moods = [Delivery.FORBIDDEN]
    await go(outbox, discord, clock, 5)
    assert len(discord.marks(77)) == 1


async def test_no_notice_goes_where_nothing_can_be_posted(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock, channel_id=ALERTS)
    discord.moods = [Delivery.FORBIDDEN]
    await go(outbox, discord, clock, 5)
    assert states(path) == ["dropped"]


async def test_what_discord_never_takes_is_dropped(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock, 2)
    discord.moods = [Delivery.REFUSED]
    await go(outbox, discord, clock, 5)
    assert states(path) == ["dropped", "sent"]
    assert slots(path) == [("dropped", "refused")]
    assert len(discord.tries) == 2


async def test_what_is_dropped_counts_as_not_told(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    digest_id = await put(store, clock, 1)
    change(path, "INSERT INTO feed (id, url) VALUES (1, 'https://f.test/')")
    change(
        path,
        """INSERT INTO entry (id, feed_id, key, url, title, authors, text, language, at, seen_at, is_commentary)
           VALUES (1, 1, x'00', '', '', '[]', '', '', '2026', '2026', 0)""",
    )
    async with store.write() as tx:
        await tx.guild(GUILD).told.tell(HERE, digest_id, [Told(story_id=0, title="", sources=(), entry_ids=(1, 99))])
    assert rows(path, "SELECT entry_id FROM told") == [(1,)]
    discord.moods = [Delivery.REFUSED]
    await go(outbox, discord, clock)
    assert rows(path, "SELECT entry_id FROM told") == []


async def test_parts_that_were_not_begun_in_time_are_dropped(
    store: Store, clock: ManualClock, discord: FalseChannels, path: Path
) -> None:
    await put(store, clock, 3)
    await go(Outbox(store, clock), discord, clock)
    await clock.advance(26 * 3_600)
    await go(Outbox(store, clock), discord, clock, 10)
    assert states(path) == ["sent", "dropped", "dropped"]
    assert slots(path) == [("dropped", "too-late")]


async def test_a_slow_channel_holds_up_no_other(store: Store, clock: ManualClock, outbox: Outbox) -> None:
    class Hanging(FalseChannels):
        async def send(self, post: Post) -> Delivered:
            if post.channel_id == HERE:
                await clock.sleep(20)
            return await super().send(post)

    discord = Hanging(clock)
    await put(store, clock)
    await put(store, clock, 2, channel_id=THERE)
    for _ in range(3):
        await outbox.step(clock.now(), discord)
        while len(outbox._flying.under_way()) > 1:
            outbox._flying.landed()
            await clock.advance(0)
        await clock.advance(1)
    assert (len(discord.marks(THERE)), len(discord.marks(HERE))) == (2, 0)
    await clock.advance(20)
    await outbox.settled()
    assert len(discord.marks(HERE)) == 1


async def test_a_notice_is_told_once_for_its_key(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox
) -> None:
    for key in ("a", "a", "b"):
        async with store.write() as tx:
            await tx.guild(GUILD).posts.notice(ALERTS, Notice(kind="feed-failing", facts={}), key)
        await go(outbox, discord, clock, 2)
    assert len(discord.marks(ALERTS)) == 2


async def test_what_stands_in_a_line_does_not_keep_notices_waiting(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox
) -> None:
    await put(store, clock, channel_id=ALERTS)
    discord.moods = [Delivery.BUSY]
    await go(outbox, discord, clock)
    async with store.write() as tx:
        await tx.guild(GUILD).posts.notice(ALERTS, Notice(kind="feed-failing", facts={}), "a")
    await go(outbox, discord, clock, 1)
    assert len(discord.marks(ALERTS)) == 1


async def test_of_2500_channels_no_more_are_begun_in_a_second_than_leave_room_for_commands(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox
) -> None:
    for channel_id in range(100, 160):
        await put(store, clock, channel_id=channel_id)
    await go(outbox, discord, clock)
    assert len(discord.messages) == 25
    await go(outbox, discord, clock, 2)
    assert len(discord.messages) == 60
