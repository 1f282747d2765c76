"""How a test drives it: over HTTP, below /control. Waiting is done here, at the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.false_discord.gateway import Gateway
from tests.false_discord.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL,
    TOKEN_SECONDS,
    Interaction,
    Interactions,
)
from tests.false_discord.journal import Journal
from tests.false_discord.news import News
from tests.false_discord.payloads import Payload, text
from tests.false_discord.rest import answer
from tests.false_discord.talking import Talk
from tests.false_discord.world import Fault, World

KINDS = {"slash": COMMAND, "message": COMMAND, "press": COMPONENT, "autocomplete": AUTOCOMPLETE, "modal": MODAL}
_OPTION_TYPES: dict[type, int] = {str: 3, bool: 5, int: 4, float: 10}


class Control:
    """Never a part of what is measured: it asks for nothing while something else is under way."""

    def __init__(
        self, world: World, interactions: Interactions, gateway: Gateway, journal: Journal, news: News, talk: Talk
    ) -> None:
        self._world, self._interactions, self._gateway = world, interactions, gateway
        self._journal, self._news, self._talk = journal, news, talk

    def add_to(self, app: web.Application) -> None:
        for path, handler in {
            "guild": self._guild, "leave": self._leave, "user": self._user, "say": self._say, "drop": self._drop,
            "interactions": self._interact, "wait": self._wait, "connected": self._connected, "fault": self._fault,
            "message": self._message, "state": self._state, "change": self._change, "unsay": self._unsay,
            "remove": self._remove, "archive": self._archive, "expire": self._expire, "replies": self._replies,
        }.items():  # fmt: skip
            app.router.add_post(f"/control/{path}", handler)

    async def _guild(self, request: web.Request) -> web.Response:
        told = await request.json()
        guild = self._world.add_guild(told["name"], told["channels"], told["permissions"])
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
        """A member's message, in a channel or, when none is named, to the bot alone."""
        told = await request.json()
        place = self._place(told)
        message = self._talk.said(place["id"], told["body"], told["user"])
        self._journal.note("said", id=message["id"], channel=place["id"])
        return answer(message)

    async def _change(self, request: web.Request) -> web.Response:
        told = await request.json()
        return answer(self._talk.edit(told["message"], told["body"]))

    async def _unsay(self, request: web.Request) -> web.Response:
        """One message, or several of one channel at once."""
        ids = (await request.json())["messages"]
        if len(ids) == 1:
            self._talk.delete(ids[0])
        else:
            self._talk.delete_many(self._world.message(ids[0])["channel_id"], ids)
        return answer({})

    async def _remove(self, request: web.Request) -> web.Response:
        self._talk.remove((await request.json())["channel"])
        return answer({})

    async def _archive(self, request: web.Request) -> web.Response:
        told = await request.json()
        self._talk.put_away(told["thread"], locked=told["locked"])
        return answer({})

    async def _expire(self, request: web.Request) -> web.Response:
        """The tokens of these interactions live no more."""
        for interaction_id in (await request.json())["ids"]:
            self._interactions.get(interaction_id).dispatched -= TOKEN_SECONDS
        return answer({})

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
        return answer(
            {
                "bot": world.bot_user["id"], "commands": world.commands, "messages": world.messages,
                "channels": world.channels,
            }
        )  # fmt: skip

    async def _interact(self, request: web.Request) -> web.Response:
        """One after the other without a pause."""
        begun = [self._begin(told) for told in await request.json()]
        for interaction in begun:
            self._journal.note("dispatch", id=interaction.id, kind=interaction.payload["type"])
            interaction.dispatched = self._world.clock.monotonic()
            self._gateway.dispatch("INTERACTION_CREATE", interaction.payload)
        return answer([interaction.id for interaction in begun])

    def _begin(self, told: Payload) -> Interaction:
        world, kind, channel = self._world, told["kind"], self._place(told)
        message = world.message(told["message"]) if told.get("message") else None
        data = {"press": self._pressed, "modal": self._submitted}.get(kind, self._called)(told, channel)
        asked_from = message if kind in ("press", "modal") else None
        return self._interactions.begin(KINDS[kind], data, channel, told["user"], asked_from)

    def _place(self, told: Payload) -> Payload:
        """The channel that is named, else the direct message with the bot."""
        world = self._world
        return world.direct_channel(told["user"]) if told["channel"] is None else world.channel(told["channel"])

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
        labels = [{"type": 18, "id": 1, "component": field} for field in fields]
        return {"custom_id": told["custom_id"], "components": labels}

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

    async def _replies(self, request: web.Request) -> web.Response:
        """Until so many of these messages have a reply of the bot's, `shown` or `answered`, or the time is over.

        Returns the last reply to each, None where there is none.
        """
        told = await request.json()
        enough, marks = told["at_least"] or len(told["to"]), tuple(told["progress"])

        def come(message_id: str) -> bool:
            reply = self._reply_to(message_id)
            return reply is not None and (told["until"] == "shown" or not _is_progress(reply, marks))

        await self._news.until(lambda: sum(map(come, told["to"])) >= enough, told["seconds"])
        return answer([self._reply_to(message_id) for message_id in told["to"]])

    def _reply_to(self, message_id: str) -> Payload | None:
        own = self._world.bot_user["id"]
        replies = (
            message
            for message in reversed(self._world.messages.values())
            if message["author"]["id"] == own and message.get("message_reference", {}).get("message_id") == message_id
        )
        return next(replies, None)

    def _is_answered(self, one: Interaction, progress: tuple[str, ...]) -> bool:
        message = self._world.messages.get(one.original) if one.original else None
        return one.is_shown and not (message and _is_progress(message, progress))

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


def _is_progress(message: Payload, marks: tuple[str, ...]) -> bool:
    """Whether one of its lines begins as those do that say how far an answer is."""
    return any(line.removeprefix("-# ").startswith(marks) for line in text(message).split("\n"))


def _option(name: str, value: Any, focused: str | None) -> Payload:
    option = {"name": name, "type": _OPTION_TYPES[type(value)], "value": value}
    return {**option, "focused": True} if name == focused else option
