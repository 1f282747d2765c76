"""A question in a room: articles found, the turn noted, context assembled, an answer streamed, checked and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.analysis.engine import AnswerAsk
from bot.analysis.search.terms import terms
from bot.errors import BadOption, NotHere
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.discussion import Answer, Context, Question, Room, Turn
from bot.models.money import Usage
from bot.models.summary import Options, Progress, Stage, unwatched
from bot.services.discuss.answering import Answering
from bot.services.discuss.checking import Told, unheard
from bot.services.discuss.gathering import Gathering, Unread
from bot.services.discuss.prompting import Prompting
from bot.services.discuss.rooms import articles_of, question_of, room_of, terms_of
from bot.services.discuss.taking_back import still_stands
from bot.services.shared.asked_articles import Source
from bot.services.shared.folding import Folding
from bot.services.shared.language_tag import check_language_tag
from bot.store.database import Store, Writing

LONGEST = 4_000  # characters of a question: what a message of Discord's holds at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An answer with its question.

    articles: by their number in the room, those that the answer cites or that its context held.
    usage: what this ask spent, nothing when the answer was kept. context_tokens: of the prompt, 0 when it was kept.
    """

    turn_id: int
    room: Room
    question: Question
    answer: Answer
    articles: Mapping[int, Article]
    usage: Usage
    context_tokens: int
    cached: bool
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noted:
    """A question that is a turn of its room by now, without an answer yet."""

    room: Room
    question: Question
    turn: Turn
    unread: tuple[Unread, ...]


class Asking:
    def __init__(
        self, store: Store, gathering: Gathering, prompting: Prompting, answering: Answering, folding: Folding
    ) -> None:
        self._store, self._gathering, self._prompting = store, gathering, prompting
        self._answering, self._folding = answering, folding

    async def run(
        self,
        question: Question,
        asker: Asker,
        options: Options,
        *,
        articles: Sequence[Source] = (),
        progress: Progress = unwatched,
        told: Told = unheard,
    ) -> Asked:
        """Answer a question in the asker's room.

        articles: what it is about besides what the room has met; an id is one of the room's own articles. `told` is
        called with all that has been checked so far, each time that a sentence joined it; it may begin anew with other
        words. Asked again with the same key, it is the same turn, and its answer that of the first time if there is
        one. Raises NoArticleHere, NotHere, BadOption, NoSuchPrompt, and what reading the given articles raises.
        """
        check_language_tag(options.language)
        _check(question)
        room = room_of(asker)
        gathered = await self._gathering.run(question, asker, room, articles, progress)
        turn = await self._noted(room, question, gathered.numbers)
        if turn.answer:
            return await kept(self._store, room, turn)
        progress(Stage.THINKING)
        noted = _Noted(room=room, question=question, turn=turn, unread=gathered.unread)
        asked = await self._answered(noted, asker, options, told)
        self._folding.schedule(room)
        return asked

    async def _noted(self, room: Room, question: Question, numbers: Sequence[int]) -> Turn:
        """The turn is there before any engine is asked: whatever happens then, it was said."""
        async with self._store.write() as tx:
            turns = tx.guild(room.guild_id).turns
            turn_id = await turns.asked(room.channel_id, question, numbers, terms_of(question))
        turn = await self._store.turns.get(room, turn_id)
        if turn is None:  # deleted at this very moment
            raise NotHere(thing="question")
        return turn

    async def _answered(self, noted: _Noted, asker: Asker, options: Options, told: Told) -> Asked:
        changes = await self._store.memories.changes(noted.room)
        context = await self._prompting.context(noted.room, noted.question, noted.turn, options)
        ask = AnswerAsk(context=context, options=options)
        keep = partial(self._keep, noted, context, changes)
        answer, usage = await self._answering.run(ask, asker, told=told, keep=keep)
        return Asked(
            turn_id=noted.turn.id,
            room=noted.room,
            question=noted.question,
            answer=answer,
            articles=await self._articles(noted.room, context, answer),
            usage=usage,
            context_tokens=sum(context.tokens.values()),
            cached=False,
            unread=noted.unread,
        )

    async def _keep(
        self, noted: _Noted, context: Context, changes: int, tx: Writing, answer: Answer, usage_id: int | None
    ) -> None:
        """With its turn, if that is still there, and nothing that the answer may be made of was taken back."""
        if await still_stands(self._store, noted.room, context, changes):
            numbers = sorted({*noted.turn.articles, *(cited.n for cited in answer.citations)})
            turns = tx.guild(noted.room.guild_id).turns
            channel_id, turn_id = noted.room.channel_id, noted.turn.id
            await turns.answered(channel_id, turn_id, answer, numbers, terms(answer.text), usage_id)

    async def _articles(self, room: Room, context: Context, answer: Answer) -> dict[int, Article]:
        standing = {each.n: each.article for each in context.articles}
        others = {cited.n for cited in answer.citations} - standing.keys()
        return standing | (await articles_of(self._store, room, others) if others else {})


async def kept(store: Store, room: Room, turn: Turn) -> Asked:
    """The answer that a turn has. Raises NotHere when it has none."""
    if turn.answer is None:
        raise NotHere(thing="answer")
    numbers = {*turn.articles, *(cited.n for cited in turn.answer.citations)}
    return Asked(
        turn_id=turn.id,
        room=room,
        question=question_of(turn),
        answer=turn.answer,
        articles=await articles_of(store, room, numbers),
        usage=Usage(),
        context_tokens=0,
        cached=True,
    )


def _check(question: Question) -> None:
    if not question.text.strip() or len(question.text) > LONGEST:
        raise BadOption(option="A question", accepts=f"some words, {LONGEST:,} characters at most")
