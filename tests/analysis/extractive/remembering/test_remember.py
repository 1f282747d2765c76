"""What is kept of turns without a model: whose words, what is taken back, what goes when there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.extractive import extractive_engine
from bot.analysis.extractive.remembering import remember
from bot.analysis.grounding import check_memory
from bot.analysis.lines import memo_line
from bot.analysis.tokens import estimate
from bot.models.comparison import Citation
from bot.models.discussion import Kept, Memo, MemoryDraft, Person, Remark, Turn
from tests.analysis.talks import ANA, BEN, SAID, memo, memory, memory_ask, turn

Told = tuple[Kept, str, str, tuple[int, ...]]


def kept(*turns: Turn, tokens: int = 600, memos: Sequence[Memo] = ()) -> list[Told]:
    """Kind, name, text and turns of each memo; all of them have to stand up to the check of memories."""
    asked = memory_ask(*turns, tokens=tokens, memory=memory(*memos) if memos else None)
    draft = remember(asked, SAID)
    assert check_memory(asked, draft, turns[-1].id).memos == draft.memos
    return [(m.kind, m.person.name if m.person else "", m.text, m.turns) for m in draft.memos]


def cited(number: int, text: str, person: Person = ANA, **changes: Any) -> Turn:
    """A turn whose answer cites a paragraph."""
    told = turn(number, text, "The council pays [1¶2].", person, **changes)
    assert told.answer
    return replace(told, answer=replace(told.answer, citations=(Citation(n=1, paragraph=2),)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I would keep the pier for the boats.", (Kept.POSITION, "Ana", "I would keep the pier for the boats.", (4,))),
        ("The council must repair the pier.", (Kept.POSITION, "Ana", "The council must repair the pier.", (4,))),
        ("The late bus carried 212 people.", (Kept.FACT, "", "The late bus carried 212 people.", (4,))),
        ("Who pays for the dredging?", (Kept.QUESTION, "Ana", "Who pays for the dredging?", (4,))),
        ("Ich würde den Steg behalten.", (Kept.POSITION, "Ana", "Ich würde den Steg behalten.", (4,))),
        ("Le bus transporte 212 personnes.", (Kept.FACT, "", "Le bus transporte 212 personnes.", (4,))),
        ("¿Quién paga el dragado del puerto?", (Kept.QUESTION, "Ana", "¿Quién paga el dragado del puerto?", (4,))),
        (
            "Hello everyone! The pier must stay open. Thanks a lot!",
            (Kept.POSITION, "Ana", "The pier must stay open.", (4,)),
        ),
    ],
    ids=["a view", "a demand", "a figure", "a question", "German", "French", "Spanish", "between small talk"],
)
def test_what_matters_is_kept_word_by_word(text: str, told: Told) -> None:
    assert kept(turn(4, text, "Noted.")) == [told]


@pytest.mark.parametrize(
    "text",
    ["Hello!", "Thanks, that was helpful.", "ok", "Summarize the second article please.", "Fasse uns das zusammen.",
     "lol", "", "😀", "Yes.", "Tell me more about the harbour office."],
)  # fmt: skip
def test_small_talk_and_requests_are_not(text: str) -> None:
    assert kept(turn(4, text, "Noted.")) == []


def test_a_question_that_was_answered_from_an_article_is_not_open() -> None:
    assert kept(cited(4, "Who pays for the dredging?")) == []


def test_a_question_is_open_until_it_is_answered() -> None:
    first = turn(4, "Who pays for the dredging of the harbour?", "The articles here don't say.", BEN)
    later = cited(9, "So who pays for the dredging of the harbour?", ANA)
    assert [kind for kind, *_ in kept(first)] == [Kept.QUESTION]
    assert kept(first, later) == []
    open_so_far = memo("Who pays for the dredging of the harbour?", 4, kind=Kept.QUESTION, person=BEN)
    assert kept(later, memos=[open_so_far]) == []


def test_what_the_bot_answered_is_nobodys_view() -> None:
    assert "council" not in str(kept(cited(4, "I like the old pier very much.")))


def test_the_remark_that_was_asked_about_is_its_writers() -> None:
    told = kept(turn(4, "Is that so?", "Noted.", about=Remark(person=BEN, text="I believe the pier was never safe.")))
    assert (Kept.POSITION, "Ben", "I believe the pier was never safe.", (4,)) in told


# --- corrections ---------------------------------------------------------------------------------------------------


def test_a_correction_stands_in_the_place_of_what_it_corrects() -> None:
    told = kept(
        turn(4, "The meeting about the pier is on Friday at 6.", "Noted.", BEN),
        turn(5, "Correction: the meeting about the pier is on Monday at 7.", "Noted.", BEN),
    )
    assert told == [(Kept.FACT, "", "Correction: the meeting about the pier is on Monday at 7.", (4, 5))]


def test_a_correction_that_cannot_be_understood_alone_stands_behind_it() -> None:
    told = kept(
        turn(4, "The late bus carries 212 people on a Friday.", "Noted."),
        turn(5, "Correction: 312 people, not 212.", "Noted."),
    )
    text = "The late bus carries 212 people on a Friday. Correction: 312 people, not 212."
    assert told == [(Kept.FACT, "", text, (4, 5))]


def test_a_memory_is_corrected_too() -> None:
    before = memo("The meeting about the pier is on Friday at 6.", 2, kind=Kept.FACT, person=None)
    told = kept(turn(5, "Correction: the meeting about the pier is on Monday at 7.", "Noted.", BEN), memos=[before])
    assert [(text, turns) for _, _, text, turns in told] == [
        ("Correction: the meeting about the pier is on Monday at 7.", (2, 5))
    ]


def test_nobody_takes_back_what_somebody_else_thinks() -> None:
    told = kept(
        turn(4, "I think the pier should be kept.", "Noted.", ANA),
        turn(5, "Actually I think the pier should be sold.", "Noted.", BEN),
    )
    assert [(name, turns) for _, name, _, turns in told] == [("Ana", (4,)), ("Ben", (5,))]


def test_in_reply_somebody_else_may() -> None:
    told = kept(
        turn(4, "I counted 212 people on the late bus.", "Noted.", ANA),
        turn(5, "Correction: I counted 312 people on the late bus.", "Noted.", BEN, reply_to=4),
    )
    assert [(name, turns) for _, name, _, turns in told] == [("Ben", (4, 5))]


def test_what_is_said_again_is_one_memo_with_the_turns_of_both() -> None:
    told = kept(
        turn(4, "I would keep the old pier for the boats.", "Noted."),
        turn(5, "The ferry is slow in winter.", "Noted."),
        turn(6, "As I said, I would keep the old pier for the boats.", "Noted."),
    )
    assert [turns for *_, turns in told] == [(5,), (4, 6)]


# --- the bound -----------------------------------------------------------------------------------------------------

MANY = [
    turn(1, "The ferry was painted by the volunteers of the rowing club.", "Noted."),
    turn(2, "The late bus carried 212 people last Friday night.", "Noted."),
    turn(3, "Who pays for the dredging of the inner harbour?", "The articles here don't say.", BEN),
    turn(4, "I would keep the pier whatever the dredging costs us.", "Noted.", BEN),
    turn(5, "Correction: the late bus carried 312 people last Friday night.", "Noted."),
]


def size(told: list[Told]) -> int:
    people = {"Ana": ANA, "Ben": BEN, "": None}
    memos = (Memo(kind=kind, person=people[name], text=text, turns=turns) for kind, name, text, turns in told)
    return sum(estimate(memo_line(one)) + 1 for one in memos)


def test_the_least_weighty_go_first() -> None:
    whole = kept(*MANY)
    assert [kind for kind, *_ in whole] == [Kept.POSITION, Kept.QUESTION, Kept.POSITION, Kept.FACT]
    lost = [kept(*MANY, tokens=tokens) for tokens in (size(whole) - 1, size(whole[1:]) - 1, size(whole[2:]) - 1)]
    assert lost == [whole[1:], whole[2:], whole[3:]]
    assert kept(*MANY, tokens=5) == []


def test_of_equal_ones_the_oldest_go_first() -> None:
    views = [
        turn(n, f"I think the {what} should stay.", "Noted.") for n, what in enumerate(("pier", "bus", "school"), 1)
    ]
    assert [turns for *_, turns in kept(*views, tokens=size(kept(*views)) - 1)] == [(2,), (3,)]


def test_of_one_turn_no_more_than_a_few_sentences_are_kept() -> None:
    text = " ".join(f"I think that point number {n} about topic{n} matters." for n in range(12))
    assert len(kept(turn(1, text, "Noted."))) == 3


def test_a_sentence_without_end_is_cut_between_its_clauses() -> None:
    text = "I think " + ", ".join(f"the harbour needs thing{n}" for n in range(40)) + "."
    ((_, _, shown, _),) = kept(turn(1, text, "Noted."))
    assert len(shown) < 330
    assert shown.endswith(" …")
    assert text.startswith(shown.removesuffix(" …") + ",")


TEXTS = st.sampled_from(
    ["I would keep the pier.", "Correction: 40, not 45.", "Who pays for it all?", "The fee is 45 cents.", "ok", "",
     "The fee is 40 cents, I think.", "港は売り物ではない。", "Actually the fee should go.", "x " * 300]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([ANA, BEN])), min_size=1, max_size=14), st.integers(0, 300))
def test_whatever_is_said_it_fits_names_its_turns_and_is_the_same_again(
    said: list[tuple[str, Person]], tokens: int
) -> None:
    turns = [turn(n, text, "Noted.", person) for n, (text, person) in enumerate(said, 1)]
    memos = remember(memory_ask(*turns, tokens=tokens), SAID).memos
    assert sum(estimate(memo_line(one)) + 1 for one in memos) <= tokens
    assert memos == remember(memory_ask(*turns, tokens=tokens), SAID).memos
    for one in memos:
        assert 1 <= len(one.turns) <= 5
        assert set(one.turns) <= {each.id for each in turns}
        assert bool(one.person) == (one.kind is not Kept.FACT)


def test_corrections_of_different_things_do_not_meet() -> None:
    told = kept(
        turn(4, "I think the fee should stay.", "Noted."),
        turn(5, "Actually, the late bus carried 312 people.", "Noted."),
        turn(6, "Actually, the school needs a new roof of its own.", "Noted."),
    )
    assert [turns for *_, turns in told] == [(4,), (5,), (6,)]


def test_folding_in_steps_loses_nothing_that_folding_at_once_keeps() -> None:
    memos: tuple[Memo, ...] = ()
    for each in MANY:
        memos = remember(memory_ask(each, memory=memory(*memos) if memos else None), SAID).memos
    assert {one.text for one in memos} == {text for _, _, text, _ in kept(*MANY)}


async def test_the_engine_folds_for_nothing() -> None:
    engine = extractive_engine()

    class Nothing:
        def book(self, usage: object) -> None:
            raise AssertionError("a free engine books nothing")

    draft = await engine.memories.draft(memory_ask(*MANY), Nothing())
    assert isinstance(draft, MemoryDraft)
    assert draft.signature.engine == "extractive"
    assert len(draft.memos) == 4
