"""A question in a room: its articles found, its turn noted, its answer streamed, checked, paid and kept."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.analysis.engine import StartOver
from bot.analysis.fallback import FallbackTalk
from bot.errors import BadOption, BotError, EngineBusy, EngineCutShort, NoArticleHere, NotHere, Unreachable
from bot.models.asker import Asker
from bot.models.comparison import Citation
from bot.models.discussion import Remark, Room
from bot.models.money import Usage
from bot.models.page import Page
from bot.models.summary import Fallback, Stage
from bot.store.database import Store
from bot.store.usage import Spent
from tests.cancelling import When, at_every_await
from tests.clocks import ManualClock, turn
from tests.nouns import KEY_SENTENCES, MODEL, column
from tests.services.discuss.doubles import ANA, BO, CHANNEL, HARBOUR, LIBRARY, ATalk, House, free_talk
from tests.services.doubles import SPENT
from tests.store.files import rows

ROOM = Room(guild_id=1, channel_id=10)
ELSEWHERE = Asker(guild_id=1, channel_id=11, user_id=ANA.id)
FIRST = "The council wants to sell the harbour [1¶1]."


async def test_a_question_with_a_link_becomes_a_checked_answer(house: House, talk: ATalk, store: Store) -> None:
    told, stages = list[str](), list[Stage]()
    asked = await house.ask(f"What does {HARBOUR} want?", told=told.append, progress=stages.append)
    assert (asked.answer.text, asked.answer.citations) == (FIRST, (Citation(n=1, paragraph=1),))
    assert {n: article.title for n, article in asked.articles.items()} == {1: "The harbour is not for sale"}
    assert (asked.room, asked.usage, asked.cached, asked.unread) == (ROOM, SPENT, False, ())
    assert told == [FIRST]
    assert stages == [Stage.FETCHING, Stage.READING, Stage.THINKING]
    assert asked.context_tokens == sum(talk.asked[0].context.tokens.values()) > talk.framed
    kept = await store.turns.get(ROOM, asked.turn_id)
    assert kept
    assert (kept.person, kept.articles, kept.answer) == (ANA, (1,), asked.answer)


async def test_what_it_cost_is_booked_with_its_answer(house: House, store: Store, path: Path) -> None:
    asked = await house.ask(f"What does {HARBOUR} want?")
    assert await store.usage.on("2026-11-24") == Spent(usage=SPENT, asks=1, unpriced=0)
    query = "SELECT command, settled, user_id FROM usage JOIN answer ON usage_id = usage.id WHERE turn_id = ?"
    assert rows(path, query, asked.turn_id) == [("ask", 1, ANA.id)]


async def test_the_turn_is_kept_before_an_engine_is_asked(house: House, talk: ATalk, store: Store) -> None:
    talk.gate.open.clear()
    task = asyncio.create_task(house.ask(f"What does {HARBOUR} want?"))
    await talk.gate.until_waiting()
    [kept] = await store.turns.latest(ROOM, 5)
    assert (kept.text, kept.answer) == (f"What does {HARBOUR} want?", None)
    talk.gate.open.set()
    await task


async def test_a_later_question_knows_the_earlier_one_with_its_answer(house: House, talk: ATalk) -> None:
    first = await house.ask(f"What does {HARBOUR} want?")
    second = await house.ask("Why?", person=BO)
    context = talk.asked[1].context
    assert [(turn.id, turn.answer) for turn in context.window] == [(first.turn_id, first.answer)]
    assert (context.question.person, second.turn_id > first.turn_id) == (BO, True)


async def test_a_reply_goes_on_from_the_turn_whose_answer_it_replies_to(house: House, talk: ATalk) -> None:
    first = await house.ask(f"What does {HARBOUR} want?", message_id=501)
    await house.discuss.shown(CHANNEL, first.turn_id, [601, 602])
    await house.ask("And what of the library?", message_id=502)
    await house.ask("Why?", reply_to=602)
    await house.ask("Why not?", reply_to=501)
    await house.ask("Why what?", reply_to=999)
    assert [ask.context.replies_to for ask in talk.asked] == [None, None, first.turn_id, first.turn_id, None]


# --- its articles


async def test_articles_count_in_the_order_of_their_arrival_those_given_before_those_linked(
    house: House, talk: ATalk
) -> None:
    page = Page(asked="page", url="https://page.test/")
    house.web.pages[page.url] = column(title="A page", paragraphs=("A page stands alone.",))
    remark = Remark(person=BO, text=f"Look at {LIBRARY} and [that]({HARBOUR})")
    asked = await house.ask(f"Is {HARBOUR} right?", articles=[page], about=remark)
    assert [article.title for article in asked.articles.values()] == [
        "A page", "The harbour is not for sale", "Open on Sundays",
    ]  # fmt: skip
    assert list(asked.articles) == [1, 2, 3]
    assert sorted(house.web.fetched) == [HARBOUR, LIBRARY], "each once"


async def test_of_many_links_three_are_read(house: House) -> None:
    house.web.pages |= {f"https://n{n}.test/": column(title=str(n), paragraphs=(f"Number {n}.",)) for n in range(6)}
    asked = await house.ask(" ".join(house.web.pages))
    assert len(asked.articles) == len(house.web.fetched) == 3


async def test_without_any_article_it_says_so_and_nothing_is_kept(house: House, talk: ATalk, store: Store) -> None:
    with pytest.raises(NoArticleHere):
        await house.ask("What is it about?")
    assert (talk.asked, await store.turns.count(ROOM)) == ([], 0)


async def test_a_link_that_cannot_be_read_is_told_beside_the_answer(house: House) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    house.web.failure = Unreachable(site="library.test")
    asked = await house.ask(f"And {LIBRARY}?")
    [unread] = asked.unread
    assert (unread.url, unread.kind, unread.facts) == (LIBRARY, "unreachable", {"site": "library.test"})
    assert asked.answer.text == FIRST


@pytest.mark.parametrize("given", [True, False], ids=["given", "linked, and there is no other"])
async def test_an_article_that_cannot_be_read_is_a_failure(house: House, store: Store, given: bool) -> None:
    house.web.failure = Unreachable(site="library.test")
    with pytest.raises(Unreachable):
        await (house.ask("Why?", articles=[LIBRARY]) if given else house.ask(f"Why {LIBRARY}?"))
    assert await store.turns.count(ROOM) == 0


async def test_an_article_of_another_channel_cannot_be_named_by_its_number(house: House, store: Store) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    [(_, article_id, _)] = await store.channel_articles.numbered(1, 10)
    assert (await house.ask("And here?", articles=[article_id])).answer.text == FIRST
    for asker in (ELSEWHERE, Asker(guild_id=2, channel_id=10), Asker(channel_id=10)):
        with pytest.raises(NotHere):
            await house.ask("And there?", asker, articles=[article_id])


@pytest.mark.parametrize("text", ["", " \n", "x" * 4_001], ids=["nothing", "blanks", "a book"])
async def test_a_question_is_some_words(house: House, text: str) -> None:
    with pytest.raises(BadOption):
        await house.ask(text, articles=[HARBOUR])


# --- once


async def test_asked_again_with_its_key_it_is_the_same_turn_and_answer(house: House, talk: ATalk) -> None:
    first = await house.ask(f"What does {HARBOUR} want?", key="m501")
    again = await house.ask(f"What does {HARBOUR} want?", key="m501")
    elsewhere = await house.ask(f"What does {HARBOUR} want?", ELSEWHERE, key="m501")
    assert (again.turn_id, again.answer, again.cached, again.usage) == (first.turn_id, first.answer, True, Usage())
    assert elsewhere.turn_id != first.turn_id
    assert len(talk.asked) == 2


@pytest.mark.parametrize("when", When)
async def test_cancelled_at_any_moment_it_is_one_turn_that_can_be_answered_later(
    house: House, talk: ATalk, store: Store, when: When
) -> None:
    await house.ask(f"What does {HARBOUR} want?", key="first")
    await at_every_await(lambda: house.ask("Why?", key="m501"), when, twice=False)
    answered = await house.ask("Why?", key="m501")
    assert answered.answer.text == FIRST
    assert [turn.text for turn in await store.turns.latest(ROOM, 9)] == [f"What does {HARBOUR} want?", "Why?"]
    booked = (await store.usage.on("2026-11-24")).usage.cost_usd
    assert booked is not None
    assert booked >= 0.125 * len(talk.asked), "what was spent is never undercounted"


# --- engines


async def test_an_engine_that_fails_in_mid_answer_is_followed_by_the_free_one(house: House, talk: ATalk) -> None:
    talk.says = lambda ask: ["The council wants to sell the harbour [1¶1]. ", EngineBusy(endpoint="x")]
    free = free_talk()
    house = House(house.store, house.clock, talk=FallbackTalk(talk, free))
    asked = await house.ask(f"What does {HARBOUR} want?")
    assert (asked.answer.text, asked.answer.signature, asked.usage) == (FIRST, KEY_SENTENCES, SPENT)
    assert asked.answer.fallback
    assert asked.answer.fallback.kind == "engine-busy"


async def test_what_was_told_is_void_when_another_engine_starts_over(house: House, talk: ATalk) -> None:
    over = StartOver(signature=KEY_SENTENCES, fallback=Fallback(kind="engine-busy", incident="abc"))
    talk.says = lambda ask: [FIRST + " ", over, "It should keep it: nobody sells a door twice [1¶2]."]
    told = list[str]()
    asked = await house.ask(f"What does {HARBOUR} want?", told=told.append)
    assert asked.answer.text == "It should keep it: nobody sells a door twice [1¶2]."
    assert asked.answer.signature == KEY_SENTENCES
    assert [text.split()[0] for text in told] == ["The", "It"]


async def test_over_budget_the_free_engine_answers_and_says_why(store: Store, clock: ManualClock, talk: ATalk) -> None:
    house = House(store, clock, talk=talk, server_cap=0.1)
    asked = await house.ask(f"What does {HARBOUR} want?")
    assert (asked.answer.signature, asked.answer.text, asked.usage, talk.asked) == (KEY_SENTENCES, FIRST, Usage(), [])
    assert asked.answer.fallback
    assert (asked.answer.fallback.kind, asked.answer.fallback.facts["scope"]) == ("over-budget", "server")


async def test_a_failure_of_all_engines_leaves_the_turn_and_books_the_cost(house: House, talk: ATalk) -> None:
    talk.says = lambda ask: [EngineBusy(endpoint="x")]
    with pytest.raises(BotError):
        await house.ask(f"What does {HARBOUR} want?")
    [kept] = await house.store.turns.latest(ROOM, 5)
    assert kept.answer is None
    assert (await house.store.usage.on("2026-11-24")).usage == SPENT


async def test_a_sentence_that_nothing_follows_is_told_before_the_stream_goes_on(house: House, talk: ATalk) -> None:
    talk.says = lambda ask: ["The council wants to sell the harbour.", " It should keep it [1¶2]."]
    talk.gate.open.clear()
    heard = asyncio.Event()
    told = list[str]()

    def tell(text: str) -> None:
        told.append(text)
        heard.set()

    task = asyncio.create_task(house.ask(f"What does {HARBOUR} want?", told=tell))
    await asyncio.wait_for(heard.wait(), 10)
    assert told == [FIRST]
    await talk.gate.until_waiting()
    talk.gate.open.set()
    assert (await task).answer.text == f"{FIRST} It should keep it [1¶2]."


async def test_what_was_cut_short_ends_with_its_last_whole_sentence(house: House, talk: ATalk) -> None:
    talk.says = lambda ask: [f"{FIRST} It should keep it, nobody se", EngineCutShort(tokens=800)]
    asked = await house.ask(f"What does {HARBOUR} want?")
    assert asked.answer.text == f"{FIRST}\n\n…"
    assert (asked.answer.signature, asked.usage) == (MODEL, SPENT)


async def test_an_answer_without_an_end_is_ended(house: House, talk: ATalk) -> None:
    talk.says = lambda ask: [f"{FIRST} ", *(f"Nonsense number {n}. " for n in range(20_000)), EngineBusy(endpoint="x")]
    assert (await house.ask(f"What does {HARBOUR} want?")).answer.text.startswith(FIRST)


async def test_what_the_model_was_told_is_not_said(store: Store, clock: ManualClock, talk: ATalk) -> None:
    secret = "You answer members of a chat about commentary from the blocks below alone."
    talk.says = lambda ask: [f"{secret} ", FIRST]
    asked = await House(store, clock, talk=talk, instructions=(secret,)).ask(f"What does {HARBOUR} want?")
    assert asked.answer.text == FIRST


async def test_a_question_that_is_deleted_while_it_is_answered_leaves_nothing(
    house: House, talk: ATalk, store: Store, path: Path
) -> None:
    talk.gate.open.clear()
    task = asyncio.create_task(house.ask(f"What does {HARBOUR} want?", message_id=501))
    await talk.gate.until_waiting()
    assert await house.discuss.deleted(ROOM, [501]) == 1
    talk.gate.open.set()
    assert (await task).answer.text == FIRST
    assert await store.turns.count(ROOM) == 0
    assert rows(path, "SELECT count(*) FROM answer") == [(0,)]
    assert (await store.usage.on("2026-11-24")).usage == SPENT


@pytest.mark.parametrize(
    ("taken_back", "is_kept"),
    [("deleted", False), ("edited", False), ("another", True), ("nothing", True)],
    ids=["deleted", "edited", "something that no prompt held", "nothing"],
)
async def test_an_answer_is_kept_only_while_all_that_it_may_be_made_of_stands(
    house: House, talk: ATalk, store: Store, taken_back: str, is_kept: bool
) -> None:
    await house.ask(f"What does {HARBOUR} want?", message_id=501, person=BO)
    talk.gate.open.clear()
    task = asyncio.create_task(house.ask("Why?"))
    await talk.gate.until_waiting()
    later = asyncio.create_task(house.ask("Why not?", message_id=503))
    await talk.gate.until_waiting()
    if taken_back == "edited":
        await house.discuss.edited(ROOM, 501, "Something else?")
    elif taken_back != "nothing":
        await house.discuss.deleted(ROOM, [501 if taken_back == "deleted" else 503])
    talk.gate.open.set()
    asked = await task
    await later
    turn = await store.turns.get(ROOM, asked.turn_id)
    assert turn
    assert (turn.answer is not None) == is_kept


async def test_two_questions_at_once_in_one_room_are_two_turns_with_their_own_answers(
    house: House, talk: ATalk, store: Store
) -> None:
    await house.ask(f"What does {HARBOUR} want?")
    talk.gate.open.clear()
    talk.says = lambda ask: [f"The council wants to sell the harbour, {ask.context.question.person.name} [1¶1]."]
    tasks = [asyncio.create_task(house.ask("Why?", person=person)) for person in (ANA, BO)]
    while talk.gate.waiting < 2:
        await turn()
    talk.gate.open.set()
    ana, bo = await asyncio.gather(*tasks)
    kept = await store.turns.by_ids(ROOM, [ana.turn_id, bo.turn_id])
    assert [turn.person for turn in kept if turn.answer] == [t.person for t in kept]
    assert {t.id: t.answer for t in kept} == {ana.turn_id: ana.answer, bo.turn_id: bo.answer}


async def test_rooms_do_not_wait_for_each_other(house: House, talk: ATalk) -> None:
    talk.gate.open.clear()
    askers = [Asker(guild_id=n, channel_id=10 * n, user_id=ANA.id) for n in range(1, 21)]
    tasks = [asyncio.create_task(house.ask(f"What does {HARBOUR} want?", asker)) for asker in askers]
    while talk.gate.waiting < len(askers):
        await turn()
    talk.gate.open.set()
    answered = await asyncio.gather(*tasks)
    assert [asked.room.channel_id for asked in answered] == [asker.channel_id for asker in askers]
    assert all(not ask.context.window for ask in talk.asked)


def test_the_model_of_these_tests_is_not_the_free_engine() -> None:
    assert MODEL != KEY_SENTENCES
