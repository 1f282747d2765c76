"""What is said in the rooms of one server: written, answered, reworded, taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.clock import Clock
from bot.models.discussion import Answer, Question, Room
from bot.store import erasing, rooms, signatures, turn_changes
from bot.store.connection import Connection
from bot.store.postings import Postings
from bot.store.taking_back import remove_answers
from bot.store.turn_rows import citations_row, fallback_row
from bot.store.turns import turn_of_message


class GuildTurns:
    """Statements inside a transaction. `terms` are always those of the text that is given with them."""

    def __init__(self, db: Connection, clock: Clock, postings: Postings, guild_id: int) -> None:
        self._db, self._clock, self._postings, self._guild_id = db, clock, postings, guild_id

    async def asked(self, channel_id: int, question: Question, articles: Sequence[int], terms: Sequence[str]) -> int:
        """Something is said to the bot, now; returns the turn's id. With a key that is known it is that turn's."""
        room = self._room(channel_id)
        room_id = await rooms.opened(self._db, room)
        if question.key and (known := await self._asked_again(room_id, question.key)):
            return known
        about = question.about
        reply_to = await turn_of_message(self._db, room, question.reply_to) if question.reply_to else None
        await self._db.run("UPDATE room SET said = said + 1 WHERE id = ?", room_id)
        turn_id = await self._db.run(
            """INSERT INTO turn (room_id, number, key, message_id, person_id, person_name, about_id, about_name,
                                 about_text, text, asked_at, reply_message_id, reply_to, articles, terms)
               VALUES (?1, (SELECT said FROM room WHERE id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
                       x'')""",
            room_id, question.key or None, question.message_id or None, question.person.id, question.person.name,
            *((about.person.id, about.person.name, about.text) if about else (None, None, None)),
            question.text, self._clock.now().isoformat(), question.reply_to or None, reply_to or None,
            json.dumps(list(articles)),
        )  # fmt: skip
        await turn_changes.index_question(self._db, self._postings, room_id, turn_id, terms)
        return turn_id

    async def _asked_again(self, room_id: int, key: str) -> int:
        """The turn that this question was before, 0 for none; its answer is made anew if there is none."""
        known = await self._db.number("SELECT id FROM turn WHERE room_id = ? AND key = ?", room_id, key)
        await self._db.run("UPDATE turn SET is_overtaken = 0 WHERE id = ?", known)
        return known

    async def answered(
        self,
        channel_id: int,
        turn_id: int,
        answer: Answer,
        articles: Sequence[int],
        terms: Sequence[str],
        usage_id: int | None = None,
    ) -> bool:
        """It is answered, and is about these articles.

        False, and nothing is kept, when the turn was taken back meanwhile, or somebody was forgotten whose words the
        answer may hold.
        """
        room_id = await rooms.found(self._db, self._room(channel_id))
        waits = "SELECT count(*) FROM turn WHERE room_id = ? AND id = ? AND is_overtaken = 0"
        if not await self._db.number(waits, room_id, turn_id):
            return False
        await remove_answers(self._db, self._postings, room_id, [turn_id])
        column = await self._postings.put(room_id, turn_id, terms, is_answer=True)
        await self._db.run(
            f"""INSERT INTO answer (turn_id, text, citations, dropped, fallback, usage_id, terms, answered_at,
                                    model, {signatures.COLUMNS})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",  # noqa: S608 - our own names
            turn_id, answer.text, citations_row(answer.citations), answer.dropped, fallback_row(answer.fallback),
            usage_id, column, self._clock.now().isoformat(), answer.signature.model,
            *signatures.row_of(answer.signature),
        )  # fmt: skip
        await self._db.run("UPDATE turn SET articles = ? WHERE id = ?", json.dumps(list(articles)), turn_id)
        return True

    async def shown(self, channel_id: int, turn_id: int, message_ids: Sequence[int]) -> None:
        """The answer stands in these messages, besides those of before."""
        await self._db.run(
            """INSERT OR IGNORE INTO answer_message (room_id, message_id, turn_id)
               SELECT t.room_id, m.value, t.id FROM turn t JOIN answer a ON a.turn_id = t.id, json_each(?3) m
               WHERE t.room_id = ?1 AND t.id = ?2""",
            await rooms.found(self._db, self._room(channel_id)), turn_id, json.dumps(list(message_ids)),
        )  # fmt: skip

    async def edited(self, channel_id: int, message_id: int, text: str, terms: Sequence[str]) -> bool:
        """The question of this message reads otherwise; what is remembered of it is folded anew.

        Its answer stays: it is what was said to the earlier words. False when nothing changes.
        """
        room_id = await rooms.found(self._db, self._room(channel_id))
        return await turn_changes.reworded(self._db, self._postings, room_id, message_id, text, terms)

    async def deleted(self, channel_id: int, message_ids: Sequence[int]) -> int:
        """These messages are gone; returns how many turns that touches.

        With a question's go its turn and what waits for an answer to it, with an answer's the answer; a question that
        was about one of them is about nothing then. What is remembered of such turns is folded anew.
        """
        room_id = await rooms.found(self._db, self._room(channel_id))
        await self._db.run(
            """DELETE FROM ask WHERE guild_id = ? AND channel_id = ? AND question_message_id <> 0
               AND question_message_id IN (SELECT value FROM json_each(?))""",
            self._guild_id, channel_id, json.dumps(list(message_ids)),
        )  # fmt: skip
        return await turn_changes.taken_back(self._db, self._postings, room_id, message_ids)

    async def clear(self, channel_id: int) -> None:
        """The room goes, with all that was said in it and is remembered of it."""
        await self._db.run("DELETE FROM room WHERE guild_id = ? AND channel_id = ?", self._guild_id, channel_id)
        await erasing.is_due_if_changed(self._db)

    def _room(self, channel_id: int) -> Room:
        return Room(guild_id=self._guild_id, channel_id=channel_id)
