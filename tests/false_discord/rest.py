"""The REST side: what a bot asks for, with Discord's refusals. Everything goes into the journal."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.false_discord import payloads
from tests.false_discord.gateway import Gateway
from tests.false_discord.interactions import Interactions
from tests.false_discord.journal import Journal
from tests.false_discord.limits import Limits
from tests.false_discord.news import News
from tests.false_discord.payloads import Payload
from tests.false_discord.posting import Posting
from tests.false_discord.talking import Talk
from tests.false_discord.world import Fault, Refusal, World

API = "/api/v10"
Handler = Callable[[web.Request, Any], Any]


def answer(payload: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON; discord.py reads it only when its type stands alone, without a charset."""
    if payload is None:
        return web.Response(status=204, headers=headers)
    kind = {"Content-Type": "application/json"}
    return web.Response(status=status, body=json.dumps(payload).encode(), headers=kind | (headers or {}))


class Rest:
    """Every request is news."""

    def __init__(
        self, world: World, interactions: Interactions, gateway: Gateway, journal: Journal, news: News, talk: Talk,
        posting: Posting, limits: Limits,
    ) -> None:  # fmt: skip
        self._world, self._interactions, self._gateway = world, interactions, gateway
        self._journal, self._news, self._talk = journal, news, talk
        self._posting, self._limits = posting, limits

    def add_to(self, app: web.Application) -> None:
        """Its routes, and one for everything that it does not know."""
        channel, message = "/channels/{channel}", "/channels/{channel}/messages/{message}"
        hook = "/webhooks/{application}/{token}"
        routes: dict[str, Handler] = {
            "GET /users/@me": lambda _, __: self._world.bot_user,
            "GET /users/@me/guilds": lambda _, __: list(self._world.guilds.values()),
            "POST /users/@me/channels": self._open_direct,
            "GET /oauth2/applications/@me": lambda _, __: self._application(),
            "GET /applications/@me": lambda _, __: self._application(),
            "GET /gateway": lambda _, __: {"url": self._gateway.url},
            "GET /gateway/bot": lambda _, __: self._gateway.start(),
            "GET /applications/{application}/commands": self._commands,
            "PUT /applications/{application}/commands": self._put_commands,
            "GET /applications/{application}/guilds/{guild}/commands": self._commands,
            "PUT /applications/{application}/guilds/{guild}/commands": self._put_commands,
            "POST /interactions/{id}/{token}/callback": self._callback,
            f"POST {hook}": self._follow_up,
            f"GET {hook}/messages/{{message}}": self._hook_message,
            f"PATCH {hook}/messages/{{message}}": self._edit_hook_message,
            f"DELETE {hook}/messages/{{message}}": self._delete_hook_message,
            f"GET {channel}": lambda r, _: self._world.channel(r.match_info["channel"]),
            f"POST {channel}/typing": lambda _, __: None,
            f"POST {channel}/messages": self._posting.post,
            f"GET {channel}/messages": self._posting.history,
            f"GET {message}": self._posting.message,
            f"PATCH {message}": lambda r, b: self._talk.edit(self._posting.message(r, b)["id"], b),
            f"DELETE {message}": self._delete,
            f"PATCH {channel}": self._edit_channel,
            f"POST {message}/threads": self._thread_from_message,
            f"POST {channel}/threads": self._thread,
        }
        for route, handler in routes.items():
            method, _, path = route.partition(" ")
            app.router.add_route(method, API + path, self._served(handler))
        app.router.add_route("*", API + "/{rest:.*}", self._served(_unknown))

    def _served(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            path = request.path.removeprefix(API)
            body, sizes = await _body(request)
            with self._world.at_work():
                response = await self._response(handler, request, path, body)
            status = response.status if response else 0
            self._journal.note("request", method=request.method, path=path, body=body, file_bytes=sizes, status=status)
            await self._news.changed()
            if response is None:
                assert request.transport
                request.transport.abort()
                return web.Response()
            return response

        return serve

    async def _response(self, handler: Handler, request: web.Request, path: str, body: Any) -> web.Response | None:
        verdict = self._limits.look(request.method, path)
        if verdict.status != 200:
            return answer(verdict.body, verdict.status, verdict.headers)
        fault = next((fault for fault in self._world.faults if fault.fits(request.method, path)), None)
        response = await self._faulty(fault, handler, request, body) if fault else _carried_out(handler, request, body)
        if response is not None:
            response.headers.update(verdict.headers)
        return response

    async def _faulty(self, fault: Fault, handler: Handler, request: web.Request, body: Any) -> web.Response | None:
        """What goes wrong; None is a connection that breaks."""
        fault.times -= 1
        self._world.struck += 1
        await self._world.clock.sleep(fault.delay)
        is_done = fault.done or (fault.delay and not fault.status)
        done = _carried_out(handler, request, body) if is_done else None
        await self._news.changed()
        if fault.holds:
            self._world.under_way -= 1
            await asyncio.Event().wait()
        if fault.delay and not fault.status:
            return done
        return answer(fault.body or {}, fault.status, fault.headers) if fault.status else None

    def _application(self) -> Payload:
        return payloads.application(self._world.application_id, self._world.bot_user["username"], self._world.new_id())

    def _open_direct(self, _: web.Request, body: Any) -> Payload:
        return self._world.direct_channel(self._world.users[str(body["recipient_id"])])

    def _commands(self, request: web.Request, _: Any) -> list[Payload]:
        return self._world.commands.get(request.match_info.get("guild", ""), [])

    def _put_commands(self, request: web.Request, body: Any) -> list[Payload]:
        """Those that were there keep their ids."""
        place, world = request.match_info.get("guild", ""), self._world
        known = {(old["name"], old["type"]): old["id"] for old in world.commands.get(place, [])}
        where = {"guild_id": place} if place else {}
        world.commands[place] = [
            {
                **payloads.command(world.application_id),
                **command,
                "id": known.get((command["name"], command.get("type", 1))) or world.new_id(),
                "version": world.new_id(),
                **where,
            }
            for command in body
        ]
        return world.commands[place]

    def _callback(self, request: web.Request, body: Any) -> Payload | None:
        told = self._interactions.callback(request.match_info["id"], request.match_info["token"], body)
        return told if request.query.get("with_response") in ("1", "true") else None

    def _of_webhook(self, request: web.Request) -> Any:
        return self._interactions.of_webhook(request.match_info["application"], request.match_info["token"])

    def _follow_up(self, request: web.Request, body: Any) -> Payload:
        return self._interactions.follow_up(self._of_webhook(request), body)

    def _hook_message(self, request: web.Request, _: Any) -> Payload:
        message_id = self._interactions.message_id(self._of_webhook(request), request.match_info["message"])
        return self._world.message(message_id)

    def _edit_hook_message(self, request: web.Request, body: Any) -> Payload:
        interaction = self._of_webhook(request)
        message_id = self._interactions.message_id(interaction, request.match_info["message"])
        return self._interactions.edit(interaction, message_id, body)

    def _delete_hook_message(self, request: web.Request, _: Any) -> None:
        interaction = self._of_webhook(request)
        message_id = self._interactions.message_id(interaction, request.match_info["message"])
        del self._world.messages[self._world.message(message_id)["id"]]
        interaction.edits += message_id == interaction.original

    def _delete(self, request: web.Request, body: Any) -> None:
        self._talk.delete(self._posting.message(request, body)["id"])

    def _thread_from_message(self, request: web.Request, body: Any) -> Payload:
        message = self._posting.message(request, body)
        if message["id"] in self._world.channels:
            raise Refusal(400, 160004, "A thread has already been created for this message")
        thread = self._world.thread(self._world.channel(message["channel_id"]), body["name"], message["id"])
        return self._announced(thread)

    def _thread(self, request: web.Request, body: Any) -> Payload:
        return self._announced(self._world.thread(self._world.channel(request.match_info["channel"]), body["name"]))

    def _edit_channel(self, request: web.Request, body: Any) -> Payload:
        """A thread is taken out of the archive, or put there."""
        channel = self._world.channel(request.match_info["channel"])
        known = channel.get("thread_metadata", {})
        known.update({name: value for name, value in body.items() if name in known})
        self._gateway.dispatch("THREAD_UPDATE" if known else "CHANNEL_UPDATE", channel)
        return channel

    def _announced(self, thread: Payload) -> Payload:
        self._gateway.dispatch("THREAD_CREATE", {**thread, "newly_created": True})
        return thread


def _unknown(_: web.Request, __: Any) -> None:
    raise Refusal(404, 0, "404: Not Found")


def _carried_out(handler: Handler, request: web.Request, body: Any) -> web.Response:
    try:
        return answer(handler(request, body))
    except Refusal as refusal:
        return answer(refusal.body, refusal.status)


async def _body(request: web.Request) -> tuple[Any, list[int]]:
    """The JSON, that of a multipart's `payload_json` too, and the sizes of the files beside it."""
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return (json.loads(text) if text else None), []
    body, sizes = None, []
    async for part in await request.multipart():
        assert part is not None
        octets = bytes(await part.read())  # type: ignore[union-attr]
        if part.name == "payload_json":  # type: ignore[union-attr]
            body = json.loads(octets)
        else:
            sizes.append(len(octets))
    return body, sizes
