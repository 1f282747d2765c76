"""From a schedule to the outbox: each slot once, whatever happens beside it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.errors import BadOption, NoDigest, NothingFollowed, Unreachable
from bot.models.asker import Asker
from bot.models.digest import SlotState, WhenEmpty
from bot.services.digest import Digest
from bot.services.digest.composing import Composing
from bot.services.shared.outbox import Outbox
from bot.store.database import Store, open_store
from tests.clocks import START, ManualClock
from tests.services.digest.slots import Composer
from tests.services.shared.false_channel import FalseChannels
from tests.store.files import change, rows

GUILD, HERE, THERE = 1, 20, 21
MODERATOR = Asker(guild_id=GUILD, channel_id=30, user_id=5)
HOUR = 3_600


class House:
    """The use case over a file, with its workers, until it is killed."""

    def __init__(self, store: Store, clock: ManualClock, composer: Composer) -> None:
        self.store, self.clock, self.composer = store, clock, composer
        self.discord = FalseChannels(clock)
        self.restart()

    def restart(self) -> None:
        """What is in the process's memory is gone."""
        self.digest = Digest(self.store, cast("Composing", self.composer), self.clock)
        self.outbox = Outbox(self.store, self.clock)

    async def schedule(self, at: str, zone: str = "UTC", channel_id: int = HERE, **values: object) -> None:
        await self.digest.schedule(MODERATOR, channel_id, time.fromisoformat(at), zone, **values)  # type: ignore[arg-type]

    async def step(self) -> None:
        """Each worker once."""
        await self.digest.plan_step(self.clock.now())
        await self.digest.issue_step(self.clock.now())
        await self.digest.settled()
        await self.outbox.step(self.clock.now(), self.discord)
        await self.outbox.settled()

    async def until(self, text: str, every: float = 600) -> None:
        """The workers' steps until that moment of November 2026."""
        end = datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)
        await self.step()
        while self.clock.now() < end:
            await self.clock.advance(min(every, (end - self.clock.now()).total_seconds()))
            await self.step()

    def slots(self) -> list[tuple[str, str, str]]:
        return rows(self.store._reader.path, "SELECT day, state, reason FROM digest ORDER BY due_at, id")

    @property
    def sent(self) -> int:
        return len(self.discord.messages)


@pytest.fixture
def composer() -> Composer:
    return Composer()


@pytest.fixture
def house(store: Store, clock: ManualClock, composer: Composer) -> House:
    return House(store, clock, composer)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commentary.sqlite3"


async def test_each_day_has_one(house: House) -> None:
    await house.schedule("09:00")
    await house.until("27 08:00")
    assert house.slots() == [(f"2026-11-{day}", "sent", "") for day in (24, 25, 26)]
    assert house.sent == 3


async def test_a_digest_tells_of_the_time_since_the_last_one(house: House) -> None:
    await house.schedule("09:00")
    await house.until("25 09:00")
    (_, since, until, is_late), second = house.composer.asked
    assert (since, until) == (START - timedelta(hours=23), START + timedelta(hours=1))
    assert second[1] == until
    assert not is_late


