"""What a message says to the bot: whether it is meant at all, what is asked, about what."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.ui.asks import Ask
from bot.ui.hearing import EMPTY, UNREADABLE, Hearing
from bot.ui.keys import Signer
from tests.false_discord import payloads
from tests.ui.messages import attachment, message_data

ME, ANA, BOB, GUILD, CHANNEL, ROLE, OTHER_ROLE = 1, 100, 101, 7, 10, 20, 21
NOW = "2026-11-24T08:00:00+00:00"
SIGNER = Signer(b"secret")
ROLES: list[dict[str, Any]] = [
    {"id": str(ROLE), "name": "Commentary", "tags": {"bot_id": str(ME)}},
    {"id": str(OTHER_ROLE), "name": "editors"},
]
PLAIN_ROLE: dict[str, Any] = {
    "permissions": "0", "position": 1, "color": 0, "hoist": False, "managed": False, "mentionable": True, "flags": 0,
    "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
}  # fmt: skip


def user(number: int, name: str, *, bot: bool = False) -> dict[str, Any]:
    return payloads.user(str(number), name, bot=bot)


USERS = {
    ME: user(ME, "Commentary", bot=True),
    ANA: user(ANA, "Ana"),
    BOB: user(BOB, "Bob"),
    9: user(9, "Feed", bot=True),
}


class Place:
    """One server with one channel, and direct messages with Ana."""

    def __init__(self) -> None:
        self._client = discord.Client(intents=discord.Intents.none())
        self.state: Any = self._client._connection
        self.me = self.state.user = discord.ClientUser(state=self.state, data=USERS[ME])  # type: ignore[arg-type]
        data = payloads.guild(str(GUILD), "Harrow", "1", NOW, payloads.member(USERS[ME]))
        data |= {"channels": [payloads.channel(str(CHANNEL), "opinion", 0) | {"guild_id": str(GUILD)}], "threads": []}
        data["roles"] += [{**PLAIN_ROLE, **role} for role in ROLES]
        self.guild = discord.Guild(data=data, state=self.state)  # type: ignore[arg-type]
        self.state._guilds[GUILD] = self.guild

    def message(self, content: str, *, author: int = ANA, direct: bool = False, **facts: Any) -> discord.Message:
        """As it comes over the gateway; those whom the text names are mentioned."""
        named = [one for number, one in USERS.items() if f"<@{number}>" in content]
        roles = [role["id"] for role in ROLES if f"<@&{role['id']}>" in content]
        here = {"channel_id": "50"} if direct else {"channel_id": str(CHANNEL), "guild_id": str(GUILD)}
        channel: Any = discord.DMChannel._from_message(self.state, 50) if direct else self.guild.get_channel(CHANNEL)
        mentioned = {"mentions": named, "mention_roles": roles}
        data: Any = message_data(content) | {"author": USERS[author]} | mentioned | here | facts
        return discord.Message(state=self.state, channel=channel, data=data)

    def data(self, content: str, *, author: int, number: int = 900, **facts: Any) -> dict[str, Any]:
        """A message that another one replies to."""
        here = {"channel_id": str(CHANNEL), "guild_id": str(GUILD), "id": str(number), "author": USERS[author]}
        return message_data(content) | here | facts


def replying(to: dict[str, Any], *, ping: bool = True) -> dict[str, Any]:
    """What a reply has besides its words."""
    reference = {"message_id": to["id"], "channel_id": str(CHANNEL), "guild_id": str(GUILD), "type": 0}
    return {"type": 19, "message_reference": reference, "referenced_message": to} | (
        {"mentions": [to["author"]]} if ping else {}
    )


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def hearing(place: Place) -> Hearing:
    return Hearing(place.me, SIGNER)


def asked(heard: Ask | str | None) -> str:
    assert isinstance(heard, Ask), heard
    return heard.args["question"]


@pytest.mark.parametrize(
    ("content", "question"),
    [
        pytest.param("<@1> what would it cost?", "what would it cost?", id="the mention comes first"),
        pytest.param("what would it cost, <@1> ?", "what would it cost, ?", id="it comes within"),
        pytest.param("<@!1>  what\nwould   it cost?", "what\nwould it cost?", id="it has its old form; lines are kept"),
        pytest.param("<@&20> what would it cost?", "what would it cost?", id="it is the bot's own role"),
        pytest.param("<@1> is <@101> right, <@&21>?", "is @Bob right, @editors?", id="others are called by name"),
        pytest.param("<@1> as in <#10> <:bus:5>", "as in #opinion :bus:", id="channels and emoji are too"),
        pytest.param("<@1> and <@55> <#56>", "and @somebody #channel", id="whom nobody knows has no number"),
    ],
)
def test_words_are_read_as_members_read_them(place: Place, hearing: Hearing, content: str, question: str) -> None:
    mentions: dict[str, Any] = {"mentions": [USERS[ME]]} if "<@!1>" in content else {}
    assert asked(hearing.heard(place.message(content, **mentions))) == question


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        pytest.param("", {}, id="what others say to each other, which is not shown to it"),
        pytest.param("@everyone read this", {"mention_everyone": True}, id="a word to everyone"),
        pytest.param("<@&21> read this", {}, id="a word to another role"),
        pytest.param("<@1> hello", {"author": 9}, id="another bot's word"),
        pytest.param("<@1> hello", {"webhook_id": "5"}, id="a webhook's"),
        pytest.param("<@1> hello", {"type": 7}, id="Discord's own"),
    ],
)
def test_what_is_not_meant_for_it_is_not_heard(
    place: Place, hearing: Hearing, content: str, facts: dict[str, Any]
) -> None:
    assert hearing.heard(place.message(content, **facts)) is None


def test_a_message_of_a_server_that_is_not_known_is_no_direct_message(place: Place, hearing: Hearing) -> None:
    message = place.message("<@1> hello")
    message.guild = None
    assert hearing.heard(message) is None


@pytest.mark.parametrize("direct", [True, False], ids=["in a direct message", "in a server"])
def test_a_mention_alone_is_no_question(place: Place, hearing: Hearing, direct: bool) -> None:
    assert hearing.heard(place.message("<@1>", direct=direct)) == EMPTY


def test_in_a_direct_message_every_word_is_meant_for_it(place: Place, hearing: Hearing) -> None:
    heard = hearing.heard(place.message("what would it cost?", direct=True))
    assert asked(heard) == "what would it cost?"


def test_a_question_says_who_asks_and_which_message_it_is(place: Place, hearing: Hearing) -> None:
    heard = hearing.heard(place.message("<@1> why?"))
    assert heard == Ask("ask", {"question": "why?", "person": "100", "name": "Ana", "key": "1000", "message": "1000"})


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@1> https://a.example/1", "What does the author claim, and on what grounds? https://a.example/1"),
        ("https://a.example/1\n<@1>, https://b.example/2", "What do the authors claim, on what grounds, and where do"),
        ("<@1> fair? https://a.example/1", "fair? https://a.example/1"),
        ("<@1> https://a.example/cat.png", "https://a.example/cat.png"),
    ],
    ids=["one link", "several", "with a question", "a picture is no article"],
)
def test_nothing_but_links_asks_what_they_claim(place: Place, hearing: Hearing, content: str, question: str) -> None:
    assert asked(hearing.heard(place.message(content))).startswith(question)


def test_a_file_is_read_besides_the_links_in_the_words(place: Place, hearing: Hearing) -> None:
    message = place.message("<@1> fair? https://a.example/1", attachments=[attachment("column.txt", "text/plain")])
    heard = hearing.heard(message)
    assert isinstance(heard, Ask)
    assert heard.args["links"] == "https://cdn.discordapp.com/attachments/1/2/column.txt?ex=3"


# --- replies -------------------------------------------------------------------------------------------------------


def card_of(*articles: str, place: int = GUILD) -> list[dict[str, Any]]:
    """A card's components, as Discord sends them."""
    ids = SIGNER.at(place)
    asks = [Ask("quotes", {"article": one}) for one in articles]
    if len(articles) > 1:
        asks = [Ask("comparison", {"articles": ".".join(articles), "page": "2"})]
    pressed = [{"type": 2, "style": 2, "label": str(n), "custom_id": ids(ask), "id": n} for n, ask in enumerate(asks)]
    return [
        {
            "type": 17,
            "id": 1,
            "components": [{"type": 10, "id": 2, "content": "x"}, {"type": 1, "id": 3, "components": pressed}],
        }
    ]


