"""The outbox: exactly once, in order, whatever Discord answers and whenever the process dies."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.errors import DatabaseUnusable
from bot.models.digest import Part, Schedule, SlotState, Told
from bot.models.post import Delivered, Delivery, Notice, Post, PostState, Sight
from bot.services.shared.moves import LOOK, SAME_NONCE
from bot.services.shared.outbox import Outbox
from bot.store.database import Store, open_store
from tests.clocks import ManualClock
from tests.services.shared.false_channel import POSTED_UNHEARD, UNHEARD, FalseChannels
from tests.store.files import change, rows

GUILD, HERE, THERE, ALERTS = 1, 20, 21, 30
DAY = date(2026, 11, 24)


@pytest.fixture
def discord(clock: ManualClock) -> FalseChannels:
    return FalseChannels(clock)


@pytest.fixture
def outbox(store: Store, clock: ManualClock) -> Outbox:
    return Outbox(store, clock)


async def put(store: Store, clock: ManualClock, parts: int = 1, *, channel_id: int = HERE, day: date = DAY) -> int:
    """A digest in the outbox, of a channel that has a schedule."""
    now = clock.now()
    async with store.write() as tx:
        server = tx.guild(GUILD)
        schedule = Schedule(guild_id=GUILD, channel_id=channel_id, at=time(8), zone="UTC")
        await server.schedules.put(schedule, asked_in=ALERTS)
        slot = await server.digests.plan(channel_id, day, due_at=now, since=now, until=now, state=SlotState.COMPOSED)
        assert slot
        stories = (Told(story_id=0, title="Story", sources=(), entry_ids=(1,)),)
        await server.posts.put(
            slot,
            [Part(n=n + 1, of=parts, day=day, stories=stories, since=now, until=now) for n in range(parts)],
            not_after=now + timedelta(hours=6),
        )
    return slot.id


async def go(outbox: Outbox, discord: FalseChannels, clock: ManualClock, seconds: float = 0, every: float = 1) -> None:
    """The worker's steps for so long."""
    end = clock.monotonic() + seconds
    while True:
        await outbox.step(clock.now(), discord)
        await outbox.settled()
        if clock.monotonic() >= end:
            return
        await clock.advance(every)


def states(path: Path) -> list[str]:
    return [state for (state,) in rows(path, "SELECT state FROM post ORDER BY id")]


def slots(path: Path) -> list[tuple[str, str]]:
    return rows(path, "SELECT state, reason FROM digest ORDER BY id")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commentary.sqlite3"


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


@pytest.mark.parametrize("lost", [POSTED_UNHEARD, UNHEARD])
async def test_an_answer_that_is_lost_is_asked_for_under_the_same_nonce(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path, lost: str
) -> None:
    await put(store, clock, 2)
    discord.moods = [lost]
    await go(outbox, discord, clock, 10)
    assert len(discord.messages) == 2
    assert discord.looks == 0
    assert states(path) == ["sent", "sent"]


@pytest.mark.parametrize(
    ("lost", "tries"), [pytest.param(POSTED_UNHEARD, 1, id="there"), pytest.param(UNHEARD, 2, id="not there")]
)
async def test_later_it_is_looked_for_before_it_is_sent_again(
    store: Store, clock: ManualClock, discord: FalseChannels, path: Path, lost: str, tries: int
) -> None:
    await put(store, clock, 2)
    discord.moods = [lost]
    await go(Outbox(store, clock), discord, clock)
    await clock.advance(SAME_NONCE.total_seconds() + 1)  # the process was away for so long
    again = Outbox(store, clock)
    await go(again, discord, clock, 60, every=10)
    assert len(discord.tries) == 1, "nobody knows yet"
    discord.history_late = LOOK / 2
    await go(again, discord, clock, LOOK.total_seconds() + 120, every=30)
    assert discord.looks == 1
    assert len(discord.messages) == 2
    assert len(discord.tries) == tries + 1
    assert states(path) == ["sent", "sent"]


async def test_where_nobody_can_tell_it_is_not_sent_again_and_moderators_are_told(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock, 2)
    discord.moods, discord.sight = [UNHEARD], Sight.UNREADABLE
    await go(outbox, discord, clock)
    await clock.advance(2 * LOOK.total_seconds())
    await go(outbox, discord, clock, 5)
    assert states(path) == ["unsure", "sent", "sent"]
    assert len(discord.marks(HERE)) == 1, "the second part"
    assert len(discord.marks(ALERTS)) == 1
    assert slots(path) == [("sent", "")]


