"""Sentences made from articles by a seeded hand: those of the author stay, those that were changed fall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from bot.analysis.grounding import AnswerCheck
from bot.analysis.grounding.talk.streaming import Sentences
from bot.models.article import Article
from bot.models.comparison import Citation
from tests.analysis.grounding.articles import ECOLE, HAFEN, ORCHARD
from tests.analysis.grounding.rooms import BRIDGE, FERRY, SIGNATURE, ask

PAIRS = ((ORCHARD, FERRY), (FERRY, BRIDGE), (BRIDGE, ORCHARD), (HAFEN, FERRY), (ECOLE, FERRY))
QUESTIONS = {
    "en": "What does the author say about it, and why is that so?",
    "de": "Was sagt der Autor dazu, und warum ist das so?",
    "fr": "Que dit l’auteur de cela, et pourquoi est-ce ainsi ?",
}
STRANGERS = ("Gordon Whitlock", "Beate Molitor", "Hugues Valantin", "Odile Serrano")
SOURCES = {"en": "According to {}, ", "de": "Laut {} gilt: ", "fr": "Selon {}, "}
Made = tuple[Article, Article, str, int]


def sentences() -> Iterator[Made]:
    """Those without quotation marks, with the article that stands beside theirs and their paragraph."""
    for article, beside in PAIRS:
        for number, paragraph in enumerate(article.paragraphs, 1):
            splitter = Sentences()
            for sentence in (*splitter.feed(paragraph), *splitter.end()):
                if len(sentence.text.split()) > 6 and not re.search('[“”„«»‘"]', sentence.text):
                    yield article, beside, sentence.text.rstrip(".!?"), number


def places(article: Article, beside: Article, written: str) -> tuple[Citation, ...]:
    check = AnswerCheck(ask(articles=(article, beside), question=QUESTIONS[article.language], window=(), memory=None))
    check.feed(written)
    return check.finish(SIGNATURE).citations


def test_the_authors_own_sentences_stay_where_they_are_cited() -> None:
    made = list(sentences())
    assert len(made) >= 35
    lost = [s for a, b, s, p in made if places(a, b, f"{s} [1¶{p}].") != (Citation(n=1, paragraph=p),)]
    assert lost == []


def test_a_wrong_citation_never_stays() -> None:
    chance = Random(3)
    for article, beside, sentence, paragraph in sentences():
        right = Citation(n=1, paragraph=paragraph)
        elsewhere = chance.choice([p for p in range(1, len(article.paragraphs) + 1) if p != paragraph])
        assert places(article, beside, f"{sentence} [1¶{elsewhere}].") in ((right,), ()), sentence
        other = chance.randint(1, len(beside.paragraphs))
        assert places(article, beside, f"{sentence} [2¶{other}].") in ((right,), ()), sentence


def test_changed_numbers_and_strangers_never_pass() -> None:
    chance = Random(4)
    tried = 0
    for article, beside, sentence, paragraph in sentences():
        for number in re.findall(r"\b\d+\b", sentence)[:1]:
            changed = sentence.replace(number, str(chance.randint(1_000_003, 9_000_000)), 1)
            assert places(article, beside, f"{changed} [1¶{paragraph}].") == (), changed
        for name in STRANGERS:
            said = SOURCES[article.language].format(name) + sentence[0].lower() + sentence[1:]
            assert places(article, beside, f"{said} [1¶{paragraph}].") == (), said
            tried += 1
    assert tried >= 140


def test_one_articles_author_says_nothing_of_the_others() -> None:
    for article, beside, sentence, paragraph in sentences():
        if article.language == beside.language:
            author = beside.authors[0].split()[-1]
            said = SOURCES[article.language].format(author) + sentence[0].lower() + sentence[1:]
            assert places(article, beside, f"{said} [1¶{paragraph}].") == (), said