@pytest.mark.parametrize(
    ("components", "articles"),
    [
        pytest.param(card_of("12"), "12", id="the card of one article"),
        pytest.param(card_of("12", "15", "9"), "12.15.9", id="a comparison"),
        pytest.param(card_of("12", place=8), None, id="buttons of another server's"),
        pytest.param([], None, id="an answer without buttons"),
    ],
)
def test_a_reply_to_a_card_is_about_its_articles(
    place: Place, hearing: Hearing, components: list[dict[str, Any]], articles: str | None
) -> None:
    card = place.data("", author=ME, components=components)
    heard = hearing.heard(place.message("why?", **replying(card)))
    assert isinstance(heard, Ask)
    assert (heard.args["reply_to"], heard.args.get("articles")) == ("900", articles)
    assert "about_text" not in heard.args


def test_a_reply_to_somebody_that_mentions_it_is_about_their_words(place: Place, hearing: Hearing) -> None:
    embed = {"type": "rich", "title": "Bus news", "description": "It was cut."}
    target = place.data("The bus is empty. <@1>", author=BOB, mentions=[USERS[ME]], embeds=[embed])
    heard = hearing.heard(place.message("<@1> is that so?", **replying(target, ping=False)))
    assert isinstance(heard, Ask)
    assert {name: heard.args[name] for name in ("about_id", "about_name", "about_text", "reply_to")} == {
        "about_id": "101",
        "about_name": "Bob",
        "about_text": "The bus is empty.\nBus news\nIt was cut.",
        "reply_to": "900",
    }


@pytest.mark.parametrize("ping", [False, True], ids=["without a ping", "to a command's answer, which pings nobody"])
def test_a_reply_whose_words_are_not_shown_is_known_as_one(place: Place, hearing: Hearing, ping: bool) -> None:
    message = place.message("", **replying(place.data("So it is.", author=ME), ping=ping))
    assert hearing.heard(message) == UNREADABLE


def test_a_reply_to_another_that_does_not_mention_it_is_none_of_its_business(place: Place, hearing: Hearing) -> None:
    assert hearing.heard(place.message("", **replying(place.data("", author=BOB)))) is None


def test_a_reply_to_what_is_gone_is_a_question_like_any(place: Place, hearing: Hearing) -> None:
    gone = replying(place.data("So it is.", author=ME)) | {"referenced_message": None, "mentions": [USERS[ME]]}
    heard = hearing.heard(place.message("<@1> why?", **gone))
    assert isinstance(heard, Ask)
    assert "reply_to" not in heard.args