async def test_what_cannot_be_looked_up_for_hours_is_given_up(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock)
    discord.moods, discord.sight = [UNHEARD], Sight.UNKNOWN
    await go(outbox, discord, clock)
    await clock.advance(60)
    await go(outbox, discord, clock, 24 * 3_600, every=900)
    assert states(path) == ["unsure", "sent"]
    assert 1 < discord.looks < 100


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


async def test_busy_after_a_lost_answer_stays_in_doubt(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock)
    discord.moods = [POSTED_UNHEARD, Delivery.BUSY, Delivery.BUSY]
    await go(outbox, discord, clock, 120)
    assert states(path) == ["sending"]
    await go(outbox, discord, clock, LOOK.total_seconds(), every=30)
    assert (len(discord.messages), discord.looks) == (1, 1)
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


@pytest.mark.parametrize("away", [1, 30, 600, 26 * 3_600], ids="after {} s".format)
@pytest.mark.parametrize("lost", [POSTED_UNHEARD, UNHEARD])
async def test_a_crash_with_a_request_out_sends_nothing_twice(
    store: Store, clock: ManualClock, discord: FalseChannels, path: Path, away: int, lost: str
) -> None:
    """The process is gone before the answer; another one finds what it has left."""

    await put(store, clock)
    async with store.write(durable=True) as tx:  # what `Outbox` writes before
        (kept,) = await tx.posts.due(clock.now(), 1)
        until = clock.now() + timedelta(seconds=30)
        await tx.posts.wait(kept.post.id, until, PostState.SENDING, tried_at=clock.now(), tries=1)
    discord.moods = [lost]
    await discord.send(kept.post)
    await clock.advance(away)
    await go(Outbox(store, clock), discord, clock, 2 * LOOK.total_seconds(), every=5)
    too_late = away > 6 * 3_600 and lost == UNHEARD
    assert len(discord.messages) == (0 if too_late else 1)
    assert states(path) == ["dropped" if too_late else "sent"]


async def test_two_processes_on_one_file_send_nothing_twice(
    clock: ManualClock, store: Store, discord: FalseChannels, path: Path
) -> None:
    await put(store, clock, 3)
    await put(store, clock, 3, channel_id=THERE)
    async with open_store(path, clock) as other:
        both = Outbox(store, clock), Outbox(other, clock)
        for _ in range(8):
            for outbox in both:
                await outbox.step(clock.now(), discord)
            for outbox in both:
                await outbox.settled()
            await clock.advance(1)
    assert (len(discord.messages), len(discord.tries)) == (6, 6)


async def test_nothing_is_sent_that_cannot_be_written_down(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    """A disk that is full, as SQLite tells it."""
    await put(store, clock)
    change(path, "CREATE TRIGGER full BEFORE UPDATE ON post BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
    with pytest.raises(DatabaseUnusable):
        await go(outbox, discord, clock)
    assert discord.tries == []
    change(path, "DROP TRIGGER full")
    await go(outbox, discord, clock)
    assert len(discord.messages) == 1


async def test_an_end_that_cannot_be_written_down_is_in_doubt(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    await put(store, clock)
    change(
        path,
        """CREATE TRIGGER full BEFORE UPDATE ON post WHEN NEW.state = 'sent'
           BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END""",
    )
    await go(outbox, discord, clock)
    assert states(path) == ["sending"]
    change(path, "DROP TRIGGER full")
    await go(outbox, discord, clock, 40)
    assert (len(discord.messages), states(path)) == (1, ["sent"])


async def test_a_clock_that_is_set_back_loses_and_repeats_nothing(
    store: Store, clock: ManualClock, discord: FalseChannels, path: Path
) -> None:
    await put(store, clock, 2)
    discord.moods = [POSTED_UNHEARD]
    await go(Outbox(store, clock), discord, clock)
    clock._start -= timedelta(days=1)
    await clock.advance(300)  # in truth
    await go(Outbox(store, clock), discord, clock, 2 * LOOK.total_seconds(), every=20)
    assert len(discord.messages) == 2
    assert states(path) == ["sent", "sent"]


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
