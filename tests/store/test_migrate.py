"""A file is brought up to date, or left as it was."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.errors import DatabaseNewer
from bot.store.database import open_store
from bot.store.migrate import Migration, migrate, migrations
from tests.clocks import ManualClock
from tests.nouns import COLUMN
from tests.store.files import beside, change, content, everything, rows

FIRST: Migration = (
    1,
    """CREATE TABLE parent (id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;
       CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent ON DELETE CASCADE) STRICT;""",
)


def second(statements: str) -> list[Migration]:
    return [FIRST, (2, statements)]


@pytest.fixture
def used(path: Path) -> Path:
    """A file at version 1 with a row in each table."""
    migrate(path, [FIRST])
    change(path, "INSERT INTO parent VALUES (1, 40)")
    change(path, "INSERT INTO child VALUES (1, 1)")
    return path


def version(path: Path) -> int:
    return int(rows(path, "PRAGMA user_version")[0][0])


async def test_a_fresh_file_is_made_with_the_folders_above_it(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / "some folder" / "ä?#%" / "commentary.sqlite3"
    async with open_store(path, clock) as store:
        assert (await store.stats())["schema"] == migrations()[-1][0]
        assert await store.check() == []
    assert beside(path) == [path.name], "no backup of nothing, and nothing left open"


async def test_an_up_to_date_file_is_opened_as_it_is(path: Path, clock: ManualClock) -> None:
    async with open_store(path, clock) as store, store.write() as tx:
        await tx.articles.keep(COLUMN, COLUMN.url)
    before = content(path)
    async with open_store(path, clock) as store:
        assert await store.articles.at(COLUMN.url)
    assert content(path) == before
    assert beside(path) == [path.name]


async def test_a_file_of_a_newer_version_is_refused_untouched(path: Path, clock: ManualClock) -> None:
    newer = migrations()[-1][0] + 1
    change(path, f"PRAGMA user_version = {newer}")
    before = everything(path)
    with pytest.raises(DatabaseNewer) as refused:
        async with open_store(path, clock):
            pass
    assert refused.value.facts == {"path": str(path), "version": newer, "known": newer - 1}
    assert everything(path) == before


def test_the_migrations_of_this_version_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_what_is_missing_is_applied_in_order(used: Path) -> None:
    third = (3, "UPDATE parent SET n = n * 10;")
    migrate(used, [*second("UPDATE parent SET n = n + 2;"), third])
    assert (rows(used, "SELECT n FROM parent"), version(used)) == ([(420,)], 3)


def test_a_file_in_use_is_copied_beside_itself_before_it_is_changed(used: Path) -> None:
    before = content(used)
    migrate(used, second("DELETE FROM child;"))
    backup = used.with_name(f"{used.name}.before-0002")
    assert (content(backup), version(backup)) == (before, 1)
    assert rows(used, "SELECT * FROM child") == []


def test_a_copy_holds_what_was_not_yet_moved_into_the_file(used: Path) -> None:
    """Copying the file alone would lose what still stands in its write-ahead log."""
    other = sqlite3.connect(used, isolation_level=None)
    other.execute("UPDATE parent SET n = 41")
    migrate(used, second("DELETE FROM child;"))
    assert rows(used.with_name(f"{used.name}.before-0002"), "SELECT n FROM parent") == [(41,)]
    other.close()


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param("CREATE TABLE new (id); DELETE FROM parent; SELEKT 1;", id="a syntax error at its end"),
        pytest.param("CREATE TABLE new (id); INSERT INTO parent VALUES (1, 1);", id="a row that cannot be"),
        pytest.param("CREATE TABLE new (id); CREATE TABLE parent (id);", id="a table that is there already"),
        pytest.param("CREATE TABLE new (id); INSERT INTO child VALUES (2, 77);", id="a row that refers to nothing"),
        pytest.param("CREATE TABLE new (id); INSERT INTO nowhere VALUES (1);", id="a table that is not there"),
    ],
)
def test_a_failing_migration_leaves_the_file_as_it_was(used: Path, statements: str) -> None:
    before = content(used)
    with pytest.raises(sqlite3.Error):
        migrate(used, second(statements))
    assert (content(used), version(used)) == (before, 1)
    migrate(used, second("UPDATE parent SET n = 41;"))
    assert (rows(used, "SELECT n FROM parent"), version(used)) == ([(41,)], 2), "mended, it goes through"


def test_a_table_can_be_built_anew_without_losing_the_rows_that_refer_to_it(used: Path) -> None:
    migrate(
        used,
        second("""CREATE TABLE anew (id INTEGER PRIMARY KEY, n TEXT NOT NULL) STRICT;
                  INSERT INTO anew SELECT id, n FROM parent;
                  DROP TABLE parent;
                  ALTER TABLE anew RENAME TO parent;"""),
    )
    assert (rows(used, "SELECT * FROM parent"), rows(used, "SELECT * FROM child")) == ([(1, "40")], [(1, 1)])


def test_a_trigger_is_one_statement_however_many_it_holds(used: Path) -> None:
    migrate(
        used,
        second("""CREATE TRIGGER twice AFTER DELETE ON child BEGIN
                      UPDATE parent SET n = n + 1;    -- first; then
                      UPDATE parent SET n = n + 1;
                  END; DELETE FROM child;"""),
    )
    assert (rows(used, "SELECT n FROM parent"), rows(used, "SELECT * FROM child")) == ([(42,)], [])


def test_a_copy_that_was_broken_off_is_in_nobodys_way(used: Path) -> None:
    part = used.with_name(f"{used.name}.before-0002.part")
    part.write_bytes(b"half a pag")
    migrate(used, second("DELETE FROM child;"))
    assert not part.exists()
    assert rows(used.with_name(f"{used.name}.before-0002"), "SELECT * FROM child") == [(1, 1)]


def test_several_who_open_a_fresh_file_at_once_all_succeed(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        for number in range(15):
            path, start = tmp_path / f"{number}.sqlite3", Barrier(4)
            for opened in [pool.submit(_together, start, path, migrations()) for _ in range(4)]:
                opened.result()
            assert version(path) == migrations()[-1][0]


def test_several_who_update_a_file_at_once_apply_each_migration_once(tmp_path: Path) -> None:
    known = second("UPDATE parent SET n = n + 1;")
    with ThreadPoolExecutor(4) as pool:
        for number in range(15):
            path, start = tmp_path / f"{number}.sqlite3", Barrier(4)
            migrate(path, [FIRST])
            change(path, "INSERT INTO parent VALUES (1, 40)")
            for updated in [pool.submit(_together, start, path, known) for _ in range(4)]:
                updated.result()
            assert (rows(path, "SELECT n FROM parent"), version(path)) == ([(41,)], 2)


def _together(start: Barrier, path: Path, known: list[Migration]) -> None:
    start.wait()
    migrate(path, known)


_OPEN = """
import asyncio, sys
from pathlib import Path
from bot.clock import SystemClock
from bot.store.database import open_store

