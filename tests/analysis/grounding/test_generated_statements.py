"""Claims made from three commentaries' own sentences: changed numbers and invented names never pass, true ones do."""

from __future__ import annotations

import re
from random import Random

from bot.models.article import Article
from bot.models.summary import Argument, Nature
from tests.analysis.grounding.articles import ECOLE, HAFEN, ORCHARD
from tests.analysis.grounding.drafts import checked

# How a claim may begin, so that it is no sentence of the article; and people and places that no article names.
OPENINGS = {"en": "By this account, ", "de": "Nach diesem Text gilt: ", "fr": "D'après ce texte, "}
STRANGERS = (
    "Gordon Whitlock",
    "Beate Molitor",
    "Hugues Valantin",
    "Minister Ostrander",
    "Frau Quandt",
    "Odile Serrano",
)
DIGITS = re.compile(r"\d[\d.,  ]*\d|\d")


def _sentences(article: Article) -> list[tuple[int, str]]:
    """Sentences outside quotation marks, with their paragraphs."""
    told = ((n, re.sub(r"[“„«‘][^”“»’]*[”“»’]", "", text)) for n, text in enumerate(article.paragraphs, 1))
    return [(n, s.strip()) for n, text in told for s in re.split(r"(?<=[.;]) ", text) if len(s.split()) > 6]


def _survives(article: Article, claim: str, paragraph: int) -> bool:
    argument = Argument(claim=claim, support="", nature=Nature.FACT, paragraphs=(paragraph,))
    return bool(checked(article, arguments=(argument,)).arguments)


def _claims() -> list[tuple[Article, int, str]]:
    return [
        (article, number, OPENINGS[article.language] + sentence)
        for article in (ORCHARD, HAFEN, ECOLE)
        for number, sentence in _sentences(article)
    ]


def _renumbered(article: Article, claim: str, chance: Random) -> list[str]:
    changed = []
    for match in DIGITS.finditer(claim):
        for _ in range(8):
            other = str(chance.randrange(101, 9_999_999))
            if other not in "".join(article.paragraphs):
                changed.append(claim[: match.start()] + other + claim[match.end() :])
    return changed


def test_the_articles_own_words_pass_under_another_opening() -> None:
    claims = _claims()
    assert len(claims) >= 35
    assert [claim for article, number, claim in claims if not _survives(article, claim, number)] == []


def test_no_changed_number_passes() -> None:
    chance = Random(7)
    changed = [(a, n, other) for a, n, claim in _claims() for other in _renumbered(a, claim, chance)]
    assert len(changed) >= 100
    assert [claim for article, number, claim in changed if _survives(article, claim, number)] == []


def test_no_invented_name_passes() -> None:
    speaking = {"en": ", as {} argued", "de": ", wie {} meint", "fr": ", comme le dit {}"}
    invented = [
        (article, number, claim.rstrip(".;") + speaking[article.language].format(name) + ".")
        for article, number, claim in _claims()
        for name in STRANGERS
    ]
    assert len(invented) >= 200
    assert [claim for article, number, claim in invented if _survives(article, claim, number)] == []
