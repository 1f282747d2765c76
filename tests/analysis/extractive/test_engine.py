"""The engine without a model, whole."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time

import pytest

from bot import __version__
from bot.analysis.engine import ComparisonAsk
from bot.analysis.extractive import draft, extractive_engine
from bot.models.article import Article, Comment
from bot.models.money import Usage
from bot.models.summary import Draft, Length, Options, Signature
from tests.nouns import summary_ask

SIGNATURE = Signature(engine="extractive", parameters={"release": __version__})
CANAL = Article(
    title="The canal is worth keeping",
    authors=("Per Holt",),
    language="en",
    bio="Per Holt drives a barge.",
    paragraphs=tuple(
        """
I walked the towpath on Sunday with a thermos and a dog. It rained. Two herons watched us.

Supporters of the motorway argue that the canal is a relic. Barges are slow, and a slow cargo is a lost cargo. \
The locks leak, and every lock needs a keeper who does nothing for most of the day.

That is a serious case. Yet it counts the wrong thing. The canal carried 412,000 tons of grain last year, \
according to the harbor office, because a barge burns a fifth of the diesel that trucks burn for the same load.

A canal is not a slow road but a cheap one, and a county that fills it in will pay for the difference for ever. \
“We would need ninety trucks a day,” says Mara Lund, who runs the mill.

The county should repair the four worst locks and let the motorway wait. Keep the water in the canal.
""".strip().split("\n\n")
    ),
    comments=(
        Comment(author="otter", text="The herons alone are worth it. The canal must stay open for barges and herons."),
        Comment(author="Dr. Diesel", text="Nobody needs the canal."),
    ),
)


def summary(article: Article = CANAL, length: Length = Length.STANDARD) -> Draft:
    return draft(article, Options(length=length), SIGNATURE)


def said(made: Draft) -> list[str]:
    return [
        text for text in (made.thesis, made.tldr, *(t for a in made.arguments for t in (a.claim, a.support))) if text
    ]


def test_the_thesis_is_the_authors_own_claim() -> None:
    assert summary().thesis == CANAL.paragraphs[3].split(" “")[0]


def test_the_tldr_is_another_sentence() -> None:
    made = summary()
    assert made.tldr
    assert made.tldr != made.thesis


def test_the_view_that_is_rebutted_is_not_given_as_the_authors() -> None:
    assert not any(text in CANAL.paragraphs[1] for text in said(summary()))


@pytest.mark.parametrize("length", list(Length))
def test_every_sentence_stands_in_the_paragraph_that_is_cited(length: Length) -> None:
    made = summary(length=length)
    assert made.thesis in CANAL.text
    assert made.tldr in CANAL.text
    for argument in made.arguments:
        (number,) = argument.paragraphs
        assert argument.claim in CANAL.paragraphs[number - 1]
        assert argument.support in CANAL.paragraphs[number - 1]


@pytest.mark.parametrize(
    ("length", "most"),
    [(Length.SHORT, 75), (Length.STANDARD, 150), (Length.DEEP, 300)],
    ids=["short", "standard", "deep"],
)
def test_the_budget_of_words_is_kept(length: Length, most: int) -> None:
    assert sum(len(text.split()) for text in said(summary(length=length))) <= most


def test_quotations_carry_their_speaker() -> None:
    assert [(q.text, q.speaker, q.paragraph) for q in summary().quotes] == [
        ("We would need ninety trucks a day", "Mara Lund", 4)
    ]


def test_comments_are_told_apart_from_the_article() -> None:
    made = summary()
    assert "2 readers" in made.reader_reaction
    assert "otter" in made.reader_reaction
    told = " ".join([*said(made), *(q.text for q in made.quotes), *(r.text for r in made.critique)])
    assert "herons alone" not in told
    assert "drives a barge" not in told


def test_without_comments_there_is_no_reaction() -> None:
    assert summary(Article(paragraphs=CANAL.paragraphs)).reader_reaction == ""


@pytest.mark.parametrize(
    ("language", "remark"),
    [("de", "ohne Quelle"), ("fr", "sans source"), ("es", "sin fuente"), ("en", "without a source")],
)
def test_remarks_are_in_the_articles_language(language: str, remark: str) -> None:
    made = summary(Article(language=language, paragraphs=("x 40 % y z.",)))
    assert any(remark in each.text for each in made.critique)


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param((), id="no text at all"),
        pytest.param(("",), id="an empty paragraph"),
        pytest.param(("One sentence.",), id="one sentence"),
        pytest.param(("“" * 500, "'" * 500, '"x"' * 300), id="nothing but marks"),
        pytest.param(("橋は古い。直すべきだ。費用は三億円だ。",), id="a language without cues"),
        pytest.param(("\ud800 is half a character.",), id="a lone surrogate"),
    ],
)
def test_whatever_the_text_there_is_a_draft(paragraphs: tuple[str, ...]) -> None:
    made = summary(Article(paragraphs=paragraphs))
    assert all(text in "\n".join(paragraphs) for text in said(made))


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(CANAL.paragraphs * 300, id="as long as a book"),
        pytest.param((" ".join(CANAL.paragraphs * 300),), id="as long as a book, in one paragraph"),
        pytest.param(("A " * 30_000,), id="thirty thousand capitals"),
        pytest.param(("“a " * 20_000,), id="twenty thousand open marks"),
    ],
)
def test_the_work_on_a_long_text_is_bounded(paragraphs: tuple[str, ...]) -> None:
    began = time.process_time()
    summary(Article(language="en", paragraphs=paragraphs))
    assert time.process_time() - began < 15


async def test_the_event_loop_goes_on_while_it_reads() -> None:
    work = asyncio.create_task(
        extractive_engine().summaries.draft(summary_ask(Article(paragraphs=CANAL.paragraphs * 100)), Unmetered())
    )
    turns = 0
    while not work.done():
        await asyncio.wait([work], timeout=0.005)
        turns += 1
    assert (await work).thesis
    assert turns > 3


class Unmetered:
    """A meter that must not be used."""

    def book(self, usage: Usage) -> None:
        raise AssertionError(usage)


def test_it_costs_nothing() -> None:
    assert extractive_engine().summaries.estimate(summary_ask(CANAL)) == Usage()
    assert extractive_engine().summaries.signature(summary_ask(CANAL)) == SIGNATURE


async def test_it_compares_without_spending() -> None:
    other = Article(language="en", paragraphs=CANAL.paragraphs[::-1])
    ask = ComparisonAsk(articles=(CANAL, other), options=Options())
    task = extractive_engine().comparisons
    draft = await task.draft(ask, Unmetered())
    assert (draft.signature, task.signature(ask), task.estimate(ask)) == (SIGNATURE, SIGNATURE, Usage())
    assert draft.comparable


def test_it_is_light_to_import() -> None:
    code = (
        "import sys, bot.analysis.extractive; print(sorted({'numpy', 'openai', 'lxml', 'pydantic'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
