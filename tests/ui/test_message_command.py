"""**Summarize article** on a message: its link, one out of several, or that there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.clock import SystemClock
from tests.cli.commands import SAMPLE
from tests.ui.simulated import buttons, member_of, running, shown
from tests.web import Web

NAME = "Summarize article"


@pytest.fixture
def pages(web: Web) -> Web:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    web.page("/opinion/other", SAMPLE.read_bytes().replace(b"The night bus is not a luxury", b"Vans will do"))
    return web


async def test_the_one_link_of_a_message_is_read(tmp_path: Path, pages: Web) -> None:
    async with running(tmp_path, pages) as env:
        alice, channel = member_of(env)
        message = await alice.send(channel, f"have you seen this? ({pages.url('/opinion/bus')}).")
        answered = await alice.context_menu(channel, NAME, message)
        assert "The night bus is not a luxury" in shown(answered.response)


async def test_of_several_links_one_is_chosen(tmp_path: Path, pages: Web) -> None:
    async with running(tmp_path, pages, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        message = await alice.send(channel, f"{pages.url('/opinion/bus')} or {pages.url('/opinion/other')}")
        menu = (await alice.context_menu(channel, NAME, message)).response
        assert pages.requests == []
        [custom_id] = buttons(menu).values()
        await alice.select(menu, ["1"], custom_id=custom_id)
        [card] = [m for m in channel.history() if m.id == menu.id]
        assert "Vans will do" in shown(card)
        assert pages.paths() == ["/opinion/other"]


async def test_a_message_without_a_link_is_told_so(tmp_path: Path, pages: Web) -> None:
    async with running(tmp_path, pages) as env:
        alice, channel = member_of(env)
        message = await alice.send(channel, "good morning")
        answered = await alice.context_menu(channel, NAME, message)
        assert "There is no link to an article in this message" in shown(answered.response)


ARTICLE = """\
The night bus is not a luxury

The council should keep the night bus. Nurses need it, and so do the bakers who open at four.

Officers say that it costs too much. "Every seat is empty," Dale Whitcombe told the committee in March.

That is not what the drivers count. On a Monday in May twenty-six people rode the ten past one, and all of them were
going to work. A bus that carries them is no luxury, and a town that ends it will pay for their taxis instead.
"""


async def test_a_message_that_is_the_article_is_read(tmp_path: Path, pages: Web) -> None:
    async with running(tmp_path, pages) as env:
        alice, channel = member_of(env)
        message = await alice.send(channel, ARTICLE)
        answered = await alice.context_menu(channel, NAME, message)
        assert "The night bus is not a luxury" in shown(answered.response)
        assert "Every seat is empty" in shown(answered.response)


async def test_a_text_is_taken_in_the_place_of_an_address(tmp_path: Path, pages: Web) -> None:
    async with running(tmp_path, pages) as env:
        alice, channel = member_of(env)
        answered = await alice.slash(channel, "summarize", url=ARTICLE)
        assert "### The night bus is not a luxury" in shown(answered.response)
    assert pages.requests == []