async def test_of_a_longer_time_the_latest_days_are_told(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00", days=frozenset({1}))
    await house.until("24 09:00")
    await clock.advance(7 * 24 * HOUR)
    await house.step()
    *_, (_, since, until, _) = house.composer.asked
    assert until - since == timedelta(days=3)


@pytest.mark.parametrize(
    ("away", "slots", "late"),
    [
        pytest.param(1, [("2026-11-24", "sent", "")], [False], id="a second"),
        pytest.param(5 * HOUR, [("2026-11-24", "sent", "")], [True], id="some hours"),
        pytest.param(7 * HOUR, [("2026-11-24", "skipped", "away")], [], id="too long"),
        pytest.param(
            26 * HOUR, [("2026-11-24", "skipped", "away"), ("2026-11-25", "sent", "")], [True], id="a day and more"
        ),
        pytest.param(
            73 * HOUR, [(f"2026-11-{day}", "skipped", "away") for day in (24, 25, 26)] + [("2026-11-27", "sent", "")],
            [True], id="days: one digest, not one a day",
        ),
    ],
)  # fmt: skip
async def test_after_a_time_away_the_latest_slot_is_made_up_for(
    house: House, clock: ManualClock, away: float, slots: list[object], late: list[bool]
) -> None:
    await house.schedule("09:00")
    await house.step()
    await clock.advance(HOUR + away)
    house.restart()
    await house.step()
    assert house.slots() == slots
    assert [is_late for *_, is_late in house.composer.asked] == late
    assert house.sent == len(late)


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


async def test_a_zone_whose_date_is_another_has_that_dates_slot(house: House) -> None:
    await house.schedule("09:00", "Pacific/Kiritimati")
    await house.until("25 08:00")
    assert [day for day, *_ in house.slots()] == ["2026-11-25"]


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


@pytest.mark.parametrize(
    ("when_empty", "state", "sent"), [(WhenEmpty.NOTHING, "empty", 0), (WhenEmpty.LINE, "sent", 1)]
)
async def test_an_empty_day(house: House, when_empty: WhenEmpty, state: str, sent: int) -> None:
    house.composer.stories = 0
    await house.schedule("09:00", when_empty=when_empty)
    await house.until("24 10:00")
    assert [state for _, state, _ in house.slots()] == [state]
    assert house.sent == sent


async def test_the_clock_set_back_gives_no_date_a_second(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    await house.until("24 09:30")
    clock._start -= timedelta(hours=3)
    house.restart()
    await house.until("24 12:00")
    assert house.sent == 1


async def test_rules_that_change_between_planning_and_running(house: House, clock: ManualClock, path: Path) -> None:
    """`next_at` was reckoned by other rules: an hour early, an hour late."""
    await house.schedule("09:00")
    for wrong in ("2026-11-24T08:00:00+00:00", "2026-11-24T23:00:00+00:00"):
        change(path, "UPDATE schedule SET next_at = ?", wrong)
        house.restart()
        await house.step()
        assert house.slots() == []
    await house.until("24 09:00")
    assert house.sent == 1


async def test_two_processes_on_one_file_plan_and_send_once(house: House, clock: ManualClock, path: Path) -> None:
    async with open_store(path, clock) as other:
        second = House(other, clock, house.composer)
        second.discord = house.discord
        await house.schedule("09:00")
        await clock.advance(HOUR)
        for _ in range(3):
            await house.digest.plan_step(clock.now())
            await second.digest.plan_step(clock.now())
            await house.digest.issue_step(clock.now())
            await second.digest.issue_step(clock.now())
            await house.digest.settled()
            await second.digest.settled()
            await house.outbox.step(clock.now(), house.discord)
            await second.outbox.step(clock.now(), house.discord)
            await house.outbox.settled()
            await second.outbox.settled()
            await clock.advance(1)
    assert house.slots() == [("2026-11-24", "sent", "")]
    assert (house.sent, len(house.discord.tries)) == (1, 1)


async def test_killed_while_it_is_composed_it_is_composed_again(house: House, clock: ManualClock) -> None:
    await house.schedule("09:00")
    await clock.advance(HOUR)
    await house.digest.plan_step(clock.now())
    house.restart()
    await clock.advance(30)
    await house.step()
    assert house.slots() == [("2026-11-24", "sent", "")]
    assert house.sent == 1


async def test_a_channel_that_cannot_be_composed_holds_up_no_other_and_is_tried_again(
    house: House, clock: ManualClock
) -> None:
    await house.schedule("09:00")
    await house.schedule("09:00", channel_id=THERE)
    house.composer.failures = [Unreachable(site="x"), Unreachable(site="x")]
    await clock.advance(HOUR)
    await house.step()
    assert house.sent == 0
    await house.until("24 09:04", every=60)
    assert (house.sent, len(house.composer.asked)) == (0, 2)
    await house.until("24 09:06", every=60)
    assert house.sent == 2


async def test_a_digest_that_could_not_be_composed_in_time_is_dropped_and_moderators_told(
    house: House, clock: ManualClock
) -> None:
    await house.schedule("09:00")
    house.composer.failures = [Unreachable(site="x") for _ in range(200)]
    await house.until("24 16:00")
    assert house.slots() == [("2026-11-24", "dropped", "too-late")]
    assert [message.channel_id for message in house.discord.messages] == [30]
    house.composer.failures = []
    await house.until("25 09:00")
    assert house.composer.asked[-1][1] == START - timedelta(hours=23), "what was not told is told now"


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


async def follow(store: Store, path: Path) -> None:
    """A feed of the server, past the use case."""
    change(path, "INSERT INTO feed (id, url) VALUES (1, 'https://f.test/')")
    change(path, f"INSERT INTO follow (guild_id, feed_id, since, added_at) VALUES ({GUILD}, 1, '2026', '2026')")
