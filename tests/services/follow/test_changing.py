"""What is followed is removed and brought back, paused and resumed; shown and found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.errors import AlreadyFollowed, NotHere, TooManyFeeds
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.follow.doubles import ELSEWHERE, HERE, URL, Following, sees_all, sees_none
from tests.services.follow.test_adding import added
from tests.store.files import rows

Deed = Callable[[Following, Any, str, Any], Awaitable[Any]]


async def remove(following: Following, asker: Any, reference: str, sees: Any) -> Any:
    return await following.follow.remove(asker, reference, sees)


async def pause(following: Following, asker: Any, reference: str, sees: Any) -> Any:
    return await following.follow.pause(asker, reference, sees)


async def resume(following: Following, asker: Any, reference: str, sees: Any) -> Any:
    return await following.follow.resume(asker, reference, sees)


async def undo(following: Following, asker: Any, reference: str, sees: Any) -> Any:
    """Of one that was removed by whoever may."""
    await following.follow.remove(HERE, reference, sees_all)
    return await following.follow.undo(asker, int(reference.removeprefix("#")), sees)


DEEDS = [remove, pause, resume, undo]


def shape(path: Path) -> list[tuple[Any, ...]]:
    return rows(path, "SELECT guild_id, channel_id, is_paused, since, removed_at IS NULL FROM follow ORDER BY id")


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
@pytest.mark.parametrize(
    ("asker", "sees", "reference"),
    [
        pytest.param(ELSEWHERE, sees_all, "1", id="of another server"),
        pytest.param(HERE, sees_none, "1", id="for a channel that they cannot see"),
    ],
)
async def test_what_is_not_theirs_is_not_there(
    following: Following, tmp_path: Path, deed: Deed, asker: Any, sees: Any, reference: str
) -> None:
    await added(following, channel_id=7)
    with pytest.raises(NotHere) as told:
        await deed(following, asker, reference, sees)
    assert told.value.facts == {"thing": "feed"}, "the same as for what nobody follows"
    [row] = shape(tmp_path / "commentary.sqlite3")
    assert row[:3] == (1, 7, 0)


@pytest.mark.parametrize("deed", [remove, pause, resume], ids=lambda deed: deed.__name__)
@pytest.mark.parametrize("reference", ["2", "#0", "-1", "", "nothing", "1" * 19, "https://other.test/"])
async def test_what_nobody_follows_is_not_there(following: Following, deed: Deed, reference: str) -> None:
    await added(following)
    with pytest.raises(NotHere):
        await deed(following, HERE, reference, sees_all)


@pytest.mark.parametrize("reference", ["1", " #1 ", URL, "http://www.gazette.test/feed.xml", "THE GAZETTE"])
async def test_a_feed_is_named_by_number_address_or_title(following: Following, reference: str) -> None:
    one = await added(following)
    assert await following.follow.remove(HERE, reference, sees_all) == one


async def test_a_name_that_two_have_names_none(following: Following) -> None:
    await added(following)
    await added(following, channel_id=7)
    for name in (URL, "The Gazette"):
        with pytest.raises(NotHere):
            await following.follow.remove(HERE, name, sees_all)


async def test_what_was_removed_comes_back_as_it_was(following: Following, tmp_path: Path) -> None:
    one = await added(following, include="harbour", channel_id=7)
    before = shape(tmp_path / "commentary.sqlite3")
    await following.follow.remove(HERE, "1", sees_all)
    assert await following.follow.show(HERE, sees_all) == ()
    await following.clock.advance(3_600)
    assert await following.follow.undo(HERE, one.id, sees_all) == one
    assert shape(tmp_path / "commentary.sqlite3") == before


async def test_what_is_followed_anew_meanwhile_does_not_come_back(following: Following) -> None:
    one = await added(following)
    await following.follow.remove(HERE, "1", sees_all)
    again = await added(following)
    with pytest.raises(AlreadyFollowed):
        await following.follow.undo(HERE, one.id, sees_all)
    assert await following.follow.show(HERE, sees_all) == (again,)


async def test_bringing_back_keeps_to_the_cap(store: Store, clock: ManualClock) -> None:
    following = Following(store, clock, limit=1)
    one = await added(following)
    await following.follow.remove(HERE, "1", sees_all)
    await added(following, "https://other.test/feed")
    with pytest.raises(TooManyFeeds):
        await following.follow.undo(HERE, one.id, sees_all)


async def test_what_was_removed_long_ago_is_forgotten(following: Following) -> None:
    one = await added(following)
    await following.follow.remove(HERE, "1", sees_all)
    async with following.store.write() as tx:
        await tx.follows.forget_removed(following.clock.now() + timedelta(seconds=1))
    with pytest.raises(NotHere):
        await following.follow.undo(HERE, one.id, sees_all)


async def test_what_is_resumed_is_told_from_then_on(following: Following, tmp_path: Path) -> None:
    path = tmp_path / "commentary.sqlite3"
    one = await added(following)
    [(_, _, _, since, _)] = shape(path)
    assert (await following.follow.pause(HERE, "1", sees_all)).is_paused
    assert [row[2:4] for row in shape(path)] == [(1, since)]
    await following.clock.advance(86_400)
    assert await following.follow.resume(HERE, "1", sees_all) == one
    assert [row[2:4] for row in shape(path)] == [(0, following.clock.now().isoformat())]


async def test_resuming_what_is_not_paused_loses_nothing(following: Following, tmp_path: Path) -> None:
    await added(following)
    before = shape(tmp_path / "commentary.sqlite3")
    await following.clock.advance(86_400)
    await following.follow.resume(HERE, "1", sees_all)
    assert shape(tmp_path / "commentary.sqlite3") == before


async def test_only_what_they_can_see_is_shown_and_suggested(following: Following) -> None:
    for channel_id in (8, 0, 7):
        await added(following, f"https://{channel_id}.test/feed", channel_id=channel_id)
    await added(following, "https://other.test/feed", asker=ELSEWHERE)

    def sees_7(channel_id: int) -> bool:
        return channel_id == 7

    assert [one.channel_id for one in await following.follow.show(HERE, sees_all)] == [0, 7, 8]
    assert [one.channel_id for one in await following.follow.show(HERE, sees_7)] == [0, 7]
    assert [one.channel_id for one in await following.follow.suggest(HERE, "gaz", sees_7)] == [0, 7]
    assert await following.follow.suggest(HERE, "other", sees_all) == []
    assert [one.url for one in await following.follow.suggest(HERE, "8.test", sees_all)] == ["https://8.test/feed"]
