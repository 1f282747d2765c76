"""Buttons hold an ask, signed for the place where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.asks import Ask
from bot.ui.keys import CUSTOM_ID, Signer

SIGNER = Signer(b"a secret of this installation")
HERE, ELSEWHERE = 111, 222

CARD = Ask("summary", {"article": "17", "length": "deep", "language": "de", "prompt": "summarize@1", "page": "2"})


def test_a_button_asks_what_it_was_made_for() -> None:
    assert SIGNER.read(SIGNER.at(HERE)(CARD), HERE) == CARD


@pytest.mark.parametrize(
    ("signer", "place"),
    [
        pytest.param(SIGNER, ELSEWHERE, id="in another server"),
        pytest.param(Signer(b"another secret"), HERE, id="of another installation"),
    ],
)
def test_a_button_of_elsewhere_asks_nothing(signer: Signer, place: int) -> None:
    assert signer.read(SIGNER.at(HERE)(CARD), place) is None


@given(st.text(max_size=CUSTOM_ID))
def test_what_we_did_not_sign_asks_nothing(custom_id: str) -> None:
    assert SIGNER.read(custom_id, HERE) is None


@given(st.data())
def test_no_part_of_a_button_can_be_changed(data: st.DataObject) -> None:
    custom_id = SIGNER.at(HERE)(CARD)
    at = data.draw(st.integers(0, len(custom_id) - 1))
    other = data.draw(st.characters().filter(lambda c: c != custom_id[at]))
    assert SIGNER.read(custom_id[:at] + other + custom_id[at + 1 :], HERE) is None


@given(query=st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60) | st.just("a|n=9|q=b"))
def test_any_query_comes_back_as_it_was_typed(query: str) -> None:
    ask = Ask("articles", {"query": query, "page": "3"})
    custom_id = SIGNER.at(HERE)(ask)
    assert len(custom_id) <= CUSTOM_ID
    assert SIGNER.read(custom_id, HERE) == ask


def test_the_longest_card_fits_a_button() -> None:
    longest = CARD.but(article=str(2**31), language="de-abcdefgh-abcdefgh-abcdefgh", prompt="summarize@99", page="999")
    assert len(SIGNER.at(2**63)(longest)) <= CUSTOM_ID


def test_options_that_are_not_given_take_no_room() -> None:
    assert CARD.but(language="", prompt="") == Ask("summary", {"article": "17", "length": "deep", "page": "2"})
