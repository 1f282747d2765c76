"""Turns are found by their terms, the rare ones first, whatever else is in the file."""

from __future__ import annotations

import math
import random
from collections import Counter

import pytest

from bot.store import turn_search
from bot.store.database import Store
from bot.store.terms import FULL, TYPICAL, TermHashes, packed, unpacked
from tests.store.files import everything
from tests.store.talk import ALONE, BEN, ELSEWHERE, HERE, THERE, answer, answering, ask, asking, found, say, words


async def test_a_question_brings_its_answer_and_an_answer_its_question(store: Store) -> None:
    first = await say(store, "What did the mayor promise?", "Four ferries, by spring.")
    second = await say(store, "Who pays?", "The mayor says nothing of that.")
    assert await found(store, "ferries") == [first]
    assert await found(store, "pays") == [second]
    assert set(await found(store, "mayor")) == {first, second}
    assert await found(store, "nobody") == []
    assert await store.turns.search(HERE, [], 5, 1 << 40) == []


async def test_a_rare_word_weighs_more_than_a_common_one(store: Store) -> None:
    for number in range(20):
        await say(store, f"What about the harbour, number {number}?")
    rare = await say(store, "What about lighthouses?")
    assert (await found(store, "harbour lighthouses"))[0] == rare


async def test_a_short_text_is_more_about_its_words(store: Store) -> None:
    long = await say(store, "Harbour " + " ".join(f"word{n}" for n in range(200)))
    short = await say(store, "Harbour fees")
    assert await found(store, "harbour") == [short, long]


async def test_only_what_stands_before_is_found(store: Store) -> None:
    ids = [await say(store, "The harbour") for _ in range(3)]
    assert await found(store, "harbour", before=ids[2]) == [ids[1], ids[0]], "of equals the latest first"
    assert len(await store.turns.search(HERE, ["harbour"], 2, 1 << 40)) == 2


async def test_a_turn_counts_in_its_own_room_alone(store: Store) -> None:
    for room in (THERE, ELSEWHERE, ALONE):
        await say(store, "The harbour", room=room)
    assert await found(store, "harbour") == []


async def test_scores_are_those_of_the_formula(store: Store) -> None:
    """BM25 by hand: k1 1.2, b 0.75, lengths against TYPICAL, weights rounded to a 127th."""
    texts = ["the harbour is old", "the council sells the harbour", "old old boats", "the council"]
    ids = [await say(store, text) for text in texts]
    sought = ["harbour", "council", "old"]
    expected = dict[int, float]()
    for turn_id, text in zip(ids, texts, strict=True):
        terms = words(text)
        for term in set(sought) & set(terms):
            holding = sum(term in words(other) for other in texts)
            length = 1.2 * (0.25 + 0.75 * len(terms) / TYPICAL)
            idf = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
            expected[turn_id] = expected.get(turn_id, 0) + idf * round(FULL / (1 + length)) / FULL
    scores = dict(await store.turns.search(HERE, sought, 10, 1 << 40))
    assert scores == pytest.approx(expected)


async def test_common_words_cost_nothing_and_the_best_are_found_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the bounds drawn in, the best of a search without bounds is still the best."""
    chance = random.Random(5)
    vocabulary = [f"w{n}" for n in range(60)]
    weights = [1 / (n + 1) for n in range(60)]
    async with store.write() as tx:
        turns = tx.guild(HERE.guild_id).turns
        for _ in range(300):
            text = " ".join(chance.choices(vocabulary, weights, k=8))
            await turns.asked(HERE.channel_id, asking(text), [], words(text))
    queries = [[f"w{chance.randrange(15, 60)}", f"w{chance.randrange(15, 60)}", "w0", "w1"] for _ in range(30)]
    unbounded = [await store.turns.search(HERE, query, 10, 1 << 40) for query in queries]
    monkeypatch.setattr(turn_search, "DEEPEST", 40)
    monkeypatch.setattr(turn_search, "OF_A_COMMON_ONE", 10)
    monkeypatch.setattr(turn_search, "BEST", 60)
    bounded = [await store.turns.search(HERE, query, 10, 1 << 40) for query in queries]
    same = [
        len({turn_id for turn_id, _ in few} & {turn_id for turn_id, _ in all_}) / len(all_)
        for few, all_ in zip(bounded, unbounded, strict=True)
    ]
    assert sum(same) / len(same) > 0.9
    assert all(few[0][0] in dict(all_) for few, all_ in zip(bounded, unbounded, strict=True))


async def test_a_reworded_question_is_found_by_its_new_words(store: Store) -> None:
    turn_id = await say(store, "The harbour", "The council [1¶1].", message_id=7)
    async with store.write() as tx:
        await tx.guild(1).turns.edited(10, 7, "The lighthouse", words("The lighthouse"))
    assert await found(store, "harbour") == []
    assert await found(store, "lighthouse") == await found(store, "council") == [turn_id]


async def test_no_word_stands_in_the_index(store: Store) -> None:
    turn_id = await ask(store, asking("x", BEN))
    async with store.write() as tx:
        await tx.guild(1).turns.answered(10, turn_id, answering("y"), [], ["unmistakable", "🦩", "\ud83e"])
    assert [turn for turn, _ in await store.turns.search(HERE, ["unmistakable"], 5, 1 << 40)] == [turn_id]
    assert [turn for turn, _ in await store.turns.search(HERE, ["\ud83e"], 5, 1 << 40)] == [turn_id]
    assert b"unmistakable" not in everything(store._reader.path)


def test_hashes_are_another_installations_own_and_pack() -> None:
    ours, theirs = TermHashes(b"1" * 32), TermHashes(b"2" * 32)
    hashes = [ours.one(f"term {n}") for n in range(1000)]
    assert len(set(hashes)) == 1000
    assert not {theirs.one(f"term {n}") for n in range(1000)} & set(hashes)
    assert list(unpacked(packed(hashes))) == hashes
    assert min(hashes) < 0 < max(hashes) < 1 << 47


def test_every_term_of_the_longest_text_weighs_something() -> None:
    terms = [f"term {n}" for n in range(20_000)]
    weights = Counter(TermHashes(b"1" * 32).weighed(terms).values())
    assert weights == {1: 20_000}


async def test_answering_keeps_what_the_question_is_found_by(store: Store) -> None:
    turn_id = await say(store, "The harbour")
    await answer(store, turn_id, answering("Boats."))
    assert await found(store, "harbour") == await found(store, "boats") == [turn_id]
