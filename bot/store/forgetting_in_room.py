"""Forgetting a person in one room."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.models.discussion import Memo
from bot.store.connection import Connection
from bot.store.folding_back import forget_memos
from bot.store.people import Forgotten
from bot.store.postings import Postings
from bot.store.taking_back import remove_answers, remove_turns
from bot.store.traces import Traces
from bot.store.turn_changes import index_question, remove_remarks
from bot.store.turn_rows import citations_left

Terms = Callable[[str], Sequence[str]]

_Answer = tuple[int, str, str, bytes]  # columns: the turn's id, text, citations, terms

_AT_A_TIME = 500  # answers that are read, and looked through in another thread


class InRoom:
    """turns and remarks: what the person said in this room, by the ids of the turns. asked: what they may ask again."""

    def __init__(
        self,
        db: Connection,
        postings: Postings,
        room_id: int,
        user_id: int,
        turns: Mapping[int, str],
        remarks: Mapping[int, str],
        asked: Sequence[str],
    ) -> None:
        self._db, self._postings, self._room_id, self._user_id = db, postings, room_id, user_id
        self._turns, self._remarks, self._asked = turns, remarks, asked

    @classmethod
    async def of(cls, db: Connection, postings: Postings, room_id: int, user_id: int) -> InRoom:
        """What the person said in the room with this id."""
        turns = await db.rows(
            """SELECT id, text || char(10) || iif(about_id = ?2, about_text, '')
               FROM turn WHERE room_id = ?1 AND person_id = ?2""",
            room_id, user_id,
        )  # fmt: skip
        remarks = await db.rows(
            "SELECT id, about_text FROM turn WHERE room_id = ?1 AND about_id = ?2 AND person_id <> ?2", room_id, user_id
        )
        asks = await db.rows(
            """SELECT a.args FROM ask a JOIN room r ON r.guild_id = a.guild_id AND r.channel_id = a.channel_id
               WHERE r.id = ? AND a.user_id = ? AND a.args IS NOT NULL""",
            room_id, user_id,
        )  # fmt: skip
        asked = [row[0] for row in asks]
        return cls(db, postings, room_id, user_id, turns=dict(turns), remarks=dict(remarks), asked=asked)

    @property
    def spoken(self) -> list[str]:
        """Their own words."""
        return [*self._turns.values(), *self._remarks.values(), *self._asked]

    async def forget(self, names: Iterable[str], terms: Terms) -> Forgotten:
        """All of it, and its traces."""
        traces = await asyncio.to_thread(Traces, names, self.spoken, self._user_id)
        await remove_turns(self._db, self._postings, self._room_id, self._turns)
        await self._forget_remarks(terms)
        await self._overtake()
        return Forgotten(
            turns=len(self._turns),
            remarks=len(self._remarks),
            answers=await self._clear_answers(traces, terms),
            memos=await forget_memos(self._db, self._room_id, lambda memo: self._is_void(memo, traces)),
        )

    async def _overtake(self) -> None:
        """Answers that are on their way were made of what was said here before."""
        await self._db.run(
            """UPDATE turn SET is_overtaken = 1
               WHERE room_id = ? AND NOT EXISTS (SELECT 1 FROM answer WHERE turn_id = turn.id)""",
            self._room_id,
        )

    def _is_void(self, memo: Memo, traces: Traces) -> bool:
        is_theirs = memo.person is not None and memo.person.id == self._user_id
        is_of_theirs = any(turn in self._turns or turn in self._remarks for turn in memo.turns)
        return is_theirs or is_of_theirs or traces.are_in(memo.text)

    async def _forget_remarks(self, terms: Terms) -> None:
        """Of the turns that are about one only their own words stay, and are found."""
        await remove_remarks(self._db, self._remarks)
        for turn_id in self._remarks:
            row = await self._db.row("SELECT text, terms FROM turn WHERE id = ?", turn_id)
            assert row is not None, "it was read in this transaction"
            text, kept = row
            await self._postings.drop(self._room_id, [(turn_id, False, kept)])
            await index_question(self._db, self._postings, self._room_id, turn_id, terms(text))

    async def _clear_answers(self, traces: Traces, terms: Terms) -> int:
        """Answers to others lose the traces; one of which nothing is left goes."""
        query = """SELECT t.id, a.text, a.citations, a.terms FROM turn t JOIN answer a ON a.turn_id = t.id
                   WHERE t.room_id = ? AND t.id > ? ORDER BY t.id LIMIT ?"""
        last, count = 0, 0
        while rows := list(await self._db.rows(query, self._room_id, last, _AT_A_TIME)):
            last = rows[-1][0]
            for answer in await asyncio.to_thread(_cleared, rows, traces):
                await self._rewrite(answer, terms)
                count += 1
        return count

    async def _rewrite(self, answer: _Answer, terms: Terms) -> None:
        turn_id, text, citations, kept = answer
        if not text:
            await remove_answers(self._db, self._postings, self._room_id, [turn_id])
            return
        await self._postings.drop(self._room_id, [(turn_id, True, kept)])
        column = await self._postings.put(self._room_id, turn_id, terms(text), is_answer=True)
        await self._db.run(
            "UPDATE answer SET text = ?, citations = ?, terms = ? WHERE turn_id = ?",
            text, citations_left(citations, text), column, turn_id,
        )  # fmt: skip


def _cleared(answers: Iterable[_Answer], traces: Traces) -> list[_Answer]:
    """Those that change, as they are then."""
    both = [(answer, traces.removed_from(answer[1])) for answer in answers]
    return [(turn_id, text, citations, kept) for (turn_id, was, citations, kept), text in both if text != was]
