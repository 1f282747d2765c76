"""How what is kept about a member looks, and how it is asked whether it shall be forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.store.people import AboutPerson, Forgotten
from bot.ui import cards
from bot.ui.cards import Terms
from tests.ui.reading import buttons, ids, shown

TERMS = Terms(turns=30, asks=7, left=7, model=True)
ABOUT = AboutPerson(
    names=("Ana", "Ana *B*"),
    rooms=3,
    turns=12,
    remarks=2,
    memos=1,
    asks=1,
    usage=9,
    since=datetime(2026, 3, 1, tzinfo=UTC),
)
LISTED = [
    "- 12 questions with what I answered, in 3 channels, threads or direct messages, the first <t:1772323200:R>",
    "- 2 messages of yours that others asked me about",
    "- 1 note on what you think or asked",
    "- 1 ask of these days, so that a button can repeat it",
    "- 9 uses of the model booked under your id: tokens and cost, no words",
    "- your name, as it was shown: Ana, Ana \\*B\\*",
]


def test_what_is_kept_looks_like_this() -> None:
    view = cards.privacy(ABOUT, ids, TERMS)
    head, kept, how_long, who, private = shown(view)
    assert head == "### What I keep about you\n-# In all servers and direct messages, not only here"
    assert kept.split("\n") == ["**Kept**", *LISTED]
    assert how_long.split("\n") == [
        "**For how long**",
        "- Questions, answers and what is remembered of them: 30 days",
        "- Asks to repeat: 7 days",
        "- All that is a server's: until 7 days after it removed me",
        "- Bookings: your id in them 30 days; what was spent stays, under nobody's name",
    ]
    assert who.split("\n")[-1].startswith("- Whoever serves the language model")
    assert "never remembered" in private
    assert {label: button["custom_id"] for label, button in buttons(view).items()} == {"Forget me …": "forget"}


def test_where_no_model_is_set_up_nothing_leaves_the_machine() -> None:
    who = shown(cards.privacy(ABOUT, ids, replace(TERMS, model=False)))[3]
    assert "nothing of it leaves the machine" in who
    assert "serves the language model" not in who


def test_nothing_kept_is_nothing_to_forget() -> None:
    view = cards.privacy(AboutPerson(), ids, TERMS)
    assert shown(view)[1].startswith("**Nothing:**")
    assert buttons(view) == {}
    for nothing in (cards.forgetting(AboutPerson(), ids), cards.forgotten(Forgotten())):
        assert shown(nothing) == ["**Nothing:** no question of yours, no name, no note."]
        assert buttons(nothing) == {}


def test_one_of_each_is_told_as_one() -> None:
    kept = shown(cards.privacy(AboutPerson(rooms=1, turns=1, remarks=1, usage=1), ids, TERMS))[1]
    assert kept.split("\n")[1:] == [
        "- 1 question with what I answered, in one channel, thread or direct message",
        "- 1 message of yours that others asked me about",
        "- 1 use of the model booked under your id: tokens and cost, no words",
    ]


def test_before_it_is_forgotten_it_is_said_what_goes_what_changes_and_what_stays() -> None:
    view = cards.forgetting(ABOUT, ids)
    question, warning = shown(view)
    lines = question.split("\n")
    assert lines[:2] == ["### Forget you everywhere?", "- **Goes:**"]
    assert lines[2:8] == [f"  {item}" for item in LISTED]
    assert lines[8].startswith("- **Changes:** what I remember of discussions")
    assert "copies of my file" in lines[9]
    assert "Nothing brings it back" in warning
    assert buttons(view)["Forget me"]["custom_id"] == "forgotten"


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        pytest.param(Forgotten(turns=1), "- 1 question with its answer", id="one question"),
        pytest.param(Forgotten(turns=12), "- 12 questions with their answers", id="questions"),
        pytest.param(Forgotten(answers=2), "- 2 answers to others that named you", id="others' answers"),
        pytest.param(Forgotten(usage=1_200), "- 1,200 bookings under your id", id="bookings"),
    ],
)
def test_what_was_forgotten_is_counted(gone: Forgotten, told: str) -> None:
    said, rest = shown(cards.forgotten(gone))
    assert said.split("\n") == ["**You are forgotten:** I know nothing of you any more.", told]
    assert rest.startswith("-# Not mine to delete: messages in Discord")
