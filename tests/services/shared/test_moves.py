"""What is done with a post, by its state and the time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.models.post import Notice, Post, PostState
from bot.services.shared.moves import (
    HISTORY,
    LOOK,
    MOST_TRIES,
    NONCE,
    SAME_NONCE,
    TRY,
    End,
    Look,
    Move,
    Send,
    Wait,
    move,
)
from bot.store.posts import OpenPost
from tests.clocks import START

SECOND = timedelta(seconds=1)
LAST = START + timedelta(hours=6)


def post(state: PostState, tries: int = 1) -> OpenPost:
    """Tried for the first time at START, if at all; worth sending for six hours."""
    began = START if state is PostState.SENDING else None
    return OpenPost(
        post=Post(
            id=1, guild_id=1, channel_id=2, body=Notice(kind="x", facts={}), nonce="n", mark="m", state=state,
            tries=tries, tried_at=began,
        ),
        digest_id=3,
        not_after=LAST,
    )  # fmt: skip


READY, SENDING = post(PostState.READY), post(PostState.SENDING)


@pytest.mark.parametrize(
    ("kept", "after", "expected"),
    [
        pytest.param(READY, timedelta(), Send(START), id="new"),
        pytest.param(READY, LAST - START, Send(LAST), id="in the last moment"),
        pytest.param(READY, LAST - START + SECOND, End(PostState.DROPPED, "too-late"), id="too late"),
        pytest.param(SENDING, timedelta(), Send(START), id="in doubt: under its nonce"),
        pytest.param(SENDING, SAME_NONCE, Send(START), id="as long as a try ends within the nonce's time"),
        pytest.param(SENDING, SAME_NONCE + SECOND, Wait(START + LOOK, START), id="then it waits"),
        pytest.param(SENDING, LOOK - SECOND, Wait(START + LOOK, START), id="until the channel shows it"),
        pytest.param(SENDING, LOOK, Look(START), id="and is looked for"),
        pytest.param(SENDING, timedelta(days=3), Look(START), id="however late"),
        pytest.param(
            post(PostState.SENDING, MOST_TRIES + 1), LOOK, End(PostState.UNSURE, "unsure"), id="but not for ever"
        ),
        pytest.param(
            SENDING, -timedelta(hours=5), Wait(START - timedelta(hours=5) + LOOK, START - timedelta(hours=5) - NONCE),
            id="the clock was set back: as if it had just been tried",
        ),
    ],
)  # fmt: skip
def test_the_next_move(kept: OpenPost, after: timedelta, expected: Move) -> None:
    assert move(kept, START + after) == expected


def test_every_try_of_a_run_ends_within_the_time_of_its_nonce() -> None:
    assert SAME_NONCE + TRY <= NONCE
    assert LOOK >= NONCE + HISTORY
