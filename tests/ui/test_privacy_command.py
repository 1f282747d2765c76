"""`/privacy` by the real client, in a simulated Discord: what is kept about a member, and forgetting them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bot.errors import DatabaseBusy
from bot.models.summary import unwatched
from bot.services.privacy import Privacy
from bot.store.people import AboutPerson, Forgotten
from bot.ui.calls import Call
from bot.ui.cards import Terms
from bot.ui.cogs.privacy import PrivacyAnswers
from tests.cli.commands import SAMPLE
from tests.nouns import COLUMN
from tests.ui.reading import shown as texts_of
from tests.ui.simulated import buttons, member_of, rows, running, shown
from tests.ui.test_browsing_commands import met
from tests.web import Web

PHRASE = "the lighthouse keeper of Zanzibar"


def in_files(tmp_path: Path, phrase: str) -> list[str]:
    """The database and what stands beside it, byte by byte."""
    return [path.name for path in tmp_path.glob("commentary.sqlite3*") if phrase.encode() in path.read_bytes()]


async def test_a_member_sees_what_is_kept_and_has_it_forgotten(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        bob = channel.guild.add_member(env.create_user("bob"))
        await met(tmp_path, channel, COLUMN)
        await alice.slash(channel, "ask", question=f"Who is {PHRASE}?")
        await bob.slash(channel, "ask", question="Who would sell the harbour?")

        kept = await alice.slash(channel, "privacy show")
        assert kept.ephemeral
        text = shown(kept.response)
        assert "1 question with what I answered, in one channel" in text
        assert "your name, as it was shown: alice" in text
        assert "remembered of them: 30 days" in text
        assert "7 days after it removed me" in text

        question = await alice.click(kept.response, label="Forget me …")
        assert question.ephemeral
        assert "Forget you everywhere?" in shown(question.response)
        assert in_files(tmp_path, PHRASE), "nothing goes before the button is pressed"
        await alice.click(question.response, label="Forget me")
        assert "You are forgotten" in shown(question.response)
        assert buttons(question.response) == {}
        assert rows(tmp_path, "SELECT person_name FROM turn") == [("bob",)]
        assert "what I answered" not in shown((await alice.slash(channel, "privacy show")).response)
        assert not env.errors
    assert not in_files(tmp_path, PHRASE)


async def test_it_works_in_a_direct_message(tmp_path: Path, web: Web) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with running(tmp_path, web) as env:
        carol = env.create_user("carol")
        await carol.slash("ask", question=f"Who is {PHRASE}?", article=web.url("/opinion/bus"))
        assert "1 question" in shown((await carol.slash("privacy show")).response)
        question = await carol.slash("privacy forget-me")
        await carol.click(question.response, label="Forget me")
        assert "You are forgotten" in shown(question.response)
        assert rows(tmp_path, "SELECT * FROM turn") == []


async def test_who_is_not_known_has_nothing_to_forget(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        _, channel = member_of(env)
        for command in ("privacy show", "privacy forget-me"):
            bob = channel.guild.add_member(env.create_user(command.replace(" ", "-")))
            result = await bob.slash(channel, command)
            assert "**Nothing:** no question of yours" in shown(result.response)
            assert buttons(result.response) == {}


class Unerased:
    """A service whose file is being read by another; `left`: what it still knows after it was told to forget."""

    def __init__(self, left: AboutPerson) -> None:
        self._left = left

    async def show(self, user_id: int) -> AboutPerson:
        return self._left

    async def forget(self, user_id: int, names: Sequence[str]) -> Forgotten:
        raise DatabaseBusy(path="commentary.sqlite3")


async def forgetting(left: AboutPerson) -> str:
    user = SimpleNamespace(id=7, name="ana", global_name=None, display_name="Ana")
    call = cast(Call, SimpleNamespace(interaction=SimpleNamespace(user=user), progress=unwatched))
    terms = Terms(turns=30, asks=7, left=7, model=False)
    view = await PrivacyAnswers(cast(Privacy, Unerased(left)), terms).forget(call, {})
    return "\n".join(texts_of(view))


async def test_what_is_forgotten_but_not_erased_yet_is_told_so() -> None:
    assert "leave it with the next daily round" in await forgetting(AboutPerson())


async def test_a_file_that_could_not_be_written_is_a_failure() -> None:
    with pytest.raises(DatabaseBusy):
        await forgetting(AboutPerson(turns=1))
