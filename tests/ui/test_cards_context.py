"""How what is remembered looks, and how it is asked whether it shall be forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.services.discuss import RoomShown
from bot.ui import cards
from tests.ui.reading import buttons, ids, shown
from tests.ui.talk_sample import MEMORY, ROOM

EMPTY = replace(ROOM, articles={}, turns=0, first_at=None, last_at=None, memory=None)


def shown_of(room: RoomShown, **options: Any) -> list[str]:
    return shown(cards.context(room, ids, **{"days": 30, **options}))


def test_a_room_looks_like_this() -> None:
    head, *sections, foot = shown_of(ROOM)
    assert head.split("\n") == [
        "### What I remember here",
        "12 questions with what I answered, the first <t:1772323200:R>, the last <t:1772409600:R>",
    ]
    assert [section.split("\n") for section in sections] == [
        [
            "**Articles**",
            "- **1** [Keep the bus](https://a.example/bus) · Miriam Osei · The Courier",
            "- **2** [Vans, not buses](https://b.example/vans) · The Ledger",
        ],
        ["**What is known**", "- The fund is empty.", "- Rides cost £31."],
        ["**Who thinks what**", "- **Ana:** The fund should grow."],
        ["**Open questions**", "- **Ben\\*:** Who pays?"],
        [
            "**My next prompt**",
            "▰▰▱▱▱▱▱▱▱▱ 3,000 of 16,000 tokens, before your question",
            "-# ▰▰▱▱▱▱▱▱▱▱ 500 instructions",
            "-# ▰▰▰▰▰▰▱▱▱▱ 1,900 the articles",
            "-# ▰▰▱▱▱▱▱▱▱▱ 600 the latest turns, word for word",
        ],
    ]
    assert foot.split("\n")[0] == "-# A question is kept for 30 days, with its answer, and is then deleted from my file"


def test_tokens_that_are_estimated_say_so() -> None:
    prompt = shown_of(replace(ROOM, is_exact=False))[-2]
    assert "▱ ≈ 3,000 of 16,000 tokens" in prompt
    assert "≈ 1,900 the articles" in prompt


@pytest.mark.parametrize(
    ("tokens", "budget", "bar"),
    [
        pytest.param(1, 16_000, "▰▱▱▱▱▱▱▱▱▱", id="hardly anything is seen"),
        pytest.param(20_000, 16_000, "▰▰▰▰▰▰▰▰▰▰", id="more than there is room for"),
        pytest.param(0, 16_000, "▱▱▱▱▱▱▱▱▱▱", id="nothing"),
        pytest.param(5, 0, "▱▱▱▱▱▱▱▱▱▱", id="no room at all"),
    ],
)
def test_a_bar_has_ten_blocks(tokens: int, budget: int, bar: str) -> None:
    prompt = shown_of(replace(ROOM, tokens={"window": tokens}, budget=budget))[-2]
    assert prompt.split("\n")[1].startswith(f"{bar} {tokens:,} of")


def test_a_room_in_which_nobody_has_spoken_says_so() -> None:
    head, prompt, foot = shown_of(EMPTY, may_clear=True)
    assert head.endswith("\nNobody has asked me anything here yet.")
    assert prompt.startswith("**My next prompt**")
    assert "days" not in foot
    assert buttons(cards.context(EMPTY, ids, days=30, may_clear=True)) == {}


def test_one_question_has_one_time() -> None:
    one = replace(ROOM, turns=1, last_at=ROOM.first_at)
    assert shown_of(one)[0].endswith("\n1 question with what I answered, <t:1772323200:R>")


def test_forgetting_is_offered_to_who_may() -> None:
    assert buttons(cards.context(ROOM, ids, days=30)) == {}
    [button] = buttons(cards.context(ROOM, ids, days=30, may_clear=True)).values()
    assert (button["label"], button["custom_id"]) == ("Forget this discussion …", "clear")


def test_before_it_is_forgotten_it_is_said_what_goes_and_what_stays() -> None:
    view = cards.clearing(ROOM, ids)
    question, warning = shown(view)
    told = "2 facts, 1 position, 1 open question"
    assert question.split("\n") == [
        "### Forget this discussion?",
        f"- **Goes:** 12 questions with their answers, and what I remember of older ones: {told}",
        "- **Stays:** the articles of this channel, and your messages and mine, which are in Discord",
    ]
    assert "Nothing brings it back" in warning
    assert buttons(view)["Forget it"]["custom_id"] == "cleared"


def test_what_was_forgotten_is_named() -> None:
    one = replace(ROOM, turns=1, memory=None)
    assert shown(cards.cleared(one))[0].startswith("**Forgotten:** 1 question with its answer.")


def test_where_there_is_nothing_nothing_is_offered() -> None:
    for view in (cards.clearing(EMPTY, ids), cards.cleared(EMPTY)):
        assert shown(view) == ["There is no discussion here that could be forgotten."]
        assert buttons(view) == {}


def test_a_long_memory_is_turned_like_a_book() -> None:
    many = replace(MEMORY, memos=tuple(replace(MEMORY.memos[0], text="word " * 80) for _ in range(20)))
    room = replace(ROOM, memory=many)
    turned = buttons(cards.context(room, ids, days=30, page=2, may_clear=True))
    assert turned["▶"]["custom_id"] == "context page=3"
    assert "Forget this discussion …" in turned
