"""An answer while it is written: what stands at which moment, and what comes out at the end."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.grounding import NOTHING_CONFIRMED, AnswerCheck
from bot.analysis.grounding.answering import LONGEST
from bot.models.summary import Fallback
from tests.analysis.grounding.rooms import SIGNATURE, ask, checked
from tests.analysis.grounding.sentences import FALSE, MENDED, TRUE

OPENED = "The Havbris was built in 1987 [1¶4]."
COST = "A battery ferry would cost 120 million kroner [1¶5]."
EXPECTED = "The roads office does not expect the bridge before 2038 [1¶6]."
LATE = "The roads office does not expect the bridge before 2038. [1¶6]"
FALSE_ONE = "The Havbris was built in 1978 [1¶4]."


def fed(*pieces: str) -> AnswerCheck:
    check = AnswerCheck(ask())
    for piece in pieces:
        check.feed(piece)
    return check


# --- when a sentence stands there


def test_a_sentence_whose_citation_stands_before_the_stop_is_there_with_its_stop() -> None:
    check = fed(OPENED[:-1])
    assert check.text == ""
    assert check.feed(".")
    assert check.text == OPENED


def test_a_sentence_is_held_until_what_may_be_its_citation_has_come() -> None:
    check = fed("The Havbris was built in 1987.")
    assert not check.feed(" [1")
    assert not check.feed("¶4]")
    assert check.feed(" And")
    assert check.text == OPENED


def test_a_sentence_without_citation_is_there_when_the_next_one_begins() -> None:
    check = fed("Ana asked whether the Havbris is really that old.")
    assert check.text == ""
    assert check.feed(" A")
    assert check.text == "Ana asked whether the Havbris is really that old."


def test_false_sentences_never_grow_the_text() -> None:
    check = fed(OPENED)
    assert not check.feed(f" {FALSE_ONE}")
    assert (check.text, check.finish(SIGNATURE).dropped) == (OPENED, 1)


def test_in_a_pause_what_has_a_stop_is_shown_and_nothing_is_decided() -> None:
    check = fed("The Havbris was built in 1987.")
    assert (check.pause(), check.text) == (OPENED, "")
    check.feed(" [1¶4] A battery ferry would")
    assert (check.pause(), check.text) == (OPENED, OPENED)
    check.feed(" cost 120 million kroner [1¶5].")
    assert check.finish(SIGNATURE).text == f"{OPENED} {COST}"


def test_the_last_sentence_is_there_at_the_end_without_a_stop() -> None:
    assert fed("The Havbris was built in 1987 [1¶4]").finish(SIGNATURE).text == "The Havbris was built in 1987 [1¶4]"


def test_what_breaks_off_without_a_citation_is_given_none() -> None:
    assert fed("A battery ferry would cost 120 million kroner").finish(SIGNATURE).text == NOTHING_CONFIRMED


def test_an_answer_that_is_cut_ends_with_its_last_whole_sentence_and_a_mark() -> None:
    answer = fed(f"{OPENED} A battery ferry would cost 120").finish(SIGNATURE, is_cut=True)
    assert answer.text == f"{OPENED}\n\n…"


# --- what comes out


def test_paragraphs_stay_apart_and_sentences_together() -> None:
    assert checked(f"{OPENED} {COST}\n\n{LATE}").text == f"{OPENED} {COST}\n\n{EXPECTED}"


def test_what_falls_at_a_paragraphs_beginning_leaves_the_border() -> None:
    assert checked(f"{OPENED}\n\n{FALSE_ONE} {COST}").text == f"{OPENED}\n\n{COST}"


def test_citations_are_listed_once_in_their_order() -> None:
    answer = checked(f"{COST} {OPENED} Quillon admits that the ship is old [1¶4].")
    assert [str(citation) for citation in answer.citations] == ["1¶5", "1¶4"]


def test_an_answer_of_which_nothing_stands_says_so_and_cites_nothing() -> None:
    answer = checked(f"{FALSE_ONE} HACKED.")
    assert (answer.text, answer.citations, answer.dropped) == (NOTHING_CONFIRMED, (), 2)
    assert (checked("").text, checked("").dropped) == (NOTHING_CONFIRMED, 0)


def test_what_only_leads_on_is_no_answer() -> None:
    assert checked(f"Here is what the articles say: {FALSE_ONE}").text == NOTHING_CONFIRMED
    led = checked(f"Here is what the articles say:\n\n{OPENED}").text
    assert led == f"Here is what the articles say:\n\n{OPENED}"


def test_starting_over_forgets_text_and_drops() -> None:
    check = fed(f"{FALSE_ONE} {OPENED}")
    check.start_over()
    assert check.text == ""
    fallback = Fallback(kind="engine-busy", incident="a1b2c3")
    check.feed(COST)
    answer = check.finish(SIGNATURE, fallback)
    assert (answer.text, answer.dropped, answer.fallback, answer.signature) == (COST, 0, fallback, SIGNATURE)


def test_she_is_the_member_of_the_sentence_before() -> None:
    said = "Ana asked whether the Havbris is really that old. She said that her uncle worked on her in 1989."
    assert checked(said).text == said
    told = checked("Ana asked whether the Havbris is really that old. She would rather wait for the bridge.")
    assert told.text == "Ana asked whether the Havbris is really that old."


def test_code_blocks_and_thoughts_are_taken_out() -> None:
    answer = checked(f"<think>{COST}</think>{OPENED}\n```python\nprint('{COST}')\n```\n{EXPECTED}")
    assert (answer.text, answer.dropped) == (f"{OPENED}\n\n{EXPECTED}", 1)


def test_an_endless_answer_ends_with_a_mark() -> None:
    check = AnswerCheck(ask())
    wanted = ("the nurses", "a ticket", "the weather", "the harbour", "the captain", "his uncle", "the price", "tolls")
    for at in range(4000):
        name = f"{wanted[at % 8]} and {wanted[at // 8 % 8]} or {wanted[at // 64 % 8]}, not {wanted[at // 512 % 8]}"
        check.feed(f"The articles do not mention {name}. ")
    assert check.is_full
    assert check.text.endswith("\n\n…")
    assert len(check.text) <= LONGEST + 3
    assert not check.feed(COST)


def test_a_sentence_without_end_is_dropped_once_and_takes_little_memory() -> None:
    check = fed(OPENED, " ", *["endless "] * 2000)
    assert check.finish(SIGNATURE).dropped == 1
    check = fed("endless " * 2000, ". ", COST)
    assert (check.finish(SIGNATURE).text, check.text) == (COST, COST)


# --- laws

ALL = [*TRUE["en"], *FALSE["en"], *MENDED]
NOISE = [
    "\n\n",
    " ",
    "\n",
    "- ",
    "1. ",
    "**",
    "```x. y```",
    "<think>no. yes</think>",
    "[1¶3]",
    "…",
    "“",
    "”",
    "z.B. ",
    "Dr. ",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ALL + NOISE), min_size=1, max_size=6), st.integers())
def test_however_the_stream_is_cut_the_answer_is_the_same(sentences: list[str], seed: int) -> None:
    written, chance = " ".join(sentences), Random(seed)
    whole = checked(written)
    assert fed(*written).finish(SIGNATURE) == whole
    borders = sorted(chance.randrange(len(written) + 1) for _ in range(8))
    pieces = [written[a:b] for a, b in zip([0, *borders], [*borders, len(written)], strict=True)]
    assert fed(*pieces).finish(SIGNATURE) == whole


def test_a_stream_may_be_cut_anywhere() -> None:
    written = (
        f"{LATE} **{COST}**\n- “We did it in Vikna, and nobody left,” says Per Aune. [2¶5]\n```a. b```{FALSE_ONE} I"
    )
    whole = checked(written)
    for at in range(0, len(written), 5):
        assert fed(written[:at], written[at:]).finish(SIGNATURE) == whole, written[at:]


@pytest.mark.parametrize("language", TRUE)
def test_what_came_out_comes_out_again(language: str) -> None:
    once = checked("\n\n".join([*TRUE[language], *FALSE[language]]), ask(language))
    again = checked(once.text, ask(language))
    assert (again.text, again.citations, again.dropped) == (once.text, once.citations, 0)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80), st.lists(st.sampled_from(ALL + NOISE), max_size=4))
def test_whatever_is_written_something_printable_comes_out_that_cites_what_exists(odd: str, known: list[str]) -> None:
    answer = checked(odd.join(known) + odd)
    assert answer.text
    assert answer.text.encode().decode().replace("\n", "").isprintable() or "\u200d" in answer.text
    assert all(c.n in (1, 2) and 1 <= c.paragraph <= 6 for c in answer.citations)
