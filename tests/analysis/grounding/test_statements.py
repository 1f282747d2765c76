"""Numbers, names and marks of a draft's own sentences."""

from __future__ import annotations

from datetime import date

import pytest

from bot.models.article import Article, Comment
from bot.models.summary import Argument, Nature, Summary
from tests.analysis.grounding.articles import ECOLE, HAFEN, ORCHARD
from tests.analysis.grounding.drafts import article_of, checked


def _claiming(article: Article, claim: str, support: str = "", paragraphs: tuple[int, ...] = (1,)) -> Summary:
    argument = Argument(claim=claim, support=support, nature=Nature.OPINION, paragraphs=paragraphs)
    return checked(article, arguments=(argument,))


@pytest.mark.parametrize(
    ("article", "claim", "paragraph"),
    [
        pytest.param(ORCHARD, "The county voted 12.4 million dollars for trees and nothing for pickers.", 1, id="$"),
        pytest.param(ORCHARD, "Ashvale spends $12,400,000 on trees.", 1, id="written out"),
        pytest.param(ORCHARD, "It voted for thirty-one thousand trees in August.", 1, id="in words"),
        pytest.param(ORCHARD, "Her eldest picker is sixty-seven.", 3, id="years in words"),
        pytest.param(ORCHARD, "Platforms work on eight per cent of the slopes.", 5, id="percent in words"),
        pytest.param(ORCHARD, "Housing would cost 25% of what the trees cost.", 6, id="a quarter as percent"),
        pytest.param(ORCHARD, "By September 2024 the county had promised for three summers.", 1, id="its date"),
        pytest.param(ORCHARD, "Ocampo has led crews on the Hollins farm for 19 years.", 3, id="digits for words"),
        pytest.param(HAFEN, "Die Brücke wird 131 Mio. Euro kosten statt 48.", 1, id="Mio."),
        pytest.param(HAFEN, "Tomasz Wieczorek zählte zweiundzwanzig Wochen lang Verkehre.", 3, id="German words"),
        pytest.param(HAFEN, "Hansen rechnet mit 6400 Lastwagen am Tag.", 4, id="without its point"),
        pytest.param(ECOLE, "Les 19 enfants feraient chaque jour vingt-six kilomètres.", 2, id="French words"),
        pytest.param(ECOLE, "Depuis 2015, 50 % des écoles fermées n'ont rien économisé.", 5, id="moitié"),
        pytest.param(ECOLE, "Nadia Benhamou enseigne à Montferrand-le-Vieux depuis 2003.", 4, id="French names"),
    ],
)
def test_a_claim_with_the_articles_numbers_and_names_stands(article: Article, claim: str, paragraph: int) -> None:
    summary = _claiming(article, claim, paragraphs=(paragraph,))
    assert [argument.claim for argument in summary.arguments] == [claim]
    assert summary.grounding.numbers_unmatched == summary.grounding.names_unmatched == ()


@pytest.mark.parametrize(
    ("article", "claim", "numbers"),
    [
        pytest.param(ORCHARD, "The county voted $14.2 million for trees.", ("$14.2 million",), id="digits exchanged"),
        pytest.param(ORCHARD, "The county voted $12.4 billion for trees.", ("$12.4 billion",), id="billion"),
        pytest.param(ORCHARD, "The county voted €12.4 million for trees.", ("€12.4 million",), id="currency"),
        pytest.param(ORCHARD, "It plants 310,000 trees.", ("310,000",), id="a nought more"),
        pytest.param(ORCHARD, "Her eldest picker is seventy-six.", ("seventy-six",), id="in words"),
        pytest.param(ORCHARD, "Platforms work on 80 percent of the slopes.", ("80 percent",), id="percent"),
        pytest.param(ORCHARD, "The county has not asked since 2018.", ("2018",), id="another year"),
        pytest.param(ORCHARD, "Two thirds of the slopes are too steep.", ("Two thirds",), id="thirds"),
        pytest.param(HAFEN, "Die Brücke kostet 113 Millionen Euro.", ("113 Millionen Euro",), id="German"),
        pytest.param(HAFEN, "Wieczorek zählte zweiunddreißig Wochen lang.", ("zweiunddreißig",), id="German words"),
        pytest.param(ECOLE, "La cantine a coûté 470 000 euros.", ("470 000 euros",), id="French"),
        pytest.param(ECOLE, "Les quarante maisons du lotissement se rempliront.", ("quarante",), id="French words"),
    ],
)
def test_a_claim_with_another_number_goes_and_the_number_is_listed(
    article: Article, claim: str, numbers: tuple[str, ...]
) -> None:
    summary = _claiming(article, claim)
    assert summary.arguments == ()
    assert summary.grounding.numbers_unmatched == numbers


