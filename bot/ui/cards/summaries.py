"""The card of a summary, and what opens a discussion about it."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.models.summary import Length
from bot.services.summarize import Summarized
from bot.ui import phrases
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import Button, Card, button
from bot.ui.cards.paging import Section, sheet

_LENGTHS = tuple(Length)


def summary(
    answer: Summarized, ids: Ids | None = None, *, page: int = 1, threads: bool = False
) -> discord.ui.LayoutView:
    """What the author claims, on what grounds. `threads`: whether a discussion can be opened from here."""
    short = ids is not None and answer.options.length is Length.SHORT
    head, foot = parts.head(answer.article), _foot(answer, short=short)
    shown = sheet(tuple(_sections(answer, short=short)), page, beside=(head, foot))
    turns = parts.turns(shown, ids, lambda n: about(answer, "summary", page=str(n)))
    rows = [list(_actions(answer, ids, threads=threads)), [*parts.original(answer.article), *turns]]
    return Card([head, *shown.texts, shown.told(foot)], rows, colour=parts.COLOURS[answer.article.kind])


def about(answer: Summarized, use: str, **changes: str) -> Ask:
    """An ask about this article, with the options that this answer had."""
    options = answer.options
    given = Ask(
        use,
        {
            "article": str(answer.article_id),
            "length": options.length.value,
            "language": options.language,
            "prompt": options.prompt,
        },
    )
    return given.but(**changes)


def _sections(answer: Summarized, *, short: bool) -> Iterator[Section]:
    said = answer.summary
    yield from parts.section("**In short**", [parts.line("", said.tldr)])
    yield from parts.section("**The author claims**", [parts.line("", said.thesis)])
    yield from parts.section("**On these grounds**", map(parts.argument, said.arguments))
    if not short:
        yield from parts.section("**In their words**", map(parts.quotation, said.quotes))
        yield from parts.section("**What a critic would ask**", map(parts.remark, said.critique))
    comments = len(answer.article.comments)
    readers = f"**Readers ({comments})**" if comments else "**Readers**"
    yield from parts.section(readers, [parts.line("", said.reader_reaction)])


def _actions(answer: Summarized, ids: Ids | None, *, threads: bool) -> Iterator[Button]:
    if ids is None:
        return
    if threads:
        yield button("Discuss", ids(about(answer, "discuss")), discord.ButtonStyle.primary)
    if _quotations(answer):
        yield button("Quotes", ids(about(answer, "quotes")))
    if _questions(answer):
        yield button("Critique", ids(about(answer, "critique")))
    at = _LENGTHS.index(answer.options.length)
    for label, other in (("Shorter", at - 1), ("Longer", at + 1)):
        if 0 <= other < len(_LENGTHS):
            yield button(label, ids(about(answer, "summary", length=_LENGTHS[other].value, page="1")))


def _left_to_buttons(answer: Summarized) -> Iterator[str]:
    """What a short card does not hold itself."""
    quotations, questions = _quotations(answer), _questions(answer)
    left = [parts.count(n, noun) for n, noun in ((quotations, "quotation"), (questions, "question")) if n]
    if left:
        yield f"Left to the buttons: {' and '.join(left)}"


def _quotations(answer: Summarized) -> int:
    return sum(1 for quote in answer.summary.quotes if parts.quotation(quote))


def _questions(answer: Summarized) -> int:
    return sum(1 for remark in answer.summary.critique if parts.remark(remark))


def _foot(answer: Summarized, *, short: bool) -> str:
    said = answer.summary
    checked = phrases.checked(said.grounding)
    lines = parts.foot(said.signature, answer.usage, said.fallback, cached=answer.cached, checked=checked)
    if answer.earlier:
        lines.insert(1, f"A later edition than the one first read {discord.utils.format_dt(answer.earlier, 'R')}")
    return parts.small([*(_left_to_buttons(answer) if short else ()), *lines])
