"""The parts that a comparison is made of, one by one."""

from __future__ import annotations

import numpy as np
import pytest

from bot.analysis.extractive.comparing.choice import choose
from bot.analysis.extractive.comparing.cues import cues_of
from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.comparing.grids import centred, mutual, placed, standard
from bot.analysis.extractive.comparing.meaning import vectors
from bot.analysis.extractive.comparing.pairs import Pair, overlap, pairs
from bot.analysis.extractive.comparing.sides import Place, Side, beside
from bot.analysis.extractive.comparing.stands import stand
from bot.analysis.extractive.comparing.subject import are_comparable, is_near, question
from bot.analysis.extractive.comparing.topic import topic
from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article
from tests.analysis.extractive.side_by_side import CHARGE, LIBRARY, TAXED

FREIBAD = Article(
    language="de",
    paragraphs=(
        "Seit drei Sommern ist das Freibad in Altenrode geschlossen, und die Stadt will es nicht wieder öffnen.",
        "Die Pumpen stammen von 1968. Die Sanierung würde 1,9 Millionen Euro kosten, dazu jedes Jahr einen Zuschuss.",
        "Der Förderverein hat mit Kuchen 84.000 Euro gesammelt, genug für die Fliesen im Kinderbecken.",
        "Bademeister findet man ohnehin nicht: auf drei Ausschreibungen hat sich niemand beworben.",
    ),
)
POOL = (
    "The open-air pool at Altenrode has stood empty for three summers, and the council will not fill it again.",
    "The pumps are worn out. Mending them would cost 1.9 million euros, and then there is the yearly subsidy.",
    "The friends of the pool raised 84,000 euros by selling cakes; it would pay for the tiles of the paddling pool.",
    "Lifeguards cannot be found in any case. The post was advertised three times and no one applied.",
)
LIKELY = {"likely": 1.0}
RIVAL = {"rival": 1.0}


def sides_of(*articles: Article) -> list[Side]:
    return beside([take_apart(article) for article in articles])


def place(n: int, paragraph: int) -> Place:
    return Place(n, paragraph, (0,), frozenset())


PLACES = {(n, paragraph): place(n, paragraph) for n in (1, 2, 3) for paragraph in (1, 2, 3)}


def pair(one: tuple[int, int], other: tuple[int, int], likely: float, rival: float = -9.0) -> Pair:
    return Pair(PLACES[one], PLACES[other], {"likely": likely, "rival": rival})


def chosen(*offered: Pair, most: int = 5) -> list[set[tuple[int, int]]]:
    points = choose(list(offered), LIKELY, RIVAL, most)
    return [{(n, place.paragraph) for n, place in point.items()} for point in points]


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        ([pair((1, 1), (2, 1), 1.0), pair((1, 2), (2, 2), 2.0)], [{(1, 2), (2, 2)}, {(1, 1), (2, 1)}]),
        ([pair((1, 1), (2, 1), 2.0), pair((1, 1), (2, 2), 1.0)], [{(1, 1), (2, 1)}]),
        ([pair((1, 1), (2, 1), -2.0)], []),
        ([pair((1, 1), (2, 1), 1.0, rival=3.0)], []),
        ([pair((1, 1), (2, 1), 1.0, rival=2.0)], [{(1, 1), (2, 1)}]),
        ([pair((1, 1), (2, 1), 2.0), pair((2, 1), (3, 1), 1.0)], [{(1, 1), (2, 1), (3, 1)}]),
        (
            [pair((1, 1), (2, 1), 3.0), pair((2, 1), (3, 1), 2.0), pair((1, 1), (3, 2), 1.0)],
            [{(1, 1), (2, 1), (3, 1)}],
        ),
    ],
    ids=[
        "the likeliest first",
        "a paragraph once between two articles",
        "too unlikely",
        "much likelier something else",
        "about as likely something else",
        "a third article joins",
        "a point has one paragraph of an article",
    ],
)
def test_points_are_chosen(offered: list[Pair], expected: list[set[tuple[int, int]]]) -> None:
    found = chosen(*offered)
    assert found[: len(expected)] == expected
    assert all(len(point) == len({n for n, _ in point}) for point in found)


