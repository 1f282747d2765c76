"""Lists of feeds as OPML: what goes out comes in as the same; files of others; lines that are not taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import NotOpml
from bot.models.asker import Asker
from bot.models.feed import Followed
from bot.services.follow import Brought
from bot.services.follow.exchange import LARGEST, Outcome
from bot.services.follow.words import LONGEST
from bot.store.database import Store, open_store
from bot.store.follows import NewFollow
from tests.clocks import START, ManualClock
from tests.services.follow.doubles import ELSEWHERE, HERE, URL, Following, sees_all, sees_none
from tests.services.follow.test_adding import added

TITLES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=40)
ONE_LINE = st.lists(TITLES.filter(bool), max_size=4).map(" ".join)  # as feeds and OPML give them: tidy
WORDS = st.lists(TITLES.filter(lambda word: bool(word) and "," not in word), max_size=3, unique_by=str.casefold)
FOLLOWS = st.lists(
    st.fixed_dictionaries(
        {
            "title": ONE_LINE,
            "channel_id": st.sampled_from([0, 7, 2**63 - 1]),
            "include": WORDS.map(tuple),
            "exclude": WORDS.map(tuple),
            "folders": st.lists(ONE_LINE.filter(bool), max_size=3).map(tuple),
            "is_paused": st.booleans(),
            "path": st.text("abc/?&=;~-._0", max_size=8),
        }
    ),
    max_size=8,
)


def shape(followed: Sequence[Followed]) -> list[tuple[Any, ...]]:
    """All that a moderator chose."""
    return [
        (one.url, one.title, one.channel_id, one.include, one.exclude, one.folders, one.is_paused) for one in followed
    ]


def outcomes(brought: Brought) -> list[tuple[int, Outcome, str]]:
    return [(line.number, line.outcome, line.name) for line in brought.lines]


async def kept(store: Store, guild_id: int, follows: Sequence[dict[str, Any]]) -> None:
    async with store.write() as tx:
        for n, given_ in enumerate(follows):
            own = {name: value for name, value in given_.items() if name not in ("title", "path")}
            url = f"https://{n}.test/{given_['path']}"
            await tx.guild(guild_id).follows.add(NewFollow(url=url, own_title=given_["title"], since=START, **own))


async def all_that_is_exported_comes_in(here: Following, there: Following, guild_id: int) -> None:
    asker = Asker(guild_id=guild_id, channel_id=1, user_id=1)
    exported = await here.follow.export(asker, sees_all)
    brought = await there.follow.bring(asker, exported, sees_all)
    before, after = await here.follow.show(asker, sees_all), await there.follow.show(asker, sees_all)
    assert {line.outcome for line in brought.lines} <= {Outcome.FOLLOWED}
    assert len(brought.lines) == len(before)
    assert sorted(shape(after)) == sorted(shape(before))
    assert await there.follow.export(asker, sees_all) == exported


async def test_any_list_that_is_exported_comes_in_as_the_same(tmp_path: Path, clock: ManualClock) -> None:
    async with open_store(tmp_path / "here", clock) as one, open_store(tmp_path / "there", clock) as other:
        here, there = Following(one, clock), Following(other, clock)
        lists: list[list[dict[str, Any]]] = []

        @settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None, derandomize=True)
        @given(FOLLOWS)
        def collected(follows: list[dict[str, Any]]) -> None:
            lists.append(follows)

        collected()
        for guild_id, follows in enumerate(lists, 1):
            await kept(one, guild_id, follows)
            await all_that_is_exported_comes_in(here, there, guild_id)


async def test_only_what_they_can_see_goes_out(following: Following) -> None:
    await added(following, "https://all.test/feed")
    await added(following, "https://staff.test/feed", channel_id=7, include="secret")
    told = (await following.follow.export(HERE, sees_none)).decode()
    assert "https://all.test/feed" in told
    assert not any(word in told for word in ("staff", "secret"))
    assert "staff" not in (await following.follow.export(ELSEWHERE, sees_all)).decode()


FLAT = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0"><head><title>Subscriptions of a reader that groups nothing</title></head><body>
<outline text="The Gazette" title="The Gazette" type="rss" xmlUrl="https://gazette.test/feed.xml" htmlUrl="https://gazette.test/"/>
<outline text="Ledger" type="rss" xmlUrl="https://ledger.test/rss?a=1&amp;b=2"/>
</body></opml>"""
FOLDERS = b"""<?xml version='1.0' encoding='iso-8859-1'?>
<opml version="2.0">
  <head><dateCreated>Tue, 24 Nov 2026 08:00:00 GMT</dateCreated></head>
  <body>
    <outline text="Opinion" title="Opinion">
      <outline text="Caf\xe9" title="Caf\xe9" type="rss" version="RSS2" xmlUrl="http://cafe.test/feed" description=""/>
      <outline text="Far"><outline type="rss" text="Ledger" xmlUrl="http://ledger.test/rss"/></outline>
    </outline>
    <outline text="Empty" title="Empty"/>
  </body>
</opml>"""
LOOSE = (
    '\ufeff<opml version="1.1"><body>\r\n<outline text="Notes &amp; queries" xmlurl="feed://notes.test/atom"'
    ' type="atom" category="/a,/b"/>\r\n<outline type="link" text="A page" url="https://page.test/"/>\r\n'
    '<outline title="Bare & ampersand" text="" xmlUrl="https://bare.test/x?a=1&b=2"/>\r\n</body></opml>\r\n'
).encode()


