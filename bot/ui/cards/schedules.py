"""The cards around a channel's digest: when it comes, what became of the last ones, what it would say now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import discord

from bot.models.digest import Part, Schedule, Slot, SlotState, WhenEmpty
from bot.ui.asks import Ask, Ids
from bot.ui.cards import parts as shared
from bot.ui.cards.digest import COLOUR, texts
from bot.ui.cards.layout import Card
from bot.ui.cards.paging import Sheet
from bot.ui.escape import escaped, shortened
from bot.ui.sentences import why
from bot.ui.times import days_told

_CALM = discord.Colour(0x99AAB5)
_ZONE = 60  # units
_EMPTY = {
    WhenEmpty.LINE: "On a day without news: a line that says so",
    WhenEmpty.NOTHING: "On a day without news: nothing",
}

_LAST, _OTHERS = 7, 15  # digests, channels
_BECAME = {
    SlotState.PLANNED: "being written",
    SlotState.COMPOSED: "on its way",
    SlotState.SENT: "posted",
    SlotState.SKIPPED: "skipped",
    SlotState.EMPTY: "nothing new to tell",
    SlotState.DROPPED: "not posted",
}


def digest_schedule(
    schedule: Schedule, last: Sequence[Slot] = (), others: Sequence[Schedule] = ()
) -> discord.ui.LayoutView:
    """When it comes, in the channel's time and in the reader's own, or why it does not; what became of the last ones.

    last: the latest first. others: of the server's other channels.
    """
    when = _when(schedule)
    empty = f"-# {_EMPTY[schedule.when_empty]}"
    told = "\n".join((f"### Digest for <#{schedule.channel_id}>", when, *_next(schedule), empty))
    slots = "\n".join(("**The last ones**", *map(_slot, last[:_LAST])))
    return Card([told, *([slots] if last else []), *_others(others)], colour=COLOUR)


def digest_schedules(channel_id: int, others: Sequence[Schedule]) -> discord.ui.LayoutView:
    """A channel has none, but others have; one or more."""
    none = f"**No digest** in <#{channel_id}>; `/digest schedule` gives it one."
    return Card([none, *_others(others)], colour=_CALM)


def _others(others: Sequence[Schedule]) -> Iterator[str]:
    if others:
        left = [f"-# and {len(others) - _OTHERS} more"] if len(others) > _OTHERS else []
        yield "\n".join(("**In other channels**", *map(_other, others[:_OTHERS]), *left))


def _other(schedule: Schedule) -> str:
    coming = discord.utils.format_dt(schedule.next_at, "R") if schedule.next_at else "paused"
    return f"- <#{schedule.channel_id}> {_when(schedule)} · {coming}"


def _when(schedule: Schedule) -> str:
    zone = shortened(escaped(schedule.zone), _ZONE)
    return f"**{days_told(schedule.days)} at {schedule.at:%H:%M}** · {zone}"


def _next(schedule: Schedule) -> Iterator[str]:
    if schedule.paused:
        yield f"**Paused:** {_why('digest-paused', schedule.paused)}. `/digest schedule` starts it again."
    elif schedule.next_at:
        moment, left = (discord.utils.format_dt(schedule.next_at, style) for style in ("F", "R"))
        yield f"Next: {moment}, {left}"
        yield "-# Shown in your own time; the channel's is what counts"


def _slot(slot: Slot) -> str:
    """`Tuesday, 24 November · posted, late · an hour ago`."""
    day = f"{slot.day:%A}, {slot.day.day} {slot.day:%B}" if slot.day else "By `/digest now`"
    became = _BECAME[slot.state] + (", late" if slot.is_late and slot.state is SlotState.SENT else "")
    reason = f": {_why('digest', slot.reason)}" if slot.reason else ""
    return f"- {day} · {became}{reason} · {discord.utils.format_dt(slot.due_at, 'R')}"


def _why(kind: str, reason: str) -> str:
    return shortened(escaped(why(kind, reason)), 150)


def digest_off(channel_id: int) -> discord.ui.LayoutView:
    """It comes no more."""
    return Card([f"**No more digests** in <#{channel_id}>.\n-# `/digest schedule` brings them back"], colour=_CALM)


def digest_under_way(channel_id: int, messages: int) -> discord.ui.LayoutView:
    """How many messages were put out; 0 for nothing to tell."""
    where = f"<#{channel_id}>"
    if not messages:
        return Card([f"**Nothing new** to tell in {where}; nothing is posted."], colour=_CALM)
    told = f"**On its way** to {where}: {shared.count(messages, 'message')}.\n-# The scheduled digest still comes"
    return Card([told], colour=COLOUR)


def digest_preview(parts: Sequence[Part], channel_id: int, ids: Ids, *, page: int = 1) -> discord.ui.LayoutView:
    """One of its messages, with what it is said before it."""
    number = min(max(page, 1), len(parts))
    said = (
        f"-# What <#{channel_id}> would be told now. Only you see this: nothing is posted, and nothing counts as told"
    )
    turns = shared.turns(
        Sheet((), number, len(parts)),
        ids,
        lambda n: Ask("digest preview", {"channel": str(channel_id), "page": str(n)}),
    )
    return Card([said, *texts(parts[number - 1], "", room=len(said))], [turns], colour=COLOUR)
