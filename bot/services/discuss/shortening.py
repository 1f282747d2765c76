"""A text that is too long, cut where a thought ends; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.analysis.extractive.sentences import split
from bot.analysis.lines import one_line, turn_lines
from bot.models.discussion import Turn

Count = Callable[[str], int]

LEFT_OUT = "…"
_ABBREVIATIONS = frozenset(
    "dr mr mrs ms prof st vs etc cf approx no nr bzw ca z.b d.h u.a evtl usw mme av ee.uu sr sra".split()
)


def shortened(text: str, room: int, count: Count) -> str:
    """Its first sentences that fit `room` tokens, and "…" where some are left out; words where none fits."""
    if count(text) <= room:
        return text
    sentences = [text[each.start : each.end] for each in split((text,), _ABBREVIATIONS)]
    return _first(sentences, room, count) or _first(text.split(), room, count) or LEFT_OUT


def _first(pieces: list[str], room: int, count: Count) -> str:
    """As many pieces as surely fit: the sum of counts is a little more than the count of the whole."""
    left = room - count(f" {LEFT_OUT}")
    kept = 0
    for piece in pieces:
        left -= count(f" {piece}")
        if left < 0:
            break
        kept += 1
    return f"{' '.join(pieces[:kept])} {LEFT_OUT}" if kept else ""


def turn_size(turn: Turn, count: Count) -> int:
    """Tokens of its lines."""
    return sum(count(line) + 1 for line in turn_lines(turn))


def shortened_turn(turn: Turn, room: int, count: Count) -> Turn:
    """With all three of its texts: what one of them does not need is for the others."""
    if turn_size(turn, count) <= room:
        return turn
    texts = {"text": turn.text}
    if turn.about:
        texts["about"] = turn.about.text
    if turn.answer:
        texts["answer"] = turn.answer.text
    texts = {name: one_line(text) for name, text in texts.items()}
    names = turn_size(_with(turn, dict.fromkeys(texts, "")), count) + len(texts)
    return _with(turn, _shared(texts, max(room - names, 0), count))


def _shared(texts: dict[str, str], room: int, count: Count) -> dict[str, str]:
    given: dict[str, str] = {}
    for left, name in zip(range(len(texts), 0, -1), sorted(texts, key=lambda name: count(texts[name])), strict=True):
        given[name] = shortened(texts[name], room // left, count)
        room = max(room - count(given[name]), 0)
    return given


def _with(turn: Turn, texts: dict[str, str]) -> Turn:
    return replace(
        turn,
        text=texts["text"],
        about=replace(turn.about, text=texts["about"]) if turn.about else None,
        answer=replace(turn.answer, text=texts["answer"]) if turn.answer else None,
    )
