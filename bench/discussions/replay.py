"""A room lived through: every turn asked of the real use case, over a real file, against the scripted model."""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bench.discussions.endpoint import ScriptedModel
from bench.discussions.rooms import Line, RoomPlan
from bot.analysis.search.terms import terms
from bot.app import open_services
from bot.clock import SystemClock
from bot.config import Settings
from bot.models.asker import Asker
from bot.models.comparison import Citation
from bot.models.discussion import Person, Question
from bot.models.summary import Options
from bot.services.discuss import Asked
from bot.services.use_cases import Services

START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
GUILD = 1
_CITED = re.compile(r"\[(\d+)¶(\d+)\]")
A_YEAR = 31_536_000.0  # seconds; no article is fetched again


class RoomClock(SystemClock):
    """The time of day is a room's own; durations are the machine's."""

    def __init__(self) -> None:
        self._now = START

    def now(self) -> datetime:
        return self._now

    def begin(self) -> None:
        self._now = START

    def pass_by(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """One turn, and the prompt as it was sent."""

    line: Line
    prompt: tuple[str, str]


class Life:
    """Services over one file, which may be closed and opened again between two turns."""

    def __init__(self, model: ScriptedModel, file: Path, context_tokens: int | None) -> None:
        given: dict[str, Any] = {} if context_tokens is None else {"context_tokens": context_tokens}
        self._settings = Settings(
            openai_api_key=SecretStr("no-key-at-all"),
            openai_base_url=model.url,
            database_path=file,
            fetch_again_after=A_YEAR,
            **given,
        )
        self._model, self._clock = model, RoomClock()
        self._articles = 0
        self._services: Services | None = None
        self._stack = AsyncExitStack()

    async def live(self, plan: RoomPlan, channel_id: int) -> list[Lived]:
        """All turns of a room."""
        self._clock.begin()
        self._articles = 0
        lived: list[Lived] = []
        for line in plan.lines:
            if line.restart:
                await self.close()
            self._clock.pass_by(line.after)
            lived.append(await self._turn(await self._opened(), plan, channel_id, line, len(lived)))
        return lived

    async def _opened(self) -> Services:
        if self._services is None:
            opening = open_services(self._settings, self._clock, engine="openai")
            self._services = await self._stack.enter_async_context(opening)
        return self._services

    async def close(self) -> None:
        """As the bot is stopped; the next turn starts it again."""
        self._services = None
        await self._stack.aclose()

    async def _turn(self, services: Services, plan: RoomPlan, channel_id: int, line: Line, index: int) -> Lived:
        person = Person(id=1_000 * channel_id + plan.people.index(line.who), name=line.who)
        asker = Asker(guild_id=GUILD, channel_id=channel_id, user_id=person.id)
        if line.article:
            self._articles += 1
            async with services.store.write() as tx:
                await tx.articles.keep(line.article, line.article.url)
        question = Question(
            text=line.text,
            person=person,
            key=f"turn-{index}",
            message_id=_asked(index),
            reply_to=0 if line.reply_to is None else _answered(line.reply_to),
        )
        before = len(self._model.prompts)
        articles = [line.article.url] if line.article else []
        asked = await services.discuss.run(question, asker, Options(), articles=articles)
        await services.discuss.folded()
        await _kept_as_written(services, asked, line, self._articles)
        await services.discuss.shown(asker, asked.turn_id, [_answered(index)])
        prompts = self._model.prompts[before:]
        if len(prompts) != 1:
            raise RuntimeError(f"{plan.name}, turn {index}: asked {len(prompts)} times, {asked.answer.fallback}")
        return Lived(line=line, prompt=prompts[0])


async def _kept_as_written(services: Services, asked: Asked, line: Line, arrived: int) -> None:
    """The room's own answer: what the check leaves of it is measured elsewhere, and a history needs its facts."""
    cited = {(int(n), int(paragraph)) for n, paragraph in _CITED.findall(line.answer)}
    citations = tuple(Citation(n=n, paragraph=paragraph) for n, paragraph in sorted(cited))
    answer = replace(asked.answer, text=line.answer, citations=citations, dropped=0)
    numbers = sorted({n for n, _ in cited} | ({arrived} if line.article else set()))
    async with services.store.write() as tx:
        turns = tx.guild(GUILD).turns
        await turns.answered(asked.room.channel_id, asked.turn_id, answer, numbers, terms(line.answer))


def _asked(index: int) -> int:
    """The message that a turn came as."""
    return 10_000 + 2 * index


def _answered(index: int) -> int:
    return _asked(index) + 1
