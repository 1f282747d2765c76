"""Some minutes in which the process is killed again and again: no digest comes twice, in disorder, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end import deaths
from tests.end_to_end.digest_days import digest_days
from tests.end_to_end.digest_outside import LIMITED, OUT, POSTED
from tests.store.files import rows

KINDS = (
    "planned, not composed", "inside the outbox's transaction", "committed, not sent", POSTED, deaths.BETWEEN, LIMITED,
    deaths.AFTER_REQUEST, OUT, "answer read, id not committed",
)  # fmt: skip
AT_HALF_PAST_TWELVE = (
    ("UTC", "12:30"), ("Asia/Kolkata", "18:00"), ("Europe/Berlin", "14:30"), ("Asia/Kathmandu", "18:15"),
    ("America/New_York", "08:30"), ("Pacific/Chatham", "01:15"),
)  # fmt: skip


@pytest.mark.timeout(240)
async def test_killed_again_and_again_every_digest_comes_once(tmp_path: Path) -> None:
    here = digest_days(
        tmp_path,
        0.1,
        seed=3,
        servers=2,
        each=3,
        blind=2,
        feeds=3,
        kinds=KINDS,
        times=AT_HALF_PAST_TWELVE,
        in_order=True,
    )
    async with here as days:
        days.loses, days.lives.rests = False, {1.0: 2, 30.0: 2, 600.0: 1}
        await days.pass_by(most_kills=len(KINDS), at_once=len(KINDS), peace=0.5)
        verdict = days.verdict()
        assert verdict.problems == []
        assert sum(days.lives.died[kind] for kind in KINDS) >= 4
        assert (verdict.due, verdict.whole + verdict.unknown) == (6, 6)
        assert verdict.parts > verdict.whole, "some needed several messages"
        assert rows(days.stage.database, "PRAGMA integrity_check") == [("ok",)]
        open_slots = "SELECT count(*) FROM digest WHERE state IN ('planned', 'composed')"
        assert rows(days.stage.database, open_slots) == [(0,)]
