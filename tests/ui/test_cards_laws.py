"""From any answer, however hostile: cards that Discord accepts, that call nobody, and that lose nothing in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.found import MARK_OFF, MARK_ON, Found
from bot.models.preference import Preference, Preferences
from bot.models.summary import Length, Stage
from bot.services.compare import Compared
from bot.services.summarize import Summarized
from bot.ui import cards
from bot.ui.asks import Ids
from bot.ui.cards import CommandHelp
from bot.ui.cards.searches import marked
from bot.ui.escape import length, one_line
from tests.ui.any_answer import answers, anything, compared, found, hostile, snippets
from tests.ui.laws import all_of, assert_holds, law, pages
from tests.ui.reading import assert_in_order, body, ids, shown, squeezed, unescaped


def words_of(answer: Summarized) -> Iterator[str]:
    said = answer.summary
    yield from (said.tldr, said.thesis)
    for argument in said.arguments:
        yield from (argument.claim, argument.support)
    for quote in said.quotes:
        yield from (quote.text, quote.speaker if one_line(quote.text) else "")
    yield from (remark.text for remark in said.critique)
    yield said.reader_reaction


def words_compared(answer: Compared) -> Iterator[str]:
    said = answer.comparison
    yield said.question
    yield from (agreement.point for agreement in said.agreements)
    for conflict in said.conflicts:
        yield from (conflict.point, *(side.claim for side in conflict.sides))
    for n in range(1, 5):
        yield from (only.point for only in said.only if only.n == n)
    for n in range(1, 5):
        yield from (quoted.speaker for quoted in said.quoted if quoted.n == n)


@law
@given(answers, st.booleans(), pages, st.sampled_from([ids, None]))
def test_any_page_of_any_summary_is_harmless_and_accepted(
    answer: Summarized, threads: bool, page: int, given_ids: Ids | None
) -> None:
    assert_holds(cards.summary(answer, given_ids, page=page, threads=threads))


@law
@given(answers)
def test_the_pages_of_a_summary_hold_all_that_was_said_in_its_order(answer: Summarized) -> None:
    whole = replace(answer, options=replace(answer.options, length=Length.DEEP))
    assert_in_order(words_of(whole), body(all_of(lambda page: cards.summary(whole, ids, page=page))))


@law
@given(answers)
def test_what_a_short_card_does_not_hold_is_counted_on_it(answer: Summarized) -> None:
    short = replace(answer, options=replace(answer.options, length=Length.SHORT))
    told, _, _ = shown(cards.summary(short, ids))[-1].partition("\n")
    for noun, said in (("quotation", answer.summary.quotes), ("question", answer.summary.critique)):
        seen = sum(1 for one in said if one_line(one.text))
        assert f"{seen} {noun}" in told if seen else noun not in told or "Left to" not in told


@law
@given(answers, pages)
def test_quotations_are_held_whole_on_a_card_of_their_own(answer: Summarized, page: int) -> None:
    assert_holds(cards.quotes(answer, ids, page=page))
    said = [quote.text for quote in answer.summary.quotes]
    assert_in_order(said, body(all_of(lambda page: cards.quotes(answer, ids, page=page))))


@law
@given(answers, pages)
def test_a_critique_is_held_whole_on_a_card_of_its_own(answer: Summarized, page: int) -> None:
    assert_holds(cards.critique(answer, ids, page=page))
    said = [remark.text for remark in answer.summary.critique]
    assert_in_order(said, body(all_of(lambda page: cards.critique(answer, ids, page=page))))


@law
@given(answers)
def test_what_opens_a_discussion_says_how_much_it_leaves_out(answer: Summarized) -> None:
    view = cards.essence(answer)
    assert_holds(view)
    seen = [one for one in answer.summary.arguments if one_line(one.claim)]
    assert len(seen) <= 3 or f"{len(seen) - 3} more argument" in "\n".join(shown(view))


@law
@given(compared, pages)
def test_any_page_of_any_comparison_is_harmless_and_accepted(answer: Compared, page: int) -> None:
    assert_holds(cards.comparison(answer, ids, page=page))


@law
@given(compared)
def test_the_pages_of_a_comparison_hold_all_that_was_said_in_its_order(answer: Compared) -> None:
    assert_in_order(words_compared(answer), body(all_of(lambda page: cards.comparison(answer, ids, page=page))))


@law
@given(found, st.integers(1, 99))
def test_any_search_is_harmless_and_accepted(answer: Found, page: int) -> None:
    view = cards.articles(answer, ids, page=page)
    assert_holds(view)
    listed = sum(f"\\#{hit.article_id} ·" in "\n".join(shown(view)) for hit in answer.hits)
    assert listed == len(answer.hits) or "more found" in shown(view)[-1]


@law
@given(anything, hostile, st.none() | st.just("retry"))
def test_any_sentence_is_harmless_and_accepted(sentence: str, incident: str, retry: str | None) -> None:
    assert_holds(cards.failure(sentence, incident, retry))
    assert_holds(cards.note(sentence))


@law
@given(st.lists(st.tuples(anything, anything), min_size=1, max_size=40))
def test_any_links_make_a_menu_that_says_how_many_it_leaves_out(links: list[tuple[str, str]]) -> None:
    view = cards.choice(links, "choose")
    assert_holds(view)
    assert len(links) <= 25 or f"{len(links) - 25} more" in shown(view)[0]


preferences = st.builds(Preference, length=st.none() | st.sampled_from(Length), language=anything, prompt=anything)


@law
@given(st.builds(Preferences, server=preferences, channel=st.none() | preferences, effective=preferences))
def test_any_settings_are_harmless_and_accepted(answer: Preferences) -> None:
    assert_holds(cards.settings(answer))


@law
@given(
    st.lists(
        st.builds(CommandHelp, mention=st.just("</ask:1>"), says=anything, group=st.sampled_from("ABCDEFGH")),
        max_size=60,
    ),
    st.booleans(),
)
def test_any_help_is_harmless_and_accepted(commands: list[CommandHelp], model: bool) -> None:
    view = cards.help(commands, model=model)
    assert_holds(view)
    assert "\n".join(shown(view)).count("</ask:1>") == len(commands) or "There are more" in shown(view)[0]


@pytest.mark.parametrize("stage", [None, *Stage])
@pytest.mark.parametrize("ahead", [0, 1, 10**12])
def test_any_progress_is_harmless_and_accepted(stage: Stage | None, ahead: int) -> None:
    assert_holds(cards.progress(stage, ahead))


@law
@given(snippets, st.integers(60, 400))
def test_a_snippet_fits_its_room_and_only_what_is_marked_in_it_is_bold(snippet: str, room: int) -> None:
    shown = marked(snippet, room)
    assert length(shown) <= room
    meant = "".join(re.findall(f"{MARK_ON}([^{MARK_ON}{MARK_OFF}]*)", snippet))
    for bold in re.findall(r"\*\*((?:\\.|[^*\\])+)\*\*", shown):
        assert squeezed(unescaped(bold)).strip("\u200c\u200d") in squeezed(one_line(meant))
    assert "**" not in re.sub(r"\\.|\*\*(?:\\.|[^*\\])+\*\*", "", shown)
