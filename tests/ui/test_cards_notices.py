"""How the small cards look: failures, progress, notes, greetings, choices."""

from __future__ import annotations

import pytest

from bot.models.summary import Stage
from bot.ui import cards
from bot.ui.cards.layout import BeyondDiscord
from tests.ui.reading import buttons, components, shown


def test_a_failure_is_a_sentence_and_an_id() -> None:
    view = cards.failure("https://a.example has no such page (error 404); check the address.", "k3f9")
    assert shown(view) == ["https\\://a.example has no such page \\(error 404\\); check the address.\n-# Incident k3f9"]
    assert buttons(view) == {}


def test_a_failure_that_may_pass_can_be_asked_again() -> None:
    assert buttons(cards.failure("Try again.", "k3f9", "retry ask=3"))["Ask again"]["custom_id"] == "retry ask=3"


@pytest.mark.parametrize(
    ("stage", "ahead", "text"),
    [
        pytest.param(None, 0, "▱▱▱▱ Starting …", id="not begun"),
        pytest.param(Stage.FETCHING, 0, "▰▱▱▱ Fetching the article …", id="fetching"),
        pytest.param(Stage.READING, 0, "▰▰▱▱ Reading …", id="reading"),
        pytest.param(Stage.THINKING, 0, "▰▰▰▱ Thinking …", id="thinking"),
        pytest.param(Stage.CHECKING, 0, "▰▰▰▰ Checking every quotation …", id="checking"),
        pytest.param(None, 1, "▱▱▱▱ One ask is before yours", id="next in line"),
        pytest.param(None, 3, "▱▱▱▱ 3 asks are before yours", id="in line"),
    ],
)
def test_progress_is_told_in_a_line(stage: Stage | None, ahead: int, text: str) -> None:
    assert shown(cards.progress(stage, ahead)) == [text]


def test_what_an_answer_waits_for_is_told_in_its_words() -> None:
    assert shown(cards.progress(None, 3, "Another question comes first.")) == ["▱▱▱▱ Another question comes first."]


def test_every_stage_has_its_words() -> None:
    assert len({shown(cards.progress(stage))[0] for stage in Stage}) == len(Stage)


def test_a_note_is_what_it_says() -> None:
    assert shown(cards.note("The discussion is open; ask <there>.")) == ["The discussion is open; ask \\<there\\>."]


def test_a_note_may_lead_somewhere() -> None:
    [thread] = buttons(cards.note("It is open.", link=("Open the thread", "https://discord.com/channels/1/2"))).values()
    assert (thread["label"], thread["url"]) == ("Open the thread", "https://discord.com/channels/1/2")


def test_a_greeting_says_what_to_do_first() -> None:
    text = "\n".join(shown(cards.greeting({"summarize": "</summarize:1>", "help": "</help:2>"})))
    assert "1. </summarize:1> with the address of an article" in text
    assert "**Summarize article**" in text
    assert "3. `/compare` with two or three articles" in text
    assert "4. Ask me about them: by a mention, a reply to me, or `/ask`" in text
    assert (
        "5. A digest a day: a moderator tells me whom to follow by `/feed add`, and when by `/digest schedule`" in text
    )
    assert "</help:2> shows all" in text


def test_a_choice_lists_what_there_is_by_number() -> None:
    view = cards.choice([("The bus", "a.example"), ("", ""), ("*Odd*\u202e", "x" * 300)], "choose ask=3")
    [menu] = [item for item in components(view) if item["type"] == 3]
    assert menu["custom_id"] == "choose ask=3"
    assert [(option["value"], option["label"]) for option in menu["options"]] == [
        ("0", "The bus"),
        ("1", "Number 2"),
        ("2", "*Odd*"),
    ]
    assert menu["options"][0]["description"] == "a.example"
    assert menu["options"][2]["description"] == "x" * 99 + "…"


def test_a_choice_of_more_than_a_menu_holds_says_so() -> None:
    [text] = shown(cards.choice([(str(n), "") for n in range(26)], "choose ask=3"))
    assert text.endswith("-# The menu holds the first 25; 1 more is left out")


def test_a_choice_of_nothing_is_a_mistake() -> None:
    with pytest.raises(BeyondDiscord):
        cards.choice([], "choose ask=3")
