"""What of articles stands in every prompt, and how a text is shortened."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.search.outline import outline
from bot.analysis.tokens import estimate
from bot.models.article import Article
from bot.models.discussion import Remark, Standing
from bot.services.discuss.shortening import LEFT_OUT, shortened, shortened_turn, turn_size
from bot.services.discuss.standing import MOST_ARTICLES, standing_size, standings
from tests.nouns import column
from tests.services.discuss.said import BO, HARBOUR, LIBRARY, turn

LONG = column(paragraphs=tuple(f"Paragraph {n} begins. It goes on about boats and their fares." for n in range(40)))


def stand(*articles: Article, room: int) -> tuple[Standing, ...]:
    numbered = dict(enumerate(articles, 1))
    return standings(numbered, {n: outline(article) for n, article in numbered.items()}, room, estimate)


def test_what_a_short_article_does_not_need_is_for_the_long_one() -> None:
    alone = stand(LONG, room=400)[0]
    short, long = stand(HARBOUR, LONG, room=500)
    assert short.is_whole
    assert not long.is_whole
    assert len(long.lines) >= len(alone.lines) // 2
    assert all(standing.is_whole for standing in stand(HARBOUR, LONG, room=5_000))


def test_an_outline_that_does_not_fit_is_spread_over_the_text() -> None:
    [standing] = stand(LONG, room=200)
    numbers = [line.paragraph for line in standing.lines]
    assert numbers[0] == 1
    assert numbers[-1] > 30
    assert len({later - earlier for earlier, later in pairwise(numbers)}) == 1


def test_where_more_than_an_outline_fits_paragraphs_stand_whole() -> None:
    [standing] = stand(LONG, room=700)
    assert len(standing.lines) == 40
    whole = [line for line in standing.lines if line.text == LONG.paragraphs[line.paragraph - 1]]
    assert 0 < len(whole) < 40


def test_of_too_many_articles_the_latest_stand() -> None:
    many = [column(title=f"Title {n}") for n in range(MOST_ARTICLES + 5)]
    assert [standing.n for standing in stand(*many, room=100_000)] == list(range(6, MOST_ARTICLES + 6))
    few = stand(*many, room=200)
    assert [standing.n for standing in few] == list(range(MOST_ARTICLES + 6 - len(few), MOST_ARTICLES + 6))
    assert 0 < len(few) < MOST_ARTICLES
    assert stand(*many, room=5) == ()
    assert stand(room=500) == ()


@pytest.mark.parametrize(
    "article", [column(paragraphs=()), column(paragraphs=("word " * 3_000,))], ids=["none", "one of 3,000 words"]
)
def test_an_article_without_an_outline_that_fits_is_named(article: Article) -> None:
    [standing] = stand(article, room=100)
    assert standing.lines == ()
    assert standing_size(standing, estimate) <= 100


@settings(deadline=None)
@given(st.integers(0, 2_000))
def test_articles_keep_to_their_room_and_say_what_they_say(room: int) -> None:
    standing = stand(HARBOUR, LONG, LIBRARY, room=room)
    assert sum(standing_size(one, estimate) for one in standing) <= room
    for one in standing:
        assert all(one.article.paragraphs[line.paragraph - 1].startswith(line.text) for line in one.lines)
        assert [line.paragraph for line in one.lines] == sorted({line.paragraph for line in one.lines})


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("The fund is empty.", 50, "The fund is empty."),
        ("The fund is empty. Dr. Roth filled it. Nobody knew.", 10, f"The fund is empty. {LEFT_OUT}"),
        (
            "The fund is empty. Dr. Roth filled it. Nobody knew.",
            12,
            f"The fund is empty. Dr. Roth filled it. {LEFT_OUT}",
        ),
        ("one two three four five six seven", 5, f"one two {LEFT_OUT}"),
        ("x" * 500, 5, LEFT_OUT),
    ],
    ids=["fits", "a sentence", "an abbreviation ends none", "words where no sentence fits", "nothing fits"],
)
def test_a_text_is_cut_where_a_thought_ends(text: str, room: int, expected: str) -> None:
    assert shortened(text, room, estimate) == expected


@settings(deadline=None)
@given(st.text(max_size=400), st.text(max_size=400), st.integers(40, 200))
def test_a_turn_fits_its_room_whatever_is_long_in_it(text: str, answer: str, room: int) -> None:
    long = turn(7, text, answer, about=Remark(person=BO, text=text + answer))
    short = shortened_turn(long, room, estimate)
    assert turn_size(short, estimate) <= max(
        room, turn_size(shortened_turn(turn(7, "", "", about=Remark(person=BO, text="")), 1, estimate), estimate) + 6
    )
    assert (short.id, short.person, short.asked_at) == (long.id, long.person, long.asked_at)


def test_what_one_text_of_a_turn_does_not_need_is_for_the_other() -> None:
    short = shortened_turn(turn(7, "Why?", "It is empty. " * 40), 60, estimate)
    assert short.text == "Why?"
    assert short.answer
    assert short.answer.text.count("It is empty.") > 5