def test_no_more_points_than_asked_for() -> None:
    offered = [pair((1, i), (2, i), 1.0) for i in (1, 2, 3)]
    assert len(chosen(*offered, most=2)) == 2


def test_the_place_of_a_figure_falls_from_the_greatest() -> None:
    ranks = placed(np.array([[0.1, 0.9], [0.5, 0.2]]))
    assert ranks[0, 1] == 0
    assert ranks[0, 1] > ranks[1, 0] > ranks[1, 1] > ranks[0, 0]


def test_each_others_nearest_are_mutual() -> None:
    found = mutual(np.array([[5.0, 1.0], [4.0, 3.0]]))
    assert found[0, 0] == pytest.approx(1.0)
    assert found[1, 0] < 1.0


def test_what_a_paragraph_is_near_to_all_counts_less() -> None:
    grid = np.array([[3.0, 3.0, 3.0], [0.0, 0.0, 1.0]])
    assert standard(grid)[0, 2] - standard(grid)[1, 2] > centred(grid)[0, 2] - centred(grid)[1, 2] > 0


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (3, 1)])
def test_figures_without_differences_stay_numbers(shape: tuple[int, int]) -> None:
    grid = np.full(shape, 0.5)
    assert all(np.isfinite(made(grid)).all() for made in (centred, mutual, placed))


def test_a_paraphrase_is_nearer_in_meaning_than_another_subject() -> None:
    a, b, c = vectors(
        [
            "The roof is about to fall in and has to be mended.",
            "Das Dach ist einsturzgefährdet und muss dringend repariert werden.",
            "Interest rates ought to come down before the spring.",
        ]
    )
    assert a @ b > a @ c + 0.2


def test_meaning_reads_an_opening_only_and_bears_no_text_at_all() -> None:
    opening = "The third span of the bridge will not last. " * 6
    one, other = vectors([opening, opening + "Interest rates ought to come down. " * 5_000])
    assert one @ other == pytest.approx(1.0, abs=0.01)
    assert vectors([]).shape[0] == 0
    assert np.isfinite(vectors(["", "。"])).all()


def test_words_special_to_both_tell_more_than_words_in_every_paragraph() -> None:
    a, b = sides_of(CHARGE, TAXED)
    assert overlap(frozenset({"harlow"}), frozenset({"harlow"}), a, b) > overlap(
        frozenset({"bridge"}), frozenset({"bridge"}), a, b
    )
    assert overlap(frozenset({"ferry"}), frozenset({"harlow"}), a, b) == 0


def test_a_figure_that_both_give_is_seen() -> None:
    first = Article(language="en", paragraphs=("Of the budget of 96 million, fares bring 14.", "Trams are slow."))
    second = Article(language="en", paragraphs=("Trams break down.", "Fares are 14 million of 96, a trifle."))
    figures = {
        (each.one.paragraph, each.other.paragraph): each.features["figures"] for each in pairs(sides_of(first, second))
    }
    assert figures[1, 2] == 2.0
    assert figures[1, 1] == figures[2, 2] == 0.0


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_everyday_words_are_known_in_each_language(language: str) -> None:
    assert len(everyday(language)) > 100


@pytest.mark.parametrize(
    ("language", "granting", "plain"),
    [
        ("en", "Nobody disputes that the span is worn.", "The span is worn."),
        ("en", "I readily concede that it is slow.", "It is slow."),
        ("de", "Niemand bestreitet, dass die Brücke alt ist.", "Die Brücke ist alt."),
        ("fr", "Personne ne conteste que le pont est usé.", "Le pont est usé."),
        ("es", "Nadie niega que el puente es viejo.", "El puente es viejo."),
    ],
)
def test_who_grants_a_point_is_heard(language: str, granting: str, plain: str) -> None:
    assert cues_of(language).grants.search(granting)
    assert not cues_of(language).grants.search(plain)


