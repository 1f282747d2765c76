"""The page in a headless Chromium, over the process that users start."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.preview.examples import HOST
from tests.cli.commands import CommandLine
from tests.cli.pages import served
from tests.preview.chromium import chromium, executable
from tests.preview.room import Room
from tests.web import Web

pytestmark = [
    pytest.mark.skipif(
        executable() is None and not os.environ.get("CHROMIUM_REQUIRED"),
        reason="there is no Chromium here; .ci/run installs it (apt-get install chromium)",
    ),
    pytest.mark.timeout(180),
]


def sample(name: str) -> str:
    return f"http://{HOST}/{name}"


@asynccontextmanager
async def room(folder: Path, **variables: str) -> AsyncIterator[Room]:
    """The page of a process with nothing configured but `variables`, in a browser."""
    for name in ("bot", "browser"):
        (folder / name).mkdir()
    bot = CommandLine(folder / "bot", {name.upper(): value for name, value in variables.items()})
    with served(bot, "preview", "--port", "0") as page:
        async with chromium(folder / "browser") as tab:
            room = Room(tab)
            await room.enter(page.url)
            yield room
            assert not tab.exceptions


async def test_the_first_thing_one_reads_is_what_this_is_and_what_to_type(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        [banner] = await page.messages()
        text = await page.text(banner)
        assert "not Discord" in text
        assert sample("night-bus") in text
        assert "/summarize" in text


async def test_a_sample_is_summarized_and_every_button_of_its_card_does_something(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        card = await page.command("summarize", url=sample("night-bus"))
        text = await page.text(card)
        assert "The night bus is not a luxury" in text
        assert "The council should keep the night service" in text
        assert "no AI" in text
        assert not await page.problems()
        answers = await page.press_all(card)
        assert answers.keys() >= {"Discuss", "Quotes", "Critique", "Shorter", "Longer"}
        assert [label for label, messages in answers.items() if not messages] == []


async def test_a_discussion_opens_a_thread_which_the_page_shows_in_its_channel(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        card = await page.command("summarize", url=sample("night-bus"))
        forwarded = await page.press_labelled(card, "Discuss")
        assert "In the thread The night bus is not a luxury" in await page.text((await page.messages())[-2])
        text = await page.text(forwarded)
        assert "Forwarded" in text
        assert "nobody has proposed to cut only the second" in text
        assert not await page.problems()


async def test_five_turns_over_two_articles_are_a_discussion(tmp_path: Path) -> None:
    """A command, a mention, a link in a question, "the second article", both: each is answered from where it stands."""
    async with room(tmp_path) as page:
        first = await page.text(
            await page.command("ask", question=f"What would the council save? {sample('night-bus')}")
        )
        assert "£310,000" in first
        assert "[1¶2]" in first
        await page.say("@Commentary And what do the taxis cost?")
        assert "[1¶" in await page.text((await page.messages())[-1])
        other = await page.command("ask", question=f"What does a passenger cost? {sample('eleven-people')}")
        assert "nineteen pounds" in await page.text(other)
        assert "[2¶2]" in await page.text(other)
        await page.say("@Commentary What does the second article say about taxis?")
        second = await page.text((await page.messages())[-1])
        assert "Edwin Thackray" in second
        assert "[1¶" not in second
        await page.say("@Commentary What do both say about the hospital?")
        assert "Commentary" in await page.text((await page.messages())[-1])
        remembered = await page.text(await page.command("context show"))
        assert "5 questions" in remembered
        assert "The night bus is not a luxury" in remembered
        assert "A bus for eleven people" in remembered
        assert not await page.problems()


async def test_two_samples_are_compared(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        card = await page.command("compare", first=sample("night-bus"), second=sample("eleven-people"))
        text = await page.text(card)
        assert "Miriam Osei" in text
        assert "Edwin Thackray" in text
        assert "¶" in text
        assert not await page.problems()
        await page.press_all(card)


async def test_articles_of_the_channel_are_found_again_and_offered_while_one_types(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        await page.command("summarize", url=sample("vans"), length="short")
        found = await page.text(await page.command("articles", query="bus"))
        assert "Vans, not buses, after midnight" in found
        assert not await page.problems()
        assert any("Vans, not buses" in choice for choice in await page.offered("compare", "first", "vans"))


async def test_a_right_click_is_written(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        await page.say(f"have you read {sample('library')} ?")
        await page.say("right-click")
        answer = await page.text((await page.messages())[-1])
        assert "Give the library its Sundays back" in answer
        assert not await page.problems()


async def test_of_several_links_one_is_chosen_from_a_menu(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        await page.say(f"either {sample('library')} or {sample('vans')}")
        await page.say("right-click")
        menu = (await page.messages())[-1]
        assert "Give the library" not in await page.text(menu)
        [control] = await page.controls(menu)
        await page.press(control)
        assert "Give the library its Sundays back" in await page.text(menu)
        assert not await page.problems()


@pytest.mark.parametrize("command", ["help", "settings show"])
async def test_commands_for_one_person_are_answered_to_that_person(tmp_path: Path, command: str) -> None:
    async with room(tmp_path) as page:
        text = await page.text(await page.command(command))
        assert "Only you can see this" in text
        assert not await page.problems()


async def test_options_are_typed_as_in_discord(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        card = await page.command("summarize", url=sample("vans"), private="True", length="short")
        text = await page.text(card)
        assert "Only you can see this" in text
        assert "Sunita Rao" in text
        assert not await page.problems()


async def test_a_failure_is_a_card_with_a_sentence(tmp_path: Path) -> None:
    async with room(tmp_path) as page:
        card = await page.command("summarize", url=sample("harbour"))
        assert "shows this article to subscribers only" in await page.text(card)
        await page.press_all(card)
        assert "shows this article to subscribers only" in await page.text(card)
        text = await page.text(await page.command("summarize", url="http://127.0.0.1/"))
        assert "I do not open" in text


async def test_a_slow_site_is_waited_for_while_the_page_is_free(tmp_path: Path, web: Web) -> None:
    web.page(
        "/slow", (Path(__file__).parents[2] / "examples" / "vans-not-buses-after-midnight.html").read_bytes(), delay=8.0
    )
    settings = {"fetch_allow_private_networks": "1", "fetch_ports": str(web.port)}
    async with room(tmp_path, **settings) as page:
        slow = await page.ask("summarize", url=web.url("/slow"))
        assert "Thinking" in await page.text(slow)
        quick = await page.ask("summarize", url=sample("library"))
        assert "Vans" not in await page.text(slow)
        await page.tab.until("document.body.innerText.includes('Fetching')", what="how far the work is")
        await page.at_rest()
        assert "Give the library" in await page.text(quick)
        assert "Vans, not buses" in await page.text(slow)
        assert not await page.problems()


async def test_a_site_that_does_not_answer_is_given_up_in_real_time(tmp_path: Path, web: Web) -> None:
    web.page("/never", "", delay=120.0)
    settings = {"fetch_allow_private_networks": "1", "fetch_ports": str(web.port), "fetch_timeout": "2"}
    async with room(tmp_path, **settings) as page:
        text = await page.text(await page.command("summarize", url=web.url("/never")))
        assert "did not answer within 2 seconds" in text
