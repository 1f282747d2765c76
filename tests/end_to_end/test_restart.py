"""Killed in the midst of fifty commands: after the restart everyone has an answer or a sentence, and buttons live."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.commands import SAMPLE
from tests.false_discord.driver import PROGRESS, FalseDiscord, Server, false_discord, press, running_bot, slash
from tests.false_discord.interactions import DEFER
from tests.false_discord.payloads import Payload, components, text
from tests.web import Web

BUTTON, LINK = 2, 5
HELD = 300.0  # seconds, and the web server's end at the latest
COMMANDS = 50


def is_told(message: Payload | None) -> bool:
    """Whether somebody who reads it knows: no spinner, no progress without an end."""
    said = text(message).strip() if message else ""
    return bool(said) and not said.startswith(PROGRESS)


def buttons(message: Payload, label: str = "") -> list[str]:
    """Their custom ids."""
    found = [part for part in components(message, BUTTON) if part["style"] != LINK and not part.get("disabled")]
    return [part["custom_id"] for part in found if label in (part.get("label") or "")]


def article(web: Web, path: str, *, held: bool) -> str:
    """The first who asks for it waits when it is held; whoever asks later gets it at once."""
    page = SAMPLE.read_text("utf-8").replace("The night bus", f"The bus of {path}")
    for delay in ([HELD] if held else []) + [0.0]:
        web.page(path, page, delay=delay)
    return web.url(path)


async def asked(discord: FalseDiscord, server: Server, user: Payload, urls: Sequence[str]) -> list[str]:
    rooms = list(server.channels.values())
    wanted = (slash(user, rooms[n % len(rooms)], "summarize", url=url) for n, url in enumerate(urls))
    return await discord.interact(*wanted)


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("acknowledged", id="when the last was acknowledged"),
        pytest.param("shown", id="when some see how far their answer is"),
    ],
)
async def test_killed_in_the_midst_of_fifty_commands_everybody_is_told(tmp_path: Path, web: Web, moment: str) -> None:
    async with false_discord(tmp_path) as discord:
        server, ada = await discord.server("Harrow", *"abcde"), await discord.user("ada")
        known, held = article(web, "/known", held=False), article(web, "/held", held=True)
        async with running_bot(discord, tmp_path, FETCH_PORTS=str(web.port)) as bot:
            await discord.connected(1)
            [card] = await discord.states(await asked(discord, server, ada, [known]))
            ids = await asked(discord, server, ada, [held if n % 5 else known for n in range(COMMANDS)])
            before = await discord.states(ids, until="acknowledged")
            if moment == "shown":
                before = await discord.states(ids, until="shown", at_least=COMMANDS // 5 + 1)
            assert [state["acknowledged"] for state in before] == [DEFER] * COMMANDS
            await bot.kill()
        assert not all(is_told(state["original"]) for state in before)

        async with running_bot(discord, tmp_path, FETCH_PORTS=str(web.port)):
            await discord.connected(2)
            after = await discord.states(ids)
            assert [state["id"] for state in after if not is_told(state["original"])] == []
            await every_button_answers(discord, ada, card["original"])
            if moment == "shown":
                again = next(state["original"] for state in after if buttons(state["original"], "again"))
                state = await discord.answer(press(ada, again, buttons(again, "again")[0]))
                assert "The bus of /held" in text(state["original"])


async def every_button_answers(discord: FalseDiscord, user: Payload, card: Payload) -> None:
    assert buttons(card)
    for custom_id in buttons(card):
        state = await discord.answer(press(user, card, custom_id))
        assert is_told(state["original"]), custom_id
        assert "failed" not in text(state["original"]), custom_id
