"""Which entries are taken to be about the same event: ``python -m bench.stories [--set tuned|kept] [-v]``.

Labelled entries stand in bench/stories, in two halves that share no event. Counted are pairs, all of each half, after
closure: of those that stand in one story how many are about the same event (precision), and of those that are, how many
stand in one story (recall). With a judge: one who says the truth of 95 in 100 pairs and is asked in vain about none
twice, drawn by ten seeds; at once, and as a day brings the entries, six hours at a time.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from statistics import fmean

from bench.labelled_entries import Labelled, read
from bot.analysis.stories import Field, Sorting, Vectors, group
from bot.models.story import Pair, StoryEntry

ROOT = Path(__file__).parent / "stories"
SETS = ("tuned", "kept")
GOALS = "goal: precision ≥ 0.92 at recall ≥ 0.55; with a judge ≥ 0.95 at ≥ 0.85, ≤ 5 questions an entry"
QUESTIONS = 5  # an entry
RIGHT = 0.95
SEEDS = range(10)
ARRIVING = timedelta(hours=6)
MANY = 5_000

Groups = Sequence[Sequence[StoryEntry]]


class Judge:
    """Who says the same of a pair each time; right in a given share of all pairs."""

    def __init__(self, labelled: Labelled, seed: int) -> None:
        self._labelled, self._seed, self.asked = labelled, seed, 0

    def __call__(self, pairs: Sequence[Pair]) -> list[bool | None]:
        self.asked += len(pairs)
        return [self._says(pair) for pair in pairs]

    def _says(self, pair: Pair) -> bool:
        ids = sorted((pair.first.id, pair.second.id))
        drawn = int.from_bytes(hashlib.sha256(f"{self._seed} {ids}".encode()).digest()[:4], "big") / 2**32
        return self._labelled.is_same(pair.first, pair.second) == (drawn < RIGHT)


def score(groups: Groups, labelled: Labelled) -> tuple[float, float]:
    """Precision and recall over pairs."""
    told = [labelled.is_same(*pair) for members in groups for pair in combinations(members, 2)]
    true = sum(labelled.is_same(*pair) for pair in combinations(labelled.entries, 2))
    return sum(told) / max(1, len(told)), sum(told) / true


def judged(entries: Sequence[StoryEntry], vectors: Vectors, judge: Judge, said: dict[tuple[int, int], bool]) -> Groups:
    """As the service does it: questions until there are none, or no more may be asked."""
    sorting, left = Sorting(Field(entries, vectors), said), QUESTIONS * sum(not entry.story_id for entry in entries)
    while left and (pairs := sorting.questions(left)):
        left -= len(pairs)
        answers = judge(pairs)
        said |= {(pair.first.id, pair.second.id): bool(answer) for pair, answer in zip(pairs, answers, strict=True)}
        sorting.learn(pairs, answers)
    return sorting.groups()


def arriving(labelled: Labelled, judge: Judge | None) -> Groups:
    """The entries in the order of their time, with the stories of those before them."""
    vectors, said = Vectors(), dict[tuple[int, int], bool]()
    entries = sorted(labelled.entries, key=lambda entry: entry.at)
    done: list[StoryEntry] = []
    groups: Groups = ()
    until = entries[0].at
    while len(done) < len(entries):
        until += ARRIVING
        new = [entry for entry in entries[len(done) :] if entry.at < until]
        together = [*done, *new]
        if new:
            groups = judged(together, vectors, judge, said) if judge else Sorting(Field(together, vectors)).groups()
            done = [replace(entry, story_id=at) for at, members in enumerate(groups, 1) for entry in members]
            done.sort(key=lambda entry: entry.at)
    return groups


def measure(name: str, *, verbose: bool) -> None:
    labelled = read(ROOT / f"{name}.txt")
    print(f"\n{name}: {len(labelled.entries)} entries, {labelled.events} events")
    stories = [story.entries for story in group(labelled.entries)]
    show("without a judge", [score(stories, labelled)])
    show("… as they arrive", [score(arriving(labelled, None), labelled)])
    vectors = Vectors()
    judges = [Judge(labelled, seed) for seed in SEEDS]
    show("with a judge", [score(judged(labelled.entries, vectors, judge, {}), labelled) for judge in judges], judges)
    judges = [Judge(labelled, seed) for seed in SEEDS]
    show("… as they arrive", [score(arriving(labelled, judge), labelled) for judge in judges], judges)
    if verbose:
        explain(stories, labelled)


def show(what: str, scores: Sequence[tuple[float, float]], judges: Sequence[Judge] = ()) -> None:
    precisions, recalls = zip(*scores, strict=True)
    line = f"  {what:<18} precision {fmean(precisions):.3f}, recall {fmean(recalls):.3f}"
    if judges:
        asked = fmean(judge.asked for judge in judges) / len(judges[0]._labelled.entries)
        line += f" (at worst {min(precisions):.3f} and {min(recalls):.3f}), {asked:.2f} questions an entry"
    print(line)


def explain(groups: Groups, labelled: Labelled) -> None:
    """What stands together and should not."""
    for members in groups:
        if len({labelled.event_of(entry) for entry in members}) > 1:
            print("\n".join(f"    {labelled.event_of(entry)}: {entry.title}" for entry in members), end="\n\n")


def speed() -> None:
    """A day of `MANY` entries at once, one in three about an event that others tell too; then an hour more of them."""
    vectors, many = Vectors(), generated(MANY)
    begun = time.process_time()
    groups = Sorting(Field(many, vectors)).groups()
    day = time.process_time()
    told = [replace(entry, story_id=at) for at, members in enumerate(groups, 1) for entry in members]
    more = [
        replace(entry, id=MANY + n, at=entry.at + timedelta(days=1)) for n, entry in enumerate(many[: MANY // 24], 1)
    ]
    Sorting(Field([*told, *more], vectors)).groups()
    hour = time.process_time()
    print(f"\n{MANY:,} entries in {day - begun:.1f} s of processor, {len(groups):,} stories; ", end="")
    print(f"{len(more)} more in {hour - day:.1f} s")


def generated(count: int) -> list[StoryEntry]:
    """Entries of the words of the labelled ones, with invented names; those of an event share half of its words."""
    draw = random.Random(1)
    words = [word for name in SETS for entry in read(ROOT / f"{name}.txt").entries for word in entry.text.split()]
    entries: list[StoryEntry] = []
    while len(entries) < count:
        names = ["".join(draw.choices("aeioulnrstmk", k=draw.randint(4, 8))).title() for _ in range(3)]
        event = [*names, *draw.choices(words, k=24)]
        for _ in range(draw.choice((1, 1, 1, 1, 1, 1, 2, 3, 6))):
            said = draw.sample(event, 14) + draw.choices(words, k=14)
            at = datetime(2026, 11, 3, tzinfo=UTC) + timedelta(minutes=draw.randrange(1440))
            n = len(entries) + 1
            entries.append(
                StoryEntry(id=n, feed_id=n % 400, url="", title=" ".join(said[:9]), outlet="", at=at,
                           text=" ".join(said[9:]), language="en")
            )  # fmt: skip
    return entries[:count]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, help="only this half")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell what was joined wrongly")
    chosen = parser.parse_args()
    print(GOALS)
    for name in [chosen.set] if chosen.set else SETS:
        measure(name, verbose=chosen.verbose)
    speed()


if __name__ == "__main__":
    main()
