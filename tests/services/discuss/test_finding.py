"""What a question calls for is found in its room, in a real file, and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.analysis.search.terms import terms
from bot.models.article import Article
from bot.models.discussion import Answer, Memory, Person, Question, Room
from bot.services.discuss.finding import MOST_UNFOLDED, Finding, Material
from bot.services.discuss.rooms import terms_of
from bot.store.database import Store, open_store
from tests.clocks import ManualClock
from tests.nouns import MODEL, column
from tests.services.discuss.said import ANA, BO, HARBOUR, LIBRARY

HERE, THERE = Room(guild_id=1, channel_id=10), Room(guild_id=1, channel_id=11)
MAY = Person(id=3, name="May")
LATER = 1 << 40


@dataclass
class Talk:
    """Says things in rooms, and finds them again."""

    store: Store
    finding: Finding

    async def say(
        self, text: str, answer: str = "So it is.", person: Person = ANA, room: Room = HERE, **more: Any
    ) -> int:
        question = Question(text=text, person=person, **more)
        async with self.store.write() as tx:
            turns = tx.guild(room.guild_id).turns
            turn_id = await turns.asked(room.channel_id, question, (), terms_of(question))
            kept = Answer(text=answer, citations=(), dropped=0, signature=MODEL)
            await turns.answered(room.channel_id, turn_id, kept, (), terms(answer))
            return turn_id

    async def fill(self, count: int = 30, room: Room = HERE) -> None:
        for number in range(count):
            await self.say(f"What of shop {number} in the high street?", "It sells hats.", BO, room)

    async def read(self, article: Article, room: Room = HERE) -> None:
        async with self.store.write() as tx:
            article_id = await tx.articles.keep(article, f"https://paper.test/{len(article.title)}")
            await tx.guild(room.guild_id).articles.met(room.channel_id, article_id)

    async def fold(self, through: int) -> None:
        changes = await self.store.memories.changes(HERE)
        async with self.store.write() as tx:
            memory = Memory(memos=(), through=through, signature=MODEL)
            assert await tx.guild(1).memories.fold(10, 0, memory, changes)

    async def ask(self, text: str, person: Person = BO, reply_to: int | None = None, **more: Any) -> Material:
        question = Question(text=text, person=person)
        return await self.finding.material(HERE, question, before=LATER, reply_to=reply_to, **more)

    async def first(self, text: str, person: Person = BO) -> int:
        """The turn that is found first."""
        return (await self.ask(text, person)).recalled[0][-1].id


@pytest.fixture
async def talk(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Talk]:
    async with open_store(tmp_path / "talk.sqlite3", clock) as store:
        yield Talk(store, Finding(store))


def recalled(found: Material) -> list[list[int]]:
    return [[turn.id for turn in group] for group in found.recalled]


@pytest.mark.parametrize(
    "text",
    [
        "What did the new engine of the Sula cost?",
        "How expensive was the Sula's motor?",
        "What was paid for the propulsion of the ship?",
    ],
    ids=["its own words", "other words", "none of its words"],
)
async def test_a_fact_is_found_by_what_it_means(talk: Talk, text: str) -> None:
    fact = await talk.say(
        "I crewed on the Sula, our boat. Her new engine cost 640,000.", "That is the engine alone, then."
    )
    await talk.fill()
    assert await talk.first(text) == fact


async def test_an_answer_is_found_with_its_question(talk: Talk) -> None:
    asked = await talk.say("Can you work it out?", "That makes 137 pounds for each passenger.")
    await talk.fill()
    found = (await talk.ask("How many pounds for a passenger?")).recalled[0][-1]
    assert (found.id, found.answer and found.answer.text) == (asked, "That makes 137 pounds for each passenger.")


async def test_the_newest_of_two_that_are_alike_comes_first(talk: Talk) -> None:
    old = await talk.say("The ferry meeting is on Thursday the 9th.")
    await talk.fill(5)
    new = await talk.say("The ferry meeting is on Monday the 20th.")
    await talk.fill(5)
    found = recalled(await talk.ask("When is the ferry meeting?"))
    assert found[:2] == [[new], [old]]


async def test_who_is_named_said_it(talk: Talk) -> None:
    said = {person.id: await talk.say(f"{words}, those fares.", person=person) for words, person in
            (("I would scrap them", ANA), ("I would freeze them", BO), ("I would double them", MAY))}  # fmt: skip
    await talk.fill()
    for person in (ANA, BO, MAY):
        assert await talk.first(f"What did {person.name} want done about the fares?") == said[person.id]
    assert await talk.first("What was my idea about the fares?", ANA) == said[ANA.id]


async def test_a_follow_up_takes_the_question_before_it_along(talk: Talk) -> None:
    fact = await talk.say("Magnus Coull, the harbour master, gives the linkspan six winters.")
    await talk.fill()
    await talk.say("Who was that harbour master again, Magnus?", "Magnus Coull.")
    found = await talk.ask("And what does he expect?", ANA)
    assert [fact] in recalled(found)[:2]


async def test_a_follow_up_that_is_found_brings_what_it_goes_on_from(talk: Talk) -> None:
    first = await talk.say("Is the linkspan safe?", "Nobody knows.")
    second = await talk.say("And why?", "Its hinge is rusty.", ANA)
    await talk.fill()
    assert recalled(await talk.ask("What did you say of a rusty hinge?"))[0] == [first, second]


async def test_what_it_replies_to_is_there_with_what_that_replies_to(talk: Talk) -> None:
    first = await talk.say("Is it sold?", message_id=501)
    second = await talk.say("Why?", message_id=503, reply_to=501)
    await talk.fill()
    found = await talk.ask("By whom?", reply_to=second)
    assert [turn.id for turn in found.chain] == [first, second]
    assert (await talk.ask("By whom?")).chain == ()


async def test_the_window_is_what_stands_behind_the_memory(talk: Talk) -> None:
    ids = [await talk.say(f"What of fund {number}?") for number in range(6)]
    assert [turn.id for turn in (await talk.ask("Who?")).window] == ids
    await talk.fold(ids[2])
    found = await talk.ask("Who?")
    assert [turn.id for turn in found.window] == ids[3:]
    assert found.memory is not None
    before = await talk.finding.material(HERE, Question(text="Who?", person=ANA), before=ids[5], reply_to=None)
    assert [turn.id for turn in before.window] == ids[3:5], "nothing that was said after the question"
    assert (await talk.finding.standing(HERE)).window == found.window


async def test_where_nothing_is_folded_the_latest_are_the_window(talk: Talk) -> None:
    await talk.fill(MOST_UNFOLDED + 3)
    last = await talk.say("And now?")
    window = (await talk.ask("Who?")).window
    assert window[-1].id == last
    assert 0 < len(window) <= MOST_UNFOLDED


async def test_passages_are_those_of_the_article_that_is_named(talk: Talk) -> None:
    await talk.read(HARBOUR)
    await talk.read(LIBRARY)
    await talk.read(column(title="Boats", paragraphs=("The council wants books on Sundays, in a boat.",)))
    everywhere = await talk.ask("Who wants books on Sundays?")
    assert (everywhere.passages[0].n, everywhere.passages[0].text) == (
        3,
        "The council wants books on Sundays, in a boat.",
    )
    assert {
        passage.n for passage in (await talk.ask("Who wants books on Sundays in the second article?")).passages
    } == {2}
    named = (await talk.ask("What does paragraph 2 of the first article say?")).passages[0]
    assert (named.n, named.paragraph, named.text) == (1, 2, HARBOUR.paragraphs[1])
    assert set((await talk.ask("What?", about=(2,))).articles) == {1, 2, 3}


async def test_another_room_is_never_found(talk: Talk) -> None:
    await talk.say("The linkspan of the secret pier has six winters.", room=THERE)
    await talk.read(HARBOUR, THERE)
    await talk.say("The fares are high.")
    found = await talk.ask("What of the linkspan of the secret pier, and the fares?", reply_to=1)
    assert "secret" not in str(replace(found, outlines={}))
    assert (found.articles, found.passages) == ({}, ())
    assert len(found.recalled) == 1


async def test_who_only_tells_something_calls_for_little(talk: Talk) -> None:
    for number in range(6):
        await talk.say(f"The ferry fares of {2000 + number} were high.")
    assert len((await talk.ask("What of the ferry fares?")).recalled) > 1
    assert len((await talk.ask("I like the ferry fares.")).recalled) == 1


async def test_an_empty_room_has_nothing(talk: Talk) -> None:
    found = await talk.ask("What?")
    assert (found.articles, found.window, found.chain, found.recalled, found.passages, found.memory) == (
        {},
        (),
        (),
        (),
        (),
        None,
    )
