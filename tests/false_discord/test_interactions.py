"""Tokens, deadlines and what a reply becomes: as Discord has them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.clocks import ManualClock
from tests.false_discord.interactions import (
    ASK,
    CHOICES,
    COMMAND,
    COMPONENT,
    DEFER,
    DEFER_UPDATE,
    SAY,
    UPDATE,
    Interaction,
    Interactions,
)  # fmt: skip
from tests.false_discord.world import EPHEMERAL, LOADING, Refusal, World


@pytest.fixture
def world(clock: ManualClock) -> World:
    return World(clock)


@pytest.fixture
def interactions(world: World) -> Interactions:
    return Interactions(world)


def begun(world: World, interactions: Interactions, kind: int = COMMAND, message: Any = None) -> Interaction:
    channel = world.add_channel("opinion", guild_id=world.add_guild("Harrow", [])["id"])
    return interactions.begin(kind, {}, channel, world.user("ada"), message)


def answered(interactions: Interactions, one: Interaction, kind: int, **data: Any) -> Any:
    return interactions.callback(one.id, one.payload["token"], {"type": kind, "data": data})


def refused(action: Any, *args: Any, **kwargs: Any) -> int:
    """Discord's code for it."""
    with pytest.raises(Refusal) as refusal:
        action(*args, **kwargs)
    code: int = refusal.value.body["code"]
    return code


async def test_it_is_acknowledged_within_three_seconds_or_never(
    world: World, interactions: Interactions, clock: ManualClock
) -> None:
    in_time, late = begun(world, interactions), begun(world, interactions)
    await clock.advance(2.9)
    assert answered(interactions, in_time, DEFER)["interaction"]["response_message_loading"]
    assert in_time.after == pytest.approx(2.9)
    await clock.advance(0.2)
    assert refused(answered, interactions, late, DEFER) == 10062
    assert late.acknowledged is None


def test_it_is_acknowledged_once(world: World, interactions: Interactions) -> None:
    one = begun(world, interactions)
    answered(interactions, one, DEFER)
    assert refused(answered, interactions, one, SAY, content="x") == 40060


def test_an_id_and_a_token_that_do_not_belong_together_are_unknown(world: World, interactions: Interactions) -> None:
    one, other = begun(world, interactions), begun(world, interactions)
    assert refused(interactions.callback, one.id, other.payload["token"], {"type": DEFER}) == 10062


async def test_a_token_serves_from_the_acknowledgement_for_fifteen_minutes(
    world: World, interactions: Interactions, clock: ManualClock
) -> None:
    one = begun(world, interactions)
    whose = (world.application_id, one.payload["token"])
    assert refused(interactions.of_webhook, *whose) == 10015
    answered(interactions, one, DEFER)
    await clock.advance(14 * 60)
    assert interactions.of_webhook(*whose) is one
    await clock.advance(61)
    assert refused(interactions.of_webhook, *whose) == 50027
    assert refused(interactions.of_webhook, "1", one.payload["token"]) == 10015


def test_the_first_followup_takes_the_place_of_a_deferred_reply(world: World, interactions: Interactions) -> None:
    one = begun(world, interactions)
    answered(interactions, one, DEFER, flags=EPHEMERAL)
    assert one.original
    assert world.message(one.original)["flags"] == LOADING | EPHEMERAL
    assert not one.is_shown
    first = interactions.follow_up(one, {"content": "first"})
    second = interactions.follow_up(one, {"content": "second"})
    assert (first["id"], first["flags"]) == (one.original, EPHEMERAL)
    assert one.followups == [second["id"]] != [first["id"]]
    assert one.is_shown


def test_an_edit_of_the_original_takes_the_spinner_away(world: World, interactions: Interactions) -> None:
    one = begun(world, interactions)
    answered(interactions, one, DEFER)
    message_id = interactions.message_id(one, "@original")
    edited = interactions.edit(one, message_id, {"components": [{"type": 10, "content": "x"}], "flags": 1 << 15})
    assert (edited["flags"], one.is_shown) == (1 << 15, True)
    assert edited["components"] == [{"id": 1, "type": 10, "content": "x"}]


def test_a_press_may_change_the_message_that_it_was_on(world: World, interactions: Interactions) -> None:
    channel = world.add_channel("opinion", guild_id=None)
    message = world.post(channel["id"], {"content": "before"})
    one = begun(world, interactions, COMPONENT, message)
    answered(interactions, one, UPDATE, content="after")
    assert world.message(message["id"])["content"] == "after"


@pytest.mark.parametrize(
    ("kind", "is_shown"),
    [(SAY, True), (DEFER, False), (DEFER_UPDATE, False), (UPDATE, True), (CHOICES, True), (ASK, True)],
)
def test_a_spinner_is_no_answer(world: World, interactions: Interactions, kind: int, is_shown: bool) -> None:
    message = world.post(world.add_channel("opinion", guild_id=None)["id"], {"content": "before"})
    one = begun(world, interactions, COMPONENT, message)
    assert not one.is_shown
    answered(interactions, one, kind, content="x")
    assert one.is_shown is is_shown


def test_a_press_that_is_only_acknowledged_has_the_pressed_message_as_its_original(
    world: World, interactions: Interactions
) -> None:
    message = world.post(world.add_channel("opinion", guild_id=None)["id"], {"content": "before"})
    one = begun(world, interactions, COMPONENT, message)
    answered(interactions, one, DEFER_UPDATE)
    assert interactions.message_id(one, "@original") == message["id"]
