"""A day of digests in which the process is killed again and again: none comes twice, in disorder, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end import deaths
from tests.end_to_end.digest_days import LIMITED, OUT, POSTED, digest_days
from tests.store.files import rows

KINDS = (
    POSTED, "committed, not sent", OUT, deaths.BETWEEN, LIMITED, "answer read, id not committed", deaths.AFTER_REQUEST,
    "inside the outbox's transaction", "planned, not composed",
)  # fmt: skip


@pytest.mark.timeout(90)
async def test_killed_again_and_again_every_digest_comes_once(tmp_path: Path) -> None:
    async with digest_days(tmp_path, 0.55, seed=3, servers=2, each=5, blind=2, feeds=3, kinds=KINDS) as days:
        days.loses = False
        await days.pass_by(most_kills=10, at_once=8, peace=0.7)
        verdict = days.verdict()
        assert verdict.problems == []
        assert sum(days.died[kind] for kind in KINDS) >= 6
        assert verdict.whole >= verdict.due - 2
        assert verdict.parts > verdict.whole, "some needed several messages"
        assert rows(days.database, "PRAGMA integrity_check") == [("ok",)]
        open_slots = "SELECT count(*) FROM digest WHERE state IN ('planned', 'composed')"
        assert rows(days.database, open_slots) == [(0,)]
