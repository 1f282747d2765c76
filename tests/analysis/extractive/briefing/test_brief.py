"""What happened and who argues what, in the articles' own sentences, without a model."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.briefs import ROOT, measure, story
from bot.analysis.engine import BriefAsk
from bot.analysis.extractive import extractive_engine
from bot.analysis.extractive.briefing import brief
from bot.analysis.grounding import check_brief
from bot.models.article import Article, Kind
from bot.models.brief import BriefDraft
from bot.models.summary import Options, Signature
from tests.analysis.llm.doubles import Booked
from tests.nouns import articles as any_articles
from tests.nouns import column

SIGNATURE = Signature(engine="extractive")
TOLD = (
    "The senate of Lorne raised the minimum wage from 13.50 to 16 crowns an hour on Tuesday; it will apply from July."
)


def labelled(name: str, *camps: str) -> list[Article]:
    """Of a labelled story, an article for each camp, in that order; "-" is the report."""
    left = [(each.camp, each.article) for each in story(ROOT / "tuned" / f"{name}.txt")]
    found = []
    for camp in camps:
        at = next(at for at, (its, _) in enumerate(left) if its == camp)
        found.append(left.pop(at)[1])
    return found


def told(*articles: Article) -> BriefDraft:
    return brief(articles, SIGNATURE)


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    return measure("tuned", verbose=False)


# --- the labelled stories by which the rules were written: what they reach, they keep


def test_a_reports_lead_is_what_happened(counts: Counter[str]) -> None:
    assert counts["event right (report)"] == counts["events (report)"] > 0


def test_without_a_report_rather_nothing_happened_than_something_else(counts: Counter[str]) -> None:
    assert counts["event wrong"] == 0
    assert counts["event right"] >= 0.35 * counts["events"] > 0


def test_every_author_is_heard_mostly_with_the_claim(counts: Counter[str]) -> None:
    assert counts["views"] == counts["authors"] > 0
    assert counts["claims right"] >= 0.75 * counts["authors"]


def test_nobody_is_put_into_another_camp_than_an_ally(counts: Counter[str]) -> None:
    assert counts["allied parted"] == 0 < counts["allied"]
    assert counts["opposed parted"] >= 0.3 * counts["opposed"] > 0


def test_the_check_takes_nothing_away_from_the_articles_own_sentences(counts: Counter[str]) -> None:
    assert counts["dropped"] == 0


# --- what makes a brief


def test_the_report_tells_the_event_wherever_it_stands() -> None:
    for order in ([0, 1, 2], [1, 2, 0], [2, 0, 1]):
        articles = [labelled("wage", "A", "B", "-")[at] for at in order]
        draft = told(*articles)
        assert draft.event == TOLD
        assert draft.event_citations[0].n == 1 + [each.kind for each in articles].index(Kind.REPORT)


def test_a_report_has_no_view_and_an_author_has_one() -> None:
    draft = told(*labelled("wage", "A", "B", "-"))
    assert [view.n for view in draft.views] == [1, 2]


def test_opposed_authors_stand_under_their_question_in_the_order_of_the_articles() -> None:
    one, other = labelled("tram", "A", "B")
    draft = told(one, other)
    turned = told(other, one)
    assert draft.question.endswith("?")
    assert [(view.n, view.camp) for view in draft.views] == [(1, 1), (2, 2)] == [(v.n, v.camp) for v in turned.views]


def test_of_three_authors_allies_share_a_camp() -> None:
    draft = told(*labelled("wage", "A", "B"), column(kind=Kind.UNKNOWN, paragraphs=()))
    assert {view.n for view in draft.views} == {1, 2}
    allies = labelled("whales", "B", "B", "A")
    camps = {view.n: view.camp for view in told(*allies).views}
    assert len(camps) == 3
    assert camps[1] != camps[3] or not any(camps.values())


@pytest.mark.parametrize(
    ("paragraphs", "heard"),
    [
        pytest.param(
            ("The council sold the harbour on Monday.", "The sale of the harbour was a mistake."), True, id="it judges"
        ),
        pytest.param(
            ("The council sold the harbour on Monday.", "It should give the money back."), True, id="it demands"
        ),
        pytest.param(
            ("The council sold the harbour on Monday.", "The buyer paid 3 million and moved in on Friday."), False,
            id="it tells facts alone",
        ),
        pytest.param(
            ("The council sold the harbour.", "“It should have kept the whole of it,” said Mara Lind, a pilot."), False,
            id="somebody whom it quotes demands",
        ),
    ],
)  # fmt: skip
def test_what_nothing_calls_a_commentary_must_say_that_it_argues(paragraphs: tuple[str, ...], *, heard: bool) -> None:
    assert bool(told(column(kind=Kind.UNKNOWN, paragraphs=paragraphs)).views) is heard


def test_a_claim_is_shown_whole_or_not_at_all() -> None:
    long = "The levy is wrong " + "and it is wrong again " * 40 + "and should be withdrawn."
    short = "The levy should be withdrawn before the winter comes."
    draft = told(column(paragraphs=(long, short, "Nobody has asked for it.")))
    assert [view.claim for view in draft.views] in ([short], [])
    assert told(column(paragraphs=(long,))).views == ()


def test_the_view_and_the_event_are_two_sentences() -> None:
    draft = told(column(kind=Kind.OP_ED, paragraphs=("The council of Tarn sold the harbour on Monday for 3 million.",)))
    assert draft.event not in [view.claim for view in draft.views]


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(column(paragraphs=()), id="no paragraphs"),
        pytest.param(column(paragraphs=("", " ")), id="empty ones"),
        pytest.param(column(paragraphs=("?!", "…", "“”")), id="signs alone"),
        pytest.param(
            column(language="ja", paragraphs=("市議会は港湾を売却した。", "これは間違いだ。")), id="no blanks"
        ),
        pytest.param(column(language="xx", paragraphs=("Lorem ipsum dolor sit amet.",)), id="a language of no tables"),
    ],
)
def test_whatever_an_article_is_made_of_there_is_a_brief(article: Article) -> None:
    for articles in ((article,), (article, labelled("tram", "A")[0]), (article, article)):
        draft = told(*articles)
        assert check_brief(articles, draft).dropped == 0


def test_a_text_as_long_as_a_book_takes_no_longer_than_its_bounds() -> None:
    long = column(
        paragraphs=tuple(f"In paragraph {n} the mayor said on Monday that it should stop." for n in range(2000))
    )
    assert told(long, *labelled("tram", "A")).signature == SIGNATURE


@settings(max_examples=20)
@given(st.lists(any_articles(), min_size=1, max_size=3))
def test_any_articles_can_be_told_and_only_in_their_own_words(articles: list[Article]) -> None:
    draft = told(*articles)
    said = [(draft.event_citations[0].n, draft.event)] if draft.event else []
    for n, sentence in [*said, *((view.n, view.claim) for view in draft.views)]:
        assert any(sentence in paragraph for paragraph in articles[n - 1].paragraphs)


async def test_the_engine_offers_it_and_spends_nothing() -> None:
    meter, engine = Booked(), extractive_engine()
    ask = BriefAsk(articles=tuple(labelled("tram", "A", "B", "-")), options=Options(language="de"))
    draft = await engine.briefs.draft(ask, meter)
    assert (meter.calls, draft.signature) == ([], engine.briefs.signature(ask))
    assert engine.briefs.estimate(ask).cost_usd == 0


def test_the_labelled_stories_are_there() -> None:
    assert [path.stem for path in sorted(Path(ROOT / "tuned").glob("*.txt"))] == [
        "stadium", "tram", "uniform", "wage", "whales",
    ]  # fmt: skip