@pytest.mark.parametrize(
    ("article", "claim", "names"),
    [
        pytest.param(ORCHARD, "The plan, says Gordon Whitlock, forgets pickers.", ("Gordon Whitlock",), id="nobody"),
        pytest.param(ORCHARD, "Gordon Whitlock says the plan forgets pickers.", ("Gordon Whitlock",), id="first words"),
        pytest.param(ORCHARD, "Whitlock argues that the plan forgets pickers.", ("Whitlock",), id="one first word"),
        pytest.param(ORCHARD, "The county of Elmdale forgets its pickers.", ("Elmdale",), id="a place"),
        pytest.param(ORCHARD, "The plan was praised by Walter Whitlock.", ("Walter Whitlock",), id="half a name"),
        pytest.param(ORCHARD, "The USDA pays for the trees in Ashvale.", ("USDA",), id="an agency"),
        pytest.param(HAFEN, "Die Brücke sei nötig, sagt Gerda Molitor.", ("Gerda Molitor",), id="German, two words"),
        pytest.param(HAFEN, "Ministerin Molitor will die Brücke.", ("Ministerin Molitor",), id="German, title"),
        pytest.param(HAFEN, "Der ADAC warnt vor der Brücke.", ("ADAC",), id="German, letters"),
        pytest.param(ECOLE, "Le maire et Hugues Valantin refusent la fermeture.", ("Hugues Valantin",), id="French"),
        pytest.param(ECOLE, "Une école fermée à Rocamadour n'économise rien.", ("Rocamadour",), id="French, a place"),
    ],
)
def test_a_claim_with_an_invented_name_goes_and_the_name_is_listed(
    article: Article, claim: str, names: tuple[str, ...]
) -> None:
    summary = _claiming(article, claim)
    assert summary.arguments == ()
    assert summary.grounding.names_unmatched == names


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("The World Health Organization warns.", "The WHO warns.", id="an acronym of its name"),
        pytest.param("The WHO warns of rats.", "The World Health Organization warns of rats.", id="its name in full"),
        pytest.param("Pakistan warns of rats.", "The warning is Pakistani, of rats.", id="a people of its country"),
        pytest.param("China warns of rats.", "The warning of rats is Chinese.", id="an irregular one"),
        pytest.param("American farmers warn of rats.", "Farmers in the United States warn of rats.", id="a country"),
        pytest.param("Tillerson's visit failed.", "A visit by Tillerson failed.", id="without its possessive"),
        pytest.param("Farmers warn of rats.", "Farmers warn. Growers agree on rats.", id="a first word is no name"),
        pytest.param("Rats came in june.", "The author sees rats in June.", id="a month"),
    ],
)
def test_a_name_may_be_written_in_another_way(text: str, claim: str) -> None:
    summary = _claiming(article_of(text), claim)
    assert summary.grounding.names_unmatched == ()


def test_german_nouns_are_not_names() -> None:
    claim = (
        "Der Neubau gilt dem Autor als Prestigeprojekt, die Sanierung der Brücke als vernünftiger Ausweg für den Hafen."
    )
    summary = _claiming(HAFEN, claim, paragraphs=(5,))
    assert len(summary.arguments) == 1
    assert summary.grounding.names_unmatched == ()


def test_a_translated_name_is_listed_and_does_not_cost_the_claim() -> None:
    article = article_of("Der Oberste Gerichtshof hat das Gesetz am Dienstag mit 5 Stimmen gekippt.", language="de")
    summary = _claiming(article, "The Supreme Court has thrown out the law with 5 votes, and the author is glad of it.")
    assert len(summary.arguments) == 1
    assert summary.grounding.names_unmatched == ("Supreme Court",)


def test_a_translated_claim_loses_its_place_for_a_wrong_number() -> None:
    article = article_of("Der Oberste Gerichtshof hat das Gesetz am Dienstag mit 5 Stimmen gekippt.", language="de")
    summary = _claiming(article, "The court has thrown out the law with 6 votes, and the author is glad of it.")
    assert summary.arguments == ()


def test_numbers_and_names_of_readers_are_not_the_articles() -> None:
    article = article_of(
        "The wall is too low for the sea.",
        comments=(Comment(author="Hank", text="It cost 90 million, says Delacroix."),),
        published=date(2024, 5, 1),
    )
    assert _claiming(article, "The wall cost 90 million.").grounding.numbers_unmatched == ("90 million",)
    assert _claiming(article, "The wall is low, says Delacroix.").grounding.names_unmatched == ("Delacroix",)


def test_a_support_that_fails_goes_alone() -> None:
    summary = _claiming(ORCHARD, "The county forgets those who pick.", "It voted $99 million for trees.", (1,))
    assert [(a.claim, a.support) for a in summary.arguments] == [("The county forgets those who pick.", "")]
    assert summary.grounding.numbers_unmatched == ("$99 million",)


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        pytest.param("He calls it “one input among many” only.", "He calls it “one input among many” only.", id="true"),
        pytest.param("He calls it “one input of many” only.", "He calls it one input of many only.", id="changed"),
        pytest.param("He calls pickers 'a burden' here.", "He calls pickers a burden here.", id="invented"),
        pytest.param("He says “the ‘many’ are few” here.", "He says the ‘many’ are few here.", id="true within"),
        pytest.param("He calls pickers « a burden ».", "He calls pickers a burden.", id="blanks within marks"),
        pytest.param("The county’s pickers’ bunkhouses", "The county’s pickers’ bunkhouses", id="apostrophes stay"),
    ],
)
def test_marks_stay_only_around_the_articles_words(claim: str, shown: str) -> None:
    summary = _claiming(ORCHARD, claim, paragraphs=(5, 6))
    assert [argument.claim for argument in summary.arguments] == [shown]