@pytest.mark.parametrize(
    ("opml", "followed"),
    [
        pytest.param(
            FLAT,
            [("https://ledger.test/rss?a=1&b=2", "Ledger", ()), (URL, "The Gazette", ())],
            id="a flat list",
        ),
        pytest.param(
            FOLDERS,
            [("http://cafe.test/feed", "Café", ("Opinion",)), ("http://ledger.test/rss", "Ledger", ("Opinion", "Far"))],
            id="folders in an old encoding",
        ),
        pytest.param(
            LOOSE,
            [
                ("https://bare.test/x?a=1&b=2", "Bare & ampersand", ()),
                ("http://notes.test/atom", "Notes & queries", ()),
            ],
            id="loosely written",
        ),
    ],
)
async def test_files_of_other_readers_come_in(
    following: Following, opml: bytes, followed: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    brought = await following.follow.bring(HERE, opml, sees_all)
    assert {line.outcome for line in brought.lines} == {Outcome.FOLLOWED}
    told = [(one.url, one.title, one.folders) for one in await following.follow.show(HERE, sees_all)]
    assert told == followed
    assert following.finder.asked == [], "nothing is fetched for it"


LINES = """<opml version="2.0"><body>
<outline text="First" xmlUrl="https://one.test/"/>
<outline text="Again" xmlUrl="https://one.test/"/>
<outline text="A file" type="rss" xmlUrl="file:///etc/passwd"/>
<outline text="A script" xmlUrl="javascript:alert(1)"/>
<outline text="None" type="rss" xmlUrl=""/>
<outline text="Words" xmlUrl="https://two.test/" bot:include="{words}" xmlns:bot="urn:commentary-bot:follow"/>
<outline text="Third" xmlUrl="https://three.test/"/>
<outline text="Fourth" xmlUrl="https://four.test/"/>
</body></opml>"""


async def test_each_line_is_told_what_became_of_it(store: Store, clock: ManualClock) -> None:
    following = Following(store, clock, limit=2)
    brought = await following.follow.bring(HERE, LINES.format(words="x" * (LONGEST + 1)).encode(), sees_all)
    assert outcomes(brought) == [
        (2, Outcome.FOLLOWED, "First"),
        (3, Outcome.ALREADY, "Again"),
        (4, Outcome.BAD, "A file"),
        (5, Outcome.BAD, "A script"),
        (6, Outcome.BAD, "None"),
        (7, Outcome.BAD, "Words"),
        (8, Outcome.FOLLOWED, "Third"),
        (9, Outcome.FULL, "Fourth"),
    ]
    reasons = [line.reason for line in brought.lines if line.outcome is Outcome.BAD]
    assert reasons == ["scheme", "scheme", "no-address", "words"]
    assert brought.limit == 2
    assert [one.title for one in await following.follow.show(HERE, sees_all)] == ["First", "Third"]


async def test_a_list_that_comes_twice_changes_nothing(following: Following) -> None:
    await following.follow.bring(HERE, FLAT, sees_all)
    before = await following.follow.show(HERE, sees_all)
    again = await following.follow.bring(HERE, FLAT, sees_all)
    assert {line.outcome for line in again.lines} == {Outcome.ALREADY}
    assert await following.follow.show(HERE, sees_all) == before


OF_A_CHANNEL = (
    '<opml version="2.0" xmlns:bot="urn:commentary-bot:follow"><body>'
    '<outline text="One" xmlUrl="https://one.test/" bot:channel="{channel}"/></body></opml>'
)


@pytest.mark.parametrize("channel", ["7", "8", "99", "9" * 30, "-1", "seven", "\u0667"])
async def test_a_channel_that_is_not_here_or_not_to_be_seen_is_told_alike(following: Following, channel: str) -> None:
    """Whoever names ids in a file learns nothing of what stands behind them."""
    named = OF_A_CHANNEL.format(channel=channel)
    brought = await following.follow.bring(HERE, named.encode(), sees_none)
    [one] = await following.follow.show(HERE, sees_none)
    assert one.channel_id == 0
    expected = Outcome.FOR_ALL if channel in ("7", "8", "99") else Outcome.FOLLOWED
    assert [line.outcome for line in brought.lines] == [expected]


async def test_what_is_for_a_channel_here_stays_its_own(following: Following) -> None:
    await following.follow.bring(HERE, OF_A_CHANNEL.format(channel="7").encode(), lambda channel_id: channel_id == 7)
    assert [one.channel_id for one in await following.follow.show(HERE, sees_all)] == [7]


@pytest.mark.parametrize(
    ("file", "line", "reason"),
    [
        pytest.param(
            b"<opml><body>\n<outline text='x' xmlUrl='https://one.test/'>\n</body></opml>", 3, "broken", id="broken"
        ),
        pytest.param(b"id,url\n1,https://one.test/\n", 1, "no-opml", id="another format"),
        pytest.param(b"<html><body><p>Hello</p></body></html>", 1, "no-opml", id="a page"),
        pytest.param(b"", 1, "no-opml", id="nothing"),
        pytest.param(b"x" * (LARGEST + 1), 0, "too-big", id="too big"),
        pytest.param(
            b'<!DOCTYPE opml [\n<!ENTITY a "aaaaaaaaaa">\n]><opml><body/></opml>', 2, "dtd", id="definitions of its own"
        ),
    ],
)
async def test_a_file_that_is_none_is_told_by_its_line_and_nothing_is_followed(
    following: Following, file: bytes, line: int, reason: str
) -> None:
    with pytest.raises(NotOpml) as told:
        await following.follow.bring(HERE, file, sees_all)
    assert told.value.facts == {"line": line, "reason": reason}
    assert await following.follow.show(HERE, sees_all) == ()


async def test_a_list_from_before_a_feed_moved_changes_nothing(following: Following) -> None:
    await following.follow.bring(HERE, FLAT, sees_all)
    [ledger, gazette] = await following.follow.show(HERE, sees_all)
    async with following.store.write() as tx:
        await tx.feeds.move(gazette.feed_id, "https://gazette.test/new.xml")
    again = await following.follow.bring(HERE, FLAT, sees_all)
    assert {line.outcome for line in again.lines} == {Outcome.ALREADY}
    assert [one.feed_id for one in await following.follow.show(HERE, sees_all)] == [ledger.feed_id, gazette.feed_id]
