"""How the card of a summary looks, and what its buttons ask."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from bot.models.article import Kind
from bot.models.summary import Argument, Fallback, Grounding, Length, Nature, Signature
from bot.ui import cards
from tests.ui.cards_sample import an_answer
from tests.ui.reading import buttons, components, ids, shown

HEAD = """\
-# Op\\-ed · The Harrow Courier
### [The bus is no luxury](https://a.example/1)
-# Miriam Osei · 12 March 2026 · 1 min to read"""
BODY = [
    "**In short**\nKeep the bus.",
    "**The author claims**\nThe council should keep the night service.",
    "**On these grounds**\n- Taxis cost more. *fact* ¶2\n-# £31 a ride.\n- Two nurses will quit. *prediction* ¶1 ¶3",
    "**In their words**\n> “They can do the sums.”\n> -# Anjali Mehta · ¶3",
    "**What a critic would ask**\n- the fifth comes without a source \\(¶3\\)",
    "**Readers (1)**\nOne reader agrees.",
]
FOOT = "-# gpt\\-6\\-luna · summarize v1 · $0.0003 · 1 of 2 quotations found in the text"


def test_the_card_of_a_summary_looks_like_this() -> None:
    view = cards.summary(an_answer(), ids, threads=True)
    assert shown(view) == [HEAD, *BODY, FOOT]
    [box] = view.to_components()  # type: ignore[no-untyped-call]
    assert box["accent_color"] == 0x5865F2
    kinds = [item["type"] for item in box["components"]]
    assert kinds == [10, 14, 10, 14, 10, 14, 10, 14, 10, 14, 10, 14, 10, 14, 10, 1, 1]
    rows = [[button["label"] for button in row["components"]] for row in box["components"][-2:]]
    assert rows == [["Discuss", "Quotes", "Critique", "Shorter", "Longer"], ["Read the original"]]


def test_its_buttons_ask_for_this_article_with_these_options() -> None:
    found = buttons(cards.summary(an_answer(language="de", prompt="summarize@1"), ids, threads=True))
    same = "article=7 language=de length=standard"
    assert {label: button.get("custom_id", button.get("url")) for label, button in found.items()} == {
        "Discuss": f"discuss {same} prompt=summarize@1",
        "Quotes": f"quotes {same} prompt=summarize@1",
        "Critique": f"critique {same} prompt=summarize@1",
        "Shorter": "summary article=7 language=de length=short page=1 prompt=summarize@1",
        "Longer": "summary article=7 language=de length=deep page=1 prompt=summarize@1",
        "Read the original": "https://a.example/1",
    }


@pytest.mark.parametrize(
    ("changes", "without"),
    [
        pytest.param({"length": Length.SHORT}, {"Shorter"}, id="nothing is shorter than short"),
        pytest.param({"length": Length.DEEP}, {"Longer"}, id="nothing is longer than deep"),
        pytest.param({"quotes": ()}, {"Quotes"}, id="no quotations"),
        pytest.param({"critique": ()}, {"Critique"}, id="no critique"),
        pytest.param({"url": "", "canonical_url": ""}, {"Read the original"}, id="no address"),
        pytest.param({"canonical_url": "ftp://a.example/1"}, {"Read the original"}, id="an address of another kind"),
        pytest.param({"canonical_url": "http://wiki/1"}, {"Read the original"}, id="a host that Discord refuses"),
        pytest.param(
            {"canonical_url": "https://a.example/" + "x" * 495}, {"Read the original"}, id="an address too long"
        ),
    ],
)
def test_a_button_stands_only_where_it_leads_somewhere(changes: dict[str, Any], without: set[str]) -> None:
    every = {"Discuss", "Quotes", "Critique", "Shorter", "Longer", "Read the original"}
    assert set(buttons(cards.summary(an_answer(**changes), ids, threads=True))) == every - without


def test_no_discussion_is_offered_where_none_can_be_opened() -> None:
    assert "Discuss" not in buttons(cards.summary(an_answer(), ids))


def test_a_card_without_ids_has_links_only() -> None:
    assert set(buttons(cards.summary(an_answer(), threads=True))) == {"Read the original"}


