"""Answers without a model: whose words they are, where they stand, and when there are none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.analysis.engine import AnswerAsk, StartOver
from bot.analysis.extractive import extractive_engine
from bot.analysis.extractive.answering import Texts, answer
from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.discussion import Passage, Standing, Turn
from bot.models.summary import Options
from tests.analysis.extractive.answering.room import HAFEN, JETEE, MUELLE, PIER, SCHOOL, TALK, TEXTS, ask, cited, said
from tests.analysis.talks import answer as answered
from tests.analysis.talks import bare, turn


@pytest.mark.parametrize(
    ("article", "question", "first"),
    [
        (PIER, "How much would a new pier cost?", "Morag Tulloch writes: “A new pier would cost nine million pounds"),
        (
            PIER,
            "Since when is the old pier closed?",
            "Morag Tulloch writes: “The old pier at Kirkhaven has been closed",
        ),
        (HAFEN, "Was würde ein neuer Steg kosten?", "Henrike Stollberg schreibt: “Ein neuer Steg würde neun Millionen"),
        (JETEE, "Combien coûterait une jetée neuve ?", "Maïwenn Le Guirriec écrit : “Une jetée neuve coûterait neuf"),
        (MUELLE, "¿Cuánto costaría un muelle nuevo?", "Rosario Benjumea escribe: “Un muelle nuevo costaría nueve"),
    ],
    ids=["money", "time", "German", "French", "Spanish"],
)
def test_the_nearest_sentence_is_given_word_by_word_with_its_author_and_place(
    article: Article, question: str, first: str
) -> None:
    text = said(ask(question, article))
    assert text.startswith(first)
    quoted = re.findall(r"“([^”]+)” \[1¶(\d)\]", text)
    assert quoted
    assert all(words in article.paragraphs[int(number) - 1] for words, number in quoted)


@pytest.mark.parametrize(
    ("article", "question", "refusal"),
    [
        (PIER, "Which football club won the league?", "The articles here don't say."),
        (HAFEN, "Welcher Verein hat die Meisterschaft gewonnen?", "Die Artikel hier sagen dazu nichts."),
        (JETEE, "Quel club de football a gagné le championnat ?", "Les articles ici n’en disent rien."),
        (MUELLE, "¿Qué equipo de fútbol ganó la liga?", "Los artículos de aquí no lo dicen."),
    ],
    ids=["English", "German", "French", "Spanish"],
)
def test_where_nothing_is_near_it_says_so_in_the_language_of_the_question(
    article: Article, question: str, refusal: str
) -> None:
    assert said(ask(question, article)) == refusal


def test_what_only_comes_near_is_told_apart_from_an_answer() -> None:
    text = said(ask("How many fishermen use the harbour at Kirkhaven on Sundays?", PIER))
    assert text.startswith("The articles here don't say")


def test_a_room_without_articles_has_nothing_to_say() -> None:
    assert said(ask("How much would a new pier cost?")) == "The articles here don't say."


def test_whether_they_agree_is_told_by_what_each_claims() -> None:
    assert {place[0] for place in cited(said(ask("Do the authors agree?", PIER, SCHOOL)))} == {"1", "2"}


def test_articles_that_disagree_are_each_given_their_own_sentence() -> None:
    text = said(ask("What should the council do about the pier?", PIER, SCHOOL))
    assert {place[0] for place in cited(text)} == {"1", "2"}
    assert "Morag Tulloch writes: “The council should repair the pier before winter." in text
    assert "Dennis Quill writes: “The council should spend its money on the school roof" in text


@pytest.mark.parametrize(
    "question",
    ["What does the second article say a new pier would cost?", "What does Quill say about the pier's cost?"],
    ids=["by its number", "by its author"],
)
def test_an_article_that_is_named_answers_alone(question: str) -> None:
    assert {place[0] for place in cited(said(ask(question, PIER, SCHOOL)))} == {"2"}


def test_what_an_author_reports_of_others_is_not_given_as_the_authors_own() -> None:
    text = said(ask("What do the critics say the money is better spent on?", PIER))
    assert "Morag Tulloch reports: “Critics say that the money is better spent on the school." in text


def test_what_the_author_wants_is_what_the_author_demands() -> None:
    text = said(ask("What does the author want?", PIER))
    assert cited(text)[0] == "1¶4"


def test_a_paragraph_that_is_named_is_looked_into() -> None:
    assert "1¶5" in cited(said(ask("What does ¶5 say about the grandfather?", PIER)))


def test_a_paragraph_that_was_looked_up_weighs_more() -> None:
    plain = answer(ask("Which boats?", PIER, SCHOOL), TEXTS)
    helped = ask("Which boats?", PIER, SCHOOL, passages=(Passage(n=2, paragraph=2, text=SCHOOL.paragraphs[1]),))
    assert "2¶2" in cited("".join(answer(helped, TEXTS)))
    assert len(plain) <= 5


def test_a_question_that_leans_on_the_one_before_is_read_with_it() -> None:
    before = turn(7, "How much would a new pier cost?", "Nine million [1¶2].")
    before = replace(before, answer=answered("Nine million [1¶2].", Citation(n=1, paragraph=2)))
    assert "1¶2" in cited(said(ask("And how much of that does the town have?", PIER, window=(before,))))


def test_of_two_turns_it_leans_on_the_one_that_was_replied_to() -> None:
    turns = (turn(7, "How much would a new pier cost?"), turn(8, "What about the grandfather's planks in 1931?"))
    assert cited(said(ask("Who says so?", PIER, window=turns, replies_to=7)))[0] == "1¶2"


def test_marks_inside_of_a_quotation_become_single_ones() -> None:
    article = replace(PIER, paragraphs=('"The pier is finished for good," said the harbour master in March.',))
    assert "“‘The pier is finished for good,’ said the harbour master" in said(
        ask("Who said the pier is finished?", article)
    )


@pytest.mark.parametrize(
    ("authors", "site", "name"),
    [
        ((), "Skerra Courier", "Skerra Courier writes: “"),
        ((), "", "In article 1 it says: “"),
        (("Ada Example", "Bo Sample"), "", "Ada Example, Bo Sample writes: “"),
    ],
    ids=["an outlet", "nobody", "two"],
)
def test_it_says_who_writes_as_far_as_that_is_known(authors: tuple[str, ...], site: str, name: str) -> None:
    text = "\n".join(answer(ask("How much would a new pier cost?", replace(PIER, authors=authors, site=site)), TEXTS))
    assert text.startswith(name)


# --- as a talk -----------------------------------------------------------------------------------------------------


async def streamed(asked: AnswerAsk) -> list[str | StartOver]:
    class Nothing:
        def book(self, usage: object) -> None:
            raise AssertionError("a free engine books nothing")

    return [piece async for piece in extractive_engine().answers.stream(asked, Nothing())]


async def test_it_comes_sentence_by_sentence_in_paragraphs() -> None:
    asked = ask("What should the council do about the pier?", PIER, SCHOOL)
    pieces = await streamed(asked)
    assert len(pieces) > 1
    assert "".join(map(str, pieces)) == said(asked)
    assert all(str(piece).startswith("\n\n") for piece in pieces[1:])


async def test_the_options_language_is_the_engines_own_words_language() -> None:
    asked = ask("How much would a new pier cost?", PIER, options=Options(language="de-AT"))
    assert str((await streamed(asked))[0]).startswith("Morag Tulloch schreibt: “A new pier would cost")


def test_it_needs_no_room_in_a_prompt_and_no_money() -> None:
    talk = extractive_engine().answers
    assert talk.frame(Options()) == 0
    assert talk.estimate(ask("Why?")).prompt_tokens == 0
    assert talk.signature(ask("Why?")).engine == "extractive"


@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article(paragraphs=("",)),
        Article(paragraphs=("。" * 50, "港は売り物ではない。市議会は反省すべきだ。")),
        Article(paragraphs=("word " * 4_000,)),
    ],
    ids=["nothing", "an empty paragraph", "Japanese", "no sentence ends"],
)
@pytest.mark.parametrize("question", ["", "?", "港は売り物ですか？", "Who?" * 200, "¶99 [9¶9]"])
def test_no_text_and_no_question_breaks_it(article: Article, question: str) -> None:
    shown = (Standing(n=1, article=article, lines=(), is_whole=True),)
    turns: tuple[Turn, ...] = (turn(1, ""), turn(2, "\n\n"))
    context = replace(bare(question), articles=shown, window=turns)
    assert answer(AnswerAsk(context=context, options=Options()), TEXTS)


def test_the_same_question_is_answered_the_same_way() -> None:
    asked = ask("What should the council do about the pier?", PIER, SCHOOL, window=TALK)
    assert answer(asked, Texts()) == answer(asked, TEXTS)
