"""Which pairs of entries are about the same event, over an OpenAI-compatible endpoint: some pairs in one question."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.analysis.engine import Meter, PairsAsk
from bot.analysis.lines import one_line
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.judgement_answer import JudgementAnswer
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import ask_of
from bot.analysis.prompts import Prompt
from bot.errors import EngineTooLong, PromptChanged
from bot.models.money import Usage
from bot.models.story import Judgement, StoryEntry
from bot.models.summary import Signature

_TITLE, _TEXT = 240, 400  # characters that are shown of an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """An entry as the prompt shows it."""

    about: str
    text: str


class LlmJudge:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._client = desk, desk.client

    def signature(self, ask: PairsAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt())

    def estimate(self, ask: PairsAsk) -> Usage:
        """One answer, asked for twice, the second time at twice the length."""
        try:
            return self._desk.worst_of_answer(self._question(ask))
        except PromptChanged:
            return Usage()  # nothing will be asked

    async def draft(self, ask: PairsAsk, meter: Meter) -> Judgement:
        """Raises EngineError, NoSuchPrompt."""
        self.signature(ask)
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        answer = await self._desk.answer(
            lambda context: self._answer_within(context, ask, purse), lambda: len(ask.pairs)
        )
        return answer.judgement(len(ask.pairs))

    async def _answer_within(self, context: int, ask: PairsAsk, purse: Purse) -> JudgementAnswer:
        question = await asyncio.to_thread(self._question, ask)
        if self._client.prompt_tokens(question) > context:
            raise EngineTooLong(tokens=self._client.prompt_tokens(question))
        return await self._desk.ask(question, JudgementAnswer, purse)

    def _question(self, ask: PairsAsk) -> Ask:
        """An entry that is in several pairs is shown once."""
        entries = {entry: None for pair in ask.pairs for entry in (pair.first, pair.second)}
        numbers = {entry: n for n, entry in enumerate(entries, 1)}
        prompt = self._prompt()
        messages = prompt.render(
            entries=[_shown(entry) for entry in entries],
            pairs=[(numbers[pair.first], numbers[pair.second]) for pair in ask.pairs],
        )
        return ask_of(messages, self._desk.parameters(prompt), JudgementAnswer)

    def _prompt(self) -> Prompt:
        return self._desk.prompt("same-story", schema="same-story")


def _shown(entry: StoryEntry) -> _Shown:
    facts = {
        "Title": entry.title[:_TITLE],
        "Outlet": entry.outlet,
        "Author": ", ".join(entry.authors),
        "Published": f"{entry.at:%Y-%m-%d %H:%M} UTC",
        "Kind": "opinion" if entry.is_commentary else "",
    }
    lines = (f"{name}: {one_line(value)}" for name, value in facts.items() if value.strip())
    return _Shown(about="\n".join(lines), text=one_line(entry.text)[:_TEXT])
