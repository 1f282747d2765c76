"""How well a discussion remembers, and what it costs: ``python -m bench.discussions [--set tuned|kept]``.

Every turn of every room is asked of the real use case, over a real file, against a model on loopback that keeps what it
was sent. A probe is a question that needs a turn or a paragraph: recall is the share whose needles stand in the prompt
as it was sent. Tokens are o200k's; of a prompt that part is cached which is the longest common beginning with an
earlier prompt of its room, and costs a tenth. Without `--context-tokens` the default settings are measured, and 2,500.
Whoever changes how a context is assembled looks at `tuned` only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.discussions.baselines import Baselines
from bench.discussions.counting import Counting, Tally, holds
from bench.discussions.endpoint import ScriptedModel, nonsense, sensible
from bench.discussions.material import load
from bench.discussions.replay import Life, Lived
from bench.discussions.rooms import RoomPlan
from bench.discussions.writing import rooms
from bot.analysis.tokens import Tokens
from bot.config import Settings

SMALL = 2_500
MEMORIES = {"sensible": sensible, "nonsense": nonsense}
OURS, RESENT, LAST = "use case", "resent", "last that fit"
GOALS = {
    None: "goal: recall ≥ .97, cost ≤ .50 of resent, cached ≥ .72 (excellent .80)",
    SMALL: "goal: recall ≥ .95, tokens ≤ .60 of resent, cached ≥ .72 (excellent .80)",
}


@dataclass(slots=True)
class Measured:
    """One set at one setting. missed: a line for each probe that found nothing. remembering: tokens of folding."""

    set_name: str
    context_tokens: int | None
    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in (OURS, RESENT, LAST)})
    missed: list[str] = field(default_factory=list)
    remembering: int = 0
    seconds: float = 0.0


async def measure(set_name: str, context_tokens: int | None, memory: str, only: str) -> Measured:
    """Live through all rooms of a set whose names begin with `only`."""
    began, measured = time.perf_counter(), Measured(set_name, context_tokens)
    encoding = (await Tokens.load())._encoding
    assert encoding
    counting, model = Counting(encoding), ScriptedModel(MEMORIES[memory])
    with tempfile.TemporaryDirectory() as folder:
        async with model.serving():
            life = Life(model, Path(folder) / "bench.sqlite3", context_tokens)
            for channel_id, plan in enumerate(rooms(load(set_name)), 101):
                if plan.name.startswith(only):
                    _count(measured, counting, plan, await life.live(plan, channel_id))
            await life.close()
    measured.remembering = sum(len(counting.ids(fold)) for fold in model.folds)
    measured.seconds = time.perf_counter() - began
    return measured


def _count(measured: Measured, counting: Counting, plan: RoomPlan, lived: list[Lived]) -> None:
    for tally in measured.tallies.values():
        tally.begin_room()
    baselines = Baselines(counting)
    for index, turn in enumerate(lived):
        baselines.arrive(turn.line)
        prompt = "\n".join(turn.prompt)
        ids = counting.ids(prompt)
        resent = baselines.resent(turn.prompt[0], turn.line)
        last = baselines.last_that_fit(turn.prompt[0], turn.line, len(ids))
        ways = {OURS: (ids, prompt), RESENT: (counting.of_pieces(resent), "".join(resent)),
                LAST: (counting.of_pieces(last), "".join(last))}  # fmt: skip
        for name, (way, text) in ways.items():
            measured.tallies[name].add(way)
            if probe := turn.line.probe:
                measured.tallies[name].probe(probe, there := holds(text, probe))
                if name == OURS and not there:
                    measured.missed.append(_missed(plan, index, turn))
        baselines.answered(turn.line)


def _missed(plan: RoomPlan, index: int, turn: Lived) -> str:
    probe = turn.line.probe
    assert probe
    needs = "; ".join(
        f"“{need.needle}” in " + (f"turn {need.turn}" if need.turn is not None else f"[{need.n}¶{need.paragraph}]")
        for need in probe.needs
    )
    return f"{plan.name} turn {index}, {probe.kind} {probe.also}: {turn.line.text} — needs {needs}"


def report(measured: Measured, *, with_missed: bool) -> None:
    """The table of one set at one setting."""
    ours, resent = measured.tallies[OURS], measured.tallies[RESENT]
    budget = measured.context_tokens or f"default ({Settings.model_fields['context_tokens'].default:,})"
    print(f"\n{measured.set_name}, CONTEXT_TOKENS {budget}: {ours.questions} questions, {ours.asked.total()} probes, "
          f"{measured.seconds:.0f} s")  # fmt: skip
    print(f"  {'':<15}{'probes':>7}" + "".join(f"{name:>15}" for name in measured.tallies))
    for kind in sorted(ours.asked):
        cells = [f"{tally.found[kind] / tally.asked[kind]:>15.2f}" for tally in measured.tallies.values()]
        print(f"  {kind:<15}{ours.asked[kind]:>7}" + "".join(cells))
    rows = {
        "recall": [f"{tally.recall:.3f}" for tally in measured.tallies.values()],
        "tokens": [f"{tally.each:,.0f} ({tally.each / resent.each:.2f})" for tally in measured.tallies.values()],
        "cached": [f"{tally.share:.3f}" for tally in measured.tallies.values()],
        "cost": [f"{tally.cost:,.0f} ({tally.cost / resent.cost:.2f})" for tally in measured.tallies.values()],
        "longest": [f"{tally.longest:,}" for tally in measured.tallies.values()],
    }
    for name, values in rows.items():
        print(f"  {name:<22}" + "".join(f"{value:>15}" for value in values))
    remembering = measured.remembering / max(1, ours.questions)
    print(f"  remembering takes another {remembering:,.0f} tokens a question, which nobody waits for")
    print(f"  {GOALS.get(measured.context_tokens, GOALS[SMALL])}")
    for line in measured.missed if with_missed else ():
        print(f"    missed: {line}")


def as_json(measured: Measured) -> dict[str, Any]:
    """The same figures for a machine."""
    return {
        "set": measured.set_name,
        "context_tokens": measured.context_tokens,
        "remembering": measured.remembering,
        "ways": {
            name: {
                "recall": round(tally.recall, 4),
                "tokens": round(tally.each, 1),
                "cached": round(tally.share, 4),
                "cost": round(tally.cost, 1),
                "kinds": {kind: [tally.found[kind], tally.asked[kind]] for kind in sorted(tally.asked)},
            }
            for name, tally in measured.tallies.items()
        },
    }


def run(job: tuple[str, int | None, str, str]) -> Measured:
    """In a process of its own."""
    return asyncio.run(measure(*job))


def main(arguments: Iterable[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("tuned", "kept"), help="both by default")
    parser.add_argument("--context-tokens", type=int, help="the default and 2,500 by default; 0 for the default alone")
    parser.add_argument("--memory", choices=tuple(MEMORIES), default="sensible", help="what the model remembers")
    parser.add_argument("--rooms", default="", help="only rooms whose names begin so, as tuned-0")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="each probe that was missed")
    options = parser.parse_args(list(arguments))
    sets = [options.set] if options.set else ["tuned", "kept"]
    given = options.context_tokens
    budgets = [None, SMALL] if given is None else [given or None]
    jobs = [(name, budget, options.memory, options.rooms) for budget in budgets for name in sets]
    with ProcessPoolExecutor(2) as pool:
        for measured in pool.map(run, jobs):
            if options.json:
                print(json.dumps(as_json(measured)))
            else:
                report(measured, with_missed=options.verbose)


if __name__ == "__main__":
    main(sys.argv[1:])
