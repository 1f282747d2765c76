"""How long articles share a context, and what is left of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.llm.key_paragraphs import key_paragraphs, shares
from bot.models.article import Article
from tests.analysis.extractive.test_engine import CANAL


@pytest.mark.parametrize(
    ("sizes", "room", "given_room"),
    [
        pytest.param([10, 20], 100, [10, 20], id="all fit"),
        pytest.param([80, 80], 100, [50, 50], id="none fits its half"),
        pytest.param([200, 10, 200], 100, [45, 10, 45], id="a short one is left whole, the others share the rest"),
        pytest.param([10, 200, 30], 100, [10, 60, 30], id="two short ones"),
        pytest.param([50, 50], 0, [0, 0], id="no room"),
    ],
)
def test_what_fits_is_left_whole_and_the_rest_shares_alike(sizes: list[int], room: int, given_room: list[int]) -> None:
    assert shares(sizes, room) == given_room


@given(sizes=st.lists(st.integers(0, 10_000), min_size=1, max_size=3), room=st.integers(0, 20_000))
def test_shares_never_exceed_the_room_nor_waste_it(sizes: list[int], room: int) -> None:
    found = shares(sizes, room)
    assert all(given <= size for given, size in zip(found, sizes, strict=True))
    assert sum(found) <= room
    assert found == sizes or sum(found) > room - len(sizes)


KEY = "The council should keep the ferry, because without it the island loses its only school and its doctor."
FILLER = "It rained a little on the way there, and the gulls were loud."
ARTICLE = Article(language="en", paragraphs=(FILLER, KEY, FILLER + " Then it stopped.", FILLER + " It began again."))


def words(text: str) -> int:
    return len(text.split())


def test_the_paragraphs_that_argue_are_kept_before_scenery_and_the_other_camps_view() -> None:
    argued = [f"¶{n} {CANAL.paragraphs[n - 1]}" for n in (3, 4)]
    assert key_paragraphs(CANAL, sum(words(line) + 1 for line in argued), words) == argued


@given(room=st.integers(0, 80))
def test_paragraphs_are_whole_in_their_order_and_within_the_room(room: int) -> None:
    lines = key_paragraphs(ARTICLE, room, words)
    numbers = [int(line[1:].split()[0]) for line in lines]
    assert numbers == sorted(set(numbers))
    assert lines == [f"¶{n} {ARTICLE.paragraphs[n - 1]}" for n in numbers]
    assert sum(map(words, lines)) <= room


def test_an_article_without_sentences_has_nothing_to_keep() -> None:
    assert key_paragraphs(Article(), 100, words) == []
    assert key_paragraphs(Article(paragraphs=("", "…")), 100, words) == ["¶1 ", "¶2 …"]
