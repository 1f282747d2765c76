"""`/ask` and **Ask about this**: what is asked, about which article, whose question it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord
import pytest

from bot.app import create_client
from bot.clock import SystemClock
from bot.errors import EngineBusy
from bot.models.discussion import Person, Remark
from bot.models.page import Page
from tests.cli.commands import SAMPLE
from tests.clocks import ManualClock
from tests.ui.simulated import buttons, member_of, rows, running, settings_of, shown
from tests.ui.talking import SENTENCES, Discussion, Scene, talking, with_discussion
from tests.web import Web

MENU = "Ask about this"
FORM, DEFERRED = (
    discord.InteractionResponseType.modal.value,
    discord.InteractionResponseType.deferred_channel_message.value,
)


@pytest.fixture
def article(web: Web) -> str:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    return web.url("/opinion/bus")


async def ask(scene: Scene, **options: str) -> Any:
    return await scene.while_time_goes_on(scene.alice.slash(scene.channel, "ask", **options))


def acknowledgements(scene: Scene) -> list[int]:
    sent = [request.json for request in scene.env.http_requests if request.path.endswith("/callback")]
    return [body["type"] for body in sent if body]


# --- the command ---------------------------------------------------------------------------------------------------


async def test_a_question_is_acknowledged_and_answered_for_all(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        result = await ask(scene, question="what would it cost?")
        assert not result.ephemeral
        assert "That answers “what would it cost?”" in shown(result.response)
        assert acknowledgements(scene) == [DEFERRED]
        [(question, articles)] = scene.discussion.asked
        assert (question.person, question.key, question.message_id, articles) == (
            Person(id=scene.alice.id, name="alice"), "ask:1", 0, [],
        )  # fmt: skip
        assert scene.discussion.followed == [("shown", 1, result.response.id)]


async def test_its_answer_grows_where_it_was_deferred(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        await scene.while_it_is_held(
            scene.alice.slash(scene.channel, "ask", question="what would it cost?"),
            lambda: SENTENCES[0] in "".join(scene.said()),
        )
        assert len(scene.said()) == 1
        assert "That answers" in scene.said()[0]


@pytest.mark.parametrize(
    ("given", "source"),
    [
        pytest.param("#12", 12, id="an article of the channel, as it is offered"),
        pytest.param(" https://a.example/1 ", "https://a.example/1", id="an address"),
        pytest.param("Buses. " + "The bus must run at night, since nurses need it. " * 9, "", id="a text"),
    ],
)
async def test_the_article_is_named_in_one_of_three_ways(
    tmp_path: Path, web: Web, given: str, source: int | str
) -> None:
    async with talking(tmp_path, web) as scene:
        await ask(scene, question="why?", article=given)
        [(_, [named])] = scene.discussion.asked
        assert named == source or (isinstance(named, Page) and named.body.decode() == given.strip())


async def test_a_question_of_a_room_waits_for_a_message_before_it(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.hold()
        first = scene.says(f"{scene.me} one?")
        await scene.growing(first)
        await scene.while_it_is_held(
            scene.alice.slash(scene.channel, "ask", question="two?"),
            lambda: "Another question is being answered here" in "".join(scene.said()),
        )
        assert scene.discussion.questions == ["one?", "two?"]


async def test_what_failed_is_asked_again_in_the_name_of_who_asked_first(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.fails = EngineBusy()
        failed = (await ask(scene, question="why?", article="#3")).response
        again = buttons(failed)["Ask again"]
        scene.discussion.fails = None
        bob = scene.guild.add_member(scene.env.create_user("bob"))
        await scene.while_time_goes_on(bob.click(failed, custom_id=again))
        assert "That answers “why?”" in scene.said()[0]
        assert scene.discussion.asked[0] == scene.discussion.asked[1]


async def test_the_pages_of_a_long_answer_are_turned_in_place(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        scene.discussion.sentences = [f"{'word ' * 60}{n}." for n in range(20)]
        card = (await ask(scene, question="why?")).response
        assert " 19\\." not in shown(card)
        await scene.while_time_goes_on(scene.alice.click(card, label="▶"))
        await scene.while_time_goes_on(scene.alice.click(scene.channel.history()[-1], label="▶"))
        assert len(scene.discussion.asked) == 1
        [turned] = scene.said()
        assert "19." in turned


async def test_articles_of_the_channel_are_offered_and_asked_about(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        await alice.slash(channel, "summarize", url=article)
        [offered] = await alice.autocomplete(channel, "ask", "article", "night", question="what would taxis cost?")
        assert offered["value"] == "#1"
        answer = await alice.slash(channel, "ask", question="what did the county spend on taxis?", article="#1")
        assert "The night bus is not a luxury" in shown(answer.response)
        assert rows(tmp_path, "SELECT key, articles FROM turn") == [("ask:2", "[1]")]


async def test_an_article_of_another_channel_is_not_found(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        await alice.slash(channel, "summarize", url=article)
        other = env.guild.create_text_channel("other")
        answer = await alice.slash(other, "ask", question="what would taxis cost?", article="#1")
        assert "I know no such article here" in shown(answer.response)


# --- the message command -------------------------------------------------------------------------------------------


async def write_in_form(scene: Scene, menu: Any, question: str) -> Any:
    return await scene.while_time_goes_on(scene.alice.submit_modal(menu, {"question": question}))


async def test_a_form_asks_back_and_what_is_written_in_it_is_about_the_message(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        bob = scene.guild.add_member(scene.env.create_user("bob"))
        said = await bob.send(scene.channel, "The bus is empty. https://a.example/1")
        menu = await scene.alice.context_menu(scene.channel, MENU, said)
        assert acknowledgements(scene) == [FORM]
        answer = await write_in_form(scene, menu, "is that so?")
        assert acknowledgements(scene) == [FORM, DEFERRED]
        assert "That answers “is that so?”" in shown(answer.response)
        [(question, articles)] = scene.discussion.asked
        assert (question.person.name, question.reply_to, articles) == ("alice", said.id, [])
        assert question.about == Remark(
            person=Person(id=bob.id, name="bob"), text="The bus is empty. https://a.example/1"
        )
        assert rows(tmp_path, "SELECT use, is_open FROM ask") == [("ask", 0)]


async def test_asking_about_a_card_is_asking_about_its_article(tmp_path: Path, web: Web, article: str) -> None:
    async with talking(tmp_path, web) as scene:
        card = (await scene.while_time_goes_on(scene.alice.slash(scene.channel, "summarize", url=article))).response
        menu = await scene.alice.context_menu(scene.channel, MENU, card)
        await write_in_form(scene, menu, "why?")
        [(question, articles)] = scene.discussion.asked
        assert (question.about, question.reply_to, articles) == (None, card.id, [1])


async def test_a_form_that_outlived_the_process_is_told_so(tmp_path: Path, web: Web) -> None:
    async with talking(tmp_path, web) as scene:
        said = await scene.alice.send(scene.channel, "The bus is empty.")
        menu = await scene.alice.context_menu(scene.channel, MENU, said)
        again = create_client(settings_of(tmp_path, web), clock=ManualClock(), opening=with_discussion(Discussion()))
        async with again:
            await scene.env.restart_bot(again)
            answer = await scene.alice.submit_modal(menu, {"question": "is that so?"})
            assert answer.ephemeral
            assert "I know no such message here" in shown(answer.response)
