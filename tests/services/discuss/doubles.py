"""A talk that says what it is told to, and all of a discussion around it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.analysis.engine import AnswerAsk, MemoryAsk, Meter, StartOver, Talk
from bot.analysis.extractive import extractive_engine
from bot.analysis.tokens import estimate
from bot.clock import Clock
from bot.models.asker import Asker
from bot.models.discussion import Kept, Memo, MemoryDraft, Person, Question
from bot.models.money import Usage
from bot.models.summary import Options, Signature
from bot.services.discuss import Asked, Discuss
from bot.services.discuss.answering import Answering
from bot.services.discuss.asking import Asking
from bot.services.discuss.following import Following
from bot.services.discuss.gathering import Gathering
from bot.services.discuss.prompting import Prompting
from bot.services.discuss.showing import Showing
from bot.services.shared.asked_articles import AskedArticles
from bot.services.shared.budget import Budget
from bot.services.shared.folding import Folding
from bot.services.shared.library import Library
from bot.store.database import Store
from tests.nouns import KEY_SENTENCES, MODEL, column
from tests.services.doubles import PRICED, SPENT, ATask, AWeb, Gate, a_web

ANA, BO = Person(id=100, name="Ana"), Person(id=200, name="Bo")
CHANNEL = Asker(guild_id=1, channel_id=10, user_id=ANA.id)
HARBOUR, LIBRARY = "https://harbour.test/", "https://library.test/"
COLUMNS = {
    "harbour": column(),
    "library": column(
        title="Open on Sundays", authors=("Ed Sample",), paragraphs=("A closed library lends no books.", "Open it.")
    ),
}

Piece = str | StartOver | Exception


def says_the_first_paragraph(ask: AnswerAsk) -> Sequence[Piece]:
    """Of the first article, cited; in two pieces, neither of which is a sentence."""
    first = ask.context.articles[0]
    words, end = first.lines[0].text.rstrip(".").rsplit(" ", 1)
    return f"{words} ", f"{end} [{first.n}¶{first.lines[0].paragraph}]."


@dataclass
class ATalk:
    """Keeps `bot.analysis.engine.Talk`; waits at its gate before its last piece."""

    says: Callable[[AnswerAsk], Sequence[Piece]] = says_the_first_paragraph
    own: Signature = MODEL
    estimated: Usage = PRICED
    spends: tuple[Usage, ...] = (SPENT,)
    framed: int = 50
    gate: Gate = field(default_factory=Gate)
    asked: list[AnswerAsk] = field(default_factory=list)

    def signature(self, ask: AnswerAsk) -> Signature:
        return self.own

    def estimate(self, ask: AnswerAsk) -> Usage:
        return self.estimated

    def frame(self, options: Options) -> int:
        return self.framed

    async def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        self.asked.append(ask)
        for usage in self.spends:
            meter.book(usage)
        *first, last = self.says(ask)
        for piece in first:
            yield _told(piece)
        await self.gate.passed()
        yield _told(last)


def _told(piece: Piece) -> str | StartOver:
    if isinstance(piece, Exception):
        raise piece
    return piece


def free_talk() -> ATalk:
    """As the engine without a model: costs nothing."""
    return ATalk(own=KEY_SENTENCES, estimated=Usage(), spends=(), framed=0)


Memories = ATask[MemoryAsk, MemoryDraft]


def memories(**given: Any) -> Memories:
    """A task that remembers every turn by its own words, on top of what is remembered."""
    return ATask(_word_for_word, **given)


def _word_for_word(ask: MemoryAsk, signature: Signature) -> MemoryDraft:
    before = ask.memory.memos if ask.memory else ()
    said = tuple(Memo(kind=Kept.POSITION, text=t.text, turns=(t.id,), person=t.person) for t in ask.turns)
    return MemoryDraft(memos=before + said, signature=signature)


@dataclass
class House:
    """A discussion with all that it stands on."""

    store: Store
    clock: Clock
    web: AWeb = field(default_factory=lambda: a_web(**COLUMNS))
    talk: Talk = field(default_factory=ATalk)
    free: ATalk = field(default_factory=free_talk)
    memories: Memories = field(default_factory=lambda: memories(own=MODEL, estimated=PRICED, spends=(SPENT,)))
    server_cap: float | None = None
    context_tokens: int = 4_000
    instructions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        store, budget = self.store, Budget(self.store, self.clock, process_cap=None, server_cap=self.server_cap)
        articles = AskedArticles(Library(self.web, self.web, store, self.clock, fetch_again_after=600), store)
        prompting = Prompting(store, self.talk, estimate, tokens=self.context_tokens, is_exact=False)
        without_model = extractive_engine().memories
        self.folding = Folding(self.memories, without_model, store, budget, tokens=prompting.memory_tokens)
        answering = Answering(self.talk, self.free, budget, store, instructions=self.instructions, silence=0.02)
        self.discuss = Discuss(
            Asking(store, Gathering(articles, store), prompting, answering, self.folding),
            Showing(store, prompting, self.clock),
            Following(store, self.folding),
            self.folding,
        )

    async def ask(self, text: str, asker: Asker = CHANNEL, person: Person = ANA, **rest: Any) -> Asked:
        """A question; of its own facts `key`, `message_id`, `reply_to` and `about`, the others are the ask's."""
        own = {name: rest.pop(name) for name in ("key", "message_id", "reply_to", "about") if name in rest}
        return await self.discuss.run(replace(Question(text=text, person=person), **own), asker, Options(), **rest)
