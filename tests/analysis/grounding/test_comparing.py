"""What is said of several articles stays with the article that says it, or falls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.analysis.grounding import check_comparison
from bot.models.article import Article, Comment
from bot.models.comparison import (
    Agreement,
    Citation,
    Comparison,
    ComparisonDraft,
    Conflict,
    Only,
    Quoted,
    Side,
)
from bot.models.summary import Fallback, Signature

SIGNATURE = Signature(engine="openai", model="m")

KEEP = Article(
    title="Leave the lido open",
    authors=("Orla Fenn",),
    site="The Tarn Echo",
    language="en",
    paragraphs=(
        "The Brackwater lido opened in 1934, and the council would like to close it in the spring.",
        "It should stay. Last summer 41,000 swimmers paid to get in, more than in any year since the war.",
        "Nobody disputes that the boilers are worn out and that new ones will cost the town dearly.",
        "“We taught half the valley to swim,” says Petra Holm, who ran the pool. Schools have nowhere else to go.",
        "A trust of volunteers could run it, as the village of Nether Wick has shown with its library.",
    ),
    bio="Orla Fenn swims in the lido every morning of the year.",
    comments=(Comment(author="a neighbour", text="The car park is full of broken glass and has been for months."),),
)
CLOSE = Article(
    title="Close the lido",
    authors=("Dirk Amsel",),
    site="The Valley Post",
    language="en",
    paragraphs=(
        "I learned to swim in the lido, and I would close it without waiting for the spring.",
        "The worn boilers burn as much gas in a week as the whole of Mill Street does in a winter.",
        "Replacing the boilers would cost the town 2.4 million, and that is the engineers' kindest figure.",
        "Its season is nine weeks long. An indoor pool at Harrow Cross would serve schools in every month.",
        "Volunteers are splendid at cake stalls; they do not hold licences for chlorine.",
    ),
)
BOTH = (KEEP, CLOSE)

STAY = Side(n=1, claim="The lido should stay, since 41,000 swimmers paid to get in last summer.", paragraphs=(2,))
SHUT = Side(n=2, claim="The lido should close without waiting for the spring.", paragraphs=(1,))
DISPUTE = Conflict(point="Whether to close the lido", sides=(STAY, SHUT))
BOILERS = Agreement(
    point="The boilers are worn and new ones would cost the town dearly.",
    citations=(Citation(n=1, paragraph=3), Citation(n=2, paragraph=3)),
)
TRUST = Only(n=1, point="A trust of volunteers could run the pool, as in Nether Wick.", paragraphs=(5,))
INDOOR = Only(n=2, point="An indoor pool at Harrow Cross would serve schools every month.", paragraphs=(4,))
DRAFT = ComparisonDraft(
    comparable=True,
    question="Should the council close the lido?",
    agreements=(BOILERS,),
    conflicts=(DISPUTE,),
    only=(TRUST, INDOOR),
    quoted=(Quoted(n=1, speaker="Petra Holm", paragraphs=(4,)),),
    signature=SIGNATURE,
)


def checked(*articles: Article, **changes: object) -> Comparison:
    return check_comparison(articles or BOTH, replace(DRAFT, **changes))  # type: ignore[arg-type]  # as the test says


def test_what_the_articles_bear_out_is_kept_whole() -> None:
    fallback = Fallback(kind="engine-busy", incident="a1b2c3")
    assert check_comparison(BOTH, replace(DRAFT, fallback=fallback)) == Comparison(
        comparable=True,
        question=DRAFT.question,
        agreements=(BOILERS,),
        conflicts=(DISPUTE,),
        only=(TRUST, INDOOR),
        quoted=DRAFT.quoted,
        dropped=0,
        signature=SIGNATURE,
        fallback=fallback,
    )


def test_what_is_not_comparable_has_nothing_else() -> None:
    comparison = checked(comparable=False)
    assert not comparison.comparable
    assert (comparison.question, comparison.agreements, comparison.conflicts, comparison.only) == ("", (), (), ())
    assert (comparison.quoted, comparison.dropped) == ((), 0)


def test_when_nothing_stands_the_articles_are_still_comparable() -> None:
    comparison = checked(
        agreements=(), only=(replace(TRUST, n=2), replace(INDOOR, n=1)), conflicts=(), question="", quoted=()
    )
    assert (comparison.comparable, comparison.only, comparison.dropped) == (True, (), 2)


# --- what one author claims


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(replace(TRUST, n=2), id="the other's claim, cited by the same number"),
        pytest.param(replace(TRUST, n=2, paragraphs=(1, 2, 3, 4, 5)), id="the other's claim, citing everything"),
        pytest.param(replace(INDOOR, n=1, paragraphs=(4,)), id="the other's claim, citing a paragraph on the subject"),
        pytest.param(Only(n=2, point=KEEP.paragraphs[1], paragraphs=(1,)), id="the other's own sentences"),
        pytest.param(replace(TRUST, paragraphs=(1,)), id="cited where it is not said"),
        pytest.param(replace(TRUST, paragraphs=(6, 99, 0, -1)), id="cited where there is nothing"),
        pytest.param(replace(TRUST, paragraphs=()), id="cited nowhere"),
        pytest.param(replace(TRUST, n=3), id="an article that is not there"),
        pytest.param(replace(TRUST, n=0), id="article zero"),
        pytest.param(replace(TRUST, point=TRUST.point + " It would cost 70,000."), id="an invented number"),
        pytest.param(replace(TRUST, point=TRUST.point + " It would cost 2.4 million."), id="the other's number"),
        pytest.param(replace(TRUST, point="Mayor Quill says: " + TRUST.point), id="an invented name"),
        pytest.param(replace(TRUST, point=TRUST.point + " Harrow Cross is too far."), id="the other's name"),
        pytest.param(replace(TRUST, point=TRUST.point + " “Never again,” she adds."), id="an invented quotation"),
        pytest.param(replace(TRUST, point=TRUST.point + " “I would close it”"), id="the other's words between marks"),
        pytest.param(
            Only(n=1, point="The car park is full of broken glass and has been for months.", paragraphs=(1,)),
            id="a reader's words",
        ),
        pytest.param(replace(TRUST, point=" "), id="nothing at all"),
    ],
)
def test_a_claim_that_is_not_the_articles_falls(wrong: Only) -> None:
    assert (checked(only=(wrong, INDOOR)).only, checked(only=(wrong,)).dropped) == ((INDOOR,), 1)


def test_a_citation_that_leads_nowhere_is_dropped_from_a_claim_that_stands() -> None:
    assert checked(only=(replace(TRUST, paragraphs=(5, 99, 1)),)).only == (TRUST,)


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(Only(n=2, point="Its season is nine weeks long.", paragraphs=(4,)), id="its own sentence"),
        pytest.param(Only(n=1, point="It should stay.", paragraphs=(2,)), id="one of three words"),
        pytest.param(
            Only(n=1, point="It should stay. … Schools have nowhere else to go.", paragraphs=(2, 4)),
            id="two sentences of two paragraphs",
        ),
        pytest.param(
            Only(n=1, point="“We taught half the valley to swim,” a former manager says.", paragraphs=(4,)),
            id="words that it quotes",
        ),
    ],
)
def test_an_articles_own_words_stay_with_it(own: Only) -> None:
    assert checked(only=(own,)).only == (own,)


# --- conflicts


@pytest.mark.parametrize(
    "sides",
    [
        pytest.param((replace(STAY, claim=SHUT.claim), replace(SHUT, claim=STAY.claim)), id="claims swapped"),
        pytest.param((replace(STAY, n=2), replace(SHUT, n=1)), id="authors swapped"),
        pytest.param((STAY, replace(STAY, n=2, paragraphs=(1,))), id="one claim given to both"),
        pytest.param((STAY,), id="one side only"),
        pytest.param((STAY, replace(STAY, paragraphs=(2,))), id="two sides of one author"),
        pytest.param((STAY, replace(SHUT, paragraphs=(4,))), id="one side cited where it is not said"),
        pytest.param((STAY, replace(SHUT, claim=SHUT.claim + " It loses 9 million.")), id="one side with a number"),
    ],
)
def test_a_conflict_without_two_sides_that_stand_falls(sides: tuple[Side, ...]) -> None:
    comparison = checked(conflicts=(replace(DISPUTE, sides=sides),))
    assert (comparison.conflicts, comparison.dropped) == ((), 1)


@pytest.mark.parametrize(
    "point", ["Whether 77 million is too much", "What Mayor Quill wants", "Whether it is “a wholly lost cause”", ""]
)
def test_a_conflict_about_what_nobody_speaks_of_falls(point: str) -> None:
    assert checked(conflicts=(replace(DISPUTE, point=point),)).conflicts == ()


def test_of_three_sides_the_one_that_is_wrong_falls_alone_and_is_counted() -> None:
    third = Article(language="en", paragraphs=("Let the swimmers vote on it in June, and abide by what they choose.",))
    vote = Side(n=3, claim="The swimmers should vote on it in June.", paragraphs=(1,))
    right = checked(KEEP, CLOSE, third, conflicts=(replace(DISPUTE, sides=(vote, SHUT, STAY)),))
    assert right.conflicts == (replace(DISPUTE, sides=(STAY, SHUT, vote)),)
    wrong = replace(vote, claim="A trust of volunteers could run the pool.")
    comparison = checked(KEEP, CLOSE, third, conflicts=(replace(DISPUTE, sides=(STAY, SHUT, wrong)),))
    assert (comparison.conflicts, comparison.dropped) == ((DISPUTE,), 1)


# --- agreements


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(replace(BOILERS, citations=BOILERS.citations[:1]), id="cited in one"),
        pytest.param(replace(BOILERS, citations=(Citation(n=1, paragraph=3),) * 2), id="cited twice in one"),
        pytest.param(
            replace(BOILERS, citations=(Citation(n=1, paragraph=3), Citation(n=2, paragraph=5))),
            id="one citation moved to another subject",
        ),
        pytest.param(
            replace(BOILERS, citations=(Citation(n=1, paragraph=3), Citation(n=2, paragraph=33))),
            id="one citation beyond the end",
        ),
        pytest.param(
            Agreement(point=STAY.claim, citations=(Citation(n=1, paragraph=2), Citation(n=2, paragraph=1))),
            id="what one says and the other does not",
        ),
        pytest.param(
            Agreement(point=INDOOR.point, citations=tuple(Citation(n=n, paragraph=4) for n in (1, 2))),
            id="what the same draft gives to one alone",
        ),
        pytest.param(
            replace(BOILERS, point="New boilers would cost the town dearly, 2.4 million."), id="the number of one"
        ),
        pytest.param(
            replace(BOILERS, point="In Mill Street and elsewhere the boilers are worn and cost dearly."),
            id="the name of one",
        ),
        pytest.param(
            replace(BOILERS, point="New boilers would cost the town dearly, by “the engineers’ kindest figure”."),
            id="the quotation of one",
        ),
    ],
)
def test_an_agreement_that_two_do_not_bear_out_falls(wrong: Agreement) -> None:
    comparison = checked(agreements=(wrong,))
    assert (comparison.agreements, comparison.dropped) == ((), 1)


def test_an_agreement_of_three_loses_the_one_who_does_not_share_it() -> None:
    third = Article(language="en", paragraphs=("Let the swimmers vote on it in June, and abide by what they choose.",))
    wide = replace(BOILERS, citations=(*BOILERS.citations, Citation(n=3, paragraph=1)))
    assert checked(KEEP, CLOSE, third, agreements=(wide,)).agreements == (BOILERS,)


TOLD_APART = Agreement(
    point=CLOSE.paragraphs[2],
    citations=(Citation(n=1, paragraph=3), Citation(n=2, paragraph=3)),
    sides=(
        Side(n=1, claim=KEEP.paragraphs[2], paragraphs=(3,)),
        Side(n=2, claim=CLOSE.paragraphs[2], paragraphs=(3,)),
    ),
)


def test_an_agreement_told_apart_holds_each_claim_against_its_own_article() -> None:
    assert checked(agreements=(TOLD_APART,)).agreements == (replace(TOLD_APART, sides=()),)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(
            replace(TOLD_APART, sides=tuple(replace(side, n=3 - side.n) for side in TOLD_APART.sides)),
            id="claims swapped",
        ),
        pytest.param(replace(TOLD_APART, sides=TOLD_APART.sides[:1]), id="one claim only"),
        pytest.param(replace(TOLD_APART, point="They agree on everything."), id="a point that is none of the claims"),
        pytest.param(
            replace(TOLD_APART, citations=(Citation(n=1, paragraph=3), Citation(n=2, paragraph=1))),
            id="a citation that is not of its claim",
        ),
    ],
)
def test_an_agreement_told_apart_falls_with_its_claims(wrong: Agreement) -> None:
    assert checked(agreements=(wrong,)).agreements == ()


# --- the question, and whom they quote


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        pytest.param("Is 2.4 million too much?", True, id="a number of one of them"),
        pytest.param("Is 3.9 million too much?", False, id="a number of none"),
        pytest.param("Is Mayor Quill right?", False, id="a name of none"),
    ],
)
def test_the_question_holds_nothing_that_no_article_has(question: str, *, kept: bool) -> None:
    assert checked(question=question).question == (question if kept else "")


@pytest.mark.parametrize(
    "quoted",
    [
        pytest.param(Quoted(n=2, speaker="Petra Holm", paragraphs=(4,)), id="in the other article"),
        pytest.param(Quoted(n=1, speaker="Petra Holm", paragraphs=(5,)), id="where nobody is quoted"),
        pytest.param(Quoted(n=1, speaker="Petra Holm", paragraphs=(44,)), id="where there is nothing"),
        pytest.param(Quoted(n=1, speaker="Dirk Amsel", paragraphs=(4,)), id="somebody else"),
        pytest.param(Quoted(n=1, speaker="", paragraphs=(4,)), id="nobody"),
        pytest.param(Quoted(n=7, speaker="Petra Holm", paragraphs=(4,)), id="in no article"),
    ],
)
def test_whom_an_article_does_not_quote_is_left_out(quoted: Quoted) -> None:
    assert checked(quoted=(quoted,)).quoted == ()


# --- other languages


OFFEN = Article(
    language="de",
    paragraphs=(
        "Das Freibad muss offen bleiben, denn im letzten Sommer kamen 41.000 Gäste, so viele wie nie zuvor.",
        "Wer es schließt, der nimmt den Schulen das einzige Becken, das sie im Tal noch haben.",
    ),
)


def test_across_languages_paragraphs_and_numbers_decide() -> None:
    said = Side(n=1, claim="The pool must stay open, as 41,000 guests came last summer.", paragraphs=(1,))
    wrong = replace(said, claim="The pool must stay open, as 52,000 guests came last summer.")
    for side, kept in ((said, True), (wrong, False), (replace(said, paragraphs=(3,)), False)):
        comparison = checked(OFFEN, CLOSE, conflicts=(replace(DISPUTE, sides=(side, SHUT)),))
        assert bool(comparison.conflicts) == kept


def test_across_languages_the_other_ones_own_words_are_told() -> None:
    assert checked(OFFEN, CLOSE, only=(replace(INDOOR, n=1, paragraphs=(1,)),)).only == ()
