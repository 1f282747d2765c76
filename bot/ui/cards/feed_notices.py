"""What moderators are told without having asked: a feed fails, or is back; a digest does not come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import discord

from bot.models.post import Notice
from bot.ui.cards import feed_parts
from bot.ui.cards.layout import BeyondDiscord, Card
from bot.ui.escape import escaped, shortened
from bot.ui.sentences import words_for

_SENTENCE = 1_500  # units
_MARK = re.compile(r"[0-9A-Za-z#-]*")
_BAD, _GOOD = discord.Colour(0xE67E22), discord.Colour(0x2ECC71)
_HEADS: Mapping[str, str] = {
    "feed-failing": "A feed fails",
    "feed-back": "A feed is back",
    "feed-gone": "A feed is gone",
    "digest-paused": "The digest is paused",
    "digest-unsure": "A digest may be incomplete",
    "digest-missed": "A digest was left out",
}
_HEAD = "For the moderators"


def notice(notice: Notice, mark: str) -> discord.ui.LayoutView:
    """One sentence about a feed or a channel's digest.

    Facts that are shown as what they are: url and title of a feed, channel (its id). mark: letters, digits, "-" and "#"
    only; it stands in the foot as it is, so that the message can be found by it. Raises BeyondDiscord for another mark.
    """
    if not _MARK.fullmatch(mark):
        raise BeyondDiscord(f"{mark!r} would not be shown as it is")
    head = "\n".join((f"### {_HEADS.get(notice.kind, _HEAD)}", *_about(notice.facts)))
    said = shortened(escaped(words_for(notice.kind, notice.facts)), _SENTENCE)
    foot = f"-# `/settings alerts` chooses where this is told · {mark}"
    return Card([head, said, foot], colour=_GOOD if notice.kind == "feed-back" else _BAD)


def _about(facts: Mapping[str, str | int | float]) -> Iterator[str]:
    if url := str(facts.get("url", "")):
        yield feed_parts.linked(str(facts.get("title", "")), url)
    if (channel := str(facts.get("channel", ""))).isascii() and channel.isdigit():
        yield f"<#{channel}>"
