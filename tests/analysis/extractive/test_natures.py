"""Fact, opinion, prediction, recommendation."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article
from bot.models.summary import Nature


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "The lock carried 4,120 tons of grain in 2019.", Nature.FACT, id="a figure"),
        pytest.param("en", "The ministry published the survey in May.", Nature.FACT, id="something that happened"),
        pytest.param("en", "A closed canal is not a saving but a debt.", Nature.OPINION, id="a judgement"),
        pytest.param("en", "The barges will move to the next river.", Nature.PREDICTION, id="what will happen"),
        pytest.param("en", "The council should open the lock.", Nature.RECOMMENDATION, id="should"),
        pytest.param("en", "Open the lock before winter.", Nature.RECOMMENDATION, id="an imperative"),
        pytest.param("de", "Die Stadt sollte die Schleuse öffnen.", Nature.RECOMMENDATION, id="German should"),
        pytest.param("de", "Die Schleuse kostete 2019 rund 40.000 Euro.", Nature.FACT, id="German figure"),
        pytest.param("fr", "Gardons le canal ouvert.", Nature.RECOMMENDATION, id="French let us"),
        pytest.param("fr", "Les péniches iront ailleurs.", Nature.PREDICTION, id="French future"),
        pytest.param("es", "Hay que abrir la esclusa.", Nature.RECOMMENDATION, id="Spanish one must"),
        pytest.param("es", "La esclusa costó 40.000 euros en 2019.", Nature.FACT, id="Spanish figure"),
    ],
)
def test_nature(language: str, text: str, expected: Nature) -> None:
    assert nature(take_apart(Article(language=language, paragraphs=(text,))), 0) is expected
