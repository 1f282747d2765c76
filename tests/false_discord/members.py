"""Members of a server who do this and that, at random but the same each time."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Sequence

from tests.false_discord.driver import FalseDiscord, Server, autocomplete, message_command, press, slash
from tests.false_discord.payloads import Payload, components

BUTTON, LINK = 2, 5
REMEMBERED = 40  # cards whose buttons may be pressed, and answers that may be replied to
QUESTIONS = ("What does the author claim?", "What would it cost?", "Who says so?", "And what speaks against it?")


class Members:
    """urls: articles that they ask about. What the bot has no command for, they do not do.

    `act` does one thing with commands and buttons, `talk` says one thing to the bot.
    """

    def __init__(self, discord: FalseDiscord, server: Server, users: Sequence[Payload], urls: Sequence[str]) -> None:
        self._discord, self._server, self._users, self._urls = discord, server, users, urls
        self._chance = random.Random(1)
        self._rooms = [*server.channels.values(), None]
        self._cards: deque[Payload] = deque(maxlen=REMEMBERED)
        self._links: list[Payload] = []
        self._answers: deque[Payload] = deque(maxlen=REMEMBERED)

    async def arrive(self) -> None:
        """Post some links, on which message commands are tried."""
        for url in self._urls[:5]:
            told = {"channel": self._rooms[0], "user": self._users[0], "body": {"content": f"Read this: {url}"}}
            self._links.append(await self._discord.ask("say", **told))

    async def act(self, *, seconds: float = 30.0) -> Payload:
        """One thing, and what became of it within that time."""
        wanted = self._chance.choice(self._kinds())()
        until = "acknowledged" if wanted["kind"] in ("press", "autocomplete") else "answered"
        [state] = await self._discord.states(await self._discord.interact(wanted), until=until, seconds=seconds)
        if state["original"] and wanted["kind"] == "slash" and _buttons(state["original"]):
            self._cards.append(state["original"])
        return {**state, "wanted": wanted}

    async def talk(self, *, seconds: float = 30.0) -> tuple[Payload, Payload | None]:
        """A question by a mention, a reply to an answer, or a direct message; the message, and the reply to it."""
        mention, question = await self._discord.mention(), self._chance.choice(QUESTIONS)
        who, answer = self._who(), self._chance.choice([None, *self._answers])
        if answer:
            asked = await self._discord.say(who, answer["channel_id"], question, reply_to=answer["id"])
        elif room := self._where():
            asked = await self._discord.say(who, room, f"{mention} {question} {self._url()}")
        else:
            asked = await self._discord.say(who, None, f"{question} {self._url()}")
        [reply] = await self._discord.replies([asked], seconds=seconds)
        if reply and reply["channel_id"] in self._rooms:  # a direct message is its writer's alone
            self._answers.append(reply)
        return asked, reply

    def _kinds(self) -> list[Callable[[], Payload]]:
        return [
            self._summarize, self._summarize, self._summarize, self._privately, self._compare, self._search, self._help,
            self._language, self._message, self._ask, *([self._press] * 3 if self._cards else []),
        ]  # fmt: skip

    def _who(self) -> Payload:
        return self._chance.choice(self._users)

    def _where(self) -> str | None:
        return self._chance.choice(self._rooms)

    def _url(self) -> str:
        return self._chance.choice(self._urls)

    def _summarize(self) -> Payload:
        length = self._chance.choice(["short", "standard", "deep"])
        return slash(self._who(), self._where(), "summarize", url=self._url(), length=length)

    def _privately(self) -> Payload:
        return slash(self._who(), self._where(), "summarize", url=self._url(), private=True)

    def _compare(self) -> Payload:
        first, second = self._chance.sample(self._urls, 2)
        return slash(self._who(), self._where(), "compare", first=first, second=second)

    def _ask(self) -> Payload:
        question = self._chance.choice(QUESTIONS)
        return slash(self._who(), self._where(), "ask", question=question, article=self._url())

    def _search(self) -> Payload:
        return slash(
            self._who(), self._where(), "articles", query=self._chance.choice(["bus", "night council", "tram"])
        )

    def _help(self) -> Payload:
        return slash(self._who(), self._where(), "help")

    def _language(self) -> Payload:
        return autocomplete(self._who(), self._where(), "summarize", "language", url="x", language="ge")

    def _message(self) -> Payload:
        link = self._chance.choice(self._links)
        return message_command(self._who(), link["channel_id"], "Summarize article", link["id"])

    def _press(self) -> Payload:
        card = self._chance.choice(self._cards)
        return press(self._who(), card, self._chance.choice(_buttons(card)))


def _buttons(message: Payload) -> list[str]:
    found = [part for part in components(message, BUTTON) if part["style"] != LINK and not part.get("disabled")]
    return [part["custom_id"] for part in found]