@pytest.mark.parametrize(
    ("language", "taking", "plain"),
    [
        ("en", "I shall vote against the sale.", "The sale comes in June."),
        ("de", "Der Rat sollte die Pläne beerdigen.", "Der Rat tagt im Juni."),
        ("fr", "Il faut rouvrir la gare.", "La gare ferme en juin."),
        ("es", "Hay que cerrar la mina.", "La mina abre en junio."),
    ],
)
def test_who_takes_a_side_is_heard(language: str, taking: str, plain: str) -> None:
    assert cues_of(language).sides.search(taking)
    assert not cues_of(language).sides.search(plain)


def test_an_unknown_language_has_no_cues() -> None:
    assert not cues_of("xx").grants.search("of course")
    assert everyday("xx") == frozenset()


def test_a_stand_is_a_sentence_for_each_place_where_it_is_taken() -> None:
    a, b = sides_of(CHARGE, TAXED)
    found = stand(b, [a])
    assert len(found.lines) == len(found.places) == 2
    assert "Let those who want a quieter bridge pay" in b.passage.lines[found.lines[-1]].text


def test_two_texts_on_one_subject_are_near_and_two_that_share_a_council_are_not() -> None:
    charge, taxed, library = sides_of(CHARGE, TAXED, LIBRARY)
    assert is_near(charge, taxed)
    assert not is_near(charge, library)
    assert not is_near(taxed, library)


@pytest.mark.parametrize(("paragraphs", "near"), [(POOL, True), (CHARGE.paragraphs, False)], ids=["a pool", "a bridge"])
def test_texts_in_two_languages_are_near_by_their_meaning(paragraphs: tuple[str, ...], near: bool) -> None:
    here, there = sides_of(FREIBAD, Article(language="en", paragraphs=paragraphs))
    assert is_near(here, there) is near


def test_everyday_words_do_not_make_two_texts_comparable() -> None:
    one = Article(
        language="en",
        paragraphs=(
            "People say that the government should pay more money this year for the oysters.",
            "Many of the oysters died last week, and the minister has known it for a long time.",
        ),
    )
    other = Article(
        language="en",
        paragraphs=(
            "Last week a minister of the government told people that the tram would never pay.",
            "The money for the tram was there this year, and it has been for a long time.",
        ),
    )
    assert not are_comparable(sides_of(one, other))


def test_the_question_is_in_the_articles_own_language() -> None:
    first = Article(language="de", paragraphs=("Die Umgehung bringt Lärm.", "Die Umgehung kostet Millionen."))
    second = Article(language="de", paragraphs=("Ohne Umgehung bleibt der Lärm.",))
    assert question(sides_of(first, second)).startswith("Was sagen sie zu: ")
    assert "Umgehung" in question(sides_of(first, second))


def test_texts_that_share_no_word_have_no_question() -> None:
    first = Article(language="en", paragraphs=("Oysters died.",))
    second = Article(language="en", paragraphs=("Trams rattle.",))
    assert question(sides_of(first, second)) == ""


def test_a_topic_is_named_by_pairs_of_words_where_they_stand_together() -> None:
    a, b = sides_of(CHARGE, TAXED)
    words = a.passage.words
    harlow = [[line for line in side.passage.lines if "Harlow" in line.text] for side in (a, b)]
    assert topic(harlow, words).startswith("Harlow Sound")


def test_a_topic_names_a_word_once_whatever_its_number() -> None:
    (side,) = sides_of(
        Article(language="en", paragraphs=("A rent is frozen.", "Rents rise, say the landlords of rents."))
    )
    assert topic([side.passage.lines], side.passage.words).lower().count("rent") == 1
