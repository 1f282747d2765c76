"""Which sentences are shown."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.choice import choose
from bot.analysis.extractive.passage import take_apart
from bot.analysis.extractive.thesis import candidates
from bot.models.article import Article
from bot.models.summary import Length

LOCKS = (
    "At six in the morning the mist lies on the canal and two men drink tea beside the lower gate.",
    (
        "The case for filling it in is not foolish. Budgets are real, and a canal that carries four barges looks, "
        "on a ledger, like a canal that might as well carry none. The roads, after all, are there already."
    ),
    (
        "But the ledger counts boats and not what is in them. In March four barges took nine hundred tonnes of "
        "gravel off the ring road, according to the port's own register. The county should keep the canal and pay "
        "for the gates out of the road fund. That is no dream."
    ),
    (
        "Every barge that stays away puts thirty lorries on a road that the county already cannot mend. The "
        "repair of the gates costs less than a single winter of patching on the stretch beside them. We liked "
        "them once."
    ),
)


def shown(length: Length = Length.STANDARD) -> list[str]:
    passage = take_apart(Article(title="Keep the canal", language="en", paragraphs=LOCKS))
    choice = choose(passage, length)
    return [passage.lines[i].text for i in (choice.thesis, choice.tldr, *choice.points) if i is not None]


def test_the_thesis_is_the_claim_and_not_its_evidence() -> None:
    assert "nine hundred tonnes" not in shown()[0]
    assert shown()[0].startswith(("The county should keep the canal", "Every barge that stays away"))


@pytest.mark.parametrize("length", list(Length), ids=lambda each: each.value)
def test_no_sentence_of_a_steelman_is_shown(length: Length) -> None:
    assert not [text for text in shown(length) if text in LOCKS[1]]


@pytest.mark.parametrize("filler", ["That is no dream.", "We liked them once."])
def test_a_sentence_too_short_to_say_anything_is_not_shown(filler: str) -> None:
    assert filler not in shown(Length.DEEP)


def test_the_tldr_is_the_thesis_likeliest_but_one() -> None:
    passage = take_apart(Article(title="Keep the canal", language="en", paragraphs=LOCKS))
    choice = choose(passage, Length.STANDARD)
    likeliest = candidates(passage)
    assert choice.thesis == likeliest[0]
    assert choice.tldr in likeliest[1:4]
    assert choice.tldr not in choice.points


def test_figures_with_their_source_are_shown() -> None:
    assert any(text.startswith("In March four barges took") for text in shown())
