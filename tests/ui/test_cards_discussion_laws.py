"""The laws of the cards' laws, for the cards of a discussion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.models.discussion import Kept, Question
from bot.services.discuss import Asked, RoomShown
from bot.store.people import AboutPerson, Forgotten
from bot.ui import cards
from bot.ui.cards import Terms, parts
from bot.ui.escape import web_address
from tests.ui.any_answer import about, asked, gone, questions, rooms, written
from tests.ui.laws import all_of, assert_holds, law, pages
from tests.ui.reading import OUR_LINK, assert_in_order, body, ids, shown


def words_written(text: str) -> Iterator[str]:
    """Line by line, without the marks of lists, which are ours on a card."""
    for line in text.split("\n"):
        yield re.sub(r"^\s*[-*•–]\s+(?=\S)", "", line).replace("\ue000", "")


@law
@given(asked, pages)
def test_any_page_of_any_answer_is_harmless_and_accepted(answer: Asked, page: int) -> None:
    assert_holds(cards.answer(answer, ids, page=page))


@law
@given(asked)
def test_the_pages_of_an_answer_hold_all_that_was_said_in_its_order(answer: Asked) -> None:
    assert_in_order(words_written(answer.answer.text), body(all_of(lambda page: cards.answer(answer, ids, page=page))))


@law
@given(asked)
def test_an_answer_leads_to_its_own_articles_and_nowhere_else(answer: Asked) -> None:
    addresses = {n: web_address(parts.address_of(article)) for n, article in answer.articles.items()}
    cited = {str(citation): citation.n for citation in answer.answer.citations}
    for view in all_of(lambda page: cards.answer(answer, ids, page=page)):
        for name, url in OUR_LINK.findall("\n".join(shown(view))):
            if re.fullmatch(r"\d+¶\d+", name):
                assert url == addresses[cited[name]], "a citation leads to the article that it cites"
            assert url in addresses.values()


@law
@given(questions, written)
def test_a_growing_answer_is_harmless_and_accepted(question: Question, text: str) -> None:
    assert_holds(cards.writing(question, text))


@law
@given(asked)
def test_what_was_read_while_it_grew_stays_where_it_was(answer: Asked) -> None:
    """But for the links behind citations, which are known when the answer is whole."""
    whole = replace(answer, answer=replace(answer.answer, citations=()))
    growing, final = shown(cards.writing(answer.question, answer.answer.text)), shown(cards.answer(whole, ids))
    assert growing[0] == final[0]
    assert len(growing) == 2 or growing[1] == final[1]


@law
@given(rooms, st.booleans(), pages)
def test_any_page_of_any_room_is_harmless_and_accepted(room: RoomShown, may_clear: bool, page: int) -> None:
    assert_holds(cards.context(room, ids, days=30, may_clear=may_clear, page=page))
    assert_holds(cards.clearing(room, ids))
    assert_holds(cards.cleared(room))


@law
@given(rooms)
def test_the_pages_of_a_room_hold_all_that_is_remembered(room: RoomShown) -> None:
    memos = room.memory.memos if room.memory else ()
    told = body(all_of(lambda page: cards.context(room, ids, days=30, page=page)))
    assert_in_order((memo.text for kind in Kept for memo in memos if memo.kind is kind), told)


terms = st.builds(Terms, turns=st.integers(1, 999), asks=st.just(7), left=st.just(7), model=st.booleans())


@law
@given(about, gone, terms)
def test_whatever_is_kept_about_somebody_is_told_harmlessly(about: AboutPerson, gone: Forgotten, terms: Terms) -> None:
    assert_holds(cards.privacy(about, ids, terms))
    assert_holds(cards.forgetting(about, ids))
    assert_holds(cards.forgotten(gone))
