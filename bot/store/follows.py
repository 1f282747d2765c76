"""Which server follows which feeds, for which of its channels; what was removed can be brought back for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.models.feed import Followed
from bot.store.connection import Connection
from bot.store.follow_rows import FOLLOWED, followed, json_of

FOR_ALL = 0  # stands for the channels without feeds of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFollow:
    """What a server wants to follow. title, site, kind: of the feed, as it was read just now; "" where it was not.

    channel_id, include, exclude, folders: as in `Followed`. since: entries count from here on. asked_in: the channel in
    which a moderator asked for it.
    """

    url: str
    title: str = ""
    site: str = ""
    kind: str = ""
    own_title: str = ""
    channel_id: int = FOR_ALL
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    is_paused: bool = False
    since: datetime
    asked_in: int = 0


class FollowReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, guild_id: int) -> tuple[Followed, ...]:
        """All that a server follows, paused or not: first what is for all channels, then by channel; by title."""
        query = f"""{FOLLOWED} WHERE f.guild_id = ? AND f.removed_at IS NULL
                    ORDER BY f.channel_id, title COLLATE NOCASE, f.id"""
        return tuple(map(followed, await self._db.rows(query, guild_id)))

    async def find(self, guild_id: int, follow_id: int) -> Followed | None:
        """One of this server's that was not removed."""
        query = f"{FOLLOWED} WHERE f.guild_id = ? AND f.id = ? AND f.removed_at IS NULL"
        row = await self._db.row(query, guild_id, follow_id)
        return followed(row) if row else None

    async def removed(self, guild_id: int, follow_id: int) -> Followed | None:
        """One of this server's that was removed, and can still be brought back."""
        query = f"{FOLLOWED} WHERE f.guild_id = ? AND f.id = ? AND f.removed_at IS NOT NULL"
        row = await self._db.row(query, guild_id, follow_id)
        return followed(row) if row else None

    async def effective(self, guild_id: int, channel_id: int) -> tuple[Followed, ...]:
        """What counts for a channel's digest: its own feeds where one of them is not paused, else the server's."""
        running = [one for one in await self.of(guild_id) if not one.is_paused]
        own = tuple(one for one in running if one.channel_id == channel_id)
        return own or tuple(one for one in running if one.channel_id == FOR_ALL)


class FollowWrites:
    """Statements on followings of whatever server: the house's own upkeep."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def to_be_told(self, feed_id: int) -> tuple[tuple[int, int], ...]:
        """The servers that follow a feed and have not paused it, each with a channel in which it was asked for."""
        query = """SELECT guild_id, max(asked_in) FROM follow WHERE feed_id = ? AND removed_at IS NULL AND is_paused = 0
                   GROUP BY guild_id ORDER BY guild_id"""
        return tuple((int(guild_id), int(asked_in)) for guild_id, asked_in in await self._db.rows(query, feed_id))

    async def forget_removed(self, before: datetime) -> None:
        """What was removed before that moment cannot be brought back."""
        await self._db.run("DELETE FROM follow WHERE removed_at < ?", before.isoformat())


class GuildFollows:
    """What one server follows."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def count(self) -> int:
        """How many, paused ones included."""
        return await self._db.number(
            "SELECT count(*) FROM follow WHERE guild_id = ? AND removed_at IS NULL", self._guild_id
        )

    async def add(self, new: NewFollow) -> int | None:
        """Returns the id of the following; None when there is one already, of this feed for this channel.

        The feed is polled next, also when it was gone or nobody followed it: somebody wants it anew.
        """
        feed_id = await self._feed(new)
        now = self._clock.now().isoformat()
        row = await self._db.row(
            """INSERT INTO follow (guild_id, feed_id, channel_id, include, exclude, title, folders, since, is_paused,
                                   asked_in, added_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""",
            self._guild_id, feed_id, new.channel_id, json_of(new.include), json_of(new.exclude), new.own_title,
            json_of(new.folders), new.since.isoformat(), new.is_paused, new.asked_in, now,
        )  # fmt: skip
        return int(row[0]) if row else None

    async def remove(self, follow_id: int) -> None:
        """It is kept for a while, so that it can be brought back."""
        await self._db.run(
            "UPDATE follow SET removed_at = ? WHERE id = ? AND guild_id = ? AND removed_at IS NULL",
            self._clock.now().isoformat(), follow_id, self._guild_id,
        )  # fmt: skip

    async def restore(self, follow_id: int) -> bool:
        """As if it had not been removed; False when it is followed anew meanwhile."""
        row = await self._db.row(
            "UPDATE OR IGNORE follow SET removed_at = NULL WHERE id = ? AND guild_id = ? RETURNING id",
            follow_id, self._guild_id,
        )  # fmt: skip
        return row is not None

    async def pause(self, follow_id: int) -> None:
        """Nothing of it is told from now on."""
        await self._db.run("UPDATE follow SET is_paused = 1 WHERE id = ? AND guild_id = ?", follow_id, self._guild_id)

    async def resume(self, follow_id: int, since: datetime) -> None:
        """What comes from then on is told."""
        await self._db.run(
            "UPDATE follow SET is_paused = 0, since = ? WHERE id = ? AND guild_id = ? AND is_paused = 1",
            since.isoformat(), follow_id, self._guild_id,
        )  # fmt: skip

    async def _feed(self, new: NewFollow) -> int:
        """Its id, made where there is none. What was not read is taken for the feed that moved from there."""
        now = self._clock.now().isoformat()
        moved = await self._db.row("SELECT feed_id FROM feed_moved WHERE url = ?", new.url) if not new.kind else None
        if moved:
            return int(moved[0])
        row = await self._db.row(
            """INSERT INTO feed (url, title, site, kind, next_poll_at) VALUES (?, ?, ?, ?, ?5)
               ON CONFLICT (url) DO UPDATE
               SET is_gone = 0, next_poll_at = min(coalesce(next_poll_at, excluded.next_poll_at), excluded.next_poll_at)
               RETURNING id""",
            new.url, new.title, new.site, new.kind, now,
        )  # fmt: skip
        assert row, "either way there is one"
        return int(row[0])
