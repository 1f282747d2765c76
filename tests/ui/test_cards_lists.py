"""How searches, settings and help look."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.models.article import Article, Kind
from bot.models.found import Found, Hit
from bot.models.preference import Preference, Preferences
from bot.models.summary import Length
from bot.ui import cards
from bot.ui.cards import CommandHelp
from bot.ui.cards.searches import marked
from tests.ui.reading import buttons, components, ids, shown

BUS = Article(
    canonical_url="https://a.example/1", title="Keep the bus", authors=("Miriam Osei",), site="The Courier",
    kind=Kind.OP_ED,
)  # fmt: skip
ASKED = datetime(2026, 3, 1, tzinfo=UTC)


def a_hit(number: int = 12, **changes: Any) -> Hit:
    values: dict[str, Any] = {"article": BUS, "snippet": "the night \x02bus\x03 is [no] luxury", "asked_at": ASKED}
    return Hit(article_id=number, **values | changes)


def test_a_search_shows_each_article_with_the_words_marked_and_a_button() -> None:
    view = cards.articles(Found(query="bus", total=1, offset=0, hits=(a_hit(),)), ids)
    head, hit = shown(view)
    assert head == "### 1 article with “bus”"
    assert hit.split("\n") == [
        "**[Keep the bus](https://a.example/1)**",
        "-# \\#12 · Op\\-ed · The Courier · Miriam Osei · <t:1772323200:R>",
        "the night **bus** is \\[no\\] luxury",
    ]
    assert {label: button["custom_id"] for label, button in buttons(view).items()} == {
        "Summarize": "summarize article=12"
    }
    assert [item["type"] for item in components(view)].count(9) == 1


def test_pages_of_a_search_are_turned_by_the_same_query() -> None:
    hits = tuple(a_hit(n) for n in range(5))
    found = buttons(cards.articles(Found(query="bus", total=12, offset=5, hits=hits), ids, page=2))
    assert found["◀"]["custom_id"] == "articles page=1 query=bus"
    assert found["▶"]["custom_id"] == "articles page=3 query=bus"
    assert found["6–10 of 12"]["disabled"]
    assert not found["◀"].get("disabled")
    assert not found["▶"].get("disabled")


@pytest.mark.parametrize(
    ("offset", "stopped"),
    [pytest.param(0, "◀", id="the first page"), pytest.param(10, "▶", id="the last page")],
)
def test_a_search_ends_at_its_ends(offset: int, stopped: str) -> None:
    hits = tuple(a_hit(n) for n in range(min(5, 12 - offset)))
    found = buttons(cards.articles(Found(query="", total=12, offset=offset, hits=hits), ids, page=offset // 5 + 1))
    assert [label for label in ("◀", "▶") if found[label]["disabled"]] == [stopped]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("bus*", "Nothing here has “bus\\*” in it.", id="nothing fits"),
        pytest.param("", "Nobody has asked about an article here yet.", id="nothing is here"),
    ],
)
def test_a_search_that_found_nothing_says_so(query: str, said: str) -> None:
    view = cards.articles(Found(query=query, total=0, offset=0, hits=()), ids)
    assert shown(view) == [said]
    assert buttons(view) == {}


def test_hits_beyond_the_room_are_counted() -> None:
    hits = tuple(a_hit(n) for n in range(8))
    assert shown(cards.articles(Found(query="", total=8, offset=0, hits=hits), ids))[-1].startswith("-# 2 more found")


@pytest.mark.parametrize(
    ("snippet", "said"),
    [
        pytest.param("a \x02b\x03 c", "a **b** c", id="a word"),
        pytest.param("\x02a\x03 \x02b\x03c", "**a b**c", id="words side by side"),
        pytest.param("\x02a*\x03", "**a\\***", id="a mark in it"),
        pytest.param("a \x02b", "a **b**", id="not closed"),
        pytest.param("a\x03 b", "a b", id="not opened"),
        pytest.param("\x02\x03a", "a", id="nothing in it"),
        pytest.param("\x02a \x03b", "a b", id="a blank at its end, which would break the bold"),
        pytest.param("\ue000a\ue001", "a", id="the stand-ins of the marks"),
    ],
)
def test_marked_words_are_bold(snippet: str, said: str) -> None:
    assert marked(snippet, 100) == said


def test_a_long_snippet_is_cut_after_a_word_and_its_bold_closed() -> None:
    assert marked("one \x02two three four five\x03", 20) == "one **two three**…"


def test_settings_say_what_holds_and_where_it_comes_from() -> None:
    server, channel = Preference(length=Length.DEEP, language="de"), Preference(length=Length.SHORT)
    here = Preference(length=Length.SHORT, language="de")
    told = shown(cards.settings(Preferences(server=server, channel=channel, effective=here)))[0]
    assert told.split("\n") == [
        "### What holds in this channel",
        "- **Length** short",
        "-# the channel's own; the server's is deep",
        "- **Language** de",
        "-# the server's",
        "- **Prompt** the newest version",
        "- **Alerts** where a feed or digest was asked for",
    ]


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        pytest.param(False, "- **Alerts** in <#77>", id="to who can see it"),
        pytest.param(True, "- **Alerts** in a channel that you cannot see", id="to who cannot"),
    ],
)
def test_the_channel_for_notices_is_named_to_who_can_see_it(hidden: bool, said: str) -> None:
    server = Preference(alerts=77)
    told = shown(cards.settings(Preferences(server=server, channel=None, effective=server), hides_alerts=hidden))[0]
    assert told.split("\n")[-1] == said


def test_settings_of_another_channel_name_it() -> None:
    nothing = Preferences(server=Preference(), channel=None, effective=Preference())
    told = shown(cards.settings(nothing, channel_id=5))[0]
    assert told.startswith("### What holds in <#5>\n- **Length** standard\n")


COMMANDS = [
    CommandHelp("</summarize:1>", "say what the author claims", "Articles"),
    CommandHelp("`/settings show`", "what holds here", "Moderators"),
    CommandHelp("</compare:2>", "read [two] side by side", "Articles"),
]


def test_help_lists_commands_by_group_and_says_what_is_read() -> None:
    commands, talking, pressed, read = shown(cards.help(COMMANDS))
    assert commands.split("\n") == [
        "### What you can do here",
        "",
        "**Articles**",
        "- </summarize:1> say what the author claims",
        "- </compare:2> read \\[two\\] side by side",
        "",
        "**Moderators**",
        "- `/settings show` what holds here",
    ]
    assert "**Ask me** by a mention" in talking
    assert "**Discuss** opens a thread" in pressed
    assert "nothing else in this channel" in read
    assert "no AI" not in read


def test_help_explains_key_sentences_where_there_is_no_model() -> None:
    assert "“Key sentences, no AI”" in shown(cards.help(COMMANDS, model=False))[-1]


def test_help_says_how_a_digest_comes_about_to_who_may_have_one() -> None:
    schedule = CommandHelp("</digest schedule:3>", "have a channel told", "For moderators")
    assert any("**A digest a day:**" in text for text in shown(cards.help([*COMMANDS, schedule])))
    assert not any("A digest a day" in text for text in shown(cards.help(COMMANDS)))


def test_help_without_any_command_still_helps() -> None:
    assert shown(cards.help([]))[0] == "### What you can do here"


def test_help_that_does_not_fit_says_where_the_rest_is() -> None:
    assert shown(cards.help(COMMANDS * 60))[0].endswith("-# There are more: type / to see them all.")
