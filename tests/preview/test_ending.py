"""The process ends when it is told to, whatever is under way."""

from __future__ import annotations

import signal
from pathlib import Path

import aiohttp
import pytest

from tests.cli.commands import CommandLine
from tests.cli.pages import served
from tests.preview.wire import Wire
from tests.web import Web


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
async def test_in_the_midst_of_a_fetch_it_ends_cleanly(tmp_path: Path, web: Web, number: int) -> None:
    web.page("/never", delay=120.0)
    settings = {"FETCH_ALLOW_PRIVATE_NETWORKS": "1", "FETCH_PORTS": str(web.port), "LOG_LEVEL": "ERROR"}
    with served(CommandLine(tmp_path, settings), "preview", "--port", "0") as page:
        async with aiohttp.ClientSession() as http:
            wire = Wire(http, page.url)
            await wire.open()
            done = await wire.run("summarize", url=web.url("/never"))
            assert done["acknowledgement"] == "deferred"
            assert web.is_asked("/never")
        assert page.end_by(number) == (0, "")


async def test_it_ends_by_the_pages_own_button(tmp_path: Path) -> None:
    with served(CommandLine(tmp_path), "preview", "--port", "0") as page:
        async with aiohttp.ClientSession() as http:
            wire = Wire(http, page.url)
            await wire.open()
            await wire.act("close")
        assert page.end_by(0) == (0, "")  # no signal
