"""Questions of the command line: asked in a room, answered sentence by sentence, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Sequence
from types import TracebackType
from typing import Self

from bot.cli.answer_text import Growing, print_answer
from bot.cli.each import print_json
from bot.cli.progress import watched
from bot.cli.shapes import answer_json
from bot.cli.speakers import asker_in, new_room, person_in
from bot.errors import BotError
from bot.models.discussion import Question
from bot.models.summary import Options
from bot.services.discuss import Asked, Discuss
from bot.services.shared.asked_articles import Source
from bot.ui.phrases import KEY_PASSAGES
from bot.ui.sentences import fallback_sentence, sentence, words_for


class Talk:
    """One speaker in one room; entered before the first question. What is due is folded when it ends.

    room: None for one that is forgotten when it ends. sources: what the first question brings along.
    """

    def __init__(
        self, discuss: Discuss, options: Options, sources: Sequence[Source], *, room: str | None, speaker: str,
        as_json: bool,
    ) -> None:  # fmt: skip
        name = room if room is not None else new_room()
        self._discuss, self._options, self._sources = discuss, options, sources
        self._is_kept, self._as_json = room is not None, as_json
        self._asker, self._person, self.speaker = asker_in(name, speaker), person_in(name, speaker), speaker

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if not self._is_kept:
            await self._discuss.gone(self._asker.server, self._asker.channel_id or 0)
        elif kind is None:
            await self._discuss.folded()

    async def answer(self, question: str) -> None:
        """Answer it on standard output. Raises BotError."""
        if self._as_json:
            _show_json(await self._asked(question, None))
            return
        growing = Growing() if sys.stdout.isatty() else None
        print_answer(await self._asked(question, growing), growing)

    async def answer_all(self, questions: AsyncIterator[str]) -> int:
        """One after the other, whatever becomes of one; returns the exit status."""
        status = 0
        async for question in questions:
            try:
                await self.answer(question)
            except BotError as error:
                status = 1
                if self._as_json:
                    print_json({"question": question, "error": sentence(error)})
                print(sentence(error), file=sys.stderr, flush=True)
        return status

    async def _asked(self, question: str, growing: Growing | None) -> Asked:
        said = Question(text=_readable(question), person=self._person)
        with watched("the question") as progress:
            asked = await self._discuss.run(
                said, self._asker, self._options, articles=self._sources, progress=progress,
                **({"told": growing.told} if growing else {}),
            )  # fmt: skip
        self._sources = ()  # they are the room's by now
        return asked


def _show_json(asked: Asked) -> None:
    print_json(answer_json(asked))
    notes = [words_for(unread.kind, unread.facts) for unread in asked.unread]
    notes += [fallback_sentence(asked.answer.fallback, KEY_PASSAGES)] if asked.answer.fallback else []
    for note in notes:
        print(note, file=sys.stderr)


def _readable(text: str) -> str:
    """Bytes of a terminal that are no text become question marks."""
    return text.encode("utf-8", "replace").decode()
