"""What a question points at: articles, paragraphs, what was said before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.search.near import NearWords
from bot.analysis.search.terms import terms
from bot.models.discussion import Remark
from bot.services.discuss.focus import Meant, leans, leant_on, meant
from bot.services.discuss.sought import OWN_NAME, sought
from tests.nouns import column
from tests.services.discuss.said import ANA, BO, HARBOUR, LIBRARY, question, turn

ARTICLES = {1: HARBOUR, 2: LIBRARY, 3: column(title="Eels of the lower river", authors=("Ida Maren",), site="Tidende")}
NEAR = NearWords()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("What does article 2 say?", (2,)),
        ("What does article no. 2 say?", (2,)),
        ("And #3?", (3,)),
        ("What of the second article?", (2,)),
        ("What does the 3rd piece want?", (3,)),
        ("Is the first author right?", (1,)),
        ("What does the last column say?", (3,)),
        ("And the previous article?", (2,)),
        ("Does the other article agree?", (1, 3)),
        ("Do both articles agree?", (1, 2, 3)),
        ("Compare the first and the third article", (3,)),
        ("What does [1¶2] mean?", (1,)),
        ("What does Ferreira want?", (1,)),
        ("What would Ed Okafor say?", (2,)),
        ("Is the Morning Post right?", (2,)),
        ("The one about the eels of the river?", (3,)),
        ("Was sagt der zweite Artikel?", (2,)),
        ("Was steht in Artikel 3?", (3,)),
        ("Und im letzten Text?", (3,)),
        ("Que dit le deuxième article ?", (2,)),
        ("Que dit la première tribune ?", (1,)),
        ("¿Qué dice el tercer artículo?", (3,)),
        ("¿Y la última columna?", (3,)),
        ("第二篇文章说什么？", (2,)),
    ],
)
def test_an_article_is_named_in_many_ways(text: str, numbers: tuple[int, ...]) -> None:
    found = meant(text, ARTICLES, [turn(1, articles=(2,))])
    assert found.is_named
    assert set(numbers) <= set(found.articles)
    if "first and" not in text:
        assert set(found.articles) == set(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "What of the fund?",
        "Article 9, please",
        "Why the second time?",
        "Who was first?",
        "What was said in turn #12?",
        "",
    ],
)
def test_what_names_no_article_goes_on_from_what_was_said(text: str) -> None:
    assert meant(text, ARTICLES, [turn(1, articles=(1,)), turn(2, articles=(2,)), turn(3)]) == Meant(
        articles=(2,), is_named=False
    )
    assert meant(text, ARTICLES, [turn(1, articles=(9,))]).articles == (3,), "else the newest"
    assert meant(text, ARTICLES, [turn(2, articles=(2,))], came_with=(1,)).articles == (1,), "or what came with it"
    assert meant(text, {}, []) == Meant(articles=(), is_named=False)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("What does ¶2 of the second article mean?", ((2, 2),)),
        ("And paragraph 3 of the first one? I mean the first article.", ((1, 3),)),
        ("Was heißt Absatz 1?", ((2, 1),)),
        ("Explain [1¶3] and [2¶1].", ((1, 3), (2, 1))),
        ("What does ¶99 mean?", ()),
    ],
)
def test_a_paragraph_is_named_by_its_number(text: str, places: tuple[tuple[int, int], ...]) -> None:
    assert set(places) <= set(meant(text, ARTICLES, [turn(1, articles=(2,))]).paragraphs)
    assert bool(meant(text, ARTICLES, [turn(1, articles=(2,))]).paragraphs) == bool(places)


@pytest.mark.parametrize(
    ("text", "is_leaning"),
    [
        ("Why?", True),
        ("And who pays for the new ferry landing?", True),
        ("What does he say about the new ferry landing?", True),
        ("Und warum zahlt die Stadt dafür den Anleger?", True),
        ("Et pourquoi la ville paie le quai ?", True),
        ("¿Y quién paga el muelle nuevo?", True),
        ("Who pays for the new ferry landing of Kirkhaven?", False),
        ("How many sailings were cancelled last winter?", False),
    ],
)
def test_what_cannot_stand_alone_leans(text: str, is_leaning: bool) -> None:
    assert leans(text) == is_leaning


def test_a_question_leans_on_what_it_replies_to_then_on_its_own_person_then_on_the_room() -> None:
    asked = question("Why?", person=ANA)
    said = [turn(1, person=ANA), turn(2, person=BO), turn(3, person=BO)]
    assert leant_on(asked, [turn(9)], said) == turn(9)
    assert leant_on(asked, [], said) == said[0]
    assert leant_on(asked, [], [*said[:1], *(turn(n, person=BO) for n in range(2, 9))]) == turn(8, person=BO)
    assert leant_on(asked, [], []) is None


def test_a_pronoun_takes_the_words_before_it_into_the_search() -> None:
    found = sought(question("And what does he want?"), [], [turn(1, "Who is Magnus Coull, the harbour master?")], NEAR)
    assert set(found.wide) >= {*terms("Magnus Coull harbour master")}
    assert not set(found.own) & set(terms("Magnus Coull"))
    assert sought(question("How many ferry sailings were cancelled?"), [], [turn(1)], NEAR).wide == {}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("What did May want done about the fares?", {"@may"}),
        ("What did bo want done about the fares?", {"@bo"}),
        ("May we keep the fares?", set[str]()),
        ("What will they do in may?", set[str]()),
        ("Who wanted the fares doubled, Hope or Will?", {"@hope", "@will"}),
    ],
)
def test_whoever_is_named_may_have_said_it(text: str, speakers: set[str]) -> None:
    found = sought(question(text), [], [], NEAR).own
    assert {term for term in found if term in {"@may", "@bo", "@hope", "@will"}} == speakers


def test_what_is_mine_was_said_by_me() -> None:
    assert sought(question("What was my idea for the fares?", person=BO), [], [], NEAR).own["@bo"] == OWN_NAME
    assert "@bo" not in sought(question("What was the idea for the fares?", person=BO), [], [], NEAR).own


def test_of_a_message_that_tells_and_asks_the_question_is_searched() -> None:
    text = "My aunt is a nurse in Bressing. How many patients take the first boat?"
    found = sought(question(text), [], [], NEAR)
    assert found.is_asked
    assert set(terms("patients first boat")) - {"first"} <= set(found.own)
    assert not set(terms("aunt nurse")) & {term for term, weight in found.own.items() if weight == 1}
    told = sought(question("My aunt is a nurse in Bressing."), [], [], NEAR)
    assert not told.is_asked
    assert set(terms("aunt nurse Bressing")) <= set(told.own)


@pytest.mark.parametrize(
    "text",
    ["tell me who pays", "Who pays", "wer zahlt das", "¿quién paga?", "qui paie", "这是什么？", "list the fares"],
)
def test_a_question_without_its_mark_is_one(text: str) -> None:
    assert sought(question(text), [], [], NEAR).is_asked


def test_what_is_asked_about_is_searched_as_well() -> None:
    about = Remark(person=BO, text="The linkspan has six winters left.")
    assert set(terms("linkspan winters")) <= set(sought(question("Is that true?", about=about), [], [], NEAR).own)


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_points_at_something_that_is_there(text: str, before: str) -> None:
    found = meant(text, ARTICLES, [turn(1, before)])
    assert set(found.articles) <= set(ARTICLES)
    assert found.articles
    assert all(p <= len(ARTICLES[n].paragraphs) for n, p in found.paragraphs)
    assert all(0 < weight <= 1 for weight in sought(question(text), [], [turn(1, before)], NEAR).own.values())
