"""Members who talk to the bot in every way there is, at a quick pace; what each of them asked is written down."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ui.sentences import ENGLISH
from tests.false_discord.driver import PROGRESS, FalseDiscord, press, slash
from tests.false_discord.payloads import Payload, components, text

BUTTON, LINK = 2, 5
PATIENCE = 2.5  # seconds; then a member asks the next thing


@dataclass(frozen=True, slots=True)
class Place:
    """Where people talk; guild: "0" for a direct message, which `user` has with the bot."""

    guild: str
    channel: str
    user: Payload | None = None

    @property
    def named(self) -> str | None:
        """As a member names it: a direct message has no channel."""
        return None if self.user else self.channel


@dataclass(slots=True)
class Asked:
    """One question: its text as the bot should keep it, and the message or the interaction that it came as."""

    number: int
    place: Place
    text: str
    message: str = ""
    interaction: str = ""
    presses: list[str] = field(default_factory=list)


class Talkers:
    """up: whether the bot is there, as members see it. url: the article that a room's first question is about."""

    def __init__(self, discord: FalseDiscord, bot: str, users: Sequence[Payload], seed: int) -> None:
        self._discord, self._bot, self._users = discord, bot, users
        self._chance = random.Random(seed)
        self._replied: dict[str, str] = {}
        self.asked: list[Asked] = []
        self.up = asyncio.Event()

    async def talk(self, place: Place) -> None:
        """On and on."""
        while True:
            await self.up.wait()
            asked = await self.ask(place)
            answer = await self.answer_to(asked, PATIENCE)
            if answer and said_again(answer) and self._chance.random() < 0.5:
                await self.press_again(asked, answer)
                answer = await self.answer_to(asked, PATIENCE)
            if answer and asked.message and not said_again(answer):
                self._replied[place.channel] = answer["id"]

    async def ask(self, place: Place, *, url: str = "") -> Asked:
        """By a command, by a mention, by a reply to an answer; or, in a direct message, just so."""
        number = len(self.asked) + 1
        says = f"Question {number}: I paid {number} crowns for the bus to Leyburn; what does the author say of that?"
        asked = Asked(number, place, f"{says} {url}".strip())
        self.asked.append(asked)
        user, way = place.user or self._chance.choice(self._users), self._chance.choice(["command", "words", "reply"])
        if way == "command" or url:
            [asked.interaction] = await self._discord.interact(slash(user, place.named, "ask", question=asked.text))
            return asked
        to = self._replied.get(place.channel) if way == "reply" else None
        words = asked.text if to or place.user else f"<@{self._bot}> {asked.text}"
        asked.message = (await self._discord.say(user, place.named, words, reply_to=to))["id"]
        return asked

    async def answer_to(self, asked: Asked, seconds: float) -> Payload | None:
        """What stands there at last."""
        if asked.interaction:
            ids = [asked.presses[-1] if asked.presses else asked.interaction]
            [state] = await self._discord.states(ids, seconds=seconds)
            return state["original"] if state["original"] and not is_progress(state["original"]) else None
        [reply] = await self._discord.replies([Payload(id=asked.message)], seconds=seconds)
        return reply if reply and not is_progress(reply) else None

    async def press_again(self, asked: Asked, told: Payload) -> bool:
        """The button that asks again; False where there is none."""
        user = asked.place.user or self._chance.choice(self._users)
        if not (ids := again(told)):
            return False
        asked.presses += await self._discord.interact(press(user, told, ids[0]))
        return True


def again(message: Payload) -> list[str]:
    """The custom ids of its buttons that ask again."""
    found = [part for part in components(message, BUTTON) if part["style"] != LINK and not part.get("disabled")]
    return [part["custom_id"] for part in found if "again" in (part.get("label") or "")]


def said_again(message: Payload) -> bool:
    """Whether who reads it is told to ask again."""
    return ENGLISH["restarting"] in text(message)


def is_progress(message: Payload) -> bool:
    """A spinner, or what says that there is more to come."""
    said = text(message).strip()
    return not said or any(line.removeprefix("-# ").startswith(PROGRESS) for line in said.split("\n"))
