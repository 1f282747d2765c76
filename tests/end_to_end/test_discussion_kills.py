"""Killed again and again in a busy hour: nothing that was acknowledged is lost, nothing doubled, and all are told."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import CommandLine
from tests.end_to_end.after_kills import look
from tests.end_to_end.busy_hour import Moment, busy_hour

KILLS = 12


async def test_killed_again_and_again_no_turn_is_lost_or_doubled_and_everybody_is_told(tmp_path: Path) -> None:
    async with busy_hour(tmp_path, KILLS, seed=5) as hour:
        found = await look(hour)
        assert found.problems == []
        assert hour.killed.moments == {moment: KILLS // len(Moment) for moment in Moment}
        assert hour.killed.folding >= 2
        assert hour.killed.waiting >= KILLS // 2
        assert found.unnoted <= found.heard / 10
        assert found.memos
        assert found.answered > KILLS
    checked = CommandLine(tmp_path, {"DATABASE_PATH": "bot.sqlite3"})("db", "check")
    assert (checked.returncode, checked.stdout) == (0, "bot.sqlite3 is sound.\n")
