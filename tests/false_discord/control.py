"""How a test drives it: over HTTP, below /control. Waiting is done here, at the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.false_discord.gateway import Gateway
from tests.false_discord.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Interaction, Interactions
from tests.false_discord.journal import Journal
from tests.false_discord.news import News
from tests.false_discord.payloads import Payload, text
from tests.false_discord.rest import answer
from tests.false_discord.world import Fault, World

KINDS = {"slash": COMMAND, "message": COMMAND, "press": COMPONENT, "autocomplete": AUTOCOMPLETE, "modal": MODAL}
_OPTION_TYPES: dict[type, int] = {str: 3, bool: 5, int: 4, float: 10}


class Control:
    """Never a part of what is measured: it asks for nothing while something else is under way."""

    def __init__(
        self, world: World, interactions: Interactions, gateway: Gateway, journal: Journal, news: News
    ) -> None:
        self._world, self._interactions, self._gateway = world, interactions, gateway
        self._journal, self._news = journal, news

    def add_to(self, app: web.Application) -> None:
        for path, handler in {
            "guild": self._guild, "leave": self._leave, "user": self._user, "say": self._say, "drop": self._drop,
            "interactions": self._interact, "wait": self._wait, "connected": self._connected, "fault": self._fault,
            "message": self._message, "state": self._state,
        }.items():  # fmt: skip
            app.router.add_post(f"/control/{path}", handler)

    async def _guild(self, request: web.Request) -> web.Response:
        told = await request.json()
        guild = self._world.add_guild(told["name"], told["channels"])
        whole = self._world.guild_create(guild["id"])
        self._gateway.dispatch("GUILD_CREATE", whole)
        return answer(
            {"id": guild["id"], "channels": {channel["name"]: channel["id"] for channel in whole["channels"]}}
        )

    async def _leave(self, request: web.Request) -> web.Response:
        guild_id = (await request.json())["guild"]
        del self._world.guilds[guild_id]
        self._gateway.dispatch("GUILD_DELETE", {"id": guild_id}, guild_id)
        return answer({})

    async def _user(self, request: web.Request) -> web.Response:
        return answer(self._world.user((await request.json())["name"]))

    async def _say(self, request: web.Request) -> web.Response:
        """A member's message; the bot hears of it as far as it has no privileged intent: elsewhere without content."""
        told = await request.json()
        channel = self._world.channel(told["channel"])
        message = self._world.post(channel["id"], told["body"], told["user"])
        heard = {**message, **({"guild_id": channel["guild_id"]} if channel.get("guild_id") else {})}
        self._gateway.dispatch("MESSAGE_CREATE", heard)
        return answer(message)

    async def _drop(self, request: web.Request) -> web.Response:
        told = await request.json()
        if told.get("forget"):
            self._gateway.forget_sessions()
        return answer({"connections": await self._gateway.drop(told.get("code"))})

    async def _fault(self, request: web.Request) -> web.Response:
        self._world.faults.append(Fault(**await request.json()))
        return answer({})

    async def _message(self, request: web.Request) -> web.Response:
        return answer(self._world.message((await request.json())["message"]))

    async def _state(self, _: web.Request) -> web.Response:
        world = self._world
        return answer({"commands": world.commands, "messages": world.messages, "channels": world.channels})

    async def _interact(self, request: web.Request) -> web.Response:
        """One after the other without a pause."""
        begun = [self._begin(told) for told in await request.json()]
        for interaction in begun:
            self._journal.note("dispatch", id=interaction.id, kind=interaction.payload["type"])
            interaction.dispatched = self._world.clock.monotonic()
            self._gateway.dispatch("INTERACTION_CREATE", interaction.payload)
        return answer([interaction.id for interaction in begun])

    def _begin(self, told: Payload) -> Interaction:
        world, kind = self._world, told["kind"]
        channel = world.direct_channel(told["user"]) if told["channel"] is None else world.channel(told["channel"])
        message = world.message(told["message"]) if told.get("message") else None
        data = {"press": self._pressed, "modal": self._submitted}.get(kind, self._called)(told, channel)
        asked_from = message if kind in ("press", "modal") else None
        return self._interactions.begin(KINDS[kind], data, channel, told["user"], asked_from)

    def _called(self, told: Payload, channel: Payload) -> Payload:
        command = self._command(told["name"], 3 if told["kind"] == "message" else 1, channel)
        data: Payload = {"id": command["id"], "name": command["name"], "type": command["type"]}
        if told["kind"] == "message":
            target = self._world.message(told["message"])
            return {**data, "target_id": target["id"], "resolved": {"messages": {target["id"]: target}}}
        options = [_option(name, value, told.get("focused")) for name, value in told.get("options", {}).items()]
        for name in reversed(told.get("path", [])):
            options = [{"type": 2 if options and options[0]["type"] == 1 else 1, "name": name, "options": options}]
        return {**data, "options": options}

    def _pressed(self, told: Payload, _: Payload) -> Payload:
        values = {"values": told["values"]} if told.get("values") else {}
        return {"custom_id": told["custom_id"], "component_type": 3 if values else 2, "id": 1, **values}

    def _submitted(self, told: Payload, _: Payload) -> Payload:
        fields = [{"type": 4, "custom_id": name, "value": value, "id": 2} for name, value in told["fields"].items()]
        rows = [{"type": 1, "id": 1, "components": [field]} for field in fields]
        return {"custom_id": told["custom_id"], "components": rows}

    def _command(self, name: str, kind: int, channel: Payload) -> Payload:
        places = ("", channel.get("guild_id") or "")
        known = [command for place in places for command in self._world.commands.get(place, [])]
        return next(command for command in known if (command["name"], command["type"]) == (name, kind))

    async def _wait(self, request: web.Request) -> web.Response:
        """Until so many of `ids` are acknowledged, shown or answered, or the time is over; returns their states.

        Answered is what is shown and begins with none of `progress`.
        """
        told = await request.json()
        mine = [self._interactions.get(interaction_id) for interaction_id in told["ids"]]
        enough, progress = told["at_least"] or len(mine), tuple(told["progress"])
        has_come: Callable[[Interaction], bool] = {
            "acknowledged": lambda one: one.acknowledged is not None,
            "shown": lambda one: one.is_shown,
            "answered": lambda one: self._is_answered(one, progress),
        }[told["until"]]
        await self._news.until(lambda: sum(map(has_come, mine)) >= enough, told["seconds"])
        return answer([self._told(interaction, progress) for interaction in mine])

    def _is_answered(self, one: Interaction, progress: tuple[str, ...]) -> bool:
        message = self._world.messages.get(one.original) if one.original else None
        return one.is_shown and not (message and text(message).startswith(progress))

    async def _connected(self, request: web.Request) -> web.Response:
        """Until `times` sessions began or were taken up, and one is connected."""
        told, gateway = await request.json(), self._gateway
        done = await self._news.until(
            lambda: gateway.is_connected and gateway.identified + gateway.resumed >= told["times"], told["seconds"]
        )
        return answer({"connected": done, "identified": gateway.identified, "resumed": gateway.resumed})

    def _told(self, one: Interaction, progress: tuple[str, ...]) -> dict[str, Any]:
        messages = self._world.messages
        return {
            "id": one.id, "kind": one.payload["type"], "acknowledged": one.acknowledged, "after": one.after,
            "shown": one.is_shown,
            "answered": self._is_answered(one, progress), "edits": one.edits, "data": one.data,
            "original": messages.get(one.original) if one.original else None,
            "followups": [messages[message_id] for message_id in one.followups if message_id in messages],
        }  # fmt: skip


def _option(name: str, value: Any, focused: str | None) -> Payload:
    option = {"name": name, "type": _OPTION_TYPES[type(value)], "value": value}
    return {**option, "focused": True} if name == focused else option
