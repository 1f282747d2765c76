"""What moderators do with a channel's digest, at any moment beside its slot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import BadOption, NoDigest, NothingFollowed
from bot.models.asker import Asker
from bot.models.digest import SlotState
from tests.clocks import START, ManualClock
from tests.services.digest.house import GUILD, HERE, HOUR, MODERATOR, House, follow
from tests.store.files import rows


async def test_a_time_that_is_changed_before_it_comes_counts_anew(house: House) -> None:
    await house.schedule("12:00")
    await house.schedule("10:00")
    await house.until("25 08:00")
    assert [slot[:2] for slot in house.slots()] == [("2026-11-24", "sent")]
    assert house.composer.asked[0][2] == START + timedelta(hours=2)


@pytest.mark.parametrize("at", ["08:59", "09:01", "12:00", "23:59", "00:00"])
async def test_a_time_that_is_changed_after_it_came_gives_the_date_no_second(house: House, at: str) -> None:
    await house.schedule("09:00")
    await house.until("24 09:00")
    await house.schedule(at)
    await house.until("24 23:59")
    assert [day for day, *_ in house.slots()] == ["2026-11-24"]
    await house.until("26 00:00")
    assert [day for day, *_ in house.slots()].count("2026-11-25") == 1


async def test_a_change_in_the_moment_of_the_slot_loses_nothing(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    await house.step()
    await clock.advance(HOUR)  # due, and not planned yet
    await house.schedule("20:00")
    await house.until("25 08:00")
    assert house.slots() == [("2026-11-24", "sent", "")]


async def test_off_and_on_again_gives_the_date_no_second(house: House) -> None:
    await house.schedule("09:00")
    await house.until("24 09:00")
    await house.digest.off(MODERATOR, HERE)
    await house.schedule("10:00")
    await house.until("24 23:00")
    assert house.sent == 1


async def test_off_drops_what_has_not_been_sent(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    await clock.advance(HOUR)
    await house.digest.plan_step(clock.now())
    await house.digest.issue_step(clock.now())
    await house.digest.settled()
    await house.digest.off(MODERATOR, HERE)
    await house.until("25 10:00")
    assert house.slots() == [("2026-11-24", "dropped", "off")]
    assert house.sent == 0


async def test_now_does_not_use_up_the_slot(house: House, path: Path) -> None:
    await follow(house.store, path)
    await house.schedule("09:00")
    await house.digest.now(MODERATOR, HERE)
    await house.until("24 08:59")
    await house.digest.now(MODERATOR, HERE)
    await house.until("24 10:00")
    assert [(day, state) for day, state, _ in house.slots()] == [(None, "sent"), (None, "sent"), ("2026-11-24", "sent")]
    _, since, until, _ = house.composer.asked[-1]
    assert until - since == timedelta(hours=24), "what now told is told again"
    assert house.sent == 3


async def test_a_preview_notes_nothing(house: House, path: Path) -> None:
    await follow(house.store, path)
    (part,) = await house.digest.preview(MODERATOR, HERE)
    assert (part.day, len(part.stories)) == (None, 1)
    assert house.slots() == []


async def test_without_feeds_there_is_nothing_to_show(house: House) -> None:
    with pytest.raises(NothingFollowed):
        await house.digest.preview(MODERATOR, HERE)
    with pytest.raises(NothingFollowed):
        await house.digest.now(MODERATOR, HERE)


async def test_a_paused_channel_is_not_planned_until_it_is_scheduled_again(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    async with house.store.write() as tx:
        assert await tx.guild(GUILD).schedules.pause(HERE, "forbidden")
        assert not await tx.guild(GUILD).schedules.pause(HERE, "forbidden")
    house.restart()
    await house.until("26 08:00")
    assert house.slots() == []
    await house.schedule("09:00")
    await house.until("26 10:00")
    assert house.slots() == [("2026-11-26", "sent", "")]


async def test_a_server_that_was_left_gets_none_until_it_is_joined_again(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    async with house.store.write() as tx:
        await tx.servers.left(GUILD, clock.now() + timedelta(days=7))
    await house.until("25 10:00")
    assert house.slots() == []
    async with house.store.write() as tx:
        await tx.guild(GUILD).schedules.pause(HERE, "server-gone")
        await tx.servers.joined([GUILD])
    await house.until("26 10:00")
    assert house.slots() == [("2026-11-26", "sent", "")]


async def test_another_servers_channel_is_not_there(house: House) -> None:
    await house.schedule("09:00")
    stranger = Asker(guild_id=2, channel_id=HERE, user_id=5)
    for ask in (house.digest.show, house.digest.off):
        with pytest.raises(NoDigest):
            await ask(stranger, HERE)
    assert await house.digest.all(stranger) == ()
    assert len(await house.digest.all(MODERATOR)) == 1


async def test_what_is_shown_is_the_next_one_and_the_last(house: House) -> None:
    await house.schedule("09:00", "Asia/Kathmandu")
    await house.until("26 08:00")
    shown = await house.digest.show(MODERATOR, HERE)
    assert shown.schedule.next_at == datetime(2026, 11, 27, 3, 15, tzinfo=UTC)
    assert [(slot.day.day, slot.state) for slot in shown.last if slot.day] == [
        (26, SlotState.SENT),
        (25, SlotState.SENT),
    ]


@pytest.mark.parametrize(("zone", "days"), [("Mars/Olympus", frozenset({1})), ("UTC", frozenset()), ("UTC", {9})])
async def test_what_is_no_schedule_is_refused(house: House, zone: str, days: frozenset[int]) -> None:
    with pytest.raises(BadOption):
        await house.schedule("09:00", zone, days=frozenset(days))
    assert await house.digest.all(MODERATOR) == ()


async def test_what_ended_long_ago_is_forgotten(house: House, clock: ManualClock, path: Path) -> None:
    await house.schedule("09:00")
    await house.until("24 10:00")
    await clock.advance(91 * 24 * HOUR)
    await house.digest.sweep_step(clock.now())
    assert rows(path, "SELECT count(*) FROM digest") == [(0,)]
    assert rows(path, "SELECT count(*) FROM post") == [(0,)]
