"""What Discord would refuse cannot be built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import discord
import pytest

from bot.models.article import Article, Kind
from bot.models.comparison import Conflict, Side
from bot.models.discussion import Kept, Memo, Person
from bot.models.discussion import Remark as Message
from bot.models.found import Found, Hit
from bot.models.summary import Argument, Fallback, Grounding, Length, Nature, Options, Quote, Remark, Signature
from bot.services.compare import Compared
from bot.ui import cards
from bot.ui.cards.layout import Beside, BeyondDiscord, Card, button, link_button, select
from tests.ui.cards_sample import ANSWER, SAID
from tests.ui.reading import assert_discord_accepts, buttons, ids, shown
from tests.ui.talk_sample import ASKED as TALK
from tests.ui.talk_sample import MEMORY, ROOM
from tests.ui.test_cards_comparisons import SAID as COMPARED

GREY = discord.Colour(0x99AAB5)


def card(*texts: str, rows: int = 0, of: int = 5) -> Card:
    return Card(texts, [[button("B", f"{row}.{n}") for n in range(of)] for row in range(rows)], colour=GREY)


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(lambda: card("x" * 4_001), id="too long a text"),
        pytest.param(lambda: card("x" * 2_000, "👩" * 1_001), id="texts too long together, in the larger unit"),
        pytest.param(lambda: card(), id="no text"),
        pytest.param(lambda: card("x", " "), id="a text with nothing in it"),
        pytest.param(lambda: card(*"x" * 21), id="too many components"),
        pytest.param(lambda: card("x", rows=7), id="too many components in rows"),
        pytest.param(lambda: card("x", rows=1, of=6), id="too many buttons in a row"),
        pytest.param(lambda: button("B", ""), id="no custom id"),
        pytest.param(lambda: button("B", "x" * 101), id="too long a custom id"),
        pytest.param(lambda: select("S", "x" * 101, [("a", "")]), id="too long a custom id of a menu"),
        pytest.param(lambda: select("S", "s", []), id="a menu of nothing"),
        pytest.param(lambda: select("S", "s", [("a", "")] * 26), id="too long a menu"),
        pytest.param(lambda: Card(["x"], [[button("A", "1")], [button("B", "1")]], colour=GREY), id="an id twice"),
        pytest.param(
            lambda: Card([Beside("x", button("A", "1"))], [select("S", "1", [("a", "")])], colour=GREY),
            id="an id twice, at a side and in a menu",
        ),
    ],
)
def test_what_is_beyond_a_limit_is_not_built(build: Callable[[], object]) -> None:
    with pytest.raises(BeyondDiscord):
        build()


def test_what_just_fits_is_built() -> None:
    for view in (card("x" * 4_000), card("x" * 2_000, "👩" * 1_000), card(*"x" * 20), card("x", rows=6)):
        assert_discord_accepts(view)
    assert_discord_accepts(Card(["x"], [select("S", "s" * 100, [("a", "")] * 25)], colour=GREY))


def test_a_label_is_shortened() -> None:
    view = Card(["x"], [[button("word " * 40, "1")]], colour=GREY)
    [label] = buttons(view)
    assert len(label) <= 80
    assert label.endswith("word…")


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://a.example/x?y=1#z", ["https://a.example/x?y=1#z"], id="an address"),
        pytest.param("http://127.0.0.1:8080/x", ["http://127.0.0.1:8080/x"], id="a number for a host"),
        pytest.param("https://bücher.example/ü", ["https://xn--bcher-kva.example/%C3%BC"], id="letters of all kinds"),
        pytest.param("https://a.example/" + "x" * 494, ["https://a.example/" + "x" * 494], id="512 characters"),
        pytest.param("https://a.example/" + "x" * 495, [], id="513 characters"),
        pytest.param("https://a.example/" + "ü" * 100, [], id="513 characters when it is written out"),
        pytest.param("javascript:alert(1)", [], id="a script"),
        pytest.param("http://wiki/page", [], id="a host without a dot"),
        pytest.param("https://bank.example@evil.example/", [], id="a host that hides behind another"),
    ],
)
def test_only_addresses_that_discord_takes_get_a_button(url: str, linked: list[str]) -> None:
    assert [found.url for found in link_button("Read", url)] == linked


async def test_a_card_is_not_kept_to_wait_for_presses() -> None:
    view = card("x", rows=1)
    assert view.is_finished()
    assert view.timeout is None


def test_a_text_may_have_a_button_at_its_side() -> None:
    view = Card(["head", Beside("hit", button("Open", "1"))], colour=GREY)
    assert shown(view) == ["head", "hit"]
    assert buttons(view)["Open"]["custom_id"] == "1"


def test_the_widest_of_everything_still_fits() -> None:
    wide = "@*" * 2_000
    article = Article(
        canonical_url="https://a.example/" + "x" * 680, title=wide, authors=(wide,), site=wide, kind=Kind.OP_ED
    )
    said = replace(
        SAID,
        tldr=wide,
        thesis=wide,
        arguments=(Argument(claim=wide, support=wide, nature=Nature.RECOMMENDATION, paragraphs=(9_999,) * 30),) * 4,
        quotes=(Quote(text=wide, speaker=wide, paragraph=9_999),) * 3,
        critique=(Remark(text=wide, paragraphs=(9_999,) * 30),),
        grounding=Grounding(quotes_offered=9, names_unmatched=(wide,)),
        fallback=Fallback(kind="gone", incident=wide),
    )
    earlier = datetime(2026, 3, 1, tzinfo=UTC)
    answer = replace(ANSWER, article=article, summary=said, earlier=earlier, options=Options(length=Length.SHORT))
    side = Side(n=1, claim=wide, paragraphs=(9_999,) * 30)
    conflict = Conflict(point=wide, sides=(side, side))
    compared = Compared(
        article_ids=(10**9,) * 3,
        articles=(replace(article, canonical_url="https://a.example/" + "x" * 230),) * 3,
        comparison=replace(COMPARED, question=wide, conflicts=(conflict,), fallback=said.fallback),
        usage=answer.usage,
        cached=False,
        options=Options(),
    )
    hit = Hit(article_id=10**18, article=replace(article, canonical_url="https://a.example/" + "x" * 160),
              snippet=f"\x02{wide}\x03" * 30, asked_at=earlier)  # fmt: skip
    hits = tuple(replace(hit, article_id=hit.article_id + n) for n in range(6))
    for view in (
        *(cards.summary(answer, ids, page=page, threads=True) for page in range(1, 40)),
        *(cards.quotes(answer, ids, page=page) for page in range(1, 20)),
        cards.essence(answer),
        *(cards.comparison(compared, ids, page=page) for page in range(1, 40)),
        cards.articles(Found(query=wide[:60], total=10**6, offset=10, hits=hits), ids, page=3),
        *_talks(wide, article, said.fallback),
    ):
        assert_discord_accepts(view)


def _talks(wide: str, article: Article, fallback: Fallback | None) -> Iterator[discord.ui.LayoutView]:
    """The widest cards of a discussion."""
    somebody = Person(id=1, name=wide)
    question = replace(TALK.question, text=wide, person=somebody, about=Message(person=somebody, text=wide))
    said = replace(
        TALK.answer,
        text=f"{wide} [1¶2]\n\n{wide}",
        dropped=10**9,
        signature=Signature(engine="openai", model=wide),
        fallback=fallback,
    )
    asked = replace(TALK, turn_id=2**62, question=question, answer=said, articles=dict.fromkeys(range(1, 99), article))
    yield from cards.whole_answer(asked)
    yield from (cards.answer(asked, ids, page=page) for page in range(1, 9))
    yield cards.writing(question, wide)
    memos = tuple(Memo(kind=kind, text=wide, turns=(1,), person=somebody) for kind in Kept)
    room = replace(ROOM, articles=asked.articles, memory=replace(MEMORY, memos=memos), tokens={wide: 1, "window": 2})
    yield from (cards.context(room, ids, days=30, may_clear=True, page=page) for page in range(1, 40))
    yield from (cards.clearing(room, ids), cards.cleared(room))
