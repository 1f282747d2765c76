"""A file of 10^5 turns in one room and 10^5 in others: its size, how fast it is searched, how long erasing takes.

`python -m bench.forgetting [TURNS]`. Words are invented, and as frequent as words are (Zipf). A heartbeat of 5 ms tells
how long the event loop was held.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
import tempfile
import time
from collections.abc import Awaitable
from contextlib import closing
from datetime import timedelta
from itertools import accumulate
from pathlib import Path

from bot.analysis.search.terms import terms
from bot.clock import SystemClock
from bot.models.discussion import Room
from bot.store.database import Store, open_store
from bot.store.migrate import migrate, migrations
from bot.store.terms import TermHashes, packed

BIG = Room(guild_id=1, channel_id=1)
OTHERS = 1_000  # rooms
PEOPLE = 1_000
WORDS, IN_A_QUESTION, IN_AN_ANSWER = 30_000, 18, 80
SEARCHES = 200
BEAT = 0.005  # seconds
SIGNATURE = ("openai", "some-model", "discuss", 1, "0" * 64, '{"seed": 7, "temperature": 0.2}')


class Speech:
    """Sentences of invented words, the n-th of them 1/n as frequent as the first."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        syllables = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "st")]
        made = {"".join(self._chance.choices(syllables, k=self._chance.randint(2, 4))) for _ in range(WORDS)}
        self._words = sorted(made)
        self._chance.shuffle(self._words)
        self._weights = list(accumulate(1 / n for n in range(1, len(self._words) + 1)))

    def said(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count)).capitalize() + "."


def fill(path: Path, turns: int, speech: Speech) -> None:
    """`turns` in `BIG` and as many in other rooms, by turns; past the store, which takes them one by one."""
    migrate(path, migrations())
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        key = db.execute("SELECT value FROM installation WHERE name = 'key of terms'").fetchone()[0]
        hashes, begun = TermHashes(bytes.fromhex(key)), SystemClock().now() - timedelta(days=20)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        db.executemany(
            "INSERT INTO room (id, guild_id, channel_id, said) VALUES (?, ?, ?, ?)",
            [(n, n, n, turns if n == 1 else turns // OTHERS) for n in range(1, OTHERS + 2)],
        )
        for turn_id in range(1, 2 * turns + 1):
            room_id = 1 if turn_id % 2 else 2 + turn_id // 2 % OTHERS
            _say(db, hashes, speech, room_id, turn_id, (begun + timedelta(seconds=turn_id)).isoformat())
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _say(db: sqlite3.Connection, hashes: TermHashes, speech: Speech, room_id: int, turn_id: int, at: str) -> None:
    texts = speech.said(IN_A_QUESTION), speech.said(IN_AN_ANSWER)
    asked, answered = (hashes.weighed(terms(text)) for text in texts)
    person = turn_id % PEOPLE
    db.execute(
        """INSERT INTO turn (id, room_id, number, message_id, person_id, person_name, text, asked_at, articles, terms)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[1]', ?)""",
        (turn_id, room_id, turn_id // 2, turn_id, person, f"Person {person}", texts[0], at, packed(list(asked))),
    )
    db.execute(
        """INSERT INTO answer (turn_id, text, citations, dropped, answered_at, terms, engine, model, prompt_name,
                               prompt_version, prompt_sha256, parameters)
           VALUES (?, ?, '[[1,3],[2,4]]', 0, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (turn_id, texts[1], at, packed(list(answered)), *SIGNATURE),
    )
    postings = [(room_id, term, turn_id, 0, weight) for term, weight in asked.items()]
    postings += [(room_id, term, turn_id, 1, weight) for term, weight in answered.items()]
    db.executemany("INSERT INTO posting VALUES (?, ?, ?, ?, ?)", postings)


def bytes_by_table(path: Path) -> dict[str, int]:
    """What each table takes, with its indexes."""
    with closing(sqlite3.connect(path)) as db:
        return dict(
            db.execute("""SELECT s.tbl_name, sum(d.pgsize) FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
                          WHERE d.aggregate = TRUE GROUP BY s.tbl_name""")
        )


async def searched(store: Store, speech: Speech) -> list[float]:
    """Milliseconds of processor time that searches of 6 to 12 words take in `BIG`, sorted."""
    took = list[float]()
    for number in range(SEARCHES):
        sought = terms(speech.said(6 + number % 7))
        started = time.process_time()
        await store.turns.search(BIG, sought, 10, 1 << 62)
        took.append(1e3 * (time.process_time() - started))
    return sorted(took)


async def timed(work: Awaitable[object]) -> tuple[float, float]:
    """Seconds that it took, and milliseconds that the event loop was held at worst meanwhile."""
    worst, started = 0.0, time.perf_counter()
    task = asyncio.ensure_future(work)
    while not task.done():
        beat = time.perf_counter()
        await asyncio.sleep(BEAT)
        worst = max(worst, time.perf_counter() - beat - BEAT)
    await task
    return time.perf_counter() - started, 1e3 * worst


async def forget_and_erase(store: Store) -> None:
    """A turn goes, then a person, then their bytes; each with its time."""
    async with store.write() as tx:
        one = await timed(tx.guild(1).turns.deleted(1, [1]))
    async with store.write() as tx:
        person = await timed(tx.people.forget(7, terms))
    erased = await timed(store.erase())
    for name, (seconds, held) in (("a message deleted", one), ("a person forgotten", person), ("erased", erased)):
        print(f"{name:22}{seconds:8.2f} s   the event loop held for {held:5.0f} ms at worst")


async def measure(path: Path, turns: int, speech: Speech) -> None:
    """Print how fast it is searched, and how it forgets."""
    async with open_store(path, SystemClock()) as store:
        await searched(store, speech)
        took = await searched(store, speech)
        median, p95 = took[len(took) // 2], took[len(took) * 95 // 100]
        print(f"search among {turns:,} turns: median {median:.1f} ms, p95 {p95:.1f} ms of the processor")
        await forget_and_erase(store)


def print_sizes(path: Path, turns: int) -> None:
    """Bytes a turn with its answer."""
    total, postings = (size / (2 * turns) for size in (path.stat().st_size, bytes_by_table(path)["posting"]))
    print(f"bytes a turn: {total:,.0f}, of them postings {postings:,.0f}; without these {total - postings:,.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("turns", nargs="?", type=int, default=100_000)
    turns, speech = parser.parse_args().turns, Speech(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "discussions.sqlite3"
        fill(path, turns, speech)
        print_sizes(path, turns)
        asyncio.run(measure(path, turns, speech))
        print_sizes(path, turns)  # written anew


if __name__ == "__main__":
    main()
