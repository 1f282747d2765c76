"""What a brief says stays where the articles bear it out, or falls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.grounding import check_brief
from bot.models.article import Article, Kind
from bot.models.brief import Brief, BriefDraft, View
from bot.models.comparison import Citation
from bot.models.summary import Fallback, Signature
from tests.analysis.grounding.test_comparing import CLOSE, KEEP
from tests.nouns import articles as any_articles
from tests.nouns import texts

REPORT = Article(
    title="Lido to close",
    authors=("Wim Stark",),
    site="Tarn Wire",
    language="en",
    kind=Kind.REPORT,
    paragraphs=(
        "The council of Brackwater decided on Tuesday, by 9 votes to 4, to close the lido in the spring.",
        "The pool, which opened in 1934, needs boilers for 2.4 million.",
    ),
)
ARTICLES = (KEEP, CLOSE, REPORT)
EVENT = "The council decided by 9 votes to 4 to close the lido in the spring."
STAY = View(
    n=1, claim="The lido should stay, since 41,000 swimmers paid to get in last summer.", paragraphs=(2,), camp=1
)
SHUT = View(n=2, claim="The lido should close without waiting for the spring.", paragraphs=(1,), camp=2)
DRAFT = BriefDraft(
    event=EVENT,
    event_citations=(Citation(n=3, paragraph=1),),
    question="Should the council close the lido?",
    views=(STAY, SHUT),
    signature=Signature(engine="openai", model="m"),
)


def checked(*articles: Article, **changes: object) -> Brief:
    return check_brief(articles or ARTICLES, replace(DRAFT, **changes))  # type: ignore[arg-type]  # as the test says


def test_what_the_articles_bear_out_is_kept_whole() -> None:
    fallback = Fallback(kind="engine-busy", incident="a1b2c3")
    assert checked(fallback=fallback) == Brief(
        event=EVENT,
        event_citations=(Citation(n=3, paragraph=1),),
        question="Should the council close the lido?",
        views=(STAY, SHUT),
        dropped=0,
        signature=DRAFT.signature,
        fallback=fallback,
    )


@pytest.mark.parametrize(
    ("event", "citations"),
    [
        pytest.param(EVENT.replace("9", "11"), [(3, 1)], id="another number"),
        pytest.param(EVENT.replace("The council", "Mayor Iris Bolt"), [(3, 1)], id="a name that is not there"),
        pytest.param(EVENT, [(3, 2)], id="a paragraph that tells something else"),
        pytest.param(EVENT, [(3, 9), (4, 1), (0, 1)], id="paragraphs and articles that are not there"),
        pytest.param(EVENT, [(2, 1)], id="an article that does not have its numbers"),
        pytest.param(EVENT, [], id="no citation at all"),
        pytest.param("“We are sorry”: the council decided to close the lido.", [(3, 1)], id="a quotation nobody said"),
    ],
)
def test_an_event_that_no_cited_paragraph_tells_falls(event: str, citations: list[tuple[int, int]]) -> None:
    brief = checked(event=event, event_citations=tuple(Citation(n=n, paragraph=p) for n, p in citations))
    assert (brief.event, brief.event_citations, brief.dropped) == ("", (), 1)
    assert len(brief.views) == 2


def test_of_an_events_citations_those_stay_that_tell_it() -> None:
    cited = (Citation(n=3, paragraph=2), Citation(n=3, paragraph=1), Citation(n=1, paragraph=4))
    assert checked(event_citations=cited).event_citations == (Citation(n=3, paragraph=1),)


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(replace(STAY, n=2), id="given to the wrong author"),
        pytest.param(replace(STAY, claim=STAY.claim.replace("41,000", "90,000")), id="another number"),
        pytest.param(replace(STAY, paragraphs=(9,)), id="a paragraph that is not there"),
        pytest.param(replace(STAY, paragraphs=()), id="no paragraph"),
        pytest.param(replace(STAY, claim=" "), id="nothing said"),
        pytest.param(replace(STAY, n=7), id="an article that is not there"),
        pytest.param(View(n=3, claim=REPORT.paragraphs[0], paragraphs=(1,)), id="a report's own view"),
    ],
)
def test_a_view_that_is_not_its_authors_falls(view: View) -> None:
    brief = checked(views=(view, SHUT))
    assert [each.n for each in brief.views] == [2]
    assert brief.dropped == 1


def test_of_two_views_of_one_author_the_first_that_stands_is_kept() -> None:
    false = replace(STAY, claim="The lido earned 7 million.")
    other = replace(STAY, claim="A trust of volunteers could run the pool, as in Nether Wick.", paragraphs=(5,))
    brief = checked(views=(false, STAY, other, SHUT))
    assert (brief.views, brief.dropped) == ((STAY, SHUT), 2)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"views": (STAY, replace(SHUT, camp=1))}, id="all in one camp"),
        pytest.param({"views": (STAY, replace(SHUT, claim="Shut it for 7 million."))}, id="one side falls"),
        pytest.param({"question": ""}, id="no question"),
        pytest.param({"question": "Should Iris Bolt close the lido in 1999?"}, id="a question in nobody's words"),
    ],
)
def test_without_two_camps_and_their_question_views_stand_beside_each_other(changes: dict[str, object]) -> None:
    brief = checked(**changes)
    assert brief.question == ""
    assert brief.views
    assert {view.camp for view in brief.views} == {0}


def test_a_camp_that_there_is_not_is_none() -> None:
    assert [view.camp for view in checked(views=(STAY, SHUT, replace(STAY, n=3, camp=5))).views] == [1, 2]


def test_a_single_article_can_be_told() -> None:
    brief = checked(KEEP, event="", event_citations=(), views=(STAY,))
    assert [view.n for view in brief.views] == [1]


def test_what_is_invisible_is_not_shown() -> None:
    brief = checked(
        event=EVENT.replace("council", "coun\u202ecil"), views=(replace(STAY, claim=f"\u200b{STAY.claim}"), SHUT)
    )
    assert (brief.event, brief.views) == (EVENT, (STAY, SHUT))


@settings(max_examples=25)
@given(
    articles=st.lists(any_articles(), max_size=3),
    event=texts(),
    question=texts(),
    claim=texts(),
    places=st.lists(st.tuples(st.integers(-2, 5), st.integers(-2, 9), st.integers(-1, 3)), max_size=4),
)
def test_whatever_a_draft_says_every_sentence_that_stays_is_cited_where_there_is_a_paragraph(
    articles: list[Article], event: str, question: str, claim: str, places: list[tuple[int, int, int]]
) -> None:
    draft = BriefDraft(
        event=event,
        event_citations=tuple(Citation(n=n, paragraph=p) for n, p, _ in places),
        question=question,
        views=tuple(View(n=n, claim=claim, paragraphs=(p,), camp=camp) for n, p, camp in places),
        signature=DRAFT.signature,
    )
    brief = check_brief(articles, draft)
    cited = [(c.n, c.paragraph) for c in brief.event_citations]
    cited += [(view.n, p) for view in brief.views for p in view.paragraphs]
    assert all(1 <= p <= len(articles[n - 1].paragraphs) for n, p in cited)
    assert bool(brief.event) == bool(brief.event_citations)
    assert all(view.paragraphs and view.claim for view in brief.views)
    assert len({view.n for view in brief.views}) == len(brief.views)


@settings(max_examples=25)
@given(articles=st.lists(any_articles(), min_size=1, max_size=3), data=st.data())
def test_an_authors_own_sentence_stands_where_it_stands(articles: list[Article], data: st.DataObject) -> None:
    n = data.draw(st.integers(1, len(articles)))
    article = articles[n - 1]
    said = "The levy on boats is wrong and the harbour should not pay it."
    articles[n - 1] = replace(article, kind=Kind.OP_ED, language="en", paragraphs=(said, *article.paragraphs))
    view = View(n=n, claim=said, paragraphs=(1,))
    brief = check_brief(articles, BriefDraft(views=(view,), signature=DRAFT.signature))
    assert brief.views == (view,)
