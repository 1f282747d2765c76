"""Channels that get a digest: where they are, when it is due there, and how they come into a bot's file."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.store.migrate import migrate, migrations
from tests.false_discord.driver import FalseDiscord
from tests.false_discord.posting import HISTORY, SEND, VIEW

# Zones and times, among them some that a change of clocks of autumn 2026 leaves out or repeats.
TIMES = (
    ("Europe/Berlin", "02:30"), ("Europe/London", "01:30"), ("America/New_York", "01:30"), ("Asia/Kathmandu", "07:15"),
    ("Australia/Lord_Howe", "02:15"), ("Australia/Sydney", "02:30"), ("Asia/Tokyo", "09:30"), ("UTC", "00:30"),
    ("America/Santiago", "00:00"), ("Pacific/Chatham", "13:15"), ("Asia/Kolkata", "06:00"), ("Africa/Cairo", "00:00"),
    ("Pacific/Auckland", "13:30"), ("America/Los_Angeles", "17:30"), ("America/St_Johns", "22:00"),
    ("Europe/Madrid", "02:30"), ("Atlantic/Azores", "00:30"), ("Asia/Beirut", "03:30"), ("Pacific/Kiritimati", "14:30"),
    ("Europe/Kyiv", "03:30"),
)  # fmt: skip
_MAY = VIEW | SEND | HISTORY | 1 << 38  # the last one: in threads


@dataclass(frozen=True, slots=True)
class Place:
    """A channel. mods: where its moderators are told. is_readable: the bot may read what stands in it."""

    guild: str
    channel: str
    mods: str
    zone: str
    at: str
    is_readable: bool = True

    @property
    def wall(self) -> time:
        return time.fromisoformat(self.at)

    def due(self, day: date) -> datetime:
        """The first of two moments; a moment that never was later, by what was left out (PEP 495 with fold=0)."""
        wall = datetime.combine(day, self.wall, ZoneInfo(self.zone))
        return wall.astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A digest that is due: when, of which channel's local date."""

    due: datetime
    channel: str
    day: date


def slots(places: Sequence[Place], since: datetime, until: datetime) -> Iterator[Slot]:
    """All that are due between these."""
    for place in places:
        for n in range((until - since).days + 4):
            day = since.date() + timedelta(days=n - 2)
            if since < (due := place.due(day)) < until:
                yield Slot(due, place.channel, day)


async def settle(
    discord: FalseDiscord, servers: int, each: int, blind: int, seed: int, wanted: Sequence[tuple[str, str]] = TIMES
) -> list[Place]:
    """Servers with so many channels each and one for moderators; `blind` of them without Read Message History."""
    chance, places = random.Random(seed), list[Place]()
    times = (*wanted,) * (servers * each // len(wanted) + 1)
    for n in range(servers):
        names = [f"digest-{m}" for m in range(each)]
        server = await discord.server(f"Town {n}", "moderators", *names, permissions=str(_MAY))
        for name in names:
            zone, at = times[len(places)]
            places.append(Place(server.id, server.channels[name], server.channels["moderators"], zone, at))
    for n in chance.sample(range(len(places)), blind):
        await discord.ask("deny", channel=places[n].channel, permissions=HISTORY)
        here = places[n]
        places[n] = Place(here.guild, here.channel, here.mods, here.zone, here.at, is_readable=False)
    return places


def arrange(
    database: Path, places: Sequence[Place], feeds: Sequence[str], now: datetime, since: datetime | None = None
) -> None:
    """A file in which the servers follow these feeds and the channels have their schedules, as the bot keeps them.

    since: from when on entries count, before now or now.
    """
    migrate(database, migrations())
    moment, counts_from = now.isoformat(), (since or now).isoformat()
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("BEGIN")
        for n, url in enumerate(feeds, 1):
            db.execute("INSERT INTO feed (id, url, next_poll_at) VALUES (?, ?, ?)", (n, url, moment))
        for guild, mods in sorted({(place.guild, place.mods) for place in places}):
            db.executemany(
                "INSERT INTO follow (guild_id, feed_id, since, asked_in, added_at) VALUES (?, ?, ?, ?, ?)",
                [(guild, n + 1, counts_from, mods, moment) for n in range(len(feeds))],
            )
        for place in places:
            next_at = min(slot.due for slot in slots([place], now, now + timedelta(days=3)))
            db.execute(
                """INSERT INTO schedule (guild_id, channel_id, at, zone, days, when_empty, since, next_at, asked_in)
                   VALUES (?, ?, ?, ?, 127, 'line', ?, ?, ?)""",
                (place.guild, place.channel, place.at, place.zone, moment, next_at.isoformat(), place.mods),
            )
        db.execute("COMMIT")
