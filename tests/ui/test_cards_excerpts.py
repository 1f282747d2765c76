"""How quotations, a critique, and what opens a discussion look on cards of their own."""

from __future__ import annotations

from bot.models.summary import Argument, Nature, Quote, Remark
from bot.ui import cards
from tests.ui.cards_sample import an_answer
from tests.ui.reading import buttons, ids, shown

HEAD = """\
-# Op\\-ed · The Harrow Courier
### [The bus is no luxury](https://a.example/1)
-# Miriam Osei · 12 March 2026 · 1 min to read"""


def test_quotations_stand_with_their_speakers_and_paragraphs() -> None:
    two = (
        Quote(text="They can do the sums.", speaker="Anjali Mehta", paragraph=3),
        Quote(text="Empty seats", speaker="", paragraph=1),
    )
    view = cards.quotes(an_answer(quotes=two), ids)
    assert shown(view) == [
        HEAD,
        "**In their words**\n> “They can do the sums.”\n> -# Anjali Mehta · ¶3\n> “Empty seats”\n> -# ¶1",
        "-# Each stands in the article word for word; ¶ is its paragraph",
    ]
    assert set(buttons(view)) == {"Read the original"}


def test_a_critique_says_what_it_rests_on() -> None:
    assert shown(cards.critique(an_answer(), ids)) == [
        HEAD,
        "**What a critic would ask**\n- the fifth comes without a source \\(¶3\\)",
        "-# Seen in the text itself; ¶ is the paragraph. No facts were checked",
    ]


def test_what_there_is_none_of_is_said() -> None:
    bare = an_answer(quotes=(), critique=())
    assert shown(cards.quotes(bare, ids))[1] == shown(cards.critique(bare, ids))[1] == "There are none in this summary."


def test_many_quotations_are_turned_by_the_same_ask() -> None:
    many = tuple(Quote(text="word " * 80, speaker="", paragraph=n) for n in range(1, 20))
    turned = buttons(cards.quotes(an_answer(quotes=many, language="de"), ids, page=2))
    assert turned["▶"]["custom_id"] == "quotes article=7 language=de length=standard page=3"
    more = tuple(Remark(text="word " * 80, paragraphs=(n,)) for n in range(1, 20))
    assert buttons(cards.critique(an_answer(critique=more), ids))["▶"]["custom_id"].startswith("critique article=7")


def test_a_discussion_opens_with_the_thesis_and_how_to_ask() -> None:
    view = cards.essence(an_answer())
    *said, how = shown(view)
    assert said == [
        HEAD,
        "**The author claims**\nThe council should keep the night service.",
        "- Taxis cost more. *fact* ¶2\n- Two nurses will quit. *prediction* ¶1 ¶3",
    ]
    for way in ("reply to one of my messages", "mention me", "`/ask`", "with its ping on", "`/context show`"):
        assert way in how
    assert set(buttons(view)) == {"Read the original"}


def test_the_best_points_are_those_with_support_in_the_authors_order() -> None:
    said = tuple(
        Argument(claim=f"Claim {n}.", support="Because." if n in {2, 4, 5} else "", nature=Nature.FACT, paragraphs=(n,))
        for n in range(1, 6)
    )
    points = shown(cards.essence(an_answer(arguments=said)))[2]
    assert points == (
        "- Claim 2. *fact* ¶2\n- Claim 4. *fact* ¶4\n- Claim 5. *fact* ¶5\n\n-# 2 more arguments on the card"
    )


def test_without_a_thesis_the_summary_opens_it() -> None:
    assert shown(cards.essence(an_answer(thesis="")))[1] == "**The author claims**\nKeep the bus."
    assert len(shown(cards.essence(an_answer(thesis="", tldr="", arguments=())))) == 2
