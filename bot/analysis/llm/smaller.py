"""A context with less in it, for an endpoint that finds a prompt too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.models.discussion import Context, Turn

_KEPT = 1  # the last turn of the window is what "he" and "that" are about


def fitting(context: Context, fits: Callable[[Context], bool]) -> Context | None:
    """As much of `context` as fits; None when not even the articles and the question do.

    First the older turns go, then the passages, then the window's oldest turns, then the memory's oldest memos; what
    the question goes on from stays.
    """
    return next((smaller for smaller in (context, *_smaller(context)) if fits(smaller)), None)


def _smaller(context: Context) -> Iterator[Context]:
    while recalled := _without_oldest(context, context.recalled):
        context = replace(context, recalled=recalled[0])
        yield context
    while context.passages:
        context = replace(context, passages=context.passages[:-1])
        yield context
    while window := _without_oldest(context, context.window[:-_KEPT]):
        context = replace(context, window=(*window[0], *context.window[-_KEPT:]))
        yield context
    while context.memory:
        left = context.memory.memos[1:]
        context = replace(context, memory=replace(context.memory, memos=left) if left else None)
        yield context


def _without_oldest(context: Context, turns: tuple[Turn, ...]) -> tuple[tuple[Turn, ...]] | None:
    """The turns but the oldest that may go; None when there is none."""
    for at, turn in enumerate(turns):
        if turn.id != context.replies_to:
            return ((*turns[:at], *turns[at + 1 :]),)
    return None
