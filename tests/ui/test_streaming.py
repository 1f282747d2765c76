"""An answer as it comes from a model, by the clock on the wall: what stands in Discord when, whatever Discord does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.clock import SystemClock
from tests.analysis.llm.endpoint import endpoint
from tests.cli.commands import SAMPLE
from tests.false_discord.driver import FalseDiscord, RunningBot, Server, false_discord, press, running_bot, slash
from tests.false_discord.payloads import Payload, components
from tests.store.files import rows
from tests.web import Web

# Sentences of the article, in the words of a model that reports them.
SENTENCES = (
    "The author writes that the 1.10 carries twenty-six people [1¶4].",
    "Officers say that the change would save £310,000 a year [1¶2].",
    "The county spent £480,000 last year on taxis for hospital staff [1¶5].",
    "Her trust expects to spend a further £190,000 if the four departures go [1¶6].",
    "In the three wards that the 41 serves, four households in ten have no car [1¶7].",
    "The council should keep the night service and pay for it by moving money [1¶5].",
)
WORDS = ("six people", "save £310,000", "spent £480,000", "further £190,000", "have no car", "moving money")
WITHIN = 1.5  # seconds from a sentence's last word until it stands there
NOISE = 0.3  # seconds that a busy machine may add


@dataclass(slots=True)
class Pace:
    """Writes the sentences word by word. said: when each one's last word was out."""

    pause: float
    said: list[float] = field(default_factory=list)

    async def __call__(self, writer: asyncio.StreamWriter) -> None:
        clock = SystemClock()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        for sentence in SENTENCES:
            for word in sentence.split(" "):
                await clock.sleep(self.pause)
                await _out(writer, {"choices": [{"index": 0, "delta": {"content": word + " "}}]})
            self.said.append(clock.monotonic())
        await _out(writer, {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        await _out(writer, {"choices": [], "usage": {"prompt_tokens": 900, "completion_tokens": 120}})
        writer.write(b"data: [DONE]\n\n")


async def _out(writer: asyncio.StreamWriter, chunk: dict[str, Any]) -> None:
    writer.write(f"data: {json.dumps({'id': 'x', **chunk})}\n\n".encode())
    await writer.drain()


@dataclass(frozen=True, slots=True)
class Scene:
    """A bot with a model that writes at a pace of its own, in a server."""

    discord: FalseDiscord
    server: Server
    ada: Payload
    me: str
    url: str
    model: str
    bot: RunningBot | None = None

    @asynccontextmanager
    async def started(self, tmp_path: Path, web: Web, times: int) -> AsyncIterator[RunningBot]:
        """The bot's process; `times`: which one it is."""
        variables = {"OPENAI_BASE_URL": self.model, "OPENAI_API_KEY": "k", "CACHE_PATH": str(tmp_path / "cache")}
        async with running_bot(self.discord, tmp_path, FETCH_PORTS=str(web.port), **variables) as bot:
            await self.discord.connected(times)
            yield bot

    def room(self, name: str) -> str:
        return self.server.channels[name]

    async def ask(self, room: str) -> Payload:
        """By a message, with the article that it is about."""
        return await self.discord.say(self.ada, self.room(room), f"{self.me} what about {room}? {self.url}")

    async def answered(self, asked: Payload) -> str:
        [reply] = await self.discord.replies([asked], seconds=60)
        assert reply
        return _text(reply)

    def shown(self, room: str) -> list[tuple[float, str, int]]:
        """What the bot sent for its answer there: when, which text, and what Discord said to it."""
        sent = [(one, _text(one["body"])) for one in self.discord.journal("request") if _is_shown(one)]
        return [(one["mono"], text, one["status"]) for one, text in sent if f"what about {room}?" in text]


def _is_shown(request: Payload) -> bool:
    return request["method"] in ("POST", "PATCH") and "components" in (request["body"] or {})


def _text(message: Payload) -> str:
    return "\n".join(part["content"] for part in components(message, 10))


@asynccontextmanager
async def writing(tmp_path: Path, web: Web, *paces: Pace, rooms: Sequence[str]) -> AsyncIterator[Scene]:
    """The paces are those of one answer after the other, the last one of all others."""
    web.page("/bus", SAMPLE.read_bytes())
    async with endpoint(*paces) as model, false_discord(tmp_path) as discord:
        server, ada = await discord.server("Harrow", *rooms), await discord.user("ada")
        scene = Scene(discord, server, ada, await discord.mention(), web.url("/bus"), model.url)
        async with scene.started(tmp_path, web, 1) as bot:
            yield replace(scene, bot=bot)


def stands_there(shown: Sequence[tuple[float, str, int]], words: str) -> float:
    """When the words first stood in Discord."""
    return next(at for at, text, status in shown if status == 200 and words in text)


def is_whole(text: str) -> bool:
    return "writing" not in text and all(words in text for words in WORDS)


async def test_each_sentence_stands_there_in_time_and_no_second_has_two_edits(tmp_path: Path, web: Web) -> None:
    paces = {"quick": Pace(0.03), "slow": Pace(0.12)}
    async with writing(tmp_path, web, *paces.values(), rooms=list(paces)) as scene:
        for room, pace in paces.items():
            assert is_whole(await scene.answered(await scene.ask(room)))
            shown = scene.shown(room)
            moments = [at for at, _, _ in shown]
            assert len(moments) > 1
            assert all(later - earlier >= 1.0 for earlier, later in pairwise(moments))
            for words, said in zip(WORDS, pace.said, strict=True):
                assert stands_there(shown, words) - said <= WITHIN + NOISE, words


async def test_whatever_discord_does_the_whole_answer_stands_somewhere(tmp_path: Path, web: Web) -> None:
    cases = {case.__name__: case for case in (limited, broken, expired, deleted)}
    async with writing(tmp_path, web, Pace(0.08), rooms=list(cases)) as scene:
        await asyncio.gather(*(case(scene, room) for room, case in cases.items()))


async def limited(scene: Scene, room: str) -> None:
    """Asked to wait, it leaves parts out, and the whole comes last."""
    body = {"message": "slow down", "retry_after": 2.5, "global": False}
    path = f"/channels/{scene.room(room)}/messages/*"
    await scene.discord.ask(
        "fault", method="PATCH", path=path, status=429, body=body, headers={"Via": "1.1 x", "Retry-After": "3"}
    )
    assert is_whole(await scene.answered(await scene.ask(room)))
    texts = [(text, status) for _, text, status in scene.shown(room)]
    assert 429 in [status for _, status in texts]
    assert [is_whole(text) for text, _ in texts] == [False] * (len(texts) - 1) + [True]


async def broken(scene: Scene, room: str) -> None:
    """A connection that breaks when all was done makes no second reply."""
    path = f"/channels/{scene.room(room)}/messages"
    await scene.discord.ask("fault", method="POST", path=path, done=True)
    assert is_whole(await scene.answered(await scene.ask(room)))
    assert len([one for one in await scene.discord.posted(scene.room(room)) if one["author"]["bot"]]) == 1


async def expired(scene: Scene, room: str) -> None:
    """The answer to a command whose token ends under way is a message of its own."""
    wanted = slash(scene.ada, scene.room(room), "ask", question="what about it?", article=scene.url)
    ids = await scene.discord.interact(wanted)
    await scene.discord.states(ids, until="shown")
    await scene.discord.ask("expire", ids=ids)
    async with asyncio.timeout(60):
        while not (whole := [_text(one) for one in await scene.discord.posted(scene.room(room)) if _is_own(one)]):
            await SystemClock().sleep(0.2)
    assert is_whole(whole[-1])


def _is_own(message: Payload) -> bool:
    return message["author"]["bot"] and "interaction_metadata" not in message


async def deleted(scene: Scene, room: str) -> None:
    """A question that is taken back is not answered; the reply says so."""
    asked = await scene.ask(room)
    await scene.discord.replies([asked], until="shown", seconds=60)
    await scene.discord.unsay(asked)
    assert "The question was deleted" in await scene.answered(asked)


async def test_killed_while_answers_are_written_each_has_one_reply_and_asks_again(tmp_path: Path, web: Web) -> None:
    rooms, pace = ("one", "two", "three"), Pace(0.05)
    async with writing(tmp_path, web, *[pace] * len(rooms), Pace(0.0), rooms=rooms) as scene:
        asked = [await scene.ask(room) for room in rooms]
        async with asyncio.timeout(60):
            while len(pace.said) < len(rooms) + 1:
                await SystemClock().sleep(0.02)
        assert scene.bot
        await scene.bot.kill()
        async with scene.started(tmp_path, web, 2):
            for reply in await scene.discord.replies(asked, seconds=60):
                assert reply
                assert "I was restarted before your answer was ready" in _text(reply)
                [again] = [part["custom_id"] for part in components(reply, 2)]
                await scene.discord.answer(press(scene.ada, reply, again))
            assert all([is_whole(await scene.answered(one)) for one in asked])
        for room in rooms:
            assert len([one for one in await scene.discord.posted(scene.room(room)) if one["author"]["bot"]]) == 1
    found = "SELECT key, count(*), count(answer.turn_id) FROM turn LEFT JOIN answer ON turn_id = id GROUP BY key"
    assert rows(tmp_path / "bot.sqlite3", found) == sorted((one["id"], 1, 1) for one in asked)
