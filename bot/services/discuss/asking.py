"""A question in a room: articles found, the turn noted, context assembled, an answer streamed, checked and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.discussion import Answer, Question, Room
from bot.models.money import Usage
from bot.models.summary import Options, Progress, unwatched
from bot.services.shared.asked_articles import Source


def unheard(text: str) -> None:
    """The answer that nobody reads while it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A link in a question that could not be read: `kind` and `facts` are those of a `BotError`."""

    url: str
    kind: str
    facts: Mapping[str, str | int | float]


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


class Asking:
    async def run(
        self,
        question: Question,
        asker: Asker,
        options: Options,
        *,
        articles: Sequence[Source] = (),
        progress: Progress = unwatched,
        told: Callable[[str], None] = unheard,
    ) -> Asked:
        """Answer a question in the asker's room.

        articles: what it is about besides what the room has met; an id is one of the room's own articles. `told` is
        called with all that has been checked so far, each time that a sentence joined it; it may begin anew with other
        words. Asked again with the same key, it is the same turn, and its answer that of the first time if there is
        one. Raises NoArticleHere, NotHere, BadOption, NoSuchPrompt, and what reading the given articles raises.
        """
        raise NotImplementedError
