"""Whether feeds fail, or our own connection does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import BadStatus, BotError, Busy, Gone, NotAFeed, Refused, TooBig, TooSlow, Unreachable, Unreadable
from bot.services.follow.outage import BELIEVED, Outage, is_no_answer


@pytest.mark.parametrize("failure", [Unreachable(), TooSlow(), Refused()])
def test_nobody_said_anything(failure: BotError) -> None:
    assert is_no_answer(failure)


@pytest.mark.parametrize("failure", [BadStatus(), Gone(), Busy(), TooBig(), NotAFeed(), Unreadable(), None])
def test_somebody_said_something(failure: BotError | None) -> None:
    assert not is_no_answer(failure)


def test_a_feed_is_to_blame_when_somebody_else_answered_since_it_was_asked() -> None:
    outage = Outage()
    assert not outage.was_not_ours(10.0)
    outage.answered(9.0)
    assert not outage.was_not_ours(10.0)
    outage.answered(12.0)
    assert outage.was_not_ours(10.0)


def test_several_hosts_that_say_nothing_are_not_to_blame() -> None:
    outage = Outage()
    assert outage.is_ours({"a.test", "b.test"}, 0.0)
    assert outage.is_on


def test_a_single_host_is_to_blame() -> None:
    outage = Outage()
    assert not outage.is_ours({"a.test"}, 0.0)
    assert not outage.is_on


def test_a_single_host_is_not_to_blame_while_our_connection_is_known_to_be_lost() -> None:
    outage = Outage()
    outage.is_ours({"a.test", "b.test"}, 0.0)
    assert outage.is_ours({"c.test"}, 60.0)


def test_an_answer_ends_it() -> None:
    outage = Outage()
    outage.is_ours({"a.test", "b.test"}, 0.0)
    outage.answered(60.0)
    assert not outage.is_on


def test_feeds_that_are_all_dead_are_told_at_last() -> None:
    outage, hosts = Outage(), {"a.test", "b.test"}
    days = BELIEVED.total_seconds()
    assert [outage.is_ours(hosts, at) for at in (0.0, days / 2, days - 1, days, days * 2)] == [True] * 3 + [False] * 2


def test_it_is_tried_again_ever_more_rarely() -> None:
    outage = Outage()
    assert [outage.wait() / timedelta(minutes=1) for _ in range(6)] == [1, 2, 4, 8, 15, 15]
    outage.answered(0.0)
    assert outage.wait() == timedelta(minutes=1)
