"""What a Summary is after the check: citations, borrowed words, what replaces what fails."""

from __future__ import annotations

import pytest

from bot.models.article import Comment
from bot.models.summary import Argument, Nature, Quote, Remark
from tests.analysis.grounding.articles import ALL, ECOLE, HAFEN, ORCHARD
from tests.analysis.grounding.drafts import again, article_of, checked

OPINION, FACT = Nature.OPINION, Nature.FACT


def _argument(claim: str, *paragraphs: int, nature: Nature = OPINION, support: str = "") -> Argument:
    return Argument(claim=claim, support=support, nature=nature, paragraphs=paragraphs)


@pytest.mark.parametrize(
    ("cited", "left", "dropped"),
    [
        pytest.param((6,), (6,), 0, id="right"),
        pytest.param((6, 6), (6,), 0, id="twice"),
        pytest.param((6, 99), (6,), 1, id="one that does not exist"),
        pytest.param((0, -3, 6), (6,), 2, id="nought and below"),
        pytest.param((4,), (6,), 1, id="wrong, moved to where the words are"),
        pytest.param((99,), (6,), 1, id="nowhere, moved"),
        pytest.param((), (6,), 0, id="none, found"),
        pytest.param((4, 6), (6,), 1, id="a right one beside a wrong one"),
    ],
)
def test_a_citation_exists_and_shares_the_claims_words(
    cited: tuple[int, ...], left: tuple[int, ...], dropped: int
) -> None:
    claim = "Housing for 400 pickers would be cheap, and the state pays half where a county asks."
    summary = checked(ORCHARD, arguments=(_argument(claim, *cited),))
    assert [argument.paragraphs for argument in summary.arguments] == [left]
    assert summary.grounding.citations_dropped == dropped


def test_an_argument_that_no_paragraph_bears_out_goes() -> None:
    summary = checked(ORCHARD, arguments=(_argument("Inflation makes sailors unhappy everywhere.", 1, 2),))
    assert summary.arguments == ()
    assert summary.grounding.citations_dropped == 2


def test_a_support_may_be_what_a_paragraph_shares() -> None:
    support = "Platforms work on 8 percent of the county's slopes."
    summary = checked(ORCHARD, arguments=(_argument("Machines will not do it.", 5, support=support),))
    assert [argument.paragraphs for argument in summary.arguments] == [(5,)]


def test_a_translated_claim_needs_paragraphs_that_exist_only() -> None:
    claim = "The bridge is a monument and the town should repair the old one with the money that it has."
    summary = checked(HAFEN, arguments=(_argument(claim, 5, 42),))
    assert [argument.paragraphs for argument in summary.arguments] == [(5,)]
    assert summary.grounding.citations_dropped == 1


@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        pytest.param((1,), [(1,)], id="exists"),
        pytest.param((1, 40), [(1,)], id="one of two exists"),
        pytest.param((40,), [], id="none exists"),
        pytest.param((), [()], id="of the whole article"),
    ],
)
def test_a_remark_whose_paragraphs_do_not_exist_goes(paragraphs: tuple[int, ...], left: list[tuple[int, ...]]) -> None:
    remark = Remark(text="The 31,000 trees come without a source", paragraphs=paragraphs)
    assert [kept.paragraphs for kept in checked(ORCHARD, critique=(remark,)).critique] == left


def test_a_remark_with_an_invented_number_goes() -> None:
    remark = Remark(text="The 77 bunkhouses come without a source", paragraphs=(1,))
    summary = checked(ORCHARD, critique=(remark,))
    assert summary.critique == ()
    assert summary.grounding.numbers_unmatched == ("77",)


READERS = "My neighbour lost ninety bins last autumn because nobody came"


@pytest.mark.parametrize("text", [READERS + ".", f"As is well known, {READERS.lower()} to help."])
def test_readers_words_enter_neither_thesis_nor_arguments_nor_tldr(text: str) -> None:
    good = "The county should build the bunkhouses before it plants one more tree."
    summary = checked(
        ORCHARD,
        tldr=f"{good} {text}",
        thesis=text,
        arguments=(_argument(text, 1, 3), _argument(good, 7, support=text)),
        critique=(Remark(text=text, paragraphs=(1,)),),
    )
    assert summary.tldr == good
    assert summary.thesis == good
    assert summary.arguments == (_argument(good, 7),)
    assert summary.critique == ()


