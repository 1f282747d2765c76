"""Whatever was said by whomever: after forgetting somebody no byte of theirs is left, and nobody else misses any."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.database import Store, open_store
from tests.clocks import ManualClock
from tests.store.files import everything, rows
from tests.store.histories import ROOMS, TARGET, History, happen
from tests.store.talk import words

HISTORIES, AT_A_TIME = 100, 10
WORD = re.compile(rb"xy\d{9}")  # of the phrases that only they say


def left_of(history: History, content: bytes) -> set[bytes]:
    """What is found of them, in either case, in UTF-8 and in both UTF-16, plainly and as JSON escapes it."""
    cases = {case for name in history.names for case in (name, name.lower(), name.upper(), name.casefold())}
    names = {case.encode(encoding) for case in cases for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    names |= {case.encode("ascii", "backslashreplace") for case in cases}
    said = re.findall(WORD, content.lower()) + re.findall(WORD, content.replace(b"\0", b"").lower())
    return {name for name in names if name in content} | set(said)


def back_up(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


async def the_others_miss_nothing(store: Store, history: History) -> None:
    for room in ROOMS:
        turns = {turn.id: turn for turn in await store.turns.after(room, 0, 10_000)}
        expected = history.others.get(room, {})
        assert turns.keys() == expected.keys()
        for turn_id, (text, plain) in expected.items():
            turn = turns[turn_id]
            assert turn.text == text
            assert turn.about is None or turn.about.person.id != TARGET
            assert bool(turn.answer) >= bool(plain)
            assert all(turn.answer and sentence in turn.answer.text for sentence in plain)
            terms = words(text)
            found = await store.turns.search(room, terms[:3], 10, 1 << 40)
            assert turn_id in dict(found), "it is found by its own words"


async def memories_are_consistent(store: Store) -> None:
    for room in ROOMS:
        if memory := await store.memories.of(room):
            turns = {turn.id for turn in await store.turns.after(room, 0, 10_000)}
            assert all(memo.turns and turns.issuperset(memo.turns) for memo in memory.memos)
            assert all(max(memo.turns) <= memory.through for memo in memory.memos)


async def postings_are_those_of_the_turns(store: Store, path: Path) -> None:
    """None is left of a turn that is gone, nor of words that are."""
    assert rows(path, "SELECT count(*) FROM posting WHERE turn_id NOT IN (SELECT id FROM turn)") == [(0,)]
    for room in ROOMS:
        for turn in await store.turns.after(room, 0, 10_000):
            texts = turn.text, turn.answer.text if turn.answer else ""
            kept = rows(path, "SELECT count(*), sum(is_answer) FROM posting WHERE turn_id = ?", turn.id)
            asked, answered = (len(words(text)) for text in texts)
            assert kept == [(asked + answered, answered)]


@pytest.mark.parametrize("first", range(0, HISTORIES, AT_A_TIME))
async def test_no_byte_of_who_is_forgotten_is_left_and_the_others_miss_nothing(tmp_path: Path, first: int) -> None:
    for seed in range(first, first + AT_A_TIME):
        path = tmp_path / f"{seed}" / "commentary.sqlite3"
        async with open_store(path, ManualClock()) as store:
            await store._writer.run("PRAGMA synchronous = OFF")  # nobody kills it here
            history = await happen(store, seed)
            spent = rows(path, "SELECT count(*), sum(cost_usd) FROM usage")
            assert left_of(history, everything(path)), "what is planted is found, as long as it is there"
            async with store.write() as tx:
                await tx.people.forget(TARGET, words)
            await store.erase()
            assert left_of(history, everything(path)) == set()
            back_up(path, tmp_path / f"{seed}.backup")
            assert left_of(history, (tmp_path / f"{seed}.backup").read_bytes()) == set()
            await the_others_miss_nothing(store, history)
            await memories_are_consistent(store)
            await postings_are_those_of_the_turns(store, path)
            assert await store.check() == []
            assert rows(path, "SELECT count(*), sum(cost_usd) FROM usage") == spent, "money stays booked"
            assert rows(path, "SELECT count(*) FROM usage WHERE user_id = ?", TARGET) == [(0,)]
