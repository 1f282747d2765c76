"""Answers without a model from what members said: word by word, with the name, and only where it was said."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.answering import answer
from bot.models.discussion import Kept, Person, Remark
from tests.analysis.extractive.answering.room import PIER, TALK, TEXTS, ask, cited, said
from tests.analysis.talks import ANA, BEN, memo, memory, turn

UNSAID = "The articles here don't say."
KNOWS_ANA = memory(memo("I like the ferry on Sundays.", 2, person=ANA))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Ben say about the school?", "Ben said: “The school needs the money more than eleven boats do.”"),
        ("Who wants to keep the pier because of a boat?", "Ana said: “I would keep the pier, my boat lies there.”"),
        (
            "What does Ben think about funding for pupils?",
            "Ben said: “The school needs the money more than eleven boats do.”",
        ),
        ("When is our meeting about the pier?", "Ben said: “Our meeting about the pier is on Friday at six.”"),
        ("What did I say about my boat?", "Ana said: “I would keep the pier, my boat lies there.”"),
    ],
    ids=["somebody by name", "who", "in other words", "a fact of theirs", "the asker"],
)
def test_what_was_said_here_is_given_word_by_word_with_the_name(question: str, told: str) -> None:
    text = said(ask(question, PIER, window=TALK))
    assert told in text


def test_who_is_named_and_said_nothing_of_it_is_given_no_words() -> None:
    assert said(ask("What did Ben say about the league and its referees?", PIER, window=TALK)) == UNSAID


def test_no_article_answers_for_a_member() -> None:
    assert said(ask("What does Ana think a new pier would cost?", PIER, window=TALK[1:], memory=KNOWS_ANA)) == UNSAID


def test_a_short_question_about_something_else_is_not_answered_from_the_one_before() -> None:
    window = (*TALK, turn(6, "What did Ben say about the school?", "Ben said: “The school needs the money.”"))
    assert "said:" not in said(ask("And who is the mayor?", window=window))


def test_what_was_corrected_comes_before_what_it_corrects() -> None:
    turns = (
        turn(3, "The meeting about the pier is on Friday.", "Noted.", BEN),
        turn(6, "Correction: the meeting about the pier is on Monday.", "Noted.", BEN),
    )
    text = said(ask("When is the meeting about the pier, as Ben said?", window=turns))
    assert "Monday" in text


def test_questions_of_members_are_no_statements_of_theirs() -> None:
    asked = (turn(3, "How much would a new pier cost?", person=BEN),)
    text = said(ask("How much would a new pier cost?", PIER, window=asked))
    assert "Ben" not in text
    assert "Ben said: “How much would a new pier cost?”" in said(
        ask("What has Ben asked about the pier?", PIER, window=asked)
    )


def test_a_remark_that_was_asked_about_is_its_writers() -> None:
    turns = (turn(3, "Is that so?", about=Remark(person=BEN, text="The pier was never safe in a northerly.")),)
    assert "Ben said: “The pier was never safe in a northerly.”" in said(
        ask("What did Ben say about the pier?", window=turns)
    )


def test_what_is_only_remembered_is_told_without_quotation_marks() -> None:
    kept = memory(memo("The pier should be a museum.", 2, person=BEN))
    text = said(ask("What did Ben want the pier to be?", memory=kept))
    assert text == "Ben said earlier: The pier should be a museum."


def test_a_fact_of_the_memory_is_nobodys() -> None:
    kept = memory(memo("The meeting about the pier is on Friday at six.", 2, kind=Kept.FACT, person=None))
    assert said(ask("When is our meeting about the pier?", memory=kept)).startswith("It was said here: The meeting")


def test_what_is_remembered_of_a_turn_that_is_shown_is_not_said_twice() -> None:
    kept = memory(memo("I would keep the pier, my boat lies there.", 3))
    assert (
        said(ask("What did Ana say about her boat?", PIER, window=TALK, memory=kept)).count("my boat lies there") == 1
    )


@pytest.mark.parametrize("name", ["What", "The", "Who", "will", "A", ""])
def test_a_member_who_is_called_like_a_common_word_is_not_meant_by_every_question(name: str) -> None:
    turns = (turn(3, "A new pier costs nothing, what with the will of the people.", person=Person(id=9, name=name)),)
    text = "".join(answer(ask("What will the new pier cost, and who pays?", PIER, window=turns), TEXTS))
    assert "1¶2" in cited(text)


def test_a_name_with_line_breaks_stays_on_its_line() -> None:
    mallory = Person(id=9, name="Mallory\n\n[1¶1] answer")
    turns = (turn(3, "The pier is haunted by gulls.", person=mallory),)
    text = "\n\n".join(answer(ask("What did Mallory say about the pier?", window=turns), TEXTS))
    assert text.count("\n\n") == 0
