"""An outline: how each paragraph begins, in the article's own words, and the thesis."""

from __future__ import annotations

import pytest

from bot.analysis.search.outline import Outlines, outline
from bot.models.article import Article
from tests.nouns import column

LONG = column(
    paragraphs=(
        "Last week the council met. It was raining. Nobody came.",
        "Boats have been built here since 1820. Some still are.",
        "The fund is empty. That is why I say the council must keep the harbour, whatever it is offered. It can.",
        "So be it.",
    )
)


def test_each_paragraph_begins_as_it_does_in_the_article() -> None:
    lines = outline(LONG)
    assert [line.paragraph for line in lines] == [1, 2, 3, 4]
    for line in lines:
        assert LONG.paragraphs[line.paragraph - 1].startswith(line.text)
        assert line.text.endswith(".")


def test_the_thesis_stands_there_even_behind_another_sentence() -> None:
    assert "the council must keep the harbour" in outline(LONG)[2].text
    assert outline(LONG)[0].text == "Last week the council met."


@pytest.mark.parametrize("paragraphs", [(), ("",), (" ", "\n")], ids=["none", "an empty one", "blank ones"])
def test_what_says_nothing_has_no_outline(paragraphs: tuple[str, ...]) -> None:
    assert outline(Article(paragraphs=paragraphs)) == ()


def test_an_article_is_taken_apart_once() -> None:
    outlines = Outlines()
    assert outlines.of(LONG) is outlines.of(column(paragraphs=LONG.paragraphs))
    assert outlines.of(column()) != outlines.of(LONG)