async def main():
    async with open_store(Path(sys.argv[1]), SystemClock()) as store:
        print(await store.check(), flush=True)

print("ready", flush=True)
sys.stdin.readline()
asyncio.run(main())
"""


async def test_two_processes_open_a_fresh_file_at_once(path: Path) -> None:
    pipe = asyncio.subprocess.PIPE
    processes = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", _OPEN, str(path), stdin=pipe, stdout=pipe)
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout
        assert await process.stdout.readline() == b"ready\n"
    answers = await asyncio.gather(*(process.communicate(b"\n") for process in processes))
    ends = [(process.returncode, out) for process, (out, _) in zip(processes, answers, strict=True)]
    assert ends == [(0, b"[]\n")] * 2


async def test_a_file_of_before_discussions_loses_nothing_and_its_articles_are_numbered(
    path: Path, clock: ManualClock
) -> None:
    migrate(path, [known for known in migrations() if known[0] < 4])
    article = "INSERT INTO article VALUES (?, ?, ?, '', '[]', NULL, '', 'en', 'op-ed', '', '', '[]', 'article', '')"
    for n, url in enumerate(("a", "b", "c"), 1):
        change(path, article, n, url, url)
    for place in ((1, 10, 3, "01"), (1, 10, 1, "02"), (1, 11, 2, "09"), (0, 10, 2, "03")):
        change(path, "INSERT INTO channel_article VALUES (?, ?, ?, '2026-11-24T' || ? || ':00:00+00:00')", *place)
    for token in ("open", None):
        change(path, "INSERT INTO ask VALUES (NULL, 1, 10, 5, 7, ?, '', '{}', '2026-11-24T08:00:00+00:00')", token)
    async with open_store(path, clock) as store:
        assert await store.check() == []
        assert [(ask.token, ask.question_message_id) for ask in await store.asks.open()] == [("open", 0)]
        numbers = rows(path, "SELECT guild_id, channel_id, article_id, n FROM channel_article ORDER BY 1, 2, 4")
        assert numbers == [(0, 10, 2, 1), (1, 10, 3, 1), (1, 10, 1, 2), (1, 11, 2, 1)]
        async with store.write() as tx:
            await tx.guild(1).articles.met(10, 2)
        assert [n[:2] for n in await store.channel_articles.numbered(1, 10)] == [(1, 3), (2, 1), (3, 2)]


async def test_every_installation_hashes_under_a_key_of_its_own(tmp_path: Path, clock: ManualClock) -> None:
    keys = set()
    for name in ("a", "b"):
        async with open_store(tmp_path / name, clock) as store:
            keys.add(await store.installation.get("key of terms"))
    assert len(keys) == 2
