"""Failures in words."""

from __future__ import annotations

import pytest

from bot.errors import Refused, Unreadable
from bot.sources.http.gate import Reason
from bot.ui.sentences import REASONS, sentence, words_for


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_to_refuse_an_address_is_told_in_words(reason: Reason) -> None:
    said = sentence(Refused(url="http://x.example", reason=reason.value))
    assert said == f"I do not open http://x.example: {REASONS['refused'][reason.value]}."


@pytest.mark.parametrize("reason", ["deadline", "memory", "crash", "crowded"])
def test_every_way_that_reading_ends_is_told_in_words(reason: str) -> None:
    assert REASONS["unreadable"][reason] in sentence(Unreadable(site="x.example", reason=reason))


def test_a_fact_that_is_missing_costs_no_sentence() -> None:
    assert words_for("gone", {"status": 404}) == "site has no such page (error 404); check the address."


def test_a_kind_that_has_no_words_is_told_all_the_same() -> None:
    assert words_for("never-heard-of", {}).startswith("Something went wrong here")
