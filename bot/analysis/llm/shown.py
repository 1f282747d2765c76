"""A discussion as the values of a prompt: what stands still first, what was looked up for the question last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.analysis.engine import MemoryAsk
from bot.analysis.lines import article_lines, head_line, memo_line, passage_line, question_lines, turn_lines
from bot.models.discussion import Context, Memory, Standing, Turn
from bot.models.summary import Options

# A memory's share of the words: what stands around them, names and turns, takes the rest of its tokens.
_WORDS_A_TOKEN = 0.5
_TOKENS_A_MEMO = 24
MOST_MEMOS = 32
_LEAST_MEMOS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """An article of the room, what is known of it and its lines in one text."""

    n: int
    text: str
    is_whole: bool


def discussion(context: Context, options: Options) -> dict[str, Any]:
    """For `discuss`. What a context does not hold is "", and has no block."""
    return {
        "articles": [_article(standing) for standing in context.articles],
        "memory": memory(context.memory),
        "window": turns(context.window),
        "passages": _lines(map(passage_line, context.passages)),
        "recalled": turns(context.recalled),
        "question": _lines(question_lines(context.question)),
        "replies_to": context.replies_to or 0,
        "language": options.language,
    }


def empty_discussion(options: Options) -> dict[str, Any]:
    """For `discuss`, with every block and nothing in it."""
    empty = dict.fromkeys(("memory", "window", "passages", "recalled", "question"), " ")
    article = ShownArticle(n=1, text=" ", is_whole=True)
    return empty | {"articles": [article], "replies_to": 1, "language": options.language}


def folding(ask: MemoryAsk) -> dict[str, Any]:
    """For `remember`."""
    return {
        "memory": memory(ask.memory),
        "turns": turns(ask.turns),
        "memos": min(MOST_MEMOS, max(_LEAST_MEMOS, ask.tokens // _TOKENS_A_MEMO)),
        "words": int(_WORDS_A_TOKEN * ask.tokens),
        "language": ask.options.language,
    }


def memory(remembered: Memory | None) -> str:
    """A line for each memo."""
    return _lines(map(memo_line, remembered.memos)) if remembered else ""


def turns(said: Sequence[Turn]) -> str:
    """A line for what was said, one for what was answered."""
    return _lines(line for turn in said for line in turn_lines(turn))


def _article(standing: Standing) -> ShownArticle:
    text = _lines((head_line(standing.article), *article_lines(standing)))
    return ShownArticle(n=standing.n, text=text, is_whole=standing.is_whole)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
