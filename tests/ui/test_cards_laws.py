"""From any answer, however hostile: cards that Discord accepts, that call nobody, and that lose nothing in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import discord
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.models.summary import Length
from bot.services.summarize import Summarized
from bot.ui import cards
from bot.ui.escape import one_line
from tests.ui.any_answer import answers
from tests.ui.reading import assert_discord_accepts, assert_harmless, assert_in_order, body, ids, shown

law = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


def pages_of(answer: Summarized) -> list[discord.ui.LayoutView]:
    first = cards.summary(answer, ids)
    told = re.search(r"-# Page 1 of (\d+)$", shown(first)[-1])
    return [first, *(cards.summary(answer, ids, page=n) for n in range(2, int(told[1]) + 1 if told else 1))]


def words_of(answer: Summarized) -> Iterator[str]:
    said = answer.summary
    yield from (said.tldr, said.thesis)
    for argument in said.arguments:
        yield from (argument.claim, argument.support)
    for quote in said.quotes:
        yield from (quote.text, quote.speaker if one_line(quote.text) else "")
    yield from (remark.text for remark in said.critique)
    yield said.reader_reaction


@law
@given(answers, st.booleans(), st.integers(-5, 50))
def test_any_page_of_any_summary_is_harmless_and_accepted(answer: Summarized, threads: bool, page: int) -> None:
    view = cards.summary(answer, ids, page=page, threads=threads)
    assert_discord_accepts(view)
    assert_harmless(view)


@law
@given(answers)
def test_the_pages_of_a_summary_hold_all_that_was_said_in_its_order(answer: Summarized) -> None:
    whole = replace(answer, options=replace(answer.options, length=Length.DEEP))
    assert_in_order([one_line(words) for words in words_of(whole)], body(pages_of(whole)))
