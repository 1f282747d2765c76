"""The real client in a simulated Discord, for one test."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import simcord

from bot.app import create_client
from bot.clock import Clock
from bot.config import Settings
from tests.clocks import ManualClock
from tests.web import Web

WAIT = 30.0  # seconds that the simulator waits for work on real sockets and processes


def settings_of(tmp_path: Path, web: Web, **values: Any) -> Settings:
    """A file of the test's own, and its web server as all the web that there is."""
    return Settings(
        database_path=tmp_path / "commentary.sqlite3",
        fetch_allow_private_networks=True,
        fetch_ports=(web.port,),
        **values,
    )


@asynccontextmanager
async def running(tmp_path: Path, web: Web, *, clock: Clock | None = None, **values: Any) -> AsyncIterator[simcord.Env]:
    """The bot at READY."""
    client = create_client(settings_of(tmp_path, web, **values), clock=clock or ManualClock())
    async with client, simcord.run(client, settle_timeout=WAIT) as env:
        yield env


def member_of(env: simcord.Env, name: str = "alice", **permissions: bool) -> tuple[Any, Any]:
    """A member with these permissions, and a channel, of a server of their own."""
    import discord

    guild = env.create_guild()
    roles = [guild.create_role("role", permissions=discord.Permissions(**permissions))] if permissions else []
    return guild.add_member(env.create_user(name), roles=roles), guild.create_text_channel("opinion")


def _walk(item: Any) -> Iterator[Any]:
    if isinstance(item, dict):
        yield item
        for value in item.values():
            yield from _walk(value)
    elif isinstance(item, list):
        for value in item:
            yield from _walk(value)


def components(message: Any) -> list[dict[str, Any]]:
    """All components of a message, nested ones included, as they went over the wire."""
    raw = [c if isinstance(c, dict) else c.to_dict() for c in message.components]
    return [item for item in _walk(raw) if "type" in item]


def shown(message: Any) -> str:
    """All the text of a message."""
    return "\n".join(item["content"] for item in components(message) if isinstance(item.get("content"), str))


def buttons(message: Any) -> dict[str, str]:
    """Custom ids by label; links have none."""
    return {item.get("label", ""): item["custom_id"] for item in components(message) if item.get("custom_id")}


def rows(tmp_path: Path, query: str) -> list[tuple[Any, ...]]:
    """What the database holds."""
    with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:
        return db.execute(query).fetchall()
