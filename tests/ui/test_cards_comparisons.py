"""How a comparison looks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.models.article import Article, Kind
from bot.models.comparison import Agreement, Citation, Comparison, Conflict, Only, Quoted, Side
from bot.models.money import Usage
from bot.models.summary import Fallback, Options, PromptId, Signature
from bot.services.compare import Compared
from bot.ui import cards
from tests.ui.reading import buttons, ids, shown

BOTH = (Citation(n=1, paragraph=2), Citation(n=2, paragraph=4))
SAID = Comparison(
    comparable=True,
    question="Should the night bus stay?",
    agreements=(Agreement(point="The bus loses money.", citations=BOTH),),
    conflicts=(
        Conflict(
            point="who pays",
            sides=(
                Side(n=1, claim="The council should.", paragraphs=(5,)),
                Side(n=2, claim="Riders should.", paragraphs=(1, 6)),
            ),
        ),
    ),
    only=(
        Only(n=2, point="Taxis are cheaper.", paragraphs=(3,)),
        Only(n=1, point="Two nurses will quit.", paragraphs=(7,)),
    ),
    quoted=(
        Quoted(n=1, speaker="Anjali Mehta", paragraphs=(3, 6)),
        Quoted(n=2, speaker="Dale Whitcombe", paragraphs=(2,)),
        Quoted(n=1, speaker="Tom Bell", paragraphs=(4,)),
    ),
    dropped=2,
    signature=Signature(engine="openai", model="gpt-6-luna", prompt=PromptId(name="compare", version=1, sha256="0")),
)  # fmt: skip
FIRST = Article(
    canonical_url="https://a.example/1", title="Keep the bus", authors=("Miriam Osei", "Bo Lind"), site="The Courier",
    kind=Kind.OP_ED, paragraphs=("One.",),
)  # fmt: skip
SECOND = Article(canonical_url="https://b.example/2", title="Sell the bus", site="The Ledger", paragraphs=("Two.",))


def a_comparison(*articles: Article, **changes: Any) -> Compared:
    return Compared(
        article_ids=tuple(range(12, 12 + len(articles or (FIRST, SECOND)))),
        articles=articles or (FIRST, SECOND),
        comparison=replace(SAID, **changes),
        usage=Usage(cost_usd=0.0004),
        cached=False,
        options=Options(language="de"),
    )


def test_a_comparison_looks_like_this() -> None:
    head, *sections, foot = shown(cards.comparison(a_comparison(), ids))
    assert head.split("\n") == [
        "-# Side by side",
        "**1** [Keep the bus](https://a.example/1)",
        "-# Op\\-ed · The Courier · Miriam Osei, Bo Lind · 1 min to read",
        "**2** [Sell the bus](https://b.example/2)",
        "-# The Ledger · 1 min to read",
    ]
    assert [section.split("\n") for section in sections] == [
        ["**The question**", "Should the night bus stay?"],
        ["**They agree**", "- The bus loses money. \\[1¶2\\] \\[2¶4\\]"],
        [
            "**They conflict**",
            "- who pays",
            "  - Miriam Osei: The council should. \\[1¶5\\]",
            "  - The Ledger: Riders should. \\[2¶1\\] \\[2¶6\\]",
        ],
        ["**Only Miriam Osei**", "- Two nurses will quit. \\[1¶7\\]"],
        ["**Only The Ledger**", "- Taxis are cheaper. \\[2¶3\\]"],
        [
            "**Whom they quote**",
            "- Miriam Osei: Anjali Mehta \\[1¶3\\] \\[1¶6\\] · Tom Bell \\[1¶4\\]",
            "- The Ledger: Dale Whitcombe \\[2¶2\\]",
        ],
    ]
    assert foot == "-# gpt\\-6\\-luna · compare v1 · $0.0004 · 2 points dropped\\: not in the articles"


def test_each_article_can_be_read() -> None:
    found = buttons(cards.comparison(a_comparison(), ids))
    assert {label: button["url"] for label, button in found.items()} == {
        "Read 1": "https://a.example/1",
        "Read 2": "https://b.example/2",
    }


def test_texts_about_different_things_are_not_set_side_by_side() -> None:
    nothing: dict[str, Any] = {
        "question": "",
        "agreements": (),
        "conflicts": (),
        "only": (),
        "quoted": (),
        "dropped": 0,
    }
    refused = shown(cards.comparison(a_comparison(comparable=False, **nothing), ids))
    assert refused[1:-1] == ["**Not comparable**\nThese are not about one question, so nothing is set side by side."]
    empty = shown(cards.comparison(a_comparison(**nothing), ids))
    assert empty[1:-1] == ["**Side by side**\nNothing was found that could be set side by side."]


@pytest.mark.parametrize(
    ("articles", "names"),
    [
        pytest.param((FIRST, SECOND), ["Miriam Osei", "The Ledger"], id="author, else outlet"),
        pytest.param((FIRST, FIRST), ["Miriam Osei \\(1\\)", "Miriam Osei \\(2\\)"], id="the same author twice"),
        pytest.param((Article(), Article(authors=("\u200b",))), ["article 1", "article 2"], id="nobody"),
        pytest.param((replace(FIRST, authors=("*x*",)), SECOND), ["\\*x\\*", "The Ledger"], id="marks in a name"),
    ],
)
def test_everybody_has_a_name(articles: tuple[Article, ...], names: list[str]) -> None:
    texts = shown(cards.comparison(a_comparison(*articles), ids))
    assert [text.split("\n")[0] for text in texts[4:6]] == [f"**Only {name}**" for name in names]


def test_a_point_without_paragraphs_still_names_its_article() -> None:
    sides = (Side(n=1, claim="Yes.", paragraphs=()), Side(n=2, claim="No.", paragraphs=()))
    texts = shown(cards.comparison(a_comparison(conflicts=(Conflict(point="", sides=sides),)), ids))
    assert texts[3] == "**They conflict**\n- A dispute\n  - Miriam Osei: Yes. \\[1\\]\n  - The Ledger: No. \\[2\\]"


def test_a_long_comparison_is_turned_by_its_articles() -> None:
    only = tuple(Only(n=1, point="word " * 80, paragraphs=(n,)) for n in range(1, 20))
    found = buttons(cards.comparison(a_comparison(only=only), ids, page=2))
    assert found["▶"]["custom_id"] == "comparison articles=12.13 language=de page=3"


def test_another_engine_that_stepped_in_is_told() -> None:
    fallback = Fallback(kind="engine-too-slow", incident="abc123", facts={"seconds": 60})
    foot = shown(cards.comparison(a_comparison(fallback=fallback), ids))[-1]
    assert "did not answer within 60 seconds" in foot