def test_a_short_card_leaves_quotations_and_critique_to_its_buttons_and_says_so() -> None:
    texts = shown(cards.summary(an_answer(length=Length.SHORT), ids))
    assert texts == [HEAD, *BODY[:3], BODY[5], f"-# Left to the buttons: 1 quotation and 1 question\n{FOOT}"]
    assert shown(cards.summary(an_answer(length=Length.SHORT))) == [HEAD, *BODY, FOOT]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param(
            {"signature": Signature(engine="extractive"), "grounding": Grounding()},
            "extractive engine\\: key sentences, no AI",
            id="no model",
        ),
        pytest.param(
            {"grounding": Grounding(citations_dropped=2, numbers_unmatched=("340",), names_unmatched=("Bo [x]",))},
            "gpt\\-6\\-luna · summarize v1 · $0.0003 · 2 citations dropped · not in the article\\: 340, Bo \\[x\\]",
            id="what the article does not hold",
        ),
        pytest.param(
            {"grounding": Grounding(numbers_unmatched=tuple(map(str, range(20, 31))))},
            "not in the article\\: 20, 21, 22, 23, 24, 25, 26, 27, 28, 29 and 1 more",
            id="more of it than one reads",
        ),
        pytest.param({"cached": True}, "summarize v1 · cached, nothing spent", id="an answer that was kept"),
        pytest.param(
            {"earlier": datetime(2026, 3, 1, tzinfo=UTC)},
            "-# A later edition than the one first read <t:1772323200:R>",
            id="a later edition",
        ),
        pytest.param(
            {"fallback": Fallback(kind="engine-too-slow", incident="abc123", facts={"seconds": 60})},
            "did not answer within 60 seconds. These are key sentences instead, no AI. \\[abc123\\]",
            id="the model failed",
        ),
    ],
)
def test_the_foot_says_who_wrote_it_and_what_was_checked(changes: dict[str, Any], line: str) -> None:
    assert line in shown(cards.summary(an_answer(**changes), ids))[-1]


def test_each_kind_has_its_colour() -> None:
    colours = {next(components(cards.summary(an_answer(kind=kind), ids)))["accent_color"] for kind in Kind}
    assert len(colours) == len(Kind)


def test_what_is_not_known_is_left_out() -> None:
    bare = an_answer(
        title="", site="", kind=Kind.UNKNOWN, authors=(), published=None, thesis="", arguments=(), quotes=(),
        critique=(), reader_reaction="", comments=(),
    )  # fmt: skip
    assert shown(cards.summary(bare, ids)) == ["### Untitled\n-# 1 min to read", BODY[0], FOOT]


MANY = tuple(
    Argument(claim=f"Claim {n}. " + "word " * 60, support="", nature=Nature.FACT, paragraphs=(n,)) for n in range(1, 31)
)


def test_a_long_card_is_turned_like_a_book() -> None:
    first, second = (cards.summary(an_answer(arguments=MANY), ids, page=page) for page in (1, 2))
    assert shown(first)[0] == shown(second)[0] == HEAD
    assert shown(first)[-1] == f"{FOOT}\n-# Page 1 of 3"
    assert shown(second)[1].startswith("**On these grounds** · continued\n- Claim ")
    assert buttons(first)["◀"]["disabled"]
    assert buttons(first)["▶"]["custom_id"] == "summary article=7 length=standard page=2"
    assert buttons(second)["2/3"]["disabled"]
    assert buttons(second)["◀"]["custom_id"] == "summary article=7 length=standard page=1"


@pytest.mark.parametrize(("asked", "page"), [(-1, 1), (0, 1), (3, 3), (4, 3), (10**9, 3)])
def test_a_page_that_there_is_not_is_the_nearest(asked: int, page: int) -> None:
    view = cards.summary(an_answer(arguments=MANY), ids, page=asked)
    assert shown(view)[-1].endswith(f"-# Page {page} of 3")
    assert buttons(view)["▶"]["disabled"] == (page == 3)


def test_a_point_longer_than_a_page_is_broken_off_and_taken_up() -> None:
    answer = an_answer(tldr="word " * 1_400, thesis="", arguments=(), quotes=(), critique=(), reader_reaction="")
    pages = [shown(cards.summary(answer, ids, page=page))[1] for page in (1, 2)]
    assert pages[0].startswith("**In short**\nword word")
    assert pages[0].endswith("word …")
    assert pages[1].startswith("**In short** · continued\n… word")
    assert sum(page.count("word") for page in pages) == 1_400


def test_the_button_to_the_original_is_a_link_and_nothing_else() -> None:
    link = buttons(cards.summary(an_answer(), ids))["Read the original"]
    assert (link["style"], link["url"]) == (discord.ButtonStyle.link.value, "https://a.example/1")
    assert "custom_id" not in link
