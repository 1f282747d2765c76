"""Which stories are told first: outlets, commentary, freshness, a moderator's words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.models.story import Story
from bot.services.digest.ranking import ranked, weight
from bot.services.digest.words import having
from tests.clocks import START
from tests.digest_nouns import entry, story

HOURS = timedelta(hours=1)


def of(outlets: int, *, commentary: int = 0, hours: float = 3, title: str = "A title", first: int = 1) -> Story:
    """So many outlets, of which so many comment; the latest entry so many hours old."""
    at = START - hours * HOURS
    entries = (
        entry(first + n, outlet=f"Outlet {n}", at=at, title=title, is_commentary=n < commentary) for n in range(outlets)
    )
    return story(*entries)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(of(3), of(2), id="more outlets"),
        pytest.param(of(2, commentary=2), of(2, commentary=1), id="more commentary"),
        pytest.param(of(1, commentary=1), of(1), id="a commentary before a report"),
        pytest.param(of(2, hours=1), of(2, hours=9), id="the fresher"),
        pytest.param(of(1, title="The harbour"), of(1), id="a word that the server includes"),
        pytest.param(of(1, title="The harbour", hours=20), of(1), id="the word, though it is older"),
        pytest.param(of(8, commentary=3), of(1, title="The harbour"), id="what everybody speaks of, before the word"),
        pytest.param(of(6, hours=30), of(1, hours=0), id="what many have, though it is of yesterday"),
        pytest.param(of(2, commentary=2), of(3), id="two that argue before three that report"),
    ],
)
def test_the_weightier_comes_first(first: Story, second: Story) -> None:
    wanted = having(["harbour"])
    assert ranked([second, first], until=START, is_wanted=wanted) == (first, second)
    assert ranked([first, second], until=START, is_wanted=wanted) == (first, second)


def test_one_outlet_that_writes_often_is_one_outlet() -> None:
    often = story(*(entry(n, outlet="The Same") for n in range(1, 9)))
    assert weight(often, until=START + HOURS, is_wanted=having(())) < weight(
        of(3), until=START + HOURS, is_wanted=having(())
    )


def test_an_entry_of_the_future_is_as_fresh_as_one_of_now() -> None:
    wanted = having(())
    ahead = weight(of(1, hours=-5), until=START, is_wanted=wanted)
    assert ahead == weight(of(1, hours=0), until=START, is_wanted=wanted)


def test_equals_are_told_in_one_order_whatever_theirs() -> None:
    stories = [of(1, first=n) for n in (5, 3, 9, 1)]
    once = ranked(stories, until=START, is_wanted=having(()))
    assert ranked(reversed(stories), until=START, is_wanted=having(())) == once


def test_of_nothing_nothing_is_told() -> None:
    assert ranked([], until=START, is_wanted=having(())) == ()
