"""What Discord refuses is told, each limit at its border; what it takes is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.discord_openapi.bodies import (
    SMILE,
    autocomplete,
    button,
    choices,
    embed,
    field,
    layout,
    modal,
    option,
    row,
    rowed,
    select,
    slash,
    text,
    words,
    wordy,
)
from tests.discord_openapi.check import Check

CHECK = Check()
SEND = ("POST", "/channels/1/messages")
EDIT = ("PATCH", "/webhooks/1/token/messages/@original")
FOLLOW = ("POST", "/webhooks/1/token")
ANSWER = ("POST", "/interactions/1/token/callback")
SYNC = ("PUT", "/applications/1/commands")
THREAD = ("POST", "/channels/1/messages/2/threads")


def told(route: tuple[str, str], body: Any) -> list[str]:
    return list(map(str, CHECK.problems(*route, body)))


# A body at its limit, and what is told about one beyond it.
BORDERS = {
    "content": (SEND, text(content="x" * 2_000), text(content="x" * 2_001), "$.content"),
    "content in units": (SEND, text(content=SMILE * 1_000), text(content=SMILE * 1_001), "$.content"),
    "content of a followup": (FOLLOW, text(content="x" * 2_000), text(content="x" * 2_001), "$.content"),
    "title of an embed": (SEND, embed(title="x" * 256), embed(title="x" * 257), "$.embeds[0].title"),
    "text of an embed": (SEND, embed(description="x" * 4_096), embed(description="x" * 4_097), "embeds[0].description"),
    "fields": (SEND, embed(fields=[field()] * 25), embed(fields=[field()] * 26), "$.embeds[0].fields"),
    "a field's name": (SEND, embed(fields=[field("x" * 256)]), embed(fields=[field("x" * 257)]), "fields[0].name"),
    "a field without value": (SEND, embed(fields=[field()]), embed(fields=[field(value=" ")]), "fields[0].value"),
    "a field's value": (
        SEND,
        embed(fields=[field(value="x" * 1_024)]),
        embed(fields=[field(value="x" * 1_025)]),
        "fields[0].value",
    ),
    "a footer": (SEND, embed(footer={"text": "x" * 2_048}), embed(footer={"text": "x" * 2_049}), "footer.text"),
    "an author": (SEND, embed(author={"name": "x" * 256}), embed(author={"name": "x" * 257}), "author.name"),
    "an embed's address": (SEND, embed(url="https://e.test"), embed(url="javascript:x"), "$.embeds[0].url"),
    "all embeds": (
        SEND,
        text(embeds=[{"description": "x" * 3_000}, {"description": "y" * 3_000}]),
        text(embeds=[{"description": "x" * 3_000}, {"description": "y" * 3_001}]),
        "$.embeds: 6001 units",
    ),
    "components": (
        EDIT,
        layout({"type": 17, "components": [words("x")] * 39}),
        layout({"type": 17, "components": [words("x")] * 39}, words("x")),
        "41 components",
    ),
    "text of a layout": (
        EDIT,
        layout(words("x" * 2_000), words(SMILE * 1_000)),
        layout(words("x" * 2_001), words(SMILE * 1_000)),
        "4001 units",
    ),
    "blank text": (EDIT, layout(words("x")), layout(words(" \n")), "$.components[0].content"),
    "a layout without its flag": (EDIT, layout(words("x")), layout(words("x"), flags=0), "type 10 stands in layouts"),
    "a layout beside content": (EDIT, layout(words("x")), layout(words("x"), content="x"), "$.content"),
    "buttons in a row": (
        SEND,
        text(components=[row(*map(button, range(5)))]),
        text(components=[row(*map(button, range(6)))]),
        "$.components[0].components: 6 long",
    ),
    "rows": (
        SEND,
        text(components=[row(button(n)) for n in range(5)]),
        text(components=[row(button(n)) for n in range(6)]),
        "6 rows",
    ),
    "a label": (
        SEND,
        rowed(button(label="x" * 80)),
        rowed(button(label="x" * 81)),
        "81 long",
    ),
    "a button without a word": (
        SEND,
        rowed(button()),
        rowed(button(label="")),
        "label or an emoji",
    ),
    "a custom id": (
        SEND,
        rowed(button(custom_id="x" * 100)),
        rowed(button(custom_id="x" * 101)),
        "custom_id: 101 long",
    ),
    "an empty custom id": (
        SEND,
        rowed(button()),
        rowed(button(custom_id="")),
        "custom_id",
    ),
    "a custom id twice": (
        EDIT,
        layout({"type": 17, "components": [row(button(1)), row(button(2))]}),
        layout({"type": 17, "components": [row(button(1)), row(button(1))]}),
        "custom_id 'id1' stands there 2 times",
    ),
    "a link's address": (
        SEND,
        text(components=[row({"type": 2, "style": 5, "label": "x", "url": "https://e.test"})]),
        text(components=[row({"type": 2, "style": 5, "label": "x", "url": "file:///etc"})]),
        "url: not an address",
    ),
    "a button with an address": (
        SEND,
        rowed(button()),
        rowed(button(url="https://e.test")),
        "a custom_id and no url",
    ),
    "choices of a select": (
        SEND,
        rowed(select(25)),
        rowed(select(26)),
        "options: 26 long",
    ),
    "an empty select": (SEND, rowed(select(1)), rowed(select(0)), "options: []"),
    "more chosen than there is": (
        SEND,
        rowed(select(2, max_values=2)),
        rowed(select(2, max_values=3)),
        "2 options",
    ),
    "a select among buttons": (
        SEND,
        text(components=[row(select(1)), row(button())]),
        text(components=[row(select(1), button())]),
        "alone in its row",
    ),
    "a modal's title": (ANSWER, modal("x" * 45), modal("x" * 46), "$.data.title"),
    "a modal's label": (ANSWER, modal(label="x" * 45), modal(label="x" * 46), "label: 46 long"),
    "a modal's text": (ANSWER, modal(value="x" * 4_000), modal(value="x" * 4_001), "value: 4001 long"),
    "autocomplete": (ANSWER, autocomplete(choices(25)), autocomplete(choices(26)), "26"),
    "an autocompleted name": (ANSWER, autocomplete(choices(1, "x" * 100)), autocomplete(choices(1, "x" * 101)), "name"),
    "a blank suggestion": (ANSWER, autocomplete(choices(1, "x")), autocomplete(choices(1, " ")), "is blank"),
    "slash commands": (
        SYNC,
        [slash(f"a{n}") for n in range(100)],
        [slash(f"a{n}") for n in range(101)],
        "101 slash commands",
    ),
    "message commands": (
        SYNC,
        [{"name": f"Ask {n}", "type": 3} for n in range(15)],
        [{"name": f"Ask {n}", "type": 3} for n in range(16)],
        "16 message commands",
    ),
    "a command twice": (SYNC, [slash(), {"name": "ask", "type": 3}], [slash(), slash()], "'ask' stands there 2 times"),
    "a capital in a name": (SYNC, [slash("größe")], [slash("Größe")], "capital letters"),
    "a blank in a name": (SYNC, [slash("forget-me")], [slash("forget me")], "is no name"),
    "a name": (SYNC, [slash("x" * 32)], [slash("x" * 33)], "name"),
    "a description": (SYNC, [slash(description="x" * 100)], [slash(description="x" * 101)], "description"),
    "no description": (SYNC, [slash()], [slash(description="")], "description"),
    "options": (
        SYNC,
        [slash(options=[option(f"o{n}") for n in range(25)])],
        [slash(options=[option(f"o{n}") for n in range(26)])],
        "options: 26 long",
    ),
    "an option twice": (SYNC, [slash(options=[option()])], [slash(options=[option(), option()])], "option 'url'"),
    "an option's name": (SYNC, [slash(options=[option()])], [slash(options=[option("Url")])], "capital letters"),
    "what is required last": (
        SYNC,
        [slash(options=[option(required=True), option("b")])],
        [slash(options=[option(), option("b", required=True)])],
        "required options come first",
    ),
    "choices": (
        SYNC,
        [slash(options=[option(choices=choices(25))])],
        [slash(options=[option(choices=choices(26))])],
        "choices: 26 long",
    ),
    "characters of a command": (SYNC, [wordy("x" * 11)], [wordy("x" * 12)], "8001 characters of names"),
    "a thread's name": (THREAD, {"name": "x" * 100}, {"name": "x" * 101}, "$.name: 101 long"),
    "a thread without a name": (THREAD, {"name": "x"}, {"name": " "}, "$.name: is blank"),
    "an empty message": (SEND, text(), text(content=""), "an empty message"),
    "no word about mentions": (SEND, text(), {"content": "x"}, "$.allowed_mentions"),
    "mentions of all": (EDIT, text(), text(allowed_mentions={"parse": ["everyone"]}), "$.allowed_mentions"),
    "the default of mentions": (FOLLOW, text(), text(allowed_mentions={}), "$.allowed_mentions"),
    "one who is mentioned": (SEND, text(), text(allowed_mentions={"parse": [], "users": ["1"]}), "pings"),
    "the one who is answered": (SEND, text(), text(allowed_mentions={"parse": [], "replied_user": True}), "pings"),
    "mentions in a first answer": (
        ANSWER,
        {"type": 4, "data": text()},
        {"type": 4, "data": {"content": "x"}},
        "$.data.allowed",
    ),
    "mentions in an update": (
        ANSWER,
        {"type": 7, "data": text()},
        {"type": 7, "data": {"content": "x"}},
        "$.data.allowed",
    ),
    "a nonce": (SEND, text(nonce="x" * 25), text(nonce="x" * 26), "$.nonce"),
    "a shape": (SEND, text(), text(components={}), "$.components"),
    "a kind of component": (SEND, text(), text(components=[{"type": 99}]), "type 99 is none of"),
    "a kind of answer": (ANSWER, {"type": 5}, {"type": 3}, "type 3 is none of"),
}


@pytest.mark.parametrize(("route", "fits", "exceeds", "where"), BORDERS.values(), ids=BORDERS)
def test_a_limit_is_told_beyond_it_and_not_at_it(route: tuple[str, str], fits: Any, exceeds: Any, where: str) -> None:
    assert told(route, fits) == []
    complaints = told(route, exceeds)
    assert any(where in complaint for complaint in complaints), complaints
    assert all(len(complaint) < 300 for complaint in complaints)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("GET", "/users/@me", None, id="no body"),
        pytest.param("PATCH", "/channels/1/messages/2", layout(words("x")) | {"tts": False}, id="an edit"),
        pytest.param("PATCH", "/channels/1/messages/2", {"flags": 4}, id="an edit that says nothing new"),
        pytest.param("POST", "/interactions/1/token/callback", {"type": 5, "data": {"flags": 64}}, id="deferred"),
        pytest.param("POST", "/interactions/1/token/callback", {"type": 6}, id="an update deferred"),
        pytest.param("POST", "/channels/1/messages", text(message_reference={"message_id": 1}), id="a reply"),
        pytest.param("PUT", "/applications/1/guilds/2/commands", [slash()], id="a server's commands"),
        pytest.param("DELETE", "/webhooks/1/token/messages/@original", None, id="a deletion"),
    ],
)
def test_what_a_bot_sends_every_day_is_taken(method: str, path: str, body: Any) -> None:
    assert told((method, path), body) == []


@pytest.mark.parametrize(
    ("method", "path", "body", "what"),
    [
        pytest.param("POST", "/channels/1/message", {}, "no such route", id="a path that there is not"),
        pytest.param("PUT", "/channels/1/messages", {}, "no such route", id="a method that it has not"),
        pytest.param("DELETE", "/channels/1/messages/2", {"x": 1}, "takes no body", id="a body where none is taken"),
        pytest.param("POST", "/users/@me/channels", {"recipient_id": "me"}, "$.recipient_id", id="an id of letters"),
    ],
)
def test_a_request_that_discord_does_not_know_is_told(method: str, path: str, body: Any, what: str) -> None:
    [complaint] = told((method, path), body)
    assert what in complaint


def test_a_file_is_at_most_ten_mebibytes() -> None:
    most = 10 * 1024 * 1024
    assert CHECK.problems(*SEND, text(), (most,) * 10) == ()
    assert "files[1]" in str(CHECK.problems(*SEND, text(), (1, most + 1))[0])
    assert "11 files" in str(CHECK.problems(*SEND, text(), (1,) * 11)[0])


def test_the_same_body_is_judged_by_the_route_that_it_goes_to() -> None:
    body = {"type": 5}
    assert told(ANSWER, body) == []
    assert told(SYNC, [body]) != []
