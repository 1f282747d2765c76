"""What may have been sent or not: lost answers, processes that die, disks that are full, clocks that are set."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import DatabaseUnusable
from bot.models.post import Delivery, Notice, PostState, Sight
from bot.services.shared.moves import LOOK, SAME_NONCE, TRY
from bot.services.shared.outbox import LEASE, Outbox
from bot.store.database import Store, open_store
from tests.clocks import ManualClock
from tests.services.shared.false_channel import POSTED_UNHEARD, UNHEARD, FalseChannels
from tests.services.shared.outboxes import ALERTS, GUILD, HERE, THERE, go, put, slots, states
from tests.store.files import change


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


async def test_a_notice_that_nobody_can_look_for_is_told_again(
    store: Store, clock: ManualClock, discord: FalseChannels, outbox: Outbox, path: Path
) -> None:
    async with store.write() as tx:
        await tx.guild(GUILD).posts.notice(ALERTS, Notice(kind="digest-unsure", facts={}), "a")
    discord.moods, discord.sight = [UNHEARD], Sight.UNREADABLE
    await go(outbox, discord, clock)
    await clock.advance(2 * LOOK.total_seconds())
    await go(outbox, discord, clock, 5)
    assert states(path) == ["sent"]
    assert len(discord.marks(ALERTS)) == 1


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


@pytest.mark.parametrize("away", [1, 30, 600, 26 * 3_600], ids="after {} s".format)
@pytest.mark.parametrize("lost", [POSTED_UNHEARD, UNHEARD])
async def test_a_crash_with_a_request_out_sends_nothing_twice(
    store: Store, clock: ManualClock, discord: FalseChannels, path: Path, away: int, lost: str
) -> None:
    """The process is gone before the answer; another one finds what it has left."""

    await put(store, clock)
    async with store.write(durable=True) as tx:  # what `Outbox` writes before
        (kept,) = await tx.posts.due(clock.now(), 1)
        until = clock.now() + TRY + LEASE
        await tx.posts.wait(kept.post.id, until, PostState.SENDING, tried_at=clock.now(), tries=1)
    discord.moods = [lost]
    await discord.send(kept.post)
    await clock.advance(away)
    await go(Outbox(store, clock), discord, clock, 2 * LOOK.total_seconds(), every=1)
    assert discord.looks == (0 if away <= 30 else 1), "soon after, the nonce tells"
    too_late = away > 6 * 3_600 and lost == UNHEARD
    assert len(discord.messages) == (0 if too_late else 1)
    assert states(path) == ["dropped" if too_late else "sent"]


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
