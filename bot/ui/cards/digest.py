"""The card of a digest: one message of it, with its head and its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import discord

from bot.models.brief import Brief
from bot.models.digest import Part
from bot.ui import phrases
from bot.ui.cards import parts
from bot.ui.cards.layout import BeyondDiscord, Card
from bot.ui.cards.paging import Line, Section, sheet
from bot.ui.cards.stories import told_sections
from bot.ui.escape import escaped, shortened
from bot.ui.sentences import fallback_sentence

COLOUR = discord.Colour(0xF1C40F)
_TEXTS = 14  # of stories; with what stands around them, a preview's too, within Discord's 40 components
_MARK = re.compile(r"[0-9A-Za-z#-]*")
_NOTHING = "Nothing new in the feeds of this channel."
_DOES_NOT_FIT = "What else there was does not fit into one message"


def digest_part(part: Part, mark: str) -> discord.ui.LayoutView:
    """One message of a digest, within Discord's limits whatever is in it: what does not fit is said to be missing.

    mark: letters, digits, "-" and "#" only; it stands in the foot as it is, so that the message can be found by it.
    Raises BeyondDiscord for another mark.
    """
    if not _MARK.fullmatch(mark):
        raise BeyondDiscord(f"{mark!r} would not be shown as it is")
    return Card(texts(part, mark), colour=COLOUR)


def texts(part: Part, mark: str, *, room: int = 0) -> list[str]:
    """Head, a text for each story, foot. room: units that are needed for something else."""
    head, foot = _head(part), _foot(part, mark)
    sections = tuple(told_sections(part.stories)) or (Section("", ((Line("", _NOTHING),),)),)
    shown = sheet(sections, 1, beside=(head, foot, _DOES_NOT_FIT, " " * room))
    told = list(shown.texts)
    told[_TEXTS - 1 :] = ["\n".join(told[_TEXTS - 1 :])] if told[_TEXTS - 1 :] else []
    return [head, *told, f"-# {_DOES_NOT_FIT}\n{foot}" if shown.of > 1 else foot]


def _head(part: Part) -> str:
    day = f"{part.day:%A}, {part.day.day} {part.day:%B %Y}" if part.day else "What is new"
    told = [f"part {part.n} of {part.of}"] if part.of > 1 else []
    late = ["**late**: I was not there at its time"] if part.is_late else []
    return "\n".join([f"### Digest · {day}", *([f"-# {' · '.join((*told, *late))}"] if told or late else [])])


def _foot(part: Part, mark: str) -> str:
    briefs = [told.brief for told in part.stories if told.brief]
    since, until = (discord.utils.format_dt(moment, "f") for moment in (part.since, part.until))
    lines = [f"From {since} to {until}", *_made_by(briefs)]
    if part.left_out:
        lines.insert(0, "1 more story left out" if part.left_out == 1 else f"{part.left_out} more stories left out")
    if mark:
        lines[-1] = f"{lines[-1]} · {mark}"
    return parts.small(lines)


def _made_by(briefs: Sequence[Brief]) -> Iterator[str]:
    """Who wrote them, and what the check dropped; bounded."""
    made = {
        brief.signature.model or f"{brief.signature.engine} engine: {phrases.KEY_SENTENCES}": brief for brief in briefs
    }
    dropped = sum(brief.dropped for brief in briefs)
    if made:
        yield shortened(escaped(" · ".join((*made, *phrases.left_out(dropped)))), 400)
    for brief in briefs:
        if brief.fallback:
            yield shortened(escaped(fallback_sentence(brief.fallback)), 400)
            return
