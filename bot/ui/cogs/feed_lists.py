"""The list of what a server follows: shown, brought in and taken along as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import discord

from bot.errors import NotHere, NotOpml
from bot.services.follow import Brought, Follow
from bot.services.follow.exchange import LARGEST, Line, Outcome
from bot.services.waiting import Waiting
from bot.ui import cards
from bot.ui.calls import Answered, Attached, Call, Use
from bot.ui.cogs.summarize import page_number
from bot.ui.moderators import check_moderator, is_gone, seen_by
from bot.ui.seats import NOT_SENT

FILE = "feeds.opml"
_KEPT = 1_000  # lines of a report
_NAME = 120  # characters


class FeedListAnswers:
    """The list is for all, as far as they can see the channels; files are for moderators."""

    def __init__(self, follow: Follow, waiting: Waiting) -> None:
        self._follow, self._waiting = follow, waiting

    def uses(self) -> Mapping[str, Use]:
        """Quick: no feed is read for any of it."""
        return {
            "feed list": Use(answer=self.show, quick=True),
            "feed import": Use(answer=self.bring, quick=True),
            "feed report": Use(answer=self.report, quick=True),
            "feed export": Use(answer=self.export, quick=True),
        }

    async def show(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """A page of what is followed for channels that who asks can see."""
        followed = await self._follow.show(call.asker, seen_by(call.interaction))
        gone = {one.channel_id for one in followed if is_gone(call.interaction, one.channel_id)}
        return cards.feeds(followed, call.ids, gone=gone, page=page_number(args))

    async def bring(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What became of each line of a file. Raises NotAllowed, NotOpml; NotHere when the file is out of reach."""
        check_moderator(call.interaction)
        opml = await _content(getattr(call.interaction.namespace, "file", None))
        brought = await self._follow.bring(call.asker, opml, seen_by(call.interaction))
        brought = replace(brought, lines=brought.lines[:_KEPT], left_out=max(0, len(brought.lines) - _KEPT))
        if call.ask_id:
            await self._waiting.tell(call.asker, call.ask_id, "feed report", {"report": _kept(brought)})
        return cards.feeds_brought(brought, call.ids, ask_id=call.ask_id)

    async def report(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Another page of that. Raises NotAllowed; NotHere for a report that is not kept any more."""
        check_moderator(call.interaction)
        ask_id = int(args.get("ask") or call.ask_id)
        kept = await self._waiting.find(call.asker, ask_id)
        report = args.get("report") or (kept.args.get("report") if kept else None)
        if report is None:
            raise NotHere(thing="report")
        return cards.feeds_brought(_brought(report), call.ids, ask_id=ask_id, page=page_number(args))

    async def export(self, call: Call, args: Mapping[str, str]) -> Answered:
        """The list as a file. Raises NotAllowed."""
        check_moderator(call.interaction)
        sees = seen_by(call.interaction)
        followed = await self._follow.show(call.asker, sees)
        opml = await self._follow.export(call.asker, sees)
        return Answered(cards.feeds_exported(len(followed), FILE), files=(Attached(FILE, opml),))


async def _content(file: object) -> bytes:
    """Raises NotOpml for one that is too big, NotHere for one that Discord does not give, or that nobody gave."""
    if not isinstance(file, discord.Attachment):
        raise NotHere(thing="file")
    if file.size > LARGEST:
        raise NotOpml(line=0, reason="too-big")
    try:
        return await file.read()
    except NOT_SENT as error:
        raise NotHere(thing="file") from error


def _kept(brought: Brought) -> str:
    """A report in few bytes."""
    lines = [(line.number, line.outcome.value, line.name[:_NAME], line.reason) for line in brought.lines]
    return json.dumps([brought.limit, brought.left_out, lines], ensure_ascii=False)


def _brought(report: str) -> Brought:
    limit, left_out, lines = json.loads(report)
    return Brought(
        lines=tuple(
            Line(number=number, outcome=Outcome(outcome), name=name, reason=reason)
            for number, outcome, name, reason in lines
        ),
        limit=limit,
        left_out=left_out,
    )
