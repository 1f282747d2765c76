"""How an answer looks, while it grows and when it is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.discussion import Person, Remark
from bot.models.summary import Fallback, Signature
from bot.services.discuss.gathering import Unread
from bot.ui import cards
from tests.ui.reading import buttons, ids, shown
from tests.ui.talk_sample import ANA, BUS, VANS, an_answer

TO_2 = "\\[[1¶2](https://a.example/bus)\\]"
TO_3 = "\\[[1¶3](https://a.example/bus)\\]"
TO_VANS = "\\[[2¶1](https://b.example/vans)\\]"


def test_an_answer_looks_like_this() -> None:
    view = cards.answer(an_answer(), ids)
    head, said, sources, foot = shown(view)
    assert head == "-# **Ana** · What would it cost?"
    assert said == (
        f"It would cost £31 a ride {TO_2}. The Ledger says less {TO_VANS}{TO_3}.\n\nNobody counted the nurses {TO_3}."
    )
    assert sources.split("\n") == [
        "-# **1** [Keep the bus](https://a.example/bus) · Miriam Osei · The Courier",
        "-# **2** [Vans, not buses](https://b.example/vans) · The Ledger",
    ]
    assert foot == "-# gpt\\-6\\-luna · discuss v1 · $0.0002 · 75% of the prompt from its cache"
    assert buttons(view) == {}


def test_while_it_grows_it_has_the_same_look() -> None:
    asked = an_answer()
    head, said, foot = shown(cards.writing(asked.question, "It would cost £31 a ride [1¶2]."))
    assert head == shown(cards.answer(asked, ids))[0]
    assert said == "It would cost £31 a ride \\[1¶2\\]."
    assert foot == "-# ▍ writing …"
    assert shown(cards.writing(asked.question, "")) == [head, foot]


def test_an_answer_that_outgrows_its_page_says_so_while_it_grows() -> None:
    first, *_ = pages = shown(cards.writing(an_answer().question, "word " * 1_000))
    assert first == "-# **Ana** · What would it cost?"
    assert pages[1].endswith("word …")
    assert pages[-1] == "-# ▍ writing page 3 …"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Yes [1¶2](https://evil.example).", f"Yes {TO_2}\\(https\\://evil.example\\).", id="an address"),
        pytest.param("Yes [1¶2][evil].", f"Yes {TO_2}\\[evil\\].", id="a reference"),
        pytest.param("[Yes [1¶2]](x)", f"\\[Yes {TO_2}\\]\\(x\\)", id="a link around it"),
        pytest.param("Yes \\[1¶2]", f"Yes \\\\{TO_2}", id="a backslash before it"),
        pytest.param("Yes [7¶2] [1¶99]", "Yes \\[7¶2\\] \\[1¶99\\]", id="what was not checked leads nowhere"),
        pytest.param("Yes [1\u200b¶2]", f"Yes {TO_2}", id="an invisible letter in it"),
        pytest.param("Yes \ue000[1¶2]", f"Yes {TO_2}", id="the stand-in of a citation"),
        pytest.param("[1¶2] is why", f"{TO_2} is why", id="at the beginning"),
        pytest.param("@everyone [1¶2]", f"@\u200beveryone {TO_2}", id="a ping before it"),
    ],
)
def test_a_citation_leads_to_its_article_whatever_stands_around_it(text: str, said: str) -> None:
    assert shown(cards.answer(an_answer(text=text), ids))[1] == said


def test_an_article_without_an_address_is_cited_in_plain_text() -> None:
    pasted = {1: replace(BUS, canonical_url="", url=""), 2: replace(VANS, canonical_url="javascript:alert(1)")}
    said, sources = shown(cards.answer(an_answer(articles=pasted), ids))[1:3]
    assert "](" not in said + sources
    assert "£31 a ride \\[1¶2\\]. The Ledger says less \\[2¶1\\]\\[1¶3\\]" in said


def test_items_of_a_list_are_a_list() -> None:
    said = shown(cards.answer(an_answer(text="Two things:\n- one [1¶2]\n* two\n\n1. is no list"), ids))[1]
    assert said == f"Two things\\:\n- one {TO_2}\n- two\n\n1\\. is no list"


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        pytest.param({"signature": Signature(engine="extractive")}, "key passages, no AI", id="no model"),
        pytest.param({"dropped": 1}, "1 sentence could not be confirmed and was left out", id="one dropped"),
        pytest.param({"dropped": 2}, "2 sentences could not be confirmed and were left out", id="two dropped"),
        pytest.param({"cached": True}, "discuss v1 · cached, nothing spent", id="an answer that was kept"),
        pytest.param(
            {"fallback": Fallback(kind="engine-too-slow", incident="abc123", facts={"seconds": 60})},
            "did not answer within 60 seconds. These are key passages instead, no AI. \\[abc123\\]",
            id="the model failed",
        ),
    ],
)
def test_the_foot_says_who_wrote_it_and_what_was_dropped(changes: dict[str, Any], line: str) -> None:
    assert line in shown(cards.answer(an_answer(**changes), ids))[-1]


def test_nothing_is_said_of_a_cache_that_gave_nothing() -> None:
    free = an_answer(usage=replace(an_answer().usage, cached_tokens=0))
    assert "cache" not in shown(cards.answer(free, ids))[-1]


def test_articles_that_are_cited_come_first_and_a_few_others_after_them() -> None:
    articles = {n: Article(title=f"Number {n}") for n in range(1, 9)}
    asked = an_answer(text="So [3¶1].", citations=(Citation(n=3, paragraph=1),), articles=articles)
    assert shown(cards.answer(asked, ids))[2].split("\n") == [
        "-# **3** Number 3",
        "-# **1** Number 1 · not cited",
        "-# **2** Number 2 · not cited",
        "-# **4** Number 4 · not cited",
        "-# **5** Number 5 · not cited",
        "-# 3 more articles of this channel, not cited",
    ]


def test_a_link_that_could_not_be_read_is_told() -> None:
    unread = (Unread(url="https://c.example", kind="paywall", facts={"site": "c.example"}),)
    last = shown(cards.answer(an_answer(unread=unread), ids))[2].split("\n")[-1]
    assert last.startswith("-# c.example shows this article to subscribers only")


def test_whose_message_it_is_about_is_said() -> None:
    about = Remark(person=Person(id=7, name="Ben*"), text="The bus\nis a luxury.")
    assert shown(cards.answer(an_answer(about=about), ids))[0].split("\n") == [
        "-# **Ana** · What would it cost?",
        "-# on what **Ben\\*** wrote: “The bus is a luxury.”",
    ]


def test_a_question_is_shortened_and_nobody_is_somebody() -> None:
    asked = an_answer(
        text="So.", question=replace(an_answer().question, text="why " * 99, person=replace(ANA, name=""))
    )
    head = shown(cards.answer(asked, ids))[0]
    assert head.startswith("-# **Somebody** · why why")
    assert head.endswith("…")
    assert len(head) < 280


def test_a_long_answer_is_turned_like_a_book() -> None:
    pages = [cards.answer(an_answer(text="word [1¶2] " * 300), ids, page=page) for page in range(1, 9)]
    told = shown(pages[1])[-1].split("Page ")[1]
    assert told.startswith("2 of ")
    assert buttons(pages[1])["▶"]["custom_id"] == "answer page=3 turn=12"
    of = int(told.split()[-1])
    texts = [shown(page) for page in pages[:of]]
    assert "".join(text for page in texts for text in page[1:-1]).count(TO_2) == 300, "no link is cut in two"
    whole = cards.whole_answer(an_answer(text="word [1¶2] " * 300))
    assert [shown(page) for page in whole] == texts
    assert not any(map(buttons, whole))


def test_an_answer_without_a_blank_in_it_breaks_beside_its_links() -> None:
    asked = an_answer(text=("字" * 97 + "[1¶2]") * 60)
    pages = [shown(cards.answer(asked, ids, page=page)) for page in range(1, 10)]
    whole = "".join(dict.fromkeys(page[1] for page in pages))
    assert whole.count(TO_2) == 60
    assert whole.count("字") == 97 * 60


def test_an_answer_of_which_nothing_can_be_seen_says_so() -> None:
    assert "could be confirmed" in shown(cards.answer(an_answer(text="\u200b\n\n\u2066"), ids))[1]