def test_the_bio_enters_no_argument_but_may_introduce_the_author() -> None:
    bio = "Miriam Kowalczyk picked apples for two seasons and has written about farm work."
    summary = checked(ORCHARD, tldr=bio, arguments=(_argument(bio, 1, 3),))
    assert summary.tldr == bio
    assert summary.arguments == ()


def test_words_that_readers_share_with_the_article_stay() -> None:
    text = "The wall is too low and the sea is not waiting for us."
    article = article_of(text, comments=(Comment(author="A", text=text),))
    assert checked(article, thesis=text).thesis == text


def test_of_a_tldr_the_sentence_that_fails_goes() -> None:
    summary = checked(
        ORCHARD, tldr="Ashvale voted $12.4 million for trees. It spends $40 million on parks. Pickers get none."
    )
    assert summary.tldr == "Ashvale voted $12.4 million for trees. Pickers get none."
    assert summary.grounding.numbers_unmatched == ("$40 million",)


def test_a_thesis_that_fails_gives_way_to_the_first_opinion() -> None:
    fact = _argument("The county voted for 31,000 trees.", 1, nature=FACT)
    opinion = _argument("The county should stop too and build the bunkhouses.", 7)
    summary = checked(ORCHARD, thesis="Gordon Whitlock is right.", arguments=(fact, opinion))
    assert summary.thesis == opinion.claim
    assert summary.grounding.names_unmatched == ("Gordon Whitlock",)


def test_what_fails_stays_listed_when_nothing_better_is_left() -> None:
    summary = checked(ORCHARD, tldr="It cost $99 million.", thesis="It cost $99 million.")
    assert summary.thesis == summary.tldr == "It cost $99 million."
    assert summary.grounding.numbers_unmatched == ("$99 million",)


def test_readers_are_heard_only_when_there_are_any() -> None:
    said = "Two readers comment; one lost “ninety bins last autumn”."
    assert checked(ORCHARD, reader_reaction=said).reader_reaction == said
    assert checked(article_of("A wall."), reader_reaction=said).reader_reaction == ""


def test_what_is_said_of_readers_is_checked_against_the_comments() -> None:
    said = "One reader lost “ninety boats last autumn”. Another, Delacroix, lost 700 bins."
    summary = checked(ORCHARD, reader_reaction=said)
    assert summary.reader_reaction == "One reader lost ninety boats last autumn."
    assert summary.grounding.numbers_unmatched == ("700",)


def test_nothing_unprintable_leaves() -> None:
    dirty = "We\x00 \ud800have\u202e put\x1b[31m more\nroots in the \u2066ground"
    summary = checked(
        ORCHARD,
        tldr=dirty,
        thesis=dirty,
        arguments=(_argument(dirty, 2, support=dirty),),
        quotes=(Quote(text="We have put more\n roots in\x00 the ground", speaker="Brand\u200breth\x07", paragraph=2),),
        critique=(Remark(text=dirty, paragraphs=(2,)),),
        reader_reaction=dirty,
    )
    shown = [summary.tldr, summary.thesis, summary.reader_reaction, *(r.text for r in summary.critique)]
    shown += [part for a in summary.arguments for part in (a.claim, a.support)]
    shown += [part for quote in summary.quotes for part in (quote.text, quote.speaker)]
    assert all(text.isprintable() for text in shown)
    assert "".join(shown).encode()
    assert [(quote.text, quote.speaker) for quote in summary.quotes] == [
        ("We have put more roots in the ground", "Brandreth")
    ]


@pytest.mark.parametrize("article", [ORCHARD, HAFEN, ECOLE], ids=lambda article: article.language)
def test_the_articles_own_sentences_pass_untouched(article: object) -> None:
    for home, said in ALL:
        if home is not article:
            continue
        sentences = [paragraph.split(". ")[-1] for paragraph in home.paragraphs]
        arguments = tuple(_argument(sentence, number) for number, sentence in enumerate(sentences, 1))
        quotes = tuple(Quote(text=q.text, speaker=q.speaker, paragraph=q.paragraph) for q in said)
        summary = checked(home, tldr=sentences[0], thesis=sentences[-1], arguments=arguments, quotes=quotes)
        assert (summary.tldr, summary.thesis) == (sentences[0], sentences[-1])
        assert summary.arguments == arguments
        assert summary.quotes == quotes
        assert summary.grounding.numbers_unmatched == summary.grounding.names_unmatched == ()
        assert summary.grounding.citations_dropped == 0
        assert again(home, summary) == summary
