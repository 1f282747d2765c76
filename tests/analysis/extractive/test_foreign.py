"""How likely a sentence tells somebody else's view."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article

OPENING = (
    "At six in the morning the mist lies on the canal. Two men drink tea beside the lower gate.",
    "The canal opened in 1820 and carried coal. It carries gravel today, and people who like to look at water.",
)
CLOSING = ("Water that moves is water that somebody looks after.", "Keep the gates, and keep the keepers.")


def views(*paragraphs: str, language: str = "en") -> dict[str, float]:
    passage = take_apart(Article(language=language, paragraphs=(*OPENING, *paragraphs, *CLOSING)))
    return {line.text: seen["foreign"] for line, seen in zip(passage.lines, passage.signals, strict=True)}


@pytest.mark.parametrize(
    "view",
    [
        pytest.param("The ministry's view is that the road is enough.", id="an office's view"),
        pytest.param("There are those who will tell you that the road is enough.", id="nobody in particular"),
        pytest.param("The operator does not accept that the road is full.", id="what an office does not accept"),
    ],
)
def test_a_view_that_no_rule_knows_is_suspected(view: str) -> None:
    found = views(f"{view} Barges are slow, they say, and lorries go everywhere.", "It makes a beautiful slide.")
    assert found[view] > 0.2
    assert found["Barges are slow, they say, and lorries go everywhere."] > 0.5


def test_what_the_author_says_of_the_canal_is_not() -> None:
    found = views("The canal is a promise. It has been kept for two hundred years, and it costs less than a road.")
    assert max(found.values()) < 0.5


def test_each_is_a_probability() -> None:
    assert all(0.0 < value < 1.0 for value in views("Critics say it is a luxury. They are wrong.").values())
