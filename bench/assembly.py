"""How long it takes to put a prompt together, and how large the file grows: ``python -m bench.assembly``.

10^5 turns in one room and as many in a hundred others, on a real file, made of sentences of the labelled commentaries;
then 300 questions in that room, each about a turn somewhere in it, found and assembled as a question is. Goal: 95 % of
them within 15 ms. Tokens are counted by the models' own encoding.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.analysis.search.terms import speaker_terms, terms
from bot.analysis.tokens import Tokens
from bot.clock import SystemClock
from bot.models.article import Article
from bot.models.discussion import Answer, Memory, Person, Question, Room
from bot.models.summary import Signature
from bot.services.discuss.context import assemble
from bot.services.discuss.finding import Finding
from bot.store.database import Store, Writing, open_store

GOAL = 15.0  # milliseconds, of 95 in a hundred
BUDGET = 15_600  # tokens: the default without the instructions
OTHERS = 100  # rooms
UNFOLDED = 12  # turns behind the memory
AT_ONCE = 2_000  # turns of a transaction
PEOPLE = [Person(id=number, name=name) for number, name in enumerate("Ana Bo Chidi Dana Emre Fee Gül Hal".split(), 1)]
HERE = Room(guild_id=1, channel_id=1)
LATER = 1 << 60  # than any turn
SIGNATURE = Signature(engine="openai", model="any")


@dataclass(frozen=True, slots=True)
class Sentence:
    """With its terms, which are taken once."""

    text: str
    terms: tuple[str, ...]


def sentences_and_articles() -> tuple[list[Sentence], list[Article]]:
    """Of all labelled commentaries, the three first of which are the room's."""
    files = sorted((Path(__file__).parent / "commentaries" / "tuned").glob("*.json"))
    texts = [json.loads(file.read_text()) for file in files]
    articles = [Article(title=text["title"], paragraphs=tuple(text["paragraphs"])) for text in texts[:3]]
    cut = [sentence for text in texts for paragraph in text["paragraphs"] for sentence in paragraph.split(". ")]
    return [Sentence(text, terms(text)) for text in cut if len(text) > 30], articles


async def say(tx: Writing, room: Room, said: Sequence[Sentence], person: Person) -> int:
    """A turn with its answer."""
    asked, *answered = said
    turns = tx.guild(room.guild_id).turns
    question = Question(text=asked.text, person=person)
    turn_id = await turns.asked(room.channel_id, question, (1,), (*asked.terms, *speaker_terms(person.name)))
    answer = Answer(text=" ".join(each.text for each in answered), citations=(), dropped=0, signature=SIGNATURE)
    found_by = tuple(dict.fromkeys(term for each in answered for term in each.terms))
    await turns.answered(room.channel_id, turn_id, answer, (1,), found_by)
    return turn_id


async def fill(store: Store, rng: random.Random, sentences: Sequence[Sentence], rooms: Sequence[Room]) -> list[int]:
    """A turn in each of these rooms, in their order; returns the turns' ids."""
    ids: list[int] = []
    for start in range(0, len(rooms), AT_ONCE):
        async with store.write() as tx:
            for room in rooms[start : start + AT_ONCE]:
                ids.append(await say(tx, room, rng.choices(sentences, k=3), rng.choice(PEOPLE)))  # noqa: PERF401
    return ids


async def prepare(store: Store, turns: int) -> list[Sentence]:
    """Everything that was said before the first question."""
    rng = random.Random(11)
    sentences, articles = sentences_and_articles()
    rooms = [HERE] * turns + [Room(guild_id=2 + n % OTHERS, channel_id=1) for n in range(turns)]
    rng.shuffle(rooms)
    ids = [
        turn_id for turn_id, room in zip(await fill(store, rng, sentences, rooms), rooms, strict=True) if room == HERE
    ]
    changes = await store.memories.changes(HERE)
    async with store.write() as tx:
        for number, article in enumerate(articles):
            article_id = await tx.articles.keep(article, f"https://paper.test/{number}")
            await tx.guild(HERE.guild_id).articles.met(HERE.channel_id, article_id)
        memory = Memory(memos=(), through=ids[-UNFOLDED - 1], signature=SIGNATURE)
        assert await tx.guild(HERE.guild_id).memories.fold(HERE.channel_id, 0, memory, changes)
    return sentences


async def measure(store: Store, sentences: Sequence[Sentence], questions: int) -> list[float]:
    """Milliseconds for each question."""
    rng, finding = random.Random(12), Finding(store)
    count = lru_cache(8_192)((await Tokens.load()).count)
    took: list[float] = []
    for _ in range(questions + 1):
        words = rng.choice(sentences).text.split()
        question = Question(text=" ".join(words[: rng.randint(4, 9)]) + "?", person=rng.choice(PEOPLE))
        began = time.perf_counter()
        material = await finding.material(HERE, question, before=LATER, reply_to=None)
        await asyncio.to_thread(assemble, material, question, SystemClock().now(), budget=BUDGET, count=count)
        took.append(1_000 * (time.perf_counter() - began))
    return took[1:]  # the first one reads the articles


async def run(turns: int, questions: int) -> int:
    """Prints a line for each figure; 1 when the goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "assembly.sqlite3"
        async with open_store(path, SystemClock()) as store:
            began = time.perf_counter()
            sentences = await prepare(store, turns)
            size = (await store.stats())["bytes"]
            print(f"{turns:,} turns in a room and {turns:,} in {OTHERS} others: {time.perf_counter() - began:.0f} s, "
                  f"{size / 2 / turns:,.0f} bytes a turn, of which texts {text_bytes(sentences):,.0f}")  # fmt: skip
            took = await measure(store, sentences, questions)
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"finding and assembling: median {statistics.median(took):.1f} ms, 95 % within {p95:.1f} ms, "
          f"longest {max(took):.1f} ms (goal {GOAL:.0f})")  # fmt: skip
    return int(p95 > GOAL)


def text_bytes(sentences: Sequence[Sentence]) -> float:
    """Of a question and an answer of two sentences, in the mean."""
    return 3 * statistics.fmean(len(sentence.text.encode()) for sentence in sentences)


def main(arguments: Iterable[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=300)
    options = parser.parse_args(list(arguments))
    return asyncio.run(run(options.turns, options.questions))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
