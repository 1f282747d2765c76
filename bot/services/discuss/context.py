"""What an engine is shown for a question, within a budget of tokens; pure.

Where the budget is short, in this order: the question; what it replies to; what was found for it; the latest turns; the
articles; the memory. Each has a share, so that what stands still does not depend on what is asked: a prompt begins as
the one before it did, as long as no window is cut and nothing is folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.analysis.lines import memo_line, passage_line, question_lines
from bot.models.discussion import Context, Memory, Passage, Question, Standing, Turn
from bot.services.discuss.finding import Material
from bot.services.discuss.looking_up import looked_up
from bot.services.discuss.shortening import shortened_turn, turn_size
from bot.services.discuss.standing import head_only, standing_size, standings

Count = Callable[[str], int]

# With the default of 16,000 tokens (CONTEXT_TOKENS) articles of usual length stand whole. By `bench.discussions` a
# question then costs no more than with outlines, since what stands still is cached and what is looked up is not.
# Shares of the budget; what was found has what the question leaves of theirs, but never less than LEAST_FOUND.
ASKED_AND_FOUND, LEAST_FOUND, WINDOW, ARTICLES, MEMORY = 0.24, 0.12, 0.26, 0.42, 0.08
LONGEST_TURN = 0.1  # of the budget
MOST_MEMORY = 400  # tokens, however large the budget is: what was said is found again in its own words


def assemble(material: Material, question: Question, asked_at: datetime, *, budget: int, count: Count) -> Context:
    """The context of a question; its parts together take `budget` tokens at most, when the question itself does."""
    asked = _size(question_lines(question), count)
    for_found, for_window, for_articles, for_memory = _rooms(budget, asked)
    material = _shortened(material, int(LONGEST_TURN * budget), count)
    window = _window(material.window, for_window, count)
    articles = standings(material.articles, material.outlines, for_articles, count)
    passages, recalled = looked_up(material, articles, window, for_found, count)
    context = Context(
        articles=_with_heads(articles, passages, material),
        memory=_memory(material.memory, for_memory, count),
        window=window,
        passages=passages,
        recalled=recalled,
        question=question,
        asked_at=asked_at,
        replies_to=_replies_to(material.chain, (*window, *recalled)),
    )
    return replace(context, tokens=_tokens(context, count))


def memory_room(budget: int) -> int:
    """The most tokens that a memory may take."""
    return min(int(MEMORY * budget), MOST_MEMORY)


def _rooms(budget: int, asked: int) -> Iterator[int]:
    """Tokens for each part, the first of them the last to go without."""
    left = max(budget - asked, 0)
    found = max(int(ASKED_AND_FOUND * budget) - asked, int(LEAST_FOUND * budget))
    for wanted in (found, int(WINDOW * budget), int(ARTICLES * budget), memory_room(budget)):
        room = min(wanted, left)
        left -= room
        yield room


def _shortened(material: Material, longest: int, count: Count) -> Material:
    def short(turns: Iterable[Turn]) -> tuple[Turn, ...]:
        return tuple(shortened_turn(turn, longest, count) for turn in turns)

    recalled = tuple(map(short, material.recalled))
    return replace(material, window=short(material.window), chain=short(material.chain), recalled=recalled)


def _window(turns: Sequence[Turn], room: int, count: Count) -> tuple[Turn, ...]:
    """It grows until it is full and is then cut to half at once.

    Told anew from the first turn behind the memory, so that questions in a row find the same cut.
    """
    sizes = [turn_size(turn, count) for turn in turns]
    first = 0
    for last in range(len(turns)):
        if sum(sizes[first : last + 1]) > room:
            while first <= last and sum(sizes[first : last + 1]) > room // 2:
                first += 1
    return tuple(turns[first:])


def _memory(memory: Memory | None, room: int, count: Count) -> Memory | None:
    """Of a memory that has grown too long the latest."""
    if memory is None:
        return None
    kept = len(memory.memos)
    for memo in reversed(memory.memos):
        room -= count(memo_line(memo)) + 1
        if room < 0:
            break
        kept -= 1
    return replace(memory, memos=memory.memos[kept:]) if kept < len(memory.memos) else None


def _with_heads(
    articles: tuple[Standing, ...], passages: Sequence[Passage], material: Material
) -> tuple[Standing, ...]:
    """A passage of an article that does not stand there comes with what the article is."""
    missing = {passage.n for passage in passages} - {standing.n for standing in articles}
    heads = (head_only(n, material.articles[n]) for n in missing)
    return tuple(sorted((*articles, *heads), key=lambda standing: standing.n))


def _replies_to(chain: Sequence[Turn], shown: Iterable[Turn]) -> int | None:
    replied = chain[-1].id if chain else None
    return replied if replied in {turn.id for turn in shown} else None


def _tokens(context: Context, count: Count) -> Mapping[str, int]:
    return {
        "articles": sum(standing_size(standing, count) for standing in context.articles),
        "memory": _size(map(memo_line, context.memory.memos), count) if context.memory else 0,
        "window": sum(turn_size(turn, count) for turn in context.window),
        "passages": _size(map(passage_line, context.passages), count),
        "recalled": sum(turn_size(turn, count) for turn in context.recalled),
        "question": _size(question_lines(context.question), count),
    }


def _size(lines: Iterable[str], count: Count) -> int:
    return sum(count(line) + 1 for line in lines)
