"""An agreement whose draft tells each author's claim apart is held against each author's own article."""

from __future__ import annotations

import pytest

from bot.analysis.grounding import check_comparison
from bot.models.article import Article
from bot.models.comparison import Agreement, Citation, Comparison, ComparisonDraft, Side
from bot.models.summary import Signature

HERS = "The spillway has a crack that I can put my arm in."
HIS = "Every inspector since 2004 has graded the concrete poor."
ARTICLES = (
    Article(language="en", paragraphs=(HERS, "Raise the crest and keep the water for the farms below.")),
    Article(language="en", paragraphs=("Take the wall away over three dry summers.", HIS)),
)
CITED = (Citation(n=1, paragraph=1), Citation(n=2, paragraph=2))


def checked(point: str, *sides: Side) -> Comparison:
    agreement = Agreement(point=point, citations=CITED, sides=sides)
    return check_comparison(
        ARTICLES, ComparisonDraft(comparable=True, agreements=(agreement,), signature=Signature(engine="extractive"))
    )


def test_each_authors_own_sentence_bears_it_out_in_words_that_the_other_does_not_use() -> None:
    found = checked(HERS, Side(n=1, claim=HERS, paragraphs=(1,)), Side(n=2, claim=HIS, paragraphs=(2,)))
    assert found.agreements == (Agreement(point=HERS, citations=CITED),)
    assert found.dropped == 0


@pytest.mark.parametrize(
    ("point", "sides"),
    [
        (HERS, (Side(n=1, claim=HERS, paragraphs=(1,)), Side(n=2, claim=HERS, paragraphs=(2,)))),
        (HERS, (Side(n=2, claim=HERS, paragraphs=(2,)), Side(n=1, claim=HIS, paragraphs=(1,)))),
        (HERS, (Side(n=1, claim=HERS, paragraphs=(2,)), Side(n=2, claim=HIS, paragraphs=(2,)))),
        (HERS, (Side(n=1, claim=HERS, paragraphs=(1,)),)),
        ("Both want it gone.", (Side(n=1, claim=HERS, paragraphs=(1,)), Side(n=2, claim=HIS, paragraphs=(2,)))),
    ],
    ids=["the one's words given to the other", "exchanged", "another paragraph", "one author alone", "a third point"],
)
def test_what_an_author_does_not_say_is_dropped(point: str, sides: tuple[Side, ...]) -> None:
    found = checked(point, *sides)
    assert found.agreements == ()
    assert found.dropped == 1
