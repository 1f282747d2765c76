"""Digests of many servers that are due on the same minute, under Discord's rate limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.rush import rush


@pytest.mark.timeout(200)
async def test_all_digests_of_a_minute_come_once_and_members_are_heard_meanwhile(tmp_path: Path) -> None:
    async with rush(tmp_path, servers=20, feeds=2) as here:
        took = await here.run(120.0, before=5.0)
        digests = here.digests()
        whole = {one.channel for one in digests if one.n == one.of}
        assert whole == {place.channel for place in here.places}
        assert here.twice() == 0
        assert took < 120
        assert here.after
        assert None not in here.after
        limits = await here.discord.ask("struck", times=0, seconds=0.0)
        assert limits["refused"] == 0, "nobody came near the limits"
